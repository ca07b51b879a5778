// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "tests/unit/hosts/hostcontext.h"

namespace callboard::test::circleci {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString project = u"/api/v2/project/gh/acme/ledger"_s;

inline QByteArray answer(const QString &name) { return fileIn(u"circleci/"_s + name + u".json"_s); }

inline QByteArray page(const QJsonArray &items, const QJsonValue &next = QJsonValue::Null)
{
    return QJsonDocument(QJsonObject { { u"items"_s, items }, { u"next_page_token"_s, next } }).toJson();
}

inline QString ago(std::chrono::seconds passed) { return QDateTime::currentDateTimeUtc().addDuration(-passed).toString(Qt::ISODateWithMs); }

inline QJsonObject pipelineOf(int number, std::chrono::seconds age, const QString &state = u"created"_s)
{
    return { { u"id"_s, u"p%1"_s.arg(number) }, { u"number"_s, number }, { u"project_slug"_s, u"gh/acme/ledger"_s }, { u"state"_s, state },
        { u"created_at"_s, ago(age) }, { u"vcs"_s, QJsonObject { { u"branch"_s, u"main"_s }, { u"revision"_s, u"9fec84"_s } } } };
}

inline QJsonObject workflowOf(const QString &id, const QString &status, std::chrono::seconds age, const QString &name = u"build"_s)
{
    const QString pipeline = id.section(u'.', 0, 0).replace(u'w', u'p');
    return { { u"id"_s, id }, { u"name"_s, name }, { u"status"_s, status }, { u"pipeline_id"_s, pipeline }, { u"created_at"_s, ago(age) },
        { u"stopped_at"_s, status == "success"_L1 || status == "failed"_L1 ? QJsonValue(ago(0s)) : QJsonValue() } };
}

inline QString workflowsAsk(int number) { return u"GET /api/v2/pipeline/p%1/workflow"_s.arg(number); }

inline void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"CCIPATsecret"_s);
    host.entity(u"component:default/ledger"_s, { { u"circleci.com/project-slug"_s, u"github/acme/ledger"_s } });
    host.on("GET", u"/api/v2/me"_s, answer(u"me"_s));
    host.on("GET", project, answer(u"project"_s));
    host.on("GET", project + u"/pipeline"_s, answer(u"pipelines"_s));
    host.on("GET", u"/api/v2/pipeline/p4[0-9]/workflow"_s, page({}));
    host.on("GET", u"/api/v2/pipeline/p43/workflow"_s, page({ QJsonObject { { u"id"_s, u"w43"_s }, { u"name"_s, u"build-test-deploy"_s },
        { u"status"_s, u"on_hold"_s }, { u"created_at"_s, u"2026-08-12T10:06:06.561Z"_s }, { u"stopped_at"_s, QJsonValue() } } }));
    host.on("GET", u"/api/v2/pipeline/p42/workflow"_s, answer(u"workflows"_s));
    host.on("GET", u"/api/v2/pipeline/p4[0-9]/config"_s, answer(u"config"_s));
    host.on("GET", u"/api/v2/workflow/w421/job"_s, answer(u"jobs"_s));
    host.on("GET", u"/api/v1.1/project/gh/acme/ledger/10[0-9]"_s, answer(u"steps"_s));
    host.on("GET", project + u"/job/102"_s, answer(u"job"_s));
    host.on("GET", project + u"/10[0-9]/tests"_s, page({}));
    host.on("GET", project + u"/102/tests"_s, answer(u"tests"_s));
    host.on("GET", project + u"/pipeline/42"_s, R"({"id":"p42","number":42})");
    host.on("GET", u"/102/[0-9]"_s, answer(u"output"_s));
    host.on("POST", u"/api/v2/workflow/.*"_s, R"({"message":"Accepted."})", 202);
    host.on("POST", project + u"/pipeline"_s, R"({"id":"p50","number":50,"state":"pending","created_at":"2026-08-12T10:06:04.561Z"})", 201);
}

inline std::unique_ptr<sdk::Connection> connection(const QJsonObject &settings = {}) { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings); }

inline domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun gh/acme/ledger#"_s + id));
}

inline domain::BuildRun failedRun()
{
    domain::BuildRun run;
    run.id = u"w421"_s;
    run.project = u"gh/acme/ledger"_s;
    run.branch = u"cents"_s;
    run.number = 42;
    run.state = domain::BuildState::Failed;
    run.url = u"https://app.circleci.com/pipelines/gh/acme/ledger/42/workflows/w421"_s;
    return run;
}

inline QJsonObject bodyOf(const HostContext &host) { return QJsonDocument::fromJson(host.requests.back().body).object(); }

/// What was asked of CircleCI, without the outputs that lie elsewhere.
inline QStringList asksOfTheApi(const HostContext &host)
{
    QStringList asks = host.asks();
    asks.removeIf([](const QString &ask) { return !ask.contains("/api/"_L1); });
    return asks;
}

} // namespace callboard::test::circleci
