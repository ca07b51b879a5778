// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>
#include <QJsonObject>

#include <memory>
#include <stop_token>
#include <vector>

namespace callboard::sync {

class ProxyLogins;

/// How the requests of one connection go out.
struct ConnectionNetwork {
    QString connectionId = {};
    QString proxy = {};             ///< "http://host:port", "socks5://…", "socks5h://…" (the same), "none"; empty: as the system has it.
    QString caFile = {};            ///< PEM of further authorities; empty for none.
    QString clientCertificate = {}; ///< PEM file; empty for none.
    QString clientKey = {};         ///< PEM file; empty: in the certificate's.

    /// From the settings "network.proxy", "network.caFile", "network.clientCertificate", "network.clientKey".
    static ConnectionNetwork from(const QString &connectionId, const QJsonObject &settings);
};

/// Who waits for a request: a person's go first, and have a reserve of the host's budget.
enum class Urgency { Background, Person };

/// How the program stands with one host.
struct HostTraffic {
    QString host; ///< "example.org" or "example.org:8080".
    QStringList connections; ///< Ids of those that asked it, sorted; also of those that a redirect led there.
    int running = 0;
    int waiting = 0;
    std::optional<qint64> limit;     ///< As the host's headers say; of a window that ends at `resetAt`.
    std::optional<qint64> remaining;
    QDateTime resetAt;
    QDateTime restingUntil;          ///< After a 429, a Retry-After or repeated failures; invalid when not resting.
    qint64 bytesToday = 0;           ///< On the wire, both ways, since local midnight.
    qint64 requestsToday = 0;

    bool operator==(const HostTraffic &) const = default;
};

/// One finished request, for people to look at. Never holds a secret: no headers, no body, and of the query only what
/// is known to be harmless.
struct RequestLine {
    QDateTime at; ///< UTC
    QString connectionId;
    QByteArray method;
    QString url;
    int status = 0; ///< 0 where none arrived.
    std::optional<domain::ErrorCode> error;
    qint64 wireBytes = 0;
    std::chrono::milliseconds took { 0 };
    bool notModified = false;
};

/// The program's one door to the network. Owns the thread that requests run on; thread-safe.
class HttpClient final {
public:
    struct Options {
        QString cacheDirectory = {}; ///< Of answers that may be asked for again with their ETag; empty: none are kept.
        qint64 cacheBytes = 256 << 20; ///< On disk, compressed; the ones used longest ago go first.
        std::chrono::milliseconds socketPing { 20'000 }; ///< A web socket is pinged after this much silence…
        std::chrono::milliseconds socketPong { 10'000 }; ///< … and is dead when nothing comes for this much longer.
        std::shared_ptr<ProxyLogins> proxyLogins = {}; ///< What proxies are told; empty: nothing.
    };
    explicit HttpClient(const Options &options);
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    /// For one call of an integration. The client outlives it.
    std::unique_ptr<sdk::Http> forCall(const ConnectionNetwork &network, Urgency urgency, std::stop_token stop);

    std::vector<HostTraffic> traffic() const;
    /// Goes on from what an earlier run of the program counted today: bytes, requests, and for whom.
    void restore(const std::vector<HostTraffic> &today);
    /// The latest last; of all with an empty id. At most the last 500 of the program.
    std::vector<RequestLine> requestLog(const QString &connectionId = {}) const;
    /// Forgets which hosts a connection asked, and soon its saved answers.
    void forget(const QString &connectionId);

private:
    struct Data;
    std::shared_ptr<Data> d; ///< Also held by the calls.
};

} // namespace callboard::sync
