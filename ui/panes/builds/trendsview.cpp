// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/trendsview.h"

#include "models/items/buildsmodel.h"
#include "models/items/buildwording.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/tableexport.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPainterPath>
#include <QSplitter>
#include <QToolTip>
#include <QTreeView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::BuildWording;
using Measure = TrendChart::Measure;

namespace {

    constexpr int left = 64, right = 56, top = 12, bottom = 24;

    QTreeView *makeTable(QStandardItemModel *model, const QString &name)
    {
        auto *view = new QTreeView;
        view->setModel(model);
        (new RowDelegate(view))->attach(view);
        view->setRootIsDecorated(false);
        view->setAccessibleName(name);
        return view;
    }

    QString day(const QDate &date) { return QLocale().toString(date, QLocale::ShortFormat); }

    QStringList cells(const builds::TrendPoint &point)
    {
        return { QString::number(point.runs()), BuildWording::percent(point.success()), BuildWording::duration(point.took50), BuildWording::duration(point.took95),
            BuildWording::duration(point.waited50), QString::number(point.repairs), BuildWording::duration(point.repaired50) };
    }

    void addRow(QStandardItemModel &model, const QString &name, const builds::TrendPoint &point)
    {
        QList<QStandardItem *> row { new QStandardItem(name) };
        for (const QString &cell : cells(point)) {
            row += new QStandardItem(cell);
            row.last()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        model.appendRow(row);
    }

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Chart of the trend; the table beside it says the same"));
}

QSize TrendChart::minimumSizeHint() const { return { 240, 120 }; }

void TrendChart::setTrend(const builds::Trend &trend, Measure measure)
{
    m_trend = trend;
    m_measure = measure;
    update();
}

std::vector<TrendChart::Line> TrendChart::lines() const
{
    const auto collect = [this](const QString &name, auto value) {
        Line line { name, {} };
        for (const builds::TrendPoint &point : m_trend.points)
            line.values.push_back(double(value(point)));
        return line;
    };
    switch (m_measure) {
    case Measure::Success: return { collect(tr("passed"), [](const auto &point) { return point.success(); }) };
    case Measure::Duration:
        return { collect(u"p50"_s, [](const auto &point) { return point.took50; }), collect(u"p95"_s, [](const auto &point) { return point.took95; }) };
    case Measure::Repair: return { collect(u"p50"_s, [](const auto &point) { return point.repaired50; }) };
    case Measure::Queue: return { collect(u"p50"_s, [](const auto &point) { return point.waited50; }) };
    }
    return {};
}

QString TrendChart::text(double value) const
{
    return m_measure == Measure::Success ? BuildWording::percent(value) : BuildWording::duration(qint64(value));
}

QRectF TrendChart::plot() const
{
    const Theme &theme = Theme::of(this);
    return QRectF(rect()).adjusted(theme.scaled(left), theme.scaled(top), -theme.scaled(right), -theme.scaled(bottom));
}

void TrendChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    painter.fillRect(rect(), c.board);
    painter.setFont(theme.font(TextRole::Caption));
    const QRectF area = plot();
    const auto all = lines();
    double highest = m_measure == Measure::Success ? 1 : 1'000;
    for (const Line &line : all) {
        for (const double value : line.values)
            highest = std::max(highest, value);
    }
    for (int step = 0; step <= 2; ++step) {
        const double y = area.bottom() - area.height() * step / 2;
        paintHairline(&painter, QPoint(int(area.left()), int(y)), QPoint(int(area.right()), int(y)), c.borderSubtle);
        painter.setPen(c.textSecondary);
        painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter, text(highest * step / 2));
    }
    const size_t count = m_trend.points.size();
    if (count == 0)
        return;
    const auto placeOf = [&](size_t at, double value) {
        const double x = count == 1 ? area.center().x() : area.left() + area.width() * double(at) / double(count - 1);
        return QPointF(x, area.bottom() - area.height() * value / highest);
    };
    painter.setPen(c.textSecondary);
    painter.drawText(QRectF(area.left(), area.bottom() + 4, area.width(), 16), Qt::AlignLeft, day(m_trend.points.front().from));
    painter.drawText(QRectF(area.left(), area.bottom() + 4, area.width(), 16), Qt::AlignRight, day(m_trend.points.back().from));
    for (size_t number = 0; number < all.size(); ++number) {
        const QColor colour = c.chart[number];
        QPainterPath path;
        bool begun = false;
        QPointF last;
        for (size_t at = 0; at < count; ++at) {
            if (all[number].values[at] < 0) {
                begun = false; // A gap says that nothing was counted.
                continue;
            }
            last = placeOf(at, all[number].values[at]);
            begun ? path.lineTo(last) : path.moveTo(last);
            begun = true;
            painter.setBrush(colour);
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(last, 2, 2);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.5));
        painter.drawPath(path);
        painter.setPen(colour);
        if (!last.isNull()) // Named at its end, not by its colour.
            painter.drawText(QRectF(area.right() + 6, last.y() - 8, width() - area.right() - 6, 16), Qt::AlignLeft | Qt::AlignVCenter, all[number].name);
    }
}

