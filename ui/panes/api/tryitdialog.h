// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/request.h"
#include "models/sync/workspace.h"

#include <QDialog>
#include <QElapsedTimer>

#include <stop_token>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace callboard::ui {
class CodeView;
class TextLabel;
}

namespace callboard::ui::panes {

/// Builds a request from a definition, shows exactly what would go where, and sends it when the button is pressed: never by itself,
/// never with a credential that is kept here. The answer is shown below.
class TryItDialog final : public QDialog {
    Q_OBJECT
public:
    TryItDialog(sync::Workspace &workspace, const QString &apiName, const apis::RequestForm &form, QWidget *parent = nullptr);
    ~TryItDialog() override;

    /// Required fields that nothing is known of are named in angle brackets, so that there is something to copy.
    static apis::RequestForm withPlaceholders(apis::RequestForm form);

    void setValue(const QString &name, const QString &value);
    void setServer(const QString &url);
    QString preview() const;
    QString report() const;
    QPushButton *sendButton() { return m_send; }
    CodeView *answer() { return m_answer; }
    bool isSending() const { return m_sending; }

Q_SIGNALS:
    void answered();

private:
    struct Row {
        size_t field;
        QCheckBox *used;
        QLineEdit *edit;  ///< One of the two.
        QComboBox *choice;
    };
    void makeFields(QVBoxLayout *column);
    void makeBody(QVBoxLayout *column);
    void makeQuery(QVBoxLayout *column);
    QPlainTextEdit *makeEditor(QVBoxLayout *column, const QString &name, const QString &text, int stretch);
    QWidget *makeFooter();
    void makeAnswer(QVBoxLayout *column);
    void refresh();
    void send();
    void copy();

    sync::Workspace &m_workspace;
    apis::RequestForm m_form;
    std::vector<Row> m_rows;
    QComboBox *m_server = nullptr;
    QFormLayout *m_fields = nullptr;
    QComboBox *m_mediaType = nullptr;
    QPlainTextEdit *m_body = nullptr; ///< Of GraphQL the query.
    QPlainTextEdit *m_variables = nullptr;
    CodeView *m_preview;
    TextLabel *m_reason;
    QPushButton *m_send;
    QPushButton *m_copy;
    TextLabel *m_report;
    CodeView *m_answer;
    QElapsedTimer m_clock;
    std::stop_source m_stop;
    bool m_sending = false;
};

} // namespace callboard::ui::panes
