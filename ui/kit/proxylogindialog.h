// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace callboard::ui {

class TextLabel;

/// Asks for what a proxy is told: a user and a password, for every connection that goes through it. Says where they are kept, and stays open
/// where that failed.
class ProxyLoginDialog final : public QDialog {
    Q_OBJECT
public:
    /// `proxy` as `sync::proxyThatAsks` names it.
    ProxyLoginDialog(sync::Workspace &workspace, const QString &proxy, QWidget *parent = nullptr);
    void reject() override;

protected:
    bool event(QEvent *event) override;

private:
    void save();
    void tellKept(const domain::Result<void> &kept);
    void complain(const QString &what);

    sync::Workspace &m_workspace;
    QString m_proxy;
    QLineEdit *m_user;
    QLineEdit *m_password;
    TextLabel *m_note;
    TextLabel *m_failure;
    QPushButton *m_save;
    QPushButton *m_cancel;
    std::optional<sync::SecretStore::State> m_said; ///< How the keychain is, as the note says.
    bool m_counts = false; ///< What was typed is told to the proxy, and not kept.
};

} // namespace callboard::ui
