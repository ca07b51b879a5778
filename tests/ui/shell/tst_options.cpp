// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's command line means.
#include "app/callboard/options.h"
#include "models/sync/workspaces.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestOptions final : public QObject {
    Q_OBJECT
    QTemporaryDir m_data;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path())); // Workspaces with names lie there.
        QVERIFY(sync::createWorkspace(u"Quayline"_s));
    }

    /// By a link a workspace is opened that is there. Nothing is made, and no path is taken: links come from anywhere.
    void aLinkNamesItsWorkspace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("workspace");
        const QString link = u"callboard://entity/component/default/x"_s;
        const QString named = QString(link + u"?workspace=Quayline"_s);
        const QString quayline = QDir(sync::workspacesFolder()).filePath(u"Quayline"_s);
        QTest::newRow("none") << QStringList { link } << QString();
        QTest::newRow("known") << QStringList { named } << quayline;
        QTest::newRow("unknown") << QStringList { QString(link + u"?workspace=Nowhere"_s) } << QString();
        QTest::newRow("path") << QStringList { QString(link + u"?workspace=%2Ftmp"_s) } << QString();
        QTest::newRow("upward") << QStringList { QString(link + u"?workspace=..%2Fworkspaces%2FQuayline"_s) } << QString();
        QTest::newRow("two") << QStringList { QString(named + u"&workspace=Quayline"_s) } << QString();
        QTest::newRow("the person's own choice") << QStringList { u"--workspace"_s, u"/tmp/mine"_s, named } << u"/tmp/mine"_s;
        QTest::newRow("beside the sample") << QStringList { u"--sample"_s, named } << QString();
    }
    void aLinkNamesItsWorkspace()
    {
        QFETCH(const QStringList, arguments);
        const auto options = app::Options::parse(QStringList { u"callboard"_s } + arguments);
        QVERIFY(options);
        QTEST(options->workspace, "workspace");
        // Whoever opens it looks at it again.
        QCOMPARE(options->link, arguments.last());
        QVERIFY(!QDir(sync::workspacesFolder()).exists(u"Nowhere"_s));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
