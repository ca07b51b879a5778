// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/settingscheck.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace callboard::ui {

class LinkLabel;
class SignInChoice;
class TextLabel;

/// The form of a connection, made from what the integration says of itself: no integration needs a dialog of its own. For
/// one that asks hosts over the network it also finds out how to sign in, and has proxy and certificates.
class ConnectionForm final : public QWidget {
    Q_OBJECT
public:
    /// `edited`: a saved connection whose values are shown; its secrets are not, and stay unless they are typed anew.
    ConnectionForm(sync::Workspace &workspace, const sync::IntegrationInfo &integration,
        const sync::ConnectionInfo *edited = nullptr, QWidget *parent = nullptr);
    ~ConnectionForm() override;

    const sync::IntegrationInfo &integration() const { return m_integration; }
    QJsonObject settings() const;
    /// What was typed into secret fields. An empty one is to be forgotten: what was kept for one host is not sent to another.
    sync::Secrets secrets() const;
    /// A name for people: the folder's, the host's, else the integration's.
    QString suggestedName() const;
    bool isComplete() const; ///< Every required field has something in it.
    void setValue(const QString &fieldId, const QJsonValue &value);
    /// What goes before the fields of the integration, in line with them.
    void addFirstRow(const QString &label, QWidget *editor);
    QWidget *firstField() const;
    QWidget *editor(const QString &fieldId) const;
    /// Null where none was found, or nobody need sign in.
    const sdk::SignInMethod *signInMethod() const;
    QStringList otherSignIns() const; ///< The names of those that could be chosen in its place.
    QString signInText() const; ///< Of the button that goes on to it.
    bool canSignIn() const { return m_signIn != nullptr; }
    bool needsBrowser() const;

    /// Looks every field over; errors are shown under them, and the first one gets the keyboard.
    bool check();
    void findSignIn(); ///< Asks the server which ways it offers; `signInFound` when it answered.
    void test();       ///< Tries what is typed; what came of it is shown under the form.
    void showReport(const QString &text, bool good);

Q_SIGNALS:
    void changed();
    void signInFound(bool ok);
    void tested(bool ok);

private:
    TextLabel *makeLabel(const QString &text, QWidget *buddy) const;
    struct Row {
        sync::IntegrationInfo::Field field;
        QWidget *editor = nullptr;
        QWidget *cell = nullptr;
        TextLabel *error = nullptr;
        TextLabel *inTheClear = nullptr; ///< Of an address: said of one that is not encrypted.
        bool ofNetwork = false;
    };
    void addRow(const sync::IntegrationInfo::Field &field, bool ofNetwork);
    void addSignIn();
    void addNetwork();
    void foldOptional();
    void showKeptValues();
    static QJsonValue valueOf(const Row &row);
    Row *row(const QString &fieldId);
    const Row *row(const QString &fieldId) const;
    void onEdited(const QString &fieldId);
    void onLeft(const QString &fieldId);
    void showError(Row &row, const QString &text);
    void showSecretRows();
    void offerProxyLogin(const domain::Error &error, void (ConnectionForm::*tried)());
    bool keepsSecrets() const;
    bool lacksSecret(const Row &row) const;

    sync::Workspace &m_workspace;
    sync::IntegrationInfo m_integration;
    std::optional<sync::ConnectionInfo> m_edited;
    QFormLayout *m_form;
    std::vector<Row> m_rows;
    SignInChoice *m_signIn = nullptr;
    QString m_signInValue; ///< The setting as it was, or by default.
    LinkLabel *m_more = nullptr;
    QList<TextLabel *> m_secretNotes;
    TextLabel *m_report;
    TextLabel *m_missing;
    QPushButton *m_proxyLogin;
    QString m_proxy; ///< That asked when something was tried last; empty for none.
    void (ConnectionForm::*m_tried)() = nullptr; ///< Is tried again when it has been told.
    quint64 m_asked = 0; ///< Numbers what is asked of the server: a later question makes an earlier answer void.
};

} // namespace callboard::ui
