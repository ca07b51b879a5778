// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/inbox/inboxpane.h"

#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/grouplist.h"
#include "ui/panes/common/listfilters.h"
#include "ui/panes/inbox/laterdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::InboxModel;
using InboxColumns = InboxModel::Columns;
using notices::Folder;
using notices::Item;
using notices::Level;
using notices::What;

namespace {

    constexpr int roomForSource = 420;

    /// By the key that it has now; some take it off, and it is named then.
    QString keyOf(const QAction &action, const QString &name)
    {
        return action.shortcut().isEmpty() ? name : action.shortcut().toString(QKeySequence::NativeText);
    }

    class InboxDelegate final : public GroupDelegate {
    public:
        using GroupDelegate::GroupDelegate;

    protected:
        QString iconOfGroup(const QModelIndex &index) const override { return kindIconName(index.data(items::KindRole).toString()); }
        void describe(RowCell &cell, const QModelIndex &index) const override
        {
            if (InboxColumns(index.column()) == InboxColumns::Title)
                return paintTitle(cell, index, index.data(InboxModel::ReadRole).toBool());
            cell.ink = RowCell::Ink::Secondary;
            if (InboxColumns(index.column()) == InboxColumns::At) {
                cell.text = shortAge(index.data(items::AgeRole).toDateTime());
                cell.alignRight = true;
                cell.style.figures = true;
            }
        }

    private:
        /// What is not read is bold: a weight is seen in any colour.
        static void paintTitle(RowCell &cell, const QModelIndex &index, bool isRead)
        {
            cell.status = statusOf(index);
            if (!isRead)
                cell.style.weight = QFont::DemiBold;
            else
                cell.ink = RowCell::Ink::Secondary;
            cell.secondary = index.data(InboxModel::DetailRole).toString().section(u'\n', 0, 0);
            QStringList badge;
            if (const int times = index.data(InboxModel::TimesRole).toInt(); times > 1)
                badge.append(QLocale().toString(times));
            if (index.data(InboxModel::SavedRole).toBool())
                badge.append(InboxPane::tr("saved"));
            cell.badge = badge.join(u" · "_s);
        }
        static Status statusOf(const QModelIndex &index)
        {
            const auto level = Level(index.data(InboxModel::LevelRole).toInt());
            switch (What(index.data(InboxModel::WhatRole).toInt())) {
            case What::BuildBroke: return Status::Failed;
            case What::BuildHealed: return Status::Ok;
            case What::ApprovalWaiting: return Status::Queued;
            default: break;
            }
            if (level == Level::Critical)
                return Status::Failed;
            return level == Level::High ? Status::Warning : Status::None;
        }
    };

    QString nameOf(Folder folder)
    {
        switch (folder) {
        case Folder::Saved: return InboxPane::tr("Saved");
        case Folder::Snoozed: return InboxPane::tr("Later");
        case Folder::Done: return InboxPane::tr("Done");
        case Folder::Muted: return InboxPane::tr("Muted");
        case Folder::Inbox: break;
        }
        return InboxPane::tr("To look at");
    }

    InboxModel::Names namesIn(PaneContext context)
    {
        return { [context](const QString &ref) {
                    const auto snapshot = context.workspace.mirror().snapshot();
                    const mirror::Row row = snapshot->find(ref);
                    return row == mirror::noRow ? QString() : snapshot->displayName(row).toString();
                },
            [context](const QString &id) {
                for (const sync::ConnectionInfo &connection : context.workspace.connections()) {
                    if (connection.id == id)
                        return connection.name;
                }
                return QString();
            } };
    }

} // namespace

InboxPane::InboxPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_desk(NoticeDesk::of(context))
    , m_model(m_desk.inbox(), namesIn(context))
    , m_filterBox(new FilterBox(this))
    , m_folder(new QComboBox)
    , m_unread(new QCheckBox(tr("Unread only")))
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_detail(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Primary))
    , m_view(new GroupList(this))
{
    makeActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_view, 1);
    m_detail->setWordWrap(true);
    m_detail->setSelectable();
    m_detail->setContentsMargins(10, 6, 10, 8);
    m_detail->setAccessibleName(tr("The notice"));
    column->addWidget(m_detail);
    m_filterBox->setPlaceholder(tr("search the notices"));
    m_filterBox->edit()->setAccessibleName(tr("Search the notices"));
    prepareView();

    attachListFilter(*m_filterBox, m_model, context, InboxModel::filterKeys());
    connect(m_filterBox, &FilterBox::textChanged, this, &InboxPane::showState);
    m_filterBox->leaveTo(m_view);
    connect(&m_desk.inbox(), &notices::Inbox::changed, this, &InboxPane::showState);
    connect(&m_desk.inbox(), &notices::Inbox::undoChanged, this, &InboxPane::showState);
    connect(&context.commands, &Commands::shortcutsChanged, this, &InboxPane::showState);
    connect(&m_desk, &NoticeDesk::refused, this, [this](const QString &why) {
        m_refused = why;
        showState();
    });
    connect(&context.workspace.mirror(), &mirror::Mirror::snapshotChanged, &m_model, &InboxModel::refreshNames);
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &InboxPane::showState);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &InboxPane::showState);
    connect(this, &Pane::statusActionTriggered, this, &InboxPane::onStatusAction);
    showState();
}

