// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/storefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr qsizetype headerSize = 100;
constexpr QByteArrayView magic("SQLite format 3\0", 16);

/// What was found when an existing file was looked at.
struct Finding {
    enum Kind { Fine, Older, Newer, Damaged } kind = Fine;
    QString reason;
};

const QStringList &companions()
{
    static const QStringList suffixes { u"-wal"_s, u"-shm"_s };
    return suffixes;
}

/// Creates an empty file that only the user may read; SQLite keeps the mode, for its -wal and -shm too.
domain::Result<void> createPrivate(const QString &path)
{
    QFile::remove(path);
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return domain::fail(ErrorCode::Storage, u"The workspace folder cannot be written"_s, path);
    ::close(file);
    return {};
}

void syncDirectory(const QString &directory)
{
    const int file = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

bool hasJournal(const QString &database) { return QFileInfo(database + u"-wal"_s).size() > 0; }

/// What the first bytes and the size tell, without SQLite.
QString damageOfHeader(const QString &database)
{
    QFile file(database);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // Not damage: SQLite will say why it cannot be opened.
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize)
        return u"the file is cut off at %1 bytes"_s.arg(header.size());
    if (!header.startsWith(magic))
        return u"the file is not a database"_s;
    const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + 28);
    // With a journal the header may be ahead of the file; the check after an unclean end sees to that.
    if (!hasJournal(database) && pages * pageSize > file.size())
        return u"the file is cut off at %1 of %2 bytes"_s.arg(file.size()).arg(pages * pageSize);
    return {};
}

QString damageInside(Connection &connection)
{
    const std::string answer = connection.database().execAndGet("PRAGMA quick_check(1)").getString();
    return answer == "ok" ? QString() : QString::fromStdString(answer);
}

Finding lookInside(Connection &connection, bool thorough, std::span<const Migration> migrations)
{
    const qint64 version = connection.pragma("PRAGMA user_version");
    if (connection.pragma("PRAGMA application_id") != applicationId)
        return { Finding::Damaged, u"the file is not a mirror"_s };
    if (version > qint64(migrations.size())) {
        return { Finding::Newer,
            u"The workspace was last used by a newer Callboard (format %1; this one knows up to %2)"_s
                .arg(version)
                .arg(migrations.size()) };
    }
    if (const QString foreign = foreignStep(connection, migrations); !foreign.isEmpty())
        return { Finding::Newer, u"The workspace has a format that this Callboard does not know: "_s % foreign };
    if (thorough) {
        if (const QString damage = damageInside(connection); !damage.isEmpty())
            return { Finding::Damaged, damage };
    }
    return { version < qint64(migrations.size()) ? Finding::Older : Finding::Fine, {} };
}

domain::Result<Finding> examine(const QString &database, Connection::Access access, bool thorough,
    std::span<const Migration> migrations)
{
    if (const QString damage = damageOfHeader(database); !damage.isEmpty())
        return Finding { Finding::Damaged, damage };
    try {
        Connection connection(database, access);
        return lookInside(connection, thorough, migrations);
    } catch (const SQLite::Exception &exception) {
        if (isDamage(exception))
            return Finding { Finding::Damaged, QString::fromUtf8(exception.what()) };
        return std::unexpected(toError(exception, database));
    }
}

using Settings = std::vector<std::pair<std::string, QByteArray>>;

/// Made under another name first, so that a file of the right name is always a whole one.
domain::Result<void> create(
    const StorePaths &paths, std::span<const Migration> migrations, const Settings &settings = {})
{
    const QString fresh = paths.database() + u".new"_s;
    for (const QString &suffix : companions())
        QFile::remove(fresh + suffix);
    if (auto made = createPrivate(fresh); !made)
        return made;
    const auto filled = guarded([&] {
        Connection connection(fresh, Connection::Access::ReadWrite);
        connection.exec("PRAGMA auto_vacuum=INCREMENTAL");
        connection.exec("PRAGMA application_id=" + std::to_string(applicationId));
        migrate(connection, migrations);
        for (const auto &[key, value] : settings)
            Query(connection, "INSERT INTO settings (key, value) VALUES (?, ?)").with(key, value).run();
        connection.exec("PRAGMA journal_mode=WAL");
    });
    if (!filled)
        return filled;
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(paths.database()).constData()) != 0)
        return domain::fail(ErrorCode::Storage, u"The workspace folder cannot be written"_s, paths.database());
    syncDirectory(paths.directory);
    return {};
}

