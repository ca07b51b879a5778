// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_html.h"

#include "models/docs/markdown_blocks.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// Whether a line's end and a blank line follow.
bool blankLineFollows(QStringView text)
{
    qsizetype at = 0;
    for (int i = 0; i < 2; ++i) {
        at += countOf(text, u' ', at);
        if (at >= text.size() || text[at] != u'\n')
            return false;
        ++at;
    }
    return true;
}

/// Puts blocks of raw HTML aside (markdown.htmlparser.HTMLExtractor).
class HtmlExtractor : public HtmlScanner {
public:
    explicit HtmlExtractor(Engine &engine)
        : m_engine(engine)
    {
    }

    QString extract(const QString &source)
    {
        feed(source);
        finish();
        close();
        if (!m_cache.isEmpty())
            put(m_engine.stash(std::exchange(m_cache, {})));
        return m_clean;
    }

protected:
    virtual void close() { }

    void startTag(const QString &tag, const Attributes &attributes) override
    {
        if (tag == "hr"_L1) {
            emptyTag(tag, attributes);
            return;
        }
        if (isBlockLevel(tag) && (m_inTail || (atLineStart() && !m_inRaw))) {
            m_inRaw = true;
            put(u"\n"_s);
        }
        if (m_inRaw) {
            push(tag);
            m_cache += m_tagText;
        } else {
            put(m_tagText);
            if (tag == "script"_L1 || tag == "style"_L1)
                leaveScript();
        }
    }

    void endTag(const QString &tag) override
    {
        const QString text = endTagText(tag);
        if (!m_inRaw) {
            put(text);
            return;
        }
        m_cache += text;
        pop(tag);
        if (!m_stack.empty())
            return;
        if (blankLineFollows(restBehind(text.size())))
            m_cache += u'\n';
        else
            m_inTail = true;
        m_inRaw = false;
        put(m_engine.stash(std::exchange(m_cache, {})));
        put(u"\n\n"_s);
    }

    void data(QStringView text) override
    {
        if (m_inTail && text.contains(u'\n'))
            m_inTail = false;
        if (m_inRaw)
            m_cache += text;
        else
            put(text.toString());
    }

    void emptyTag(const QString &tag, const Attributes &) override { special(m_tagText, isBlockLevel(tag)); }

    void special(const QString &text, bool isBlock) override
    {
        if (m_inRaw || m_inTail) {
            m_cache += text;
            return;
        }
        if (!isBlock || !atLineStart()) {
            put(text);
            return;
        }
        QString html = text;
        if (blankLineFollows(restBehind(text.size())))
            html += u'\n';
        else
            m_inTail = true;
        separate();
        put(m_engine.stash(html));
        put(u"\n\n"_s);
    }

    bool mayBeSpecial() const override { return m_inTail || atLineStart(); }

    void put(const QString &text)
    {
        m_clean += text;
        // What is asked about later is the last piece, not the whole text.
        m_lastPiece = text.right(2);
    }
    /// One line's end before a block becomes two.
    void separate()
    {
        if (m_lastPiece.endsWith(u'\n') && m_lastPiece != "\n\n"_L1)
            put(u"\n"_s);
    }

    Engine &m_engine;
    bool m_inRaw = false;
    bool m_inTail = false;

private:
    void push(const QString &tag)
    {
        m_stack.push_back(tag);
        ++m_open[tag];
    }
    void pop(const QString &tag)
    {
        if (m_open.value(tag) == 0)
            return;
        while (!m_stack.empty()) {
            const QString last = m_stack.back();
            m_stack.pop_back();
            --m_open[last];
            if (last == tag)
                break;
        }
    }

    std::vector<QString> m_stack;
    QHash<QString, int> m_open; ///< How often each is in the stack.
    QString m_cache;
    QString m_clean;
    QString m_lastPiece;
};

const QSet<QString> &spanTags()
{
    static const QSet<QString> tags {u"address"_s, u"dd"_s, u"dt"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"legend"_s,
        u"li"_s, u"p"_s, u"summary"_s, u"td"_s, u"th"_s};
    return tags;
}

