// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/hosts/gitlabanswers.h"
#include "tests/unit/hosts/hostcontext.h"

namespace callboard::test::gitlab {

using namespace Qt::StringLiterals;

inline const QString slug = u"/api/v4/projects/acme%2Fsub%2Fledger"_s;
inline const QJsonObject settings { { u"url"_s, u"https://git.example.org"_s } };

inline void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"glpat-secret"_s);
    host.entity(u"component:default/ledger"_s, { { u"gitlab.com/project-slug"_s, u"acme/sub/ledger"_s } });
    host.on("GET", u"/api/v4/user"_s, user);
    host.on("GET", slug, project);
    host.on("GET", slug + u"/pipelines"_s, pipelines);
    host.on("GET", slug + u"/pipelines/47"_s, pipeline47);
    host.on("GET", slug + u"/repository/commits"_s, commits);
    host.on("GET", slug + u"/deployments"_s, deployments);
    host.on("GET", slug + u"/pipelines/47/jobs"_s, jobs);
    host.on("GET", slug + u"/pipelines/47/bridges"_s, "[]");
    host.on("GET", slug + u"/pipelines/47/test_report"_s, testReport);
    host.on("GET", u"/api/v4/todos"_s, todos);
    host.on("GET", u"/api/v4/merge_requests"_s, [](const sdk::HttpRequest &request) {
        const bool isForMe = QUrlQuery(request.url).queryItemValue(u"reviewer_id"_s) == "7"_L1;
        return HostContext::Reply { 200, isForMe ? mergeRequest : QByteArray("[]") };
    });
    host.on("GET", u"/api/v4/groups/acme/merge_requests"_s, mergeRequest);
    host.on("GET", u"/api/v4/projects/3/merge_requests/9"_s, R"({"has_conflicts":true,"changes_count":"12","head_pipeline":{"status":"failed"}})");
    host.on("GET", u"/api/v4/projects/3/merge_requests/9/reviewers"_s, R"([{"user":{"username":"mira"},"state":"unreviewed"}])");
    host.on("GET", u"/api/v4/projects/3/merge_requests/9/approvals"_s, R"({"approved_by":[{"user":{"username":"ann"}}]})");
    host.on("GET", u"/api/v4/projects/30"_s, R"({"http_url_to_repo":"https://git.example.org/root/ledger.git"})");
    host.on("GET", u"/api/v4/projects"_s, "[]");
    host.on("POST", u"/api/v4/.*"_s, "{}", 201);
}

inline std::unique_ptr<sdk::Connection> connection(const QJsonObject &with = settings)
{
    return connectTo(QStringLiteral(CALLBOARD_LIBRARY), with);
}

inline domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun acme/sub/ledger#"_s + id));
}

} // namespace callboard::test::gitlab
