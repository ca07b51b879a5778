// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Git hosts and CI systems answer. The first byte says whose answer the rest is.
#include "plugins/azure/deployments.h"
#include "plugins/azure/pullrequests.h"
#include "plugins/azure/timeline.h"
#include "plugins/bitbucket/builds.h"
#include "plugins/bitbucket/deployments.h"
#include "plugins/bitbucket/pullrequests.h"
#include "plugins/cctray/projects.h"
#include "plugins/circleci/workflows.h"
#include "plugins/gitea/notifications.h"
#include "plugins/gitea/pulls.h"
#include "plugins/gitea/runs.h"
#include "plugins/github/notifications.h"
#include "plugins/github/pullrequests.h"
#include "plugins/github/runs.h"
#include "plugins/gitlab/glab.h"
#include "plugins/gitlab/mergerequests.h"
#include "plugins/gitlab/pipelines.h"
#include "plugins/gitlab/todos.h"
#include "plugins/jenkins/answers.h"
#include "plugins/jenkins/inputs.h"
#include "plugins/jenkins/stagelog.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What was read can be written and read again, and is of a size that a mirror likes.
void keep(const domain::BuildRun &run)
{
    require(domain::BuildRun::fromRecord(run.toRecord()) == run);
    require(run.title.size() < 2000 && run.branch.size() < 2000 && run.vendorState.size() < 400);
}

void keep(std::vector<domain::BuildJob> jobs)
{
    const domain::BuildDetail detail { u"key"_s, {}, std::move(jobs), {}, {} };
    for (const domain::BuildJob &job : detail.jobs)
        require(!job.id.isEmpty());
    require(domain::BuildDetail::fromRecord(detail.toRecord()) == detail);
}

void keep(std::vector<domain::TestSuite> tests)
{
    const domain::BuildDetail detail { u"key"_s, {}, {}, {}, std::move(tests) };
    require(domain::BuildDetail::fromRecord(detail.toRecord()) == detail);
}

void keep(const domain::Deployment &deployment)
{
    require(domain::Deployment::fromRecord(deployment.toRecord()) == deployment);
}

void keep(const domain::Review &review)
{
    if (!review.id.isEmpty())
        require(!review.project.isEmpty() && domain::Review::fromRecord(review.toRecord()) == review);
}

void checkGitLab(const QJsonObject &object, const QJsonArray &array)
{
    const gitlab::Person me { u"7"_s, u"mira"_s, {} };
    keep(gitlab::readPipeline(object, u"main"_s));
    keep(gitlab::readJobs(array, object["bridges"_L1].toArray()));
    keep(gitlab::readTestReport(object));
    for (const gitlab::ChildPipeline &child : gitlab::readChildren(array))
        require(!child.id.isEmpty());
    for (const domain::Deployment &deployment : gitlab::readDeployments(array))
        keep(deployment);
    (void)gitlab::readSubjects(array);
    domain::Review review = gitlab::readMergeRequest(object, me);
    gitlab::readMergeRequestDetails(review, object, array, object, me);
    keep(review);
    (void)gitlab::readTodo(object).toRecord();
}

void checkGitea(const QJsonObject &object, const QJsonArray &array)
{
    keep(gitea::readRun(object, u"main"_s));
    for (const domain::BuildRun &run : gitea::readTasks(array, u"main"_s))
        keep(run);
    keep(gitea::readTaskJobs(array, 8));
    keep(gitea::readJobs(array));
    keep(gitea::readStatuses(array));
    if (const auto run = gitea::readCombinedStatus(object, u"main"_s))
        keep(*run);
    domain::Review review = gitea::readHit(object, u"mira"_s);
    gitea::readPull(review, object, u"mira"_s);
    gitea::readReviews(review, array, u"mira"_s);
    keep(review);
    (void)gitea::readThread(object).toRecord();
}

void checkGitHub(const QJsonObject &object, const QJsonArray &array)
{
    keep(github::readRun(object, u"main"_s));
    keep(github::readJobs(array));
    const domain::BuildDetail detail { u"key"_s, {}, {}, github::readAnnotations(array, u"1"_s), {} };
    require(domain::BuildDetail::fromRecord(detail.toRecord()) == detail);
    keep(github::readDeployment(object, object["status"_L1].toObject()));
    keep(github::readPullRequest(object, u"mira"_s));
    (void)github::readNotification(object, QUrl(u"https://github.com"_s)).toRecord();
}

void checkAzure(const QJsonObject &object, const QJsonArray &array)
{
    keep(azure::readBuild(object, u"main"_s));
    domain::BuildDetail detail { u"key"_s, {}, {}, {}, {} };
    azure::readTimeline(detail, object);
    azure::readValidation(detail, object);
    require(domain::BuildDetail::fromRecord(detail.toRecord()) == detail);
    for (const domain::BuildJob &job : detail.jobs)
        (void)azure::logOf(object, job.id);
    azure::Environment environment { u"1"_s, u"production"_s, {}, azure::readRecords(array), {} };
    for (const azure::DeploymentRecord &record : environment.records)
        environment.definitions.insert(record.definition);
    for (const domain::Deployment &deployment : azure::deploymentsTo(environment, environment.definitions, {}))
        keep(deployment);
    domain::TestSuite suite = azure::readTestRun(object);
    suite.failures = azure::readTestFailures(array);
    keep(std::vector { suite });
    domain::Review review = azure::readPullRequest(object, { u"a1"_s, u"mira@example.org"_s });
    review.checks = azure::readPolicies(array);
    keep(review);
}

