// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node provider.js: an OpenID Connect provider on a free port of 127.0.0.1. Prints its issuer when it answers, and ends with
// its standard input. Its login and consent pages are those that oidc-provider brings for development.
'use strict';
const http = require('node:http');

async function main() {
  const { default: Provider } = await import('oidc-provider');
  const server = http.createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'desktop',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['of a test'] },
    features: {
      deviceFlow: { enabled: true },
      devInteractions: { enabled: true },
      registration: { enabled: true },
      revocation: { enabled: true },
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, RefreshToken: 86400, Grant: 86400, Session: 3600, Interaction: 600, DeviceCode: 600, IdToken: 600 },
  });
  server.on('request', provider.callback());
  console.log(issuer);
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
}

main().catch(error => {
  console.error(error);
  process.exit(2);
});
