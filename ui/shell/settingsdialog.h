// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QDialog>
#include <QKeySequence>

class QComboBox;
class QListWidget;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace callboard::ui {

class Preferences;
class Theme;

/// What can be chosen, a page each; every change holds at once, there is nothing to apply.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(PaneContext context, Theme &theme, Preferences &preferences, QWidget *parent = nullptr);
    void showPage(const QString &id); ///< "appearance", "me", "sources", "plugins", "tray", "network", "shortcuts", "data", "about".

Q_SIGNALS:
    void addSourceRequested();

private:
    struct Page {
        QString id;
        std::function<QWidget *()> make;
        QWidget *widget = nullptr;
    };
    void addPage(const QString &id, const QString &title, const QString &iconName, std::function<QWidget *()> make);
    QWidget *makeAppearance();
    QWidget *makeMe();
    QWidget *makeSources();
    QWidget *makePlugins();
    QWidget *makeData();
    QWidget *makeAbout();
    QString feedName(const QString &integrationId, const QString &feedId) const; ///< Empty for one that no integration declares.
    void fillSources(QVBoxLayout *list);
    void fillPlugins(QVBoxLayout *list);
    void complainUnlessSaved(const domain::Result<void> &done);
    void askRemove(const QString &connectionId, const QString &name);

    PaneContext m_context;
    Theme &m_theme;
    Preferences &m_preferences;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    std::vector<Page> m_pages;
};

} // namespace callboard::ui
