// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/inbox/noticedesk.h"

#include "models/domain/jsonfields.h"
#include "models/insights/usagelog.h"
#include "models/items/userstate.h"
#include "models/mirror/ownnotices.h"
#include "plugins/sdk/integration.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/links.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/docs/docsdesk.h"
#include "ui/panes/entity/wording.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::ui::panes {

using notices::Item;

namespace {

// Of a person's clicks each is a call of its own; more go together.
constexpr size_t mostAlone = 20;
constexpr size_t mostTogether = 100;
constexpr std::chrono::milliseconds longestWait = 1h;
const QString quietKey = u"notices.quietUntil"_s;

/// Connections whose first sync is over: every feed that brings such records was read to its end. One that cannot be read brings none:
/// for notices, which a portal may well have none of, that is an end as well.
notices::NoticeWatch::Synced syncedOf(sync::Workspace &workspace)
{
    QSet<QPair<QString, QString>> read, tried;
    for (const mirror::FeedState &state : workspace.mirror().feedStates().value_or(std::vector<mirror::FeedState>())) {
        if (state.lastSuccess.isValid())
            read.insert({ state.connectionId, state.feedId });
        if (state.lastSuccess.isValid() || state.lastError)
            tried.insert({ state.connectionId, state.feedId });
    }
    notices::NoticeWatch::Synced synced;
    synced.notices.append(QString(mirror::Mirror::ownConnection)); // What the program tells itself is there at once.
    const auto integrations = workspace.integrations();
    for (const sync::ConnectionInfo &connection : workspace.connections()) {
        const auto integration = std::ranges::find(integrations, connection.integrationId, &sync::IntegrationInfo::id);
        if (integration == integrations.end())
            continue;
        const auto add = [&](QLatin1StringView type, const QSet<QPair<QString, QString>> &over, QStringList &ids) {
            bool brings = false, isOver = true;
            for (const sync::IntegrationInfo::Feed &feed : integration->feeds) {
                if (!feed.recordTypes.contains(type))
                    continue;
                brings = true;
                isOver = isOver && over.contains({ connection.id, feed.id });
            }
            if (brings && isOver)
                ids.append(connection.id);
        };
        add(domain::recordtype::notice, tried, synced.notices);
        add(domain::recordtype::buildRun, read, synced.builds);
        add(domain::recordtype::review, read, synced.reviews);
    }
    return synced;
}

QDateTime utcNow() { return QDateTime::currentDateTimeUtc(); }

bool isAboutRun(const Item &item)
{
    const bool isOne = item.what == notices::What::BuildBroke || item.what == notices::What::BuildHealed || item.what == notices::What::ApprovalWaiting;
    return isOne && !item.notice.about.isEmpty();
}

} // namespace

NoticeDesk &NoticeDesk::of(PaneContext context)
{
    if (auto *known = context.commands.findChild<NoticeDesk *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new NoticeDesk(context);
}

NoticeDesk::NoticeDesk(PaneContext context)
    : QObject(&context.commands)
    , m_context(context)
    , m_inbox(&context.workspace.mirror(), utcNow)
    , m_watch(context.workspace.mirror(), m_inbox,
          { [context] { return notices::NoticeWatch::Person { context.user.me(), context.user.starred() }; },
              [context] {
                  QStringList ids { u"callboard"_s }; // What the program itself puts as records.
                  for (const sync::ConnectionInfo &connection : context.workspace.connections())
                      ids.append(connection.id);
                  return ids;
              },
              [context] { return syncedOf(context.workspace); } },
          utcNow)
    , m_wake(new QTimer(this))
    , m_announce(new QTimer(this))
    , m_quietEnd(new QTimer(this))
{
    for (QTimer *timer : { m_wake, m_announce, m_quietEnd })
        timer->setSingleShot(true);
    m_leaving = context.workspace.leavingConnections();
    m_announcer.setQuietUntil(domain::timeFromJson(context.workspace.mirror().value(quietKey)));
    m_announcer.setQuietHours(m_inbox.rules().quiet);
    connect(m_wake, &QTimer::timeout, &m_inbox, &notices::Inbox::tick);
    connect(m_announce, &QTimer::timeout, this, &NoticeDesk::announce);
    connect(m_quietEnd, &QTimer::timeout, this, [this] {
        schedule();
        if (!quietUntil().isValid())
            Q_EMIT quietChanged();
    });
    connect(&m_inbox, &notices::Inbox::changed, this, &NoticeDesk::schedule);
    connect(&m_inbox, &notices::Inbox::wanted, this, &NoticeDesk::tellSource);
    connect(&m_inbox, &notices::Inbox::rulesChanged, this, [this] { m_announcer.setQuietHours(m_inbox.rules().quiet); });
    connect(&m_inbox, &notices::Inbox::freshArrived, this, [this] {
        const QDateTime now = utcNow();
        m_announcer.offer(m_inbox.takeLate(), now, true);
        m_announcer.offer(m_inbox.takeFresh(), now);
        settle();
        schedule();
    });
    connect(&context.user, &items::UserState::meChanged, &m_watch, &notices::NoticeWatch::lookAtAll);
    connect(&context.user, &items::UserState::starredChanged, &m_watch, &notices::NoticeWatch::lookAtAll);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, &m_watch, &notices::NoticeWatch::lookAtAll);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &NoticeDesk::forgetErased);
    connect(&context.workspace, &sync::Workspace::broughtErased, &m_watch, &notices::NoticeWatch::forget);
    connect(&m_inbox, &notices::Inbox::actedOn, this, [this](const QString &how, const QString &entityRef) {
        insights::UsageLog::of(m_context.workspace.mirror()).record(insights::UsageDeed::ActedOn, u"notice."_s + how, entityRef);
    });
    schedule();
}

