// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// generate.js FOLDER [SEED] [COUNT]: writes a folder of repositories full of descriptors that real ones have been seen or are feared to
// hold, and roots.json, the list of those that a portal is told of. Each file claims refs of its own, so that nothing depends on
// which of two files is read first.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const folder = process.argv[2];
let seed = Number(process.argv[3] || 1);
const count = Number(process.argv[4] || 220);
const roots = [];

function random(limit) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * limit);
}
const pick = list => list[random(list.length)];

function put(name, text, isRoot = true) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  if (isRoot) roots.push(name);
}

let serial = 0;
const fresh = (prefix = 'n') => `${prefix}${++serial}`;

const component = (name, spec = '', meta = '', head = '') => `apiVersion: backstage.io/v1alpha1
kind: Component
${head}metadata:
  name: ${name}
${meta}spec:
  type: service
  lifecycle: production
  owner: team-a
${spec}`;

const location = (name, spec, meta = '') => `apiVersion: backstage.io/v1alpha1
kind: Location
metadata:
  name: ${name}
${meta}spec:
${spec}`;

const api = (name, definition) => `apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: ${name}
spec:
  type: openapi
  lifecycle: production
  owner: team-a
  definition:${definition}`;

// Locations
put('loc/simple/catalog-info.yaml', location('l-simple', '  targets:\n    - ./a.yaml\n    - sub/b.yaml\n    - ./sub/../sub/c.yaml\n'));
for (const f of ['a.yaml', 'sub/b.yaml', 'sub/c.yaml']) put(`loc/simple/${f}`, component(fresh()), false);
put('loc/both/catalog-info.yaml', location('l-both', '  target: ./a.yaml\n  targets: [./b.yaml]\n'));
put('loc/both/a.yaml', component(fresh()), false);
put('loc/both/b.yaml', component(fresh()), false);
put('loc/missing/catalog-info.yaml', location('l-missing', '  targets: [./a.yaml, ./nothing.yaml]\n'));
put('loc/missing/a.yaml', component(fresh()), false);
put('loc/optional/catalog-info.yaml', location('l-optional', '  presence: optional\n  targets: [./a.yaml, ./nothing.yaml]\n'));
put('loc/optional/a.yaml', component(fresh()), false);
put('loc/optional-dir/catalog-info.yaml', location('l-optional-dir', '  presence: optional\n  targets: [./a.yaml, ./dir]\n'));
put('loc/optional-dir/a.yaml', component(fresh()), false);
put('loc/optional-dir/dir/x.yaml', component(fresh()), false);
put('loc/presence-bad/catalog-info.yaml', location('l-presence-bad', '  presence: maybe\n  target: ./a.yaml\n'));
put('loc/presence-bad/a.yaml', component(fresh()), false);
put('loc/nothing/catalog-info.yaml', location('l-nothing', '  type: url\n'));
put('loc/empty-targets/catalog-info.yaml', location('l-empty-targets', '  targets: []\n'));
put('loc/type-url/catalog-info.yaml', location('l-type-url', '  type: url\n  target: ./a.yaml\n'));
put('loc/type-url/a.yaml', component(fresh()), false);
put('loc/type-file/catalog-info.yaml', location('l-type-file', '  type: file\n  target: ./a.yaml\n'));
put('loc/type-file/a.yaml', component(fresh()), false);
put('loc/type-file-slash/catalog-info.yaml', location('l-type-file-slash', '  type: file\n  targets: [./sub/]\n'));
put('loc/type-odd/catalog-info.yaml', location('l-type-odd', '  type: github-discovery\n  target: https://github.com/x/y\n'));
put('loc/type-odd-nothing/catalog-info.yaml', location('l-type-odd-nothing', '  type: dir\n'));
put('loc/type-file-nothing/catalog-info.yaml', location('l-type-file-nothing', '  type: file\n'));
put('loc/spec-missing/catalog-info.yaml', 'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: l-no-spec\n');
put('loc/glob/catalog-info.yaml', location('l-glob', '  targets: [./more/*.yaml]\n'));
put('loc/glob/more/a.yaml', component(fresh()), false);
put('loc/question/catalog-info.yaml', location('l-question', '  targets: ["./a.yaml?x=1"]\n'));
put('loc/question/a.yaml', component(fresh()), false);
put('loc/fragment/catalog-info.yaml', location('l-fragment', '  targets: ["./a.yaml#x"]\n'));
put('loc/fragment/a.yaml', component(fresh()), false);
put('loc/root-slash/catalog-info.yaml', location('l-root-slash', '  targets: [/root-slash/a.yaml]\n'));
put('loc/root-slash/a.yaml', component(fresh()), false);
put('loc/x/blob/main/deep/catalog-info.yaml', location('l-blob-slash', '  targets: [/deep/a.yaml]\n'));
put('loc/x/blob/main/deep/a.yaml', component(fresh()), false);
put('loc/x/src/main/deep/catalog-info.yaml', location('l-src-slash', '  targets: [/deep/a.yaml]\n'));
put('loc/x/src/main/deep/a.yaml', component(fresh()), false);
put('loc/y/tree/main/blob/d/catalog-info.yaml', location('l-tree-slash', '  targets: [/blob/d/a.yaml]\n'));
put('loc/y/tree/main/blob/d/a.yaml', component(fresh()), false);
put('loc/protocol-relative/catalog-info.yaml', location('l-protocol-relative', '  targets: [//localhost:7998/loc/protocol-relative/a.yaml]\n'));
put('loc/protocol-relative/a.yaml', component(fresh()), false);
put('loc/absolute/catalog-info.yaml', location('l-absolute', '  targets: ["http://localhost:7998/loc/absolute/a.yaml"]\n'));
put('loc/absolute/a.yaml', component(fresh()), false);
put('loc/absolute-odd/catalog-info.yaml', location('l-absolute-odd', '  targets: ["HTTP://LOCALHOST:7998/loc/absolute-odd/./sub/../a.yaml"]\n'));
put('loc/absolute-odd/a.yaml', component(fresh()), false);
put('loc/absolute-bytes/catalog-info.yaml', location('l-absolute-bytes', '  targets: ["http://127.0.0.1:7998/loc/absolute-bytes/a.yaml"]\n'));
put('loc/absolute-bytes/a.yaml', component(fresh()), false);
put('loc/github/catalog-info.yaml', location('l-github', '  targets: ["https://github.com/o/r/blob/main/a.yaml"]\n'));
put('loc/github-optional/catalog-info.yaml', location('l-github-optional', '  presence: optional\n  targets: ["https://git.example.invalid/o/r/a.yaml"]\n'));
put('loc/not-a-url/catalog-info.yaml', location('l-not-a-url', '  targets: ["http://"]\n'));
put('loc/javascript/catalog-info.yaml', location('l-javascript', '  targets: ["javascript:alert(1)"]\n'));
put('loc/space name/catalog-info.yaml', location('l-space', '  targets: ["./a b.yaml", "./c%20d.yaml"]\n'));
put('loc/space name/a b.yaml', component(fresh()), false);
put('loc/space name/c d.yaml', component(fresh()), false);
put('loc/unicode-é/catalog-info.yaml', location('l-unicode', '  targets: ["./ü.yaml"]\n'));
put('loc/unicode-é/ü.yaml', component(fresh()), false);
put('loc/plus+at@x/catalog-info.yaml', component(fresh()));
put("loc/brackets(1)[2]{3}!~*'/catalog-info.yaml", component(fresh()));
put('loc/percent%41/catalog-info.yaml', component(fresh()));
put('loc/hash#x/catalog-info.yaml', location('l-hash', '  targets: [./a.yaml]\n'));
put('loc/hash#x/a.yaml', component(fresh()), false);
put('loc/backslash/catalog-info.yaml', location('l-backslash', "  targets: ['.\\sub\\a.yaml']\n"));
put('loc/backslash/sub/a.yaml', component(fresh()), false);
put('loc/trim/catalog-info.yaml', location('l-trim', '  targets: ["  ./a.yaml  "]\n'));
put('loc/trim/a.yaml', component(fresh()), false);
put('loc/tab/catalog-info.yaml', location('l-tab', '  targets: ["./a\\t.yaml"]\n'));
put('loc/tab/a.yaml', component(fresh()), false);
put('loc/above/deep/catalog-info.yaml', location('l-above', '  targets: [../../../../../loc/above/a.yaml]\n'));
put('loc/above/a.yaml', component(fresh()), false);
put('loc/self/catalog-info.yaml', `${location('l-self', '  targets: [./catalog-info.yaml]\n')}---\n${component(fresh())}`);
put('loc/loop/catalog-info.yaml', location('l-loop-a', '  targets: [./b.yaml]\n'));
put('loc/loop/b.yaml', `${location('l-loop-b', '  targets: [./catalog-info.yaml, ./c.yaml]\n')}`, false);
put('loc/loop/c.yaml', `${component(fresh())}---\n${location('l-loop-c', '  targets: [./b.yaml]\n')}`, false);
put('loc/deep/catalog-info.yaml', location('l-deep-0', '  targets: [./1.yaml]\n'));
for (let i = 1; i < 6; ++i) put(`loc/deep/${i}.yaml`, `${location(`l-deep-${i}`, `  targets: [./${i + 1}.yaml]\n`)}---\n${component(fresh())}`, false);
put('loc/deep/6.yaml', component(fresh()), false);
put('loc/bad-child/catalog-info.yaml', `${location('l-bad-child', '  targets: [./a.yaml, ./bad.yaml]\n')}---\n${component(fresh())}`);
put('loc/bad-child/a.yaml', component(fresh()), false);
put('loc/bad-child/bad.yaml', `${component(fresh())}---\nfoo: [\n`, false);
put('loc/bad-entity/catalog-info.yaml', location('l-bad-entity', '  targets: [./a.yaml, ./bad.yaml]\n'));
put('loc/bad-entity/a.yaml', component(fresh()), false);
put('loc/bad-entity/bad.yaml', component(fresh(), '  system: 5\n'), false);
put('loc/no-envelope-child/catalog-info.yaml', location('l-no-envelope', '  targets: [./a.yaml]\n'));
put('loc/no-envelope-child/a.yaml', 'kind: Component\nmetadata: {name: x}\n', false);
put('loc/foreign-child/catalog-info.yaml', location('l-foreign', '  targets: [./a.yaml, ./b.yaml]\n'));
put('loc/foreign-child/a.yaml', component(fresh()), false);
put('loc/foreign-child/b.yaml', 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n', false);
put('loc/number-target/catalog-info.yaml', location('l-number-target', '  target: 5\n'));
put('loc/targets-text/catalog-info.yaml', location('l-targets-text', '  targets: ./a.yaml\n'));
put('loc/empty-file/catalog-info.yaml', location('l-empty-file', '  targets: [./a.yaml, ./b.yaml]\n'));
put('loc/empty-file/a.yaml', '', false);
put('loc/empty-file/b.yaml', '# nothing\n---\n# here\n', false);
put('loc/json/catalog-info.yaml', location('l-json', '  targets: [./a.json]\n'));
put('loc/json/a.json', JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind: 'System', metadata: { name: fresh() }, spec: { owner: 'x' } }), false);
put('loc/namespaced/catalog-info.yaml', location('l-ns', '  targets: [./a.yaml]\n', '  namespace: other\n'));
put('loc/namespaced/a.yaml', component(fresh()), false);
put('loc/v1beta1/catalog-info.yaml', location('l-v1beta1', '  targets: [./a.yaml]\n').replace('v1alpha1', 'v1beta1'));
put('loc/v1beta1/a.yaml', component(fresh()).replace('v1alpha1', 'v1beta1'), false);
put('loc/lower-kind/catalog-info.yaml', location('l-lower', '  targets: [./a.yaml]\n').replace('kind: Location', 'kind: location'));
put('loc/lower-kind/a.yaml', component(fresh()), false);
put('loc/twice/catalog-info.yaml', location('l-twice', '  targets: [./a.yaml, ./a.yaml]\n'));
put('loc/twice/a.yaml', component(fresh()), false);

