// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartcard.h"
#include "ui/kit/chartexport.h"
#include "ui/kit/chartscene.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QBuffer>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <ctime>

using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

ChartContent weeks()
{
    ChartContent content { u"Active people"_s, u"Week"_s, ChartUnit::Count, {}, {} };
    for (int week = 0; week < 12; ++week)
        content.rows.push_back(weekRow(QDate(2026, 9, 7).addDays(7 * week)));
    content.series = { { u"weekly"_s, { 212, 228, 243, 240, 255, 262, 271, 281, 268, 295, 300, 312 }, u"w"_s },
        { u"daily"_s, { 96, 104, 110, 118, 122, 131, 127, 139, 141, 150, unknownValue, 163 }, u"d"_s } };
    return content;
}

ChartContent yearOfDays(int series)
{
    ChartContent content { u"Uses"_s, u"Day"_s, ChartUnit::Count, {}, {} };
    for (int day = 0; day < 365; ++day)
        content.rows.push_back(dayRow(QDate(2025, 11, 26).addDays(day)));
    for (int at = 0; at < series; ++at) {
        ChartSeries made { u"series %1"_s.arg(at), {}, {} };
        for (int day = 0; day < 365; ++day)
            made.values.push_back(100 * (at + 1) + 40 * std::sin(day / (5.0 + at)) + (day * 7919 % 23));
        content.series.push_back(made);
    }
    return content;
}

ChartContent topTeams(int rows)
{
    ChartContent content { u"Most used"_s, u"Pane"_s, ChartUnit::Count, {}, { { u"uses"_s, {}, {} } } };
    for (int row = 0; row < rows; ++row) {
        content.rows.push_back({ u"Pane of some things %1"_s.arg(row + 1), {}, {}, QString::number(row) });
        content.series.front().values.push_back(84'100.0 / (row + 1));
    }
    return content;
}

/// Of this thread, in milliseconds: other programs of the machine do not count.
double processorTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Its words, each with a line behind it; what is wrong with it where it is no XML.
QString textOf(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "text"_L1)
            text += xml.readElementText() + u'|';
    }
    return xml.hasError() ? xml.errorString() : text;
}

QColor pixelAt(const QImage &image, QPointF point)
{
    return image.pixelColor((point * image.devicePixelRatio()).toPoint());
}

} // namespace

