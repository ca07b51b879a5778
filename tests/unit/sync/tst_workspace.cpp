// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncreport.h"
#include "models/sync/workspace.h"
#include "tests/unit/sync/temporaryclone.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The whole road: integration, feed, engine, mirror, snapshot.
class TestWorkspace final : public QObject {
    Q_OBJECT

    std::unique_ptr<Workspace> open(bool schedule = false)
    {
        Workspace::Options options;
        options.directory = directory->path();
        options.schedule = schedule;
        auto workspace = Workspace::open(options);
        return workspace ? std::move(*workspace) : nullptr;
    }
    QString root() const { return QDir(folder->path()).canonicalPath(); }
    QString at(const QString &path) const { return root() + u'/' + path; }
    static QString title(Workspace &workspace, const QString &ref)
    {
        const auto snapshot = workspace.mirror().snapshot();
        const mirror::Row row = snapshot->find(ref);
        return row == mirror::noRow ? QString() : snapshot->title(row).toString();
    }

private Q_SLOTS:
    void init()
    {
        directory = std::make_unique<QTemporaryDir>();
        folder = std::make_unique<QTemporaryDir>();
    }

    // "--workspace ." in a folder that others work in too: theirs is not taken from them, and ours is not shown to them.
    void aFolderThatOthersUseStaysTheirs()
    {
        constexpr auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        constexpr int others = 0x77;
        QFile theirs(at(u"theirs.txt"_s));
        QVERIFY(theirs.open(QIODevice::WriteOnly) && QFile::setPermissions(root(), everybody));
        theirs.close();
        const auto before = QFileInfo(root()).permissions();
        for (const QString &where : { root(), at(u"new"_s) }) {
            Workspace::Options options;
            options.directory = where;
            options.schedule = false;
            const auto workspace = Workspace::open(options);
            QVERIFY(workspace);
            QVERIFY((*workspace)->addConnection(u"sample"_s, {}, {}));
            QVERIFY((*workspace)->waitForIdle(60s));
            (*workspace)->mirror().flush();
        }
        QCOMPARE(QFileInfo(root()).permissions(), before);
        QCOMPARE(int(QFileInfo(at(u"new"_s)).permissions()) & others, 0);
        int ours = 0;
        for (const QFileInfo &info : QDir(root()).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            if (info.fileName() == theirs.fileName().section(u'/', -1))
                continue;
            QVERIFY2((int(info.permissions()) & others) == 0, qPrintable(info.filePath()));
            ++ours;
        }
        QVERIFY(ours >= 4); // The mirror, its lock, connections.json, the other workspace.
    }

    void theSampleIsAWholeCompany()
    {
        const auto workspace = open();
        QVERIFY(workspace);
        QSignalSpy meChanged(workspace.get(), &Workspace::meChanged);
        QVERIFY(workspace->addConnection(u"sample"_s, {}, {}));
        QVERIFY(workspace->waitForIdle(60s));
        workspace->mirror().flush();
        QHash<QString, int> kinds;
        const auto snapshot = workspace->mirror().snapshot();
        QSet<QString> apiTypes;
        for (mirror::Row row = 0; row < snapshot->size(); ++row) {
            ++kinds[snapshot->kind(row).toString()];
            if (snapshot->kind(row) == u"API")
                apiTypes.insert(snapshot->type(row).toString());
        }
        QVERIFY2(snapshot->size() >= 80, qPrintable(QString::number(snapshot->size())));
        for (const QString &kind : { u"Component"_s, u"API"_s, u"Resource"_s, u"System"_s, u"Domain"_s, u"Group"_s, u"User"_s, u"Template"_s, u"Location"_s })
            QVERIFY2(kinds.value(kind) > 0, qPrintable(kind));
        for (const QString &type : { u"openapi"_s, u"asyncapi"_s, u"graphql"_s, u"grpc"_s })
            QVERIFY2(apiTypes.contains(type), qPrintable(type));

        QCOMPARE(workspace->me(), u"user:default/mira.k"_s);
        QCOMPARE(meChanged.size(), 1);
        const auto api = workspace->mirror().entity(u"component:default/ledger-api"_s);
        QVERIFY(api);
        const QString url = u"https://git.quayline.example/quayline/ledger-api/src/branch/main/catalog-info.yaml"_s;
        QCOMPARE(api->annotation(u"backstage.io/managed-by-location"_s), QString(u"url:"_s + url));
        QCOMPARE(api->annotation(u"backstage.io/view-url"_s), url);
        QVERIFY(api->annotation(u"backstage.io/edit-url"_s).contains(u"/_edit/"_s));

        const auto source = workspace->source(u"component:default/ledger-api"_s);
        QVERIFY(source);
        QCOMPARE(source->location, QString(u"url:"_s + url));
        QVERIFY(source->text.split('\n').value(source->firstLine - 1).startsWith("apiVersion:"));
    }

