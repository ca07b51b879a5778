// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::azure {

/// What an entity names: a repository of a project, or one of its pipelines. As HostedProject::name "project/repository", or
/// "project|pipeline".
struct Place {
    QString project, repository, definition;
    static Place fromName(const QString &name);
    QString name() const;
};

/// Who the connection's person is there.
struct Person {
    QString id;      ///< As reviewers of pull requests are told by.
    QString account; ///< "mira@example.org"
};

/// One organisation of Azure DevOps.
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<Person> person(sdk::PullContext &context);
    QString organisation() const;
    /// The page of a pull request, which the API does not tell.
    QString pullRequestPage(const QString &project, const QString &repository, const QString &id) const;

private:
    std::vector<sdk::SignInMethod> methods() const override;
    QString projectOf(const sdk::AskedEntity &entity) const override;

    sdk::KnownPerson<Person> m_person;
};

/// A question with the version of the API that all here are asked by.
sdk::HostAsk askOf(const QString &route, QUrlQuery query = {});
/// "/project/_apis/git/repositories/name/pullRequests" and what follows.
QString pullsRoute(const Place &place, const QString &rest = {});
/// "/project/_apis/build/builds" and what follows.
QString buildsRoute(const QString &project, const QString &rest = {});
/// Not there, or not for this token: one whose scopes do not reach is answered with 401, as one that has ended is.
bool isAbsent(const domain::Error &error);

} // namespace callboard::azure
