// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"

#include <QAbstractButton>
#include <QToolBar>

namespace callboard::ui {

/// One part of a segmented control.
struct Segment {
    QString text;
    QString iconName;
    bool pin = false;     ///< A pin before the text, filled when this part is on.
    bool chevron = false;
    int minimumWidth = 0;
};

/// A row of choices of which one is on, as one control. Left and right move between them.
class SegmentedControl final : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(const QString &name, QWidget *parent = nullptr);
    void setSegments(const QList<Segment> &segments);
    void setSegmentText(int index, const QString &text);
    void setSegmentVisible(int index, bool visible);
    int current() const { return m_current; }
    void setCurrent(int index);
    QRect segmentRect(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pressed(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<QRect> rects() const;
    int segmentAt(const QPoint &point) const;
    int segmentWidth(qsizetype index) const;
    int measure(const Segment &segment) const;
    void forgetWidths();
    void paintSegment(QPainter *painter, int index, const QRect &rect) const;
    void move(int by);

    QList<Segment> m_segments;
    QList<bool> m_visible;
    mutable QList<int> m_widths; ///< Of the segments, measured once; 0 until somebody asks.
    int m_current = -1;
    int m_hovered = -1;
};

/// What looks like a search field and opens the palette.
class SearchButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit SearchButton(QWidget *parent = nullptr);
    void setShortcutText(const QStringList &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_keys;
};

/// The bar over the board: back and forward, the focus, the way to anything, what concerns the whole window.
class HeaderBar final : public QToolBar {
    Q_OBJECT
public:
    HeaderBar(PaneContext context, QWidget *parent = nullptr);
    void setWorkspaceMenu(QMenu *menu); ///< Behind the workspace's name; borrowed.

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void centreSearch();
    void showFocus(const FocusTarget &target);
    void showEntityMenu();
    void build();
    QWidget *spacer();
    QToolButton *button(const QString &commandId, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

    PaneContext m_context;
    SegmentedControl *m_switch;
    SearchButton *m_search;
    QToolButton *m_workspace = nullptr;
    QAction *m_workspaceAction = nullptr; ///< A tool bar shows and hides what is in it through its action.
    QWidget *m_before = nullptr; ///< The space before the search field.
    QString m_lastEntity;
};

} // namespace callboard::ui
