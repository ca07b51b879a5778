// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/httpclient.h"
#include "models/sync/oauthkeeper.h"
#include "tests/kit/synthetic.h"
#include "tests/peers/portal/portaltest.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 catalogSize = 1000;

QJsonObject user(const QString &name)
{
    return { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"User"_s },
        { u"metadata"_s, QJsonObject { { u"name"_s, name }, { u"namespace"_s, u"default"_s } } },
        { u"spec"_s, QJsonObject { { u"memberOf"_s, QJsonArray() } } } };
}

/// A real backend wants a template to have steps.
QJsonObject asADescriptor(QJsonObject entity)
{
    if (entity["kind"_L1].toString() == "Template"_L1) {
        QJsonObject spec = entity["spec"_L1].toObject();
        spec.insert(u"steps"_s, QJsonArray());
        entity.insert(u"spec"_s, spec);
    }
    return entity;
}

} // namespace

/// Callboard connected to a real Backstage backend. One backend for all; the functions build on each other, in this order.
class TestPortal final : public PortalTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder;
    qint64 fullBytes = 0;

    QJsonArray starsAtThePortal()
    {
        return portal->ask("GET", u"/api/user-settings/buckets/starredEntities/keys/entityRefs"_s, {}, portal->guestToken())
            .json["value"_L1].toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        portal = std::make_unique<RealPortal>();
        folder = std::make_unique<QTemporaryDir>();
        QElapsedTimer timer;
        timer.start();
        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        qInfo("a real Backstage is ready after %lld ms", qlonglong(timer.restart()));
        const testkit::Synthetic synthetic(catalogSize - 2);
        QJsonArray entities { user(u"guest"_s), user(u"intern"_s) };
        for (quint32 i = 0; i < synthetic.size(); ++i)
            entities.append(asADescriptor(synthetic.entity(i).body));
        expected = entities.size();
        QVERIFY2(portal->change(entities, {}, expected), qPrintable(portal->complaint()));
        qInfo("it has taken in %lld entities after %lld ms", qlonglong(expected), qlonglong(timer.elapsed()));
        workspace = openIn(folder->filePath(u"main"_s));
        QVERIFY(workspace);
    }

    void theWholeCatalogIsTheApisOwnAnswer()
    {
        const QDateTime since = QDateTime::currentDateTimeUtc();
        QElapsedTimer timer;
        timer.start();
        connection = connectTo(*workspace, { { u"signIn"_s, u"guest"_s } });
        QVERIFY(!connection.isEmpty());
        QVERIFY(workspace->waitForIdle(300s));
        workspace->mirror().flush();
        QCOMPARE(words(failure(*workspace, connection)), QString());
        fullBytes = catalogBytes(*workspace, since);
        qInfo("a full sync: %lld ms, %lld bytes", qlonglong(timer.elapsed()), qlonglong(fullBytes));
        compare(*workspace);
    }

    void anUnchangedSyncCostsAHundredth()
    {
        const QDateTime since = QDateTime::currentDateTimeUtc();
        pull(*workspace, connection);
        QCOMPARE(words(failure(*workspace, connection)), QString());
        const qint64 bytes = catalogBytes(*workspace, since);
        qInfo("a sync in which nothing changed: %lld bytes, %.2f %% of a full one", qlonglong(bytes), 100.0 * double(bytes) / double(fullBytes));
        QVERIFY(bytes > 0);
        QVERIFY(bytes * 100 <= fullBytes);
    }

    void oneAddedEntityCostsLittle()
    {
        const QJsonObject added { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
            { u"metadata"_s, QJsonObject { { u"name"_s, u"added-behind-its-back"_s }, { u"namespace"_s, u"default"_s } } },
            { u"spec"_s, QJsonObject { { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, u"user:default/guest"_s } } } };
        QVERIFY(portal->change({ added }, {}, ++expected));
        const QDateTime since = QDateTime::currentDateTimeUtc();
        pull(*workspace, connection);
        QCOMPARE(words(failure(*workspace, connection)), QString());
        const qint64 bytes = catalogBytes(*workspace, since);
        qInfo("a sync in which one entity was added, and its owner changed by that: %lld bytes, %.2f %% of a full one", qlonglong(bytes),
            100.0 * double(bytes) / double(fullBytes));
        QVERIFY(bytes * 100 <= fullBytes * 15);
        compare(*workspace);
    }

    void whatHappenedBehindItsBackIsFound()
    {
        QJsonArray set, removed;
        const QJsonArray all = portal->entities();
        for (qsizetype i = 0; i < all.size(); ++i) {
            QJsonObject entity = all[i].toObject();
            if (entity["kind"_L1].toString() != "Component"_L1 || i % 13 > 2)
                continue;
            if (i % 13 == 0) {
                removed.append(domain::Entity::fromJson(entity).ref().canonical());
                --expected;
                continue;
            }
            entity = domain::Entity::fromJson(entity).body;
            QJsonObject metadata = entity["metadata"_L1].toObject();
            metadata.remove(u"uid"_s);
            metadata.remove(u"etag"_s);
            metadata.insert(u"description"_s, u"Changed behind its back"_s);
            if (i % 13 == 2) {
                metadata.insert(u"name"_s, u"copy-%1"_s.arg(i));
                ++expected;
            }
            entity.insert(u"metadata"_s, metadata);
            set.append(entity);
        }
        QVERIFY(set.size() > 40 && removed.size() > 20);
        QVERIFY(portal->change(set, removed, expected));
        pull(*workspace, connection);
        QCOMPARE(words(failure(*workspace, connection)), QString());
        compare(*workspace);
    }

    void starsGoBothWays()
    {
        // As a click does it.
        QVERIFY(workspace->mirror().setValue(u"starred"_s, QJsonArray { u"component:default/added-behind-its-back"_s }));
        workspace->starChanged(u"component:default/added-behind-its-back"_s);
        QTRY_COMPARE_WITH_TIMEOUT(starsAtThePortal(), (QJsonArray { u"component:default/added-behind-its-back"_s }), 10'000);
        QVERIFY(workspace->waitForIdle(60s));
        const auto another = act({ u"star"_s, u"user:default/intern"_s, {}, false });
        QVERIFY2(another, qPrintable(another ? QString() : another.error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(starsAtThePortal().size(), 2, 10'000);
        QVERIFY(workspace->waitForIdle(60s));
        const auto takenAway = act({ u"unstar"_s, u"user:default/intern"_s, {}, false });
        QVERIFY2(takenAway, qPrintable(takenAway ? QString() : takenAway.error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(starsAtThePortal().size(), 1, 10'000);
        QVERIFY(workspace->waitForIdle(60s));
        const QJsonArray both { u"component:default/added-behind-its-back"_s, u"user:default/guest"_s };
        portal->ask("PUT", u"/api/user-settings/buckets/starredEntities/keys/entityRefs"_s, QJsonObject { { u"value"_s, both } },
            portal->guestToken());
        pull(*workspace, connection);
        QCOMPARE(workspace->mirror().records(QString(domain::recordtype::star)).value().size(), 2);
    }

    void aDescriptorIsRegisteredAndTakenBack()
    {
        const QString url = portal->serve("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: registered\n"
                                          "spec:\n  type: service\n  lifecycle: production\n  owner: user:default/guest\n");
        const QJsonObject values { { u"url"_s, url } };
        const auto shown = act({ u"register"_s, {}, values, true });
        QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().detail));
        QVERIFY(shown->details["entities"_L1].toArray().contains(u"component:default/registered"_s));
        QCOMPARE(portal->ask("GET", u"/api/catalog/locations"_s).json.array().size(), 0);
        const auto done = act({ u"register"_s, {}, values, false });
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(portal->ask("GET", u"/api/catalog/entities/by-name/component/default/registered"_s).status, 200, 30'000);
        pull(*workspace, connection);
        QVERIFY(workspace->mirror().entity(u"component:default/registered"));
        const auto refreshed = act({ u"refresh"_s, u"component:default/registered"_s, {}, false });
        QVERIFY2(refreshed, qPrintable(refreshed ? QString() : refreshed.error().detail));
        const auto gone = act({ u"unregister"_s, u"component:default/registered"_s, {}, true });
        QVERIFY2(gone, qPrintable(gone ? QString() : gone.error().detail));
        QVERIFY(gone->details["entities"_L1].toArray().contains(u"component:default/registered"_s));
        const auto taken = act({ u"unregister"_s, u"component:default/registered"_s, {}, false });
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
        QVERIFY(taken->undo);
        QCOMPARE(taken->undo->values["url"_L1].toString(), url);
        QTRY_COMPARE_WITH_TIMEOUT(portal->ask("GET", u"/api/catalog/entities/by-name/component/default/registered"_s).status, 404, 30'000);
        pull(*workspace, connection);
        compare(*workspace);
    }

    void aPushIsSeenWithinTwoSeconds()
    {
        const auto live = openIn(folder->filePath(u"live"_s), true);
        QVERIFY(live);
        const QString id = connectTo(*live, { { u"signIn"_s, u"guest"_s } });
        QVERIFY(live->waitForIdle(300s));
        const auto post = [this](const QString &title) {
            const QJsonObject to { { u"type"_s, u"entity"_s }, { u"entityRef"_s, u"user:default/guest"_s } };
            return portal->ask("POST", u"/api/notifications/notifications"_s,
                QJsonObject { { u"recipients"_s, to }, { u"payload"_s, QJsonObject { { u"title"_s, title }, { u"severity"_s, u"high"_s } } } }).status;
        };
        const auto seen = [&](const QString &title) {
            for (const auto &record : live->mirror().records(QString(domain::recordtype::notice)).value_or(std::vector<domain::Record>())) {
                if (domain::Notice::fromRecord(record).title == title)
                    return true;
            }
            return false;
        };
        // The first upgrade after a backend's start is never answered; by the first of these the socket is there.
        QCOMPARE(post(u"one"_s), 200);
        QTRY_VERIFY_WITH_TIMEOUT(seen(u"one"_s), 30'000);
        QElapsedTimer timer;
        for (const QString &title : { u"two"_s, u"three"_s }) {
            QVERIFY(live->waitForIdle(60s));
            timer.start();
            QCOMPARE(post(title), 200);
            QTRY_VERIFY_WITH_TIMEOUT(seen(title), 30'000);
            qInfo("a push was in the mirror after %lld ms", qlonglong(timer.elapsed()));
            QVERIFY(timer.elapsed() < 2000);
        }
    }

    void aStaticTokenSyncsAsWell()
    {
        const auto other = openIn(folder->filePath(u"token"_s));
        const QString id = connectTo(*other, { { u"signIn"_s, u"token"_s } }, { { u"token"_s, QString::fromLatin1(RealPortal::staticToken) } });
        QVERIFY(other->waitForIdle(300s));
        other->mirror().flush();
        QCOMPARE(words(failure(*other, id)), QString());
        QCOMPARE(words(failure(*other, id, u"starred"_s)), QString());
        QCOMPARE(words(failure(*other, id, u"notifications"_s)), QString());
        compare(*other);
        const auto may = wait<sdk::Permission>([&](auto done) { other->mayAct(id, { u"star"_s, u"user:default/guest"_s, {}, false }, this, done); });
        QVERIFY(may && !may->allowed);
    }

    void aPersonSignsInWithTheBrowser_data()
    {
        QTest::addColumn<bool>("development");
        QTest::newRow("a client that registers itself") << false;
        QTest::newRow("the backend's built-in client") << true;
    }
    void aPersonSignsInWithTheBrowser()
    {
        QFETCH(bool, development);
        if (development) {
            portal->kill();
            QVERIFY2(portal->start({ .development = true }), qPrintable(portal->complaint()));
        }
        const QTemporaryDir own(folder->filePath(u"oauth-XXXXXX"_s));
        const auto other = openIn(own.path());
        const QString id = connectTo(*other, { { u"signIn"_s, u"oauth"_s } });
        QVERIFY(other->waitForIdle(300s));
        QVERIFY(failure(*other, id)); // Nobody is signed in yet.
        const QJsonObject settings { { u"url"_s, portal->url() } };
        const auto methods = wait<std::vector<sdk::SignInMethod>>(
            [&](auto done) { other->signInMethods(u"backstage"_s, settings, {}, this, done); });
        QVERIFY2(methods, qPrintable(methods ? QString() : methods.error().detail));
        const auto oauth = std::ranges::find(*methods, sdk::SignInMethod::Kind::OAuth, &sdk::SignInMethod::kind);
        QVERIFY(oauth != methods->end());
        QVERIFY(oauth->unavailable.isEmpty());
        QCOMPARE(oauth->oauth.clientId.endsWith("/oauth-client/cli.json"_L1), development);
        // In the place of a browser: the consent page's session, approved by the person, leads back to the loopback address.
        const auto browse = [this](const SignInPrompt &prompt) {
            const auto consent = portal->ask("GET", prompt.url.toString(QUrl::FullyEncoded), {}, {});
            const QString session = QString::fromLatin1(consent.location).section(u'/', -1);
            const auto approved = portal->ask("POST", u"/api/auth/v1/sessions/%1/approve"_s.arg(session), QJsonObject {}, portal->guestToken());
            portal->ask("GET", approved.json["redirectUrl"_L1].toString(), {}, {});
        };
        const auto signedIn = wait<void>([&](auto done) { other->signIn(id, *oauth, this, browse, done); });
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : words(signedIn.error())));
        pull(*other, id);
        QCOMPARE(words(failure(*other, id)), QString());
        compare(*other);
        QVERIFY(std::ranges::any_of(other->mirror().feedStates().value(),
            [](const auto &state) { return state.feedId == "catalog"_L1 && state.principal.startsWith("user:default/guest@"_L1) && state.lastSuccess.isValid(); }));
        // In development pages have other bytes than we reckon with: they are compared all the same.
        pull(*other, id);
        QCOMPARE(words(failure(*other, id)), QString());
        compare(*other);
        if (development) {
            portal->kill();
            QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        }
    }

    void aBackendKilledInTheMiddleLosesNothing()
    {
        const auto other = openIn(folder->filePath(u"killed"_s));
        bool killed = false;
        connect(other.get(), &Workspace::pullProgress, this, [&](const PullProgress &progress) {
            if (!killed && progress.feedId == "catalog"_L1 && progress.done >= 200) {
                killed = true;
                portal->kill();
            }
        });
        const QString id = connectTo(*other, { { u"signIn"_s, u"guest"_s }, { u"pageSize"_s, 20 } });
        QVERIFY(QTest::qWaitFor([&] { return killed; }, 60'000));
        other->cancelPulls();
        QVERIFY(other->waitForIdle(300s));
        other->mirror().flush();
        const auto some = qsizetype(other->mirror().snapshot()->size());
        QVERIFY(some >= 200 && some < expected);
        QVERIFY(failure(*other, id));
        // A mirror that was whole stays whole while there is nobody to ask.
        workspace->pullNow(connection);
        QVERIFY(QTest::qWaitFor([&] { return failure(*workspace, connection).has_value(); }, 120'000));
        workspace->cancelPulls();
        QVERIFY(workspace->waitForIdle(300s));
        QCOMPARE(qsizetype(workspace->mirror().snapshot()->size()), expected);

        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
        pull(*other, id);
        QCOMPARE(words(failure(*other, id)), QString());
        compare(*other);
        pull(*workspace, connection);
        QCOMPARE(words(failure(*workspace, connection)), QString());
        compare(*workspace);
    }

    void fewerRightsEraseNothing()
    {
        portal->kill();
        QVERIFY2(portal->start({ .guest = u"user:default/intern"_s }), qPrintable(portal->complaint()));
        // The guest's sign-in still holds in this process; an intern is who opens the workspace next.
        workspace.reset();
        workspace = openIn(folder->filePath(u"main"_s));
        const qsizetype visible = portal->ask("GET", u"/api/catalog/entities"_s, {}, portal->guestToken()).json.array().size();
        QVERIFY(visible > 0 && visible < expected / 2);
        pull(*workspace, connection);
        QCOMPARE(words(failure(*workspace, connection)), QString());
        qInfo("one who may see %lld of %lld entities pulled", qlonglong(visible), qlonglong(expected));
        compare(*workspace);
        const auto may = wait<sdk::Permission>([&](auto done) { workspace->mayAct(connection, { u"register"_s, {}, {}, false }, this, done); });
        QVERIFY(may);
        QVERIFY(!may->allowed);
        QVERIFY(may->reason.contains("user:default/intern"_L1));
        const auto refused = act({ u"register"_s, {}, { { u"url"_s, u"http://localhost/x.yaml"_s } }, false });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, domain::ErrorCode::Forbidden);
    }

    void cleanupTestCase()
    {
        workspace.reset();
        portal.reset();
    }
};

QTEST_GUILESS_MAIN(TestPortal)
#include "tst_portal.moc"
