// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

Detabbed detab(QStringView text, qsizetype spaces)
{
    Detabbed result;
    for (qsizetype at = 0; at <= text.size();) {
        const QStringView line = lineAt(text, at);
        if (!indented(line, spaces) && !isBlank(line)) {
            result.rest = text.sliced(at);
            return result;
        }
        if (at > 0)
            result.text += u'\n';
        if (indented(line, spaces))
            result.text += line.sliced(spaces);
        at += line.size() + 1;
    }
    return result;
}

QString looseDetab(QStringView text, qsizetype spaces)
{
    QString out;
    out.reserve(text.size());
    eachLine(text, [&](QStringView line, qsizetype at) {
        if (at > 0)
            out += u'\n';
        out += indented(line, spaces) ? line.sliced(spaces) : line;
        return true;
    });
    return out;
}

bool isCode(const Element *element)
{
    return element && element->is("pre"_L1) && !element->children.empty() && element->children.front()->is("code"_L1);
}

void BlockParser::parseChunk(Element *parent, QStringView text)
{
    Blocks blocks;
    for (qsizetype at = 0;;) {
        const qsizetype end = text.indexOf(u"\n\n", at);
        blocks.push_back(text.sliced(at, (end < 0 ? text.size() : end) - at));
        if (end < 0)
            break;
        at = end + 2;
    }
    std::ranges::reverse(blocks);
    parseBlocks(parent, std::move(blocks));
}

void BlockParser::parseBlocks(Element *parent, Blocks blocks)
{
    ++m_depth;
    while (!blocks.empty()) {
        if (isDeep()) {
            // Deeper than anybody writes: the text stays, its structure ends here.
            Element *paragraph = m_engine.tree.child(parent, "p"_L1);
            paragraph->text = stripped(blocks.back()).toString();
            blocks.pop_back();
            continue;
        }
        for (size_t i = 0; i < processors.size(); ++i) {
            BlockProcessor &processor = processors.at(i);
            if (processor.test(parent, blocks.back()) && processor.run(parent, blocks))
                break;
        }
    }
    --m_depth;
}

namespace {

class EmptyProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return block.isEmpty() || block.startsWith(u'\n'); }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        if (block.size() > 1)
            blocks.push_back(block.sliced(1));
        if (Element *sibling = parent->last(); isCode(sibling)) {
            Element *code = sibling->children.front();
            code->setText(code->text + (block.isEmpty() ? "\n\n"_L1 : "\n"_L1), true);
        }
        return true;
    }
};

class CodeProcessor : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return indented(block, 4); }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const Detabbed code = detab(block);
        const QString text = codeEscape(rightStripped(code.text)) + u'\n';
        if (Element *sibling = parent->last(); isCode(sibling)) {
            Element *before = sibling->children.front();
            before->setText(before->text + u'\n' + text, true);
        } else {
            m_engine.tree.child(m_engine.tree.child(parent, "pre"_L1), "code"_L1)->setText(text, true);
        }
        if (!code.rest.isEmpty())
            blocks.push_back(code.rest);
        return true;
    }
};

/// Puts back the source of fences that turn out to lie in indented code (pymdownx.superfences).
class FencedIndentedCodeProcessor final : public CodeProcessor {
public:
    using CodeProcessor::CodeProcessor;
    bool run(Element *parent, Blocks &blocks) override
    {
        if (blocks.back().contains(rawPrefix))
            blocks.back() = m_engine.keep(restored(blocks.back()));
        return CodeProcessor::run(parent, blocks);
    }

private:
    QString restored(QStringView block)
    {
        QStringList lines;
        eachLine(block, [&](QStringView line, qsizetype) {
            qsizetype indent = 0;
            while (indent < line.size() && (line[indent] == u'>' || line[indent] == u' '))
                ++indent;
            const Placeholder found = placeholderAt(line, indent, rawPrefix);
            const auto fence = found.number >= 0 && found.end == line.size()
                ? m_engine.fences.constFind(line.sliced(indent).toString())
                : m_engine.fences.constEnd();
            if (fence == m_engine.fences.constEnd()) {
                lines += line.toString();
                return true;
            }
            const qsizetype shift = fence->indent - indent;
            for (const QString &codeLine : fence->code.split(u'\n'))
                lines += shift >= 0 ? codeLine.mid(shift) : codeLine.right(-shift);
            m_engine.fences.remove(line.sliced(indent).toString());
            return true;
        });
        return lines.join(u'\n');
    }
};

class QuoteProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return m_search.find(block, isQuote) >= 0; }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const qsizetype start = m_search.find(block, isQuote);
        if (start > 0)
            m_engine.blocks.parseBlock(parent, block.first(start - 1));
        QString inner;
        eachLine(block.sliced(start), [&inner](QStringView line, qsizetype at) {
            if (at > 0)
                inner += u'\n';
            inner += cleaned(line);
            return true;
        });
        Element *quote = parent->last();
        if (!quote || !quote->is("blockquote"_L1))
            quote = m_engine.tree.child(parent, "blockquote"_L1);
        m_engine.blocks.push(BlockState::Quote);
        m_engine.blocks.parseChunk(quote, m_engine.keep(inner));
        m_engine.blocks.pop();
        return true;
    }

