// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/peers/portal/realportal.h"

#include <QTest>

namespace callboard::test {

using namespace sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a test of Callboard beside a real portal asks of both.
class PortalTest : public QObject {
protected:
    std::unique_ptr<RealPortal> portal;
    std::unique_ptr<Workspace> workspace;
    QString connection;
    qsizetype expected = 0; ///< Entities at the portal.

    static std::unique_ptr<Workspace> openIn(const QString &directory, bool schedule = false)
    {
        Workspace::Options options;
        options.directory = directory;
        options.schedule = schedule;
        options.secrets = std::make_shared<RunSecrets>();
        auto opened = Workspace::open(options);
        return opened ? std::move(*opened) : nullptr;
    }
    /// The error of a feed's last pull; nothing after a success.
    static std::optional<domain::Error> failure(Workspace &of, const QString &connectionId, const QString &feedId = u"catalog"_s)
    {
        const auto states = of.mirror().feedStates();
        std::optional<domain::Error> error;
        QDateTime latest;
        for (const auto &state : states.value_or(std::vector<mirror::FeedState>())) {
            const bool isIt = state.connectionId == connectionId && state.feedId == feedId && (!latest.isValid() || state.lastAttempt >= latest);
            if (isIt) {
                latest = state.lastAttempt;
                error = state.lastError;
            }
        }
        return latest.isValid() ? error : domain::Error { domain::ErrorCode::Internal, u"never pulled"_s, 0, std::nullopt, {} };
    }
    static QString words(const std::optional<domain::Error> &error)
    {
        return error ? QString(domain::name(error->code)) + u": "_s + error->detail : QString();
    }
    void pull(Workspace &of, const QString &connectionId)
    {
        of.pullNow(connectionId);
        QVERIFY(of.waitForIdle(300s));
        of.mirror().flush();
    }
    /// What came over the network for the catalog since `since`.
    static qint64 catalogBytes(Workspace &of, const QDateTime &since)
    {
        qint64 bytes = 0;
        for (const RequestLine &line : of.requestLog())
            bytes += line.at >= since && line.url.contains("/api/catalog/"_L1) ? line.wireBytes : 0;
        return bytes;
    }
    /// Every body and every relation is the API's own.
    void compare(Workspace &of)
    {
        const QJsonArray served = portal->entities();
        QCOMPARE(served.size(), expected);
        QCOMPARE(qsizetype(of.mirror().snapshot()->size()), served.size());
        qsizetype relations = 0;
        for (const QJsonValue value : served) {
            const auto theirs = domain::Entity::fromJson(value.toObject());
            const auto ours = of.mirror().entity(theirs.ref().canonical());
            QVERIFY2(ours, qPrintable(theirs.ref().canonical()));
            QCOMPARE(ours->toJson(), theirs.toJson());
            relations += qsizetype(theirs.relations.size());
        }
        qInfo("%lld entities and %lld relations are the API's own", qlonglong(served.size()), qlonglong(relations));
    }
    QString connectTo(Workspace &of, const QJsonObject &form, const Secrets &secrets = {})
    {
        QJsonObject settings = form;
        settings.insert(u"url"_s, portal->url());
        const auto id = of.addConnection(u"backstage"_s, u"Portal"_s, settings, secrets);
        return id ? *id : QString();
    }
    template<typename T, typename Begin>
    domain::Result<T> wait(const Begin &begin)
    {
        std::optional<domain::Result<T>> answer;
        begin([&answer](domain::Result<T> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000))
            return domain::fail(domain::ErrorCode::Timeout, u"no answer"_s);
        return *answer;
    }
    domain::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request)
    {
        return wait<sdk::ActionAnswer>([&](auto done) { workspace->act(connection, request, this, done); });
    }
};

} // namespace callboard::test
