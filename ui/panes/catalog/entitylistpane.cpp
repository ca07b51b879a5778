// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/entitylistpane.h"

#include "models/items/userstate.h"
#include "ui/kit/commands.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/sentences.h"
#include "ui/kit/times.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/catalog/querysuggestions.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/gathered.h"
#include "ui/panes/common/openers.h"
#include "ui/panes/common/tableexport.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::EntityTableModel;

namespace {
    constexpr int tickMs = 60'000;
}

EntityListPane::EntityListPane(PaneContext context, search::Filter::Scope scope, QWidget *parent)
    : Pane(context, parent)
    , m_scope(scope)
    , m_model(context.index, &context.user)
    , m_filterBox(new FilterBox(this))
    , m_list(nullptr)
    , m_above(new QVBoxLayout(this))
    , m_row(new QHBoxLayout)
    , m_columnsAction(new QAction(icon(u"columns"_s), tr("Choose columns"), this))
    , m_groupAction(new QAction(icon(u"system"_s), tr("Group by"), this))
    , m_sortAction(new QAction(tr("Sort by"), this))
    , m_exportAction(new QAction(icon(u"export"_s), tr("Export what is shown…"), this))
{
    m_model.setCounting(scope == search::Filter::Scope::All); // The catalog has facets beside it, what is shorter has not.
    m_model.setScope(scope);
    m_list = new EntityView(m_model, tr("Entities"), this);
    m_above->setContentsMargins(0, 0, 0, 0);
    m_above->setSpacing(0);
    m_above->addLayout(m_row, 1);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_list, 1);
    m_filterBox->setPlaceholder(tr("filter by name, tag, text"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the list"));
    m_filterBox->setTokenTest(isQueryToken);
    m_filterBox->setSuggest(
        [&index = context.index](const QString &word) { return suggestionsFor(*index.index(), word); });
    m_groupAction->setMenu(makeGroupMenu());
    m_model.setReaders(
        [&mirror = context.workspace.mirror()](const QStringList &refs,
            const std::function<bool(const domain::Entity &)> &visit, std::stop_token stop) {
            (void)mirror.forEachEntity(refs, visit, stop);
        },
        [&mirror = context.workspace.mirror()](const QStringList &words, std::stop_token stop) {
            return mirror.fullText(words, mirror::Mirror::everyMatch, stop).value_or(QStringList());
        });
    // Only then: on the way every slice of it would be another list.
    connect(&context.workspace.mirror(), &mirror::Mirror::textIndexProgress, this, [this, &mirror = context.workspace.mirror()] {
        if (mirror.textIndexedAll())
            m_model.onTextIndexed();
    });
    connectParts();
}

EntityListPane::~EntityListPane() = default;

void EntityListPane::connectParts()
{
    connect(m_filterBox, &FilterBox::textChanged, &m_model, &EntityTableModel::setText);
    connect(m_filterBox, &FilterBox::downPressed, this, [this] { m_list->view()->setFocus(); });
    connect(m_filterBox, &FilterBox::returnPressed, this, [this] {
        if (m_list->currentRef().isEmpty() && m_model.shownCount() > 0 && m_model.rowCount() > 0)
            m_list->view()->setCurrentIndex(m_model.index(0, 0));
        m_list->view()->setFocus();
    });
    connect(m_filterBox, &FilterBox::escapePressed, this, [this] {
        if (!clearFilter())
            m_list->view()->setFocus();
    });
    connect(m_list, &EntityView::typed, this, [this](const QString &text) {
        m_filterBox->edit()->setFocus();
        m_filterBox->edit()->insert(text);
    });
    m_list->setEscape([this] { return clearFilter(); });
    connect(m_list, &EntityView::opened, this,
        [this](const QString &ref, Focus::How how) { context().focus.open(ref, how); });
    bindKeys();
    connect(m_list, &EntityView::contextMenuWanted, this, &EntityListPane::showContextMenu);
    connect(m_columnsAction, &QAction::triggered, this, &EntityListPane::showColumnMenu);
    connect(m_sortAction, &QAction::triggered, this, &EntityListPane::showSortMenu);
    connect(m_exportAction, &QAction::triggered, this, &EntityListPane::exportShown);
    connect(&m_model, &EntityTableModel::updated, this, [this] {
        refreshCount();
        refreshStatus();
    });
    sync::Workspace &workspace = context().workspace;
    auto *freshening = new Gathered(std::chrono::milliseconds(100), [this] { refreshFreshness(); }, this);
    connect(&workspace.mirror(), &mirror::Mirror::feedStateChanged, freshening, &Gathered::ask);
    for (const auto signal : { &sync::Workspace::connectionsChanged, &sync::Workspace::networkChanged })
        connect(&workspace, signal, freshening, &Gathered::ask);
    connect(&workspace, &sync::Workspace::pullStarted, freshening, &Gathered::ask);
    connect(&workspace, &sync::Workspace::pullFinished, freshening, &Gathered::ask);
    connect(this, &Pane::statusActionTriggered, this, [this] { onStatusAction(); });
    connect(&m_tick, &QTimer::timeout, this, &EntityListPane::refreshFreshness);
    m_tick.start(tickMs);
    // The first look, when the pane that derives from this can answer.
    QMetaObject::invokeMethod(this, [this] { refreshFreshness(); refreshCount(); }, Qt::QueuedConnection);
}

QMenu *EntityListPane::makeGroupMenu()
{
    using Grouping = EntityTableModel::Grouping;
    auto *menu = new QMenu(tr("Group by"), this);
    auto *group = new QActionGroup(menu);
    const std::pair<Grouping, QString> ways[] { { Grouping::None, tr("Not grouped") }, { Grouping::Owner, tr("Owner") },
        { Grouping::System, tr("System") }, { Grouping::Kind, tr("Kind") }, { Grouping::Lifecycle, tr("Lifecycle") },
        { Grouping::Repository, tr("Repository") } };
    for (const auto &[grouping, text] : ways) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_model.grouping() == grouping);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, grouping] { m_model.setGrouping(grouping); });
        connect(&m_model, &EntityTableModel::groupingChanged, action,
            [this, action, grouping] { action->setChecked(m_model.grouping() == grouping); });
    }
    return menu;
}

