// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lays our answers beside those of Backstage's own catalog: tests/data/byquery says how they were made.
#include "models/catalog/queryrequest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using domain::Result;

namespace {

QJsonArray readArray(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/byquery/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).array();
}

Result<catalog::QueryRequest> parse(const QJsonObject &request)
{
    if (!request.contains("query"_L1))
        return catalog::parseQueryRequest(request.value("body"_L1).toObject());
    QUrlQuery query;
    for (const QString &part : request.value("query"_L1).toString().split(u'&', Qt::SkipEmptyParts))
        query.addQueryItem(part.section(u'=', 0, 0), part.section(u'=', 1));
    return catalog::parseQueryRequest(query);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonArray uids(const QJsonArray &items)
{
    QJsonArray all;
    for (const QJsonValue &item : items)
        all.append(item.toObject().value("metadata"_L1).toObject().value("uid"_L1));
    return all;
}

} // namespace

class ByQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        for (const QJsonValue &entity : readArray(u"entities.json"_s))
            m_entities.push_back(entity.toObject());
        QVERIFY(m_entities.size() >= 100);
    }

    void answersAsBackstageDoes_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        for (const QJsonValue &recorded : readArray(u"answers.json"_s))
            QTest::newRow(qPrintable(compact(recorded.toObject().value("request"_L1).toObject()))) << recorded.toObject();
    }

    void answersAsBackstageDoes()
    {
        QFETCH(QJsonObject, recorded);
        const QJsonObject request = recorded.value("request"_L1).toObject();
        if (request.contains("facets"_L1)) {
            compareFacets(request, recorded.value("answer"_L1).toObject());
            return;
        }
        const Result<catalog::QueryRequest> parsed = parse(request);
        const bool refused = recorded.contains("error"_L1);
        if (refused) {
            QVERIFY2(!parsed, "Backstage refuses this");
            QCOMPARE(parsed.error().code, domain::ErrorCode::Invalid);
            const QString message = recorded.value("message"_L1).toString();
            if (!message.startsWith("Invalid query"_L1) && !message.startsWith("Query must"_L1)) // Those are the validator library's own words.
                QCOMPARE(parsed.error().detail, message);
            return;
        }
        QVERIFY2(parsed, qPrintable(parsed.error().detail));
        const Result<catalog::QueryResponse> response = catalog::answer(*parsed, m_entities);
        QVERIFY(response);
        const QJsonObject expected = recorded.value("answer"_L1).toObject();
        QCOMPARE(response->totalItems, expected.value("totalItems"_L1).toInteger());
        const QJsonArray items = expected.value("items"_L1).toArray();
        QCOMPARE(items.at(0).isString() ? uids(response->items) : response->items, items);
    }

    void longValuesAreOnlyThere()
    {
        const QJsonObject entity { { u"kind"_s, u"API"_s }, { u"metadata"_s, QJsonObject { { u"name"_s, u"x"_s } } },
            { u"spec"_s, QJsonObject { { u"definition"_s, QString(201, u'a') }, { u"short"_s, QString(200, u'a') }, { u"number"_s, 1e21 }, { u"flag"_s, false }, { u"none"_s, QJsonValue::Null } } } };
        const Result<catalog::SearchRows> rows = catalog::SearchRows::of(entity);
        QVERIFY(rows);
        const auto matches = [&](const QString &filter) { return catalog::parseFilterParams({ filter })->matches(*rows); };
        QVERIFY(matches(u"spec.definition"_s));
        QVERIFY(!matches(u"spec.definition="_s + QString(201, u'a')));
        QVERIFY(matches(u"spec.short="_s + QString(200, u'a')));
        QVERIFY(matches(u"spec.number=1e+21"_s));
        QVERIFY(matches(u"spec.flag=FALSE"_s));
        QVERIFY(matches(u"spec.none"_s));
        QVERIFY(!matches(u"spec.none="_s));
        QVERIFY(matches(u"metadata.namespace=default"_s));
    }

    void keysThatDifferByCaseAreRefused()
    {
        const QJsonObject entity { { u"metadata"_s, QJsonObject { { u"name"_s, u"x"_s }, { u"labels"_s, QJsonObject { { u"Tier"_s, u"1"_s }, { u"tier"_s, u"2"_s } } } } } };
        QVERIFY(!catalog::SearchRows::of(entity));
    }

    void predicatesRoundTrip()
    {
        for (const QJsonValue &recorded : readArray(u"answers.json"_s)) {
            const Result<catalog::QueryRequest> parsed = parse(recorded.toObject().value("request"_L1).toObject());
            if (!parsed)
                continue;
            const Result<catalog::Predicate> again = catalog::parsePredicate(catalog::toJson(parsed->filter));
            QVERIFY(again);
            for (const QJsonObject &entity : m_entities) {
                const Result<catalog::SearchRows> rows = catalog::SearchRows::of(entity);
                QCOMPARE(again->matches(*rows), parsed->filter.matches(*rows));
            }
        }
    }

    void nestingIsBounded()
    {
        QJsonObject deep { { u"kind"_s, u"api"_s } };
        for (int i = 0; i < 300; ++i)
            deep = { { u"$not"_s, deep } };
        QVERIFY(!catalog::parsePredicate(deep));
        QVERIFY(!catalog::parsePredicate(QJsonValue(QJsonValue::Undefined)));
    }

private:
    void compareFacets(const QJsonObject &request, const QJsonObject &expected)
    {
        QStringList fields;
        for (const QJsonValue &field : request.value("facets"_L1).toArray())
            fields.append(field.toString());
        QStringList filters;
        for (const QJsonValue &filter : request.value("filter"_L1).toArray())
            filters.append(filter.toString());
        const auto predicate = catalog::parseFilterParams(filters);
        QVERIFY(predicate);
        const auto counted = catalog::facets(*predicate, fields, m_entities);
        QVERIFY(counted);
        for (const QString &field : std::as_const(fields)) {
            QJsonArray values;
            for (const catalog::FacetValue &value : counted->value(field))
                values.append(QJsonObject { { u"value"_s, value.value }, { u"count"_s, value.count } });
            QCOMPARE(values, expected.value(field).toArray());
        }
    }

    std::vector<QJsonObject> m_entities;
};

QTEST_GUILESS_MAIN(ByQueryTest)
#include "tst_byquery.moc"
