// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace callboard::ui {

/// What a callboard: link leads to. Links come from anywhere: they only ever show something.
///   callboard://entity/component/default/ledger-api
///   callboard://docs/component/default/ledger-api/guide/setup/#linux
///   callboard://search?q=ledger
struct Link {
    enum class Kind { Entity, Search, Doc };
    Kind kind = Kind::Entity;
    QString ref;  ///< Entity, doc: canonical; it need not be in the catalog.
    QString text; ///< Search: for the palette's box; finds entities, never commands. Doc: the page in its site, with its anchor.

    bool operator==(const Link &) const = default;
};

/// Nothing for what is no such link, or is longer than a link has to be.
std::optional<Link> parseLink(const QString &text);
/// Whether it begins as such a link does, good or not.
bool looksLikeLink(const QString &text);
QString linkTo(const QString &canonicalRef);
/// To a page of the documentation of an entity; `target` is its path there, with an anchor or without.
QString linkToDoc(const QString &canonicalRef, const QString &target);

} // namespace callboard::ui