domain::Result<void> upgrade(const StorePaths &paths, std::span<const Migration> migrations)
{
    if (auto made = createPrivate(paths.backup()); !made)
        return made;
    return guarded([&] {
        Connection connection(paths.database(), Connection::Access::ReadWrite);
        Query(connection, "VACUUM INTO ?").with(paths.backup().toStdString()).run();
        migrate(connection, migrations);
    }).transform_error([&](domain::Error error) {
        error.detail = u"Upgrading the workspace failed, it is as it was: "_s % error.detail;
        return error;
    });
}

/// The user's own small things cannot be pulled anew, so whatever of them can be read is kept.
Settings salvage(const QString &database)
{
    Settings settings;
    try {
        Connection connection(database, Connection::Access::ReadOnly);
        Query query(connection, "SELECT key, value FROM settings");
        while (query.step())
            settings.emplace_back(query.text(0).toStdString(), query.bytes(1).toByteArray());
    } catch (const SQLite::Exception &) {
        // What was read before the damaged place is kept.
    }
    return settings;
}

} // namespace

domain::Result<void> prepareForWriting(const StorePaths &paths, bool unclean,
    std::span<const Migration> migrations, Mirror::OpenReport &report)
{
    if (!QFileInfo::exists(paths.database()))
        return create(paths, migrations);
    const auto finding = examine(paths.database(), Connection::Access::ReadWrite, unclean, migrations);
    if (!finding)
        return std::unexpected(finding.error());
    switch (finding->kind) {
    case Finding::Newer: return domain::fail(ErrorCode::Unsupported, finding->reason, paths.database());
    case Finding::Damaged: return setAside(paths, migrations, finding->reason, report);
    case Finding::Older: return upgrade(paths, migrations);
    case Finding::Fine: break;
    }
    QFile::remove(paths.backup());
    return {};
}

domain::Result<Connection::Access> prepareForReading(
    const StorePaths &paths, std::span<const Migration> migrations)
{
    if (!QFileInfo::exists(paths.database()))
        return domain::fail(ErrorCode::NotFound, u"The workspace has no mirror yet"_s, paths.database());
    auto access = Connection::Access::ReadOnly;
    auto finding = examine(paths.database(), access, false, migrations);
    if (!finding && !hasJournal(paths.database())) {
        // SQLite must make its -shm file to read; where the folder cannot be written, nobody else can change
        // the file either.
        access = Connection::Access::Immutable;
        finding = examine(paths.database(), access, false, migrations);
    }
    if (!finding)
        return std::unexpected(finding.error());
    switch (finding->kind) {
    case Finding::Newer: return domain::fail(ErrorCode::Unsupported, finding->reason, paths.database());
    case Finding::Damaged:
        return domain::fail(ErrorCode::Storage, u"The mirror is damaged: "_s % finding->reason, paths.database());
    case Finding::Older:
        return domain::fail(ErrorCode::Unsupported,
            u"The workspace has an older format; open it in Callboard once to upgrade it"_s, paths.database());
    case Finding::Fine: break;
    }
    return access;
}

domain::Result<void> setAside(const StorePaths &paths, std::span<const Migration> migrations,
    const QString &reason, Mirror::OpenReport &report)
{
    const Settings settings = salvage(paths.database());
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    const QString aside = paths.database() + u".damaged-"_s + stamp;
    // The journal first: without its database it means nothing, with a new one it would be taken for that one's.
    for (const QString &suffix : companions()) {
        if (QFileInfo::exists(paths.database() + suffix) && !QFile::rename(paths.database() + suffix, aside + suffix))
            return domain::fail(ErrorCode::Storage, u"A damaged mirror cannot be set aside"_s, paths.database());
    }
    if (!QFile::rename(paths.database(), aside))
        return domain::fail(ErrorCode::Storage, u"A damaged mirror cannot be set aside"_s, paths.database());
    report = { true, aside, reason };
    return create(paths, migrations, settings);
}

} // namespace callboard::mirror
