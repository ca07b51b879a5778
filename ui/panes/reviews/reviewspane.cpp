// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/reviews/reviewspane.h"

#include "models/sync/networkstate.h"
#include "ui/kit/codeview.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/columnchoice.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/grouplist.h"
#include "ui/panes/common/listfilters.h"
#include "ui/panes/common/tableexport.h"
#include "ui/panes/reviews/clonefetch.h"
#include "ui/panes/reviews/clonework.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::Review;
using items::ReviewsModel;
using ReviewColumns = ReviewsModel::Columns;

namespace {

    /// Of the list for each column; below it the titles say more.
    std::vector<int> roomFor()
    {
        std::vector<int> room(size_t(ReviewColumns::Count), 0);
        const std::pair<ReviewColumns, int> needs[] { { ReviewColumns::Verdict, 420 }, { ReviewColumns::Size, 480 }, { ReviewColumns::Entity, 700 }, { ReviewColumns::Owner, 700 },
            { ReviewColumns::Reviewers, 900 }, { ReviewColumns::Labels, 1020 }, { ReviewColumns::Number, 1280 }, { ReviewColumns::Author, 1380 } };
        for (const auto &[column, width] : needs)
            room[size_t(column)] = width;
        return room;
    }
    constexpr auto approveAction = "approveReview"_L1; // docs/writing-an-integration.md

    QString offeredId(const EntityActions::Offer &offer) { return offer.action.id; }

    class ReviewsDelegate final : public GroupDelegate {
    public:
        explicit ReviewsDelegate(const ReviewsPane &pane, QObject *parent)
            : GroupDelegate(parent)
            , m_pane(pane)
        {
        }

    protected:
        void describe(RowCell &cell, const QModelIndex &index) const override
        {
            switch (ReviewColumns(index.column())) {
            case ReviewColumns::Title:
                cell.secondary = index.data(items::DescriptionRole).toString();
                if (index.data(ReviewsModel::DraftRole).toBool()) {
                    cell.badge = ReviewsPane::tr("draft");
                    cell.ink = RowCell::Ink::Secondary;
                }
                break;
            case ReviewColumns::Checks: paintChecks(cell, index); break;
            case ReviewColumns::Verdict: paintVerdict(cell, Review::Verdict(index.data(ReviewsModel::VerdictRole).toInt())); break;
            case ReviewColumns::Entity:
                cell.iconName = kindIconName(index.data(items::KindRole).toString());
                cell.ink = RowCell::Ink::Secondary;
                break;
            case ReviewColumns::Age: cell.text = shortAge(index.data(items::AgeRole).toDateTime()); [[fallthrough]];
            case ReviewColumns::Size:
                cell.alignRight = true;
                cell.style.figures = true;
                [[fallthrough]];
            default: cell.ink = RowCell::Ink::Secondary;
            }
        }

        QString secondLine(const QModelIndex &index) const override { return index.column() == int(ReviewColumns::Title) ? m_pane.secondLine(index) : QString(); }

    private:
        static void paintChecks(RowCell &cell, const QModelIndex &index)
        {
            const auto checks = BuildState(index.data(ReviewsModel::ChecksRole).toInt());
            if (index.data(ReviewsModel::ConflictsRole).toBool() || domain::isBroken(checks)) {
                cell.status = domain::isBroken(checks) ? Status::Failed : Status::Warning;
                cell.ink = domain::isBroken(checks) ? RowCell::Ink::Failed : RowCell::Ink::Warning;
            } else if (checks == BuildState::Passed) {
                cell.status = Status::Ok;
                cell.ink = RowCell::Ink::Secondary;
            } else if (checks == BuildState::Running) {
                cell.status = Status::Running;
            } else if (checks == BuildState::Queued || checks == BuildState::Waiting) {
                cell.status = Status::Queued;
            }
        }
        static void paintVerdict(RowCell &cell, Review::Verdict verdict)
        {
            if (verdict == Review::Verdict::Approved)
                cell.ink = RowCell::Ink::Ok;
            else if (verdict == Review::Verdict::ChangesRequested)
                cell.ink = RowCell::Ink::Warning;
            else
                cell.ink = RowCell::Ink::Secondary;
        }

