// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/autostart.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

/// The file by which the desktop starts the program.
class TestAutostart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

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
};

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
