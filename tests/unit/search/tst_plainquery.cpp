// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/queryplain.h"
#include "models/search/completion.h"
#include "models/search/facetcount.h"
#include "models/search/filter.h"
#include "models/search/listfilter.h"
#include "tests/unit/search/catalogs.h"

#include <QRandomGenerator>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using catalog::PlainQuery;
using catalog::TermKey;
using catalog::parsePlainQuery;
using search::Filter;

class PlainQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        m_index = search::CatalogIndex::build(testing::snapshotOf(testing::companyLines()));
    }

    void termsHavePlaces()
    {
        const QString text = u"owner:payments kind:api,component -lifecycle:deprecated \"double entry\" ledger"_s;
        const PlainQuery query = parsePlainQuery(text);
        QCOMPARE(query.terms.size(), size_t(5));
        QStringList pieces;
        for (const catalog::PlainTerm &term : query.terms)
            pieces.append(text.sliced(term.start, term.length));
        QCOMPARE(pieces, QStringList({ u"owner:payments"_s, u"kind:api,component"_s, u"-lifecycle:deprecated"_s, u"\"double entry\""_s, u"ledger"_s }));
        QCOMPARE(query.terms[1].values, QStringList({ u"api"_s, u"component"_s }));
        QVERIFY(query.terms[2].negated);
        QVERIFY(query.terms[3].quoted);
        QCOMPARE(query.terms[3].values, QStringList { u"double entry"_s });
        QCOMPARE(query.freeText(), u"ledger"_s);
        QCOMPARE(text.sliced(query.terms[1].valueStart), u"component -lifecycle:deprecated \"double entry\" ledger"_s);
    }

    void halfTypedTermsSayNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "kind:", "-kind:", "-", "owner:,", "is:", "is:zzz", "annotation:", "rel:", "\"", "kind:\"", "has:", "tag:,,," })
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void halfTypedTermsSayNothing()
    {
        QFETCH(QString, text);
        const PlainQuery query = parsePlainQuery(text);
        for (const catalog::PlainTerm &term : query.terms)
            QVERIFY2(!term.isComplete(), qPrintable(text));
        QCOMPARE(shown(text).size(), qsizetype(m_index->size()));
    }

    /// The same language in lists that are about entities: their own keys, words, and what the catalog knows of the entity.
    void listsOfEntities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // Rows that hold, of: a ledger-api, b fx-quotes, c refused, d about none.
        const auto row = [](const char *text, const char *rows) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(rows); };
        row("", "abcd");
        row("rule:", "abcd"); // It says nothing yet.
        row("owner:payments", "ab"); // Through the sub-group too.
        row("kind:api", "b");
        row("kind:comp", "ac"); // Of a refused descriptor the reference says it.
        row("-owner:payments", "cd");
        row("owner:ledger-team", "a");
        row("rule:name", "ac");
        row("rule:name,owner -file:b.yaml", "acd");
        row("rule:name kind:component bad", "c");
        row("BAD", "bc");
        row("\"name is\"", "c");
        row("\"is name\"", "");
        row("-bad", "ad");
        row("has:spec.owner", ""); // Needs whole entities: looked for as text.
        row("fx bad", "b");
    }

    void listsOfEntities()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto row = [](const QStringList &entities, const QString &message, const QString &rule, const QString &file) {
            return search::ListRow { entities, { message, rule, file, entities.value(0) }, { { u"rule"_s, rule }, { u"file"_s, file } } };
        };
        const std::vector<search::ListRow> rows { row({ u"component:default/ledger-api"_s }, u"too long"_s, u"name"_s, u"/a.yaml"_s),
            row({ u"api:default/fx-quotes"_s }, u"bad kind"_s, u"kind"_s, u"/b.yaml"_s),
            row({ u"component:default/refused"_s }, u"name is bad"_s, u"name"_s, u"/c.yaml"_s), row({}, u"missing"_s, u"owner"_s, u"/d.yaml"_s) };
        search::ListFilter filter({ u"rule"_s, u"file"_s });
        filter.setText(text);
        filter.setCatalog(m_index, nullptr);
        QString held;
        for (size_t at = 0; at < rows.size(); ++at) {
            if (filter.holds(rows[at]))
                held += QChar(char16_t(u'a' + at));
        }
        QCOMPARE(held, expected);
        QCOMPARE(search::ListFilter::isToken(u"rule:name"_s, { u"rule"_s }), true);
        QCOMPARE(search::ListFilter::isToken(u"-owner:payments"_s, {}), true);
        QCOMPARE(search::ListFilter::isToken(u"rule:"_s, { u"rule"_s }), false);
        QCOMPARE(search::ListFilter::isToken(u"rule:name"_s, {}), false);
    }

    /// While a person types, no step on the way may empty the list that the whole text does not.
    void typingNeverEmptiesTheList_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("owner") << u"owner:ledger-team"_s;
        QTest::newRow("kind") << u"kind:component"_s;
        QTest::newRow("lifecycle") << u"lifecycle:production"_s;
        QTest::newRow("is") << u"is:orphan"_s;
        QTest::newRow("tag") << u"tag:typescript"_s;
        QTest::newRow("rel") << u"rel:dependsOn=ledger-db"_s;
    }

    void typingNeverEmptiesTheList()
    {
        QFETCH(QString, text);
        for (qsizetype length = text.indexOf(u':') + 1; length <= text.size(); ++length)
            QVERIFY2(!shown(text.first(length)).isEmpty(), qPrintable(text.first(length)));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *text, const char *names) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(names).split(u' ', Qt::SkipEmptyParts);
        };
        row("kind:api", "fx-quotes ledger-grpc");
        row("k:api", "fx-quotes ledger-grpc");
        row("KIND:Api", "fx-quotes ledger-grpc");
        row("kind:api,resource", "fx-quotes ledger-db ledger-grpc");
        row("kind:comp lifecycle:prod", "faresEngine ledger-api ledger-worker");
        row("type:service -lifecycle:experimental", "ledger-api ledger-worker");
        // Through the sub-group too.
        row("owner:payments kind:component", "ledger-api ledger-replay ledger-worker");
        row("owner:ledger-team kind:component", "ledger-api ledger-worker");
        row("owner:group:default/web", "seat-map");
        row("owner:group:web", "seat-map");
        row("owner:default/web", "seat-map");
        row("owner:\"Ledger Team\" kind:api", "ledger-grpc");
        // An owner that nothing describes.
        row("owner:nobody", "faresEngine");
        row("system:settlement", "ledger-api ledger-worker");
        row("tag:go", "ledger-api ledger-worker");
        row("tag:go,typescript", "ledger-api ledger-worker seat-map");
        row("-tag:tier-1 tag:go", "ledger-worker");
        row("name:replay", "ledger-replay");
        row("is:orphan", "seat-map");
        row("is:problem", "ledger-replay");
        row("is:problems", "ledger-replay");
        row("is:dangling", "faresEngine");
        row("rel:dependsOn", "ledger-api");
        row("rel:dependsOn=ledger-db", "ledger-api");
        row("rel:dependencyOf=component:default/ledger-api", "ledger-db");
        row("component:default/ledger-api", "ledger-api");
        row("\"double entry\"", "ledger-api");
        row("ledger kind:component -replay", "ledger-api ledger-worker");
        row("led api", "ledger-api");
        row("quotes", "fx-quotes");
        row("kind:nothing-like-it", "");
        row("namespace:default kind:system", "settlement");
        row("engine", "faresEngine");
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QStringList names = shown(text);
        names.sort(Qt::CaseInsensitive);
        expected.sort(Qt::CaseInsensitive);
        QCOMPARE(names, expected);
    }

    void personalTerms()
    {
        auto personal = std::make_shared<search::Personal>();
        personal->marks.assign(m_index->size(), 0);
        personal->marks[m_index->snapshot().find(u"api:default/fx-quotes")] = search::Personal::Starred;
        personal->marks[m_index->snapshot().find(u"component:default/seat-map")] = search::Personal::Mine | search::Personal::Recent;
        QCOMPARE(shown(u"is:starred"_s, personal), QStringList { u"fx-quotes"_s });
        QCOMPARE(shown(u"is:mine"_s, personal), QStringList { u"seat-map"_s });
        QCOMPARE(shown(u"is:recent,starred"_s, personal).size(), 2);
        QCOMPARE(shown(u"-is:mine"_s, personal).size(), qsizetype(m_index->size()) - 1);
    }

    void bodiesAreAskedForLast()
    {
        Filter filter;
        filter.text = u"kind:component annotation:project-slug=acme has:spec.owner -label:tier"_s;
        QVERIFY(search::needsBodies(filter));
        QStringList asked;
        search::FilterContext context;
        context.readBodies = [&asked](const QStringList &refs, const std::function<bool(const domain::Entity &)> &visit, std::stop_token) {
            asked = refs;
            for (const QString &ref : refs) {
                domain::Entity entity;
                const QString name = ref.section(u'/', -1);
                QJsonObject metadata { { u"name"_s, name }, { u"annotations"_s, QJsonObject { { u"github.com/project-slug"_s, u"Acme/x"_s } } } };
                if (name == "ledger-worker"_L1)
                    metadata.insert(u"labels"_s, QJsonObject { { u"tier"_s, u"1"_s } });
                entity.body = { { u"kind"_s, u"Component"_s }, { u"metadata"_s, metadata } };
                if (name != "seat-map"_L1)
                    entity.body.insert(u"spec"_s, QJsonObject { { u"owner"_s, u"x"_s } });
                if (!visit(entity))
                    return;
            }
        };
        search::FilterEngine engine;
        const search::FilterResult result = engine.run(m_index, filter, context);
        QCOMPARE(asked.size(), 5); // The components alone.
        QStringList names = namesShown(result);
        names.sort(Qt::CaseInsensitive);
        QCOMPARE(names, QStringList({ u"faresEngine"_s, u"ledger-api"_s, u"ledger-replay"_s }));
    }

    // The text is asked for by value, and narrows like any other term.
    void textIsAskedForElsewhere()
    {
        QList<QStringList> asked;
        search::FilterContext context;
        context.findText = [&asked](const QStringList &words, std::stop_token) {
            asked.append(words);
            return words == QStringList { u"double entry"_s } ? QStringList { u"component:default/ledger-api"_s, u"api:default/fx-quotes"_s, u"component:default/gone"_s }
                                                               : QStringList { u"component:default/seat-map"_s };
        };
        const auto namesOf = [&](const QString &text) {
            Filter filter;
            filter.text = text;
            if (!search::needsBodies(filter))
                return QStringList { u"asked on the GUI thread"_s };
            search::FilterEngine engine;
            QStringList names = namesShown(engine.run(m_index, filter, context));
            names.sort();
            return names;
        };
        QCOMPARE(namesOf(u"text:\"double entry\""_s), QStringList({ u"fx-quotes"_s, u"ledger-api"_s }));
        QCOMPARE(asked, QList<QStringList> { { u"double entry"_s } });
        QCOMPARE(namesOf(u"text:\"double entry\",seats kind:component"_s), QStringList({ u"ledger-api"_s, u"seat-map"_s }));
        QCOMPARE(namesOf(u"-text:seats kind:component ledger-api"_s), QStringList { u"ledger-api"_s });
        Filter filter;
        filter.text = u"text:x"_s;
        search::FilterEngine engine;
        const search::FilterResult unread = engine.run(m_index, filter, {});
        QVERIFY(unread.skippedBodies); // And filters nothing.
        QCOMPARE(unread.count, m_index->size());
    }

    void facetsCountUnderTheOthers()
    {
        Filter filter;
        filter.text = u"ledger"_s;
        filter.selected.insert(search::Facet::Kind, { u"Component"_s });
        filter.selected.insert(search::Facet::Lifecycle, { u"production"_s });
        search::FilterEngine engine;
        const search::FilterResult result = engine.run(m_index, filter, {});
        QStringList names = namesShown(result);
        names.sort();
        QCOMPARE(names, QStringList({ u"ledger-api"_s, u"ledger-worker"_s }));
        // Kinds under "ledger" and production, their own choice aside.
        QCOMPARE(count(result, search::Facet::Kind, search::Field::Kind, u"Component"), 2u);
        QCOMPARE(count(result, search::Facet::Kind, search::Field::Kind, u"API"), 2u);
        QCOMPARE(count(result, search::Facet::Kind, search::Field::Kind, u"Resource"), 0u);
        // Lifecycles under "ledger" and Component.
        QCOMPARE(count(result, search::Facet::Lifecycle, search::Field::Lifecycle, u"production"), 2u);
        QCOMPARE(count(result, search::Facet::Lifecycle, search::Field::Lifecycle, u"experimental"), 1u);
        QCOMPARE(count(result, search::Facet::Type, search::Field::Type, u"service"), 2u);
        QCOMPARE(result.counts[size_t(search::Facet::State)].states[0], 0u);
    }

    /// However much of the catalog is left: what a facet counts is what the list would hold without the facet's own choice.
    void facetsCountWhatTheyWouldShow()
    {
        using search::Facet;
        search::FilterEngine engine;
        quint32 flagged = 0;
        for (const QString &text : { QString(), u"ledger"_s, u"-ledger"_s, u"-kind:user"_s }) {
            for (const QStringList &lifecycles : { QStringList(), QStringList { u"production"_s } }) {
                Filter filter;
                filter.text = text;
                filter.selected.insert(Facet::Lifecycle, lifecycles);
                const search::FilterResult result = engine.run(m_index, filter, {});
                for (const Facet facet : { Facet::Kind, Facet::Owner, Facet::Lifecycle, Facet::Type, Facet::System, Facet::Tag }) {
                    Filter without = filter;
                    without.selected.remove(facet);
                    QCOMPARE(result.counts[size_t(facet)].byCode, counted(facet, engine.run(m_index, without, {}).shown));
                }
                std::array<quint32, 3> states {};
                for (search::Row row = 0; row < m_index->size(); ++row) {
                    const quint32 flags = result.shown[row] ? m_index->flags()[row] : 0u;
                    states[0] += (flags & mirror::Snapshot::HasProblems) != 0;
                    states[1] += (flags & mirror::Snapshot::Orphan) != 0;
                    states[2] += (flags & mirror::Snapshot::Dangling) != 0;
                }
                QCOMPARE(result.counts[size_t(Facet::State)].states, states);
                flagged += states[2];
            }
        }
        QVERIFY(flagged > 0);
    }

    /// Letter by letter and back, over one catalog and the next: what is remembered answers as an engine that remembers nothing, and as one
    /// that looks at all there is to score.
    void whatIsRememberedAnswersTheSame()
    {
        QRandomGenerator random(17);
        const std::array indexes { search::CatalogIndex::build(testing::syntheticSnapshot(1500)), m_index };
        const QStringList parts { u"ledger"_s, u"api"_s, u"kind:api,component"_s, u"-kind:user"_s, u"owner:team"_s, u"owner:led"_s, u"-owner:pay"_s,
            u"tag:java"_s, u"name:led"_s, u"lifecycle:prod"_s, u"the"_s, u"serv"_s, u"\"the page\""_s, u"legder"_s, u"type:service"_s };
        search::FilterEngine engine;
        search::FilterContext scored;
        scored.wantScores = true;
        const auto compare = [&](const search::IndexPtr &index, const QString &text, const QStringList &lifecycles) {
            Filter filter;
            filter.text = text;
            filter.selected.insert(search::Facet::Lifecycle, lifecycles);
            const search::FilterResult remembered = engine.run(index, filter, {});
            search::FilterEngine plain;
            const search::FilterResult fresh = plain.run(index, filter, {});
            search::FilterEngine scorer;
            const search::FilterResult whole = scorer.run(index, filter, scored);
            for (const search::FilterResult *other : { &fresh, &whole }) {
                QVERIFY2(remembered.shown == other->shown, qPrintable(text));
                QCOMPARE(remembered.count, other->count);
                QCOMPARE(remembered.withTypos, other->withTypos);
                for (size_t facet = 0; facet < size_t(search::facetCount); ++facet) {
                    QCOMPARE(remembered.counts[facet].byCode, other->counts[facet].byCode);
                    QCOMPARE(remembered.counts[facet].states, other->counts[facet].states);
                }
            }
            QCOMPARE(remembered.count, search::Row(std::count(fresh.shown.begin(), fresh.shown.end(), quint8(1))));
        };
        for (int round = 0; round < 12; ++round) {
            const search::IndexPtr &index = indexes[size_t(round) % indexes.size()];
            const QString text = parts[random.bounded(parts.size())] + u' ' + parts[random.bounded(parts.size())];
            const QStringList lifecycles = round % 3 == 0 ? QStringList { u"production"_s } : QStringList();
            for (qsizetype length = 1; length <= text.size(); ++length)
                compare(index, text.first(length), lifecycles);
            for (qsizetype length = text.size(); length >= 0; length -= 1 + random.bounded(3))
                compare(index, text.first(length), lifecycles);
        }
    }

    void filterRoundTrip()
    {
        Filter filter;
        filter.scope = Filter::Scope::Starred;
        filter.text = u"kind:api ledger"_s;
        filter.selected.insert(search::Facet::Owner, { u"@mine"_s, u"group:default/web"_s });
        QCOMPARE(Filter::fromJson(filter.toJson()), filter);
        QCOMPARE(Filter::fromJson({}), Filter());
    }

    void completing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("applied");
        QTest::newRow("key") << u"ki"_s << u"kind:"_s << u"kind:"_s;
        QTest::newRow("value") << u"kind:co"_s << u"Component"_s << u"kind:Component"_s;
        QTest::newRow("second value") << u"kind:api,res"_s << u"Resource"_s << u"kind:api,Resource"_s;
        QTest::newRow("owner by title") << u"owner:pay"_s << u"payments"_s << u"owner:payments"_s;
        QTest::newRow("is") << u"is:o"_s << u"orphan"_s << u"is:orphan"_s;
        QTest::newRow("negated") << u"ledger -life"_s << u"lifecycle:"_s << u"ledger -lifecycle:"_s;
        QTest::newRow("relation") << u"rel:dep"_s << u"dependsOn"_s << QString();
        QTest::newRow("tag") << u"tag:ty"_s << u"typescript"_s << u"tag:typescript"_s;
    }

    void completing()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, applied);
        const std::vector<search::Completion> offered = search::completions(text, text.size(), *m_index);
        QVERIFY(!offered.empty());
        if (text.startsWith("rel:"_L1)) {
            QVERIFY(std::any_of(offered.begin(), offered.end(), [&](const search::Completion &one) { return one.insert == first; }));
            return;
        }
        QCOMPARE(offered.front().insert, first);
        QCOMPARE(QString(text).replace(offered.front().start, offered.front().length, offered.front().insert), applied);
    }

    /// What a relation leads to, or an annotation says, is not known to the box: it offers no types and keys in its place.
    void nothingIsOfferedBehindEquals()
    {
        for (const QString &text : { u"rel:dependsOn="_s, u"rel:dependsOn=dep"_s, u"annotation:x=git"_s, u"annotation:x=a,git"_s })
            QCOMPARE(search::completions(text, text.size(), *m_index).size(), size_t(0));
    }

    void withoutTerm()
    {
        const QString text = u"kind:api  -tag:go ledger"_s;
        QCOMPARE(catalog::withoutTerm(text, 10), u"kind:api ledger"_s);
        QCOMPARE(catalog::withoutTerm(text, 3), text);
    }

    void anyTextIsTaken()
    {
        QRandomGenerator random(7);
        const QString letters = u"ak:-!,=\" \t\u00e9\U0001F600is:kind:owner:rel:annotation:"_s;
        for (int round = 0; round < 3000; ++round) {
            QString text;
            for (int i = int(random.bounded(40)); i > 0; --i)
                text.append(letters[random.bounded(letters.size())]);
            qsizetype end = 0;
            for (const catalog::PlainTerm &term : parsePlainQuery(text).terms) {
                QVERIFY(term.start >= end && term.length > 0 && term.start + term.length <= text.size());
                QVERIFY(term.valueStart >= term.start && term.valueStart <= term.start + term.length);
                end = term.start + term.length;
            }
            Filter filter;
            filter.text = text;
            search::FilterEngine().run(m_index, filter, {});
            search::completions(text, random.bounded(text.size() + 1), *m_index);
        }
    }

