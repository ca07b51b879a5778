// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/metadata.h"
#include "models/sync/pendingactions.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

/// Actions through the whole road: metadata, integration, worker, and what waits.
class TestWorkspaceActions final : public QObject {
    Q_OBJECT

    void open(bool bySchedule = false)
    {
        workspace.reset();
        Workspace::Options options;
        options.directory = directory->path();
        options.schedule = bySchedule;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/folderportal"_s };
        workspace = std::move(*Workspace::open(options));
    }
    QString connect(const QString &server = {})
    {
        const auto added = workspace->addConnection(
            u"folderportal"_s, u"P"_s, { { u"folder"_s, portal->path() }, { u"server"_s, server } });
        if (!added || !workspace->waitForIdle(20s))
            return {};
        workspace->mirror().flush();
        return *added;
    }
    void mood(const QString &name, bool on)
    {
        QFile file(portal->filePath(name));
        if (on)
            QVERIFY(file.open(QIODevice::WriteOnly));
        else
            file.remove();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(portal->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QStringList lines(const QString &name) const
    {
        QFile file(portal->filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }
    std::optional<domain::Result<sdk::ActionAnswer>> act(const QString &id, const sdk::ActionRequest &request)
    {
        std::optional<domain::Result<sdk::ActionAnswer>> answer;
        QObject context;
        workspace->act(id, request, &context, [&](const domain::Result<sdk::ActionAnswer> &result) { answer = result; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
        return answer;
    }
    /// As UserState does it.
    void star(const QString &ref, bool on)
    {
        QJsonArray stars = workspace->mirror().value(u"starred"_s).toArray();
        if (on)
            stars.append(ref);
        else
            stars = {};
        QVERIFY(workspace->mirror().setValue(u"starred"_s, stars));
        workspace->starChanged(ref);
    }
    QStringList starred() const { return workspace->mirror().value(u"starred"_s).toVariant().toStringList(); }

private Q_SLOTS:
    void init()
    {
        workspace.reset();
        directory = std::make_unique<QTemporaryDir>();
        portal = std::make_unique<QTemporaryDir>();
        write(u"entities"_s, "component:default/a\ncomponent:default/b\n");
        open();
    }

    void metadataDeclaresActions()
    {
        const auto info = readIntegration(QStringLiteral(FIXTURES) + u"/folderportal/folderportal.so"_s, QLocale(u"fr_CA"_s));
        QCOMPARE(info.state, IntegrationInfo::State::Available);
        QCOMPARE(info.actions.size(), size_t(9));
        const auto &refresh = info.actions[2];
        QCOMPARE(refresh.id, u"refresh"_s);
        QCOMPARE(refresh.name, u"Actualiser"_s);
        QCOMPARE(refresh.icon, u"sync"_s);
        QVERIFY(!refresh.help.isEmpty());
        QVERIFY(refresh.scope == u"entity" && refresh.queued && !refresh.asksFirst && !refresh.dryRun && refresh.fields.empty());
        const auto &location = info.actions[3];
        QVERIFY(location.scope == u"connection" && location.dryRun && !location.queued);
        QCOMPARE(location.fields.size(), size_t(1));
        QCOMPARE(location.fields[0].type, IntegrationInfo::Field::Type::Url);
        QVERIFY(location.fields[0].required);
        QVERIFY(!info.actions[4].fields[0].asked && info.actions[4].fields[1].asked);
        QVERIFY(info.actions[5].asksFirst);
    }

    /// Who counts use is asked about the time that somebody looks at, at once and from then on, until there is another one.
    void usageIsAskedAboutInATime()
    {
        const QString id = connect();
        QCOMPARE(lines(u"times"_s), QStringList());
        const QDate from(2026, 3, 1), to(2026, 3, 28);
        workspace->setUsageTime(from, to);
        QVERIFY(workspace->waitForIdle(20s));
        const QStringList asked { u"2026-03-01 2026-03-28"_s };
        QCOMPARE(lines(u"times"_s), asked);
        const auto pullAgain = [&] {
            QFile::remove(portal->filePath(u"times"_s));
            workspace->pullNow(id);
            QVERIFY(workspace->waitForIdle(20s));
        };
        open();
        pullAgain();
        QCOMPARE(lines(u"times"_s), asked);
        workspace->setUsageTime(to, from); // No time.
        pullAgain();
        QCOMPARE(lines(u"times"_s), QStringList());
    }

    /// The form lies at the other side, in YAML: the host reads it for the integration, in the order of the file.
    void aFormIsAskedFor()
    {
        const QString id = connect();
        const auto formFor = [&](const QString &ref) {
            std::optional<domain::Result<std::vector<IntegrationInfo::Field>>> answer;
            QObject context;
            workspace->actionForm(id, { u"start"_s, u"component:default/a"_s, { { u"ref"_s, ref } }, false }, &context,
                [&](const domain::Result<std::vector<IntegrationInfo::Field>> &told) { answer = told; });
            (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
            return answer.value_or(domain::fail(ErrorCode::Timeout, u"no answer"_s));
        };
        write(u"workflow"_s, "on:\n  workflow_dispatch:\n    inputs:\n      where: {type: choice, options: [quay, sea], default: sea}\n"
                             "      dry: {type: boolean, default: 'true', description: Only look}\n      again: {required: true, default: 3}\n");
        const auto form = formFor({});
        QVERIFY2(form, qPrintable(form ? QString() : form.error().detail));
        using Type = IntegrationInfo::Field::Type;
        QCOMPARE(form->size(), size_t(3));
        QVERIFY(form->at(0).id == "where"_L1 && form->at(0).type == Type::Choice && form->at(0).defaultValue == "sea"_L1);
        QCOMPARE(form->at(0).choices, (QStringList { u"quay"_s, u"sea"_s }));
        QVERIFY(form->at(1).type == Type::Boolean && form->at(1).defaultValue == QJsonValue(true) && form->at(1).help == "Only look"_L1);
        QVERIFY(form->at(2).type == Type::Text && form->at(2).required && form->at(2).defaultValue == "3"_L1);
        QCOMPARE(formFor(u"topic"_s).error().code, ErrorCode::NotFound);
        write(u"workflow-broken"_s, "on: [\n");
        QCOMPARE(formFor(u"broken"_s).error().code, ErrorCode::Invalid);
        write(u"workflow-push"_s, "on: push\n");
        QCOMPARE(formFor(u"push"_s).error().code, ErrorCode::Unsupported);
        write(u"workflow-bare"_s, "on: [push, workflow_dispatch]\n");
        QVERIFY(formFor(u"bare"_s).has_value() && formFor(u"bare"_s)->empty());
    }

    void anActionIsDoneAndWhatItTouchedIsPulled()
    {
        const QString id = connect();
        sdk::ActionRequest request { u"register"_s, {}, { { u"url"_s, u"component:default/new"_s } }, true };
        const auto tried = act(id, request);
        QVERIFY(tried && *tried);
        QCOMPARE((*tried)->details["entities"_L1].toArray().size(), 2);
        QVERIFY(!(*tried)->undo);
        QVERIFY(!lines(u"entities"_s).contains(u"component:default/new"_s));
        request.dryRun = false;
        const auto done = act(id, request);
        QVERIFY(done && *done && (*done)->undo);
        QTRY_VERIFY(workspace->mirror().snapshot()->find(u"component:default/new"_s) != mirror::noRow);
        const auto undone = act(id, *(*done)->undo);
        QVERIFY(undone && *undone);
        QTRY_VERIFY(workspace->mirror().snapshot()->find(u"component:default/new"_s) == mirror::noRow);
    }

    void whatIsDoneLaterIsPulledAgain()
    {
        open(true);
        const QString id = connect();
        const auto done = act(id, { u"register"_s, {}, { { u"url"_s, u"component:default/new"_s } } });
        QVERIFY(done && *done);
        QTRY_VERIFY(workspace->mirror().snapshot()->find(u"component:default/new"_s) != mirror::noRow);
        // The portal reads what it was told of a little after it has answered; by itself the feed comes in an hour.
        QVERIFY(workspace->waitForIdle(20s));
        write(u"entities"_s, lines(u"entities"_s).join(u'\n').toUtf8() + "\ncomponent:default/read-from-it\n");
        QTRY_VERIFY_WITH_TIMEOUT(workspace->mirror().snapshot()->find(u"component:default/read-from-it"_s) != mirror::noRow, 30'000);
    }

    void anErrorOfAnActionIsNotKept()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        const auto answer = act(id, { u"unregister"_s, u"component:default/a"_s, {}, false });
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().code, ErrorCode::Offline); // Not declared `queued`.
        QVERIFY(workspace->pendingActions().empty());
        QCOMPARE(act(u"nobody"_s, {})->error().code, ErrorCode::NotFound);
    }

    void permissionIsAsked()
    {
        const QString id = connect();
        write(u"denied"_s, "unregister\n");
        std::optional<domain::Result<sdk::Permission>> answer;
        workspace->mayAct(id, { u"unregister"_s, u"component:default/a"_s, {}, false }, this,
            [&](const domain::Result<sdk::Permission> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY(*answer && !(*answer)->allowed);
        QCOMPARE((*answer)->reason, u"Only owners may do this."_s);
    }

    void whatIsQueuedSurvivesARestartAndIsDoneAfterTheNextPull()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        QSignalSpy changed(workspace.get(), &Workspace::pendingActionsChanged);
        const auto answer = act(id, { u"refresh"_s, u"component:default/a"_s, {}, false });
        QVERIFY(answer && *answer && (*answer)->kept);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(workspace->pendingActions().size(), size_t(1));
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QVERIFY(lines(u"asked"_s).isEmpty());
        open();
        QCOMPARE(workspace->pendingActions().size(), size_t(1));
        mood(u"offline"_s, false);
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"asked"_s), QStringList { u"refresh component:default/a"_s });
        QVERIFY(workspace->pendingActions().empty());
    }

    void aSecretNeverWaits()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        const auto answer = act(id, { u"unlock"_s, u"component:default/a"_s, { { u"code"_s, u"planted-secret-4711"_s } }, false });
        QVERIFY(answer && !*answer);
        QVERIFY(workspace->pendingActions().empty());
        workspace->mirror().flush();
        workspace.reset();
        for (const QString &name : QDir(directory->path()).entryList(QDir::Files)) {
            QFile file(directory->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted-secret-4711"), qPrintable(name));
        }
    }

    void givenUpForGoodIsSaidAndLogged()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        mood(u"offline"_s, false);
        mood(u"forbidden"_s, true);
        QSignalSpy givenUp(workspace.get(), &Workspace::pendingActionGivenUp);
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(givenUp.size(), 1);
        QVERIFY(workspace->log(id).last().contains(u"refresh component:default/a was given up"_s));
    }

    void aPausedConnectionIsLeftAlone()
    {
        const QString id = connect();
        QVERIFY(workspace->setPaused(id, true));
        const auto answer = act(id, { u"refresh"_s, u"component:default/a"_s, {}, false });
        QVERIFY(answer && *answer && (*answer)->kept);
        QVERIFY(lines(u"asked"_s).isEmpty());
        QVERIFY(workspace->setPaused(id, false));
        QTRY_COMPARE(lines(u"asked"_s), QStringList { u"refresh component:default/a"_s });
    }

    void starsGoAndComeThroughARestartWithoutANetwork()
    {
        write(u"stars"_s, "component:default/b\n");
        const QString id = connect();
        QCOMPARE(starred(), QStringList { u"component:default/b"_s });
        mood(u"offline"_s, true);
        star(u"component:default/a"_s, true);
        QTRY_VERIFY(workspace->isStarWaiting(u"component:default/a"_s));
        QVERIFY(workspace->waitForIdle(10s));
        workspace->mirror().flush();
        open();
        QVERIFY(workspace->isStarWaiting(u"component:default/a"_s));
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(starred(), (QStringList { u"component:default/b"_s, u"component:default/a"_s })); // A failed pull takes nothing.
        mood(u"offline"_s, false);
        workspace->pullNow(id);
        QTRY_COMPARE(lines(u"stars"_s), (QStringList { u"component:default/b"_s, u"component:default/a"_s }));
        QVERIFY(workspace->waitForIdle(10s));
        QVERIFY(!workspace->isStarWaiting(u"component:default/a"_s));
        // And away there.
        write(u"stars"_s, "component:default/a\n");
        QSignalSpy came(workspace.get(), &Workspace::starredChanged);
        workspace->pullNow(id);
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(came.size(), 1);
        QCOMPARE(starred(), QStringList { u"component:default/a"_s });
    }

    void aStarThatAnActionSetIsThePersonsChoice()
    {
        const QString id = connect();
        QSignalSpy changed(workspace.get(), &Workspace::starredChanged);
        const sdk::ActionRequest request { u"star"_s, u"component:default/a"_s, {}, false };
        const auto done = act(id, request);
        QVERIFY(done && *done && !(*done)->kept);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(starred(), QStringList { u"component:default/a"_s });
        QTRY_VERIFY(workspace->pendingActions().empty());
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"stars"_s), QStringList { u"component:default/a"_s });
        QVERIFY(act(id, { u"unstar"_s, u"component:default/a"_s, {}, false }));
        QTRY_VERIFY(workspace->pendingActions().empty());
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(starred(), QStringList());
        QCOMPARE(lines(u"stars"_s), QStringList());
    }

    void removingTheConnectionForgetsWhatWaited()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        QVERIFY(workspace->removeConnection(id));
        QVERIFY(workspace->pendingActions().empty());
    }

