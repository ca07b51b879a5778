// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/catalog/validate.h"

#include <expected>

namespace callboard::ctl {

/// `--model` and `--allow-kind`, or what is wrong with them.
std::expected<catalog::ValidationOptions, QString> validationOptions(const Arguments &arguments);

} // namespace callboard::ctl
