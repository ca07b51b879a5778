// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node compare.js API_COUNTS PATH…
// Every API definition below the paths: those of entities of kind API (with `$text` followed), and files that are one by
// themselves. What is in each is counted by the parser of its language from npm, and by ours; exit 0 when all are equal.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const SwaggerParser = require('@apidevtools/swagger-parser');
const { Parser } = require('@asyncapi/parser');
const graphql = require('graphql');
const protobuf = require('protobufjs');

const quiet = { warn: () => {}, error: () => {} };
Object.assign(console, quiet);

function filesBelow(place) {
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ya?ml|json|proto|graphqls?|gql)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The definitions of a file: {label, type, text}. */
function definitionsOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  if (/\.proto$/.test(file)) return [{ label: file, type: 'grpc', text }];
  if (/\.(graphqls?|gql)$/.test(file)) return [{ label: file, type: 'graphql', text }];
  if (/^\s*["']?(openapi|swagger)["']?\s*:\s*["']?[23]\./m.test(text.slice(0, 20000)) && !/^kind:/m.test(text)) return [{ label: file, type: 'openapi', text }];
  if (/^\s*["']?asyncapi["']?\s*:\s*["']?[23]\./m.test(text.slice(0, 20000)) && !/^kind:/m.test(text)) return [{ label: file, type: 'asyncapi', text }];
  if (!/\.ya?ml$/.test(file) || !/^kind:\s*["']?API/im.test(text)) return [];
  const found = [];
  YAML.parseAllDocuments(text).forEach((document, index) => {
    const entity = document.errors.length ? null : document.toJS();
    if (!entity || String(entity.kind).toLowerCase() !== 'api' || !entity.spec) return;
    let definition = entity.spec.definition;
    if (definition && typeof definition === 'object') {
      const target = definition.$text;
      const local = typeof target === 'string' && !/^https?:/.test(target) ? path.resolve(path.dirname(file), target) : null;
      if (!local || !fs.existsSync(local)) return;
      definition = fs.readFileSync(local, 'utf8');
    }
    if (typeof definition === 'string') found.push({ label: `${file}#${index} ${entity.metadata?.name}`, type: String(entity.spec.type), text: definition });
  });
  return found;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const isMap = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const keys = value => (isMap(value) ? Object.keys(value) : []);

async function openapi(text) {
  const raw = YAML.parse(text, { maxAliasCount: -1 });
  const parsed = await SwaggerParser.parse(structuredClone(raw));
  const whole = await SwaggerParser.dereference(structuredClone(parsed), { resolve: { external: false }, dereference: { circular: 'ignore' } });
  const counts = { operation: 0, webhook: 0, parameters: 0, responses: 0, type: 0, members: 0 };
  const addPaths = (paths, kind) => {
    for (const name of keys(paths).filter(key => !key.startsWith('x-'))) {
      for (const method of methods.filter(key => isMap(paths[name]?.[key]))) {
        const operation = paths[name][method];
        counts[kind] += 1;
        const all = new Map();
        for (const one of [...(paths[name].parameters ?? []), ...(operation.parameters ?? [])])
          if (isMap(one) && one.in !== 'body' && one.in !== 'formData') all.set(`${one.in} ${one.name}`, one);
        counts.parameters += all.size;
        counts.responses += keys(operation.responses).filter(key => !key.startsWith('x-')).length;
      }
    }
  };
  addPaths(whole.paths, 'operation');
  addPaths(whole.webhooks, 'webhook');
  const schemas = raw.swagger ? raw.definitions : raw.components?.schemas;
  for (const name of keys(schemas)) {
    counts.type += 1;
    counts.members += keys(schemas[name]?.properties).length + keys(schemas[name]?.patternProperties).length;
  }
  return counts;
}

async function asyncapi(text) {
  // What lies elsewhere is fetched by nobody: an empty schema stands for it.
  const elsewhere = ['http', 'https', 'file'].map(schema => ({ schema, order: 1, canRead: true, read: () => '{}' }));
  const { document, diagnostics } = await new Parser({ __unstable: { resolver: { cache: false, resolvers: elsewhere } } }).parse(text);
  if (!document) throw new Error(diagnostics.find(one => one.severity === 0)?.message ?? 'no document');
  return {
    channel: document.allChannels().length,
    operation: document.allOperations().length,
    message: new Set(document.allMessages().all().map(message => message.json())).size,
    type: document.components().schemas().length,
  };
}

function graphQl(text) {
  const document = graphql.parse(text, { allowLegacySDLImplementsInterfaces: true });
  const counts = { type: 0, interface: 0, union: 0, enum: 0, input: 0, scalar: 0, directive: 0, query: 0, mutation: 0, subscription: 0, members: 0, values: 0, parameters: 0 };
  const kinds = { Object: 'type', Interface: 'interface', Union: 'union', Enum: 'enum', InputObject: 'input', Scalar: 'scalar' };
  const roots = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' };
  for (const one of document.definitions.filter(one => /^Schema/.test(one.kind)))
    for (const operation of one.operationTypes ?? []) {
      for (const name of Object.keys(roots)) if (roots[name] === operation.operation) delete roots[name];
      roots[operation.type.name.value] = operation.operation;
    }
  const names = new Set();
  for (const one of document.definitions) {
    if (one.kind === 'DirectiveDefinition') {
      counts.directive += 1;
      counts.parameters += one.arguments?.length ?? 0;
      continue;
    }
    const kind = kinds[one.kind.replace(/Type(Definition|Extension)$/, '')];
    if (!kind) continue;
    if (!names.has(one.name.value)) counts[kind] += 1;
    names.add(one.name.value);
    counts.members += one.fields?.length ?? 0;
    counts.values += one.values?.length ?? 0;
    const root = kind === 'type' ? roots[one.name.value] : undefined;
    if (!root) continue;
    counts[root] += one.fields?.length ?? 0;
    for (const field of one.fields ?? []) counts.parameters += field.arguments?.length ?? 0;
  }
  return counts;
}

/** protobufjs knows no empty statement, which the specification allows (emptyStatement) and protoc takes. */
const withoutEmptyStatements = text => text.replace(/;(\s*;)+/g, ';');

function grpc(text) {
  const counts = { service: 0, method: 0, message: 0, enum: 0, members: 0, values: 0 };
  const visit = space => {
    for (const one of space.nestedArray ?? []) {
      if (one instanceof protobuf.Service) {
        counts.service += 1;
        counts.method += one.methodsArray.length;
        counts.responses = (counts.responses ?? 0) + one.methodsArray.length;
      } else if (one instanceof protobuf.Type) {
        counts.message += 1;
        counts.members += one.fieldsArray.length;
      } else if (one instanceof protobuf.Enum) {
        counts.enum += 1;
        counts.values += Object.keys(one.values).length;
      }
      if (one instanceof protobuf.Namespace) visit(one);
    }
  };
  visit(protobuf.parse(withoutEmptyStatements(text), new protobuf.Root(), { keepCase: true }).root);
  return counts;
}

const parsers = { openapi, asyncapi, graphql: graphQl, grpc };

async function main() {
  const [program, ...places] = process.argv.slice(2);
  const definitions = places.flatMap(filesBelow).flatMap(definitionsOf);
  const input = definitions.map(one => JSON.stringify({ type: one.type, text: one.text })).join('\n') + '\n';
  const ours = spawnSync(program, ['--time'], { input, maxBuffer: 1 << 28 });
  const answers = ours.stdout.toString().trim().split('\n').map(line => JSON.parse(line));
  if (ours.status !== 0 || answers.length !== definitions.length) throw new Error(`${program} ended with ${ours.status} after ${answers.length} of ${definitions.length}`);
  const tallies = {};
  let differs = 0;
  for (let i = 0; i < definitions.length; ++i) {
    const { label, type, text } = definitions[i];
    const answer = answers[i];
    const tally = (tallies[parsers[type] ? type : 'other'] ??= { definitions: 0, equal: 0, refused: 0 });
    tally.definitions += 1;
    const problems = [];
    if (!parsers[type]) {
      // Of a type that nobody reads: ours goes by the text, or shows it as one.
      tally[answer.format] = (tally[answer.format] ?? 0) + 1;
    } else {
      try {
        const counts = await parsers[type](text);
        for (const name of Object.keys(counts)) {
          tally[name] = (tally[name] ?? 0) + counts[name];
          if (counts[name] !== (answer[name] ?? 0)) problems.push(`${counts[name]} ${name}, ours ${answer[name] ?? 0}`);
        }
        if (answer.errors && process.env.PEER_VERBOSE) process.stdout.write(`NOTE ${label}: ours finds a problem, line ${answer.problem}\n`);
      } catch (error) {
        tally.refused += 1;
        if (!answer.errors && answer.format !== 'unknown') problems.push(`refused (${String(error.message).slice(0, 200)}), ours finds nothing wrong`);
      }
    }
    if (problems.length === 0) tally.equal += 1;
    else process.stdout.write(`DIFFERS ${label}: ${problems.join('; ')}\n`);
    differs += problems.length > 0;
  }
  for (const [type, tally] of Object.entries(tallies)) {
    const { definitions: all, equal, refused, ...counts } = tally;
    const said = Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', ');
    process.stdout.write(`${type}: ${equal} of ${all} definitions equal${refused ? `, ${refused} refused by both` : ''}${said ? `: ${said}` : ''}\n`);
  }
  process.stdout.write(ours.stderr.toString());
  process.exitCode = differs === 0 && definitions.length > 0 ? 0 : 1;
}

main().catch(error => {
  process.stdout.write(`${error.stack}\n`);
  process.exitCode = 2;
});