bool TrendChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_trend.points.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRectF area = plot();
    const double part = std::clamp((help->pos().x() - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    const auto at = size_t(part * double(m_trend.points.size() - 1) + 0.5);
    QStringList said { day(m_trend.points[at].from), tr("%n run(s)", nullptr, m_trend.points[at].runs()) };
    for (const Line &line : lines()) {
        if (line.values[at] >= 0)
            said += line.name + u' ' + text(line.values[at]);
    }
    QToolTip::showText(help->globalPos(), said.join(u'\n'), this);
    return true;
}

TrendsView::TrendsView(QWidget *parent)
    : QWidget(parent)
    , m_measure(new QComboBox)
    , m_step(new QComboBox)
    , m_period(new QComboBox)
    , m_chart(new TrendChart)
    , m_what(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_dora(new TextLabel({}, TextRole::Dense))
    , m_table(makeTable(&m_points, tr("The trend as a table")))
    , m_groups(makeTable(&m_totals, tr("The same by group")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 0);
    for (const auto &[measure, name] : { std::pair { Measure::Success, tr("Success rate") }, std::pair { Measure::Duration, tr("Duration") },
             std::pair { Measure::Repair, tr("Time to repair") }, std::pair { Measure::Queue, tr("Queue time") } })
        m_measure->addItem(name, int(measure));
    m_step->addItem(tr("by day"), int(builds::TrendStep::Day));
    m_step->addItem(tr("by week"), int(builds::TrendStep::Week));
    for (const int days : { 30, 90, 180 })
        m_period->addItem(tr("last %n day(s)", nullptr, days), days);
    m_measure->setAccessibleName(tr("Measure"));
    m_step->setAccessibleName(tr("Step"));
    m_period->setAccessibleName(tr("Period"));
    m_what->setElide(Qt::ElideRight);
    bar->addWidget(m_measure);
    bar->addWidget(m_step);
    bar->addWidget(m_period);
    bar->addWidget(m_what, 1);
    column->addLayout(bar);
    m_dora->setContentsMargins(10, 2, 10, 2);
    m_dora->setElide(Qt::ElideRight);
    column->addWidget(m_dora);
    auto *across = new QSplitter(Qt::Horizontal);
    across->addWidget(m_chart);
    across->addWidget(m_table);
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 1);
    auto *down = new QSplitter(Qt::Vertical);
    down->addWidget(across);
    down->addWidget(m_groups);
    column->addWidget(down, 1);
    setFocusProxy(m_measure);
    m_pool.setMaxThreadCount(1);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &TrendsView::showTrend);
    connect(m_step, &QComboBox::currentIndexChanged, this, &TrendsView::count);
    connect(m_period, &QComboBox::currentIndexChanged, this, &TrendsView::count);
}

QString TrendsView::dora() const { return m_dora->text(); }

builds::TrendTime TrendsView::time() const
{
    const QDate today = QDate::currentDate();
    return { today.addDays(1 - m_period->currentData().toInt()), today, builds::TrendStep(m_step->currentData().toInt()) };
}

void TrendsView::showTrends(const items::BuildsModel &model, const builds::Deployments &deployments)
{
    m_estate = model.estate();
    m_listing = model.listing();
    m_deployments.clear();
    // Of what shows: by the entities that the question is about.
    QSet<QString> entities;
    for (const builds::RunRow row : m_listing.rows) {
        for (const quint32 entity : m_estate->index()->entitiesOf(row))
            entities.insert(m_estate->index()->text(m_estate->index()->entities()[entity]).toString());
    }
    const bool all = model.question() == builds::RunQuestion();
    for (const domain::Deployment &deployment : deployments) {
        if (all || std::ranges::any_of(deployment.entityRefs, [&](const QString &ref) { return entities.contains(ref); }))
            m_deployments.push_back(deployment);
    }
    count();
}

