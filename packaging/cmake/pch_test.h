// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every test; nothing may rely on finding a header here.
#pragma once

#include "packaging/cmake/pch_core.h"

#include <QTest>
