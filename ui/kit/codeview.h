// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QPlainTextEdit>

namespace callboard::ui {

class CodeHighlighter;

/// Source text to read: coloured from the `syntax` tokens, line numbers, problems underlined where they are.
class CodeView final : public QPlainTextEdit {
    Q_OBJECT
public:
    struct Mark {
        int line = 1;   ///< In the text shown, from 1.
        int column = 0; ///< From 1; 0 marks the whole line.
        int length = 0; ///< 0: to the end of the word or line.
        domain::Severity severity = domain::Severity::Error;
        QString text;   ///< Tool tip.
    };

    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// `fileName` picks the language ("catalog-info.yaml"); `firstLine` is the number the first line bears.
    void setSource(const QString &text, const QString &fileName, int firstLine = 1);
    /// More of the same text, at its end: a long one is put in piece by piece, which keeps the window alive.
    void appendSource(const QString &text);
    void setMarks(const std::vector<Mark> &marks);
    void goToLine(int line); ///< By the number it bears; centred, and marked.
    int lineNumberWidth() const;
    void paintLineNumbers(QPaintEvent *event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyTheme();
    void updateSelections();
    QString markAt(const QPoint &position) const;

    QWidget *m_numbers;
    std::unique_ptr<CodeHighlighter> m_highlighter;
    std::vector<Mark> m_marks;
    int m_firstLine = 1;
    int m_shownLine = 0;
};

} // namespace callboard::ui