class TestCharts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void valuesInWords_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<ChartUnit>("unit");
        QTest::addColumn<bool>("brief");
        QTest::addColumn<QString>("text");
        QTest::newRow("count") << 1204.0 << ChartUnit::Count << false << u"1,204"_s;
        QTest::newRow("brief thousands") << 84'100.0 << ChartUnit::Count << true << u"84.1k"_s;
        QTest::newRow("brief millions") << 5'000'000.0 << ChartUnit::Count << true << u"5.0m"_s;
        QTest::newRow("a part of one") << 0.25 << ChartUnit::Count << false << u"0.25"_s;
        QTest::newRow("share") << 0.978 << ChartUnit::Percent << false << u"97.8 %"_s;
        QTest::newRow("whole share") << 1.0 << ChartUnit::Percent << false << u"100 %"_s;
        QTest::newRow("no time") << 0.0 << ChartUnit::Duration << false << u"0"_s;
        QTest::newRow("milliseconds") << 480.0 << ChartUnit::Duration << false << u"480 ms"_s;
        QTest::newRow("seconds") << 4'200.0 << ChartUnit::Duration << false << u"4.2 s"_s;
        QTest::newRow("minutes") << 252'000.0 << ChartUnit::Duration << false << u"4 min 12 s"_s;
        QTest::newRow("not sixty seconds") << 59'900.0 << ChartUnit::Duration << false << u"1 min"_s;
        QTest::newRow("hours") << 7'200'000.0 << ChartUnit::Duration << false << u"2 h"_s;
        QTest::newRow("days") << 183'600'000.0 << ChartUnit::Duration << false << u"2 d 3 h"_s;
        QTest::newRow("not known") << unknownValue << ChartUnit::Count << false << QString();
    }
    void valuesInWords()
    {
        QFETCH(double, value);
        QFETCH(ChartUnit, unit);
        QFETCH(bool, brief);
        QTEST(chartValueText(value, unit, brief), "text");
    }

    void scales_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<ChartUnit>("unit");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QList<double>>("ticks");
        QTest::newRow("hundreds") << 312.0 << ChartUnit::Count << 4 << QList<double> { 0, 100, 200, 300, 400 };
        QTest::newRow("exactly the top") << 400.0 << ChartUnit::Count << 4 << QList<double> { 0, 100, 200, 300, 400 };
        QTest::newRow("no part of a thing") << 2.0 << ChartUnit::Count << 8 << QList<double> { 0, 1, 2 };
        QTest::newRow("nothing") << 0.0 << ChartUnit::Count << 4 << QList<double> { 0, 1 };
        QTest::newRow("shares go to the whole") << 0.3 << ChartUnit::Percent << 4 << QList<double> { 0, 0.25, 0.5, 0.75, 1 };
        QTest::newRow("minutes are quarters of an hour") << 50 * 60'000.0 << ChartUnit::Duration << 4
                                                         << QList<double> { 0, 900'000, 1'800'000, 2'700'000, 3'600'000 };
        QTest::newRow("days") << 9 * 86'400'000.0 << ChartUnit::Duration << 2 << QList<double> { 0, 432'000'000, 864'000'000 };
        QTest::newRow("bytes") << 3000.0 << ChartUnit::Bytes << 3 << QList<double> { 0, 1024, 2048, 3072 };
    }
    void scales()
    {
        QFETCH(double, highest);
        QFETCH(ChartUnit, unit);
        QFETCH(int, wanted);
        const auto ticks = chartScale(highest, unit, wanted).ticks;
        QTEST(QList<double>(ticks.begin(), ticks.end()), "ticks");
    }

    void scalesHoldWhateverIsAsked()
    {
        for (const ChartUnit unit : { ChartUnit::Count, ChartUnit::Duration, ChartUnit::Bytes }) {
            for (double highest = 1e-3; highest < 1e15; highest *= 1.37) {
                for (int wanted = 0; wanted < 9; ++wanted) {
                    const ChartScale scale = chartScale(highest, unit, wanted);
                    QVERIFY2(scale.top() >= highest, qPrintable(u"%1 of %2"_s.arg(scale.top()).arg(highest)));
                    QVERIFY(int(scale.ticks.size()) <= std::max(1, wanted) + 1);
                }
            }
        }
    }

    void aYearOfDaysIsNamedByItsMonths()
    {
        const auto rows = yearOfDays(1).rows;
        const auto named = labelledRows(rows, 7);
        QVERIFY(!named.empty() && named.size() <= 7);
        for (const int row : named)
            QCOMPARE(rows[size_t(row)].date.day(), 1);
        QCOMPARE(labelledRows(rows, 0).size(), size_t(0));
        QCOMPARE(labelledRows(weeks().rows, 12).size(), size_t(12));
        QCOMPARE(labelledRows(weeks().rows, 5).size(), size_t(4)); // Every third.
    }

    void labelsGiveWay()
    {
        const auto placed = spreadLabels({ 50, 50, 52, 0, 100 }, 16, 100);
        auto sorted = placed;
        std::ranges::sort(sorted);
        for (size_t at = 1; at < sorted.size(); ++at)
            QVERIFY(sorted[at] - sorted[at - 1] >= 16 - 1e-9);
        QVERIFY(sorted.front() >= 0 && sorted.back() <= 100);
        QVERIFY(placed[3] < placed[0] && placed[0] < placed[1] && placed[1] < placed[2] && placed[2] < placed[4]);
        QCOMPARE(std::ranges::count(spreadLabels({ 1, 2, 3, 4, 5 }, 16, 20), -1), 3);
    }

    void tableIsAModel()
    {
        ChartTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setContent(weeks());
        QCOMPARE(table.rowCount(), 12);
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Week"_s);
        QCOMPARE(table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"daily"_s);
        QCOMPARE(table.index(0, 1).data().toString(), u"212"_s);
        QCOMPARE(table.index(10, 2).data().toString(), QString());
        QVERIFY(std::isnan(table.value(10, 1)));
        QVERIFY(std::isnan(table.value(99, 0)));
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset), changes(&table, &QAbstractItemModel::dataChanged);
        ChartContent other = weeks();
        table.setContent(other); // The same: nobody hears of it.
        QCOMPARE(changes.size(), 0);
        other.series[0].values[0] = 1;
        table.setContent(other); // Other values keep what is selected.
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        other.rows.pop_back();
        table.setContent(other); // Values beyond the rows are cut.
        QCOMPARE(resets.size(), 1);
        QCOMPARE(table.rowCount(), 11);
    }

    void saysWhatItShows()
    {
        ChartTable table;
        table.setContent(weeks());
        const QString said = table.sentence(ChartKind::Line);
        QVERIFY2(said.contains(u"weekly: lowest 212 (Week of 7 September 2026), highest 312 (Week of 23 November 2026), last 312."_s), qPrintable(said));
        QVERIFY2(said.contains(u"daily: lowest 96"_s), qPrintable(said));
        QCOMPARE(table.rowSentence(10), u"Week of 16 November 2026: weekly 300, daily not known"_s);
        table.setContent(topTeams(5));
        QVERIFY2(table.sentence(ChartKind::TopBars).contains(u"Pane of some things 1 with 84,100"_s), qPrintable(table.sentence(ChartKind::TopBars)));
    }

    void drawsWhereItSays_data()
    {
        QTest::addColumn<ChartKind>("kind");
        QTest::newRow("bars") << ChartKind::Bars;
        QTest::newRow("stacked bars") << ChartKind::StackedBars;
        QTest::newRow("top bars") << ChartKind::TopBars;
    }
    /// What Qt Charts drew has the colour of its series in the middle of the place that the keyboard and the pointer know it at.
    void drawsWhereItSays()
    {
        QFETCH(ChartKind, kind);
        ChartTable table;
        table.setContent(kind == ChartKind::TopBars ? topTeams(5) : weeks());
        const ChartLook look = ChartLook::of(m_theme, Theme::Mode::Light);
        const QImage image = picture(table, kind, look);
        const ChartScene scene(table, kind, look, { 560, 220 });
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int series = 0; series < table.columnCount() - 1; ++series) {
                const QRectF bar = scene.barOf(row, series);
                if (bar.isEmpty())
                    continue;
                QCOMPARE(pixelAt(image, bar.center()), look.colourOf(series));
                QCOMPARE(scene.rowAt(bar.center()), row);
                QCOMPARE(scene.seriesAt(bar.center(), row), series);
            }
        }
    }

    void linesGoThroughTheirPoints()
    {
        ChartTable table;
        table.setContent(weeks());
        const ChartLook look = ChartLook::of(m_theme, Theme::Mode::Light);
        const QImage image = picture(table, ChartKind::Line, look);
        const ChartScene scene(table, ChartKind::Line, look, { 560, 220 });
        QCOMPARE(pixelAt(image, scene.pointOf(3, 0)), look.colourOf(0));
        // Between two points lies the line; over what is not known lies none.
        const auto nearColour = [&](QPointF at, const QColor &colour) {
            for (int y = -2; y <= 2; ++y) {
                const QColor seen = pixelAt(image, at + QPointF(0, y));
                if (std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green()) + std::abs(seen.blue() - colour.blue()) < 60)
                    return true;
            }
            return false;
        };
        QVERIFY(nearColour((scene.pointOf(3, 0) + scene.pointOf(4, 0)) / 2, look.colourOf(0)));
        QVERIFY(!nearColour((scene.pointOf(9, 1) + scene.pointOf(11, 1)) / 2, look.colourOf(1)));
    }

    void stackedAreasLieOnEachOther()
    {
        ChartTable table;
        table.setContent(yearOfDays(3));
        const ChartLook look = ChartLook::of(m_theme, Theme::Mode::Light);
        const QImage image = picture(table, ChartKind::StackedArea, look);
        const ChartScene scene(table, ChartKind::StackedArea, look, { 560, 220 });
        // A year of bars would be hatching: they are drawn as the area they look like.
        QCOMPARE(picture(table, ChartKind::StackedBars, look), image);
        for (const int series : { 0, 1, 2 }) {
            const QPointF top = scene.pointOf(180, series), below = series > 0 ? scene.pointOf(180, series - 1) : QPointF(top.x(), scene.plot().bottom());
            QCOMPARE(pixelAt(image, (top + below) / 2), look.colourOf(series));
            QCOMPARE(scene.seriesAt((top + below) / 2, 180), series);
        }
    }

    void keyboardWalksAndOpens()
    {
        ChartTable table;
        table.setContent(weeks());
        Chart chart(table);
        chart.resize(500, 200);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setFocus();
        QSignalSpy opened(&chart, &Chart::activated);
        QTest::keyClick(&chart, Qt::Key_Return); // Nothing is chosen yet.
        QCOMPARE(opened.size(), 0);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentRow(), 0);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.currentRow(), 1);
        QCOMPARE(chart.currentSeries(), 1);
        QCOMPARE(chart.currentText(), u"Week of 14 September 2026: daily 104"_s);
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentRow(), 11);
        QTest::keyClick(&chart, Qt::Key_PageUp);
        QCOMPARE(chart.currentRow(), 1);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toInt(), 1);
        QCOMPARE(opened.first().last().toInt(), 1);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.currentRow(), -1);
        // Other rows: what was chosen means nothing any more.
        QTest::keyClick(&chart, Qt::Key_End);
        table.setContent(topTeams(3));
        QCOMPARE(chart.currentRow(), -1);
    }

    void hoverReadsAndClickOpens()
    {
        ChartTable table;
        table.setContent(weeks());
        Chart chart(table, ChartKind::StackedBars);
        chart.resize(500, 200);
        chart.setOpens(true);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QSignalSpy opened(&chart, &Chart::activated);
        const QImage before = chart.grab().toImage();
        const QPoint at = chart.scene().barOf(5, 1).center().toPoint();
        QTest::mouseMove(&chart, at);
        QVERIFY(chart.grab().toImage() != before);
        QCOMPARE(chart.cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, at);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toInt(), 5);
        QCOMPARE(opened.first().last().toInt(), 1);
    }

    /// The ring of the keyboard's focus lies around the chart, and over none of its words.
    void ringIsAroundTheChart_data()
    {
        QTest::addColumn<ChartKind>("kind");
        QTest::newRow("line") << ChartKind::Line;
        QTest::newRow("top") << ChartKind::TopBars;
    }
    void ringIsAroundTheChart()
    {
        QFETCH(const ChartKind, kind);
        ChartCard card(kind);
        card.setContent(weeks());
        card.resize(460, 260);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        card.activateWindow();
        card.chart().setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(card.chart().hasFocus());
        card.setAttribute(Qt::WA_KeyboardFocusChange, false);
        const QImage without = card.grab().toImage();
        card.setAttribute(Qt::WA_KeyboardFocusChange);
        const QImage with = card.grab().toImage();
        const QRect chart(card.chart().mapTo(&card, QPoint()), card.chart().size());
        QCOMPARE(with.copy(chart), without.copy(chart));
        QVERIFY(with != without);
        QCOMPARE(with.pixelColor(chart.center().x(), chart.top() - 4), Theme::of(&card).colours().focusRing);
    }

    void screenReadersFindIt()
    {
        ChartTable table;
        table.setContent(weeks());
        Chart chart(table);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&chart);
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::Chart);
        QCOMPARE(access->text(QAccessible::Name), u"Active people"_s);
        QCOMPARE(access->text(QAccessible::Description), table.sentence(ChartKind::Line));
        chart.setCurrent(2, 0);
        QCOMPARE(access->text(QAccessible::Value), u"Week of 21 September 2026: weekly 243"_s);
    }

    void tooLittleIsSaid()
    {
        ChartTable table;
        Chart chart(table);
        chart.resize(300, 120);
        QVERIFY(!chart.isDrawn());
        chart.grab(); // Draws a sentence, and nothing fails.
        ChartContent one = weeks();
        one.rows.resize(1);
        for (ChartSeries &series : one.series)
            series.values.resize(1);
        one.series.pop_back();
        table.setContent(one);
        QVERIFY(!chart.isDrawn());
        QCOMPARE(chart.lastKnownText(), one.series[0].name + u' ' + chartValueText(one.series[0].values[0], one.unit));
        chart.setKind(ChartKind::Bars);
        QVERIFY(chart.isDrawn());
        chart.grab();
        ChartContent none = weeks();
        for (ChartSeries &series : none.series)
            series.values.assign(12, unknownValue);
        table.setContent(none);
        QVERIFY(!chart.isDrawn());
        QCOMPARE(table.rowSentence(0), u"Week of 7 September 2026: weekly not known, daily not known"_s);
    }

    void tableStandsInAndOpens()
    {
        ChartCard card(ChartKind::Line);
        card.setContent(weeks(), u"by week"_s, u"Who opened anything."_s);
        card.setOpens(true);
        card.resize(500, 260);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QCOMPARE(card.accessibleDescription(), u"Who opened anything."_s);
        QSignalSpy opened(&card, &ChartCard::opened);
        card.chart().setFocus();
        card.setShowsTable(true);
        QVERIFY(card.tableView().isVisible() && !card.chart().isVisible());
        QVERIFY(card.tableView().hasFocus()); // The keyboard stays where it was.
        card.tableView().setCurrentIndex(card.table().index(4, 2));
        QTest::keyClick(&card.tableView(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toInt(), 4);
        QCOMPARE(opened.first().last().toInt(), 1);
    }

    void filesSayTheSame()
    {
        QTemporaryDir folder;
        ChartCard card(ChartKind::Line);
        ChartContent content = weeks();
        content.unit = ChartUnit::Duration;
        content.series[0].name = u"=cmd()"_s;
        card.setContent(content);
        card.resize(500, 260);
        QString why;
        for (const QString &ending : { u"png"_s, u"svg"_s, u"csv"_s })
            QVERIFY2(card.writeFile(folder.filePath(u"chart."_s + ending), &why), qPrintable(why));
        QVERIFY(!card.writeFile(folder.filePath(u"no/such.png"_s), &why));
        QVERIFY(!why.isEmpty());
        QVERIFY(QImage(folder.filePath(u"chart.png"_s)).width() >= 2 * 480);
        QFile csv(folder.filePath(u"chart.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArrayList lines = csv.readAll().split('\n');
        QCOMPARE(lines[0], "Week,'=cmd() (s),daily (s)\r");
        QCOMPARE(lines[1], "2026-09-07,0.212,0.096\r");
        QCOMPARE(lines[11], "2026-11-16,0.3,\r");
    }

    /// Axes without a line would say that nothing happened.
    void whatIsTooLittleToDrawIsSavedInWords()
    {
        QTemporaryDir folder;
        const auto saved = [&](ChartKind kind, const ChartContent &content) {
            ChartCard card(kind);
            card.chart().setAbsence(u"Nobody tells of this"_s, u"A portal fills it."_s);
            card.setContent(content);
            card.resize(500, 260);
            QString why;
            QFile file(folder.filePath(u"chart.svg"_s));
            return card.writeFile(file.fileName(), &why) && file.open(QIODevice::ReadOnly) ? textOf(file.readAll()) : why;
        };
        ChartContent content = weeks();
        QVERIFY(!saved(ChartKind::Line, content).contains(u"Nobody tells of this"_s));
        for (ChartSeries &series : content.series)
            series.values.assign(12, unknownValue);
        const QString none = saved(ChartKind::Line, content);
        QVERIFY2(none.contains(content.title) && none.contains(u"Nobody tells of this"_s), qPrintable(none));
        QVERIFY2(none.contains(u"A portal fills it."_s), qPrintable(none));
        QVERIFY2(!none.contains(content.rows[0].name), qPrintable(none));
        // Rows without a number are something all the same, and so is one number of a line.
        const QString rows = saved(ChartKind::TopBars, content);
        QVERIFY2(rows.contains(content.rows[0].name) && !rows.contains(u"Nobody"_s), qPrintable(rows));
        content.series[1].values[3] = 104;
        const QString one = saved(ChartKind::Line, content);
        QVERIFY2(one.contains(content.rows[3].name) && one.contains(u"104"_s), qPrintable(one));
    }

    /// Text is text, so that a reader of the file finds it, and the drawing is within its frame.
    void svgIsADrawing()
    {
        ChartTable table;
        table.setContent(weeks());
        const QByteArray svg = chartSvg(table, ChartKind::Line, m_theme, { 600, 300 });
        const QString text = textOf(svg);
        QVERIFY2(text.contains(u"Active people|"_s) && text.contains(u"weekly 312|"_s) && text.contains(u"|350|"_s), qPrintable(text));
        QVERIFY(svg.count("<polyline") + svg.count("<path") >= 3);
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(!svg.contains("<image")); // Nothing of it is a picture.
    }

    void paperIsLight()
    {
        m_theme.setChoice(ThemeChoice::Dark);
        ChartTable table;
        table.setContent(topTeams(4));
        QImage page(400, 200, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        paintChart(&painter, QRectF(0, 0, 400, 200), table, ChartKind::TopBars, m_theme);
        painter.end();
        int light = 0, own = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                light += page.pixelColor(x, y) == QColor(Qt::white);
                own += page.pixelColor(x, y) == m_theme.colours(Theme::Mode::Light).chart[0];
            }
        }
        QVERIFY(light > 400 * 200 / 2);
        QVERIFY(own > 1'000);
        m_theme.setChoice(ThemeChoice::Light);
    }

    /// A picture of a year of days is drawn once; what follows are copies of it. Bounds are wide: machines differ.
    void aYearIsQuick()
    {
        for (const ChartKind kind : { ChartKind::Line, ChartKind::StackedArea, ChartKind::StackedBars }) {
            ChartTable table;
            table.setContent(yearOfDays(5));
            Chart chart(table, kind);
            chart.resize(900, 300);
            chart.show();
            QVERIFY(QTest::qWaitForWindowExposed(&chart));
            chart.setFocus();
            table.setContent(yearOfDays(4)); // Polished by now: what is measured is drawing.
            const double begun = processorTime();
            chart.grab();
            const double drawn = processorTime();
            chart.setCurrent(100, 2);
            chart.grab();
            const double walked = processorTime();
            qInfo("kind %d: drawn in %.1f ms, walked in %.1f ms of processor", int(kind), drawn - begun, walked - drawn);
            QVERIFY(drawn - begun < 500);
            QVERIFY(walked - drawn < (drawn - begun) * 2 + 50);
        }
    }

    /// Not a test: pictures for eyes, where CALLBOARD_CHART_PICTURES names a folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("CALLBOARD_CHART_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto &[choice, name] : { std::pair { ThemeChoice::Light, u"light"_s }, std::pair { ThemeChoice::Dark, u"dark"_s }, std::pair { ThemeChoice::HighContrast, u"contrast"_s } }) {
            m_theme.setChoice(choice);
            QWidget board;
            board.resize(1240, 760);
            board.setAutoFillBackground(true);
            struct Example {
                ChartKind kind;
                ChartContent content;
                QRect place;
            };
            ChartContent few = weeks();
            few.title = u"Beside each other"_s;
            few.rows.resize(6);
            ChartContent thin = weeks();
            thin.rows.resize(1);
            std::vector<Example> examples { { ChartKind::Line, weeks(), { 8, 8, 600, 240 } }, { ChartKind::TopBars, topTeams(14), { 620, 8, 600, 240 } },
                { ChartKind::StackedBars, weeks(), { 8, 256, 400, 240 } }, { ChartKind::StackedArea, yearOfDays(4), { 416, 256, 400, 240 } },
                { ChartKind::Bars, few, { 824, 256, 396, 240 } }, { ChartKind::Line, yearOfDays(6), { 8, 504, 600, 240 } },
                { ChartKind::Line, thin, { 620, 504, 290, 240 } }, { ChartKind::StackedBars, yearOfDays(3), { 920, 504, 300, 240 } } };
            ChartCard *first = nullptr;
            for (Example &example : examples) {
                for (ChartSeries &series : example.content.series)
                    series.values.resize(example.content.rows.size());
                auto *card = new ChartCard(example.kind, &board);
                card->setContent(example.content, u"by week"_s);
                card->setGeometry(example.place);
                first = first ? first : card;
            }
            board.show();
            QVERIFY(QTest::qWaitForWindowExposed(&board));
            board.setAttribute(Qt::WA_KeyboardFocusChange);
            first->chart().setFocus();
            QTest::mouseMove(&first->chart(), QPoint(330, 100));
            for (const qreal ratio : { 1.0, 2.0 }) {
                QImage image(board.size() * ratio, QImage::Format_RGB32);
                image.setDevicePixelRatio(ratio);
                board.render(&image);
                QVERIFY(image.save(u"%1/%2-%3x.png"_s.arg(folder, name).arg(ratio)));
            }
        }
        m_theme.setChoice(ThemeChoice::Light);
    }

private:
    QImage picture(const ChartTable &table, ChartKind kind, const ChartLook &look)
    {
        QImage image(QSize(560, 220) * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2);
        image.fill(look.ground);
        QPainter painter(&image);
        ChartScene(table, kind, look, { 560, 220 }).paint(&painter);
        return image;
    }

    Theme m_theme;
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