private:
    static bool isQuote(QStringView line)
    {
        const qsizetype spaces = countOf(line, u' ');
        return spaces <= 3 && spaces < line.size() && line[spaces] == u'>';
    }
    static QStringView cleaned(QStringView line)
    {
        if (stripped(line) == u">")
            return {};
        if (!isQuote(line))
            return line;
        const QStringView rest = line.sliced(countOf(line, u' ') + 1);
        return rest.startsWith(u' ') ? rest.sliced(1) : rest;
    }

    LineSearch m_search;
};

/// `# Heading #`
class HashProcessor final : public BlockProcessor {
public:
    HashProcessor(Engine &engine, bool sane)
        : BlockProcessor(engine)
        , m_sane(sane)
    {
    }
    bool test(Element *, QStringView block) override
    {
        return m_search.find(block, [this](QStringView line) { return isHeading(line); }) >= 0;
    }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const qsizetype start = m_search.find(block, [this](QStringView line) { return isHeading(line); });
        if (start > 1)
            m_engine.blocks.parseBlock(parent, block.first(start - 1));
        const QStringView line = lineAt(block, start);
        const qsizetype level = std::min<qsizetype>(countOf(line, u'#'), 6);
        Element *heading = m_engine.tree.child(parent, QLatin1StringView(names[level - 1]));
        heading->text = stripped(withoutClose(line.sliced(level))).toString();
        const QStringView after = behindLine(block, start);
        if (!after.isEmpty()) {
            blocks.push_back(
                m_engine.blocks.state() == BlockState::LooseList ? m_engine.keep(looseDetab(after, 4)) : after);
        }
        return true;
    }

private:
    static constexpr const char *names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

    bool isHeading(QStringView line) const
    {
        if (!line.startsWith(u'#'))
            return false;
        const qsizetype marks = countOf(line, u'#');
        if (m_sane && (marks > 6 || marks >= line.size() || line[marks] != u' '))
            return false;
        // A backslash at the line's end escapes nothing, and what it belongs to is no heading.
        qsizetype slashes = 0;
        while (slashes < line.size() && line[line.size() - 1 - slashes] == u'\\')
            ++slashes;
        return slashes % 2 == 0;
    }

    /// Without the "#" at its end; an escaped one stays.
    static QStringView withoutClose(QStringView text)
    {
        qsizetype marks = 0;
        while (marks < text.size() && text[text.size() - 1 - marks] == u'#')
            ++marks;
        if (marks == 0)
            return text;
        qsizetype slashes = 0;
        while (marks + slashes < text.size() && text[text.size() - 1 - marks - slashes] == u'\\')
            ++slashes;
        return text.chopped(slashes % 2 ? marks - 1 : marks);
    }

    bool m_sane;
    LineSearch m_search;
};

/// A line with a line of "=" or "-" below.
class SetextProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override
    {
        const qsizetype end = block.indexOf(u'\n');
        if (end < 0)
            return false;
        QStringView line = lineAt(block, end + 1);
        line = rightStripped(line, u' ');
        if (line.isEmpty())
            return false;
        for (const QChar c : line) {
            if (c != u'=' && c != u'-')
                return false;
        }
        return true;
    }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const qsizetype second = block.indexOf(u'\n') + 1;
        Element *heading = m_engine.tree.child(parent, block[second] == u'=' ? "h1"_L1 : "h2"_L1);
        heading->text = stripped(block.first(second - 1)).toString();
        const qsizetype third = block.indexOf(u'\n', second);
        if (third >= 0)
            blocks.push_back(block.sliced(third + 1));
        return true;
    }
};

class RuleProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return m_search.find(block, isRule) >= 0; }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const qsizetype start = m_search.find(block, isRule);
        const QStringView before = rightStripped(block.first(start), u'\n');
        if (!before.isEmpty())
            m_engine.blocks.parseBlock(parent, before);
        m_engine.tree.child(parent, "hr"_L1);
        const QStringView after = leftStripped(behindLine(block, start), u'\n');
        if (!after.isEmpty())
            blocks.push_back(after);
        return true;
    }

private:
    /// Three or more of one mark, two spaces at most between them.
    static bool isRule(QStringView line)
    {
        line = rightStripped(line, u' ');
        const qsizetype spaces = countOf(line, u' ');
        if (spaces > 3 || spaces >= line.size())
            return false;
        const QChar mark = line[spaces];
        if (mark != u'-' && mark != u'_' && mark != u'*')
            return false;
        qsizetype marks = 0;
        qsizetype gap = 0;
        for (const QChar c : line.sliced(spaces)) {
            if (c == mark) {
                ++marks;
                gap = 0;
            } else if (c != u' ' || ++gap > 2) {
                return false;
            }
        }
        return marks >= 3;
    }

    LineSearch m_search;
};

