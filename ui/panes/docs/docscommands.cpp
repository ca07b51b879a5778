// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/docscommands.h"

#include "ui/kit/commands.h"
#include "ui/kit/documentview.h"
#include "ui/kit/focus.h"
#include "ui/panes/docs/articlepage.h"
#include "ui/panes/docs/findbar.h"

#include <QListWidget>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::DocsCommands)
    };

    struct Entry {
        Commands::Command command;
        std::function<void(DocsDesk &, ArticlePage &)> run;
        /// Beyond there being an article.
        std::function<bool(DocsDesk &, ArticlePage &)> can = {};
        std::function<bool(DocsDesk &, ArticlePage &)> isOn = {};
    };

    bool isHere(DocsDesk &, ArticlePage &page)
    {
        return page.isHere();
    }

    std::vector<Entry> readingCommands()
    {
        return {
            { { u"docs.find"_s, Say::tr("&Find in the page…"), u"edit"_s, u"search"_s, { QKeySequence(u"Ctrl+F"_s) }, Say::tr("Marks every place where a text is in the page.") },
                [](DocsDesk &, ArticlePage &page) { page.findBar().open(); }, isHere },
            { { u"docs.findNext"_s, Say::tr("Find the &next"), u"edit"_s, {}, { QKeySequence(u"F3"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.findBar().step(1); }, isHere },
            { { u"docs.findPrevious"_s, Say::tr("Find the pre&vious"), u"edit"_s, {}, { QKeySequence(u"Shift+F3"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.findBar().step(-1); }, isHere },
            { { u"docs.outline"_s, Say::tr("&Outline of the page"), u"go"_s, {}, { QKeySequence(u"Ctrl+L"_s) }, Say::tr("The keyboard goes to “On this page”.") },
                [](DocsDesk &, ArticlePage &page) {
                    if (!page.side().isVisible())
                        page.toggleSide();
                    page.side().outline()->setFocus(Qt::ShortcutFocusReason);
                },
                isHere },
            { { u"docs.nextHeading"_s, Say::tr("Next heading"), {}, {}, {}, Say::tr("In the page itself: N.") },
                [](DocsDesk &, ArticlePage &page) { page.view().stepHeading(1); }, isHere },
            { { u"docs.previousHeading"_s, Say::tr("Previous heading"), {}, {}, {}, Say::tr("In the page itself: P.") },
                [](DocsDesk &, ArticlePage &page) { page.view().stepHeading(-1); }, isHere },
            { { u"docs.nextPage"_s, Say::tr("Ne&xt page of the documentation"), u"go"_s, {}, { QKeySequence(u"Alt+PgDown"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.stepPage(1); } },
            { { u"docs.previousPage"_s, Say::tr("Pre&vious page of the documentation"), u"go"_s, {}, { QKeySequence(u"Alt+PgUp"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.stepPage(-1); } },
            { { u"docs.changes"_s, Say::tr("What &changed since it was read"), {}, u"history"_s, {}, Say::tr("Compares the page with how it was when it was last read."), true },
                [](DocsDesk &, ArticlePage &page) { page.showDifference(!page.showsDifference()); }, [](DocsDesk &, ArticlePage &page) { return page.hasDifference(); },
                [](DocsDesk &, ArticlePage &page) { return page.showsDifference(); } },
            { { u"docs.side"_s, Say::tr("Outline beside the page"), {}, u"columns"_s, {}, Say::tr("Shows or hides what is beside an article.") },
                [](DocsDesk &, ArticlePage &page) { page.toggleSide(); } },
            { { u"docs.textLarger"_s, Say::tr("Larger text of documentation"), {}, {}, { QKeySequence(u"Ctrl+Alt++"_s), QKeySequence(u"Ctrl+Alt+="_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.zoom(10); } },
            { { u"docs.textSmaller"_s, Say::tr("Smaller text of documentation"), {}, {}, { QKeySequence(u"Ctrl+Alt+-"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.zoom(-10); } },
            { { u"docs.textNormal"_s, Say::tr("Normal text of documentation"), {}, {}, { QKeySequence(u"Ctrl+Alt+0"_s) }, {} },
                [](DocsDesk &, ArticlePage &page) { page.zoom(0); } },
            { { u"docs.width"_s, Say::tr("Reading &width: narrow, usual, all"), {}, {}, {}, Say::tr("How wide a line of documentation may be.") },
                [](DocsDesk &desk, ArticlePage &) {
                    const int width = desk.readingWidth();
                    desk.setLook(desk.textPercent(), width == DocsDesk::usualWidth ? DocsDesk::allWidth : width == DocsDesk::allWidth ? DocsDesk::narrowWidth : DocsDesk::usualWidth);
                } },
        };
    }

    std::vector<Entry> sharingCommands()
    {
        return {
            { { u"docs.edit"_s, Say::tr("&Edit this page"), {}, u"docs"_s, {}, Say::tr("Opens its source where it can be changed.") },
                [](DocsDesk &, ArticlePage &page) { page.edit(); }, [](DocsDesk &, ArticlePage &page) { return page.canEdit(); } },
            { { u"docs.browser"_s, Say::tr("Open documentation in the &browser"), {}, u"external-link"_s, {}, {} },
                [](DocsDesk &, ArticlePage &page) { page.browse(); }, [](DocsDesk &, ArticlePage &page) { return page.canBrowse(); } },
            { { u"docs.copyLink"_s, Say::tr("Copy &link to this page"), {}, u"copy"_s, {}, Say::tr("A callboard: link to the heading that is being read.") },
                [](DocsDesk &, ArticlePage &page) { page.copyLink(); } },
            { { u"docs.print"_s, Say::tr("&Print the page…"), u"file"_s, {}, { QKeySequence(u"Ctrl+P"_s) }, Say::tr("The whole article, in light colours.") },
                [](DocsDesk &, ArticlePage &page) { page.print(); }, isHere },
            { { u"docs.pdf"_s, Say::tr("Save the page as P&DF…"), u"file"_s, u"export"_s, {}, {} }, [](DocsDesk &, ArticlePage &page) { page.savePdf(); }, isHere },
            { { u"docs.keep"_s, Say::tr("&Keep this documentation offline"), {}, u"offline"_s, {}, Say::tr("All of its pages are fetched, and stay here."), true },
                [](DocsDesk &desk, ArticlePage &page) { desk.setKept(page.address().site, !desk.isKept(page.address().site)); },
                {}, [](DocsDesk &desk, ArticlePage &page) { return desk.isKept(page.address().site); } },
            { { u"docs.watch"_s, Say::tr("&Watch this page"), {}, u"eye"_s, {}, Say::tr("Says so when the page changes."), true },
                [](DocsDesk &desk, ArticlePage &page) { desk.reading().setWatched(page.address().key(), !desk.reading().isWatched(page.address().key())); },
                {}, [](DocsDesk &desk, ArticlePage &page) { return desk.reading().isWatched(page.address().key()); } },
            { { u"docs.watchSite"_s, Say::tr("Watch all of this &documentation"), {}, u"eye"_s, {}, Say::tr("Says so when any of its pages changes."), true },
                [](DocsDesk &desk, ArticlePage &page) { desk.reading().setWatched(page.address().site, !desk.reading().isWatched(page.address().site)); },
                {}, [](DocsDesk &desk, ArticlePage &page) { return desk.reading().isWatched(page.address().site); } },
            { { u"docs.report"_s, Say::tr("&Report what is wrong with the page…"), {}, u"flag"_s, {}, {} }, [](DocsDesk &, ArticlePage &page) { page.report(); }, isHere },
        };
    }

} // namespace

void registerDocsCommands(PaneContext context, QObject *owner)
{
    DocsDesk &desk = DocsDesk::of(context);
    QAction *open = context.commands.add({ u"docs.open"_s, Say::tr("&Documentation of the focus"), u"entity"_s, u"docs"_s, { QKeySequence(u"Ctrl+Shift+D"_s) },
                                             Say::tr("Opens the front page of the entity’s documentation.") },
        owner, [context, &desk] {
            if (const FocusTarget target = context.focus.target(); target.kind == FocusTarget::Kind::Entity)
                desk.open(target.ref, {});
        });
    std::vector<Entry> entries = readingCommands();
    const auto more = sharingCommands();
    entries.insert(entries.end(), more.begin(), more.end());
    for (const Entry &entry : entries) {
        context.commands.add(entry.command, owner, [&desk, run = entry.run] {
            if (ArticlePage *page = desk.current())
                run(desk, *page);
        });
    }
    const auto refresh = [context, &desk, open, entries = std::move(entries)] {
        const FocusTarget target = context.focus.target();
        open->setEnabled(target.kind == FocusTarget::Kind::Entity && desk.library().site(target.ref));
        ArticlePage *page = desk.current();
        for (const Entry &entry : entries) {
            QAction *action = context.commands.action(entry.command.id);
            action->setEnabled(page && (!entry.can || entry.can(desk, *page)));
            const QSignalBlocker quiet(action);
            if (entry.isOn)
                action->setChecked(page && entry.isOn(desk, *page));
        }
    };
    QObject::connect(&desk, &DocsDesk::currentChanged, owner, refresh);
    QObject::connect(&desk, &DocsDesk::keptChanged, owner, refresh);
    QObject::connect(&desk.reading(), &items::DocReading::changed, owner, refresh);
    QObject::connect(&desk.library(), &items::DocLibrary::sitesChanged, owner, refresh);
    QObject::connect(&context.focus, &Focus::changed, owner, refresh);
    refresh();
}

} // namespace callboard::ui::panes
