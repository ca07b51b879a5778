// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

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

/// One organisation of Azure DevOps as one connection sees it. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    /// Invalid for an address without an organisation.
    sdk::Result<const sdk::HostApi *> api() const;
    sdk::Result<Person> person(sdk::PullContext &context);
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods() const;
    QString organisation() const;
    /// The page of a pull request, which the API does not tell.
    QString pullRequestPage(const QString &project, const QString &repository, const QString &id) const;
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;
    /// A request whose body is a list, which HostApi does not write.
    sdk::Result<void> patchList(const QString &route, const QJsonArray &body, sdk::PullContext &context) const;

private:
    QString placeOf(const sdk::AskedEntity &entity) const;

    sdk::Result<QUrl> m_address;
    std::optional<sdk::HostSignIn> m_signIn;
    std::optional<sdk::HostApi> m_api;
    std::mutex m_mutex;
    std::optional<Person> m_person; ///< For `m_personOf`.
    QByteArray m_personOf;
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
