// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/runview.h"

#include "models/builds/runstory.h"
#include "models/items/buildwording.h"
#include "models/items/keyedselection.h"
#include "models/sync/buildlog.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/builds/buildlook.h"
#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runparts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QTimeZone>
#include <QSplitter>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::noRun;
using builds::RunRow;
using domain::BuildState;
using items::BuildWording;
using PartColumns = items::RunPartsModel::Columns;

namespace {

    constexpr int mostButtons = 2;
    constexpr int roomBeside = 560; // For jobs and log beside each other.

    QTreeView *makeTree(QAbstractItemModel *model, RowDelegate *delegate, const QString &name)
    {
        auto *view = new QTreeView;
        view->setModel(model);
        delegate->setParent(view);
        delegate->attach(view);
        view->setAccessibleName(name);
        view->setIndentation(14);
        return view;
    }

} // namespace

RunView::RunView(PaneContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_runs(builds::LiveRuns::of(context.workspace.mirror()))
    , m_actions(EntityActions::of(context))
    , m_again(new QTimer(this))
    , m_log(new LogPanel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_parts = makeTree(&m_model, new RunPartsDelegate(m_model, this), tr("Jobs and steps"));
    QHeaderView *head = m_parts->header();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(int(PartColumns::Name), QHeaderView::Stretch);
    head->resizeSection(int(PartColumns::Took), Theme::of(this).scaled(64));
    head->setMinimumSectionSize(48);
    head->resizeSection(int(PartColumns::Time), Theme::of(this).scaled(84));
    m_across = new QSplitter(Qt::Horizontal);
    m_across->addWidget(m_parts);
    m_across->addWidget(m_log);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({ Theme::of(this).scaled(330), Theme::of(this).scaled(600) });
    m_across->setChildrenCollapsible(false);
    // Where there is room, the bars have more of it.
    connect(m_across, &QSplitter::splitterMoved, this, [this, head] { head->resizeSection(int(PartColumns::Time), std::max(Theme::of(this).scaled(84), m_parts->width() / 3)); });
    auto *down = new QSplitter(Qt::Vertical);
    down->addWidget(m_across);
    down->addWidget(makeSince());
    down->setStretchFactor(0, 1);
    down->setChildrenCollapsible(false);
    column->addWidget(down, 1);
    m_pool.setMaxThreadCount(1);
    bindKeys();
    connect(m_parts->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunView::openLog);
    // Twice: rows must be there to be scrolled to, and bringing the current one back opens what it lies in.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &RunView::rememberParts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RunView::expandParts);
    new items::KeyedSelection(&m_model, m_parts->selectionModel(),
        { .topIndex = [this] { return m_parts->indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { m_parts->scrollTo(index, QAbstractItemView::PositionAtTop); },
            .isExpanded = {}, .expand = {} },
        this);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RunView::expandParts);
    connect(&m_log->view().document(), &builds::LogDocument::indexed, this, &RunView::jumpToFailure);
    // Who scrolled away from the end of a log that grows is where they want to be.
    connect(&m_log->view(), &LogView::followingChanged, this, [this](bool following) { m_jump = following; });
    connect(&m_actions, &EntityActions::changed, this, &RunView::showActions);
    m_again->setSingleShot(true);
    connect(m_again, &QTimer::timeout, this, &RunView::askAgain);
}

RunView::~RunView()
{
    m_logStop.request_stop();
    m_pool.clear(); // Only what was begun is waited for.
}

QWidget *RunView::makeHead()
{
    auto *head = new SurfaceWidget(int(Surface::Slip), Qt::BottomEdge);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_back = new IconButton(u"back"_s, tr("Back to the list (Esc)"));
    m_glyph = new StatusGlyph;
    m_glyph->setSide(16);
    m_headline = new TextLabel({}, TextRole::Heading3, TextLabel::Ink::Primary, QFont::DemiBold);
    m_headline->setElide(Qt::ElideRight);
    m_facts = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary);
    m_facts->setElide(Qt::ElideRight);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(6);
    first->addWidget(m_back);
    first->addWidget(m_glyph);
    first->addWidget(m_headline, 1);
    first->addLayout(m_buttons);
    m_title = new TextLabel({}, TextRole::Dense);
    m_title->setElide(Qt::ElideRight);
    m_story = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Warning);
    m_story->setElide(Qt::ElideRight);
    column->addLayout(first);
    column->addWidget(m_facts);
    column->addWidget(m_title);
    column->addWidget(m_story);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &RunView::backRequested);
    return head;
}

