// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The backend of an older Backstage, as its own template wired it: with the new backend system where PEER_MODULES has it, and else by
// hand. A test drives its catalog by POST /api/peer/entities, as ../portal/backend.js says. `backend.js --config FILE`.
'use strict';

const http = require('node:http');
// As in ../portal/backend.js: node-fetch 2 and kept connections do not go together in today's Node.js.
http.globalAgent = new http.Agent({ keepAlive: false });
const has = name => {
  try {
    return require.resolve(name, { paths: [process.env.PEER_MODULES || __dirname] });
  } catch {
    return undefined;
  }
};
const from = name => require(require.resolve(name, { paths: [process.env.PEER_MODULES || __dirname] }));

const provider = {
  getProviderName: () => 'peer',
  async connect(connection) {
    provider.connection = connection;
  },
};

const location = `url:http://localhost/peer`;

function deferred(entity) {
  const annotations = {
    'backstage.io/managed-by-location': location,
    'backstage.io/managed-by-origin-location': location,
    ...entity.metadata.annotations,
  };
  return { entity: { ...entity, metadata: { ...entity.metadata, annotations } }, locationKey: 'peer' };
}

async function change(text) {
  const { set = [], remove = [] } = JSON.parse(text);
  await provider.connection.applyMutation({
    type: 'delta',
    added: set.map(deferred),
    // Older ones want an entity, of which they read the ref alone.
    removed: remove.map(ref => {
      const [, kind, namespace, name] = ref.match(/^([^:]+):([^/]+)\/(.+)$/);
      return { entityRef: ref, entity: { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { namespace, name } }, locationKey: 'peer' };
    }),
  });
}

function driven(request, response) {
  let text = '';
  request.on('data', piece => (text += piece));
  request.on('end', () =>
    change(text).then(
      () => response.status(204).end(),
      error => response.status(500).end(String(error)),
    ),
  );
}

/// What a package adds to a backend; some had it in their alpha part at first.
function featureOf(name) {
  for (const part of [name, `${name}/alpha`]) {
    const found = has(part) && from(part);
    const feature = found && (found.default ?? found);
    if (feature?.$$type) return feature;
  }
  return undefined;
}

function startNew() {
  const { createBackend } = from('@backstage/backend-defaults');
  const { coreServices, createBackendModule } = from('@backstage/backend-plugin-api');
  const catalogProcessingExtensionPoint = from('@backstage/plugin-catalog-node').catalogProcessingExtensionPoint
    ?? from('@backstage/plugin-catalog-node/alpha').catalogProcessingExtensionPoint;
  const entities = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'peer-provider',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint, router: coreServices.rootHttpRouter },
        async init({ processing, router }) {
          processing.addEntityProvider(provider);
          router.use('/api/peer/entities', driven);
        },
      });
    },
  });
  const backend = createBackend();
  for (const name of [
    'auth-backend', 'auth-backend-module-guest-provider', 'catalog-backend', 'events-backend', 'notifications-backend', 'signals-backend',
  ]) {
    const feature = featureOf(`@backstage/plugin-${name}`);
    if (feature) backend.add(feature);
  }
  backend.add(entities);
  return backend.start();
}

/// As packages/backend/src/index.ts and plugins/catalog.ts of the template before 1.20 had it.
async function startByHand() {
  const common = from('@backstage/backend-common');
  const { TaskScheduler } = from('@backstage/backend-tasks');
  const { CatalogBuilder } = from('@backstage/plugin-catalog-backend');
  const { ServerPermissionClient } = from('@backstage/plugin-permission-node');
  const { Router } = from('express');
  const logger = common.getRootLogger();
  const config = await common.loadBackendConfig({ argv: process.argv, logger });
  const discovery = common.HostDiscovery.fromConfig(config);
  const tokenManager = common.ServerTokenManager.noop();
  const database = common.DatabaseManager.fromConfig(config);
  const builder = CatalogBuilder.create({
    logger,
    config,
    reader: common.UrlReaders.default({ logger, config }),
    database: database.forPlugin('catalog'),
    permissions: ServerPermissionClient.fromConfig(config, { discovery, tokenManager }),
    scheduler: TaskScheduler.fromConfig(config).forPlugin('catalog'),
  });
  builder.addEntityProvider(provider);
  const { processingEngine, router } = await builder.build();
  await processingEngine.start();
  const peer = Router();
  peer.get('/ready', (_, response) => response.json({ status: 'ok' }));
  peer.use('/entities', driven);
  await common.createServiceBuilder(module).loadConfig(config).addRouter('/api/peer', peer).addRouter('/api/catalog', router).start();
}

(has('@backstage/backend-defaults') ? startNew() : startByHand()).catch(error => {
  console.error(error);
  process.exit(1);
});
