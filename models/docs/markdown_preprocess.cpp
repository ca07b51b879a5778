// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

// All that snippets may bring into one page: a file that includes two files that include two files grows without end.
constexpr qsizetype mostSnippetText = 8 << 20;
constexpr int deepestSnippet = 20;

/// `--8<--` lines (pymdownx.snippets). What a path may reach is the caller's to say.
class Snippets final {
public:
    explicit Snippets(Engine &engine)
        : m_engine(engine)
    {
    }

    QStringList include(const QStringList &lines, const QString &file, bool isSection, int depth)
    {
        if (!file.isEmpty())
            m_open.insert(file);
        QStringList out;
        bool block = false;
        for (const QString &line : lines) {
            static const QRegularExpression anyRegex = pythonRegex(
                uR"(^(?P<space>[ \t]*)(?P<escape>;*)(?:(?P<inline>-{1,}8<-{1,}[ \t]+)(?P<snippet>(?:"(?:\\"|[^"\n\r])+?"|'(?:\\'|[^'\n\r])+?'))(?![ \t])|(?P<block>-{1,}8<-{1,})(?![ \t]))\r?$)"_s);
            const QRegularExpressionMatch match = line.contains("8<"_L1) ? anyRegex.match(line) : QRegularExpressionMatch();
            if (match.hasMatch() && !match.captured("escape"_L1).isEmpty()) {
                out += QString(line).remove(line.indexOf(u';'), 1);
            } else if (match.hasMatch() && !match.captured("inline"_L1).isEmpty()) {
                const QString quoted = match.captured("snippet"_L1);
                if (!block)
                    append(out, match.captured("space"_L1), stripped(quoted.mid(1, quoted.size() - 2)).toString(), depth);
            } else if (match.hasMatch()) {
                block = !block;
            } else if (block) {
                const QString path = stripped(line).toString();
                if (path.isEmpty())
                    out += QString();
                else
                    append(out, line.left(line.indexOf(path)), path, depth);
            } else if (const std::optional<QString> kept = isSection ? line : withoutMarker(line)) {
                out += *kept;
            }
        }
        m_open.remove(file);
        return out;
    }

private:
    static const QRegularExpression &markerRegex()
    {
        static const QRegularExpression regex = pythonRegex(
            uR"(^(?P<pre>.*?)(?P<escape>;*)(?P<inline>-{1,}8<-{1,}[ \t]+)(?P<section>\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\])(?P<post>.*?)$)"_s,
            true);
        return regex;
    }

    static std::optional<QString> withoutMarker(const QString &line)
    {
        const QRegularExpressionMatch match = line.contains("8<"_L1) ? markerRegex().match(line) : QRegularExpressionMatch();
        if (!match.hasMatch())
            return line;
        const QString escape = match.captured("escape"_L1);
        if (escape.isEmpty())
            return {};
        return match.captured("pre"_L1) + escape.mid(1) + match.captured("inline"_L1) + match.captured("section"_L1)
            + match.captured("post"_L1);
    }

    static QStringList sectionOf(const QStringList &lines, const QString &name)
    {
        QStringList out;
        bool inside = false;
        for (const QString &line : lines) {
            const QRegularExpressionMatch match = line.contains("8<"_L1) ? markerRegex().match(line) : QRegularExpressionMatch();
            if (match.hasMatch() && match.captured("escape"_L1).isEmpty()) {
                const bool starts = match.captured("type"_L1).compare("start"_L1, Qt::CaseInsensitive) == 0;
                if (match.captured("name"_L1) != name)
                    continue;
                if (starts)
                    inside = true;
                else if (inside)
                    break;
                continue;
            }
            if (inside)
                out += line;
        }
        return out;
    }

    /// `path:3:7,12`: lines by number, from 1, from the end where they are below 0.
    static QStringList rangesOf(const QStringList &lines, const QString &ranges)
    {
        QStringList out;
        const qsizetype total = lines.size();
        for (const QString &range : ranges.mid(1).split(u',')) {
            const QStringList ends = range.split(u':');
            qsizetype start = 0;
            qsizetype end = total;
            if (!ends[0].isEmpty())
                start = ends[0].toInt() < 0 ? total + ends[0].toInt() : std::max(0, ends[0].toInt() - 1);
            if (ends.size() > 1 && !ends[1].isEmpty())
                end = ends[1].toInt() < 0 ? total + 1 + ends[1].toInt() : ends[1].toInt();
            out += lines.mid(std::clamp<qsizetype>(start, 0, total), std::max<qsizetype>(0, std::min(end, total) - std::max<qsizetype>(start, 0)));
        }
        return out;
    }

    void append(QStringList &out, const QString &space, const QString &snippet, int depth)
    {
        static const QRegularExpression fileRegex(
            uR"(^(.*?)(?:((?::-?[0-9]*){1,2}(?:(?:,(?=[-0-9:])-?[0-9]*)(?::-?[0-9]*)?)*)|(:[a-zA-Z][-_0-9a-zA-Z]*))?$)"_s);
        const QRegularExpressionMatch match = fileRegex.match(snippet);
        const QString path = stripped(match.captured(1)).toString();
        if (snippet.startsWith(u';') || path.isEmpty() || depth >= deepestSnippet || m_open.contains(path))
            return;
        const std::optional<QString> text = m_engine.options.snippet(path);
        if (!text)
            return;
        m_brought += text->size();
        if (m_brought > mostSnippetText)
            return;
        QStringList lines = QString(*text).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').split(u'\n');
        const QString section = match.captured(3);
        if (!match.captured(2).isEmpty())
            lines = rangesOf(lines, match.captured(2));
        else if (!section.isEmpty())
            lines = sectionOf(lines, section.mid(1));
        const QString indent = expandTabs(space);
        for (const QString &line : include(lines, path, !section.isEmpty(), depth + 1))
            out += indent + line;
    }

    Engine &m_engine;
    QSet<QString> m_open;
    qsizetype m_brought = 0;
};

