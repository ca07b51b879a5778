// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/mapmaker.h"

#include <QSet>

#include <algorithm>

namespace callboard::graph {

using namespace Qt::StringLiterals;
using Node = MapGraph::Node;

namespace {

    /// Every entity in the system or domain that it is part of.
    class Estate final {
    public:
        Estate(const Relations &relations, const MapOptions &options)
            : m_relations(relations)
            , m_snapshot(relations.snapshot())
            , m_options(options)
            , m_rule(relations, boxOptions(options))
            , m_maker(relations, options)
        {
        }

        MapGraph build()
        {
            collect();
            choose();
            relate();
            return m_maker.finish();
        }

    private:
        struct Group {
            StringId ref = 0; ///< 0: of what is in none.
            int count = 0;
            int node = -1;
        };

        static MapOptions boxOptions(MapOptions options)
        {
            options.systemBoxes = options.teamBoxes = false;
            options.domainBoxes = options.domainBoxes && options.rollUp == MapOptions::RollUp::System;
            return options;
        }

        bool isHidden(QStringView kind) const { return m_options.hiddenKinds.contains(kind, Qt::CaseInsensitive); }

        StringId groupRefOf(Row row) const
        {
            const bool byDomain = m_options.rollUp == MapOptions::RollUp::Domain;
            const QStringView kind = kindOfRef(m_snapshot.ref(row));
            if (kind == (byDomain ? "domain"_L1 : "system"_L1))
                return m_snapshot.findString(m_snapshot.ref(row));
            return byDomain ? m_relations.domainOf(row) : m_snapshot.systemId(row);
        }

        void collect()
        {
            m_groupOf.assign(m_snapshot.size(), -1);
            for (Row row = 0; row < m_snapshot.size(); ++row) {
                const StringId ref = m_snapshot.findString(m_snapshot.ref(row));
                if (isHidden(kindOfRef(m_snapshot.string(ref)))) {
                    ++m_maker.graph.hidden;
                    continue;
                }
                m_maker.countKind(ref);
                m_groupOf[row] = groupAt(groupRefOf(row));
                ++m_groups[size_t(m_groupOf[row])].count;
            }
        }

        int groupAt(StringId ref)
        {
            const auto found = m_known.constFind(ref);
            if (found != m_known.constEnd())
                return *found;
            m_known.insert(ref, int(m_groups.size()));
            m_groups.push_back({ ref });
            return int(m_groups.size()) - 1;
        }

        /// The largest groups get a node each, further ones one for each domain.
        void choose()
        {
            std::vector<int> order;
            for (size_t i = 0; i < m_groups.size(); ++i)
                order.push_back(int(i));
            std::ranges::stable_sort(order, [this](int a, int b) { return m_groups[size_t(a)].count > m_groups[size_t(b)].count; });
            const size_t limit = size_t(std::max(2, m_options.nodeLimit));
            const size_t drawn = order.size() <= limit ? order.size() : limit / 2;
            BoxMaker boxes(m_relations, m_rule, 0);
            for (size_t i = 0; i < drawn; ++i)
                addRolled(m_groups[size_t(order[i])], boxes);
            for (size_t i = drawn; i < order.size(); ++i)
                addToFold(m_groups[size_t(order[i])], boxes, limit);
            for (Node &node : m_maker.graph.nodes)
                node.folded.sort();
            m_maker.graph.boxes = boxes.take();
        }

        void addRolled(Group &group, BoxMaker &boxes)
        {
            Node node;
            const Row row = group.ref == 0 ? noRow : m_snapshot.rowOf(group.ref);
            if (group.ref != 0)
                node = m_maker.node(group.ref, row);
            node.kind = Node::Kind::Rolled;
            node.count = group.count;
            node.box = row == noRow ? -1 : boxes.boxOf(row);
            group.node = int(m_maker.graph.nodes.size());
            m_maker.graph.nodes.push_back(std::move(node));
        }

