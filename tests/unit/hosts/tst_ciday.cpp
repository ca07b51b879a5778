// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A GitLab with 500 projects, and a day of it: failures, flakiness, limits, outages, and a program that is killed. What the
// person is told is compared with what happened there.
#include "models/domain/build.h"
#include "models/notices/buildchanges.h"
#include "plugins/gitlab/builds.h"
#include "tests/unit/hosts/hostcontext.h"

#include <QRandomGenerator>
#include <QTimeZone>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int projectsThere = 500, busyProjects = 60;
constexpr int minute = 60, hour = 60 * minute, step = 10 * minute;
const QDateTime begin(QDate(2026, 8, 12), QTime(0, 0), QTimeZone::UTC);

/// A pipeline and how it stood from when on, in seconds since the day began.
struct Pipeline {
    qint64 id = 0, number = 0;
    std::vector<std::pair<qint64, QByteArray>> states;

    const std::pair<qint64, QByteArray> *at(qint64 now) const
    {
        const std::pair<qint64, QByteArray> *last = nullptr;
        for (const auto &state : states) {
            if (state.first <= now)
                last = &state;
        }
        return last;
    }
};

QByteArray timeText(qint64 seconds)
{
    return begin.addSecs(seconds).toString(Qt::ISODate).toLatin1();
}

/// What happens at the host that day; the same each time.
class Day final {
public:
    Day()
    {
        QRandomGenerator random(20260812);
        qint64 id = 1000;
        for (int project = 0; project < projectsThere; ++project) {
            auto &pipelines = m_projects.emplace_back();
            pipelines.push_back({ ++id, 1, { { -2 * hour, "running" }, { -hour, "success" } } });
            // Nothing happens in the first two hours, when the estate is learnt, nor in the last six, in which
            // even what was missed comes round.
            for (qint64 at = 2 * hour + random.bounded(hour); project < busyProjects && at < 16 * hour; at += 2 * hour + random.bounded(4 * hour))
                add(pipelines, ++id, at, random);
        }
    }

    const std::vector<std::vector<Pipeline>> &projects() const { return m_projects; }
    /// "broke acme/s3#1017", each time that a branch's latest finished pipeline turned.
    QStringList changes() const
    {
        QStringList all;
        for (size_t project = 0; project < m_projects.size(); ++project) {
            bool isBroken = false;
            for (const Pipeline &pipeline : m_projects[project]) {
                for (const auto &[at, state] : pipeline.states) {
                    if ((state != "failed" && state != "success") || (state == "failed") == isBroken)
                        continue;
                    isBroken = state == "failed";
                    all.append((isBroken ? u"broke acme/s%1#%2"_s : u"healed acme/s%1#%2"_s).arg(project).arg(pipeline.id));
                }
            }
        }
        all.sort();
        return all;
    }

private:
    static void add(std::vector<Pipeline> &pipelines, qint64 id, qint64 at, QRandomGenerator &random)
    {
        Pipeline pipeline { id, pipelines.back().number + 1, { { at, "pending" }, { at + minute, "running" } } };
        const qint64 end = at + (3 + random.bounded(17)) * minute;
        const int fate = random.bounded(10);
        pipeline.states.emplace_back(end, fate < 5 ? "success" : fate < 6 ? "canceled" : "failed");
        // Flaky: somebody lets it run again, and it passes on the same commit.
        if (fate >= 8) {
            pipeline.states.emplace_back(end + 40 * minute, "running");
            pipeline.states.emplace_back(end + 50 * minute, "success");
        }
        pipelines.push_back(std::move(pipeline));
    }

    std::vector<std::vector<Pipeline>> m_projects;
};

/// The host's side.
class GitLab final {
public:
    explicit GitLab(const Day &day)
        : m_day(day)
    {
    }
    qint64 now = 0;
    int asked = 0, refused = 0, failed = 0, broken = 0;