void EntityListPane::showColumnMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_list->fillColumnMenu(menu);
    popUp(menu);
}

void EntityListPane::showGroupMenu()
{
    popUp(m_groupAction->menu());
}

void EntityListPane::showSortMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_list->fillSortMenu(menu);
    popUp(menu);
}

void EntityListPane::popUp(QMenu *menu)
{
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), 0)));
    const QList<QAction *> actions = menu->actions();
    const auto chosen = std::ranges::find_if(actions, [](const QAction *action) { return action->actionGroup() && action->isChecked(); });
    if (chosen != actions.end())
        menu->setActiveAction(*chosen);
}

void EntityListPane::setTarget(const FocusTarget &target)
{
    if (target.kind == FocusTarget::Kind::Entity)
        m_list->selectRef(target.ref);
}

QWidget *EntityListPane::focusWidgetOfPane()
{
    return m_list->view();
}

QWidget *EntityListPane::headerWidget()
{
    return m_filterBox;
}

QList<QAction *> EntityListPane::headerActions() const
{
    return { m_columnsAction, m_exportAction, m_groupAction, m_sortAction };
}

void EntityListPane::setFilterText(const QString &text)
{
    m_filterBox->setText(text);
    m_model.setText(text);
}

bool EntityListPane::clearFilter()
{
    if (m_filterBox->text().isEmpty())
        return false;
    setFilterText({});
    return true;
}

void EntityListPane::refreshFreshness()
{
    m_freshness = std::make_shared<Freshness>(context().workspace);
    m_list->setFreshness(m_freshness);
    setAsOf(m_freshness->asOf(), m_freshness->isOld());
    refreshStatus();
}

void EntityListPane::refreshCount()
{
    const QLocale locale;
    const QString total = locale.toString(m_model.totalCount());
    setSubject(title(), m_model.shownCount() == m_model.totalCount()
            ? total
            : tr("%1 of %2").arg(locale.toString(m_model.shownCount()), total));
}

void EntityListPane::refreshStatus()
{
    if (!m_freshness)
        return;
    if (m_model.totalCount() == 0 && m_model.index()->size() == 0) {
        if (!m_freshness->hasConnections())
            setStatus({ PaneStatus::State::Empty, tr("The catalog is empty"),
                tr("Connect a portal, a folder of clones or the sample to fill it."), tr("Add a source…"),
                u"component"_s });
        else if (const auto &failure = m_freshness->failure())
            setStatus({ PaneStatus::State::Failed, tr("%1 could not be read.").arg(failure->connectionName),
                sentenceText(failure->error), tr("Try again"), {} });
        else if (m_freshness->isOffline() && !m_freshness->isPulling() && !m_freshness->hasCompleted())
            setStatus({ PaneStatus::State::Empty, tr("Nothing was read before the network went away"),
                tr("It is read as soon as its source can be reached."), tr("Try again"), u"offline"_s });
        else if (m_freshness->isPulling() || !m_freshness->hasCompleted())
            setStatus({ PaneStatus::State::Loading, tr("Reading the catalog"), {}, {}, {} });
        else
            setStatus({ PaneStatus::State::Empty, tr("The sources hold no entities"),
                tr("Descriptors named catalog-info.yaml in them fill the catalog."), tr("Sync now"), u"component"_s });
    } else if (const auto &failure = m_freshness->failure()) {
        setStatus({ PaneStatus::State::Stale,
            failure->lastSuccess.isValid()
                ? tr("Not newer than %1: %2 could not be read.").arg(asOfMoment(failure->lastSuccess), failure->connectionName)
                : tr("%1 could not be read.").arg(failure->connectionName),
            sentenceText(failure->error), tr("Try again"), {} });
    } else if (m_model.shownCount() == 0 && !m_model.isBusy()) {
        setStatus(nothingShown());
    } else {
        setStatus({});
    }
}

