// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/changes/changespane.h"

#include "models/items/userstate.h"
#include "models/search/mine.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/names.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/grouplist.h"
#include "ui/panes/common/listfilters.h"
#include "ui/panes/common/tableexport.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ChangesModel;
using ChangeColumns = ChangesModel::Columns;
using mirror::ChangeKind;

namespace {

    constexpr int roomForSource = 540;
    constexpr int soon = 300; ///< Milliseconds: pulls land in batches.

    class ChangesDelegate final : public GroupDelegate {
    public:
        using GroupDelegate::GroupDelegate;

    protected:
        void describe(RowCell &cell, const QModelIndex &index) const override
        {
            switch (ChangeColumns(index.column())) {
            case ChangeColumns::Entity:
                cell.iconName = kindIconName(index.data(items::KindRole).toString());
                if (!index.data(ChangesModel::PresentRole).toBool())
                    cell.ink = RowCell::Ink::Secondary;
                break;
            case ChangeColumns::Change:
                paintKind(cell, ChangeKind(index.data(ChangesModel::ChangeKindRole).toInt()));
                break;
            case ChangeColumns::At:
                cell.alignRight = true;
                cell.style.figures = true;
                [[fallthrough]];
            default: cell.ink = RowCell::Ink::Secondary;
            }
        }

    private:
        /// The sign says it before the colour does.
        static void paintKind(RowCell &cell, ChangeKind kind)
        {
            if (kind == ChangeKind::Added || kind == ChangeKind::Returned) {
                cell.text.prepend(u"+ "_s);
                cell.ink = RowCell::Ink::Ok;
            } else if (kind == ChangeKind::Removed) {
                cell.text.prepend(u"− "_s);
                cell.ink = RowCell::Ink::Failed;
            }
        }
    };

} // namespace

ChangesPane::ChangesPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_model(&context.workspace.mirror())
    , m_filterBox(new FilterBox(this))
    , m_period(new QComboBox)
    , m_date(new QDateEdit)
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_view(new GroupList(this))
    , m_exportAction(new QAction(icon(u"export"_s), tr("Export what is shown…"), this))
    , m_soon(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_view, 1);
    m_filterBox->setPlaceholder(tr("filter by entity or change"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the changes"));
    prepareView();
    m_soon->setSingleShot(true);
    m_soon->setInterval(soon);

    connect(m_soon, &QTimer::timeout, this, &ChangesPane::reload);
    attachListFilter(*m_filterBox, m_model, context);
    connect(m_filterBox, &FilterBox::textChanged, this, &ChangesPane::showState);
    m_filterBox->leaveTo(m_view);
    connect(m_view, &GroupList::opened, this, &ChangesPane::open);
    connect(m_exportAction, &QAction::triggered, this,
        [this] { exportTable(this, m_model, visibleColumns(*m_view->header()), u"changes"_s); });
    context.commands.bind(exportCommand(), m_view, m_exportAction);
    context.commands.bind(copyCommand(), m_view, [this] { copySelection(); });
    connect(&m_model, &ChangesModel::loaded, this, &ChangesPane::onLoaded);
    connect(&context.workspace.mirror(), &mirror::Mirror::snapshotChanged, this, &ChangesPane::reloadSoon);
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &ChangesPane::reloadSoon);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &ChangesPane::reloadSoon);
    connect(&context.user, &items::UserState::meChanged, this, &ChangesPane::reloadSoon);
    connect(this, &Pane::statusActionTriggered, this, &ChangesPane::onStatusAction);
    reload();
}

ChangesPane::~ChangesPane() = default;

QWidget *ChangesPane::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 4, 10, 4);
    row->setSpacing(6);
    const std::pair<Period, QString> periods[] { { Period::Yesterday, tr("Since yesterday") }, { Period::Week, tr("Last 7 days") },
        { Period::Month, tr("Last 30 days") }, { Period::Date, tr("Since a date") }, { Period::Ever, tr("All of history") } };
    for (const auto &[period, text] : periods)
        m_period->addItem(text, int(period));
    m_period->setCurrentIndex(int(Period::Week));
    m_period->setAccessibleName(tr("Since when"));
    setSmall(m_period);
    setSmall(m_date);
    m_date->setAccessibleName(tr("Since this date"));
    m_date->setCalendarPopup(true);
    m_date->setDate(QDate::currentDate().addDays(-14));
    m_date->setMaximumDate(QDate::currentDate());
    m_date->hide();
    m_facts->setElide(Qt::ElideRight);
    row->addWidget(m_period);
    row->addWidget(m_date);
    row->addWidget(m_facts, 1);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        m_date->setVisible(period() == Period::Date);
        reload();
    });
    connect(m_date, &QDateEdit::dateChanged, this, [this] {
        if (period() == Period::Date)
            reloadSoon();
    });
    return bar;
}