InboxPane::~InboxPane() = default;

QWidget *InboxPane::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 4, 10, 4);
    row->setSpacing(8);
    for (const Folder folder : { Folder::Inbox, Folder::Saved, Folder::Snoozed, Folder::Done, Folder::Muted })
        m_folder->addItem(nameOf(folder), int(folder));
    m_folder->setAccessibleName(tr("Which notices"));
    setSmall(m_folder);
    m_facts->setElide(Qt::ElideRight);
    row->addWidget(m_folder);
    row->addWidget(m_unread);
    row->addWidget(m_facts, 1);
    connect(m_folder, &QComboBox::currentIndexChanged, this, [this] {
        m_model.setFolder(Folder(m_folder->currentData().toInt()));
        showState();
    });
    connect(m_unread, &QCheckBox::toggled, this, [this](bool on) {
        m_model.setUnreadOnly(on);
        showState();
    });
    return bar;
}

void InboxPane::prepareView()
{
    m_view->present(m_model, *new InboxDelegate(m_view), int(InboxColumns::Title), { { int(InboxColumns::Source), 110 }, { int(InboxColumns::At), 52 } });
    m_view->setAccessibleName(tr("Notices"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->installEventFilter(this);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &GroupList::opened, this, &InboxPane::openCurrent);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto shown = menu();
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown.release()->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &InboxPane::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPane::showDetail);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InboxPane::showDetail);
}

QAction *InboxPane::addAction(const QString &iconName, const QString &text, void (InboxPane::*run)())
{
    auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, this);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QAction *InboxPane::addAction(const QString &iconName, const QString &text, const Commands::Command &command, void (InboxPane::*run)())
{
    QAction *action = addAction(iconName, text, run);
    context().commands.bind(command, this, action);
    return action;
}

void InboxPane::makeActions()
{
    // Enter is the view's; what has a key elsewhere in the window is not taken.
    const auto command = [](const QString &id, const QString &text, const QKeySequence &keys) {
        return Commands::Command { id, text, {}, {}, { keys }, {}, false, true };
    };
    m_open = addAction(u"eye"_s, tr("Open"), &InboxPane::openCurrent);
    m_browse = addAction(u"external-link"_s, tr("Open in the browser"), browseCommand(), &InboxPane::openInBrowser);
    m_read = addAction({}, tr("Mark as read"), command(u"notice.read"_s, tr("Mark the notice as read or unread"), Qt::CTRL | Qt::Key_U), &InboxPane::toggleRead);
    m_saved = addAction(u"flag"_s, tr("Save"), command(u"notice.save"_s, tr("Save the notice"), Qt::CTRL | Qt::Key_S), &InboxPane::toggleSaved);
    m_done = addAction(u"check"_s, tr("Done"), command(u"notice.done"_s, tr("The notice is done"), Qt::Key_Delete), &InboxPane::toggleDone);
    m_laterAction = addAction(u"clock"_s, tr("Later…"), command(u"notice.later"_s, tr("Show the notice again later…"), Qt::CTRL | Qt::Key_H), &InboxPane::chooseLater);
    m_undo = addAction(u"back"_s, tr("Undo"), command(u"notice.undo"_s, tr("Undo what was done to notices"), Qt::CTRL | Qt::Key_Z), &InboxPane::undo);
    m_readAll = addAction({}, tr("Mark all shown as read"), command(u"notice.readAll"_s, tr("Mark all notices shown as read"), Qt::CTRL | Qt::SHIFT | Qt::Key_U), &InboxPane::readAll);
    m_copy = addAction(u"copy"_s, tr("Copy"), copyCommand(), &InboxPane::copySelection);
}