void EntityListPane::onStatusAction()
{
    if (status().state == PaneStatus::State::Empty && m_model.index()->size() > 0 && m_model.filter().text.isEmpty()
        && m_model.filter().scope != search::Filter::Scope::All && m_model.filter().scope != search::Filter::Scope::Mine) {
        showCatalog(context()); // Nothing is starred, or was seen: there is where to begin.
        return;
    }
    if (status().state == PaneStatus::State::Empty && m_model.totalCount() > 0) {
        clearFilter();
        return;
    }
    if (m_freshness && !m_freshness->hasConnections()) {
        if (QAction *add = context().commands.action(u"file.addSource"_s))
            add->trigger();
        return;
    }
    context().workspace.pullNow();
}

void EntityListPane::bindKeys()
{
    Commands &commands = context().commands;
    commands.bind(exportCommand(), m_list, m_exportAction);
    commands.bind(copyCommand(), m_list, [this] { QGuiApplication::clipboard()->setText(m_list->selectionAsText()); });
    commands.bind(copyReferenceCommand(), m_list, [this] { QGuiApplication::clipboard()->setText(m_list->selectedRefs().join(u'\n')); });
    commands.bind(starCommand(), m_list, [this] { toggleStars(m_list->selectedRefs()); });
}

void EntityListPane::toggleStars(const QStringList &refs)
{
    items::UserState &user = context().user;
    const bool all = std::ranges::all_of(refs, [&](const QString &ref) { return user.isStarred(ref); });
    for (const QString &ref : refs)
        user.setStarred(ref, !all);
}

void EntityListPane::fillListMenu(QMenu *menu)
{
    const QStringList refs = m_list->selectedRefs();
    const auto add = [&](const QString &iconName, const QString &text, const QList<QKeySequence> &keys, auto run) {
        QAction *action = menu->addAction(icon(iconName), text, this, run);
        action->setShortcuts(keys);
        action->setEnabled(!refs.isEmpty());
        return action;
    };
    const auto keysOf = [&commands = context().commands](const Commands::Command &command) { return commands.keysOf(command); };
    const QString first = refs.value(0);
    const auto open = [this, first](Focus::How how) { return [this, first, how] { context().focus.open(first, how); }; };
    add({}, tr("&Open"), { Qt::Key_Return }, open(Focus::How::Here));
    add(u"columns"_s, tr("Open &beside"), { Qt::CTRL | Qt::Key_Return }, open(Focus::How::Beside));
    add(u"external-link"_s, tr("Open in the b&rowser"), { Qt::ALT | Qt::Key_Return }, open(Focus::How::Browser));
    menu->addSeparator();
    const bool starred = std::ranges::all_of(refs, [this](const QString &ref) { return context().user.isStarred(ref); });
    add(u"star"_s, starred ? tr("Remove the &star") : tr("&Star"), keysOf(starCommand()), [this, refs] { toggleStars(refs); });
    add(u"copy"_s, tr("&Copy"), keysOf(copyCommand()),
        [this] { QGuiApplication::clipboard()->setText(m_list->selectionAsText()); });
    add(u"copy"_s, tr("Copy &reference"), keysOf(copyReferenceCommand()),
        [refs] { QGuiApplication::clipboard()->setText(refs.join(u'\n')); });
    menu->addSeparator();
    menu->addMenu(m_groupAction->menu());
    m_list->fillSortMenu(menu->addMenu(m_sortAction->text()));
    menu->addAction(m_exportAction);
}

void EntityListPane::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillListMenu(menu);
    menu->popup(at);
}

void EntityListPane::exportShown()
{
    exportTable(this, m_model, m_list->visibleColumnIndexes(), id());
}

QJsonObject EntityListPane::saveState() const
{
    QJsonObject state = m_list->saveState();
    state.insert(u"text"_s, m_filterBox->text());
    return state;
}

void EntityListPane::restoreState(const QJsonObject &state)
{
    m_list->restoreState(state);
    setFilterText(state.value("text"_L1).toString());
}

} // namespace callboard::ui::panes
