// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QPluginLoader>
#include <QTest>

namespace callboard::test {

/// A CI server in memory, and the mirror that pulls from it fill. What nobody answers is a 404; all requests are written down.
class CiServer final : public sdk::PullContext, public sdk::Http {
public:
    struct Reply {
        int status = 200;
        QByteArray body = {};
        bool notModified = false;
    };
    QMap<QString, Reply> replies; ///< By "GET /path".
    QMap<QString, QString> secrets;
    std::vector<sdk::AskedEntity> asked;
    QMap<QString, domain::Record> records; ///< By "type key".
    std::vector<sdk::HttpRequest> requests;
    QByteArray saved;

    void on(const QString &ask, const QByteArray &body, int status = 200) { replies.insert(ask, { status, body }); }
    void on(const QString &ask, const QJsonValue &body)
    {
        on(ask, body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson());
    }
    QStringList asks() const
    {
        QStringList all;
        for (const sdk::HttpRequest &request : requests)
            all.append(QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.path(QUrl::FullyEncoded));
        return all;
    }
    /// As the host does it: only a completed pull removes, and keeps the cursor.
    sdk::Result<void> pull(sdk::Feed &feed)
    {
        requests.clear();
        m_removed.clear();
        m_seen.clear();
        m_onlyChanges = false;
        m_cursor.reset();
        const auto result = feed.pull(*this);
        if (!result)
            return result;
        if (!m_onlyChanges)
            records.removeIf([this](const auto &entry) { return !m_seen.contains(entry.key()); });
        for (const QString &key : std::as_const(m_removed))
            records.remove(key);
        saved = m_cursor.value_or(saved);
        return result;
    }
    template<typename T> QList<T> of(QLatin1StringView type) const
    {
        QList<T> found;
        for (const domain::Record &record : records) {
            if (record.type == type)
                found.append(T::fromRecord(record));
        }
        return found;
    }

    QJsonObject settings() const override { return {}; }
    sdk::Result<QString> secret(const QString &field) override
    {
        return secrets.contains(field) ? sdk::Result<QString>(secrets[field]) : domain::fail(sdk::ErrorCode::NotFound, QStringLiteral("none"));
    }
    sdk::Result<QString> accessToken(const sdk::OAuthClient &, const QString &) override { return QStringLiteral("oauth-token"); }
    sdk::Http &http() override { return *this; }
    std::vector<sdk::AskedEntity> entities() const override { return asked; }
    QByteArray cursor() const override { return saved; }
    void saveCursor(const QByteArray &cursor) override { m_cursor = cursor; }
    void put(sdk::Descriptor) override { }
    void put(domain::Entity) override { }
    void put(sdk::DocSource) override { }
    void put(sdk::DocFile) override { }
    void put(domain::Record record) override
    {
        const QString key = record.type + QLatin1Char(' ') + record.key;
        m_seen.append(key);
        m_removed.removeAll(key);
        records.insert(key, std::move(record));
    }
    void keepOnly(const QString &) override { }
    void bringOnlyChanges() override { m_onlyChanges = true; }
    void remove(const QString &type, const QString &key) override { m_removed.append(type + QLatin1Char(' ') + key); }
    void progress(qint64, qint64, const QString &) override { }
    bool stopRequested() const override { return false; }
    std::stop_token stopToken() const override { return {}; }
    void log(const QString &) override { }

    sdk::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override
    {
        requests.push_back(request);
        const QString ask = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.path(QUrl::FullyEncoded);
        const Reply reply = replies.value(ask, { 404, "{\"message\":\"Not Found\"}" });
        return sdk::HttpResponse { reply.status, {}, reply.body, reply.notModified, reply.body.size() };
    }
    sdk::Result<sdk::HttpResponse> stream(
        const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds) override
    {
        auto answer = send(request);
        for (qsizetype at = 0; answer && answer->status < 300 && at < answer->body.size(); at += 7) {
            if (!onData(QByteArrayView(answer->body).sliced(at, std::min<qsizetype>(7, answer->body.size() - at))))
                break;
        }
        return answer;
    }
    sdk::Result<std::unique_ptr<sdk::WebSocket>> openSocket(const QUrl &, const QList<QByteArray> &, std::chrono::milliseconds) override
    {
        return domain::fail(sdk::ErrorCode::Unsupported, QStringLiteral("no sockets here"));
    }

private:
    QStringList m_seen, m_removed;
    std::optional<QByteArray> m_cursor;
    bool m_onlyChanges = false;
};

/// The integration as the host loads it.
inline std::unique_ptr<sdk::Connection> connectTo(const QJsonObject &settings)
{
    QPluginLoader loader(QStringLiteral(CALLBOARD_LIBRARY));
    auto *integration = qobject_cast<sdk::Integration *>(loader.instance());
    if (!integration)
        qFatal("%s", qPrintable(loader.errorString()));
    return integration->connect(settings);
}

/// A document and its copies in which one value each is of another type.
inline QList<QByteArray> spoilt(const QJsonObject &object)
{
    QList<QByteArray> all { "", "null", "[]", "{}", "<html>", QByteArray(5000, '[') };
    const QList<QJsonValue> others { QJsonValue(), QJsonValue(-1.5e300), QJsonValue(QString(10'000, QLatin1Char('x'))), QJsonArray { QJsonArray { 1 } },
        QJsonObject { { QStringLiteral("id"), QJsonArray() } } };
    std::function<void(const QJsonValue &, const std::function<QJsonValue(const QJsonValue &)> &)> walk;
    walk = [&](const QJsonValue &value, const std::function<QJsonValue(const QJsonValue &)> &within) {
        for (const QJsonValue &other : others)
            all.append(QJsonDocument(within(other).toObject()).toJson());
        const QJsonObject inner = value.toObject();
        for (auto it = inner.begin(); it != inner.end(); ++it) {
            const QString key = it.key();
            walk(it.value(), [inner, key, within](const QJsonValue &changed) {
                QJsonObject copy = inner;
                copy.insert(key, changed);
                return within(copy);
            });
        }
        if (const QJsonArray array = value.toArray(); !array.isEmpty())
            walk(array[0], [within](const QJsonValue &changed) { return within(QJsonArray { changed }); });
    };
    walk(object, [](const QJsonValue &value) { return value; });
    return all;
}

} // namespace callboard::test
