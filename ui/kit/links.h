// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace callboard::ui {

/// What a callboard: link leads to. Links come from anywhere: they only ever show something.
///   callboard://entity/component/default/ledger-api
///   callboard://search?q=ledger
struct Link {
    enum class Kind { Entity, Search };
    Kind kind = Kind::Entity;
    QString ref;  ///< Entity: canonical; it need not be in the catalog.
    QString text; ///< Search: for the palette's box; finds entities, never commands.

    bool operator==(const Link &) const = default;
};

/// Nothing for what is no such link, or is longer than a link has to be.
std::optional<Link> parseLink(const QString &text);
/// Whether it begins as such a link does, good or not.
bool looksLikeLink(const QString &text);
QString linkTo(const QString &canonicalRef);

} // namespace callboard::ui