        void addToFold(Group &group, BoxMaker &boxes, size_t limit)
        {
            const Row row = group.ref == 0 ? noRow : m_snapshot.rowOf(group.ref);
            int box = row == noRow ? -1 : boxes.boxOf(row);
            auto &nodes = m_maker.graph.nodes;
            if (!m_foldOfBox.contains(box) && nodes.size() + 1 >= limit)
                box = -1; // More domains than there is room for.
            if (!m_foldOfBox.contains(box)) {
                m_foldOfBox.insert(box, int(nodes.size()));
                Node node;
                node.kind = Node::Kind::Fold;
                node.count = 0;
                node.box = box;
                nodes.push_back(std::move(node));
            }
            group.node = m_foldOfBox.value(box);
            Node &fold = nodes[size_t(group.node)];
            fold.entityKind = m_options.rollUp == MapOptions::RollUp::Domain ? u"domain"_s : u"system"_s;
            fold.count += group.count;
            fold.folded.append(m_snapshot.string(group.ref).toString());
            m_maker.graph.folded += group.count;
        }

        int missingNode()
        {
            if (m_missing < 0) {
                m_missing = int(m_maker.graph.nodes.size());
                Node node;
                node.kind = Node::Kind::Missing;
                node.count = 0;
                m_maker.graph.nodes.push_back(std::move(node));
            }
            return m_missing;
        }

        int nodeOf(StringId ref)
        {
            const Row row = m_snapshot.rowOf(ref);
            if (row != noRow)
                return m_groupOf[row] < 0 ? -1 : m_groups[size_t(m_groupOf[row])].node;
            if (isHidden(kindOfRef(m_snapshot.string(ref))))
                return -1;
            const int node = missingNode();
            if (!m_missingRefs.contains(ref)) {
                m_missingRefs.insert(ref);
                ++m_maker.graph.nodes[size_t(node)].count;
                ++m_maker.graph.missing;
                m_maker.countKind(ref);
            }
            return node;
        }

        /// What the rolling up itself shows, and what was asked not to be.
        bool isShown(const Relation &relation) const
        {
            if (m_options.hiddenTypes.contains(m_relations.types()[relation.type]))
                return false;
            if (relation.type != type::partOf)
                return true;
            const QStringView kind = kindOfRef(m_snapshot.string(relation.to));
            return kind != "system"_L1 && kind != "domain"_L1;
        }

        void relate()
        {
            const auto take = [this](const Relation &relation) {
                if (!isShown(relation))
                    return;
                const int from = nodeOf(relation.from), to = nodeOf(relation.to);
                if (from >= 0 && to >= 0)
                    m_maker.addRelation(relation, from, to);
            };
            std::vector<Relation> implied;
            for (Row row = 0; row < m_snapshot.size(); ++row) {
                if (m_groupOf[row] < 0)
                    continue;
                const StringId ref = m_snapshot.findString(m_snapshot.ref(row));
                m_relations.each(ref, [&](const Relation &relation) {
                    // Once: where it begins, or at its end where what it begins at is missing.
                    if (relation.from == ref || m_snapshot.rowOf(relation.from) == noRow)
                        take(relation);
                });
                if (m_options.implied)
                    m_relations.eachImplied(ref, [&](const Relation &relation) {
                        if (relation.from == ref)
                            implied.push_back(relation);
                    });
            }
            std::ranges::sort(implied);
            const auto rest = std::ranges::unique(implied);
            implied.erase(rest.begin(), rest.end());
            std::ranges::for_each(implied, take);
        }

        const Relations &m_relations;
        const Snapshot &m_snapshot;
        const MapOptions &m_options;
        BoxRule m_rule;
        MapMaker m_maker;
        std::vector<int> m_groupOf; ///< By row; -1: its kind is hidden.
        std::vector<Group> m_groups;
        QHash<StringId, int> m_known;
        QHash<int, int> m_foldOfBox;
        QSet<StringId> m_missingRefs;
        int m_missing = -1;
    };

} // namespace

MapGraph buildEstate(const Relations &relations, const MapOptions &options)
{
    return Estate(relations, options).build();
}

} // namespace callboard::graph
