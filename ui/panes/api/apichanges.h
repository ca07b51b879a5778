// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/api/apireading.h"

#include <QWidget>

class QComboBox;
class QTreeWidget;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// What changed in a definition since an earlier version of it, and what of that breaks who uses it.
class ApiChanges final : public QWidget {
    Q_OBJECT
public:
    explicit ApiChanges(ApiReading &reading, QWidget *parent = nullptr);

    void show(ReadApiPtr api);
    using QWidget::show;
    QComboBox *versions() { return m_versions; }
    QTreeWidget *tree() { return m_tree; }
    QString summary() const;

Q_SIGNALS:
    void itemWanted(const QString &itemId);
    void shown(); ///< A comparison is there.

private:
    void compare();
    void take(const ReadComparison &found);

    ApiReading &m_reading;
    ReadApiPtr m_api;
    QComboBox *m_versions;
    TextLabel *m_summary;
    QTreeWidget *m_tree;
    bool m_filling = false;
};

} // namespace callboard::ui::panes
