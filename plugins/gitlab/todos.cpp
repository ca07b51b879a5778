// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/todos.h"

#include "plugins/sdk/hostjson.h"

#include <QCoreApplication>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;

using domain::Notice;

namespace {

constexpr qsizetype mostTodos = 500;

struct TodosWords {
    Q_DECLARE_TR_FUNCTIONS(GitLab)
};

// `action_name`, https://docs.gitlab.com/api/todos/.
QString sentenceOf(const QString &action, const QString &who)
{
    if (action == "assigned"_L1)
        return TodosWords::tr("%1 assigned it to you").arg(who);
    if (action == "mentioned"_L1 || action == "directly_addressed"_L1)
        return TodosWords::tr("%1 mentioned you").arg(who);
    if (action == "build_failed"_L1)
        return TodosWords::tr("The pipeline failed");
    if (action == "marked"_L1)
        return TodosWords::tr("You added it to your to-dos");
    if (action == "approval_required"_L1)
        return TodosWords::tr("Your approval is needed");
    if (action == "unmergeable"_L1)
        return TodosWords::tr("It can no longer be merged");
    if (action == "merge_train_removed"_L1)
        return TodosWords::tr("It was taken off the merge train");
    if (action == "review_requested"_L1)
        return TodosWords::tr("%1 asks for your review").arg(who);
    if (action == "review_submitted"_L1)
        return TodosWords::tr("%1 reviewed it").arg(who);
    if (action == "member_access_requested"_L1)
        return TodosWords::tr("%1 asks for access").arg(who);
    return action;
}

QString severityOf(const QString &action)
{
    const bool isHigh = action == "build_failed"_L1 || action == "approval_required"_L1 || action == "review_requested"_L1
        || action == "unmergeable"_L1;
    return isHigh ? u"high"_s : u"normal"_s;
}

} // namespace

Notice readTodo(const QJsonObject &served)
{
    Notice notice;
    notice.id = sdk::idOf(served["id"_L1]);
    const QString action = sdk::textOf(served["action_name"_L1], 60);
    const QJsonValue author = served["author"_L1];
    const QString who = sdk::textOf(author["name"_L1].isString() ? author["name"_L1] : author["username"_L1], 200);
    const QString project = sdk::textOf(served["project"_L1]["path_with_namespace"_L1]);
    const QString title = sdk::lineOf(served["target"_L1]["title"_L1]);
    // What it is about comes first; a to-do about a commit or a group has no title.
    notice.title = title.isEmpty() ? sdk::lineOf(served["body"_L1]) : title;
    if (notice.title.isEmpty())
        notice.title = project;
    if (notice.title.isEmpty())
        notice.title = TodosWords::tr("To-do %1").arg(notice.id);
    notice.description = sentenceOf(action, who);
    const QString body = sdk::textOf(served["body"_L1], 2000);
    if (!body.isEmpty() && body != notice.title && (action == "mentioned"_L1 || action == "directly_addressed"_L1))
        notice.description += u'\n' + body;
    notice.link = sdk::webUrlOf(served["target_url"_L1]);
    notice.severity = severityOf(action);
    notice.topic = action;
    notice.origin = project;
    notice.kind = u"host"_s;
    if (served["target_type"_L1].toString() == "MergeRequest"_L1 && !project.isEmpty())
        notice.about = project + u'!' + sdk::idOf(served["target"_L1]["iid"_L1]);
    notice.createdAt = sdk::timeOf(served["created_at"_L1]);
    if (served["state"_L1].toString() == "done"_L1)
        notice.readAt = sdk::timeOf(served["updated_at"_L1]);
    return notice;
}

sdk::Result<void> Todos::pull(sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    QHash<QString, QStringList> refs;
    for (const sdk::HostedProject &project : m_host.projects(context))
        refs.insert(project.name, project.entityRefs);
    const auto listed = api.list({ .route = u"/todos"_s, .query = { { u"state"_s, u"pending"_s }, { u"per_page"_s, u"100"_s } } },
        context, mostTodos);
    if (!listed)
        return std::unexpected(listed.error());
    for (const QJsonValue value : *listed) {
        domain::Notice notice = readTodo(value.toObject());
        if (notice.id.isEmpty())
            continue;
        const QStringList of = refs.value(notice.origin) + refs.value(sdk::idOf(value["project"_L1]["id"_L1]));
        notice.entityRef = of.size() == 1 ? of.first() : QString();
        context.put(notice.toRecord());
    }
    return {};
}

} // namespace callboard::gitlab
