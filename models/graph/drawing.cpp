// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/drawing.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using Node = MapGraph::Node;

namespace {

    constexpr qsizetype longestLabel = 200;
    constexpr double letter = 7, textLeft = 12, plainHeight = 38;

    /// What neither DOT nor XML may hold, and what would break a line of it, as a blank.
    QString printable(QStringView text)
    {
        QString out;
        for (qsizetype i = 0; i < std::min(text.size(), longestLabel); ++i) {
            const QChar c = text[i];
            if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
                out += c;
                out += text[++i];
                continue;
            }
            const bool isBad = c.isSurrogate() || c.category() == QChar::Other_Control || c.unicode() >= 0xfffe
                || c.category() == QChar::Other_Format || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
            out += isBad ? QChar(u' ') : c;
        }
        if (text.size() > longestLabel)
            out += u'…';
        return out;
    }

    QString number(double value)
    {
        return QString::number(value, 'f', 1);
    }

    class DotWriter final {
    public:
        explicit DotWriter(const MapGraph &graph)
            : m_graph(graph)
        {
        }

        QByteArray write()
        {
            m_out = "digraph callboard {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=10];\n"
                    "  edge [fontname=\"sans-serif\", fontsize=8];\n";
            writeBox(-1, "  ");
            for (const MapGraph::Edge &edge : m_graph.edges)
                writeEdge(edge);
            return std::move(m_out += "}\n");
        }

    private:
        static QByteArray name(size_t node) { return "n" + QByteArray::number(node); }

        void writeNode(size_t index, const QByteArray &indent)
        {
            const Node &node = m_graph.nodes[index];
            const NodeText text = plainText(node);
            const QString label = text.subtitle.isEmpty() ? text.title : QString(text.title + u'\n' + text.subtitle);
            m_out += indent + name(index) + " [label=" + dotQuoted(label) + ", tooltip=" + dotQuoted(node.ref);
            if (node.isFocus)
                m_out += ", penwidth=2";
            if (node.isOld || node.kind == Node::Kind::Missing)
                m_out += ", style=\"rounded,dashed\"";
            m_out += "];\n";
        }

        void writeBox(int box, const QByteArray &indent)
        {
            for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
                if (m_graph.nodes[i].box == box)
                    writeNode(i, indent);
            }
            for (size_t i = 0; i < m_graph.boxes.size(); ++i) {
                if (m_graph.boxes[i].parent != box)
                    continue;
                m_out += indent + "subgraph cluster_" + QByteArray::number(i) + " {\n" + indent + "  label=" + dotQuoted(m_graph.boxes[i].name) + ";\n";
                writeBox(int(i), indent + "  ");
                m_out += indent + "}\n";
            }
        }

        void writeEdge(const MapGraph::Edge &edge)
        {
            const QString label = edge.weight > 1 ? QString(edge.type + u" × "_s + QString::number(edge.weight)) : edge.type;
            m_out += "  " + name(size_t(edge.from)) + " -> " + name(size_t(edge.to)) + " [label=" + dotQuoted(label);
            switch (arrowHeadOf(edge.type)) {
            case ArrowHead::Filled: break;
            case ArrowHead::Open: m_out += ", arrowhead=vee"; break;
            case ArrowHead::Ring: m_out += ", arrowhead=odot"; break;
            case ArrowHead::Diamond: m_out += ", arrowhead=odiamond"; break;
            }
            if (edge.isOld)
                m_out += ", style=dashed";
            m_out += "];\n";
        }

        const MapGraph &m_graph;
        QByteArray m_out;
    };

    class SvgWriter final {
    public:
        SvgWriter(const MapGraph &graph, const Layout &layout, const std::vector<NodeText> &texts, const SvgLook &look)
            : m_graph(graph)
            , m_layout(layout)
            , m_texts(texts)
            , m_look(look)
        {
        }

        QByteArray write()
        {
            constexpr double margin = 16;
            const QString width = number(m_layout.size.width() + 2 * margin), height = number(m_layout.size.height() + 2 * margin);
            m_out = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"%3 %3 %1 %2\" "
                    "font-family=\"%4\">\n"_s.arg(width, height, number(-margin), m_look.font.toHtmlEscaped());
            m_out += u"<rect x=\"%1\" y=\"%1\" width=\"%2\" height=\"%3\" fill=\"%4\"/>\n"_s.arg(number(-margin), width, height, m_look.ground);
            for (size_t i = 0; i < m_layout.boxes.size(); ++i)
                writeBox(m_graph.boxes[i], m_layout.boxes[i]);
            for (size_t i = 0; i < m_graph.edges.size(); ++i)
                writeEdge(m_graph.edges[i], m_layout.edges[i]);
            for (size_t i = 0; i < m_graph.nodes.size(); ++i)
                writeNode(i);
            return (m_out += u"</svg>\n"_s).toUtf8();
        }

    private:
        QString rect(const QRectF &area, double radius, const QString &fill, const QString &border, bool dashed = false, double width = 1) const
        {
            return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"%5\" fill=\"%6\" stroke=\"%7\" stroke-width=\"%8\"%9/>\n"_s.arg(
                number(area.x()), number(area.y()), number(area.width()), number(area.height()), number(radius), fill, border, number(width),
                dashed ? u" stroke-dasharray=\"4 3\""_s : QString());
        }

        QString text(const QPointF &at, const QString &words, double size, const QString &fill, bool bold = false) const
        {
            return u"<text x=\"%1\" y=\"%2\" font-size=\"%3\" fill=\"%4\"%5>"_s.arg(number(at.x()), number(at.y()), number(size), fill,
                       bold ? u" font-weight=\"600\""_s : QString())
                + printable(words).toHtmlEscaped() + u"</text>\n"_s;
        }

        void writeBox(const MapGraph::Box &box, const QRectF &area)
        {
            m_out += rect(area, 6, m_look.box, box.isFocus ? m_look.accent : m_look.boxBorder);
            m_out += text(area.topLeft() + QPointF(12, 19), box.name, 12, m_look.text);
        }

        void writeNode(size_t index)
        {
            const Node &node = m_graph.nodes[index];
            const QRectF area = m_layout.nodes[index];
            const bool dashed = node.isOld || node.kind == Node::Kind::Missing;
            m_out += u"<g><title>%1</title>\n"_s.arg(printable(node.ref).toHtmlEscaped());
            m_out += rect(area, 6, node.isFocus ? m_look.accent : m_look.slip, dashed ? m_look.old : m_look.border, dashed);
            if (node.group >= 0 && node.group < m_look.groups.size())
                m_out += rect({ area.topLeft() + QPointF(1, 4), QSizeF(3, area.height() - 8) }, 1.5, m_look.groups[node.group], u"none"_s);
            const QString ink = node.isFocus ? m_look.textOnAccent : m_look.text;
            const NodeText &words = m_texts[index];
            const double left = area.left() + textLeft;
            if (words.subtitle.isEmpty()) {
                m_out += text({ left, area.center().y() + 4 }, words.title, 12, ink, true);
            } else {
                m_out += text({ left, area.center().y() - 3 }, words.title, 12, ink, true);
                m_out += text({ left, area.center().y() + 12 }, words.subtitle, 11, node.isFocus ? m_look.textOnAccent : m_look.textSecondary);
            }
            m_out += u"</g>\n"_s;
        }

        static QString pair(const QPointF &point) { return number(point.x()) + u' ' + number(point.y()); }

        void writeEdge(const MapGraph::Edge &edge, const std::vector<QPointF> &points)
        {
            if (points.size() < 2)
                return;
            const bool touchesFocus = m_graph.nodes[size_t(edge.from)].isFocus || m_graph.nodes[size_t(edge.to)].isFocus;
            const QString ink = touchesFocus ? m_look.accent : edge.isOld ? m_look.old : m_look.edge;
            QString path = u"M"_s + pair(points[0]);
            if (points.size() == 2)
                path += u" L"_s + pair(points[1]);
            for (size_t i = 1; i + 2 < points.size(); i += 3)
                path += u" C"_s + pair(points[i]) + u' ' + pair(points[i + 1]) + u' ' + pair(points[i + 2]);
            m_out += u"<path d=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"%3\"%4/>\n"_s.arg(path, ink,
                touchesFocus ? u"1.6"_s : u"1"_s, edge.isOld ? u" stroke-dasharray=\"4 3\""_s : QString());
            writeHead(arrowHeadOf(edge.type), points[points.size() - 2], points.back(), ink);
        }

        void writeHead(ArrowHead head, const QPointF &before, const QPointF &tip, const QString &ink)
        {
            const QPointF way = tip - before;
            const double length = std::max(1e-6, std::hypot(way.x(), way.y()));
            const QPointF along = way / length, across(-along.y(), along.x());
            if (head == ArrowHead::Ring) {
                const QPointF centre = tip - along * 3;
                m_out += u"<circle cx=\"%1\" cy=\"%2\" r=\"3\" fill=\"%3\" stroke=\"%4\"/>\n"_s.arg(
                    number(centre.x()), number(centre.y()), m_look.ground, ink);
                return;
            }
            if (head == ArrowHead::Diamond) {
                m_out += u"<path d=\"M%1 L%2 L%3 L%4 Z\" fill=\"%5\" stroke=\"%6\"/>\n"_s.arg(pair(tip), pair(tip - along * 5 + across * 3.2),
                    pair(tip - along * 10), pair(tip - along * 5 - across * 3.2), m_look.ground, ink);
                return;
            }
            const QPointF left = tip - along * 7 + across * 3.5, right = tip - along * 7 - across * 3.5;
            const bool filled = head == ArrowHead::Filled;
            m_out += u"<path d=\"M%1 L%2 L%3%4\" fill=\"%5\" stroke=\"%6\"/>\n"_s.arg(
                pair(left), pair(tip), pair(right), filled ? u" Z"_s : QString(), filled ? ink : u"none"_s, ink);
        }

        const MapGraph &m_graph;
        const Layout &m_layout;
        const std::vector<NodeText> &m_texts;
        const SvgLook &m_look;
        QString m_out;
    };

    QString nodeKindName(Node::Kind kind)
    {
        switch (kind) {
        case Node::Kind::Entity: return u"entity"_s;
        case Node::Kind::Missing: return u"missing"_s;
        case Node::Kind::Fold: return u"folded"_s;
        case Node::Kind::Rolled: return u"rolledUp"_s;
        }
        return {};
    }

    QJsonObject toJson(const Node &node)
    {
        QJsonObject json { { u"is"_s, nodeKindName(node.kind) }, { u"depth"_s, node.depth } };
        const auto put = [&](const QString &key, const QString &value) {
            if (!value.isEmpty())
                json.insert(key, value);
        };
        put(u"ref"_s, node.kind == Node::Kind::Fold ? QString() : node.ref);
        put(u"at"_s, node.kind == Node::Kind::Fold ? node.ref : QString());
        put(u"name"_s, node.name);
        put(u"kind"_s, node.entityKind);
        put(u"type"_s, node.type);
        put(u"owner"_s, node.owner);
        if (node.box >= 0)
            json.insert(u"box"_s, node.box);
        if (node.count != 1 || node.kind == Node::Kind::Fold)
            json.insert(u"count"_s, node.count);
        if (!node.folded.isEmpty())
            json.insert(u"folded"_s, QJsonArray::fromStringList(node.folded));
        if (node.isOld)
            json.insert(u"old"_s, true);
        return json;
    }

} // namespace

