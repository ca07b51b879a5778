// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/charttable.h"
#include "ui/kit/theme.h"

#include <QObject>
#include <QSaveFile>

#include <deque>
#include <memory>

class QPainter;
class QPdfWriter;

namespace callboard::ui::panes {

/// Writes charts to a PDF report, one a turn of the event loop, so that the window stays alive; deletes itself when it is done. A4, two columns, light.
class InsightsReport final : public QObject {
    Q_OBJECT
public:
    struct Part {
        QString section; ///< A heading where it differs from that of the part before.
        ChartContent content;
        ChartKind kind;
        bool asTable = false; ///< Its numbers instead of the chart.
    };
    InsightsReport(const Theme &theme, const QString &fileName, const QString &title, const QString &subtitle, std::vector<Part> parts, QObject *parent);
    ~InsightsReport() override;
    void start();

Q_SIGNALS:
    void finished(bool good, const QString &why);

private:
    void next();
    void newPage();
    void paintHeading(const QString &text);
    void paintPart(const Part &part);
    void finish();

    const Theme &m_theme;
    QSaveFile m_file;
    QString m_title, m_subtitle, m_section;
    std::deque<Part> m_parts;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    QSizeF m_page; ///< px at 96 dpi
    qreal m_y = 0;
    int m_column = 0, m_number = 1;
};

} // namespace callboard::ui::panes
