// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/instance.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <future>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
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
    /// The command line, likewise. One that does not end in time is a failure of the test.
    static std::optional<Instance::Report> askToSync(const QString &directory, const QString &connectionId, std::chrono::milliseconds longest = 10s)
    {
        return ask(directory, Instance::Wish::Sync, connectionId, longest);
    }
    static std::optional<Instance::Report> ask(
        const QString &directory, Instance::Wish wish, const QString &connectionId, std::chrono::milliseconds longest = 10s)
    {
        auto answer = std::async(std::launch::async, [=] { return Instance::ask(directory, wish, connectionId, longest); });
        while (answer.wait_for(5ms) != std::future_status::ready)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        return answer.get();
    }
    /// Connects until nobody is let in any more: the listener's queue (listen(2)) is full. Sockets to close.
    std::vector<int> fillDoor()
    {
        const QByteArray path = QFile::encodeName(Instance::socketPath(m_workspace.path()));
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof(address.sun_path));
        std::vector<int> waiting;
        while (waiting.size() < 10'000) {
            waiting.push_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
            if (::connect(waiting.back(), reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0)
                return errno == EAGAIN ? waiting : std::vector<int>();
        }
        return {};
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

    // Quit, and started again at once: the socket of the first closes under the second, which may open the workspace then.
    void firstThatEndsIsNobody_data()
    {
        QTest::addColumn<bool>("hasRead");
        QTest::newRow("before it reads") << false;
        QTest::newRow("once it has read") << true;
    }
    void firstThatEndsIsNobody()
    {
        QFETCH(bool, hasRead);
        QLocalServer ending;
        QVERIFY(ending.listen(Instance::socketPath(m_workspace.path())));
        connect(&ending, &QLocalServer::newConnection, this, [&] {
            QLocalSocket *socket = ending.nextPendingConnection();
            if (!hasRead)
                return socket->abort();
            connect(socket, &QLocalSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->abort();
            });
        });
        QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Nobody);
    }

    // So many wait before its door that the next would not even be let in.
    void hungFirstWithAFullDoorIsNotWaitedForLong()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        const auto waiting = fillDoor();
        const auto leave = qScopeGuard([&] { std::ranges::for_each(waiting, ::close); });
        QVERIFY(!waiting.empty());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(Instance::handOver(m_workspace.path(), {}), Instance::Answer::Silent);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
        timer.start();
        const auto report = Instance::ask(m_workspace.path(), Instance::Wish::Sync, {}, 10s);
        QVERIFY(report && !*report);
        QCOMPARE(report->error().code, domain::ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void nobodySyncs() { QVERIFY(!askToSync(m_workspace.path(), {})); }

    void theFirstSyncsForTheCommandLine()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        QSignalSpy called(&first, &Instance::called);
        QString wanted;
        // A pull takes longer than anybody waits to be heard.
        connect(&first, &Instance::asked, this, [&](Instance::Wish, const QString &connectionId, const auto &answer) {
            wanted = connectionId;
            QTimer::singleShot(2500ms, this, [answer] { answer(QJsonObject { { u"entities"_s, 7 }, { u"name"_s, u"Hafen ö\n"_s } }); });
        });
        const auto report = askToSync(m_workspace.path(), u"folder-1"_s);
        QVERIFY(report && *report);
        QCOMPARE((**report)[u"entities"].toInt(), 7);
        QCOMPARE((**report)[u"name"].toString(), u"Hafen ö\n"_s);
        QCOMPARE(wanted, u"folder-1"_s);
        QCOMPARE(called.size(), 0); // No window comes to the front.
    }

    void eachWishComesAsItself()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        QSignalSpy called(&first, &Instance::called);
        connect(&first, &Instance::asked, this, [](Instance::Wish wish, const QString &connectionId, const auto &answer) {
            answer(QJsonObject { { u"wish"_s, int(wish) }, { u"connection"_s, connectionId } });
        });
        for (const auto wish : { Instance::Wish::Sync, Instance::Wish::Standing, Instance::Wish::Pause, Instance::Wish::Resume }) {
            const auto report = ask(m_workspace.path(), wish, u"folder-1"_s);
            QVERIFY(report && *report);
            QCOMPARE(**report, (QJsonObject { { u"wish"_s, int(wish) }, { u"connection"_s, u"folder-1"_s } }));
        }
        QCOMPARE(called.size(), 0); // No window comes to the front.
    }

    void largeReportsComeWhole()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        const QString text(3'000'000, u'x');
        connect(&first, &Instance::asked, this,
            [&](Instance::Wish, const QString &, const auto &answer) { answer(QJsonObject { { u"text"_s, text } }); });
        const auto report = askToSync(m_workspace.path(), {});
        QVERIFY(report && *report);
        QCOMPARE((**report)[u"text"].toString(), text);
    }

    void whatCannotBeSyncedIsSaid_data()
    {
        QTest::addColumn<domain::ErrorCode>("code");
        using enum domain::ErrorCode;
        for (const domain::ErrorCode code : { Cancelled, Offline, Invalid, Storage, Conflict, Internal })
            QTest::newRow(domain::name(code).data()) << code;
    }
    void whatCannotBeSyncedIsSaid()
    {
        QFETCH(domain::ErrorCode, code);
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        connect(&first, &Instance::asked, this, [&](Instance::Wish, const QString &, const auto &answer) {
            answer(domain::fail(code, u"there is no such thing"_s));
        });
        const auto report = askToSync(m_workspace.path(), u"x"_s);
        QVERIFY(report && !*report);
        QCOMPARE(report->error().code, code);
        QCOMPARE(report->error().detail, u"there is no such thing"_s);
    }

    void syncsThatDoNotEnd()
    {
        auto first = std::make_unique<Instance>();
        QVERIFY(first->listen(m_workspace.path()));
        std::vector<std::function<void(const Instance::Report &)>> answers;
        connect(first.get(), &Instance::asked, this,
            [&](Instance::Wish, const QString &, const auto &answer) { answers.push_back(answer); });
        const auto late = askToSync(m_workspace.path(), {}, 50ms);
        QVERIFY(late && !*late);
        QCOMPARE(late->error().code, domain::ErrorCode::Timeout);
        // An answer to nobody is no danger, and who left makes room.
        (void)QTest::qWaitFor([&] { return !answers.empty(); });
        answers.front()(QJsonObject());

        // The program ends while somebody waits.
        auto waiting = std::async(std::launch::async, [&] { return Instance::ask(m_workspace.path(), Instance::Wish::Sync, {}, 10s); });
        QTRY_COMPARE(answers.size(), 2u);
        first.reset();
        const auto cut = waiting.get();
        QVERIFY(cut && !*cut);
        QCOMPARE(cut->error().code, domain::ErrorCode::Cancelled);
        answers.back()(QJsonObject());
    }

    void manyWhoWaitLeaveRoomForAStart()
    {
        Instance first;
        QVERIFY(first.listen(m_workspace.path()));
        std::vector<std::function<void(const Instance::Report &)>> answers;
        connect(&first, &Instance::asked, this, [&](Instance::Wish wish, const QString &, const auto &answer) {
            if (wish == Instance::Wish::Sync)
                answers.push_back(answer);
            else
                answer(QJsonObject());
        });
        std::vector<std::future<std::optional<Instance::Report>>> waiting;
        for (int i = 0; i < 4; ++i)
            waiting.push_back(
                std::async(std::launch::async, [&] { return Instance::ask(m_workspace.path(), Instance::Wish::Sync, {}, 20s); }));
        QTRY_COMPARE(answers.size(), 4u);
        const auto oneMore = askToSync(m_workspace.path(), {});
        QVERIFY(oneMore && !*oneMore);
        QCOMPARE(oneMore->error().code, domain::ErrorCode::Conflict);
        QCOMPARE(answers.size(), 4u);
        QCOMPARE(call(m_workspace.path(), {}), Instance::Answer::Taken);
        // What is told from memory waits for no pull.
        const auto standing = ask(m_workspace.path(), Instance::Wish::Standing, {});
        QVERIFY(standing && *standing);
        for (const auto &answer : answers)
            answer(QJsonObject { { u"entities"_s, 1 } });
        for (auto &one : waiting) {
            while (one.wait_for(5ms) != std::future_status::ready)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            const auto report = one.get();
            QVERIFY(report && *report);
        }
    }

private:
    QTemporaryDir m_runtime;
    QTemporaryDir m_workspace;
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