ArrowHead arrowHeadOf(QStringView relationType)
{
    if (relationType == "partOf"_L1 || relationType == "memberOf"_L1 || relationType == "childOf"_L1)
        return ArrowHead::Diamond;
    return relationType == "consumesApi"_L1 ? ArrowHead::Open : relationType == "providesApi"_L1 ? ArrowHead::Ring : ArrowHead::Filled;
}

NodeText plainText(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Fold:
        return { u"+ %1 more%2"_s.arg(QString::number(node.count), node.entityKind.isEmpty() ? QString() : QString(u' ' + node.entityKind)), {} };
    case Node::Kind::Rolled:
        return { node.ref.isEmpty() ? u"in none"_s : node.name, u"%1 entities"_s.arg(node.count) };
    case Node::Kind::Missing:
        return { node.ref.isEmpty() ? u"%1 missing"_s.arg(node.count) : node.name, node.ref.isEmpty() ? QString() : u"missing"_s };
    case Node::Kind::Entity: break;
    }
    return { node.name, node.owner.isEmpty() ? node.type : node.owner };
}

QSizeF plainSize(const Node &node)
{
    const NodeText text = plainText(node);
    const qsizetype letters = std::clamp<qsizetype>(std::max(text.title.size(), text.subtitle.size()), 12, longestLabel / 4);
    return { 2 * textLeft + letter * double(letters), plainHeight };
}

