// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/banner.h"

#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

Status statusOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Stale: return Status::Stale;
    case Banner::Kind::Failed: return Status::Failed;
    case Banner::Kind::Warning: return Status::Warning;
    case Banner::Kind::Note: break;
    }
    return Status::None;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new StatusGlyph)
    , m_headline(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_detail(new TextLabel({}, TextRole::Dense))
    , m_button(new QPushButton)
    , m_close(new IconButton(u"close"_s, tr("Close")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 3, 9, 4);
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    m_headline->setWordWrap(true);
    m_detail->setWordWrap(true);
    texts->addWidget(m_headline);
    texts->addWidget(m_detail);
    row->addWidget(m_glyph);
    row->addLayout(texts, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    setSmall(m_button);
    m_close->hide();
    setMinimumHeight(Theme::of(this).scaled(28));
    connect(m_button, &QPushButton::clicked, this, &Banner::pressed);
    connect(static_cast<IconButton *>(m_close), &IconButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::show(Kind kind, const QString &headline, const QString &detail, const QString &button)
{
    m_kind = kind;
    m_glyph->setStatus(statusOf(kind));
    const auto ink = kind == Kind::Failed ? TextLabel::Ink::Failed
        : kind == Kind::Stale            ? TextLabel::Ink::Stale
        : kind == Kind::Warning          ? TextLabel::Ink::Warning
                                         : TextLabel::Ink::Primary;
    // A stale banner is one quiet sentence; a failed one says first what happened.
    m_headline->setRole(TextRole::Dense, kind == Kind::Stale ? QFont::Normal : QFont::DemiBold);
    m_headline->setInk(ink);
    m_detail->setInk(ink);
    m_headline->setText(headline);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(detail);
    QWidget::show();
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    const StatusColours &status = c.status(statusOf(m_kind));
    painter.fillRect(rect(), m_kind == Kind::Note ? c.wings : status.fill);
    QPen pen(m_kind == Kind::Note ? c.borderSubtle : status.glyph, 1);
    if (m_kind == Kind::Stale) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({ 3, 2 });
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, 24))
    , m_headline(new TextLabel({}, TextRole::Body, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_detail(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_button(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 18, 24, 18);
    row->setSpacing(16);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(5);
    m_headline->setWordWrap(true);
    m_detail->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_detail);
    column->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    row->addLayout(column, 1);
    setSmall(m_button);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
}

void EmptyState::setContent(
    const QString &iconName, const QString &headline, const QString &detail, const QString &button)
{
    m_icon->setIconName(iconName);
    m_headline->setText(headline);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(detail);
}

} // namespace callboard::ui
