// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/definition.h"
#include "models/sync/workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Counts = QList<std::pair<apis::ItemKind, int>>;

/// Every definition of the sample company, by the whole road: integration, descriptor, `$text`, mirror, parser. The counts are those
/// that @apidevtools/swagger-parser 10, @asyncapi/parser 3, graphql 16 and protobufjs 7 give for the same files.
class TestSampleApis final : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    std::unique_ptr<sync::Workspace> m_workspace;

    domain::Result<domain::Entity> entity(const QString &name) const
    {
        return m_workspace->mirror().entity(QString(u"api:default/"_s + name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        sync::Workspace::Options options;
        options.directory = m_directory.path();
        options.schedule = false;
        auto workspace = sync::Workspace::open(options);
        QVERIFY(workspace);
        m_workspace = std::move(*workspace);
        QVERIFY(m_workspace->addConnection(u"sample"_s, {}, {}));
        QVERIFY(m_workspace->waitForIdle(60s));
        m_workspace->mirror().flush();
    }

    void everyApiIsCounted()
    {
        const auto snapshot = m_workspace->mirror().snapshot();
        int apis = 0;
        for (mirror::Row row = 0; row < snapshot->size(); ++row)
            apis += snapshot->kind(row) == u"API" ? 1 : 0;
        QCOMPARE(apis, 16);
    }

    void isReadWhole_data()
    {
        using enum apis::ItemKind;
        QTest::addColumn<QString>("language");
        QTest::addColumn<Counts>("counts");
        QTest::newRow("payout-rest") << u"OpenAPI 3.0.3"_s << Counts { { Operation, 67 } };
        QTest::newRow("ledger-admin") << u"OpenAPI 3.1.0"_s << Counts { { Operation, 30 }, { Webhook, 2 } };
        QTest::newRow("manifests") << u"OpenAPI 3.0.3"_s << Counts { { Operation, 14 } };
        QTest::newRow("identity-oidc") << u"OpenAPI 3.0.3"_s << Counts { { Operation, 12 } };
        QTest::newRow("fare-quotes") << u"OpenAPI 3.0.3"_s << Counts { { Operation, 11 } };
        QTest::newRow("tides") << u"OpenAPI 3.1.0"_s << Counts { { Operation, 7 } };
        QTest::newRow("fx-quotes") << u"OpenAPI 3.0.3"_s << Counts { { Operation, 5 } };
        QTest::newRow("seat-holds") << u"Swagger 2.0"_s << Counts { { Operation, 12 } };
        QTest::newRow("ledger-events") << u"AsyncAPI 3.0.0"_s << Counts { { Channel, 5 }, { Operation, 4 }, { Message, 8 } };
        QTest::newRow("berth-slots") << u"AsyncAPI 2.6.0"_s << Counts { { Channel, 6 }, { Operation, 6 }, { Message, 6 } };
        QTest::newRow("fare-rules") << u"GraphQL"_s
                                    << Counts { { Query, 8 }, { Mutation, 6 }, { Subscription, 1 }, { Interface, 2 }, { Union, 2 }, { Enum, 6 },
                                           { Input, 4 }, { Scalar, 2 }, { Directive, 1 } };
        QTest::newRow("ledger-grpc") << u"proto3"_s << Counts { { Service, 3 }, { Method, 17 }, { Message, 29 }, { Enum, 4 } };
        QTest::newRow("rosters") << u"proto3"_s << Counts { { Service, 3 }, { Method, 9 }, { Message, 18 }, { Enum, 3 } };
        QTest::newRow("push") << u"proto3"_s << Counts { { Service, 2 }, { Method, 6 }, { Message, 9 }, { Enum, 2 } };
        QTest::newRow("harbour-master") << QString() << Counts { { Remote, 2 } };
    }

    void isReadWhole()
    {
        QFETCH(QString, language);
        QFETCH(Counts, counts);
        const auto api = entity(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(api);
        const auto definition = apis::parseApi(api->spec());
        QVERIFY(definition);
        for (const apis::Problem &problem : definition->problems)
            QVERIFY2(!problem.isError, qPrintable(u"%1: %2"_s.arg(problem.at.line).arg(problem.message)));
        if (!language.isEmpty())
            QCOMPARE(definition->language, language);
        for (const auto &[kind, count] : counts)
            QCOMPARE(std::ranges::count(definition->items, kind, &apis::Item::kind), count);
    }

    void nothingIsDangling_data()
    {
        isReadWhole_data();
    }

    /// A reference that leads nowhere would be a mistake of ours in the definition.
    void nothingIsDangling()
    {
        const auto definition = apis::parseApi(entity(QString::fromUtf8(QTest::currentDataTag()))->spec());
        QVERIFY(definition);
        for (const apis::Schema &schema : definition->schemas) {
            if (schema.reference.startsWith(u'#'))
                QVERIFY2(schema.target != apis::noSchema, qPrintable(schema.reference));
        }
    }

    void another()
    {
        const auto gates = entity(u"gate-soap"_s);
        QVERIFY(gates);
        QVERIFY(apis::definitionText(gates->spec()).contains(u"<portType name=\"Gates\">"_s));
        const auto definition = apis::parseApi(gates->spec());
        QVERIFY(definition);
        QCOMPARE(definition->format, apis::ApiFormat::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestSampleApis)
#include "tst_sampleapis.moc"