QWidget *RunView::makeSince()
{
    m_since = new QWidget;
    auto *column = new QVBoxLayout(m_since);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 4);
    m_sinceTitle = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Primary, QFont::DemiBold);
    m_sinceTitle->setElide(Qt::ElideRight);
    m_compare = new LinkLabel(tr("Compare at the host"), u"external-link"_s);
    row->addWidget(m_sinceTitle, 1);
    row->addWidget(m_compare);
    column->addLayout(row);
    m_commits = makeTree(&m_commitItems, new RowDelegate, tr("Commits since the last good run"));
    m_commits->setRootIsDecorated(false);
    column->addWidget(m_commits, 1);
    m_since->hide();
    connect(m_compare, &QAbstractButton::clicked, this, [this] { m_context.outward.browse(m_compareUrl); });
    connect(m_commits, &QTreeView::activated, this, &RunView::openCommit);
    return m_since;
}

void RunView::setBackShown(bool shown) { m_back->setVisible(shown); }
QString RunView::headline() const { return m_headline->text(); }
QString RunView::story() const { return m_story->text(); }

void RunView::clear()
{
    ++m_asked;
    m_asking = m_opening = false;
    m_again->stop();
    m_pool.clear();
    m_logStop.request_stop();
    m_key.clear();
    m_job.clear();
    m_hasJob = false;
    m_log->view().document().clear();
}

void RunView::open(const QString &key, const QString &connectionId)
{
    if (key == m_key && connectionId == m_connection)
        return;
    clear();
    m_key = key;
    m_connection = connectionId;
    m_record = {};
    m_run = {};
    m_since->hide();
    m_model.setDetail({}, 0);
    m_partText.clear();
    showNoLog({});
    showRun();
    if (const auto kept = m_context.workspace.mirror().record(QString(domain::recordtype::buildDetail), key))
        take(domain::BuildDetail::fromRecord(*kept));
    askDetail();
    lookBack();
}

void RunView::refresh()
{
    if (m_key.isEmpty())
        return;
    const domain::BuildRun before = m_run;
    showRun();
    if (before == m_run)
        return;
    askDetail();
    if (before.state != m_run.state)
        lookBack();
}

void RunView::showRun()
{
    if (const auto record = m_context.workspace.mirror().record(QString(domain::recordtype::buildRun), m_key)) {
        m_record = *record;
        m_run = domain::BuildRun::fromRecord(*record);
    }
    m_glyph->setStatus(statusOf(m_run.state));
    const QString name = m_run.number > 0 ? u'#' + QString::number(m_run.number) : m_run.id;
    m_headline->setText(tr("%1 %2, %3").arg(m_run.pipeline.isEmpty() ? m_run.project : m_run.pipeline, name, BuildWording::state(m_run.state)));
    m_title->setText(QStringList { BuildWording::cause(m_run.trigger, m_run.actor), m_run.title }.join(u"  "_s));
    m_log->setBaseName(m_run.project.section(u'/', -1) + u'-' + name);
    showFacts();
    showStory();
    showActions();
}

void RunView::showFacts()
{
    QStringList facts { m_run.project };
    if (!m_run.branch.isEmpty() || !m_run.pullRequest.isEmpty())
        facts += m_run.pullRequest.isEmpty() ? m_run.branch : tr("%1 for #%2").arg(m_run.branch, m_run.pullRequest);
    if (!m_run.commit.isEmpty())
        facts += shortId(m_run.commit);
    if (m_run.startedAt.isValid())
        facts += tr("took %1").arg(BuildWording::duration(m_run.startedAt.msecsTo(m_run.finishedAt.isValid() ? m_run.finishedAt : QDateTime::currentDateTimeUtc())));
    if (m_run.queuedAt.isValid() && m_run.startedAt > m_run.queuedAt)
        facts += tr("waited %1").arg(BuildWording::duration(m_run.queuedAt.msecsTo(m_run.startedAt)));
    const QDateTime at = m_run.finishedAt.isValid() ? m_run.finishedAt : m_run.startedAt.isValid() ? m_run.startedAt : m_run.queuedAt;
    if (at.isValid())
        facts += relativeTime(at);
    if (m_run.attempt > 1)
        facts += tr("attempt %1").arg(m_run.attempt);
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setToolTip(m_run.vendorState.isEmpty() ? exactTime(at) : tr("The host says “%1”; %2").arg(m_run.vendorState, exactTime(at)));
}

