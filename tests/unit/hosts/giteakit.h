// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/hosts/hostcontext.h"

namespace callboard::test::gitea {

using namespace Qt::StringLiterals;

// Shapes: modules/structs of Gitea (ActionWorkflowRun, ActionTask, ActionWorkflowJob) and of Forgejo (ActionRun); the others are those
// that a real server answered with, shortened.
inline const QByteArray repo = R"({"id":1,"full_name":"acme/web","default_branch":"main","updated_at":"2026-11-21T21:13:41Z"})";
inline const QByteArray giteaRuns = R"({"total_count":2,"workflow_runs":[
    {"id":90,"html_url":"http://git.example.org/acme/web/actions/runs/12","display_title":"Round to cents","path":"ci.yaml@refs/heads/main",
     "event":"push","run_attempt":2,"run_number":12,"head_sha":"99811e6bc6a516868544d3e96a0f403a1719deac","head_branch":"main",
     "status":"completed","conclusion":"failure","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:15:42Z",
     "trigger_actor":{"login":"mira"}},
    {"id":91,"display_title":"From outside","path":"ci.yaml@refs/pull/6/head","event":"pull_request","run_number":13,"status":"waiting",
     "need_approval":true,"started_at":"1970-01-01T00:00:00Z","completed_at":"1970-01-01T00:00:00Z"}]})";
inline const QByteArray forgejoRuns = R"({"total_count":1,"workflow_runs":[{"id":7,"title":"Add a test","workflow_id":"test.yml","index_in_repo":3,
    "trigger_user":{"login":"dev"},"prettyref":"#6","commit_sha":"99811e6bc6a516868544d3e96a0f403a1719deac","event":"pull_request",
    "status":"success","created":"2026-11-21T21:13:40Z","started":"2026-11-21T21:13:42Z","stopped":"2026-11-21T21:14:42Z",
    "html_url":"http://git.example.org/acme/web/actions/runs/3"}]})";
inline const QByteArray tasks = R"({"total_count":3,"workflow_runs":[
    {"id":22,"name":"deploy","head_branch":"main","head_sha":"99811e6b","run_number":8,"event":"push","display_title":"Two",
     "status":"running","workflow_id":"ci.yaml","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:52Z","run_started_at":"2026-11-21T21:13:43Z"},
    {"id":21,"name":"build","head_branch":"main","head_sha":"99811e6b","run_number":8,"event":"push","display_title":"Two",
     "status":"success","workflow_id":"ci.yaml","created_at":"2026-11-21T21:13:41Z","updated_at":"2026-11-21T21:13:50Z","run_started_at":"2026-11-21T21:13:42Z"},
    {"id":20,"name":"build","head_branch":"main","head_sha":"3be1faa6","run_number":7,"event":"push","display_title":"One",
     "status":"failure","workflow_id":"ci.yaml","created_at":"2026-11-20T21:13:41Z","updated_at":"2026-11-20T21:13:50Z","run_started_at":"2026-11-20T21:13:42Z"}]})";
inline const QByteArray jobs = R"({"total_count":1,"jobs":[{"id":31,"name":"build","run_id":90,"status":"completed","conclusion":"failure",
    "runner_name":"big one","created_at":"2026-11-21T21:13:41Z","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:15:42Z",
    "html_url":"http://git.example.org/acme/web/actions/runs/12/jobs/0","steps":[
      {"name":"Set up job","number":0,"status":"completed","conclusion":"success","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:13:43Z"},
      {"name":"Test","number":1,"status":"completed","conclusion":"failure"}]}]})";
inline const QByteArray combined = R"({"state":"failure","sha":"99811e6bc6a516868544d3e96a0f403a1719deac","total_count":2,"statuses":[
    {"id":1,"status":"success","target_url":"http://ci.example.org/1","context":"ci/build","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z"},
    {"id":2,"status":"failure","target_url":"http://ci.example.org/2","context":"ci/test","created_at":"2026-11-21T21:13:43Z","updated_at":"2026-11-21T21:14:42Z"}]})";