void TrendsView::count()
{
    if (!m_estate)
        return;
    m_counting = true;
    m_pool.start([this, asked = ++m_asked, estate = m_estate, listing = m_listing, deployments = m_deployments, time = time()] {
        Counted counted;
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
        counted.dora = builds::doraOf(index, deployments, time);
        counted.hasDeployments = !deployments.empty();
        QMetaObject::invokeMethod(this, [this, asked, counted = std::move(counted)] {
            if (asked == m_asked)
                take(counted);
        }, Qt::QueuedConnection);
    });
}

void TrendsView::take(const Counted &result)
{
    m_counting = false;
    m_counted = result;
    const QStringList heads { tr("Runs"), tr("Success"), tr("p50"), tr("p95"), tr("Queued"), tr("Repairs"), tr("Time to repair") };
    m_points.clear();
    m_points.setHorizontalHeaderLabels(QStringList { tr("From") } + heads);
    for (const builds::TrendPoint &point : result.trend.points)
        addRow(m_points, day(point.from), point);
    m_totals.clear();
    m_totals.setHorizontalHeaderLabels(QStringList { tr("Group") } + heads);
    addRow(m_totals, tr("All that shows"), result.trend.total);
    for (const Group &group : result.groups)
        addRow(m_totals, group.name.isEmpty() ? tr("None") : group.name, group.total);
    for (QTreeView *view : { m_table, m_groups }) {
        for (int column = 1; column < 8; ++column)
            view->header()->resizeSection(column, Theme::of(this).scaled(column == 7 ? 96 : 72));
        for (QStandardItemModel *model : { &m_points, &m_totals })
            for (int column = 1; column < model->columnCount(); ++column)
                model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        view->header()->setStretchLastSection(false);
        view->header()->resizeSection(0, Theme::of(this).scaled(view == m_groups ? 200 : 90));
    }
    const builds::DoraMeasures &dora = result.dora;
    if (!result.hasDeployments) {
        m_dora->setText(tr("No deployments are known: DORA's measures are counted from them."));
    } else {
        const QString none = tr("not known");
        const auto said = [&](const QString &text) { return text.isEmpty() ? none : text; };
        m_dora->setText(tr("Deployments %1 a day · lead time %2 · failed %3 · restored in %4").arg(QLocale().toString(dora.perDay, 'f', 2),
            said(BuildWording::duration(dora.lead50)), said(BuildWording::percent(dora.failureRate)), said(BuildWording::duration(dora.restore50))));
    }
    m_dora->setToolTip(QStringList {
        dora.ofProduction ? tr("Counted are deployments to production.") : tr("No environment is named like production: all count."),
        tr("Deployment frequency: deployments that succeeded, per day (%1 in all).").arg(dora.deployments),
        tr("Lead time: from the first run of the deployed commit to its deployment, the median of %1. When it was pushed nobody tells.").arg(dora.led),
        tr("Change failure rate: failed deployments among all that ended (%1 failed).").arg(dora.failed),
        tr("Time to restore: from a failed deployment to the next one to the same place that succeeded, the median of %1.").arg(dora.restored) }.join(u'\n'));
    showTrend();
    Q_EMIT counted();
}

void TrendsView::showTrend()
{
    const auto measure = Measure(m_measure->currentData().toInt());
    m_chart->setTrend(m_counted.trend, measure);
    switch (measure) {
    case Measure::Success: m_what->setText(tr("Passed among passed, failed and errored; cancelled and skipped runs do not count.")); break;
    case Measure::Duration: m_what->setText(tr("From start to end: half, and 95 %, of the runs took no longer.")); break;
    case Measure::Repair: m_what->setText(tr("Default branches: from the end of the first broken run to that of the next that passed, the median.")); break;
    case Measure::Queue: m_what->setText(tr("From being queued to the start, the median, where the host tells both.")); break;
    }
}

void TrendsView::tellProblem(const QString &why)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Export the trend"), why, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void TrendsView::exportData()
{
    auto *dialog = new QFileDialog(this, tr("Export the trend"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Table as CSV (*.csv)"), tr("Table as JSON (*.json)"), tr("Chart as PNG (*.png)") });
    dialog->selectFile(u"builds-trend.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QString why;
        const bool good = path.endsWith(".png"_L1, Qt::CaseInsensitive) ? m_chart->grab().save(path, "PNG") : writeTable(m_points, {}, path, &why);
        if (!good)
            tellProblem(why.isEmpty() ? tr("%1 cannot be written.").arg(path) : why);
    });
    dialog->open();
}

} // namespace callboard::ui::panes
