// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/gitea/host.h"

namespace callboard::gitea {

/// What a list of a project's Actions has behind what is read of it, each page asked for once: what is looked for there are mostly several runs.
class OlderPages final {
public:
    OlderPages() = default;
    /// `what`: "runs" or "tasks". `listed`: how many of them were read before. `tail`: those of them, of one run, that may go on here.
    OlderPages(const QString &project, const QString &what, qsizetype listed, const QJsonArray &tail = {});

    const QString &project() const { return m_project; }
    const QString &what() const { return m_what; }
    /// What belongs to one run. It lies together, but for attempts of before.
    sdk::Result<QJsonArray> find(const sdk::HostApi &api, const std::function<bool(const QJsonValue &)> &isMeant, sdk::PullContext &context);
    int asked() const { return m_asked; } ///< Requests made so far.

private:
    QString m_project, m_what;
    qsizetype m_first = 2; ///< The number of the first page.
    QJsonArray m_tail;
    std::vector<QJsonArray> m_pages;
    int m_asked = 0;
};

/// Runs of Actions, by what the server's version has of them; where there are none, what other systems said of the default branch.
class Builds final : public sdk::HostBuilds<Host> {
public:
    using HostBuilds::HostBuilds;

    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    int requestsOfRun() const override { return m_requestsOfRun; }
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    /// What the workflow of a run asks for at the ref that was typed, for "dispatch".
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;

private:
    OlderPages m_older; ///< Of the project that is asked: `builds` begins it anew. For the pull's thread alone, as the other one.
    int m_requestsOfRun = 1;
};

} // namespace callboard::gitea