void RunView::showStory()
{
    const builds::RunIndexPtr index = m_runs.index();
    const RunRow row = index->findKey(m_key);
    QStringList said;
    if (row != noRun && builds::isBroken(m_run.state)) {
        const builds::LineStory story = builds::storyBefore(*index, row);
        if (story.brokenRuns > 1)
            said += tr("Broken since %1: %n runs in a row", nullptr, story.brokenRuns).arg(BuildWording::number(*index, story.brokenSince));
        if (const RunRow good = builds::lastGoodBefore(*index, row); good != noRun)
            said += tr("last passed: %1, %2").arg(BuildWording::number(*index, good), relativeTime(QDateTime::fromMSecsSinceEpoch(index->run(good).changedAt(), QTimeZone::UTC)));
        else
            said += tr("it never passed here");
    }
    if (row != noRun)
        said += flakyStory(*index, row);
    m_story->setText(said.join(u"; "_s));
    m_story->setVisible(!said.isEmpty());
}

QStringList RunView::flakyStory(const builds::RunIndex &index, RunRow row) const
{
    constexpr qsizetype most = 3;
    const builds::FlakinessPtr flakiness = m_runs.flakiness();
    QStringList said;
    if (flakiness->isFlaky(row) && flakiness->flake(flakiness->flakeOf(row)).isOfPipeline)
        said += tr("flaky: it both passed and failed on this commit");
    QStringList names;
    for (const auto job : flakiness->jobsBeside(index, row))
        names += flakiness->part(job).job;
    names.removeDuplicates(); // Each stage may have one of that name.
    if (!names.isEmpty())
        said += tr("flaky jobs: %1").arg(names.first(std::min(most, names.size())).join(u", "_s));
    return said;
}

std::vector<EntityActions::Offer> RunView::offers() const
{
    return m_key.isEmpty() ? std::vector<EntityActions::Offer>() : offersFor(m_actions, m_connection, m_record);
}

std::vector<EntityActions::Offer> RunView::offersFor(const EntityActions &actions, const QString &connectionId, const domain::Record &run)
{
    auto offers = actions.forRecord(connectionId, run);
    // Whoever comes to it comes for this.
    if (domain::BuildRun::fromRecord(run).state == BuildState::Waiting)
        std::ranges::stable_partition(offers, [](const EntityActions::Offer &offer) { return offer.action.id == "approve"_L1 || offer.action.id == "reject"_L1; });
    return offers;
}

void RunView::showActions()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto all = offers();
    auto *menu = new QMenu;
    int shown = 0;
    std::vector<EntityActions::Offer> others;
    for (const EntityActions::Offer &offer : all) {
        m_actions.ask(offer);
        if (shown < mostButtons && offer.allowed) {
            auto *button = new QPushButton(icon(offer.action.icon), offer.text());
            button->setObjectName(u"act."_s + offer.action.id);
            button->setToolTip(offer.action.help);
            setSmall(button);
            connect(button, &QPushButton::clicked, this, [this, offer] { m_actions.begin(offer); });
            m_buttons->addWidget(button);
            ++shown;
            continue;
        }
        others.push_back(offer);
    }
    m_actions.fill(*menu, others);
    if (!m_run.url.isEmpty())
        menu->addAction(icon(u"external-link"_s), tr("Open in the browser"), menu, [this] { openInBrowser(); });
    if (!m_run.commit.isEmpty())
        menu->addAction(icon(u"copy"_s), tr("Copy the commit"), menu, [this] { QGuiApplication::clipboard()->setText(m_run.commit); });
    auto *more = new IconButton(u"more"_s, tr("More for this run"));
    menu->setParent(more, menu->windowFlags());
    connect(more, &QToolButton::clicked, menu, [menu, more] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    m_buttons->addWidget(more);
}

void RunView::askDetail()
{
    m_asking = true;
    m_context.workspace.buildDetail(m_connection, m_run, this, [this, asked = m_asked](const domain::Result<domain::BuildDetail> &detail) {
        if (asked != m_asked)
            return;
        m_asking = false;
        if (detail)
            take(*detail);
        else if (m_model.detail().jobs.empty())
            showNoLog(tr("What this run is made of cannot be told now. %1").arg(sentenceText(detail.error())));
        askAgainLater(detail);
    });
}

/// Its jobs begin and end one after the other, while the run itself only runs.
bool RunView::isUnderWay() const
{
    return !m_key.isEmpty() && (m_run.state == BuildState::Running || m_run.state == BuildState::Queued);
}

