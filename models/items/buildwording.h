// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/flakiness.h"

#include <QCoreApplication>

namespace callboard::items {

/// Says in words how builds stand; for tables, exports and screen readers alike.
class BuildWording final {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::BuildWording)
public:
    static QString state(domain::BuildState state); ///< "passed"
    /// "1m 47s", "12s", "2h 05m", "3d 4h"; empty below 0.
    static QString duration(qint64 milliseconds);
    /// "#214", or the vendor's id.
    static QString number(const builds::RunIndex &index, builds::RunRow row);
    /// "push by mira", "schedule".
    static QString cause(const QString &trigger, const QString &actor);
    /// What is flaky, for people: its job, or else its pipeline; with the project's own name where it is one of several.
    static QString flakyPart(const builds::RunIndex &index, const builds::Flakiness::Part &part, bool withProject);
    static QString percent(double part); ///< "97 %"; empty below 0.
    static QString coverage(double percent); ///< "87.5 %", as exact as hosts tell it.
};

} // namespace callboard::items
