// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/buildsdesk.h"

#include "models/items/userstate.h"
#include "models/search/mine.h"
#include "ui/kit/commands.h"
#include "ui/kit/names.h"

#include <QAction>
#include <QHash>
#include <QSet>
#include <QThreadPool>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto scheme = "callboard-run"_L1;

    std::shared_ptr<const builds::RunEstate> estateOf(
        const builds::RunIndexPtr &index, const builds::FlakinessPtr &flakiness, const mirror::Snapshot &snapshot, const QString &me)
    {
        const mirror::Row person = snapshot.find(me);
        const std::vector<bool> mine = person == mirror::noRow ? std::vector<bool>() : search::mineOf(snapshot, person);
        return std::make_shared<builds::RunEstate>(index, [&](const QString &ref) {
            builds::EntityFacts facts;
            facts.name = nameOf(snapshot, ref);
            if (const mirror::Row row = snapshot.find(ref); row != mirror::noRow) {
                facts.owner = snapshot.string(snapshot.ownerId(row)).toString();
                facts.ownerName = nameOf(snapshot, facts.owner);
                facts.mine = !mine.empty() && mine[row];
            }
            return facts;
        }, flakiness);
    }

} // namespace

BuildsDesk &BuildsDesk::of(PaneContext context)
{
    if (auto *known = context.commands.findChild<BuildsDesk *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new BuildsDesk(context);
}

BuildsDesk::BuildsDesk(PaneContext context)
    : QObject(&context.commands)
    , m_context(context)
{
    const builds::LiveRuns &runs = builds::LiveRuns::of(context.workspace.mirror());
    connect(&runs, &builds::LiveRuns::changed, this, &BuildsDesk::askAfterFlaky);
    connect(&runs, &builds::LiveRuns::flakinessChanged, this, &BuildsDesk::askAfterFlaky);
    m_askAgain.setSingleShot(true);
    connect(&m_askAgain, &QTimer::timeout, this, &BuildsDesk::askAfterFlaky);
}

std::shared_ptr<const builds::RunEstate> BuildsDesk::estate()
{
    const builds::LiveRuns &runs = builds::LiveRuns::of(m_context.workspace.mirror());
    const mirror::SnapshotPtr snapshot = m_context.workspace.mirror().snapshot();
    const Sources now { runs.index(), runs.flakiness(), snapshot->revision(), m_context.user.me() };
    if (m_estate && now == m_sources)
        return m_estate;
    m_sources = now;
    m_estate = estateOf(now.index, now.flakiness, *snapshot, now.me);
    if (m_sources.index->size() > fewRuns)
        QThreadPool::globalInstance()->start([estate = m_estate] { std::ignore = estate->arrangedBy(builds::RunGrouping::Service); });
    return m_estate;
}

void BuildsDesk::askAfterFlaky()
{
    using Clock = builds::FlakyQuestions::Clock;
    const auto of = estate();
    const builds::RunIndex &index = *of->index();
    sync::Workspace &workspace = m_context.workspace;
    QSet<mirror::StringId> listed;
    for (const QString &ref : workspace.listed())
        listed.insert(index.find(ref));
    const auto isShown = [&](quint32 entity) { return listed.contains(index.entities()[entity]); };
    QHash<mirror::StringId, bool> mayAsk; // By connection: there may be many runs, and of connections few.
    const auto isWanted = [&](builds::RunRow row) {
        if (!of->isMine(index.brief(row).entities) && !std::ranges::any_of(index.entitiesOf(row), isShown))
            return false;
        const mirror::StringId connection = index.run(row).connection;
        if (!mayAsk.contains(connection))
            mayAsk.insert(connection, workspace.mayAskInPassing(index.text(connection).toString()));
        return mayAsk.value(connection);
    };
    for (const builds::RunRow row : m_flaky.next(index, of->flakiness(), isWanted, Clock::now())) {
        if (const auto record = workspace.mirror().record(QString(domain::recordtype::buildRun), index.key(row)))
            workspace.askBuildDetail(index.connection(row), domain::BuildRun::fromRecord(*record));
    }
    if (const auto more = m_flaky.more())
        m_askAgain.start(std::chrono::ceil<std::chrono::milliseconds>(*more - Clock::now()));
}

void BuildsDesk::open(const QString &runKey)
{
    m_wanted = runKey;
    if (QAction *show = m_context.commands.action(u"builds.show"_s))
        show->trigger();
    Q_EMIT openRequested();
}

QUrl BuildsDesk::linkTo(const QString &runKey)
{
    QUrl link;
    link.setScheme(scheme);
    link.setPath(runKey, QUrl::DecodedMode);
    return link;
}

QString BuildsDesk::runOf(const QUrl &link)
{
    return link.scheme() == scheme ? link.path(QUrl::FullyDecoded) : QString();
}

} // namespace callboard::ui::panes
