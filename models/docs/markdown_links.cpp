// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// `[text]`, which may hold brackets in pairs, and what a link may have behind it.
class BracketPattern : public TriggerPattern {
public:
    BracketPattern(Engine &engine, bool image)
        : TriggerPattern(engine, image ? u"!["_s : u"["_s)
        , m_image(image)
    {
    }

    bool begin(const QString &data) override
    {
        m_closers.clear();
        m_lastParenthesis = data.lastIndexOf(u')');
        m_lastInTitle = std::min(std::max(data.lastIndexOf(u'"'), data.lastIndexOf(u'\'')), data.lastIndexOf(u'('));
        if (!data.contains(m_trigger))
            return false;
        // Where each "[" is closed: found once for the text, or a text full of "[" would be read to its end for each of them.
        std::vector<qsizetype> open;
        for (qsizetype at = 0; at < data.size(); ++at) {
            if (data[at] == u'[') {
                open.push_back(at);
            } else if (data[at] == u']' && !open.empty()) {
                m_closers.insert(open.back(), at);
                open.pop_back();
            }
        }
        return true;
    }

    Candidate next(const QString &data, qsizetype from) override
    {
        for (qsizetype at = data.indexOf(m_trigger, from); at >= 0; at = data.indexOf(m_trigger, at + 1)) {
            if (m_image || at == 0 || data[at - 1] != u'!')
                return {at, at + m_trigger.size(), {}};
        }
        return {};
    }

protected:
    struct Text {
        QString text;
        qsizetype end = -1; ///< Behind the "]"; -1: there is none.
    };
    Text textOf(const Candidate &candidate, const QString &data) const
    {
        const auto closer = m_closers.constFind(candidate.end - 1);
        if (closer == m_closers.constEnd() || *closer >= data.size() || data[*closer] != u']')
            return {};
        return {data.mid(candidate.end, *closer - candidate.end), *closer + 1};
    }
    Element *make(const QString &target, const std::optional<QString> &title, const QString &text)
    {
        Element *made = m_engine.tree.make(m_image ? "img"_L1 : "a"_L1);
        made->set(m_image ? u"src"_s : u"href"_s, target);
        if (title)
            made->set(u"title"_s, *title);
        if (m_image)
            made->set(u"alt"_s, m_engine.plain(text));
        else
            made->text = text;
        return made;
    }

    bool m_image;
    qsizetype m_lastParenthesis = -1;
    qsizetype m_lastInTitle = -1; ///< Behind it there is no quote any more, or no "(".

private:
    QHash<qsizetype, qsizetype> m_closers;
};

struct Target {
    QString href;
    std::optional<QString> title;
    qsizetype end = -1;
};

/// `(<address> "title")`; its start decides that it is this form and no other.
std::optional<Target> angleTarget(const QString &data, qsizetype at)
{
    const auto skip = [&] {
        while (at < data.size() && isSpace(data[at]))
            ++at;
    };
    ++at;
    skip();
    if (at >= data.size() || data[at] != u'<')
        return {};
    const qsizetype first = at + 1;
    while (++at < data.size() && data[at] != u'>') {
        if (data[at] == u'<')
            return {};
    }
    if (at >= data.size())
        return {};
    Target target {stripped(QStringView(data).sliced(first, at - first)).toString(), {}, -1};
    ++at;
    skip();
    if (at < data.size() && (data[at] == u'"' || data[at] == u'\'')) {
        const qsizetype close = data.indexOf(data[at], at + 1);
        if (close < 0)
            return {};
        target.title = data.mid(at + 1, close - at - 1);
        at = close + 1;
        skip();
    }
    if (at >= data.size() || data[at] != u')')
        return {};
    target.end = at + 1;
    return target;
}

