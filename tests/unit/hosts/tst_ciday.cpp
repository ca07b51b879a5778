// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The day of an estate in memory, step by step: what the person is told is compared with what happened there.
#include "models/domain/build.h"
#include "models/notices/buildchanges.h"
#include "plugins/gitlab/builds.h"
#include "tests/unit/hosts/ciday.h"
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::ciday;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 step = 10 * minute;

/// The program from its start to its end: what it holds in memory is gone with it, what the context holds stays.
class Program final {
public:
    Program(const QJsonObject &settings, const std::atomic<qint64> &now)
        : m_host(settings)
        , m_builds(m_host)
        , m_feed(m_builds, [&now] { return momentOf(now); })
    {
    }
    sdk::ProjectBuildsFeed &feed() { return m_feed; }

private:
    gitlab::Host m_host;
    gitlab::Builds m_builds;
    sdk::ProjectBuildsFeed m_feed;
};

} // namespace

class TestCiDay final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyChangeIsToldOnce();
};

void TestCiDay::everyChangeIsToldOnce()
{
    const Day day;
    GitLab gitlab(day, {});
    const QJsonObject settings { { u"url"_s, u"https://git.example.org"_s } };
    HostContext context;
    context.secrets.insert(u"token"_s, u"glpat-secret"_s);
    for (int i = 0; i < projectsThere; ++i)
        context.entity(u"component:default/s%1"_s.arg(i), { { u"gitlab.com/project-slug"_s, u"git.example.org:acme/s%1"_s.arg(i) } });

    int left = 0; // Requests until the program is killed.
    context.on("GET", u".*"_s, [&](const sdk::HttpRequest &request) {
        context.stop = --left <= 0;
        const QString path = request.url.path(QUrl::FullyEncoded).mid("/api/v4"_L1.size());
        const GitLab::Answer answer = gitlab.answer(path, QUrlQuery(request.url));
        HostContext::Reply reply { answer.status, answer.body };
        if (!answer.retryAfter.isEmpty())
            reply.headers.append({ "retry-after", answer.retryAfter });
        return reply;
    });

    auto program = std::make_unique<Program>(settings, gitlab.now);
    QJsonValue known;
    QHash<QString, std::pair<QJsonObject, domain::BuildRun>> read; ///< Those that did not change are read once.
    QStringList told;
    QMap<qint64, int> asked; // By hour.
    int failures = 0, kills = 0;
    QRandomGenerator random(7);
    for (qint64 now = 0; now < dayLong; now += step) {
        gitlab.now = now;
        const int before = gitlab.asked;
        const bool isKilled = random.bounded(20) == 0 && now > workBegins;
        left = isKilled ? 3 + random.bounded(8) : 1'000'000;
        context.stop = false;
        const auto pulled = context.pull(program->feed());
        asked[now / hour] += gitlab.asked - before;
        failures += pulled || isKilled ? 0 : 1;
        if (!pulled && !isKilled)
            QVERIFY(pulled.error().code == sdk::ErrorCode::Offline || pulled.error().code == sdk::ErrorCode::RateLimited);
        if (isKilled) { // Before anything was told of what this pull brought.
            ++kills;
            program = std::make_unique<Program>(settings, gitlab.now);
            continue;
        }
        std::vector<notices::SeenRun> seen;
        for (const domain::Record &record : context.of(domain::recordtype::buildRun)) {
            auto &[body, run] = read[record.key];
            if (body != record.body)
                run = domain::BuildRun::fromRecord(record);
            body = record.body;
            seen.push_back({ u"ci"_s, run, true, false });
        }
        const notices::Told news = notices::buildChanges(known, std::move(seen), momentOf(now));
        known = news.known;
        for (const notices::Entry &entry : news.entries)
            told.append((entry.notice.topic == notices::topic::broke ? u"broke "_s : u"healed "_s) + entry.notice.about);
    }
    told.sort();
    const QStringList changes = day.changes();
    QVERIFY(changes.size() > 50);
    QCOMPARE(told, changes);
    // What is held is what is there.
    const auto held = context.of<domain::BuildRun>(domain::recordtype::buildRun);
    QCOMPARE(held.size(), day.pipelineKeys().size());
    for (const domain::BuildRun &run : held)
        QVERIFY2(domain::isFinished(run.state), qPrintable(run.key()));
    QVERIFY(day.flaky().size() > 10);
    QCOMPARE(failedBefore(held), day.flaky());
    QCOMPARE(gitlab.unknown, QStringList());
    // All that was to go wrong did.
    QVERIFY(kills > 3 && failures > 0);
    QVERIFY(gitlab.broken > 0 && gitlab.refused == 2 && gitlab.failed > 3);
    // In an hour in which nothing happens.
    QVERIFY2(asked[idleHour] <= 200, qPrintable(QString::number(asked[idleHour])));
    QVERIFY(asked[idleHour] > 80);
    int most = 0;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it)
        most = it.key() >= 2 ? std::max(most, it.value()) : most;
    qInfo("%d changes, %d kills, %d pulls that failed; %d requests in an idle hour, %d in the busiest once all were known", int(changes.size()), kills, failures,
        asked[idleHour], most);
}

QTEST_GUILESS_MAIN(TestCiDay)
#include "tst_ciday.moc"
