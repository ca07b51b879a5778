// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml.h"
#include "plugins/sdk/integration.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QPluginLoader>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

#include <typeinfo>

namespace callboard::test {

/// A host in memory, and what pulls from it did to a mirror. Requests that nobody scripted are answered with 404; all are written down.
class HostContext final : public sdk::PullContext, public sdk::Http {
public:
    struct Reply {
        int status = 200;
        QByteArray body = {};
        sdk::Headers headers = {};
    };
    using Script = std::function<Reply(const sdk::HttpRequest &)>;

    QJsonObject form;
    QMap<QString, QString> secrets;
    QString oauthToken;
    std::vector<sdk::AskedEntity> asked;
    QMap<QString, domain::Record> records; ///< By "type key", as after the pulls that were completed.
    QStringList removed, logged;
    std::vector<sdk::HttpRequest> requests;
    bool stop = false;
    double share = 1;
    bool wanted = false;               ///< A person asked for the pulls.
    std::chrono::seconds round { -1 }; ///< As the last pull told it.
    QStringList refusedTokens; ///< What `accessToken` was told of.

    /// `path` is matched whole, against the encoded path without the query. The last one that fits counts.
    void on(const QByteArray &method, const QString &path, Script script) { m_scripts.emplace_back(method, QRegularExpression(QRegularExpression::anchoredPattern(path)), std::move(script)); }
    void on(const QByteArray &method, const QString &path, const QByteArray &body, int status = 200)
    {
        on(method, path, [body, status](const sdk::HttpRequest &) { return Reply { status, body }; });
    }
    /// The same for a path as it stands, and for JSON: "GET /rest/runs".
    void on(const QString &ask, const QByteArray &body, int status = 200)
    {
        on(ask.section(QLatin1Char(' '), 0, 0).toLatin1(), QRegularExpression::escape(ask.section(QLatin1Char(' '), 1)), body, status);
    }
    void on(const QString &ask, const QJsonValue &body)
    {
        on(ask, body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson());
    }
    /// From here on nothing changed there: the server says so, and what was remembered is served again.
    void keepUnchanged(const QString &ask) { m_unchanged.append(ask); }
    /// "GET /api/v4/user", in the order they came, without what comes after a question mark.
    QStringList asks() const
    {
        QStringList all;
        for (const sdk::HttpRequest &request : requests)
            all.append(askOf(request));
        return all;
    }
    static QString askOf(const sdk::HttpRequest &request) { return QString::fromLatin1(request.method) + u' ' + request.url.path(QUrl::FullyEncoded); }
    QList<domain::Record> of(QLatin1StringView type) const
    {
        QList<domain::Record> found;
        for (const domain::Record &record : records) {
            if (record.type == type)
                found.append(record);
        }
        return found;
    }
    template<typename T> QList<T> of(QLatin1StringView type) const
    {
        QList<T> found;
        for (const domain::Record &record : of(type))
            found.append(T::fromRecord(record));
        return found;
    }
    void entity(const QString &ref, const QJsonObject &annotations, bool onScreen = false) { asked.push_back({ ref, annotations, onScreen }); }

    /// The next pull of each feed knows nothing of those before.
    void forgetCursors() { m_cursors.clear(); }
    /// As the host does it: only a completed pull removes, of its feed alone, and keeps the cursor.
    sdk::Result<void> pull(sdk::Feed &feed)
    {
        m_feed = typeid(feed).name();
        m_seen.clear();
        m_removed.clear();
        m_newCursor.reset();
        m_onlyChanges = false;
        const auto result = feed.pull(*this);
        if (!result)
            return result;
        if (!m_onlyChanges)
            records.removeIf([this](const auto &entry) { return m_broughtBy.value(entry.key()) == m_feed && !m_seen.contains(entry.key()); });
        for (const QString &key : std::as_const(m_removed))
            records.remove(key);
        removed = m_removed;
        if (m_newCursor)
            m_cursors.insert(m_feed, *m_newCursor);
        return result;
    }