// Placeholders
const text = (name, value, files = {}) => {
  put(`text/${name}/catalog-info.yaml`, api(`t-${name}`, value));
  for (const [f, bytes] of Object.entries(files)) put(`text/${name}/${f}`, bytes, false);
};
text('plain', '\n    $text: ./a.txt\n', { 'a.txt': 'hello\nthere\n' });
text('nodot', '\n    $text: a.txt\n', { 'a.txt': 'hello' });
text('empty', '\n    $text: ./a.txt\n', { 'a.txt': '' });
text('bom', '\n    $text: ./a.txt\n', { 'a.txt': '\ufeffhello' });
text('latin1', '\n    $text: ./a.txt\n', { 'a.txt': Buffer.from([0x68, 0xe9, 0x21]) });
text('crlf', '\n    $text: ./a.txt\n', { 'a.txt': 'a\r\nb\r\n' });
text('missing', '\n    $text: ./a.txt\n');
text('dir', '\n    $text: ./sub\n', { 'sub/x': 'x' });
text('number', '\n    $text: 5\n');
text('list', '\n    $text: [./a.txt]\n', { 'a.txt': 'x' });
text('nested', '\n    $text:\n      $text: ./a.txt\n', { 'a.txt': './b.txt', 'b.txt': 'x' });
text('two', '\n    $text: ./a.txt\n    other: x\n', { 'a.txt': 'x' });
text('two-dollar', '\n    $text: ./a.txt\n    $json: ./a.txt\n', { 'a.txt': 'x' });
text('unknown', '\n    $openapi: ./a.txt\n', { 'a.txt': 'x' });
text('upper', '\n    $Text: ./a.txt\n', { 'a.txt': 'x' });
text('absolute', '\n    $text: http://localhost:7998/text/absolute/a.txt\n', { 'a.txt': 'x' });
text('elsewhere', '\n    $text: https://example.invalid/a.txt\n');
text('slash', '\n    $text: /text/slash/a.txt\n', { 'a.txt': 'x' });
text('query', '\n    $text: ./a.txt?raw=true\n', { 'a.txt': 'x' });
text('space', '\n    $text: "./a b.txt"\n', { 'a b.txt': 'x' });
text('json', '\n    $json: ./a.json\n', { 'a.json': '"text in json"' });
text('json-map', '\n    $json: ./a.json\n', { 'a.json': '{"a":1}' });
text('json-bad', '\n    $json: ./a.json\n', { 'a.json': '{"a":1,}' });
text('json-empty', '\n    $json: ./a.json\n', { 'a.json': '' });
text('json-bom', '\n    $json: ./a.json\n', { 'a.json': '\ufeff"x"' });
text('json-comment', '\n    $json: ./a.json\n', { 'a.json': '// x\n"x"' });
text('yaml', '\n    $yaml: ./a.yml\n', { 'a.yml': 'just text' });
text('yaml-map', '\n    $yaml: ./a.yml\n', { 'a.yml': 'a: 1' });
text('yaml-two', '\n    $yaml: ./a.yml\n', { 'a.yml': 'x\n---\ny\n' });
text('yaml-empty', '\n    $yaml: ./a.yml\n', { 'a.yml': '' });
text('yaml-comment', '\n    $yaml: ./a.yml\n', { 'a.yml': '# x\n' });
text('yaml-bad', '\n    $yaml: ./a.yml\n', { 'a.yml': 'a: [' });
text('yaml-merge', ' x\n  extra:\n    $yaml: ./a.yml\n', { 'a.yml': 'base: &b {x: 1}\nother: {<<: *b, y: 2}\n' });
put('text/in-meta/catalog-info.yaml', component(fresh(), '', '  description:\n    $text: ./a.txt\n  annotations:\n    example.com/note:\n      $text: ./a.txt\n'));
put('text/in-meta/a.txt', 'from a file', false);
put('text/in-tags/catalog-info.yaml', component(fresh(), '', '  tags:\n    $yaml: ./tags.yaml\n'));
put('text/in-tags/tags.yaml', '[b, a]', false);
put('text/in-name/catalog-info.yaml', component('{$text: ./a.txt}'));
put('text/in-name/a.txt', 'name', false);
put('text/in-spec/catalog-info.yaml', `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ${fresh()}}\nspec:\n  $yaml: ./spec.yaml\n`);
put('text/in-spec/spec.yaml', 'type: library\nlifecycle: x\nowner: user:me\ndependsOn: [resource:z, component:a]\n', false);
put('text/deep/catalog-info.yaml', component(fresh(), '  extra:\n    list:\n      - $text: ./a.txt\n      - map:\n          $json: ./a.json\n      - $ref: "#/x"\n        a: {$text: ./missing.txt}\n'));
put('text/deep/a.txt', 'x', false);
put('text/deep/a.json', '[1, 2.50, 1e3, true, null, "é"]', false);
put('text/x/blob/main/catalog-info.yaml', api(fresh('t-'), '\n    $text: http://localhost:7998/text/y/blob/main/a.txt\n'));
put('text/y/blob/main/a.txt', 'other repository', false);
put('text/x/blob/main/own/catalog-info.yaml', api(fresh('t-'), '\n    $text: ../../dev/a.txt\n'));
put('text/x/blob/dev/a.txt', 'own repository, other branch', false);