QStringList InboxPane::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        keys += m_model.keysUnder(index);
    if (keys.isEmpty())
        keys = m_model.keysUnder(m_view->currentIndex());
    keys.removeDuplicates();
    return keys;
}

const Item *InboxPane::currentItem() const { return m_model.itemAt(m_view->currentIndex()); }

void InboxPane::openCurrent()
{
    if (const Item *item = currentItem())
        m_desk.open(*item);
    else if (const QString ref = m_model.entityAt(m_view->currentIndex()); !ref.isEmpty())
        context().focus.open(ref);
}

void InboxPane::openInBrowser()
{
    if (const Item *item = currentItem())
        m_desk.openInBrowser(*item);
}

/// What leaves the folder leaves its place to the row below it, so that the next one is a key away.
void InboxPane::keepPlace(const std::function<void()> &change)
{
    QModelIndex next;
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty() && m_view->currentIndex().isValid())
        rows = { m_view->currentIndex() };
    QModelIndex last;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (!last.isValid() || m_view->visualRect(last).top() < m_view->visualRect(row).top())
            last = row;
    }
    if (last.isValid())
        next = m_view->indexBelow(last);
    while (next.isValid() && !m_model.itemAt(next))
        next = m_view->indexBelow(next);
    const QString key = next.isValid() ? m_model.itemAt(next)->key : QString();
    const int before = m_model.itemCount();
    change();
    if (m_model.itemCount() == before || key.isEmpty())
        return;
    const auto found = m_model.match(m_model.index(0, 0), items::RefRole, key, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_view->setCurrentIndex(found.first());
}

void InboxPane::toggleRead()
{
    const QStringList keys = selectedKeys();
    const auto &inbox = m_desk.inbox();
    const bool anyUnread = std::ranges::any_of(keys, [&](const QString &key) { return inbox.find(key) && !inbox.find(key)->isRead; });
    keepPlace([&] { m_desk.inbox().setRead(keys, anyUnread); });
}

void InboxPane::toggleSaved()
{
    const QStringList keys = selectedKeys();
    const auto &inbox = m_desk.inbox();
    const bool anyNot = std::ranges::any_of(keys, [&](const QString &key) { return inbox.find(key) && !inbox.find(key)->isSaved; });
    keepPlace([&] { m_desk.inbox().setSaved(keys, anyNot); });
}

void InboxPane::toggleDone()
{
    const QStringList keys = selectedKeys();
    switch (m_model.folder()) {
    case Folder::Done: return keepPlace([&] { m_desk.inbox().setDone(keys, false); });
    case Folder::Snoozed: return keepPlace([&] { m_desk.inbox().wake(keys); });
    default: keepPlace([&] { m_desk.inbox().setDone(keys, true); });
    }
}

void InboxPane::undo() { m_desk.inbox().undo(); }

void InboxPane::readAll()
{
    QStringList keys;
    for (int group = 0; group < m_model.rowCount(); ++group)
        keys += m_model.keysUnder(m_model.index(group, 0));
    keys.removeIf([this](const QString &key) { return m_desk.inbox().find(key)->isRead; });
    m_desk.inbox().setRead(keys, true);
}