    QJsonObject settings() const override { return form; }
    sdk::Result<QString> secret(const QString &field) override
    {
        return secrets.contains(field) ? sdk::Result<QString>(secrets[field]) : domain::fail(sdk::ErrorCode::NotFound, QStringLiteral("none"));
    }
    sdk::Result<QString> accessToken(const sdk::OAuthClient &, const QString &refused) override
    {
        if (!refused.isEmpty()) {
            refusedTokens.append(refused);
            oauthToken += QStringLiteral("-renewed");
        }
        return oauthToken.isEmpty() ? domain::fail(sdk::ErrorCode::Unauthorised, QStringLiteral("nobody")) : sdk::Result<QString>(oauthToken);
    }
    sdk::Http &http() override { return *this; }
    std::vector<sdk::AskedEntity> entities() const override { return asked; }
    QByteArray cursor() const override { return m_cursors.value(m_feed); }
    void saveCursor(const QByteArray &cursor) override { m_newCursor = cursor; }
    void put(sdk::Descriptor) override { }
    void put(domain::Entity) override { }
    void put(sdk::DocSource) override { }
    void put(sdk::DocFile) override { }
    void put(domain::Record record) override
    {
        const QString key = record.type + QLatin1Char(' ') + record.key;
        m_seen.append(key);
        m_broughtBy.insert(key, m_feed);
        records.insert(key, std::move(record));
    }
    void keepOnly(const QString &) override { }
    void bringOnlyChanges() override { m_onlyChanges = true; }
    void remove(const QString &type, const QString &key) override { m_removed.append(type + QLatin1Char(' ') + key); }
    void progress(qint64, qint64, const QString &) override { }
    bool stopRequested() const override { return stop; }
    std::stop_token stopToken() const override { return {}; }
    void log(const QString &line) override { logged.append(line); }
    double idleShare() const override { return share; }
    sdk::Result<std::vector<sdk::YamlDocument>> readYaml(const QByteArray &text) const override
    {
        std::vector<sdk::YamlDocument> documents;
        for (const catalog::YamlDocument &read : catalog::readYaml(text)) {
            if (read.error)
                return domain::fail(sdk::ErrorCode::Invalid, read.error->message);
            documents.push_back({ read.value, [read](QStringView pointer) { return (qint64(read.at(pointer).line) << 32) + read.at(pointer).column; } });
        }
        return documents;
    }
    bool isWanted() const override { return wanted; }
    void tellRound(std::chrono::seconds told) override { round = told; }

