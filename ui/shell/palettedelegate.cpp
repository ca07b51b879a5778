// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "models/items/palettemodel.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using items::PaletteModel;

namespace {

/// A text too long for its room, from a little before its first hit on. What stands before ": " says where it is, and stays.
void beginAtHit(QString &text, QList<int> &units)
{
    constexpr qsizetype lead = 16;
    const qsizetype first = *std::ranges::min_element(units);
    const qsizetype colon = text.indexOf(": "_L1);
    const qsizetype kept = colon >= 0 && colon + 2 <= first ? colon + 2 : 0;
    qsizetype from = std::max<qsizetype>(0, first - lead);
    if (const qsizetype space = text.indexOf(u' ', from); space >= 0 && space < first)
        from = space + 1;
    if (from <= kept + 1)
        return;
    text = text.first(kept) + u'…' + text.sliced(from);
    const qsizetype shift = from - kept - 1;
    units.removeIf([&](int unit) { return unit >= kept && unit < from; });
    for (int &unit : units)
        unit -= unit >= from ? int(shift) : 0;
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_cache(2000)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool header = index.data(PaletteModel::HeaderRole).toBool();
    return { 100, theme.scaled(header ? 22 : theme.metrics().row.palette) };
}

void PaletteDelegate::paintHeader(
    QPainter *painter, const QRect &rect, const QModelIndex &index, const Theme &theme) const
{
    const Colours &c = theme.colours();
    painter->fillRect(rect, c.wings);
    paintHairline(painter, rect.topLeft(), rect.topRight(), c.borderSubtle);
    painter->setFont(theme.font(TextRole::Caption, QFont::Medium));
    painter->setPen(c.textSecondary);
    const QRect text = rect.adjusted(12, 0, -12, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, index.data(PaletteModel::CountTextRole).toString());
}

int PaletteDelegate::paintPieces(QPainter *painter, const QRect &room, const QString &given, const QVariant &hits,
    TextRole role, const QColor &ink, const Theme &theme) const
{
    auto units = hits.value<QList<int>>();
    const auto &whole = m_cache.entry(theme, given, { role, QFont::Normal }, room.width(), Qt::ElideRight);
    const qreal y = room.top() + (room.height() - whole.text.size().height()) / 2;
    QString text = given;
    if (whole.cut && !units.isEmpty()) {
        constexpr double boldIsWider = 0.93;
        beginAtHit(text, units);
        text = m_cache.metrics(theme, { role, QFont::Normal }).elidedText(text, Qt::ElideRight, room.width() * boldIsWider);
        units.removeIf([&](int unit) { return unit >= text.size() - 1; });
    }
    if (units.isEmpty()) {
        painter->setFont(m_cache.font(theme, { role, QFont::Normal }));
        painter->setPen(ink);
        painter->drawStaticText(QPointF(room.left(), y), whole.text);
        return qCeil(whole.width);
    }
    qreal x = room.left();
    qsizetype at = 0;
    while (at < text.size()) {
        const bool hit = units.contains(int(at));
        qsizetype end = at + 1;
        while (end < text.size() && units.contains(int(end)) == hit)
            ++end;
        const TextCache::Style style { role, hit ? QFont::Bold : QFont::Normal };
        const QString piece = text.mid(at, end - at);
        const auto &entry = m_cache.entry(theme, piece, style, 0, Qt::ElideNone);
        painter->setFont(m_cache.font(theme, style));
        painter->setPen(hit ? theme.colours().accent : ink);
        painter->drawStaticText(QPointF(x, y), entry.text);
        x += m_cache.advance(theme, piece, style);
        at = end;
    }
    return qCeil(x - room.left());
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const Colours &c = theme.colours();
    const QRect r = option.rect;
    m_cache.setRatio(painter->device()->devicePixelRatioF());
    if (index.data(PaletteModel::HeaderRole).toBool()) {
        paintHeader(painter, r, index, theme);
        return;
    }
    const bool chosen = option.state & QStyle::State_Selected;
    const bool enabled = !index.data(PaletteModel::ActionRole).isValid()
        || index.data(PaletteModel::ActionRole).toString().isEmpty()
        || index.data(PaletteModel::EnabledRole).toBool();
    if (chosen) {
        painter->fillRect(r, c.selection);
        painter->fillRect(r.left(), r.top(), 3, r.height(), c.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(r, c.hover);
    }
    const QString action = index.data(PaletteModel::ActionRole).toString();
    QString iconName = index.data(PaletteModel::IconNameRole).toString();
    if (iconName.isEmpty())
        iconName = action.isEmpty() ? kindIconName(index.data(items::KindRole).toString()) : u"play"_s;
    const int side = theme.scaled(16);
    paintIcon(painter, QRect(r.left() + 12, r.center().y() - side / 2 + 1, side, side), iconName,
        chosen ? c.accent : c.textSecondary);

    QRect room = r.adjusted(12 + side + 9, 0, -10, 0);
    const QStringList keys = keyCaps(QKeySequence(index.data(PaletteModel::ShortcutRole).toString(), QKeySequence::NativeText));
    const QStringList caps = chosen && keys.isEmpty() ? QStringList(tr("Enter")) : keys;
    if (!caps.isEmpty()) {
        const int width = paintKeyCaps(nullptr, {}, theme, caps);
        paintKeyCaps(painter, { room.right() - width, r.center().y() + 1 }, theme, caps);
        room.setRight(room.right() - width - 12);
    }
    const int used = paintPieces(painter, room, index.data().toString(), index.data(items::MatchRole),
        TextRole::Body, enabled ? c.text : c.textDisabled, theme);
    room.setLeft(room.left() + used + 9);
    if (room.width() > theme.scaled(30))
        paintPieces(painter, room, index.data(PaletteModel::SubtitleRole).toString(),
            index.data(PaletteModel::SubtitleMatchRole), TextRole::Dense, c.textSecondary, theme);
}

// ScopeTab

ScopeTab::ScopeTab(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
}

void ScopeTab::setCount(int count, bool isLeast)
{
    m_count = QString::number(count) + (isLeast ? u"+"_s : QString());
    setAccessibleName(isLeast ? tr("%1, at least %2").arg(text()).arg(count) : tr("%1, %2").arg(text()).arg(count));
    updateGeometry();
    update();
}

QSize ScopeTab::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { QFontMetrics(theme.font(TextRole::Dense, QFont::Medium)).horizontalAdvance(text())
            + QFontMetrics(theme.font(TextRole::Caption)).horizontalAdvance(m_count) + 22,
        theme.scaled(22) };
}

void ScopeTab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    if (isChecked())
        paintBox(&painter, rect(), theme.metrics().radius.control, c.selection);
    else if (underMouse())
        paintBox(&painter, rect(), theme.metrics().radius.control, c.hover);
    const QFont font = theme.font(TextRole::Dense, isChecked() ? QFont::Medium : QFont::Normal);
    painter.setFont(font);
    painter.setPen(isChecked() ? c.text : c.textSecondary);
    const int left = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const int right = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
    painter.setLayoutDirection(Qt::LeftToRight); // Or it would mirror what is mirrored already.
    const QRect room = rect().adjusted(8, 0, -8, 0);
    painter.drawText(room, Qt::AlignVCenter | left, text());
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(c.textSecondary);
    painter.drawText(room, Qt::AlignVCenter | right, m_count);
}

} // namespace callboard::ui
