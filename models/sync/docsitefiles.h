// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/reader.h"
#include "models/docs/site.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace callboard::sync {

/// What a site was built from, as far as one can tell whether it has changed.
struct SiteStamp {
    QByteArray surroundings; ///< A hash over how it was built, and the names of all files that there were.
    QHash<QString, std::pair<qint64, qint64>> files; ///< Those that were read: size, and time in milliseconds.

    bool operator==(const SiteStamp &) const = default;
};

/// The files of one site, which remember how they were used.
class ObservedFiles : public docs::SiteFiles {
public:
    const QSet<QString> &unreadable() const { return m_unreadable; } ///< That were there, and could not be read.
    virtual QString localPath(const QString &path) const = 0; ///< Empty where it is not on this machine.
    virtual qint64 newest() const { return 0; } ///< Of what was read: milliseconds since 1970; 0: not known.

protected:
    QSet<QString> m_unreadable;
};

/// A folder on this machine. Never leaves it, whatever symbolic links say; hidden folders and other people's packages are left out.
class LocalSiteFiles final : public ObservedFiles {
public:
    explicit LocalSiteFiles(const QString &folder);
    domain::Result<QStringList> list(const QString &folder) override;
    domain::Result<QByteArray> read(const QString &path) override;
    QString localPath(const QString &path) const override;
    qint64 newest() const override { return m_newest; }

    /// After a build: what it was made from.
    SiteStamp stamp(const QByteArray &options) const;
    /// Whether a build would read the same now.
    bool isAsIn(const SiteStamp &stamp, const QByteArray &options) const;

private:
    std::pair<qint64, qint64> stateOf(const QString &path) const;
    QByteArray surroundings(const QByteArray &options) const;

    QString m_folder; ///< Canonical, with a slash at its end.
    QHash<QString, std::pair<qint64, qint64>> m_read;
    qint64 m_newest = 0;
};

/// A folder that readers of connections know by its address.
class RemoteSiteFiles final : public ObservedFiles {
public:
    RemoteSiteFiles(catalog::SourceReader &reader, QString folder);
    domain::Result<QStringList> list(const QString &folder) override;
    domain::Result<QByteArray> read(const QString &path) override;
    QString localPath(const QString &) const override { return {}; }

private:
    catalog::SourceReader &m_reader;
    QString m_folder; ///< With a slash at its end.
};

} // namespace callboard::sync
