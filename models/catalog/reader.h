// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

namespace callboard::catalog {

/// Where the engine gets the files that descriptors lead to. Called from the engine's worker threads,
/// also several at once.
class SourceReader {
public:
    virtual ~SourceReader() = default;

    /// The bytes behind a URL (of a `url:` location) or a path (of a `file:` one). NotFound is an answer
    /// that `presence: optional` accepts; every other error is a problem of the one that asked.
    virtual domain::Result<QByteArray> read(const QString &target) = 0;

    /// The targets that a pattern with `*` and `**` in its path selects, sorted. Empty is an answer.
    /// Unsupported where the source cannot list, as a plain HTTP host.
    virtual domain::Result<QStringList> list(const QString &pattern) = 0;

    /// The absolute path of a target that is on this machine; empty elsewhere.
    virtual QString localPath(const QString &target) const
    {
        Q_UNUSED(target)
        return {};
    }
};

} // namespace callboard::catalog
