// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard::docs {

/// Where a page of HTML lies: what the links in it start from.
struct HtmlPlace {
    QString path;   ///< Of the page in its site, as `domain::DocPage::path` ("guide/setup/"); empty for the front page.
    QString portal; ///< Address of the portal that the site comes from, without a slash at its end; may be empty.
};

/// The path of a page as `domain::DocPage::path`, by that of its file: "guide/setup/" for "guide/setup/index.html".
QString pagePath(const QString &filePath);

/// What `domain::Run::link` is for an `href` on a page; empty where it may lead nowhere: other schemes than http, https and
/// mailto, addresses with a password, and whatever goes out of the site's root.
QString runLink(const QString &href, const HtmlPlace &place);

/// What `domain::Run::image` is for a `src` on a page; empty likewise.
QString runImage(const QString &src, const HtmlPlace &place);

/// Anchors as they are kept: without the prefix that GitHub gives them.
QString anchorOf(const QString &id);

} // namespace callboard::docs
