// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown.h"
#include "models/docs/markdown_text.h"
#include "models/docs/markdown_tree.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <memory>
#include <vector>

namespace callboard::docs::markdown {

class Engine;

/// A list by priority, as markdown.util.Registry: the highest first, of one priority the one that came first; a name that comes again
/// takes its former place's content away.
template<class Item>
class Registry final {
public:
    void add(const QString &name, double priority, std::unique_ptr<Item> item)
    {
        remove(name);
        const auto place = std::ranges::find_if(m_entries, [priority](const Entry &entry) { return entry.priority < priority; });
        m_entries.insert(place, Entry {name, priority, std::move(item)});
    }
    void remove(const QString &name)
    {
        std::erase_if(m_entries, [&name](const Entry &entry) { return entry.name == name; });
    }
    bool has(const QString &name) const
    {
        return std::ranges::any_of(m_entries, [&name](const Entry &entry) { return entry.name == name; });
    }
    size_t size() const { return m_entries.size(); }
    Item &at(size_t index) const { return *m_entries[index].item; }

private:
    struct Entry {
        QString name;
        double priority;
        std::unique_ptr<Item> item;
    };
    std::vector<Entry> m_entries;
};

/// Blocks of text that are still to be parsed, the next one last. They point into texts that the engine keeps.
using Blocks = std::vector<QStringView>;

class BlockProcessor {
public:
    explicit BlockProcessor(Engine &engine)
        : m_engine(engine)
    {
    }
    Q_DISABLE_COPY_MOVE(BlockProcessor)
    virtual ~BlockProcessor() = default;
    virtual bool test(Element *parent, QStringView block) = 0;
    /// Takes the next block and may put others back; false leaves the blocks as they were, for the next processor.
    virtual bool run(Element *parent, Blocks &blocks) = 0;

protected:
    Engine &m_engine;
};

enum class BlockState { None, Detabbed, List, LooseList, Quote };

class BlockParser final {
public:
    explicit BlockParser(Engine &engine)
        : m_engine(engine)
    {
    }
    void parseChunk(Element *parent, QStringView text);
    void parseBlocks(Element *parent, Blocks blocks);
    void parseBlock(Element *parent, QStringView block) { parseBlocks(parent, {block}); }
    BlockState state() const { return m_states.empty() ? BlockState::None : m_states.back(); }
    void push(BlockState state) { m_states.push_back(state); }
    void pop() { m_states.pop_back(); }
    bool isDeep() const { return m_depth > maxDepth; }

    Registry<BlockProcessor> processors;

private:
    static constexpr int maxDepth = 60;

    Engine &m_engine;
    std::vector<BlockState> m_states;
    int m_depth = 0;
};

/// A place that a pattern may begin at.
struct Candidate {
    qsizetype start = -1;
    qsizetype end = -1;
    QStringList groups; ///< Of a regular expression; else empty.
    explicit operator bool() const { return start >= 0; }
};

/// What a pattern makes of it.
struct Outcome {
    enum class Kind {
        Rejected, ///< No match: look on behind the candidate.
        Nothing,  ///< A match that changes nothing: look on behind `end`.
        Text,
        Node,
    } kind = Kind::Rejected;
    qsizetype start = 0;
    qsizetype end = 0;
    QString text;
    Element *node = nullptr;
};

class InlinePattern {
public:
    explicit InlinePattern(Engine &engine)
        : m_engine(engine)
    {
    }
    Q_DISABLE_COPY_MOVE(InlinePattern)
    virtual ~InlinePattern() = default;
    /// The next place at or behind `from`.
    virtual Candidate next(const QString &data, qsizetype from) = 0;
    virtual Outcome handle(const Candidate &candidate, const QString &data) = 0;
    /// Called before each text that it is tried on; false: it has nothing to find in it.
    virtual bool begin(const QString &data) = 0;
    virtual bool isForbiddenInLinks() const { return false; }

protected:
    static Outcome nothing(qsizetype start, qsizetype end) { return {Outcome::Kind::Nothing, start, end, {}, nullptr}; }
    static Outcome text(qsizetype start, qsizetype end, QString text)
    {
        return {Outcome::Kind::Text, start, end, std::move(text), nullptr};
    }
    static Outcome node(qsizetype start, qsizetype end, Element *node) { return {Outcome::Kind::Node, start, end, {}, node}; }

