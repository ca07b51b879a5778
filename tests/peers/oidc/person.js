// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// node person.js [--refuse] [--stop] URL: opens URL as a browser would, fills in and sends every form it meets, and prints where it
// ends. --refuse takes the way out of the first page; --stop does not open the redirect to the program that waits for it.
'use strict';

const cookies = new Map();

async function open(url, body) {
  const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  if (body) headers['content-type'] = 'application/x-www-form-urlencoded';
  const response = await fetch(url, { method: body ? 'POST' : 'GET', headers, body, redirect: 'manual' });
  for (const line of response.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  return response;
}

const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

function formIn(html, url) {
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
  if (!form) return null;
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name');
    if (name) fields.set(name, attribute(input, 'value') ?? 'mira');
  }
  return { action: new URL(attribute(form, 'action') ?? url, url).href, body: fields.toString() };
}

async function main(options, start) {
  let url = start;
  let body;
  for (let step = 0; step < 20; ++step) {
    const response = await open(url, body);
    body = undefined;
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url).href;
      if (options.has('--stop') && new URL(url).pathname === '/callback') return url;
      continue;
    }
    const html = await response.text();
    const wayOut = /href="([^"]*\/abort)"/.exec(html)?.[1];
    const form = formIn(html, url);
    if (options.has('--refuse') && wayOut) {
      url = new URL(wayOut, url).href;
    } else if (form) {
      ({ action: url, body } = form);
    } else {
      return `${response.status} ${url}`;
    }
  }
  throw new Error('no end of pages');
}

const options = new Set(process.argv.slice(2).filter(argument => argument.startsWith('--')));
main(options, process.argv.at(-1)).then(console.log, error => {
  console.error(error);
  process.exit(2);
});
