// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/boxedlayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numeric>

// The language: https://graphviz.org/doc/info/lang.html; the attributes: https://graphviz.org/doc/info/attrs.html. Graphviz counts
// sizes in inches of 72 points and y upwards; a point is a px here.

namespace callboard::graph {

using namespace Qt::StringLiterals;

namespace {

    QByteArray inches(double px) { return QByteArray::number(px / 72, 'f', 4); }
    QByteArray nodeName(size_t node) { return "n" + QByteArray::number(node); }

    /// Which nodes are to stand in one column because they belong together: sets within one box.
    class Columns final {
    public:
        explicit Columns(const LayoutRequest &request)
            : m_request(request)
            , m_root(request.nodes.size())
        {
            std::iota(m_root.begin(), m_root.end(), 0);
            for (const LayoutRequest::Edge &edge : request.edges) {
                if (edge.beside && edge.from != edge.to && request.boxOf[size_t(edge.from)] == request.boxOf[size_t(edge.to)])
                    unite(edge.from, edge.to);
            }
        }

        /// Sets of two and more, of one box.
        std::vector<std::vector<int>> of(int box) const
        {
            std::vector<std::vector<int>> sets;
            std::vector<int> setOf(m_root.size(), -1);
            for (size_t i = 0; i < m_root.size(); ++i) {
                if (m_request.boxOf[i] != box)
                    continue;
                const size_t root = size_t(find(int(i)));
                if (setOf[root] < 0) {
                    setOf[root] = int(sets.size());
                    sets.emplace_back();
                }
                sets[size_t(setOf[root])].push_back(int(i));
            }
            std::erase_if(sets, [](const auto &set) { return set.size() < 2; });
            return sets;
        }

    private:
        int find(int node) const
        {
            while (m_root[size_t(node)] != node)
                node = m_root[size_t(node)];
            return node;
        }

        /// Not when another edge runs between the two: it wants columns of their own.
        void unite(int a, int b)
        {
            const int first = find(a), second = find(b);
            const bool isParted = std::ranges::any_of(m_request.edges, [&](const LayoutRequest::Edge &edge) {
                if (edge.beside)
                    return false;
                const int from = find(edge.from), to = find(edge.to);
                return (from == first && to == second) || (from == second && to == first);
            });
            if (!isParted)
                m_root[size_t(second)] = first;
        }

        const LayoutRequest &m_request;
        std::vector<int> m_root;
    };

    class Writer final {
    public:
        Writer(const LayoutRequest &request, bool spread)
            : m_request(request)
            , m_spread(spread)
        {
        }

        QByteArray write()
        {
            m_out = "digraph map {\n";
            m_out += m_spread
                ? QByteArray("graph [start=1, quadtree=fast, overlap=prism20, overlap_scaling=-4, sep=\"+12\", splines=none, K=1.2, repulsiveforce=1.2];\n")
                : QByteArray("graph [rankdir=") + rankDirection() + ", nodesep=" + QByteArray::number(m_request.nodeGap / 72, 'f', 2) + ", ranksep="
                    + QByteArray::number(m_request.rankGap / 72, 'f', 2)
                    + ", splines=spline, labeljust=l, nslimit=4, nslimit1=4, mclimit=0.6, compound=true];\n";
            m_out += "node [shape=box, fixedsize=true, label=\"\"];\nedge [dir=none];\n";
            if (m_spread) {
                for (size_t i = 0; i < m_request.nodes.size(); ++i)
                    writeNode(i);
            } else {
                const Columns columns(m_request);
                writeBox(-1, columns);
            }
            for (size_t i = 0; i < m_request.edges.size(); ++i)
                writeEdge(i);
            return std::move(m_out += "}\n");
        }

    private:
        QByteArray rankDirection() const
        {
            switch (m_request.direction) {
            case LayoutRequest::Direction::Down: return "TB";
            case LayoutRequest::Direction::Left: return "RL";
            case LayoutRequest::Direction::Up: return "BT";
            case LayoutRequest::Direction::Right: break;
            }
            return "LR";
        }

        /// An empty table of that size: Graphviz sees no text.
        static QByteArray blank(const QSizeF &size)
        {
            return "<<table border=\"0\" cellborder=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td fixedsize=\"true\" width=\""
                + QByteArray::number(int(std::ceil(size.width()))) + "\" height=\"" + QByteArray::number(int(std::ceil(size.height())))
                + "\"></td></tr></table>>";
        }

