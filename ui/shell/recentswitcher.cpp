// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recentswitcher.h"

#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {
constexpr int most = 12;
} // namespace

RecentSwitcher::RecentSwitcher(PaneContext context, QWidget *window)
    : QFrame(window)
    , m_context(context)
    , m_list(new QListWidget)
{
    setSurface(this, Surface::Slip);
    setAttribute(Qt::WA_StyledBackground, false);
    setAccessibleName(tr("Recent entities"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 10, 8, 8);
    column->setSpacing(6);
    auto *title = new TextLabel(tr("Recent"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold);
    title->setContentsMargins(6, 0, 0, 0);
    column->addWidget(title);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Recent entities"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(); });
    hide();
}

void RecentSwitcher::fill()
{
    m_list->clear();
    const auto &snapshot = m_context.index.snapshot();
    for (const QString &ref : m_context.user.recentRefs()) {
        const mirror::Row row = snapshot.find(ref);
        if (row == mirror::noRow)
            continue;
        auto *item = new QListWidgetItem(icon(kindIconName(snapshot.kind(row))), snapshot.displayName(row).toString());
        item->setData(Qt::UserRole, ref);
        item->setToolTip(ref);
        m_list->addItem(item);
        if (m_list->count() == most)
            break;
    }
}

void RecentSwitcher::popUp()
{
    if (isVisible()) {
        step(1);
        return;
    }
    fill();
    if (m_list->count() == 0)
        return;
    const int rows = m_list->count();
    const Theme &theme = Theme::of(this);
    const QSize size(theme.scaled(340), theme.scaled(40) + rows * m_list->sizeHintForRow(0) + 8);
    setGeometry(QRect(QPoint((parentWidget()->width() - size.width()) / 2, parentWidget()->height() / 5), size));
    // The first is what is open now: the one before it is what is wanted.
    m_list->setCurrentRow(qMin(1, rows - 1));
    show();
    raise();
    m_list->setFocus(Qt::PopupFocusReason);
}

void RecentSwitcher::step(int by)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + by + count) % count);
}

void RecentSwitcher::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    hide();
    if (item)
        m_context.focus.open(item->data(Qt::UserRole).toString());
}

bool RecentSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control) {
        choose();
        return true;
    }
    if (event->type() == QEvent::FocusOut) {
        hide();
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            hide();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (key->key() == Qt::Key_Backtab || key->key() == Qt::Key_Tab) {
            step(key->key() == Qt::Key_Tab ? 1 : -1);
            return true;
        }
    }
    return false;
}

void RecentSwitcher::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintBox(&painter, rect(), theme.metrics().radius.popup, theme.colours().slip, theme.colours().borderControl);
}

} // namespace callboard::ui
