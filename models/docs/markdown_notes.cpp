// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

#include <QRegularExpression>

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView backlinkText("zz1337820767766393qq");
constexpr QLatin1StringView noBreakSpace("qq3936677670287331zz");

/// `[^id]: text`
struct NoteHead {
    QString id;
    QStringView text;
};

std::optional<NoteHead> noteHead(QStringView line)
{
    const qsizetype spaces = countOf(line, u' ');
    if (spaces > 3 || !line.sliced(spaces).startsWith(u"[^"))
        return {};
    const qsizetype close = line.indexOf(u']', spaces + 2);
    if (close < 0 || close + 1 >= line.size() || line[close + 1] != u':')
        return {};
    const qsizetype text = close + 2 + countOf(line, u' ', close + 2);
    return NoteHead {line.sliced(spaces + 2, close - spaces - 2).toString(), line.sliced(text)};
}

class FootnoteProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return m_search.find(block, isHead) >= 0; }
    bool run(Element *, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        const qsizetype start = m_search.find(block, isHead);
        blocks.pop_back();
        const NoteHead head = *noteHead(lineAt(block, start));
        QStringList parts;
        const QStringView rest = leftStripped(behindLine(block, start), u'\n');
        const qsizetype another = LineSearch().find(rest, isHead);
        if (another >= 0) {
            const QStringView before = rightStripped(rest.first(another), u'\n');
            parts += leftStripped(QString(head.text + u'\n' + looseDetab(before, 4)), u'\n').toString();
            blocks.push_back(rest.sliced(another));
        } else {
            parts += stripped(QString(head.text + u'\n' + looseDetab(rest, 4)), u'\n').toString();
            takeIndented(blocks, parts);
        }
        if (!m_engine.footnotes.contains(head.id))
            m_engine.footnoteOrder += head.id;
        m_engine.footnotes.insert(head.id, rightStripped(parts.join(u"\n\n"_s)).toString());
        if (!isBlank(block.first(start)))
            blocks.push_back(rightStripped(block.first(start), u'\n'));
        return true;
    }

private:
    static bool isHead(QStringView line) { return noteHead(line).has_value(); }

    /// Blocks that are indented below it belong to it, up to another note.
    static void takeIndented(Blocks &blocks, QStringList &parts)
    {
        while (!blocks.empty() && indented(blocks.back(), 4)) {
            const QStringView block = blocks.back();
            blocks.pop_back();
            const qsizetype another = LineSearch().find(block, isHead);
            if (another < 0) {
                parts += looseDetab(block, 4);
                continue;
            }
            parts += looseDetab(rightStripped(block.first(another), u'\n'), 4);
            blocks.push_back(block.sliced(another));
            return;
        }
    }

    LineSearch m_search;
};

/// `*[HTML]: Hypertext Markup Language`
class AbbreviationProcessor final : public BlockProcessor {
public:
    using BlockProcessor::BlockProcessor;
    bool test(Element *, QStringView block) override { return m_search.find(block, isHead) >= 0; }
    bool run(Element *, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        const qsizetype start = m_search.find(block, isHead);
        QStringView line = lineAt(block, start);
        const qsizetype close = line.lastIndexOf(u']', line.indexOf(u':', line.indexOf(u']')));
        const QString name = stripped(line.sliced(2, close - 2)).toString();
        QStringView title = stripped(line.sliced(line.indexOf(u':', close) + 1));
        QStringView after = behindLine(block, start);
        // The title may stand on the next line.
        if (title.isEmpty() && !after.isEmpty()) {
            title = stripped(lineAt(after, 0));
            after = behindLine(after, 0);
        }
        if (title.isEmpty() || name.isEmpty())
            return false;
        blocks.pop_back();
        if (title == u"''" || title == u"\"\"")
            m_engine.abbreviations.remove(name);
        else
            m_engine.abbreviations.insert(name, title.toString());
        if (!isBlank(after))
            blocks.push_back(leftStripped(after, u'\n'));
        if (!isBlank(block.first(start)))
            blocks.push_back(rightStripped(block.first(start), u'\n'));
        return true;
    }

private:
    // ^[*]\[(?P<abbr>[^\\]*?)\][ ]?:
    static bool isHead(QStringView line)
    {
        if (!line.startsWith(u"*["))
            return false;
        for (qsizetype close = line.indexOf(u']', 2); close >= 0; close = line.indexOf(u']', close + 1)) {
            if (line.first(close).contains(u'\\'))
                return false;
            const QStringView rest = line.sliced(close + 1);
            if (rest.startsWith(u':') || rest.startsWith(u" :"))
                return true;
        }
        return false;
    }

    LineSearch m_search;
};

struct Marker {
    Element *child = nullptr;
    bool inText = false;
};

Marker findMarker(Element *root, const QString &marker)
{
    for (Element *element : walk(root)) {
        if (element == root)
            continue;
        if (element->text.contains(marker))
            return {element, true};
        if (element->tail.contains(marker))
            return {element, false};
    }
    return {};
}