/// The other form: brackets in pairs, and a title that is only known to be one when the bracket behind it comes. The names are
/// those of Python-Markdown's getLink, whose ways with unclosed quotes are its own.
class TargetScanner final {
public:
    TargetScanner(const QString &data, qsizetype start)
        : m_data(data)
        , m_start(start)
        , m_index(start)
    {
    }
    std::optional<Target> scan(Engine &engine);

private:
    void open();
    void close(QChar last);
    void quote(QChar c);
    Target closed(QChar last) const;
    qsizetype beforeLast(qsizetype end) const;

    const QString &m_data;
    qsizetype m_start;
    qsizetype m_index; ///< One behind the character that is looked at, once it was.
    qsizetype m_brackets = 1;
    qsizetype m_backtrack = 1;
    qsizetype m_lastBracket = -1;
    QChar m_quote;
    qsizetype m_startQuote = -1;
    qsizetype m_exitQuote = -1;
    bool m_inTitle = false;
    QChar m_altQuote;
    qsizetype m_startAltQuote = -1;
    qsizetype m_exitAltQuote = -1;
};

void TargetScanner::open()
{
    if (!m_inTitle)
        ++m_brackets;
    else if (m_backtrack > 0)
        --m_backtrack;
}

void TargetScanner::close(QChar last)
{
    if ((m_exitQuote != -1 && m_quote == last) || (m_exitAltQuote != -1 && m_altQuote == last)) {
        m_brackets = 0;
    } else if (!m_inTitle) {
        --m_brackets;
    } else if (m_backtrack > 0) {
        --m_backtrack;
        if (m_backtrack == 0)
            m_lastBracket = m_index + 1;
    }
}

void TargetScanner::quote(QChar c)
{
    if (m_quote.isNull()) {
        m_inTitle = true;
        m_backtrack = m_brackets;
        m_brackets = 1;
        m_startQuote = m_index + 1;
        m_quote = c;
    } else if (c != m_quote && m_altQuote.isNull()) {
        m_startAltQuote = m_index + 1;
        m_altQuote = c;
    } else if (c == m_quote) {
        m_exitQuote = m_index + 1;
    } else if (c == m_altQuote) {
        m_exitAltQuote = m_index + 1;
    }
}

Target TargetScanner::closed(QChar last) const
{
    Target target;
    target.end = m_index;
    if (m_exitQuote >= 0 && m_quote == last) {
        target.href = m_data.mid(m_start, m_startQuote - 1 - m_start);
        target.title = m_data.mid(m_startQuote, m_exitQuote - 1 - m_startQuote);
    } else if (m_exitAltQuote >= 0 && m_altQuote == last) {
        target.href = m_data.mid(m_start, m_startAltQuote - 1 - m_start);
        target.title = m_data.mid(m_startAltQuote, m_exitAltQuote - 1 - m_startAltQuote);
    } else {
        target.href = m_data.mid(m_start, m_index - 1 - m_start);
    }
    return target;
}

std::optional<Target> TargetScanner::scan(Engine &engine)
{
    QChar last;
    for (qsizetype at = m_index; at < m_data.size(); ++at) {
        const QChar c = m_data[at];
        if (c == u'(')
            open();
        else if (c == u')')
            close(last);
        else if (c == u'\'' || c == u'"')
            quote(c);
        ++m_index;
        if (m_brackets == 0)
            return closed(last);
        if (c != u' ')
            last = c;
        if ((at - m_start) % 128 == 127 && !engine.spend(128))
            return {};
    }
    if (m_backtrack != 0)
        return {};
    if (m_lastBracket >= 0)
        return Target {m_data.mid(m_start, m_lastBracket - 1 - m_start), {}, m_lastBracket};
    // Brackets that only open in what looked like a title: Python-Markdown's end is -1 then, which for Python is before the last
    // character. All but that one belongs to the link, and its address ends one before.
    const qsizetype end = beforeLast(m_data.size());
    return Target {m_data.sliced(m_start, std::max(beforeLast(end), m_start) - m_start), {}, end};
}

