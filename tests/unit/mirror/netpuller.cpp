// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls one generation after the other, page by page over the network, into the mirror given, and says each that is
// complete, until killed.
#include "models/sync/httpclient.h"
#include "tests/unit/mirror/killcatalog.h"

#include <QJsonArray>

#include <cstdio>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

namespace {

domain::Result<void> bring(sdk::Http &http, const QString &address, Pull &pull, qint64 generation)
{
    for (int page = 0;; ++page) {
        const auto answer = http.get(QUrl(u"%1?generation=%2&page=%3"_s.arg(address).arg(generation).arg(page)));
        if (!answer)
            return std::unexpected(answer.error());
        const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
        if (body[u"patch"].toBool())
            pull.bringOnlyChanges();
        const QJsonArray put = body[u"put"].toArray(), removed = body[u"removed"].toArray();
        for (const QJsonValue entity : put)
            pull.put(domain::Entity::fromJson(entity.toObject()));
        for (const QJsonValue ref : removed)
            pull.remove(u"Entity"_s, ref.toString());
        if (!body[u"more"].toBool())
            return {};
    }
}

int fail(const domain::Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const auto mirror = Mirror::open(QString::fromLocal8Bit(argv[1]), {});
    if (!mirror)
        return fail(mirror.error());
    sync::HttpClient client({});
    const auto http = client.forCall({ .connectionId = u"c"_s, .proxy = u"none"_s, .caFile = {}, .clientCertificate = {}, .clientKey = {} },
        sync::Urgency::Background, {});
    for (;;) {
        auto pull = (*mirror)->beginPull(u"c"_s, u"catalog"_s, u"me"_s);
        if (!pull)
            return fail(pull.error());
        const qint64 generation = (*pull)->cursor().toLongLong() + 1;
        if (const auto brought = bring(*http, QString::fromLocal8Bit(argv[2]), **pull, generation); !brought)
            return fail(brought.error());
        (*pull)->setCursor(QByteArray::number(generation));
        if (const auto completed = (*pull)->complete(); !completed)
            return fail(completed.error());
        std::printf("%lld\n", generation);
        std::fflush(stdout);
    }
}
