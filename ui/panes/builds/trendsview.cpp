// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/trendsview.h"

#include "models/items/buildsmodel.h"
#include "models/items/buildwording.h"
#include "ui/kit/card.h"
#include "ui/kit/chartcard.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/tableexport.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::BuildWording;

namespace {

    constexpr int chartHeight = 236;
    constexpr int groupsHeight = 220;
    constexpr int roomForTwo = 700;
    constexpr int lastOfRuns = 7; ///< Of the totals' columns; those of deployments follow.

    double known(qint64 milliseconds) { return milliseconds < 0 ? unknownValue : double(milliseconds); }

    struct Cell {
        QString text;
        double value; ///< To sort by.
    };

    std::vector<Cell> cells(const builds::TrendPoint &point)
    {
        const auto time = [](qint64 milliseconds) { return Cell { BuildWording::duration(milliseconds), double(milliseconds) }; };
        const auto count = [](int number) { return Cell { QString::number(number), double(number) }; };
        return { count(point.runs()), { BuildWording::percent(point.success()), point.success() }, time(point.took50), time(point.took95), time(point.waited50),
            count(point.repairs), time(point.repaired50) };
    }

    QString perDay(double number) { return QLocale().toString(number, 'f', 2); }

    /// Of a group whose deployments nobody tells of nothing is known, not even how many there were.
    std::vector<Cell> cells(const builds::DoraMeasures &dora, bool hasDeployments)
    {
        if (!hasDeployments)
            return std::vector<Cell>(4, Cell { {}, -1 });
        return { { perDay(dora.perDay), dora.perDay }, { BuildWording::duration(dora.lead50), double(dora.lead50) },
            { BuildWording::percent(dora.failureRate), dora.failureRate }, { BuildWording::duration(dora.restore50), double(dora.restore50) } };
    }

    void addRow(QStandardItemModel &model, const QString &name, const std::vector<Cell> &ofRuns, const std::vector<Cell> &ofDeployments)
    {
        QList<QStandardItem *> row { new QStandardItem(name) };
        row.last()->setData(name, items::SortRole);
        for (const auto *cells : { &ofRuns, &ofDeployments }) {
            for (const Cell &cell : *cells) {
                row += new QStandardItem(cell.text);
                row.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                row.last()->setData(cell.value, items::SortRole);
            }
        }
        model.appendRow(row);
    }

    /// Whose runs these are.
    QSet<QString> entitiesOf(const builds::RunIndex &index, std::span<const builds::RunRow> rows)
    {
        QSet<quint32> entities;
        for (const builds::RunRow row : rows) {
            for (const quint32 entity : index.entitiesOf(row))
                entities.insert(entity);
        }
        QSet<QString> refs;
        for (const quint32 entity : std::as_const(entities))
            refs.insert(index.text(index.entities()[entity]).toString());
        return refs;
    }

    /// Exported, a chart must say whose it is.
    QString titleOf(const QString &measure, const QString &group) { return group.isEmpty() ? measure : QString(measure + u" · " + group); }

    template <typename Point>
    using SeriesOf = std::vector<std::pair<QString, double (*)(const Point &)>>;

    /// Its rows are the steps; of each series a function says the value at a point.
    template <typename Point>
    ChartContent contentOf(const builds::TrendTime &time, const QString &step, const QString &title, ChartUnit unit, const std::vector<Point> &points, const SeriesOf<Point> &series)
    {
        ChartContent content { title, step, unit, {}, {} };
        for (const Point &point : points)
            content.rows.push_back(time.step == builds::TrendStep::Week ? weekRow(point.from) : dayRow(point.from));
        for (const auto &[name, valueOf] : series) {
            content.series.push_back({ name, {}, {} });
            std::ranges::transform(points, std::back_inserter(content.series.back().values), valueOf);
        }
        return content;
    }

} // namespace

