// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QCache>
#include <QFontMetricsF>
#include <QHash>
#include <QStaticText>

namespace callboard::ui {

/// Laid-out text by what it says, its font and its room: laying out is what makes the default delegate slow.
class TextCache final {
public:
    struct Entry {
        QStaticText text;
        qreal width = 0;
        bool cut = false; ///< Elided: the whole belongs in a tool tip.
        qreal advance = -1; ///< With the space at its end; below 0 until somebody asks.
    };
    struct Style {
        TextRole role = TextRole::Dense;
        QFont::Weight weight = QFont::Normal;
        bool figures = false; ///< Tabular figures, for numbers and times; they widen hyphens, so never for names.
        bool operator==(const Style &) const = default;
    };

    explicit TextCache(qsizetype entries = 6000);
    /// Pixels of the device to a px: texts are laid out for it, or painting would lay them out again.
    void setRatio(qreal ratio);
    /// `width` in px; the entry is valid until the next call.
    const Entry &entry(const Theme &theme, const QString &text, Style style, int width, Qt::TextElideMode elide);
    /// How far the next text begins behind this one: shaped once, where font metrics would shape it each time.
    qreal advance(const Theme &theme, const QString &text, Style style);
    const QFont &font(const Theme &theme, Style style);
    const QFontMetricsF &metrics(const Theme &theme, Style style);

private:
    struct Key {
        QString text;
        int width;
        int style;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.width, key.style);
        }
    };
    struct Face {
        QFont font;
        QFontMetricsF metrics;
        mutable QHash<QChar, qreal> advances {}; ///< Of single letters.

        /// How far the text goes without kerning.
        qreal plainAdvance(QStringView text) const;
        /// As much of the text as has room before an ellipsis, told without shaping it.
        QString cutRight(QStringView text, qreal room) const;
    };
    const Face &face(const Theme &theme, Style style);
    Entry &cached(const Theme &theme, const QString &text, Style style, int width, Qt::TextElideMode elide);
    void checkRevision(const Theme &theme);

    QCache<Key, Entry> m_entries;
    QHash<int, Face> m_faces;
    quint64 m_revision = 0;
    qreal m_ratio = 1;
};

} // namespace callboard::ui
