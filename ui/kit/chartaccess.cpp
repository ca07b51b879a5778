// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chart.h"

#include <QAccessibleWidget>

namespace callboard::ui {

namespace {

    /// A chart with its title, what it shows in a sentence, and the value that was walked to.
    class ChartAccess final : public QAccessibleWidget {
    public:
        explicit ChartAccess(Chart *chart)
            : QAccessibleWidget(chart, QAccessible::Chart)
        {
        }
        QString text(QAccessible::Text kind) const override
        {
            const auto *chart = static_cast<const Chart *>(widget());
            switch (kind) {
            case QAccessible::Description: return chart->sentence();
            case QAccessible::Value: return chart->currentText();
            default: return QAccessibleWidget::text(kind);
            }
        }
    };

    QAccessibleInterface *makeChartAccess(const QString &, QObject *object)
    {
        auto *chart = qobject_cast<Chart *>(object);
        return chart ? new ChartAccess(chart) : nullptr;
    }

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeChartAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace callboard::ui
