// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/source.h"

namespace callboard::apis {

enum class GraphQlToken { End, Punctuator, Name, Number, String, BlockString, Bad };

/// The tokens of GraphQL, October 2021, section 2.1: one is looked at, the next is read by `advance`.
class GraphQlLexer final {
public:
    explicit GraphQlLexer(QByteArrayView text);

    GraphQlToken token() const { return m_token; }
    QByteArrayView text() const { return m_source.text().sliced(m_start, m_end - m_start); }
    bool is(char punctuator) const { return m_token == GraphQlToken::Punctuator && m_end - m_start == 1 && m_source.text()[m_start] == punctuator; }
    bool isName(QByteArrayView name) const { return m_token == GraphQlToken::Name && text() == name; }
    bool isString() const { return m_token == GraphQlToken::String || m_token == GraphQlToken::BlockString; }
    /// What a string means: escapes undone, the common indentation of a block taken away.
    QString string() const;
    qsizetype start() const { return m_start; }
    qsizetype end() const { return m_end; }
    qsizetype previousEnd() const { return m_previousEnd; }
    Place place() { return m_source.place(m_start); }
    QByteArrayView slice(qsizetype from, qsizetype to) const { return m_source.text().sliced(from, to - from); }
    /// Whether only blanks stand before the token on its line.
    bool isAtLineStart() const;
    void advance();

private:
    void skipIgnored();
    void lexString();

    Source m_source;
    GraphQlToken m_token = GraphQlToken::End;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qsizetype m_previousEnd = 0;
};

} // namespace callboard::apis
