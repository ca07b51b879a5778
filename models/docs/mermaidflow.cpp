// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mermaidtext.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace callboard::docs::mermaid {

using namespace Qt::StringLiterals;

namespace {

using Shape = Flowchart::Shape;
using Line = Flowchart::Line;
using Head = Flowchart::Head;

constexpr size_t mostNodes = 200;
constexpr size_t mostEdges = 400;
constexpr size_t mostGroups = 60;

struct Bracket {
    QLatin1StringView open;
    QLatin1StringView close;
    Shape shape;
};
// Longer ones first: "((" is not "(".
constexpr std::array brackets {
    Bracket {"((("_L1, ")))"_L1, Shape::DoubleCircle},
    Bracket {"(("_L1, "))"_L1, Shape::Circle},
    Bracket {"(["_L1, "])"_L1, Shape::Stadium},
    Bracket {"(-"_L1, "-)"_L1, Shape::Stadium},
    Bracket {"("_L1, ")"_L1, Shape::Rounded},
    Bracket {"[["_L1, "]]"_L1, Shape::Subroutine},
    Bracket {"[("_L1, ")]"_L1, Shape::Cylinder},
    Bracket {"[/"_L1, "/]"_L1, Shape::LeanRight},
    Bracket {"[/"_L1, "\\]"_L1, Shape::Trapezoid},
    Bracket {"[\\"_L1, "\\]"_L1, Shape::LeanLeft},
    Bracket {"[\\"_L1, "/]"_L1, Shape::InvertedTrapezoid},
    Bracket {"["_L1, "]"_L1, Shape::Rectangle},
    Bracket {"{{"_L1, "}}"_L1, Shape::Hexagon},
    Bracket {"{"_L1, "}"_L1, Shape::Diamond},
    Bracket {">"_L1, "]"_L1, Shape::Flag},
};

/// Names of `@{ shape: … }`, those that look as an older one does.
Shape namedShape(const QString &name)
{
    static const QHash<QString, Shape> names {{u"rounded"_s, Shape::Rounded}, {u"event"_s, Shape::Rounded}, {u"stadium"_s, Shape::Stadium},
        {u"terminal"_s, Shape::Stadium}, {u"pill"_s, Shape::Stadium}, {u"fr-rect"_s, Shape::Subroutine}, {u"subprocess"_s, Shape::Subroutine},
        {u"subproc"_s, Shape::Subroutine}, {u"framed-rectangle"_s, Shape::Subroutine}, {u"subroutine"_s, Shape::Subroutine}, {u"cyl"_s, Shape::Cylinder},
        {u"cylinder"_s, Shape::Cylinder}, {u"database"_s, Shape::Cylinder}, {u"db"_s, Shape::Cylinder}, {u"circle"_s, Shape::Circle},
        {u"circ"_s, Shape::Circle}, {u"dbl-circ"_s, Shape::DoubleCircle}, {u"double-circle"_s, Shape::DoubleCircle}, {u"odd"_s, Shape::Flag},
        {u"diam"_s, Shape::Diamond}, {u"diamond"_s, Shape::Diamond}, {u"decision"_s, Shape::Diamond}, {u"question"_s, Shape::Diamond},
        {u"hex"_s, Shape::Hexagon}, {u"hexagon"_s, Shape::Hexagon}, {u"prepare"_s, Shape::Hexagon}, {u"lean-r"_s, Shape::LeanRight},
        {u"lean-right"_s, Shape::LeanRight}, {u"in-out"_s, Shape::LeanRight}, {u"lean-l"_s, Shape::LeanLeft}, {u"lean-left"_s, Shape::LeanLeft},
        {u"out-in"_s, Shape::LeanLeft}, {u"trap-b"_s, Shape::Trapezoid}, {u"trapezoid"_s, Shape::Trapezoid}, {u"priority"_s, Shape::Trapezoid},
        {u"trap-t"_s, Shape::InvertedTrapezoid}, {u"inv-trapezoid"_s, Shape::InvertedTrapezoid}, {u"manual"_s, Shape::InvertedTrapezoid}};
    return names.value(name, Shape::Rectangle);
}

std::optional<Flowchart::Direction> directionOf(QStringView word)
{
    using enum Flowchart::Direction;
    if (word == "TB"_L1 || word == "TD"_L1 || word == "v"_L1)
        return Down;
    if (word == "BT"_L1 || word == "^"_L1)
        return Up;
    if (word == "LR"_L1 || word == ">"_L1)
        return Right;
    if (word == "RL"_L1 || word == "<"_L1)
        return Left;
    return {};
}

Head headOf(QChar c)
{
    return c == u'>' || c == u'<' ? Head::Arrow : c == u'o' ? Head::Circle : c == u'x' ? Head::Cross : Head::None;
}

/// One link as it is written: `-->`, `o-. text .-x`, `==>|text|`.
struct Link {
    Line line = Line::Solid;
    Head start = Head::None;
    Head end = Head::None;
    QString text;
    int length = 1;
};

class FlowReader final {
public:
    explicit FlowReader(const Source &source)
        : m_source(source)
    {
    }

