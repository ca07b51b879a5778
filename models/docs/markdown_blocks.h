// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown_engine.h"

namespace callboard::docs::markdown {

/// The first line of a block that is of some kind. What was found is remembered for the rest of the same block: processors take a block's
/// head off and put its rest back, which would be searched to its end each time.
class LineSearch final {
public:
    template<class Test>
    qsizetype find(QStringView block, Test test)
    {
        if (block.isEmpty())
            return -1;
        if (block.cend() == m_end && block.cbegin() >= m_from && (!m_found || m_found >= block.cbegin()))
            return m_found ? m_found - block.cbegin() : -1;
        m_end = block.cend();
        m_from = block.cbegin();
        m_found = nullptr;
        for (qsizetype at = 0; at <= block.size();) {
            qsizetype end = block.indexOf(u'\n', at);
            end = end < 0 ? block.size() : end;
            if (test(block.sliced(at, end - at))) {
                m_found = block.cbegin() + at;
                return at;
            }
            at = end + 1;
        }
        return -1;
    }

private:
    const QChar *m_end = nullptr;
    const QChar *m_from = nullptr;
    const QChar *m_found = nullptr;
};

inline QStringView lineAt(QStringView block, qsizetype at)
{
    const qsizetype end = block.indexOf(u'\n', at);
    return block.sliced(at, (end < 0 ? block.size() : end) - at);
}
/// What follows the line at `at`.
inline QStringView behindLine(QStringView block, qsizetype at)
{
    const qsizetype end = block.indexOf(u'\n', at);
    return end < 0 ? QStringView() : block.sliced(end + 1);
}

/// Takes so many spaces off each line, up to the first line that has fewer and is not blank; what is left from there.
struct Detabbed {
    QString text;
    QStringView rest;
};
Detabbed detab(QStringView text, qsizetype spaces = 4);
/// Takes them off the lines that have them.
QString looseDetab(QStringView text, qsizetype spaces);
bool isCode(const Element *element); ///< A `pre` that holds `code`.

/// Lists and what is indented below their items, in the ways that extensions have.
struct ListRules {
    qsizetype tab = 4;
    bool sane = false;      ///< Items of one kind only, numbers as they are.
    bool trulySane = false; ///< Never one list with what stood before a blank line.
    bool definitions = false;
};
void addLists(Engine &engine);
void addSaneLists(Engine &engine);
void addTrulySaneLists(Engine &engine, const QJsonObject &config);
void addDefinitionLists(Engine &engine);
void addBlocks(Engine &engine);
void addSaneHeaders(Engine &engine);
void addTables(Engine &engine, const QJsonObject &config);
void addAdmonitions(Engine &engine);
void addDetails(Engine &engine);
void addTabs(Engine &engine, const QJsonObject &config);
void addFootnotes(Engine &engine);
void addAbbreviations(Engine &engine, const QJsonObject &config);
void addMarkdownInHtml(Engine &engine);
void addFencedIndentedCode(Engine &engine);

// Steps over the whole tree, in their order.
void placeFootnotes(Engine &engine, Element *root, const QString &marker, const QString &title);
void highlightIndented(Engine &engine, Element *root);
void markTasks(Engine &engine, Element *root, const QJsonObject &config);
void doubleFootnoteLinks(Engine &engine, Element *root);
void prettify(Element *root);
void applyAttributeLists(Element *root);
void applyAbbreviations(Engine &engine, Element *root);
void makeContents(Engine &engine, Element *root, const QJsonObject &config, MarkdownResult &result);
std::optional<QString> titleOf(Engine &engine, Element *root);

// Steps over the text before.
QString extractHtml(Engine &engine, const QString &source, bool markdownInHtml);
QStringList extractFences(Engine &engine, const QStringList &lines, const QJsonObject &config);
QStringList extractFencedCode(Engine &engine, const QStringList &lines, bool attributeLists);
QStringList includeSnippets(Engine &engine, const QStringList &lines, const QJsonObject &config);
QString viewCritic(Engine &engine, const QString &text, const QString &mode);
QString restoreCritic(Engine &engine, const QString &text);
/// The HTML of a block of code; see `MarkdownResult::html`.
struct CodeLook {
    QString language;
    QString title;
    QString lines; ///< To set off: "2 4-5".
    int firstLine = 0;
    QStringList classes;
    QString id;
    bool isPlain = false; ///< No highlighter has seen it.
};
QString codeHtml(const Engine &engine, QStringView code, const CodeLook &look);

/// `{#id .class key=value}`
struct AttributeList {
    std::vector<std::pair<QString, QString>> attributes; ///< A class has the name ".".
    QString remainder;
};
AttributeList readAttributeList(QStringView text);

} // namespace callboard::docs::markdown