/// `[id]: address "title"`
class ReferenceProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView) override { return true; }
    bool run(Element *, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        qsizetype at = 0;
        for (;;) {
            const qsizetype found = m_search.find(block.sliced(at), mayBegin);
            if (found < 0)
                return false;
            at += found;
            if (const std::optional<Match> match = read(block, at)) {
                blocks.pop_back();
                m_engine.references.insert(match->id, match->reference);
                const QStringView after = block.sliced(std::min(match->end, block.size()));
                if (!isBlank(after))
                    blocks.push_back(leftStripped(after, u'\n'));
                if (!isBlank(block.first(at)))
                    blocks.push_back(rightStripped(block.first(at), u'\n'));
                return true;
            }
            at += lineAt(block, at).size() + 1;
            if (at > block.size())
                return false;
        }
    }

private:
    struct Match {
        QString id;
        Reference reference;
        qsizetype end;
    };

    static bool mayBegin(QStringView line)
    {
        const qsizetype spaces = countOf(line, u' ');
        return spaces <= 3 && spaces < line.size() && line[spaces] == u'[';
    }

    // ^[ ]{0,3}\[([^\[\]]*)\]:[ ]*\n?[ ]*([^\s]+)[ ]*(?:\n[ ]*)?((["\'])(.*)\4[ ]*|\((.*)\)[ ]*)?$
    static std::optional<Match> read(QStringView block, qsizetype start)
    {
        qsizetype at = start + countOf(block, u' ', start) + 1;
        const qsizetype first = at;
        while (at < block.size() && block[at] != u'[' && block[at] != u']')
            ++at;
        if (at + 1 >= block.size() || block[at] != u']' || block[at + 1] != u':')
            return {};
        Match match;
        match.id = stripped(block.sliced(first, at - first)).toString().toLower();
        at += 2;
        at += countOf(block, u' ', at);
        if (at < block.size() && block[at] == u'\n')
            ++at;
        at += countOf(block, u' ', at);
        const qsizetype address = at;
        while (at < block.size() && !isSpace(block[at]))
            ++at;
        if (at == address)
            return {};
        match.reference.link = rightStripped(leftStripped(block.sliced(address, at - address), u'<'), u'>').toString();
        at += countOf(block, u' ', at);
        // The title may stand on the next line; where that is none, the definition ends with its own.
        const bool lineEnds = at >= block.size() || block[at] == u'\n';
        if (!lineEnds)
            return title(block, at, match) ? std::optional(match) : std::nullopt;
        if (at < block.size()) {
            const qsizetype next = at + 1 + countOf(block, u' ', at + 1);
            if (title(block, next, match))
                return match;
        }
        match.end = at;
        return match;
    }

    static bool title(QStringView block, qsizetype at, Match &match)
    {
        const QStringView line = rightStripped(lineAt(block, std::min(at, block.size())), u' ');
        if (line.size() < 2)
            return false;
        const QChar open = line.front();
        const QChar close = open == u'(' ? QChar(u')') : open;
        if ((open != u'"' && open != u'\'' && open != u'(') || line.back() != close)
            return false;
        match.reference.title = line.sliced(1, line.size() - 2).toString();
        match.end = at + lineAt(block, at).size();
        return true;
    }

    LineSearch m_search;
};

class ParagraphProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView) override { return true; }
    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        if (isBlank(block))
            return true;
        if (m_engine.blocks.state() != BlockState::List) {
            m_engine.tree.child(parent, "p"_L1)->text = leftStripped(block).toString();
            return true;
        }
        // The text of a tight item; behind a heading in it, the heading's tail.
        if (Element *sibling = parent->last())
            sibling->tail += u'\n' + block.toString();
        else if (!parent->text.isEmpty())
            parent->text += u'\n' + block.toString();
        else
            parent->text = leftStripped(block).toString();
        return true;
    }
};

} // namespace

void addBlocks(Engine &engine)
{
    auto &processors = engine.blocks.processors;
    processors.add(u"empty"_s, 100, std::make_unique<EmptyProcessor>(engine));
    processors.add(u"code"_s, 80, std::make_unique<CodeProcessor>(engine));
    processors.add(u"hashheader"_s, 70, std::make_unique<HashProcessor>(engine, false));
    processors.add(u"setextheader"_s, 60, std::make_unique<SetextProcessor>(engine));
    processors.add(u"hr"_s, 50, std::make_unique<RuleProcessor>(engine));
    processors.add(u"quote"_s, 20, std::make_unique<QuoteProcessor>(engine));
    processors.add(u"reference"_s, 15, std::make_unique<ReferenceProcessor>(engine));
    processors.add(u"paragraph"_s, 10, std::make_unique<ParagraphProcessor>(engine));
}

void addSaneHeaders(Engine &engine)
{
    engine.blocks.processors.add(u"hashheader"_s, 70, std::make_unique<HashProcessor>(engine, true));
}

void addFencedIndentedCode(Engine &engine)
{
    engine.blocks.processors.add(u"code"_s, 80, std::make_unique<FencedIndentedCodeProcessor>(engine));
}

} // namespace callboard::docs::markdown
