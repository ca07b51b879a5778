// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// vectors.js SEED COUNT: questions with Backstage's own answers, as JSON on standard output. tests/data/catalog/reference.json is one such
// record; the peer test asks anew, with other seeds.
'use strict';

const oracle = require('./oracle.js');

let seed = Number(process.argv[2] || 1);
const count = Number(process.argv[3] || 400);
function random(limit) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * limit);
}
const pick = list => list[random(list.length)];

const spec = {
  Component: { type: 'service', lifecycle: 'production', owner: 'team', system: 's', subcomponentOf: 'p', providesApis: ['a'], consumesApis: ['b'], dependsOn: ['component:c'] },
  API: { type: 'openapi', lifecycle: 'production', owner: 'team', definition: 'text', system: 's' },
  Resource: { type: 'db', owner: 'team', dependsOn: ['resource:x'], system: 's' },
  Group: { type: 'team', children: ['c'], parent: 'p', members: ['m'], profile: { displayName: 'G', email: 'g@x', picture: 'p' } },
  User: { memberOf: ['g'], profile: { displayName: 'U', email: 'u@x', picture: 'p' } },
  System: { owner: 'team', domain: 'd', type: 't' },
  Domain: { owner: 'team', subdomainOf: 'd', type: 't' },
  Location: { type: 'url', target: './a.yaml', targets: ['./b.yaml'], presence: 'optional' },
  Template: { type: 'service', owner: 'team', lifecycle: 'x', parameters: [{ title: 'x', 'backstage:permissions': { tags: ['a'] } }], secrets: { schema: {} }, presentation: { buttonLabels: { backButtonText: 'b' } }, steps: [{ id: 'a', name: 'n', action: 'x', input: { a: 1 }, if: true }], output: { links: [{ title: 't', url: 'u', if: 'x' }], text: [{ title: 't', content: '' }], remoteUrl: 'r' }, formDecorators: [{ id: 'a', input: {} }] },
};
const aiSpecs = [
  { type: 'skill', lifecycle: 'x', owner: 'o', disciplines: ['a'], categories: ['b'], agents: ['c'], dependsOn: ['d'], allowedTools: 't', license: 'l', compatibility: 'c' },
  { type: 'rule', lifecycle: 'x', owner: 'o', disciplines: ['a'], category: 'c', rationale: 'r' },
  { type: 'plugin', lifecycle: 'x', owner: 'o', skills: ['a'], version: '1' },
  { type: 'marketplace', lifecycle: 'x', owner: 'o', plugins: ['a'], version: '1' },
  { type: 'other', lifecycle: 'x', owner: 'o', system: 's' },
];

function entity(useAlpha) {
  const kind = useAlpha ? pick(['AiResource', 'API']) : pick(Object.keys(spec));
  const own = useAlpha
    ? kind === 'API' ? { type: 'mcp-server', lifecycle: 'x', owner: 'o', remotes: [{ type: 'sse', url: 'u' }], system: 's' } : pick(aiSpecs)
    : spec[kind];
  return structuredClone({
    apiVersion: kind === 'Template' ? 'scaffolder.backstage.io/v1beta3' : 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'name', namespace: 'default', title: 't', description: 'd', labels: { a: 'b', 'x.io/c': 'd' }, annotations: { 'x.io/a': 'b', c: 'd' }, tags: ['a', 'b-c'], links: [{ url: 'https://x.example', title: 't', icon: 'i', type: 'y' }] },
    spec: own,
  });
}

const values = [null, '', ' ', 'x', 'X y', 'a/b', '-a', 'a_b', 'a:b', 'Component', 'backstage.io/v1beta1', 'x'.repeat(64), 'c'.repeat(501), 5, 0, 1.5, true, false, [], [''], ['x', 5], [null], {}, { a: 'b' }, { a: 5 }, [{}], [{ url: 'x' }], [{ url: 'https://x.example', title: '' }], 'https://x.example', 'Foo.io/v1', 'a.b.c/d', 'optional'];
const keys = ['extra', 'x y', 'a/b/c', '', 'Upper.io/x', 'relations', 'status', 'url', 'if', 'input', 'name', 'dependencyOf', '~', 'targets', 'lines\nbreak'];

/** Every place in a value, as [parent, key]. */
function places(value, found = []) {
  if (value && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      found.push([value, key]);
      places(value[key], found);
    }
  }
  return found;
}