constexpr QChar soh = u'\u0001';
constexpr QChar eot = u'\u0004';

QString stashCritic(Engine &engine, const QString &html)
{
    engine.critic += html;
    return soh + "czjqqkd:"_L1 + QString::number(engine.critic.size() - 1) + eot;
}

bool isBlockGap(const QString &text)
{
    return text.size() > 1 && text.count(u'\n') == text.size();
}

QString mark(Engine &engine, const QString &tag, const QString &text)
{
    if (isBlockGap(text) && tag != "mark"_L1) {
        const QString html = stashCritic(engine, u"<%1 class=\"critic break\">&nbsp;</%1>"_s.arg(tag));
        return tag == "ins"_L1 ? u"\n\n"_s + html + u"\n\n"_s : html;
    }
    return stashCritic(engine, u"<%1 class=\"critic\">"_s.arg(tag)) + text + stashCritic(engine, u"</%1>"_s.arg(tag));
}

} // namespace

QStringList includeSnippets(Engine &engine, const QStringList &lines, const QJsonObject &config)
{
    if (!engine.options.snippet)
        return lines;
    QStringList all = lines;
    for (const QString &path : config.value("auto_append"_L1).toVariant().toStringList())
        all += QStringList {QString(), QString(), u"-8<-"_s, path, u"-8<-"_s, QString()};
    return Snippets(engine).include(all, {}, false, 0);
}

QString viewCritic(Engine &engine, const QString &text, const QString &mode)
{
    static const QRegularExpression regex = pythonRegex(
        uR"(\{(?:\+{2}(?P<ins>.*?)(?P<a>\+{2})|\-{2}(?P<del>.*?)(?P<b>\-{2})|\={2}(?P<mark>.*?)(?P<c>\={2})|\>{2}(?P<com>.*?)(?P<d>\<{2})|\~{2}(?P<old>.*?)(?P<e>\~\>)(?P<new>.*?)\~{2})\})"_s);
    if (!text.contains(u'{'))
        return text;
    const bool view = mode == "view"_L1;
    const bool accept = mode == "accept"_L1;
    QString out;
    qsizetype at = 0;
    for (auto it = regex.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).sliced(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const auto has = [&match](const char *name) { return match.capturedStart(QLatin1StringView(name)) >= 0; };
        if (has("a"))
            out += view ? mark(engine, u"ins"_s, match.captured("ins"_L1)) : accept ? match.captured("ins"_L1) : QString();
        else if (has("b"))
            out += view ? mark(engine, u"del"_s, match.captured("del"_L1)) : accept ? QString() : match.captured("del"_L1);
        else if (has("c"))
            out += view ? mark(engine, u"mark"_s, match.captured("mark"_L1)) : match.captured("mark"_L1);
        else if (has("d"))
            out += view ? stashCritic(engine, u"<span class=\"critic comment\">"_s + match.captured("com"_L1).toHtmlEscaped().replace(u'\n', u' ') + u"</span>"_s) : QString();
        else if (view)
            out += mark(engine, u"del"_s, match.captured("old"_L1)) + mark(engine, u"ins"_s, match.captured("new"_L1));
        else
            out += match.captured(accept ? "new"_L1 : "old"_L1);
    }
    return out + QStringView(text).sliced(at);
}

QString restoreCritic(Engine &engine, const QString &text)
{
    static const QRegularExpression regex(u"\x02" u"czjqqkd:([0-9]+)\x03"_s);
    if (engine.critic.isEmpty())
        return text;
    QString out;
    qsizetype at = 0;
    for (auto it = regex.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).sliced(at, match.capturedStart() - at);
        out += engine.critic.value(match.captured(1).toLongLong());
        at = match.capturedEnd();
    }
    return out + QStringView(text).sliced(at);
}

} // namespace callboard::docs::markdown
