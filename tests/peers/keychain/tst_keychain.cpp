// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each state of the desktop's keychain; `run` makes the state and calls the function.
#include "models/sync/keychainstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using State = SecretStore::State;

namespace {

const QString workspace = u"5b0d8a1e-0000-4000-8000-000000000001"_s;
const QString key = u"portal-1/token"_s;

/// What another program sees in the keychain.
QByteArray seenByOthers(const QString &user)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, { u"lookup"_s, u"server"_s, u"Callboard"_s, u"user"_s, user });
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

/// As the desktop does when somebody logs in.
bool unlockByPassword()
{
    QProcess daemon;
    daemon.start(u"gnome-keyring-daemon"_s, { u"--replace"_s, u"--unlock"_s, u"--components=secrets"_s });
    daemon.write(qgetenv("KEYRING_PASSWORD"));
    daemon.closeWriteChannel();
    return daemon.waitForFinished();
}

} // namespace

class TestKeychain final : public QObject {
    Q_OBJECT

    static void theCommandLineKeepsAProxysLogin();

private Q_SLOTS:
    void present();
    void locked();
    void neverUsed();
    void absent();
};

void TestKeychain::present()
{
    KeychainStore store(workspace);
    QVERIFY(!store.lastState()); // Nothing was asked yet.
    QCOMPARE(store.state(), State::Available);
    const auto none = store.read(key);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);

    const QString secret = u"s3cret-\u00fc-\U0001F511"_s;
    QVERIFY(store.write(key, secret));
    QCOMPARE(seenByOthers(workspace + u'/' + key), secret.toUtf8());
    QCOMPARE(*KeychainStore(workspace).read(key), secret);
    // Two workspaces share nothing.
    QCOMPARE(KeychainStore(u"another"_s).read(key).error().code, ErrorCode::NotFound);

    QElapsedTimer timer;
    timer.start();
    store.keep(key, u"replaced"_s);
    store.keep(u"portal-1/other"_s, u"second"_s);
    QVERIFY(timer.elapsed() < 100); // Does not wait.
    QCOMPARE(*store.read(key), u"replaced"_s);
    QVERIFY(store.waitFor(u"portal-1/other"_s));
    QCOMPARE(seenByOthers(workspace + u"/portal-1/other"_s), "second");
    QVERIFY(store.waitFor(key));
    QCOMPARE(seenByOthers(workspace + u'/' + key), "replaced");

    QVERIFY(store.remove(key));
    QVERIFY(store.remove(key)); // Not being there is no error.
    store.drop(u"portal-1/other"_s);
    QCOMPARE(store.read(key).error().code, ErrorCode::NotFound);
    QTRY_VERIFY(seenByOthers(workspace + u"/portal-1/other"_s).isEmpty());

    // Several threads at once, and what is written last is what is read.
    std::vector<std::future<bool>> all;
    for (int i = 0; i < 8; ++i) {
        all.push_back(std::async(std::launch::async, [&store, i] {
            const QString mine = u"thread-%1/token"_s.arg(i);
            return store.write(mine, mine) && store.read(mine) == mine && store.remove(mine).has_value();
        }));
    }
    for (auto &one : all)
        QVERIFY(one.get());

    theCommandLineKeepsAProxysLogin();

    // For the next state.
    QVERIFY(store.write(key, u"kept before it was locked"_s));
    // A call that was stopped before does nothing.
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(store.read(key, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void TestKeychain::theCommandLineKeepsAProxysLogin()
{
    QTemporaryDir folder;
    const auto run = [&](const QStringList &arguments, const QByteArray &input) {
        QProcess program;
        program.start(QStringLiteral(CALLBOARDCTL), QStringList { u"proxy"_s } + arguments + QStringList { u"--workspace"_s, folder.path() });
        program.write(input);
        program.closeWriteChannel();
        return program.waitForFinished() ? program.exitCode() : -1;
    };
    QCOMPARE(run({ u"login"_s, u"http://proxy.example.org"_s, u"--user"_s, u"mira"_s, u"--password-stdin"_s }, " s3cret \n"), 0);
    QFile file(folder.filePath(u"connections.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString id = QJsonDocument::fromJson(file.readAll())["workspace"_L1].toString();
    // As the window looks it up when that proxy asks.
    const QString kept = id + u"/#proxy/http://proxy.example.org:8080"_s;
    const QJsonObject login { { u"user"_s, u"mira"_s }, { u"password"_s, u" s3cret "_s } };
    QTRY_COMPARE(QJsonDocument::fromJson(seenByOthers(kept)).object(), login);
    QCOMPARE(run({ u"forget"_s, u"http://proxy.example.org"_s }, {}), 0);
    QTRY_VERIFY(seenByOthers(kept).isEmpty());
}

void TestKeychain::locked()
{
    KeychainStore store(workspace);
    std::atomic<int> changes = 0;
    store.onStateChanged([&] { ++changes; });
    QCOMPARE(store.state(), State::Locked);
    // Not "no such entry": there is one.
    const auto read = store.read(key);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Forbidden);
    QCOMPARE(read.error().source, u"keychain"_s);

    const QString typed = u"portal-2/token"_s;
    const auto written = store.write(typed, u"typed while locked"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Forbidden);
    QCOMPARE(store.waitFor(typed).error().code, ErrorCode::Forbidden);
    QCOMPARE(*store.read(typed), u"typed while locked"_s); // For this run.
    QCOMPARE(store.lastState(), State::Locked);

    // Nobody can be asked for a password here, there is no display: as good as a no.
    QElapsedTimer timer;
    timer.start();
    const auto refused = store.unlock();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(store.state(), State::Refused);
    QCOMPARE(store.read(key).error().code, ErrorCode::Forbidden);
    QVERIFY(changes >= 2);

    // Unlocked by somebody else: all is there, and what waited is kept.
    QVERIFY(unlockByPassword());
    QTRY_COMPARE(store.state(), State::Available);
    QCOMPARE(*store.read(key), u"kept before it was locked"_s);
    QTRY_COMPARE(seenByOthers(workspace + u'/' + typed), "typed while locked");
}

void TestKeychain::neverUsed()
{
    // A service without a collection: where the first secret would make one, with a password of the person's choice.
    KeychainStore store(workspace);
    QCOMPARE(store.state(), State::Locked);
    QCOMPARE(store.read(key).error().code, ErrorCode::Forbidden);
    QCOMPARE(store.unlock().error().code, ErrorCode::Forbidden);
    QCOMPARE(store.state(), State::Refused);
}

void TestKeychain::absent()
{
    KeychainStore store(workspace);
    QCOMPARE(store.state(), State::Absent);
    QCOMPARE(store.read(key).error().code, ErrorCode::NotFound);
    QVERIFY(store.write(key, u"for this run"_s));
    QCOMPARE(*store.read(key), u"for this run"_s);
    QCOMPARE(KeychainStore(workspace).read(key).error().code, ErrorCode::NotFound);
    QVERIFY(store.remove(key));
    QCOMPARE(store.read(key).error().code, ErrorCode::NotFound);
    QCOMPARE(store.unlock().error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
