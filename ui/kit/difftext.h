// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/linediff.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace callboard::ui {

struct Colours;

/// One side of a comparison, or both in one: lines on their colours, words that differ stronger, line numbers. Each line
/// begins with its sign, so that what is copied or read aloud says as much as what is seen.
class DiffText final : public QPlainTextEdit {
    Q_OBJECT
public:
    struct Row {
        enum class Kind { Same, Removed, Added, Filler };
        Kind kind = Kind::Same;
        int before = -1; ///< Line numbers, from 0; -1 for none.
        int after = -1;
        QString text;
        std::vector<domain::TextSpan> marks;
    };
    enum class Numbers { Before, After, Both };

    explicit DiffText(QWidget *parent = nullptr);
    void setRows(std::vector<Row> rows, Numbers numbers);
    /// Brings a row into view and shows that it is meant.
    void goToRow(int row, int count);
    int firstVisibleLine() const { return firstVisibleBlock().blockNumber(); }

Q_SIGNALS:
    void stepRequested(int by); ///< F8 and Shift+F8.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    friend class DiffNumbers;
    void applyTheme();
    int numbersWidth() const;
    void paintNumbers(QPaintEvent *event);
    void paintRow(QPainter &painter, const QTextBlock &block, const QRectF &area) const;
    /// Calls `visit` for each row in view with its place in the viewport.
    template<typename Visit>
    void forEachVisible(int bottom, Visit visit) const;

    QWidget *m_numbers;
    std::vector<Row> m_rows;
    Numbers m_which = Numbers::Both;
    int m_digits = 1;
    int m_current = -1; ///< First row of the change gone to.
    int m_currentCount = 0;
};

} // namespace callboard::ui