function mutate(value) {
  for (let i = 1 + random(2); i > 0; --i) {
    const [parent, key] = pick(places(value));
    const isList = Array.isArray(parent);
    switch (random(4)) {
      case 0: isList ? parent.splice(Number(key), 1) : delete parent[key]; break;
      case 1: parent[key] = structuredClone(pick(values)); break;
      case 2: if (isList) parent.push(structuredClone(pick(values))); else parent[pick(keys)] = structuredClone(pick(values)); break;
      default: if (parent[key] && typeof parent[key] === 'object' && !Array.isArray(parent[key])) parent[key][pick(keys)] = structuredClone(pick(values)); else parent[key] = structuredClone(pick(values));
    }
    if (places(value).length === 0) break;
  }
  return value;
}

const bases = ['https://github.com/o/r/blob/main/a/catalog-info.yaml', 'https://github.com/o/r/tree/main/catalog-info.yaml', 'https://github.com/o/r/blob/feature/x/catalog-info.yaml', 'https://github.com/o/r', 'https://github.com/o/r/blob/0123456789012345678901234567890123456789/a.yaml', 'https://ghe.example.com/o/r/blob/main/a b/catalog-info.yaml', 'https://gitlab.com/g/sub/p/-/blob/main/dir/catalog-info.yaml', 'https://gitlab.com/g/p/blob/main/catalog-info.yaml', 'https://gitlab.example.com:8443/g/p/-/tree/main/a/b.yaml', 'https://bitbucket.org/w/r/src/main/catalog-info.yaml', 'https://bitbucket.org/w/r/src/main/d/c.yaml?x=1', 'https://bitbucket.example.com/projects/P/repos/r/browse/a/c.yaml?at=main', 'https://bitbucket.example.com/projects/P/repos/r/raw/c.yaml', 'https://bitbucket.example.com/users/u/repos/r/browse/c.yaml', 'https://bitbucket.example.com/scm/p/r/c.yaml', 'https://dev.azure.com/org/project/_git/repo?path=%2Fdir%2Fcatalog-info.yaml', 'https://dev.azure.com/org/project/_git/repo?path=/a.yaml&version=GBmain', 'https://dev.azure.com/org/_git/repo?path=/a.yaml', 'https://dev.azure.com/org/project/_git/repo?path=/a.yaml&version=GC123', 'https://dev.azure.com/org/project', 'https://gitea.example.com/o/r/src/branch/main/a/catalog-info.yaml', 'https://gerrit.example.com/gitiles/a/b/+/refs/heads/main/d/c.yaml', 'https://gerrit.example.com/gitiles/a/+/HEAD/c.yaml', 'https://gerrit.example.com/gitiles/a', 'https://git.example.com/o/r/blob/main/c.yaml', 'https://git.example.com/c.yaml', 'http://localhost:7998/repo/a/catalog-info.yaml', 'http://localhost:7998/repo/x/src/y/z/catalog-info.yaml', 'http://localhost:7998/a/b/tree/c/blob/d/e.yaml', 'http://localhost:7998/a/b/-/c/d/e.yaml', 'http://localhost:7998/a/b/raw/c/%2e%2e/e.yaml', 'http://localhost:7998/a%20b/c/blob/d/e%20f.yaml', 'http://localhost:7998/', 'https://storage.cloud.google.com/b/a.yaml', 'https://x.visualstudio.com/p/_git/r?path=/a.yaml', 'https://raw.githubusercontent.com/o/r/main/a.yaml', '/local/file.yaml', 'not a url'];
const targets = ['./b.yaml', 'b.yaml', '../b.yaml', '../../../../../b.yaml', '/b.yaml', '/a/b.yaml', './', '.', '..', '', './a b.yaml', './%41.yaml', './b.yaml?x=1', './b.yaml#L5', '?x', '#x', '//host/x', '///x', 'https://github.com/o/r/blob/dev/b.yaml', 'https://github.com/o/other/blob/main/b.yaml', 'https://gitlab.com/g/p/-/blob/main/b.yaml', 'http://x', 'mailto:a@b', 'a:b', 'C:\\x', '.\\b.yaml', './ü.yaml', './*.yaml', './**/catalog-info.yaml', ' ./b.yaml ', './{a,b}.yaml', './[x].yaml', './a;b.yaml', './a|b.yaml', "./it's.yaml", './"q".yaml', './b^.yaml', './%zz.yaml', '..%2fb.yaml', '%2e%2e/b.yaml'];
const urls = ['http:', 'http:/', 'http://', 'http:x', 'https:x/y', 'HTTP://EXAMPLE.com:80/A', 'https://a:443', 'https://a:8443', 'https://a:', 'https://a:x', 'https://a:65536', 'https://u:p@a/', 'https://u@a/', 'https://@a/', 'https://a@', 'https://a b/', 'https://a%20b/', 'https://%41/', 'https://a_b/', 'https://a..b/', 'https://.a/', 'https://ä.example/', 'https://1.2.3/', 'https://1.2.3.4.5/', 'https://0x10/', 'https://08.1/', 'https://256/', 'https://1.2.3.256/', 'https://[::1]/', 'https://[1:2:3:4:5:6:7:8]/', 'https://[1::8:0:0:1]/', 'https://[::1.2.3.4]/', 'https://[::g]/', 'https://[::1/', 'https://a|b/', 'https://a<b/', 'https://a^b/', 'ftp://a/../b', 'file:///a/./b', 'file:a', 'file://host/a', 'file:///C|/x', 'mailto:a b', 'data:,x y', 'a:', ':a', '1a:b', 'a+b-c.d:x', 'a_b:x', 'x', '/x', '//x', '', ' ', 'https://a/b c', 'https://a/"<>`{}|^\\', 'https://a/?q="<>\'#"<>`', 'https://a/%', 'https://a/%zz', 'https://a/\u0000', 'https://a/\t\n/b', '\thttps://a', 'https://a\\b\\c', 'https:\\\\a\\b', 'foo://h/a/../b', 'foo://H/x', 'foo:/a/../b', 'foo:a/../b', 'foo:///x', 'foo://', 'foo://h:5/', 'foo://h x/', 'foo:/.//x', 'javascript:alert(1)', '${{ x }}', 'https://${{ x }}', 'www.example.com', 'localhost:3000', 'example.com/a:b', 'https://example.com:08/', 'https://xn--ls8h.la/', 'https://EXAMPLE.com./', 'https://a/?', 'https://a/#', 'https://a?b#c', 'ws://a:80', 'blob:https://a/b'];
const refs = ['a', 'k:a', 'n/a', 'k:n/a', 'K:N/A', '', ':', '/', ':a', 'a:', '/a', 'a/', 'k:/a', 'k:n/', ':n/a', 'a/b/c', 'a:b:c', 'n/a:b', 'k:n/a:b', 'k:n/a/b', 'k:a b', ' a', 'ü:Ä', 'k::a', 'k:n//a', 'ΟΔΟΣ', 'ΑΣ:ΣΑΣ/ΣΑΣ.Σ', 'k:Σ', "k:ΑΣ'", 'k:ΑΣ\u0301Σ', 'k:Α\u{10400}Σ', 'İ:ẞ'];
const locations = ['url:https://a', 'url: https://a ', 'file:/a', ' file : /a ', 'url:', ':x', 'x', '', 'http://a', 'https://a', 'url:javascript:x', 'url: JAVA\nSCRIPT:x', 'url:javascript', 'a:b:c', 'bootstrap:bootstrap'];

