// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <vector>

class QPlainTextEdit;
class QRectF;
class QTextBlock;

namespace callboard::ui {

/// The definitions of some 390 languages: their index is read once, each of them when it is first used. GUI thread.
KSyntaxHighlighting::Repository &codeRepository();
/// The colour of a format from our tokens, instead of a theme file of the library.
QColor codeColour(const KSyntaxHighlighting::Format &format, const Colours &colours);
/// The language that a fence names ("py", "yaml", "c++", "console"); invalid for none, and for what nobody knows.
KSyntaxHighlighting::Definition codeDefinition(const QString &language);

/// Font and colours of a text that is code, by the theme that is in force.
void applyCodeLook(QPlainTextEdit &edit);
/// How high a block's lines are; the last one's rectangle has the margin under the text in it as well.
qreal linesHeight(const QTextBlock &block, const QRectF &blockRect);

/// A coloured stretch of a line.
struct CodeSpan {
    int start = 0;
    int length = 0;
    QColor colour;
};

/// Colours code line by line, in order: what a line means depends on those before it.
class CodeColourer final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    CodeColourer(const KSyntaxHighlighting::Definition &definition, const Colours &colours);
    std::vector<CodeSpan> next(const QString &line);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    const Colours &m_colours;
    KSyntaxHighlighting::State m_state;
    std::vector<CodeSpan> m_spans;
};

} // namespace callboard::ui
