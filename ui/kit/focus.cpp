// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/focus.h"

namespace callboard::ui {

namespace {
/// Enough for a day; a history nobody can walk back through is only memory.
constexpr qsizetype longestHistory = 200;
} // namespace

Focus::Focus(QObject *parent)
    : QObject(parent)
{
}

void Focus::go(const FocusTarget &target)
{
    if (target == this->target())
        return;
    m_history.resize(m_at + 1);
    m_history.append(target);
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
    m_at = int(m_history.size()) - 1;
    Q_EMIT changed(target);
}

void Focus::back()
{
    if (!canGoBack())
        return;
    --m_at;
    Q_EMIT changed(target());
}

void Focus::forward()
{
    if (!canGoForward())
        return;
    ++m_at;
    Q_EMIT changed(target());
}

} // namespace callboard::ui
