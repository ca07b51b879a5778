// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/widgets.h"

#include <QVarLengthArray>

namespace callboard::ui::panes {

/// Wrapped text that is measured once for each width. A layout asks for heights anew whenever something near it changes, and of
/// fifty sources something always does; shaping their sentences was most of it.
class MeasuredLabel final : public TextLabel {
public:
    using TextLabel::TextLabel;

    int heightForWidth(int width) const override
    {
        constexpr qsizetype kept = 4;
        Measured now { text(), font(), contentsMargins() };
        if (now != m_measured) {
            m_measured = std::move(now);
            m_heights.clear();
        }
        const auto known = std::ranges::find(m_heights, width, &Height::width);
        if (known != m_heights.end())
            return known->height;
        const int height = TextLabel::heightForWidth(width);
        if (m_heights.size() == kept)
            m_heights.erase(m_heights.begin());
        m_heights.push_back({ width, height });
        return height;
    }

private:
    struct Measured {
        QString text;
        QFont font;
        QMargins margins;
        bool operator==(const Measured &) const = default;
    };
    struct Height {
        int width;
        int height;
    };
    mutable Measured m_measured;
    mutable QVarLengthArray<Height, 4> m_heights; ///< Of `m_measured`.
};

} // namespace callboard::ui::panes
