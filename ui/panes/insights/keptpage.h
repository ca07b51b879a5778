// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagelog.h"
#include "ui/kit/pane.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QThreadPool>

class QCheckBox;
class QComboBox;
class QPushButton;
class QTableView;
class QTimer;

namespace callboard::ui {
class TextLabel;
}
class QVBoxLayout;

namespace callboard::insights {
class UsageSharer;
}

namespace callboard::ui::panes {

class ShareBox;

/// Every row that is kept of the person's own use, the newest first; read a page at a time, on a worker.
class KeptModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Columns { When, Deed, What, About, Found, Count };
    explicit KeptModel(insights::UsageLog &log, QObject *parent = nullptr);
    ~KeptModel() override;
    void reload(); ///< From the newest on.
    const insights::KeptUse &row(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void counted(const callboard::insights::UsageLogState &state); ///< With each reload.
    void failed(const callboard::domain::Error &error);

private:
    void read(qint64 before);
    void takeNewest(quint64 epoch, std::vector<insights::KeptUse> rows);
    void take(quint64 asked, std::vector<insights::KeptUse> rows);

    insights::UsageLog &m_log;
    std::vector<insights::KeptUse> m_rows;
    quint64 m_asked = 0;
    quint64 m_epoch = 0; ///< Of the log, when the rows were read.
    bool m_reading = false, m_again = false, m_complete = false;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

/// "What is kept": exactly what is recorded, with the switch that ends it, how long it stays, and erasing; and a switch for each connection that
/// it can be shared with.
class KeptPage final : public QWidget {
    Q_OBJECT
public:
    explicit KeptPage(PaneContext context, QWidget *parent = nullptr);

    KeptModel &model() { return m_model; }
    QTableView *view() { return m_view; }
    QCheckBox *recordSwitch() { return m_switch; }
    QPushButton *eraseAllButton() { return m_eraseAll; }
    QPushButton *eraseSelectedButton() { return m_eraseSelected; }
    ShareBox *shareBox(const QString &connectionId) const; ///< Null where it cannot be shared with.
    QString explanation() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void showOptions();
    void showCount(const insights::UsageLogState &state);
    void eraseSelected();
    void eraseAll();
    void fillShares();
    void explain();
    void lookAtShares();

    PaneContext m_context;
    insights::UsageLog &m_log;
    insights::UsageSharer &m_sharer;
    KeptModel m_model;
    QCheckBox *m_switch;
    QComboBox *m_months;
    QPushButton *m_eraseSelected, *m_eraseAll;
    TextLabel *m_count;
    TextLabel *m_where;
    QTableView *m_view;
    QVBoxLayout *m_shares;
    QTimer *m_lookSoon;
    bool m_sure = false; ///< Erase all was pressed once.
};

} // namespace callboard::ui::panes
