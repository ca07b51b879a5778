// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

#include <QJsonArray>

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// The lines that `hl_lines` names, from 1: "2 4-5". As there, numbers beyond the code end one behind it.
QSet<int> namedLines(const QString &names, int count)
{
    QSet<int> lines;
    for (const QString &entry : names.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const int first = std::clamp(entry.section(u'-', 0, 0).toInt(), 0, count + 1);
        const int last = std::clamp(entry.section(u'-', -1).toInt(), 0, count + 1);
        for (int line = std::max(first, 1); line <= last; ++line)
            lines.insert(line);
    }
    return lines;
}

QString codeLines(const QString &text, const CodeLook &look)
{
    // As Pygments writes them within a line: the number in an attribute, lines to set off in a span.
    QString html = look.firstLine > 0 ? u"<span class=\"linenos\" data-linenos=\"%1 \"></span>"_s.arg(look.firstLine) : QString();
    if (look.lines.isEmpty())
        return html + codeEscape(text) + u'\n';
    const QStringList lines = text.split(u'\n');
    const QSet<int> marked = namedLines(look.lines, int(lines.size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isMarked = marked.contains(int(i) + 1);
        html += (isMarked ? u"<span class=\"hll\">"_s : QString()) + codeEscape(lines[i]) + u'\n' + (isMarked ? u"</span>"_s : QString());
    }
    return html;
}

} // namespace

QString codeHtml(const Engine &engine, QStringView code, const CodeLook &look)
{
    // Pygments takes empty lines off at both ends.
    const bool isPygments = engine.highlight.usePygments && !look.isPlain;
    const QString text = (isPygments ? stripped(code, u'\n') : rightStripped(code, u'\n')).toString();
    QStringList classes = look.classes;
    if (!look.language.isEmpty())
        classes.prepend(engine.highlight.languagePrefix + look.language);
    classes += u"highlight"_s;
    QString html = u"<div class=\""_s;
    escapeAttribute(classes.join(u' '), html);
    html += u'"';
    if (!look.id.isEmpty()) {
        html += " id=\""_L1;
        escapeAttribute(look.id, html);
        html += u'"';
    }
    html += u'>';
    // As Pygments writes it: what looks like a tag in a title is one.
    if (!look.title.isEmpty())
        html += "<span class=\"filename\">"_L1 + look.title + "</span>"_L1;
    html += "<pre><code>"_L1 + codeLines(text, look) + "</code></pre></div>"_L1;
    return html;
}

namespace {

constexpr bool isPrefix(QChar c)
{
    return c == u'>' || c == u' ';
}

/// Fences of pymdownx.superfences, which may stand in lists and quotes. They are found before blocks are, by their indentation alone.
class SuperFences final {
public:
    SuperFences(Engine &engine, const QJsonObject &config)
        : m_engine(engine)
    {
        for (const QJsonValue &custom : config.value("custom_fences"_L1).toArray()) {
            if (custom["name"_L1].isString())
                m_custom.insert(custom["name"_L1].toString(), custom.toObject());
        }
    }

