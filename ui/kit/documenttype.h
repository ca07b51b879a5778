// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/documentflow.h"
#include "ui/kit/theme.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QTextCharFormat>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <span>
#include <unordered_map>

namespace callboard::ui {

struct CodeSpan;

/// Text that is laid out, and where it lies in its leaf.
struct LaidText {
    std::unique_ptr<QTextLayout> layout;
    QPointF at; ///< From the left of the column and the top of the leaf.
    int start = 0; ///< In the leaf's text.
    int length = 0;
};
struct LaidImage {
    int image = 0; ///< Index into the flow's.
    QRectF rect;   ///< From the left of the column and the top of the leaf.
};
/// A leaf as it is painted.
struct LaidLeaf {
    std::vector<LaidText> texts;
    std::vector<LaidImage> images;
    qreal height = 0;
    bool rightToLeft = false;
};

/// The fonts, sizes and colours of a page, and how a leaf is set in them.
class DocumentType final {
public:
    /// The size in px at which an image is shown, before it is made to fit.
    using ImageSize = std::function<QSizeF(const DocumentFlow::Image &)>;

    DocumentType(const Theme &theme, int percent);

    const Theme &theme() const { return m_theme; }
    int percent() const { return m_percent; }
    qreal scaled(qreal px) const { return px * m_scale; }
    QFont font(TextRole role, QFont::Weight weight = QFont::Normal) const;
    qreal lineHeight(TextRole role) const { return m_theme.lineHeight(role) * m_percent / 100.0; }
    TextRole roleOf(const DocumentFlow::Leaf &leaf) const;

    LaidLeaf set(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, qreal width, const ImageSize &imageSize) const;
    /// `width`: where lines are broken; 0 for nowhere.
    LaidLeaf setCode(const DocumentFlow::Leaf &leaf, qreal numbers, std::span<const CodeSpan> colours, qreal width) const;
    /// `edges`: of the columns, from the left of the column of text; one more than there are columns.
    LaidLeaf setRow(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, std::span<const qreal> edges, const ImageSize &imageSize) const;
    /// What a leaf will take at about this width.
    qreal estimate(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, qreal width) const;
    qreal estimateRow(const DocumentFlow::Leaf &leaf, std::span<const qreal> edges) const;

    qreal codeLineHeight() const { return lineHeight(TextRole::Mono); }
    qreal codeHeadHeight() const { return scaled(28); }
    qreal numbersWidth(int digits) const;
    qreal monoWidth() const { return m_monoWidth; } ///< Of one character.
    qreal cellPad() const { return scaled(10); }
    qreal rowPad() const { return scaled(3.5); }
    qreal tabPad() const { return scaled(12); }
    qreal tabBarHeight() const { return scaled(30); }
    qreal titleIndent() const { return scaled(20); } ///< Of a box's title: room for its glyph.
    qreal averageWidth(bool bold) const { return bold ? m_averageBold : m_average; }
    qreal textWidth(const QString &text, bool bold) const;

private:
    struct Setting {
        QFont font;
        qreal lineHeight = 0;
        QColor ink;
    };
    Setting settingOf(const DocumentFlow::Leaf &leaf) const;
    QTextCharFormat format(const Setting &setting, quint16 style, bool link) const;
    void keepOptionsTogether(const DocumentFlow::Leaf &leaf, int start, QString &words) const;
    LaidText makeText(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, int start, int length, const Setting &setting,
        qreal width, const ImageSize &imageSize) const;
    /// Breaks it into lines from `top` on; answers the height.
    qreal breakLines(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, LaidText &text, const Setting &setting, qreal width,
        Qt::Alignment alignment, const ImageSize &imageSize, std::vector<LaidImage> &images) const;
    QSizeF shownSize(const DocumentFlow::Image &image, qreal width, const Setting &setting, const ImageSize &imageSize) const;

    const Theme &m_theme;
    int m_percent;
    qreal m_scale;
    qreal m_average = 7;
    qreal m_averageBold = 7;
    qreal m_monoWidth = 7;
    bool m_hasFirmHyphen = false;
    mutable std::unordered_map<quint64, QTextCharFormat> m_formats;
};

} // namespace callboard::ui
