// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/paths.h"

#include <algorithm>
#include <array>

namespace callboard::graph {

using namespace Qt::StringLiterals;

namespace {

    bool isKnown(const Relations &relations, StringId ref)
    {
        if (ref == 0)
            return false;
        bool known = relations.snapshot().rowOf(ref) != noRow;
        if (!known)
            relations.each(ref, [&](const Relation &) { known = true; });
        return known;
    }

    /// Two searches that walk towards each other, the smaller front first.
    class Meeting final {
    public:
        Meeting(const Relations &relations, const QStringList &hiddenTypes)
            : m_relations(relations)
        {
            for (const QString &type : relations.types())
                m_hidden.push_back(hiddenTypes.contains(type));
        }

        std::vector<Step> find(StringId from, StringId to)
        {
            m_sides[0].begin(from);
            m_sides[1].begin(to);
            while (!m_sides[0].front.empty() && !m_sides[1].front.empty()) {
                const size_t side = m_sides[0].front.size() <= m_sides[1].front.size() ? 0 : 1;
                if (const StringId met = advance(side); met != 0)
                    return way(met);
            }
            return {};
        }

    private:
        struct Came {
            StringId from = 0; ///< 0 at the start.
            TypeIndex type = 0;
            bool forward = true; ///< The relation runs from `from`.
            int steps = 0;
        };
        struct Side {
            QHash<StringId, Came> came;
            std::vector<StringId> front;
            void begin(StringId ref)
            {
                came.insert(ref, {});
                front = { ref };
            }
        };

        /// Goes one step further; the place at which both sides meet by the fewest steps, or 0.
        StringId advance(size_t which)
        {
            Side &side = m_sides[which];
            const Side &other = m_sides[1 - which];
            std::vector<StringId> next;
            StringId met = 0;
            int fewest = 0;
            for (const StringId ref : side.front) {
                m_relations.each(ref, [&](const Relation &relation) {
                    const bool forward = relation.from == ref;
                    const StringId to = forward ? relation.to : relation.from;
                    if (m_hidden[relation.type] || side.came.contains(to))
                        return;
                    const int steps = side.came.value(ref).steps + 1;
                    side.came.insert(to, { ref, relation.type, forward, steps });
                    next.push_back(to);
                    const auto there = other.came.constFind(to);
                    if (there != other.came.constEnd() && (met == 0 || there->steps < fewest)) {
                        met = to;
                        fewest = there->steps;
                    }
                });
            }
            side.front = std::move(next);
            return met;
        }

        std::vector<Step> way(StringId met) const
        {
            std::vector<Step> steps;
            for (StringId at = met; at != 0; at = m_sides[0].came.value(at).from) {
                const Came came = m_sides[0].came.value(at);
                steps.push_back({ text(at), came.from == 0 ? QString() : m_relations.types()[came.type], came.forward });
            }
            std::ranges::reverse(steps);
            for (StringId at = met; m_sides[1].came.value(at).from != 0;) {
                const Came came = m_sides[1].came.value(at);
                steps.push_back({ text(came.from), m_relations.types()[came.type], !came.forward });
                at = came.from;
            }
            return steps;
        }

        QString text(StringId ref) const { return m_relations.snapshot().string(ref).toString(); }

        const Relations &m_relations;
        std::vector<bool> m_hidden;
        std::array<Side, 2> m_sides;
    };

    bool isContainer(QStringView ref)
    {
        const QStringView kind = kindOfRef(ref);
        return kind == "system"_L1 || kind == "domain"_L1;
    }

    /// Tarjan's algorithm without recursion: catalogs hold chains of any length.
    /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972.
    class Components final {
    public:
        explicit Components(const std::vector<std::vector<quint32>> &next)
            : m_next(next)
            , m_order(next.size())
            , m_low(next.size())
            , m_onStack(next.size())
        {
        }