    Engine &m_engine;
};

/// What was put aside during a pass over the tree: a node, or a text.
struct Stashed {
    Element *node = nullptr;
    QString text;
};

/// What inline patterns do to a tree (markdown.treeprocessors.InlineProcessor).
class InlineParser final {
public:
    InlineParser(Engine &engine, Registry<InlinePattern> &patterns)
        : m_engine(engine)
        , m_patterns(patterns)
    {
    }
    void run(Element *root);
    const std::vector<Stashed> &stash() const { return m_stash; }

private:
    QString handleInline(QString data, size_t first);
    QString apply(InlinePattern &pattern, size_t index, const QString &data);
    QString put(const Outcome &outcome, size_t index);
    std::vector<Element *> resolve(const QString &data, bool atomic, Element *parent, bool isText);
    void resolveText(Element *node, Element *sub, bool isText);
    void processChildren(Element *parent, std::vector<Element *> &open);
    bool isInLink(const Element *element) const;

    Engine &m_engine;
    Registry<InlinePattern> &m_patterns;
    std::vector<Stashed> m_stash;
    std::vector<QString> m_ancestors;
    int m_depth = 0;
};

/// HTML that is final, or an element whose content is yet to be parsed.
struct RawHtml {
    QString html;
    Element *element = nullptr;
};

struct Reference {
    QString link;
    QString title;
};

struct Fence {
    QString code; ///< With its first and last line.
    qsizetype indent = 0;
};

/// What highlighting is asked to do (pymdownx.highlight, codehilite).
struct HighlightOptions {
    bool enabled = false;
    bool usePygments = true;
    bool linenums = false;
    bool linenumsOff = false; ///< Said so: then not even a block's own number counts.
    QString defaultLanguage;
    QString languagePrefix = QStringLiteral("language-");
    bool autoTitle = false;
};

/// All that one document's parsing shares.
class Engine final {
public:
    explicit Engine(const MarkdownOptions &options);
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine();

    MarkdownResult convert(const QString &source);

    QStringView keep(QString text) { return m_texts.emplace_back(std::move(text)); }
    QString stash(QString html) { return stash(RawHtml {std::move(html), nullptr}); }
    QString stash(RawHtml raw);
    /// The text with what stands for raw HTML put back.
    QString restore(const QString &text);
    /// Text with inline placeholders undone: of an element its text.
    QString plain(const QString &text) const;
    /// Likewise, but with elements as HTML.
    QString markup(const QString &text) const;
    /// How much more may be spent on things that are not linear; false when it is used up.
    bool spend(qsizetype work);
    /// A match ran out of its usual number of steps: whether it may have many more.
    bool mayTryLonger();
    int slowMatches() const { return m_slowMatches; }

    static constexpr int mostLongTries = 32;     ///< Of some milliseconds each.
    static constexpr int mostSlowMatches = 1500; ///< Of some hundredths.

    const MarkdownOptions &options;
    Tree tree;
    BlockParser blocks;
    Registry<InlinePattern> inlines;
    Registry<InlinePattern> smarty;
    Registry<InlinePattern> smartSymbols;
    InlineParser *inlineParser = nullptr; ///< The one that runs.

    QString escapedChars;
    QSet<QString> loaded; ///< Names of the extensions, without their packages.
    QHash<QString, QJsonObject> config;
    std::vector<RawHtml> raw;
    QHash<QString, Reference> references;
    QStringList footnoteOrder;
    QHash<QString, QString> footnotes;
    QHash<QString, int> footnoteUses;
    QSet<QString> footnoteRefs;
    QHash<QString, QString> abbreviations;
    QStringList critic;
    QHash<QString, Fence> fences; ///< By the placeholder that stands for it.
    HighlightOptions highlight;
    int tabGroups = 0;

private:
    void load(const QString &name, const QJsonObject &config);
    void loadBasics();
    QStringList preprocess(const QString &source);
    void treeProcessors(Element *root, MarkdownResult &result);
    QString postprocess(const QString &text);

    std::deque<QString> m_texts;
    qint64 m_budget = 0;
    int m_slowMatches = 0;
};

inline constexpr QLatin1StringView inlinePrefix("\x02klzzwxh:");
inline constexpr QLatin1StringView rawPrefix("\x02wzxhzdk:");
inline constexpr QLatin1StringView ampersand("\x02" "amp" "\x03");

/// The number of the placeholder that begins at `at`, and where it ends; -1 where there is none.
struct Placeholder {
    qsizetype number = -1;
    qsizetype end = 0;
};
Placeholder placeholderAt(QStringView text, qsizetype at, QLatin1StringView prefix);

} // namespace callboard::docs::markdown
