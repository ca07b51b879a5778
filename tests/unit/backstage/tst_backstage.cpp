// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/catalogfeed.h"
#include "tests/unit/backstage/fakeportal.h"
#include "tests/unit/backstage/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

/// The integration over a backend in memory; recorded answers of a real one are the reference for what that backend says.
class TestBackstage final : public QObject {
    Q_OBJECT

    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    std::unique_ptr<sdk::Feed> catalog;

    void connectWith(const QJsonObject &form)
    {
        context->form = form;
        connection = std::make_unique<BackstageConnection>(form);
        catalog = connection->feed(u"catalog"_s);
    }
    /// Of the size of real ones: 1.7 kB each in the catalog of tests/peers/backstage.
    void fill(int count, int from = 0)
    {
        const QString text(1400, u'x');
        for (int i = from; i < from + count; ++i)
            portal->put(u"Component"_s, u"service-%1"_s.arg(i), { { u"owner"_s, u"team-%1"_s.arg(i % 7) }, { u"text"_s, text } });
    }
    /// The mirror holds just what the backend has.
    bool agrees() const
    {
        QMap<QString, QJsonObject> expected;
        for (const QJsonObject &entity : std::as_const(portal->entities)) {
            const auto parsed = domain::Entity::fromJson(entity);
            expected.insert(parsed.ref().canonical(), parsed.toJson());
        }
        return expected == context->mirror;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        portal = std::make_unique<FakePortal>();
        context = std::make_unique<FakeContext>(*portal);
        connectWith({ { u"url"_s, u"http://portal.example.org"_s } });
    }