// References and relations
const kinds = {
  owner: ['user:me', 'group:ns/team', 'TEAM', 'Team.X', 'a/b', 'a/b/c', 'x:y:z', 'user:a/b', ':x', 'a:', 'a/', '/a', 'a:/b', 'a:b/', ' spaced name ', '""', 'null', '5', 'true', '[a]', '{a: b}', 'API:x', 'ÜSER:Ä'],
  system: ['s', 'domain:x', 'other/s', '""', '0', '[]', '[s]'],
  subcomponentOf: ['parent', 'component:other/p', 'resource:r', ':'],
  dependsOn: ['[component:a, resource:b, Component:A]', '[a]', 'component:a', '[]', '[""]', '[null]', '[5]', '[api:x/y, system:z]', '[component:b, component:a, component:a]'],
  dependencyOf: ['[component:a]', 'component:a', '[a]', '5', '[5]', '[{kind: Component, name: x}]', '[{kind: Component, namespace: q, name: x}]', '[{name: x}]', '{kind: Resource, name: y}', '[[component:a]]', 'false', '[false]', '""', '[""]'],
  providesApis: ['[x, api:y, ns/z]', '[component:c]', '[X, x]', 'x', '[x, [y]]'],
  consumesApis: ['[b, a, "10", "9"]', '[" a"]'],
};
for (const [field, values] of Object.entries(kinds)) {
  values.forEach((value, i) => {
    const spec = field === 'owner' ? '' : `  ${field}: ${value}\n`;
    const body = component(fresh('r-'), spec);
    put(`rel/${field}-${i}/catalog-info.yaml`, field === 'owner' ? body.replace('owner: team-a', `owner: ${value}`) : body);
  });
}
const other = (kind, spec, version = 'backstage.io/v1alpha1', meta = '') => `apiVersion: ${version}\nkind: ${kind}\nmetadata:\n  name: ${fresh(`${kind.toLowerCase()}-`)}\n${meta}spec:\n${spec}`;
const others = [
  other('Group', '  type: team\n  children: [c, group:other/d]\n  parent: p\n  members: [u1, user:u2]\n'),
  other('Group', '  type: team\n  children: []\n  profile: {displayName: "", email: x}\n'),
  other('Group', '  type: team\n'), other('Group', '  type: team\n  children: null\n'), other('Group', '  type: team\n  children: x\n'),
  other('Group', '  type: team\n  children: []\n  members: [group:g]\n  parent: user:x\n'),
  other('User', '  memberOf: [g, group:other/h]\n'), other('User', '  profile: {displayName: X}\n'), other('User', '  memberOf: [user:x]\n'), other('User', '  memberOf: []\n  profile: x\n'),
  other('System', '  owner: o\n  domain: d\n  type: product\n'), other('System', '  owner: o\n  domain: [d]\n'), other('System', '  domain: d\n'),
  other('Domain', '  owner: o\n  subdomainOf: p\n'), other('Domain', '  owner: o\n  subdomainOf: ""\n'),
  other('Resource', '  type: db\n  owner: o\n  dependsOn: [component:x]\n  dependencyOf: [component:y]\n  system: s\n'), other('Resource', '  type: db\n'),
  other('API', '  type: mcp-server\n  lifecycle: x\n  owner: o\n  remotes: [{type: sse, url: x}]\n'),
  other('API', '  type: x\n  lifecycle: x\n  owner: o\n  definition: " "\n  system: s\n'), other('API', '  type: x\n  lifecycle: x\n  owner: o\n  definition: 5\n'),
  other('AiResource', '  type: skill\n  lifecycle: x\n  owner: o\n'),
  other('Template', '  type: x\n  owner: user:t\n  steps: []\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  owner: [a]\n  steps: []\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  owner: "a:"\n  steps: []\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  steps: [{action: a, if: 5}]\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  steps: [{action: a, input: [x]}]\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  parameters: x\n  steps: []\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  parameters: [{properties: {$text: {type: string}}}]\n  steps: []\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  steps: []\n  output: {remoteUrl: x, n: 5}\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  steps: []\n  output: {links: [{title: x, url: ""}]}\n', 'scaffolder.backstage.io/v1beta3'),
  other('Template', '  type: x\n  steps: []\n', 'scaffolder.backstage.io/v1beta2'), other('Template', '  type: x\n  steps: []\n', 'backstage.io/v1beta2'),
  other('Widget', '  a: b\n', 'example.com/v1'), other('component', '  type: x\n  lifecycle: x\n  owner: o\n'), other('Component', '  type: x\n  lifecycle: x\n  owner: o\n', 'backstage.io/v1'),
  other('Component', '  type: x\n  lifecycle: x\n  owner: o\n', 'backstage.io/v1alpha1/x'), other('My-Kind', '  a: b\n'), other('Component', '  null\n'), other('Component', '  []\n'),
];
others.forEach((body, i) => put(`kinds/${i}/catalog-info.yaml`, body));
put('kinds/namespace/catalog-info.yaml', component(fresh(), '  system: s\n  dependsOn: [component:x, component:default/y]\n', '  namespace: team-space\n'));
put('kinds/namespace-upper/catalog-info.yaml', component(fresh(), '', '  namespace: Team\n'));
put('kinds/namespace-null/catalog-info.yaml', component(fresh(), '', '  namespace: null\n'));
put('kinds/namespace-number/catalog-info.yaml', component(fresh(), '', '  namespace: 5\n'));
put('kinds/case/catalog-info.yaml', component('Upper-Case.Name_x', '  owner2: x\n'));

