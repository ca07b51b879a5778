// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees while they sign in, at a portal with a real socket and a keychain of the test's.
#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"
#include "tests/kit/loopbackproxy.h"
#include "tests/kit/memorykeychain.h"
#include "tests/kit/portalserver.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/kit/proxylogindialog.h"
#include "ui/kit/sentences.h"
#include "ui/panes/sources/sourcecard.h"
#include "ui/panes/sources/sourcespane.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/signinchoice.h"
#include "ui/shell/signinpanel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::test;
using namespace callboard::testkit;
using namespace callboard::ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using panes::SourcesPane;
using State = sync::SecretStore::State;

namespace {

/// What stands on the screen, as words.
QStringList words(const QWidget &widget)
{
    QStringList found;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            found.append(label->text());
    }
    return found;
}

template<typename T>
T *named(const QWidget &widget, const QString &accessibleName)
{
    for (T *child : widget.findChildren<T *>()) {
        if (child->accessibleName() == accessibleName)
            return child;
    }
    return nullptr;
}

/// What a pane is handed.
struct Panes {
    explicit Panes(sync::Workspace &of)
        : workspace(of)
        , user(&of.mirror())
        , index(of.mirror())
    {
    }
    PaneContext context() { return { workspace, commands, focus, index, user, outward }; }

    sync::Workspace &workspace;
    Commands commands;
    Focus focus;
    Outward outward;
    items::UserState user;
    search::LiveIndex index;
};

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (auto *child : widget.findChildren<QPushButton *>()) {
        if (child->text() == text)
            return child;
    }
    return nullptr;
}

} // namespace

class SigningInTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PortalServer> m_portal;
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::shared_ptr<sync::SecretStore> m_store; ///< Of the workspace that is open.
    std::unique_ptr<sync::Workspace> m_workspace;
    QList<QUrl> m_opened; ///< In the browser.

    sync::IntegrationInfo integration() const
    {
        const auto all = m_workspace->integrations();
        const auto at = std::ranges::find(all, u"signingportal"_s, &sync::IntegrationInfo::id);
        return at == all.end() ? sync::IntegrationInfo() : *at;
    }
    /// Of a connection that is there, and the form that found out how to sign in at it.
    QString connected()
    {
        return m_workspace->addConnection(u"signingportal"_s, u"Portal"_s, { { u"url"_s, m_portal->address() } }, { { u"token"_s, u"first"_s } })
            .value_or(QString());
    }
    bool findWays(ConnectionForm &form)
    {
        QSignalSpy found(&form, &ConnectionForm::signInFound);
        form.setValue(u"url"_s, m_portal->address());
        form.findSignIn();
        return QTest::qWaitFor([&] { return !found.isEmpty(); }, 20'000) && found.first().first().toBool();
    }
    void openWith(const std::shared_ptr<sync::SecretStore> &store)
    {
        m_workspace.reset();
        m_store = store;
        sync::Workspace::Options options;
        options.directory = m_home->path();
        options.pluginDirs = { QStringLiteral(SIGNING_PORTAL) };
        options.schedule = false;
        options.secrets = store;
        auto workspace = sync::Workspace::open(options);
        QVERIFY(workspace);
        m_workspace = std::move(*workspace);
    }
    static std::shared_ptr<sync::SecretStore> storeOf(State state)
    {
        if (state == State::Absent)
            return std::make_shared<sync::RunSecrets>();
        return std::make_shared<MemoryKeychain>(state);
    }
    /// Connected and signed in by somebody who says yes; empty where that did not work.
    QString signedIn()
    {
        const QString id = connected();
        if (id.isEmpty() || !m_workspace->waitForIdle(20s))
            return {};
        sdk::SignInMethod method;
        method.id = u"oauth"_s;
        method.kind = sdk::SignInMethod::Kind::OAuth;
        method.oauth.issuer = QUrl(m_portal->address() + u"/id"_s);
        method.oauth.scopes = { u"openid"_s, u"offline_access"_s };
        std::optional<domain::Result<void>> done;
        m_workspace->signIn(id, method, this, [this](const sync::SignInPrompt &prompt) { visit(m_portal->signIn().redirectOf(prompt.url)); },
            [&](const domain::Result<void> &result) { done = result; });
        const bool ended = QTest::qWaitFor([&] { return done.has_value(); }, 20'000);
        return ended && *done && m_workspace->waitForIdle(20s) ? id : QString();
    }
    std::optional<domain::Error> lastError()
    {
        m_workspace->mirror().flush();
        const auto states = m_workspace->mirror().feedStates();
        return states && states->size() == 1 ? states->front().lastError : domain::Error { ErrorCode::Internal, u"not one feed"_s, 0, {}, {} };
    }
    static void choose(ConnectionForm &form, const QString &text)
    {
        for (auto *way : form.findChildren<QRadioButton *>()) {
            if (way->text() == text)
                way->setChecked(true);
        }
    }

    /// Has a panel sign in at a connection of its own: in the browser, or by the way of that name.
    bool begin(SignInPanel &panel, const QString &way = {})
    {
        const QString id = connected();
        ConnectionForm form(*m_workspace, integration());
        if (id.isEmpty() || !findWays(form))
            return false;
        choose(form, way);
        panel.start(id, u"Portal"_s, *form.signInMethod(), form.otherSignIns());
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QDesktopServices::setUrlHandler(u"http"_s, this, "openInBrowser");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }
    void init()
    {
        m_opened.clear();
        m_home = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<MemoryKeychain>();
        m_portal = std::make_unique<PortalServer>([](const Received &) { return Reply::answer(200, "a note"); });
        m_portal->signIn().behaviour.deviceInterval = 1;
        openWith(m_keychain);
    }
    void cleanup()
    {
        m_workspace.reset();
        m_portal.reset();
    }

    void anotherDeviceIsOfferedWhereTheServerHasIt()
    {
        ConnectionForm form(*m_workspace, integration());
        QVERIFY(findWays(form));
        const auto ways = form.findChildren<QRadioButton *>();
        QCOMPARE(ways.size(), 2);
        QCOMPARE(ways[1]->text(), u"Sign in on another device"_s);
        QVERIFY(!ways[1]->accessibleDescription().isEmpty());
        QCOMPARE(form.otherSignIns(), QStringList { u"Sign in on another device"_s });
        // The browser of this machine comes first.
        QVERIFY(ways[0]->isChecked());
        QVERIFY(!sync::isOnOtherDevice(*form.signInMethod()));
        QCOMPARE(form.signInText(), u"Sign in in the browser…"_s);
        ways[1]->setChecked(true);
        QVERIFY(sync::isOnOtherDevice(*form.signInMethod()));
        QCOMPARE(form.signInText(), u"Sign in on another device…"_s);
        QCOMPARE(form.settings()[u"signIn"_s].toString(), u"oauth"_s);
    }

    void anotherDeviceIsNotOfferedElsewhere()
    {
        m_portal->signIn().behaviour.metadataChanges = { { u"device_authorization_endpoint"_s, QString() } };
        ConnectionForm form(*m_workspace, integration());
        QVERIFY(findWays(form));
        QCOMPARE(form.findChildren<QRadioButton *>().size(), 1);
    }

    void onAnotherDevice()
    {
        m_portal->signIn().behaviour.deviceAnswers = { "authorization_pending" };
        SignInPanel panel(*m_workspace);
        QSignalSpy finished(&panel, &SignInPanel::finished);
        QVERIFY(begin(panel, u"Sign in on another device"_s));
        auto *code = named<QLineEdit>(panel, u"Code to type in the browser"_s);
        auto *address = named<QLineEdit>(panel, u"Address to open in a browser"_s);
        QVERIFY(code && address);
        QTRY_VERIFY(!code->text().isEmpty());
        QCOMPARE(code->text(), u"WDJB-MJHT"_s);
        QCOMPARE(address->text(), QString(m_portal->address() + u"/id/device"_s));
        QVERIFY(code->isVisibleTo(&panel) && code->isReadOnly() && address->isVisibleTo(&panel) && address->isReadOnly());
        QVERIFY(m_opened.isEmpty()); // Nothing opens here by itself.
        button(panel, u"Copy the code"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"WDJB-MJHT"_s);
        button(panel, u"Copy the address"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(m_portal->address() + u"/id/device?user_code=WDJB-MJHT"_s));
        button(panel, u"Open it on this machine"_s)->click();
        QCOMPARE(m_opened.size(), 1);

        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(finished.first().first().toBool());
        QVERIFY(words(panel).contains(u"You are signed in."_s));
        QVERIFY(!code->isVisibleTo(&panel));
        // The tokens are those that the integration asks for, though it knows of a browser only.
        QVERIFY(m_workspace->waitForIdle(20s));
        m_workspace->mirror().flush();
        const auto states = m_workspace->mirror().feedStates();
        QVERIFY(states && states->size() == 1 && !states->front().lastError);
        QCOMPARE(m_portal->signIn().requests("/device"), 1);
    }

    void askingLessOftenIsSaid()
    {
        m_portal->signIn().behaviour.deviceAnswers = { "slow_down" };
        SignInPanel panel(*m_workspace);
        QVERIFY(begin(panel, u"Sign in on another device"_s));
        QTRY_VERIFY_WITH_TIMEOUT(words(panel).contains(u"The server asks for patience: after you have typed the code it may take some seconds longer."_s), 20'000);
        QCOMPARE(named<QLineEdit>(panel, u"Code to type in the browser"_s)->text(), u"WDJB-MJHT"_s); // It counts still.
        panel.cancel();
        QVERIFY(words(panel).contains(u"Stopped before it was done."_s));
    }

    void endsOnAnotherDevice_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("said");
        QTest::newRow("declined") << QByteArray("access_denied") << u"The sign-in was declined. Whoever was asked said no, or may not use this program there. Other ways to sign in there: Browser."_s;
        QTest::newRow("over") << QByteArray("expired_token") << u"The code has expired. Nobody signed in with it in time: try again for a new one. Other ways to sign in there: Browser."_s;
    }
    void endsOnAnotherDevice()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, said);
        m_portal->signIn().behaviour.deviceAnswers = { answer };
        SignInPanel panel(*m_workspace);
        QSignalSpy finished(&panel, &SignInPanel::finished);
        QVERIFY(begin(panel, u"Sign in on another device"_s));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(!finished.first().first().toBool());
        QVERIFY2(words(panel).contains(said), qPrintable(words(panel).join(u" | ")));
        QVERIFY(button(panel, u"Try again…"_s)->isEnabled());
    }

    /// What failed is said in the words of a sign-in, and what else there is.
    void endsInTheBrowser_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("declined") << u"error"_s << u"access_denied"_s
                                  << u"The sign-in was declined. Whoever was asked said no, or may not use this program there."_s;
        QTest::newRow("a code that is none of theirs") << u"code"_s << u"guessed"_s
                                                       << u"127.0.0.1 did not accept the sign-in (400). Try again. If it goes on so, ask its owner to let this program sign in."_s;
    }
    void endsInTheBrowser()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, said);
        SignInPanel panel(*m_workspace);
        QSignalSpy finished(&panel, &SignInPanel::finished);
        QVERIFY(begin(panel));
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 1, 20'000);
        QUrl redirect = m_portal->signIn().redirectOf(m_opened.first());
        QUrlQuery query(redirect);
        query.removeQueryItem(u"code"_s);
        query.addQueryItem(key, value);
        redirect.setQuery(query);
        visit(redirect);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(!finished.first().first().toBool());
        QVERIFY2(words(panel).contains(QString(said + u" Other ways to sign in there: Sign in on another device."_s)), qPrintable(words(panel).join(u" | ")));
        QVERIFY(button(panel, u"Try again…"_s)->isEnabled());
    }

    void aProxyThatAsksIsTold()
    {
        LoopbackProxy proxy("mira", "planted-secret");
        const auto id = m_workspace->addConnection(u"signingportal"_s, u"Portal"_s,
            { { u"url"_s, m_portal->address() }, { u"network.proxy"_s, proxy.address() } }, { { u"token"_s, u"first"_s } });
        QVERIFY(id);
        sdk::SignInMethod method;
        method.id = u"oauth"_s;
        method.kind = sdk::SignInMethod::Kind::OAuth;
        method.oauth.issuer = QUrl(m_portal->address() + u"/id"_s);
        SignInPanel panel(*m_workspace);
        QSignalSpy finished(&panel, &SignInPanel::finished);
        panel.start(*id, u"Portal"_s, method);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY2(words(panel).join(u'\n').contains(u"The proxy "_s + proxy.address() + u" asks for a user and a password."_s), qPrintable(words(panel).join(u" | ")));

        ProxyLoginDialog dialog(*m_workspace, proxy.address());
        dialog.show();
        auto *user = named<QLineEdit>(dialog, u"User"_s);
        auto *password = named<QLineEdit>(dialog, u"Password"_s);
        QVERIFY(user && password && password->echoMode() == QLineEdit::Password);
        QTRY_VERIFY(words(dialog).contains(u"Kept in the keychain."_s));
        QVERIFY(!button(dialog, u"Sign in"_s)->isEnabled());
        user->setText(u"mira"_s);
        password->setText(u"planted-secret"_s);
        button(dialog, u"Sign in"_s)->click();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(m_keychain->values().value(u"#proxy/"_s + proxy.address()).contains(u"planted-secret"_s));
        button(panel, u"Try again…"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 1, 20'000); // The browser: the server was asked.
        panel.cancel();
    }

    void signingOutSaysWhatTheServerDoesNotKnow()
    {
        m_portal->signIn().behaviour.metadataChanges = { { u"revocation_endpoint"_s, u"http://127.0.0.1:1/revoke"_s } }; // Nobody is there.
        const QString id = signedIn();
        QVERIFY(!id.isEmpty());
        ConnectionDialog dialog(*m_workspace, id);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        button(dialog, u"Sign out"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(words(dialog).join(u'\n').contains(u"You are signed out of Portal here, but the server could not be told."_s), 20'000);
    }

    void keychainStates_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("inForm");
        QTest::addColumn<QString>("headline"); // Of the pane, in the next run of the program.
        QTest::addColumn<QString>("inRow");
        QTest::newRow("present") << int(State::Available) << u"Kept in the keychain."_s << QString() << QString();
        QTest::newRow("locked") << int(State::Locked) << u"Kept in the keychain once it is unlocked; until then, until you quit."_s
                                << u"The keychain is locked."_s << u"The keychain is locked, or refuses. Unlock it; what waits for it is pulled then."_s;
        QTest::newRow("refused") << int(State::Refused) << u"Kept until you quit: the keychain refuses."_s << QString()
                                 << u"The keychain is locked, or refuses. Unlock it; what waits for it is pulled then."_s;
        QTest::newRow("absent") << int(State::Absent) << u"Kept until you quit: there is no keychain here."_s << QString()
                                << u"Its secret is not here (any more). Sign in again. Without a keychain that lasts until you quit."_s;
    }
    void keychainStates()
    {
        QFETCH(int, state);
        QFETCH(QString, inForm);
        QFETCH(QString, headline);
        QFETCH(QString, inRow);
        const State met = State(state);
        openWith(storeOf(met));
        ConnectionForm form(*m_workspace, integration());
        QTRY_VERIFY2(words(form).contains(inForm), qPrintable(words(form).join(u" | ")));

        // Whatever the keychain does, what is given works in this run of the program.
        const QString id = signedIn();
        QVERIFY(!id.isEmpty());
        QVERIFY(!lastError());

        // In the next one it is there if the keychain took it.
        openWith(met == State::Available ? m_store : storeOf(met));
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        m_workspace->mirror().flush();
        QCOMPARE(lastError().has_value(), !inRow.isEmpty());
        Panes panes(*m_workspace);
        SourcesPane pane(panes.context());
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QVERIFY(pane.card(id));
        QCOMPARE(pane.status().headline, headline);
        if (!inRow.isEmpty())
            QVERIFY2(words(*pane.card(id)).join(u'\n').contains(inRow), qPrintable(words(*pane.card(id)).join(u" | ")));
        const QPushButton *again = button(*pane.card(id), u"Sign in again…"_s);
        QCOMPARE(again && again->isVisibleTo(pane.card(id)), met == State::Absent);
    }

    /// Both follow a keychain that is unlocked while they are open, and what waited is pulled.
    void anUnlockedKeychainIsSeen()
    {
        openWith(m_keychain);
        const QString id = signedIn();
        m_keychain->setState(State::Locked);
        openWith(m_keychain);
        m_workspace->pullNow();
        QVERIFY(m_workspace->waitForIdle(20s));
        QVERIFY(lastError());
        ConnectionForm form(*m_workspace, integration());
        QTRY_VERIFY(words(form).contains(u"Kept in the keychain once it is unlocked; until then, until you quit."_s));
        Panes panes(*m_workspace);
        SourcesPane pane(panes.context());
        QTRY_COMPARE(pane.status().headline, u"The keychain is locked."_s);
        Q_EMIT pane.statusActionTriggered(); // "Unlock it…"
        QTRY_VERIFY(words(form).contains(u"Kept in the keychain."_s));
        QTRY_VERIFY(!lastError());
        QTRY_VERIFY(pane.status().headline.isEmpty());
        QVERIFY(!id.isEmpty());
    }

    /// Nothing of it is tried again by itself, and no token was typed that could be made anew.
    void sentencesOfSignIns()
    {
        using Stage = SignInStage;
        const auto said = [](ErrorCode code, Stage stage, const QString &source = u"portal"_s) { return ui::text(signInSentence({ code, u"why"_s, 0, {}, source }, stage)); };
        QCOMPARE(said(ErrorCode::Timeout, Stage::Browser), u"Nobody signed in in time. Try again."_s);
        QCOMPARE(said(ErrorCode::Timeout, Stage::Code), u"The code has expired. Nobody signed in with it in time: try again for a new one."_s);
        QCOMPARE(said(ErrorCode::Timeout, Stage::Asking), u"portal did not answer in time. Try again."_s);
        QVERIFY(said(ErrorCode::Forbidden, Stage::Browser).startsWith(u"The sign-in was declined."_s));
        QCOMPARE(said(ErrorCode::Forbidden, Stage::Asking), u"portal refuses the sign-in. Ask its owner to let this program sign in."_s);
        QVERIFY(said(ErrorCode::Forbidden, Stage::Code, u"keychain"_s).startsWith(u"The keychain is locked, or refuses."_s));
        QCOMPARE(said(ErrorCode::Offline, Stage::Code), u"portal cannot be reached. Check its address and the network, then try again."_s);
        QCOMPARE(said(ErrorCode::Unauthorised, Stage::Browser),
            u"portal did not accept the sign-in. Try again. If it goes on so, ask its owner to let this program sign in."_s);
        QCOMPARE(said(ErrorCode::NotFound, Stage::Asking), u"portal has no sign-in at its address. Check its address."_s);
        QCOMPARE(said(ErrorCode::RateLimited, Stage::Asking), u"portal asks us to slow down. Wait a while, then try again."_s);
        QVERIFY(said(ErrorCode::BadResponse, Stage::Asking).endsWith(u"Try again. If it goes on so, this may tell its owner why: why"_s));
    }

public Q_SLOTS:
    void openInBrowser(const QUrl &url) { m_opened.append(url); }
};

QTEST_MAIN(SigningInTest)
#include "tst_signingin.moc"
