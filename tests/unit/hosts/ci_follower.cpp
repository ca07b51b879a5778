// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program without its window, for tst_ciday_loopback: a workspace that pulls by its own clock, and what tells of builds. The test says
// what time it is, and may kill it at any moment.
#include "models/mirror/mirror.h"
#include "models/notices/noticewatch.h"
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/kit/memorykeychain.h"
#include "tests/unit/hosts/ciday.h"
#include "tests/unit/sync/fakenetwork.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

using namespace callboard;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ciday::momentOf;

namespace {
std::atomic<qint64> secondsNow { 0 }; ///< Since the day began.
}

/// The C library's, for all of this process: dates, and the clock that feeds become due by, stand where the test has put them. What
/// threads and sockets wait by stays as it is.
extern "C" int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    if (clock != CLOCK_REALTIME && clock != CLOCK_BOOTTIME)
        return int(::syscall(SYS_clock_gettime, clock, time));
    constexpr qint64 dayBegan = 1'786'492'800; // 2026-08-12T00:00:00Z
    *time = { time_t(dayBegan + secondsNow.load()), 0 };
    return 0;
}

namespace {

class Follower final : public QObject {
public:
    Follower(std::unique_ptr<sync::Workspace> workspace, std::shared_ptr<testkit::MemoryKeychain> secrets)
        : m_workspace(std::move(workspace))
        , m_secrets(std::move(secrets))
        , m_inbox(&m_workspace->mirror(), &QDateTime::currentDateTimeUtc)
        , m_watch(m_workspace->mirror(), m_inbox, { [this] { return notices::NoticeWatch::Person { m_workspace->me(), {} }; }, [this] { return connections(); } },
              &QDateTime::currentDateTimeUtc)
    {
        m_watch.setDelay(0ms);
        QObject::connect(&m_inbox, &notices::Inbox::freshArrived, this, [this] {
            const auto fresh = m_inbox.takeFresh();
            m_inbox.noteTold();
            for (const notices::Item &item : fresh)
                std::printf("fresh %s\n", qPrintable(item.key));
        });
    }

    /// What an earlier one, which was killed, has not done yet.
    bool connect(const QString &catalog, const QStringList &hosts)
    {
        m_workspace->setMe(u"user:default/ann"_s);
        return has(u"folder"_s, { { u"folder"_s, catalog } }, {}) && std::ranges::all_of(hosts, [this](const QString &host) {
            return has(u"gitlab"_s, { { u"url"_s, host } }, { { u"token"_s, u"glpat-secret"_s } });
        });
    }

    /// All that is due by now, to its end, and told of. As long as the host wants to be left alone, that is not.
    bool follow(std::chrono::milliseconds limit)
    {
        const QDeadlineTimer deadline(limit);
        // Of a connection that is not on disk yet, nothing is due.
        m_isSaved = false;
        m_workspace->whenSaved(this, [this](const domain::Result<void> &) { m_isSaved = true; });
        m_workspace->setInterest({}); // It looks at the clock.
        while (!m_isSaved || !isQuiet()) {
            if (deadline.hasExpired())
                return false;
            QTimer wake; // Whatever ends wakes the loop by itself; but for a host's rest.
            wake.start(50ms);
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        rememberCatalog();
        return true;
    }

private:
    /// Nothing changes in it: once it is known, it is not read again.
    void rememberCatalog()
    {
        for (const sync::ConnectionInfo &connection : m_workspace->connections()) {
            if (connection.integrationId == u"folder" && !connection.paused && m_workspace->mirror().snapshot()->size() > test::ciday::projectsThere)
                std::ignore = m_workspace->setPaused(connection.id, true);
        }
    }
    QStringList connections() const
    {
        QStringList ids;
        for (const sync::ConnectionInfo &connection : m_workspace->connections())
            ids.append(connection.id);
        return ids;
    }
    bool has(const QString &integration, const QJsonObject &settings, const sync::Secrets &secrets)
    {
        for (const sync::ConnectionInfo &connection : m_workspace->connections()) {
            if (connection.integrationId != integration || connection.settings.value("url"_L1) != settings.value("url"_L1))
                continue;
            for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
                m_secrets->keep(sync::SecretStore::keyOf(connection.id, it.key()), it.value());
            return true;
        }
        return m_workspace->addConnection(integration, integration, settings, secrets).has_value();
    }
    bool isQuiet()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const bool isPulling = !m_workspace->running().empty();
        const bool isDue = std::ranges::any_of(m_workspace->nextRuns(), [&](const sync::NextRun &next) { return next.waiting || (next.at.isValid() && next.at <= now); });
        const bool rests = std::ranges::any_of(m_workspace->traffic(), [&](const sync::HostTraffic &host) { return host.restingUntil > now; });
        if (isPulling || isDue || rests || m_watch.isBusy())
            return false;
        // What was written last is told of by an event that may be on its way.
        m_workspace->mirror().flush();
        QCoreApplication::sendPostedEvents();
        return !m_watch.isBusy();
    }

    std::unique_ptr<sync::Workspace> m_workspace;
    std::shared_ptr<testkit::MemoryKeychain> m_secrets;
    notices::Inbox m_inbox;
    notices::NoticeWatch m_watch;
    bool m_isSaved = false;
};

int fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return 1;
}

} // namespace

/// Arguments: the workspace's folder, that of the catalog, what time it is, addresses of GitLabs.
int main(int argc, char **argv)
{
    if (argc < 5)
        return 2;
    secondsNow = std::atoll(argv[3]);
    const QCoreApplication application(argc, argv);
    if (QDateTime::currentDateTimeUtc() != momentOf(secondsNow))
        return fail("this process has another clock than it was given");
    const auto secrets = std::make_shared<testkit::MemoryKeychain>();
    sync::Workspace::Options options;
    options.directory = QString::fromLocal8Bit(argv[1]);
    options.secrets = secrets;
    options.network = [] { return std::make_unique<test::FakeNetwork>(); };
    auto workspace = sync::Workspace::open(options);
    if (!workspace)
        return fail(qPrintable(workspace.error().detail));
    if (const QStringList suspected = (*workspace)->suspectedIntegrations(); !suspected.isEmpty())
        return fail(qPrintable(suspected.join(u' ')));
    Follower follower(std::move(*workspace), secrets);
    if (!follower.connect(QString::fromLocal8Bit(argv[2]), application.arguments().mid(4)))
        return fail("it cannot be connected");
    for (std::string line; std::getline(std::cin, line);) {
        secondsNow = std::atoll(line.c_str());
        if (!follower.follow(120s))
            return fail("it does not come to an end");
        std::printf("stood %lld\n", qlonglong(secondsNow));
        std::fflush(stdout);
    }
    return 0;
}
