// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"
#include "plugins/sdk/logparts.h"

#include <QDateTime>
#include <QHash>

namespace callboard::circleci {

/// Who the connection's person is there.
struct Person {
    QString id, login, name;
};

/// circleci.com, or a CircleCI server. Routes of its API begin with "/v2" or "/v1.1".
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    /// What the pages of pipelines lie below; empty for a server: where its pages are it does not tell.
    QString pages() const;

    /// Somebody did something with a run here: it is asked about for a minute, whatever is known of it.
    void touch(const QString &project, const QString &runId);
    QStringList touched(const QString &project) const;
    QStringList touchedProjects() const;

    /// What a job that has ended was told to be made of, which stays so.
    std::optional<domain::BuildJob> keptJob(const QString &key) const;
    void keepJob(const QString &key, const domain::BuildJob &job);
    /// Of the steps that have ended.
    sdk::LogLengths &lengths() { return m_lengths; }

private:
    struct Touch {
        QString project, runId;
        QDateTime at;
    };
    std::vector<sdk::SignInMethod> methods() const override;
    /// As `slugOf` has it.
    QString projectOf(const sdk::AskedEntity &entity) const override;
    sdk::Result<Person> person(sdk::PullContext &context);
    bool isCloud() const;

    sdk::KnownPerson<Person> m_person;
    mutable std::mutex m_mutex; ///< Of what follows.
    QList<Touch> m_touched;
    QHash<QString, domain::BuildJob> m_jobs;
    sdk::LogLengths m_lengths;
};

/// "gh/acme/ledger", "bb/acme/ledger" or "circleci/organisation/project" of the ways in which that is written; empty for what is no slug.
QString slugOf(const QString &written);
/// The organisation of a slug: "gh/acme".
QString organisationOf(const QString &slug);
/// "/v2/project/gh/acme/ledger" and what follows.
QString projectRoute(const QString &slug, const QString &rest = {});

} // namespace callboard::circleci
