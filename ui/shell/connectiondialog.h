// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace callboard::ui {

class ConnectionForm;
class SignInPanel;
class TextLabel;

/// A saved connection: its name, its form, signing in and out.
class ConnectionDialog final : public QDialog {
    Q_OBJECT
public:
    /// The connection and its integration must be there.
    ConnectionDialog(sync::Workspace &workspace, const QString &connectionId, QWidget *parent = nullptr);

    ConnectionForm &form() { return *m_form; }
    /// Finds out how to sign in, and goes on with what was chosen: to the browser, or to the token.
    void signInAgain();
    void save(); ///< What the main button does: closes when it is on disk.

private:
    QWidget *makeFooter();
    bool apply();
    bool showProblem(const domain::Result<void> &result);
    void signIn();
    void signOut();
    void updateButtons();

    sync::Workspace &m_workspace;
    QString m_connectionId;
    QLineEdit *m_name;
    ConnectionForm *m_form = nullptr;
    SignInPanel *m_panel;
    QStackedWidget *m_pages;
    TextLabel *m_problem;
    QPushButton *m_test;
    QPushButton *m_browser;
    QPushButton *m_signOut;
    QPushButton *m_cancel;
    QPushButton *m_save;
    bool m_goOn = false; ///< Signing in was asked for; the server is being asked how.
};

} // namespace callboard::ui
