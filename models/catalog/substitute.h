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
        bool known = true; ///< False: taken as readable, without its content.
    };
    virtual ~PlaceholderSource() = default;
    /// `value` as written: an absolute URL or a path relative to the descriptor.
    virtual domain::Result<File> fetch(const QString &value) = 0;
};

struct Substituted {
    QJsonValue value;
    std::vector<Violation> violations; ///< Stage Placeholder.
    QStringList unknownValues; ///< JSON pointers to what a file of unknown content would fill.
};

/// Replaces every object with exactly one key `$text`, `$json` or `$yaml` by what it names. Other keys that begin
/// with `$` are left alone, and everything below them.
Substituted substitute(const QJsonValue &value, PlaceholderSource &source);

/// Whether there is anything to replace.
bool hasPlaceholders(const QJsonValue &value);

} // namespace callboard::catalog
