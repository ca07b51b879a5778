// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace callboard::catalog::yaml {

/// Numbers of YAML 1.2's core schema, with the value that JavaScript gives them.
std::optional<double> readInteger(std::string_view text);
std::optional<double> readFloat(std::string_view text);

/// Numbers of YAML 1.1: `0b1`, `017`, `1_000`, `190:20:30`.
std::optional<double> readInteger11(std::string_view text);
std::optional<double> readFloat11(std::string_view text);
std::optional<double> readSexagesimal(std::string_view text);

/// A date of YAML 1.1 as milliseconds since 1970, and as ISO 8601 like JavaScript's toISOString().
std::optional<double> readTimestamp(std::string_view text);
QString timestampToString(double milliseconds);

/// As JavaScript's Number.prototype.toString().
QString numberToString(double number);

} // namespace callboard::catalog::yaml
