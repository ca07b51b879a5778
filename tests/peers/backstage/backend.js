// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Backstage backend with nothing but the catalog, as a default installation has it. The modules are found in PEER_MODULES.
'use strict';

const from = name => require(require.resolve(name, { paths: [process.env.PEER_MODULES || __dirname] }));
const feature = name => {
  const found = from(name);
  return Promise.resolve({ default: found.default ?? found });
};

const { createBackend } = from('@backstage/backend-defaults');

const backend = createBackend();
backend.add(feature('@backstage/plugin-catalog-backend'));
backend.add(feature('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'));
backend.add(feature('@backstage/plugin-catalog-backend-module-logs'));
backend.add(feature('@backstage/plugin-catalog-backend-module-unprocessed'));
backend.start();
