// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::gitea {

/// A Gitea or Forgejo.
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    /// The person's.
    sdk::Result<QString> login(sdk::PullContext &context);

private:
    std::vector<sdk::SignInMethod> methods() const override;
    QString projectOf(const sdk::AskedEntity &entity) const override;

    sdk::KnownPerson<QString> m_login;
};

/// "/repos/owner/name" and what follows.
QString repoRoute(const QString &project, const QString &rest = {});

} // namespace callboard::gitea