    void anotherServerIsNotSentWhatWaited()
    {
        const QString id = connect();
        mood(u"offline"_s, true);
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        const QJsonObject settings { { u"folder"_s, portal->path() } };
        QVERIFY(workspace->editConnection(id, u"Another name"_s, settings, {}));
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(workspace->pendingActions().size(), size_t(1)); // The same server by another name.
        QJsonObject elsewhere = settings;
        elsewhere.insert(u"server"_s, u"https://other.example"_s);
        QVERIFY(workspace->editConnection(id, u"Another name"_s, elsewhere, {}));
        QVERIFY(workspace->waitForIdle(10s));
        QVERIFY(workspace->pendingActions().empty());
        mood(u"offline"_s, false);
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"asked"_s), QStringList());
        const QStringList told = workspace->log(id);
        QVERIFY(std::ranges::any_of(told, [](const QString &line) { return line.contains(u"former address"_s); }));
    }

    void whatWasKeptGoesOutAsWhoMadeIt()
    {
        write(u"who"_s, "user:default/mira\n");
        const QString id = connect();
        mood(u"offline"_s, true);
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        QVERIFY(workspace->waitForIdle(10s));
        mood(u"offline"_s, false);
        write(u"who"_s, "user:default/tobin\n");
        // Nothing was read as Tobin yet: who is signed in is asked before anything is done.
        workspace->retryPending();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"asked"_s), QStringList());
        const auto isOfAnother = [&] {
            const auto waiting = workspace->pendingActions();
            return waiting.size() == 1 && waiting[0].account.principal == "user:default/mira"_L1 && workspace->isOfAnother(waiting[0]);
        };
        QVERIFY(isOfAnother());
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        workspace->mirror().flush();
        open();
        QVERIFY(isOfAnother()); // Tobin was signed in last.
        const auto tobins = act(id, { u"refresh"_s, u"component:default/b"_s, {}, false });
        QVERIFY(tobins && *tobins && !(*tobins)->kept);
        QCOMPARE(lines(u"asked"_s), QStringList { u"refresh component:default/b"_s });
        QVERIFY(isOfAnother());
        write(u"who"_s, "user:default/mira\n");
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"asked"_s), (QStringList { u"refresh component:default/b"_s, u"refresh component:default/a"_s }));
        QVERIFY(workspace->pendingActions().empty());
    }

    /// Not only a token says who somebody is. Until it is asked nobody knows, and what is done meanwhile is not of who was there before.
    void otherSettingsMayBeAnotherPersons()
    {
        write(u"who"_s, "user:default/mira\n");
        const QString id = connect();
        QVERIFY(workspace->setPaused(id, true)); // Nothing is asked.
        portal = std::make_unique<QTemporaryDir>();
        write(u"who"_s, "user:default/tobin\n");
        QVERIFY(workspace->editConnection(id, {}, { { u"folder"_s, portal->path() } }));
        const auto answer = act(id, { u"refresh"_s, u"component:default/a"_s, {}, false });
        QVERIFY(answer && *answer && (*answer)->kept);
        QVERIFY(workspace->pendingActions()[0].account.principal.isEmpty());
        QVERIFY(workspace->setPaused(id, false));
        QTRY_COMPARE(lines(u"asked"_s), QStringList { u"refresh component:default/a"_s });
        QTRY_VERIFY(workspace->pendingActions().empty());
    }

    /// Nor is what was kept beside the feeds while nobody could say who is signed in.
    void aNewNameIsNotAnotherPerson()
    {
        write(u"who"_s, "user:default/mira\n");
        const QString id = connect();
        {
            const auto kept = workspace->mirror().beginPull(id, u"beside"_s, u"local"_s);
            QVERIFY(kept && (*kept)->complete());
        }
        workspace->mirror().flush();
        open();
        QVERIFY(workspace->setPaused(id, true));
        QVERIFY(workspace->editConnection(id, u"Another name"_s, workspace->connections()[0].settings));
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        QCOMPARE(workspace->pendingActions()[0].account.principal, u"user:default/mira"_s);
    }

    /// A kill came between the change of the connection and what follows from it.
    void whatIsLeftOfAnotherServerIsNotSent()
    {
        const QString id = connect(u"https://one.example"_s);
        mood(u"offline"_s, true);
        QVERIFY(act(id, { u"refresh"_s, u"component:default/a"_s, {}, false }));
        QVERIFY(workspace->waitForIdle(10s));
        workspace->mirror().flush();
        workspace.reset();
        QFile file(directory->filePath(u"connections.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        QVERIFY(before.contains("one.example"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(before).replace("one.example", "two.example")) > 0);
        file.close();
        mood(u"offline"_s, false);
        open();
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(lines(u"asked"_s), QStringList());
        QVERIFY(workspace->pendingActions().empty());
        QVERIFY(workspace->log(id).join(u'\n').contains(u"meant for https://one.example:443"_s));
    }

    void anotherServerIsNotToldTheStars()
    {
        const QString a = u"component:default/a"_s;
        const QString id = connect(u"https://one.example"_s);
        star(a, true);
        QTRY_COMPARE(lines(u"stars"_s), QStringList { a });
        QVERIFY(workspace->waitForIdle(10s));
        write(u"stars"_s, {}); // The other one has none.
        QVERIFY(workspace->editConnection(id, {}, { { u"folder"_s, portal->path() }, { u"server"_s, u"https://two.example"_s } }));
        QVERIFY(workspace->waitForIdle(10s));
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(10s));
        QCOMPARE(starred(), QStringList { a });
        QCOMPARE(lines(u"stars"_s), QStringList());
        QCOMPARE(lines(u"asked"_s), QStringList { u"star component:default/a"_s });
    }

private:
    std::unique_ptr<QTemporaryDir> directory, portal;
    std::unique_ptr<Workspace> workspace;
};

QTEST_GUILESS_MAIN(TestWorkspaceActions)
#include "tst_workspaceactions.moc"
