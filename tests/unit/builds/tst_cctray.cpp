// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

/// Source of what is served: https://cctray.org/v1/ and its example.
class TestCcTray final : public QObject {
    Q_OBJECT

    static QByteArray project(const char *name, const char *activity, const char *status, const char *label)
    {
        return QByteArray("<Project name=\"") + name + "\" activity=\"" + activity + "\" lastBuildStatus=\"" + status + "\" lastBuildLabel=\"" + label
            + "\" lastBuildTime=\"2005-09-28T10:30:34.6362160+01:00\" webUrl=\"http://mrtickle/ccnet/\"/>";
    }
    static std::unique_ptr<sdk::Connection> connection() { return connectTo({ { u"url"_s, u"https://ci.example.org/go/cctray.xml"_s } }); }
    static void serve(HostContext &server, const QByteArray &xml) { server.on(u"GET /go/cctray.xml"_s, xml); }
    static QList<BuildRun> runs(const HostContext &server) { return server.of<BuildRun>(domain::recordtype::buildRun); }

private Q_SLOTS:
    void statesAreMapped_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("state");
        QTest::addRow("Success") << QByteArray("Success") << int(BuildState::Passed);
        QTest::addRow("Failure") << QByteArray("Failure") << int(BuildState::Failed);
        QTest::addRow("Exception") << QByteArray("Exception") << int(BuildState::Errored);
        QTest::addRow("Unknown") << QByteArray("Unknown") << int(BuildState::Unknown);
        QTest::addRow("Cancelled") << QByteArray("Cancelled") << int(BuildState::Cancelled); // CruiseControl.NET's alone.
        QTest::addRow("in lower case") << QByteArray("failure") << int(BuildState::Failed);
        QTest::addRow("new") << QByteArray("Resting") << int(BuildState::Unknown);
    }
    void statesAreMapped()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, state);
        HostContext server;
        serve(server, "<Projects>" + project("SvnTest", "Sleeping", word, "8") + "</Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(runs(server).size(), 1);
        const BuildRun run = runs(server).at(0);
        QCOMPARE(run.state, BuildState(state));
        QCOMPARE(run.vendorState, QString::fromLatin1(word));
        QCOMPARE(run.key(), u"SvnTest#8"_s);
        QCOMPARE(run.number, 8);
        QCOMPARE(run.url, u"http://mrtickle/ccnet/"_s);
        QVERIFY(run.isDefaultBranch); // What breaks is told of, and the tray shows it.
        QCOMPARE(run.finishedAt.toString(Qt::ISODateWithMs), u"2005-09-28T09:30:34.636Z"_s);
    }

    void everyRunIsSeenOnceAndStays()
    {
        HostContext server;
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        serve(server, "<Projects>" + project("a", "Sleeping", "Success", "8") + "</Projects>");
        QVERIFY(server.pull(*feed));
        serve(server, "<Projects>" + project("a", "Building", "Success", "8") + "</Projects>");
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 2);
        QVERIFY(std::ranges::any_of(runs(server), [](const BuildRun &run) { return run.state == BuildState::Running; }));
        serve(server, "<Projects>" + project("a", "Sleeping", "Failure", "9") + "</Projects>");
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 2);
        QVERIFY(std::ranges::none_of(runs(server), [](const BuildRun &run) { return run.state == BuildState::Running; }));
        for (int label = 10; label < 80; ++label) {
            serve(server, "<Projects>" + project("a", "Sleeping", "Success", QByteArray::number(label)) + "</Projects>");
            QVERIFY(server.pull(*feed));
        }
        QCOMPARE(runs(server).size(), 50);
        serve(server, "<Projects/>");
        QVERIFY(server.pull(*feed));
        QVERIFY(runs(server).isEmpty());
    }

    // Travis gives what runs its number, and has no word for it yet.
    void aLabelMayBeOfWhatRuns()
    {
        HostContext server;
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        serve(server, R"(<Projects><Project name="acme/mom" activity="Building" lastBuildStatus="Unknown" lastBuildLabel="89" lastBuildTime="" webUrl=""/></Projects>)");
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 1);
        QCOMPARE(runs(server).at(0).state, BuildState::Running);
        QCOMPARE(runs(server).at(0).number, 89);
        serve(server, R"(<Projects><Project name="acme/mom" activity="Sleeping" lastBuildStatus="Failure" lastBuildLabel="89" lastBuildTime="2014-05-02T20:36:55.000+0000" webUrl=""/></Projects>)");
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 1);
        QCOMPARE(runs(server).at(0).key(), u"acme/mom#89"_s);
        QCOMPARE(runs(server).at(0).state, BuildState::Failed);
        QCOMPARE(runs(server).at(0).finishedAt.toString(Qt::ISODate), u"2014-05-02T20:36:55Z"_s);
    }

    void timesAsServersWriteThem_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<QString>("utc");
        QTest::addRow("an offset without a colon") << QByteArray("2016-06-10T12:25:30.000+0200") << u"2016-06-10T10:25:30Z"_s;
        QTest::addRow("blanks") << QByteArray("2016-06-10 12:25:30 +0200") << u"2016-06-10T10:25:30Z"_s;
        QTest::addRow("UTC in letters") << QByteArray("2016-06-10 12:25:30 UTC") << u"2016-06-10T12:25:30Z"_s;
        QTest::addRow("no separators") << QByteArray("20160610T122530+0200") << u"2016-06-10T10:25:30Z"_s;
        QTest::addRow("no offset") << QByteArray("2016-06-10T12:25:30") << u"2016-06-10T12:25:30Z"_s;
        QTest::addRow("none") << QByteArray("1970-01-01T00:00:00") << QString();
    }
    void timesAsServersWriteThem()
    {
        QFETCH(QByteArray, told);
        HostContext server;
        serve(server, "<Projects><Project name=\"a\" activity=\"Sleeping\" lastBuildStatus=\"Success\" lastBuildLabel=\"1\" lastBuildTime=\"" + told + "\"/></Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QTEST(runs(server).at(0).finishedAt.toString(Qt::ISODate), "utc");
    }

    // As CruiseControl.rb writes it, and Jenkins; with a time, there was a run.
    void whatWasNeverBuiltHasNoRun()
    {
        const auto never = [](const QByteArray &rest) -> QByteArray {
            return "<Project name=\"a\" activity=\"Sleeping\" lastBuildStatus=\"Unknown\" " + rest + "/>";
        };
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        HostContext server;
        for (const QByteArray &rest : { QByteArray("lastBuildLabel=\"Unknown\" lastBuildTime=\"1970-01-01T00:00:00.000000-00:00\""),
                 QByteArray("lastBuildLabel=\"\" lastBuildTime=\"\" webUrl=\"\""), QByteArray() }) {
            serve(server, "<Projects>" + never(rest) + "</Projects>");
            QVERIFY(server.pull(*feed));
            QVERIFY2(runs(server).isEmpty(), rest.constData());
        }
        serve(server, "<Projects>" + never("lastBuildTime=\"2016-06-10T12:25:30Z\"") + "</Projects>");
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 1);
    }

    // Only its name and how it ended: the run is there, and each takes the place of the one before.
    void aRunWithoutLabelAndTime()
    {
        const auto of = [](const QByteArray &word, const QByteArray &rest = {}) -> QByteArray {
            return "<Projects><Project name=\"a\" activity=\"Sleeping\" lastBuildStatus=\"" + word + "\"" + rest + "/></Projects>";
        };
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        HostContext server;
        for (const auto &[word, state] : { std::pair("Failure", BuildState::Failed), std::pair("Success", BuildState::Passed) }) {
            serve(server, of(word, " lastBuildTime=\"yesterday\""));
            QVERIFY(server.pull(*feed));
            QCOMPARE(runs(server).size(), 1);
            QCOMPARE(runs(server).at(0).state, state);
        }
        serve(server, of("Success", " lastBuildLabel=\"7\""));
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 1);
        QCOMPARE(runs(server).at(0).number, 7);
    }

    // XmlServerReport.aspx of CruiseControl.NET has more about them.
    void projectsOfAServerReport()
    {
        HostContext server;
        serve(server, R"(<?xml version="1.0"?><CruiseControl xmlns:xsd="http://www.w3.org/2001/XMLSchema"><Projects CCType="CCNet">
            <Project name="a" category="x" activity="building" lastBuildStatus="Success" lastBuildLabel="13"
              lastBuildTime="2011-04-12T15:08:18.4375000+02:00" nextBuildTime="9999-12-31T23:59:59.9999999"
              webUrl="http://ci.example.org/a" CurrentMessage="" BuildStage="" serverName="ci"><messages/></Project></Projects>
            <Queues><Queue name="Q"><Request projectName="a" activity="Pending"/></Queue></Queues></CruiseControl>)");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(runs(server).size(), 2);
        const auto runOf = [&server](const QString &id) { return BuildRun::fromRecord(server.records.value(u"BuildRun a#"_s + id)); };
        QCOMPARE(runOf(u"13"_s).finishedAt.toString(Qt::ISODate), u"2011-04-12T13:08:18Z"_s);
        QCOMPARE(runOf(u"after 13"_s).state, BuildState::Running);
    }

    void entitiesAreFound()
    {
        HostContext server;
        server.asked = { { u"component:default/a"_s, { { u"gocd.org/pipelines"_s, u"other, ledger"_s } } },
            { u"component:default/b"_s, { { u"callboard.io/cctray-project"_s, u"ledger :: build"_s } } },
            { u"component:default/c"_s, { { u"gocd.org/pipelines"_s, u"ledge"_s } } } };
        serve(server, "<Projects>" + project("ledger :: build", "Sleeping", "Success", "1") + "</Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(runs(server).at(0).entityRefs, (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
    }

    void slugsOfCircleCiAndTravisAreFound()
    {
        HostContext server;
        server.asked = { { u"component:default/a"_s, { { u"circleci.com/project-slug"_s, u"github/Acme/api"_s } } },
            { u"component:default/b"_s, { { u"travis-ci.com/repo-slug"_s, u"acme/api"_s } } },
            { u"component:default/c"_s, { { u"circleci.com/project-slug"_s, u"gh/other/api"_s } } },
            { u"component:default/d"_s, { { u"circleci.com/project-slug"_s, u"api"_s } } } };
        serve(server, "<Projects>" + project("acme/api", "Sleeping", "Success", "1") + project("api", "Sleeping", "Success", "1") + "</Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(BuildRun::fromRecord(server.records.value(u"BuildRun acme/api#1"_s)).entityRefs, (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
        QVERIFY(BuildRun::fromRecord(server.records.value(u"BuildRun api#1"_s)).entityRefs.isEmpty());
    }

    // As GoCD writes it: a stage and its jobs are a project each.
    void jobsOfAStageAreNoRunsOfTheirOwn()
    {
        const QByteArray who = "<messages><message text=\"mira, jon\" kind=\"Breakers\"/><message text=\"12 commits\" kind=\"Other\"/></messages>";
        const auto opened = [](QByteArray project) { return project.replace("/>", ">"); };
        HostContext server;
        server.asked = { { u"component:default/a"_s, { { u"gocd.org/pipelines"_s, u"ledger"_s } } },
            { u"component:default/b"_s, { { u"callboard.io/cctray-project"_s, u"Group :: Sub :: Nightly"_s } } } };
        serve(server, "<Projects>" + opened(project("ledger :: build", "Sleeping", "Failure", "12 :: 2")) + who + "</Project>"
                + project("ledger :: build :: unit", "Sleeping", "Failure", "12 :: 2") + project("ledger :: build :: lint", "Sleeping", "Success", "12 :: 2")
                + project("ledger :: build :: docs", "Sleeping", "Success", "11") + project("ledger :: ship", "Building", "Success", "11")
                + project("ledger :: ship :: upload", "Building", "Success", "11") + project("ledger :: ship :: pack", "Sleeping", "Success", "12")
                + project("ledger :: ship :: tell", "Sleeping", "Success", "11") + project("Group :: Sub :: Nightly", "Sleeping", "Success", "3") + "</Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QStringList keys;
        for (const BuildRun &run : runs(server))
            keys.append(run.key());
        keys.sort();
        // What TeamCity groups is no stage: the group is no project.
        QCOMPARE(keys, (QStringList { u"Group :: Sub :: Nightly#3"_s, u"ledger :: build#12 :: 2"_s, u"ledger :: ship#11"_s, u"ledger :: ship#after 11"_s }));
        const auto runOf = [&server](const QString &key) { return BuildRun::fromRecord(server.records.value(u"BuildRun "_s + key)); };
        const BuildRun build = runOf(u"ledger :: build#12 :: 2"_s);
        QCOMPARE(build.number, 12);
        QCOMPARE(build.attempt, 2);
        QCOMPARE(build.actor, u"mira, jon"_s);
        QVERIFY(runOf(u"ledger :: ship#11"_s).actor.isEmpty());

        const auto jobs = [&](const QString &key) {
            const auto detail = connected->buildDetail(runOf(key), server);
            QStringList told;
            if (!detail)
                return QStringList { detail.error().detail };
            for (const domain::BuildJob &job : detail->jobs)
                told.append(job.name + u' ' + domain::buildStateName(job.state));
            return told;
        };
        // One that was not run again is none of this run's.
        QCOMPARE(jobs(u"ledger :: build#12 :: 2"_s), (QStringList { u"unit failed"_s, u"lint passed"_s }));
        QCOMPARE(jobs(u"ledger :: ship#after 11"_s), (QStringList { u"upload running"_s, u"pack passed"_s, u"tell queued"_s }));
        // The file says nothing of what is no stage, and is not asked for.
        server.requests.clear();
        BuildRun alone;
        alone.project = u"ledger"_s;
        alone.id = u"3"_s;
        QCOMPARE(connected->buildDetail(alone, server).error().code, ErrorCode::Unsupported);
        QVERIFY(server.requests.empty());
        const auto none = connected->buildDetail(runOf(u"Group :: Sub :: Nightly#3"_s), server);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Unsupported);
        // Once the next one has ended, nothing is told of this one.
        serve(server, "<Projects>" + project("ledger :: build", "Sleeping", "Success", "13") + project("ledger :: build :: unit", "Sleeping", "Success", "13") + "</Projects>");
        QCOMPARE(connected->buildDetail(build, server).error().code, ErrorCode::Unsupported);
    }

    void aJobThatAnEntityNamesHasRunsOfItsOwn()
    {
        HostContext server;
        server.asked = { { u"component:default/a"_s, { { u"gocd.org/pipelines"_s, u"ledger"_s } } },
            { u"component:default/b"_s, { { u"callboard.io/cctray-project"_s, u"other, ledger :: build :: unit"_s } } } };
        serve(server, "<Projects>" + project("ledger :: build", "Sleeping", "Failure", "12") + project("ledger :: build :: unit", "Sleeping", "Failure", "12")
                + project("ledger :: build :: lint", "Sleeping", "Success", "12") + "</Projects>");
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(runs(server).size(), 2);
        const auto named = BuildRun::fromRecord(server.records.value(u"BuildRun ledger :: build :: unit#12"_s));
        QCOMPARE(named.state, BuildState::Failed);
        QVERIFY(named.entityRefs.contains(u"component:default/b"_s));
        // It is a part of the stage all the same.
        QCOMPARE(connected->buildDetail(BuildRun::fromRecord(server.records.value(u"BuildRun ledger :: build#12"_s)), server)->jobs.size(), size_t(2));
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><Projects><Project name=\"&y;\"/></Projects>");
        QTest::addRow("file") << QByteArray("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Projects><Project name=\"a\">&x;</Project></Projects>");
        QTest::addRow("a page") << QByteArray("<html><body>Sign in</body></html>");
        QTest::addRow("no XML") << QByteArray("{}");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("cut") << QByteArray("<Projects><Project name=\"a\"");
        QTest::addRow("too many") << QByteArray("<Projects>") + QByteArray("<Project name=\"a\"/>").repeated(20'001) + QByteArray("</Projects>");
    }
    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, xml);
        HostContext server;
        serve(server, xml);
        const auto connected = connection();
        const auto pulled = server.pull(*connected->feed(u"builds"_s));
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, ErrorCode::BadResponse);
        QVERIFY(runs(server).isEmpty());
    }

    void deepAndLongOnesAreHarmless()
    {
        HostContext server;
        serve(server, "<Projects><Project name=\"" + QByteArray(1 << 20, 'x') + "\" lastBuildLabel=\"1\" webUrl=\"javascript:alert(1)\">"
                + QByteArray("<a>").repeated(20'000) + QByteArray("</a>").repeated(20'000) + "</Project></Projects>");
        const auto connected = connection();
        if (server.pull(*connected->feed(u"builds"_s)))
            QVERIFY(runs(server).at(0).project.size() <= 300 && runs(server).at(0).url.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCcTray)
#include "tst_cctray.moc"
