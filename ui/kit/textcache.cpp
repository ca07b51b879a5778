// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/textcache.h"

#include <algorithm>

namespace callboard::ui {

namespace {

/// Kerning moves letters by less than this part of their widths.
constexpr qreal mostKerning = 0.06;

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar unit) { return unit >= u' ' && unit <= u'~'; });
}

int faceKey(TextCache::Style style)
{
    return (int(style.role) * 2 + (style.figures ? 1 : 0)) * 1024 + int(style.weight);
}

} // namespace

qreal TextCache::Face::plainAdvance(QStringView text) const
{
    qreal sum = 0;
    for (const QChar unit : text) {
        auto known = advances.constFind(unit);
        if (known == advances.constEnd())
            known = advances.insert(unit, metrics.horizontalAdvance(unit));
        sum += *known;
    }
    return sum;
}

QString TextCache::Face::cutRight(QStringView text, qreal room) const
{
    const QString ellipsis(QChar(u'\u2026'));
    room -= plainAdvance(ellipsis);
    qsizetype length = 0;
    for (; length < text.size(); ++length) {
        room -= plainAdvance(text.sliced(length, 1));
        if (room < 0)
            break;
    }
    return text.first(length) + ellipsis;
}

TextCache::TextCache(qsizetype entries)
    : m_entries(entries)
{
}

void TextCache::setRatio(qreal ratio)
{
    if (m_ratio == ratio)
        return;
    m_ratio = ratio;
    m_entries.clear();
}

void TextCache::checkRevision(const Theme &theme)
{
    if (m_revision == theme.revision())
        return;
    m_revision = theme.revision();
    m_entries.clear();
    m_faces.clear();
}

const TextCache::Face &TextCache::face(const Theme &theme, Style style)
{
    checkRevision(theme);
    const int key = faceKey(style);
    auto it = m_faces.constFind(key);
    if (it == m_faces.constEnd()) {
        QFont font = theme.font(style.role, style.weight);
        if (style.figures)
            font.setFeature(QFont::Tag("tnum"), 1);
        it = m_faces.insert(key, Face { font, QFontMetricsF(font) });
    }
    return *it;
}

const QFont &TextCache::font(const Theme &theme, Style style)
{
    return face(theme, style).font;
}

const QFontMetricsF &TextCache::metrics(const Theme &theme, Style style)
{
    return face(theme, style).metrics;
}

const TextCache::Entry &TextCache::entry(
    const Theme &theme, const QString &text, Style style, int width, Qt::TextElideMode elide)
{
    return cached(theme, text, style, width, elide);
}

qreal TextCache::advance(const Theme &theme, const QString &text, Style style)
{
    Entry &known = cached(theme, text, style, 0, Qt::ElideNone);
    if (known.advance < 0)
        known.advance = face(theme, style).metrics.horizontalAdvance(text);
    return known.advance;
}

TextCache::Entry &TextCache::cached(
    const Theme &theme, const QString &text, Style style, int width, Qt::TextElideMode elide)
{
    const Face &use = face(theme, style);
    const Key key { text, width, faceKey(style) * 4 + int(elide) };
    if (Entry *known = m_entries.object(key))
        return *known;
    auto *made = new Entry;
    // Only the first line of a text has a place in a row.
    const QString line = text.section(u'\n', 0, 0);
    const auto shape = [&](const QString &shown) {
        made->text.setText(shown);
        made->text.prepare(QTransform::fromScale(m_ratio, m_ratio), use.font);
        made->width = made->text.size().width();
    };
    made->text.setTextFormat(Qt::PlainText);
    made->text.setPerformanceHint(QStaticText::AggressiveCaching);
    // Shaping is what costs: a text that surely has no room is shaped as it is cut, others fit mostly, so that each is shaped once.
    const bool isLong = elide == Qt::ElideRight && isPlain(line) && use.plainAdvance(line) * (1 - mostKerning) > width;
    shape(isLong ? use.cutRight(line, width) : line);
    made->cut = isLong || line.size() != text.size();
    if (elide != Qt::ElideNone && made->width > width) {
        made->cut = true;
        shape(use.metrics.elidedText(line, elide, width));
    }
    m_entries.insert(key, made);
    return *made;
}

} // namespace callboard::ui
