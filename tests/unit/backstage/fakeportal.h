// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>
#include <QMap>

#include <functional>

namespace callboard::test {

/// A backend's catalog as @backstage/plugin-catalog-backend 4.0.0 pages through it, in memory. Its cursors and ETags are those of the
/// recordings in tests/data/backstage/etag-pages.json, against which the test holds them.
class FakePortal {
public:
    struct Answer {
        int status = 200;
        QByteArray body;
        QByteArray etag = {};
        QByteArray link = {};
        QByteArray type = "application/json; charset=utf-8";
    };

    QMap<QByteArray, QJsonObject> entities; ///< By uid, in whose order pages go.
    QByteArray token = "secret-token";      ///< The only one that is let in; empty: everybody is.
    bool hasByQuery = true;
    /// As plugin-catalog-backend 1.13.3: it always counts, refuses `totalItems`, says the count in its cursors, with each uid twice, and
    /// loses a key of the first page's cursor in the second's.
    bool isOlder = false;
    bool starting = false;
    qint64 largestAnswer = 0; ///< Not sent when larger, as a client's limit does; 0: no limit.
    QList<QByteArray> log;    ///< "GET /api/…", the route only.
    qint64 bytes = 0;         ///< Of all bodies, and 700 for each head.
    std::function<std::optional<Answer>(const sdk::HttpRequest &)> before; ///< May answer instead.

    /// With an etag of its own; replaces one of the same ref.
    void put(const QString &kind, const QString &name, const QJsonObject &spec = {});
    void put(const QJsonObject &entity);
    /// An entity with the uid and the etag that it has at the portal: the same for the same ref, and for the same content.
    static QJsonObject served(QJsonObject entity);
    void remove(const QString &name);
    Answer answer(const sdk::HttpRequest &request);
    static Answer error(int status, const QByteArray &name, const QByteArray &message);

private:
    Answer byQuery(const sdk::HttpRequest &request) const;
    Answer byRefs(const QByteArray &body) const;
    Answer byOffset(const QUrlQuery &query) const;
};

/// An unsigned token that says this of itself.
QByteArray jwt(const QString &subject, const QDateTime &expires);

/// What a pull of this did to a mirror.
class FakeContext final : public sdk::PullContext, public sdk::Http {
public:
    explicit FakeContext(FakePortal &portal)
        : m_portal(portal)
    {
    }
    QJsonObject form;
    QMap<QString, QString> secrets { { QStringLiteral("token"), QStringLiteral("secret-token") } };
    QByteArray savedCursor;
    QMap<QString, QJsonObject> mirror;   ///< Ref to the entity as served; as after the pulls that were completed.
    QMap<QString, domain::Record> records;
    int putCount = 0;
    bool onlyChanges = false;
    std::vector<sdk::DocFile> docFiles;
    std::vector<sdk::AskedEntity> asked; ///< What feeds for each entity are asked about.
    std::vector<sdk::AskedTime> times;   ///< What feeds of usage are asked about.
    QStringList removed;                 ///< In the last pull: "type key".
    QStringList logged;
    std::function<std::unique_ptr<sdk::WebSocket>()> makeSocket; ///< Unset: the portal has none.
    bool listens = true; ///< As the feed told it last.

    /// Runs a pull as the host does: only a completed one removes, and keeps the cursor.
    sdk::Result<void> pull(sdk::Feed &feed);

    QJsonObject settings() const override { return form; }
    sdk::Result<QString> secret(const QString &field) override;
    sdk::Result<QString> accessToken(const sdk::OAuthClient &, const QString &) override;
    sdk::Http &http() override { return *this; }
    std::vector<sdk::AskedEntity> entities() const override { return asked; }
    std::vector<sdk::AskedTime> askedTimes() const override { return times; }
    QByteArray cursor() const override { return savedCursor; }
    void saveCursor(const QByteArray &cursor) override { m_newCursor = cursor; }
    void put(sdk::Descriptor) override { }
    void put(domain::Entity entity) override;
    void put(domain::Record record) override;
    void put(sdk::DocSource) override { }
    void put(sdk::DocFile file) override { docFiles.push_back(std::move(file)); }
    void keepOnly(const QString &) override { }
    void bringOnlyChanges() override { onlyChanges = true; }
    void remove(const QString &type, const QString &key) override;
    void progress(qint64, qint64, const QString &) override { }
    bool stopRequested() const override { return m_stop.stop_requested(); }
    std::stop_token stopToken() const override { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }
    void log(const QString &line) override { logged.append(line); }
    void tellListening(bool is) override { listens = is; }

    sdk::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override;
    sdk::Result<sdk::HttpResponse> stream(
        const sdk::HttpRequest &, const std::function<bool(QByteArrayView)> &, std::chrono::milliseconds) override;
    sdk::Result<std::unique_ptr<sdk::WebSocket>> openSocket(
        const QUrl &, const QList<QByteArray> &, std::chrono::milliseconds) override;

private:
    FakePortal &m_portal;
    std::stop_source m_stop;
    std::optional<QByteArray> m_newCursor;
    QSet<QString> m_seen;
    QStringList m_removed;
};

} // namespace callboard::test
