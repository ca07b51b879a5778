// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

bool isListTag(const Element *element)
{
    return element->isList() || element->is("dl"_L1);
}

/// Words of a class: `[\w\-]+(?: +[\w\-]+)*`; how far they reach.
qsizetype wordsEnd(QStringView text, qsizetype at)
{
    qsizetype end = at;
    for (;;) {
        qsizetype word = end;
        if (end > at) {
            const qsizetype gap = countOf(text, u' ', end);
            if (gap == 0)
                return end;
            word += gap;
        }
        const qsizetype first = word;
        while (word < text.size() && (isWord(text[word]) || text[word] == u'-'))
            ++word;
        if (word == first)
            return end;
        end = word;
    }
}

QString squeezed(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c != u' ' || !out.endsWith(u' '))
            out += c;
    }
    return out;
}

/// A block whose content is indented below its first line, also behind blank lines: admonitions, details and tabs.
class ContainerProcessor : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;

    bool test(Element *parent, QStringView block) override
    {
        m_place = {};
        if (m_search.find(block, [this](QStringView line) { return begins(line); }) >= 0)
            return true;
        m_place = continued(parent, block);
        return m_place.sibling != nullptr;
    }

    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        const qsizetype start = m_search.find(block, [this](QStringView line) { return begins(line); });
        Element *holder = nullptr;
        Detabbed content;
        if (start >= 0) {
            if (start > 0)
                m_engine.blocks.parseBlock(parent, block.first(start - 1));
            content = detab(behindLine(block, start));
            holder = make(parent, lineAt(block, start));
        } else {
            holder = m_place.sibling;
            content = detab(block, m_place.indent);
            if ((holder->is("li"_L1) || holder->is("dd"_L1)) && !holder->text.isEmpty()) {
                Element *paragraph = m_engine.tree.make("p"_L1);
                paragraph->text = std::exchange(holder->text, {});
                holder->append(paragraph);
            } else {
                holder = contentOf(holder);
            }
        }
        m_engine.blocks.parseChunk(holder, m_engine.keep(content.text));
        if (!content.rest.isEmpty())
            blocks.push_back(content.rest);
        return true;
    }

protected:
    struct Place {
        Element *sibling = nullptr;
        qsizetype indent = 0;
    };
    virtual bool begins(QStringView line) const = 0;
    virtual Element *make(Element *parent, QStringView line) = 0;
    virtual bool isMine(const Element *element) const = 0;
    virtual Element *innermost(Element *sibling) const { return sibling->last(); }
    virtual Element *contentOf(Element *sibling) const { return sibling; }
    /// What `last` is to be looked at as; null: the search ends with it.
    virtual Element *listOf(Element *last) const { return isListTag(last) ? last : nullptr; }

    /// Where an indented block goes on: in the one before it, or in the last item of a list at its end.
    Place continued(Element *parent, QStringView block) const
    {
        Element *sibling = parent->last();
        if (!sibling || !isMine(sibling))
            return {};
        Element *last = innermost(sibling);
        qsizetype indent = 0;
        while (last && sibling && indented(block, 8)) {
            Element *list = listOf(last);
            if (!list)
                break;
            sibling = list->last();
            last = sibling ? sibling->last() : nullptr;
            block = block.sliced(4);
            indent += 4;
        }
        if (!sibling || !indented(block, 4))
            return {};
        return {sibling, indent + 4};
    }

private:
    LineSearch m_search;
    Place m_place;
};

