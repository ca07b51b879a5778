// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/domain/record.h"
#include "plugins/sdk/sdk_export.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QtPlugin>

#include <chrono>
#include <functional>
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
    QString localPath; ///< Absolute path where the file is on this machine; empty where it is not.
};

/// Where the documentation of an entity lies in source form: the host reads it through the readers (`mkdocs.yml`, or a README),
/// renders it, and puts site, pages and assets.
struct DocSource {
    QString entityRef; ///< Canonical.
    QString folder;    ///< URL or path of the folder, as a location's target, with a slash at its end.
    QString adrFolder = {};    ///< Of its decision records, relative to `folder`; empty: the usual places.
    QString editTemplate = {}; ///< Where a person would change a file of the folder, "{path}" for its path; empty: nowhere.
};

/// A file of a documentation site that was built elsewhere (TechDocs). HTML becomes a page, which the host sanitises; the rest assets.
struct DocFile {
    QString entityRef; ///< Canonical: the site's. Its `domain::DocSite` is put as a record, before its files.
    QString path;      ///< In the site, without "..": "guide/setup/index.html", "img/a.png".
    QByteArray bytes;
};

/// Reads what descriptors and documentation point at. Called from worker threads, also several at once. The host asks the
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
    bool keep = false;     ///< To be here whole, also offline: the person's own, starred, lately seen, or asked for.
    QStringList pages = {}; ///< Of its documentation: the paths of those that somebody wants to read now; they come first.
    int docPages = 0;       ///< Of its documentation: how many pages of this connection are here. Fewer than there were: forgotten for room.
};

/// A time about which somebody wants to know how the other side is used. Both days count.
struct AskedTime {
    QDate from, to;
    bool operator==(const AskedTime &) const = default;
};

using Header = std::pair<QByteArray, QByteArray>; ///< Name and value.
using Headers = QList<Header>;

/// One request. Credentials go into `headers`: the host sends Authorization, PRIVATE-TOKEN and Cookie to no other host
/// than that of `url`, whatever redirects say, and writes none of them down.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {}; ///< http or https; credentials in it are refused.
    Headers headers = {};
    QByteArray body = {};
    std::chrono::milliseconds deadline { 60'000 }; ///< For the whole answer, redirects included; waiting for the host's gate is not.
    qint64 maxBytes = 64 << 20; ///< Of the body, decompressed. A larger one is BadResponse.
    /// GET only: an answer with an ETag is kept, and asked for with If-None-Match the next time by the same credentials.
    bool remember = true;
    /// Stands for the credentials as the owner of what is remembered, where they are short-lived tokens of one person: what
    /// stays the same from one to the next (a token's subject). Empty: the credentials themselves.
    QByteArray rememberAs = {};
};

/// One answer of the HTTP layer.
struct CALLBOARD_SDK_EXPORT HttpResponse {
    int status = 0;
    Headers headers; ///< Names in lower case, in the order they came.
    QByteArray body;
    bool notModified = false; ///< The saved answer of before still holds, and is in `body`; `status` is the saved one's.
    qint64 wireBytes = 0;     ///< What of the answer went over the network, headers included as far as they are known.

    QByteArray header(QByteArrayView name) const; ///< The first of that name, in lower case; empty where there is none.
};

/// An open WebSocket. Closed when destroyed. For the thread that opened it.
class CALLBOARD_SDK_EXPORT WebSocket {
public:
    virtual ~WebSocket();
    virtual Result<void> send(const QByteArray &text) = 0;
    /// The next text message; nothing when `wait` passed without one. Offline when the other side is gone (it is
    /// pinged meanwhile), Cancelled with the pull, BadResponse for a message that is too large.
    virtual Result<std::optional<QByteArray>> receive(std::chrono::milliseconds wait) = 0;
};

