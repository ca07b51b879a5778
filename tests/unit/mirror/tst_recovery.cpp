// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/storefile.h"
#include "tests/kit/synthetic.h"
#include "tests/unit/mirror/entities.h"

#include <QRegularExpression>

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;
using domain::ErrorCode;

namespace {

constexpr quint32 entities = 400;

/// Mounts of the test's own: as root, or as an ordinary user where the system allows user namespaces.
bool enterOwnNamespace()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (user != 0) {
        const auto put = [](const char *path, const QByteArray &text) {
            QFile file(QString::fromLatin1(path));
            return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
        };
        if (!put("/proc/self/setgroups", "deny") || !put("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
            || !put("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1"))
            return false;
    }
    // In a changed root "/" is no mount point, but the folder for temporary files may be one.
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        || ::mount("none", QFile::encodeName(QDir::tempPath()).constData(), nullptr, MS_PRIVATE, nullptr) == 0;
}

bool canMount = false;

class Tmpfs final {
public:
    explicit Tmpfs(const char *options)
        : m_path(QFile::encodeName(m_folder.path()))
        , m_mounted(canMount && ::mount("tmpfs", m_path.constData(), "tmpfs", 0, options) == 0)
    {
    }
    ~Tmpfs()
    {
        if (m_mounted)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    bool isMounted() const { return m_mounted; }
    bool remount(unsigned long flags, const char *options) const
    {
        return ::mount("tmpfs", m_path.constData(), "tmpfs", MS_REMOUNT | flags, options) == 0;
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QByteArray m_path;
    bool m_mounted;
};

} // namespace

class TestRecovery final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void newerFileIsRefusedAndLeftAlone()
    {
        fill(path());
        sql("PRAGMA user_version = 999");
        const QByteArray before = bytes();
        const auto refused = Mirror::open(path(), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QVERIFY2(refused.error().detail.contains(u"newer"_s), qPrintable(refused.error().detail));
        QCOMPARE(Mirror::open(path(), { .readOnly = true }).error().code, ErrorCode::Unsupported);
        QCOMPARE(bytes(), before);
        QCOMPARE(asides(), QStringList());
    }

    void strangeStepIsRefused()
    {
        fill(path());
        sql("UPDATE migrations SET name = 'of somebody else' WHERE version = 1");
        QCOMPARE(Mirror::open(path(), {}).error().code, ErrorCode::Unsupported);
        QCOMPARE(asides(), QStringList());
    }

    void damagedFileIsSetAside_data()
    {
        QTest::addColumn<std::function<void(QFile &)>>("damage");
        const auto row = [](const char *name, std::function<void(QFile &)> damage) {
            QTest::newRow(name) << std::move(damage);
        };
        row("empty", [](QFile &file) { file.resize(0); });
        row("10 bytes", [](QFile &file) { file.resize(10); });
        row("the header alone", [](QFile &file) { file.resize(100); });
        row("one page", [](QFile &file) { file.resize(4096); });
        row("half", [](QFile &file) { file.resize(file.size() / 2); });
        row("half a page short", [](QFile &file) { file.resize(file.size() - 2048); });
        row("one byte short", [](QFile &file) { file.resize(file.size() - 1); });
        row("garbage", [](QFile &file) { write(file, 0, QByteArray(int(file.size()), 'x')); });
        row("garbage in the header", [](QFile &file) { write(file, 0, "SQLite formaT 3"); });
        row("another format", [](QFile &file) { write(file, 18, QByteArray("\x07\x07", 2)); });
        row("another program's", [](QFile &file) { write(file, 68, "ABCD"); });
        row("garbage in the schema", [](QFile &file) { write(file, 100, QByteArray(3000, 'x')); });
        row("garbage in the list", [](QFile &file) {
            // A leaf of the narrow table: where its rows' text lies.
            const qint64 at = positionOf(file, "component:default/");
            write(file, at / 4096 * 4096, QByteArray(4096, '\xff'));
        });
    }

