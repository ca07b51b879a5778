// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The events in adoption-insights' own database. `database.js seed` reads a JSON array of rows from its input and inserts them, with a
// partition for each of their months, as the backend makes it for the present one alone; `database.js count` tells how many there are;
// `database.js zone NAME` moves the server to another time zone, and ends the backend's sessions, which would not notice.
'use strict';

const { Client } = require(require.resolve('pg', { paths: [process.env.PEER_MODULES] }));

async function seed(client, rows) {
  for (const month of new Set(rows.map(row => row.created_at.slice(0, 7)))) {
    const [year, number] = month.split('-').map(Number);
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
    await client.query(`CREATE TABLE IF NOT EXISTS events_${month.replace('-', '_')} PARTITION OF events FOR VALUES FROM ('${month}-01') TO ('${next}')`);
  }
  for (const row of rows) {
    await client.query(
      'INSERT INTO events (created_at, user_ref, plugin_id, action, subject, value, attributes, context) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [row.created_at, row.user_ref, row.plugin_id, row.action, row.subject, row.value ?? null, row.attributes, row.context]);
  }
}

async function move(client, zone) {
  await client.query(`ALTER ROLE callboard SET timezone = ${client.escapeLiteral(zone)}`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
}

async function main(what, zone) {
  const client = new Client({
    host: '127.0.0.1', port: Number(process.env.PEER_POSTGRES), user: 'callboard', password: '', database: 'backstage_plugin_adoption-insights',
  });
  await client.connect();
  if (what === 'seed') {
    await client.query('BEGIN');
    await seed(client, JSON.parse(require('node:fs').readFileSync(0, 'utf8')));
    await client.query('COMMIT');
  }
  if (what === 'zone') await move(client, zone);
  const count = async table => Number((await client.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  console.log(JSON.stringify({ events: await count('events'), failed: await count('failed_events') }));
  await client.end();
}

main(process.argv[2], process.argv[3]);
