// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirror.h"
#include "tests/unit/ctl/ctlkit.h"

#include <QJsonArray>
#include <QProcessEnvironment>
#include <QScopeGuard>

#include <cstdlib>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The program as a person or a script runs it: what it prints where, and its exit status.
class TestCtl final : public callboard::test::CtlTest {
    Q_OBJECT

    /// Root reads everything; a program that it starts without these may not (capabilities(7)). For others there is nothing to take away.
    static void readNoMoreThanOthers()
    {
        ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    }

    /// A workspace in which one component changed its owner.
    static std::vector<callboard::mirror::Version> mirrorTwo(const QString &directory, const QString &laterOwner = u"team-b"_s)
    {
        const auto mirror = callboard::mirror::Mirror::open(directory, {}).value();
        for (const QString &owner : { u"team-a"_s, laterOwner }) {
            callboard::domain::Entity entity;
            entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
                { u"metadata"_s, QJsonObject { { u"name"_s, u"shop"_s } } }, { u"spec"_s, QJsonObject { { u"owner"_s, owner } } } };
            entity.relations = { { u"ownedBy"_s, QString(u"group:default/"_s + owner) } };
            auto pull = mirror->beginPull(u"folder-1"_s, u"catalog"_s, u"local"_s).value();
            pull->put(entity);
            if (!pull->complete())
                return {};
        }
        mirror->flush();
        return mirror->history(u"component:default/shop").value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray good = "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: pay\nspec:\n  owner: team\n";
        put(u"portal/one/catalog-info.yaml"_s, good + "---\nkind: Location\napiVersion: backstage.io/v1alpha1\nmetadata: {name: l}\nspec: {target: ./more.yaml}\n");
        put(u"portal/one/more.yaml"_s, "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata:\n  name: money\nspec:\n  owner: team\n");
        put(u"portal/two/catalog-info.yml"_s, "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: bad name\nspec:\n  owner: team\n");
        put(u"portal/two/deep/catalog-info.yaml"_s, "apiVersion: backstage.io/v1alpha1\nkind: Widget\nmetadata:\n  name: w\n");
        put(u"clone/catalog-info.yaml"_s, good);
        put(u"clone/.git/config"_s, "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://user:secret@github.com/org/pay.git\n");
        put(u"clone/.git/HEAD"_s, "ref: refs/heads/main\n");
    }

    void lintsFoldersAndFiles()
    {
        const Outcome outcome = run({ u"lint"_s, u"--json"_s, u"portal"_s });
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
        const QJsonArray documents = outcome.json()[u"documents"].toArray();
        QCOMPARE(documents.size(), 5);
        QCOMPARE(documents[3][u"path"].toString(), u"two/catalog-info.yml"_s);
        QCOMPARE(documents[3][u"valid"].toBool(true), false);
        QCOMPARE(documents[3][u"violations"][0][u"field"].toString(), u"/metadata/name"_s);
        QCOMPARE(documents[3][u"violations"][0][u"line"].toInt(), 4);
        QCOMPARE(run({ u"lint"_s, u"portal/one/more.yaml"_s }).status, 0);
    }

    // What a server says is read in a terminal: it must not set its title, move its cursor or type into it.
    void steersNoTerminal()
    {
        const QString evil = u"team\x1b]0;mine\x07\u009b2J\u202eb"_s;
        const QString workspace = m_dir.filePath(u"steering"_s);
        const auto versions = mirrorTwo(workspace, evil);
        QCOMPARE(versions.size(), size_t(2));
        const QStringList there { u"--workspace"_s, workspace };
        const QString last = QString::number(versions.back().id);
        const QList<Outcome> told { run(QStringList { u"history"_s, u"shop"_s } + there), run(QStringList { u"history"_s, u"shop"_s, u"--diff"_s, last } + there),
            run({ u"lint"_s, QString(u"--"_s + evil) }) };
        for (const Outcome &outcome : told) {
            const QString text = QString::fromUtf8(outcome.out + outcome.err);
            QVERIFY2(text.contains(u"mine"_s), qPrintable(text));
            for (const QChar c : { QChar(0x1b), QChar(0x07), QChar(0x9b), QChar(0x202e) })
                QVERIFY2(!text.contains(c), qPrintable(text));
        }
        QVERIFY(told[0].out.contains('\t')); // Its columns.
    }

    // Whoever looks on, or records a terminal, must not learn it.
    void secretsTypedAtATerminalAreNotShown()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const int keyboard = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(keyboard >= 0);
        const auto closed = qScopeGuard([&] {
            ::close(keyboard);
            ::close(terminal);
        });
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CALLBOARD_KEYCHAIN"_s, u"none"_s);
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([keyboard] { ::dup2(keyboard, STDIN_FILENO); });
        process.start(qEnvironmentVariable("CALLBOARDCTL", QStringLiteral(CALLBOARDCTL)),
            { u"proxy"_s, u"login"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"me"_s, u"--password-stdin"_s, u"--workspace"_s, m_dir.filePath(u"typed"_s) });
        QByteArray told;
        QTRY_VERIFY((told += process.readAllStandardError()).contains("not shown"));
        const QByteArray typed = "planted-secret\n";
        QCOMPARE(::write(terminal, typed.constData(), size_t(typed.size())), ssize_t(typed.size()));
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        told += process.readAllStandardError();
        QVERIFY2(told.contains("no open keychain here"), told.constData()); // It was taken.
        char shown[4096];
        const ssize_t size = ::read(terminal, shown, sizeof(shown));
        QVERIFY2(!QByteArrayView(shown, std::max<ssize_t>(size, 0)).contains("planted"), "the terminal showed it");
    }

    /// "0 problems" of the wrong folder looks like good news.
    void saysThatThereIsNothingToLint()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"nothing/in/here"_s));
        const Outcome outcome = run({ u"lint"_s, u"--json"_s, u"nothing"_s });
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.json()[u"documents"].toArray().isEmpty());
        QVERIFY2(outcome.err.contains("no descriptor under nothing"), outcome.err.constData());
    }

    void allowsOwnKinds()
    {
        const QString path = u"portal/two/deep/catalog-info.yaml"_s;
        QCOMPARE(run({ u"lint"_s, path }).status, 1);
        QCOMPARE(run({ u"lint"_s, path, u"--allow-kind"_s, u"widget"_s }).status, 0);
    }

    void speaksToCompilersUsers()
    {
        const Outcome outcome = run({ u"lint"_s, u"portal/two/catalog-info.yml"_s });
        QVERIFY2(outcome.out.startsWith("portal/two/catalog-info.yml:4:3: error: "), outcome.out.constData());
        QVERIFY(outcome.out.contains("[FieldFormat]"));
    }

    /// A descriptor is another's: its values may not give orders to the terminal, nor look like a line of ours.
    void valuesGiveATerminalNoOrders()
    {
        put(u"orders/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: \"a\\e]0;x\\a\\nb\\u202e\"\nspec:\n  owner: team\n");
        const Outcome outcome = run({ u"lint"_s, u"orders"_s });
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out.count('\n'), 1);
        QVERIFY2(outcome.out.contains("\\nb"), outcome.out.constData());
        for (const char order : { '\x1b', '\a' })
            QVERIFY(!outcome.out.contains(order));
        QVERIFY(!QString::fromUtf8(outcome.out).contains(QChar(0x202e)));
    }

    void processesRoots()
    {
        const QStringList command { u"catalog"_s, u"portal"_s, u"--json"_s, u"--base-url"_s, u"http://host:8080"_s };
        const QJsonObject made = run(command).json();
        QCOMPARE(made[u"entities"].toArray().size(), 3);
        const QJsonObject domain = made[u"entities"][0].toObject();
        QCOMPARE(domain[u"kind"].toString(), u"Domain"_s);
        QCOMPARE(domain[u"metadata"][u"annotations"][u"backstage.io/managed-by-location"].toString(),
            u"url:http://host:8080/one/more.yaml"_s);
        QCOMPARE(made[u"rejected"].toArray().size(), 1);
        QCOMPARE(made[u"rejected"][0][u"path"].toString(), u"two/catalog-info.yml"_s);
        QCOMPARE(run(command + QStringList { u"--all"_s }).json()[u"rejected"].toArray().size(), 2);
        QCOMPARE(run(command + QStringList { u"--root"_s, u"one/more.yaml"_s }).json()[u"entities"].toArray().size(), 1);
    }

    void linksOutOfTheFolderAreNotRead()
    {
        put(u"outside.txt"_s, "own");
        put(u"linking/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: s\n  description: {$text: ./note.txt}\nspec: {owner: o}\n");
        QVERIFY(QFile::link(m_dir.filePath(u"outside.txt"_s), m_dir.filePath(u"linking/note.txt"_s)));
        for (const QStringList &more : { QStringList(), QStringList { u"--base-url"_s, u"http://host/"_s } }) {
            const QJsonObject made = run(QStringList { u"catalog"_s, u"linking"_s, u"--json"_s } + more).json();
            QCOMPARE(made[u"entities"].toArray().size(), 0);
            QVERIFY(made[u"rejected"][0][u"errors"][0].toString().contains(u"link that leads out"_s));
        }
    }

    void aTargetWithNulIsNoFile()
    {
        put(u"nul/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: l}\nspec: {target: \"./a\\0b.yaml\"}\n");
        for (const QStringList &more : { QStringList(), QStringList { u"--base-url"_s, u"http://host/"_s } }) {
            const Outcome outcome = run(QStringList { u"catalog"_s, u"nul"_s, u"--json"_s } + more);
            QCOMPARE(outcome.json()[u"rejected"].toArray().size(), 1);
            QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
        }
    }

    /// The catalog of what could be read is not the catalog of the folder.
    void whatCannotBeReadIsNoSuccess_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("root descriptors") << QStringList();
        QTest::newRow("all descriptors") << QStringList { u"--all"_s };
        QTest::newRow("served") << QStringList { u"--base-url"_s, u"http://host/"_s };
    }

    void whatCannotBeReadIsNoSuccess()
    {
        QFETCH(const QStringList, options);
        put(u"closed/one/catalog-info.yaml"_s, "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: s}\nspec: {owner: o}\n");
        put(u"closed/two/catalog-info.yaml"_s, "");
        const QString unreadable = m_dir.filePath(u"closed/two/catalog-info.yaml"_s);
        QVERIFY(QFile::setPermissions(unreadable, QFileDevice::WriteOwner));
        const auto opened = qScopeGuard([&] { QFile::remove(unreadable); });
        const Outcome outcome = run(QStringList { u"catalog"_s, u"closed"_s, u"--json"_s } + options, {}, readNoMoreThanOthers);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("two/catalog-info.yaml cannot be read: "), outcome.err.constData());
        QCOMPARE(outcome.json()[u"entities"].toArray().size(), 1);
        QCOMPARE(outcome.json()[u"files"].toArray().size(), 1);
        QCOMPARE(outcome.json()[u"files"][0][u"path"].toString(), u"two/catalog-info.yaml"_s);
    }

    void aFolderThatCannotBeReadIsNoEmptyCatalog()
    {
        put(u"shut/catalog-info.yaml"_s, "kind: System\n");
        const QString folder = m_dir.filePath(u"shut"_s);
        const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        const auto opened = qScopeGuard([&] { QFile::setPermissions(folder, owner); });
        for (const auto permissions : { QFileDevice::ReadOwner, QFileDevice::ExeOwner }) {
            QVERIFY(QFile::setPermissions(folder, permissions));
            const Outcome outcome = run({ u"catalog"_s, u"shut"_s, u"--json"_s }, {}, readNoMoreThanOthers);
            QCOMPARE(outcome.status, 2);
            QVERIFY(outcome.out.isEmpty());
            QVERIFY2(outcome.err.contains("shut cannot be read"), outcome.err.constData());
        }
    }

    void knowsClonesByTheirRemote()
    {
        const Outcome outcome = run({ u"catalog"_s, u"clone"_s, u"--json"_s });
        QCOMPARE(outcome.status, 0);
        QVERIFY(!outcome.out.contains("secret"));
        const QJsonObject annotations = outcome.json()[u"entities"][0][u"metadata"][u"annotations"].toObject();
        QCOMPARE(annotations[u"backstage.io/edit-url"].toString(), u"https://github.com/org/pay/edit/main/catalog-info.yaml"_s);
    }

    void tellsTheHistory()
    {
        const QString workspace = m_dir.filePath(u"workspace"_s);
        const QStringList there { u"--workspace"_s, workspace };
        const auto versions = mirrorTwo(workspace);
        QCOMPARE(versions.size(), 2u);
        const QJsonArray listed = run(QStringList { u"history"_s, u"component:default/shop"_s, u"--json"_s } + there).json()[u"versions"].toArray();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0][u"kind"].toString(), u"body"_s); // The latest first.
        QCOMPARE(listed[0][u"fields"][0][u"path"].toString(), u"/spec/owner"_s);
        QCOMPARE(listed[0][u"fields"][0][u"after"].toString(), u"team-b"_s);
        QCOMPARE(listed[1][u"kind"].toString(), u"added"_s);
        const Outcome text = run(QStringList { u"history"_s, u"shop"_s } + there);
        QCOMPARE(text.status, 0);
        QVERIFY2(text.out.contains("spec.owner: team-a"), text.out.constData());

        const QString first = QString::number(versions[0].id), second = QString::number(versions[1].id);
        const Outcome diff = run(QStringList { u"history"_s, u"shop"_s, u"--diff"_s, first, second } + there);
        QVERIFY2(diff.out.contains("\n-  owner: team-a\n+  owner: team-b\n"), diff.out.constData());
        QCOMPARE(run(QStringList { u"history"_s, u"--diff"_s, second, u"shop"_s } + there).out, diff.out);
        QVERIFY(run(QStringList { u"history"_s, u"shop"_s, u"--diff"_s, second, first } + there).out.contains("\n-  owner: team-b\n"));
        QCOMPARE(run(QStringList { u"history"_s, u"shop"_s, u"--diff"_s, u"99999"_s } + there).status, 1);
        QCOMPARE(run(QStringList { u"history"_s, u"component:default/none"_s } + there).status, 1);
        QCOMPARE(run(QStringList { u"history"_s } + there).status, 2);
    }

    void tellsWhatChanged()
    {
        const QString workspace = m_dir.filePath(u"workspace-2"_s);
        const QStringList there { u"--workspace"_s, workspace };
        mirrorTwo(workspace);
        const QJsonObject all = run(QStringList { u"changes"_s, u"--json"_s } + there).json();
        QCOMPARE(all[u"changes"].toArray().size(), 1);
        QCOMPARE(all[u"changes"][0][u"ref"].toString(), u"component:default/shop"_s);
        QCOMPARE(all[u"counts"][u"body"].toInt(), 1);
        QCOMPARE(all[u"firstSeen"][0][u"entities"].toInt(), 1);
        QVERIFY(run(QStringList { u"changes"_s, u"--since"_s, u"yesterday"_s } + there).out.contains("\tbody\tcomponent:default/shop\t"));
        QVERIFY(run(QStringList { u"changes"_s, u"--since"_s, u"2999-01-01"_s } + there).out.isEmpty());
        QVERIFY(!run(QStringList { u"changes"_s, u"--owner"_s, u"team-b"_s } + there).out.isEmpty());
        QVERIFY(run(QStringList { u"changes"_s, u"--owner"_s, u"team-c"_s } + there).out.isEmpty());
        QCOMPARE(run(QStringList { u"changes"_s, u"--since"_s, u"soon"_s } + there).status, 2);
        QCOMPARE(run(QStringList { u"changes"_s, u"--mine"_s } + there).status, 2); // Nobody has said who they are.
    }

    void drawsWhatIsRelated()
    {
        const QString workspace = m_dir.filePath(u"workspace-map"_s);
        {
            const auto mirror = callboard::mirror::Mirror::open(workspace, {}).value();
            auto pull = mirror->beginPull(u"folder-1"_s, u"catalog"_s, u"local"_s).value();
            const auto put = [&](const QString &kind, const QString &name, const std::vector<callboard::domain::Relation> &relations) {
                callboard::domain::Entity entity;
                entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, kind }, { u"metadata"_s, QJsonObject { { u"name"_s, name } } } };
                entity.relations = relations;
                pull->put(entity);
            };
            put(u"Component"_s, u"web"_s, { { u"dependsOn"_s, u"component:default/shop"_s }, { u"ownedBy"_s, u"group:default/team-web"_s } });
            put(u"Component"_s, u"shop"_s, { { u"dependsOn"_s, u"resource:default/db"_s }, { u"partOf"_s, u"system:default/selling"_s } });
            put(u"Resource"_s, u"db"_s, {});
            put(u"Component"_s, u"alone"_s, {});
            QVERIFY(pull->complete());
            mirror->flush();
        }
        const QStringList there { u"--workspace"_s, workspace };
        const QJsonObject map = run(QStringList { u"map"_s, u"shop"_s, u"--json"_s } + there).json();
        QCOMPARE(map[u"nodes"].toArray().size(), 3);
        QCOMPARE(map[u"edges"].toArray().size(), 2);
        QCOMPARE(map[u"boxes"][0][u"ref"].toString(), u"system:default/selling"_s);
        const QJsonObject out = run(QStringList { u"map"_s, u"shop"_s, u"--json"_s, u"--direction"_s, u"out"_s } + there).json();
        QCOMPARE(out[u"nodes"].toArray().size(), 2);
        QVERIFY(run(QStringList { u"map"_s, u"component:default/shop"_s } + there).out.startsWith("digraph"));
        const QByteArray svg = run(QStringList { u"map"_s, u"component:default/shop"_s, u"--format"_s, u"svg"_s } + there).out;
        QVERIFY2(svg.contains("<svg") && svg.contains("component:default/web") && svg.endsWith("</svg>\n"), svg.left(200).constData());
        QVERIFY(run(QStringList { u"map"_s, u"--estate"_s, u"system"_s, u"--json"_s } + there).json()[u"entities"].toInt() == 4);

        const QJsonObject impact = run(QStringList { u"impact"_s, u"db"_s, u"--json"_s } + there).json();
        QCOMPARE(impact[u"hits"].toArray().size(), 2);
        QCOMPARE(impact[u"hits"][1][u"ref"].toString(), u"component:default/web"_s);
        QCOMPARE(impact[u"hits"][1][u"owner"].toString(), u"group:default/team-web"_s);
        QCOMPARE(impact[u"hits"][1][u"depth"].toInt(), 2);
        QVERIFY(run(QStringList { u"impact"_s, u"db"_s } + there).out.startsWith("1\tcomponent:default/shop\t"));

        QCOMPARE(run(QStringList { u"path"_s, u"web"_s, u"db"_s, u"--json"_s } + there).json()[u"length"].toInt(), 2);
        QCOMPARE(run(QStringList { u"path"_s, u"web"_s, u"alone"_s } + there).status, 1);
        QCOMPARE(run(QStringList { u"map"_s, u"shop"_s, u"--depth"_s, u"9"_s } + there).status, 2);
        QCOMPARE(run(QStringList { u"map"_s, u"shop"_s, u"--format"_s, u"gif"_s } + there).status, 2);
        QCOMPARE(run(QStringList { u"map"_s } + there).status, 2);
    }

    void helpsWithOneCommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("asked of it") << QStringList { u"lint"_s, u"--help"_s };
        QTest::newRow("behind others") << QStringList { u"lint"_s, u"portal"_s, u"--json"_s, u"--help"_s };
        QTest::newRow("asked for it") << QStringList { u"help"_s, u"lint"_s };
    }

    void helpsWithOneCommand()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.out.contains("lint PATH"), outcome.out.constData());
        QVERIFY(!outcome.out.contains("catalog PATH"));
    }

    /// A script that writes into a file on a full disk may not take the half of it for an answer.
    void whatCannotBeWrittenIsNoSuccess()
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(qEnvironmentVariable("CALLBOARDCTL", QStringLiteral(CALLBOARDCTL)),
            { u"lint"_s, u"--json"_s, u"portal/one"_s });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("written"));
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList {};
        QTest::newRow("unknown") << QStringList { u"dance"_s };
        QTest::newRow("no path") << QStringList { u"lint"_s };
        QTest::newRow("missing file") << QStringList { u"lint"_s, u"--json"_s, u"none.yaml"_s };
        QTest::newRow("option") << QStringList { u"lint"_s, u"--fast"_s, u"portal"_s };
        QTest::newRow("model") << QStringList { u"lint"_s, u"--model"_s, u"beta"_s, u"portal"_s };
        QTest::newRow("both") << QStringList { u"catalog"_s, u"--all"_s, u"--roots"_s, u"portal"_s };
        QTest::newRow("no folder") << QStringList { u"catalog"_s, u"none"_s };
        QTest::newRow("connect nothing") << QStringList { u"connect"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("connect a stranger") << QStringList { u"connect"_s, u"stranger"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("connect no folder") << QStringList { u"connect"_s, u"folder"_s, u"none"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("token for a folder") << QStringList { u"connect"_s, u"folder"_s, u"portal"_s, u"--token-stdin"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("sign in at a folder") << QStringList { u"connect"_s, u"folder"_s, u"portal"_s, u"--sign-in"_s, u"guest"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("another device as a guest") << QStringList { u"connect"_s, u"backstage"_s, u"http://127.0.0.1:1"_s, u"--device"_s, u"--sign-in"_s, u"guest"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("another device at a folder") << QStringList { u"connect"_s, u"folder"_s, u"portal"_s, u"--device"_s, u"--workspace"_s, u"./w"_s };
        const auto proxy = [&](const char *name, const QStringList &rest) { QTest::newRow(name) << QStringList { u"proxy"_s, u"--workspace"_s, u"./w"_s } + rest; };
        proxy("proxy", {});
        proxy("proxy of nobody", { u"login"_s, u"http://127.0.0.1:3128"_s, u"--password-stdin"_s });
        proxy("a proxy's password on the command line", { u"login"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"mira"_s, u"--password"_s, u"x"_s });
        proxy("a proxy without a password", { u"login"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"mira"_s });
        proxy("no password comes", { u"login"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"mira"_s, u"--password-stdin"_s });
        proxy("a password within the address", { u"login"_s, u"http://mira:x@127.0.0.1:3128"_s, u"--user"_s, u"mira"_s, u"--password-stdin"_s });
        proxy("no proxy", { u"forget"_s, u"none"_s });
        proxy("another scheme", { u"forget"_s, u"ftp://127.0.0.1"_s });
        proxy("to forget somebody", { u"forget"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"mira"_s });
        QTest::newRow("sync nothing") << QStringList { u"sync"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("sync two") << QStringList { u"sync"_s, u"a"_s, u"b"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("disconnect nothing") << QStringList { u"disconnect"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("sources of nowhere") << QStringList { u"sources"_s, u"--workspace"_s, u"./nowhere"_s };
        QTest::newRow("connections") << QStringList { u"connections"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("pause two") << QStringList { u"pause"_s, u"a"_s, u"b"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("pause in no workspace") << QStringList { u"pause"_s, u"--workspace"_s, u"./nowhere"_s };
        QTest::newRow("resume in no workspace") << QStringList { u"resume"_s, u"folder-1"_s, u"--workspace"_s, u"./nowhere"_s };
        QTest::newRow("import nothing") << QStringList { u"connections"_s, u"import"_s, u"none.json"_s, u"--workspace"_s, u"./w"_s };
        QTest::newRow("no url") << QStringList { u"catalog"_s, u"portal"_s, u"--base-url"_s, u"x"_s };
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!outcome.err.isEmpty());
    }

    void saysWhatIsInAnApiAndWhatBreaks()
    {
        const QByteArray before = "openapi: 3.0.3\ninfo: {title: Pay, version: '1'}\npaths:\n  /refunds:\n    post:\n      summary: Give back\n"
                                  "      responses:\n        '201': {description: Done}\n    get:\n      responses:\n        '200': {description: All}\n";
        QByteArray after = before;
        after.replace("    get:", "    head:");
        put(u"pay.yaml"_s, before);
        put(u"pay2.yaml"_s, after);
        put(u"broken.yaml"_s, before + "    post: {}\n");
        const Outcome shown = run({ u"api"_s, u"show"_s, u"pay.yaml"_s, u"--json"_s });
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.json()[u"counts"][u"operation"].toInt(), 2);
        QCOMPARE(shown.json()[u"items"][0][u"id"].toString(), u"POST /refunds"_s);
        QCOMPARE(shown.json()[u"items"][0][u"line"].toInt(), 5);
        const Outcome broken = run({ u"api"_s, u"show"_s, u"broken.yaml"_s });
        QCOMPARE(broken.status, 1);
        QVERIFY(broken.out.contains("POST /refunds"));
        QVERIFY(broken.err.startsWith("broken.yaml:12:"));
        QCOMPARE(run({ u"api"_s, u"diff"_s, u"pay.yaml"_s, u"pay.yaml"_s }).status, 0);
        const Outcome diff = run({ u"api"_s, u"diff"_s, u"pay.yaml"_s, u"pay2.yaml"_s, u"--json"_s });
        QCOMPARE(diff.status, 1);
        QCOMPARE(diff.json()[u"breaking"].toInt(), 1);
        QCOMPARE(diff.json()[u"changes"][0][u"id"].toString(), u"GET /refunds"_s);
        QCOMPARE(run({ u"api"_s, u"show"_s, u"nowhere.yaml"_s, u"--workspace"_s, u"./none"_s }).status, 2);
        QCOMPARE(run({ u"api"_s, u"sing"_s }).status, 2);
    }

    void startsAtOnce()
    {
        // Of the processor, not of the clock: what it costs is its own, how long it takes is the machine's.
        const auto spent = [] {
            rusage children {};
            ::getrusage(RUSAGE_CHILDREN, &children);
            return (children.ru_utime.tv_sec + children.ru_stime.tv_sec) * 1000 + (children.ru_utime.tv_usec + children.ru_stime.tv_usec) / 1000;
        };
        qint64 best = 1000;
        for (int i = 0; i < 7; ++i) {
            const auto before = spent();
            QCOMPARE(run({ u"lint"_s, u"portal/one/more.yaml"_s }).status, 0);
            best = std::min<qint64>(best, spent() - before);
        }
        qInfo("start to end: %lld ms of the processor", best);
        QVERIFY2(best < 100, qPrintable(QString::number(best)));
    }

    /// A check of files has no use for a network.
    void aCheckLoadsNoNetwork()
    {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s); // ld.so(8): lists what a start loads, and ends.
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(CALLBOARDCTL), { u"lint"_s });
        QVERIFY(program.waitForFinished());
        const QByteArray loaded = program.readAllStandardOutput();
        QVERIFY(loaded.contains("libQt6Core"));
        for (const char *one : { "Qt6Network", "Qt6DBus", "Qt6WebSockets", "keychain", "sqlite" })
            QVERIFY2(!loaded.contains(one), one);
    }
};

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
