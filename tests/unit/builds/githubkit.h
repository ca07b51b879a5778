// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"
#include "tests/unit/hosts/hostcontext.h"

namespace callboard::test::github {

using namespace Qt::StringLiterals;
using domain::BuildRun;

/// As https://docs.github.com/en/rest/actions/workflow-runs shows one.
inline QJsonObject runJson(qint64 id, const QString &status, const QString &conclusion = {})
{
    return {
        { u"id"_s, id },
        { u"name"_s, u"CI"_s },
        { u"head_branch"_s, u"main"_s },
        { u"head_sha"_s, u"acb5820ced9479c074f688cc328bf03f341a511d"_s },
        { u"run_number"_s, 562 },
        { u"run_attempt"_s, 1 },
        { u"event"_s, u"push"_s },
        { u"display_title"_s, u"Update README.md"_s },
        { u"status"_s, status },
        { u"conclusion"_s, conclusion.isEmpty() ? QJsonValue() : QJsonValue(conclusion) },
        { u"workflow_id"_s, 159038 },
        { u"html_url"_s, u"https://github.com/acme/ledger/actions/runs/30433642"_s },
        { u"pull_requests"_s, QJsonArray() },
        { u"created_at"_s, u"2020-01-22T19:33:08Z"_s },
        { u"updated_at"_s, u"2020-01-22T19:40:08Z"_s },
        { u"run_started_at"_s, u"2020-01-22T19:33:20Z"_s },
        { u"actor"_s, QJsonObject { { u"login"_s, u"octocat"_s } } },
        { u"repository"_s, QJsonObject { { u"full_name"_s, u"acme/ledger"_s } } },
        { u"head_repository"_s, QJsonObject { { u"full_name"_s, u"acme/ledger"_s } } },
    };
}

inline const QString repo = u"/repos/acme/ledger"_s;
inline const QString runsAsk = u"GET /repos/acme/ledger/actions/runs"_s;

inline void serve(HostContext &server, const QJsonArray &runs)
{
    server.secrets.insert(u"token"_s, u"ghp_secret"_s);
    server.asked = { { u"component:default/ledger"_s, { { u"github.com/project-slug"_s, u"acme/ledger"_s } } } };
    server.on(u"GET "_s + repo, QJsonObject { { u"default_branch"_s, u"main"_s } });
    server.on(runsAsk, QJsonObject { { u"total_count"_s, runs.size() }, { u"workflow_runs"_s, runs } });
    server.on(u"GET "_s + repo + u"/deployments", QJsonArray());
}

inline domain::Record recordOf(const QString &id, const QString &vendorState = {})
{
    BuildRun run;
    run.id = id;
    run.project = u"acme/ledger"_s;
    run.branch = u"main"_s;
    run.pipeline = u"CI"_s;
    run.vendorState = vendorState;
    return run.toRecord();
}

} // namespace callboard::test::github
