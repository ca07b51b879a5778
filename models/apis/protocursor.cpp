// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/protocursor.h"

namespace callboard::apis {

using namespace Qt::StringLiterals;

void ProtoCursor::advance()
{
    ++m_tokens;
    m_lexer.advance();
}

void ProtoCursor::fail(const QString &message)
{
    if (!m_failed)
        m_collector.problem(message, m_lexer.place());
    m_failed = true;
}

bool ProtoCursor::take(char symbol)
{
    if (m_failed || !m_lexer.is(symbol))
        return false;
    advance();
    return true;
}

bool ProtoCursor::expect(char symbol)
{
    if (take(symbol))
        return true;
    fail(u"`%1` is missing before %2"_s.arg(QLatin1Char(symbol)).arg(found()));
    return false;
}

bool ProtoCursor::takeWord(QByteArrayView word)
{
    if (m_failed || !m_lexer.isName(word))
        return false;
    advance();
    return true;
}

QString ProtoCursor::found() const
{
    return m_lexer.token() == ProtoToken::End ? u"the end"_s : u"`%1`"_s.arg(QString::fromUtf8(m_lexer.text().first(std::min<qsizetype>(40, m_lexer.text().size()))));
}

QString ProtoCursor::name()
{
    if (m_failed)
        return {};
    if (m_lexer.token() != ProtoToken::Name) {
        fail(u"A name is missing before %1"_s.arg(found()));
        return {};
    }
    const QString text = QString::fromLatin1(m_lexer.text());
    advance();
    return text;
}

QString ProtoCursor::string()
{
    QString text;
    if (!m_failed && m_lexer.token() != ProtoToken::String)
        fail(u"A text in quotes is missing before %1"_s.arg(found()));
    while (!m_failed && m_lexer.token() == ProtoToken::String) {
        text += m_lexer.string();
        advance();
    }
    return text;
}

int ProtoCursor::number()
{
    const bool isNegative = take('-');
    if (!m_failed && m_lexer.token() != ProtoToken::Number)
        fail(u"A number is missing before %1"_s.arg(found()));
    if (m_failed)
        return 0;
    bool good = false;
    const qlonglong value = m_lexer.text().toByteArray().toLongLong(&good, 0); // 0x and 0 as in C
    if (!good || value > 0x80000000LL)
        fail(u"%1 is no number for a field"_s.arg(found()));
    else
        advance();
    return int(isNegative ? -value : value);
}

void ProtoCursor::recover(int level)
{
    int depth = 0;
    while (m_lexer.token() != ProtoToken::End && m_tokens < m_limits.maxNodes) {
        if (m_lexer.is('{')) {
            ++depth;
        } else if (m_lexer.is('}')) {
            if (depth == 0 && level > 0)
                return;
            if (--depth <= 0) {
                advance();
                return;
            }
        } else if (m_lexer.is(';') && depth == 0) {
            advance();
            return;
        }
        advance();
    }
}

} // namespace callboard::apis
