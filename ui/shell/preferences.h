// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

class QSettings;

namespace callboard::ui {

class Commands;

/// What the person chose for every workspace: theme, row height, text size, shortcuts. Secrets never come here.
class Preferences final : public QObject {
    Q_OBJECT
public:
    /// Without settings nothing is read or kept: for pictures and tests.
    Preferences(QSettings *settings, Theme &theme, Commands &commands, QObject *parent = nullptr);

    /// For this run only: as the command line asked.
    void overrideTheme(ThemeChoice choice);
    QString editorCommand() const; ///< "code -g {path}:{line}"; empty for the desktop's choice.
    void setEditorCommand(const QString &command);

private:
    void load();
    void save();

    QSettings *m_settings;
    Theme &m_theme;
    Commands &m_commands;
    std::optional<ThemeChoice> m_overridden;
};

} // namespace callboard::ui