async function main() {
  const entities = [];
  for (let i = 0; i < count; ++i) {
    const useAlpha = i % 8 === 7;
    const made = mutate(entity(useAlpha));
    // As text: the order of keys decides what is named first.
    const text = JSON.stringify(made);
    entities.push({ alpha: useAlpha, text, ...(await oracle.judge(made, useAlpha)) });
  }
  const addresses = [];
  for (const base of bases) {
    for (const url of targets) addresses.push({ base, url, resolved: oracle.resolve(url, base), allowed: oracle.mayReference(oracle.resolve(url, base) ?? url, base) });
  }
  const edits = bases.map(url => ({ url, edit: oracle.edit(url) }));
  const parsed = [...urls.map(url => ({ url, href: oracle.href(url) }))];
  for (const base of ['https://h:8/a/b?q#f', 'file:///a/b', 'foo://h/a/b']) for (const url of [...urls, ...targets]) parsed.push({ url, base, href: oracle.href(url, base) });
  const references = [];
  for (const text of refs) for (const kind of [undefined, 'Group']) for (const ns of [undefined, 'Space']) references.push({ text, kind, ns, ref: oracle.ref(text, kind, ns) });
  process.stdout.write(JSON.stringify({ entities, addresses, edits, urls: parsed, references, locations: locations.map(text => ({ text, parts: oracle.location(text) })) }));
}

main();
