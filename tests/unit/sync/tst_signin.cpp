// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A connection's secrets and sign-in over its life, as the workspace handles them.
#include "models/mirror/ownnotices.h"
#include "models/sync/httpclient.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/refusals.h"
#include "models/sync/syncreport.h"
#include "models/sync/workspace.h"
#include "tests/kit/memorykeychain.h"
#include "tests/kit/portalserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace callboard::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using State = SecretStore::State;

class TestSignIn final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PortalServer> m_portal;
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<Workspace> m_workspace;
    std::atomic<bool> m_refusing = false;
    std::mutex m_mutex;
    QByteArrayList m_tokens; ///< That the portal was sent, in turn.

    Reply notes(const Received &request)
    {
        const std::lock_guard lock(m_mutex);
        m_tokens.append(request.header("x-portal-token"));
        return m_refusing ? Reply::answer(401, "no") : Reply::answer(200, "a note");
    }
    QByteArray lastToken()
    {
        const std::lock_guard lock(m_mutex);
        return m_tokens.value(m_tokens.size() - 1);
    }
    void open(bool bySchedule = false)
    {
        m_workspace.reset();
        Workspace::Options options;
        options.directory = m_home->path();
        options.pluginDirs = { QStringLiteral(FIXTURES "/signingportal") };
        options.schedule = bySchedule;
        options.secrets = m_keychain;
        auto workspace = Workspace::open(options);
        QVERIFY(workspace);
        m_workspace = std::move(*workspace);
    }
    QJsonObject settings() const { return { { u"url"_s, m_portal->address() } }; }
    sdk::SignInMethod method() const
    {
        sdk::SignInMethod method;
        method.id = u"oauth"_s;
        method.kind = sdk::SignInMethod::Kind::OAuth;
        method.oauth.issuer = QUrl(m_portal->address() + u"/id"_s);
        return method;
    }
    QString connected()
    {
        const auto id = m_workspace->addConnection(u"signingportal"_s, u"Portal"_s, settings(), { { u"token"_s, u"first"_s } });
        if (!id || !m_workspace->waitForIdle(20s))
            return {};
        std::optional<domain::Result<void>> done;
        m_workspace->signIn(*id, method(), m_workspace.get(), [this](const SignInPrompt &prompt) { visit(m_portal->signIn().redirectOf(prompt.url)); },
            [&](const domain::Result<void> &result) { done = result; });
        const bool ended = QTest::qWaitFor([&] { return done.has_value(); }, 20'000);
        return ended && *done && m_workspace->waitForIdle(20s) ? *id : QString();
    }
    std::optional<domain::Error> lastError()
    {
        m_workspace->mirror().flush();
        const auto states = m_workspace->mirror().feedStates();
        return states && !states->empty() ? states->back().lastError : std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<MemoryKeychain>();
        m_refusing = false;
        m_tokens.clear();
        m_portal = std::make_unique<PortalServer>([this](const Received &request) { return notes(request); });
        open();
    }
    void cleanup()
    {
        m_workspace.reset();
        m_portal.reset();
    }

    void aSignInIsChosenAndPulled()
    {
        const QString id = connected();
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_workspace->connections().front().settings["signIn"_L1].toString(), u"oauth"_s);
        QVERIFY(!lastError());
        QCOMPARE(lastToken(), "first");
        open(); // It is all there the next time.
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(!lastError());
        QCOMPARE(m_portal->signIn().requests("/token"), 1);
    }

    void editing()
    {
        const QString id = connected();
        QVERIFY(!id.isEmpty());
        const auto edited = [&](const QString &name, const Secrets &secrets) {
            const auto done = m_workspace->editConnection(id, name, settings(), secrets);
            return done && m_workspace->waitForIdle(20s);
        };
        QVERIFY(edited({}, { { u"token"_s, u"second"_s } }));
        QCOMPARE(lastToken(), "second"); // Pulled anew.
        QCOMPARE(m_workspace->connections().front().name, u"Portal"_s);
        QVERIFY(edited(u"Renamed"_s, {}));
        QCOMPARE(m_workspace->connections().front().name, u"Renamed"_s);
        QCOMPARE(m_keychain->values().value(QString(id + u"/token"_s)), u"second"_s);
        QCOMPARE(m_workspace->connections().front().settings["signIn"_L1].toString(), u"oauth"_s);
        QVERIFY(!lastError());

        QVERIFY(edited({}, { { u"token"_s, QString() } }));
        QVERIFY(!m_keychain->values().contains(QString(id + u"/token"_s)));
        QCOMPARE(lastError()->code, ErrorCode::NotFound);

        // What is wrong changes nothing.
        QVERIFY(!m_workspace->editConnection(id, u"Broken"_s, { { u"url"_s, u"file:///etc"_s } }));
        QVERIFY(!m_workspace->editConnection(u"nobody-1"_s, {}, settings()));
        QCOMPARE(m_workspace->connections().front().name, u"Renamed"_s);
    }

    void whatWasKeptCountsForItsServerAlone_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("samePort");
        QTest::newRow("another port") << u"http"_s << u"127.0.0.1"_s << false;
        QTest::newRow("another host") << u"http"_s << u"localhost"_s << true;
        QTest::newRow("another scheme") << u"https"_s << u"127.0.0.1"_s << true;
    }
    void whatWasKeptCountsForItsServerAlone()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, host);
        QFETCH(bool, samePort);
        PortalServer another([this](const Received &request) { return notes(request); });
        QUrl url(samePort ? m_portal->address() : another.address());
        url.setScheme(scheme);
        url.setHost(host);
        const QJsonObject elsewhere { { u"url"_s, url.toString() } };
        const QString id = connected();
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_keychain->values().size(), 2);
        const auto told = m_tokens.size();
        const auto probed = [&](const QJsonObject &typed) {
            std::optional<domain::Result<sdk::ProbeReport>> report;
            m_workspace->probe(u"signingportal"_s, typed, {}, this, [&](const domain::Result<sdk::ProbeReport> &result) { report = result; }, id);
            (void)QTest::qWaitFor([&] { return report.has_value(); }, 20'000);
            return report.value_or(domain::fail(ErrorCode::Timeout, {}));
        };
        // Only typed: what was kept stays, and is told to nobody.
        const auto tried = probed(elsewhere);
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, ErrorCode::NotFound);
        QCOMPARE(m_tokens.size(), told);
        QCOMPARE(m_keychain->values().size(), 2);
        QVERIFY(probed(settings()));
        QCOMPARE(lastToken(), "first");

        const auto toldSince = m_tokens.size();
        QVERIFY(m_workspace->editConnection(id, {}, elsewhere));
        QVERIFY(m_workspace->waitForIdle(20s));
        QTRY_VERIFY(m_keychain->values().isEmpty());
        QTRY_COMPARE(m_portal->signIn().revoked().size(), 1); // Where it came from.
        QCOMPARE(m_tokens.size(), toldSince);
        QVERIFY(lastError());
        // What is typed with an address is for that one, also when it leads back.
        QVERIFY(m_workspace->editConnection(id, {}, settings(), { { u"token"_s, u"second"_s } }));
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(m_keychain->values(), (QMap<QString, QString> { { QString(id + u"/token"_s), u"second"_s } }));
    }

    void aSuddenRefusalIsRenewedQuietlyOnceAndThenTold()
    {
        QVERIFY(!connected().isEmpty());
        m_refusing = true;
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(m_portal->signIn().requests("/token"), 2);
        QCOMPARE(lastError()->httpStatus, 401);
        m_portal->signIn().endAllSignIns();
        open(); // Another run: the new token is refused, and cannot be renewed.
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(lastError()->code, ErrorCode::Unauthorised);
    }

    void aLockedKeychainIsUnlockedAndPulled()
    {
        QVERIFY(!connected().isEmpty());
        open();
        QSignalSpy changed(m_workspace.get(), &Workspace::keychainChanged);
        m_keychain->setState(State::Locked);
        QTRY_COMPARE(changed.size(), 1);
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(lastError()->code, ErrorCode::Forbidden);
        QCOMPARE(lastError()->source, u"keychain"_s);
        QCOMPARE(m_workspace->keychainState(), State::Locked);
        std::optional<domain::Result<void>> done;
        m_workspace->unlockKeychain(m_workspace.get(), [&](const domain::Result<void> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(!lastError());
    }

    void nothingStaysOfWhatIsRemoved()
    {
        const QString id = connected();
        QCOMPARE(m_keychain->values().size(), 2);
        // In the middle of signing in once more.
        bool shown = false;
        m_workspace->signIn(id, method(), m_workspace.get(), [&](const SignInPrompt &) { shown = true; }, [](const domain::Result<void> &) { });
        QTRY_VERIFY(shown);
        QVERIFY(m_workspace->removeConnection(id));
        QTRY_VERIFY(m_keychain->values().isEmpty());
        QTRY_COMPARE(m_portal->signIn().revoked().size(), 1);
        // Its id is nobody else's, also in the next run: a keychain may be slow to forget.
        open();
        const auto next = m_workspace->addConnection(u"signingportal"_s, {}, settings());
        QVERIFY(next);
        QVERIFY(*next != id);
    }

    void aServerThatCouldNotBeToldIsANotice_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("signed out") << false;
        QTest::newRow("removed") << true;
    }
    void aServerThatCouldNotBeToldIsANotice()
    {
        QFETCH(bool, removed);
        m_portal->signIn().behaviour.metadataChanges = { { u"revocation_endpoint"_s, u"http://127.0.0.1:1/revoke"_s } }; // Nobody is there.
        const QString id = connected();
        if (removed)
            QVERIFY(m_workspace->removeConnection(id));
        else
            m_workspace->signOut(id, m_workspace.get(), [](const domain::Result<SignedOut> &) { });
        const auto told = [&] {
            m_workspace->mirror().flush();
            return mirror::OwnNotices(m_workspace->mirror()).all();
        };
        QTRY_COMPARE_WITH_TIMEOUT(told().size(), size_t(1), 20'000);
        QVERIFY(told().front().title.contains(u"Portal"_s));
        QVERIFY(!m_keychain->values().contains(id + u"/#sign-in"_s));
    }

    void refusalsAreCountedFromTheFirstWithNothingThatWorkedBetween()
    {
        Refusals refusals(m_workspace->mirror());
        const QString id = u"portal-1"_s;
        const QDateTime begin = QDateTime::currentDateTimeUtc();
        const domain::Error refused { ErrorCode::Unauthorised, {}, 401, {}, {} };
        QCOMPARE(refusals.days(), 30);
        QVERIFY(!refusals.note(id, refused, begin));
        QVERIFY(!refusals.note(id, domain::Error { ErrorCode::Offline, {}, 0, {}, {} }, begin.addDays(40))); // Nobody answered.
        QVERIFY(!refusals.note(id, domain::Error { ErrorCode::Forbidden, {}, 0, {}, u"keychain"_s }, begin.addDays(40)));
        QVERIFY(!refusals.note(id, refused, begin.addDays(29)));
        QVERIFY(!refusals.note(id, {}, begin.addDays(29)));
        QVERIFY(!refusals.note(id, refused, begin.addDays(31))); // The first again.
        QVERIFY(!refusals.askedAbout(id).isValid());
        QVERIFY(refusals.note(id, domain::Error { ErrorCode::Forbidden, {}, 403, {}, {} }, begin.addDays(61)));
        QCOMPARE(refusals.askedAbout(id), begin.addDays(31));
        QVERIFY(!refusals.note(id, refused, begin.addDays(62))); // Once.
        QCOMPARE(Refusals(m_workspace->mirror()).askedAbout(id), begin.addDays(31)); // Kept.
        refusals.settle(id);
        QVERIFY(!refusals.note(id, refused, begin.addDays(200)));
        QVERIFY(!refusals.note(id, {}, begin.addDays(201)));
        QVERIFY(!refusals.note(id, refused, begin.addDays(202)));
        QVERIFY(refusals.setDays(2));
        QVERIFY(refusals.note(id, refused, begin.addDays(204)));
        refusals.forget(id);
        QVERIFY(refusals.setDays(0));
        QVERIFY(!refusals.note(id, refused, begin.addDays(300)));
        QVERIFY(!refusals.note(id, refused, begin.addDays(3000)));
    }

    void aLongRefusalIsAskedAboutAndErasesNothingByItself()
    {
        const QString id = connected();
        m_workspace->signOut(id, m_workspace.get(), [](const domain::Result<SignedOut> &) { });
        QTRY_VERIFY(lastError());
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(lastError()->code, ErrorCode::Unauthorised);
        QVERIFY(m_workspace->mirror().value(u"refusals"_s).toObject().contains(id));
        QVERIFY(!m_workspace->refusedSince(id).isValid());
        const auto brought = [&] {
            m_workspace->mirror().flush();
            return m_workspace->mirror().records(u"Note"_s)->size();
        };
        QCOMPARE(brought(), size_t(1));
        const QDateTime longAgo = QDateTime::currentDateTimeUtc().addDays(-31);
        const auto refusedAgain = [&] {
            const QJsonObject entry { { u"since"_s, longAgo.toString(Qt::ISODateWithMs) } };
            QVERIFY(m_workspace->mirror().setValue(u"refusals"_s, QJsonObject { { id, entry } }));
            open();
            m_workspace->pullNow();
            QVERIFY(m_workspace->waitForIdle(20s));
        };
        refusedAgain();
        QCOMPARE(m_workspace->refusedSince(id), longAgo);
        QCOMPARE(brought(), size_t(1));
        QCOMPARE(mirror::OwnNotices(m_workspace->mirror()).all().size(), size_t(1));

        m_workspace->keepRefused(id);
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(!m_workspace->refusedSince(id).isValid());
        QCOMPARE(brought(), size_t(1));

        refusedAgain();
        QVERIFY(m_workspace->refusedSince(id).isValid());
        QSignalSpy erased(m_workspace.get(), &Workspace::broughtErased);
        QVERIFY(m_workspace->eraseBrought(id));
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(erased.size(), 1); // The inbox forgets what it told of it.
        QCOMPARE(erased[0][0].toString(), id);
        QCOMPARE(brought(), size_t(0));
        QVERIFY(!m_workspace->refusedSince(id).isValid());
        QCOMPARE(m_workspace->connections().size(), size_t(1)); // It stays, with its secrets.
        QVERIFY(m_keychain->values().contains(id + u"/token"_s));

        refusedAgain();
        QVERIFY(m_workspace->setPaused(id, true)); // Nobody refuses what is not asked for.
        QVERIFY(!m_workspace->refusedSince(id).isValid());
    }

    /// Erasing takes a moment, and what the person pauses and resumes meanwhile is theirs: it is so afterwards, and no pull begins amid it.
    void aPauseIsThePersonsAlsoWhileItIsErased()
    {
        const QString id = connected();
        open(true);
        QVERIFY(m_workspace->waitForIdle(20s));
        const auto brought = [&] {
            m_workspace->mirror().flush();
            return m_workspace->mirror().records(u"Note"_s)->size();
        };
        QCOMPARE(brought(), size_t(1));
        QSignalSpy started(m_workspace.get(), &Workspace::pullStarted);
        QVERIFY(m_workspace->eraseBrought(id));
        QVERIFY(m_workspace->setPaused(id, true));
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(brought(), size_t(0));
        QVERIFY(m_workspace->connections().front().paused);
        QVERIFY(std::ranges::none_of(m_workspace->nextRuns(), [](const NextRun &run) { return run.at.isValid(); }));
        QCOMPARE(started.count(), 0);

        QVERIFY(m_workspace->setPaused(id, false));
        m_workspace->pullNow(id);
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(brought(), size_t(1));
        started.clear();
        QVERIFY(m_workspace->mayAskInPassing(id));
        QVERIFY(m_workspace->eraseBrought(id));
        QVERIFY(!m_workspace->mayAskInPassing(id)); // Its answer would stay.
        QVERIFY(m_workspace->eraseBrought(id)); // Once more is the same.
        QVERIFY(m_workspace->setPaused(id, true));
        QVERIFY(m_workspace->setPaused(id, false));
        m_workspace->pullNow(id);
        QCOMPARE(started.count(), 0);
        QVERIFY(m_workspace->waitForIdle(20s)); // It comes anew, whole.
        QCOMPARE(started.count(), 1);
        QCOMPARE(brought(), size_t(1));

        started.clear();
        m_workspace->setAllPaused(true);
        QVERIFY(m_workspace->eraseBrought(id));
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(brought(), size_t(0));
        QCOMPARE(started.count(), 0);

        QVERIFY(m_workspace->eraseBrought(id));
        m_workspace->pullNow(id); // What a person asks for amid it comes afterwards.
        QCOMPARE(started.count(), 0);
        QVERIFY(m_workspace->waitForIdle(20s));
        QCOMPARE(started.count(), 1);
        QCOMPARE(brought(), size_t(1));
    }

    void aSyncAskedForWhileItIsErasedIsReported()
    {
        const QString id = connected();
        open(true);
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(m_workspace->eraseBrought(id));
        std::optional<domain::Result<QJsonObject>> report;
        m_workspace->pullAndReport(id, m_workspace.get(), [&](const auto &told) { report = told; });
        QTRY_VERIFY_WITH_TIMEOUT(report, 20'000);
        QVERIFY(*report && SyncReport::isGood(**report));
    }

    void signingOut()
    {
        const QString id = connected();
        std::optional<domain::Result<SignedOut>> done;
        m_workspace->signOut(id, m_workspace.get(), [&](const domain::Result<SignedOut> &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(*done && !(*done)->untold);
        m_workspace->mirror().flush();
        QVERIFY(mirror::OwnNotices(m_workspace->mirror()).all().empty());
        QCOMPARE(m_keychain->values().keys(), QStringList { id + u"/token"_s });
        QCOMPARE(m_portal->signIn().revoked().size(), 1);
        // Nothing goes on with the token that the connection remembers.
        QVERIFY(m_workspace->waitForIdle(20s));
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(lastError());
        QCOMPARE(lastError()->code, ErrorCode::Unauthorised);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