    domain::Result<Flowchart> read()
    {
        m_chart.title = shown(m_source.title);
        readHeader();
        for (const Statement &statement : m_source.lines) {
            m_line = statement.line;
            readLine(statement.text);
            if (m_error)
                return std::unexpected(*m_error);
        }
        if (!m_open.empty())
            return std::unexpected(problem(m_line, u"a subgraph without end"_s));
        resolveGroups();
        if (m_chart.nodes.empty() && m_chart.groups.empty())
            return std::unexpected(problem(m_line, u"nothing to draw"_s));
        return std::move(m_chart);
    }

private:
    void fail(const QString &message)
    {
        if (!m_error)
            m_error = problem(m_line, message);
    }
    QStringView rest() const { return QStringView(m_text).sliced(m_at); }
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    void skipBlanks()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QStringView word)
    {
        if (!rest().startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    void readHeader()
    {
        // What follows the direction on its line are statements already.
        m_text = m_source.rest;
        m_at = 0;
        qsizetype end = 0;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != u';')
            ++end;
        if (const auto direction = directionOf(QStringView(m_text).first(end))) {
            m_chart.direction = *direction;
            m_at = end;
        }
        readLine(m_text.sliced(m_at));
    }

    void readLine(const QString &line)
    {
        m_text = line;
        m_at = 0;
        while (!m_error) {
            while (!atEnd() && (m_text[m_at].isSpace() || m_text[m_at] == u';'))
                ++m_at;
            if (atEnd())
                return;
            readStatement();
        }
    }

    /// The word that the rest begins with.
    QStringView word() const
    {
        const QStringView from = rest();
        qsizetype end = 0;
        while (end < from.size() && (from[end].isLetterOrNumber() || from[end] == u'_'))
            ++end;
        return from.first(end);
    }
    QString restOfStatement()
    {
        // In quotes a semicolon is one.
        bool quoted = false;
        const qsizetype start = m_at;
        for (; !atEnd() && (quoted || m_text[m_at] != u';'); ++m_at)
            quoted = quoted != (m_text[m_at] == u'"');
        return m_text.sliced(start, m_at - start).trimmed();
    }

    void readStatement()
    {
        const QStringView keyword = word();
        const QChar behind = keyword.size() < rest().size() ? rest()[keyword.size()] : QChar();
        const bool isAlone = behind.isNull() || behind.isSpace() || behind == u';';
        static constexpr std::array looks {"classDef"_L1, "class"_L1, "style"_L1, "linkStyle"_L1, "click"_L1};
        if (isAlone && keyword == "subgraph"_L1) {
            m_at += keyword.size();
            openGroup(restOfStatement());
        } else if (isAlone && keyword == "end"_L1) {
            m_at += keyword.size();
            closeGroup();
        } else if (isAlone && keyword == "direction"_L1) {
            m_at += keyword.size();
            const auto direction = directionOf(restOfStatement());
            if (direction && !m_open.empty()) // Outside of subgraphs it says nothing.
                m_chart.groups[size_t(m_open.back().group)].direction = direction;
        } else if (isAlone && std::ranges::any_of(looks, [&](QLatin1StringView name) { return keyword == name; })) {
            m_at = m_text.size(); // A look may hold semicolons.
        } else {
            readChain();
        }
    }

    // Subgraphs

    void openGroup(const QString &text)
    {
        if (m_chart.groups.size() >= mostGroups || m_open.size() >= size_t(deepest))
            return fail(u"too many subgraphs"_s);
        QString id = text;
        QString title = text;
        if (const qsizetype bracket = text.indexOf(u'['); bracket > 0 && text.endsWith(u']') && !text.startsWith(u'"')) {
            id = text.first(bracket).trimmed();
            title = text.sliced(bracket + 1).chopped(1);
        }
        m_chart.groups.push_back({id, shown(title), m_open.empty() ? -1 : m_open.back().group, {}});
        m_open.push_back({int(m_chart.groups.size()) - 1, {}});
    }
    /// Of what is named in it, and in no subgraph that ended before.
    void closeGroup()
    {
        if (m_open.empty())
            return fail(u"an end without subgraph"_s);
        const Open closed = std::move(m_open.back());
        m_open.pop_back();
        for (const int node : closed.nodes) {
            int &group = m_chart.nodes[size_t(node)].group;
            group = group < 0 ? closed.group : group;
        }
    }

    // Nodes

    static bool isIdPart(QChar c)
    {
        return c.isLetterOrNumber() || c.isSurrogate() || u"_!#$%'*+.`?\\/"_s.contains(c) || (c.unicode() > 0x7F && !c.isSpace());
    }
    QString readId()
    {
        const qsizetype start = m_at;
        while (!atEnd()) {
            const QChar c = peek();
            const QChar next = peek(1);
            // A dash or equals sign that begins a link does not belong to it.
            const bool part = c == u'-' ? next != u'>' && next != u'-' && next != u'.' && !next.isNull() && !next.isSpace()
                : c == u'='             ? next != u'='
                                        : isIdPart(c);
            if (!part)
                break;
            ++m_at;
        }
        return m_text.sliced(start, m_at - start);
    }

    int nodeOf(const QString &id)
    {
        auto known = m_known.constFind(id);
        if (known == m_known.constEnd()) {
            if (m_chart.nodes.size() >= mostNodes) {
                fail(u"more than 200 nodes"_s);
                return -1;
            }
            m_chart.nodes.push_back({id, shown(id), Shape::Rectangle, -1});
            known = m_known.insert(id, int(m_chart.nodes.size()) - 1);
        }
        for (Open &open : m_open)
            open.nodes.push_back(*known);
        return *known;
    }

    /// Up to the bracket that closes; -1 where there is none.
    qsizetype closerOf(const Bracket &bracket, qsizetype from) const
    {
        qsizetype at = from;
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        if (at < m_text.size() && m_text[at] == u'"') {
            const qsizetype quote = m_text.indexOf(u'"', at + 1);
            if (quote < 0)
                return -1;
            at = quote + 1;
            while (at < m_text.size() && m_text[at].isSpace())
                ++at;
            return QStringView(m_text).sliced(at).startsWith(bracket.close) ? at : -1;
        }
        return m_text.indexOf(bracket.close, from);
    }

    void readShape(Flowchart::Node &node)
    {
        qsizetype best = -1;
        const Bracket *chosen = nullptr;
        for (const Bracket &bracket : brackets) {
            if (!rest().startsWith(bracket.open) || (chosen && chosen->open != bracket.open))
                continue;
            const qsizetype close = closerOf(bracket, m_at + bracket.open.size());
            if (close >= 0 && (best < 0 || close < best)) {
                best = close;
                chosen = &bracket;
            }
        }
        if (!chosen)
            return;
        const QStringView text = QStringView(m_text).sliced(m_at + chosen->open.size(), best - m_at - chosen->open.size());
        if (text.size() > longestText)
            return fail(u"a text that is too long"_s);
        node.text = shown(text);
        node.shape = chosen->shape;
        m_at = best + chosen->close.size();
    }

    /// `@{ shape: cyl, label: "Orders" }`
    void readProperties(Flowchart::Node &node)
    {
        const qsizetype close = m_text.indexOf(u'}', m_at);
        if (close < 0)
            return fail(u"a brace without end"_s);
        const QString inside = m_text.sliced(m_at + 2, close - m_at - 2);
        m_at = close + 1;
        bool quoted = false;
        QString part;
        const auto use = [&] {
            const QString name = part.section(u':', 0, 0).trimmed();
            const QString value = part.section(u':', 1).trimmed();
            if (name == "shape"_L1)
                node.shape = namedShape(value);
            else if (name == "label"_L1 && value.size() <= longestText)
                node.text = shown(value);
            part.clear();
        };
        for (const QChar c : inside) {
            quoted = quoted != (c == u'"');
            if (c == u',' && !quoted)
                use();
            else
                part += c;
        }
        use();
    }

    int readNode()
    {
        const QString id = readId();
        if (id.isEmpty()) {
            fail(u"expected a node at \"%1\""_s.arg(rest().left(20)));
            return -1;
        }
        const int node = nodeOf(id);
        if (node < 0)
            return node;
        if (rest().startsWith(u"@{"_s))
            readProperties(m_chart.nodes[size_t(node)]);
        else if (!rest().startsWith(u":::"_s))
            readShape(m_chart.nodes[size_t(node)]);
        if (take(u":::"))
            readId();
        return node;
    }

    std::vector<int> readNodes()
    {
        std::vector<int> nodes {readNode()};
        for (;;) {
            const qsizetype before = m_at;
            skipBlanks();
            if (!take(u"&")) {
                m_at = before;
                return nodes;
            }
            skipBlanks();
            nodes.push_back(readNode());
            if (m_error)
                return nodes;
        }
    }

    // Links

    qsizetype runOf(QChar c, qsizetype at) const
    {
        qsizetype length = 0;
        while (at + length < m_text.size() && m_text[at + length] == c)
            ++length;
        return length;
    }

    struct Stroke {
        Line line = Line::Solid;
        int length = 1;
        qsizetype end = -1; ///< Behind its head; -1: there is none here.
        Head head = Head::None;
        bool isOpen = false; ///< It may be the first half of one with a text in it.
    };

    /// The line of a link from `at` on, its head at the end included.
    Stroke strokeAt(qsizetype at) const
    {
        Stroke stroke;
        const auto headAt = [&](qsizetype where) {
            return where < m_text.size() && (m_text[where] == u'>' || m_text[where] == u'o' || m_text[where] == u'x') ? headOf(m_text[where]) : Head::None;
        };
        const QChar c = at < m_text.size() ? m_text[at] : QChar();
        if (c == u'~' && runOf(c, at) >= 3)
            return {Line::Invisible, int(runOf(c, at)) - 2, at + runOf(c, at), Head::None, false};
        if ((c == u'-' && at + 1 < m_text.size() && m_text[at + 1] == u'.') || c == u'.') {
            const qsizetype dots = at + (c == u'-' ? 1 : 0);
            const qsizetype count = runOf(u'.', dots);
            qsizetype end = dots + count;
            const bool dash = end < m_text.size() && m_text[end] == u'-';
            stroke = {Line::Dotted, int(count), -1, Head::None, c == u'-' && !dash};
            if (!dash)
                return stroke;
            ++end;
            stroke.head = headAt(end);
            stroke.end = end + (stroke.head == Head::None ? 0 : 1);
            return stroke;
        }
        if (c != u'-' && c != u'=')
            return stroke;
        const qsizetype count = runOf(c, at);
        if (count < 2)
            return stroke;
        stroke.line = c == u'-' ? Line::Solid : Line::Thick;
        stroke.head = headAt(at + count);
        // "--x" is a cross; "-- x" and "--" before a text are half of a link.
        if (stroke.head == Head::None && count == 2) {
            stroke.isOpen = true;
            return stroke;
        }
        stroke.length = int(count) - (stroke.head == Head::None ? 2 : 1);
        stroke.end = at + count + (stroke.head == Head::None ? 0 : 1);
        return stroke;
    }

    /// The second half of a link with a text in it: the first such line behind `from`, outside of quotes.
    bool readInnerText(Link &link, qsizetype from)
    {
        bool quoted = false;
        for (qsizetype at = from; at < m_text.size(); ++at) {
            quoted = quoted != (m_text[at] == u'"');
            if (quoted)
                continue;
            const Stroke stroke = strokeAt(at);
            if (stroke.end < 0 || stroke.line != link.line)
                continue;
            if (at - from > longestText)
                break;
            link.text = shown(QStringView(m_text).sliced(from, at - from));
            link.end = stroke.head;
            link.length = stroke.length;
            m_at = stroke.end;
            return true;
        }
        return false;
    }

    bool readLink(Link &link)
    {
        skipBlanks();
        // An edge may have a name: "a e1@--> b".
        if (const QStringView name = word(); !name.isEmpty() && name.size() + 1 < rest().size() && rest()[name.size()] == u'@' && rest()[name.size() + 1] != u'{')
            m_at += name.size() + 1;
        const QChar first = peek();
        const bool hasStart = (first == u'<' || first == u'o' || first == u'x') && (peek(1) == u'-' || peek(1) == u'=');
        const qsizetype lineAt = m_at + (hasStart ? 1 : 0);
        const Stroke stroke = strokeAt(lineAt);
        if (stroke.end < 0 && !stroke.isOpen)
            return false;
        link.line = stroke.line;
        link.start = hasStart ? headOf(first) : Head::None;
        if (stroke.isOpen) {
            if (!readInnerText(link, lineAt + 2))
                fail(u"a link without end"_s);
            return true;
        }
        link.end = stroke.head;
        link.length = stroke.length;
        m_at = stroke.end;
        skipBlanks();
        if (peek() == u'|') {
            const qsizetype close = m_text.indexOf(u'|', m_at + 1);
            if (close < 0 || close - m_at > longestText) {
                fail(u"a text of a link without end"_s);
                return true;
            }
            link.text = shown(QStringView(m_text).sliced(m_at + 1, close - m_at - 1));
            m_at = close + 1;
        }
        return true;
    }

    void readChain()
    {
        std::vector<int> from = readNodes();
        while (!m_error) {
            Link link;
            const qsizetype before = m_at;
            if (!readLink(link)) {
                m_at = before;
                break;
            }
            skipBlanks();
            if (m_error || atEnd())
                return fail(u"a link that leads nowhere"_s);
            std::vector<int> to = readNodes();
            if (m_error)
                return;
            for (const int a : from) {
                for (const int b : to)
                    addEdge(a, b, link);
            }
            from = std::move(to);
        }
        skipBlanks();
        if (!m_error && !atEnd() && peek() != u';')
            fail(u"did not expect \"%1\""_s.arg(rest().left(20)));
    }

    void addEdge(int from, int to, const Link &link)
    {
        if (m_chart.edges.size() >= mostEdges)
            return fail(u"more than 400 edges"_s);
        m_chart.edges.push_back({{from, -1}, {to, -1}, link.line, link.start, link.end, link.text, std::clamp(link.length, 1, 10)});
    }

    /// What was named as a node and is a subgraph.
    void resolveGroups()
    {
        std::vector<int> groupOf(m_chart.nodes.size(), -1);
        std::vector<int> place(m_chart.nodes.size(), -1);
        std::vector<Flowchart::Node> kept;
        for (size_t i = 0; i < m_chart.nodes.size(); ++i) {
            const auto group = std::ranges::find(m_chart.groups, m_chart.nodes[i].id, &Flowchart::Group::id);
            if (group != m_chart.groups.end()) {
                groupOf[i] = int(group - m_chart.groups.begin());
                continue;
            }
            place[i] = int(kept.size());
            kept.push_back(std::move(m_chart.nodes[i]));
        }
        m_chart.nodes = std::move(kept);
        for (Flowchart::Edge &edge : m_chart.edges) {
            for (Flowchart::End *end : {&edge.from, &edge.to})
                *end = {place[size_t(end->node)], groupOf[size_t(end->node)]};
        }
    }

    struct Open {
        int group = -1;
        std::vector<int> nodes;
    };
    const Source &m_source;
    Flowchart m_chart;
    std::optional<domain::Error> m_error;
    QHash<QString, int> m_known;
    std::vector<Open> m_open;
    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

domain::Result<Flowchart> readFlowchart(const Source &source)
{
    return FlowReader(source).read();
}

} // namespace callboard::docs::mermaid
