// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// The mark of an item at a line's start: `1. ` or `* `.
struct Mark {
    bool ordered = false;
    QStringView number;
    QStringView content;
};

std::optional<Mark> markOf(QStringView line, qsizetype least, qsizetype most)
{
    const qsizetype spaces = countOf(line, u' ');
    if (spaces < least || spaces > most || spaces >= line.size())
        return {};
    Mark mark;
    qsizetype at = spaces;
    if (line[at] == u'*' || line[at] == u'+' || line[at] == u'-') {
        ++at;
    } else {
        while (at < line.size() && line[at].isDigit())
            ++at;
        if (at == spaces || at >= line.size() || line[at] != u'.')
            return {};
        mark.ordered = true;
        mark.number = line.sliced(spaces, at - spaces);
        ++at;
    }
    const qsizetype blanks = countOf(line, u' ', at);
    if (blanks == 0)
        return {};
    mark.content = line.sliced(at + blanks);
    return mark;
}

class ListProcessor final : public BlockProcessor {
public:
    ListProcessor(Engine &engine, bool ordered, const ListRules &rules)
        : BlockProcessor(engine)
        , m_ordered(ordered)
        , m_rules(rules)
    {
    }

    bool test(Element *, QStringView block) override
    {
        const std::optional<Mark> mark = markOf(lineAt(block, 0), 0, m_rules.tab - 1);
        return mark && mark->ordered == m_ordered;
    }

    bool run(Element *parent, Blocks &blocks) override
    {
        std::vector<QString> items = itemsOf(blocks.back());
        blocks.pop_back();
        BlockParser &parser = m_engine.blocks;
        Element *list = nullptr;
        size_t first = 0;
        if (Element *sibling = parent->last(); sibling && continues(sibling)) {
            list = sibling;
            loosen(list->last());
            Element *item = m_engine.tree.child(list, "li"_L1);
            parser.push(BlockState::LooseList);
            parser.parseBlock(item, m_engine.keep(std::move(items[0])));
            parser.pop();
            first = 1;
        } else if (parent->isList()) {
            list = parent;
        } else {
            list = m_engine.tree.child(parent, m_ordered ? "ol"_L1 : "ul"_L1);
            if (m_ordered && m_rules.sane && m_start != u"1")
                list->set(u"start"_s, m_start);
        }
        parser.push(BlockState::List);
        for (size_t i = first; i < items.size(); ++i) {
            const bool inner = indented(items[i], m_rules.tab) && list->last();
            Element *item = inner ? list->last() : m_engine.tree.child(list, "li"_L1);
            parser.parseBlock(item, m_engine.keep(std::move(items[i])));
        }
        parser.pop();
        return true;
    }

private:
    bool continues(const Element *sibling) const
    {
        if (m_rules.trulySane)
            return false;
        return m_rules.sane ? sibling->tag == (m_ordered ? "ol"_L1 : "ul"_L1) : sibling->isList();
    }

    /// The last item of a list that goes on behind a blank line: its text becomes a paragraph.
    void loosen(Element *item)
    {
        if (!item)
            return;
        item->wrapText(m_engine.tree);
        if (Element *last = item->last(); last && !last->tail.isEmpty()) {
            Element *paragraph = m_engine.tree.child(item, "p"_L1);
            paragraph->text = leftStripped(last->tail).toString();
            last->tail.clear();
        }
    }

    std::vector<QString> itemsOf(QStringView block)
    {
        std::vector<QString> items;
        eachLine(block, [&](QStringView line, qsizetype) {
            const std::optional<Mark> mark = markOf(line, 0, m_rules.tab - 1);
            if (mark && (mark->ordered == m_ordered || !(m_rules.sane || m_rules.trulySane))) {
                if (items.empty() && m_ordered)
                    m_start = mark->number.isEmpty() ? QString() : mark->number.toString();
                items.push_back(mark->content.toString());
            } else if (!items.empty() && markOf(line, m_rules.tab, m_rules.tab * 2 - 1) && !indented(items.back(), m_rules.tab)) {
                items.push_back(line.toString());
            } else if (!items.empty()) {
                items.back() += u'\n';
                items.back() += line;
            }
            return true;
        });
        return items;
    }

    bool m_ordered;
    ListRules m_rules;
    QString m_start = u"1"_s;
};

/// What is indented below an item belongs to it.
class IndentProcessor final : public BlockProcessor {
public:
    IndentProcessor(Engine &engine, const ListRules &rules)
        : BlockProcessor(engine)
        , m_rules(rules)
    {
    }

    bool test(Element *parent, QStringView block) override
    {
        return indented(block, m_rules.tab) && m_engine.blocks.state() != BlockState::Detabbed
            && (isItem(parent) || (parent->last() && isList(parent->last())));
    }

    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const auto [level, sibling] = levelOf(parent, block);
        const QStringView text = level > 0 ? m_engine.keep(looseDetab(block, m_rules.tab * level)) : block;
        BlockParser &parser = m_engine.blocks;
        parser.push(BlockState::Detabbed);
        if (isItem(parent)) {
            Element *last = parent->last();
            parser.parseBlock(last && isList(last) ? last : parent, text);
        } else if (isItem(sibling)) {
            parser.parseBlock(sibling, text);
        } else if (Element *item = sibling->last(); item && isItem(item)) {
            item->wrapText(m_engine.tree);
            parser.parseChunk(item, text);
        } else {
            parser.parseBlock(m_engine.tree.child(sibling, m_rules.definitions ? "dd"_L1 : "li"_L1), text);
        }
        parser.pop();
        return true;
    }

