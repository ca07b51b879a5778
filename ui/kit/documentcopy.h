// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/documentpainter.h"

namespace callboard::ui {

/// What is between two places of a page as plain text: paragraphs parted by an empty line, cells by a tab, pictures as what stands
/// for them. What is folded away is left out.
QString plainTextOf(const DocumentFlow &flow, const DocumentPosition &from, const DocumentPosition &to);
/// The same as HTML without any look, for programs that take it.
QString htmlOf(const DocumentFlow &flow, const DocumentPosition &from, const DocumentPosition &to);
/// A stretch of one leaf as it is read.
QString readText(const DocumentFlow &flow, const DocumentFlow::Leaf &leaf, int from, int to);

/// Every place where this text is, without regard to case, also in what is folded; at most `limit`.
std::vector<DocumentHit> findText(const DocumentFlow &flow, const QString &text, size_t limit = 10'000);

} // namespace callboard::ui
