// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"

#include "ui/kit/outward.h"
#include "ui/kit/style.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/entitycommands.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/entity/listtab.h"
#include "ui/panes/entity/pagecard.h"
#include "ui/panes/entity/pagetabs.h"
#include "ui/panes/entity/wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using testkit::World;

namespace {

TableCard *card(const QWidget &page, const QString &title)
{
    for (TableCard *each : page.findChildren<TableCard *>())
        if (each->isVisible() && each->table()->accessibleName() == title)
            return each;
    return nullptr;
}

QStringList column(const CellTable &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.cells().rowCount(); ++row)
        texts += table.cells().cell(table.cells().index(row, column)).text;
    return texts;
}

/// A program of the shell.
void script(const QString &path, const QByteArray &commands)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + commands + '\n');
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

/// $PATH is this folder alone, as long as it lives.
class Path final {
public:
    explicit Path(const QString &folder)
        : m_before(qgetenv("PATH"))
    {
        qputenv("PATH", QFile::encodeName(folder));
    }
    ~Path() { qputenv("PATH", m_before); }
    Q_DISABLE_COPY_MOVE(Path)

private:
    QByteArray m_before;
};

int ownedCount(const mirror::Snapshot &snapshot, const QString &owner, bool transitive)
{
    const std::array owners { snapshot.find(owner) };
    return int(std::ranges::count(snapshot.ownedBy(owners, transitive), true));
}

} // namespace

class EntityPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Callboard tests"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_world.folder());
        m_world.fill(World::company());
    }

    void overviewShowsRelations()
    {
        EntityPage &page = open(u"component:default/ledger-api"_s);
        QCOMPARE(page.title(), u"ledger-api"_s);
        QCOMPARE(page.accessibleName(), u"component:default/ledger-api"_s);
        TableCard *apis = card(page, u"APIs"_s);
        QVERIFY(apis);
        QStringList names = column(*apis->table(), 0);
        names.sort();
        QCOMPARE(names, (QStringList { u"fx-quotes"_s, u"ledger-events"_s, u"ledger-grpc"_s }));
        QCOMPARE(column(*apis->table(), 1).count(u"provides"_s), 2);
        QVERIFY(card(page, u"Dependency of"_s));
        QCOMPARE(column(*card(page, u"Dependency of"_s)->table(), 0), QStringList { u"ledger-replay"_s });
    }

    void danglingTargetsAreMarked()
    {
        EntityPage &page = open(u"component:default/ledger-api"_s);
        TableCard *depends = card(page, u"Depends on"_s);
        QVERIFY(depends);
        QCOMPARE(depends->table()->rowTotal(), 3);
        const CellTableModel &cells = depends->table()->cells();
        int missing = 0;
        for (int row = 0; row < cells.rowCount(); ++row) {
            const Cell &cell = cells.cell(cells.index(row, 0));
            QCOMPARE(cell.missing, cell.ref == u"resource:default/gone");
            missing += cell.missing;
            if (cell.missing)
                QVERIFY(cells.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(u"missing"));
        }
        QCOMPARE(missing, 1);
        QVERIFY(column(*depends->table(), 0).contains(u"Ledger database"_s));
    }

    void unsafeLinksAreText()
    {
        EntityPage &page = open(u"component:default/ledger-api"_s);
        TableCard *links = card(page, u"Links"_s);
        QVERIFY(links);
        const CellTableModel &cells = links->table()->cells();
        bool trap = false;
        for (int row = 0; row < cells.rowCount(); ++row) {
            const Cell &cell = cells.cell(cells.index(row, 0));
            if (cell.text == u"Trap") {
                trap = true;
                QVERIFY(!cell.isLink());
            }
        }
        QVERIFY(trap);
        QCOMPARE(cells.cell(cells.index(0, 1)).elide, Qt::ElideMiddle);
    }

    /// Else the long text is cut beside columns that stand half empty.
    void columnsGiveUpTheRoomTheyDoNotNeed()
    {
        CellTable table;
        Cell narrow, wide;
        narrow.text = u"x"_s;
        wide.text = QString(80, u'w');
        table.resize(300, 60);
        table.show();
        table.setRows({ u"A"_s, u"B"_s, u"C"_s }, { CellRow { narrow, wide, narrow } }, { 1, 1, 1 });
        const QAbstractItemView &view = table;
        const QHeaderView &head = *table.horizontalHeader();
        QTRY_COMPARE(table.viewport()->width(), 300);
        QTRY_COMPARE(head.length(), 300);
        QCOMPARE(head.sectionSize(0), view.sizeHintForColumn(0));
        QCOMPARE(head.sectionSize(2), view.sizeHintForColumn(2));
        // Of two columns both keep their share: they stand in line with those of the next card.
        table.setRows({ u"A"_s, u"B"_s }, { CellRow { narrow, wide } }, { 1, 2 });
        QCOMPARE(head.sectionSize(0), 100);
        QCOMPARE(head.sectionSize(1), 200);
    }

    void urls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << u"https://a.example/x"_s << true;
        QTest::newRow("http") << u"http://a.example"_s << true;
        QTest::newRow("mailto") << u"mailto:a@b.example"_s << true;
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("smb") << u"smb://host/share"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("word") << u"ledger"_s << false;
    }
    void urls()
    {
        QFETCH(QString, text);
        QFETCH(bool, opens);
        QCOMPARE(!openableUrl(text).isEmpty(), opens);
    }

    void editors()
    {
        QCOMPARE(editorCommand({}, u"code"_s, u"/a/b.yaml"_s, 7), (QStringList { u"code"_s, u"--goto"_s, u"/a/b.yaml:7"_s }));
        QCOMPARE(editorCommand(u"kate -l {line} {path}"_s, u"code"_s, u"/a b/c.yaml"_s, 0),
            (QStringList { u"kate"_s, u"-l"_s, u"1"_s, u"/a b/c.yaml"_s }));
        QCOMPARE(editorCommand(u"edit"_s, {}, u"/a"_s, 2), (QStringList { u"edit"_s, u"/a"_s }));
        // Marks as desktop files have them, and a path that looks like a mark.
        QCOMPARE(editorCommand(u"ed +%l %f"_s, {}, u"/a/%l{line}"_s, 3), (QStringList { u"ed"_s, u"+3"_s, u"/a/%l{line}"_s }));
        QTemporaryDir programs;
        const Path path(programs.path());
        QCOMPARE(editorCommand({}, u"vim"_s, u"/a"_s, 2), QStringList()); // A terminal's editor, and no other is there.
        script(programs.filePath(u"kate"_s), "exit 0");
        QCOMPARE(editorCommand({}, u"vim"_s, u"/a"_s, 2), (QStringList { u"kate"_s, u"--line"_s, u"2"_s, u"/a"_s }));
        script(programs.filePath(u"code"_s), "exit 0");
        QCOMPARE(editorCommand({}, {}, u"/a"_s, 2), (QStringList { u"code"_s, u"--goto"_s, u"/a:2"_s }));
    }

    /// The editor is handed the line where the entity begins in its file; what cannot be started is said, with the path.
    void opensOutward()
    {
        QTemporaryDir programs;
        const QString told = programs.filePath(u"told"_s);
        script(programs.filePath(u"myeditor"_s), "printf '%s|%s' \"$1\" \"$2\" > \"" + told.toUtf8() + ".new\"; mv \"" + told.toUtf8() + ".new\" \"" + told.toUtf8() + '"');
        ui::Outward &outward = m_world.outward();
        QSignalSpy failed(&outward, &ui::Outward::failed);
        QSettings settings;
        const auto restore = qScopeGuard([&] { settings.remove(u"editor/command"_s); });
        settings.setValue(u"editor/command"_s, QString(programs.filePath(u"myeditor"_s) + u" {line} {path}"_s));
        QVERIFY(outward.edit(u"/clone/catalog-info.yaml"_s, 41));
        QTRY_VERIFY(QFile::exists(told));
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "41|/clone/catalog-info.yaml");
        QVERIFY(failed.isEmpty());

        settings.setValue(u"editor/command"_s, programs.filePath(u"none"_s));
        QVERIFY(!outward.edit(u"/clone/catalog-info.yaml"_s, 41));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.last().at(0).toString().contains(programs.filePath(u"none"_s)));
        QCOMPARE(failed.last().at(1).toString(), u"/clone/catalog-info.yaml"_s);

        m_world.setDesktopOpens(false);
        QVERIFY(!outward.browse(QUrl(u"https://a.example/x"_s)));
        QCOMPARE(m_world.opened(), QList<QUrl> { QUrl(u"https://a.example/x"_s) });
        QCOMPARE(failed.last().at(1).toString(), u"https://a.example/x"_s);
        m_world.setDesktopOpens(true);
        QVERIFY(!outward.browse(QUrl(u"file:///etc/passwd"_s))); // Never asked of the desktop.
        QCOMPARE(m_world.opened().size(), 1);
        QCOMPARE(failed.size(), 3);
        QVERIFY(outward.browse(QUrl(u"mailto:a@b.example"_s)));
        QCOMPARE(m_world.opened().last(), QUrl(u"mailto:a@b.example"_s));
        QCOMPARE(failed.size(), 3);
    }

    void groupCountsEqualTheSnapshot()
    {
        EntityPage &page = open(u"group:default/team-ledger"_s);
        const mirror::Snapshot &snapshot = m_world.index().snapshot();
        TableCard *owns = card(page, u"Owns"_s);
        QVERIFY(owns);
        int direct = 0;
        int transitive = 0;
        for (const QString &count : column(*owns->table(), 1))
            direct += count.section(u' ', 0, 0).toInt();
        for (const QString &count : column(*owns->table(), 2))
            transitive += count.section(u' ', 0, 0).toInt();
        QCOMPARE(direct, ownedCount(snapshot, u"group:default/team-ledger"_s, false));
        QCOMPARE(transitive, ownedCount(snapshot, u"group:default/team-ledger"_s, true));
        QVERIFY(transitive > direct);
        page.showTab(u"owned"_s);
        ListTab *list = visibleList(page);
        QVERIFY(list);
        QCOMPARE(list->table()->rowTotal(), direct);
        list->switchBox()->setChecked(true);
        QCOMPARE(list->table()->rowTotal(), transitive);
        page.showTab(u"members"_s);
        list = visibleList(page);
        QCOMPARE(column(*list->table(), 0), QStringList { u"Mira Kovac"_s });
        list->switchBox()->setChecked(true);
        QCOMPARE(list->table()->rowTotal(), 2);
    }

    void groupKnowsItsPlace()
    {
        EntityPage &page = open(u"group:default/team-ledger"_s);
        QVERIFY(card(page, u"Parent groups"_s));
        QCOMPARE(column(*card(page, u"Parent groups"_s)->table(), 0), QStringList { u"payments-org"_s });
        QCOMPARE(column(*card(page, u"Sub-groups"_s)->table(), 0), QStringList { u"team-replay"_s });
    }

    void tabsAreThoseThatExist_data()
    {
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QStringList>("tabs");
        QTest::newRow("component") << u"component:default/ledger-api"_s << QStringList { u"overview"_s, u"apis"_s, u"relations"_s, u"source"_s, u"changes"_s };
        QTest::newRow("api") << u"api:default/ledger-grpc"_s << QStringList { u"overview"_s, u"definition"_s, u"relations"_s, u"source"_s, u"changes"_s };
        QTest::newRow("template") << u"template:default/new-service"_s
                                  << QStringList { u"overview"_s, u"parameters"_s, u"steps"_s, u"relations"_s, u"source"_s, u"changes"_s };
        QTest::newRow("group") << u"group:default/team-ledger"_s
                               << QStringList { u"overview"_s, u"members"_s, u"owned"_s, u"relations"_s, u"source"_s, u"changes"_s };
        QTest::newRow("unknown kind") << u"widget:default/odd-one"_s << QStringList { u"overview"_s, u"spec"_s, u"source"_s, u"changes"_s };
    }
    void tabsAreThoseThatExist()
    {
        QFETCH(QString, ref);
        QFETCH(QStringList, tabs);
        EntityPage &page = open(ref);
        auto *bar = page.findChild<QTabBar *>();
        QStringList found;
        for (int at = 0; at < bar->count(); ++at) {
            found += bar->tabData(at).toString();
            bar->setCurrentIndex(at); // Each can be looked at.
        }
        QCOMPARE(found, tabs);
    }

    /// Where there is not enough room, there is less of it around the words: none is behind an arrow.
    void tabsMoveTogether()
    {
        ui::Theme theme;
        ui::CallboardStyle style(theme);
        PageTabs tabs;
        tabs.setStyle(&style);
        QList<PageTabs::Page> pages;
        for (const QString &name : { u"Overview"_s, u"Members"_s, u"Owned"_s, u"Source"_s, u"Changes"_s })
            pages.push_back({ name, name, name == "Owned"_L1 ? 22 : -1 });
        tabs.setPages(pages);
        tabs.show();
        tabs.resize(1000, 28);
        const auto end = [&] { return tabs.tabRect(tabs.count() - 1).right(); };
        const int wide = end();
        tabs.resize(wide - 20, 28);
        QTRY_VERIFY2(end() < tabs.width(), qPrintable(QString::number(end())));
        tabs.resize(1000, 28);
        QTRY_COMPARE(end(), wide);
    }

    /// Whatever pages come after whatever others.
    void pagesAreThoseSetLast()
    {
        PageTabs tabs;
        for (quint32 round = 0; round < 400; ++round) {
            const quint32 which = round * 37 % 64;
            QList<PageTabs::Page> pages;
            for (quint32 page = 0; page < 6; ++page) {
                if (which >> page & 1)
                    pages.push_back({ QString::number(page), u"Page %1"_s.arg(page), int(round % 3) - 1 });
            }
            tabs.setPages(pages);
            QCOMPARE(tabs.count(), int(pages.size()));
            for (int index = 0; index < tabs.count(); ++index) {
                QCOMPARE(tabs.indexOf(pages[index].id), index);
                QCOMPARE(tabs.tabText(index), pages[index].count < 0 ? pages[index].text : u"%1 %2"_s.arg(pages[index].text).arg(pages[index].count));
            }
            QCOMPARE(tabs.currentIndex(), pages.isEmpty() ? -1 : 0);
            if (tabs.count() > 1)
                tabs.setCurrentIndex(int(round) % tabs.count());
        }
    }

    void linksOpen()
    {
        EntityPage &page = open(u"component:default/ledger-api"_s);
        QSignalSpy opened(&m_world.focus(), &ui::Focus::openRequested);
        CellTable *table = card(page, u"Dependency of"_s)->table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].toString(), u"component:default/ledger-replay"_s);
        QCOMPARE(opened[1][1].value<ui::Focus::How>(), ui::Focus::How::Beside);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"ledger-replay"));
    }

    void viewIsKeptPerEntity()
    {
        EntityPage &page = open(u"component:default/ledger-api"_s);
        page.resize(500, 260);
        page.showTab(u"overview"_s);
        QTest::qWait(20);
        QScrollBar *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
        QVERIFY(bar->maximum() > 120);
        bar->setValue(120);
        page.setRef(u"group:default/team-ledger"_s);
        page.showTab(u"owned"_s);
        page.setRef(u"component:default/ledger-api"_s);
        QCOMPARE(page.currentTab(), u"overview"_s);
        QTRY_COMPARE(bar->value(), 120);
        page.setRef(u"group:default/team-ledger"_s);
        QCOMPARE(page.currentTab(), u"owned"_s);
    }

    void missingEntitySaysSo()
    {
        EntityPage &page = open(u"component:default/nobody"_s);
        QVERIFY(!page.data());
        QVERIFY(page.title().contains(u"nobody"));
        m_page->setRef(u"component:default/ledger-api"_s);
        QVERIFY(page.data());
    }

    void problemsAreListed()
    {
        domain::Problem problem;
        problem.message = u"metadata.name is too long"_s;
        problem.rule = u"FieldFormat"_s;
        problem.line = 4;
        problem.path = u"/clones/ledger/catalog-info.yaml"_s;
        problem.location = u"file:/clones/ledger/catalog-info.yaml"_s;
        problem.entityRef = u"component:default/fx-rates"_s;
        m_world.putProblems({ problem });
        EntityPage &page = open(u"component:default/fx-rates"_s);
        TableCard *problems = card(page, u"Problems"_s);
        QVERIFY(problems);
        QCOMPARE(column(*problems->table(), 0), QStringList { problem.message });
        QCOMPARE(column(*problems->table(), 1), QStringList { u"catalog-info.yaml:4"_s });
        problems->table()->setCurrentIndex(problems->table()->model()->index(0, 0));
        Q_EMIT problems->table()->activated(problems->table()->currentIndex());
        QCOMPARE(page.currentTab(), u"source"_s);
        QVERIFY(page.hasProblems());
    }

    /// What it shows of records that come without entities, which make no new snapshot.
    void theStateOfTheCloneIsFollowed()
    {
        World world;
        world.fill({ World::entity(R"({"kind":"Component","metadata":{"name":"ledger",
            "annotations":{"backstage.io/managed-by-location":"file:/clones/ledger/catalog-info.yaml"}},"spec":{"type":"service"}})") });
        EntityPage page(world.context(), u"component:default/ledger"_s);
        page.show();
        QVERIFY(page.data() && !page.data()->clone);
        domain::CloneState clone;
        clone.path = u"/clones/ledger"_s;
        clone.branch = u"fix-rounding"_s;
        world.putClones({ clone });
        QTRY_VERIFY(page.data()->clone && page.data()->clone->branch == clone.branch);
        page.hide();
        clone.branch = u"main"_s;
        world.putClones({ clone });
        page.show();
        QTRY_COMPARE(page.data()->clone->branch, u"main"_s);
    }

    void commandsActOnTheFocus()
    {
        registerEntityCommands(m_world.context(), &m_owner);
        m_world.focus().go({});
        QVERIFY(!m_world.commands().action(u"entity.copyRef"_s)->isEnabled());
        m_world.focus().go({ ui::FocusTarget::Kind::Entity, u"component:default/fx-rates"_s });
        m_world.commands().action(u"entity.copyRef"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"component:default/fx-rates"_s);
        m_world.commands().action(u"entity.star"_s)->trigger();
        QVERIFY(m_world.user().isStarred(u"component:default/fx-rates"_s));
        QVERIFY(m_world.commands().action(u"entity.star"_s)->isChecked());
        m_world.commands().action(u"entity.star"_s)->trigger();
        QVERIFY(!m_world.user().isStarred(u"component:default/fx-rates"_s));
    }

    void cleanup() { m_page.reset(); }

private:
    EntityPage &open(const QString &ref)
    {
        m_page = std::make_unique<EntityPage>(m_world.context(), ref);
        m_page->resize(560, 700);
        m_page->show();
        (void)QTest::qWaitForWindowExposed(m_page.get());
        return *m_page;
    }
    ListTab *visibleList(const QWidget &page)
    {
        for (ListTab *list : page.findChildren<ListTab *>())
            if (list->isVisible())
                return list;
        return nullptr;
    }

    World m_world;
    QObject m_owner;
    std::unique_ptr<EntityPage> m_page;
};

QTEST_MAIN(EntityPageTest)
#include "tst_entitypage.moc"
