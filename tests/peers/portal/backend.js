// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real Backstage backend with what a portal's clients use, a permission policy that hides most of the catalog from one person, and a
// source of entities that a test drives: POST /api/peer/entities { set: [entity…], remove: [ref…] } (deferred to the catalog's own
// processing like any provider's). Where there is a PostgreSQL (PEER_POSTGRES, its port), Red Hat's adoption-insights counts how it is used.
// `backend.js --config FILE`; the modules are found in PEER_MODULES.
'use strict';

const http = require('node:http');
const path = require('node:path');
// Backstage's plugins ask each other through node-fetch 2, which takes the listener that a Node.js with the fixes of 2026 puts on an
// idle kept connection for an answer cut short (nodejs/node#63989): every chunked answer failed. Connections are not kept, then.
http.globalAgent = new http.Agent({ keepAlive: false });
const from = name => require(require.resolve(name, { paths: [process.env.PEER_MODULES || __dirname] }));

const { createBackend } = from('@backstage/backend-defaults');
const { coreServices, createBackendModule, createBackendPlugin } = from('@backstage/backend-plugin-api');
const { catalogConditions, createCatalogConditionalDecision } = from('@backstage/plugin-catalog-backend/alpha');
const { catalogProcessingExtensionPoint } = from('@backstage/plugin-catalog-node');
const { AuthorizeResult, isResourcePermission } = from('@backstage/plugin-permission-common');
const { policyExtensionPoint } = from('@backstage/plugin-permission-node/alpha');

const restricted = 'user:default/intern';
const denied = ['catalog.location.create', 'adoption-insights.events.read'];

const policy = {
  async handle(request, user) {
    if (user?.info.userEntityRef !== restricted) return { result: AuthorizeResult.ALLOW };
    const name = request.permission.name;
    if (name === 'catalog.entity.read' && isResourcePermission(request.permission, 'catalog-entity')) {
      return createCatalogConditionalDecision(
        request.permission, catalogConditions.isEntityKind({ kinds: ['Group', 'User'] }));
    }
    return { result: denied.includes(name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
  },
};

const provider = {
  getProviderName: () => 'peer',
  async connect(connection) {
    provider.connection = connection;
  },
};

const location = `url:http://localhost/peer`;

function deferred(entity) {
  // An entity that says where it is from, says where its documentation is.
  const annotations = {
    'backstage.io/managed-by-location': location,
    'backstage.io/managed-by-origin-location': location,
    ...entity.metadata.annotations,
  };
  return { entity: { ...entity, metadata: { ...entity.metadata, annotations } }, locationKey: 'peer' };
}

const entities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'peer-provider',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint, router: coreServices.rootHttpRouter },
      async init({ processing, router }) {
        processing.addEntityProvider(provider);
        router.use('/api/peer/entities', (request, response) => {
          let text = '';
          request.on('data', piece => (text += piece));
          request.on('end', async () => {
            try {
              const { set = [], remove = [] } = JSON.parse(text);
              await provider.connection.applyMutation({
                type: 'delta',
                added: set.map(deferred),
                removed: remove.map(entityRef => ({ entityRef, locationKey: 'peer' })),
              });
              response.status(204).end();
            } catch (error) {
              response.status(500).end(String(error));
            }
          });
        });
      },
    });
  },
});

const permissions = createBackendModule({
  pluginId: 'permission',
  moduleId: 'peer-policy',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy(policy);
      },
    });
  },
});

const backend = createBackend();
const plugins = [
  'auth-backend', 'auth-backend-module-guest-provider', 'catalog-backend', 'catalog-backend-module-logs',
  'catalog-backend-module-scaffolder-entity-model', 'events-backend', 'notifications-backend', 'permission-backend',
  'signals-backend', 'techdocs-backend', 'user-settings-backend',
].map(name => `@backstage/plugin-${name}`);
if (process.env.PEER_POSTGRES) plugins.push('@red-hat-developer-hub/backstage-plugin-adoption-insights-backend');
for (const name of plugins) {
  const found = from(name);
  backend.add(Promise.resolve({ default: found.default ?? found }));
}
backend.add(entities);
backend.add(permissions);
backend.start();
