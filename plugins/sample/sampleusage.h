// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"

namespace callboard::sample {

/// What the people of Quayline did with their portal in the half year before `now`; fictional. The same moment gives the same. Some joined
/// later than others, weekends are quiet, and some documentation nobody opens.
std::vector<domain::UsageDay> sampleUsage(const QDateTime &now);

} // namespace callboard::sample