        void writeNode(size_t node)
        {
            const QSizeF size = m_request.nodes[node];
            m_out += nodeName(node) + " [width=" + inches(size.width()) + ", height=" + inches(size.height());
            const auto shape = node < m_request.shapes.size() ? m_request.shapes[node] : LayoutRequest::Shape::Box;
            if (shape != LayoutRequest::Shape::Box)
                m_out += shape == LayoutRequest::Shape::Ellipse ? ", shape=ellipse" : ", shape=diamond";
            m_out += "];\n";
        }

        void writeBox(int box, const Columns &columns)
        {
            if (box >= 0) {
                // A blank of the right height keeps room for the name.
                m_out += "subgraph cluster_" + QByteArray::number(box) + " { label="
                    + (size_t(box) < m_request.boxNames.size() ? blank({m_request.boxNames[size_t(box)], m_request.boxHeader * 0.7}) : QByteArray("\" \""))
                    + "; margin=12; fontsize=" + QByteArray::number(m_request.boxHeader * 0.62, 'f', 1) + ";\n";
            }
            for (size_t i = 0; i < m_request.nodes.size(); ++i) {
                if (m_request.boxOf[i] == box)
                    writeNode(i);
            }
            for (const std::vector<int> &column : columns.of(box)) {
                m_out += "{ rank=same;";
                for (const int node : column)
                    m_out += ' ' + nodeName(size_t(node)) + ';';
                m_out += " }\n";
            }
            for (size_t child = 0; child < m_request.boxParents.size(); ++child) {
                if (m_request.boxParents[child] == box)
                    writeBox(int(child), columns);
            }
            if (box >= 0)
                m_out += "}\n";
        }

        void writeEdge(size_t index)
        {
            const LayoutRequest::Edge &edge = m_request.edges[index];
            m_out += nodeName(size_t(edge.from)) + " -> " + nodeName(size_t(edge.to)) + " [id=e" + QByteArray::number(index);
            if (!m_spread) {
                if (edge.fromBox >= 0)
                    m_out += ", ltail=cluster_" + QByteArray::number(edge.fromBox);
                if (edge.toBox >= 0)
                    m_out += ", lhead=cluster_" + QByteArray::number(edge.toBox);
                if (edge.length > 1)
                    m_out += ", minlen=" + QByteArray::number(edge.length);
                if (!edge.label.isEmpty())
                    m_out += ", label=" + blank(edge.label);
            }
            m_out += "];\n";
        }

        const LayoutRequest &m_request;
        bool m_spread;
        QByteArray m_out;
    };

    /// Numbers between blanks and commas.
    std::vector<double> numbers(const QString &text)
    {
        std::vector<double> found;
        for (const QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
            for (const QStringView part : word.split(u',')) {
                bool ok = false;
                const double number = part.toDouble(&ok);
                if (ok && std::isfinite(number))
                    found.push_back(number);
            }
        }
        return found;
    }

    /// The number behind a prefix of a name that we gave; -1 for other names.
    int indexIn(const QString &name, QLatin1StringView prefix, size_t below)
    {
        if (!name.startsWith(prefix))
            return -1;
        bool ok = false;
        const int index = QStringView(name).sliced(prefix.size()).toInt(&ok);
        return ok && index >= 0 && size_t(index) < below ? index : -1;
    }

    /// Where the line from the middle of a rectangle towards a point leaves it.
    QPointF borderTowards(const QRectF &rect, const QPointF &point)
    {
        const QPointF way = point - rect.center();
        const double wide = std::abs(way.x()) / std::max(1e-6, rect.width() / 2);
        const double high = std::abs(way.y()) / std::max(1e-6, rect.height() / 2);
        const double scale = std::max(wide, high);
        return scale <= 1 ? rect.center() : rect.center() + way / scale;
    }

    class Reader final {
    public:
        Reader(const LayoutRequest &request, bool spread)
            : m_request(request)
            , m_spread(spread)
        {
            m_layout.engine = spread ? Layout::Engine::Spread : Layout::Engine::Layers;
            m_layout.nodes.resize(request.nodes.size());
            m_layout.boxes.resize(spread ? 0 : request.boxParents.size());
            m_layout.edges.resize(request.edges.size());
            m_layout.labels.resize(spread ? 0 : request.edges.size());
        }

