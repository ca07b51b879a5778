// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/source.h"

namespace callboard::apis {

enum class ProtoToken { End, Name, Number, String, Symbol, Bad };

/// The tokens of protobuf's language (https://protobuf.dev/reference/protobuf/edition-2023-spec/#lexical_elements), with the
/// comment that stands before each.
class ProtoLexer final {
public:
    explicit ProtoLexer(QByteArrayView text);

    ProtoToken token() const { return m_token; }
    QByteArrayView text() const { return m_source.text().sliced(m_start, m_end - m_start); }
    bool is(char symbol) const { return m_token == ProtoToken::Symbol && m_source.text()[m_start] == symbol; }
    bool isName(QByteArrayView name) const { return m_token == ProtoToken::Name && text() == name; }
    /// What a string means; those that follow are joined when the reader takes them.
    QString string() const;
    Place place() { return m_source.place(m_start); }
    qsizetype start() const { return m_start; }
    /// The comment that ends on the line above the token; empty for none.
    QString comment() const;
    void advance();

private:
    void skipIgnored();
    void lexString(char quote);

    Source m_source;
    ProtoToken m_token = ProtoToken::End;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qsizetype m_commentStart = 0; ///< Of the last block of comments before the token.
    qsizetype m_commentEnd = 0;
};

} // namespace callboard::apis
