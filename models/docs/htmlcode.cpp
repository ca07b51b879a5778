// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmlcode.h"

#include "models/docs/htmllink.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace callboard::docs::html {

using namespace Qt::StringLiterals;
using domain::Block;

namespace {

constexpr int nearby = 256; // Nodes to look at for what a highlighter puts at a block's beginning.
constexpr int mostLines = 1'000'000;

/// Linguist's scopes, as GitHub writes them ("highlight-source-shell"), where the last word is no usual name.
QString githubLanguage(QString scope)
{
    static const QHash<QString, QString> names { { u"js"_s, u"javascript"_s }, { u"ts"_s, u"typescript"_s }, { u"cs"_s, u"csharp"_s },
        { u"html-basic"_s, u"html"_s }, { u"viml"_s, u"vim"_s }, { u"gfm"_s, u"markdown"_s }, { u"md"_s, u"markdown"_s },
        { u"json-comments"_s, u"json"_s }, { u"c++"_s, u"cpp"_s }, { u"batchfile"_s, u"bat"_s } };
    scope = scope.section(u'-', 1);
    return names.value(scope, scope);
}

QString languageOf(const GumboNode &node)
{
    for (const QByteArray &name : classes(node)) {
        const QString text = QString::fromUtf8(name);
        for (const auto prefix : { "language-"_L1, "lang-"_L1 }) {
            if (text.startsWith(prefix))
                return text.sliced(prefix.size());
        }
        if (text.startsWith("highlight-source-"_L1) || text.startsWith("highlight-text-"_L1))
            return githubLanguage(text.sliced(10));
        if (text == "mermaid"_L1 || text == "plantuml"_L1)
            return text;
    }
    return {};
}

QString tidy(QString language)
{
    language = language.toLower();
    return language == "puml"_L1 || language == "uml"_L1 ? u"plantuml"_s : language;
}

bool isLineNumber(const GumboNode &node)
{
    return is(node, GUMBO_TAG_SPAN) && (hasClass(node, "linenos") || hasClass(node, "lineno"));
}

int numberIn(const QString &text)
{
    const int number = text.trimmed().section(u'\n', 0, 0).trimmed().toInt();
    return number > 0 && number <= mostLines ? number : 0;
}

int lineNumberOf(const GumboNode &node)
{
    const int told = numberIn(text(node, "data-linenos"));
    return told ? told : numberIn(rawText(node));
}

/// Walks the spans of a highlighter without recursion.
class CodeText final {
public:
    explicit CodeText(Block &code)
        : m_code(code)
    {
    }
    void run(const GumboNode &pre)
    {
        m_open.push_back({ &pre, false });
        while (!m_open.empty()) {
            const auto [node, leaving] = m_open.back();
            m_open.pop_back();
            if (leaving)
                markTo();
            else
                visit(*node);
        }
        while (m_code.text.endsWith(u'\n'))
            m_code.text.chop(1);
    }

private:
    struct Step {
        const GumboNode *node;
        bool leaving; ///< A marked stretch ends here.
    };
    void visit(const GumboNode &node)
    {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            const QString text = QString::fromUtf8(node.v.text.text);
            m_line += int(text.count(u'\n'));
            m_code.text += text;
            return;
        }
        if (is(node, GUMBO_TAG_BR)) {
            ++m_line;
            m_code.text += u'\n';
            return;
        }
        if (isLineNumber(node)) {
            if (!m_code.firstLine)
                m_code.firstLine = lineNumberOf(node);
            return;
        }
        static constexpr std::array silent { GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_SVG, GUMBO_TAG_BUTTON, GUMBO_TAG_TEMPLATE };
        if (std::ranges::any_of(silent, [&](GumboTag tag) { return is(node, tag); }))
            return;
        if (hasClass(node, "hll") && !m_markFrom) {
            m_markFrom = m_line;
            m_open.push_back({ &node, true });
        }
        const auto below = children(node);
        for (auto child = below.rbegin(); child != below.rend(); ++child)
            m_open.push_back({ *child, false });
    }
    void markTo()
    {
        const int last = m_code.text.endsWith(u'\n') ? m_line - 1 : m_line;
        for (int line = m_markFrom; line <= last; ++line)
            m_code.marked.append(line);
        m_markFrom = 0;
    }

