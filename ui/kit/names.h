// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"

#include <QString>

namespace callboard::ui {

/// What an entity is called on the screen: its display name, and the last part of its ref where the catalog does not have it.
QString nameOf(const mirror::Snapshot &snapshot, QStringView ref);

} // namespace callboard::ui