        const ReviewsPane &m_pane;
    };

    ReviewsModel::Names namesIn(PaneContext context)
    {
        const auto nameOf = [context](QStringView ref) {
            const auto snapshot = context.workspace.mirror().snapshot();
            const mirror::Row row = snapshot->find(ref);
            return row == mirror::noRow ? QString() : snapshot->displayName(row).toString();
        };
        return { [nameOf](const QString &ref) { return nameOf(ref); },
            [context, nameOf](const QString &ref) {
                const auto snapshot = context.workspace.mirror().snapshot();
                const mirror::Row row = snapshot->find(ref);
                return row == mirror::noRow ? QString() : nameOf(snapshot->string(snapshot->ownerId(row)));
            } };
    }

} // namespace

ReviewsPane::ReviewsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_desk(NoticeDesk::of(context))
    , m_actions(EntityActions::of(context))
    , m_model(namesIn(context))
    , m_filterBox(new FilterBox(this))
    , m_view(new GroupList(this))
{
    m_pool.setMaxThreadCount(1);
    m_approve = addAction(u"check"_s, tr("Approve"), { u"review.approve"_s, tr("Approve the review…"), {}, u"check"_s, { QKeySequence(Qt::CTRL | Qt::Key_Y) },
        tr("Approves it at its host, once you have said yes."), false, true }, &ReviewsPane::approveCurrent);
    m_browse = addAction(u"external-link"_s, tr("Open in the browser"), browseCommand(), &ReviewsPane::openInBrowser);
    m_checkOut = addAction(u"branch"_s, tr("Check out in the clone"),
        { u"review.checkOut"_s, tr("Check the review out in the clone"), {}, u"branch"_s, { QKeySequence(Qt::CTRL | Qt::Key_G) }, {}, false, true }, &ReviewsPane::checkOutCurrent);
    m_diff = addAction(u"docs"_s, tr("Show what it changes"),
        { u"review.diff"_s, tr("Show what the review changes"), {}, u"docs"_s, { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G) }, {}, false, true }, &ReviewsPane::showDiff);
    m_copy = addAction(u"copy"_s, tr("Copy"), copyCommand(), &ReviewsPane::copySelection);
    m_export = addAction(u"export"_s, tr("Export what is shown…"), exportCommand(), &ReviewsPane::exportShown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    m_filterBox->setPlaceholder(tr("filter the reviews"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the reviews"));
    prepareView();
    attachListFilter(*m_filterBox, m_model, context, ReviewsModel::filterKeys());
    connect(m_filterBox, &FilterBox::textChanged, this, &ReviewsPane::showState);
    m_filterBox->leaveTo(m_view);
    connect(&m_desk.watch(), &notices::NoticeWatch::reviewsChanged, this, &ReviewsPane::reload);
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &ReviewsPane::showState);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &ReviewsPane::showState);
    connect(&m_actions, &EntityActions::changed, this, &ReviewsPane::showActions);
    connect(this, &Pane::statusActionTriggered, this, [this] {
        if (m_model.reviewCount() == 0 && m_filterBox->text().isEmpty())
            return this->context().workspace.pullNow();
        m_stop.request_stop(); // Of what is being fetched, if anything is.
        m_said.clear();
        if (!std::exchange(m_isFetching, false))
            m_filterBox->clear();
        showState();
    });
    reload();
}

ReviewsPane::~ReviewsPane() { m_stop.request_stop(); }

QAction *ReviewsPane::addAction(const QString &iconName, const QString &text, const Commands::Command &command, void (ReviewsPane::*run)())
{
    auto *action = new QAction(icon(iconName), text, this);
    connect(action, &QAction::triggered, this, run);
    context().commands.bind(command, this, action);
    return action;
}