    Block &m_code;
    std::vector<Step> m_open;
    int m_line = 1;
    int m_markFrom = 0;
};

const GumboNode *codeTable(const GumboNode &box)
{
    if (is(box, GUMBO_TAG_TABLE))
        return &box;
    return firstChild(box, GUMBO_TAG_TABLE);
}

bool isHighlightBox(const GumboNode &node)
{
    if (is(node, GUMBO_TAG_TABLE))
        return hasClass(node, "highlighttable") || hasClass(node, "codehilitetable");
    return (is(node, GUMBO_TAG_DIV) || is(node, GUMBO_TAG_FIGURE))
        && (hasClass(node, "highlight") || hasClass(node, "codehilite") || hasClass(node, "sourceCode"));
}

bool isFilename(const GumboNode &node)
{
    return is(node, GUMBO_TAG_SPAN) && hasClass(node, "filename");
}

/// What a table of line numbers and code holds.
struct CodeCells {
    const GumboNode *title = nullptr;
    const GumboNode *numbers = nullptr;
    const GumboNode *code = nullptr;
};

void lookAtRow(const GumboNode &row, CodeCells &cells)
{
    for (const GumboNode *cell : children(row)) {
        if (hasClass(*cell, "linenos"))
            cells.numbers = cell;
        else if (hasClass(*cell, "code"))
            cells.code = cell;
        else if (hasClass(*cell, "filename"))
            cells.title = cell;
    }
}

CodeCells cellsOf(const GumboNode &table)
{
    CodeCells cells;
    for (const GumboNode *part : children(table)) {
        for (const GumboNode *row : children(*part)) {
            if (is(*row, GUMBO_TAG_TR))
                lookAtRow(*row, cells);
        }
    }
    return cells;
}

const GumboNode *preIn(const GumboNode &node)
{
    return find(node, [](const GumboNode &below) { return is(below, GUMBO_TAG_PRE); }, nearby);
}

} // namespace

Block codeOf(const GumboNode &pre)
{
    Block code;
    code.kind = Block::Kind::Code;
    CodeText(code).run(pre);
    QString language = languageOf(pre);
    if (language.isEmpty())
        language = text(pre, "lang");
    if (const GumboNode *inner = firstChild(pre, GUMBO_TAG_CODE); inner && language.isEmpty()) {
        language = languageOf(*inner);
        // Python-Markdown's own fences name the language alone.
        if (const auto names = classes(*inner); language.isEmpty() && names.size() == 1)
            language = QString::fromUtf8(names.front());
    }
    code.language = tidy(language);
    code.id = anchorOf(text(pre, "id"));
    return code;
}

std::optional<Block> boxedCode(const GumboNode &box)
{
    if (!isHighlightBox(box))
        return std::nullopt;
    const GumboNode *table = codeTable(box);
    const CodeCells cells = table ? cellsOf(*table) : CodeCells();
    const GumboNode *pre = preIn(cells.code ? *cells.code : box);
    // Not one that only happens to have code somewhere in it.
    if (!pre || (!cells.code && pre->parent != &box && pre->parent->parent != &box))
        return std::nullopt;
    Block code = codeOf(*pre);
    if (code.language.isEmpty())
        code.language = tidy(languageOf(box));
    if (code.language.isEmpty() && table)
        code.language = tidy(languageOf(*table));
    if (cells.numbers)
        code.firstLine = numberIn(rawText(*cells.numbers));
    // As `renderMarkdown` has it.
    if (const int first = numberIn(text(box, "data-linenostart")))
        code.firstLine = first;
    for (const QByteArray &line : attribute(box, "data-hl-lines").toByteArray().left(10'000).split(' ')) {
        if (const int number = numberIn(QString::fromLatin1(line)); number && !code.marked.contains(number))
            code.marked.append(number);
    }
    const GumboNode *title = cells.title ? cells.title : find(box, isFilename, nearby);
    if (title)
        code.title = lineOf(*title);
    if (code.id.isEmpty())
        code.id = anchorOf(text(box, "id"));
    return code;
}

} // namespace callboard::docs::html
