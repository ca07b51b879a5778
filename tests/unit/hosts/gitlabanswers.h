// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace callboard::test::gitlab {

// Shapes: https://docs.gitlab.com/api/pipelines/, …/api/jobs/, …/api/deployments/, …/api/todos/, …/api/merge_requests/.
inline const QByteArray user = R"({"id":7,"username":"mira","name":"Mira K."})";
inline const QByteArray project = R"({"id":3,"path_with_namespace":"acme/sub/ledger","default_branch":"main",
    "http_url_to_repo":"https://git.example.org/acme/sub/ledger.git"})";
inline const QByteArray pipelines = R"([
    {"id":48,"iid":13,"project_id":3,"status":"running","source":"push","ref":"main","sha":"eb94b618fb5865b26e80fdd8ae531b7a63ad851a",
     "name":"Build pipeline","web_url":"https://git.example.org/acme/sub/ledger/-/pipelines/48",
     "created_at":"2026-08-12T10:06:04.561Z","updated_at":"2026-08-12T10:09:56.223Z"},
    {"id":47,"iid":12,"project_id":3,"status":"failed","source":"merge_request_event","ref":"refs/merge-requests/9/head",
     "sha":"a91957a858320c0e17f3a0eca7cfacbff50ea29a","web_url":"https://git.example.org/acme/sub/ledger/-/pipelines/47",
     "created_at":"2026-08-11T11:28:34.085Z","updated_at":"2026-08-11T11:32:35.169Z"}])";
inline const QByteArray pipeline47 = R"({"id":47,"iid":12,"project_id":3,"status":"failed","source":"merge_request_event","ref":"refs/merge-requests/9/head",
    "sha":"a91957a858320c0e17f3a0eca7cfacbff50ea29a","tag":false,"yaml_errors":null,"user":{"id":1,"username":"root"},
    "created_at":"2026-08-11T11:28:34.085Z","updated_at":"2026-08-11T11:32:35.169Z","started_at":"2026-08-11T11:28:40.000Z",
    "finished_at":"2026-08-11T11:32:35.145Z","duration":235,"queued_duration":6})";
inline const QByteArray commits = R"([{"id":"eb94b618fb5865b26e80fdd8ae531b7a63ad851a","title":"Round to cents"}])";
inline const QByteArray jobs = R"([
    {"id":8,"name":"rubocop","stage":"test","status":"failed","failure_reason":"script_failure","allow_failure":true,
     "created_at":"2026-12-24T15:51:21.880Z","started_at":"2026-12-24T17:54:30.733Z","finished_at":"2026-12-24T17:54:31.198Z",
     "queued_duration":0.5,"web_url":"https://git.example.org/acme/sub/ledger/-/jobs/8","runner":{"id":32,"description":"big one"}},
    {"id":7,"name":"compile","stage":"build","status":"success","created_at":"2026-12-24T15:51:21.802Z",
     "started_at":"2026-12-24T17:54:27.722Z","finished_at":"2026-12-24T17:54:27.895Z","web_url":"https://git.example.org/j/7"},
    {"id":9,"name":"deploy","stage":"deploy","status":"manual","created_at":"2026-12-24T15:51:21.880Z"},
    {"id":10,"name":"lost","stage":"test","status":"failed","failure_reason":"runner_system_failure","created_at":"2026-12-24T15:51:21.880Z"}])";
inline const QByteArray deployments = R"([{"id":41,"iid":1,"ref":"main","sha":"99d03678b90d914dbb1b109132516d71a4a03ea8","status":"success",
    "created_at":"2026-08-11T11:32:35.444Z","updated_at":"2026-08-11T11:34:01.123Z","environment":{"id":9,"name":"production"},
    "deployable":{"id":657,"finished_at":"2026-08-11T11:33:00.000Z","web_url":"https://git.example.org/j/657"}}])";
inline const QByteArray todos = R"([{"id":102,"action_name":"review_requested","target_type":"MergeRequest","state":"pending",
    "project":{"id":3,"path_with_namespace":"acme/sub/ledger"},"author":{"name":"Administrator","username":"root"},
    "target":{"id":34,"iid":9,"title":"Round to cents"},"target_url":"https://git.example.org/acme/sub/ledger/-/merge_requests/9",
    "body":"Round to cents","created_at":"2026-06-17T07:52:35.225Z","updated_at":"2026-06-17T07:52:35.225Z"}])";
inline const QByteArray mergeRequest = R"([{"id":1,"iid":9,"project_id":3,"title":"Round to cents","state":"opened","draft":false,
    "created_at":"2026-04-29T08:46:00Z","updated_at":"2026-04-30T08:46:00Z","target_branch":"main","source_branch":"cents",
    "user_notes_count":4,"author":{"username":"root"},"reviewers":[{"username":"mira"}],"source_project_id":30,"target_project_id":3,
    "labels":["money"],"sha":"8888888888888888888888888888888888888888","has_conflicts":true,
    "references":{"short":"!9","relative":"!9","full":"acme/sub/ledger!9"},"web_url":"https://git.example.org/acme/sub/ledger/-/merge_requests/9"}])";

// https://docs.gitlab.com/api/pipelines/, "Retrieve a test report"; what a reporter printed may be text, an object or a list.
inline const QByteArray testReport = R"({"total_time":65,"total_count":6,"success_count":2,"failed_count":1,"skipped_count":0,"error_count":3,"test_suites":[
    {"name":"Money","total_time":60.4,"total_count":5,"success_count":1,"failed_count":1,"skipped_count":0,"error_count":3,"test_cases":[
      {"status":"error","name":"rounds","classname":"Cents","execution_time":19.9,"system_output":"off by one"},
      {"status":"error","name":"adds","classname":"Cents","execution_time":1,"system_output":{"message":"off by two","type":"E"}},
      {"status":"failed","name":"parses","classname":"Cents","execution_time":0.1,"system_output":["no a","no b"]},
      {"status":"error","name":"prints","classname":"","execution_time":0.1,"system_output":null,"stack_trace":"at line 3"},
      {"status":"success","name":"reads","classname":"Cents","execution_time":0.1,"system_output":null}]},
    {"name":"Time","total_time":1,"total_count":1,"success_count":1,"failed_count":0,"skipped_count":0,"error_count":0,"test_cases":[]}]})";

} // namespace callboard::test::gitlab