void checkBitbucket(const QJsonObject &object, const QJsonArray &array)
{
    keep(bitbucket::readPipeline(object, u"acme/ledger"_s, u"main"_s));
    keep(bitbucket::readSteps(array));
    keep(std::vector { bitbucket::readTestReport(object, u"Test"_s) });
    (void)bitbucket::readTestFailures(array);
    for (const domain::Deployment &deployment : bitbucket::readDeployments(array, object))
        keep(deployment);
    domain::Review review = bitbucket::readPullRequest(object, u"acme/ledger"_s, { u"{1}"_s, u"mira"_s, {} });
    review.checks = bitbucket::readStatuses(array);
    keep(review);
}

void checkCircleCi(const QJsonObject &object, const QJsonArray &array)
{
    const QJsonArray items = object["items"_L1].toArray();
    std::vector<domain::BuildRun> runs = circleci::readRuns(object, items, { u"gh/acme/ledger"_s, u"main"_s, u"https://app.circleci.com/pipelines/"_s });
    std::ranges::move(circleci::readRuns(items.at(0).toObject(), array, { u"gh/acme/ledger"_s, {}, {} }), std::back_inserter(runs));
    for (const domain::BuildRun &run : runs) {
        require(!run.id.isEmpty() && run.attempt > 0);
        keep(run);
    }
    std::vector<domain::BuildJob> jobs = circleci::readJobs(items, {});
    domain::BuildDetail detail { u"key"_s, {}, {}, circleci::readErrors(object), {} };
    for (domain::BuildJob &job : jobs) {
        require(circleci::jobNumber(items, job.id) >= 0);
        circleci::readSteps(job, object);
        std::ranges::move(circleci::readJobDetails(job, object), std::back_inserter(detail.annotations));
    }
    require(domain::BuildDetail::fromRecord(detail.toRecord()) == detail);
    keep(std::move(jobs));
    domain::BuildJob alone;
    alone.id = u"j"_s;
    circleci::readSteps(alone, object);
    keep(std::vector { alone });
    keep(std::vector { circleci::readTests(items, u"test"_s) });
    for (const circleci::Output &output : circleci::readOutputs(object))
        require(output.address.size() <= 8000 && output.name.size() < 400 && (output.hasBegun || !output.hasEnded));
}

void checkJenkins(const QJsonObject &object, const QJsonArray &array)
{
    for (const domain::BuildRun &run : jenkins::readJob(object, u"ledger"_s, jenkins::defaultBranchOf(object)))
        keep(run);
    keep(jenkins::readBuild(object, u"feature%2Fround/3"_s, u"ledger"_s, u"main"_s));
    keep(jenkins::readNodes(array, true));
    (void)jenkins::readSteps(array);
    domain::BuildDetail told;
    told.jobs.emplace_back();
    jenkins::readStage(told.jobs.front(), told.annotations, object);
    keep(jenkins::readStages(object));
    for (const jenkins::PendingInput &input : jenkins::readInputs(array)) {
        require(!input.id.isEmpty() && !input.label.isEmpty());
        require(jenkins::filledIn(input, {}).has_value());
    }
    require(jenkins::readLoggedSteps(object).size() <= 200);
    (void)jenkins::readStepLog(object);
    keep(jenkins::readMatrix(object, 12));
    keep(jenkins::readTests(object));
}

void checkCcTray(const QByteArray &xml)
{
    (void)jenkins::readActive(xml);
    const auto projects = cctray::readProjects(xml);
    if (!projects)
        return;
    // A file with a document type has entities, and is refused whole.
    require(!xml.contains("<!DOCTYPE"_ba) || !xml.trimmed().startsWith("<!DOCTYPE"));
    for (const cctray::Project &project : *projects) {
        for (const domain::BuildRun &run : cctray::runsOf(project))
            keep(run);
    }
    for (const domain::BuildRun &run : projects->empty() ? std::vector<domain::BuildRun>() : cctray::runsOf(projects->front()))
        (void)cctray::jobsOf(run, *projects);
}

void checkAddresses(const QByteArray &text)
{
    (void)sdk::nextPage({ 200, { { "link", text } }, {} });
    const QString address = QString::fromUtf8(text);
    if (const auto url = sdk::hostAddress(address, {}))
        require(url->userInfo().isEmpty() && !url->host().isEmpty());
    for (const auto type : { sdk::HostType::GitLab, sdk::HostType::Gitea, sdk::HostType::Azure })
        (void)sdk::projectOfUrl(address, type, QUrl(u"https://git.example.org"_s));
    if (const auto login = gitlab::readGlabConfig(text, u"git.example.org"_s))
        require(!login->token.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const int whose = (data[0] + 6) % 9; // That of "0" is 0.
    if (whose == 6)
        checkCcTray(text);
    if (whose == 7)
        checkAddresses(text);
    if (whose == 8)
        (void)circleci::readOutputText(text);
    if (whose == 6 || whose == 7)
        return 0;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QJsonObject object = document.object();
    // A list's first item is also read as what stands alone.
    if (document.isArray())
        object = document.array().at(0).toObject();
    using Reader = void (*)(const QJsonObject &, const QJsonArray &);
    static constexpr std::array<Reader, 9> readers { checkGitLab, checkGitea, checkGitHub, checkAzure, checkBitbucket, checkJenkins, nullptr, nullptr, checkCircleCi };
    readers[size_t(whose)](object, document.array());
    return 0;
}
