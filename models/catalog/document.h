// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/engine.h"
#include "models/catalog/location.h"
#include "models/catalog/packedobject.h"
#include "models/catalog/relations.h"

#include <memory>

namespace callboard::catalog {

/// What a Location entity asks to be read.
struct LocationTargets {
    struct Target {
        QString written;
        QString field; ///< JSON pointer.
        Position at;
    };
    QString type; ///< Empty: the type of its own location.
    bool optional = false;
    std::vector<Target> targets;
};

/// One document of a file, as far as it can be processed by itself.
struct DocumentResult {
    enum class Outcome {
        Empty,    ///< Nothing to take in, and nothing wrong.
        Refused,  ///< Not an entity at all: its whole location fails for Backstage.
        Failed,   ///< An entity that claims its ref, but is not served.
        Good,
    };
    Outcome outcome = Outcome::Empty;
    int document = 0;
    Position start;
    QString ref; ///< Canonical; empty when refused.
    PackedObject body; ///< Substituted, sorted, annotated; without the annotation of the origin.
    PackedReferences references;
    std::vector<Violation> violations; ///< With places. Warnings too where the outcome is good.
    std::shared_ptr<const LocationTargets> location; ///< Of a good Location; else null.
};

/// A file that a placeholder took in, for judging whether the result still holds.
struct ReadMark {
    QString target;
    QByteArray hash; ///< Empty: it could not be read.
};

struct FileResult {
    QString location; ///< Location ref.
    QString localPath;
    std::vector<DocumentResult> documents;
    std::vector<ReadMark> reads;

    bool isRefused() const;
};

/// Takes one descriptor file apart and processes each document by itself. Thread-safe.
FileResult processFile(
    const Descriptor &file, const EngineOptions &options, SourceReader *reader);

/// The mark of a text in a ReadMark.
QByteArray contentHash(QByteArrayView bytes);

} // namespace callboard::catalog
