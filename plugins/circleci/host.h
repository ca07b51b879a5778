// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <QDateTime>
#include <QHash>

#include <mutex>

namespace callboard::circleci {

/// Who the connection's person is there.
struct Person {
    QString id, login, name;
};

/// circleci.com, or a CircleCI server, as one connection sees it. Thread-safe.
class Host final {
public:
    explicit Host(const QJsonObject &settings);

    /// Below "/api": routes begin with "/v2" or "/v1.1". Invalid for an address that is none.
    sdk::Result<const sdk::HostApi *> api() const;
    sdk::Result<Person> person(sdk::PullContext &context);
    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) const;
    /// The project that an entity names, as `slugOf` has it; empty for one of another host.
    QString projectOf(const sdk::AskedEntity &entity) const;
    /// What the pages of pipelines lie below; empty for a server: where its pages are it does not tell.
    QString pages() const;

    /// Somebody did something with a run here: it is asked about for a minute, whatever is known of it.
    void touch(const QString &project, const QString &runId);
    QStringList touched(const QString &project) const;
    QStringList touchedProjects() const;

    /// What a job that has ended was told to be made of, which stays so.
    std::optional<domain::BuildJob> keptJob(const QString &key) const;
    void keepJob(const QString &key, const domain::BuildJob &job);
    /// How long the text of a step is that has ended, in bytes: what is behind it is read without asking for it again.
    std::optional<qint64> keptLength(const QString &key) const;
    void keepLength(const QString &key, qint64 bytes);

private:
    struct Touch {
        QString project, runId;
        QDateTime at;
    };
    bool isCloud() const;

    sdk::Result<QUrl> m_address;
    std::optional<sdk::HostSignIn> m_signIn;
    std::optional<sdk::HostApi> m_api;
    mutable std::mutex m_mutex;
    std::optional<Person> m_person; ///< For `m_personOf`.
    QByteArray m_personOf;
    QList<Touch> m_touched;
    QHash<QString, domain::BuildJob> m_jobs;
    QHash<QString, qint64> m_lengths;
};

/// "gh/acme/ledger", "bb/acme/ledger" or "circleci/organisation/project" of the ways in which that is written; empty for what is no slug.
QString slugOf(const QString &written);
/// The organisation of a slug: "gh/acme".
QString organisationOf(const QString &slug);
/// "/v2/project/gh/acme/ledger" and what follows.
QString projectRoute(const QString &slug, const QString &rest = {});
bool isAbsent(const domain::Error &error);
/// Of what was asked for alone: the rest can be had without it.
bool concernsOne(const domain::Error &error);

} // namespace callboard::circleci
