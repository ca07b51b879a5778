// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace callboard::items {

/// What the engine says of a descriptor, in the person's language. The engine's own words are English, whoever reads them: they are told
/// apart again by the sentences it makes. What is none of these (what a YAML parser or a host says) stays as it is.
class ProblemWording final {
public:
    static QString sentence(const QString &message);
    static QString sentence(const domain::Problem &problem) { return sentence(problem.message); }
    /// Whether it is one of the engine's sentences.
    static bool isKnown(const QString &message);
};

} // namespace callboard::items
