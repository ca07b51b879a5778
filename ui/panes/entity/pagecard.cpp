// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/pagecard.h"

#include "ui/kit/widgets.h"

#include <QLocale>
#include <QVBoxLayout>

namespace callboard::ui::panes {

TableCard::TableCard(const QString &title, const QString &iconName, QWidget *parent)
    : Card(title, iconName, parent)
    , m_table(new CellTable)
    , m_all(new LinkLabel({}, QStringLiteral("chevron-down")))
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(10, 0, 10, 4);
    foot->addWidget(m_all);
    foot->addStretch(1);
    column->addLayout(foot);
    setContent(content);
    m_table->setAccessibleName(title);
    connect(m_all, &QAbstractButton::clicked, this, &TableCard::showAll);
}

void TableCard::setRows(const QStringList &headers, std::vector<CellRow> rows, const QList<int> &weights,
    const QString &trailing)
{
    m_trailing = trailing;
    m_table->setRows(headers, std::move(rows), weights);
    applyLength();
}

void TableCard::setStatus(Status status)
{
    if (!m_glyph) {
        m_glyph = new StatusGlyph(status, this);
        addHeaderWidget(m_glyph);
    }
    m_glyph->setStatus(status);
}

void TableCard::setLimit(int rows)
{
    m_limit = rows;
    applyLength();
}

void TableCard::showAll()
{
    m_showsAll = true;
    m_table->setFocus(Qt::OtherFocusReason);
    applyLength();
}

void TableCard::applyLength()
{
    const int total = m_table->rowTotal();
    const bool cut = !m_showsAll && total > m_limit;
    m_table->setShownRows(cut ? m_limit - 1 : -1);
    m_all->setVisible(cut);
    if (cut) {
        m_all->setText(tr("Show all %1").arg(QLocale().toString(total)));
        m_all->setAccessibleName(m_all->text());
    }
    setTrailing(cut ? tr("%1 of %2").arg(m_limit - 1).arg(QLocale().toString(total)) : m_trailing);
    updateGeometry();
}

} // namespace callboard::ui::panes
