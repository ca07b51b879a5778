// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/ansi.h"
#include "models/builds/logdocument.h"

#include <QAbstractScrollArea>
#include <QCache>

namespace callboard::ui {
class Theme;
}

namespace callboard::ui::panes {

/// A log, of which only the lines in view are read, parsed and painted. Groups fold; failing lines and places found are marked beside the
/// scroll bar; lines are selected and copied whole.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    builds::LogDocument &document() { return m_document; }
    void setTimes(bool shown);   ///< Seconds since the log's first line, where it tells them.
    bool showsTimes() const { return m_times; }
    void setFollowing(bool following); ///< Stays at the end while it grows.
    bool isFollowing() const { return m_following; }

    quint32 currentLine() const { return m_current; }
    void goToLine(quint32 line); ///< Unfolds what hides it, and brings it into view.
    bool goToFailure(int by);    ///< From the current line on, round the end; false where there is none.
    bool goToHit(int by);
    int hitNumber() const;       ///< Of the current line among the hits, from 1; 0.
    void toggleFold(quint32 line);
    void setAllFolded(bool folded);
    QString selectedText();      ///< Without escapes; some megabytes at most.
    void copy();
    QString lineText(quint32 line);

Q_SIGNALS:
    void currentChanged();
    void followingChanged(bool following);
    void findRequested();
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool event(QEvent *event) override;

private:
    struct Shown {
        builds::AnsiLine line;
        builds::LogLine::Mark mark = builds::LogLine::Mark::None;
        qint64 at = -1;
        bool cut = false;
    };
    const Shown *shown(quint32 line);
    void onIndexed();
    void place();
    void setCurrent(quint32 line, bool extend);
    void moveBy(qint64 rows, bool extend);
    int lineHeight() const;
    int rowsInView() const;
    int gutterWidth() const;
    quint32 lineAt(int y) const;
    // Painting (logpaint.cpp).
    void paintRow(QPainter &painter, const Theme &theme, quint32 line, int y);
    void paintText(QPainter &painter, const Theme &theme, const Shown &shown, const QRect &area, const QString &folded);
    void paintHits(QPainter &painter, const QString &text, const QRect &area, const QFontMetricsF &metrics, const QColor &colour) const;
    void paintMarks(QPainter &painter, const Theme &theme);
    void speak();
    static constexpr int marksWidth = 8, padding = 8, chevron = 14;

    builds::LogDocument m_document;
    QCache<quint32, Shown> m_cache { 2'000 };
    quint32 m_current = 0, m_anchor = 0;
    int m_widest = 0;
    bool m_times = true;
    bool m_following = false;
    bool m_placing = false; ///< Its bars are set to what there is: nobody scrolls.
};

} // namespace callboard::ui::panes