TrendsView::TrendsView(QWidget *parent)
    : QWidget(parent)
    , m_step(new QComboBox)
    , m_period(new QComboBox)
    , m_doraNote(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_groups(new QTreeView)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(makeBar());
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(10, 4, 10, 10);
    column->setSpacing(8);
    column->addWidget(makeDora());
    for (ChartCard *&card : m_cards) {
        card = new ChartCard(ChartKind::Line);
        card->setMinimumHeight(chartHeight);
    }
    m_grid = new QGridLayout;
    m_grid->setSpacing(8);
    column->addLayout(m_grid);
    arrange();
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    setSurface(body, Surface::Board);
    // Beside each other, so that who goes from group to group sees the charts change.
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(scroll);
    split->addWidget(makeGroups());
    split->setStretchFactor(0, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({ 2 * groupsHeight, groupsHeight });
    outer->addWidget(split, 1);
    setFocusProxy(m_step);
    m_pool.setMaxThreadCount(1);
    connect(m_step, &QComboBox::currentIndexChanged, this, &TrendsView::count);
    connect(m_period, &QComboBox::currentIndexChanged, this, &TrendsView::count);
}

QWidget *TrendsView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 6, 10, 4);
    m_step->addItem(tr("by day"), int(builds::TrendStep::Day));
    m_step->addItem(tr("by week"), int(builds::TrendStep::Week));
    for (const int days : { 30, 90, 180 })
        m_period->addItem(tr("last %n day(s)", nullptr, days), days);
    m_step->setAccessibleName(tr("Step"));
    m_period->setAccessibleName(tr("Period"));
    setSmall(m_step);
    setSmall(m_period);
    m_doraNote->setElide(Qt::ElideRight);
    row->addWidget(m_step);
    row->addWidget(m_period);
    row->addWidget(m_doraNote, 1);
    return bar;
}

QStringList TrendsView::doraNames() { return { tr("Deployments a day"), tr("Lead time"), tr("Failed deployments"), tr("Time to restore") }; }

QWidget *TrendsView::makeDora()
{
    auto *strip = new QWidget;
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const QStringList names = doraNames();
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        Tile &tile = m_tiles[i];
        tile.box = new QWidget;
        auto *column = new QVBoxLayout(tile.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        tile.value = new TextLabel({}, TextRole::Figure);
        auto *name = new TextLabel(names[qsizetype(i)], TextRole::Caption, TextLabel::Ink::Secondary);
        name->setElide(Qt::ElideRight);
        column->addWidget(tile.value);
        column->addWidget(name);
        tile.box->setAccessibleName(names[qsizetype(i)]);
        tile.box->setFocusPolicy(Qt::TabFocus); // So that its definition is read out.
        row->addWidget(tile.box, 1);
    }
    return strip;
}

QWidget *TrendsView::makeGroups()
{
    auto *card = new Card(tr("By group"), u"chart"_s);
    m_groups->setModel(&m_totals);
    m_totals.setSortRole(items::SortRole);
    (new RowDelegate(m_groups))->attach(m_groups);
    m_groups->setRootIsDecorated(false);
    m_groups->setSortingEnabled(true);
    m_groups->header()->setSortIndicator(-1, Qt::DescendingOrder);
    m_groups->header()->setStretchLastSection(false);
    m_groups->viewport()->installEventFilter(this);
    m_groups->setAccessibleName(tr("The same by group"));
    m_groups->setAccessibleDescription(tr("The charts are of the group that is chosen here."));
    connect(m_groups->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrendsView::choose);
    card->setContent(m_groups);
    return card;
}

/// Two beside each other where there is room.
void TrendsView::arrange()
{
    const int columns = width() < Theme::of(this).scaled(roomForTwo) ? 1 : 2;
    if (m_grid->count() > 0 && m_columns == columns)
        return;
    m_columns = columns;
    for (ChartCard *card : m_cards)
        m_grid->removeWidget(card);
    for (int i = 0; i < int(m_cards.size()); ++i)
        m_grid->addWidget(m_cards[size_t(i)], i / columns, i % columns);
    m_grid->setColumnStretch(1, columns - 1);
    m_grid->setColumnStretch(0, 1);
}

void TrendsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TrendsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_groups->viewport() && m_totals.columnCount() > 0)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

TrendsView::~TrendsView() { m_pool.clear(); } // Only what was begun is waited for.

QString TrendsView::dora(Dora measure) const { return m_tiles[size_t(measure)].value->text(); }

builds::TrendTime TrendsView::time() const
{
    const QDate today = QDate::currentDate();
    return { today.addDays(1 - m_period->currentData().toInt()), today, builds::TrendStep(m_step->currentData().toInt()) };
}

void TrendsView::showTrends(const items::BuildsModel &model, std::shared_ptr<const builds::Deployments> deployments)
{
    m_question = { model.estate(), model.listing(), std::move(deployments), model.grouping(), model.question() == builds::RunQuestion() };
    count();
}

