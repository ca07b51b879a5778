// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"
#include "ui/kit/fieldwords.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/signinchoice.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using testkit::World;
using Field = sync::IntegrationInfo::Field;

namespace {

Field field(const QString &id, Field::Type type, bool required = false)
{
    Field made;
    made.id = id;
    made.label = u"Label of "_s + id;
    made.help = u"Help of "_s + id;
    made.type = type;
    made.required = required;
    return made;
}

sync::IntegrationInfo portal()
{
    sync::IntegrationInfo info;
    info.id = u"nowhere"_s;
    info.name = u"Portal"_s;
    info.network = true;
    Field signIn = field(u"signIn"_s, Field::Type::Choice);
    signIn.choices = { u"auto"_s, u"guest"_s, u"token"_s, u"oauth"_s };
    signIn.defaultValue = u"auto"_s;
    Field page = field(u"page"_s, Field::Type::Number);
    page.least = 1;
    page.most = 1000;
    page.defaultValue = 500;
    info.fields = { field(u"url"_s, Field::Type::Url, true), signIn, field(u"token"_s, Field::Type::Secret), page };
    return info;
}

QLineEdit *line(const ConnectionForm &form, const QString &id)
{
    QWidget *editor = form.editor(id);
    auto *direct = qobject_cast<QLineEdit *>(editor);
    return direct ? direct : editor->findChild<QLineEdit *>();
}

/// What stands on the screen, as words.
QStringList words(const QWidget &widget)
{
    QStringList found;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            found.append(label->text());
    }
    return found;
}

} // namespace

class ConnectionFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void everyFieldHasAName()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        for (const QString &id : { u"url"_s, u"token"_s, u"page"_s, u"network.proxy"_s, u"network.caFile"_s }) {
            QVERIFY2(form.editor(id), qPrintable(id));
            QVERIFY2(!form.editor(id)->accessibleName().isEmpty(), qPrintable(id));
        }
        QVERIFY(!form.editor(u"signIn"_s)); // Chosen from what is found, not from a list.
        QCOMPARE(line(form, u"token"_s)->echoMode(), QLineEdit::Password);
        QVERIFY(!form.editor(u"network.proxy"_s)->isVisible());
        QCOMPARE(qobject_cast<QSpinBox *>(form.editor(u"page"_s))->maximum(), 1000);
    }

    // One server alone, which no address has to name, and two secrets.
    void aSignInWithoutAnAddress()
    {
        World world;
        sync::IntegrationInfo info = portal();
        info.fields = { portal().fields[1], field(u"token"_s, Field::Type::Secret), field(u"clientId"_s, Field::Type::Text, true), field(u"clientSecret"_s, Field::Type::Secret) };
        ConnectionForm form(world.workspace(), info);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        auto *choice = form.findChild<SignInChoice *>();
        QVERIFY(choice);
        QCOMPARE(form.settings().value(u"signIn"_s), u"auto"_s);
        sdk::SignInMethod token, browser;
        token.id = token.tokenField = u"token"_s;
        token.kind = sdk::SignInMethod::Kind::Token;
        browser.id = u"oauth"_s;
        browser.kind = sdk::SignInMethod::Kind::OAuth;
        browser.unavailable = u"It lacks a key."_s;
        choice->showMethods({ token, browser }, u"auto"_s);
        QVERIFY(form.editor(u"token"_s)->isVisible() && form.editor(u"clientSecret"_s)->isVisible());
        // What it lacked is typed: the ways are to be found again.
        form.setValue(u"clientId"_s, u"key"_s);
        QTest::keyClick(line(form, u"clientId"_s), Qt::Key_1);
        QVERIFY(!choice->isKnown());
        browser.unavailable.clear();
        browser.oauth.authorization = QUrl(u"https://id.example.org/authorize"_s);
        browser.oauth.secretField = u"clientSecret"_s;
        choice->showMethods({ browser, token }, u"oauth"_s);
        QVERIFY(!form.editor(u"token"_s)->isVisible() && form.editor(u"clientSecret"_s)->isVisible());
        QCOMPARE(form.settings().value(u"signIn"_s), u"oauth"_s);
        QVERIFY(!form.settings().contains("clientSecret"_L1));
        choice->showMethods({ browser, token }, u"token"_s);
        QVERIFY(form.editor(u"token"_s)->isVisible() && !form.editor(u"clientSecret"_s)->isVisible());
    }

    /// Else it would be refused at the server, as one that has expired.
    void aTokenThatWasChosenIsNeeded()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.setValue(u"url"_s, u"https://portal.example"_s);
        QVERIFY(form.check()); // Nobody knows yet how to sign in there.
        sdk::SignInMethod guest, token;
        guest.id = u"guest"_s;
        guest.kind = sdk::SignInMethod::Kind::Guest;
        token.id = token.tokenField = u"token"_s;
        token.kind = sdk::SignInMethod::Kind::Token;
        auto *choice = form.findChild<SignInChoice *>();
        choice->showMethods({ guest, token }, u"guest"_s);
        QVERIFY(form.check());
        choice->showMethods({ guest, token }, u"token"_s);
        QVERIFY(!form.check());
        QVERIFY(words(form).contains(u"This is needed."_s));
        QTRY_VERIFY(line(form, u"token"_s)->hasFocus());
        QTest::keyClicks(line(form, u"token"_s), u"mine"_s);
        QVERIFY(form.check());
        QVERIFY(!words(form).contains(u"This is needed."_s));
        // One that is kept need not be typed again, unless it was for another server.
        const sync::ConnectionInfo saved { u"nowhere-1"_s, u"nowhere"_s, u"Ours"_s, { { u"url"_s, u"https://portal.example"_s } }, false };
        ConnectionForm edited(world.workspace(), portal(), &saved);
        edited.findChild<SignInChoice *>()->showMethods({ guest, token }, u"token"_s);
        QVERIFY(edited.check());
        edited.setValue(u"url"_s, u"https://other.example"_s);
        edited.findChild<SignInChoice *>()->showMethods({ guest, token }, u"token"_s);
        QVERIFY(!edited.check());
    }

    void errorsStandUnderTheirField()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        QVERIFY(!form.isComplete());
        line(form, u"url"_s)->setText(u"ftp://portal.example"_s);
        QVERIFY(!form.check());
        const QString said = fieldErrorText({ u"url"_s, sync::FieldError::Code::NotHttp }, portal().fields[0]);
        QVERIFY(words(form).contains(said));
        QVERIFY(line(form, u"url"_s)->accessibleDescription().contains(said));
        QTRY_VERIFY(line(form, u"url"_s)->hasFocus());
        // It goes with the next key.
        QTest::keyClick(line(form, u"url"_s), Qt::Key_X);
        QVERIFY(!words(form).contains(said));
    }

    // Nothing forbids it, and in some companies it is all there is; but nobody sends a token in the clear without having been told.
    void anAddressThatIsNotEncryptedIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("said");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("http") << u"http://portal.example.org"_s << true;
        QTest::newRow("https") << u"https://portal.example.org"_s << false;
        QTest::newRow("as people type it") << u"portal.example.org"_s << false;
        QTest::newRow("by number") << u"http://10.0.0.7:7007"_s << true;
        QTest::newRow("this machine") << u"http://localhost:7007"_s << false;
        QTest::newRow("this machine, by number") << u"http://127.0.0.1:7007"_s << false;
        QTest::newRow("called like this machine") << u"http://localhost.example.org"_s << true;
    }
    void anAddressThatIsNotEncryptedIsSaid()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, said);
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        const auto isSaid = [&form] { return words(form).contains(u"Not encrypted: others on the way can read what is sent, a token too."_s); };
        QVERIFY(!isSaid());
        form.setValue(u"url"_s, typed);
        QCOMPARE(isSaid(), said);
        form.setValue(u"url"_s, u"https://portal.example.org"_s);
        QVERIFY(!isSaid());
    }

    void anErrorInAFoldedFieldIsShown()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.setValue(u"url"_s, u"https://portal.example"_s);
        form.setValue(u"network.caFile"_s, u"/nowhere/ca.pem"_s);
        QVERIFY(!form.check());
        QVERIFY(form.editor(u"network.caFile"_s)->isVisible());
    }

    void aHostBecomesAnAddress()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        line(form, u"url"_s)->setFocus();
        QTest::keyClicks(line(form, u"url"_s), u"portal.example"_s);
        QTest::keyClick(line(form, u"url"_s), Qt::Key_Tab);
        QCOMPARE(line(form, u"url"_s)->text(), u"https://portal.example"_s);
        QCOMPARE(form.suggestedName(), u"portal.example"_s);
        QCOMPARE(form.settings()[u"signIn"].toString(), u"auto"_s);
    }

    void secretsGoAnotherWay()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.setValue(u"url"_s, u"https://portal.example"_s);
        line(form, u"token"_s)->setText(u" planted \n"_s);
        QCOMPARE(form.secrets(), (sync::Secrets { { u"token"_s, u"planted"_s } }));
        QVERIFY(!form.settings().contains(u"token"_s));
        QTRY_VERIFY(words(form).contains(secretStateText(sync::SecretStore::State::Absent)));
    }

    void keptSecretsStayWithTheirServer()
    {
        World world;
        const sync::ConnectionInfo saved { u"nowhere-1"_s, u"nowhere"_s, u"Ours"_s,
            { { u"url"_s, u"https://portal.example"_s }, { u"signIn"_s, u"token"_s }, { u"page"_s, 7 } }, false };
        ConnectionForm form(world.workspace(), portal(), &saved);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        QCOMPARE(form.settings()[u"page"].toInt(), 7);
        QCOMPARE(form.settings()[u"signIn"].toString(), u"token"_s);
        QVERIFY(form.secrets().isEmpty()); // Unchanged.
        QVERIFY(!line(form, u"token"_s)->placeholderText().isEmpty());
        form.setValue(u"url"_s, u"https://portal.example/deeper"_s);
        QVERIFY(form.secrets().isEmpty());
        form.setValue(u"url"_s, u"https://other.example"_s);
        QCOMPARE(form.secrets(), (sync::Secrets { { u"token"_s, QString() } })); // Not for another host.
    }

    void waysToSignInAreOffered()
    {
        SignInChoice choice;
        QSignalSpy changed(&choice, &SignInChoice::chosenChanged);
        choice.show();
        QVERIFY(QTest::qWaitForWindowExposed(&choice));
        QVERIFY(choice.findButton()->isVisible());
        using Kind = sdk::SignInMethod::Kind;
        choice.showMethods({ { u"oauth"_s, u"In the browser"_s, Kind::OAuth, {}, {}, {} },
                               { u"token"_s, u"With a token"_s, Kind::Token, u"token"_s, {}, {} },
                               { u"guest"_s, u"As a guest"_s, Kind::Guest, {}, {}, u"The server lets no guests in."_s } },
            u"token"_s);
        QVERIFY(choice.chosen());
        QCOMPARE(choice.chosen()->id, u"token"_s);
        const auto buttons = choice.findChildren<QRadioButton *>();
        QCOMPARE(buttons.size(), 3);
        QVERIFY(!buttons[2]->isEnabled());
        QTRY_VERIFY(words(choice).contains(u"The server lets no guests in."_s)); // Shown by the layout, a turn later.
        buttons[1]->setFocus();
        QTest::keyClick(buttons[1], Qt::Key_Up);
        QCOMPARE(choice.chosen()->id, u"oauth"_s);
        QVERIFY(changed.size() >= 2);
        choice.clear();
        QVERIFY(!choice.chosen());
        QVERIFY(choice.findButton()->isVisible());
    }

    void whatCannotBeAskedIsSaid()
    {
        World world;
        ConnectionForm form(world.workspace(), portal());
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.setValue(u"url"_s, u"https://portal.example"_s);
        QSignalSpy found(&form, &ConnectionForm::signInFound);
        QSignalSpy tested(&form, &ConnectionForm::tested);
        form.findSignIn();
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!found[0][0].toBool());
        form.test();
        QTRY_COMPARE(tested.size(), 1);
        QVERIFY(!tested[0][0].toBool());
    }

    void aSavedConnectionIsEdited()
    {
        World world;
        QTemporaryDir clones, others;
        const auto id = world.workspace().addConnection(u"folder"_s, u"Clones"_s, { { u"folder"_s, clones.path() } });
        QVERIFY(id);
        QVERIFY(world.workspace().waitForIdle(std::chrono::seconds(20)));
        ConnectionDialog dialog(world.workspace(), *id);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(line(dialog.form(), u"folder"_s)->text(), clones.path());
        line(dialog.form(), u"folder"_s)->setText(others.path() + u"/none"_s);
        dialog.save();
        QVERIFY(dialog.isVisible());
        line(dialog.form(), u"folder"_s)->setText(others.path());
        dialog.save();
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(world.workspace().connections()[0].settings[u"folder"].toString(), others.path());
        QCOMPARE(world.workspace().connections()[0].name, u"Clones"_s);
        QVERIFY(world.workspace().waitForIdle(std::chrono::seconds(20)));
    }

    void firstRunTriesWhatIsTyped()
    {
        World world;
        QTemporaryDir clones;
        FirstRun dialog(world.workspace());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.choose(u"folder"_s);
        QVERIFY(!dialog.begin());
        dialog.form()->setValue(u"folder"_s, QString(clones.path() + u"/none"_s));
        QVERIFY(!dialog.begin()); // Said under the field, and nothing was added.
        QVERIFY(world.workspace().connections().empty());
        dialog.form()->setValue(u"folder"_s, clones.path());
        QSignalSpy tested(dialog.form(), &ConnectionForm::tested);
        dialog.form()->test();
        QTRY_COMPARE(tested.size(), 1);
        QVERIFY(tested[0][0].toBool());
        QVERIFY(dialog.begin());
        QCOMPARE(world.workspace().connections().size(), size_t(1));
        QVERIFY(world.workspace().waitForIdle(std::chrono::seconds(20)));
    }

    // However many integrations there are, what has to be filled in is in sight.
    void firstRunShowsItsForm()
    {
        World world;
        FirstRun dialog(world.workspace());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(dialog.findChildren<ChoiceCard *>().size(), 4);
        int hosts = 0;
        for (const auto &info : world.workspace().integrations()) {
            dialog.choose(info.id);
            QCOMPARE(dialog.form()->integration().id, info.id);
            if (info.fields.empty())
                continue;
            const auto *kind = dialog.findChild<QComboBox *>(u"kindOfHost"_s);
            hosts += kind != nullptr;
            QVERIFY(!kind || kind->currentData() == info.id);
            QWidget *first = kind ? const_cast<QComboBox *>(kind) : dialog.form()->editor(info.fields.front().id);
            QTRY_VERIFY2(first->visibleRegion().boundingRect() == first->rect(), qPrintable(info.id));
        }
        QVERIFY2(hosts >= 2, "the integrations of hosts are not built");
    }

    void firstRunChangesTheKindOfHost()
    {
        World world;
        FirstRun dialog(world.workspace());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.choose(u"gitlab"_s);
        auto *kind = dialog.findChild<QComboBox *>(u"kindOfHost"_s);
        QVERIFY(kind);
        kind->setFocus();
        const int other = kind->findData(u"jenkins"_s);
        QVERIFY(other >= 0);
        kind->setCurrentIndex(other);
        Q_EMIT kind->activated(other);
        QTRY_COMPARE(dialog.form()->integration().id, u"jenkins"_s);
        QTRY_VERIFY(dialog.findChild<QComboBox *>(u"kindOfHost"_s)->hasFocus());
    }
};

QTEST_MAIN(ConnectionFormTest)
#include "tst_connectionform.moc"
