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
#include <optional>
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
    QString localPath; ///< Absolute path where the file is on this machine.
    QString target() const { return location.section(u':', 1); }
};

/// Reads what descriptors point at. Called from worker threads, also several at once.
class CALLBOARD_SDK_EXPORT Reader {
public:
    virtual ~Reader();
    /// The bytes at a URL or path of a location this connection owns. NotFound, Forbidden, Invalid.
    virtual Result<QByteArray> read(const QString &url) = 0;
    /// The URLs that a pattern with `*` and `**` in its path selects, sorted. An empty list is not an error.
    virtual Result<QStringList> list(const QString &pattern) = 0;
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

/// HTTP as an integration sees it: blocking, bounded, cancelled with the pull.
class CALLBOARD_SDK_EXPORT Http {
public:
    virtual ~Http();
    virtual Result<HttpResponse> get(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers = {}) = 0;
};

/// All that one pull may use. Lives on the pull's own thread for the length of the call.
class CALLBOARD_SDK_EXPORT PullContext {
public:
    virtual ~PullContext();
    virtual QJsonObject settings() const = 0; ///< The connection's form values, secrets left out.
    virtual Result<QString> secret(const QString &field) = 0;
    virtual Http &http() = 0;
    virtual std::vector<AskedEntity> entities() const = 0; ///< For per-entity feeds, on screen first.
    virtual QByteArray cursor() const = 0; ///< As the last completed pull saved it.
    virtual void saveCursor(const QByteArray &cursor) = 0;

    virtual void put(Descriptor descriptor) = 0;
    virtual void put(domain::Entity entity) = 0;
    virtual void put(domain::Record record) = 0;
    /// Narrows what this pull answers for: only keys with this prefix may be removed by it.
    virtual void keepOnly(const QString &keyPrefix) = 0;

    virtual void progress(qint64 done, qint64 total, const QString &text) = 0; ///< total 0: not known.
    virtual bool stopRequested() const = 0;
    virtual std::stop_token stopToken() const = 0;
    virtual void log(const QString &line) = 0; ///< Shown in Sources; never a secret.
};

/// One stream of records of one connection.
class CALLBOARD_SDK_EXPORT Feed {
public:
    virtual ~Feed();
    /// Blocking, on a worker thread. Return `Cancelled` soon after the stop is asked for. What was put before a
    /// failure stays; what was there before is removed only by a pull that returns without error.
    virtual Result<void> pull(PullContext &context) = 0;
    /// A live feed: blocks until something changed that a pull should fetch, or the stop. Feeds declared
    /// `live` in the metadata only. Called on a thread of its own.
    virtual Result<void> waitForChange(PullContext &context);
};

/// What `probe` found out.
struct ProbeReport {
    QString who;          ///< Who we are there ("mira.k"); may be empty.
    QString summary;      ///< One sentence: "14 descriptors in 9 repositories".
    QStringList missing;  ///< What cannot be read, a sentence each.
};

/// One configured use of an integration; made by it, used by the host from several threads.
class CALLBOARD_SDK_EXPORT Connection {
public:
    virtual ~Connection();
    /// Feeds by the ids the metadata declares. Null for an unknown id. The connection outlives its feeds.
    virtual std::unique_ptr<Feed> feed(const QString &feedId) = 0;
    /// Null where the integration puts no descriptors. Owned by the connection.
    virtual Reader *reader();
    /// Tries the settings as typed. Blocking, on a worker thread.
    virtual Result<ProbeReport> probe(PullContext &context) = 0;
};

/// The root object of an integration's library.
class CALLBOARD_SDK_EXPORT Integration {
public:
    virtual ~Integration();
    virtual std::unique_ptr<Connection> connect(const QJsonObject &settings) = 0;
};

/// Grows with every change that breaks a built integration; the IID carries it.
inline constexpr int sdkMajor = 1;

} // namespace callboard::sdk

#define CALLBOARD_INTEGRATION_IID "io.callboard.Integration/1"
Q_DECLARE_INTERFACE(callboard::sdk::Integration, CALLBOARD_INTEGRATION_IID)