/// Where the character begins that ends at `end`.
qsizetype TargetScanner::beforeLast(qsizetype end) const
{
    return end - (end > 1 && m_data[end - 1].isLowSurrogate() && m_data[end - 2].isHighSurrogate() ? 2 : 1);
}

/// `[text](address "title")` and `![text](address "title")`
class LinkPattern final : public BracketPattern {
public:
    using BracketPattern::BracketPattern;

    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        const Text label = textOf(candidate, data);
        if (label.end < 0 || label.end > std::max(m_lastParenthesis, m_lastInTitle) || data[label.end] != u'(')
            return {};
        std::optional<Target> target = angleTarget(data, label.end);
        if (!target) {
            qsizetype start = label.end + 1;
            while (start < data.size() && isSpace(data[start]))
                ++start;
            target = TargetScanner(data, start).scan(m_engine);
        }
        if (!target)
            return {};
        if (target->title)
            target->title = cleanTitle(*target->title);
        const QString href = stripped(m_engine.plain(target->href)).toString();
        return node(candidate.start, target->end, make(href, target->title, label.text));
    }

private:
    QString cleanTitle(const QString &title) const
    {
        QString clean = m_engine.plain(stripped(title).toString());
        // One quote alone is both of its own.
        if ((clean.startsWith(u'"') && clean.endsWith(u'"')) || (clean.startsWith(u'\'') && clean.endsWith(u'\'')))
            clean = clean.mid(1, std::max<qsizetype>(clean.size() - 2, 0));
        for (QChar &c : clean)
            c = isSpace(c) ? QChar(u' ') : c;
        return clean;
    }
};

/// `[text][id]`, `[text][]`, and short: `[id]`
class ReferencePattern final : public BracketPattern {
public:
    ReferencePattern(Engine &engine, bool image, bool isShort)
        : BracketPattern(engine, image)
        , m_short(isShort)
    {
    }

    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        const Text label = textOf(candidate, data);
        if (label.end < 0)
            return {};
        QString id = label.text.toLower();
        qsizetype end = label.end;
        if (!m_short) {
            if (end < data.size() && isSpace(data[end]))
                ++end;
            const qsizetype close = end < data.size() && data[end] == u'[' ? data.indexOf(u']', end + 1) : -1;
            if (close < 0)
                return {};
            const QString named = data.mid(end + 1, close - end - 1).toLower();
            id = named.isEmpty() ? id : named;
            end = close + 1;
        }
        const auto reference = m_engine.references.constFind(foldedId(id));
        if (reference == m_engine.references.constEnd())
            return nothing(candidate.start, end);
        const std::optional<QString> title = reference->title.isEmpty() ? std::nullopt : std::optional(reference->title);
        return node(candidate.start, end, make(reference->link, title, label.text));
    }

private:
    /// White space becomes one blank each; at the ends, too, it stays.
    static QString foldedId(const QString &id)
    {
        QString out;
        for (const QChar c : id) {
            if (!isSpace(c))
                out += c;
            else if (!out.endsWith(u' '))
                out += u' ';
        }
        return out;
    }

    bool m_short;
};

/// `<http://…>`
class AutolinkPattern final : public RegexPattern {
public:
    explicit AutolinkPattern(Engine &engine)
        : RegexPattern(engine, u"<((?:[Ff]|[Hh][Tt])[Tt][Pp][Ss]?://[^<>]*)>"_s, u"<"_s)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        Element *made = m_engine.tree.make("a"_L1);
        made->set(u"href"_s, m_engine.plain(candidate.groups[1]));
        made->setText(candidate.groups[1], true);
        return node(candidate.start, candidate.end, made);
    }
};

/// `<me@example.com>`
class AutomailPattern final : public RegexPattern {
public:
    explicit AutomailPattern(Engine &engine)
        : RegexPattern(engine, u"<([^<> !]+@[^@<> ]+)>"_s, u"@"_s)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        QString address = m_engine.plain(candidate.groups[1]);
        if (address.startsWith("mailto:"_L1))
            address = address.mid(7);
        // Python-Markdown writes each letter as an entity, against collectors; a reader sees the same.
        Element *made = m_engine.tree.make("a"_L1);
        made->setText(address, true);
        made->set(u"href"_s, u"mailto:"_s + address);
        return node(candidate.start, candidate.end, made);
    }
};