    void theSampleCostsNothingWhenItIsGone()
    {
        const auto workspace = open();
        const auto id = workspace->addConnection(u"sample"_s, {}, {});
        QVERIFY(workspace->waitForIdle(60s));
        QVERIFY(workspace->removeConnection(*id));
        workspace->mirror().flush();
        QCOMPARE(workspace->mirror().snapshot()->size(), mirror::Row(0));
        QVERIFY(workspace->connections().empty());
        QCOMPARE(workspace->mirror().records(u"Problem"_s)->size(), size_t(0));
    }

    void connectionsSurviveARestart()
    {
        QString id;
        {
            const auto workspace = open();
            id = *workspace->addConnection(u"sample"_s, u"Quayline"_s, {});
            QVERIFY(workspace->waitForIdle(60s));
            QVERIFY(workspace->renameConnection(id, u"Ferries"_s));
            QVERIFY(workspace->setPaused(id, true));
        }
        const auto workspace = open();
        QCOMPARE(workspace->connections().size(), size_t(1));
        QCOMPARE(workspace->connections()[0].id, id);
        QCOMPARE(workspace->connections()[0].name, u"Ferries"_s);
        QVERIFY(workspace->connections()[0].paused);
        QVERIFY(workspace->mirror().snapshot()->size() > 0); // Nothing was pulled: this is what was there.
    }

