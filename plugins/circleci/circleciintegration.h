// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

namespace callboard::circleci {

class CircleCiIntegration final : public QObject, public sdk::Integration {
    Q_OBJECT
    Q_INTERFACES(callboard::sdk::Integration)
    Q_PLUGIN_METADATA(IID CALLBOARD_INTEGRATION_IID FILE "integration.json")
public:
    std::unique_ptr<sdk::Connection> connect(const QJsonObject &settings) override;
};

} // namespace callboard::circleci
