// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The day of an estate over real sockets, on a clock that runs faster: the whole program but its window, with the GitLab integration as it is
// shipped, killed again and again. What it tells is compared with what happened, and its requests are counted where they arrive.
//
// CALLBOARD_CI_DAY=long looks every minute of the day, with more kills and more dropped connections (some minutes);
// CALLBOARD_SEED says which moments.
#include "models/domain/build.h"
#include "models/mirror/mirror.h"
#include "models/notices/inbox.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/hosts/ciday.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::ciday;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isLong() { return qEnvironmentVariable("CALLBOARD_CI_DAY") == u"long"; }

/// GitLab with what HTTP adds: ETags, and now and then a connection that ends in the middle of an answer.
class Host final {
public:
    explicit Host(const Day &day)
        : m_gitlab(day, { .rest = "1", .resets = true })
        , m_server([this](const Received &request) { return answer(request); })
    {
    }
    ~Host() { m_server.reset(); }

    QString url() const { return m_server->url(QString()).toString(); }
    GitLab &gitlab() { return m_gitlab; }
    QMap<qint64, int> askedByHour() const
    {
        const std::lock_guard lock(m_mutex);
        return m_byHour;
    }
    int unchanged() const { return m_unchanged; }
    int cut() const { return m_cut; }
    /// Until so many more requests have come, or it takes too long.
    void waitFor(int more, std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, limit, [this, until = m_requests + more] { return m_requests >= until; });
    }

private:
    Reply answer(const Received &request)
    {
        const QUrl url(QString::fromLatin1("http://host" + request.target));
        const auto made = m_gitlab.answer(url.path(QUrl::FullyEncoded).mid("/api/v4"_L1.size()), QUrlQuery(url));
        int count = 0;
        {
            const std::lock_guard lock(m_mutex);
            ++m_byHour[m_gitlab.now / hour];
            count = ++m_requests;
        }
        m_arrived.notify_all();
        if (request.header("private-token") != "glpat-secret")
            return Reply::answer(401, "{}");
        if (made.status == 0)
            return Reply::reset();
        if (made.status != 200) {
            return made.retryAfter.isEmpty() ? Reply::answer(made.status, made.body)
                                             : Reply::answer(made.status, made.body, { { "Retry-After", made.retryAfter } });
        }
        if (m_gitlab.now > workBegins && count % (isLong() ? 500 : 1500) == 0) {
            ++m_cut;
            return Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n[{\"id\":", Reply::End::Reset);
        }
        if (m_gitlab.now < workBegins) // The estate is learnt: nothing of it is asked for again.
            return Reply::json(made.body);
        const QByteArray etag = "W/\"" + QCryptographicHash::hash(made.body, QCryptographicHash::Sha1).toHex() + '"';
        if (request.header("if-none-match") == etag)
            return ++m_unchanged, Reply::answer(304, {}, { { "ETag", etag } });
        return Reply::answer(200, made.body, { { "Content-Type", "application/json" }, { "ETag", etag }, { "Cache-Control", "max-age=0, private, must-revalidate" } });
    }

    GitLab m_gitlab;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    QMap<qint64, int> m_byHour;
    int m_requests = 0;
    std::atomic<int> m_unchanged { 0 }, m_cut { 0 };
    std::optional<ScriptedServer> m_server;
};

/// The program, in a process of its own.
class Program final {
public:
    Program(QStringList folders, QStringList hosts)
        : m_folders(std::move(folders))
        , m_hosts(std::move(hosts))
    {
    }

    void start(qint64 now)
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QCoreApplication::applicationDirPath() + u"/ci_follower"_s, m_folders + QStringList { QString::number(now) } + m_hosts);
        QVERIFY(m_process->waitForStarted());
    }
    void say(qint64 now)
    {
        m_process->write(QByteArray::number(now) + '\n');
        m_process->waitForBytesWritten();
    }
    /// All that is due at this time has been done, and told of.
    void waitUntilDone(qint64 now)
    {
        const QByteArray stood = "stood " + QByteArray::number(now);
        QDeadlineTimer deadline(120s);
        for (;;) {
            while (m_process->canReadLine()) {
                const QByteArray line = m_process->readLine().trimmed();
                if (line == stood)
                    return;
                note(line);
            }
            QVERIFY2(m_process->state() == QProcess::Running, "it has ended");
            QVERIFY2(!deadline.hasExpired(), "it did not come to an end");
            m_process->waitForReadyRead(1000);
        }
    }
    void kill()
    {
        m_process->kill(); // SIGKILL
        QVERIFY(m_process->waitForFinished());
        QCOMPARE(m_process->exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : m_process->readAllStandardOutput().split('\n'))
            note(line);
    }
    void end()
    {
        m_process->closeWriteChannel();
        QVERIFY(m_process->waitForFinished());
        QCOMPARE(m_process->exitCode(), 0);
    }
    QStringList announced() const { return m_announced; }

