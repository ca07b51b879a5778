// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::bitbucket {

/// Who the connection's person is there.
struct Person {
    QString uuid = {}; ///< With its braces; empty for a token of a workspace or repository, which belongs to nobody.
    QString nickname = {}, name = {};
    QString principal = {}; ///< "mira@bitbucket.org", or what tells the token of a workspace apart from others.
};

/// Bitbucket Cloud.
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<Person> person(sdk::PullContext &context);

private:
    std::vector<sdk::SignInMethod> methods() const override;
    QString projectOf(const sdk::AskedEntity &entity) const override;

    QString m_consumer; ///< The key of the OAuth consumer; empty without one.
    sdk::KnownPerson<Person> m_person;
};

/// "/repositories/workspace/name" and what follows.
QString repoRoute(const QString &project, const QString &rest = {});

} // namespace callboard::bitbucket