bool isRawTag(const QString &tag)
{
    static const QSet<QString> tags {
        u"canvas"_s, u"math"_s, u"option"_s, u"pre"_s, u"script"_s, u"style"_s, u"textarea"_s, u"hr"_s};
    return tags.contains(tag);
}

/// The same, but what says `markdown` becomes an element whose content is still to be parsed (markdown.extensions.md_in_html).
class MarkdownHtmlExtractor final : public HtmlExtractor {
public:
    using HtmlExtractor::HtmlExtractor;

protected:
    void close() override
    {
        if (!m_open.empty())
            endTag(m_open.front().tag);
    }

    void startTag(const QString &tag, const Attributes &attributes) override
    {
        const bool atStart = atLineStart() || m_inTail;
        if (tag == "hr"_L1 && atStart) {
            rule(tag, attributes);
            return;
        }
        if (isBlockLevel(tag) && atStart) {
            startBlock(tag, attributes);
            return;
        }
        if (m_inRaw) {
            HtmlExtractor::startTag(tag, attributes);
            return;
        }
        spanText(m_tagText);
        if (tag == "script"_L1 || tag == "style"_L1)
            leaveScript();
    }

    void endTag(const QString &tag) override
    {
        if (m_inRaw) {
            HtmlExtractor::endTag(tag);
            return;
        }
        if (!isBlockLevel(tag) || !isOpen(tag)) {
            spanText(endTagText(tag));
            return;
        }
        while (!m_open.empty()) {
            const QString last = m_open.back().tag;
            m_open.pop_back();
            endElement();
            if (last == tag)
                break;
        }
        if (!m_open.empty())
            return;
        Element *element = std::exchange(m_root, nullptr);
        separate();
        put(m_engine.stash(RawHtml {{}, element}));
        put(u"\n\n"_s);
        if (!blankLineFollows(restBehind(endTagText(tag).size())))
            m_inTail = true;
    }

    void emptyTag(const QString &tag, const Attributes &attributes) override
    {
        if (tag == "hr"_L1)
            rule(tag, attributes);
        else
            special(m_tagText, isBlockLevel(tag));
    }

    void data(QStringView text) override
    {
        if (m_inTail && text.contains(u'\n'))
            m_inTail = false;
        if (m_inRaw || m_open.empty())
            HtmlExtractor::data(text);
        else
            elementData(text);
    }

    void special(const QString &text, bool isBlock) override
    {
        if (m_inRaw || m_open.empty())
            HtmlExtractor::special(text, isBlock);
        else if (atLineStart() && isBlock)
            data(QString(u'\n' + m_engine.stash(text) + "\n\n"_L1));
        else
            data(m_engine.stash(text));
    }

    bool mayBeSpecial() const override { return !m_open.empty() || HtmlExtractor::mayBeSpecial(); }

private:
    enum class State { None, Off, Span, Block };
    struct Open {
        QString tag;
        State state;
    };

    void rule(const QString &tag, const Attributes &attributes)
    {
        QString text = m_tagText;
        if (std::ranges::contains(attributes, u"markdown"_s, [](const auto &attribute) { return attribute.first; })) {
            Element element;
            element.tag = tag;
            for (const auto &[name, value] : attributes) {
                if (name != "markdown"_L1)
                    element.set(name, value.value_or(name));
            }
            text = serialize(&element);
        }
        special(text, true);
    }

    bool isOpen(const QString &tag) const { return std::ranges::contains(m_open, tag, &Open::tag); }

    State stateOf(const QString &tag, const Attributes &attributes) const
    {
        QString wanted = u"0"_s;
        for (const auto &[name, value] : attributes) {
            if (name == "markdown"_L1)
                wanted = !value || *value == "markdown"_L1 ? u"1"_s : *value;
        }
        const State outer = m_open.empty() ? State::None : m_open.back().state;
        if (outer == State::Off)
            return State::Off;
        if (outer == State::Span && wanted != "0"_L1)
            wanted = u"span"_s;
        const bool isSpan = spanTags().contains(tag);
        const bool isBlock = !isSpan && !isRawTag(tag);
        if ((wanted == "1"_L1 && isBlock) || (wanted == "block"_L1 && (isSpan || isBlock)))
            return State::Block;
        if ((wanted == "1"_L1 && isSpan) || (wanted == "span"_L1 && (isSpan || isBlock)))
            return State::Span;
        return State::Off;
    }

