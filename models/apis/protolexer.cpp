// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/protolexer.h"

#include <QStringList>

namespace callboard::apis {

using namespace Qt::StringLiterals;

ProtoLexer::ProtoLexer(QByteArrayView text) : m_source(text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        m_end = 3;
    advance();
}

QString ProtoLexer::string() const
{
    QByteArray value;
    const QByteArrayView raw = m_source.text().sliced(m_start + 1, std::max<qsizetype>(0, m_end - m_start - 2));
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size())
            ++i; // enough for names of files and paths, which is what strings are read for
        value.append(raw[i]);
    }
    return QString::fromUtf8(value);
}

QString ProtoLexer::comment() const
{
    QStringList lines;
    const QString raw = QString::fromUtf8(m_source.text().sliced(m_commentStart, m_commentEnd - m_commentStart));
    for (QStringView line : QStringView(raw).split(u'\n')) {
        line = line.trimmed();
        for (const QLatin1StringView mark : { "///"_L1, "//"_L1, "/**"_L1, "/*"_L1 }) {
            if (line.startsWith(mark)) {
                line = line.sliced(mark.size());
                break;
            }
        }
        if (line.endsWith("*/"_L1))
            line = line.chopped(2);
        if (line.startsWith(u"* ") || line == u"*")
            line = line.sliced(1);
        lines.append(line.trimmed().toString());
    }
    return lines.join(u'\n').trimmed();
}

void ProtoLexer::skipIgnored()
{
    m_commentStart = m_commentEnd = m_start;
    bool hasComment = false;
    bool isFresh = m_start == 0; // a comment on the line of the token before is that one's
    int lineEnds = 0;
    while (true) {
        const int c = m_source.at(m_start);
        if (c == '\n') {
            ++m_start;
            isFresh = true;
            if (++lineEnds > 1)
                hasComment = false; // an empty line parts comment and token
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
            ++m_start;
        } else if (c == '/' && (m_source.at(m_start + 1) == '/' || m_source.at(m_start + 1) == '*')) {
            const bool isLine = m_source.at(m_start + 1) == '/';
            const qsizetype close = m_source.text().indexOf(isLine ? QByteArrayView("\n") : QByteArrayView("*/"), m_start + 2);
            const qsizetype end = close < 0 ? m_source.text().size() : close + (isLine ? 0 : 2);
            if (isFresh) {
                if (!hasComment)
                    m_commentStart = m_start;
                m_commentEnd = end;
                hasComment = true;
            }
            m_start = end;
            lineEnds = 0;
        } else {
            break;
        }
    }
    if (!hasComment)
        m_commentStart = m_commentEnd = m_start;
}

void ProtoLexer::advance()
{
    m_start = m_end;
    skipIgnored();
    m_end = m_start + 1;
    const int c = m_source.at(m_start);
    if (c < 0) {
        m_token = ProtoToken::End;
        m_end = m_start;
    } else if (Source::isNameStart(c)) {
        // A full name ("google.protobuf.Any") is one token here.
        m_token = ProtoToken::Name;
        while (Source::isNamePart(m_source.at(m_end)) || (m_source.at(m_end) == '.' && Source::isNameStart(m_source.at(m_end + 1))))
            ++m_end;
    } else if (c == '.' && Source::isNameStart(m_source.at(m_start + 1))) {
        m_token = ProtoToken::Name;
        while (Source::isNamePart(m_source.at(m_end)) || (m_source.at(m_end) == '.' && Source::isNameStart(m_source.at(m_end + 1))))
            ++m_end;
    } else if (Source::isDigit(c) || (c == '.' && Source::isDigit(m_source.at(m_start + 1)))) {
        m_token = ProtoToken::Number;
        while (Source::isNamePart(m_source.at(m_end)) || m_source.at(m_end) == '.'
            || ((m_source.at(m_end) == '+' || m_source.at(m_end) == '-') && (m_source.at(m_end - 1) | 0x20) == 'e'))
            ++m_end;
    } else if (c == '"' || c == '\'') {
        lexString(char(c));
    } else {
        m_token = QByteArrayView("{}[]()<>=;,:.-+/").contains(char(c)) ? ProtoToken::Symbol : ProtoToken::Bad;
    }
}

void ProtoLexer::lexString(char quote)
{
    m_token = ProtoToken::String;
    while (m_source.at(m_end) != quote) {
        if (m_source.at(m_end) == '\\')
            ++m_end;
        if (m_source.at(m_end) < 0 || m_source.at(m_end) == '\n') {
            m_token = ProtoToken::Bad;
            m_end = std::min(m_end, m_source.text().size());
            return;
        }
        ++m_end;
    }
    ++m_end;
}

} // namespace callboard::apis
