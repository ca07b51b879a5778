// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace callboard::domain {

/// A value as a YAML document that every reader takes for the same: block style, texts of several lines as they are,
/// strings quoted where they could be anything else. Members come in the order of their names.
QString toYaml(const QJsonValue &value);

} // namespace callboard::domain