void RunView::askAgainLater(const domain::Result<domain::BuildDetail> &last)
{
    const bool tells = last || last.error().code != domain::ErrorCode::Unsupported;
    if (tells && isUnderWay())
        m_again->start(m_pace);
}

/// What nobody sees is asked about once somebody does.
void RunView::askAgain()
{
    if (!isVisible() || !isUnderWay() || m_asking)
        return;
    if (!m_context.workspace.mayAskInPassing(m_connection))
        return m_again->start(m_pace);
    m_asking = true;
    const auto told = [this, asked = m_asked](const domain::Result<domain::BuildDetail> &detail) {
        if (asked != m_asked)
            return;
        m_asking = false;
        showFacts();
        if (detail)
            take(*detail);
        askAgainLater(detail);
    };
    m_context.workspace.askBuildDetail(m_connection, m_run, this, told);
}

void RunView::take(const domain::BuildDetail &detail)
{
    const bool isAgain = m_run.attempt > 1 && m_run.queuedAt.isValid();
    m_model.setDetail(detail, QDateTime::currentMSecsSinceEpoch(), isAgain ? m_run.queuedAt.toMSecsSinceEpoch() : 0);
    // A person may have gone elsewhere in the run since it was opened.
    if (m_parts->currentIndex().isValid())
        return;
    QModelIndex show = m_model.mostTelling();
    for (int row = 0; m_hasJob && row < int(detail.jobs.size()); ++row) {
        if (detail.jobs[size_t(row)].id == m_job)
            show = m_model.index(row, 0);
    }
    if (show.isValid())
        m_parts->setCurrentIndex(show);
    else
        showNoLog(tr("The host names no jobs of this run."));
}

void RunView::openLog(const QModelIndex &index)
{
    const domain::BuildJob *job = m_model.jobAt(index);
    using Kind = items::RunPartsModel::Kind;
    const bool says = index.isValid() && (!job || Kind(index.data(items::RunPartsModel::KindRole).toInt()) == Kind::Annotation);
    m_partText = says ? index.data(items::RunPartsModel::DetailRole).toString() : QString();
    showSaid();
    if (!job)
        return;
    const bool isSame = m_hasJob && job->id == m_job;
    // A log that could not be had is asked for again when its job has moved on, and once that has ended: it may come a moment later.
    const bool hasMovedOn = job->state != m_jobState || domain::isFinished(job->state);
    if (isSame && (m_opening || m_log->view().document().isOpen() || !hasMovedOn))
        return;
    m_logStop.request_stop();
    m_job = job->id;
    m_jobState = job->state;
    m_hasJob = true;
    m_opening = false;
    if (!isSame)
        showNoLog({});
    m_log->setNote({});
    m_log->view().document().clear();
    m_log->view().setFollowing(job->state == BuildState::Running);
    m_jump = true;
    if (job->state == BuildState::Queued || job->state == BuildState::Waiting || job->state == BuildState::Skipped)
        return showNoLog(tr("“%1” has no log: it is %2.").arg(job->name, BuildWording::state(job->state)));
    m_opening = true;
    const auto current = [this, asked = m_asked, id = job->id] { return asked == m_asked && m_hasJob && id == m_job; };
    m_logStop = m_context.workspace.followBuildLog(m_connection, m_run, *job, this,
        [this, current](const sync::BuildLog &log) {
            if (current())
                takeLog(log);
        },
        [this, current](const domain::Result<sync::BuildLog> &log) {
            if (!current())
                return;
            m_opening = false;
            if (log)
                takeLog(*log);
            else if (log.error().code != domain::ErrorCode::Cancelled)
                showNoLog(tr("The log cannot be read. %1").arg(sentenceText(log.error())));
            // The job may have moved on while its log was asked for.
            const QModelIndex part = m_parts->currentIndex();
            if (const domain::BuildJob *now = m_model.jobAt(part); !log && now && now->id == m_job && now->state != m_jobState)
                openLog(part);
        });
}

void RunView::showSaid() { m_log->say(m_partText.isEmpty() ? m_noLog : m_partText); }

void RunView::showNoLog(const QString &why)
{
    m_noLog = why;
    showSaid();
}

void RunView::takeLog(const sync::BuildLog &log)
{
    m_opening = false;
    showNoLog({});
    m_log->view().document().grow(log.path, log.bytes, log.ended);
    QStringList notes;
    if (log.ended)
        notes += tr("kept for offline");
    if (log.cut)
        notes += tr("cut: there was more than may be kept");
    m_log->setNote(notes.join(u", "_s));
}