void TrendsView::count()
{
    if (!m_question.estate)
        return;
    m_counting = true;
    ask(true);
}

/// Whoever goes through the groups is shown each; what is not begun by then is not wanted any more.
void TrendsView::choose(const QModelIndex &index)
{
    if (m_filling || !index.isValid())
        return;
    const QVariant key = index.siblingAtColumn(0).data(items::GroupKeyRole);
    const auto chosen = key.isValid() ? std::optional(key.toString()) : std::nullopt;
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    if (m_counting)
        return ask(true);
    m_choosing = m_chosen.has_value();
    if (m_choosing)
        return ask(false);
    ++m_asked;
    show(m_all);
}

void TrendsView::ask(bool isAll)
{
    m_pool.clear(); // What was asked before, and has not begun, is not wanted any more.
    m_pool.start([this, asked = ++m_asked, question = m_question, time = time(), isAll, chosen = m_chosen] {
        QMetaObject::invokeMethod(this, [this, asked, result = countOf(question, time, isAll, chosen)] {
            if (asked == m_asked)
                take(result);
        }, Qt::QueuedConnection);
    });
}

TrendsView::Counted TrendsView::countOf(const Question &question, const builds::TrendTime &time, bool isAll, const std::optional<QString> &chosen)
{
    Counted counted;
    const builds::RunIndex &index = *question.estate->index();
    const builds::DeploymentRecord record(index, *question.deployments);
    const auto byGroup = record.byGroup(*question.estate, question.grouping);
    const auto sliceOf = [&](const QString &name, std::span<const builds::RunRow> rows, const builds::DeploymentRecord::Numbers &deployed) {
        return Slice { time, name, builds::trendOf(index, rows, time), record.trendOf(deployed, time), !deployed.empty() };
    };
    const std::span<const builds::RunRow> listed(question.listing.rows);
    for (const builds::RunGroup &group : question.listing.groups) {
        const auto rows = listed.subspan(group.begin, group.size());
        const auto deployed = byGroup.value(group.key);
        const QString name = group.name.isEmpty() ? tr("None") : group.name;
        if (chosen == group.key)
            counted.chosen = sliceOf(name, rows, deployed);
        if (!isAll)
            continue;
        const auto total = builds::trendOf(index, rows, { time.from, time.to, builds::TrendStep::Week }).total;
        if (total.runs() > 0 || !deployed.empty())
            counted.groups.push_back({ group.key, name, total, record.trendOf(deployed, time).total, !deployed.empty() });
    }
    if (!isAll)
        return counted;
    // A run of several entities is in several groups, and counts once in all.
    std::vector<builds::RunRow> rows = question.listing.rows;
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    counted.all = sliceOf({}, rows, question.all ? record.all() : record.ofEntities(entitiesOf(index, rows)));
    return counted;
}

void TrendsView::take(const Counted &result)
{
    m_counting = m_choosing = false;
    if (result.all) {
        m_all = *result.all;
        const auto isChosen = [this](const Group &group) { return group.key == m_chosen; };
        if (std::ranges::none_of(result.groups, isChosen))
            m_chosen.reset(); // It does not show any more.
        showGroups(result);
    }
    show(m_chosen && result.chosen ? *result.chosen : m_all);
    Q_EMIT counted();
}

void TrendsView::show(const Slice &slice)
{
    showCharts(slice);
    showDora(slice);
}

QString TrendsView::stepName(const builds::TrendTime &time) { return time.step == builds::TrendStep::Week ? tr("Week") : tr("Day"); }

void TrendsView::show(ChartCard &card, const ChartContent &content, const QString &note, const QString &definition)
{
    card.setContent(content, note, definition);
    card.chart().setAbsence(tr("%1 is not known here").arg(content.title), definition);
}

