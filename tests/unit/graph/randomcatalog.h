// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small catalogs at random, together with their relations as a plain list that owes nothing to the code under test.
#include "models/graph/relations.h"
#include "tests/unit/search/catalogs.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

namespace callboard::testing {

using namespace Qt::StringLiterals;

/// from, to, type: read forwards.
using PlainRelation = std::tuple<QString, QString, QString>;

struct RandomCatalog {
    mirror::SnapshotPtr snapshot;
    std::set<QString> refs;
    std::set<PlainRelation> relations;
    std::map<QString, QString> systemOf, domainOf;

    static QString kindOf(const QString &ref) { return ref.section(u':', 0, 0); }

    explicit RandomCatalog(quint32 seed, int entities = 80)
    {
        std::mt19937 dice(seed);
        const auto below = [&](int n) { return int(dice() % quint32(n)); };
        const QStringList kinds { u"Component"_s, u"Component"_s, u"Component"_s, u"API"_s, u"Resource"_s, u"System"_s, u"Domain"_s, u"Group"_s };
        std::map<QString, mirror::NarrowEntity> made;
        QStringList all;
        for (int i = 0; i < entities; ++i) {
            mirror::NarrowEntity entity;
            entity.kind = kinds[below(int(kinds.size()))];
            entity.ns = u"default"_s;
            entity.name = u"e%1"_s.arg(i);
            entity.ref = QString(entity.kind + u":default/"_s + entity.name).toLower();
            entity.connection = u"test"_s;
            all.append(entity.ref);
            made.emplace(entity.ref, entity);
        }
        refs.insert(all.begin(), all.end());
        for (int i = 0; i < 4; ++i)
            all.append(u"component:default/missing%1"_s.arg(i));
        const auto pick = [&](const QString &kind) {
            for (int tries = 0; tries < 200; ++tries) {
                if (const QString &ref = all[below(int(all.size()))]; kind.isEmpty() || kindOf(ref) == kind)
                    return ref;
            }
            return all.first();
        };
        const auto relate = [&](const QString &from, const QString &type, const QString &to) {
            made[from].relations.push_back({ type, to });
            static const std::map<QString, QString> backwards { { u"dependencyOf"_s, u"dependsOn"_s }, { u"apiConsumedBy"_s, u"consumesApi"_s } };
            const auto back = backwards.find(type);
            if (back == backwards.end())
                relations.insert({ from, to, type });
            else
                relations.insert({ to, from, back->second });
        };
        // One draw in one expression: compilers differ in which of two they make first, and so would the catalogs.
        for (const QString &ref : refs) {
            const QString kind = kindOf(ref);
            if (kind == "system"_L1 && below(3) > 0)
                relate(ref, u"partOf"_s, pick(u"domain"_s));
            if (kind == "domain"_L1 && below(4) == 0)
                relate(ref, u"partOf"_s, pick(u"domain"_s));
            if ((kind == "component"_L1 || kind == "api"_L1 || kind == "resource"_L1) && below(4) > 0)
                relate(ref, u"partOf"_s, pick(u"system"_s));
            if (kind != "group"_L1)
                relate(ref, u"ownedBy"_s, pick(u"group"_s));
            for (int i = below(4); i > 0; --i) {
                const QString type = below(6) == 0 ? u"dependencyOf"_s : u"dependsOn"_s;
                relate(ref, type, pick({}));
            }
            if (kind == "component"_L1) {
                for (int i = below(3); i > 0; --i) {
                    const QString type = below(2) == 0 ? u"consumesApi"_s : u"providesApi"_s;
                    relate(ref, type, pick(u"api"_s));
                }
            }
            if (below(8) == 0)
                relate(ref, u"watches"_s, pick({})); // A type that nobody told us of, without an inverse.
        }
        addLeaves(made, pick(u"component"_s));
        mirror::SnapshotBuilder builder;
        for (auto &[ref, entity] : made)
            builder.add(entity);
        snapshot = builder.finish(seed);
        findBoxes();
    }

private:
    /// What folds: items that touch nothing but this one.
    void addLeaves(std::map<QString, mirror::NarrowEntity> &made, const QString &hub)
    {
        for (int i = 0; i < 6; ++i) {
            mirror::NarrowEntity leaf;
            leaf.kind = u"Component"_s;
            leaf.ns = u"default"_s;
            leaf.name = u"leaf%1"_s.arg(i);
            leaf.ref = u"component:default/"_s + leaf.name;
            leaf.connection = u"test"_s;
            leaf.relations.push_back({ u"dependsOn"_s, hub });
            refs.insert(leaf.ref);
            relations.insert({ leaf.ref, hub, u"dependsOn"_s });
            made.emplace(leaf.ref, leaf);
        }
    }

    QString firstPart(const QString &ref, const QString &kind) const
    {
        for (const auto &[from, to, type] : relations) { // Sorted: the first target comes first.
            if (from == ref && type == "partOf"_L1 && kindOf(to) == kind)
                return to;
        }
        return {};
    }

    void findBoxes()
    {
        for (const QString &ref : refs) {
            if (const QString system = firstPart(ref, u"system"_s); !system.isEmpty())
                systemOf[ref] = system;
        }
        for (const QString &ref : refs) {
            const auto system = systemOf.find(ref);
            QString domain = system == systemOf.end() ? QString() : firstPart(system->second, u"domain"_s);
            if (domain.isEmpty())
                domain = firstPart(ref, u"domain"_s);
            if (!domain.isEmpty())
                domainOf[ref] = domain;
        }
    }
};

} // namespace callboard::testing