// Metadata
const metas = ['labels: {a: b}', 'labels: {a: 5}', 'labels: {a: "x y"}', 'labels: {a: ""}', 'labels: {"a b": c}', 'labels: {Example.com/a: b}', 'labels: {example.com/a/b: c}', 'labels: {"": x}', 'labels: [a]', 'labels: null', 'labels: {1: x, 0: "y z"}',
  'annotations: {a: b}', 'annotations: {a: 5}', 'annotations: {a: null}', 'annotations: {"a b": c}', 'annotations: []', 'annotations: null', 'annotations: x', 'annotations: ""', 'annotations: 0', 'annotations: false', 'annotations: {backstage.io/view-url: "javascript:alert(1)"}', 'annotations: {backstage.io/edit-url: x}', 'annotations: {backstage.io/managed-by-location: "url:x"}', 'annotations: {backstage.io/managed-by-origin-location: y}', 'annotations: {backstage.io/source-location: "url:y"}', 'annotations: {backstage.io/view-url: ""}', 'annotations: {backstage.io/orphan: "true"}', 'annotations: {backstage.io/view-url: null}', 'annotations: {backstage.io/edit-url: " JavaScript:x"}',
  'tags: [java, "c++", "a:b", "c#"]', 'tags: [Java]', 'tags: [a--b]', 'tags: [""]', 'tags: [5]', 'tags: java', 'tags: null', 'tags: []', 'tags: [a_b]',
  'links: [{url: https://x.example}]', 'links: [{url: x}]', 'links: [{url: "x y"}]', 'links: [{title: t}]', 'links: [{url: "mailto:a@b", title: ""}]', 'links: [{url: "a:b", title: " "}]', 'links: [{url: "http://a b"}]', 'links: [{url: "http://"}]', 'links: [{url: "https:x"}]', 'links: [{url: "//x.example"}]', 'links: [{url: "http://[::1]:99999"}]', 'links: [{url: "http://x:y"}]', 'links: [{url: "  https://x.example  "}]', 'links: [{url: "http://1.2.3.4.5"}]', 'links: {}', 'links: [x]', 'links: null', 'links: [{url: https://x.example, icon: 5}]', 'links: [{url: https://x.example, type: ""}]', 'links: [{url: "www.example.com"}]', 'links: [{url: "C:/x"}]', 'links: [{url: "${{ values.url }}"}]', 'links: [{url: "https://${{ values.url }}"}]',
  'title: ""', 'title: 5', 'title: " "', 'description: 5', 'description: ""', 'description: null', 'uid: x', 'etag: y', 'uid: 5', 'generation: 5', 'extra: {a: [1, 2]}', 'custom: 1.10', 'custom: 0x1F', 'custom: 017', 'custom: yes', 'custom: 2020-01-01', 'custom: 1e3', 'custom: 12345678901234567890', 'custom: .inf', 'custom: -0', 'custom: 1.0', 'custom: 123456789.123456789', 'custom: ~', 'custom: {<<: {a: 1}}', 'custom: !!binary aGk=', 'custom: !!set {a}', 'custom: !x y', 'custom: &a [*a]', 'custom: "\\u0000"', 'custom: |\n    a\n    b\n', 'custom: >-\n    a\n    b\n\n    c\n'];