void TrendsView::showCharts(const Slice &slice)
{
    using Point = builds::TrendPoint;
    const std::vector<Point> &points = slice.trend.points;
    const Point &total = slice.trend.total;
    const auto content = [&](const QString &title, ChartUnit unit, const SeriesOf<Point> &series) {
        return contentOf<Point>(slice.time, stepName(slice.time), titleOf(title, slice.name), unit, points, series);
    };
    const std::array<QString, 4> definitions = buildDefinitions();
    show(card(Measure::Success), content(tr("Success rate"), ChartUnit::Percent, { { tr("passed"), [](const Point &point) { return point.runs() > 0 ? point.success() : unknownValue; } } }),
        BuildWording::percent(total.success()), definitions[size_t(Measure::Success)]);
    show(card(Measure::Duration), content(tr("Duration"), ChartUnit::Duration,
            { { u"p50"_s, [](const Point &point) { return known(point.took50); } }, { u"p95"_s, [](const Point &point) { return known(point.took95); } } }),
        BuildWording::duration(total.took50), definitions[size_t(Measure::Duration)]);
    show(card(Measure::Repair), content(tr("Time to repair"), ChartUnit::Duration, { { u"p50"_s, [](const Point &point) { return known(point.repaired50); } } }),
        BuildWording::duration(total.repaired50), definitions[size_t(Measure::Repair)]);
    show(card(Measure::Queue), content(tr("Queue time"), ChartUnit::Duration, { { u"p50"_s, [](const Point &point) { return known(point.waited50); } } }),
        BuildWording::duration(total.waited50), definitions[size_t(Measure::Queue)]);
    showDoraCharts(slice);
}

std::array<QString, 4> TrendsView::buildDefinitions()
{
    std::array<QString, 4> definitions;
    definitions[size_t(Measure::Success)] = tr("Passed among passed, failed and errored; cancelled and skipped runs do not count.");
    definitions[size_t(Measure::Duration)] = tr("From start to end: half, and 95 %, of the runs took no longer.");
    definitions[size_t(Measure::Repair)]
        = tr("Default branches: from the end of the first broken run to that of the next that passed, the median.");
    definitions[size_t(Measure::Queue)] = tr("From being queued to the start, the median, where the host tells both.");
    return definitions;
}

void TrendsView::showDoraCharts(const Slice &slice)
{
    for (size_t i = buildMeasures; i < m_cards.size(); ++i)
        m_cards[i]->setVisible(slice.hasDeployments);
    if (!slice.hasDeployments)
        return;
    using Point = builds::DoraMeasures;
    const Point &total = slice.dora.total;
    const std::array<QString, 4> definitions = doraDefinitions(slice);
    const auto draw = [&](Dora measure, const QString &title, ChartUnit unit, const QString &series, double (*valueOf)(const Point &), const QString &note) {
        show(card(measure), contentOf<Point>(slice.time, stepName(slice.time), titleOf(title, slice.name), unit, slice.dora.points, { { series, valueOf } }), note, definitions[size_t(measure)]);
    };
    draw(Dora::Frequency, tr("Deployments"), ChartUnit::Count, tr("deployments"), [](const Point &point) { return double(point.deployments); }, QLocale().toString(total.deployments));
    draw(Dora::Lead, tr("Lead time"), ChartUnit::Duration, u"p50"_s, [](const Point &point) { return known(point.lead50); }, BuildWording::duration(total.lead50));
    draw(Dora::Failures, tr("Failed deployments"), ChartUnit::Percent, tr("failed"),
        [](const Point &point) { return point.failureRate < 0 ? unknownValue : point.failureRate; }, BuildWording::percent(total.failureRate));
    draw(Dora::Restore, tr("Time to restore"), ChartUnit::Duration, u"p50"_s, [](const Point &point) { return known(point.restore50); }, BuildWording::duration(total.restore50));
}

/// What each measure is, and which deployments count.
std::array<QString, 4> TrendsView::doraDefinitions(const Slice &slice)
{
    const builds::DoraMeasures &dora = slice.dora.total;
    std::array<QString, 4> definitions { tr("Deployment frequency: deployments that succeeded, per day (%1 in all).").arg(dora.deployments),
        tr("Lead time: from the first run of the deployed commit to its deployment, the median of %1. When it was pushed nobody tells.").arg(dora.led),
        tr("Change failure rate: failed deployments among all that ended (%1 failed).").arg(dora.failed),
        tr("Time to restore: from a failed deployment to the next one to the same place that succeeded, the median of %1.").arg(dora.restored) };
    for (QString &definition : definitions)
        definition += u'\n' + whichCount(slice);
    return definitions;
}

QString TrendsView::whichCount(const Slice &slice)
{
    return slice.dora.ofProduction ? tr("Counted are deployments to production.") : tr("No environment is named like production: all count.");
}