/// `[[page]]`
class WikiLinkPattern final : public RegexPattern {
public:
    WikiLinkPattern(Engine &engine, const QJsonObject &config)
        : RegexPattern(engine, uR"(\[\[([\w0-9_ -]+)\]\])"_s, u"[["_s)
        , m_base(config.value("base_url"_L1).toString(u"/"_s))
        , m_end(config.value("end_url"_L1).toString(u"/"_s))
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString label = stripped(candidate.groups[1]).toString();
        if (label.isEmpty())
            return text(candidate.start, candidate.end, {});
        static const QRegularExpression gaps(u"([ ]+_)|(_[ ]+)|([ ]+)"_s);
        Element *made = m_engine.tree.make("a"_L1);
        made->text = label;
        made->set(u"href"_s, m_base + QString(label).replace(gaps, u"_"_s) + m_end);
        return node(candidate.start, candidate.end, made);
    }

private:
    QString m_base;
    QString m_end;
};

/// `[^id]`
class FootnotePattern final : public RegexPattern {
public:
    explicit FootnotePattern(Engine &engine)
        : RegexPattern(engine, uR"(\[\^([^\]]*)\])"_s, u"[^"_s)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString id = candidate.groups[1];
        const qsizetype number = m_engine.footnoteOrder.indexOf(id);
        if (number < 0)
            return {};
        Element *sup = m_engine.tree.make("sup"_L1);
        Element *link = m_engine.tree.child(sup, "a"_L1);
        sup->set(u"id"_s, uniqueRef(u"fnref:"_s + id));
        link->set(u"href"_s, u"#fn:"_s + id);
        link->set(u"class"_s, u"footnote-ref"_s);
        link->text = QString::number(number + 1);
        return node(candidate.start, candidate.end, sup);
    }

private:
    QString uniqueRef(const QString &id)
    {
        // The first is "fnref:x", the others are "fnref2:x" and so on.
        const int uses = ++m_engine.footnoteUses[id];
        QString unique = id;
        for (int number = 2; uses > 1 && m_engine.footnoteRefs.contains(unique); ++number)
            unique = u"fnref%1"_s.arg(std::max(number, uses)) + id.mid(5);
        m_engine.footnoteRefs.insert(unique);
        return unique;
    }
};

} // namespace

void addLinkPatterns(Engine &engine)
{
    engine.inlines.add(u"reference"_s, 170, std::make_unique<ReferencePattern>(engine, false, false));
    engine.inlines.add(u"link"_s, 160, std::make_unique<LinkPattern>(engine, false));
    engine.inlines.add(u"image_link"_s, 150, std::make_unique<LinkPattern>(engine, true));
    engine.inlines.add(u"image_reference"_s, 140, std::make_unique<ReferencePattern>(engine, true, false));
    engine.inlines.add(u"short_reference"_s, 130, std::make_unique<ReferencePattern>(engine, false, true));
    engine.inlines.add(u"short_image_ref"_s, 125, std::make_unique<ReferencePattern>(engine, true, true));
    engine.inlines.add(u"autolink"_s, 120, std::make_unique<AutolinkPattern>(engine));
    engine.inlines.add(u"automail"_s, 110, std::make_unique<AutomailPattern>(engine));
}

void addFootnotePattern(Engine &engine)
{
    engine.inlines.add(u"footnote"_s, 175, std::make_unique<FootnotePattern>(engine));
}

void addWikiLinks(Engine &engine, const QJsonObject &config)
{
    engine.inlines.add(u"wikilink"_s, 75, std::make_unique<WikiLinkPattern>(engine, config));
}

} // namespace callboard::docs::markdown
