// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "plugins/backstage/backstageconnection.h"
#include "plugins/backstage/docsanswers.h"
#include "tests/unit/backstage/fakeportal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace callboard;
using namespace callboard::backstage;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// What a real backend answered: techdocs.json, from @backstage/plugin-techdocs-backend with MkDocs 1.4.2 behind it.
QJsonObject recorded(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/backstage/techdocs.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()[name].toObject() : QJsonObject();
}

QByteArray bodyOf(const QString &name)
{
    return recorded(name)["body"_L1].toString().toUtf8();
}

} // namespace

/// Sites of a portal that is made up, but answers as the recordings do.
class TestTechdocs final : public QObject {
    Q_OBJECT

    struct Site {
        QMap<QString, QByteArray> files;
        qint64 build = 1;
        bool isBuilt = true;
        QByteArray failure; ///< Of the builder.
    };
    QMap<QString, Site> sites; ///< By "default/component/name".
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<FakeContext> context;
    std::unique_ptr<BackstageConnection> connection;
    std::unique_ptr<sdk::Feed> feed;

    static QByteArray etagOf(const QByteArray &body) { return "W/\"" + QByteArray::number(qHash(body), 16) + '"'; }

    std::optional<FakePortal::Answer> answer(const sdk::HttpRequest &request)
    {
        const QString path = request.url.path();
        if (!path.startsWith("/api/techdocs/"_L1))
            return std::nullopt;
        const QString route = path.sliced(14);
        const auto after = [&](QLatin1StringView prefix) { return route.startsWith(prefix) ? route.sliced(prefix.size()) : QString(); };
        if (const QString triplet = after("metadata/techdocs/"_L1); !triplet.isEmpty()) {
            if (!sites[triplet].isBuilt)
                return FakePortal::Answer { 404, bodyOf(u"metadata-before-build-404"_s) };
            return FakePortal::Answer { 200, QJsonDocument(QJsonObject { { u"build_timestamp"_s, sites[triplet].build },
                { u"files"_s, QJsonArray::fromStringList(sites[triplet].files.keys()) } }).toJson() };
        }
        if (const QString triplet = after("sync/"_L1); !triplet.isEmpty()) {
            if (std::ranges::find(request.headers, sdk::Header("accept", "text/event-stream")) == request.headers.end())
                return FakePortal::error(500, "Error", "no event stream asked for");
            const Site &site = sites[triplet];
            QByteArray events = bodyOf(u"sync-again-sse"_s);
            if (!site.failure.isEmpty())
                events = "event: error\ndata: \"" + site.failure + "\"\n\n";
            return FakePortal::Answer { 200, events, {}, {}, "text/event-stream" };
        }
        if (const QString place = after("static/docs/"_L1); !place.isEmpty()) {
            const Site &site = sites[place.section(u'/', 0, 2)];
            const auto file = site.files.constFind(place.section(u'/', 3));
            if (file == site.files.cend() || !site.isBuilt)
                return FakePortal::Answer { 404, {}, {}, {}, {} };
            const QByteArray etag = etagOf(*file);
            if (std::ranges::find(request.headers, sdk::Header("if-none-match", etag)) != request.headers.end())
                return FakePortal::Answer { 304, {}, etag };
            return FakePortal::Answer { 200, *file, etag, {}, "text/plain; charset=utf-8" };
        }
        return std::nullopt;
    }
    void ask(const QString &name, bool keep, const QStringList &pages = {}, int docPages = 0)
    {
        context->asked.push_back({ .ref = u"component:default/"_s + name, .annotations = { { u"backstage.io/techdocs-ref"_s, u"dir:."_s } },
            .keep = keep, .pages = pages, .docPages = docPages });
    }
    QStringList fetched() const
    {
        QStringList routes;
        for (const QByteArray &line : portal->log) {
            if (line.startsWith("GET /api/techdocs/static/docs/"))
                routes.append(QString::fromLatin1(line.sliced(30)));
        }
        return routes;
    }
    QStringList came() const
    {
        QStringList paths;
        for (const auto &file : context->docFiles)
            paths.append(file.entityRef.section(u'/', 1) + u'/' + file.path);
        return paths;
    }
    domain::DocSite site(const QString &name) const { return domain::DocSite::fromRecord(context->records.value(u"component:default/"_s + name)); }

private Q_SLOTS:
    void init()
    {
        sites.clear();
        sites[u"default/component/pay"_s].files = { { u"index.html"_s, "front" }, { u"ops/index.html"_s, "ops" }, { u"img/d.svg"_s, "svg" },
            { u"assets/javascripts/bundle.js"_s, "js" }, { u"404.html"_s, "404" }, { u"search/search_index.json"_s, "{}" } };
        portal = std::make_unique<FakePortal>();
        portal->before = [this](const sdk::HttpRequest &request) { return answer(request); };
        context = std::make_unique<FakeContext>(*portal);
        context->form = { { u"url"_s, u"http://portal.example.org"_s } };
        connection = std::make_unique<BackstageConnection>(context->form);
        feed = connection->feed(u"docs"_s);
    }

