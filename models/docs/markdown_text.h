// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <utility>

/// Text as Python sees it: its notions of white space and of words, and its string methods.
namespace callboard::docs::markdown {

inline constexpr QChar stx = u'\u0002';
inline constexpr QChar etx = u'\u0003';

inline bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }
inline bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
inline bool isHexDigit(QChar c) { return isAsciiDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }
inline bool isSpace(QChar c) { return c.isSpace() || (c >= u'\u001c' && c <= u'\u001f'); }
inline bool isWord(QChar c) { return c == u'_' || c.isLetterOrNumber() || c.isSurrogate(); }

QStringView stripped(QStringView text);
QStringView leftStripped(QStringView text);
QStringView rightStripped(QStringView text);
QStringView stripped(QStringView text, QChar of);
QStringView leftStripped(QStringView text, QChar of);
QStringView rightStripped(QStringView text, QChar of);
bool isBlank(QStringView text);
qsizetype countOf(QStringView text, QChar c, qsizetype from = 0);
/// Whether the text begins with so many spaces.
bool indented(QStringView text, qsizetype spaces);
/// White space in it becomes one blank each, none at its ends.
QString folded(QStringView text);
QString expandTabs(QStringView text, int width = 4);
/// Calls for each line, without its end; false ends it.
void eachLine(QStringView text, const std::function<bool(QStringView line, qsizetype at)> &visit);
/// Capital first, the rest small.
QString capitalized(QStringView text);
/// As html.unescape: entities with and without names.
QString htmlUnescaped(QStringView text);
/// Undoes `STX code ETX`, which stands for an escaped character.
QString unescaped(const QString &text);
/// What is left of HTML without its tags, white space folded.
QString stripTags(const QString &html);

} // namespace callboard::docs::markdown