private:
    QStringList namesShown(const search::FilterResult &result) const
    {
        QStringList names;
        for (search::Row row = 0; row < m_index->size(); ++row) {
            if (result.shown[row])
                names.append(m_index->snapshot().name(row).toString());
        }
        return names;
    }

    QStringList shown(const QString &text, search::PersonalPtr personal = {}) const
    {
        Filter filter;
        filter.text = text;
        search::FilterContext context;
        context.personal = std::move(personal);
        search::FilterEngine engine;
        return namesShown(engine.run(m_index, filter, context));
    }

    std::vector<quint32> counted(search::Facet facet, const std::vector<quint8> &shown) const
    {
        const auto field = search::fieldOf(facet);
        std::vector<quint32> counts(field ? m_index->column(*field).size() : m_index->tagValues().size());
        for (search::Row row = 0; row < m_index->size(); ++row) {
            if (!shown[row])
                continue;
            if (field)
                ++counts[m_index->column(*field).codes[row]];
            for (const search::Code code : field ? std::span<const search::Code>() : m_index->tags(row))
                ++counts[code];
        }
        return counts;
    }

    quint32 count(const search::FilterResult &result, search::Facet facet, search::Field field, QStringView value) const
    {
        const search::Column &column = m_index->column(field);
        for (search::Code code = 0; code < column.size(); ++code) {
            if (m_index->value(field, code) == value)
                return result.counts[size_t(facet)].byCode[code];
        }
        return 0;
    }

    search::IndexPtr m_index;
};

QTEST_GUILESS_MAIN(PlainQueryTest)
#include "tst_plainquery.moc"
