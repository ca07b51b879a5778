// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "plugins/sdk/sdk_export.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QtPlugin>

#include <memory>
#include <stop_token>
#include <vector>

/// The whole of what an integration sees of Callboard. An integration links this and nothing else of ours.
namespace callboard::sdk {

using domain::Error;
using domain::ErrorCode;
using domain::Result;

/// Raw descriptor text with its location: what a catalog feed puts.
struct Descriptor {
    QString location;  ///< Location ref: `url:https://…` or `file:/…`.
    QByteArray text;   ///< As read; empty text is an empty file.
    QString localPath; ///< Absolute path where the file is on this machine; empty where it is not.
    /// The part of `location` after its type: the URL or path.
    QString target() const { return location.section(u':', 1); }
};

/// Reads what descriptors point at. Called from worker threads, also several at once. The host asks the
/// connection whose pull it is first and the other connections after that, until one does not say NotFound.
class CALLBOARD_SDK_EXPORT Reader {
public:
    virtual ~Reader();
    /// The bytes at a URL or path of a location this connection owns. NotFound, Forbidden, Invalid.
    virtual Result<QByteArray> read(const QString &url) = 0;
    /// The URLs that a pattern with `*` and `**` in its path selects, sorted. An empty list is not an error.
    virtual Result<QStringList> list(const QString &pattern) = 0;
    /// The absolute path of what `read` would read, where it is on this machine; empty elsewhere (the default).
    virtual QString localPath(const QString &url) const;
};

/// One entity a per-entity feed is asked about.
struct AskedEntity {
    QString ref;               ///< Canonical.
    QJsonObject annotations;   ///< Those the integration claimed in its metadata, no others.
    bool onScreen = false;
};

/// One answer of the HTTP layer.
struct HttpResponse {
    int status = 0;
    QByteArray body;
    bool notModified = false; ///< The saved answer of before still holds, and is in `body`.
};

/// HTTP as an integration sees it: blocking, bounded, cancelled with the pull. A host without a network layer
/// answers Unsupported.
class CALLBOARD_SDK_EXPORT Http {
public:
    virtual ~Http();
    /// One GET. Any status that arrived is an answer, not an error; errors are Offline, Timeout, Tls, Cancelled,
    /// BadResponse (larger than the host allows) and Unsupported.
    virtual Result<HttpResponse> get(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers = {}) = 0;
};

/// All that one pull may use. Borrowed: valid on the pull's own thread for the length of the call, and only there.
class CALLBOARD_SDK_EXPORT PullContext {
public:
    virtual ~PullContext();
    virtual QJsonObject settings() const = 0; ///< The connection's form values, secrets left out.
    /// The secret typed into a form field of that id. NotFound where none is kept; Unsupported on a host
    /// without a keychain. Hold it no longer than needed, and never put, log or save it.
    virtual Result<QString> secret(const QString &field) = 0;
    virtual Http &http() = 0; ///< Owned by the host.
    virtual std::vector<AskedEntity> entities() const = 0; ///< For per-entity feeds, on screen first.
    virtual QByteArray cursor() const = 0; ///< As the last completed pull saved it.
    /// Opaque bytes for the next pull; kept only if this pull completes.
    virtual void saveCursor(const QByteArray &cursor) = 0;

    virtual void put(Descriptor descriptor) = 0; ///< A file for the catalog engine. Once for each location.
    virtual void put(domain::Entity entity) = 0; ///< A finished entity, relations and status included.
    virtual void put(domain::Record record) = 0; ///< Any other fact; its type is one the metadata declares.
    /// Narrows what this pull answers for: only keys with this prefix may be removed by it.
    virtual void keepOnly(const QString &keyPrefix) = 0;

    /// How far the pull is; cheap, may be called for every item. `total` 0: not known. `text` is for people.
    virtual void progress(qint64 done, qint64 total, const QString &text) = 0;
    virtual bool stopRequested() const = 0;          ///< The pull shall return Cancelled soon.
    virtual std::stop_token stopToken() const = 0;   ///< The same, to wake a wait with.
    virtual void log(const QString &line) = 0;       ///< Shown in Sources; never a secret.
};

/// One stream of records of one connection.
class CALLBOARD_SDK_EXPORT Feed {
public:
    virtual ~Feed();
    /// Blocking, on a worker thread. Return `Cancelled` soon after the stop is asked for. What was put before a
    /// failure stays; what was there before is removed only by a pull that returns without error.
    virtual Result<void> pull(PullContext &context) = 0;
    /// A live feed: blocks until something changed that a pull should fetch, or the stop. Feeds declared
    /// `live` in the metadata only. Called on a thread of its own, also while a pull of the same feed runs; changes
    /// between two calls must not be lost. `context` puts nothing here. Unsupported (the default) means: pull by
    /// the interval.
    virtual Result<void> waitForChange(PullContext &context);
};

/// What `probe` found out.
struct ProbeReport {
    QString who;          ///< Who we are there ("mira.k"); may be empty.
    QString summary;      ///< One sentence: "14 descriptors in 9 repositories".
    QStringList missing;  ///< What cannot be read, a sentence each.
    QString suggestedMe;  ///< Canonical ref of the user this person probably is; empty where not known.
};

/// One configured use of an integration; made by it, used by the host from several threads.
class CALLBOARD_SDK_EXPORT Connection {
public:
    virtual ~Connection();
    /// Feeds by the ids the metadata declares; the caller owns them. Null for an unknown id. The connection
    /// outlives its feeds. The host makes one of each and keeps it.
    virtual std::unique_ptr<Feed> feed(const QString &feedId) = 0;
    /// Null where the integration puts no descriptors. Owned by the connection.
    virtual Reader *reader();
    /// Tries the settings as typed, before anything is saved. Blocking, on a worker thread. Errors are those a
    /// pull would meet; what merely limits it belongs into `missing`.
    virtual Result<ProbeReport> probe(PullContext &context) = 0;
};

/// The root object of an integration's library: a QObject that also implements this, with
/// `Q_PLUGIN_METADATA(IID CALLBOARD_INTEGRATION_IID FILE "integration.json")`. Made by Qt, lives as long as the program.
class CALLBOARD_SDK_EXPORT Integration {
public:
    virtual ~Integration();
    /// A connection over these settings; the caller owns it. Must be quick and touch nothing outside: problems with
    /// the settings are for `probe` and `pull` to tell. Never null.
    virtual std::unique_ptr<Connection> connect(const QJsonObject &settings) = 0;
};

/// Grows with every change that breaks a built integration; the IID carries it.
inline constexpr int sdkMajor = 1;

} // namespace callboard::sdk

/// Interface id of an integration; ends with sdkMajor. The host lists, but never loads, one of another number.
#define CALLBOARD_INTEGRATION_IID "io.callboard.Integration/1"
Q_DECLARE_INTERFACE(callboard::sdk::Integration, CALLBOARD_INTEGRATION_IID)