    void damagedFileIsSetAside()
    {
        QFETCH(const std::function<void(QFile &)>, damage);
        fill(path());
        {
            QFile file(database());
            QVERIFY(file.open(QIODevice::ReadWrite));
            damage(file);
        }
        const QByteArray before = bytes();
        QVERIFY(!Mirror::open(path(), { .readOnly = true })); // Nothing is moved by one that only reads.
        QCOMPARE(bytes(), before);
        Mirror::OpenReport report;
        const auto mirror = open(path(), &report);
        QVERIFY(mirror);
        QVERIFY(report.rebuilt);
        QVERIFY(!report.reason.isEmpty());
        QVERIFY(QRegularExpression(u"mirror\\.sqlite\\.damaged-\\d{8}T\\d{9}Z$"_s).match(report.setAside).hasMatch());
        QFile aside(report.setAside);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), before);
        QCOMPARE(mirror->snapshot()->size(), 0u);
        pull(*mirror, 3);
        QCOMPARE(mirror->snapshot()->size(), 3u);
    }

    void theUsersOwnThingsAreSalvaged()
    {
        fill(path());
        {
            QFile file(database());
            QVERIFY(file.open(QIODevice::ReadWrite));
            write(file, positionOf(file, "component:default/") / 4096 * 4096, QByteArray(4096, '\xff'));
        }
        Mirror::OpenReport report;
        const auto mirror = open(path(), &report);
        QVERIFY(report.rebuilt);
        QCOMPARE(mirror->value(u"starred"_s).toString(), u"component:default/x"_s);
    }

