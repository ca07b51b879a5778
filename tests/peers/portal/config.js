// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// config.js PORT STATE GUEST FILES REGISTRATION: the backend's configuration as JSON. The database is the PostgreSQL at the port
// PEER_POSTGRES, or lies in files below STATE: a backend that was killed has its catalog when it is started again. GUEST is the user
// that a guest is signed in as, FILES the port of descriptors that may be read, and REGISTRATION whether OAuth clients may register
// themselves.
'use strict';

const [port, state, guest, files, registration] = process.argv.slice(2);
const postgres = process.env.PEER_POSTGRES;
const database = postgres
  ? { client: 'pg', connection: { host: '127.0.0.1', port: Number(postgres), user: 'callboard', password: '' } }
  : { client: 'better-sqlite3', connection: { directory: `${state}/db` } };

console.log(JSON.stringify({
  app: {
    title: 'Peer',
    baseUrl: 'http://localhost:3000',
    // It stores this many events each so many milliseconds; as shipped 5 and 2000.
    analytics: { adoptionInsights: { maxBufferSize: 100, flushInterval: 200, licensedUsers: 250 } },
  },
  organization: { name: 'Peer' },
  backend: {
    baseUrl: `http://localhost:${port}`,
    listen: { host: '127.0.0.1', port: Number(port) },
    auth: {
      externalAccess: [
        { type: 'static', options: { token: 'loopback-static-token-0123456789abcdef', subject: 'peer-test' } },
      ],
    },
    database,
    reading: { allow: [{ host: `localhost:${files}` }] },
  },
  auth: {
    environment: 'development',
    backstageTokenExpiration: { minutes: 10 },
    providers: { guest: { dangerouslyAllowOutsideDevelopment: true, userEntityRef: guest } },
    clientIdMetadataDocuments: { enabled: true },
    experimentalDynamicClientRegistration: { enabled: registration === 'true' },
    experimentalRefreshToken: { enabled: true },
  },
  catalog: {
    processingInterval: { hours: 24 },
    rules: [{ allow: ['Component', 'System', 'API', 'Resource', 'Location', 'Domain', 'User', 'Group', 'Template'] }],
  },
  permission: { enabled: true },
  // MkDocs as the system has it, without TechDocs' own plugin, which is on PyPI alone.
  techdocs: {
    builder: 'local',
    generator: { runIn: 'local', mkdocs: { omitTechdocsCorePlugin: true } },
    publisher: { type: 'local', local: { publishDirectory: `${state}/techdocs` } },
  },
}, null, 1));
