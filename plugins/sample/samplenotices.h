// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"

namespace callboard::sample {

/// What Quayline's portal and host told Mira in the last days; fictional. The same moment gives the same, and a later one keeps what was
/// there, so that nothing that somebody did with them is lost.
std::vector<domain::Notice> sampleNotices(const QDateTime &now);
/// Open merge requests that concern her, of all the sorts there are.
std::vector<domain::Review> sampleReviews(const QDateTime &now);

} // namespace callboard::sample
