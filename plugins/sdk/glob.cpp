// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/glob.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace callboard::sdk {

namespace {

QString expressionOf(const QString &segment)
{
    QString expression;
    for (const QChar c : segment) {
        if (c == u'*')
            expression += u"[^/]*"_s;
        else if (c == u'?')
            expression += u"[^/]"_s;
        else
            expression += QRegularExpression::escape(QString(c));
    }
    return expression;
}

} // namespace

Glob::Glob(const QString &pattern)
{
    const QStringList segments = pattern.split(u'/');
    QStringList fixed;
    for (qsizetype i = 0; i + 1 < segments.size() && !hasWildcard(segments[i]); ++i)
        fixed.append(segments[i]);
    m_base = fixed.join(u'/');

    QString expression;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        if (segments[i] == "**"_L1)
            expression += last ? u".*"_s : u"(?:[^/]+/)*"_s;
        else
            expression += expressionOf(segments[i]) + (last ? QString() : u"/"_s);
    }
    m_expression.setPattern(QRegularExpression::anchoredPattern(expression));
    m_expression.optimize();
}

bool Glob::matches(const QString &path) const
{
    return m_expression.match(path).hasMatch();
}

bool Glob::hasWildcard(const QString &text)
{
    return text.contains(u'*') || text.contains(u'?');
}

} // namespace callboard::sdk
