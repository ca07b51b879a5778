// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/memorykeychain.h"
#include "ui/kit/fieldwords.h"
#include "ui/kit/proxylogindialog.h"

#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace callboard::testkit;
using namespace callboard::ui;
using namespace Qt::StringLiterals;
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

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (auto *child : widget.findChildren<QPushButton *>()) {
        if (child->text() == text)
            return child;
    }
    return nullptr;
}

} // namespace

/// Where a proxy's login is kept, and what the dialog says where it is not. That the proxy is told it: tst_signingin.
class ProxyLoginTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<sync::Workspace> m_workspace;

    void open(bool bySchedule)
    {
        m_workspace.reset();
        m_home = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_shared<MemoryKeychain>();
        sync::Workspace::Options options;
        options.directory = m_home->path();
        options.pluginDirs = { m_home->path() }; // None.
        options.schedule = bySchedule;
        options.secrets = m_keychain;
        auto workspace = sync::Workspace::open(options);
        QVERIFY(workspace);
        m_workspace = std::move(*workspace);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup() { m_workspace.reset(); }

    void itsWordsHaveRoomWhereItIsNarrow()
    {
        open(false);
        ProxyLoginDialog dialog(*m_workspace, u"http://proxy.example:3128"_s);
        dialog.show();
        dialog.resize(dialog.minimumWidth(), 10);
        const auto haveRoom = [&dialog] {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::ranges::all_of(labels, [](const QLabel *label) {
                return !label->isVisible() || !label->wordWrap() || label->height() >= label->heightForWidth(label->width());
            });
        };
        QTRY_VERIFY(haveRoom());
        auto *user = named<QLineEdit>(dialog, u"User"_s);
        const auto *label = static_cast<QFormLayout *>(dialog.layout()->itemAt(0)->layout())->labelForField(user);
        QVERIFY(user->x() - label->geometry().right() > 8);
    }

    void aProxyLoginThatCannotBeKeptSaysSo_data()
    {
        QTest::addColumn<bool>("bySchedule"); // The window's workspace writes behind, and hears of it later.
        QTest::newRow("at once") << false;
        QTest::newRow("later") << true;
    }
    void aProxyLoginThatCannotBeKeptSaysSo()
    {
        QFETCH(bool, bySchedule);
        open(bySchedule);
        QVERIFY(QDir().mkpath(m_home->filePath(u"connections.json"_s))); // Where the file of the first connection should go.
        ProxyLoginDialog dialog(*m_workspace, u"http://proxy.example:3128"_s);
        dialog.show();
        named<QLineEdit>(dialog, u"User"_s)->setText(u"mira"_s);
        named<QLineEdit>(dialog, u"Password"_s)->setText(u"planted-secret"_s);
        button(dialog, u"Sign in"_s)->click();
        QTRY_VERIFY2(words(dialog).join(u'\n').contains(u"could not be written"_s), qPrintable(words(dialog).join(u" | ")));
        QVERIFY(dialog.isVisible());
        QCOMPARE(named<QLineEdit>(dialog, u"Password"_s)->text(), u"planted-secret"_s);
        QVERIFY(QDir().rmdir(m_home->filePath(u"connections.json"_s)));
        button(dialog, u"Sign in"_s)->click();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void aProxyLoginThatTheKeychainDoesNotTake_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("then"); // When the password comes.
        QTest::addColumn<bool>("fails");
        QTest::addColumn<bool>("closes");
        QTest::newRow("takes it") << int(State::Available) << int(State::Available) << false << true;
        QTest::newRow("fails") << int(State::Available) << int(State::Available) << true << false;
        QTest::newRow("refuses then") << int(State::Available) << int(State::Refused) << false << false;
        QTest::newRow("refused before, and said so") << int(State::Refused) << int(State::Refused) << false << true;
        QTest::newRow("was locked, and said so") << int(State::Locked) << int(State::Locked) << false << true;
    }
    void aProxyLoginThatTheKeychainDoesNotTake()
    {
        QFETCH(int, before);
        QFETCH(int, then);
        QFETCH(bool, fails);
        QFETCH(bool, closes);
        open(false);
        m_keychain->setState(State(before));
        ProxyLoginDialog dialog(*m_workspace, u"http://proxy.example:3128"_s);
        dialog.show();
        QTRY_VERIFY(words(dialog).contains(secretStateText(State(before))));
        m_keychain->setState(State(then));
        m_keychain->setFailing(fails);
        named<QLineEdit>(dialog, u"User"_s)->setText(u"mira"_s);
        named<QLineEdit>(dialog, u"Password"_s)->setText(u"planted-secret"_s);
        button(dialog, u"Sign in"_s)->click();
        const QString notKept = u"The keychain did not keep it. It counts until you quit."_s;
        if (!closes) {
            QTRY_VERIFY(words(dialog).contains(notKept));
            QVERIFY(dialog.isVisible() && !words(dialog).contains(u"Kept in the keychain."_s));
            // What the form behind it tries again goes with what was typed.
            if (fails)
                button(dialog, u"Close"_s)->click();
            else
                QTest::keyClick(&dialog, Qt::Key_Escape);
        }
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(!dialog.isVisible());
        QCOMPARE(m_keychain->values().contains(u"#proxy/http://proxy.example:3128"_s), then == int(State::Available) && !fails);
    }
};

QTEST_MAIN(ProxyLoginTest)
#include "tst_proxylogin.moc"