        std::vector<std::vector<quint32>> all()
        {
            for (quint32 start = 0; start < m_next.size(); ++start) {
                if (m_order[start] == 0)
                    visit(start);
            }
            return std::move(m_found);
        }

    private:
        struct Frame {
            quint32 at;
            size_t next = 0;
        };

        void enter(quint32 at)
        {
            m_order[at] = m_low[at] = ++m_count;
            m_stack.push_back(at);
            m_onStack[at] = true;
            m_frames.push_back({ at });
        }

        void visit(quint32 start)
        {
            enter(start);
            while (!m_frames.empty()) {
                const quint32 at = m_frames.back().at;
                if (m_frames.back().next < m_next[at].size()) {
                    const quint32 to = m_next[at][m_frames.back().next++];
                    if (m_order[to] == 0)
                        enter(to);
                    else if (m_onStack[to])
                        m_low[at] = std::min(m_low[at], m_order[to]);
                    continue;
                }
                m_frames.pop_back();
                if (!m_frames.empty())
                    m_low[m_frames.back().at] = std::min(m_low[m_frames.back().at], m_low[at]);
                if (m_low[at] == m_order[at])
                    close(at);
            }
        }

        void close(quint32 root)
        {
            std::vector<quint32> members;
            quint32 at = root;
            do {
                at = m_stack.back();
                m_stack.pop_back();
                m_onStack[at] = false;
                members.push_back(at);
            } while (at != root);
            if (members.size() > 1 || std::ranges::contains(m_next[root], root))
                m_found.push_back(std::move(members));
        }

        const std::vector<std::vector<quint32>> &m_next;
        std::vector<quint32> m_order, m_low;
        std::vector<bool> m_onStack;
        std::vector<quint32> m_stack;
        std::vector<Frame> m_frames;
        std::vector<std::vector<quint32>> m_found;
        quint32 m_count = 0;
    };

    /// Follows what needs what, from a thing that stops.
    class Spreading final {
    public:
        explicit Spreading(const Relations &relations)
            : m_relations(relations)
            , m_snapshot(relations.snapshot())
        {
        }

        Impact from(StringId start)
        {
            m_impact.ref = text(start);
            m_depth.insert(start, 0);
            m_order.push_back(start);
            addParts(start);
            for (size_t i = 0; i < m_order.size(); ++i)
                spread(m_order[i]);
            std::ranges::sort(m_impact.parts);
            std::ranges::sort(m_impact.hits, [](const auto &a, const auto &b) { return a.depth != b.depth ? a.depth < b.depth : a.ref < b.ref; });
            m_impact.teams = shares(&Impact::Hit::owner);
            m_impact.systems = shares(&Impact::Hit::system);
            for (const Impact::Hit &hit : m_impact.hits)
                m_impact.deepest = std::max(m_impact.deepest, hit.depth);
            return std::move(m_impact);
        }

    private:
        QString text(StringId ref) const { return m_snapshot.string(ref).toString(); }

        void addParts(StringId start)
        {
            if (!isContainer(m_snapshot.string(start)))
                return;
            for (size_t i = 0; i < m_order.size(); ++i) {
                m_relations.each(m_order[i], [&](const Relation &relation) {
                    if (relation.type != type::partOf || relation.to != m_order[i] || m_depth.contains(relation.from))
                        return;
                    m_depth.insert(relation.from, 0);
                    m_order.push_back(relation.from);
                    m_impact.parts.push_back(text(relation.from));
                });
            }
        }

        void spread(StringId ref)
        {
            m_relations.each(ref, [&](const Relation &relation) {
                const bool needs = (relation.type == type::dependsOn || relation.type == type::consumesApi) && relation.to == ref;
                const bool serves = relation.type == type::providesApi && relation.from == ref;
                if (needs || serves)
                    hit(needs ? relation.from : relation.to, ref, relation.type);
            });
        }

