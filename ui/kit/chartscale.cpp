// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartscale.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace callboard::ui {

namespace {

    /// The smallest of these that needs no more than `wanted` steps.
    double stepFrom(std::initializer_list<double> steps, double highest, int wanted)
    {
        for (const double step : steps) {
            if (std::ceil(highest / step) <= wanted)
                return step;
        }
        return 0;
    }

    double decimalStep(double highest, int wanted, double smallest)
    {
        const double power = std::pow(10, std::floor(std::log10(highest / wanted)));
        for (const double factor : { 1.0, 2.0, 5.0, 10.0 }) {
            if (std::ceil(highest / (factor * power) - 1e-9) <= wanted)
                return std::max(smallest, factor * power);
        }
        return std::max(smallest, 20 * power);
    }

    double durationStep(double highest, int wanted)
    {
        constexpr double second = 1'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
        const double step = highest < second ? 0
                                             : stepFrom({ second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute,
                                                            15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day },
                                                   highest, wanted);
        if (step > 0)
            return step;
        return highest < second ? decimalStep(highest, wanted, 1) : day * decimalStep(highest / day, wanted, 1);
    }

    double byteStep(double highest, int wanted)
    {
        return std::max(1.0, std::pow(2, std::ceil(std::log2(highest / wanted))));
    }

} // namespace

ChartScale chartScale(double highest, ChartUnit unit, int wanted)
{
    wanted = std::max(1, wanted);
    if (unit == ChartUnit::Percent)
        return { wanted >= 4 ? std::vector { 0.0, 0.25, 0.5, 0.75, 1.0 } : wanted >= 2 ? std::vector { 0.0, 0.5, 1.0 } : std::vector { 0.0, 1.0 } };
    if (!(highest > 0) || !std::isfinite(highest))
        highest = unit == ChartUnit::Duration ? 1'000 : 1;
    const double step = unit == ChartUnit::Duration ? durationStep(highest, wanted)
        : unit == ChartUnit::Bytes                  ? byteStep(highest, wanted)
                                                    : decimalStep(highest, wanted, 1);
    ChartScale scale { { 0 } };
    while (scale.top() < highest - step * 1e-9)
        scale.ticks.push_back(step * double(scale.ticks.size()));
    return scale;
}

std::vector<int> labelledRows(const std::vector<ChartRow> &rows, int room)
{
    const int count = int(rows.size());
    std::vector<int> chosen;
    if (room <= 0 || count == 0)
        return chosen;
    if (count <= room) {
        chosen.resize(size_t(count));
        std::iota(chosen.begin(), chosen.end(), 0);
        return chosen;
    }
    // A year of days is read by its months.
    std::vector<int> months;
    for (int row = 0; row < count; ++row) {
        if (rows[size_t(row)].date.isValid() && rows[size_t(row)].date.day() == 1)
            months.push_back(row);
    }
    if (months.size() >= 3) {
        for (const size_t every : { 1, 2, 3, 4, 6, 12 }) {
            if ((months.size() + every - 1) / every > size_t(room))
                continue;
            for (size_t at = 0; at < months.size(); at += every)
                chosen.push_back(months[at]);
            return chosen;
        }
    }
    const int stride = (count + room - 1) / room;
    for (int row = 0; row < count; row += stride)
        chosen.push_back(row);
    return chosen;
}

std::vector<double> spreadLabels(const std::vector<double> &wanted, double gap, double height)
{
    std::vector<size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, {}, [&](size_t at) { return wanted[at]; });
    const auto fits = size_t(std::max(0.0, std::floor(height / gap)) + 1);
    std::vector<double> placed(wanted.size(), -1);
    if (order.size() > fits)
        order.resize(fits);
    double least = 0;
    for (const size_t at : order) {
        placed[at] = std::max(least, std::clamp(wanted[at], 0.0, height));
        least = placed[at] + gap;
    }
    double most = height;
    for (size_t back = order.size(); back-- > 0;) {
        placed[order[back]] = std::min(placed[order[back]], most);
        most = placed[order[back]] - gap;
    }
    return placed;
}

} // namespace callboard::ui
