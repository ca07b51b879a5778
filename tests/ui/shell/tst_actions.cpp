// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "models/sync/pendingactions.h"
#include "ui/kit/banner.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/sources/sourceview.h"
#include "ui/shell/actiondialog.h"
#include "ui/shell/documents.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/statusline.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

const QString a = u"component:default/a"_s;

/// The window over a portal that is a folder (tests/unit/sync/fixtures/portal.cpp).
class World final {
public:
    World()
    {
        write(u"entities"_s, "component:default/a\ncomponent:default/b\n");
        sync::Workspace::Options options;
        options.directory = m_folder.path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(CALLBOARD_BINARY_DIR "/tests/unit/sync/fixtures/folderportal") };
        workspace = std::move(*sync::Workspace::open(options));
        connection = workspace->addConnection(u"folderportal"_s, u"Quay"_s, { { u"folder"_s, m_portal.path() } }).value_or(QString());
        (void)workspace->waitForIdle(std::chrono::seconds(20));
        workspace->mirror().flush();
        user = std::make_unique<items::UserState>(&workspace->mirror());
        index = std::make_unique<search::LiveIndex>(workspace->mirror());
        QObject::connect(user.get(), &items::UserState::starredChanged, workspace.get(), &sync::Workspace::starChanged);
        QObject::connect(workspace.get(), &sync::Workspace::starredChanged, user.get(), &items::UserState::reloadStarred);
        preferences = std::make_unique<Preferences>(nullptr, theme, commands);
        window = std::make_unique<MainWindow>(MainWindow::Parts { context(), theme, *preferences, {}, {} });
        window->resize(1280, 800);
        window->show();
    }
    PaneContext context() { return { *workspace, commands, focus, *index, *user, outward }; }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_portal.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void remove(const QString &name) { QFile::remove(m_portal.filePath(name)); }
    QStringList lines(const QString &name) const
    {
        QFile file(m_portal.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }
    void open(const QString &ref) { focus.go({ FocusTarget::Kind::Entity, ref }); }
    /// The banner that says this; null while none does.
    Banner *said(const QString &text) const
    {
        for (Banner *banner : window->findChildren<Banner *>()) {
            if (banner->isVisible() && banner->accessibleName().contains(text))
                return banner;
        }
        return nullptr;
    }
    ActionDialog *dialog() const { return window->findChild<ActionDialog *>(); }

private:
    QTemporaryDir m_folder, m_portal;

public:
    Theme theme;
    std::unique_ptr<sync::Workspace> workspace;
    QString connection;
    std::unique_ptr<items::UserState> user;
    std::unique_ptr<search::LiveIndex> index;
    Commands commands;
    Focus focus;
    Outward outward;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestActions final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }
    void init() { w = std::make_unique<World>(); }
    void cleanup() { w.reset(); }

    void theMenuOfThePageHasWhatThePortalOffers()
    {
        w->write(u"denied"_s, "unregister\n");
        w->open(a);
        QMenu menu;
        auto &actions = panes::EntityActions::of(w->context());
        actions.addTo(&menu, a);
        auto *refresh = menu.findChild<QAction *>(u"act.refresh"_s);
        auto *unregister = menu.findChild<QAction *>(u"act.unregister"_s);
        QVERIFY(refresh && unregister);
        QVERIFY(!menu.findChild<QAction *>(u"act.star"_s)); // The star is at hand everywhere.
        QVERIFY(!menu.findChild<QAction *>(u"act.register"_s)); // Of the connection.
        QVERIFY(unregister->isEnabled()); // Until somebody forbids it.
        QTRY_VERIFY(!unregister->isEnabled());
        QCOMPARE(unregister->toolTip(), u"Only owners may do this."_s);
        QVERIFY(unregister->text().contains(u"Only owners may do this."_s)); // Without a pointer, too.
        QVERIFY(refresh->isEnabled());
        QCOMPARE(refresh->text(), u"Refresh"_s);
        // The window's command knows it as well.
        QAction *command = w->commands.action(u"do.folderportal.unregister"_s);
        QVERIFY(command && command->isVisible() && !command->isEnabled());
        QVERIFY(command->text().contains(u"Only owners may do this."_s));
    }

    /// What is done to a record is no command of the window: there it would be done to nothing.
    void whatIsDoneToARecordIsNoCommandOfTheWindow()
    {
        QVERIFY(w->commands.action(QString(u"do."_s + w->connection + u".register"_s)));
        QVERIFY(!w->commands.action(QString(u"do."_s + w->connection + u".approveReview"_s)));
    }

    void whereNobodyCanBeAskedTheButtonStays()
    {
        w->write(u"offline"_s, "1");
        w->open(a);
        auto &actions = panes::EntityActions::of(w->context());
        actions.askAbout(a);
        QVERIFY(w->workspace->waitForIdle(std::chrono::seconds(10)));
        for (const auto &offer : actions.forEntity(a))
            QVERIFY(offer.allowed);
    }

    void aRecordThatChangedIsAskedAboutAnew()
    {
        w->write(u"denied"_s, "refresh\n");
        w->open(a);
        auto &actions = panes::EntityActions::of(w->context());
        const auto offers = actions.forEntity(a);
        auto offer = *std::ranges::find(offers, u"refresh"_s, [](const panes::EntityActions::Offer &one) { return one.action.id; });
        offer.record = { QString(domain::recordtype::buildRun), u"acme/a#1"_s, a, { { u"state"_s, u"queued"_s } } };
        actions.ask(offer);
        QTRY_VERIFY(!actions.current(offer).allowed);
        w->remove(u"denied"_s);
        actions.ask(offer); // Rights change seldom.
        QVERIFY(w->workspace->waitForIdle(std::chrono::seconds(10)));
        QVERIFY(!actions.current(offer).allowed);
        offer.record.body.insert(u"state"_s, u"waiting"_s);
        actions.ask(offer);
        QTRY_VERIFY(actions.current(offer).allowed);
    }

    void commandsAreThoseOfTheFocus()
    {
        QVERIFY(!w->commands.action(u"do.folderportal.refresh"_s)->isVisible());
        w->open(a);
        QAction *refresh = w->commands.action(u"do.folderportal.refresh"_s);
        QVERIFY(refresh->isVisible() && refresh->isEnabled());
        refresh->trigger();
        QTRY_VERIFY(w->said(u"component:default/a is read again."_s));
        QCOMPARE(w->lines(u"asked"_s), QStringList { u"refresh component:default/a"_s });
        w->focus.go({ FocusTarget::Kind::All, {} });
        QVERIFY(!refresh->isVisible());
    }

    void withoutANetworkItIsKeptAndSaid()
    {
        w->write(u"offline"_s, "1");
        w->open(a);
        w->commands.action(u"do.folderportal.refresh"_s)->trigger();
        QTRY_VERIFY(w->said(u"is kept, and done when Quay can be reached"_s));
        w->commands.action(u"entity.star"_s)->trigger();
        QVERIFY(w->user->isStarred(a)); // At once.
        auto *star = starButton();
        QTRY_VERIFY(star->accessibleDescription().contains(u"is kept"_s));
        QCOMPARE(star->accessibleName(), u"Remove the star"_s);
        const auto waiting = [this]() -> StatusButton * {
            for (StatusButton *button : w->window->findChildren<StatusButton *>()) {
                if (button->isVisible() && button->text().contains(u"to send"_s))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(waiting() && waiting()->text().startsWith(u'2'));
        // One is given up; the other arrives when the portal is back.
        const auto first = w->workspace->pendingActions().front();
        bool isGivenUp = false; // Not while it is tried once more.
        QTRY_VERIFY(isGivenUp || (isGivenUp = w->workspace->cancelPending(first.id)));
        w->remove(u"offline"_s);
        w->workspace->pullNow();
        QTRY_COMPARE(w->lines(u"stars"_s), QStringList { a });
        QTRY_VERIFY(star->accessibleDescription().isEmpty());
        QTRY_VERIFY(!waiting());
        QCOMPARE(w->lines(u"asked"_s), QStringList { u"star component:default/a"_s });
    }

    void whatSomebodyElseMadeWaitsForThem()
    {
        w->write(u"offline"_s, "1");
        w->open(a);
        w->commands.action(u"do.folderportal.refresh"_s)->trigger();
        QTRY_VERIFY(w->said(u"is kept"_s));
        w->write(u"who"_s, "user:default/tobin\n");
        w->remove(u"offline"_s);
        w->workspace->pullNow();
        QTRY_COMPARE(panes::readSources(*w->workspace).front().waiting,
            QStringList { u"Refresh component:default/a: waits until user:default/guest signs in again"_s });
        QVERIFY(w->workspace->waitForIdle(std::chrono::seconds(20)));
        QVERIFY(w->lines(u"asked"_s).isEmpty());
        auto *line = w->window->findChild<StatusLine *>();
        QTRY_VERIFY(std::ranges::any_of(line->findChildren<StatusButton *>(), [](const StatusButton *button) {
            return button->isVisible() && button->toolTip().contains(u"What somebody else made waits until they sign in again."_s);
        }));
        auto *menu = line->findChild<QMenu *>();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        const auto giveUp = std::ranges::find(actions, u"Give up: Refresh, component:default/a (of user:default/guest)"_s, &QAction::text);
        QVERIFY(giveUp != actions.end());
        (*giveUp)->trigger();
        QVERIFY(w->workspace->pendingActions().empty());
    }

    void whatIsRefusedLaterIsSaid()
    {
        w->write(u"offline"_s, "1");
        w->open(a);
        w->commands.action(u"do.folderportal.refresh"_s)->trigger();
        QTRY_VERIFY(w->said(u"is kept"_s));
        w->remove(u"offline"_s);
        w->write(u"forbidden"_s, "1");
        w->workspace->pullNow();
        QTRY_VERIFY(w->said(u"is now refused"_s));
    }

    void registeringShowsFirstWhatItWouldBring()
    {
        QAction *command = w->commands.action(QString(u"do."_s + w->connection + u".register"_s));
        QVERIFY(command);
        command->trigger();
        QTRY_VERIFY(w->dialog());
        auto *dialog = w->dialog();
        QPushButton *go = dialog->goButton();
        QVERIFY(!go->isEnabled()); // The address is needed.
        dialog->setValue(u"url"_s, u"component:default/new"_s);
        QVERIFY(go->isEnabled() && go->text() != u"Register a location"_s);
        go->click();
        QTRY_VERIFY(dialog->isReady());
        auto *rows = dialog->findChild<QTreeWidget *>();
        QCOMPARE(rows->topLevelItemCount(), 2);
        QCOMPARE(rows->topLevelItem(0)->text(0), u"component"_s);
        QCOMPARE(rows->topLevelItem(0)->text(1), u"default/new"_s);
        QCOMPARE(rows->topLevelItem(0)->text(2), u"new"_s);
        QVERIFY(!w->lines(u"entities"_s).contains(u"component:default/new"_s));
        // What is typed now was not looked at.
        dialog->setValue(u"url"_s, a);
        QVERIFY(!dialog->isReady());
        go->click();
        QTRY_VERIFY(dialog->isReady());
        QCOMPARE(dialog->report(), u"It is there already."_s);
        QCOMPARE(rows->topLevelItem(0)->text(2), u"there already"_s);
        dialog->setValue(u"url"_s, u"component:default/new"_s);
        go->click();
        QTRY_VERIFY(dialog->isReady());
        QCOMPARE(go->text(), u"Register a location"_s);
        go->click();
        QTRY_VERIFY(w->said(u"It is registered."_s));
        QVERIFY(w->lines(u"entities"_s).contains(u"component:default/new"_s));
        QTRY_VERIFY(!w->dialog());
        auto *undo = w->said(u"It is registered."_s)->findChild<QPushButton *>();
        QCOMPARE(undo->text(), u"Undo"_s);
        undo->click();
        QTRY_VERIFY(!w->lines(u"entities"_s).contains(u"component:default/new"_s));
        QTRY_VERIFY(w->said(u"is no longer registered"_s));
    }

    void aBadAddressIsSaidInTheDialog()
    {
        w->commands.action(QString(u"do."_s + w->connection + u".register"_s))->trigger();
        auto *dialog = w->dialog();
        dialog->setValue(u"url"_s, u"nonsense"_s);
        dialog->goButton()->click();
        QTRY_COMPARE(dialog->report(), u"Nothing can be read at that address."_s);
        QVERIFY(!dialog->isReady());
    }

    /// Not only what it is about: the same service may have several workflows, and each its branches.
    void aFormSaysWhatItStarts()
    {
        sync::IntegrationInfo::Action action;
        action.id = u"dispatch"_s;
        action.name = u"Run the workflow"_s;
        action.about = u"Starts {pipeline} of {project} for {ref}."_s;
        action.fields.emplace_back().id = u"ref"_s;
        domain::BuildRun run;
        run.id = u"7"_s;
        run.project = u"acme/{ref}"_s; // What a host says is no place for a value.
        run.pipeline = u"CI"_s;
        run.branch = u"main"_s;
        const auto aboutOf = [&](const domain::BuildRun &like, const QString &ref) {
            ActionDialog dialog(w->context(), { w->connection, u"Quay"_s, action, a, true, {}, like.toRecord() });
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.setValue(u"ref"_s, ref);
            return dialog.about();
        };
        QCOMPARE(aboutOf(run, {}), u"Starts CI of acme/{ref} for main."_s);
        QCOMPARE(aboutOf(run, u"topic"_s), u"Starts CI of acme/{ref} for topic."_s);
        run.branch.clear();
        QCOMPARE(aboutOf(run, {}), u"Starts CI of acme/{ref} for …."_s);
    }

    /// What a workflow asks for at the branch that is typed, in fields of its own.
    void aFormIsThatOfTheOtherSide()
    {
        w->write(u"workflow"_s, "on:\n  workflow_dispatch:\n    inputs:\n      where: {type: choice, options: [quay, sea], default: sea}\n"
                                "      dry: {type: boolean}\n      why: {required: true}\n      note: {}\n");
        w->write(u"workflow-topic"_s, "on:\n  workflow_dispatch:\n    inputs:\n      why: {required: true}\n      ref: {default: deep}\n");
        w->open(a);
        w->commands.action(u"do.folderportal.start"_s)->trigger();
        auto *dialog = w->dialog();
        QVERIFY(dialog && !dialog->goButton()->isEnabled()); // Until it is known.
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"field.inputs.why"_s));
        QVERIFY(!dialog->findChild<QWidget *>(u"field.inputs"_s)->isVisible());
        QVERIFY(!dialog->goButton()->isEnabled()); // It needs to know why.
        dialog->setValue(u"inputs.why"_s, u"because"_s);
        QVERIFY(dialog->goButton()->isEnabled());
        QCOMPARE(dialog->findChild<QComboBox *>(u"field.inputs.where"_s)->currentText(), u"sea"_s);
        // Another branch asks for other things; what was filled in stays. Its "ref" is not the branch.
        dialog->setValue(u"ref"_s, u"topic"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"field.inputs.ref"_s));
        QCOMPARE(dialog->findChild<QLineEdit *>(u"field.inputs.why"_s)->text(), u"because"_s);
        QVERIFY(!dialog->findChild<QWidget *>(u"field.inputs.where"_s));
        dialog->setValue(u"ref"_s, {});
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"field.inputs.where"_s) && dialog->goButton()->isEnabled());
        dialog->setValue(u"inputs.dry"_s, u"true"_s);
        dialog->goButton()->click();
        QTRY_VERIFY(w->said(u"It starts."_s));
        // A text that is empty by default and stayed so is not given.
        QCOMPARE(w->lines(u"started"_s), QStringList { u"{\"inputs\":{\"dry\":true,\"where\":\"sea\",\"why\":\"because\"},\"ref\":\"\"}"_s });
    }

    /// It is typed, as far as a person knows it.
    void aFormThatCannotBeHadIsTyped()
    {
        w->open(a);
        w->commands.action(u"do.folderportal.start"_s)->trigger();
        auto *dialog = w->dialog();
        QTRY_VERIFY(dialog->goButton()->isEnabled());
        QVERIFY(dialog->findChild<QWidget *>(u"field.inputs"_s)->isVisible());
        dialog->setValue(u"inputs"_s, u"why=because"_s);
        dialog->goButton()->click();
        QTRY_COMPARE(w->lines(u"started"_s), QStringList { u"{\"inputs\":\"why=because\",\"ref\":\"\"}"_s });
    }

    void aForbiddenDialogSaysWhyNot()
    {
        w->write(u"denied"_s, "register\n");
        w->commands.action(QString(u"do."_s + w->connection + u".register"_s))->trigger();
        auto *dialog = w->dialog();
        dialog->setValue(u"url"_s, u"component:default/new"_s);
        QTRY_VERIFY(!dialog->goButton()->isEnabled());
        QCOMPARE(dialog->goButton()->accessibleDescription(), u"Only owners may do this."_s);
        const auto labels = dialog->findChildren<TextLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](TextLabel *label) { return label->isVisible() && label->text() == u"Only owners may do this."; }));
    }

    void whatIsNotEasilyUndoneAsksFirst()
    {
        w->open(a);
        w->commands.action(u"do.folderportal.unregister"_s)->trigger();
        auto *dialog = w->dialog();
        QVERIFY(dialog);
        const auto labels = dialog->findChildren<TextLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](TextLabel *label) { return label->text().contains(a); }));
        QVERIFY(w->lines(u"asked"_s).isEmpty());
        dialog->goButton()->click();
        QTRY_VERIFY(!w->lines(u"entities"_s).contains(a));
        QTRY_VERIFY(w->said(u"is no longer registered"_s));
    }

    void aStarThatCameIsShown()
    {
        w->open(a);
        w->write(u"stars"_s, "component:default/a\n");
        w->workspace->pullNow();
        QTRY_VERIFY(w->user->isStarred(a));
        QTRY_COMPARE(starButton()->accessibleName(), u"Remove the star"_s);
    }

private:
    QWidget *starButton()
    {
        for (IconButton *button : w->window->documents().current()->findChildren<IconButton *>()) {
            if (button->accessibleName() == u"Star" || button->accessibleName() == u"Remove the star")
                return button;
        }
        return nullptr;
    }
    Theme m_theme;
    std::unique_ptr<World> w;
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
