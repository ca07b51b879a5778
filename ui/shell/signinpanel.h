// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callboard::ui {

class TextLabel;

/// A sign-in of a saved connection in the system's browser: opens it, waits, can be cancelled, and says how it went. On another device:
/// shows the address and the code large, and opens nothing by itself.
class SignInPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SignInPanel(sync::Workspace &workspace, QWidget *parent = nullptr);
    ~SignInPanel() override;

    /// `otherWays`: what else there is to sign in there, by name, for who fails this way.
    void start(const QString &connectionId, const QString &connectionName, const sdk::SignInMethod &method, const QStringList &otherWays = {});
    /// What the server of the sign-in that was started wants to be done.
    void showPrompt(const sync::SignInPrompt &prompt);
    void cancel();
    bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    void finished(bool ok);

private:
    void showCode(const sync::SignInPrompt &prompt);
    void onDone(const domain::Result<void> &done);
    QString failure(const domain::Error &error) const;
    void openBrowser();
    void sayNoBrowser();

    sync::Workspace &m_workspace;
    TextLabel *m_headline;
    TextLabel *m_text;
    QLineEdit *m_address;
    QLineEdit *m_code;
    QPushButton *m_copyCode;
    QPushButton *m_open;
    QPushButton *m_copyAddress;
    QPushButton *m_cancel;
    QWidget *m_codeRow;
    QString m_connectionId, m_name;
    sdk::SignInMethod m_method;
    QStringList m_otherWays;
    QUrl m_url;
    quint64 m_attempt = 0;
    bool m_waiting = false;
};

} // namespace callboard::ui
