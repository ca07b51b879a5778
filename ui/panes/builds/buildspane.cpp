// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/buildspane.h"

#include "models/items/buildwording.h"
#include "models/items/keyedselection.h"
#include "models/items/userstate.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/names.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"
#include "ui/panes/builds/trendsview.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/tableexport.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::noRun;
using builds::RunGrouping;
using builds::RunQuestion;
using domain::BuildState;
using items::BuildsModel;
using items::BuildWording;

namespace {

    constexpr int roomForBoth = 940;
    constexpr int restMs = 500; ///< What is scrolled past is not asked about.
    constexpr qsizetype mostInView = 24; ///< Entities that are asked about because a list shows them.
    constexpr int tick = 30'000; ///< Milliseconds: ages and what runs are told anew.

} // namespace

BuildsPane::BuildsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_runs(builds::LiveRuns::of(context.workspace.mirror()))
    , m_filterBox(new FilterBox(this))
    , m_grouping(new QComboBox)
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_view(new RunTree(m_model))
    , m_list(new QWidget)
    , m_split(new QSplitter(Qt::Horizontal))
    , m_pages(new QStackedWidget)
    , m_trendsAction(new QAction(icon(u"chart"_s), tr("Trends"), this))
    , m_exportAction(new QAction(icon(u"export"_s), tr("Export what is shown…"), this))
    , m_clock(new QTimer(this))
    , m_rest(new QTimer(this))
{
    m_pool.setMaxThreadCount(1);
    takeEstate(); // What takes longest of a first list goes on while the pane is made.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(makeBar());
    list->addWidget(m_view, 1);
    m_split->addWidget(m_list);
    m_split->addWidget(new QWidget); // Where the run will be.
    m_split->widget(1)->hide();
    m_split->setChildrenCollapsible(false);
    m_pages->addWidget(m_split);
    column->addWidget(m_pages, 1);
    m_trendsAction->setCheckable(true);
    bindKeys();
    m_filterBox->setPlaceholder(tr("filter: branch:main state:failed is:pr"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the builds"));
    m_filterBox->setTokenTest([](const QString &word) {
        const auto terms = builds::parseRunQuery(word);
        return terms.size() == 1 && terms[0].key != builds::RunTerm::Key::Word && !terms[0].values.isEmpty();
    });
    m_filterBox->setSuggest([](const QString &word) {
        QStringList fitting;
        for (const QString &known : builds::runQueryWords()) {
            if (!word.isEmpty() && known.startsWith(word, Qt::CaseInsensitive))
                fitting.append(known);
        }
        return fitting;
    });
    m_view->installEventFilter(this);
    m_clock->setInterval(tick);
    m_rest->setInterval(restMs);
    m_rest->setSingleShot(true);
    connectAll();
    ask();
}

BuildsPane::~BuildsPane()
{
    m_pool.clear();
    context().workspace.setListed(this, {});
}

QWidget *BuildsPane::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 4, 10, 4);
    row->setSpacing(6);
    m_grouping->addItem(tr("By service"), int(RunGrouping::Service));
    m_grouping->addItem(tr("By branch"), int(RunGrouping::Branch));
    m_grouping->addItem(tr("By owner"), int(RunGrouping::Owner));
    m_grouping->setAccessibleName(tr("Group the builds"));
    setSmall(m_grouping);
    m_facts->setElide(Qt::ElideRight);
    row->addWidget(m_grouping);
    row->addWidget(m_facts, 1);
    return bar;
}

