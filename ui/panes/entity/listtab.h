// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/pagerows.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;

namespace callboard::ui::panes {

/// A tab with one scrolling table, and where it makes a difference a switch between what belongs to a
/// group directly and what belongs to groups below it too.
class ListTab final : public QWidget {
    Q_OBJECT
public:
    struct Content {
        TableContent table;
        QString summary; ///< One line over the table.
    };

    explicit ListTab(const QString &name, QWidget *parent = nullptr);
    void show(const Content &content);
    /// Asks `make` for direct or transitive rows, now and whenever the switch is turned.
    void showSwitched(const QString &switchText, std::function<Content(bool transitive)> make);
    CellTable *table() { return m_table; }
    QCheckBox *switchBox() { return m_switch; }

Q_SIGNALS:
    void entityActivated(const QString &ref, Qt::KeyboardModifiers modifiers);
    void urlActivated(const QUrl &url);

private:
    QWidget *m_line;
    QLabel *m_summary;
    QCheckBox *m_switch;
    CellTable *m_table;
    std::function<Content(bool)> m_make;
};

} // namespace callboard::ui::panes
