// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/card.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr int pinRise = 7;   ///< How far the pin stands over the slip.
constexpr int cardGap = 8;
constexpr int narrowest = 250; ///< Of a card, in px at 96 dpi.

} // namespace

Card::Card(const QString &title, const QString &iconName, QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
    , m_header(new QWidget(this))
    , m_headerRow(new QHBoxLayout(m_header))
    , m_chevron(new IconLabel(u"chevron-down"_s, 10))
    , m_title(new TextLabel(title, TextRole::Dense, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_trailing(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    setSurface(this, Surface::Slip);
    setAttribute(Qt::WA_StyledBackground, false);
    setAccessibleName(title);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_headerRow->setContentsMargins(9, 0, 8, 0);
    m_headerRow->setSpacing(6);
    m_headerRow->addWidget(m_chevron);
    m_chevron->hide();
    if (!iconName.isEmpty())
        m_headerRow->addWidget(new IconLabel(iconName, 14));
    m_title->setElide(Qt::ElideRight);
    m_headerRow->addWidget(m_title, 1);
    m_headerRow->addWidget(m_trailing);
    m_header->setFixedHeight(headerHeight());
    m_layout->addWidget(m_header);
}

int Card::headerHeight() const
{
    const Theme &theme = Theme::of(this);
    return theme.scaled(theme.metrics().bar.paneHeader);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setTrailing(const QString &text)
{
    m_trailing->setText(text);
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_headerRow->addWidget(widget);
}

void Card::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    if (!content)
        return;
    content->setParent(this);
    m_layout->addSpacing(m_layout->count() == 1 ? 1 : 0);
    m_layout->addWidget(content, 1);
    content->setVisible(m_open);
}

void Card::setCollapsible(bool collapsible, bool open)
{
    m_collapsible = collapsible;
    m_chevron->setVisible(collapsible);
    setFocusPolicy(collapsible ? Qt::TabFocus : Qt::NoFocus);
    setOpen(!collapsible || open);
}

void Card::setOpen(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    m_chevron->setIconName(open ? u"chevron-down"_s : u"chevron-right"_s);
    if (m_content)
        m_content->setVisible(open);
    update();
    Q_EMIT toggled(open);
}

void Card::mousePressEvent(QMouseEvent *event)
{
    if (m_collapsible && event->position().y() <= m_header->height())
        setOpen(!m_open);
    QFrame::mousePressEvent(event);
}

void Card::keyPressEvent(QKeyEvent *event)
{
    if (m_collapsible && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return))
        setOpen(!m_open);
    else
        QFrame::keyPressEvent(event);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const bool ring = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    paintBox(&painter, rect(), theme.metrics().radius.card, c.slip, ring ? c.focusRing : c.borderSubtle, ring ? 2 : 1);
    if (m_open && m_content) {
        const int y = m_header->geometry().bottom() + 1;
        paintHairline(&painter, { 1, y }, { width() - 2, y }, c.borderSubtle);
    }
}

// Slip

Slip::Slip(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setSurface(this, Surface::Slip);
    setAttribute(Qt::WA_StyledBackground, false);
    m_body->setContentsMargins(12, 10 + pinRise, 12, 10);
    m_body->setSpacing(7);
}

QPoint Slip::pinCentre() const
{
    return { width() / 2, pinRise };
}

void Slip::setPinned(bool pinned)
{
    m_pinned = pinned;
    update();
}

void Slip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    paintBox(&painter, rect().adjusted(0, pinRise, 0, 0), theme.metrics().radius.card, c.slip, c.borderSubtle);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QPointF(pinCentre()) + QPointF(0, 0.5);
    painter.setPen(QPen(c.board, 2));
    painter.setBrush(m_pinned ? c.accent : c.slip);
    painter.drawEllipse(centre, 5, 5);
    if (!m_pinned) {
        painter.setPen(QPen(c.textSecondary, 1.4));
        painter.setBrush(c.slip);
        painter.drawEllipse(centre, 3.6, 3.6);
    }
}

void Slip::mousePressEvent(QMouseEvent *event)
{
    if ((event->position().toPoint() - pinCentre()).manhattanLength() <= 12)
        Q_EMIT pinClicked();
    else
        QFrame::mousePressEvent(event);
}

// CardGrid

CardGrid::CardGrid(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::addCard(QWidget *card, bool fullWidth)
{
    card->setParent(this);
    card->show();
    m_items.append({ card, fullWidth });
    updateGeometry();
    arrange(width(), true);
}

void CardGrid::clear()
{
    for (const Item &item : std::as_const(m_items))
        delete item.widget;
    m_items.clear();
    updateGeometry();
}

int CardGrid::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize CardGrid::sizeHint() const
{
    const int width = Theme::of(this).scaled(2 * narrowest) + cardGap;
    return { width, arrange(width, false) };
}

QSize CardGrid::minimumSizeHint() const
{
    return { Theme::of(this).scaled(narrowest), 0 };
}

void CardGrid::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

bool CardGrid::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

int CardGrid::arrange(int width, bool place) const
{
    const int least = Theme::of(this).scaled(narrowest);
    const int columns = qBound(1, (width + cardGap) / (least + cardGap), 3);
    const int columnWidth = (width - (columns - 1) * cardGap) / columns;
    const auto wanted = [](const QWidget *widget, int w) {
        const QLayout *layout = widget->layout();
        if (layout && layout->hasHeightForWidth())
            return qMax(layout->totalHeightForWidth(w), widget->minimumHeight());
        return widget->sizeHint().height();
    };
    int y = 0;
    for (qsizetype i = 0; i < m_items.size();) {
        // One row: cards beside each other get the height of the tallest.
        QList<QWidget *> row;
        const bool full = m_items[i].fullWidth;
        while (i < m_items.size() && int(row.size()) < (full ? 1 : columns)
            && m_items[i].fullWidth == full) {
            if (!m_items[i].widget->isHidden())
                row.append(m_items[i].widget);
            ++i;
        }
        if (row.isEmpty())
            continue;
        const int w = full ? width : columnWidth;
        int tallest = 0;
        for (const QWidget *widget : row)
            tallest = qMax(tallest, wanted(widget, w));
        for (qsizetype k = 0; place && k < row.size(); ++k) {
            const QRect cell(int(k) * (columnWidth + cardGap), y, w, tallest);
            row[k]->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, width, height()), cell));
        }
        y += tallest + cardGap;
    }
    return qMax(0, y - cardGap);
}

} // namespace callboard::ui
