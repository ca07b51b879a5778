// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/charttable.h"

namespace callboard::ui {

/// Where an axis from 0 has its lines: the last is at or over the highest value.
struct ChartScale {
    std::vector<double> ticks; ///< Ascending, the first 0.
    double top() const { return ticks.back(); }
};

/// Steps a person would choose: 1, 2 or 5 of a power of ten, no parts of what is counted; 1, 5, 15 or 30 of seconds, minutes; powers of two of bytes.
/// `wanted` ticks at most over the first, one at least.
ChartScale chartScale(double highest, ChartUnit unit, int wanted);

/// The rows to name below an axis where `room` names fit: first days of months where those are enough, else every so many; never more than fit.
std::vector<int> labelledRows(const std::vector<ChartRow> &rows, int room);

/// Moves labels that want to stand at these heights apart, at least `gap`, within 0 and `height`; keeps their order. Where they cannot all stand,
/// those that are left over become -1.
std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap, double height);

} // namespace callboard::ui
