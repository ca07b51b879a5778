// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/names.h"

namespace callboard::ui {

QString nameOf(const mirror::Snapshot &snapshot, QStringView ref)
{
    const mirror::Row row = snapshot.find(ref);
    return row == mirror::noRow ? ref.sliced(ref.lastIndexOf(u'/') + 1).toString() : snapshot.displayName(row).toString();
}

} // namespace callboard::ui
