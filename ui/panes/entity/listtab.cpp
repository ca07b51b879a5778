// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/listtab.h"

#include "ui/kit/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace callboard::ui::panes {

ListTab::ListTab(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new QWidget(this))
    , m_summary(new QLabel(this))
    , m_switch(new QCheckBox(this))
    , m_table(new CellTable(this))
{
    setAccessibleName(name);
    m_table->setAccessibleName(name);
    m_table->setScrolls(true);
    m_table->setMinimumHeight(160);
    m_summary->setFont(Theme::of(this).font(TextRole::Caption));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(10, 0, 10, 0);
    line->addWidget(m_switch);
    line->addStretch(1);
    line->addWidget(m_summary);
    column->addWidget(m_line);
    m_line->hide();
    column->addWidget(m_table, 1);
    m_switch->hide();
    connect(m_table, &CellTable::entityActivated, this, &ListTab::entityActivated);
    connect(m_table, &CellTable::urlActivated, this, &ListTab::urlActivated);
    connect(m_switch, &QCheckBox::toggled, this, [this](bool on) {
        if (m_make)
            show(m_make(on));
    });
}

void ListTab::show(const Content &content)
{
    m_summary->setText(content.summary);
    m_line->setVisible(m_make || !content.summary.isEmpty());
    m_table->setRows(content.table.headers, content.table.rows, content.table.weights);
}

void ListTab::showSwitched(const QString &switchText, std::function<Content(bool)> make)
{
    m_make = std::move(make);
    m_switch->setText(switchText);
    m_switch->show();
    show(m_make(m_switch->isChecked()));
}

} // namespace callboard::ui::panes
