// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/workspace.h"
#include "models/sync/workspaces.h"
#include "ui/kit/links.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

class TestLinks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path())); // Workspaces with names lie there.
    }

    void goodLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("search");
        QTest::newRow("entity") << u"callboard://entity/component/default/ledger-api"_s << u"component:default/ledger-api"_s << QString();
        QTest::newRow("case") << u"CALLBOARD://entity/Component/Default/Ledger-API"_s << u"component:default/ledger-api"_s << QString();
        QTest::newRow("encoded") << u"callboard://entity/component/default/l%C3%B6schen"_s << u"component:default/löschen"_s << QString();
        QTest::newRow("kind nobody knows") << u"callboard://entity/vessel/default/x"_s << u"vessel:default/x"_s << QString();
        QTest::newRow("search") << u"callboard://search?q=ledger%20api"_s << QString() << u"ledger api"_s;
        QTest::newRow("search, plus") << u"callboard://search?q=ledger+api"_s << QString() << u"ledger api"_s;
        // A link must not run what the palette could.
        QTest::newRow("command") << u"callboard://search?q=%3E%20quit"_s << QString() << u"quit"_s;
        QTest::newRow("command twice") << u"callboard://search?q=%3E%3Equit"_s << QString() << u"quit"_s;
    }
    void goodLinks()
    {
        QFETCH(QString, text);
        QFETCH(QString, ref);
        QFETCH(QString, search);
        const auto link = parseLink(text);
        QVERIFY(link);
        QCOMPARE(link->kind, search.isEmpty() ? Link::Kind::Entity : Link::Kind::Search);
        QCOMPARE(link->ref, ref);
        QCOMPARE(link->text, search);
    }

    void linksToDocs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::newRow("front page") << u"callboard://docs/component/default/ledger-api"_s << QString();
        QTest::newRow("front page, slash") << u"callboard://docs/component/default/ledger-api/"_s << QString();
        QTest::newRow("page") << u"callboard://docs/component/default/ledger-api/guide/setup/"_s << u"guide/setup/"_s;
        QTest::newRow("file") << u"callboard://docs/component/default/ledger-api/guide/setup.html"_s << u"guide/setup.html"_s;
        QTest::newRow("heading") << u"callboard://docs/component/default/ledger-api/guide/setup/#linux"_s << u"guide/setup/#linux"_s;
        QTest::newRow("encoded") << u"callboard://docs/component/default/ledger-api/l%C3%B6schen/#%C3%BCber"_s << u"löschen/#über"_s;
    }
    void linksToDocs()
    {
        QFETCH(QString, text);
        QFETCH(QString, target);
        const auto link = parseLink(text);
        QVERIFY(link);
        QCOMPARE(link->kind, Link::Kind::Doc);
        QCOMPARE(link->ref, u"component:default/ledger-api"_s);
        QCOMPARE(link->text, target);
        QCOMPARE(*parseLink(linkToDoc(link->ref, target)), *link);
    }

    void hostileLinksLeadNowhere_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : QStringList {
                 u""_s, u"callboard:"_s, u"callboard://"_s, u"callboard://entity"_s, u"callboard://entity/"_s,
                 u"callboard://entity/component/default"_s, u"callboard://entity/component/default/"_s,
                 u"callboard://entity/component//x"_s, u"callboard://entity/component/default/x/y"_s,
                 u"callboard://entity/component/default/.."_s, u"callboard://entity/component/default/%2E%2E"_s,
                 u"callboard://entity/component/default/..%2F..%2Fetc%2Fpasswd"_s, u"callboard://entity/component/default/a%5Cb"_s,
                 u"callboard://entity/component/default/x%00y"_s, u"callboard://entity/component/default/%0Ax"_s,
                 u"callboard://entity/component/default/%FF%FE"_s, u"callboard://entity/component/default/a:b"_s,
                 u"callboard://entity/component/default/%E2%80%AEx"_s, // right-to-left override
                 u"callboard://entity/component/default/x?run=1"_s, u"callboard://entity/component/default/x#f"_s,
                 u"callboard://user:secret@entity/component/default/x"_s, u"callboard://entity:80/component/default/x"_s,
                 u"callboard://docs/component/default/x/../../y/"_s, u"callboard://docs/component/default/x/%2E%2E/y"_s,
                 u"callboard://docs/component/default/x//y"_s, u"callboard://docs/component"_s, u"callboard://docs/component/default/x/y?z=1"_s,
                 u"callboard://docs/component/default/x/y#a%0Ab"_s, u"callboard://action/quit"_s, u"callboard://search"_s, u"callboard://search?q="_s, u"callboard://search?q=%3E"_s,
                 u"callboard://search/x?q=y"_s, u"callboard://search?q=a%00b"_s, u"https://portal.example/"_s, u"file:///etc/passwd"_s,
                 u"javascript:alert(1)"_s, u"callboard://entity/component/default/"_s + QString(300, u'x'),
                 u"callboard://search?q="_s + QString(300, u'x'), u"callboard://entity/"_s + QString(5'000'000, u'/') })
            QTest::newRow(qPrintable(text.left(70))) << text;
    }
    void hostileLinksLeadNowhere()
    {
        QFETCH(QString, text);
        QVERIFY(!parseLink(text));
    }

    void linksReadBack_data()
    {
        QTest::addColumn<QString>("ref");
        QTest::newRow("plain") << u"component:default/ledger-api"_s;
        QTest::newRow("letters") << u"group:öffentlich/büro_1.x"_s;
        QTest::newRow("spaces and signs") << u"api:default/a b?c#d%e"_s;
    }
    void linksReadBack()
    {
        QFETCH(QString, ref);
        const auto link = parseLink(linkTo(ref));
        QVERIFY(link);
        QCOMPARE(link->ref, ref);
    }

    void addressedLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("workspace");
        const QString entity = u"callboard://entity/component/default/x"_s;
        QTest::newRow("none") << entity << entity << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("entity") << QString(entity + u"?workspace=Quayline"_s) << entity << u"Quayline"_s;
        QTest::newRow("encoded") << QString(entity + u"?workspace=B%C3%BCro%20%231"_s) << entity << u"Büro #1"_s;
        QTest::newRow("docs") << u"callboard://docs/component/default/x/a/?workspace=Quayline#b"_s
                              << u"callboard://docs/component/default/x/a/#b"_s << u"Quayline"_s;
        QTest::newRow("search") << u"callboard://search?workspace=Quayline&q=a%26b"_s << u"callboard://search?q=a%26b"_s << u"Quayline"_s;
        QTest::newRow("API") << u"callboard://api/api:default/refunds?workspace=Quayline#GET%20/refunds"_s
                             << u"callboard://api/api:default/refunds#GET%20/refunds"_s << u"Quayline"_s;
        const QString anchor = u"callboard://docs/component/default/x/#?workspace=a"_s;
        QTest::newRow("only in the anchor") << anchor << anchor << QString();
        QTest::newRow("no link") << u"--workspace?workspace=Quayline"_s << u"--workspace?workspace=Quayline"_s << QString();
    }
    void addressedLinks()
    {
        QFETCH(QString, text);
        const auto meant = addressed(text);
        QVERIFY(meant);
        QTEST(meant->link, "link");
        QTEST(meant->workspace, "workspace");
    }

    /// A name is no path, whatever it looks like.
    void hostileWorkspacesAreNone_data()
    {
        QTest::addColumn<QString>("query");
        const QString tooLong = QString(u"workspace="_s + QString(61, u'x')), flood = QString(u"workspace="_s + QString(5000, u'x'));
        for (const QString &query : QStringList { u"workspace="_s, u"workspace=.."_s, u"workspace=."_s, u"workspace=%2Ftmp%2Fx"_s,
                 u"workspace=/tmp/x"_s, u"workspace=..%2F..%2Fetc"_s, u"workspace=a%5Cb"_s, u"workspace=.hidden"_s, u"workspace=%20a"_s,
                 u"workspace=a%00b"_s, u"workspace=a%0Ab"_s, u"workspace=%FF"_s, u"workspace=%E2%80%AEx"_s, u"workspace=a&workspace=a"_s,
                 tooLong, flood })
            QTest::newRow(qPrintable(query.left(40))) << query;
    }
    void hostileWorkspacesAreNone()
    {
        QFETCH(QString, query);
        QVERIFY(!addressed(QString(u"callboard://entity/component/default/x?"_s + query)));
        QVERIFY(!sync::isKnownWorkspace(query.section(u'=', 1)));
    }

    void copiedLinksNameTheWorkspace_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("query");
        QTest::newRow("default") << sync::Workspace::defaultDirectory() << QString();
        QTest::newRow("named") << QDir(sync::workspacesFolder()).filePath(u"Quayline"_s) << u"?workspace=Quayline"_s;
        QTest::newRow("signs") << QDir(sync::workspacesFolder()).filePath(u"A & B #1"_s) << u"?workspace=A%20%26%20B%20%231"_s;
        QTest::newRow("elsewhere") << m_data.filePath(u"elsewhere"_s) << QString();
    }
    void copiedLinksNameTheWorkspace()
    {
        QFETCH(QString, directory);
        QFETCH(QString, query);
        sync::Workspace::Options options;
        options.directory = directory;
        options.schedule = false;
        options.safeMode = true;
        options.secrets = std::make_shared<sync::RunSecrets>();
        const auto workspace = sync::Workspace::open(options);
        QVERIFY(workspace);
        const QString entity = linkTo(u"component:default/x"_s);
        QCOMPARE(withWorkspace(entity, **workspace), QString(entity + query));
        const QString page = linkToDoc(u"component:default/x"_s, u"a/#b"_s);
        const auto meant = addressed(withWorkspace(page, **workspace));
        QVERIFY(meant);
        QCOMPARE(meant->link, page);
        QCOMPARE(meant->workspace, query.isEmpty() ? QString() : QDir(directory).dirName());
    }

private:
    QTemporaryDir m_data;
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
