// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/mirror/killcatalog.h"

#include <SQLiteCpp/Database.h>

#include <QProcess>
#include <QRandomGenerator>

namespace callboard::mirror::test {

/// SIGKILL at random moments of a program that pulls a catalog, generation after generation, saying the number of each that is
/// complete, and what must hold afterwards. CALLBOARD_KILLS sets how many (25), CALLBOARD_SEED which moments. As it stands the catalog
/// is that of killcatalog.h.
class Killing {
public:
    /// `program` lies beside the test; it is given the workspace's folder, then `arguments`.
    explicit Killing(QString program, QStringList arguments = {})
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {
    }
    virtual ~Killing() = default;
    Q_DISABLE_COPY_MOVE(Killing)

    static int wantedKills()
    {
        const int wanted = qEnvironmentVariableIntValue("CALLBOARD_KILLS");
        return wanted > 0 ? wanted : 25;
    }

    void run()
    {
        const int kills = wantedKills();
        const auto seed = quint32(qEnvironmentVariableIntValue("CALLBOARD_SEED"));
        QRandomGenerator random(seed == 0 ? 2026 : seed);
        std::unique_ptr<QTemporaryDir> folder;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % killsPerFolder == 0) {
                folder = std::make_unique<QTemporaryDir>();
                m_acknowledged = 0;
            }
            pullAndKill(folder->path(), random);
            check(folder->path());
            if (QTest::currentTestFailed()) {
                folder->setAutoRemove(false);
                qCritical("kill %d, seed %u, kept at %s", kill, seed, qPrintable(folder->path()));
                return;
            }
        }
        qInfo("%d kills; %d found a pull in the middle, %d completed generations checked", kills, m_inTheMiddle,
            m_checked);
        QVERIFY(m_checked > kills / 2);
        QVERIFY(kills < 100 || m_inTheMiddle > 0); // By chance: about one kill in five finds a pull half done.
        finish(folder->path());
    }

protected:
    virtual bool holds(qint64 generation, int index) const { return kill::holds(generation, index); }
    virtual domain::Entity entityOf(qint64 generation, int index) const { return kill::entityOf(generation, index); }
    /// The generation that the last completed pull brought, by what it saved; 0 where there is none.
    virtual qint64 savedGeneration(Mirror &mirror, qint64 /*acknowledged*/) const
    {
        const auto pull = mirror.beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        return pull ? (*pull)->cursor().toLongLong() : -1;
    }
    /// Before the program starts, which goes on behind this generation.
    virtual void prepare(qint64 /*completed*/) { }
    /// Returns when it is to die. Some die while they still open or make the file, most in the middle of pulling.
    virtual void waitForMoment(QProcess &puller, QRandomGenerator &random)
    {
        const bool early = random.bounded(4) == 0;
        const int milliseconds = int(random.bounded(90));
        if (!early)
            QVERIFY(puller.waitForReadyRead(30'000)); // The first generation of this one.
        QDeadlineTimer moment(milliseconds);
        while (!moment.hasExpired())
            puller.waitForReadyRead(int(moment.remainingTime()));
    }
    /// After the last kill.
    virtual void finish(const QString & /*directory*/) { }

    std::unique_ptr<QProcess> started(const QString &directory)
    {
        prepare(m_acknowledged);
        auto puller = std::make_unique<QProcess>();
        puller->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        puller->start(QCoreApplication::applicationDirPath() + u'/' + m_program, QStringList { directory } + m_arguments);
        return puller;
    }
    void end(QProcess &puller)
    {
        QCOMPARE(puller.state(), QProcess::Running);
        puller.kill();
        QVERIFY(puller.waitForFinished());
        for (const QByteArray &line : puller.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                m_acknowledged = line.toLongLong();
        }
    }
    qint64 acknowledged() const { return m_acknowledged; }

private:
    static constexpr int killsPerFolder = 20;

    void pullAndKill(const QString &directory, QRandomGenerator &random)
    {
        const auto puller = started(directory);
        QVERIFY(puller->waitForStarted());
        waitForMoment(*puller, random);
        end(*puller);
    }

    void check(const QString &directory)
    {
        Mirror::OpenReport report;
        const auto mirror = open(directory, &report);
        QVERIFY(mirror);
        QVERIFY2(!report.rebuilt, qPrintable(report.reason));
        SQLite::Database database(QFile::encodeName(directory + u"/mirror.sqlite"_s).toStdString());
        QCOMPARE(QString::fromStdString(database.execAndGet("PRAGMA integrity_check").getString()), u"ok"_s);
        const qint64 completed = savedGeneration(*mirror, m_acknowledged);
        // It may have died between completing and saying so.
        QVERIFY(completed == m_acknowledged || completed == m_acknowledged + 1);
        m_acknowledged = completed;
        if (completed > 0)
            checkCatalog(*mirror, completed);
    }

    void checkCatalog(const Mirror &mirror, qint64 completed)
    {
        ++m_checked;
        bool middle = false;
        const SnapshotPtr snapshot = mirror.snapshot();
        for (int index = 0; index < kill::entities; ++index) {
            const QString ref = kill::refOf(index);
            const auto found = mirror.entity(ref);
            QCOMPARE(found.has_value(), snapshot->find(ref) != noRow);
            if (!found) {
                QVERIFY(!holds(completed, index));
                continue;
            }
            const domain::Entity good = entityOf(completed, index);
            const domain::Entity next = entityOf(completed + 1, index);
            const bool isGood = holds(completed, index) && found->body == good.body;
            QVERIFY(isGood || (holds(completed + 1, index) && found->body == next.body));
            middle |= !isGood;
            if (holds(completed, index))
                QVERIFY(historyHas(mirror, ref, good));
        }
        m_inTheMiddle += middle;
    }

    /// What the unfinished pull has overwritten is still there, whole.
    static bool historyHas(const Mirror &mirror, const QString &ref, const domain::Entity &expected)
    {
        const auto versions = mirror.history(ref).value();
        return std::ranges::any_of(versions, [&](const Version &version) {
            const auto body = mirror.versionBody(version.id);
            return !version.removed && body && withoutMarks(body->body) == withoutMarks(expected.body)
                && body->relations == expected.relations;
        });
    }

    /// What a server says of its own rows is no part of a version.
    static QJsonObject withoutMarks(QJsonObject body)
    {
        QJsonObject metadata = body["metadata"_L1].toObject();
        metadata.remove("uid"_L1);
        metadata.remove("etag"_L1);
        body.insert("metadata"_L1, metadata);
        return body;
    }

    QString m_program;
    QStringList m_arguments;
    qint64 m_acknowledged = 0;
    int m_inTheMiddle = 0;
    int m_checked = 0;
};

} // namespace callboard::mirror::test