/// Of a log that is followed its end is shown while it grows; once it is over it matters why it failed.
void RunView::jumpToFailure()
{
    builds::LogDocument &document = m_log->view().document();
    const bool isGrowing = m_log->view().isFollowing() && !document.isWhole();
    if (!m_jump || isGrowing || document.errors().empty())
        return;
    m_jump = false;
    m_log->view().goToLine(document.errors().front());
}

void RunView::rerun(EntityActions &actions, const std::vector<EntityActions::Offer> &offers, bool asksFirst)
{
    const auto found = std::ranges::find_if(offers, [](const EntityActions::Offer &offer) {
        return offer.allowed && (offer.action.icon == "rerun"_L1 || offer.action.id.contains("rerun"_L1) || offer.action.id.contains("retry"_L1));
    });
    if (found == offers.end())
        return;
    EntityActions::Offer offer = *found;
    if (asksFirst) {
        offer.action.asksFirst = true;
        if (offer.action.about.isEmpty())
            offer.action.about = tr("It runs #{number} of {project} on {branch} once more.");
    }
    actions.begin(offer);
}

void RunView::openInBrowser() { m_context.outward.browse(QUrl(m_run.url, QUrl::StrictMode)); }

Commands::Command RunView::nextFailureCommand()
{
    return { u"build.nextFailure"_s, tr("Next failure"), {}, u"build-fail"_s, { QKeySequence(Qt::Key_F8) },
        tr("Goes to the next run that failed, or to the next place in the log that says why."), false, true };
}

Commands::Command RunView::previousFailureCommand()
{
    return { u"build.previousFailure"_s, tr("Previous failure"), {}, u"build-fail"_s, { QKeySequence(Qt::SHIFT | Qt::Key_F8) },
        tr("The same backwards."), false, true };
}

Commands::Command RunView::rerunCommand()
{
    return { u"build.rerun"_s, tr("Run the build again"), {}, u"sync"_s, { QKeySequence(Qt::CTRL | Qt::Key_R) },
        tr("Has the CI run the build that is open, or chosen in the list, once more."), false, true };
}

void RunView::bindKeys()
{
    Commands &commands = m_context.commands;
    commands.bind(rerunCommand(), this, [this] { rerun(m_actions, offers(), false); });
    commands.bind(browseCommand(), this, [this] { openInBrowser(); });
    for (const auto &[view, copy] : { std::pair { m_parts, &RunView::copyPart }, std::pair { m_commits, &RunView::copyCommit } }) {
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
        view->addAction(commands.bind(copyCommand(), view, [this, copy] { (this->*copy)(); }));
    }
    QAction *browse = commands.bind(browseCommand(), m_commits, [this] { openCommit(); });
    browse->setEnabled(false);
    m_commits->addAction(browse);
    connect(m_commits->selectionModel(), &QItemSelectionModel::currentChanged, browse,
        [this, browse] { browse->setEnabled(!commitPage().isEmpty()); });
    commands.bind(nextFailureCommand(), this, [this] { m_log->view().goToFailure(1); });
    commands.bind(previousFailureCommand(), this, [this] { m_log->view().goToFailure(-1); });
    commands.bind({ u"build.saveLog"_s, tr("Save the log…"), {}, {}, { QKeySequence(Qt::CTRL | Qt::Key_S) }, tr("Writes the log to a file."), false, true },
        m_log, [this] { Q_EMIT m_log->view().saveRequested(); });
    commands.bind(findCommand(), m_log, [this] { Q_EMIT m_log->view().findRequested(); });
    commands.bind(findNextCommand(), this, [this] { m_log->view().goToHit(1); });
    commands.bind(findPreviousCommand(), this, [this] { m_log->view().goToHit(-1); });
}

bool RunView::event(QEvent *event)
{
    // The window has shortcuts on these; while a part of the run has the keyboard they are the run's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && m_back->isVisible()) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RunView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (isUnderWay() && !m_again->isActive())
        m_again->start(0);
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() < Theme::of(this).scaled(roomBeside) ? Qt::Vertical : Qt::Horizontal;
    if (wanted == m_across->orientation())
        return;
    m_across->setOrientation(wanted);
    if (wanted == Qt::Vertical)
        m_across->setSizes({ height() / 3, height() * 2 / 3 });
    else
        m_across->setSizes({ Theme::of(this).scaled(290), width() - Theme::of(this).scaled(290) });
}

void RunView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        return Q_EMIT backRequested();
    QWidget::keyPressEvent(event);
}

} // namespace callboard::ui::panes