void BuildsPane::connectAll()
{
    connect(&m_runs, &builds::LiveRuns::changed, this, &BuildsPane::takeRuns);
    connect(&m_runs, &builds::LiveRuns::flakinessChanged, this, &BuildsPane::takeRuns);
    connect(&m_runs, &builds::LiveRuns::failed, this, &BuildsPane::showState);
    connect(&context().workspace.mirror(), &mirror::Mirror::snapshotChanged, this, &BuildsPane::takeRuns);
    connect(&context().workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &BuildsPane::showState);
    connect(&context().user, &items::UserState::meChanged, this, &BuildsPane::takeRuns);
    connect(m_filterBox, &FilterBox::textChanged, this, &BuildsPane::ask);
    m_filterBox->leaveTo(m_view);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &BuildsPane::ask);
    connect(m_view, &QTreeView::doubleClicked, this, &BuildsPane::open);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto shown = menu();
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown.release()->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        // Where there is room for both, looking is enough.
        if (index.data(BuildsModel::MoreRole).toBool() || (width() >= roomForBoth && m_model.runAt(index) != noRun))
            open(index);
    });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_closed.insert(index.data(items::GroupKeyRole).toString()); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_expanding)
            m_closed.remove(index.data(items::GroupKeyRole).toString());
    });
    // Before selection and scrolling come back, which need the rows to be there.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_expanding = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &BuildsPane::expandGroups);
    auto *keyed = new items::KeyedSelection(&m_model, m_view->selectionModel(),
        { .topIndex = [this] { return m_view->indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { m_view->scrollTo(index, QAbstractItemView::PositionAtTop); },
            .isExpanded = {}, .expand = {} },
        this);
    Q_UNUSED(keyed)
    for (const auto changed : { &QTreeView::collapsed, &QTreeView::expanded })
        connect(m_view, changed, m_rest, qOverload<>(&QTimer::start));
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, m_rest, qOverload<>(&QTimer::start));
    connect(&m_model, &QAbstractItemModel::modelReset, m_rest, qOverload<>(&QTimer::start));
    connect(m_rest, &QTimer::timeout, this, [this] {
        context().workspace.setListed(this, entitiesInView());
        BuildsDesk::of(context()).askAfterFlaky();
    });
    connect(m_trendsAction, &QAction::toggled, m_rest, qOverload<>(&QTimer::start));
    connect(m_trendsAction, &QAction::toggled, this, [this](bool shown) {
        m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(&trends()) : m_split);
        ask();
    });
    connect(m_exportAction, &QAction::triggered, this, [this] {
        if (m_trendsAction->isChecked())
            trends().exportData();
        else
            exportTable(this, m_model, visibleColumns(*m_view->header()), u"builds"_s);
    });
    connect(m_clock, &QTimer::timeout, this, [this] { m_model.setNow(QDateTime::currentDateTimeUtc()); });
    connect(this, &Pane::statusActionTriggered, this, &BuildsPane::onStatusAction);
    connect(&BuildsDesk::of(context()), &BuildsDesk::openRequested, this, &BuildsPane::openWanted);
}

void BuildsPane::setTarget(const FocusTarget &target)
{
    if (target == m_target)
        return;
    m_target = target;
    ask();
}

bool BuildsPane::isMeKnown() const
{
    return context().workspace.mirror().snapshot()->find(context().user.me()) != mirror::noRow;
}

bool BuildsPane::isBusy() const { return !m_runs.hasLoaded() || m_listing || (m_run && m_run->isBusy()) || (m_trends && m_trends->isBusy()); }