/// HTTP as an integration sees it: blocking, bounded, cancelled with the pull. Per host, requests wait for their turn,
/// rate limits and Retry-After are obeyed, and what may be tried again is.
class CALLBOARD_SDK_EXPORT Http {
public:
    virtual ~Http();
    /// Any status that arrived is an answer, but for one that means "too many requests": that is waited out as long as the
    /// deadline allows, and RateLimited with `retryAfter` otherwise. The other errors are Offline (no connection, or none that
    /// lasted until an answer began), Timeout, Tls, Cancelled, BadResponse (broken, or larger than allowed) and Invalid (a URL
    /// or header that may not be asked with, or network settings that cannot be used).
    virtual Result<HttpResponse> send(const HttpRequest &request) = 0;
    /// Hands the decompressed body over as it comes, on this thread, until `onData` returns false (then the answer so far
    /// is returned) or it ends. Outside the gate of ordinary requests; the deadline is for the head, after it `idle` may
    /// pass between two pieces, and `maxBytes` does not count. Only a 2xx is handed over: another status's body is in the
    /// answer, as far as 64 kB. Offline when it broke off; nothing is tried again.
    virtual Result<HttpResponse> stream(const HttpRequest &request, const std::function<bool(QByteArrayView)> &onData,
        std::chrono::milliseconds idle) = 0;
    /// `protocols` go into Sec-WebSocket-Protocol and are treated as secrets. Unauthorised, Forbidden, NotFound by the status of
    /// a refused upgrade; Timeout when `handshake` passes.
    virtual Result<std::unique_ptr<WebSocket>> openSocket(const QUrl &url, const QList<QByteArray> &protocols,
        std::chrono::milliseconds handshake)
        = 0;

    Result<HttpResponse> get(const QUrl &url, const Headers &headers = {}); ///< The plain case of `send`.
};

/// An OAuth 2.0 client of the person's, as `SignInMethod` names it. Sources: RFC 6749, 7636, 8252, 8628, 8414, 7009, 7591.
struct OAuthClient {
    QUrl issuer;                ///< Where discovery begins; empty when the endpoints below are given.
    QUrl authorization, token, revocation, deviceAuthorization, registration; ///< Empty: as discovered, or not offered.
    QString clientId;           ///< Empty: register dynamically.
    QStringList scopes;
    QString redirectPath = QStringLiteral("/callback"); ///< On the loopback address.
    quint16 redirectPort = 0;   ///< 0: any that is free. Another one where the server wants to know the whole address beforehand.
    QString secretField = {};   ///< The secret form field with the client's secret, where the server lets no client be without one; else empty.
    bool operator==(const OAuthClient &) const = default;
};

/// A way to sign in that was found on the server.
struct SignInMethod {
    enum class Kind { Nobody, Guest, Token, OAuth };
    QString id;       ///< Stable: what `settings()["signIn"]` holds when it was chosen.
    QString name;     ///< For people.
    Kind kind = Kind::Nobody;
    QString tokenField; ///< Kind::Token: the secret form field that it takes.
    OAuthClient oauth;  ///< Kind::OAuth: the host runs the flow, keeps the tokens in the keychain, and hands out `accessToken`.
    QString unavailable; ///< Why it cannot be used; empty where it can.
};

/// Something a person wants done on the other side; which there are is declared in the metadata.
struct ActionRequest {
    QString actionId;
    QString entityRef;  ///< Canonical; empty for actions on the whole connection.
    QJsonObject values; ///< Of the action's form.
    bool dryRun = false; ///< Says what would happen, and does nothing.
    domain::Record record = {}; ///< What it is about, for an action whose scope is a record type ("BuildRun"); else empty.
};

struct ActionAnswer {
    QString summary;         ///< One sentence for people.
    QJsonObject details;     ///< As the action documents it ("entities": refs that a location would bring).
    QStringList touchedFeeds; ///< Pulled next by the host.
    std::optional<ActionRequest> undo; ///< What would take it back.
    bool kept = false; ///< Said by the host alone: it could not be done now, and is done when it can be.
};