    HostContext::Reply answer(const sdk::HttpRequest &request)
    {
        const qint64 at = now;
        ++asked;
        if (at >= 10 * hour && at < 10 * hour + 2 * step)
            return ++broken, HostContext::Reply { 503, "{}" };
        if (at >= 14 * hour && refused < 2)
            return ++refused, HostContext::Reply { 429, "{}", { { "retry-after", "60" } } };
        const QString path = request.url.path(QUrl::FullyEncoded).mid("/api/v4/projects"_L1.size());
        const QUrlQuery query(request.url);
        if (path.isEmpty())
            return { 200, active(at, secondsOf(query, u"last_activity_after"_s)) };
        static const QRegularExpression ofProject(u"^/acme%2Fs([0-9]+)(/.*)?$"_s);
        const auto match = ofProject.match(path);
        const size_t project = size_t(match.captured(1).toInt());
        if (!match.hasMatch() || project >= m_day.projects().size())
            return { 404, "{}" };
        const QString rest = match.captured(2);
        if (rest.isEmpty())
            return { 200, "{\"default_branch\":\"main\"}" };
        if (rest == "/pipelines"_L1 && at > 3 * hour && at < 18 * hour && ++m_lists % 97 == 0)
            return ++failed, HostContext::Reply { 500, "{\"message\":\"500 Internal Server Error\"}" };
        if (rest == "/pipelines"_L1)
            return { 200, pipelines(project, at, secondsOf(query, u"updated_after"_s)) };
        if (rest.startsWith("/pipelines/"_L1))
            return { 200, one(project, at, rest.section(u'/', -1).toLongLong()) };
        return { 200, "[]" };
    }

private:
    static qint64 secondsOf(const QUrlQuery &query, const QString &key)
    {
        const QDateTime time = QDateTime::fromString(query.queryItemValue(key, QUrl::FullyDecoded), Qt::ISODate);
        return time.isValid() ? begin.secsTo(time) : -365 * 24 * hour;
    }
    static QByteArray json(const Pipeline &pipeline, const std::pair<qint64, QByteArray> &state)
    {
        return "{\"id\":" + QByteArray::number(pipeline.id) + ",\"iid\":" + QByteArray::number(pipeline.number) + ",\"status\":\"" + state.second
            + "\",\"source\":\"push\",\"ref\":\"main\",\"sha\":\"" + QByteArray::number(pipeline.id) + "\",\"created_at\":\""
            + timeText(pipeline.states.front().first) + "\",\"updated_at\":\"" + timeText(state.first) + "\"}";
    }
    QByteArray pipelines(size_t project, qint64 at, qint64 since) const
    {
        QByteArrayList all;
        for (const Pipeline &pipeline : m_day.projects()[project]) {
            if (const auto *state = pipeline.at(at); state && state->first >= since)
                all.prepend(json(pipeline, *state));
        }
        return '[' + all.join(',') + ']';
    }
    QByteArray one(size_t project, qint64 at, qint64 id) const
    {
        for (const Pipeline &pipeline : m_day.projects()[project]) {
            if (const auto *state = pipeline.at(at); state && pipeline.id == id)
                return json(pipeline, *state);
        }
        return "{}";
    }
    QByteArray active(qint64 at, qint64 since) const
    {
        QByteArrayList all;
        for (size_t project = 0; project < m_day.projects().size(); ++project) {
            const Pipeline *latest = nullptr;
            for (const Pipeline &pipeline : m_day.projects()[project])
                latest = pipeline.at(at) ? &pipeline : latest;
            if (latest && latest->at(at)->first >= since)
                all.append("{\"path_with_namespace\":\"acme/s" + QByteArray::number(qulonglong(project)) + "\"}");
        }
        return '[' + all.mid(0, 100).join(',') + ']';
    }

    const Day &m_day;
    int m_lists = 0;
};

/// The program from its start to its end: what it holds in memory is gone with it, what the context holds stays.
class Program final {
public:
    Program(const QJsonObject &settings, const qint64 &now)
        : m_host(settings)
        , m_builds(m_host)
        , m_feed(m_builds, [&now] { return begin.addSecs(now); })
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
    GitLab gitlab(day);
    const QJsonObject settings { { u"url"_s, u"https://git.example.org"_s } };
    HostContext context;
    context.secrets.insert(u"token"_s, u"glpat-secret"_s);
    for (int i = 0; i < projectsThere; ++i)
        context.entity(u"component:default/s%1"_s.arg(i), { { u"gitlab.com/project-slug"_s, u"git.example.org:acme/s%1"_s.arg(i) } });

    int left = 0; // Requests until the program is killed.
    context.on("GET", u".*"_s, [&](const sdk::HttpRequest &request) {
        context.stop = --left <= 0;
        return gitlab.answer(request);
    });

    auto program = std::make_unique<Program>(settings, gitlab.now);
    QJsonValue known;
    QHash<QString, std::pair<QJsonObject, domain::BuildRun>> read; ///< Those that did not change are read once.
    QStringList told;
    QMap<qint64, int> asked; // By hour.
    int failures = 0, kills = 0;
    QRandomGenerator random(7);
    for (qint64 now = 0; now < 24 * hour; now += step) {
        gitlab.now = now;
        const int before = gitlab.asked;
        const bool isKilled = random.bounded(20) == 0 && now > 2 * hour;
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
        const notices::Told news = notices::buildChanges(known, std::move(seen), begin.addSecs(now));
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
    qsizetype there = 0;
    for (const auto &pipelines : day.projects())
        there += qsizetype(pipelines.size());
    QCOMPARE(held.size(), there);
    for (const domain::BuildRun &run : held)
        QVERIFY2(domain::isFinished(run.state), qPrintable(run.key()));
    // All that was to go wrong did.
    QVERIFY(kills > 3 && failures > 0);
    QVERIFY(gitlab.broken > 0 && gitlab.refused == 2 && gitlab.failed > 3);
    // In an hour in which nothing happens.
    QVERIFY2(asked[22] <= 200, qPrintable(QString::number(asked[22])));
    QVERIFY(asked[22] > 100);
    int most = 0;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it)
        most = it.key() >= 2 ? std::max(most, it.value()) : most;
    qInfo("%d changes, %d kills, %d pulls that failed; %d requests in an idle hour, %d in the busiest once all were known", int(changes.size()), kills, failures,
        asked[22], most);
}

QTEST_GUILESS_MAIN(TestCiDay)
#include "tst_ciday.moc"