    void readsRecordedAnswers()
    {
        const auto metadata = readDocsMetadata(bodyOf(u"metadata-techdocs"_s));
        QVERIFY(metadata);
        QCOMPARE(metadata->files, (QStringList { u"index.html"_s, u"ops/index.html"_s, u"img/diagram.svg"_s }));
        QCOMPARE(metadata->builtAt.toMSecsSinceEpoch(), 1795294077370);
        QVERIFY(!readDocsMetadata("<html>"));

        for (const int piece : { 1, 3, 100'000 }) {
            QList<std::pair<QByteArray, QByteArray>> events;
            DocsEvents reader([&](const QByteArray &event, const QByteArray &data) { events.append({ event, data }); });
            const QByteArray stream = bodyOf(u"sync-build-sse"_s);
            for (qsizetype at = 0; at < stream.size(); at += piece)
                reader.feed(QByteArrayView(stream).sliced(at, std::min<qsizetype>(piece, stream.size() - at)));
            QVERIFY(events.size() > 4);
            QCOMPARE(events.back().first, "finish");
            QCOMPARE(events.back().second, "{\"updated\":true}");
            QCOMPARE(withoutColours(events.front().second), u"info: Step 1 of 3: Preparing docs for entity component:default/payments-docs"_s);
        }
        QCOMPARE(recorded(u"static-index"_s)["type"_L1].toString(), u"text/plain; charset=utf-8"_s); // On purpose: never to be run.
    }

    void onlyWhatIsKeptIsFetched()
    {
        sites[u"default/component/other"_s] = sites[u"default/component/pay"_s];
        ask(u"pay"_s, true);
        ask(u"other"_s, false);
        context->asked.push_back({ .ref = u"component:default/none"_s, .annotations = {}, .keep = true });
        QVERIFY(context->pull(*feed));
        QVERIFY(context->onlyChanges);
        QCOMPARE(came(), (QStringList { u"pay/index.html"_s, u"pay/ops/index.html"_s, u"pay/img/d.svg"_s }));
        QVERIFY(site(u"pay"_s).complete);
        QCOMPARE(site(u"pay"_s).pages, 2);
        QCOMPARE(site(u"pay"_s).sourceUrl, u"http://portal.example.org/docs/default/component/pay"_s);
        QVERIFY(context->records.contains(u"component:default/other"_s)); // Listed, so that somebody can want it.
        QVERIFY(!site(u"other"_s).complete);
        QVERIFY(!context->records.contains(u"component:default/none"_s));
    }

    void onlyWhatChangedIsFetchedAgain()
    {
        ask(u"pay"_s, true);
        QVERIFY(context->pull(*feed));
        context->asked[0].docPages = 2;
        portal->log.clear();
        feed = connection->feed(u"docs"_s);
        QVERIFY(context->pull(*feed));
        QCOMPARE(fetched(), QStringList()); // The build is the same.

        Site &built = sites[u"default/component/pay"_s];
        built.build = 2;
        built.files[u"ops/index.html"_s] = "changed";
        built.files[u"new/index.html"_s] = "new";
        built.files.remove(u"img/d.svg"_s);
        feed = connection->feed(u"docs"_s);
        QVERIFY(context->pull(*feed));
        QCOMPARE(came(), (QStringList { u"pay/new/index.html"_s, u"pay/ops/index.html"_s }));
        QCOMPARE(context->removed, QStringList { u"DocAsset component:default/pay/img/d.svg"_s });

        built.build = 3;
        built.files.remove(u"new/index.html"_s);
        context->asked[0].docPages = 3;
        feed = connection->feed(u"docs"_s);
        QVERIFY(context->pull(*feed));
        QCOMPARE(came(), QStringList());
        QCOMPARE(context->removed, QStringList { u"DocPage component:default/pay/new/"_s });

        // No longer in the catalog.
        context->asked.clear();
        QVERIFY(context->pull(*feed));
        QCOMPARE(context->removed, QStringList { u"DocSite component:default/pay"_s });
    }

    void whatSomebodyReadsComesFirst()
    {
        sites[u"default/component/other"_s] = sites[u"default/component/pay"_s];
        ask(u"other"_s, false, { u"ops/"_s });
        ask(u"pay"_s, true);
        QVERIFY(context->pull(*feed));
        QCOMPARE(fetched().front(), u"default/component/other/ops/index.html"_s);
        // Then the rest of that site: its pages are turned next.
        QVERIFY(site(u"other"_s).complete);
        QCOMPARE(came().size(), 6);

        // What was forgotten for room comes back when it is read again, and not before.
        context->asked[0] = { .ref = u"component:default/other"_s, .annotations = context->asked[0].annotations };
        context->asked[1].docPages = 2;
        feed = connection->feed(u"docs"_s);
        QVERIFY(context->pull(*feed));
        QCOMPARE(came(), QStringList());
        context->asked[0].pages = { u""_s };
        QVERIFY(context->pull(*feed));
        QCOMPARE(came().size(), 3);
        QCOMPARE(came().front(), u"other/index.html"_s);
    }

    void aSiteThatCannotBeBuiltKeepsNobodyWaiting()
    {
        sites[u"default/component/broken"_s].isBuilt = false;
        sites[u"default/component/broken"_s].failure = "mkdocs failed";
        ask(u"broken"_s, true);
        ask(u"pay"_s, true);
        QVERIFY(context->pull(*feed));
        QCOMPARE(came().size(), 3);
        QVERIFY(context->logged.join(u'\n').contains("mkdocs failed"_L1));
        QVERIFY(!site(u"broken"_s).complete);
        // A builder that fails leaves what it had built.
        sites[u"default/component/pay"_s].failure = "mkdocs failed";
        sites[u"default/component/pay"_s].build = 2;
        sites[u"default/component/pay"_s].files[u"index.html"_s] = "still";
        context->asked[1].docPages = 2;
        feed = connection->feed(u"docs"_s);
        QVERIFY(context->pull(*feed));
        QCOMPARE(came(), QStringList { u"pay/index.html"_s });
    }

    void oneEntityMayShowTheDocsOfAnother()
    {
        context->asked.push_back({ .ref = u"component:default/part"_s, .annotations = { { u"backstage.io/techdocs-entity"_s, u"component:Pay"_s },
            { u"backstage.io/techdocs-entity-path"_s, u"/ops/"_s } }, .keep = true });
        QVERIFY(context->pull(*feed));
        QCOMPARE(fetched(), QStringList());
        QCOMPARE(site(u"part"_s).aliasOf, u"component:default/pay"_s);
        QCOMPARE(site(u"part"_s).aliasPath, u"ops/"_s);
        context->putCount = 0;
        QVERIFY(context->pull(*feed));
        QCOMPARE(context->putCount, 0);
    }

    void hostilePathsAreLeftAlone()
    {
        Site &hostile = sites[u"default/component/pay"_s];
        hostile.files = { { u"../../../../etc/passwd"_s, "x" }, { u"a/../../b.html"_s, "x" }, { u"/etc/passwd"_s, "x" }, { u"index.html"_s, "front" } };
        ask(u"pay"_s, true);
        QVERIFY(context->pull(*feed));
        QCOMPARE(fetched(), QStringList { u"default/component/pay/index.html"_s });
    }

    void withoutAListThePagesOfTheSearchAreFetched()
    {
        QCOMPARE(pagesInSearchIndex(R"({"docs":[{"location":"","text":""},{"location":"#a"},{"location":"ops/#b"},{"location":"../x/"}]})"),
            (QStringList { u"index.html"_s, u"ops/index.html"_s }));
    }

    void theNetworksEndEndsThePull()
    {
        ask(u"pay"_s, true);
        portal->before = [this](const sdk::HttpRequest &request) -> std::optional<FakePortal::Answer> {
            if (request.url.path().endsWith("/ops/index.html"_L1))
                return FakePortal::error(503, "ServiceUnavailable", "gone");
            return answer(request);
        };
        const auto pulled = context->pull(*feed);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, ErrorCode::Offline);
    }
};

QTEST_GUILESS_MAIN(TestTechdocs)
#include "tst_techdocs.moc"
