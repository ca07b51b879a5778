// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QWidget>

class QFormLayout;
class QScrollArea;

namespace callboard::ui {

class TextLabel;

/// The part of an action's form that the other side decides. Where that cannot be known, its one declared field is typed.
class AskedForm final : public QWidget {
    Q_OBJECT
public:
    using Field = sync::IntegrationInfo::Field;
    explicit AskedForm(const Field &declared, QWidget *parent = nullptr);

    const QString &id() const { return m_declared.id; }
    /// What is there stays until the answer comes.
    void beginAsking(const QString &whom);
    /// What a person has filled in stays, in fields that are there again.
    void showForm(const domain::Result<std::vector<Field>> &told);
    bool isAsking() const { return m_asking; }
    /// By the ids of its fields, without texts that are empty by default and stayed so; or the text that is typed instead.
    QJsonValue value() const;
    bool isComplete() const;
    /// Of the declared field by its id, of those that took its place by that id, a dot and their own.
    void setValue(const QString &fieldId, const QString &value);

Q_SIGNALS:
    void edited();

private:
    void keepFilled();
    bool isShown(const std::vector<Field> &fields) const;
    void build(const std::vector<Field> &fields);
    void say(const QString &text);

    Field m_declared;
    TextLabel *m_state;
    QWidget *m_typed; ///< The declared field, with its label and help.
    QWidget *m_line;  ///< Its editor.
    QScrollArea *m_area;
    std::vector<std::pair<Field, QWidget *>> m_fields;
    QJsonObject m_filled; ///< What differed from a default when fields were last taken away.
    bool m_known = false;
    bool m_asking = false;
};

} // namespace callboard::ui
