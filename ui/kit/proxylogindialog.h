// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QDialog>

class QLineEdit;

namespace callboard::ui {

class TextLabel;

/// Asks for what a proxy is told: a user and a password, for every connection that goes through it. Says where they are kept.
class ProxyLoginDialog final : public QDialog {
    Q_OBJECT
public:
    /// `proxy` as `sync::proxyThatAsks` names it.
    ProxyLoginDialog(sync::Workspace &workspace, const QString &proxy, QWidget *parent = nullptr);

private:
    void save();

    sync::Workspace &m_workspace;
    QString m_proxy;
    QLineEdit *m_user;
    QLineEdit *m_password;
    TextLabel *m_failure;
};

} // namespace callboard::ui