/// Whether an action may be done, asked before its button is offered.
struct Permission {
    bool allowed = true;
    QString reason; ///< Why not, a sentence.
};

/// One field of a form that the other side decides: what a workflow asks for before it is started.
struct FormField {
    enum class Type { Text, Choice, Boolean, Secret };
    QString id;               ///< Unique in its form.
    QString label = {};       ///< For people; empty: the id.
    QString help = {};
    Type type = Type::Text;
    QJsonValue defaultValue = {}; ///< A text, or a bool.
    QStringList choices = {}; ///< Type::Choice
    bool required = false;    ///< May not stay empty.
    bool operator==(const FormField &) const = default;
};

/// One document of a YAML text. A value's members are in no order; where that matters, their places say which comes first.
struct YamlDocument {
    QJsonValue value; ///< Undefined for an empty document.
    std::function<qint64(QStringView pointer)> place; ///< Of what a JSON pointer (RFC 6901) names: what stands further down has a larger one.
};

/// All that one pull may use. Borrowed: valid on the pull's own thread for the length of the call, and only there.
class CALLBOARD_SDK_EXPORT PullContext {
public:
    virtual ~PullContext();
    virtual QJsonObject settings() const = 0; ///< The connection's form values, secrets left out.
    /// The secret typed into a form field of that id. NotFound where none is kept; Unsupported on a host
    /// without a keychain. Hold it no longer than needed, and never put, log or save it.
    virtual Result<QString> secret(const QString &field) = 0;
    /// A token of the person's OAuth sign-in for this connection, renewed when it is about to end. Pass one that the server
    /// refused as `refused`, and another is fetched. Unauthorised: somebody must sign in (again).
    virtual Result<QString> accessToken(const OAuthClient &client, const QString &refused = {}) = 0;
    virtual Http &http() = 0; ///< Owned by the host.
    /// For per-entity feeds, in the order of their urgency. Asked again in a long pull, it knows what somebody wants since.
    virtual std::vector<AskedEntity> entities() const = 0;
    virtual QByteArray cursor() const = 0; ///< As the last completed pull saved it.
    /// Opaque bytes for the next pull; kept only if this pull completes.
    virtual void saveCursor(const QByteArray &cursor) = 0;

    virtual void put(Descriptor descriptor) = 0; ///< A file for the catalog engine. Once for each location.
    virtual void put(domain::Entity entity) = 0; ///< A finished entity, relations and status included.
    virtual void put(domain::Record record) = 0; ///< Any other fact; its type is one the metadata declares.
    /// A site for the host to render, after the pull; once for each entity. The host does the book-keeping: what a site no longer
    /// has is removed, and where `bringOnlyChanges` was not said, sites that were not put. Such a feed puts nothing else.
    virtual void put(DocSource source) = 0;
    /// A file of a built site, which the host takes over at once. Its site's name and navigation come from its pages.
    /// Files that are gone are named by `remove`, by the keys of their DocPage (`domain::docPagePath`) or DocAsset; a
    /// DocSite that is removed takes all of its own with it.
    virtual void put(DocFile file) = 0;
    /// Narrows what this pull answers for: only keys with this prefix may be removed by it.
    virtual void keepOnly(const QString &keyPrefix) = 0;
    /// From here on this pull brings only what changed: what it does not put stays, and counts as seen again. What is gone is named.
    virtual void bringOnlyChanges() = 0;
    /// After `bringOnlyChanges`: this one is gone. An entity's key is its canonical ref.
    virtual void remove(const QString &type, const QString &key) = 0;

