// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"

namespace callboard::domain {

/// A page as lines that can be compared: a block is a line, a line of code is one.
QString pageText(const Document &document);
/// What tells this text from another one of the same page: hexadecimal, SHA-256.
QString pageVersion(const QString &text);
inline QString pageVersion(const Document &document) { return pageVersion(pageText(document)); }

} // namespace callboard::domain