/// `!!! note "title"`
class AdmonitionProcessor final : public ContainerProcessor {
public:
    using ContainerProcessor::ContainerProcessor;

protected:
    bool begins(QStringView line) const override { return read(line).has_value(); }
    bool isMine(const Element *element) const override
    {
        return element->is("div"_L1) && element->attribute("class"_L1).contains("admonition"_L1);
    }
    Element *make(Element *parent, QStringView line) override
    {
        const std::optional<Head> head = read(line);
        Element *box = m_engine.tree.child(parent, "div"_L1);
        const QString flavour = squeezed(head->words.toString().toLower());
        box->set(u"class"_s, u"admonition "_s + flavour);
        const QString title = head->title ? head->title->toString() : capitalized(flavour.section(u' ', 0, 0));
        if (!title.isEmpty()) {
            Element *paragraph = m_engine.tree.child(box, "p"_L1);
            paragraph->text = title;
            paragraph->set(u"class"_s, u"admonition-title"_s);
        }
        return box;
    }

private:
    struct Head {
        QStringView words;
        std::optional<QStringView> title;
    };
    // !!! ?([\w\-]+(?: +[\w\-]+)*)(?: +"(.*?)")? *(?:\n|$)
    static std::optional<Head> read(QStringView line)
    {
        if (!line.startsWith(u"!!!"))
            return {};
        const qsizetype first = line.sliced(3).startsWith(u' ') ? 4 : 3;
        const qsizetype end = wordsEnd(line, first);
        if (end == first)
            return {};
        Head head {line.sliced(first, end - first), {}};
        const QStringView rest = rightStripped(line.sliced(end), u' ');
        if (rest.isEmpty())
            return head;
        const qsizetype gap = countOf(rest, u' ');
        if (gap == 0 || rest.size() < gap + 2 || rest[gap] != u'"' || !rest.endsWith(u'"'))
            return {};
        head.title = rest.sliced(gap + 1, rest.size() - gap - 2);
        return head;
    }
};

/// `???+ note "title"`
class DetailsProcessor final : public ContainerProcessor {
public:
    using ContainerProcessor::ContainerProcessor;

protected:
    bool begins(QStringView line) const override { return read(line).has_value(); }
    bool isMine(const Element *element) const override { return element->is("details"_L1); }
    Element *make(Element *parent, QStringView line) override
    {
        const std::optional<Head> head = read(line);
        Element *box = m_engine.tree.child(parent, "details"_L1);
        if (head->open)
            box->set(u"open"_s, u"open"_s);
        const QString flavour = squeezed(head->words.toString().toLower());
        if (!flavour.isEmpty())
            box->set(u"class"_s, flavour);
        m_engine.tree.child(box, "summary"_L1)->text
            = head->title ? head->title->toString() : capitalized(flavour.section(u' ', 0, 0));
        return box;
    }

private:
    struct Head {
        bool open = false;
        QStringView words;
        std::optional<QStringView> title;
    };
    // \?{3}(\+)? ?(?:([\w\-]+(?: +[\w\-]+)*?)?(?: +"(.*?)")|([\w\-]+(?: +[\w\-]+)*?)) *(?:\n|$)
    static std::optional<Head> read(QStringView line)
    {
        if (!line.startsWith(u"???"))
            return {};
        Head head;
        head.open = line.sliced(3).startsWith(u'+');
        const qsizetype mark = head.open ? 4 : 3;
        const qsizetype first = line.sliced(mark).startsWith(u' ') ? mark + 1 : mark;
        const qsizetype end = wordsEnd(line, first);
        head.words = line.sliced(first, end - first);
        const QStringView rest = rightStripped(line.sliced(end), u' ');
        if (rest.isEmpty())
            return end > first ? std::optional(head) : std::nullopt;
        // Without words, the blank behind the mark is the one before the title.
        const qsizetype gap = countOf(rest, u' ');
        if ((gap == 0 && end > first) || (gap == 0 && first == mark) || rest.size() < gap + 2 || rest[gap] != u'"'
            || !rest.endsWith(u'"'))
            return {};
        head.title = rest.sliced(gap + 1, rest.size() - gap - 2);
        return head;
    }
};

/// `=== "title"`
class TabProcessor final : public ContainerProcessor {
public:
    TabProcessor(Engine &engine, bool alternate)
        : ContainerProcessor(engine)
        , m_alternate(alternate)
    {
    }

protected:
    bool begins(QStringView line) const override { return read(line).has_value(); }
    bool isMine(const Element *element) const override
    {
        return element->is("div"_L1) && element->attribute("class"_L1) == setClass();
    }
    Element *innermost(Element *sibling) const override
    {
        Element *last = sibling->last();
        return m_alternate && last ? last->last() : last;
    }
    Element *contentOf(Element *sibling) const override { return isMine(sibling) ? innermost(sibling) : sibling; }
    Element *listOf(Element *last) const override
    {
        if (last->is("div"_L1) && last->attribute("class"_L1) == (m_alternate ? "tabbed-block"_L1 : "tabbed-content"_L1))
            last = last->last();
        return last && isListTag(last) ? last : nullptr;
    }