metas.forEach((meta, i) => put(`meta/${i}/catalog-info.yaml`, component(fresh('m-'), '', `  ${meta}\n`)));
const names = ['a', 'A.b_C-d', '-a', 'a-', 'a..b', 'a b', '${{ x }}', 'x'.repeat(63), 'x'.repeat(64), '5', '"5"', 'null', '""', 'ä', 'a/b', '[a]', '1.10', 'true', '"true"', '0x1f', '2020-01-01', 'a#b', '"a: b"'];
names.forEach((name, i) => put(`names/${i}/catalog-info.yaml`, component(name, '', `  namespace: names-${i}\n`)));

// Whole files
const whole = ['', '\n', '# x\n', '---\n', '---\n---\n', 'null\n', 'x\n', '[]\n', '5\n', '{}\n', 'a: b\n', '\ufeff' + component(fresh('w-')), component(fresh('w-')).replace(/\n/g, '\r\n'), `${component(fresh('w-'))}...\n`, `%YAML 1.1\n---\n${component(fresh('w-'))}`, `---\n${component(fresh('w-'))}---\n`, `${component(fresh('w-'))}--- # c\n${component(fresh('w-'))}`,
  `${component(fresh('w-'))}---\nx\n`, `${component(fresh('w-'))}---\nkind: Component\n`, `${component(fresh('w-'))}---\n${component(fresh('w-')).replace('spec:', 'spec: 5 #')}`, component('w-same') + '---\n' + component('W-SAME', '  system: second\n'), component(fresh('w-'), '', '', 'extra: 5\n'), component(fresh('w-'), '', '', 'relations: []\n'), component(fresh('w-'), '', '', 'status: {}\n'), component(fresh('w-'), '', '', 'status: {items: [{type: a}]}\n'), component(fresh('w-'), '', '', 'relations: [{type: a, targetRef: b}]\n'), component(fresh('w-')).replace('  type: service', '  type: service\n  type: x'), component(fresh('w-')).replace('  type', '\ttype'), component(fresh('w-')).replace('production', '{{ x }}'), component(fresh('w-')).replace('production', '{% x %}'), component(fresh('w-')).replace('team-a', '*x'), component(fresh('w-')).replace('team-a', '&x team-b'), component(fresh('w-')).replace('service', '!!str 5'), component(fresh('w-')).replace('service', '5'), component(fresh('w-')).replace('service', "'it''s'"), component(fresh('w-')).replace('spec:', 'spec: &s').concat('other: *s\n'), JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: fresh('w-') }, spec: { type: 'a', lifecycle: 'b', owner: 'c', extra: null } }, null, 2), component(fresh('w-')).replace('kind: Component', 'kind: 5'), component(fresh('w-')).replace('kind: Component', 'kind: ""'), component(fresh('w-')).replace('kind: Component', 'kind: null'), component(fresh('w-')).replace('apiVersion: backstage.io/v1alpha1', 'apiVersion: 1'), component(fresh('w-')).replace('apiVersion: backstage.io/v1alpha1', 'apiVersion: ""'), component(fresh('w-')).replace('metadata:', 'metadata: x\nfoo:')];
