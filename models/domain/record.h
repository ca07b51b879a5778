// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QDateTime>
#include <QJsonObject>

namespace callboard::domain {

/// The types of record this version knows. The mirror stores any type by its name, so that a
/// newer integration's records are kept, if not shown.
namespace recordtype {
inline constexpr QLatin1StringView entity("Entity");
inline constexpr QLatin1StringView problem("Problem");
inline constexpr QLatin1StringView clone("Clone");
inline constexpr QLatin1StringView star("Star");     ///< Key and entityRef: what the person starred at a portal; no body.
inline constexpr QLatin1StringView notice("Notice"); ///< See `Notice`.
}

/// A fact that a feed has pulled. `key` is unique within (connection, feed, type).
struct Record {
    QString type;
    QString key;
    QString entityRef; ///< Canonical ref of the entity it is about; empty where about none.
    QJsonObject body;

    bool operator==(const Record &) const = default;
};

/// Where a record came from and when it was true.
struct Provenance {
    QString connectionId;
    QString feedId;
    QString principal;  ///< For whom it was pulled; other rights see another catalog.
    qint64 generation = 0;
    QDateTime seenAt;   ///< UTC: when a pull last confirmed it.
};

/// How bad a problem is.
enum class Severity { Info, Warning, Error };

/// Something wrong with a descriptor, with the place and what to write instead.
struct Problem {
    Severity severity = Severity::Error;
    QString rule;     ///< Machine name of the rule, e.g. "FieldFormat".
    QString message;  ///< What is wrong and what to write instead; English, from the engine.
    QString field;    ///< JSON pointer into the document; empty for the whole.
    QString location; ///< Location ref, `url:https://…` or `file:/…`.
    QString path;     ///< Absolute local path where there is one, else empty.
    int document = 0; ///< Counts from 0.
    int line = 0;     ///< Counts from 1; 0 where unknown.
    int column = 0;
    QString entityRef; ///< Canonical, where the document names one.

    bool operator==(const Problem &) const = default;
    Record toRecord() const;
    static Problem fromRecord(const Record &record);
};

/// The state of a local clone.
struct CloneState {
    QString path;   ///< Absolute path of the work tree.
    QString webUrl; ///< Repository page at its host; empty without a known remote.
    QString branch; ///< Empty when detached.
    QString head;   ///< Commit id.
    QString upstream;
    int ahead = 0;
    int behind = 0;
    int dirty = 0;  ///< Changed and untracked files.
    QDateTime fetchedAt;

    bool operator==(const CloneState &) const = default;
    Record toRecord() const;
    static CloneState fromRecord(const Record &record);
};

/// Something a portal or a host tells its person.
struct Notice {
    QString id; ///< Of the one who tells it.
    QString title;
    QString description; ///< Plain text; may be empty.
    QString link;        ///< An http, https or callboard: address, or a path within the portal; may be empty.
    QString severity;    ///< "critical", "high", "normal" or "low".
    QString topic;       ///< What it belongs to there; may be empty.
    QString origin;      ///< Who sent it ("plugin:scaffolder"); may be empty.
    QString entityRef;   ///< Canonical, where it is about one entity.
    QString kind = QStringLiteral("portal"); ///< What it tells of: "portal", "host", "build", "review", "docs" or "catalog".
    QString about = {};  ///< Key of the record it tells of, of the type that goes with `kind`; may be empty.
    bool toEverybody = false;
    QDateTime createdAt; ///< UTC
    QDateTime readAt;    ///< UTC; invalid: not read.
    QDateTime savedAt;   ///< UTC; invalid: not put aside.

    bool operator==(const Notice &) const = default;
    Record toRecord() const;
    static Notice fromRecord(const Record &record);
};

} // namespace callboard::domain