    QStringList extract(const QStringList &lines)
    {
        QStringList out;
        for (m_line = 0; m_line < lines.size(); ++m_line) {
            const qsizetype opened = m_line;
            if (!open(lines[m_line]) || !readTo(lines)) {
                // What was no fence after all; its lines stay, and none of them begins another one before the line that ended it.
                const qsizetype last = m_endedAt < 0 ? opened : m_endedAt;
                for (qsizetype i = opened; i <= last; ++i)
                    out += lines[i];
                m_line = last;
                continue;
            }
            out += m_indent + store();
        }
        return out;
    }

private:
    bool open(const QString &line)
    {
        m_endedAt = -1;
        qsizetype prefix = 0;
        while (prefix < line.size() && isPrefix(line[prefix]))
            ++prefix;
        if (prefix + 3 > line.size() || (line[prefix] != u'`' && line[prefix] != u'~'))
            return false;
        static const QRegularExpression regex = pythonRegex(
            uR"((?P<fence>~{3,}|`{3,})(?:[ \t]*\.?(?P<lang>[\w#.+-]+)(?=[\t ]|$))?(?:[ \t]*(\{(?P<attrs>[^\n]*)\})|(?P<options>(?:(?:[ \t]*[a-zA-Z][a-zA-Z0-9_]*(?:=(?P<quot>"|').*?(?P=quot))?)(?=[\t ]|$))+))?[ \t]*$)"_s);
        const QRegularExpressionMatch match
            = regex.match(line, prefix, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return false;
        m_indent = line.first(prefix);
        m_first = line.mid(prefix, match.capturedLength());
        m_fence = match.captured("fence"_L1);
        m_quotes = m_indent.count(u'>');
        m_look = {};
        m_look.language = match.captured("lang"_L1);
        m_attributes.clear();
        const bool braces = !match.captured("attrs"_L1).isEmpty();
        return braces ? readAttributes(match.captured("attrs"_L1)) : readOptions(match.captured("options"_L1));
    }

    bool readAttributes(const QString &text)
    {
        std::vector<std::pair<QString, QString>> values;
        for (const auto &[name, value] : readAttributeList(text).attributes) {
            if (name == "id"_L1)
                m_look.id = value;
            else if (name == "."_L1)
                m_look.classes += value;
            else
                values.emplace_back(name, value);
        }
        if (m_look.language.isEmpty() && !m_look.classes.isEmpty())
            m_look.language = m_look.classes.takeFirst();
        take(values);
        return true;
    }

    bool readOptions(const QString &text)
    {
        static const QRegularExpression regex(uR"re(([a-zA-Z][a-zA-Z0-9_]*)(?:=(?:"(.*?)"|'(.*?)'))?)re"_s);
        std::vector<std::pair<QString, QString>> values;
        for (auto it = regex.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const bool hasValue = match.captured(0).contains(u'=');
            const QString value = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
            std::erase_if(values, [&](const auto &known) { return known.first == match.captured(1); });
            values.emplace_back(match.captured(1), hasValue ? value : match.captured(1));
        }
        // An option that nobody knows: this is no fence.
        return take(values);
    }

    bool take(const std::vector<std::pair<QString, QString>> &values)
    {
        static const QRegularExpression linesRegex(uR"(^\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*$)"_s);
        static const QRegularExpression numbersRegex(uR"(^(\d+))"_s);
        const bool plain = m_engine.highlight.usePygments && !m_custom.contains(m_look.language);
        bool all = true;
        for (const auto &[name, value] : values) {
            if (plain && name == "hl_lines"_L1 && linesRegex.match(value).hasMatch()) {
                m_look.lines = value;
            } else if (plain && name == "linenums"_L1 && numbersRegex.match(value).hasMatch()) {
                m_numbers = std::clamp(numbersRegex.match(value).captured(1).toInt(), 0, 1'000'000);
                m_hasNumbers = true;
            } else if (plain && name == "title"_L1) {
                m_look.title = stripped(value).toString();
            } else {
                m_attributes.emplace_back(name, value);
                all = false;
            }
        }
        return all;
    }

    /// Reads to the end of the fence; false when it has none, and `m_endedAt` is the line that showed it.
    bool readTo(const QStringList &lines)
    {
        m_code.clear();
        qsizetype blank = 0;
        for (qsizetype i = m_line + 1; i < lines.size(); ++i) {
            const QString &line = lines[i];
            qsizetype prefix = 0;
            while (prefix < line.size() && prefix < m_indent.size() && isPrefix(line[prefix]))
                ++prefix;
            const QStringView content = QStringView(line).sliced(prefix);
            const qsizetype quotes = line.first(prefix).count(u'>');
            const Step step = m_quotes > 0 ? quoted(content, prefix, quotes, blank)
                : quotes > 0               ? Step::No
                                           : unquoted(line, content, prefix);
            if (step == Step::No) {
                m_endedAt = i;
                reset();
                return false;
            }
            if (step == Step::End) {
                m_last = line;
                m_line = i;
                return true;
            }
            blank = step == Step::Blank ? blank + 1 : 0;
            m_code += line;
        }
        // Without an end it takes all of the rest along, in which there is no other fence then.
        m_endedAt = lines.size() - 1;
        reset();
        return false;
    }

    enum class Step { Line, Blank, End, No };
    bool isEnd(QStringView content) const { return content.startsWith(m_fence) && isBlank(content.sliced(m_fence.size())); }

    Step unquoted(const QString &line, QStringView content, qsizetype prefix) const
    {
        if (isBlank(line))
            return Step::Blank;
        if (prefix != m_indent.size() && !content.isEmpty())
            return Step::No;
        return isEnd(content) ? Step::End : Step::Line;
    }

    Step quoted(QStringView content, qsizetype prefix, qsizetype quotes, qsizetype blank) const
    {
        if (quotes > m_quotes)
            return Step::No;
        if (content.isEmpty())
            return Step::Blank;
        if (prefix < m_indent.size() || (blank > 0 && quotes < m_quotes))
            return Step::No;
        return isEnd(content) ? Step::End : Step::Line;
    }

    void reset()
    {
        m_hasNumbers = false;
        m_numbers = 0;
    }

    QString store()
    {
        QStringList code;
        for (const QString &line : std::as_const(m_code))
            code += line.mid(m_indent.size());
        const HighlightOptions &highlight = m_engine.highlight;
        const bool numbered = highlight.linenums ? !(m_hasNumbers && m_numbers == 0)
                                                 : (!highlight.linenumsOff && m_hasNumbers && m_numbers > 0);
        m_look.firstLine = numbered ? std::max(m_numbers, 1) : 0;
        reset();
        if (m_look.language.isEmpty())
            m_look.language = highlight.defaultLanguage;
        const QString placeholder = m_engine.stash(html(code.join(u'\n')));
        const QString source = m_indent + m_first + u'\n' + (m_code.isEmpty() ? QString() : m_code.join(u'\n')) + u'\n' + m_last;
        m_engine.fences.insert(placeholder, {source, m_indent.size()});
        return placeholder;
    }

    QString html(const QString &code) const
    {
        const QJsonObject custom = m_custom.value(m_look.language);
        const QString format = custom.value("format"_L1).toString();
        const QString name = custom.value("class"_L1).toString();
        if (format.contains("div"_L1) && name != "mermaid"_L1)
            return u"<div class=\""_s + name.toHtmlEscaped() + "\">"_L1 + codeEscape(code) + "</div>"_L1;
        if (format.contains("arithmatex"_L1) || format.contains("math"_L1))
            return u"<div class=\"arithmatex\">\\[\n"_s + codeEscape(code) + "\n\\]</div>"_L1;
        return codeHtml(m_engine, code, m_look);
    }

    Engine &m_engine;
    QHash<QString, QJsonObject> m_custom;
    qsizetype m_line = 0;
    qsizetype m_endedAt = -1;
    QString m_indent;
    QString m_first;
    QString m_last;
    QString m_fence;
    qsizetype m_quotes = 0;
    CodeLook m_look;
    int m_numbers = 0;
    bool m_hasNumbers = false;
    std::vector<std::pair<QString, QString>> m_attributes;
    QStringList m_code;
};

/// Whether a line is a fence and nothing else: then it may close one.
QString closerOf(QStringView line)
{
    if (!line.startsWith(u"```") && !line.startsWith(u"~~~"))
        return {};
    const qsizetype length = countOf(line, line[0]);
    return isBlank(line.sliced(length)) ? line.first(length).toString() : QString();
}

} // namespace

QStringList extractFences(Engine &engine, const QStringList &lines, const QJsonObject &config)
{
    return SuperFences(engine, config).extract(lines);
}

QStringList extractFencedCode(Engine &engine, const QStringList &lines, bool)
{
    static const QRegularExpression regex = pythonRegex(
        uR"(^(~{3,}|`{3,})[ ]*((\{(?P<attrs>[^\n]*)\})|(\.?(?P<lang>[\w#.+-]*)[ ]*)?(hl_lines=(?P<quot>"|')(?P<lines>.*?)(?P=quot)[ ]*)?)$)"_s);
    QHash<QString, std::vector<qsizetype>> closers;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const QString closer = closerOf(lines[i]); !closer.isEmpty())
            closers[closer].push_back(i);
    }
    QStringList out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        const bool fence = line.startsWith("```"_L1) || line.startsWith("~~~"_L1);
        const QRegularExpressionMatch match = fence ? regex.match(line) : QRegularExpressionMatch();
        const auto known = match.hasMatch() ? closers.constFind(match.captured(1)) : closers.constEnd();
        const auto close = known == closers.constEnd() ? std::vector<qsizetype>::const_iterator()
                                                       : std::ranges::upper_bound(*known, i);
        CodeLook look;
        look.language = match.captured("lang"_L1);
        look.lines = match.captured("lines"_L1);
        look.isPlain = !engine.loaded.contains(u"codehilite"_s);
        bool okay = known != closers.constEnd() && close != known->end();
        if (okay && !match.captured("attrs"_L1).isEmpty()) {
            const AttributeList list = readAttributeList(match.captured("attrs"_L1));
            okay = list.remainder.isEmpty();
            for (const auto &[name, value] : list.attributes) {
                if (name == "id"_L1)
                    look.id = value;
                else if (name == "."_L1)
                    look.classes += value;
                else if (name == "hl_lines"_L1)
                    look.lines = value;
            }
            if (!look.classes.isEmpty())
                look.language = look.classes.takeFirst();
        }
        if (!okay) {
            out += line;
            continue;
        }
        out += QString();
        out += engine.stash(codeHtml(engine, lines.mid(i + 1, *close - i - 1).join(u'\n'), look));
        out += QString();
        i = *close;
    }
    return out;
}

