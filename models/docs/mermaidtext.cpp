// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mermaidtext.h"

#include "models/docs/markdown_text.h"

#include <QRegularExpression>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace mermaid {

namespace {

constexpr qsizetype longestSource = 64 * 1024;
// What entities become until a text is shown (private use, U+F100 and U+F101 as brackets).
constexpr QChar entityOpen(0xF100);
constexpr QChar entityClose(0xF101);

/// `#name;` and `#35;`, as https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters has them.
QString withEntitiesAside(QString text)
{
    static const QRegularExpression entity(u"#(\\w{1,32});"_s);
    text.remove(entityOpen).remove(entityClose);
    return text.replace(entity, entityOpen + u"\\1"_s + entityClose);
}

QString entityText(const QString &name)
{
    bool isNumber = false;
    const uint code = name.toUInt(&isNumber);
    if (isNumber)
        return code >= 0x20 && code <= 0x10FFFF && !QChar::isSurrogate(code) ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
    if (name == "nbsp"_L1)
        return u" "_s;
    return markdown::htmlUnescaped(QString(u'&' + name + u';'));
}

QString withoutFrontMatter(const QString &text, QString &title)
{
    static const QRegularExpression front(u"^\\s*---[ \\t]*\\n(.*?)\\n[ \\t]*---[ \\t]*(?:\\n|$)"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression titleLine(u"^[ \\t]*title[ \\t]*:[ \\t]*(.+)$"_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = front.match(text);
    if (!match.hasMatch())
        return text;
    title = titleLine.match(match.captured(1)).captured(1);
    // Lines keep their numbers.
    return QString(match.captured(0).count(u'\n'), u'\n') + text.sliced(match.capturedEnd());
}

/// Looks and settings, which may be several lines.
QString withoutDirectives(QString text)
{
    for (qsizetype at = text.indexOf("%%{"_L1); at >= 0; at = text.indexOf("%%{"_L1, at)) {
        const qsizetype close = text.indexOf("}%%"_L1, at);
        const qsizetype length = close < 0 ? text.size() - at : close + 3 - at;
        text.replace(at, length, QString(QStringView(text).sliced(at, length).count(u'\n'), u'\n'));
    }
    return text;
}

bool isPassedOver(QStringView line)
{
    return line.startsWith("%%"_L1) || line.startsWith("accTitle"_L1) || line.startsWith("accDescr"_L1);
}

} // namespace

domain::Error problem(int line, const QString &message)
{
    return {domain::ErrorCode::Invalid, u"line %1: %2"_s.arg(line).arg(message), 0, std::nullopt, {}};
}

domain::Result<Source> split(QStringView text)
{
    if (text.size() > longestSource)
        return domain::fail(domain::ErrorCode::Invalid, u"more than 64 KiB"_s);
    Source source;
    QString all = withoutFrontMatter(QString(text).replace("\r\n"_L1, "\n"_L1), source.title);
    all = withEntitiesAside(withoutDirectives(all));
    int number = 0;
    bool inDescription = false;
    for (const QStringView whole : QStringView(all).split(u'\n')) {
        ++number;
        const QStringView line = whole.trimmed();
        if (inDescription || isPassedOver(line)) {
            inDescription = (inDescription || (line.startsWith("accDescr"_L1) && line.contains(u'{'))) && !line.contains(u'}');
            continue;
        }
        if (line.isEmpty())
            continue;
        if (!source.keyword.isEmpty()) {
            source.lines.push_back({number, line.toString()});
            continue;
        }
        qsizetype end = 0;
        while (end < line.size() && !line[end].isSpace() && line[end] != u';')
            ++end;
        source.keyword = line.first(end).toString();
        source.rest = line.sliced(end).trimmed().toString();
    }
    return source;
}

QString shown(QStringView text)
{
    static const QRegularExpression lineBreak(u"\\s*<br\\s*/?>\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"</?[a-zA-Z][^<>]*>"_s);
    static const QRegularExpression icon(u"\\bfa[bklrsd]?:fa-[\\w-]+\\s*"_s);
    static const QRegularExpression strong(u"(\\*\\*|__)(?=\\S)(.+?)\\1"_s);
    static const QRegularExpression emphasis(u"(?<![\\w*])([*_])(?=\\S)([^*_]+)\\1(?![\\w*])"_s);
    QStringView inner = text.trimmed();
    bool isMarkdown = false;
    if (inner.size() >= 2 && inner.startsWith(u'"') && inner.endsWith(u'"')) {
        inner = inner.sliced(1).chopped(1);
        isMarkdown = inner.size() >= 2 && inner.startsWith(u'`') && inner.endsWith(u'`');
        if (isMarkdown)
            inner = inner.sliced(1).chopped(1);
    }
    QString out = inner.trimmed().toString();
    out.replace(lineBreak, u"\n"_s).replace("\\n"_L1, "\n"_L1);
    out.remove(tag).remove(icon);
    if (isMarkdown)
        out.replace(strong, u"\\2"_s).replace(emphasis, u"\\2"_s);
    out = markdown::htmlUnescaped(out);
    for (qsizetype at = out.indexOf(entityOpen); at >= 0; at = out.indexOf(entityOpen, at)) {
        const qsizetype close = out.indexOf(entityClose, at);
        const QString character = close < 0 ? QString() : entityText(out.sliced(at + 1, close - at - 1));
        out.replace(at, (close < 0 ? out.size() : close + 1) - at, character);
        at += character.size();
    }
    QStringList lines = out.split(u'\n');
    for (QString &line : lines)
        line = line.simplified();
    return lines.join(u'\n').trimmed();
}

} // namespace mermaid

domain::Result<Mermaid> readMermaid(QStringView text)
{
    domain::Result<mermaid::Source> source = mermaid::split(text);
    if (!source)
        return std::unexpected(source.error());
    if (source->keyword == "graph"_L1 || source->keyword.startsWith("flowchart"_L1))
        return mermaid::readFlowchart(*source);
    if (source->keyword == "sequenceDiagram"_L1)
        return mermaid::readSequence(*source);
    return domain::fail(domain::ErrorCode::Unsupported, source->keyword.left(40));
}

} // namespace callboard::docs