RunView &BuildsPane::run()
{
    if (m_run)
        return *m_run;
    m_run = new RunView(context());
    m_run->hide();
    delete m_split->replaceWidget(1, m_run);
    m_split->setStretchFactor(1, 1);
    connect(m_run, &RunView::backRequested, this, [this] {
        m_opened = false;
        m_run->clear();
        arrange();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return *m_run;
}

TrendsView &BuildsPane::trends()
{
    if (!m_trends) {
        m_trends = new TrendsView;
        m_trends->restoreState(m_trendsState);
        m_pages->addWidget(m_trends);
    }
    return *m_trends;
}

void BuildsPane::takeEstate()
{
    m_outdated = false;
    m_estate = BuildsDesk::of(context()).estate();
}

void BuildsPane::takeRuns()
{
    if (!isVisible() && m_estate->index()->size() > 0) {
        m_outdated = true;
        return;
    }
    takeEstate();
    if (m_opened)
        run().refresh();
    ask();
}

void BuildsPane::ask()
{
    RunQuestion question { RunQuestion::Scope::All, {}, m_filterBox->text() };
    if (m_target.kind == FocusTarget::Kind::Mine) {
        question.scope = RunQuestion::Scope::Mine;
    } else if (m_target.kind == FocusTarget::Kind::Entity) {
        question.scope = RunQuestion::Scope::Entity;
        question.entity = m_target.ref;
    }
    const auto grouping = RunGrouping(m_grouping->currentData().toInt());
    ++m_asked;
    m_listing = m_estate->index()->size() > BuildsDesk::fewRuns;
    if (!m_listing)
        return take(BuildsModel::Content::of(m_estate, question, grouping));
    // What was asked before, and has not begun, is not wanted any more.
    m_pool.clear();
    m_pool.start([this, asked = m_asked, estate = m_estate, question, grouping] {
        auto content = BuildsModel::Content::of(estate, question, grouping);
        QMetaObject::invokeMethod(this, [this, asked, content = std::move(content)]() mutable {
            if (asked == m_asked)
                take(std::move(content));
        }, Qt::QueuedConnection);
    });
}

void BuildsPane::take(BuildsModel::Content content)
{
    m_listing = false;
    m_model.show(std::move(content));
    if (m_trendsAction->isChecked())
        trends().showTrends(m_model, m_runs.deployments());
    showState();
    openWanted();
}

void BuildsPane::expandGroups()
{
    m_expanding = true;
    m_view->setUpdatesEnabled(false);
    m_view->expandToDepth(0);
    for (int group = 0; group < m_model.rowCount() && !m_closed.isEmpty(); ++group) {
        const QModelIndex at = m_model.index(group, 0);
        if (m_closed.contains(at.data(items::GroupKeyRole).toString()))
            m_view->collapse(at);
    }
    m_view->setUpdatesEnabled(true);
    m_expanding = false;
}

void BuildsPane::showState()
{
    using State = PaneStatus::State;
    const builds::RunListing &listing = m_model.listing();
    const auto count = [&](BuildState state) { return int(listing.byState[size_t(state)]); };
    int failing = 0;
    for (const builds::RunGroup &group : listing.groups)
        failing += group.brokenDefault;
    QStringList said;
    if (failing > 0)
        said += tr("%n failing on default branches", nullptr, failing);
    if (const int running = count(BuildState::Running))
        said += tr("%n running", nullptr, running);
    if (const int queued = count(BuildState::Queued))
        said += tr("%n queued", nullptr, queued);
    if (const int waiting = count(BuildState::Waiting))
        said += tr("%n waiting for approval", nullptr, waiting);
    said += tr("%n run(s)", nullptr, int(listing.shown));
    m_facts->setText(said.join(u" · "_s));
    setCount(failing);
    QString subject = tr("Everything");
    if (m_target.kind == FocusTarget::Kind::Mine) {
        subject = tr("What is mine");
    } else if (m_target.kind == FocusTarget::Kind::Entity) {
        subject = nameOf(*context().workspace.mirror().snapshot(), m_target.ref);
    }
    setSubject(subject, said.value(0));
    m_exportAction->setEnabled(listing.shown > 0);
    const Freshness freshness(context().workspace, domain::recordtype::buildRun);
    setAsOf(freshness.asOf(), freshness.isOld());
    if (m_runs.failure())
        setStatus({ State::Failed, tr("The builds cannot be read"), sentenceText(*m_runs.failure()), {}, iconName() });
    else if (listing.shown > 0)
        setStatus({});
    else if ((!m_runs.hasLoaded() && freshness.hasConnections()) || (m_listing && !m_model.estate()))
        setStatus({ State::Loading, {}, {}, {}, {} });
    else
        setStatus(nothingShown());
}

PaneStatus BuildsPane::nothingShown() const
{
    using State = PaneStatus::State;
    const builds::RunIndexPtr index = m_runs.index();
    if (index->size() > 0 && !m_filterBox->text().isEmpty())
        return { State::Empty, tr("No build fits this filter"), tr("Clear it to see the others."), tr("Clear the filter"), u"filter"_s };
    if (m_target.kind == FocusTarget::Kind::Mine && !isMeKnown())
        return { State::Empty, tr("Who are you?"), tr("Choose yourself in the catalog pane; then builds of what your teams own are shown here."), {}, iconName() };
    if (index->size() > 0)
        return { State::Empty, m_target.kind == FocusTarget::Kind::Mine ? tr("Nothing of yours was built") : tr("Nothing was built for %1").arg(subject()),
            tr("Builds belong to an entity by its annotations, or by where its source lies."), tr("Show all builds"), iconName() };
    return { State::Empty, tr("No builds yet"), tr("A connection to a CI, as GitHub, GitLab or Jenkins, fills this pane."), tr("Sync now"), iconName() };
}

void BuildsPane::onStatusAction()
{
    if (status().icon == "filter"_L1)
        m_filterBox->clear();
    else if (m_runs.index()->size() > 0)
        setTarget({});
    else
        context().workspace.pullNow();
}

void BuildsPane::open(const QModelIndex &index)
{
    if (index.data(BuildsModel::MoreRole).toBool()) {
        m_model.showMore(index);
        return;
    }
    const builds::RunRow row = m_model.runAt(index);
    if (row == noRun) {
        if (m_model.groupAt(index))
            m_view->setExpanded(index.siblingAtColumn(0), !m_view->isExpanded(index.siblingAtColumn(0)));
        return;
    }
    const auto &runs = *m_model.estate()->index();
    m_opened = true;
    run().open(runs.key(row), runs.connection(row));
    arrange();
    if (width() < roomForBoth)
        run().parts()->setFocus(Qt::OtherFocusReason);
}

void BuildsPane::openRun(const QString &key)
{
    const builds::RunIndexPtr index = m_runs.index();
    const builds::RunRow row = index->findKey(key);
    if (row == noRun)
        return;
    m_trendsAction->setChecked(false);
    openRow(*index, row);
}

void BuildsPane::openRow(const builds::RunIndex &index, builds::RunRow row)
{
    const QString key = index.key(row);
    if (const QModelIndex at = m_model.indexOfRun(key); at.isValid())
        m_view->setCurrentIndex(at);
    m_opened = true;
    run().open(key, index.connection(row));
    arrange();
}

/// That of before the restart, once somebody sees it: it asks its host. Beside the trends, where those are shown.
void BuildsPane::openRestored()
{
    if (!isVisible() || m_restoredRun.isEmpty())
        return;
    const builds::RunIndexPtr index = m_runs.index();
    const builds::RunRow row = index->findKey(std::exchange(m_restoredRun, {}));
    if (row == noRun)
        return;
    const bool hadFocus = window()->focusWidget() && m_list->isAncestorOf(window()->focusWidget());
    openRow(*index, row);
    // Where the list goes, whoever was there goes on in the run.
    if (hadFocus && m_list->isHidden())
        focusWidgetOfPane()->setFocus(Qt::OtherFocusReason);
}

void BuildsPane::openWanted()
{
    // What is wanted may be in an index that is still read.
    if (!m_runs.hasLoaded())
        return;
    const QString key = BuildsDesk::of(context()).takeWanted();
    if (key.isEmpty())
        return openRestored();
    m_restoredRun.clear();
    openRun(key);
    focusWidgetOfPane()->setFocus(Qt::OtherFocusReason);
}

void BuildsPane::arrange()
{
    const bool both = width() >= roomForBoth;
    m_list->setVisible(both || !m_opened);
    if (m_run) {
        m_run->setVisible(m_opened);
        m_run->setBackShown(m_opened && !both);
    }
    if (both && m_opened && m_split->sizes().value(1) < width() / 4)
        m_split->setSizes({ width() * 2 / 5, width() * 3 / 5 });
    const int room = both && m_opened ? m_split->sizes().value(0) : width();
    m_view->fit(room);
}

QWidget *BuildsPane::focusWidgetOfPane()
{
    if (m_trendsAction->isChecked())
        return &trends();
    return m_opened && m_list->isHidden() ? static_cast<QWidget *>(run().parts()) : m_view;
}
QWidget *BuildsPane::headerWidget() { return m_filterBox; }

void BuildsPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    m_clock->start();
    if (m_outdated)
        takeRuns();
    openWanted();
    m_rest->start();
}

void BuildsPane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    m_rest->stop();
    context().workspace.setListed(this, {});
}

