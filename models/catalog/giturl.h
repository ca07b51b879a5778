// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace callboard::catalog {

/// What the web address of a file says of its repository, as npm's git-url-parse 15 guesses it. Its guesses are
/// often odd for hosts that it does not know; Backstage builds on them, so they are kept as they are.
struct GitUrl {
    QString href;     ///< The address, without a trailing slash.
    QString resource; ///< Host name.
    QString pathName;
    QString owner;
    QString name;
    QString fullName;
    QString ref;
    std::optional<QString> filePath; ///< Decoded, from the root of the repository; empty where there is none.

    /// Nothing where git-url-parse throws.
    static std::optional<GitUrl> parse(const QString &url);

    /// Whether the file's path, however often it is encoded, leads upwards.
    bool traverses() const;
};

} // namespace callboard::catalog
