// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/site.h"

namespace callboard::docs {

/// The files of a folder on disk. Symbolic links are followed as long as they stay in the folder; `.git` is none of it.
class FolderFiles final : public SiteFiles {
public:
    explicit FolderFiles(const QString &root);
    domain::Result<QStringList> list(const QString &folder) override;
    domain::Result<QByteArray> read(const QString &path) override;

private:
    /// The real path of a file in the folder; empty for one that is not there, or elsewhere.
    QString inside(const QString &path) const;

    QString m_root; ///< Real, without symbolic links.
};

} // namespace callboard::docs
