// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace callboard::search {

/// The stem of an English word in lower case (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with his later
/// departures "-logi" and "-bli"): "deployments" and "deploying" are "deploy". What is not a-z throughout stays as it is.
std::string stem(std::string_view word);

} // namespace callboard::search