    void damageSeenWhileRunningIsLookedAtByTheNextStart()
    {
        fill(path());
        {
            QFile file(database());
            QVERIFY(file.open(QIODevice::ReadWrite));
            // Past the list: bodies. Nothing reads them at the start, except the last page of them for the highest id.
            const qint64 at = file.readAll().indexOf(middleBody().first(64));
            QVERIFY(at > 0);
            write(file, at / 4096 * 4096, QByteArray(4096, '\xff'));
        }
        {
            Mirror::OpenReport report;
            const auto mirror = open(path(), &report);
            QVERIFY(mirror);
            QVERIFY(!report.rebuilt);
            const auto read = mirror->forEachEntity({}, [](const domain::Entity &) { return true; });
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Storage);
            QVERIFY(read.error().detail.contains(u"damaged"_s));
        }
        Mirror::OpenReport report;
        QVERIFY(open(path(), &report));
        QVERIFY(report.rebuilt);
    }

    void journalOfACrashIsReplayed()
    {
        // As after a kill: the files as they are while the mirror is open.
        const auto mirror = open(path());
        pull(*mirror, entities);
        const QString copy = m_folder->path() + u"/copy"_s;
        QVERIFY(QDir().mkpath(copy));
        for (const QString &name : { u"mirror.sqlite"_s, u"mirror.sqlite-wal"_s, u"mirror.lock"_s })
            QVERIFY(QFile::copy(path() + u'/' + name, copy + u'/' + name));
        Mirror::OpenReport report;
        const auto again = open(copy, &report);
        QVERIFY(again);
        QVERIFY(!report.rebuilt);
        QCOMPARE(again->snapshot()->size(), entities);
    }

    void olderFileIsUpgradedWithABackup()
    {
        fill(path());
        downgrade();
        QCOMPARE(Mirror::open(path(), { .readOnly = true }).error().code, ErrorCode::Unsupported);
        const StorePaths paths { path() };
        {
            Mirror::OpenReport report;
            const auto mirror = open(path(), &report);
            QVERIFY(mirror);
            QVERIFY(!report.rebuilt);
            QCOMPARE(mirror->snapshot()->size(), entities);
            QCOMPARE(mirror->value(u"starred"_s).toString(), u"component:default/x"_s);
            QTRY_VERIFY(mirror->textIndexedAll());
            QVERIFY(!mirror->fullText({ u"customers"_s }, 10)->isEmpty());
            QCOMPARE((*mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s))->cursor(), QByteArray("\0\xffpage 7", 8));
            Connection backup(paths.backup(), Connection::Access::ReadOnly);
            QCOMPARE(backup.pragma("PRAGMA user_version"), 1);
            QCOMPARE(backup.pragma("SELECT count(*) FROM entities"), qint64(entities));
            QCOMPARE(int(QFileInfo(paths.backup()).permissions() & 0x77), 0);
        }
        QVERIFY(open(path()));
        QVERIFY(!QFileInfo::exists(paths.backup())); // The new one has opened well.
    }

    void failingUpgradeLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("check");
        QTest::newRow("wrong SQL") << QByteArray("CREATE TABLE extra (a); DELETE FROM entities; INSERT INTO nowhere VALUES (1)")
                                   << QByteArray("SELECT 1 WHERE 0");
        QTest::newRow("wrong result") << QByteArray("CREATE TABLE extra (a); DELETE FROM entities")
                                      << QByteArray("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM entities)");
    }

    void failingUpgradeLeavesTheFileAsItWas()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QByteArray, check);
        fill(path());
        std::vector<Migration> migrations(schemaMigrations().begin(), schemaMigrations().end());
        migrations.push_back({ "good", "CREATE TABLE good (a)", "SELECT * FROM good" });
        migrations.push_back({ "bad", sql.constData(), check.constData() });
        Mirror::OpenReport report;
        const auto upgraded = prepareForWriting({ path() }, false, migrations, report);
        QVERIFY(!upgraded);
        QCOMPARE(upgraded.error().code, ErrorCode::Storage);
        QVERIFY2(upgraded.error().detail.contains(u"as it was"_s), qPrintable(upgraded.error().detail));
        Connection connection(database(), Connection::Access::ReadOnly);
        QCOMPARE(connection.pragma("SELECT count(*) FROM entities"), qint64(entities));
        QCOMPARE(connection.pragma("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), 0);
        // Each step by itself: the good one before it holds.
        QCOMPARE(connection.pragma("PRAGMA user_version"), qint64(schemaMigrations().size()) + 1);
        Connection backup(StorePaths { path() }.backup(), Connection::Access::ReadOnly);
        QCOMPARE(backup.pragma("SELECT count(*) FROM entities"), qint64(entities));
        QCOMPARE(backup.pragma("PRAGMA user_version"), qint64(schemaMigrations().size()));
    }

    void fullDiskLosesNothing_data()
    {
        QTest::addColumn<bool>("tmpfs");
        QTest::newRow("small file system") << true;
        QTest::newRow("limit of the process") << false;
    }

    void fullDiskLosesNothing()
    {
        QFETCH(const bool, tmpfs);
        const Tmpfs disk("size=3m,mode=0700");
        if (tmpfs && !disk.isMounted())
            QSKIP("NOT TESTED: this system lets us mount nothing");
        const QString directory = (tmpfs ? disk.path() : m_folder->path()) + u"/workspace"_s;
        {
            const auto mirror = open(directory);
            QVERIFY(mirror);
            pull(*mirror, entities);
            const SnapshotPtr before = mirror->snapshot();
            rlimit unlimited {};
            ::getrlimit(RLIMIT_FSIZE, &unlimited);
            const rlimit limited { 3 << 20, unlimited.rlim_max };
            if (!tmpfs)
                ::setrlimit(RLIMIT_FSIZE, &limited);
            const testkit::Synthetic more(20'000, 2);
            auto running = mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
            for (quint32 i = 0; i < more.size(); ++i)
                (*running)->put(more.entity(i));
            const auto completed = (*running)->complete();
            running->reset();
            QVERIFY(!completed);
            QCOMPARE(completed.error().code, ErrorCode::Storage);
            mirror->flush();
            for (Row row = 0; row < before->size(); ++row)
                QVERIFY(mirror->snapshot()->find(before->ref(row)) != noRow);
            const FeedState state = mirror->feedStates()->front();
            QCOMPARE(state.lastError->code, ErrorCode::Storage);
            QVERIFY(state.lastSuccess.isValid());
            // Room again: the same mirror goes on.
            if (!tmpfs)
                ::setrlimit(RLIMIT_FSIZE, &unlimited);
            else
                QVERIFY(disk.remount(0, "size=64m"));
            pull(*mirror, entities);
            QCOMPARE(refs(*mirror->snapshot()), refs(*before));
        }
        Mirror::OpenReport report;
        const auto mirror = open(directory, &report);
        QVERIFY(mirror);
        QVERIFY(!report.rebuilt);
        QCOMPARE(mirror->snapshot()->size(), entities);
        checkBodies(*mirror);
    }

    void readOnlyFolder()
    {
        const Tmpfs disk("size=16m,mode=0700");
        const QString directory = (disk.isMounted() ? disk.path() : m_folder->path()) + u"/workspace"_s;
        fill(directory);
        if (disk.isMounted()) {
            QVERIFY(disk.remount(MS_RDONLY, nullptr));
        } else {
            if (::geteuid() == 0)
                QSKIP("NOT TESTED: root may write everywhere, and this system lets us mount nothing");
            ::chmod(QFile::encodeName(directory).constData(), 0500);
            ::chmod(QFile::encodeName(directory + u"/mirror.lock"_s).constData(), 0400);
        }
        const auto refused = Mirror::open(directory, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY2(refused.error().detail.contains(u"cannot be written"_s), qPrintable(refused.error().detail));
        const auto elsewhere = Mirror::open(directory + u"/new/one"_s, {});
        QCOMPARE(elsewhere.error().code, ErrorCode::Storage);
        const auto reader = Mirror::open(directory, { .readOnly = true });
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
        QCOMPARE((*reader)->snapshot()->size(), entities);
        checkBodies(**reader);
        if (!disk.isMounted())
            ::chmod(QFile::encodeName(directory).constData(), 0700);
    }

private:
    QString path() const { return m_folder->path() + u"/workspace"_s; }
    QString database() const { return path() + u"/mirror.sqlite"_s; }

    static void pull(Mirror &mirror, quint32 count)
    {
        const testkit::Synthetic catalog(entities);
        auto running = mirror.beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        QVERIFY(running);
        for (quint32 i = 0; i < count; ++i)
            (*running)->put(catalog.entity(i));
        QVERIFY((*running)->complete());
        mirror.flush();
    }

    static void fill(const QString &directory)
    {
        const auto mirror = open(directory);
        QVERIFY(mirror);
        pull(*mirror, entities);
        QVERIFY(mirror->setValue(u"starred"_s, u"component:default/x"_s));
        mirror->flush();
    }

    static void checkBodies(const Mirror &mirror)
    {
        const testkit::Synthetic catalog(entities);
        for (quint32 i = 0; i < entities; ++i)
            QCOMPARE(mirror.entity(catalog.ref(i)).value().body, catalog.entity(i).body);
    }

    void sql(const char *statement)
    {
        Connection connection(database(), Connection::Access::ReadWrite);
        connection.exec(statement);
    }

    void downgrade()
    {
        for (const char *statement : { "DROP TRIGGER doc_page_came", "DROP TRIGGER doc_page_changed", "DROP TRIGGER doc_page_went",
                 "DROP TABLE doc_queue", "DROP TABLE doc_pages", "DROP TABLE doc_sections", "DROP TABLE doc_segments",
                 "DROP TABLE doc_postings", "DROP TABLE doc_state", "DROP TABLE entity_text", "DROP TABLE text_state",
                 "ALTER TABLE feeds ADD COLUMN cursor BLOB",
                 "UPDATE feeds SET cursor = x'00ff706167652037'", "DROP TABLE cursors",
                 "DROP TABLE confirmations", "ALTER TABLE feeds DROP COLUMN arrived",
                 "DROP INDEX versions_of_entity", "DROP INDEX versions_by_time",
                 "CREATE INDEX versions_by_entity ON versions (entity)", "DELETE FROM migrations WHERE version > 1", "PRAGMA user_version = 1" })
            sql(statement);
    }

    QByteArray bytes() const
    {
        QFile file(database());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray middleBody() const
    {
        Connection connection(database(), Connection::Access::ReadOnly);
        Query query(connection, "SELECT data FROM versions WHERE length(data) > 64 ORDER BY id LIMIT 1 OFFSET ?");
        query.with(qint64(entities) / 2);
        return query.step() ? query.bytes(0).toByteArray() : QByteArray(64, '?');
    }

    QStringList asides() const { return QDir(path()).entryList({ u"*.damaged-*"_s }); }

    static void write(QFile &file, qint64 at, const QByteArray &bytes)
    {
        file.seek(at);
        QCOMPARE(file.write(bytes), bytes.size());
        file.flush();
    }

    static qint64 positionOf(QFile &file, const char *text)
    {
        file.seek(0);
        return file.readAll().indexOf(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char **argv)
{
    canMount = enterOwnNamespace(); // Before there are threads.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication application(argc, argv);
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
