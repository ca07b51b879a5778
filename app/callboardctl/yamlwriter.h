// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace callboard::ctl {

/// A value as a YAML document that every reader takes for the same: block style, strings quoted where they could be
/// anything else.
QString toYaml(const QJsonValue &value);

} // namespace callboard::ctl
