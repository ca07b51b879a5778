// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/codecolours.h"
#include "ui/kit/documenttype.h"

#include <QPointF>

#include <optional>

namespace callboard::ui {

/// Where everything of a page lies, in px from the upper left of its column. Leaves are laid out when they are asked for; until
/// then their height is a guess, so that what is further down moves a little when they are. GUI thread.
class DocumentLayout final {
public:
    explicit DocumentLayout(DocumentFlow flow);

    DocumentFlow &flow() { return m_flow; }
    const DocumentFlow &flow() const { return m_flow; }
    void setImageSize(DocumentType::ImageSize imageSize) { m_imageSize = std::move(imageSize); }
    /// For paper: nothing scrolls there, so code is broken into lines, and tables are made to fit. Before `setLook`.
    void setPaged(bool paged) { m_paged = paged; }
    bool isPaged() const { return m_paged; }
    /// Begins anew in these fonts and this width. The theme outlives the layout.
    void setLook(const Theme &theme, int percent, qreal width);
    const DocumentType &type() const { return *m_type; }
    qreal width() const { return m_width; }
    /// What is hidden changed.
    void foldingChanged();
    /// The size of an image is another one now.
    void imageChanged(const QString &source);

    int count() const { return int(m_flow.leaves.size()); }
    qreal top(int leaf) const; ///< Of `count()`: where the page ends.
    qreal height(int leaf) const { return m_heights[size_t(leaf)]; }
    qreal totalHeight() const { return top(count()); }
    int leafAt(qreal y) const; ///< Not a hidden one, unless all are.
    bool isLaid(int leaf) const { return bool(m_laid[size_t(leaf)]); }
    /// Lays it out; answers by how much it is higher than was thought.
    qreal lay(int leaf);
    const LaidLeaf &laid(int leaf);
    /// Forgets what is laid out outside of these leaves.
    void keepOnly(int first, int last);

    QRectF boxRect(int box) const;
    /// A table or code block that is wider than the column, around this leaf; -1.
    int scrollerOf(int leaf) const;
    qreal contentWidth(int box);
    qreal scrollOf(int box) const { return m_scrolls.value(box, 0); }
    void setScroll(int box, qreal x);
    qreal shiftOf(int leaf) const; ///< By which a leaf's texts are moved to the left.
    std::span<const qreal> columnEdges(int box);
    qreal numbersWidth(int box); ///< Of a code block's line numbers, with the room behind them.

    DocumentPosition positionAt(const QPointF &point);
    /// A stop under a point; -1.
    int stopAt(const QPointF &point);
    QRectF caretRect(const DocumentPosition &position);
    /// Where a stretch of a leaf lies: a rectangle for each line of it.
    std::vector<QRectF> rectsOf(int leaf, int start, int length);
    QRectF stopRect(int stop);
    QRectF copyRect(int box) const;
    QRectF sourceRect(int box) const; ///< The button between a drawing and its source.
    QString sourceWord(int box) const;
    /// Where the drawing of a code block lies, before it is scrolled.
    QRectF diagramRect(int leaf) const;
    qreal diagramScale(int box) const;
    /// On paper no drawing is higher.
    void setMostHeight(qreal px) { m_mostHeight = px; }

    /// Languages that code in view is in, but whose definitions would take too long now.
    bool wantsColours() const { return !m_languagesWanted.isEmpty(); }
    void loadColours();

private:
    struct Table {
        std::vector<qreal> edges;
    };
    struct Code {
        qreal numbers = 0;
        qreal contentWidth = 0;
        bool plain = false; ///< No language, or one that nobody knows.
        std::unique_ptr<CodeColourer> colourer;
        std::vector<std::vector<CodeSpan>> lines; ///< Those coloured so far.
    };
    void guessHeights();
    qreal diagramHeight(const DocumentFlow::Leaf &leaf) const;
    LaidLeaf make(int leaf);
    Table &table(int box);
    Table measure(int box) const;
    Code &code(int box);
    std::span<const CodeSpan> coloursOf(int leaf, int box);
    const LaidText *textAt(const LaidLeaf &laid, const QPointF &inLeaf) const;

    DocumentFlow m_flow;
    DocumentType::ImageSize m_imageSize;
    std::unique_ptr<DocumentType> m_type;
    qreal m_width = 0;
    bool m_paged = false;
    qreal m_mostHeight = 0;
    std::vector<std::unique_ptr<LaidLeaf>> m_laid;
    std::vector<int> m_laidOnes;
    std::vector<qreal> m_heights;
    mutable std::vector<qreal> m_tops; ///< Right up to `m_topsTo`.
    mutable size_t m_topsTo = 0;
    std::unordered_map<int, Table> m_tables;
    std::unordered_map<int, Code> m_codes;
    QHash<int, qreal> m_scrolls;
    QStringList m_languagesWanted;
};

} // namespace callboard::ui
