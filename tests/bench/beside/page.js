// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Serves a built Backstage web page on port 7432 (its configuration names that as app.baseUrl and backend.baseUrl), and passes what
// it asks of /api on to the backend.
'use strict';

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };

function serve(folder, backend) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    if (pathname.startsWith('/api/')) {
      const onward = http.request(backend + request.url, { method: request.method, headers: { ...request.headers, host: new URL(backend).host } }, answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.writeHead(502).end());
      request.pipe(onward);
      return;
    }
    let file = path.join(folder, path.posix.normalize(pathname));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) file = path.join(folder, 'index.html');
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise(done => server.listen(7432, 'localhost', () => done({ url: 'http://localhost:7432', close: () => server.close() })));
}

module.exports = { serve };