void TrendsView::showDora(const Slice &slice)
{
    const builds::DoraMeasures &dora = slice.dora.total;
    const QString none = tr("not known");
    const auto said = [&](const QString &text) { return text.isEmpty() ? none : text; };
    const std::array<QString, 4> values { slice.hasDeployments ? perDay(dora.perDay) : none, said(BuildWording::duration(dora.lead50)),
        said(BuildWording::percent(dora.failureRate)), said(BuildWording::duration(dora.restore50)) };
    const std::array<QString, 4> definitions = doraDefinitions(slice);
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i].value->setText(values[i]);
        m_tiles[i].box->setToolTip(definitions[i]);
        m_tiles[i].box->setAccessibleDescription(values[i] + u". "_s + QString(definitions[i]).replace(u'\n', u' '));
    }
    m_doraNote->setText(slice.hasDeployments ? whichCount(slice) : tr("No deployments are known: DORA's measures are counted from them."));
}

void TrendsView::showGroups(const Counted &result)
{
    const QScopedValueRollback filling(m_filling, true);
    const int sorted = m_groups->header()->sortIndicatorSection();
    const Qt::SortOrder order = m_groups->header()->sortIndicatorOrder();
    m_totals.clear();
    m_totals.setHorizontalHeaderLabels(
        QStringList { tr("Group"), tr("Runs"), tr("Success"), tr("p50"), tr("p95"), tr("Queued"), tr("Repairs"), tr("Time to repair") } + doraNames());
    addRow(m_totals, tr("All that shows"), cells(m_all.trend.total), cells(m_all.dora.total, m_all.hasDeployments));
    int chosen = 0;
    for (const Group &group : result.groups) {
        addRow(m_totals, group.name, cells(group.total), cells(group.dora, group.hasDeployments));
        m_totals.item(m_totals.rowCount() - 1)->setData(group.key, items::GroupKeyRole);
        if (group.key == m_chosen)
            chosen = m_totals.rowCount() - 1;
    }
    m_groups->setCurrentIndex(m_totals.index(chosen, 0));
    showColumnDefinitions();
    for (int column = 1; column < m_totals.columnCount(); ++column) {
        m_totals.setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_groups->setColumnHidden(column, column > lastOfRuns && !m_all.hasDeployments);
    }
    fitColumns();
    if (sorted >= 0)
        m_groups->sortByColumn(sorted, order);
}

/// Headings show whole, and the group's name takes what the numbers leave.
void TrendsView::fitColumns()
{
    const Theme &theme = Theme::of(this);
    QHeaderView *head = m_groups->header();
    int left = m_groups->viewport()->width();
    for (int column = 1; column < m_totals.columnCount(); ++column) {
        head->resizeSection(column, std::max(theme.scaled(column >= lastOfRuns ? 110 : 76), head->sectionSizeHint(column)));
        left -= head->sectionSize(column);
    }
    head->resizeSection(0, std::max(theme.scaled(200), left));
}

/// The same as at the charts.
void TrendsView::showColumnDefinitions()
{
    const std::array<QString, 4> ofRuns = buildDefinitions();
    QStringList columns { {} }; // The group's name.
    for (const Measure measure :
        { Measure::Success, Measure::Success, Measure::Duration, Measure::Duration, Measure::Queue, Measure::Repair, Measure::Repair })
        columns += ofRuns[size_t(measure)];
    for (const QString &definition : doraDefinitions(m_all))
        columns += definition;
    for (int column = 0; column < m_totals.columnCount(); ++column) {
        for (const int role : { int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole) })
            m_totals.setHeaderData(column, Qt::Horizontal, columns.value(column), role);
    }
}

QJsonObject TrendsView::saveState() const
{
    return { { u"step"_s, m_step->currentData().toInt() }, { u"days"_s, m_period->currentData().toInt() } };
}

void TrendsView::restoreState(const QJsonObject &state)
{
    m_step->setCurrentIndex(std::max(0, m_step->findData(state.value("step"_L1).toInt())));
    m_period->setCurrentIndex(std::max(0, m_period->findData(state.value("days"_L1).toInt())));
}

void TrendsView::exportData()
{
    exportTable(this, m_totals, visibleColumns(*m_groups->header()), u"builds-trend"_s);
}

} // namespace callboard::ui::panes