void highlightIndented(Engine &engine, Element *root)
{
    static const QRegularExpression header(
        uR"(^(?:::+|(#!))((?:/\w+)*[/ ])?([\w#.+-]*)\s*(?:hl_lines=("|')(.*?)\4)?\s*$)"_s);
    for (Element *element : walk(root)) {
        if (!element->is("pre"_L1) || element->children.size() != 1 || !isCode(element))
            continue;
        QString code = element->children[0]->text;
        code.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&amp;"_L1, "&"_L1);
        CodeLook look;
        look.language = engine.highlight.defaultLanguage;
        look.firstLine = engine.highlight.linenums ? 1 : 0;
        if (engine.loaded.contains(u"codehilite"_s) && !engine.loaded.contains(u"highlight"_s)) {
            // A first line ":::python" names the language; so does "#!/usr/bin/python", which stays.
            code = stripped(code, u'\n').toString();
            const QRegularExpressionMatch match = header.match(lineAt(code, 0).toString());
            if (match.hasMatch()) {
                look.language = match.captured(3).toLower();
                look.lines = match.captured(5);
                if (match.captured(2).isEmpty())
                    code = code.section(u'\n', 1);
            }
        }
        element->setText(engine.stash(codeHtml(engine, code, look)));
        element->children.clear();
        element->attributes.clear();
        element->tag = u"p"_s;
    }
}

} // namespace callboard::docs::markdown
