// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/validate.h"
#include "models/domain/result.h"

namespace callboard::catalog {

/// Where placeholders (`$text`, `$json`, `$yaml`) get their files.
class PlaceholderSource {
public:
    struct File {
        QByteArray bytes;
        bool known = true; ///< False: taken as readable, without its content: some text, or an empty map.
    };
    virtual ~PlaceholderSource() = default;
    /// `value` as written: an absolute URL or a path relative to the descriptor.
    virtual domain::Result<File> fetch(const QString &value) = 0;
    /// Whether `$openapi` and `$asyncapi` are understood, as with Backstage's openapi module; their files are taken in as
    /// they are.
    virtual bool takesApis() const { return false; }
};

struct Substituted {
    QJsonValue value;
    std::vector<Violation> violations; ///< Stage Placeholder.
};

/// Replaces every object with exactly one key `$text`, `$json` or `$yaml` by what it names. Other keys that begin
/// with `$` are left alone, and everything below them.
Substituted substitute(const QJsonValue &value, PlaceholderSource &source);

} // namespace callboard::catalog
