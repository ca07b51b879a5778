// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/pane.h"

namespace callboard::ui {

Pane::Pane(PaneContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
}

Pane::~Pane() = default;

void Pane::setSubject(const QString &subject, const QString &secondary)
{
    if (m_subject == subject && m_secondary == secondary)
        return;
    m_subject = subject;
    m_secondary = secondary;
    Q_EMIT headerChanged();
}

void Pane::setAsOf(const QDateTime &asOf, bool isOld)
{
    if (m_asOf == asOf && m_isOld == isOld)
        return;
    m_asOf = asOf;
    m_isOld = isOld;
    Q_EMIT headerChanged();
}

void Pane::setStatus(const PaneStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void Pane::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    Q_EMIT countChanged();
}

} // namespace callboard::ui