Element *makeNotes(Engine &engine, const QString &title)
{
    Element *box = engine.tree.make("div"_L1);
    box->set(u"class"_s, u"footnote"_s);
    engine.tree.child(box, "hr"_L1);
    Element *list = engine.tree.child(box, "ol"_L1);
    // A note may hold another one's definition: the list grows while it is read.
    for (qsizetype i = 0; i < engine.footnoteOrder.size(); ++i) {
        const QString id = engine.footnoteOrder[i];
        Element *item = engine.tree.child(list, "li"_L1);
        item->set(u"id"_s, u"fn:"_s + id);
        Element *holder = engine.tree.make("div"_L1);
        engine.blocks.parseChunk(holder, engine.keep(engine.footnotes.value(id)));
        for (Element *child : holder->children)
            item->append(child);
        Element *back = engine.tree.make("a"_L1);
        back->set(u"href"_s, u"#fnref:"_s + id);
        back->set(u"class"_s, u"footnote-backref"_s);
        back->set(u"title"_s, QString(title).replace("%d"_L1, QString::number(i + 1)).replace("{}"_L1, QString::number(i + 1)));
        back->text = backlinkText;
        Element *last = item->last();
        if (!last)
            continue;
        if (last->is("p"_L1))
            last->text += noBreakSpace;
        else
            last = engine.tree.child(item, "p"_L1);
        last->append(back);
    }
    return box;
}

/// Cuts abbreviations out of a text: what stands before the first stays, each is followed by its tail.
std::vector<Element *> cutAbbreviations(Engine &engine, const QRegularExpression &regex, QString &text)
{
    std::vector<Element *> made;
    qsizetype end = text.size();
    qsizetype first = -1;
    qsizetype before = 0;
    for (auto it = regex.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        Element *element = engine.tree.make("abbr"_L1);
        element->set(u"title"_s, engine.abbreviations.value(match.captured()));
        element->setText(match.captured(), true);
        if (first < 0)
            first = match.capturedStart();
        else
            made.back()->tail = text.mid(before, match.capturedStart() - before);
        before = match.capturedEnd();
        made.push_back(element);
    }
    if (made.empty())
        return made;
    made.back()->tail = text.mid(before, end - before);
    text.truncate(first);
    return made;
}

} // namespace

void addFootnotes(Engine &engine)
{
    engine.blocks.processors.add(u"footnote"_s, 17, std::make_unique<FootnoteProcessor>(engine));
    addFootnotePattern(engine);
}

void addAbbreviations(Engine &engine, const QJsonObject &config)
{
    const QJsonObject glossary = config.value("glossary"_L1).toObject();
    for (auto it = glossary.begin(); it != glossary.end(); ++it)
        engine.abbreviations.insert(it.key(), it.value().toString());
    engine.blocks.processors.add(u"abbr"_s, 16, std::make_unique<AbbreviationProcessor>(engine));
}

void placeFootnotes(Engine &engine, Element *root, const QString &marker, const QString &title)
{
    if (engine.footnoteOrder.isEmpty())
        return;
    Element *box = makeNotes(engine, title);
    const Marker place = findMarker(root, marker);
    if (!place.child) {
        root->append(box);
        return;
    }
    Element *parent = place.child->parent;
    const size_t index = parent->indexOf(place.child);
    if (place.inText) {
        parent->remove(place.child);
        parent->insert(index, box);
    } else {
        parent->insert(index + 1, box);
        place.child->tail.clear();
    }
}

void doubleFootnoteLinks(Engine &engine, Element *root)
{
    for (Element *box : walk(root)) {
        if (!box->is("div"_L1) || box->attribute("class"_L1) != "footnote"_L1 || box->children.size() < 2)
            continue;
        for (Element *item : box->children[1]->children) {
            const QString id = item->attribute("id"_L1);
            const int uses = engine.footnoteUses.value(u"fnref"_s + id.mid(2));
            if (uses < 2)
                continue;
            const std::vector<Element *> all = walk(item);
            const auto link = std::ranges::find_if(all,
                [](const Element *element) { return element->is("a"_L1) && element->attribute("class"_L1) == "footnote-backref"_L1; });
            if (link == all.end())
                continue;
            Element *last = item->last();
            for (int number = 2; number <= uses; ++number) {
                Element *copy = engine.tree.copy(*link);
                copy->set(u"href"_s, u"#fnref%1"_s.arg(number) + (*link)->attribute("href"_L1).mid(6));
                last->append(copy);
            }
        }
    }
}

void applyAbbreviations(Engine &engine, Element *root)
{
    if (engine.abbreviations.isEmpty())
        return;
    QStringList names = engine.abbreviations.keys();
    std::ranges::stable_sort(names, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (QString &name : names)
        name = QRegularExpression::escape(name);
    const QRegularExpression regex = pythonRegex(u"\\b(?:"_s + names.join(u'|') + u")\\b"_s);
    for (Element *element : walk(root)) {
        std::vector<Element *> children;
        if (!element->text.isEmpty())
            children = cutAbbreviations(engine, regex, element->text);
        for (Element *child : element->children) {
            children.push_back(child);
            if (child->tail.isEmpty())
                continue;
            const std::vector<Element *> made = cutAbbreviations(engine, regex, child->tail);
            children.insert(children.end(), made.begin(), made.end());
        }
        element->children.clear();
        for (Element *child : children)
            element->append(child);
    }
}

} // namespace callboard::docs::markdown
