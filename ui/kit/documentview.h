// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/documentdiagrams.h"
#include "ui/kit/documentpainter.h"

#include <QAbstractScrollArea>

class QMenu;
class QTimer;

namespace callboard::ui {

/// A page of documentation to read: laid out as it comes into view, its text selectable across blocks, everything in it within
/// reach of the keyboard. Shows what it is given and asks for the rest by signals; it opens nothing itself.
class DocumentView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr int usualReadingWidth = 704;
    static constexpr int leastPercent = 70;
    static constexpr int mostPercent = 250;

    explicit DocumentView(QWidget *parent = nullptr);
    ~DocumentView() override;

    void setDocument(const domain::Document &document, const DocumentHead &head = {});
    /// Borrowed; may be null. Before `setDocument`.
    void setImages(DocumentImages *images);
    const DocumentDiagrams &diagrams() const { return *m_diagrams; }
    int textPercent() const { return m_percent; }
    void setTextPercent(int percent);
    int readingWidth() const { return m_readingWidth; }
    void setReadingWidth(int px); ///< The widest that a line may be, at 100 %; 0: as the window is.

    // Places
    bool goToAnchor(const QString &id); ///< False where there is none of the name; "" is the top.
    void goToHeading(int index);
    void stepHeading(int by);
    int currentHeading() const { return m_currentHeading; } ///< Index into `headings`; -1 above the first.
    std::vector<domain::DocHeading> headings() const;
    /// Where one is, to come back to: stays right under another width.
    QJsonObject place() const;
    void setPlace(const QJsonObject &place);

    // Find
    void find(const QString &text); ///< Marks all, goes to the first from here on. Empty: forgets them.
    void stepHit(int by);
    int hitCount() const { return int(m_hits.size()); }
    int currentHit() const { return m_hit; }

    // Selection
    bool hasSelection() const { return m_anchor != m_caret; }
    QString selectedText() const;
    void copy();
    void selectAll();
    void clearSelection();
    void select(const DocumentPosition &from, const DocumentPosition &to);

    // What is in it
    const DocumentFlow &flow() const { return m_layout->flow(); }
    DocumentLayout &documentLayout() { return *m_layout; }
    int focusedStop() const { return m_focused; }
    void focusStop(int stop); ///< Brings it into view.
    void activateStop(int stop, Qt::KeyboardModifiers modifiers = {});
    QRect viewportRect(const QRectF &inColumn) const;
    QPointF columnPoint(const QPointF &inViewport) const;
    DocumentPosition caret() const { return m_caret; }
    DocumentPosition anchor() const { return m_anchor; }
    void bringIntoView(const DocumentPosition &position);

Q_SIGNALS:
    void linkActivated(const QString &target, Qt::KeyboardModifiers modifiers);
    void linkHovered(const QString &target); ///< Empty: none any more.
    void currentHeadingChanged(int index);
    void imageActivated(const QString &source);
    void diagramActivated(const QImage &image, const QString &name); ///< A drawing, to be seen large.
    void hitsChanged();
    void selectionChanged();
    void textPercentChanged(int percent); ///< By wheel.
    void findRequested();
    /// Before a menu over the page opens; for what else can be done with it.
    void menuRequested(QMenu *menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    // documentinput.cpp
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Dragging {
        enum class What { Nothing, Text, Stop, Bar };
        What what = What::Nothing;
        QPoint from;
        int stop = -1;
        int box = -1;
        qreal scroll = 0;
    };

    void wantDiagrams();
    void takeDiagrams(const QString &source);
    void openDiagram(int box);
    void layOutAnew(); ///< Another width, size or theme: what is at the top stays there.
    void layVisible();
    void setTop(qreal y);
    void updateBars();
    void refineSoon();
    void refine();
    void updateHeading();
    qreal sideMargin() const;
    QPointF origin() const; ///< Of the column, in the viewport.
    QRectF exposed() const; ///< In the column.
    QSizeF imageSize(const DocumentFlow::Image &image) const;
    void goToLeaf(int leaf, qreal offset);
    void loadColoursSoon();
    void relayFolded(int leaf);
    void showHit();
    DocumentMarks marks() const;
    // documentinput.cpp
    void moveCaret(int key, Qt::KeyboardModifiers modifiers);
    DocumentPosition moved(const DocumentPosition &from, int key, bool byWord);
    int textLeaf(int leaf, int by) const;
    void setCaret(const DocumentPosition &caret, bool keepAnchor);
    void setHovered(int stop);
    void selectWord(const DocumentPosition &at);
    void dragTo(const QPoint &at);
    void stepDrag();
    int scrollerAt(const QPointF &point) const;
    int stepStop(int from, int by) const;
    bool scrollByKey(int key, Qt::KeyboardModifiers modifiers);
    void fillMenu(QMenu *menu, int stop);
    QString toolTipOf(int stop) const;

    std::unique_ptr<DocumentLayout> m_layout;
    DocumentImages *m_images = nullptr;
    DocumentDiagrams *m_diagrams;
    QTimer *m_refineTimer;
    QTimer *m_dragTimer;
    int m_percent = 100;
    int m_readingWidth = usualReadingWidth;
    qreal m_y = 0;       ///< How far it is scrolled; the bar has it in whole px.
    int m_refined = 0;   ///< Leaves before this were laid out once: their heights are right.
    DocumentPosition m_anchor;
    DocumentPosition m_caret;
    std::vector<DocumentHit> m_hits;
    QString m_wanted; ///< What `find` was asked for.
    int m_hit = -1;
    int m_focused = -1;
    int m_hovered = -1;
    int m_hoveredScroller = -1;
    int m_copied = -1;
    int m_currentHeading = -1;
    int m_askedHeading = -1; ///< Gone to, though it may be too far down to be at the top.
    Dragging m_drag;
    QPoint m_pointer;
    bool m_loadingColours = false;
};

} // namespace callboard::ui
