// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/builds/logview.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QMenu;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// A log with what one does with it: find, go from failure to failure, fold, follow, copy, save.
class LogPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(QWidget *parent = nullptr);
    LogView &view() { return *m_view; }
    QLineEdit *findEdit() { return m_find; }
    QMenu *menu() { return m_menu; } ///< Of the log, too.
    /// Instead of a log: why there is none.
    void say(const QString &text);
    void setBaseName(const QString &name) { m_baseName = name; } ///< For saving.
    void setNote(const QString &note); ///< Behind the facts of the log: "kept for offline".

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeBar();
    void makeMenu();
    void showFacts();
    void save();

    LogView *m_view;
    QLineEdit *m_find;
    TextLabel *m_found;
    TextLabel *m_message;
    TextLabel *m_facts;
    TextLabel *m_failures;
    QCheckBox *m_times;
    QCheckBox *m_follow;
    QWidget *m_bar;
    QMenu *m_menu = nullptr;
    QString m_baseName, m_note;
};

} // namespace callboard::ui::panes
