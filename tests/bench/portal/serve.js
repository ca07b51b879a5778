// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// serve.js ENTITIES PORT: pages through that many made-up entities, of 1.7 kB each, as a Backstage catalog does (by-query, cursors, ETags
// over pages of chosen fields), as fast as Node.js can: a real backend takes ten minutes to take in as many.
'use strict';

const crypto = require('node:crypto');
const http = require('node:http');
const zlib = require('node:zlib');

const [count, port] = process.argv.slice(2).map(Number);
const words = 'ledger harbour tide berth crew fare anchor beacon manifest payout router schedule cargo pilot signal current'.split(' ');
const hash = text => crypto.createHash('sha1').update(text).digest('hex');
const uuid = h => [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20, 32)].join('-');

function sentence(h, length) {
  let text = '';
  for (let i = 0; i < length; ++i) text += words[(parseInt(h[i % 40], 16) + i * 7) % words.length] + ' ';
  return text.trim();
}

function entity(i) {
  const h = hash(`entity ${i}`);
  const name = `${words[i % 16]}-${words[(i >> 4) % 16]}-${i}`;
  const group = `group:default/team-${i % 997}`;
  return {
    metadata: {
      namespace: 'default', name, title: sentence(h, 3), description: sentence(h, 30), uid: uuid(h), etag: hash(`etag ${i}`),
      annotations: {
        'backstage.io/managed-by-location': `url:https://forge.example.org/org/${name}/tree/main/catalog-info.yaml`,
        'backstage.io/managed-by-origin-location': `url:https://forge.example.org/org/${name}/tree/main/catalog-info.yaml`,
        'backstage.io/source-location': `url:https://forge.example.org/org/${name}/tree/main/`,
        'forge.example.org/project-slug': `org/${name}`, 'pager.example.org/key': h,
      },
      tags: [words[i % 7], words[i % 13]], labels: { tier: String(i % 4) },
      links: [{ url: `https://dash.example.org/${name}`, title: 'Dashboard' }, { url: `https://run.example.org/${name}`, title: 'Runbook' }],
    },
    apiVersion: 'backstage.io/v1alpha1', kind: 'Component',
    spec: { type: 'service', lifecycle: 'production', owner: group, system: `system-${i % 500}`, dependsOn: [`component:default/x-${i % 77}`] },
    relations: [
      { type: 'dependsOn', targetRef: `component:default/x-${i % 77}` }, { type: 'ownedBy', targetRef: group },
      { type: 'partOf', targetRef: `system:default/system-${i % 500}` },
    ],
  };
}

const rows = Array.from({ length: count }, (_, i) => entity(i))
  .sort((a, b) => (a.metadata.uid < b.metadata.uid ? -1 : 1))
  .map(e => ({ uid: e.metadata.uid, full: JSON.stringify(e), etag: `{"metadata":{"etag":"${e.metadata.etag}"}}` }));
const place = new Map(rows.map((row, i) => [row.uid, i]));

function cursor(uid, first, isPrevious) {
  return Buffer.from(JSON.stringify({
    orderFields: [], isPrevious, fullTextFilter: { term: '' }, orderFieldValues: [uid], firstSortFieldValues: [first], totalItems: 0,
  })).toString('base64');
}

function page(query) {
  const limit = Number(query.get('limit') ?? 200);
  if (limit === 0) return `{"items":[],"totalItems":${count},"pageInfo":{}}`;
  const asked = query.get('cursor') && JSON.parse(Buffer.from(query.get('cursor'), 'base64').toString());
  const begin = asked ? place.get(asked.orderFieldValues[0]) + 1 : 0;
  const first = asked ? asked.firstSortFieldValues[0] : rows[0].uid;
  const items = rows.slice(begin, begin + limit);
  const column = query.get('fields') === 'metadata.etag' ? 'etag' : 'full';
  const info = [];
  if (begin + limit < count) info.push(`"nextCursor":"${cursor(items.at(-1).uid, first, false)}"`);
  if (begin > 0) info.push(`"prevCursor":"${cursor(items[0].uid, first, true)}"`);
  return `{"items":[${items.map(row => row[column]).join(',')}],"totalItems":0,"pageInfo":{${info.join(',')}}}`;
}

let busy = 0n;
http.createServer((request, response) => {
  const began = process.hrtime.bigint();
  const url = new URL(request.url, 'http://x');
  const done = (status, body, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }).end(body);
    busy += process.hrtime.bigint() - began;
  };
  if (url.pathname === '/busy') return done(200, String(Number(busy / 1000000n)));
  if (url.pathname !== '/api/catalog/entities/by-query') return done(url.pathname === '/api/catalog/entities' ? 200 : 404, '[]');
  const body = page(url.searchParams);
  const headers = {};
  if (url.searchParams.get('fields')) {
    const tag = crypto.createHash('sha1').update(body).digest('base64').slice(0, 27);
    headers.ETag = `W/"${Buffer.byteLength(body).toString(16)}-${tag}"`;
    if (request.headers['if-none-match'] === headers.ETag) return done(304, '', headers);
  }
  if (!/gzip/.test(request.headers['accept-encoding'] ?? '')) return done(200, body, headers);
  return done(200, zlib.gzipSync(body, { level: 6 }), { ...headers, 'Content-Encoding': 'gzip' });
}).listen(port, '127.0.0.1', () => console.log('ready'));
