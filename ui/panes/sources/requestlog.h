// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"
#include "ui/panes/sources/requestlogmodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QComboBox;
class QLineEdit;
class QTableView;
class QTimer;

namespace callboard::ui {
class EmptyState;
class TextLabel;
}

namespace callboard::ui::panes {

/// The latest requests over the network: filtered by words and by source, copied, exported. Holds no secret: the log has none.
class RequestLog final : public QDialog {
    Q_OBJECT
public:
    explicit RequestLog(sync::Workspace &workspace, QWidget *parent = nullptr);

    void showConnection(const QString &connectionId); ///< All, with an empty id.
    RequestLogModel &model() { return m_model; }
    QTableView *table() const { return m_table; }
    QLineEdit *filter() const { return m_filter; }
    void copySelected() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFooter();
    void prepareTable();
    void reload();
    void fillSources();
    void showCounts();

    sync::Workspace &m_workspace;
    RequestLogModel m_model;
    QSortFilterProxyModel m_shown;
    QLineEdit *m_filter;
    QComboBox *m_source;
    QTableView *m_table;
    EmptyState *m_empty;
    TextLabel *m_counts;
    QTimer *m_tick;
};

} // namespace callboard::ui::panes