        void hit(StringId ref, StringId via, TypeIndex type)
        {
            if (m_depth.contains(ref))
                return;
            const int depth = m_depth.value(via) + 1;
            m_depth.insert(ref, depth);
            m_order.push_back(ref);
            Impact::Hit hit { text(ref), text(via), m_relations.types()[type], depth, {}, {} };
            if (const Row row = m_snapshot.rowOf(ref); row != noRow) {
                hit.owner = text(m_snapshot.ownerId(row));
                hit.system = text(m_snapshot.systemId(row));
            }
            m_impact.hits.push_back(std::move(hit));
        }

        std::vector<Impact::Share> shares(QString Impact::Hit::*of) const
        {
            QHash<QString, int> counts;
            for (const Impact::Hit &hit : m_impact.hits)
                ++counts[hit.*of];
            std::vector<Impact::Share> shares;
            for (auto each = counts.cbegin(); each != counts.cend(); ++each)
                shares.push_back({ each.key(), each.value() });
            std::ranges::sort(shares, [](const auto &a, const auto &b) {
                // Who has none comes last.
                return std::tuple(a.ref.isEmpty(), -a.count, a.ref) < std::tuple(b.ref.isEmpty(), -b.count, b.ref);
            });
            return shares;
        }

        const Relations &m_relations;
        const Snapshot &m_snapshot;
        QHash<StringId, int> m_depth;
        std::vector<StringId> m_order;
        Impact m_impact;
    };

} // namespace

domain::Result<std::vector<Step>> shortestPath(
    const Relations &relations, const QString &fromRef, const QString &toRef, const QStringList &hiddenTypes)
{
    const StringId from = relations.snapshot().findString(fromRef), to = relations.snapshot().findString(toRef);
    for (const auto &[id, ref] : { std::pair(from, fromRef), std::pair(to, toRef) }) {
        if (!isKnown(relations, id))
            return domain::fail(domain::ErrorCode::NotFound, ref);
    }
    if (from == to)
        return std::vector { Step { fromRef, {}, true } };
    auto steps = Meeting(relations, hiddenTypes).find(from, to);
    if (steps.empty())
        return domain::fail(domain::ErrorCode::NotFound, u"no way from %1 to %2"_s.arg(fromRef, toRef));
    return steps;
}

int Impact::components() const
{
    return int(std::ranges::count_if(hits, [](const Hit &hit) { return kindOfRef(hit.ref) == "component"_L1; }));
}

domain::Result<Impact> impactOf(const Relations &relations, const QString &ref)
{
    const StringId start = relations.snapshot().findString(ref);
    if (!isKnown(relations, start))
        return domain::fail(domain::ErrorCode::NotFound, ref);
    if (const QStringView kind = kindOfRef(ref); kind == "user"_L1 || kind == "group"_L1)
        return domain::fail(domain::ErrorCode::Invalid, u"nothing runs on people: "_s + ref);
    return Spreading(relations).from(start);
}

std::vector<QStringList> circles(const Relations &relations, bool throughApis)
{
    const Snapshot &snapshot = relations.snapshot();
    std::vector<std::vector<quint32>> next(snapshot.size());
    for (Row row = 0; row < snapshot.size(); ++row) {
        const StringId ref = snapshot.findString(snapshot.ref(row));
        const auto add = [&](const Relation &relation) {
            const Row to = snapshot.rowOf(relation.to);
            if (relation.from == ref && to != noRow && (relation.type == type::dependsOn || relation.implied))
                next[row].push_back(to);
        };
        relations.each(ref, add);
        if (throughApis)
            relations.eachImplied(ref, add);
    }
    std::vector<QStringList> found;
    for (const auto &members : Components(next).all()) {
        QStringList refs;
        for (const quint32 row : members)
            refs.append(snapshot.ref(row).toString());
        refs.sort();
        found.push_back(std::move(refs));
    }
    std::ranges::sort(found, [](const QStringList &a, const QStringList &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return found;
}

} // namespace callboard::graph
