// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/mirror/mirrortest.h"

#include "moc_mirrortest.cpp"
