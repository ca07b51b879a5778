// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

namespace callboard::jenkins {

/// What a Pipeline waits for at an `input` step.
struct PendingInput {
    QString id;
    QString label;       ///< What it asks, unlike what the others of its build ask.
    std::vector<sdk::FormField> fields;
    bool isForm = false; ///< It is answered as a form is, also where that has no fields.
    QString refusal;     ///< Why it cannot be answered from here, a sentence; empty where it can.
};

/// As the Stage View plugin tells them (wfapi/pendingInputActions).
std::vector<PendingInput> readInputs(const QJsonArray &pending);
/// The form with which it goes on, as Jenkins' page sends it. What is not given is as the input has it; Invalid for what it does not
/// ask for.
sdk::Result<QByteArray> filledIn(const PendingInput &input, const QJsonObject &given);

} // namespace callboard::jenkins
