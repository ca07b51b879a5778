// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/documentflow.h"

class QPagedPaintDevice;

namespace callboard::ui {

class DocumentDiagrams;
class DocumentImages;

/// Prints a page whole, in the light theme, with all that is folded unfolded; pages break between lines, never after a heading.
/// `title` and page numbers stand at the foot. Answers how many sheets it took. `images` may be null. Of diagrams
/// those drawings are printed that `diagrams` has already; the others, as all without it, are their source.
int printDocument(QPagedPaintDevice &device, const domain::Document &document, const DocumentHead &head, DocumentImages *images,
    const QString &title, const DocumentDiagrams *diagrams = nullptr);

} // namespace callboard::ui