void InboxPane::copySelection()
{
    QStringList lines;
    for (const QString &key : selectedKeys()) {
        if (const Item *item = m_desk.inbox().find(key))
            lines += exactTime(item->notice.createdAt) + u'\t' + item->notice.title + u'\t' + item->notice.entityRef;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void InboxPane::fillLater(QMenu &menu)
{
    const QStringList keys = selectedKeys();
    const auto snooze = [this, keys](const QDateTime &until) { keepPlace([&] { m_desk.inbox().snooze(keys, until); }); };
    for (const NoticeDesk::Later &later : NoticeDesk::laterChoices(QDateTime::currentDateTime()))
        connect(menu.addAction(later.text), &QAction::triggered, this, [snooze, at = later.at] { snooze(at); });
    connect(menu.addAction(tr("At another time…")), &QAction::triggered, this, [this, snooze] {
        auto *dialog = new LaterDialog(QDateTime::currentDateTime(), this);
        connect(dialog, &LaterDialog::chosen, this, snooze);
        dialog->open();
    });
    connect(menu.addAction(tr("When it changes")), &QAction::triggered, this, [this, keys] { keepPlace([&] { m_desk.inbox().snoozeUntilChange(keys); }); });
}

void InboxPane::fillMute(QMenu &menu)
{
    const Item *item = currentItem();
    if (!item)
        return;
    using notices::Mute;
    const auto add = [&](Mute::Of of, const QString &what, const QString &name, const QString &text) {
        if (what.isEmpty())
            return;
        QAction *action = menu.addAction(text.arg(name));
        const Mute mute { of, what };
        action->setCheckable(true);
        action->setChecked(m_desk.inbox().isMuted(mute));
        connect(action, &QAction::triggered, this, [this, mute, name](bool on) { keepPlace([&] { m_desk.inbox().setMuted(mute, on, name); }); });
    };
    add(Mute::Of::Entity, item->notice.entityRef, item->notice.entityRef.section(u'/', -1), tr("All about %1"));
    // Several may tell of it; Callboard itself is no source.
    QStringList sources;
    for (const QString &key : item->keys)
        sources.append(key.section(u'|', 0, 0));
    sources.removeDuplicates();
    for (const QString &source : std::as_const(sources))
        add(Mute::Of::Source, source, m_model.nameOfSource(source), tr("All from %1"));
    add(Mute::Of::What, notices::nameOf(item->what), InboxModel::wordFor(item->what), tr("All of this kind: %1"));
}

void InboxPane::chooseLater()
{
    if (selectedKeys().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillLater(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).bottomLeft()));
    menu->setActiveAction(menu->actions().value(0));
}

std::unique_ptr<QMenu> InboxPane::menu()
{
    auto menu = std::make_unique<QMenu>(this);
    menu->addAction(m_open);
    menu->addAction(m_browse);
    menu->addSeparator();
    menu->addActions({ m_done, m_read, m_saved });
    fillLater(*menu->addMenu(tr("Later")));
    fillMute(*menu->addMenu(tr("Mute")));
    menu->addSeparator();
    menu->addActions({ m_readAll, m_copy, m_undo });
    return menu;
}

void InboxPane::setFolder(Folder folder) { m_folder->setCurrentIndex(m_folder->findData(int(folder))); }

void InboxPane::reveal(const QString &key)
{
    const Item *item = m_desk.inbox().find(key);
    if (!item)
        return;
    const QString itemKey = item->key;
    m_filterBox->clear();
    m_unread->setChecked(false);
    for (const Folder folder : { Folder::Inbox, Folder::Snoozed, Folder::Done, Folder::Muted }) {
        if (m_desk.inbox().isIn(*item, folder)) {
            setFolder(folder);
            break;
        }
    }
    const auto found = m_model.match(m_model.index(0, 0), items::RefRole, itemKey, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_view->setCurrentIndex(found.first());
}

// What is said

void InboxPane::showFolders()
{
    for (int at = 0; at < m_folder->count(); ++at) {
        const auto folder = Folder(m_folder->itemData(at).toInt());
        const int count = m_desk.inbox().count(folder);
        const QString text = count > 0 ? tr("%1 (%2)").arg(nameOf(folder), QLocale().toString(count)) : nameOf(folder);
        if (m_folder->itemText(at) != text)
            m_folder->setItemText(at, text);
    }
}

void InboxPane::showDetail()
{
    const Item *item = currentItem();
    m_detail->setVisible(item && !item->notice.description.isEmpty());
    constexpr qsizetype longest = 600;
    if (item)
        m_detail->setText(item->notice.title + u'\n' + item->notice.description.left(longest));
    const bool any = !selectedKeys().isEmpty();
    const bool allRead = item && item->isRead;
    m_read->setText(allRead ? tr("Mark as unread") : tr("Mark as read"));
    m_saved->setText(item && item->isSaved ? tr("No longer save") : tr("Save"));
    m_done->setText(m_model.folder() == Folder::Done || m_model.folder() == Folder::Snoozed ? tr("Bring back") : tr("Done"));
    m_browse->setEnabled(item && !m_desk.addressOf(*item).isEmpty());
    for (QAction *action : { m_open, m_read, m_saved, m_done, m_laterAction, m_copy })
        action->setEnabled(any);
}

void InboxPane::showState()
{
    const Freshness freshness(context().workspace, domain::recordtype::notice);
    const auto &inbox = m_desk.inbox();
    setSubject(tr("Inbox"), inbox.unread() > 0 ? tr("%n unread", nullptr, inbox.unread()) : QString());
    setCount(inbox.unread());
    setAsOf(freshness.asOf(), freshness.isOld());
    showFolders();
    showDetail();
    m_undo->setEnabled(inbox.canUndo());
    m_undo->setText(inbox.canUndo() ? tr("Undo: %1").arg(inbox.undoText().replace(u'&', u"&&"_s)) : tr("Undo"));
    m_readAll->setEnabled(m_model.itemCount() > 0);
    m_facts->setText(inbox.canUndo() ? tr("%1. %2 takes it back.").arg(inbox.undoText(), keyOf(*m_undo, tr("“Undo”"))) : QString());
    if (m_model.itemCount() == 0)
        setStatus(nothingShown());
    else if (!m_refused.isEmpty())
        setStatus({ PaneStatus::State::Stale, tr("What you did holds here, but was refused where the notice came from."), m_refused, tr("Understood"), {} });
    else
        setStatus({});
}

PaneStatus InboxPane::nothingShown() const
{
    using State = PaneStatus::State;
    if (!m_filterBox->text().isEmpty())
        return { State::Empty, tr("No notice here fits this search"), tr("Other folders are not searched."), tr("Clear the search"), u"filter"_s };
    if (m_unread->isChecked())
        return { State::Empty, tr("Everything here is read"), {}, tr("Show all"), u"check"_s };
    const QString back = tr("Back to the inbox");
    switch (m_model.folder()) {
    case Folder::Saved: return { State::Empty, tr("Nothing is saved"), tr("%1 saves a notice: here, and at the portal that sent it.").arg(keyOf(*m_saved, tr("“Save”"))), back, u"flag"_s };
    case Folder::Snoozed: return { State::Empty, tr("Nothing waits for later"), tr("%1 puts a notice aside until a time, or until it changes.").arg(keyOf(*m_laterAction, tr("“Later”"))), back, u"clock"_s };
    case Folder::Done: return { State::Empty, tr("Nothing is done"), tr("%1 puts a notice here. It comes back when it changes.").arg(keyOf(*m_done, tr("“Done”"))), back, u"check"_s };
    case Folder::Muted: return { State::Empty, tr("Nothing is muted"), tr("Mute an entity, a source or a kind in the menu of a notice."), back, u"bell"_s };
    case Folder::Inbox: break;
    }
    const Folder other = filledFolder();
    return { State::Empty, tr("Nothing to look at"), tr("Builds that break, reviews that are asked of you, and what portals and hosts tell you come here."),
        other == Folder::Inbox ? QString() : tr("Show: %1").arg(nameOf(other)), u"bell"_s };
}

/// Another one with something in it; the inbox itself where there is none.
Folder InboxPane::filledFolder() const
{
    for (const Folder folder : { Folder::Saved, Folder::Snoozed, Folder::Done, Folder::Muted }) {
        if (m_desk.inbox().count(folder) > 0)
            return folder;
    }
    return Folder::Inbox;
}

void InboxPane::onStatusAction()
{
    m_refused.clear();
    const bool isNarrowed = !m_filterBox->text().isEmpty() || m_unread->isChecked();
    if (m_model.itemCount() == 0 && isNarrowed) {
        m_filterBox->clear();
        m_unread->setChecked(false);
    } else if (m_model.itemCount() == 0) {
        setFolder(m_model.folder() == Folder::Inbox ? filledFolder() : Folder::Inbox);
    }
    showState();
}

QTreeView *InboxPane::view() { return m_view; }

QWidget *InboxPane::focusWidgetOfPane() { return m_view; }

QWidget *InboxPane::headerWidget() { return m_filterBox; }

void InboxPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_view->setColumnHidden(int(InboxColumns::Source), width() < roomForSource);
}

bool InboxPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Pane::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isText = key->modifiers() == Qt::NoModifier && key->text().size() == 1 && key->text().at(0).isPrint() && key->key() != Qt::Key_Space;
    if (!isText)
        return Pane::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    // Typing searches.
    m_filterBox->edit()->setFocus();
    if (key->text() != "/"_L1)
        m_filterBox->edit()->insert(key->text());
    return true;
}

QJsonObject InboxPane::saveState() const
{
    return { { u"folder"_s, m_folder->currentData().toInt() }, { u"unread"_s, m_unread->isChecked() },
        { u"header"_s, QString::fromLatin1(m_view->header()->saveState().toBase64()) } };
}

void InboxPane::restoreState(const QJsonObject &state)
{
    m_view->header()->restoreState(QByteArray::fromBase64(state.value("header"_L1).toString().toLatin1()));
    m_unread->setChecked(state.value("unread"_L1).toBool());
    if (const int folder = state.value("folder"_L1).toInt(); m_folder->findData(folder) >= 0)
        setFolder(Folder(folder));
}

} // namespace callboard::ui::panes
