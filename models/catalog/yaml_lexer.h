// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml_text.h"

namespace callboard::catalog::yaml {

class Parser;

/// Cuts a stream into tokens and hands them to a parser, as npm's `yaml` cuts it. Every byte of
/// the text is part of exactly one token.
class Lexer final {
public:
    Lexer(const Text &text, Parser &parser)
        : m_text(text)
        , m_parser(parser)
    {
    }
    void run();

private:
    enum class State { Stream, LineStart, BlockStart, Document, Flow };

    State next(State state);
    State stream();
    State lineStart();
    State blockStart();
    State document();
    State flow();
    State quoted();
    State blockScalar();
    State plain();
    State afterScalar() const { return m_flowLevel > 0 ? State::Flow : State::Document; }

    void directive(qsizetype lineEnd);
    bool endsFlow(qsizetype indent, qsizetype lineEnd) const;
    void blockHeader(qsizetype lineEnd);
    qsizetype blockScalarContentEnd(qsizetype newline, qsizetype indent);
    qsizetype blockScalarTrimmed(qsizetype newline, qsizetype indent) const;
    qsizetype closingQuote(int quote) const;

    int at(qsizetype ahead) const { return m_text.at(m_pos + ahead); }
    bool isAtLineEnd() const;
    bool isDocumentMarker(qsizetype offset) const;
    qsizetype lineEnd();
    qsizetype continueScalar(qsizetype offset) const;

    void emitTo(qsizetype end);
    void emitScalarTo(qsizetype end);
    qsizetype emitSpaces(bool withTabs);
    qsizetype emitNewline();
    void emitIndicators();
    void emitTag();
    void emitName();

    const Text &m_text;
    Parser &m_parser;
    qsizetype m_pos = 0;
    qsizetype m_newline = -2; ///< Offset of the next line feed; -1 is none, -2 not looked for.
    qsizetype m_indent = 0;
    qsizetype m_indentNext = 0; ///< What the lines of the current scalar must be indented by.
    qsizetype m_blockIndent = -1; ///< Of the header of a block scalar, less one.
    bool m_blockKeep = false;
    bool m_flowKey = false; ///< A `:` may follow directly: after a quoted or closed key.
    int m_flowLevel = 0;
};

} // namespace callboard::catalog::yaml