whole.forEach((body, i) => put(`whole/${i}/catalog-info.yaml`, body));

// What differs only in capitals: taken in, related, followed, and served to nobody.
const twins = ['labels: {Team: a, team: b}', 'annotations: {x.io/Foo: a, x.io/foo: b}', 'Name: other', 'Uid: x', 'ETAG: y', 'title: a\n  Title: b', 'custom: [Foo, foo]', 'custom: [Foo]\n  Custom: [bar]', 'custom: {a: [Foo], A: []}', 'custom: {a: {}, A: x}', 'custom: [{a: 1}, {A: 2}]', 'custom: [{x: [Foo]}, {x: [foo]}]', 'custom: [Foo, {foo: 1}]', 'custom: [{foo: 1}, Foo]', 'custom: {ß: 1, ẞ: 2}', 'custom: {"a.b": 1, a: {B: 2}}', 'custom: {"a.b": 1, a: {b: 2}}', 'attachments: {A: 1, a: 2}'];
twins.forEach((meta, i) => put(`twins/${i}/catalog-info.yaml`, component(fresh('tw-'), '  dependsOn: [component:tw-1]\n', `  ${meta}\n`)));
put('twins/location/catalog-info.yaml', location('l-twins', '  target: ./a.yaml\n', '  labels: {A: x, a: y}\n'));
put('twins/location/a.yaml', component(fresh()), false);
const pages = (a, b) => `apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: ${fresh('tw-')}\nspec:\n  type: x\n${a}\n${b}\n`;
put('twins/pages/catalog-info.yaml', pages('  steps: []', '  parameters: [{properties: {Name: {type: string}}}, {properties: {name: {type: string}}}]'));
put('twins/steps/catalog-info.yaml', pages('  steps: [{action: a, input: {RepoUrl: x}}, {action: b, input: {repoUrl: y}}]', '  owner: o'));
put('twins/required/catalog-info.yaml', pages('  steps: []', '  parameters: [{required: [Name]}, {required: [name]}]'));