void ReviewsPane::prepareView()
{
    m_delegate = new ReviewsDelegate(*this, m_view);
    m_view->present(m_model, *m_delegate, int(ReviewColumns::Title),
        { { int(ReviewColumns::Checks), 86 }, { int(ReviewColumns::Verdict), 108 }, { int(ReviewColumns::Size), 86 }, { int(ReviewColumns::Entity), 130 }, { int(ReviewColumns::Owner), 100 },
            { int(ReviewColumns::Reviewers), 120 }, { int(ReviewColumns::Labels), 120 }, { int(ReviewColumns::Age), 48 }, { int(ReviewColumns::Number), 120 }, { int(ReviewColumns::Author), 90 } });
    m_columns = new ColumnChoice(*m_view->header(), roomFor());
    connect(m_columns, &ColumnChoice::changed, this, &ReviewsPane::showColumns);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    m_view->setAccessibleName(tr("Reviews"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto shown = menu();
        shown->setAttribute(Qt::WA_DeleteOnClose);
        shown.release()->popup(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_view, &GroupList::opened, this, &ReviewsPane::openEntity);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewsPane::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, m_view, [this] {
        for (int group = 0; group < m_model.rowCount(); ++group)
            m_view->setFirstColumnSpanned(group, {}, true);
    });
}

void ReviewsPane::reload()
{
    m_model.setReviews(m_desk.watch().reviews(), QDateTime::currentDateTimeUtc());
    showState();
}

void ReviewsPane::reveal(const QString &connectionId, const QString &reviewKey)
{
    m_filterBox->clear();
    const QString ref = connectionId + u'|' + reviewKey;
    const auto found = m_model.match(m_model.index(0, 0), items::RefRole, ref, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_view->setCurrentIndex(found.first());
}

const Review *ReviewsPane::current() const
{
    const auto *seen = m_model.reviewAt(m_view->currentIndex());
    return seen ? &seen->review : nullptr;
}

QString ReviewsPane::cloneOfCurrent() const
{
    const Review *review = current();
    if (!review)
        return {};
    std::vector<domain::CloneState> clones;
    for (const domain::Record &record : context().workspace.mirror().records(QString(domain::recordtype::clone)).value_or(std::vector<domain::Record>()))
        clones.push_back(domain::CloneState::fromRecord(record));
    return cloneOf(*review, clones);
}

void ReviewsPane::showState()
{
    using Group = ReviewsModel::Group;
    using State = PaneStatus::State;
    const Freshness freshness(context().workspace, domain::recordtype::review);
    const int waiting = m_model.count(Group::WaitsForMe);
    setSubject(tr("Reviews"), waiting > 0 ? tr("%n wait for you", nullptr, waiting) : QString());
    setCount(waiting);
    setAsOf(freshness.asOf(), freshness.isOld());
    const bool any = current() != nullptr;
    for (QAction *action : { m_browse, m_checkOut, m_diff, m_copy })
        action->setEnabled(any);
    m_export->setEnabled(m_model.reviewCount() > 0);
    showActions();
    if (m_model.reviewCount() == 0 && !m_filterBox->text().isEmpty())
        setStatus({ State::Empty, tr("No review fits this filter"), {}, tr("Clear the filter"), u"filter"_s });
    else if (m_model.reviewCount() == 0)
        setStatus({ State::Empty, tr("No reviews are open"), tr("A source that hosts code brings pull and merge requests here."), tr("Sync now"), u"branch"_s });
    else if (!m_said.isEmpty())
        setStatus({ State::Stale, m_said, m_detail, m_isFetching ? tr("Cancel") : tr("Understood"), {} });
    else
        setStatus({});
}

std::vector<EntityActions::Offer> ReviewsPane::offers() const
{
    const auto *seen = m_model.reviewAt(m_view->currentIndex());
    return seen ? m_actions.forRecord(seen->connectionId, seen->review.toRecord()) : std::vector<EntityActions::Offer>();
}

/// Why it cannot be approved is read where it would be pressed.
void ReviewsPane::showActions()
{
    const auto all = offers();
    for (const EntityActions::Offer &offer : all)
        m_actions.ask(offer);
    const auto approve = std::ranges::find(all, approveAction, offeredId);
    const bool isOffered = approve != all.end();
    m_approve->setEnabled(isOffered && approve->allowed);
    m_approve->setText(isOffered ? approve->text() : current() ? tr("Approve (its host offers nothing here)") : tr("Approve"));
    m_approve->setToolTip(isOffered && !approve->allowed ? approve->reason : QString(m_approve->text()).remove(u'&'));
}

std::unique_ptr<QMenu> ReviewsPane::menu()
{
    auto menu = std::make_unique<QMenu>(this);
    menu->addActions({ m_approve, m_checkOut, m_diff });
    auto others = offers();
    std::erase_if(others, [](const EntityActions::Offer &offer) { return offer.action.id == approveAction; });
    m_actions.fill(*menu, others);
    menu->addSeparator();
    menu->addActions({ m_browse, m_copy, m_export });
    menu->addSeparator();
    m_columns->fillSortMenu(*menu->addMenu(tr("Sort by")));
    m_columns->fillMenu(*menu->addMenu(tr("Columns")));
    return menu;
}

void ReviewsPane::sayFetching(const Review &review, const QString &clone)
{
    m_isFetching = true;
    m_said = tr("Fetching %1").arg(review.key());
    m_detail = clone;
    showState();
}

void ReviewsPane::withHead(const Review &review, const QString &clone, std::function<void()> work)
{
    m_stop.request_stop(); // Whoever asks for another review no longer waits for the one before.
    m_stop = std::stop_source();
    m_isFetching = false;
    const bool mayFetch = context().workspace.network().mayUse();
    m_pool.start([this, review, clone, mayFetch, stop = m_stop.get_token(), work = std::move(work)] {
        if (hasHead(clone, review))
            return work();
        const auto inWindow = [this, stop](std::function<void()> then) {
            QMetaObject::invokeMethod(this, [stop, then = std::move(then)] {
                if (!stop.stop_requested())
                    then();
            }, Qt::QueuedConnection);
        };
        if (!mayFetch)
            return inWindow([this, review, clone] { say(tr("It is not in the clone yet"), tr("You work offline: try again once the network may be used (%1).").arg(clone)); });
        inWindow([this, review, clone] { sayFetching(review, clone); });
        const auto fetched = fetchReview(clone, review, stop);
        if (!fetched)
            return inWindow([this, clone, why = fetched.error()] { say(tr("It could not be fetched"), gitSentenceText(why, clone)); });
        if (!stop.stop_requested())
            work();
    });
}

void ReviewsPane::say(const QString &headline, const QString &detail)
{
    m_isFetching = false;
    m_said = headline;
    m_detail = detail;
    showState();
    Q_EMIT done(headline);
}

void ReviewsPane::openEntity()
{
    const Review *review = current();
    if (review && context().workspace.mirror().snapshot()->find(review->entityRefs.value(0)) != mirror::noRow)
        context().focus.open(review->entityRefs.first());
    else if (review)
        openInBrowser();
}

void ReviewsPane::openInBrowser()
{
    if (const Review *review = current())
        context().outward.browse(QUrl(review->url));
}

void ReviewsPane::approveCurrent()
{
    const auto all = offers();
    if (const auto approve = std::ranges::find(all, approveAction, offeredId); approve != all.end() && approve->allowed)
        m_actions.begin(*approve);
}

void ReviewsPane::checkOutCurrent()
{
    const Review *review = current();
    if (!review)
        return;
    const QString clone = cloneOfCurrent();
    if (clone.isEmpty())
        return say(tr("There is no clone of %1 in your folders").arg(review->project), tr("Add the folder that it lies in as a source."));
    withHead(*review, clone, [this, review = *review, clone] {
        const auto branch = checkOut(clone, review);
        QMetaObject::invokeMethod(this, [this, branch, clone] {
            if (branch)
                say(tr("%1 is checked out").arg(*branch), clone);
            else if (branch.error().code == domain::ErrorCode::NotFound)
                say(tr("It has moved on at its host since it was read here"), tr("Sync, then try once more (%1).").arg(clone));
            else
                say(tr("Nothing was checked out: your work there stays as it is"), tr("%1 (%2)").arg(branch.error().detail, clone));
        }, Qt::QueuedConnection);
    });
}

void ReviewsPane::showDiff()
{
    const Review *review = current();
    if (!review)
        return;
    const QString clone = cloneOfCurrent();
    if (clone.isEmpty())
        return say(tr("There is no clone of %1 in your folders").arg(review->project), tr("Add the folder that it lies in as a source."));
    withHead(*review, clone, [this, review = *review, clone] {
        const auto diff = diffOf(clone, review);
        QMetaObject::invokeMethod(this, [this, diff, clone, review] {
            if (!diff)
                return say(tr("It cannot be compared in the clone"), tr("%1 (%2)").arg(diff.error().detail, clone));
            m_isFetching = false;
            m_said.clear();
            showState();
            auto *dialog = new QDialog(this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(tr("%1: what it changes").arg(review.key()));
            dialog->resize(900, 640);
            auto *column = new QVBoxLayout(dialog);
            if (diff->isCut) {
                const QString cut = tr("It is cut: only the first %1 are shown.").arg(byteCount(longestReviewDiff));
                column->addWidget(new TextLabel(cut, TextRole::Dense, TextLabel::Ink::Warning));
            }
            auto *code = new CodeView;
            code->setReadOnly(true);
            code->setAccessibleName(tr("What %1 changes").arg(review.title));
            code->setSource(diff->text, u"review.diff"_s);
            column->addWidget(code);
            dialog->open();
            Q_EMIT done(review.key());
        }, Qt::QueuedConnection);
    });
}

void ReviewsPane::exportShown() { exportTable(this, m_model, m_columns->wanted(), id()); }

void ReviewsPane::copySelection()
{
    if (const Review *review = current())
        QGuiApplication::clipboard()->setText(review->url.isEmpty() ? review->key() : review->url);
}

QTreeView *ReviewsPane::view() { return m_view; }

QWidget *ReviewsPane::focusWidgetOfPane() { return m_view; }

QWidget *ReviewsPane::headerWidget() { return m_filterBox; }

void ReviewsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_columns->fit(width());
    showColumns();
}

void ReviewsPane::showColumns()
{
    const QList<int> hidden = m_columns->givingWay();
    // Of a wide pane only what few look for is left out: that is in the tool tip.
    const bool isNarrow = std::ranges::any_of(hidden, [](int column) { return column < int(ReviewColumns::Reviewers); });
    if (hidden == m_below)
        return;
    m_below = hidden;
    m_delegate->setTwoLines(isNarrow);
    m_view->doItemsLayout();
}

QString ReviewsPane::secondLine(const QModelIndex &index) const
{
    if (!m_delegate->hasTwoLines() || index.data(items::GroupRole).toBool())
        return {};
    QStringList said;
    for (const int column : m_below) {
        const QString text = index.siblingAtColumn(column).data().toString();
        if (!text.isEmpty())
            said += ReviewColumns(column) == ReviewColumns::Reviewers ? tr("asked: %1").arg(text) : text;
    }
    return said.join(u" · "_s);
}

QJsonObject ReviewsPane::saveState() const
{
    return { { u"columns"_s, m_columns->saveState() } };
}

void ReviewsPane::restoreState(const QJsonObject &state)
{
    m_columns->restoreState(state.value("columns"_L1).toObject());
}

} // namespace callboard::ui::panes