    // The cursors of a backend gone wrong, or of one that means to keep us: each page leads to another, and none is the last.
    void pagesInACircleEnd()
    {
        fill(20);
        QVERIFY(context->pull(*catalog));
        const auto before = context->mirror;
        context->savedCursor.clear(); // So that all is read anew.
        int asked = 0;
        portal->before = [&](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            const QUrlQuery query(request.url);
            if (!request.url.path().endsWith("/by-query"_L1) || query.queryItemValue(u"limit"_s) == "0"_L1)
                return std::nullopt;
            const QString name = ++asked % 2 == 0 ? u"a"_s : u"b"_s;
            const QJsonObject metadata { { u"namespace"_s, u"default"_s }, { u"name"_s, name }, { u"uid"_s, name }, { u"etag"_s, u"e"_s } };
            const QJsonObject item { { u"apiVersion"_s, u"v1"_s }, { u"kind"_s, u"Component"_s }, { u"metadata"_s, metadata } };
            const QJsonObject page { { u"items"_s, QJsonArray { item } }, { u"totalItems"_s, 0 }, { u"pageInfo"_s, QJsonObject { { u"nextCursor"_s, name } } } };
            return FakePortal::Answer { 200, QJsonDocument(page).toJson() };
        };
        const auto pulled = context->pull(*catalog);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, ErrorCode::BadResponse);
        QVERIFY2(pulled.error().detail.contains("do not end"_L1), qPrintable(pulled.error().detail));
        QVERIFY2(asked > 2 && asked < 200, qPrintable(QString::number(asked)));
        for (const QString &ref : before.keys())
            QVERIFY(context->mirror.contains(ref)); // Nothing is taken away.
    }

    void theEtagOfAPageIsTheBackends_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("first");
        QTest::newRow("first") << u"first"_s << 0;
        QTest::newRow("second") << u"second"_s << 3;
        QTest::newRow("last") << u"last"_s << 997;
    }
    void theEtagOfAPageIsTheBackends()
    {
        QFETCH(QString, page);
        QFETCH(int, first);
        const QJsonObject all = data(u"etag-pages.json"_s);
        const QJsonObject served = all[page].toObject();
        const QByteArray body = served["body"_L1].toString().toUtf8();
        QCOMPARE(weakEtag(body), served["etag"_L1].toString().toLatin1());

        CatalogState state;
        const QJsonObject uids = all["uids"_L1].toObject();
        const auto etags = readEtagPage(body);
        QVERIFY(etags);
        for (int i = 0; i < all["entities"_L1].toInt(); ++i) {
            const size_t onPage = size_t(i - first);
            state.entries.append(uids[QString::number(i)].toString().toLatin1(), onPage < etags->etags.size() ? etags->etags[onPage] : QByteArray(), {});
        }
        const auto firstPage = readEtagPage(all["first"_L1]["body"_L1].toString().toUtf8());
        QVERIFY(state.learnCursor(firstPage->nextCursor, state.entries.uid(2)));
        QCOMPARE(state.cursorBehind(state.entries.uid(996)), all["last"_L1]["query"_L1]["cursor"_L1].toString().toLatin1());
        QCOMPARE(state.expectedEtag(size_t(first), 3), served["etag"_L1].toString().toLatin1());
    }

    void theWholeCatalogComesThenWhatChanged()
    {
        fill(1000);
        QVERIFY(context->pull(*catalog));
        QVERIFY(!context->onlyChanges);
        QVERIFY(agrees());
        const qint64 full = portal->bytes;

        portal->bytes = 0;
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 0);
        QVERIFY2(portal->bytes * 100 <= full, qPrintable(u"%1 of %2"_s.arg(portal->bytes).arg(full)));
        QCOMPARE(portal->log.count("HEAD /api/catalog/entities/by-query"), 1);
        QVERIFY(agrees());

        portal->bytes = 0;
        portal->put(u"Component"_s, u"another"_s);
        portal->put(u"Component"_s, u"service-5"_s, { { u"owner"_s, u"somebody"_s } });
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 2);
        QVERIFY2(portal->bytes * 100 <= full * 15, qPrintable(u"%1 of %2"_s.arg(portal->bytes).arg(full)));
        QVERIFY(agrees());
    }

    // Two pages and the last block, a change in it: it is found there, and nothing but its page comes.
    void largeCatalogsTellWhatChanged_data()
    {
        QTest::addColumn<bool>("older");
        QTest::newRow("1.55") << false;
        QTest::newRow("1.18") << true;
    }
    void largeCatalogsTellWhatChanged()
    {
        QFETCH(bool, older);
        portal->isOlder = older;
        fill(1700);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
        const qint64 full = portal->bytes;

        portal->bytes = 0;
        portal->log.clear();
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 0);
        QCOMPARE(portal->log.count("HEAD /api/catalog/entities/by-query"), 1);
        QCOMPARE(portal->log.count("GET /api/catalog/entities/by-query"), 2);
        QVERIFY2(portal->bytes * 100 <= full, qPrintable(u"%1 of %2"_s.arg(portal->bytes).arg(full)));

        const auto changeLast = [&] {
            QJsonObject &last = portal->entities.last();
            portal->put(last["kind"_L1].toString(), last["metadata"_L1]["name"_L1].toString(), { { u"owner"_s, u"somebody"_s } });
        };
        changeLast();
        portal->bytes = 0;
        portal->log.clear();
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 1);
        QVERIFY(agrees());
        QVERIFY2(portal->bytes * 100 <= full * 15, qPrintable(u"%1 of %2"_s.arg(portal->bytes).arg(full)));

        // More and fewer of them than the cursors say.
        portal->put(u"Component"_s, u"another"_s);
        portal->remove(u"service-7"_s);
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 1);
        QVERIFY(agrees());
        portal->log.clear();
        QVERIFY(context->pull(*catalog));
        QCOMPARE(portal->log.size(), 3);
        QVERIFY(agrees());
    }

    /// Between two that are known there may be any number of new ones; once all of them were held in memory.
    void manyNewOnesAreWalkedAndNotGathered()
    {
        fill(20);
        QVERIFY(context->pull(*catalog));
        fill(4000, 20);
        portal->log.clear();
        QVERIFY(context->pull(*catalog));
        QVERIFY(!context->onlyChanges);
        // Until 2,000 are found, 250 at a time: what they are, and they themselves between the 20. Then the walk, 500 at a time.
        QVERIFY2(portal->log.count("GET /api/catalog/entities/by-query") <= 8 + 8 + 20 + 12, portal->log.join('\n'));
        QVERIFY(agrees());
        fill(500, 4020);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
    }

    void whereNoHeadsAreLetThroughPagesAreCompared()
    {
        fill(1000);
        QVERIFY(context->pull(*catalog));
        portal->before = [](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            return request.method == "HEAD" ? std::optional(FakePortal::Answer { 405, "<html>", {}, {}, "text/html" }) : std::nullopt;
        };
        portal->log.clear();
        QVERIFY(context->pull(*catalog));
        QVERIFY(context->onlyChanges);
        QCOMPARE(context->putCount, 0);
        QCOMPARE(portal->log.count("HEAD /api/catalog/entities/by-query"), 1);
        portal->put(u"Component"_s, u"service-5"_s, { { u"owner"_s, u"somebody"_s } });
        QVERIFY(context->pull(*catalog));
        QCOMPARE(context->putCount, 1);
        QVERIFY(agrees());
    }

    void anyMixOfChangesIsFollowed_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void anyMixOfChangesIsFollowed()
    {
        QFETCH(quint32, seed);
        QRandomGenerator dice(seed);
        portal->isOlder = seed % 2 == 0;
        fill(int(dice.bounded(1, 900)));
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
        for (int round = 0; round < 6; ++round) {
            const int changes = int(dice.bounded(0, 12));
            for (int i = 0; i < changes; ++i) {
                const QString name = u"service-%1"_s.arg(dice.bounded(1000));
                switch (dice.bounded(3)) {
                case 0:
                    portal->remove(name);
                    break;
                case 1:
                    portal->put(u"Component"_s, name, { { u"round"_s, round } });
                    break;
                default:
                    portal->put(u"Component"_s, u"new-%1-%2"_s.arg(round).arg(i));
                }
            }
            portal->put(u"Group"_s, u"always"_s); // Never quite empty.
            QVERIFY(context->pull(*catalog));
            QVERIFY(agrees());
        }
    }

    void theFirstAndTheLastOfThePagesMayChange()
    {
        fill(600);
        QVERIFY(context->pull(*catalog));
        const auto nameAt = [this](qsizetype at) {
            const auto all = portal->entities.values();
            return all[std::min(at, all.size() - 1)]["metadata"_L1]["name"_L1].toString();
        };
        for (const qsizetype at : { qsizetype(0), qsizetype(250), qsizetype(249), qsizetype(251), portal->entities.size() - 1 }) {
            portal->put(u"Component"_s, nameAt(at), { { u"changed"_s, int(at) } });
            QVERIFY(context->pull(*catalog));
            QVERIFY(context->onlyChanges);
            QCOMPARE(context->putCount, 1);
            QVERIFY(agrees());
            portal->remove(nameAt(at));
            QVERIFY(context->pull(*catalog));
            QVERIFY(context->onlyChanges);
            QVERIFY(agrees());
        }
    }

    void anEntityMadeAnewIsAnotherOne()
    {
        fill(300);
        QVERIFY(context->pull(*catalog));
        const QByteArray uid = portal->entities.firstKey();
        QJsonObject entity = portal->entities.take(uid);
        QJsonObject metadata = entity["metadata"_L1].toObject();
        metadata.insert(u"uid"_s, u"ffffffff-0000-4000-8000-000000000000"_s);
        entity.insert(u"metadata"_s, metadata);
        portal->entities.insert("ffffffff-0000-4000-8000-000000000000", entity);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
    }

    void aBackendThatStartsEmptiesNothing()
    {
        fill(50);
        QVERIFY(context->pull(*catalog));
        const auto was = context->mirror;
        portal->entities.clear();
        portal->starting = true;
        auto result = context->pull(*catalog);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Offline);
        portal->starting = false;
        QVERIFY(!context->pull(*catalog)); // Ready, but it reads its files only now.
        fill(12);
        QVERIFY(!context->pull(*catalog));
        QCOMPARE(context->mirror.size(), was.size());
        fill(49);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
    }

    void aFirstEmptyAnswerOfABackendThatStartsIsNoSuccess()
    {
        portal->starting = true;
        QVERIFY(!context->pull(*catalog));
        portal->starting = false;
        QVERIFY(context->pull(*catalog));
    }

    void whatOneSeesIsNotComparedWithWhatAnotherSaw()
    {
        fill(300);
        QVERIFY(context->pull(*catalog));
        portal->token = "other-token";
        context->secrets[u"token"_s] = u"other-token"_s;
        connectWith(context->form);
        QVERIFY(context->pull(*catalog));
        QVERIFY(!context->onlyChanges);
    }

    void olderBackendsAreReadByOffsets()
    {
        portal->hasByQuery = false;
        fill(1203);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
        portal->remove(u"service-7"_s);
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
        const auto report = connection->probe(*context);
        QVERIFY(report);
        QCOMPARE(report->summary, QLocale().toString(1202) + u" entities"_s);
    }

    void pagesThatAreTooLargeAreAskedForInParts()
    {
        fill(900);
        portal->largestAnswer = 20'000;
        QVERIFY(context->pull(*catalog));
        QVERIFY(agrees());
    }

    void brokenEntitiesAreLeftOutAndTold()
    {
        fill(3);
        portal->entities.insert("00000000-0000-4000-8000-000000000001", { { u"kind"_s, u"Component"_s } });
        QVERIFY(context->pull(*catalog));
        QCOMPARE(context->mirror.size(), 3);
        QVERIFY(!context->logged.isEmpty());
        const QByteArray deep = "{\"items\":[{\"kind\":\"A\",\"metadata\":{\"name\":\"x\"},\"spec\":" + QByteArray(900, '[') + QByteArray(900, ']')
            + "},{\"kind\":\"B\",\"metadata\":{\"name\":\"y\"}}],\"pageInfo\":{\"nextCursor\":\"c\"}}";
        const auto page = readEntityPage(deep);
        QVERIFY(page);
        QCOMPARE(page->entities.size(), 1);
        QCOMPARE(page->entities[0].name(), u"y"_s);
        QCOMPARE(page->nextCursor, "c");
        QVERIFY(!readEntityPage("{\"items\":[{\"kind\":\"A\xff\"}]}"));
        QVERIFY(!readEntityPage("{\"items\":{}}"));
        QVERIFY(!readEntityPage("<html>"));
        QVERIFY(!readEntityPage({}));
    }

    void recordedPagesAreReadAsQtReadsThem()
    {
        for (const QString &name : { u"catalog-by-query-first-page"_s, u"catalog-by-refs"_s, u"catalog-entities-legacy-after"_s }) {
            const QByteArray body = recorded(name);
            const QJsonDocument document = QJsonDocument::fromJson(body);
            const QJsonArray items = document.isArray() ? document.array() : document["items"_L1].toArray();
            const auto page = readEntityPage(body);
            QVERIFY(page);
            QCOMPARE(page->items, items.size());
            size_t at = 0;
            for (const QJsonValue item : items) {
                if (item.isNull())
                    continue;
                QCOMPARE(page->entities.at(at++).toJson(), domain::Entity::fromJson(item.toObject()).toJson());
            }
            QCOMPARE(at, page->entities.size());
        }
    }

    void theStateIsSavedCompactly()
    {
        fill(2000);
        QVERIFY(context->pull(*catalog));
        const auto state = CatalogState::load(context->savedCursor);
        QVERIFY(state);
        QCOMPARE(state->entries.size(), 2000);
        QVERIFY(state->isComparable());
        QVERIFY2(context->savedCursor.size() < 2000 * 60, qPrintable(QString::number(context->savedCursor.size())));
        QCOMPARE(CatalogState::load(state->save())->entries, state->entries);
        QByteArray damaged = context->savedCursor;
        damaged[damaged.size() / 2] = char(~damaged[damaged.size() / 2]);
        context->savedCursor = damaged;
        QTest::ignoreMessage(QtWarningMsg, "qUncompress: Input data is corrupted");
        QVERIFY(context->pull(*catalog));
        QVERIFY(!context->onlyChanges);
    }
};

QTEST_APPLESS_MAIN(TestBackstage)
#include "tst_backstage.moc"
