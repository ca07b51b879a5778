// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/protolexer.h"
#include "models/apis/readers.h"

namespace callboard::apis {

/// Goes along the tokens of a file of protobuf. After a mistake nothing is taken until the reader has recovered.
class ProtoCursor {
protected:
    ProtoCursor(QByteArrayView text, const ApiLimits &limits, ApiDefinition &definition)
        : m_lexer(text)
        , m_limits(limits)
        , m_collector(limits, definition)
    {
    }

    void advance();
    void fail(const QString &message); ///< Once until `m_failed` is taken back.
    bool take(char symbol);
    bool expect(char symbol);
    bool takeWord(QByteArrayView word);
    QString found() const; ///< What stands here, for a message.
    QString name();
    QString string();
    int number();
    bool isOver() const { return m_failed || m_lexer.token() == ProtoToken::End || m_tokens >= m_limits.maxNodes; }
    /// Behind the next `;` or block, or before the `}` that closes what this is in.
    void recover(int level);

    ProtoLexer m_lexer;
    const ApiLimits &m_limits;
    Collector m_collector;
    qsizetype m_tokens = 0;
    bool m_failed = false;
};

} // namespace callboard::apis
