// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// net_puller FOLDER ADDRESS: a workspace whose connection syncs the catalog of the portal at ADDRESS by the integration "backstage", one
// generation after the other, until killed. The portal tells the generation that it serves (/test/generation), and goes on to the next
// when it is told that one is complete (/test/completed). Prints each that is.
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "plugins/backstage/catalogstate.h"
#include "tests/unit/sync/filekeychain.h"

#include <QCoreApplication>

#include <cstdio>

using namespace callboard;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 wholeEvery = 3; // Generations.
constexpr int longAgo = 30;      // Days: more than the feed lets pass between two whole walks.

qint64 ask(const QString &address)
{
    sync::HttpClient client({});
    const auto http = client.forCall({ .connectionId = u"test"_s, .proxy = u"none"_s, .caFile = {}, .clientCertificate = {}, .clientKey = {} },
        sync::Urgency::Background, {});
    const auto answer = http->get(QUrl(address));
    if (!answer || answer->status != 200)
        qFatal("the portal does not tell its generation");
    return answer->body.toLongLong();
}

/// Makes it long ago that the whole catalog was walked: the next pull walks it again, over the one that is there.
void age(mirror::Mirror &mirror, const QString &connection)
{
    for (const mirror::FeedState &state : mirror.feedStates().value_or(std::vector<mirror::FeedState>())) {
        if (state.connectionId != connection || state.feedId != u"catalog"_s)
            continue;
        auto pull = mirror.beginPull(connection, state.feedId, state.principal);
        auto saved = pull ? backstage::CatalogState::load((*pull)->cursor()) : domain::fail(domain::ErrorCode::Storage, {});
        if (!saved)
            continue; // None was completed yet.
        saved->lastFull = saved->lastFull.addDays(-longAgo);
        (*pull)->bringOnlyChanges();
        (*pull)->setCursor(saved->save());
        if (const auto completed = (*pull)->complete(); !completed)
            qFatal("%s", qUtf8Printable(completed.error().detail));
    }
}

/// The connection, pulled from its beginning in this process: what is kept in the keychain may not have been when the one before died.
QString connectedTo(sync::Workspace &workspace, const QString &address)
{
    const QJsonObject settings { { u"url"_s, address } };
    const sync::Secrets secrets { { u"token"_s, u"secret-token"_s } };
    for (const QString &integration : workspace.suspectedIntegrations())
        workspace.forgiveSuspicion(integration); // It was killed in its first pull, and it was not its fault.
    if (workspace.connections().empty()) {
        const auto added = workspace.addConnection(u"backstage"_s, u"Portal"_s, settings, secrets);
        return added ? *added : QString();
    }
    const QString id = workspace.connections().front().id;
    return workspace.editConnection(id, {}, settings, secrets) ? id : QString();
}

void requireCatalog(const sync::Workspace &workspace)
{
    for (const sync::PullReport &report : workspace.lastPulls()) {
        if (report.feedId == u"catalog"_s && !report.error)
            return;
        if (report.feedId == u"catalog"_s)
            qFatal("%s", qUtf8Printable(report.error->detail));
    }
    qFatal("no catalog was pulled");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]), portal = QString::fromLocal8Bit(argv[2]);
    sync::Workspace::Options options;
    options.directory = folder;
    options.schedule = false;
    options.secrets = std::make_shared<test::FileKeychain>(folder + u"/keychain"_s, 0us);
    const auto workspace = sync::Workspace::open(options);
    if (!workspace)
        qFatal("%s", qUtf8Printable(workspace.error().detail));
    qint64 generation = ask(portal + u"/test/generation"_s);
    const auto ageWhereDue = [&] {
        for (const sync::ConnectionInfo &info : (*workspace)->connections()) {
            if (generation % wholeEvery == 1)
                age((*workspace)->mirror(), info.id);
        }
    };
    ageWhereDue();
    const QString connection = connectedTo(**workspace, portal);
    for (;;) {
        if (!(*workspace)->waitForIdle(60s))
            qFatal("the pull does not end");
        requireCatalog(**workspace);
        std::printf("%lld\n", qlonglong(generation));
        std::fflush(stdout);
        generation = ask(portal + u"/test/completed?generation=%1"_s.arg(generation));
        ageWhereDue();
        (*workspace)->pullNow(connection, u"catalog"_s);
    }
}
