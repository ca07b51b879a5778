// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/scriptedserver.h"
#include "tests/unit/mirror/killing.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace callboard::mirror::test;
namespace server = callboard::test;

namespace {

constexpr int pageSize = 100;

/// A page of a whole generation, or of what it changes: what each holds is known from its number alone.
QJsonObject pageOf(qint64 generation, int page)
{
    const bool patch = kill::isPatch(generation);
    QJsonArray put, removed;
    const int end = std::min(kill::entities, (page + 1) * pageSize);
    for (int index = page * pageSize; index < end; ++index) {
        if (kill::holds(generation, index) && (!patch || kill::isChanged(generation, index)))
            put.append(kill::entityOf(generation, index).toJson());
        else if (patch && !kill::holds(generation, index) && kill::holds(generation - 1, index))
            removed.append(kill::refOf(index));
    }
    return { { u"patch"_s, patch }, { u"put"_s, put }, { u"removed"_s, removed }, { u"more"_s, end < kill::entities } };
}

server::Reply answer(const server::Received &request)
{
    const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
    const QJsonObject page = pageOf(query.queryItemValue(u"generation"_s).toLongLong(), query.queryItemValue(u"page"_s).toInt());
    return server::Reply::json(QJsonDocument(page).toJson(QJsonDocument::Compact));
}

} // namespace

/// The kills again, while the catalog comes over a network.
class TestNetKill final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void theLastGoodCatalogIsWhole()
    {
        const server::ScriptedServer portal(answer);
        Killing(u"net_puller"_s, { portal.url(u"/page"_s).toString() }).run();
        QVERIFY(portal.count("/page") > 25);
    }
};

QTEST_GUILESS_MAIN(TestNetKill)
#include "tst_netkill.moc"
