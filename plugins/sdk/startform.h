// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

/// What hosts of CI ask for before a run is started by hand.
namespace callboard::sdk {

/// The values of a form field that is declared `asked`: by the ids of the fields that took its place, as they came; or, where they could not be
/// asked for, typed as NAME=value, separated by semicolons or lines, or as an object of JSON. Invalid for other texts.
CALLBOARD_SDK_EXPORT Result<QJsonObject> namedValues(const QJsonValue &given);
/// The same values as text: "true", "3", "main".
CALLBOARD_SDK_EXPORT QJsonObject asTexts(const QJsonObject &values);

/// One value that is asked for; `described` is what a file says of it, with "description", "default" and "options". A default that is no
/// single value stands there as JSON.
CALLBOARD_SDK_EXPORT FormField formField(const QString &id, const QJsonObject &described);

/// The inputs that a workflow declares (`on.workflow_dispatch.inputs`), of the file's YAML documents. Unsupported: it is not started by hand.
/// `environments` is called where an input chooses among those of the repository; nothing in it: a name is typed.
/// Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs; Gitea and Forgejo
/// have the same.
CALLBOARD_SDK_EXPORT Result<std::vector<FormField>> workflowInputs(
    const std::vector<YamlDocument> &documents, const std::function<QStringList()> &environments);

/// The members of the object that these keys lead to, in the order of the text, a hundred at most.
CALLBOARD_SDK_EXPORT QList<std::pair<QString, QJsonValue>> membersAt(const YamlDocument &document, const QStringList &path);

} // namespace callboard::sdk