void NoticeDesk::schedule()
{
    const QDateTime now = utcNow();
    const auto start = [&now](QTimer *timer, const QDateTime &at) {
        if (!at.isValid())
            return timer->stop();
        // A machine that slept wakes late, and a clock may be set: so it is looked at again now and then.
        timer->start(std::clamp<std::chrono::milliseconds>(at - now, 1ms, longestWait));
    };
    start(m_wake, m_inbox.nextWake());
    start(m_announce, m_announcer.nextDue(now));
    start(m_quietEnd, quietUntil());
}

void NoticeDesk::announce()
{
    const auto due = m_announcer.due(utcNow(), [this](const Item &item) {
        const Item *now = m_inbox.find(item.key);
        // What something later took the place of is told by that, if a rule wants it.
        return now && now->key == item.key && !now->isRead && m_inbox.isIn(*now, notices::Folder::Inbox);
    });
    settle();
    schedule();
    if (due.empty())
        return;
    // Kept as told first: a kill in between must not have it told again.
    m_context.workspace.mirror().whenWritten(this, [this, due] { Q_EMIT announced(due); });
}

/// What nothing waits of was told, or need not be.
void NoticeDesk::settle()
{
    if (!m_announcer.isWaiting())
        m_inbox.noteTold();
}

void NoticeDesk::setQuietUntil(const QDateTime &until)
{
    m_announcer.setQuietUntil(until);
    std::ignore = m_context.workspace.mirror().setValue(quietKey, domain::timeToJson(until));
    schedule();
    Q_EMIT quietChanged();
}

QDateTime NoticeDesk::quietUntil() const
{
    const QDateTime until = m_announcer.quietUntil();
    return until.isValid() && until > utcNow() ? until : QDateTime();
}

bool NoticeDesk::isQuiet() const { return m_announcer.isQuiet(utcNow()); }

/// What a removed connection brought is erased: so is what was told and done because of it.
void NoticeDesk::forgetErased()
{
    QStringList erased = std::exchange(m_leaving, m_context.workspace.leavingConnections());
    erased.removeIf([this](const QString &id) {
        return m_leaving.contains(id) || std::ranges::contains(m_context.workspace.connections(), id, &sync::ConnectionInfo::id);
    });
    if (!erased.isEmpty())
        m_inbox.forget(erased);
}

// To and from where notices come from

std::optional<sync::IntegrationInfo::Action> NoticeDesk::actionOf(const QString &connectionId, const QString &actionId, QLatin1StringView scope) const
{
    const auto connections = m_context.workspace.connections();
    const auto connection = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
    if (connection == connections.end())
        return std::nullopt;
    const auto integrations = m_context.workspace.integrations();
    const auto integration = std::ranges::find(integrations, connection->integrationId, &sync::IntegrationInfo::id);
    if (integration == integrations.end())
        return std::nullopt;
    const auto action = std::ranges::find_if(integration->actions, [&](const sync::IntegrationInfo::Action &one) {
        return one.id == actionId && one.scope == scope && (!one.asksFirst || scope == domain::recordtype::notice);
    });
    return action == integration->actions.end() ? std::nullopt : std::optional(*action);
}

/// The program's own notices have it in their id: models/notices/buildchanges.h.
QString NoticeDesk::connectionOfRun(const Item &item)
{
    return item.connectionId.isEmpty() ? item.notice.id.section(u'|', 1, 1) : item.connectionId;
}

bool NoticeDesk::canRerun(const Item &item) const
{
    return item.what == notices::What::BuildBroke && !item.notice.about.isEmpty()
        && actionOf(connectionOfRun(item), u"rerun"_s, domain::recordtype::buildRun);
}

void NoticeDesk::rerun(const Item &item)
{
    const auto run = m_context.workspace.mirror().record(QString(domain::recordtype::buildRun), item.notice.about);
    if (!run || !canRerun(item))
        return;
    sdk::ActionRequest request;
    request.actionId = u"rerun"_s;
    request.entityRef = run->entityRef;
    request.record = *run;
    const QString connection = connectionOfRun(item);
    m_inbox.setRead({ item.key }, true);
    m_context.workspace.act(connection, request, this, [this, ref = run->entityRef](const domain::Result<sdk::ActionAnswer> &answer) {
        if (!answer)
            Q_EMIT refused(sentenceText(answer.error()));
        else
            insights::UsageLog::of(m_context.workspace.mirror()).record(insights::UsageDeed::RanAction, u"rerun"_s, ref);
    });
}

