// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/findbar.h"

#include "ui/kit/documentview.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

FindBar::FindBar(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_edit(new QLineEdit)
    , m_count(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(6);
    m_edit->setPlaceholderText(tr("Find in this page"));
    m_edit->setAccessibleName(tr("Find in this page"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaximumWidth(280);
    setSmall(m_edit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    auto *previous = new IconButton(u"chevron-up"_s, tr("Previous place"));
    auto *next = new IconButton(u"chevron-down"_s, tr("Next place"));
    auto *shut = new IconButton(u"close"_s, tr("Close"));
    row->addWidget(previous);
    row->addWidget(next);
    row->addStretch(1);
    row->addWidget(shut);
    connect(m_edit, &QLineEdit::textChanged, m_view, &DocumentView::find);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(shut, &QToolButton::clicked, this, [this] { close(); });
    connect(m_view, &DocumentView::hitsChanged, this, [this] { showCount(); });
    hide();
}

void FindBar::open()
{
    const QString selected = m_view->selectedText();
    if (!selected.isEmpty() && selected.size() < 80 && !selected.contains(u'\n'))
        m_edit->setText(selected);
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_view->find(m_edit->text());
    showCount();
}

void FindBar::close()
{
    hide();
    m_view->find({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::step(int by)
{
    if (isHidden())
        open();
    else
        m_view->stepHit(by);
}

void FindBar::showCount()
{
    const QLocale locale;
    if (m_edit->text().isEmpty())
        m_count->setText({});
    else if (m_view->hitCount() == 0)
        m_count->setText(tr("nowhere in this page"));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_view->currentHit() + 1), locale.toString(m_view->hitCount())));
    m_edit->setAccessibleDescription(m_count->text());
    setInvalid(m_edit, !m_edit->text().isEmpty() && m_view->hitCount() == 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), c.wings);
    paintHairline(&painter, { 0, height() - 1 }, { width() - 1, height() - 1 }, c.borderSubtle);
}

} // namespace callboard::ui::panes
