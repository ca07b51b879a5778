// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitydiff.h"
#include "models/sync/workspace.h"

#include <QThreadPool>
#include <QWidget>

namespace callboard::ui {
class DiffView;
class TextLabel;
}

namespace callboard::ui::panes {

class CellTable;

/// Every version of an entity that was ever mirrored, and what differs between any two. One selected version is compared
/// with the one before it, two with each other. Versions are read and compared on a thread of their own.
class ChangesTab final : public QWidget {
    Q_OBJECT
public:
    explicit ChangesTab(sync::Workspace &workspace, QWidget *parent = nullptr);
    ~ChangesTab() override;

    void show(const QString &ref, std::vector<mirror::Version> history);
    using QWidget::show;
    /// Compares this version with the one before it; the latest where it is not known.
    void select(qint64 version);
    CellTable *versions() { return m_versions; }
    DiffView *diff() { return m_diff; }
    bool isBusy() const { return m_pool.activeThreadCount() > 0; } ///< Something is being read or compared.

Q_SIGNALS:
    void compared(); ///< The comparison of what is selected is shown.

private:
    struct Comparison;
    void fillRows();
    void describe();
    void selectAgain(const std::pair<qint64, qint64> &compared);
    void onSelectionChanged();
    void compare(qint64 before, qint64 after);
    void take(const Comparison &comparison);
    const mirror::Version *version(qint64 id) const;
    QString titleOf(qint64 version) const;

    sync::Workspace &m_workspace;
    QString m_ref;
    std::vector<mirror::Version> m_history; ///< The latest first.
    QHash<qint64, QString> m_sentences;
    std::pair<qint64, qint64> m_compared; ///< Before and after; 0 for nothing.
    quint64 m_shown = 0;                  ///< Counts `show`: answers to an earlier one are late.
    bool m_filling = false;
    CellTable *m_versions;
    TextLabel *m_summary;
    DiffView *m_diff;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::ui::panes