    sdk::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override
    {
        requests.push_back(request);
        for (auto it = m_scripts.rbegin(); it != m_scripts.rend(); ++it) {
            if (it->method == request.method && it->path.match(request.url.path(QUrl::FullyEncoded)).hasMatch()) {
                Reply reply = it->script(request);
                const bool unchanged = m_unchanged.contains(askOf(request));
                return sdk::HttpResponse { reply.status, reply.headers, reply.body, unchanged, reply.body.size() };
            }
        }
        return sdk::HttpResponse { 404, {}, "{\"message\":\"404 Not Found\"}", false, 0 };
    }
    sdk::Result<sdk::HttpResponse> stream(
        const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds) override
    {
        auto answer = send(request);
        // In pieces, as a network does it; the body of an error is not handed over.
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
    struct Scripted {
        QByteArray method;
        QRegularExpression path;
        Script script;
        Scripted(QByteArray m, QRegularExpression p, Script s)
            : method(std::move(m))
            , path(std::move(p))
            , script(std::move(s))
        {
        }
    };
    std::vector<Scripted> m_scripts;
    QStringList m_unchanged;
    QByteArray m_feed;
    QMap<QByteArray, QByteArray> m_cursors;
    QMap<QString, QByteArray> m_broughtBy;
    QStringList m_seen, m_removed;
    std::optional<QByteArray> m_newCursor;
    bool m_onlyChanges = false;
};

inline QByteArray fileIn(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/hosts/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The integration as the host loads it: the built library, through its interface.
inline std::unique_ptr<sdk::Connection> connectTo(const QString &library, const QJsonObject &settings)
{
    QPluginLoader loader(library);
    auto *integration = qobject_cast<sdk::Integration *>(loader.instance());
    if (!integration)
        qCritical("%s", qPrintable(loader.errorString()));
    return integration ? integration->connect(settings) : nullptr;
}

#ifdef CALLBOARD_LIBRARY
inline std::unique_ptr<sdk::Connection> connectTo(const QJsonObject &settings) { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings); }
#endif

/// What a table of the vendor's API ("GET /projects/{id}/pipelines", a line each) does not have of what was asked. `root` stands before all.
inline QStringList notPublished(const QByteArray &table, const QStringList &asks, const QString &root)
{
    QList<std::pair<QString, QRegularExpression>> known;
    for (const QString &line : QString::fromUtf8(table).split(QLatin1Char('\n'))) {
        const QString method = line.section(QLatin1Char(' '), 0, 0);
        QString path = line.section(QLatin1Char(' '), 1, 1);
        if (line.startsWith(QLatin1Char('#')) || path.isEmpty())
            continue;
        static const QRegularExpression placeholder(QStringLiteral("\\\\\\{[^}]*\\\\\\}"));
        path = QRegularExpression::escape(path).replace(placeholder, QStringLiteral("[^/]+"));
        known.emplaceBack(method, QRegularExpression(QRegularExpression::anchoredPattern(path)));
    }
    QStringList missing;
    for (const QString &ask : asks) {
        const QString method = ask.section(QLatin1Char(' '), 0, 0);
        QString path = ask.section(QLatin1Char(' '), 1);
        if (path.startsWith(root))
            path = path.mid(root.size());
        const bool isKnown = std::ranges::any_of(known, [&](const auto &one) { return one.first == method && one.second.match(path).hasMatch(); });
        if (!isKnown && !missing.contains(ask))
            missing.append(ask);
    }
    return missing;
}

/// The rows of a vendor's table in docs/builds.md: the vendor's word in code, then ours.
inline QMap<QString, QString> documentedStates(const QString &section)
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/docs/builds.md"));
    QMap<QString, QString> states;
    if (!file.open(QIODevice::ReadOnly))
        return states;
    bool inSection = false;
    static const QRegularExpression row(QStringLiteral("^\\| `([^`]+)` \\| ([a-z]+) \\|"));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1StringView("#")))
            inSection = line.endsWith(QLatin1StringView(" ") + section);
        if (const auto match = row.match(line); inSection && match.hasMatch())
            states.insert(match.captured(1), match.captured(2));
    }
    return states;
}

/// Copies in which one field each is absent, or null, but for those that are `needed`.
inline QList<QJsonObject> sparse(const QByteArray &json, const QStringList &needed)
{
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    QList<QJsonObject> all;
    for (const QString &key : whole.keys()) {
        if (needed.contains(key))
            continue;
        QJsonObject absent = whole, empty = whole;
        absent.remove(key);
        empty.insert(key, QJsonValue());
        all << absent << empty;
    }
    return all;
}

/// A document and its copies in which one value each is of another type, or too large, or too deep.
inline QList<QByteArray> spoilt(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QList<QByteArray> all { "", "null", "[]", "{}", "[[]]", "\"text\"", "<html>", json.left(json.size() / 2), QByteArray(5000, '[') };
    static const QList<QJsonValue> others { QJsonValue(), QJsonValue(true), QJsonValue(-1.5e300), QJsonValue(QString(100'000, QLatin1Char('x'))),
        QJsonValue(QJsonArray { QJsonArray { 1 } }), QJsonValue(QJsonObject { { QStringLiteral("id"), QJsonArray() } }) };
    std::function<void(const QJsonValue &, const std::function<QJsonValue(QJsonValue)> &)> walk;
    const auto add = [&](const QJsonValue &whole) {
        all.append((whole.isArray() ? QJsonDocument(whole.toArray()) : QJsonDocument(whole.toObject())).toJson(QJsonDocument::Compact));
    };
    walk = [&](const QJsonValue &value, const std::function<QJsonValue(QJsonValue)> &within) {
        for (const QJsonValue &other : others)
            add(within(other));
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                const QString key = it.key();
                walk(it.value(), [object, key, within](const QJsonValue &inner) {
                    QJsonObject copy = object;
                    copy.insert(key, inner);
                    return within(copy);
                });
            }
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            const QJsonArray array = value.toArray();
            walk(array[0], [array, within](const QJsonValue &inner) {
                QJsonArray copy = array;
                copy[0] = inner;
                return within(copy);
            });
        }
    };
    walk(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), [](const QJsonValue &value) { return value; });
    return all;
}

} // namespace callboard::test
