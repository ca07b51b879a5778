// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <functional>

class QFormLayout;
class QLineEdit;
class QWidget;

namespace callboard::ui {

/// The widget for one field of a form. `isFile`: a text that is the path of a file.
QWidget *makeFieldEditor(const sync::IntegrationInfo::Field &field, bool isFile);
/// The same in a row of a form, with its label, help and default. Its name is "field.", `prefix`, and the field's id.
QWidget *addFieldRow(QFormLayout *form, const sync::IntegrationInfo::Field &field, const QString &prefix);
/// Texts without the blanks around them, which come along when something is pasted.
QJsonValue fieldValue(QWidget *editor);
void setFieldValue(QWidget *editor, const QJsonValue &value);
/// The line within an editor; null where it has none.
QLineEdit *lineOf(QWidget *editor);
void onFieldEdited(QWidget *editor, QObject *receiver, const std::function<void()> &edited);

} // namespace callboard::ui
