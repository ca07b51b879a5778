// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/shell/firstrun.h"

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {
constexpr int inset = 15;
constexpr int tile = 38;
constexpr int stepHeight = 44;
} // namespace

ChoiceCard::ChoiceCard(
    const QString &iconName, const QString &title, const QString &text, const QString &needs, QWidget *parent)
    : QRadioButton(parent)
    , m_iconName(iconName)
    , m_text(text)
    , m_needs(needs)
{
    setText(title);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(title);
    setAccessibleDescription(text + u' ' + needs);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setNeeds(const QString &needs)
{
    m_needs = needs;
    setAccessibleDescription(m_text + u' ' + needs);
    update();
}

QSize ChoiceCard::sizeHint() const
{
    const int width = Theme::of(this).scaled(420);
    return { width, heightForWidth(width) };
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int width = Theme::of(this).scaled(240);
    return { width, inset * 2 + Theme::of(this).scaled(tile) };
}

int ChoiceCard::heightForWidth(int width) const
{
    const Theme &theme = Theme::of(this);
    const int textWidth = width - 2 * inset - theme.scaled(tile) - 14 - theme.scaled(40);
    const QFontMetrics metrics(theme.font(TextRole::Body));
    const int lines = metrics.boundingRect(QRect(0, 0, textWidth, 1000), Qt::TextWordWrap, m_text).height();
    return inset * 2 + theme.scaled(22) + lines + theme.scaled(20);
}

void ChoiceCard::resizeEvent(QResizeEvent *event)
{
    QRadioButton::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const bool on = isChecked() && isEnabled();
    const QColor border = on ? c.accent : underMouse() && isEnabled() ? c.borderControl : c.borderStrong;
    paintBox(&painter, rect(), theme.metrics().radius.card, isEnabled() ? c.slip : c.wings, border, on ? 2 : 1);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(&painter, QRectF(rect()).adjusted(4, 4, -4, -4), 4, {}, c.focusRing, 2);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int side = theme.scaled(tile);
    const QRect square = mirrored(QRect(inset + 1, inset, side, side));
    paintBox(&painter, square, theme.metrics().radius.control, on ? c.accentTint : c.hover);
    const int iconSide = theme.scaled(20);
    const QRect inner(square.center().x() - iconSide / 2 + 1, square.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    paintIcon(&painter, inner, m_iconName, !isEnabled() ? c.textDisabled : on ? c.accent : c.textSecondary);

    QStyleOption radio;
    radio.initFrom(this);
    radio.state.setFlag(QStyle::State_On, on);
    const int disc = theme.scaled(14);
    radio.rect = mirrored(QRect(width() - inset - disc - 2, inset + 2, disc, disc));
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);

    const int x = inset + side + 14;
    const int right = width() - inset - theme.scaled(40);
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(theme.font(TextRole::Body, QFont::DemiBold));
    painter.setPen(isEnabled() ? c.text : c.textDisabled);
    const int titleRoom = width() - inset - disc - 8 - x;
    painter.drawText(mirrored(QRect(x, inset - 2, titleRoom, theme.scaled(22))), align | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, titleRoom));
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(isEnabled() ? c.textSecondary : c.textDisabled);
    const QRect body(x, inset + theme.scaled(22), right - x, height() - 2 * inset - theme.scaled(42));
    painter.drawText(mirrored(body), align | Qt::TextWordWrap, m_text);
    painter.setFont(theme.font(TextRole::Caption));
    painter.drawText(mirrored(QRect(x, height() - inset - theme.scaled(16), right - x + theme.scaled(30), theme.scaled(16))),
        align | Qt::AlignVCenter, m_needs);
}

// StepList

StepList::StepList(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepList::setSteps(const QList<std::pair<QString, QString>> &steps)
{
    m_steps = steps;
    updateGeometry();
    update();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    if (step < m_steps.size())
        setAccessibleDescription(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.at(step).first));
    update();
}

QSize StepList::sizeHint() const
{
    return { Theme::of(this).scaled(224), int(m_steps.size()) * Theme::of(this).scaled(stepHeight) };
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const int height = theme.scaled(stepHeight);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const QRect row(0, int(i) * height, width(), height);
        const bool now = i == m_current;
        const bool done = i < m_current;
        if (now)
            painter.fillRect(row, c.selection);
        const int disc = theme.scaled(20);
        const QRect circle = mirrored(QRect(20, row.center().y() - disc / 2, disc, disc));
        paintBox(&painter, circle, disc / 2.0, done ? c.accent : QColor(), now || done ? c.accent : c.borderControl, now ? 2 : 1);
        if (done) {
            paintIcon(&painter, circle.adjusted(4, 4, -4, -4), u"check"_s, c.textOnAccent);
        } else {
            painter.setFont(theme.font(TextRole::Caption, QFont::DemiBold));
            painter.setPen(now ? c.accent : c.textSecondary);
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        }
        const auto &[title, chosen] = m_steps.at(i);
        const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
        const QRect text(50, row.top(), width() - 58, row.height());
        painter.setFont(theme.font(TextRole::Body, now ? QFont::DemiBold : QFont::Medium));
        painter.setPen(now || done ? c.text : c.textSecondary);
        painter.drawText(mirrored(chosen.isEmpty() ? text : text.adjusted(0, 4, 0, -height / 2 + 2)), align | Qt::AlignVCenter, title);
        if (chosen.isEmpty())
            continue;
        const QFont small = theme.font(TextRole::Caption);
        painter.setFont(small);
        painter.setPen(c.textSecondary);
        painter.drawText(mirrored(text.adjusted(0, height / 2 - 1, 0, -3)), align | Qt::AlignVCenter,
            QFontMetrics(small).elidedText(chosen, Qt::ElideRight, text.width()));
    }
}

} // namespace callboard::ui