// Described twice in one file.
['./a.yaml', './gone.yaml'].forEach((first, i) => {
  for (const [j, second] of ['./b.yaml', '5'].entries()) {
    const folder = `again/${i}${j}`;
    put(`${folder}/catalog-info.yaml`, `${location(`l-again-${i}${j}`, `  target: ${first}\n`)}---\n${location(`l-again-${i}${j}`, `  target: ${second}\n`)}`);
    put(`${folder}/a.yaml`, component(fresh()), false);
    put(`${folder}/b.yaml`, component(fresh()), false);
  }
});

// What JavaScript makes of it.
const json = ['"a\tb"', '["a\nb"]', '"\\q"', '[1.]', '-.5', '1e', '01', '[1,]', '"\\ud800"', Buffer.from([0x22, 0xff, 0x22]), '{"a":1,"a":2}', '{"Foo":1,"foo":2}', '{"__proto__":{"a":"b"}}', '[12345678901234567890, -0, 1E5]', '{"":1,"é":2}'];
json.forEach((bytes, i) => {
  put(`json/${i}/catalog-info.yaml`, component(fresh(), '  extra:\n    $json: ./a.json\n'));
  put(`json/${i}/a.json`, bytes, false);
});
text('prefixes', '\n    $text: ./a.txt\n', { 'a.txt': Buffer.from([0xe2, 0x82, 0x7c, 0xf0, 0x9f, 0x98, 0x7c, 0xed, 0xa0, 0x80]) });
put('text/annotations/catalog-info.yaml', component(fresh(), '', '  annotations:\n    $yaml: ./m.yaml\n'));
put('text/annotations/m.yaml', 'a: b\n', false);
['  __proto__: x\n', '  __proto__: {a: b}\n', '  list: [{__proto__: [a], b: c}]\n', '  constructor: {a: b}\n  toString: [a]\n  length: 5\n'].forEach((spec, i) => put(`proto/${i}/catalog-info.yaml`, component(fresh(), spec)));
['__proto__: 5\n', '__proto__: {spec: {x: 1}}\n', 'constructor: 5\n'].forEach((root, i) => put(`proto/root-${i}/catalog-info.yaml`, component(fresh()) + root));
['ΟΔΥΣΣΕΥΣ', 'group:ΑΣ/ΣΑΣ', 'İstanbul', '"a:b:c"', '"@org/team"', '"a\\u0000b"'].forEach((owner, i) => put(`rel/owners-${i}/catalog-info.yaml`, component(fresh()).replace('team-a', owner)));
['annotations: .nan', 'links: [{url: "https://x.example", title: "\\u0085"}]', 'links: [{url: "https://x.example", title: "\\ufeff"}]'].forEach((meta, i) => put(`meta/more-${i}/catalog-info.yaml`, component(fresh(), '', `  ${meta}\n`)));

