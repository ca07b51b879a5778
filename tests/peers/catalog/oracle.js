// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Backstage itself says: of one entity, of an address, of a reference.
'use strict';

const model = require('@backstage/catalog-model');
const alpha = require('@backstage/catalog-model/alpha');
const { ConfigReader } = require('@backstage/config');
const { ScmIntegrations } = require('@backstage/integration');
const { templateEntityV1beta3Validator } = require('@backstage/plugin-scaffolder-common');
const parseGitUrl = require('git-url-parse');

const envelope = model.entityEnvelopeSchemaValidator();
const policies = [
  new model.SchemaValidEntityPolicy(),
  new model.DefaultNamespaceEntityPolicy(),
  new model.NoForeignRootFieldsEntityPolicy(),
  new model.FieldFormatEntityPolicy(),
];
const validators = [
  model.apiEntityV1alpha1Validator, model.componentEntityV1alpha1Validator, model.resourceEntityV1alpha1Validator,
  model.groupEntityV1alpha1Validator, model.locationEntityV1alpha1Validator, model.userEntityV1alpha1Validator,
  model.systemEntityV1alpha1Validator, model.domainEntityV1alpha1Validator, templateEntityV1beta3Validator,
];
const aiValidators = {
  skill: alpha.skillAiResourceEntityV1alpha1Validator, rule: alpha.ruleAiResourceEntityV1alpha1Validator,
  plugin: alpha.pluginAiResourceEntityV1alpha1Validator, marketplace: alpha.marketplaceAiResourceEntityV1alpha1Validator,
};

const escaped = key => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** JSON pointer of what an error message is about; undefined where it names nothing. */
function fieldOf(message) {
  const quoted = /^"(.+?)" is not valid;/s.exec(message);
  if (quoted) {
    const [, text] = quoted;
    const at = /^(labels|annotations)\.(.*)$/s.exec(text);
    if (at) return `/metadata/${at[1]}/${escaped(at[2])}`;
    return `/${/^(tags|links)\./.test(text) ? `metadata.${text}` : text}`.replace(/\./g, '/');
  }
  const foreign = /^Unknown field (.*)$/s.exec(message);
  if (foreign) return `/${escaped(foreign[1])}`;
  const pointer = /(?:^|Malformed envelope, )(<root>|\/\S*) must /.exec(message);
  if (!pointer) return undefined;
  const base = pointer[1] === '<root>' ? '' : pointer[1];
  const missing = /must have required property '([^']+)'/.exec(message);
  if (missing) return `${base}/${escaped(missing[1])}`;
  const additional = /additionalProperty: (.*)$/s.exec(message);
  return additional ? `${base}/${escaped(additional[1])}` : base;
}

async function kindStage(entity, useAlpha) {
  if (useAlpha && entity.kind === 'AiResource') {
    const own = aiValidators[entity.spec?.type] ?? alpha.aiResourceEntityV1alpha1Validator;
    return own.check(entity);
  }
  if (useAlpha && entity.kind === 'API' && entity.spec?.type === 'mcp-server') return alpha.mcpServerApiEntityValidator.check(entity);
  for (const validator of validators) if (await validator.check(entity)) return true;
  return false;
}

/** { valid, first: [{ stage, field }] }: of each stage that refuses the entity, what it names first. */
async function judge(entity, useAlpha = false) {
  const first = [];
  const attempt = async (stage, work) => {
    try {
      return await work();
    } catch (error) {
      first.push({ stage, field: fieldOf(error.message), error: error.message.slice(0, 160) });
      return undefined;
    }
  };
  await attempt('envelope', () => envelope(entity));
  let current = entity;
  for (const policy of policies) current = (await attempt('policy', () => policy.enforce(current))) ?? current;
  if ((await attempt('kind', () => kindStage(entity, useAlpha))) === false) first.push({ stage: 'kind', field: '/kind', error: 'unrecognized' });
  return { valid: first.length === 0, first };
}

const integrations = ScmIntegrations.fromConfig(new ConfigReader({
  integrations: {
    gitea: [{ host: 'gitea.example.com' }], github: [{ host: 'ghe.example.com', apiBaseUrl: 'https://ghe.example.com/api/v3' }],
    gitlab: [{ host: 'gitlab.example.com:8443', apiBaseUrl: 'https://gitlab.example.com:8443/api/v4', baseUrl: 'https://gitlab.example.com:8443' }],
    bitbucketServer: [{ host: 'bitbucket.example.com', apiBaseUrl: 'https://bitbucket.example.com/rest/api/1.0' }],
    gerrit: [{ host: 'gerrit.example.com', gitilesBaseUrl: 'https://gerrit.example.com/gitiles' }],
  },
}));

const orNull = work => {
  try {
    return work() ?? null;
  } catch {
    return null;
  }
};

function mayReference(url, base) {
  let there;
  let here;
  try {
    there = parseGitUrl(url);
    here = parseGitUrl(base);
  } catch {
    return true;
  }
  const file = git => git.owner && git.name && git.filepath;
  return !file(there) || !file(here) || (there.resource === here.resource && there.full_name === here.full_name);
}

module.exports = {
  judge,
  resolve: (url, base) => orNull(() => integrations.resolveUrl({ url, base })),
  edit: url => orNull(() => integrations.byUrl(url)?.resolveEditUrl(url)),
  mayReference,
  href: (url, base) => orNull(() => new URL(url, base).href),
  ref: (text, defaultKind, defaultNamespace) =>
    orNull(() => model.stringifyEntityRef(model.parseEntityRef(text, { defaultKind, defaultNamespace }))),
  location: text => orNull(() => Object.values(model.parseLocationRef(text))),
};
