// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace callboard::docs::markdown {

/// The characters of `&name;` in HTML; empty for a name that there is not.
QString namedEntity(QStringView name);

} // namespace callboard::docs::markdown
