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
#include <QScrollArea>
#include <QTreeView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::BuildWording;

namespace {

    constexpr int chartHeight = 236;
    constexpr int groupsHeight = 320;
    constexpr int roomForTwo = 700;

    double known(qint64 milliseconds) { return milliseconds < 0 ? unknownValue : double(milliseconds); }

    QStringList cells(const builds::TrendPoint &point)
    {
        return { QString::number(point.runs()), BuildWording::percent(point.success()), BuildWording::duration(point.took50), BuildWording::duration(point.took95),
            BuildWording::duration(point.waited50), QString::number(point.repairs), BuildWording::duration(point.repaired50) };
    }

    std::array<double, 7> sortValues(const builds::TrendPoint &point)
    {
        return { double(point.runs()), point.success(), double(point.took50), double(point.took95), double(point.waited50), double(point.repairs), double(point.repaired50) };
    }

    void addRow(QStandardItemModel &model, const QString &name, const builds::TrendPoint &point)
    {
        QList<QStandardItem *> row { new QStandardItem(name) };
        row.last()->setData(name, items::SortRole);
        const QStringList texts = cells(point);
        const auto values = sortValues(point);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            row += new QStandardItem(texts[i]);
            row.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            row.last()->setData(values[size_t(i)], items::SortRole);
        }
        model.appendRow(row);
    }

    /// Of what shows: by the entities that the question is about.
    builds::Deployments deploymentsOf(const builds::RunIndex &index, std::span<const builds::RunRow> rows, const builds::Deployments &all)
    {
        QSet<quint32> entities;
        for (const builds::RunRow row : rows) {
            for (const quint32 entity : index.entitiesOf(row))
                entities.insert(entity);
        }
        QSet<QString> refs;
        for (const quint32 entity : std::as_const(entities))
            refs.insert(index.text(index.entities()[entity]).toString());
        builds::Deployments shown;
        std::ranges::copy_if(all, std::back_inserter(shown), [&](const domain::Deployment &deployment) {
            return std::ranges::any_of(deployment.entityRefs, [&](const QString &ref) { return refs.contains(ref); });
        });
        return shown;
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
    column->addWidget(makeGroups());
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    setSurface(body, Surface::Board);
    outer->addWidget(scroll, 1);
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

QWidget *TrendsView::makeDora()
{
    auto *strip = new QWidget;
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const QStringList names { tr("Deployments a day"), tr("Lead time"), tr("Failed deployments"), tr("Time to restore") };
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
    m_groups->setAccessibleName(tr("The same by group"));
    m_groups->setMinimumHeight(groupsHeight);
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

TrendsView::~TrendsView() { m_pool.clear(); } // Only what was begun is waited for.

QString TrendsView::dora(Dora measure) const { return m_tiles[size_t(measure)].value->text(); }

builds::TrendTime TrendsView::time() const
{
    const QDate today = QDate::currentDate();
    return { today.addDays(1 - m_period->currentData().toInt()), today, builds::TrendStep(m_step->currentData().toInt()) };
}

void TrendsView::showTrends(const items::BuildsModel &model, std::shared_ptr<const builds::Deployments> deployments)
{
    m_estate = model.estate();
    m_listing = model.listing();
    m_deployments = std::move(deployments);
    m_all = model.question() == builds::RunQuestion();
    count();
}

void TrendsView::count()
{
    if (!m_estate)
        return;
    m_counting = true;
    m_pool.clear(); // What was asked before, and has not begun, is not wanted any more.
    m_pool.start([this, asked = ++m_asked, estate = m_estate, listing = m_listing, deployments = m_deployments, all = m_all, time = time()] {
        Counted counted;
        counted.time = time;
        const builds::RunIndex &index = *estate->index();
        // A run of several entities is in several groups, and counts once in all.
        std::vector<builds::RunRow> rows = listing.rows;
        std::ranges::sort(rows);
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        counted.trend = builds::trendOf(index, rows, time);
        for (const builds::RunGroup &group : listing.groups) {
            const auto total = builds::trendOf(index, std::span(listing.rows).subspan(group.begin, group.size()), { time.from, time.to, builds::TrendStep::Week }).total;
            if (total.runs() > 0)
                counted.groups.push_back({ group.name, total });
        }
        const builds::Deployments some = all ? builds::Deployments() : deploymentsOf(index, rows, *deployments);
        const builds::Deployments &shown = all ? *deployments : some;
        counted.dora = builds::doraOf(index, shown, time);
        counted.hasDeployments = !shown.empty();
        QMetaObject::invokeMethod(this, [this, asked, counted = std::move(counted)] {
            if (asked == m_asked)
                take(counted);
        }, Qt::QueuedConnection);
    });
}

void TrendsView::take(const Counted &result)
{
    m_counting = false;
    showCharts(result);
    showDora(result);
    showGroups(result);
    Q_EMIT counted();
}

void TrendsView::showCharts(const Counted &result)
{
    const bool weeks = result.time.step == builds::TrendStep::Week;
    ChartContent content;
    content.rowHeader = weeks ? tr("Week") : tr("Day");
    for (const builds::TrendPoint &point : result.trend.points)
        content.rows.push_back(weeks ? weekRow(point.from) : dayRow(point.from));
    const auto values = [&](const QString &name, auto valueOf) {
        ChartSeries series { name, {}, {} };
        for (const builds::TrendPoint &point : result.trend.points)
            series.values.push_back(valueOf(point));
        return series;
    };
    const auto show = [&](Measure measure, const QString &title, ChartUnit unit, std::vector<ChartSeries> series, const QString &note, const QString &definition) {
        content.title = title;
        content.unit = unit;
        content.series = std::move(series);
        ChartCard &shown = card(measure);
        shown.setContent(content, note, definition);
        shown.chart().setAbsence(tr("%1 is not known here").arg(title), definition);
    };
    const builds::TrendPoint &total = result.trend.total;
    show(Measure::Success, tr("Success rate"), ChartUnit::Percent, { values(tr("passed"), [](const auto &point) { return point.runs() > 0 ? point.success() : unknownValue; }) },
        BuildWording::percent(total.success()), tr("Passed among passed, failed and errored; cancelled and skipped runs do not count."));
    show(Measure::Duration, tr("Duration"), ChartUnit::Duration,
        { values(u"p50"_s, [](const auto &point) { return known(point.took50); }), values(u"p95"_s, [](const auto &point) { return known(point.took95); }) },
        BuildWording::duration(total.took50), tr("From start to end: half, and 95 %, of the runs took no longer."));
    show(Measure::Repair, tr("Time to repair"), ChartUnit::Duration, { values(u"p50"_s, [](const auto &point) { return known(point.repaired50); }) },
        BuildWording::duration(total.repaired50), tr("Default branches: from the end of the first broken run to that of the next that passed, the median."));
    show(Measure::Queue, tr("Queue time"), ChartUnit::Duration, { values(u"p50"_s, [](const auto &point) { return known(point.waited50); }) },
        BuildWording::duration(total.waited50), tr("From being queued to the start, the median, where the host tells both."));
}

void TrendsView::showDora(const Counted &result)
{
    const builds::DoraMeasures &dora = result.dora;
    const QString none = tr("not known");
    const auto said = [&](const QString &text) { return text.isEmpty() ? none : text; };
    const QString counted = dora.ofProduction ? tr("Counted are deployments to production.") : tr("No environment is named like production: all count.");
    const std::pair<QString, QString> measures[] {
        { result.hasDeployments ? QLocale().toString(dora.perDay, 'f', 2) : none, tr("Deployment frequency: deployments that succeeded, per day (%1 in all).").arg(dora.deployments) },
        { said(BuildWording::duration(dora.lead50)),
            tr("Lead time: from the first run of the deployed commit to its deployment, the median of %1. When it was pushed nobody tells.").arg(dora.led) },
        { said(BuildWording::percent(dora.failureRate)), tr("Change failure rate: failed deployments among all that ended (%1 failed).").arg(dora.failed) },
        { said(BuildWording::duration(dora.restore50)),
            tr("Time to restore: from a failed deployment to the next one to the same place that succeeded, the median of %1.").arg(dora.restored) },
    };
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        const auto &[value, definition] = measures[i];
        m_tiles[i].value->setText(value);
        m_tiles[i].box->setToolTip(definition + u'\n' + counted);
        m_tiles[i].box->setAccessibleDescription(value + u". "_s + definition + u' ' + counted);
    }
    m_doraNote->setText(result.hasDeployments ? counted : tr("No deployments are known: DORA's measures are counted from them."));
}

void TrendsView::showGroups(const Counted &result)
{
    const int sorted = m_groups->header()->sortIndicatorSection();
    const Qt::SortOrder order = m_groups->header()->sortIndicatorOrder();
    m_totals.clear();
    m_totals.setHorizontalHeaderLabels({ tr("Group"), tr("Runs"), tr("Success"), tr("p50"), tr("p95"), tr("Queued"), tr("Repairs"), tr("Time to repair") });
    addRow(m_totals, tr("All that shows"), result.trend.total);
    for (const Group &group : result.groups)
        addRow(m_totals, group.name.isEmpty() ? tr("None") : group.name, group.total);
    const Theme &theme = Theme::of(this);
    m_groups->header()->resizeSection(0, theme.scaled(200));
    for (int column = 1; column < m_totals.columnCount(); ++column) {
        m_totals.setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_groups->header()->resizeSection(column, theme.scaled(column + 1 == m_totals.columnCount() ? 110 : 76));
    }
    if (sorted >= 0)
        m_groups->sortByColumn(sorted, order);
}

void TrendsView::exportData()
{
    exportTable(this, m_totals, visibleColumns(*m_groups->header()), u"builds-trend"_s);
}

} // namespace callboard::ui::panes