/// Whose runs are to be seen, from the top.
QStringList BuildsPane::entitiesInView() const
{
    QStringList refs;
    const auto add = [&refs](const QString &ref) {
        if (!refs.contains(ref))
            refs.append(ref);
    };
    if (!m_view->isVisible() || !m_model.estate())
        return refs;
    const builds::RunIndex &runs = *m_model.estate()->index();
    const int bottom = m_view->viewport()->height();
    for (QModelIndex at = m_view->indexAt(QPoint(0, 0)); at.isValid() && m_view->visualRect(at).top() < bottom && refs.size() < mostInView; at = m_view->indexBelow(at)) {
        const builds::RunGroup *group = m_model.groupAt(at);
        const builds::RunRow row = m_model.runAt(at);
        if (group && group->isEntity)
            add(group->key);
        else if (row != noRun && !runs.entitiesOf(row).empty()) // One names the project as well as all of a monorepo.
            add(runs.text(runs.entities()[runs.entitiesOf(row).front()]).toString());
    }
    return refs;
}

void BuildsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    arrange();
    m_rest->start();
}

bool BuildsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Pane::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!enter)
        return Pane::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        open(m_view->currentIndex());
    return true;
}

QJsonObject BuildsPane::saveState() const
{
    return { { u"grouping"_s, m_grouping->currentIndex() }, { u"text"_s, m_filterBox->text() },
        { u"header"_s, QString::fromLatin1(m_view->header()->saveState().toBase64()) }, { u"columns"_s, m_view->saveColumns() },
        { u"split"_s, QString::fromLatin1(m_split->saveState().toBase64()) }, { u"trends"_s, m_trendsAction->isChecked() },
        { u"trendsOf"_s, m_trends ? m_trends->saveState() : m_trendsState }, { u"run"_s, m_opened ? m_run->key() : m_restoredRun },
        { u"closed"_s, QJsonArray::fromStringList(QStringList(m_closed.begin(), m_closed.end())) } };
}

void BuildsPane::restoreState(const QJsonObject &state)
{
    m_view->header()->restoreState(QByteArray::fromBase64(state.value("header"_L1).toString().toLatin1()));
    m_view->restoreColumns(state.value("columns"_L1).toObject());
    m_split->restoreState(QByteArray::fromBase64(state.value("split"_L1).toString().toLatin1()));
    for (const QJsonValue key : state.value("closed"_L1).toArray())
        m_closed.insert(key.toString());
    expandGroups();
    m_grouping->setCurrentIndex(std::clamp(state.value("grouping"_L1).toInt(), 0, 2));
    m_filterBox->setText(state.value("text"_L1).toString());
    m_restoredRun = state.value("run"_L1).toString();
    m_trendsState = state.value("trendsOf"_L1).toObject();
    if (m_trends)
        m_trends->restoreState(m_trendsState);
    m_trendsAction->setChecked(state.value("trends"_L1).toBool());
    ask();
}

} // namespace callboard::ui::panes