    void anEditIsSeenByItself()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(writeFile(at(u"one/s%1/catalog-info.yaml"_s.arg(i)), component(QByteArray("s") + QByteArray::number(i))));
        QVERIFY(writeFile(at(u"one/api/text.txt"_s), "before"));
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s),
            "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: api\nspec:\n  type: openapi\n  lifecycle: production\n  owner: a\n"
            "  definition:\n    $text: ./api/text.txt\n"));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        const auto workspace = open(true);
        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        QVERIFY(workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, root() } }));
        QTRY_VERIFY_WITH_TIMEOUT(finished.size() >= 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->mirror().snapshot()->size(), mirror::Row(41), 10'000);

        // What makes it fast: the folder is watched, and a pull begins with the change, while the clock still has minutes to go.
        const auto catalogRun = [&] {
            const auto runs = workspace->nextRuns();
            const auto run = std::ranges::find(runs, u"catalog"_s, &NextRun::feedId);
            return run == runs.end() ? NextRun() : *run;
        };
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        const auto catalogPulls = [&] {
            return std::ranges::count_if(started, [](const QList<QVariant> &pull) { return pull[1].toString() == "catalog"_L1; });
        };
        // How soon is told, not judged: on a busy machine it says nothing of the program.
        const auto seenAfter = [&](const QString &path, const QByteArray &text, const std::function<bool()> &seen) {
            if (!QTest::qWaitFor([&] { return catalogRun().live && catalogRun().at.isValid(); }, 10'000))
                return qint64(-1);
            const QDateTime byTheClock = catalogRun().at;
            const auto before = catalogPulls();
            qint64 began = -1;
            QElapsedTimer timer;
            timer.start();
            if (byTheClock < QDateTime::currentDateTimeUtc().addSecs(60) || !writeFile(at(path), text))
                return qint64(-1);
            while (!seen() && timer.elapsed() < 10'000) {
                QTest::qWait(2);
                if (began < 0 && catalogPulls() > before)
                    began = timer.elapsed();
            }
            qInfo("%s: a pull began after %lld ms, seen after %lld ms", qPrintable(path), static_cast<long long>(began), static_cast<long long>(timer.elapsed()));
            return catalogPulls() > before && QDateTime::currentDateTimeUtc() < byTheClock ? timer.elapsed() : qint64(-1);
        };
        const qint64 edit = seenAfter(u"one/s7/catalog-info.yaml"_s, component("s7").replace("name: s7", "name: s7\n  title: Seven"),
            [&] { return title(*workspace, u"component:default/s7"_s) == u"Seven"; });
        QVERIFY(edit >= 0 && edit < 10'000);
        const qint64 added = seenAfter(u"one/new/deep/catalog-info.yaml"_s, component("added"),
            [&] { return workspace->mirror().snapshot()->find(u"component:default/added"_s) != mirror::noRow; });
        QVERIFY(added >= 0 && added < 10'000);
        const qint64 text = seenAfter(u"one/api/text.txt"_s, "after", [&] {
            const auto api = workspace->mirror().entity(u"api:default/api"_s);
            return api && api->spec().value(u"definition"_s).toString() == u"after";
        });
        QVERIFY(text >= 0 && text < 10'000);

        QVERIFY(QFile::remove(at(u"one/s8/catalog-info.yaml"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(workspace->mirror().snapshot()->find(u"component:default/s8"_s) == mirror::noRow, 3'000);

        // And the clone shows what was done to it: two changed, one removed, one new folder.
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            const auto clones = workspace->mirror().records(u"Clone"_s);
            return clones && clones->size() == 1 && domain::CloneState::fromRecord(clones->front()).dirty == 4;
        }(), 10'000);
    }

    void aBrokenDescriptorIsAProblemWithItsPlace()
    {
        QVERIFY(writeFile(at(u"good/catalog-info.yaml"_s), component("good")));
        QVERIFY(writeFile(at(u"bad/catalog-info.yaml"_s), component("Not A Name")));
        const auto workspace = open();
        QVERIFY(workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, root() } }));
        QVERIFY(workspace->waitForIdle(20s));
        workspace->mirror().flush();
        QCOMPARE(workspace->mirror().snapshot()->size(), mirror::Row(1));
        const auto problems = workspace->mirror().records(u"Problem"_s);
        QVERIFY(problems && !problems->empty());
        const domain::Problem problem = domain::Problem::fromRecord(problems->front());
        QCOMPARE(problem.path, at(u"bad/catalog-info.yaml"_s));
        QCOMPARE(problem.line, 4);
    }

    void aFailedPullLeavesWhatWasThere()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), component("one")));
        const auto workspace = open();
        QVERIFY(workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, at(u"one"_s) } }));
        QVERIFY(workspace->waitForIdle(20s));
        QVERIFY(QDir(root()).rename(u"one"_s, u"away"_s));
        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(20s));
        QVERIFY(!finished.isEmpty() && !finished[0][2].toBool());
        workspace->mirror().flush();
        QCOMPARE(workspace->mirror().snapshot()->size(), mirror::Row(1));
        QVERIFY(workspace->source(u"component:default/one"_s)); // Its text too, without the file.
        const auto states = workspace->mirror().feedStates();
        for (const mirror::FeedState &state : *states) {
            QVERIFY(state.lastError);
            QCOMPARE(state.lastError->code, domain::ErrorCode::NotFound);
            QVERIFY(state.lastSuccess.isValid());
        }
    }

    void aSyncOfARunningProgramIsReported()
    {
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s), component("one")));
        const auto workspace = open(true);
        std::optional<domain::Result<QJsonObject>> report;
        const auto sync = [&](const QString &connectionId) {
            report.reset();
            workspace->pullAndReport(connectionId, this, [&](const auto &told) { report = told; });
            return QTest::qWaitFor([&] { return report.has_value(); }, 20'000);
        };
        QVERIFY(sync({}));
        QVERIFY(!*report); // There is nothing to sync.
        const QString id = *workspace->addConnection(u"folder"_s, u"F"_s, { { u"folder"_s, at(u"one"_s) } });
        // It is not on disk yet, or pulls already: what is reported is a pull that began after it was asked for.
        QVERIFY(sync(id));
        QVERIFY(*report);
        QCOMPARE((**report)[u"entities"].toInt(), 1);
        QVERIFY(SyncReport::isGood(**report));
        QCOMPARE((**report)[u"connections"][0][u"id"].toString(), id);

        QVERIFY(writeFile(at(u"one/two/catalog-info.yaml"_s), component("two")));
        QVERIFY(sync({}));
        QCOMPARE((**report)[u"entities"].toInt(), 2);
        QVERIFY(!(**report)[u"feeds"].toArray().isEmpty());
        for (const QJsonValue &feed : (**report)[u"feeds"].toArray())
            QVERIFY(feed[u"ok"].toBool() && feed[u"seconds"].isDouble());

        // Each one's own, and all of them.
        QVERIFY(writeFile(at(u"other/catalog-info.yaml"_s), component("three")));
        const QString other = *workspace->addConnection(u"folder"_s, u"G"_s, { { u"folder"_s, at(u"other"_s) } });
        QVERIFY(sync({}));
        QCOMPARE((**report)[u"entities"].toInt(), 3);
        const QJsonArray each = (**report)[u"connections"].toArray();
        QCOMPARE(each.size(), 2);
        for (const QJsonValue one : each)
            QCOMPARE(one[u"entities"].toInt(), one[u"id"].toString() == id ? 2 : 1);
        QVERIFY(sync(other));
        QCOMPARE((**report)[u"entities"].toInt(), 1);

        QVERIFY(sync(u"stranger-1"_s));
        QCOMPARE(report->error().code, domain::ErrorCode::Invalid);

        QVERIFY(QDir(root()).rename(u"one"_s, u"away"_s));
        QVERIFY(sync(id));
        QVERIFY(!SyncReport::isGood(**report));
        QCOMPARE((**report)[u"feeds"][0][u"error"][u"code"].toString(), u"NotFound"_s);
        QCOMPARE((**report)[u"entities"].toInt(), 2);
    }

    void connectionsReadForEachOther()
    {
        QTemporaryDir second;
        const QString other = QDir(second.path()).canonicalPath();
        QVERIFY(writeFile(other + u"/shared/text.txt"_s, "from the other one"));
        QVERIFY(writeFile(other + u"/shared/catalog-info.yaml"_s, component("shared")));
        QVERIFY(makeClone(other + u"/shared"_s, u"git@github.com:acme/shared.git"_s));
        QVERIFY(writeFile(at(u"one/catalog-info.yaml"_s),
            "apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: there\nspec:\n  type: url\n"
            "  target: https://github.com/acme/shared/blob/main/catalog-info.yaml\n"));
        QVERIFY(makeClone(at(u"one"_s), u"git@github.com:acme/one.git"_s));
        const auto workspace = open();
        QVERIFY(workspace->addConnection(u"folder"_s, u"One"_s, { { u"folder"_s, root() } }));
        QVERIFY(workspace->waitForIdle(20s));
        QVERIFY(workspace->addConnection(u"folder"_s, u"Two"_s, { { u"folder"_s, other }, { u"names"_s, u"none.yaml"_s } }));
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(20s));
        workspace->mirror().flush();
        const auto snapshot = workspace->mirror().snapshot();
        QVERIFY(snapshot->find(u"component:default/shared"_s) != mirror::noRow);
    }

    void settingsThatAreNeededAreAskedFor()
    {
        const auto workspace = open();
        const auto added = workspace->addConnection(u"folder"_s, u"F"_s, {});
        QVERIFY(!added);
        QCOMPARE(added.error().code, domain::ErrorCode::Invalid);
        QCOMPARE(workspace->addConnection(u"nothing"_s, {}, {}).error().code, domain::ErrorCode::NotFound);
        QVERIFY(workspace->connections().empty());
    }

    void safeModePullsNothing()
    {
        {
            const auto workspace = open();
            QVERIFY(workspace->addConnection(u"sample"_s, {}, {}));
            QVERIFY(workspace->waitForIdle(60s));
        }
        Workspace::Options options;
        options.directory = directory->path();
        options.safeMode = true;
        auto workspace = Workspace::open(options);
        QVERIFY(workspace);
        QVERIFY((*workspace)->isSafeMode());
        QSignalSpy started((*workspace).get(), &Workspace::pullStarted);
        QTest::qWait(200);
        QVERIFY(started.isEmpty());
        QVERIFY((*workspace)->mirror().snapshot()->size() > 80);
    }

private:
    std::unique_ptr<QTemporaryDir> directory;
    std::unique_ptr<QTemporaryDir> folder;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
