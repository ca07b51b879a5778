// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/autostart.h"
#include "ui/shell/instance.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <future>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// The first process listens, a second hands over; what is no such thing is no danger.
class TestInstance final : public QObject {
    Q_OBJECT

    /// The second process, on a thread of its own: it waits, as a process would.
    static Instance::Answer call(const QString &directory, const Instance::Call &call)
    {
        auto answer = std::async(std::launch::async, [=] { return Instance::handOver(directory, call); });
        while (answer.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        return answer.get();
    }
    QByteArray rawAnswer(const QByteArray &bytes)
    {
        QLocalSocket socket;
        socket.connectToServer(Instance::socketPath(m_workspace.path()));
        socket.write(bytes);
        (void)QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, 5000);
        return socket.readAll();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(m_runtime.isValid());
        QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
    }

    void nobodyListens() { QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Nobody); }

    void secondHandsOver()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        Instance::Call got;
        connect(&first, &Instance::called, this, [&](const Instance::Call &call) { got = call; });
        QCOMPARE(call(m_workspace.path(), { u"callboard://search?q=ö"_s, "token-1" }), Instance::Answer::Taken);
        QCOMPARE(got.link, u"callboard://search?q=ö"_s);
        QCOMPARE(got.activation, QByteArray("token-1"));
        // The same folder by another path is the same workspace; another folder is another.
        QCOMPARE(call(m_workspace.path() + u"/."_s, {}), Instance::Answer::Taken);
        QTemporaryDir other;
        QCOMPARE(call(other.path(), {}), Instance::Answer::Nobody);
    }

    void othersCannotReachIt()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        const QFileInfo socket(Instance::socketPath(m_workspace.path()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(socket.path()) & others));
        QVERIFY(!(QFile::permissions(socket.filePath()) & others));
        // A folder that others may write to is not used.
        QFile::setPermissions(socket.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::WriteOther);
        QVERIFY(Instance::socketPath(m_workspace.path()).isEmpty());
        QFile::setPermissions(socket.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void leftoverSocketIsNoHindrance()
    {
        const QByteArray path = QFile::encodeName(Instance::socketPath(m_workspace.path()));
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof(address.sun_path));
        const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
        ::close(dead); // As a killed process leaves it.
        QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Nobody);
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Taken);
    }

    void nonsenseIsDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("list") << QByteArray("[]\n");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe\n", 4);
        QTest::newRow("endless line") << QByteArray(100'000, 'x');
        QTest::newRow("deep") << QByteArray(9000, '[') + '\n';
    }
    void nonsenseIsDropped()
    {
        QFETCH(QByteArray, bytes);
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        QSignalSpy called(&first, &Instance::called);
        QCOMPARE(rawAnswer(bytes), QByteArray());
        QCOMPARE(called.size(), 0);
        QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Taken);
    }

    void longTokenIsNotTaken()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        Instance::Call got { u"x"_s, "x" };
        connect(&first, &Instance::called, this, [&](const Instance::Call &call) { got = call; });
        QCOMPARE(call(m_workspace.path(), { {}, QByteArray(600, 'a') }), Instance::Answer::Taken);
        QVERIFY(got.activation.isEmpty());
    }

    void hungFirstIsNotWaitedForLong()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        QElapsedTimer timer;
        timer.start();
        // Nobody runs this thread's event loop meanwhile, as in a process that hangs.
        QCOMPARE(Instance::handOver(m_workspace.path(), {}), Instance::Answer::Silent);
        QVERIFY(timer.elapsed() < 4000);
    }

    void autostartFileIsWhatTheDesktopReads()
    {
        const Autostart autostart(u"/opt/call board/bin/callboard"_s, u"Quay 100%"_s);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.setOn(true));
        QFile file(autostart.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("\nExec=\"/opt/call board/bin/callboard\" --hidden --workspace \"Quay 100%%\"\n"));
        if (const QString tool = QStandardPaths::findExecutable(u"desktop-file-validate"_s); !tool.isEmpty())
            QCOMPARE(QProcess::execute(tool, { autostart.path() }), 0);
        QVERIFY(Autostart(u"/x"_s, {}).path() != autostart.path());
        QVERIFY(autostart.setOn(false));
        QVERIFY(!autostart.isOn());
    }

    void execArguments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quoted");
        // Desktop Entry Specification, "The Exec key": quoting, then the escapes of every string.
        QTest::newRow("plain") << u"abc"_s << u"\"abc\""_s;
        QTest::newRow("dollar") << u"a$b"_s << u"\"a\\\\$b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\\\\\"b\""_s;
        QTest::newRow("backslash") << u"a\\b"_s << u"\"a\\\\\\\\b\""_s;
        QTest::newRow("percent") << u"a%f"_s << u"\"a%%f\""_s;
    }
    void execArguments()
    {
        QFETCH(QString, text);
        QFETCH(QString, quoted);
        QCOMPARE(execArgument(text), quoted);
    }

private:
    QTemporaryDir m_runtime;
    QTemporaryDir m_workspace;
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
