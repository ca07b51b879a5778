// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/desktopportal.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace callboard::ui;

namespace {

/// What a desktop's portal does, as its documentation has it: it answers with the request's handle, and says later how it went.
class FakePortal final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.OpenURI")
public:
    uint response = 0;
    QStringList asked;

public Q_SLOTS:
    QDBusObjectPath OpenURI(const QString &, const QString &uri, const QVariantMap &options) { return take(u"uri "_s + uri, options); }
    QDBusObjectPath OpenFile(const QString &, const QDBusUnixFileDescriptor &file, const QVariantMap &options) { return take(u"file "_s + pathOf(file), options); }
    QDBusObjectPath OpenDirectory(const QString &, const QDBusUnixFileDescriptor &file, const QVariantMap &options)
    {
        return take(u"folder "_s + pathOf(file), options);
    }

private:
    static QString pathOf(const QDBusUnixFileDescriptor &file) { return QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file.fileDescriptor())); }

    QDBusObjectPath take(const QString &what, const QVariantMap &options)
    {
        asked.append(what);
        const QString sender = message().service().sliced(1).replace(u'.', u'_');
        const QString handle = u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(sender, options[u"handle_token"_s].toString());
        QDBusMessage told = QDBusMessage::createSignal(handle, u"org.freedesktop.portal.Request"_s, u"Response"_s);
        told.setArguments({ response, QVariantMap() });
        connection().send(told);
        return QDBusObjectPath(handle);
    }
};

} // namespace

/// What is opened where no program of the desktop is in reach: its portal is asked, on a session bus of the test's own.
class TestOutward final : public QObject {
    Q_OBJECT

    QProcess m_daemon;
    QString m_address;
    QTemporaryDir m_programs;
    FakePortal m_portal;
    QByteArray m_path = qgetenv("PATH");
    int m_failed = 0;
    QList<QUrl> m_taken;

    QDBusConnection bus(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }
    void offer()
    {
        QDBusConnection desktop = bus(u"desktop"_s);
        QVERIFY(desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal, QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    bool open(const QUrl &url)
    {
        return openByDesktop(url, bus(u"window"_s), [this] { ++m_failed; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty())
            QSKIP("needs dbus-daemon");
        m_daemon.start(program, { u"--session"_s, u"--nofork"_s, u"--print-address=1"_s });
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, 20'000));
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        // Neither xdg-open nor a browser: as in the private root.
        qputenv("PATH", m_programs.path().toUtf8());
        for (const char *name : { "BROWSER", "DEFAULT_BROWSER" })
            qunsetenv(name);
    }
    void cleanupTestCase()
    {
        qputenv("PATH", m_path);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    void init()
    {
        m_failed = 0;
        m_portal.asked.clear();
        m_portal.response = 0;
    }
    void cleanup()
    {
        QDBusConnection::disconnectFromBus(u"window"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }

    void thePortalOpens_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("asked");
        QTest::newRow("address") << QUrl(u"https://a.example/x%20y?b=1#c"_s) << u"uri https://a.example/x%20y?b=1#c"_s;
        QTest::newRow("mail") << QUrl(u"mailto:a@b.example"_s) << u"uri mailto:a@b.example"_s;
        const QString folder = QFileInfo(m_programs.path()).canonicalFilePath();
        QTest::newRow("folder") << QUrl::fromLocalFile(folder) << QString(u"folder "_s + folder);
        QFile file(m_programs.filePath(u"notes.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QTest::newRow("file") << QUrl::fromLocalFile(QString(folder + u"/notes.txt"_s)) << QString(u"file "_s + folder + u"/notes.txt"_s);
    }

    void thePortalOpens()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, asked);
        offer();
        QVERIFY(open(url));
        QTRY_COMPARE(m_portal.asked, QStringList { asked });
        QTRY_VERIFY(!qApp->findChild<QObject *>(u"portalRequest"_s)); // Answered, and gone.
        QCOMPARE(m_failed, 0);
    }

    /// What the person chose not to open is no failure; what nothing could open is.
    void whatComesToNothingIsSaid_data()
    {
        QTest::addColumn<bool>("offered");
        QTest::addColumn<uint>("response");
        QTest::addColumn<int>("failed");
        QTest::newRow("chosen not to") << true << 1u << 0;
        QTest::newRow("nothing opens it") << true << 2u << 1;
        QTest::newRow("no portal") << false << 0u << 1;
    }

    void whatComesToNothingIsSaid()
    {
        QFETCH(bool, offered);
        QFETCH(uint, response);
        QFETCH(int, failed);
        if (offered)
            offer();
        m_portal.response = response;
        QVERIFY(open(QUrl(u"https://a.example/"_s)));
        QTRY_VERIFY(!qApp->findChild<QObject *>(u"portalRequest"_s));
        QCOMPARE(m_failed, failed);
        QCOMPARE(m_portal.asked.size(), offered ? 1 : 0);
    }

    /// Where Qt has a way it is the one, once.
    void qtsOwnWayComesFirst()
    {
        offer();
        QDesktopServices::setUrlHandler(u"https"_s, this, "take");
        const bool opened = open(QUrl(u"https://a.example/"_s));
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QVERIFY(opened);
        QCOMPARE(m_taken, QList<QUrl> { QUrl(u"https://a.example/"_s) });
        QVERIFY(!qApp->findChild<QObject *>(u"portalRequest"_s));
        QVERIFY(m_portal.asked.isEmpty());
    }

    void withoutABusNothingIsBegun()
    {
        QVERIFY(!openByDesktop(QUrl(u"https://a.example/"_s), QDBusConnection(u"none"_s), [this] { ++m_failed; }));
        QCOMPARE(m_failed, 0);
    }

public Q_SLOTS:
    void take(const QUrl &url) { m_taken.append(url); }
};

QTEST_MAIN(TestOutward)
#include "tst_outward.moc"
