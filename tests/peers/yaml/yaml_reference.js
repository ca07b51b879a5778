// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What npm's `yaml` makes of a text, document by document, the way Backstage's parseEntityYaml asks it.
'use strict';
const yaml = require('yaml');

function place(text, offset) {
  const before = text.slice(0, offset);
  return [before.split('\n').length, offset - before.lastIndexOf('\n')];
}

function describe(document, text) {
  const start = document.contents?.range ? document.contents.range[0] : document.range[0];
  const [line, column] = place(text, start);
  const result = { line, column };
  if (document.errors.length > 0) {
    const error = document.errors[0];
    result.error = error.message;
    result.code = error.code;
    result.at = place(text, error.pos[0]);
    return result;
  }
  try {
    // Through JSON: as an entity reaches the catalog.
    result.value = JSON.parse(JSON.stringify(document.toJSON()) ?? 'null');
  } catch (error) {
    result.error = String(error);
    result.code = 'TO_JSON';
  }
  return result;
}

/** Bytes of a stream to one description per document. */
function read(bytes) {
  const text = bytes.toString('utf8');
  const documents = yaml.parseAllDocuments(text, { merge: false, logLevel: 'silent', prettyErrors: false });
  return Array.from(documents, document => describe(document, text));
}

module.exports = { read };
