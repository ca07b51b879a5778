// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/synthetic.h"
#include "tests/peers/portal/portaltest.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 catalogSize = 1400; // More than one block and several pages are compared in.

QJsonObject component(const QString &name, const QString &description)
{
    return { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
        { u"metadata"_s, QJsonObject { { u"name"_s, name }, { u"namespace"_s, u"default"_s }, { u"description"_s, description } } },
        { u"spec"_s, QJsonObject { { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, u"user:default/guest"_s } } } };
}

} // namespace

/// Callboard connected to the backend of an older Backstage, as PEER_VERSION names it. The functions build on each other.
class TestVersions final : public PortalTest {
    Q_OBJECT

    QTemporaryDir folder;
    bool hasGuests = false;
    qint64 fullBytes = 0;

    QString trouble(Workspace &of, const QString &id, const QString &feedId = u"catalog"_s) { return words(failure(of, id, feedId)); }
    /// Bytes that came for the catalog.
    qint64 pullAgain()
    {
        const QDateTime since = QDateTime::currentDateTimeUtc();
        pull(*workspace, connection);
        return catalogBytes(*workspace, since);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        portal = std::make_unique<RealPortal>();
        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        const testkit::Synthetic synthetic(catalogSize - 1);
        QJsonArray entities { QJsonObject { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"User"_s },
            { u"metadata"_s, QJsonObject { { u"name"_s, u"guest"_s }, { u"namespace"_s, u"default"_s } } },
            { u"spec"_s, QJsonObject { { u"memberOf"_s, QJsonArray() } } } } };
        for (quint32 i = 0; i < synthetic.size(); ++i) {
            // The scaffolder's kind is no part of these backends.
            const QJsonObject body = synthetic.entity(i).body;
            if (body["kind"_L1].toString() != "Template"_L1)
                entities.append(body);
        }
        expected = entities.size();
        QVERIFY2(portal->change(entities, {}, expected), qPrintable(portal->complaint()));
        workspace = openIn(folder.filePath(u"main"_s));
        QVERIFY(workspace);
    }

    void someoneSignsIn()
    {
        const auto methods = wait<std::vector<sdk::SignInMethod>>([&](auto done) {
            workspace->signInMethods(u"backstage"_s, { { u"url"_s, portal->url() } }, {}, this, done);
        });
        QVERIFY2(methods, qPrintable(methods ? QString() : methods.error().detail));
        QStringList usable;
        for (const sdk::SignInMethod &method : *methods) {
            if (method.unavailable.isEmpty())
                usable.append(method.id);
        }
        hasGuests = usable.contains(u"guest"_s);
        qInfo("one can sign in by: %s", qPrintable(usable.join(u", ")));
        // Where nobody is a guest, everybody may read.
        QVERIFY(hasGuests || usable.contains(u"auto"_s));
    }

    void theWholeCatalogIsTheApisOwnAnswer()
    {
        const QDateTime since = QDateTime::currentDateTimeUtc();
        connection = connectTo(*workspace, { { u"signIn"_s, hasGuests ? u"guest"_s : u"auto"_s } });
        QVERIFY(workspace->waitForIdle(300s));
        workspace->mirror().flush();
        QCOMPARE(trouble(*workspace, connection), QString());
        fullBytes = catalogBytes(*workspace, since);
        qInfo("a full sync: %lld bytes", qlonglong(fullBytes));
        compare(*workspace);
    }

    void anUnchangedSyncBringsNoEntity()
    {
        const qint64 bytes = pullAgain();
        QCOMPARE(trouble(*workspace, connection), QString());
        qInfo("a sync in which nothing changed: %lld bytes, %.2f %% of a full one", qlonglong(bytes), 100.0 * double(bytes) / double(fullBytes));
        QVERIFY(bytes > 0 && bytes * 100 <= fullBytes);
        compare(*workspace);
    }

    void whatHappenedBehindItsBackIsFound()
    {
        QVERIFY(portal->change({ component(u"added"_s, u"new"_s), component(u"to-go"_s, u"new"_s) }, {}, expected += 2));
        pullAgain();
        QCOMPARE(trouble(*workspace, connection), QString());
        compare(*workspace);
        QVERIFY(portal->change({ component(u"added"_s, u"changed"_s) }, { u"component:default/to-go"_s }, --expected));
        const qint64 bytes = pullAgain();
        QCOMPARE(trouble(*workspace, connection), QString());
        qInfo("a sync in which one changed and one went: %lld bytes, %.1f %% of a full one", qlonglong(bytes), 100.0 * double(bytes) / double(fullBytes));
        QVERIFY(bytes > 0 && bytes * 100 <= fullBytes * 15);
        compare(*workspace);
        const auto changed = workspace->mirror().entity(u"component:default/added");
        QVERIFY(changed);
        QCOMPARE(changed->body["metadata"_L1]["description"_L1].toString(), u"changed"_s);
    }

    void aTokenSyncsAsWell()
    {
        const auto other = openIn(folder.filePath(u"token"_s));
        const QString id = connectTo(*other, { { u"signIn"_s, u"token"_s } }, { { u"token"_s, QString::fromLatin1(RealPortal::staticToken) } });
        QVERIFY(other->waitForIdle(300s));
        other->mirror().flush();
        QCOMPARE(trouble(*other, id), QString());
        compare(*other);
    }

    void aDescriptorIsRegisteredRefreshedAndTakenBack()
    {
        const QString url = portal->serve("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: registered\n"
                                          "spec:\n  type: service\n  lifecycle: production\n  owner: user:default/guest\n");
        const auto shown = act({ u"register"_s, {}, { { u"url"_s, url } }, true });
        QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().detail));
        QVERIFY(shown->details["entities"_L1].toArray().contains(u"component:default/registered"_s));
        const auto done = act({ u"register"_s, {}, { { u"url"_s, url } }, false });
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        const QString route = u"/api/catalog/entities/by-name/component/default/registered"_s;
        QTRY_COMPARE_WITH_TIMEOUT(portal->ask("GET", route).status, 200, 30'000);
        const auto refreshed = act({ u"refresh"_s, u"component:default/registered"_s, {}, false });
        QVERIFY2(refreshed, qPrintable(refreshed ? QString() : refreshed.error().detail));
        const auto taken = act({ u"unregister"_s, u"component:default/registered"_s, {}, false });
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(portal->ask("GET", route).status, 404, 30'000);
        // Some of them take it from its owner's relations a moment later.
        const QString owner = u"/api/catalog/entities/by-name/user/default/guest"_s;
        QTRY_VERIFY_WITH_TIMEOUT(!portal->ask("GET", owner).json.toJson().contains("component:default/registered"), 30'000);
        pullAgain();
        compare(*workspace);
    }

    /// Feeds for what a backend has not are no failure; and what it has not, nobody is offered.
    void whatItHasNotIsNoFailure()
    {
        for (const QString &feed : { u"starred"_s, u"notifications"_s })
            qInfo("%s: %s", qPrintable(feed), qPrintable(trouble(*workspace, connection, feed)));
        QCOMPARE(trouble(*workspace, connection, u"starred"_s), QString());
        QCOMPARE(trouble(*workspace, connection, u"notifications"_s), QString());
        const auto may = wait<sdk::Permission>([&](auto done) { workspace->mayAct(connection, { u"star"_s, u"user:default/guest"_s, {}, false }, this, done); });
        QVERIFY(may);
        QVERIFY(!may->allowed);
        QVERIFY(!may->reason.isEmpty());
    }

    void cleanupTestCase()
    {
        workspace.reset();
        portal.reset();
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
