// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/notifications.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::gitea {

using namespace Qt::StringLiterals;

using domain::Notice;

namespace {

constexpr qsizetype mostThreads = 500;

struct NotificationsWords {
    Q_DECLARE_TR_FUNCTIONS(Gitea)
};

// `subject.type`: NotifySubjectType in swagger.v1.json.
QString sentenceOf(const QString &type, const QString &state)
{
    if (type == "Pull"_L1)
        return state == "merged"_L1 ? NotificationsWords::tr("A pull request was merged") : NotificationsWords::tr("Something new in a pull request");
    if (type == "Issue"_L1)
        return state == "closed"_L1 ? NotificationsWords::tr("An issue was closed") : NotificationsWords::tr("Something new in an issue");
    if (type == "Commit"_L1)
        return NotificationsWords::tr("Something new about a commit");
    if (type == "Repository"_L1)
        return NotificationsWords::tr("Something new about a repository");
    return type;
}

} // namespace

Notice readThread(const QJsonObject &served)
{
    Notice notice;
    notice.id = sdk::idOf(served["id"_L1]);
    const QJsonValue subject = served["subject"_L1];
    const QString type = sdk::textOf(subject["type"_L1], 60);
    notice.origin = sdk::textOf(served["repository"_L1]["full_name"_L1]);
    notice.title = sdk::lineOf(subject["title"_L1]);
    if (notice.title.isEmpty())
        notice.title = notice.origin.isEmpty() ? NotificationsWords::tr("Notification %1").arg(notice.id) : notice.origin;
    notice.description = sentenceOf(type, subject["state"_L1].toString());
    const QString page = sdk::webUrlOf(subject["html_url"_L1]), comment = sdk::webUrlOf(subject["latest_comment_html_url"_L1]);
    notice.link = comment.isEmpty() ? page : comment;
    notice.severity = u"normal"_s;
    notice.topic = type;
    notice.kind = u"host"_s;
    // https://host/owner/name/pulls/6
    const QString number = page.section(u'/', -1);
    bool isNumber = false;
    number.toLongLong(&isNumber);
    if (type == "Pull"_L1 && isNumber && !notice.origin.isEmpty())
        notice.about = notice.origin + u'!' + number;
    notice.createdAt = sdk::timeOf(served["updated_at"_L1]);
    if (!served["unread"_L1].toBool(true))
        notice.readAt = notice.createdAt;
    if (served["pinned"_L1].toBool())
        notice.savedAt = notice.createdAt;
    return notice;
}

sdk::Result<void> Notifications::pull(sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    QHash<QString, QStringList> refs;
    for (const sdk::HostedProject &project : m_host.projects(context))
        refs.insert(project.name, project.entityRefs);
    // What is neither unread nor pinned is not told without `all`.
    const auto listed = api.list({ .route = u"/notifications"_s, .query = { { u"limit"_s, u"50"_s } } }, context, mostThreads);
    if (!listed)
        return std::unexpected(listed.error());
    for (const QJsonValue value : *listed) {
        domain::Notice notice = readThread(value.toObject());
        if (notice.id.isEmpty())
            continue;
        const QStringList of = refs.value(notice.origin);
        notice.entityRef = of.size() == 1 ? of.first() : QString();
        context.put(notice.toRecord());
    }
    return {};
}

} // namespace callboard::gitea