private:
    bool isItem(const Element *element) const
    {
        return element->is("li"_L1) || (m_rules.definitions && element->is("dd"_L1));
    }
    bool isList(const Element *element) const { return element->isList() || (m_rules.definitions && element->is("dl"_L1)); }

    std::pair<qsizetype, Element *> levelOf(Element *parent, QStringView block) const
    {
        const qsizetype wanted = countOf(block, u' ') / m_rules.tab;
        qsizetype level = m_engine.blocks.state() == BlockState::List ? 1 : 0;
        while (wanted > level) {
            Element *child = parent->last();
            if (!child || !(isList(child) || isItem(child)))
                break;
            if (isList(child))
                ++level;
            parent = child;
        }
        return {level, parent};
    }

    ListRules m_rules;
};

/// `: definition`
class DefinitionProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;

    bool test(Element *, QStringView block) override { return m_search.find(block, isDefinition) >= 0; }

    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView raw = blocks.back();
        const qsizetype start = m_search.find(raw, isDefinition);
        QStringList terms;
        eachLine(raw.first(start), [&terms](QStringView line, qsizetype) {
            if (!isBlank(line))
                terms += stripped(line).toString();
            return true;
        });
        Element *sibling = parent->last();
        if (terms.isEmpty() && !sibling)
            return false;
        blocks.pop_back();
        const QStringView block = behindLine(raw, start);
        QString definition = contentOf(lineAt(raw, start)).toString();
        QStringView rest;
        if (isUnindented(block)) {
            definition += block.isEmpty() ? QString() : u'\n' + block.toString();
        } else {
            const Detabbed text = detab(block);
            definition += text.text.isEmpty() ? QString() : u'\n' + text.text;
            rest = text.rest;
        }
        BlockState state = BlockState::List;
        if (terms.isEmpty() && sibling->is("p"_L1)) {
            state = BlockState::LooseList;
            terms = sibling->text.split(u'\n');
            parent->remove(sibling);
            sibling = parent->last();
        }
        Element *list = sibling;
        if (!sibling || !sibling->is("dl"_L1))
            list = m_engine.tree.child(parent, "dl"_L1);
        else if (terms.isEmpty() && list->last() && list->last()->is("dd"_L1) && list->last()->last())
            state = BlockState::LooseList;
        for (const QString &term : std::as_const(terms))
            m_engine.tree.child(list, "dt"_L1)->text = term;
        m_engine.blocks.push(state);
        m_engine.blocks.parseBlock(m_engine.tree.child(list, "dd"_L1), m_engine.keep(definition));
        m_engine.blocks.pop();
        if (!rest.isEmpty())
            blocks.push_back(rest);
        return true;
    }

private:
    // (^|\n)[ ]{0,3}:[ ]{1,3}(.*?)(\n|$)
    static bool isDefinition(QStringView line)
    {
        const qsizetype spaces = countOf(line, u' ');
        return spaces <= 3 && spaces + 1 < line.size() && line[spaces] == u':' && line[spaces + 1] == u' ';
    }
    static QStringView contentOf(QStringView line)
    {
        const qsizetype colon = countOf(line, u' ');
        return line.sliced(colon + 1 + std::min<qsizetype>(countOf(line, u' ', colon + 1), 3));
    }
    // ^[ ]{0,3}[^ :]
    static bool isUnindented(QStringView block)
    {
        const qsizetype spaces = countOf(block, u' ');
        return spaces <= 3 && spaces < block.size() && block[spaces] != u':';
    }

    LineSearch m_search;
};

} // namespace

void addLists(Engine &engine)
{
    auto &processors = engine.blocks.processors;
    processors.add(u"indent"_s, 90, std::make_unique<IndentProcessor>(engine, ListRules()));
    processors.add(u"olist"_s, 40, std::make_unique<ListProcessor>(engine, true, ListRules()));
    processors.add(u"ulist"_s, 30, std::make_unique<ListProcessor>(engine, false, ListRules()));
}

void addSaneLists(Engine &engine)
{
    const ListRules rules {.sane = true};
    engine.blocks.processors.add(u"olist"_s, 40, std::make_unique<ListProcessor>(engine, true, rules));
    engine.blocks.processors.add(u"ulist"_s, 30, std::make_unique<ListProcessor>(engine, false, rules));
}

void addTrulySaneLists(Engine &engine, const QJsonObject &config)
{
    ListRules rules;
    rules.tab = std::clamp(config.value("nested_indent"_L1).toInt(2), 1, 8);
    rules.trulySane = true;
    auto &processors = engine.blocks.processors;
    processors.add(u"olist"_s, 50, std::make_unique<ListProcessor>(engine, true, rules));
    processors.add(u"ulist"_s, 40, std::make_unique<ListProcessor>(engine, false, rules));
    processors.add(u"indent"_s, 95, std::make_unique<IndentProcessor>(engine, rules));
}

void addDefinitionLists(Engine &engine)
{
    auto &processors = engine.blocks.processors;
    processors.add(u"defindent"_s, 85, std::make_unique<IndentProcessor>(engine, ListRules {.definitions = true}));
    processors.add(u"deflist"_s, 25, std::make_unique<DefinitionProcessor>(engine));
}

} // namespace callboard::docs::markdown