private:
    void note(const QByteArray &line)
    {
        if (line.startsWith("fresh "))
            m_announced.append(QString::fromUtf8(line.mid(6)));
    }

    QStringList m_folders, m_hosts;
    std::unique_ptr<QProcess> m_process;
    QStringList m_announced;
};

/// 500 services of the person's own, on the hosts in turn.
void writeCatalog(const QString &folder, const QStringList &hosts)
{
    QByteArray text = "apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata:\n  name: ann\nspec:\n  memberOf: []\n";
    for (int i = 0; i < projectsThere; ++i) {
        text += u"---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: s%1\n  annotations:\n    gitlab.com/instance: '%2'\n    gitlab.com/project-slug: acme/s%1\n"
                u"spec:\n  type: service\n  lifecycle: production\n  owner: user:default/ann\n"_s.arg(i).arg(QUrl(hosts[i % hosts.size()]).authority()).toUtf8();
    }
    QFile file(folder + u"/catalog-info.yaml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// When the program looks. In the hour whose requests are counted, as often as it would by itself; a pipeline that is run again is looked
/// at in each of its states.
std::vector<qint64> moments()
{
    std::vector<qint64> all;
    for (qint64 now = 0; now < dayLong;) {
        all.push_back(now);
        if (isLong() || now / hour == idleHour)
            now += minute;
        else if (now < workBegins)
            now += 10 * minute;
        else
            now += now < workEnds + 2 * hour ? 20 * minute : hour;
    }
    return all;
}

} // namespace

class TestCiDayLoopback final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyChangeIsToldOnce();
    void twoHostsShareAnIdleHour();

private:
    void check(const QString &workspace, const Day &day, const QStringList &announced);
};

void TestCiDayLoopback::everyChangeIsToldOnce()
{
    const Day day;
    Host host(day);
    QTemporaryDir workspace, catalog;
    writeCatalog(catalog.path(), { host.url() });
    QCOMPARE(QUrl(host.url()).host(), u"127.0.0.1"_s);

    Program program({ workspace.path(), catalog.path() }, { host.url() });
    program.start(0);
    const auto seed = quint32(qEnvironmentVariableIntValue("CALLBOARD_SEED"));
    QRandomGenerator random(seed == 0 ? 2026 : seed);
    int kills = 0;
    for (const qint64 now : moments()) {
        host.gitlab().now = now;
        program.say(now);
        if (now > workBegins && now / hour != idleHour && random.bounded(isLong() ? 40 : 8) == 0) {
            // In the middle of its requests, of what it writes, or while it looks at what came.
            host.waitFor(1 + random.bounded(12), 2s);
            QTest::qWait(random.bounded(25));
            program.kill();
            program.start(now);
            program.say(now);
            ++kills;
        }
        program.waitUntilDone(now);
        if (QTest::currentTestFailed())
            return;
    }
    program.end();
    check(workspace.path(), day, program.announced());

    QCOMPARE(host.gitlab().unknown, QStringList());
    // All that was to go wrong did.
    QVERIFY(kills > 3);
    QVERIFY(host.gitlab().broken > 0 && host.gitlab().refused == 2 && host.gitlab().failed > 3 && host.cut() > 1);
    const auto asked = host.askedByHour();
    // In an hour in which nothing happens, of all feeds together.
    QVERIFY2(asked[idleHour] <= 200, qPrintable(QString::number(asked[idleHour])));
    QVERIFY(asked[idleHour] > 100);
    int all = 0, most = 0;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        all += it.value();
        most = it.key() >= 2 ? std::max(most, it.value()) : most;
    }
    qInfo("%d changes, %d announced; %d kills, %d refused, %d failed, %d broken, %d cut; %d requests in an idle hour, %d in the busiest once all were known, %d in all, %d of them answered with 304",
        int(day.changes().size()), int(program.announced().size()), kills, host.gitlab().refused.load(), host.gitlab().failed.load(), host.gitlab().broken.load(), host.cut(),
        asked[idleHour], most, all, host.unchanged());
}