    void startBlock(const QString &tag, const Attributes &attributes)
    {
        const State state = stateOf(tag, attributes);
        if (m_inRaw || (state == State::Off && m_open.empty())) {
            HtmlExtractor::startTag(tag, attributes);
            return;
        }
        if (isOpen(u"p"_s))
            endTag(u"p"_s);
        if (m_open.size() >= maxDepth) {
            spanText(m_tagText);
            return;
        }
        Element *element = m_engine.tree.make(tag);
        for (const auto &[name, value] : attributes)
            element->set(name, value.value_or(name));
        static constexpr const char *names[] = {"", "off", "span", "block"};
        element->set(u"markdown"_s, QString::fromLatin1(names[int(state)]));
        if (m_current)
            m_current->append(element);
        else
            m_root = element;
        m_current = element;
        m_last = nullptr;
        m_open.push_back({tag, state});
    }

    void endElement()
    {
        m_last = m_current;
        m_current = m_current ? m_current->parent : nullptr;
    }

    void elementData(QStringView text)
    {
        if (m_last)
            m_last->tail += text;
        else if (m_current)
            m_current->text += text;
    }

    void spanText(const QString &text)
    {
        const bool off = !m_open.empty() && m_open.back().state == State::Off;
        data(off ? m_engine.stash(text) : text);
    }

    static constexpr size_t maxDepth = 60;

    std::vector<Open> m_open;
    Element *m_root = nullptr;
    Element *m_current = nullptr;
    Element *m_last = nullptr; ///< The element that ended last: what follows is its tail.
};

/// Parses the content of elements that stand for raw HTML.
class MarkdownInHtmlProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return block.startsWith(rawPrefix); }
    bool run(Element *parent, Blocks &blocks) override
    {
        const Placeholder found = placeholderAt(blocks.back(), 0, rawPrefix);
        if (found.number < 0 || size_t(found.number) >= m_engine.raw.size())
            return false;
        Element *element = std::exchange(m_engine.raw[size_t(found.number)].element, nullptr);
        if (!element)
            return false;
        blocks.pop_back();
        parse(element);
        parent->append(element);
        return true;
    }

private:
    void parse(Element *element)
    {
        const QString state = element->attribute("markdown"_L1);
        element->drop("markdown"_L1);
        const std::vector<Element *> children = element->children;
        if (state == "block"_L1) {
            for (Element *child : children)
                parse(child);
            std::vector<Element *> all = blocksOf(std::exchange(element->text, {}));
            for (Element *child : children) {
                all.push_back(child);
                const std::vector<Element *> tail = blocksOf(std::exchange(child->tail, {}));
                all.insert(all.end(), tail.begin(), tail.end());
            }
            element->children.clear();
            for (Element *child : all)
                element->append(child);
        } else if (state == "span"_L1) {
            for (Element *child : children)
                parse(child);
        } else {
            element->textAtomic = true;
            for (Element *child : children) {
                parse(child);
                child->tailAtomic = !child->tail.isEmpty();
            }
        }
    }

    std::vector<Element *> blocksOf(const QString &text)
    {
        if (text.isEmpty())
            return {};
        Element *holder = m_engine.tree.make("div"_L1);
        m_engine.blocks.parseChunk(holder, rightStripped(m_engine.keep(text), u'\n'));
        return holder->children;
    }
};

} // namespace

QString extractHtml(Engine &engine, const QString &source, bool markdownInHtml)
{
    return markdownInHtml ? MarkdownHtmlExtractor(engine).extract(source) : HtmlExtractor(engine).extract(source);
}

void addMarkdownInHtml(Engine &engine)
{
    engine.blocks.processors.add(u"markdown_block"_s, 105, std::make_unique<MarkdownInHtmlProcessor>(engine));
}

} // namespace callboard::docs::markdown