        domain::Result<Layout> read(const QJsonObject &root)
        {
            const auto bounds = numbers(root["bb"_L1].toString());
            if (bounds.size() != 4)
                return domain::fail(domain::ErrorCode::BadResponse, u"no bounds"_s);
            m_left = bounds[0];
            m_top = bounds[3];
            m_layout.size = { bounds[2] - bounds[0], bounds[3] - bounds[1] };
            for (const QJsonValue &object : root["objects"_L1].toArray())
                readObject(object.toObject());
            for (const QJsonValue &edge : root["edges"_L1].toArray())
                readEdge(edge.toObject());
            if (m_placed != m_layout.nodes.size() || m_boxes != m_layout.boxes.size())
                return domain::fail(domain::ErrorCode::BadResponse, u"%1 nodes and %2 boxes placed"_s.arg(m_placed).arg(m_boxes));
            for (size_t i = 0; i < m_layout.edges.size(); ++i) {
                if (m_layout.edges[i].empty()) {
                    const LayoutRequest::Edge &edge = m_request.edges[i];
                    m_layout.edges[i] = straightLine(m_layout.nodes[size_t(edge.from)], m_layout.nodes[size_t(edge.to)], edge.from == edge.to);
                }
            }
            return std::move(m_layout);
        }

    private:
        QPointF point(double x, double y) const { return { x - m_left, m_top - y }; }

        void readObject(const QJsonObject &object)
        {
            const QString name = object["name"_L1].toString();
            if (const int node = indexIn(name, "n"_L1, m_layout.nodes.size()); node >= 0) {
                const auto at = numbers(object["pos"_L1].toString());
                if (at.size() != 2)
                    return;
                const QSizeF size = m_request.nodes[size_t(node)];
                m_layout.nodes[size_t(node)] = QRectF(point(at[0], at[1]) - QPointF(size.width() / 2, size.height() / 2), size);
                ++m_placed;
            } else if (const int box = indexIn(name, "cluster_"_L1, m_layout.boxes.size()); box >= 0) {
                const auto bounds = numbers(object["bb"_L1].toString());
                if (bounds.size() != 4)
                    return;
                m_layout.boxes[size_t(box)] = QRectF(point(bounds[0], bounds[3]), point(bounds[2], bounds[1]));
                ++m_boxes;
            }
        }

        void readEdge(const QJsonObject &object)
        {
            const int edge = indexIn(object["id"_L1].toString(), "e"_L1, m_layout.edges.size());
            const auto values = numbers(object["pos"_L1].toString());
            if (edge < 0 || m_spread || values.size() < 8 || values.size() % 6 != 2)
                return;
            if (const auto at = numbers(object["lp"_L1].toString()); at.size() == 2)
                m_layout.labels[size_t(edge)] = point(at[0], at[1]);
            std::vector<QPointF> points;
            for (size_t i = 0; i + 1 < values.size(); i += 2)
                points.push_back(point(values[i], values[i + 1]));
            // A line between the two sides of a column may come the other way round.
            const QPointF from = m_layout.nodes[size_t(m_request.edges[size_t(edge)].from)].center();
            if (QLineF(from, points.front()).length() > QLineF(from, points.back()).length())
                std::ranges::reverse(points);
            m_layout.edges[size_t(edge)] = std::move(points);
        }

        const LayoutRequest &m_request;
        bool m_spread;
        Layout m_layout;
        double m_left = 0, m_top = 0;
        size_t m_placed = 0, m_boxes = 0;
    };

} // namespace

std::vector<QPointF> straightLine(const QRectF &from, const QRectF &to, bool isLoop)
{
    if (isLoop) {
        const QPointF out(from.right(), from.top() + from.height() / 4), in(from.right(), from.bottom() - from.height() / 4);
        return { out, out + QPointF(24, 0), in + QPointF(24, 0), in };
    }
    return { borderTowards(from, to.center()), borderTowards(to, from.center()) };
}

QByteArray layoutText(const LayoutRequest &request, bool spread)
{
    return Writer(request, spread).write();
}

domain::Result<Layout> readLayout(QByteArrayView json, const LayoutRequest &request, bool spread)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &error);
    if (!document.isObject())
        return domain::fail(domain::ErrorCode::BadResponse, error.errorString());
    return Reader(request, spread).read(document.object());
}

} // namespace callboard::graph
