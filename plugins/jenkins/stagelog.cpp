// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/stagelog.h"

#include "plugins/jenkins/answers.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

struct StageLogWords {
    Q_DECLARE_TR_FUNCTIONS(Jenkins)
};

constexpr size_t mostLogged = 200; ///< Steps of a stage, one request each.
constexpr qsizetype longestLog = 4 << 20; ///< Of one step; Jenkins itself sends its last 10 kB, unless it was told otherwise.

bool hasEnded(const QJsonValue &described)
{
    return domain::isFinished(sdk::stateIn(stageStatuses(), described["status"_L1].toString()));
}

QString nodeRoute(const QString &build, const QString &node, const QString &what)
{
    return build + u"/execution/node/"_s + sdk::pathPart(node) + u"/wfapi/"_s + what;
}

/// Of HTML: links, colours and times stand in tags, and what looks like one is escaped.
QString withoutMarkup(QString html)
{
    static const QRegularExpression tag(u"</?[A-Za-z][^<>]*>"_s);
    html.remove(tag);
    static const QList<std::pair<QString, QString>> escapes { { u"&lt;"_s, u"<"_s }, { u"&gt;"_s, u">"_s }, { u"&quot;"_s, u"\""_s },
        { u"&#39;"_s, u"'"_s }, { u"&#039;"_s, u"'"_s }, { u"&nbsp;"_s, u" "_s }, { u"&amp;"_s, u"&"_s } };
    for (const auto &[escape, plain] : escapes)
        html.replace(escape, plain);
    return html;
}

} // namespace

// Source: pipeline-stage-view-plugin, rest-api/README.md, "execution/node/:node-id/wfapi/describe": a step without the link has no log.
std::vector<LoggedStep> readLoggedSteps(const QJsonObject &described)
{
    std::vector<LoggedStep> steps;
    for (const QJsonValue node : described["stageFlowNodes"_L1].toArray()) {
        const QJsonValue links = node["_links"_L1];
        LoggedStep step { sdk::idOf(node["id"_L1]), sdk::lineOf(node["name"_L1]), hasEnded(node) };
        if (!step.id.isEmpty() && steps.size() < mostLogged && (!links.isObject() || links["log"_L1].isObject()))
            steps.push_back(std::move(step));
    }
    return steps;
}

// Source: pipeline-stage-view-plugin, com.cloudbees.workflow.rest.external.FlowNodeLogExt.
QByteArray readStepLog(const QJsonObject &log)
{
    const QByteArray text = withoutMarkup(log["text"_L1].toString().right(longestLog)).toUtf8();
    return log["hasMore"_L1].toBool() ? StageLogWords::tr("[What comes before is in the console.]").toUtf8() + '\n' + text : text;
}

// Source: pipeline-stage-view-plugin, rest-api/README.md, "execution/node/:node-id/wfapi/log".
sdk::Result<bool> stageLog(const sdk::HostApi &api, const QString &build, const QString &stage, sdk::LogRest rest,
    sdk::LogLengths &lengths, sdk::PullContext &context)
{
    // Asked before the logs: what ends in between is asked for once more.
    const auto described = api.json({ .route = nodeRoute(build, stage, u"describe"_s), .remember = false }, context);
    if (!described)
        return std::unexpected(described.error());
    const bool isOver = hasEnded(described->object());
    for (const LoggedStep &step : readLoggedSteps(described->object())) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s, api.name());
        // Of one that runs the end alone is told, which is another one each time: the log would not only grow at its end.
        if (!isOver && !step.hasEnded)
            return false;
        const QString route = nodeRoute(build, step.id, u"log"_s);
        if (const auto length = lengths.of(route); length && rest.isBehind(*length)) {
            rest.skip(*length);
            continue;
        }
        const auto log = api.json({ .route = route, .remember = false }, context);
        if (!log && !sdk::concernsOne(log.error()))
            return std::unexpected(log.error());
        if (!log && !isOver) // Another time; what comes behind it would be in its way.
            return false;
        const QByteArray text = log ? readStepLog(log->object()) : StageLogWords::tr("What this step wrote cannot be had.").toUtf8();
        const QByteArray whole = text.isEmpty() ? QByteArray() : sdk::groupedLog(step.name, text, true);
        if (log)
            lengths.keep(route, whole.size());
        if (!rest.give(whole))
            return isOver;
    }
    return isOver;
}

} // namespace callboard::jenkins
