// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace callboard::sync {
class Workspace;
}

namespace callboard::ui {

/// What a callboard: link leads to. Links come from anywhere: they only ever show something.
///   callboard://entity/component/default/ledger-api
///   callboard://docs/component/default/ledger-api/guide/setup/#linux
///   callboard://search?q=ledger
/// Each may name a workspace, beside what else it asks: `?workspace=Quayline`.
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
/// A link and the workspace that it names.
struct AddressedLink {
    QString link;      ///< Without that.
    QString workspace; ///< A name, never a path; there need not be such a workspace. Empty: whichever opens it.

    bool operator==(const AddressedLink &) const = default;
};
/// Nothing where it names two workspaces, or what cannot be the name of one, or is longer than a link has to be. Whether what is left
/// leads anywhere says `parseLink`.
std::optional<AddressedLink> addressed(const QString &text);
/// The link with the name of the workspace, for whoever opens it elsewhere. As it is for the default workspace, and for one in a folder
/// elsewhere, which has no name that a link could say.
QString withWorkspace(const QString &link, sync::Workspace &workspace);

QString linkTo(const QString &canonicalRef);
/// To a page of the documentation of an entity; `target` is its path there, with an anchor or without.
QString linkToDoc(const QString &canonicalRef, const QString &target);

} // namespace callboard::ui