QByteArray dotQuoted(QStringView text)
{
    // Within quotes only a quote needs a backslash, but labels read further ones: each stands twice. A line ends by \n.
    QByteArray out = "\"";
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), 2); ++i) {
        if (i > 0)
            out += "\\n";
        QString line = printable(lines[i]);
        line.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        out += line.toUtf8();
    }
    return out += '"';
}

QByteArray exportDot(const MapGraph &graph)
{
    return DotWriter(graph).write();
}

QByteArray exportSvg(const MapGraph &graph, const Layout &layout, const std::vector<NodeText> &texts, const SvgLook &look)
{
    return SvgWriter(graph, layout, texts, look).write();
}

QJsonObject exportJson(const MapGraph &graph)
{
    QJsonArray nodes, edges, boxes;
    for (const Node &node : graph.nodes)
        nodes.append(toJson(node));
    for (const MapGraph::Edge &edge : graph.edges) {
        QJsonObject json { { u"from"_s, edge.from }, { u"to"_s, edge.to }, { u"type"_s, edge.type }, { u"relations"_s, edge.weight } };
        if (edge.implied)
            json.insert(u"implied"_s, true);
        if (edge.isOld)
            json.insert(u"old"_s, true);
        edges.append(json);
    }
    for (const MapGraph::Box &box : graph.boxes) {
        QJsonObject json { { u"ref"_s, box.ref }, { u"name"_s, box.name } };
        if (box.parent >= 0)
            json.insert(u"parent"_s, box.parent);
        boxes.append(json);
    }
    return { { u"nodes"_s, nodes }, { u"edges"_s, edges }, { u"boxes"_s, boxes }, { u"entities"_s, graph.entities },
        { u"relations"_s, graph.relations }, { u"folded"_s, graph.folded }, { u"missing"_s, graph.missing }, { u"hidden"_s, graph.hidden } };
}

} // namespace callboard::graph
