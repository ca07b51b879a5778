// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/notifications.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>
#include <QHash>

namespace callboard::github {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostThreads = 300;

struct NotificationsWords {
    Q_DECLARE_TR_FUNCTIONS(GitHub)
};

// https://docs.github.com/en/rest/activity/notifications#about-notification-reasons
QString sentenceOf(const QString &reason)
{
    if (reason == "approval_requested"_L1)
        return NotificationsWords::tr("A deployment waits for your approval");
    if (reason == "assign"_L1)
        return NotificationsWords::tr("It was assigned to you");
    if (reason == "author"_L1)
        return NotificationsWords::tr("Something happened in what you began");
    if (reason == "ci_activity"_L1)
        return NotificationsWords::tr("A workflow run that you set off has ended");
    if (reason == "comment"_L1)
        return NotificationsWords::tr("Something happened where you commented");
    if (reason == "mention"_L1)
        return NotificationsWords::tr("You were mentioned");
    if (reason == "team_mention"_L1)
        return NotificationsWords::tr("Your team was mentioned");
    if (reason == "review_requested"_L1)
        return NotificationsWords::tr("Your review is asked for");
    if (reason == "security_alert"_L1)
        return NotificationsWords::tr("A weakness was found in a dependency");
    if (reason == "state_change"_L1)
        return NotificationsWords::tr("It was closed, merged or opened again");
    return {};
}

QString severityOf(const QString &reason)
{
    static const QStringList high { u"approval_requested"_s, u"assign"_s, u"mention"_s, u"review_requested"_s, u"security_alert"_s };
    if (high.contains(reason))
        return u"high"_s;
    return reason == "subscribed"_L1 ? u"low"_s : u"normal"_s;
}

/// The page of what the API's address names: a thread says the latter alone.
QString pageOf(const QString &project, const QString &type, const QString &apiUrl, const QUrl &web)
{
    const QString root = web.toString() + u'/' + project;
    const QString last = QUrl(apiUrl).path().section(u'/', -1);
    const bool isPlain = !last.isEmpty() && std::ranges::all_of(last, [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 128; });
    if (type == "PullRequest"_L1 && isPlain)
        return root + u"/pull/"_s + last;
    if (type == "Issue"_L1 && isPlain)
        return root + u"/issues/"_s + last;
    if (type == "Commit"_L1 && isPlain)
        return root + u"/commit/"_s + last;
    if (type == "Release"_L1)
        return root + u"/releases"_s;
    if (type == "Discussion"_L1)
        return root + u"/discussions"_s;
    if (type == "CheckSuite"_L1 || type == "WorkflowRun"_L1)
        return root + u"/actions"_s;
    return root;
}

} // namespace

domain::Notice readNotification(const QJsonObject &served, const QUrl &web)
{
    domain::Notice notice;
    notice.id = sdk::idOf(served["id"_L1]);
    const QJsonValue subject = served["subject"_L1];
    const QString project = sdk::textOf(served["repository"_L1]["full_name"_L1]);
    const QString type = sdk::textOf(subject["type"_L1], 60), url = sdk::webUrlOf(subject["url"_L1]);
    const QString reason = sdk::textOf(served["reason"_L1], 60);
    notice.title = sdk::lineOf(subject["title"_L1]);
    if (notice.title.isEmpty())
        notice.title = project;
    notice.description = sentenceOf(reason);
    notice.link = sdk::webUrlOf(QJsonValue(pageOf(project, type, url, web)));
    notice.severity = severityOf(reason);
    notice.topic = reason;
    notice.origin = project;
    notice.kind = u"host"_s;
    if (type == "PullRequest"_L1 && !url.isEmpty())
        notice.about = project + u'!' + QUrl(url).path().section(u'/', -1);
    notice.createdAt = sdk::timeOf(served["updated_at"_L1]);
    if (!served["unread"_L1].toBool(true))
        notice.readAt = sdk::timeOf(served["last_read_at"_L1]);
    if (notice.title.isEmpty())
        notice.id.clear();
    return notice;
}

sdk::Result<void> Notifications::pull(sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    QHash<QString, QStringList> refs;
    for (const sdk::HostedProject &project : m_host.projects(context))
        refs.insert(project.name.toLower(), project.entityRefs);
    const auto listed = api.list({ .route = u"/notifications"_s, .query = { { u"per_page"_s, u"50"_s } } }, context, mostThreads);
    if (!listed)
        return std::unexpected(listed.error());
    for (const QJsonValue value : *listed) {
        domain::Notice notice = readNotification(value.toObject(), m_host.web());
        if (notice.id.isEmpty())
            continue;
        const QStringList of = refs.value(notice.origin.toLower());
        notice.entityRef = of.size() == 1 ? of.first() : QString();
        context.put(notice.toRecord());
    }
    return {};
}

} // namespace callboard::github
