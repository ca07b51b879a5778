// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartexport.h"
#include "ui/kit/charttable.h"
#include "ui/kit/style.h"
#include "ui/panes/insights/insightsreport.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace Qt::StringLiterals;

/// What of the insights goes onto paper besides charts.
class TestInsightsReport final : public QObject {
    Q_OBJECT

    Theme m_theme;

    /// Documentation that nobody ever opened: rows without one value that is known.
    static ChartContent unopened(int sites)
    {
        ChartContent content { u"Documentation nobody opens"_s, u"Documentation"_s, ChartUnit::Count, {}, { { u"days since"_s, {}, {} } } };
        for (int at = 0; at < sites; ++at) {
            content.rows.push_back({ u"Site %1"_s.arg(at), {}, {}, {} });
            content.series[0].values.push_back(unknownValue);
        }
        return content;
    }
    /// How many bands of ink there are, from the top.
    static int linesOf(const ChartContent &content, const Theme &theme, const QSize &size)
    {
        ChartTable table;
        table.setContent(content);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintChartTable(&painter, QRectF(QPointF(), QSizeF(size)), table, theme);
        painter.end();
        int lines = 0;
        bool wasInk = false;
        for (int y = 0; y < image.height(); ++y) {
            bool isInk = false;
            for (int x = 0; x < image.width() && !isInk; ++x)
                isInk = image.pixelColor(x, y) != Qt::white;
            lines += int(isInk && !wasInk);
            wasInk = isInk;
        }
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }

    void aTableHasALineForEachRow()
    {
        const QSize size(320, 190);
        QCOMPARE(linesOf(unopened(3), m_theme, size), 2 + 3); // Below its title and its head.
        // Of too many as many as there is room for, and how many more there are.
        const int most = linesOf(unopened(200), m_theme, size);
        QVERIFY2(most > 5 && most < 20, qPrintable(QString::number(most)));
        QCOMPARE(linesOf(unopened(300), m_theme, size), most);
    }

    void whatHasNoBarIsInTheReport()
    {
        QTemporaryDir folder;
        const auto written = [&](int sites) {
            const QString name = folder.filePath(QString::number(sites));
            const InsightsReport::Part part { u"Organisation"_s, unopened(sites), ChartKind::TopBars, true };
            auto *report = new InsightsReport(m_theme, name, u"Insights"_s, {}, { part }, this);
            QSignalSpy finished(report, &InsightsReport::finished);
            report->start();
            const bool isDone = QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000);
            QFile file(name);
            return isDone && finished[0][0].toBool() && file.open(QIODevice::ReadOnly) ? file.readAll().size() : 0;
        };
        const qsizetype none = written(0);
        QVERIFY(none > 0);
        QVERIFY(written(5) > none);
    }
};

QTEST_MAIN(TestInsightsReport)
#include "tst_insightsreport.moc"