inline const QByteArray statuses = R"([{"id":2,"status":"failure","target_url":"http://ci.example.org/2","context":"ci/test","created_at":"2026-11-21T21:13:43Z","updated_at":"2026-11-21T21:14:42Z"},
    {"id":3,"status":"pending","context":"ci/test","created_at":"2026-11-21T21:13:42Z"},
    {"id":1,"status":"success","context":"ci/build","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z"}])";
inline const QByteArray hits = R"([{"id":6,"number":6,"title":"Add catalog-info.yaml","state":"open","comments":1,"user":{"login":"dev"},
    "labels":[{"name":"docs"}],"repository":{"full_name":"acme/web"},"pull_request":{"merged":false,"merged_at":null},
    "created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z","html_url":"http://git.example.org/acme/web/pulls/6"}])";
inline const QByteArray pull = R"({"number":6,"mergeable":true,"merged":false,"draft":false,"additions":3,"deletions":1,"changed_files":2,
    "requested_reviewers":[{"login":"mira"}],"base":{"ref":"main","sha":"3be1faa6","repo_id":1},
    "head":{"ref":"feature/catalog","sha":"99811e6bc6a516868544d3e96a0f403a1719deac","repo_id":2,"repo":{"clone_url":"http://git.example.org/dev/web.git"}}})";
inline const QByteArray reviews = R"([{"id":1,"user":{"login":"ann"},"state":"APPROVED","stale":false,"dismissed":false,"submitted_at":"2026-11-21T21:13:42Z"},
    {"id":2,"user":{"login":"mira"},"state":"REQUEST_REVIEW","dismissed":false,"submitted_at":"2026-11-21T21:13:43Z"}])";
inline const QByteArray threads = R"([{"id":1,"unread":true,"pinned":false,"updated_at":"2026-11-21T21:13:42Z","repository":{"full_name":"acme/web"},
    "subject":{"title":"Add catalog-info.yaml","type":"Pull","state":"open","html_url":"http://git.example.org/acme/web/pulls/6",
    "latest_comment_html_url":"http://git.example.org/acme/web/pulls/6#issuecomment-3"}}])";

inline const QString base = u"/api/v1/repos/acme/web"_s;
inline const QJsonObject settings { { u"url"_s, u"http://git.example.org"_s } };

inline void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"0123456789abcdef"_s);
    host.entity(u"component:default/web"_s, { { u"backstage.io/source-location"_s, u"url:http://git.example.org/acme/web/src/branch/main/"_s } });
    host.on("GET", u"/api/v1/user"_s, R"({"id":1,"login":"mira"})");
    host.on("GET", u"/api/v1/version"_s, R"({"version":"1.24.0"})");
    host.on("GET", base, repo);
    host.on("GET", base + u"/actions/runs"_s, giteaRuns);
    host.on("GET", base + u"/actions/runs/90/jobs"_s, jobs);
    host.on("GET", base + u"/actions/jobs/31/logs"_s, "2026-11-21T21:13:42Z building\n");
    host.on("GET", base + u"/commits/[^/]+/status"_s, combined);
    host.on("GET", base + u"/commits/[^/]+/statuses"_s, statuses);
    host.on("GET", base + u"/pulls/6"_s, pull);
    host.on("GET", base + u"/pulls/6/reviews"_s, reviews);
    host.on("GET", u"/api/v1/notifications"_s, threads);
    host.on("GET", u"/api/v1/repos/search"_s, R"({"ok":true,"data":[]})");
    host.on("GET", u"/api/v1/repos/issues/search"_s, [](const sdk::HttpRequest &request) {
        return HostContext::Reply { 200, QUrlQuery(request.url).hasQueryItem(u"created"_s) ? QByteArray("[]") : hits };
    });
    host.on("POST", u"/api/v1/.*"_s, "", 204);
    host.on("PATCH", u"/api/v1/.*"_s, "{}", 205);
}

/// A server without Actions, or from before them.
inline void forget(HostContext &host, const QString &what)
{
    host.on("GET", base + u"/actions/"_s + what, R"({"message":"Not found."})", 404);
}

inline std::unique_ptr<sdk::Connection> connection() { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings); }

inline domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun acme/web#"_s + id));
}

} // namespace callboard::test::gitea