/// All together they are asked no more than one would be.
void TestCiDayLoopback::twoHostsShareAnIdleHour()
{
    const Day day;
    Host one(day), other(day);
    QTemporaryDir workspace, catalog;
    const QStringList hosts { one.url(), other.url() };
    writeCatalog(catalog.path(), hosts);
    Program program({ workspace.path(), catalog.path() }, hosts);
    constexpr qint64 begin = (idleHour - 2) * hour, end = (idleHour + 1) * hour;
    program.start(begin);
    for (qint64 now = begin; now < end; now += now < idleHour * hour ? 10 * minute : minute) {
        one.gitlab().now = other.gitlab().now = now;
        program.say(now);
        program.waitUntilDone(now);
        if (QTest::currentTestFailed())
            return;
    }
    program.end();
    const int asked = one.askedByHour()[idleHour], askedOther = other.askedByHour()[idleHour];
    qInfo("%d and %d requests in an idle hour", asked, askedOther);
    QVERIFY2(asked + askedOther <= 200, qPrintable(u"%1 and %2"_s.arg(asked).arg(askedOther)));
    // And both are.
    QVERIFY(asked > 50 && askedOther > 50);
    const auto mirror = mirror::Mirror::open(workspace.path(), {});
    QVERIFY(mirror);
    const auto held = (*mirror)->records(QString(domain::recordtype::buildRun));
    QVERIFY(held);
    QSet<QString> projects;
    for (const domain::Record &record : *held)
        projects.insert(domain::BuildRun::fromRecord(record).project);
    QCOMPARE(projects.size(), projectsThere);
}

void TestCiDayLoopback::check(const QString &workspace, const Day &day, const QStringList &announced)
{
    const auto mirror = mirror::Mirror::open(workspace, {});
    QVERIFY(mirror);
    QStringList told, keys;
    for (const QJsonValue value : (*mirror)->value(u"notices.told"_s).toArray()) {
        const domain::Record record { QString(domain::recordtype::notice), value["id"_L1].toString(), {}, value["body"_L1].toObject() };
        const auto notice = domain::Notice::fromRecord(record);
        told.append((notice.topic == notices::topic::broke ? u"broke "_s : u"healed "_s) + notice.about);
        keys.append(notices::Entry { {}, notice, true, false }.key());
    }
    told.sort();
    QVERIFY(day.changes().size() > 50);
    QCOMPARE(told, day.changes());
    // The desktop is told of nothing twice, and of nothing else.
    QCOMPARE(QSet<QString>(announced.begin(), announced.end()).size(), announced.size());
    for (const QString &key : announced)
        QVERIFY2(keys.contains(key), qPrintable(key));
    QVERIFY(!announced.isEmpty());
    // What is held is what is there.
    const auto held = (*mirror)->records(QString(domain::recordtype::buildRun));
    QVERIFY(held);
    QList<domain::BuildRun> runs;
    QStringList heldKeys;
    for (const domain::Record &record : *held) {
        runs.append(domain::BuildRun::fromRecord(record));
        heldKeys.append(runs.last().key());
    }
    const QStringList thereKeys = day.pipelineKeys();
    const QSet<QString> isHeld(heldKeys.begin(), heldKeys.end()), isThere(thereKeys.begin(), thereKeys.end());
    QCOMPARE((isThere - isHeld).values(), QStringList());
    QCOMPARE(heldKeys.size(), thereKeys.size());
    for (const domain::BuildRun &run : std::as_const(runs))
        QVERIFY2(domain::isFinished(run.state), qPrintable(run.key()));
    QCOMPARE(failedBefore(runs), day.flaky());
}

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // ctest says how long it may take.
    const QCoreApplication application(argc, argv);
    TestCiDayLoopback test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ciday_loopback.moc"
