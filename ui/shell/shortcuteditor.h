// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace callboard::ui {

class Commands;
class TextLabel;

/// Every command with its keys, to find and to change. A key that something else has is taken from it only when asked to.
class ShortcutEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutEditor(Commands &commands, QWidget *parent = nullptr);

private:
    void fill();
    void filter(const QString &text);
    void onChosen();
    void onTyped();
    void assign();
    QString chosen() const;

    Commands &m_commands;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_keys;
    QPushButton *m_assign;
    QPushButton *m_reset;
    TextLabel *m_conflict;
};

} // namespace callboard::ui
