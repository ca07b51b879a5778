// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QWidget>

class QFormLayout;

namespace callboard::ui {

class TextLabel;

/// The form of a connection, made from what the integration says of itself: no integration needs a dialog of its own.
class ConnectionForm final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(const sync::IntegrationInfo &integration, QWidget *parent = nullptr);

    const sync::IntegrationInfo &integration() const { return m_integration; }
    QJsonObject settings() const;
    /// A name for people: the folder's, the host's, else the integration's.
    QString suggestedName() const;
    bool isComplete() const; ///< Every required field has something in it.
    void setValue(const QString &fieldId, const QJsonValue &value);
    /// What a probe found, under the form.
    void showReport(const QString &text, bool good);
    QWidget *firstField() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        sync::IntegrationInfo::Field field;
        QWidget *editor = nullptr;
    };
    QWidget *makeEditor(const sync::IntegrationInfo::Field &field);
    QWidget *makeFolderEditor(const sync::IntegrationInfo::Field &field);
    static QJsonValue valueOf(const Row &row);

    sync::IntegrationInfo m_integration;
    std::vector<Row> m_rows;
    TextLabel *m_report;
};

} // namespace callboard::ui
