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

/// A part of a text that is drawn in one go.
struct Piece {
    QString text;
    QFont::Weight weight;
    qreal advance = 0;
};

/// What was hit is bold.
std::vector<Piece> piecesOf(const QString &text, const QList<int> &hits)
{
    std::vector<Piece> pieces;
    for (qsizetype at = 0; at < text.size();) {
        const bool hit = hits.contains(int(at));
        qsizetype end = at + 1;
        while (end < text.size() && hits.contains(int(end)) == hit)
            ++end;
        pieces.push_back({ text.mid(at, end - at), hit ? QFont::Bold : QFont::Normal });
        at = end;
    }
    return pieces;
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
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const
{
    const Colours &c = theme.colours();
    const QRect rect = option.rect;
    painter->fillRect(rect, c.wings);
    paintHairline(painter, rect.topLeft(), rect.topRight(), c.borderSubtle);
    painter->setFont(theme.font(TextRole::Caption, QFont::Medium));
    painter->setPen(c.textSecondary);
    const QRect text = rect.adjusted(12, 0, -12, 0);
    const auto draw = [&](Qt::Alignment side, const QString &what) {
        // Where it stands is told to the painter outright: by its own direction it would mirror once more.
        painter->drawText(text, int(Qt::AlignVCenter | Qt::AlignAbsolute | QStyle::visualAlignment(option.direction, side)), what);
    };
    draw(Qt::AlignLeft, index.data().toString());
    draw(Qt::AlignRight, index.data(PaletteModel::CountTextRole).toString());
}

int PaletteDelegate::paintPieces(QPainter *painter, const QRect &room, const QString &given, const QVariant &hits,
    TextRole role, const QColor &ink, Qt::LayoutDirection direction, const Theme &theme) const
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
    const auto beginOf = [&](qreal width) { return direction == Qt::RightToLeft ? room.left() + room.width() - width : qreal(room.left()); };
    if (units.isEmpty()) {
        painter->setFont(m_cache.font(theme, { role, QFont::Normal }));
        painter->setPen(ink);
        painter->drawStaticText(QPointF(beginOf(whole.width), y), whole.text);
        return qCeil(whole.width);
    }
    std::vector<Piece> pieces = piecesOf(text, units);
    qreal width = 0;
    for (Piece &piece : pieces)
        width += piece.advance = m_cache.advance(theme, piece.text, { role, piece.weight });
    if (text.isRightToLeft()) // It is read from its right end, whatever stands around it.
        std::ranges::reverse(pieces);
    qreal x = beginOf(width);
    for (const Piece &piece : pieces) {
        const TextCache::Style style { role, piece.weight };
        const auto &entry = m_cache.entry(theme, piece.text, style, 0, Qt::ElideNone);
        painter->setFont(m_cache.font(theme, style));
        painter->setPen(piece.weight == QFont::Bold ? theme.colours().accent : ink);
        painter->drawStaticText(QPointF(x, y), entry.text);
        x += piece.advance;
    }
    return qCeil(width);
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const Colours &c = theme.colours();
    const QRect r = option.rect;
    const bool mirrored = option.direction == Qt::RightToLeft;
    m_cache.setRatio(painter->device()->devicePixelRatioF());
    if (index.data(PaletteModel::HeaderRole).toBool()) {
        paintHeader(painter, option, index, theme);
        return;
    }
    const bool chosen = option.state & QStyle::State_Selected;
    const bool enabled = !index.data(PaletteModel::ActionRole).isValid()
        || index.data(PaletteModel::ActionRole).toString().isEmpty()
        || index.data(PaletteModel::EnabledRole).toBool();
    if (chosen) {
        painter->fillRect(r, c.selection);
        painter->fillRect(QStyle::visualRect(option.direction, r, { r.left(), r.top(), 3, r.height() }), c.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(r, c.hover);
    }
    const QString action = index.data(PaletteModel::ActionRole).toString();
    QString iconName = index.data(PaletteModel::IconNameRole).toString();
    if (iconName.isEmpty())
        iconName = action.isEmpty() ? kindIconName(index.data(items::KindRole).toString()) : u"play"_s;
    const int side = theme.scaled(16);
    paintIcon(painter, QStyle::visualRect(option.direction, r, QRect(r.left() + 12, r.center().y() - side / 2 + 1, side, side)), iconName,
        chosen ? c.accent : c.textSecondary);

    QRect room = QStyle::visualRect(option.direction, r, r.adjusted(12 + side + 9, 0, -10, 0));
    // Takes what is used at one side out of the room.
    const auto take = [&room](bool atLeft, int width) { atLeft ? room.setLeft(room.left() + width) : room.setRight(room.right() - width); };
    const QStringList keys = keyCaps(QKeySequence(index.data(PaletteModel::ShortcutRole).toString(), QKeySequence::NativeText));
    const QStringList caps = chosen && keys.isEmpty() ? QStringList(tr("Enter")) : keys;
    if (!caps.isEmpty()) {
        const int width = paintKeyCaps(nullptr, {}, theme, caps);
        paintKeyCaps(painter, { mirrored ? room.left() : room.right() - width, r.center().y() + 1 }, theme, caps);
        take(mirrored, width + 12);
    }
    const int used = paintPieces(painter, room, index.data().toString(), index.data(items::MatchRole),
        TextRole::Body, enabled ? c.text : c.textDisabled, option.direction, theme);
    take(!mirrored, used + 9);
    if (room.width() > theme.scaled(30))
        paintPieces(painter, room, index.data(PaletteModel::SubtitleRole).toString(),
            index.data(PaletteModel::SubtitleMatchRole), TextRole::Dense, c.textSecondary, option.direction, theme);
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

void ScopeTab::setCountShown(bool shown)
{
    if (m_countShown == shown)
        return;
    m_countShown = shown;
    updateGeometry();
    update();
}

QSize ScopeTab::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int count = m_countShown ? QFontMetrics(theme.font(TextRole::Caption)).horizontalAdvance(m_count) + 6 : 0;
    return { QFontMetrics(theme.font(TextRole::Dense, QFont::Medium)).horizontalAdvance(text()) + count + 16, theme.scaled(22) };
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
    if (m_countShown)
        painter.drawText(room, Qt::AlignVCenter | right, m_count);
}

} // namespace callboard::ui