    /// How far the pull is; cheap, may be called for every item. `total` 0: not known. `text` is for people.
    virtual void progress(qint64 done, qint64 total, const QString &text) = 0;
    virtual bool stopRequested() const = 0;          ///< The pull shall return Cancelled soon.
    virtual std::stop_token stopToken() const = 0;   ///< The same, to wake a wait with.
    virtual void log(const QString &line) = 0;       ///< Shown in Sources; never a secret.
    /// Which part of the requests that an estate may cost in an hour in which nothing happens is this connection's, above 0: all of
    /// them, 1, unless there are several hosts of CI. For a feed that is declared `paced` in the metadata.
    virtual double idleShare() const { return 1; }
    /// The documents of a YAML text, as the catalog reads them (YAML 1.2: `on` is a word); an unknown tag is none. Invalid for what is no YAML.
    virtual Result<std::vector<YamlDocument>> readYaml(const QByteArray &text) const;
    /// A person asked for this pull, and waits for what it brings.
    virtual bool isWanted() const { return false; }
    /// Of a feed that asks in turns: how long it takes until each of those in which nothing happens was asked about once. For Sources.
    virtual void tellRound(std::chrono::seconds round) { (void)round; }
    /// Of `waitForChange`: whether a change would be noticed now. It would as long as nothing else is said; a feed that lost whoever
    /// tells it, and looks for them, says so, and is not called live meanwhile.
    virtual void tellListening(bool listens) { (void)listens; }
    /// For a feed of `UsageTable`: times that somebody looks at, beside those that are looked at anyway. Their tables are `chosen`.
    virtual std::vector<AskedTime> askedTimes() const { return {}; }
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
    /// How one can sign in there, best first; none where nobody need. Blocking, on a worker thread.
    virtual Result<std::vector<SignInMethod>> signInMethods(PullContext &context);
    /// For whom a pull reads: others see other things, and one's pull removes nothing of another's. "local" by
    /// default. Asked on a worker thread before each pull, and before an action that is declared `queued`, which is done only as whoever it
    /// was kept for; may ask the network, should remember.
    virtual Result<QString> principal(PullContext &context);
    /// Does what the metadata declares as an action. Blocking, on a worker thread; `context` puts nothing here.
    virtual Result<ActionAnswer> act(const ActionRequest &request, PullContext &context);
    /// Whether `act` would be allowed, as far as the server tells. Blocking, on a worker thread.
    virtual Result<Permission> mayAct(const ActionRequest &request, PullContext &context);
    /// The fields that stand in a dialog where the metadata of the action has one field that is `asked`; `request.values` has what the others
    /// hold. Blocking, on a worker thread; `context` puts nothing here. Any error (Unsupported is the default): the declared field stays.
    virtual Result<std::vector<FormField>> actionForm(const ActionRequest &request, PullContext &context);
    /// What a run is made of, asked when somebody looks at it. Blocking, on a worker thread; `context` puts nothing here.
    /// Unsupported (the default): this CI system does not tell.
    virtual Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, PullContext &context);
    /// The commits that `run` has and an earlier run, `good`, has not, the newest first, some hundred at most. Asked once, when somebody looks at
    /// a broken run whose repository has no clone here. Blocking, on a worker thread; `context` puts nothing here. Unsupported is the default.
    virtual Result<std::vector<domain::BuildCommit>> commitsBetween(const domain::BuildRun &good, const domain::BuildRun &run, PullContext &context);
    /// The log of a job, or of the whole run where `job` has no id, from byte `from` on, handed over as it comes until `onData`
    /// returns false. True: that was its end; false: it grows, ask again with where it ended. Blocking, on a worker thread;
    /// `context` puts nothing here. NotFound: it is gone, or has not begun. Unsupported is the default.
    virtual Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, PullContext &context);
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
inline constexpr int sdkMajor = 6;

} // namespace callboard::sdk

/// Interface id of an integration; ends with sdkMajor. The host lists, but never loads, one of another number.
#define CALLBOARD_INTEGRATION_IID "io.callboard.Integration/6"
Q_DECLARE_INTERFACE(callboard::sdk::Integration, CALLBOARD_INTEGRATION_IID)