/// What comes nearest to it there: a host that has no "done" is told that it was read.
std::optional<sync::IntegrationInfo::Action> NoticeDesk::noticeAction(const QString &connectionId, const QString &actionId) const
{
    const auto action = actionOf(connectionId, actionId, domain::recordtype::notice);
    return action || actionId != "done"_L1 ? action : actionOf(connectionId, u"markRead"_s, domain::recordtype::notice);
}

void NoticeDesk::tellSource(const QString &connectionId, const QString &actionId, const std::vector<domain::Record> &records)
{
    if (connectionId == mirror::Mirror::ownConnection)
        return noteOwn(actionId, records);
    const auto action = noticeAction(connectionId, actionId);
    if (!action)
        return; // It holds here all the same.
    const size_t step = action->together && records.size() > mostAlone ? mostTogether : 1;
    for (size_t at = 0; at < records.size(); at += step) {
        sdk::ActionRequest request;
        request.actionId = action->id;
        request.record = records[at];
        if (step > 1) {
            QJsonArray ids;
            for (size_t each = at; each < std::min(records.size(), at + step); ++each)
                ids.append(records[each].key);
            request.values.insert(u"ids"_s, ids);
        }
        m_context.workspace.act(connectionId, request, this, [this](const domain::Result<sdk::ActionAnswer> &answer) {
            if (!answer && answer.error().code != domain::ErrorCode::Cancelled)
                Q_EMIT refused(sentenceText(answer.error()));
        });
    }
}

/// Notices that are records of the program itself are marked where they are.
void NoticeDesk::noteOwn(const QString &actionId, const std::vector<domain::Record> &records)
{
    QStringList ids;
    for (const domain::Record &record : records)
        ids.append(record.key);
    const mirror::OwnNotices own(m_context.workspace.mirror());
    if (actionId == "markRead"_L1 || actionId == "markUnread"_L1)
        std::ignore = own.setRead(ids, actionId == "markRead"_L1 ? utcNow() : QDateTime());
    else if (actionId == "save"_L1 || actionId == "unsave"_L1)
        std::ignore = own.setSaved(ids, actionId == "save"_L1 ? utcNow() : QDateTime());
}

QUrl NoticeDesk::addressOf(const Item &item) const
{
    const QString link = item.notice.link;
    if (link.startsWith(u'/') && !link.startsWith("//"_L1)) {
        const auto connections = m_context.workspace.connections();
        const auto connection = std::ranges::find(connections, item.connectionId, &sync::ConnectionInfo::id);
        const QUrl portal = connection == connections.end() ? QUrl() : QUrl(connection->settings["url"_L1].toString());
        return portal.isValid() && !portal.isEmpty() ? openableUrl(portal.resolved(QUrl(link)).toString()) : QUrl();
    }
    return looksLikeLink(link) ? QUrl() : openableUrl(link);
}

void NoticeDesk::openInBrowser(const Item &item)
{
    const QUrl url = addressOf(item);
    if (url.isEmpty())
        return open(item);
    m_inbox.setRead({ item.key }, true);
    m_context.outward.browse(url);
}

void NoticeDesk::open(const Item &item)
{
    const Item shown = item; // Reading it makes the list anew.
    if (!shown.isRead)
        m_inbox.setRead({ shown.key }, true);
    const auto link = parseLink(shown.notice.link);
    const bool isKnown = m_context.workspace.mirror().snapshot()->find(shown.notice.entityRef) != mirror::noRow;
    if (link && link->kind == Link::Kind::Doc)
        DocsDesk::of(m_context).open(link->ref, link->text);
    else if (isAboutRun(shown) && m_context.workspace.mirror().record(QString(domain::recordtype::buildRun), shown.notice.about))
        BuildsDesk::of(m_context).open(shown.notice.about);
    else if (isKnown)
        m_context.focus.open(shown.notice.entityRef);
    else if (const QUrl url = addressOf(shown); !url.isEmpty())
        m_context.outward.browse(url);
}

std::vector<NoticeDesk::Later> NoticeDesk::laterChoices(const QDateTime &now)
{
    const QLocale locale;
    const auto time = [&](const QDateTime &at) { return locale.toString(at.time(), locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s)); };
    std::vector<Later> choices;
    const QDateTime hour = now.addSecs(3600);
    choices.push_back({ tr("In an hour, %1").arg(time(hour)), hour.toUTC() });
    const QDateTime evening(now.date(), QTime(18, 0));
    if (now.secsTo(evening) > 2 * 3600)
        choices.push_back({ tr("This evening, %1").arg(time(evening)), evening.toUTC() });
    const QDateTime tomorrow(now.date().addDays(1), QTime(9, 0));
    choices.push_back({ tr("Tomorrow, %1").arg(time(tomorrow)), tomorrow.toUTC() });
    const QDateTime monday(now.date().addDays(8 - now.date().dayOfWeek()), QTime(9, 0));
    if (monday != tomorrow)
        choices.push_back({ tr("Next Monday, %1").arg(time(monday)), monday.toUTC() });
    return choices;
}

} // namespace callboard::ui::panes
