// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/descriptorfiles.h"
#include "models/catalog/validate.h"

namespace callboard::catalog {

/// What was found in one document.
struct LintedDocument {
    int document = 0; ///< In its file, from 0; empty ones count.
    Position start;
    QString kind, name, ns; ///< As written; empty where they are not text.
    Verdict verdict;
};

/// A document that is no descriptor at all: not YAML, or not a map; or a file that cannot be read.
struct LintedFailure {
    int document = 0;
    QString rule;
    QString message;
    Position at;
};

struct LintedFile {
    QString path; ///< Absolute.
    std::vector<LintedDocument> documents;
    std::vector<LintedFailure> failures;

    bool isGood() const; ///< Nothing to say about it.
};

/// Judges one file by itself: placeholders are read from disk, addresses on the net are taken as readable,
/// Locations are not followed. Thread-safe.
LintedFile lint(const DescriptorFile &file, const ValidationOptions &options);

} // namespace callboard::catalog
