// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/engine.h"
#include "models/catalog/location.h"
#include "models/catalog/relations.h"

#include <QByteArrayList>

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
    enum class Outcome : quint8 {
        Empty,    ///< Nothing to take in, and nothing wrong.
        Refused,  ///< Not an entity at all: its whole location fails for Backstage.
        Failed,   ///< An entity that claims its ref, but is not served.
        Good,
    };
    Outcome outcome = Outcome::Empty;
    Position start;
    QString ref; ///< Canonical; empty when refused.
    std::vector<Reference> references;
    std::vector<Violation> violations; ///< With places. Warnings too where the outcome is good.
    std::optional<LocationTargets> location; ///< Of a good Location.
};

/// The documents of a file in a tenth of their memory, for what is kept. Two things are packed: what each run asks of them, all of a file
/// together, and the entities' bodies, some of them together. Immutable; any thread.
class PackedDocuments final {
public:
    PackedDocuments() = default;
    /// `bodies`: compact JSON, one for each document; empty where it is not good.
    PackedDocuments(std::shared_ptr<Packer> packer, const std::vector<DocumentResult> &documents, const QByteArrayList &bodies);

    std::vector<DocumentResult> unpacked() const;
    /// Substituted, sorted, annotated; without the annotation of the origin.
    QJsonObject body(quint32 document) const;

private:
    struct Packet {
        quint32 first; ///< Document.
        QByteArray lines;
    };
    std::shared_ptr<const Packer> m_packer;
    QByteArray m_results;
    std::vector<Packet> m_packets;
};

/// A file that a placeholder took in, for judging whether the result still holds.
struct ReadMark {
    QString target;
    QByteArray hash; ///< Empty: it could not be read.
};

struct FileResult {
    QString location; ///< Location ref.
    QString localPath;
    PackedDocuments documents;
    std::vector<ReadMark> reads;
};

/// Whether the document is a map: what is none could not be an entity.
bool isMap(const DocumentResult &document);

/// Whether a file with these documents fails as a whole for Backstage.
bool isRefused(const std::vector<DocumentResult> &documents);

/// Takes one descriptor file apart and processes each document by itself. Thread-safe.
FileResult processFile(const Descriptor &file, const EngineOptions &options, SourceReader *reader, const std::shared_ptr<Packer> &packer);

/// The mark of a text in a ReadMark.
QByteArray contentHash(QByteArrayView bytes);

} // namespace callboard::catalog
