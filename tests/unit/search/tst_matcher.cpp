// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/entitymatcher.h"
#include "models/search/palette.h"
#include "tests/unit/search/catalogs.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using search::CatalogIndex;
using search::EntityMatcher;
using search::Looseness;
using search::MatchResult;
using search::Word;

namespace {

int fitOf(const QString &typed, const QString &written, Looseness looseness = Looseness::Scattered)
{
    const auto folded = search::fold(written);
    return search::fit(Word(typed), { folded.data(), qsizetype(folded.size()), search::wordStarts(written) }, looseness);
}

QString marked(const QString &written, const QList<int> &positions)
{
    QString text;
    for (qsizetype i = 0; i < written.size(); ++i)
        text += positions.contains(int(i)) ? QString(u'[' + QString(written[i]) + u']') : QString(written[i]);
    return text.replace(u"]["_s, QString());
}

} // namespace

class MatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        m_index = CatalogIndex::build(testing::snapshotOf(testing::companyLines()));
    }

    void foldKeepsPlaces()
    {
        const QString written = u"É\u00dfA\u0141o\u4e2d-x"_s;
        const auto folded = search::fold(written);
        QCOMPARE(qsizetype(folded.size()), written.size());
        QCOMPARE(folded[0], search::Byte('e'));
        QCOMPARE(folded[2], search::Byte('a'));
        QVERIFY(folded[5] >= 0x80);
    }

    void wordsBegin()
    {
        const auto starts = [](QStringView text) {
            QString marks;
            for (qsizetype i = 0; i < text.size(); ++i)
                marks += search::wordStarts(text) >> i & 1 ? u'^' : u'.';
            return marks;
        };
        QCOMPARE(starts(u"ledger-api"), u"^......^.."_s);
        QCOMPARE(starts(u"faresEngine"), u"^....^....."_s);
        QCOMPARE(starts(u"XMLParser_v2.x"), u"^..^......^..^"_s);
        QCOMPARE(starts(u"a/b c"), u"^.^.^"_s);
    }

    /// Each fits better than the next.
    void scoresDescend_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("ordered");
        QTest::newRow("ledger") << u"ledger"_s
                                << QStringList { u"ledger"_s, u"ledger-api"_s, u"ledgers"_s, u"api-ledger"_s, u"api-ledgers"_s, u"subledger"_s };
        QTest::newRow("lapi") << u"lapi"_s << QStringList { u"lapi"_s, u"lapi-x"_s, u"ledger-api"_s };
        QTest::newRow("ldgr") << u"ldgr"_s << QStringList { u"ldgr-x"_s, u"ledger"_s };
        QTest::newRow("api") << u"api"_s << QStringList { u"api"_s, u"api-ledger"_s, u"apis"_s, u"ledger-api"_s, u"rapid"_s };
    }

    void scoresDescend()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, ordered);
        for (qsizetype i = 0; i < ordered.size(); ++i) {
            QVERIFY2(fitOf(typed, ordered[i]) > 0, qPrintable(ordered[i]));
            if (i > 0)
                QVERIFY2(fitOf(typed, ordered[i - 1]) > fitOf(typed, ordered[i]), qPrintable(ordered[i - 1] + u" / " + ordered[i]));
        }
    }

    void looseness()
    {
        QCOMPARE(fitOf(u"lapi"_s, u"ledger-api"_s, Looseness::Contained), 0);
        QVERIFY(fitOf(u"lapi"_s, u"ledger-api"_s, Looseness::Pieces) > 0);
        QCOMPARE(fitOf(u"ldgr"_s, u"ledger"_s, Looseness::Pieces), 0);
        QVERIFY(fitOf(u"ldgr"_s, u"ledger"_s, Looseness::Scattered) > 0);
        // Too far apart, and not from a word's beginning.
        QCOMPARE(fitOf(u"lrs"_s, u"ledgerxxxxxxxxxs"_s), 0);
        QCOMPARE(fitOf(u"dgr"_s, u"leadxgxr"_s), 0);
    }

    void highlighting_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("prefix") << u"led"_s << u"ledger-api"_s << u"[led]ger-api"_s;
        QTest::newRow("word start over inside") << u"api"_s << u"rapid-api"_s << u"rapid-[api]"_s;
        QTest::newRow("pieces") << u"lapi"_s << u"ledger-api"_s << u"[l]edger-[api]"_s;
        QTest::newRow("camel") << u"fe"_s << u"faresEngine"_s << u"[f]ares[E]ngine"_s;
        QTest::newRow("scattered") << u"ldgr"_s << u"ledger"_s << u"[l]e[dg]e[r]"_s;
        QTest::newRow("accent") << u"cafe"_s << u"Le Caf\u00e9"_s << u"Le [Caf\u00e9]"_s;
        QTest::newRow("two words") << u"api led"_s << u"ledger-api"_s << u"[led]ger-[api]"_s;
        QTest::newRow("none") << u"zzz"_s << u"ledger"_s << u"ledger"_s;
    }

    void highlighting()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QCOMPARE(marked(written, search::highlights(search::wordsOf(typed), written, Looseness::Scattered, false)), expected);
    }

    void typos_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : { "ledgre", "lefger", "ldeger", "ledgger", "leger", "edger-a", "kedger", "ledgerapi-x" })
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }

    void typos()
    {
        QFETCH(QString, typed);
        const auto folded = search::fold(u"ledger-api");
        const search::FoldedText text { folded.data(), qsizetype(folded.size()), search::wordStarts(u"ledger-api") };
        const bool oneEdit = typed != "ledgerapi-x"_L1;
        QCOMPARE(search::fitWithTypo(Word(typed), text) > 0, oneEdit);
    }

    void typosOnlyWhenNothingFits()
    {
        EntityMatcher matcher;
        MatchResult good = matcher.match(m_index, u"ledger");
        QVERIFY(!good.withTypos);
        const MatchResult loose = matcher.match(m_index, u"legder-wroker");
        QCOMPARE(loose.hits.size(), size_t(0)); // Two edits.
        const MatchResult one = matcher.match(m_index, u"ledgre-wo");
        QVERIFY(one.withTypos);
        QCOMPARE(best(one), u"ledger-worker"_s);
        // Words that do fit stay as typed beside one that does not.
        const MatchResult mixed = matcher.match(m_index, u"api ledgre");
        QVERIFY(mixed.withTypos);
        QCOMPARE(best(mixed), u"ledger-api"_s);
    }

    void wordsInAnyOrder()
    {
        EntityMatcher matcher;
        QCOMPARE(best(matcher.match(m_index, u"led api")), u"ledger-api"_s);
        QCOMPARE(best(matcher.match(m_index, u"api led")), u"ledger-api"_s);
        QCOMPARE(best(matcher.match(m_index, u"LEDGER grpc")), u"ledger-grpc"_s);
        // The kind fits "api" where the name does not.
        const MatchResult quotes = matcher.match(m_index, u"quot api");
        QCOMPARE(best(quotes), u"fx-quotes"_s);
        QVERIFY(matcher.match(m_index, u"ledger zzzzqq").hits.empty());
        QCOMPARE(matcher.match(m_index, u"").hits.size(), size_t(m_index->size()));
    }

    void personalRanks()
    {
        EntityMatcher matcher;
        search::Personal personal;
        personal.marks.assign(m_index->size(), 0);
        personal.recency.assign(m_index->size(), 0);
        const search::Row worker = m_index->snapshot().find(u"component:default/ledger-worker");
        personal.marks[worker] = search::Personal::Starred;
        const auto hits = search::best(matcher.match(m_index, u"ledger").hits, *m_index, &personal, 3);
        QCOMPARE(hits.front().row, worker);
    }

    /// The few best of many hits are those that sorting all of them puts first.
    void bestAreTheFirstOfAll()
    {
        const search::IndexPtr index = CatalogIndex::build(testing::syntheticSnapshot(3000));
        const std::vector<search::Hit> hits = EntityMatcher().match(index, u"a").hits;
        std::vector<search::Hit> all = hits;
        const search::Column &kinds = index->column(search::Field::Kind);
        for (search::Hit &hit : all) {
            if (index->value(search::Field::Kind, kinds.codes[hit.row]) == u"Location")
                hit.score -= 120;
        }
        std::ranges::sort(all, [&](const search::Hit &a, const search::Hit &b) {
            return a.score != b.score ? a.score > b.score : index->nameRanks()[a.row] < index->nameRanks()[b.row];
        });
        QVERIFY(all.size() > 100);
        for (const size_t limit : { size_t(0), size_t(1), size_t(7), size_t(100), all.size(), all.size() + 5 }) {
            const std::vector<search::Hit> few = search::best(hits, *index, nullptr, limit);
            QCOMPARE(few.size(), std::min(limit, all.size()));
            for (size_t i = 0; i < few.size(); ++i) {
                QCOMPARE(few[i].row, all[i].row);
                QCOMPARE(few[i].score, all[i].score);
            }
        }
    }

    /// Whatever is typed letter by letter, narrowing answers as a fresh scan does, and looks at fewer rows.
    void narrowingAnswersTheSame()
    {
        const search::IndexPtr index = CatalogIndex::build(testing::syntheticSnapshot(3000));
        QRandomGenerator random(11);
        qint64 narrowed = 0;
        for (int round = 0; round < 60; ++round) {
            const QString name = index->snapshot().name(search::Row(random.bounded(index->size()))).toString();
            const QString second = index->snapshot().name(search::Row(random.bounded(index->size()))).toString();
            const QString text = name.sliced(0, std::min<qsizetype>(name.size(), 8)) + u' ' + second.left(5);
            EntityMatcher matcher;
            for (qsizetype length = 1; length <= text.size(); ++length) {
                const QString typed = text.first(length);
                const MatchResult incremental = matcher.match(index, typed);
                if (matcher.lastScanned() < qsizetype(index->size()))
                    ++narrowed;
                const MatchResult fresh = EntityMatcher().match(index, typed);
                QCOMPARE(incremental.withTypos, fresh.withTypos);
                QCOMPARE(incremental.hits.size(), fresh.hits.size());
                for (size_t i = 0; i < fresh.hits.size(); ++i) {
                    QCOMPARE(incremental.hits[i].row, fresh.hits[i].row);
                    QCOMPARE(incremental.hits[i].score, fresh.hits[i].score);
                }
            }
        }
        QVERIFY(narrowed > 200);
    }

    /// The masks may only leave out what cannot fit: every hit of a plain scan is found.
    void prefiltersLoseNothing()
    {
        const search::IndexPtr index = CatalogIndex::build(testing::syntheticSnapshot(2000));
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            const QString name = index->snapshot().name(search::Row(random.bounded(index->size()))).toString();
            const qsizetype from = random.bounded(name.size());
            const QString typed = name.sliced(from, std::min<qsizetype>(name.size() - from, 1 + random.bounded(6)));
            if (typed.contains(u' '))
                continue;
            QSet<search::Row> expected;
            for (search::Row row = 0; row < index->size(); ++row) {
                if (fitOf(typed, index->snapshot().name(row).toString()) > 0 || fitOf(typed, index->snapshot().title(row).toString()) > 0)
                    expected.insert(row);
            }
            QSet<search::Row> found;
            for (const search::Hit &hit : EntityMatcher({ Looseness::Scattered, false, false, false }).match(index, typed).hits)
                found.insert(hit.row);
            expected.subtract(found);
            QVERIFY2(expected.isEmpty(), qPrintable(typed));
        }
    }

    /// The same of words typed in pieces, each of which begins a word: exactly those rows are found that a look at each text finds.
    void piecesAreFoundAsInEachText()
    {
        const search::IndexPtr index = CatalogIndex::build(testing::syntheticSnapshot(2000));
        QRandomGenerator random(7);
        int inPieces = 0;
        for (int round = 0; round < 200; ++round) {
            QString typed;
            for (const QString &part : index->snapshot().name(search::Row(random.bounded(index->size()))).toString().split(u'-'))
                typed += part.left(random.bounded(4));
            if (typed.isEmpty())
                continue;
            QSet<search::Row> expected;
            for (search::Row row = 0; row < index->size(); ++row) {
                const QString name = index->snapshot().name(row).toString();
                if (fitOf(typed, name, Looseness::Pieces) > 0 || fitOf(typed, index->snapshot().title(row).toString(), Looseness::Pieces) > 0)
                    expected.insert(row);
                inPieces += !name.contains(typed, Qt::CaseInsensitive) && expected.contains(row);
            }
            QSet<search::Row> found;
            EntityMatcher matcher({ .looseness = Looseness::Pieces, .attributes = false, .typos = false, .scores = false });
            for (const search::Hit &hit : matcher.match(index, typed).hits)
                found.insert(hit.row);
            QVERIFY2((expected - found).isEmpty(), qPrintable(typed));
        }
        QVERIFY(inPieces > 1000);
    }

    void standsInAsComparedByteByByte_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<int>("longest");
        QTest::newRow("all of the world") << u"abAB-1é́жЖ "_s << 24;
        QTest::newRow("ASCII, read eight bytes at once") << u"abAB@`!1 "_s << 60;
    }
    void standsInAsComparedByteByByte()
    {
        QFETCH(const QString, letters);
        QFETCH(const int, longest);
        QRandomGenerator random(3);
        const auto some = [&](qsizetype most) {
            QString text;
            for (qsizetype left = 1 + random.bounded(most); left > 0; --left)
                text += letters[random.bounded(letters.size())];
            return text;
        };
        int found = 0;
        for (int round = 0; round < 20'000; ++round) {
            const QString written = some(longest);
            const search::Word word(some(5));
            const bool expected = search::fold(written).find(word.bytes) != std::basic_string<search::Byte>::npos && word.verify(written);
            QVERIFY2(search::isIn(word, written) == expected, qPrintable(word.typed + u" in "_s + written));
            QVERIFY2(search::isIn(word, std::string_view(written.toUtf8())) == expected, qPrintable(word.typed + u" in the bytes of "_s + written));
            found += expected;
        }
        QVERIFY(found > 1000 && found < 19'000);
        QVERIFY(!search::isIn(search::Word(u""), u"any"));
        QVERIFY(!search::isIn(search::Word(u"any"), u""));
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(EntityMatcher().match(m_index, u"ledger", stop.get_token()).cancelled);
        QVERIFY(!CatalogIndex::build(m_index->snapshotPtr(), stop.get_token()));
    }

    void ordersAreNatural()
    {
        QVERIFY(search::compareNaturally(u"svc-2", u"svc-10") < 0);
        QVERIFY(search::compareNaturally(u"Svc", u"svb") > 0);
        QVERIFY(search::compareNaturally(u"a", u"ab") < 0);
        QVERIFY(search::compareNaturally(u"\u00c9cole", u"Eclair") > 0);
        QCOMPARE(search::compareNaturally(u"x", u"x"), 0);
        const search::IndexPtr index = CatalogIndex::build(testing::syntheticSnapshot(4000));
        const std::vector<search::Row> &order = index->order(search::Order::Name);
        for (size_t i = 1; i < order.size(); ++i)
            QVERIFY(search::compareNaturally(index->snapshot().displayName(order[i - 1]), index->snapshot().displayName(order[i])) <= 0);
    }

    void paletteScopes()
    {
        search::PaletteSearch palette;
        palette.setActions({ { u"go.ledger"_s, u"Show relations of ledger-api"_s, u"Ctrl+Shift+R"_s, u"Opens the graph"_s, {}, true },
            { u"sync"_s, u"Sync now"_s, u"F5"_s, u"Reads every source"_s, {}, true } });
        const auto run = [&](const QString &typed, search::PaletteScope scope = search::PaletteScope::Everything) {
            return palette.run(m_index, search::PaletteInput::parse(typed, scope), nullptr);
        };
        search::PaletteAnswer all = run(u"ledger"_s);
        QCOMPARE(all.totals[size_t(search::PaletteScope::Actions)], 1);
        QCOMPARE(all.totals[size_t(search::PaletteScope::People)], 1); // The group.
        QCOMPARE(all.sections.front().scope, search::PaletteScope::Everything);
        QCOMPARE(all.sections.front().hits.size(), size_t(4));
        const search::PaletteAnswer actions = run(u">syn"_s);
        QCOMPARE(actions.sections.size(), size_t(1));
        QCOMPARE(actions.total(), 1);
        QCOMPARE(actions.sections.front().hits.front().action, 1);
        const search::PaletteAnswer people = run(u"@mir"_s);
        QCOMPARE(people.sections.front().hits.size(), size_t(1));
        QCOMPARE(m_index->snapshot().name(people.sections.front().hits.front().row), u"mira");
        QCOMPARE(run(u"@"_s).totals[size_t(search::PaletteScope::People)], 5);
        QCOMPARE(run(u"#anything"_s).total(), 0);
        const search::PaletteAnswer apis = run(u"k:api led"_s);
        QCOMPARE(apis.totals[size_t(search::PaletteScope::Entities)], 1);
        QVERIFY(run(QString()).sections.front().scope != search::PaletteScope::Everything); // Nothing typed, nothing of one's own: actions.
    }

private:
    QString best(const MatchResult &result) const
    {
        const auto hits = search::best(result.hits, *m_index, nullptr, 1);
        return hits.empty() ? QString() : m_index->snapshot().name(hits.front().row).toString();
    }

    search::IndexPtr m_index;
};

QTEST_GUILESS_MAIN(MatcherTest)
#include "tst_matcher.moc"
