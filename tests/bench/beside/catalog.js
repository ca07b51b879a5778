// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up catalog of any size in the shape of a real one; the same number always gives the same entity.
'use strict';

const words = ['payment', 'ledger', 'fare', 'berth', 'roster', 'manifest', 'ticket', 'invoice', 'tide', 'search', 'profile', 'audit'];
const nouns = ['service', 'api', 'worker', 'gateway', 'store', 'portal', 'router', 'batch'];
const word = index => `${words[index % words.length]}-${nouns[Math.floor(index / words.length) % nouns.length]}`;

/** One entity of `count`: 1 % groups, 5 % people, 1 % domains, 4 % systems, the rest components, APIs and resources. */
function entity(index, count) {
  const share = part => Math.max(1, Math.floor(count * part));
  const [groups, people, domains, systems] = [share(0.01), share(0.05), share(0.01), share(0.04)];
  const group = `team-${(index * 7) % groups}`;
  const system = `system-${(index * 13) % systems}`;
  const make = (kind, name, spec) => ({
    apiVersion: 'backstage.io/v1alpha1', kind,
    metadata: {
      name, namespace: 'default', title: `${name} of ${group}`,
      description: `${kind} number ${index}, made up to see how a catalog of this size behaves.`,
      tags: [words[index % words.length], nouns[index % nouns.length]],
      annotations: { 'example.org/project': `${group}/${name}`, 'example.org/tier': String(index % 4) },
      links: [{ url: `https://example.org/${name}`, title: 'Dashboard' }],
    },
    spec,
  });
  let at = index;
  if (at < groups) return make('Group', `team-${at}`, { type: 'team', children: [], ...(at > 0 && { parent: `team-${Math.floor((at - 1) / 8)}` }) });
  at -= groups;
  if (at < people) return make('User', `person-${at}`, { profile: { displayName: `Person ${at}` }, memberOf: [group] });
  at -= people;
  if (at < domains) return make('Domain', `domain-${at}`, { owner: group });
  at -= domains;
  if (at < systems) return make('System', `system-${at}`, { owner: group, domain: `domain-${at % domains}` });
  at -= systems;
  const name = `${word(at)}-${at}`;
  const other = step => `${word(Math.floor(at / step))}-${Math.floor(at / step)}`;
  if (at % 4 === 1) return make('API', name, { type: 'openapi', lifecycle: 'production', owner: group, system, definition: 'openapi: 3.0.0' });
  if (at % 4 === 3) return make('Resource', name, { type: 'database', owner: group, system });
  return make('Component', name, {
    type: at % 3 ? 'service' : 'website', lifecycle: at % 5 ? 'production' : 'experimental', owner: group, system,
    dependsOn: [`component:${other(2)}`, `resource:${other(3)}`], providesApis: [other(4)],
  });
}

module.exports = { entity };
