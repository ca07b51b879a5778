// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/documentimages.h"
#include "ui/kit/documentlayout.h"

class QPainter;

namespace callboard::ui {

/// A place where what was looked for is.
struct DocumentHit {
    int leaf = 0;
    int start = 0;
    int length = 0;
};

/// What lies over a page for a while.
struct DocumentMarks {
    DocumentPosition from; ///< Of the selection; empty where it is not before `to`.
    DocumentPosition to;
    std::span<const DocumentHit> hits; ///< In reading order.
    int currentHit = -1;
    int focused = -1; ///< A stop, or -1.
    int hovered = -1;
    int copied = -1;  ///< A code block that was just copied.
    int hoveredScroller = -1;
};

/// Paints a page as it is laid out, into a painter whose origin is the upper left of the column.
class DocumentPainter final {
public:
    /// `images` may be null: then only their names are there.
    DocumentPainter(QPainter &painter, DocumentLayout &layout, DocumentImages *images, const DocumentMarks &marks);

    /// Paints what of these leaves lies in `exposed`, both ends included. `pinHeads`: the head of a table that began above the
    /// exposed part stays at its upper edge.
    void paint(int first, int last, const QRectF &exposed, bool pinHeads);

    static Status statusOf(QStringView flavour); ///< Of an admonition.
    /// The bar by which a table or code block scrolls; empty where it need not.
    static QRectF scrollBarRect(DocumentLayout &layout, int box, const QRectF &exposed);

private:
    void paintBoxes(int first, int last);
    void paintBoxOf(int box);
    void paintCodeBox(const DocumentFlow::Box &box, const QRectF &rect);
    void paintTableBox(int index, const QRectF &rect);
    void paintLeaf(int leaf);
    void paintMarker(const DocumentFlow::Leaf &leaf, const LaidLeaf &laid, qreal top);
    void paintCheck(const QRectF &rect, bool done);
    void paintCodeLine(int leaf, const DocumentFlow::Leaf &one, qreal top);
    void paintCodeHead(int leaf, qreal top);
    void paintDrawing(int leaf);
    void paintRowLines(const DocumentFlow::Leaf &leaf, qreal top, int box);
    void paintTabBar(int leaf, const LaidLeaf &laid, qreal top);
    void paintBoxTitle(const DocumentFlow::Leaf &leaf, qreal top, qreal lineHeight);
    void paintTexts(int leaf, const DocumentFlow::Leaf &one, const LaidLeaf &laid, qreal top);
    void paintUnder(const DocumentFlow::Leaf &leaf, const LaidText &text, qreal top);
    void paintImage(const LaidImage &image, qreal top, const DocumentFlow::Leaf &leaf);
    void paintPlaceholder(const QRectF &rect, const DocumentFlow::Image &image, DocumentImages::State state);
    QList<QTextLayout::FormatRange> rangesOf(int leaf, const DocumentFlow::Leaf &one, const LaidText &text) const;
    void paintPinnedHeads(int first, const QRectF &exposed);
    void paintBars(int first, int last, const QRectF &exposed);
    void paintFocus();
    QRectF clipOf(int box);

    QPainter &m_painter;
    DocumentLayout &m_layout;
    const DocumentFlow &m_flow;
    const DocumentType &m_type;
    const Colours &m_colours;
    DocumentImages *m_images;
    const DocumentMarks &m_marks;
};

} // namespace callboard::ui
