// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "plugins/sdk/integration.h"

/// Where the documentation of entities lies in source form, as their annotations say: for integrations that can read it there.
namespace callboard::sdk {

/// The annotations that these functions look at; an integration that uses them claims them in its metadata.
CALLBOARD_SDK_EXPORT QStringList docAnnotations();

/// The sites of these entities: of those with `backstage.io/techdocs-ref` (`dir:` from where their descriptor or source is, `url:`) and
/// with `backstage.io/adr-location`; and for each other folder with a descriptor one, which shows what is there, if anything
/// (a README, decision records). At most one for each entity, in their order.
/// Source: https://backstage.io/docs/features/techdocs/how-to-guides; @backstage/plugin-techdocs-node, `getDocFilesFromRepository`.
CALLBOARD_SDK_EXPORT std::vector<DocSource> docSourcesOf(const std::vector<AskedEntity> &entities);

/// The site of an entity that shows another's (`backstage.io/techdocs-entity`); nothing where it has no such annotation.
CALLBOARD_SDK_EXPORT std::optional<domain::DocSite> docAliasOf(const AskedEntity &entity);

/// Where the descriptor of an entity is: a location's target. Empty where that is not known.
CALLBOARD_SDK_EXPORT QString descriptorTargetOf(const AskedEntity &entity);

} // namespace callboard::sdk
