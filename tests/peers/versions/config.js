// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// config.js PORT STATE GUEST FILES …: as ../portal/config.js, with what backends of 1.18 and later understand.
'use strict';

const [port, state, guest, files] = process.argv.slice(2);

console.log(JSON.stringify({
  app: { title: 'Peer', baseUrl: 'http://localhost:3000' },
  organization: { name: 'Peer' },
  backend: {
    baseUrl: `http://localhost:${port}`,
    listen: { host: '127.0.0.1', port: Number(port) },
    auth: {
      externalAccess: [
        { type: 'static', options: { token: 'loopback-static-token-0123456789abcdef', subject: 'peer-test' } },
      ],
    },
    database: { client: 'better-sqlite3', connection: { directory: `${state}/db` } },
    reading: { allow: [{ host: `localhost:${files}` }] },
  },
  auth: {
    environment: 'development',
    providers: { guest: { dangerouslyAllowOutsideDevelopment: true, userEntityRef: guest } },
  },
  catalog: {
    processingInterval: { hours: 24 },
    rules: [{ allow: ['Component', 'System', 'API', 'Resource', 'Location', 'Domain', 'User', 'Group', 'Template'] }],
  },
}, null, 1));