void ChangesPane::prepareView()
{
    m_view->present(m_model, *new ChangesDelegate(m_view), int(ChangeColumns::Change),
        { { int(ChangeColumns::Entity), 190 }, { int(ChangeColumns::Source), 120 }, { int(ChangeColumns::At), 60 } });
    m_view->setAccessibleName(tr("What changed"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->setSectionsMovable(true);
    m_view->header()->setFirstSectionMovable(true);
}

QDateTime ChangesPane::beginOf(Period period, const QDate &today, const QDate &chosen)
{
    switch (period) {
    case Period::Yesterday: return today.addDays(-1).startOfDay().toUTC();
    case Period::Week: return today.addDays(-7).startOfDay().toUTC();
    case Period::Month: return today.addDays(-30).startOfDay().toUTC();
    case Period::Date: return chosen.startOfDay().toUTC();
    case Period::Ever: break;
    }
    return {};
}

ChangesPane::Period ChangesPane::period() const
{
    return Period(m_period->currentData().toInt());
}

void ChangesPane::setPeriod(Period period)
{
    m_period->setCurrentIndex(m_period->findData(int(period)));
}

void ChangesPane::setTarget(const FocusTarget &target)
{
    if (target == m_target)
        return;
    m_target = target;
    reload();
}

std::optional<mirror::ChangesQuery> ChangesPane::query() const
{
    mirror::ChangesQuery asked;
    asked.since = beginOf(period(), QDate::currentDate(), m_date->date());
    const mirror::SnapshotPtr snapshot = context().workspace.mirror().snapshot();
    if (m_target.kind == FocusTarget::Kind::Mine) {
        const mirror::Row me = snapshot->find(context().user.me());
        if (me == mirror::noRow)
            return std::nullopt;
        search::askForMine(asked, *snapshot, me);
    } else if (m_target.kind == FocusTarget::Kind::Entity) {
        const bool owns = m_target.ref.startsWith("group:"_L1) || m_target.ref.startsWith("user:"_L1);
        (owns ? asked.owners : asked.refs).append(m_target.ref);
    }
    return asked;
}

void ChangesPane::reloadSoon()
{
    m_outdated = true;
    if (isVisible() && !m_soon->isActive())
        m_soon->start();
}

void ChangesPane::reload()
{
    m_outdated = false;
    QHash<QString, QString> names;
    for (const sync::ConnectionInfo &connection : context().workspace.connections())
        names.insert(connection.id, connection.name);
    m_model.setConnectionNames(names);
    if (const auto asked = query())
        m_model.load(*asked);
    else
        m_model.clear();
    showState();
}

void ChangesPane::onLoaded()
{
    showState();
}

QString ChangesPane::subjectOfTarget() const
{
    switch (m_target.kind) {
    case FocusTarget::Kind::All: return tr("Everything");
    case FocusTarget::Kind::Mine: return tr("What is mine");
    case FocusTarget::Kind::Entity: break;
    }
    return nameOf(*context().workspace.mirror().snapshot(), m_target.ref);
}

QString ChangesPane::facts() const
{
    const mirror::Changes &facts = m_model.facts();
    const auto added = facts.count(ChangeKind::Added) + facts.count(ChangeKind::Returned);
    const auto changed = facts.count(ChangeKind::Body) + facts.count(ChangeKind::Relations);
    const auto removed = facts.count(ChangeKind::Removed);
    QStringList said;
    if (added > 0)
        said += tr("%n added", nullptr, int(added));
    if (changed > 0)
        said += tr("%n change(s)", nullptr, int(changed));
    if (removed > 0)
        said += tr("%n removed", nullptr, int(removed));
    for (const mirror::Changes::Arrival &arrival : facts.arrivals)
        said += tr("%n entities first seen", nullptr, int(arrival.entities));
    return said.join(u" · "_s);
}

void ChangesPane::showState()
{
    const Freshness freshness(context().workspace);
    setSubject(subjectOfTarget(), m_period->currentText());
    m_facts->setText(facts());
    setAsOf(freshness.asOf());
    m_exportAction->setEnabled(m_model.entityCount() > 0);
    if (m_model.failure()) {
        setStatus({ PaneStatus::State::Failed, tr("What changed cannot be read"), sentenceText(*m_model.failure()), tr("Try again"), u"clock"_s });
    } else if (m_model.entityCount() > 0) {
        if (const auto &failure = freshness.failure())
            setStatus({ PaneStatus::State::Stale, tr("Later changes are not known: %1 could not be read.").arg(failure->connectionName),
                sentenceText(failure->error), tr("Try again"), {} });
        else
            setStatus({});
    } else if (m_model.isLoading()) {
        setStatus({ PaneStatus::State::Loading, {}, {}, {}, {} });
    } else {
        setStatus(nothingShown());
    }
}

PaneStatus ChangesPane::nothingShown() const
{
    using State = PaneStatus::State;
    if (!m_filterBox->text().isEmpty() && m_model.allCount() > 0)
        return { State::Empty, tr("No change fits this filter"), tr("Clear it to see all %1.").arg(QLocale().toString(m_model.allCount())),
            tr("Clear the filter"), u"filter"_s };
    if (m_target.kind == FocusTarget::Kind::Mine && context().workspace.mirror().snapshot()->find(context().user.me()) == mirror::noRow)
        return { State::Empty, tr("Who are you?"), tr("Choose yourself in the catalog pane; then what your teams own is shown here."),
            {}, u"clock"_s };
    const QDateTime begins = m_model.facts().begins;
    if (!begins.isValid())
        return { State::Empty, tr("Nothing has been read yet"), tr("From the first sync on, every change is kept here."), tr("Sync now"),
            u"clock"_s };
    const QDateTime since = beginOf(period(), QDate::currentDate(), m_date->date());
    const QString kept = tr("History is kept since %1.").arg(asOfMoment(begins));
    if (!since.isValid() || since <= begins)
        return { State::Empty, tr("Nothing has changed since it was first read"), kept, tr("Sync now"), u"clock"_s };
    return { State::Empty, tr("Nothing has changed in this time"), kept, tr("Show all of history"), u"clock"_s };
}

void ChangesPane::onStatusAction()
{
    const PaneStatus shown = status();
    if (!m_filterBox->text().isEmpty() && m_model.entityCount() == 0)
        m_filterBox->clear();
    else if (shown.actionText == tr("Show all of history"))
        setPeriod(Period::Ever);
    else if (shown.state == PaneStatus::State::Failed)
        reload();
    else
        context().workspace.pullNow();
}

void ChangesPane::open(const QModelIndex &index)
{
    if (const items::ChangedEntity *entity = m_model.entityAt(index))
        context().focus.openChanges(entity->ref, entity->version);
}

void ChangesPane::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        if (const items::ChangedEntity *entity = m_model.entityAt(index))
            lines += exactTime(entity->at) + u'\t' + entity->ref + u'\t' + index.siblingAtColumn(int(ChangeColumns::Change)).data().toString();
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QTreeView *ChangesPane::view() { return m_view; }

QWidget *ChangesPane::focusWidgetOfPane() { return m_view; }

QWidget *ChangesPane::headerWidget() { return m_filterBox; }

void ChangesPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_outdated)
        reload();
}

void ChangesPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    const bool narrow = width() < roomForSource;
    m_view->setColumnHidden(int(ChangeColumns::Source), narrow);
    // What changed is the longer text: where there is little room, the name leaves it the most of it.
    if (narrow)
        m_view->header()->resizeSection(int(ChangeColumns::Entity), qMax(100, width() * 2 / 5));
}

QJsonObject ChangesPane::saveState() const
{
    return { { u"period"_s, int(period()) }, { u"date"_s, m_date->date().toString(Qt::ISODate) }, { u"text"_s, m_filterBox->text() },
        { u"header"_s, QString::fromLatin1(m_view->header()->saveState().toBase64()) } };
}

void ChangesPane::restoreState(const QJsonObject &state)
{
    m_view->header()->restoreState(QByteArray::fromBase64(state.value("header"_L1).toString().toLatin1()));
    if (const QDate date = QDate::fromString(state.value("date"_L1).toString(), Qt::ISODate); date.isValid())
        m_date->setDate(date);
    const int period = state.value("period"_L1).toInt(int(Period::Week));
    if (m_period->findData(period) >= 0)
        setPeriod(Period(period));
    m_filterBox->setText(state.value("text"_L1).toString());
    m_model.setText(m_filterBox->text());
}

} // namespace callboard::ui::panes
