// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/paths.h"
#include "tests/unit/graph/randomcatalog.h"

using namespace callboard;
using namespace callboard::graph;
using namespace callboard::testing;

namespace {

/// Steps from one to all others, over the plain list.
std::map<QString, int> distances(const RandomCatalog &catalog, const QString &from, const QStringList &hiddenTypes)
{
    std::map<QString, int> steps { { from, 0 } };
    std::vector<QString> queue { from };
    for (size_t i = 0; i < queue.size(); ++i) {
        for (const auto &[a, b, type] : catalog.relations) {
            if (hiddenTypes.contains(type) || (a != queue[i] && b != queue[i]))
                continue;
            const QString other = a == queue[i] ? b : a;
            if (steps.try_emplace(other, steps[queue[i]] + 1).second)
                queue.push_back(other);
        }
    }
    return steps;
}

} // namespace

class TestPaths final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void waysAreShortestAndReal()
    {
        int found = 0, none = 0;
        for (quint32 seed = 1; seed <= 25; ++seed) {
            const RandomCatalog catalog(seed, 60);
            const Relations relations(catalog.snapshot);
            const QStringList hidden = seed % 2 ? QStringList { u"ownedBy"_s, u"partOf"_s } : QStringList { u"ownedBy"_s, u"partOf"_s, u"dependsOn"_s };
            const QString from = *std::next(catalog.refs.begin(), seed % 40);
            const auto expected = distances(catalog, from, hidden);
            for (const QString &to : catalog.refs) {
                const auto way = shortestPath(relations, from, to, hidden);
                const auto steps = expected.find(to);
                QCOMPARE(bool(way), steps != expected.end());
                if (!way) {
                    QCOMPARE(way.error().code, domain::ErrorCode::NotFound);
                    ++none;
                    continue;
                }
                ++found;
                QCOMPARE(int(way->size()), steps->second + 1);
                QCOMPARE(way->front().ref, from);
                QCOMPARE(way->back().ref, to);
                for (size_t i = 1; i < way->size(); ++i) {
                    const Step &step = (*way)[i];
                    const QString before = (*way)[i - 1].ref;
                    QVERIFY(catalog.relations.contains(step.forward ? PlainRelation { before, step.ref, step.type } : PlainRelation { step.ref, before, step.type }));
                }
            }
        }
        QVERIFY(found > 300);
        QVERIFY(none > 20);
    }

    void unknownEndsAreNotFound()
    {
        const Relations relations(snapshotOf({ u"Component a"_s }));
        QCOMPARE(shortestPath(relations, u"component:default/a"_s, u"component:default/no"_s).error().code, domain::ErrorCode::NotFound);
        QCOMPARE(shortestPath(relations, u"component:default/a"_s, u"component:default/a"_s)->size(), 1u);
    }

    void impactIsTheClosure()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            const RandomCatalog catalog(seed);
            const Relations relations(catalog.snapshot);
            for (const QString &ref : catalog.refs) {
                const QString kind = RandomCatalog::kindOf(ref);
                const auto impact = impactOf(relations, ref);
                if (kind == "group"_L1) {
                    QCOMPARE(impact.error().code, domain::ErrorCode::Invalid);
                    continue;
                }
                // Grown until nothing is added.
                std::set<QString> stopped { ref };
                const auto grow = [&](auto &&adds) {
                    for (bool more = true; more;) {
                        more = false;
                        for (const auto &[from, to, type] : catalog.relations) {
                            const QString hit = adds(from, to, type);
                            more = (!hit.isEmpty() && stopped.insert(hit).second) || more;
                        }
                    }
                };
                if (kind == "system"_L1 || kind == "domain"_L1)
                    grow([&](const QString &from, const QString &to, const QString &type) { return type == "partOf"_L1 && stopped.contains(to) ? from : QString(); });
                const std::set<QString> parts = stopped;
                grow([&](const QString &from, const QString &to, const QString &type) {
                    if ((type == "dependsOn"_L1 || type == "consumesApi"_L1) && stopped.contains(to))
                        return from;
                    return type == "providesApi"_L1 && stopped.contains(from) ? to : QString();
                });
                std::set<QString> hits, known;
                for (const Impact::Hit &hit : impact->hits)
                    hits.insert(hit.ref);
                for (const QString &part : impact->parts)
                    known.insert(part);
                known.insert(ref);
                QCOMPARE(known, parts);
                known.insert(hits.begin(), hits.end());
                QCOMPARE(known, stopped);
                QCOMPARE(impact->hits.size(), hits.size());
                int shared = 0;
                for (const Impact::Share &share : impact->teams)
                    shared += share.count;
                QCOMPARE(shared, int(hits.size()));
                for (const Impact::Hit &hit : impact->hits) {
                    const bool along = catalog.relations.contains({ hit.ref, hit.via, hit.type });
                    QVERIFY(hit.type == "providesApi"_L1 ? catalog.relations.contains({ hit.via, hit.ref, hit.type }) : along);
                }
            }
        }
    }

    void impactSaysWho()
    {
        const Relations relations(snapshotOf(companyLines()));
        const auto impact = impactOf(relations, u"resource:default/ledger-db"_s);
        QCOMPARE(impact->hits.size(), 1u);
        QCOMPARE(impact->hits[0].ref, u"component:default/ledger-api"_s);
        QCOMPARE(impact->hits[0].owner, u"group:default/ledger-team"_s);
        QCOMPARE(impact->hits[0].system, u"system:default/settlement"_s);
        QCOMPARE(impact->components(), 1);
        QCOMPARE(impact->deepest, 1);
    }

    void circlesAreThoseWhoReachEachOther()
    {
        int found = 0;
        for (quint32 seed = 1; seed <= 25; ++seed) {
            const RandomCatalog catalog(seed, 40);
            std::map<QString, std::set<QString>> reach;
            for (const auto &[from, to, type] : catalog.relations) {
                if (type == "dependsOn"_L1 && catalog.refs.contains(from) && catalog.refs.contains(to))
                    reach[from].insert(to);
            }
            for (const QString &via : catalog.refs) {
                for (const QString &from : catalog.refs) {
                    if (reach[from].contains(via))
                        reach[from].insert(reach[via].begin(), reach[via].end());
                }
            }
            std::set<QStringList> expected;
            for (const QString &ref : catalog.refs) {
                QStringList circle;
                for (const QString &other : catalog.refs) {
                    if (reach[ref].contains(other) && reach[other].contains(ref))
                        circle.append(other);
                }
                if (!circle.isEmpty())
                    expected.insert(circle);
            }
            const auto actual = circles(Relations(catalog.snapshot));
            QCOMPARE(std::set<QStringList>(actual.begin(), actual.end()), expected);
            QCOMPARE(actual.size(), expected.size());
            found += int(actual.size());
        }
        QVERIFY(found > 10);
    }

    void longChainsDoNotRecurse()
    {
        QStringList lines;
        for (int i = 0; i < 60'000; ++i)
            lines.append(u"Component c%1 rel:dependsOn=component:default/c%2"_s.arg(i).arg((i + 1) % 60'000));
        const Relations relations(snapshotOf(lines));
        const auto found = circles(relations);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].size(), 60'000);
        QCOMPARE(shortestPath(relations, u"component:default/c0"_s, u"component:default/c30000"_s)->size(), 30'001u);
        QCOMPARE(impactOf(relations, u"component:default/c5"_s)->deepest, 59'999);
    }
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
