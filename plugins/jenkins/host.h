// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostconnection.h"

namespace callboard::jenkins {

/// One Jenkins; with an API token, which needs no crumb.
class Host final : public sdk::Host {
public:
    explicit Host(const QJsonObject &settings);

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;

private:
    QString projectOf(const sdk::AskedEntity &entity) const override;

    QString m_user, m_instance;
};

} // namespace callboard::jenkins
