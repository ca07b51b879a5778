// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Marks what crosses the border between the host and its integrations.
#if defined(callboard_sdk_EXPORTS)
#    define CALLBOARD_SDK_EXPORT Q_DECL_EXPORT
#else
#    define CALLBOARD_SDK_EXPORT Q_DECL_IMPORT
#endif
