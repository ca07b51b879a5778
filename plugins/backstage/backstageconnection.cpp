// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"

#include "plugins/backstage/actions.h"
#include "plugins/backstage/catalogfeed.h"
#include "plugins/backstage/docsfeed.h"
#include "plugins/backstage/notificationsfeed.h"
#include "plugins/backstage/permissions.h"
#include "plugins/backstage/starredfeed.h"
#include "plugins/backstage/usagefeed.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {
struct ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(Backstage)
};
}

BackstageConnection::BackstageConnection(const QJsonObject &settings)
    : m_portal(settings)
{
}

std::unique_ptr<sdk::Feed> BackstageConnection::feed(const QString &feedId)
{
    if (feedId == "catalog"_L1)
        return std::make_unique<CatalogFeed>(m_portal);
    if (feedId == "starred"_L1)
        return std::make_unique<StarredFeed>(m_portal);
    if (feedId == "docs"_L1)
        return std::make_unique<DocsFeed>(m_portal);
    if (feedId == "notifications"_L1)
        return std::make_unique<NotificationsFeed>(m_portal);
    if (feedId == "usage"_L1)
        return std::make_unique<UsageFeed>(m_portal);
    return nullptr;
}

sdk::Result<QString> BackstageConnection::principal(sdk::PullContext &context)
{
    const auto identity = m_portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    return identity->who + u'@' + m_portal.address()->name();
}

sdk::Result<std::vector<sdk::SignInMethod>> BackstageConnection::signInMethods(sdk::PullContext &context)
{
    // Nobody is signed in yet: what this learns is where the backend is.
    const auto backend = m_portal.locate(context);
    if (!backend)
        return std::unexpected(backend.error());
    return findSignInMethods(*backend, m_portal.settings().value("clientId"_L1).toString().trimmed(), context);
}

sdk::Result<qint64> BackstageConnection::countEntities(sdk::PullContext &context)
{
    const auto counted = m_portal.answerTo(
        { .route = u"/api/catalog/entities/by-query"_s, .query = { { u"limit"_s, u"0"_s } } }, context);
    if (!counted)
        return std::unexpected(counted.error());
    HttpAsk older { .route = u"/api/catalog/entities"_s, .query = { { u"fields"_s, u"kind"_s } } };
    const auto answer = counted->status == 404 ? m_portal.send(older, context) : counted;
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *m_portal.address()));
    const auto page = readEntityPage(answer->body);
    if (!page)
        return std::unexpected(page.error());
    return std::max<qint64>(page->total, page->items);
}

QStringList BackstageConnection::findMissing(const Identity &identity, sdk::PullContext &context)
{
    if (identity.userRef.isEmpty())
        return { ConnectionWords::tr("Stars and notifications belong to a person; this is a service's token, or nobody.") };
    QStringList missing;
    if (const auto stars = readStars(m_portal, context); !stars && stars.error().code == ErrorCode::NotFound)
        missing.append(ConnectionWords::tr("This portal keeps stars in the browser only."));
    const auto notices = m_portal.answerTo({ .route = u"/api/notifications/status"_s }, context);
    if (notices && notices->status == 404)
        missing.append(ConnectionWords::tr("This portal sends no notifications."));
    return missing;
}

sdk::Result<sdk::ProbeReport> BackstageConnection::probe(sdk::PullContext &context)
{
    if (const auto route = analyticsRoute(m_portal.settings()); !route)
        return std::unexpected(route.error());
    const auto identity = m_portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    const auto count = countEntities(context);
    if (!count)
        return std::unexpected(count.error());
    sdk::ProbeReport report;
    report.who = identity->who;
    report.summary = ConnectionWords::tr("%Ln entities", nullptr, int(qMin<qint64>(*count, std::numeric_limits<int>::max())));
    report.missing = findMissing(*identity, context);
    // With roles, as of Red Hat Developer Hub, somebody without one is shown an empty catalog.
    if (*count == 0 && denies(m_portal, { &readEntities, 1 }, {}, context).value_or(false))
        report.missing.append(ConnectionWords::tr("The portal does not allow %1 to see any entity: its administrators give out the role for that.").arg(identity->who));
    const auto ref = domain::EntityRef::parse(identity->userRef);
    if (!ref)
        return report;
    // A guest is in the catalog of many portals and is nobody in particular there.
    const auto me = m_portal.answerTo(
        { .route = u"/api/catalog/entities/by-name/%1/%2/%3"_s.arg(ref->kind, ref->ns, ref->name) }, context);
    if (me && me->status == 200)
        report.suggestedMe = ref->canonical();
    return report;
}

sdk::Result<sdk::ActionAnswer> BackstageConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return backstage::act(m_portal, request, context);
}

sdk::Result<sdk::Permission> BackstageConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    return backstage::mayAct(m_portal, request, context);
}

} // namespace callboard::backstage
