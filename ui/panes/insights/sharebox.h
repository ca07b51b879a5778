// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagesharer.h"

#include <QAbstractTableModel>
#include <QWidget>

class QCheckBox;
class QPushButton;
class QTableView;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// What would go to a connection now: each line as it is kept, beside what would be sent for it.
class SharedModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Columns { When, Deed, What, Sent, Count };
    using QAbstractTableModel::QAbstractTableModel;
    void setPreview(const insights::SharePreview &preview);
    const std::vector<QJsonObject> &sent() const { return m_preview.sent; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    insights::SharePreview m_preview;
};

/// The switch of one connection: what of the person's use goes there, as whom, what would go now and what went.
class ShareBox final : public QWidget {
    Q_OBJECT
public:
    ShareBox(insights::UsageSharer &sharer, const QString &connectionId, const QString &name, QWidget *parent = nullptr);

    const QString &connectionId() const { return m_connectionId; }
    void setName(const QString &name);
    /// Asks anew what would go; beside what is shown already.
    void look();

    QCheckBox *shareSwitch() { return m_switch; }
    QCheckBox *searchesSwitch() { return m_searches; }
    QPushButton *sendButton() { return m_send; }
    QPushButton *listButton() { return m_list; }
    QTableView *view() { return m_view; }
    SharedModel &model() { return m_model; }
    QString termsText() const;
    QString standingText() const;
    bool isBusy() const { return m_looking; }

private:
    void takePreview(const domain::Result<insights::SharePreview> &preview);
    void show(const insights::SharingState &state);
    void refresh();
    QString termsOf(const insights::SharingState &state) const;
    QString standingOf(const insights::SharingState &state) const;
    void setListShown(bool shown);

    insights::UsageSharer &m_sharer;
    const QString m_connectionId;
    QString m_name;
    QCheckBox *m_switch, *m_searches;
    TextLabel *m_terms, *m_standing;
    QPushButton *m_list, *m_send;
    QTableView *m_view;
    SharedModel m_model;
    insights::SharePreview m_preview;
    std::optional<domain::Error> m_unknown; ///< Why it cannot be told what would go where.
    bool m_looking = false, m_again = false;
};

} // namespace callboard::ui::panes
