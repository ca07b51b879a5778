// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace callboard::ui {

/// Whether the program is started, hidden, when the person logs in: an XDG autostart file for each workspace.
/// Source: https://specifications.freedesktop.org/autostart-spec/ and desktop-entry-spec, "The Exec key".
class Autostart final {
public:
    /// `workspace` is what `--workspace` takes; empty for the default one.
    Autostart(QString program, QString workspace);

    bool isOn() const;
    domain::Result<void> setOn(bool on) const;
    QString path() const { return m_path; }

private:
    QString m_program;
    QString m_workspace;
    QString m_path;
};

/// As one argument of an Exec key.
QString execArgument(const QString &text);

} // namespace callboard::ui
