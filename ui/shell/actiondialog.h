// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/entityactions.h"

#include <QDialog>
#include <QTimer>

class QFormLayout;
class QPushButton;
class QTreeWidget;

namespace callboard::ui {

class AskedForm;
class TextLabel;

/// What comes before an action that asks first: its form, what it would bring or take along (where the integration can say
/// so), and one button that does it. Made from the metadata alone.
class ActionDialog final : public QDialog {
    Q_OBJECT
public:
    ActionDialog(PaneContext context, const panes::EntityActions::Offer &offer, QWidget *parent = nullptr);

    /// A field of the form that was asked for: "inputs.NAME", after the field whose place it took.
    void setValue(const QString &fieldId, const QString &value);
    /// What would happen is known, and the button would do it.
    bool isReady() const { return m_looked; }
    QPushButton *goButton() const { return m_go; }
    QString report() const;
    QString about() const; ///< What it would do, in a sentence, with what is typed.
    /// What it would do, as the other side says.
    void showLook(const domain::Result<sdk::ActionAnswer> &answer);

Q_SIGNALS:
    void settled(); ///< A question to the other side was answered.

private:
    void makeForm(class QVBoxLayout *column);
    void askFormSoon();
    void askForm();
    QJsonObject values() const;
    QJsonObject declaredValues() const; ///< Without what was asked for.
    bool isComplete() const;
    sdk::ActionRequest request(bool dryRun) const;
    void edited();
    void go();
    void look();
    void act();
    void refresh();
    void say(const QString &text, bool good);

    PaneContext m_context;
    panes::EntityActions &m_actions;
    panes::EntityActions::Offer m_offer;
    std::vector<std::pair<sync::IntegrationInfo::Field, QWidget *>> m_fields;
    AskedForm *m_asked = nullptr; ///< Null where the form is all declared.
    QTimer m_askSoon;
    TextLabel *m_about;
    TextLabel *m_report;
    TextLabel *m_reason;
    QTreeWidget *m_entities;
    QPushButton *m_go;
    bool m_looked = false; ///< What is typed was looked at.
    bool m_asking = false;
};

} // namespace callboard::ui
