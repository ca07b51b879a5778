// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace callboard::ui {

class DocumentView;

/// Lets screen readers read a page: a document with its text, its headings and everything that can be pressed. Once is enough.
void installDocumentAccessibility();
/// Another page, or something was folded or unfolded.
void documentAccessibilityChanged(DocumentView *view);
void documentSelectionChanged(DocumentView *view);
void documentFocusChanged(DocumentView *view);

} // namespace callboard::ui