// One random change in a good file.
const values = ['null', '""', '5', 'true', '[]', '{}', '[x]', '{a: b}', '" "', 'x y', 'https://x.example', '[{}]', '[5]', '- a', "'", '|', '*a', '@x', '`', '%', '- - a', '1.0', '!!int "5"'];
for (let i = 0; i < count; ++i) {
  const base = pick([component, component, (name, spec) => api(name, ' x\n' + spec), name => `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: ${name}\nspec:\n  type: team\n  profile:\n    displayName: X\n    email: a@b.c\n  parent: p\n  children: [a, b]\n  members: [c]\n`, name => `apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: ${name}\n  title: T\nspec:\n  type: service\n  owner: o\n  parameters:\n    - title: x\n      properties:\n        a:\n          type: string\n  steps:\n    - id: s\n      name: n\n      action: fetch:template\n      input:\n        url: ./skeleton\n  output:\n    links:\n      - title: x\n        url: y\n`]);
  const lines = base(fresh('z-'), '  system: s\n', '  labels:\n    a: b\n  annotations:\n    c: d\n  tags: [x]\n  links:\n    - url: https://x.example\n      title: t\n').split('\n');
  const at = random(lines.length - 1);
  switch (random(6)) {
    case 0: lines.splice(at, 1); break;
    case 1: lines[at] = lines[at].replace(/:.*/, `: ${pick(values)}`); break;
    case 2: lines.splice(at, 0, lines[at]); break;
    case 3: lines[at] = `${' '.repeat(random(5))}${lines[at].trim()}`; break;
    case 4: lines[at] = lines[at].replace(/^(\s*)(- )?\w+/, `$1$2${pick(['other', 'name', 'spec', '$text', 'x y', '5', '?', '"q"'])}`); break;
    default: lines[at] += pick([' #', ' x', ':', ' |', ' &a', ',', '\\', '"']);
  }
  put(`mutated/${i}/catalog-info.yaml`, lines.join('\n'));
}

fs.writeFileSync(path.join(folder, 'roots.json'), JSON.stringify(roots));
console.error(`${roots.length} roots`);