    Element *make(Element *parent, QStringView line) override
    {
        const std::optional<Head> head = read(line);
        Element *set = parent->last();
        const bool first = !set || !isMine(set) || head->isNew;
        if (first)
            set = makeSet(parent);
        const int number = set->attribute("data-tabs"_L1).section(u':', 0, 0).toInt();
        const int count = set->attribute("data-tabs"_L1).section(u':', 1).toInt() + 1;
        set->set(u"data-tabs"_s, u"%1:%2"_s.arg(number).arg(count));
        const QString id = u"__tabbed_%1_%2"_s.arg(number).arg(count);
        if (first || head->isSelected) {
            for (Element *child : set->children)
                child->drop("checked"_L1);
        }
        Element *input = m_engine.tree.make("input"_L1);
        input->set(u"name"_s, u"__tabbed_%1"_s.arg(number));
        input->set(u"type"_s, u"radio"_s);
        input->set(u"id"_s, id);
        if (first || head->isSelected)
            input->set(u"checked"_s, u"checked"_s);
        Element *labels = set;
        Element *contents = set;
        if (m_alternate) {
            set->insert(size_t(count - 1), input);
            labels = set->children[set->children.size() - 2];
            contents = set->children.back();
        } else {
            set->append(input);
        }
        Element *label = m_engine.tree.child(labels, "label"_L1);
        label->set(u"for"_s, id);
        label->text = head->title.toString();
        Element *content = m_engine.tree.child(contents, "div"_L1);
        content->set(u"class"_s, m_alternate ? u"tabbed-block"_s : u"tabbed-content"_s);
        return content;
    }

private:
    struct Head {
        bool isNew = false;
        bool isSelected = false;
        QStringView title;
    };
    // ={3}(\+|\+!|!\+|!)? +"(.*?)" *(?:\n|$)
    static std::optional<Head> read(QStringView line)
    {
        if (!line.startsWith(u"==="))
            return {};
        Head head;
        qsizetype at = 3;
        for (; at < line.size() && (line[at] == u'!' || line[at] == u'+'); ++at) {
            bool &flag = line[at] == u'!' ? head.isNew : head.isSelected;
            if (flag)
                return {};
            flag = true;
        }
        const qsizetype gap = countOf(line, u' ', at);
        const QStringView rest = rightStripped(line.sliced(at + gap), u' ');
        if (gap == 0 || rest.size() < 2 || !rest.startsWith(u'"') || !rest.endsWith(u'"'))
            return {};
        head.title = rest.sliced(1, rest.size() - 2);
        return head;
    }

    QString setClass() const { return m_alternate ? u"tabbed-set tabbed-alternate"_s : u"tabbed-set"_s; }

    Element *makeSet(Element *parent)
    {
        Element *set = m_engine.tree.child(parent, "div"_L1);
        set->set(u"class"_s, setClass());
        set->set(u"data-tabs"_s, u"%1:0"_s.arg(++m_engine.tabGroups));
        if (m_alternate) {
            m_engine.tree.child(set, "div"_L1)->set(u"class"_s, u"tabbed-labels"_s);
            m_engine.tree.child(set, "div"_L1)->set(u"class"_s, u"tabbed-content"_s);
        }
        return set;
    }

    bool m_alternate;
};

} // namespace

void addAdmonitions(Engine &engine)
{
    engine.blocks.processors.add(u"admonition"_s, 105, std::make_unique<AdmonitionProcessor>(engine));
}

void addDetails(Engine &engine)
{
    engine.blocks.processors.add(u"details"_s, 105, std::make_unique<DetailsProcessor>(engine));
}

void addTabs(Engine &engine, const QJsonObject &config)
{
    engine.blocks.processors.add(
        u"tabbed"_s, 105, std::make_unique<TabProcessor>(engine, isTrue(config, "alternate_style"_L1, false)));
}

} // namespace callboard::docs::markdown
