// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/descriptorfiles.h"
#include "models/catalog/engine.h"

#include <expected>
#include <memory>
#include <vector>

namespace callboard::ctl {

/// A folder of repositories, under the addresses that a hosted portal would know its files by.
class RepositoryFolder {
public:
    enum class Roots {
        OfRepositories, ///< The root descriptor of each repository.
        All,            ///< Every descriptor outside of skeletons.
    };

    /// Descriptors, and beside them those that are there and cannot be read.
    struct Found {
        std::vector<catalog::Descriptor> roots;
        std::vector<catalog::DescriptorFile> unreadable;
    };

    virtual ~RepositoryFolder() = default;
    Found roots(Roots which) const;
    /// These files, by paths relative to the folder; or what cannot be read.
    std::expected<Found, QString> roots(const QStringList &paths) const;
    virtual catalog::SourceReader &reader() = 0;
    virtual catalog::ScmHosts hosts() const { return {}; }
    /// The path relative to the folder, of a location ref; the ref itself where it is elsewhere.
    QString shown(const QString &location, const QString &localPath) const;

    /// Files at `<base>/<path below the folder>`, as a plain web server gives them out: no patterns, no edit links.
    static std::unique_ptr<RepositoryFolder> served(const QString &folder, const QString &baseUrl);
    /// Files where the remotes of their clones have them; `file:` where there is none.
    static std::unique_ptr<RepositoryFolder> cloned(const QString &folder);

protected:
    explicit RepositoryFolder(const QString &folder);
    virtual QString locationOf(const QString &path) const = 0;

    QString m_folder; ///< Absolute.
};

} // namespace callboard::ctl
