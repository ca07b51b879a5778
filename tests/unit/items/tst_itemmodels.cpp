// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/items/entitytablemodel.h"
#include "models/items/export.h"
#include "models/items/membersmodel.h"
#include "models/items/palettemodel.h"
#include "models/items/problemsmodel.h"
#include "models/items/relationsmodel.h"
#include "models/items/userstate.h"
#include "models/mirror/mirror.h"
#include "tests/unit/items/drawn.h"
#include "tests/unit/search/catalogs.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace callboard;
using testing::drawn;
using Tester = QAbstractItemModelTester;

namespace {

/// Another language than that of the sources, whatever is said.
class Foreign final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override { return u"~"_s + QString::fromUtf8(source); }
};

} // namespace

class ItemModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        m_live = std::make_unique<search::LiveIndex>(testing::snapshotOf(testing::companyLines()));
    }

    void relations()
    {
        items::RelationsModel model(*m_live);
        Tester tester(&model, Tester::FailureReportingMode::Fatal);
        model.setEntity(u"component:default/ledger-api"_s);
        QCOMPARE(drawn(model, { 0, 1 }), uR"(
Owned by (1)
  Ledger Team | Group
Part of (1)
  Settlement | System
Depends on (1)
  ledger-db | Resource
)"_s);
        model.setEntity(u"component:default/faresengine"_s);
        QCOMPARE(model.danglingCount(), 1);
        QVERIFY(model.index(0, 0, model.index(0, 0)).data(items::DanglingRole).toBool());
        model.setEntity(u"group:default/ledger-team"_s);
        model.setTypes({ u"ownerOf"_s });
        model.setKinds({ u"api"_s });
        model.setFlat(true);
        QCOMPARE(drawn(model), u"\nledger-grpc\n"_s);
        model.setEntity(u"group:default/none"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(items::RelationsModel::typeLabel(u"mirroredFrom"_s), u"Mirrored from"_s);
    }

    void members()
    {
        using Content = items::MembersModel::Content;
        items::MembersModel members(*m_live, Content::Members);
        items::MembersModel owned(*m_live, Content::Owned);
        items::MembersModel groups(*m_live, Content::Groups);
        Tester testerA(&members, Tester::FailureReportingMode::Fatal);
        Tester testerB(&owned, Tester::FailureReportingMode::Fatal);
        const QList<int> columns { 0, int(items::MembersModel::Columns::Through) };
        members.setEntity(u"group:default/payments"_s);
        QCOMPARE(drawn(members, columns), u"\nMira K.\nSefa O. | Ledger Team\n"_s);
        members.setTransitive(false);
        QCOMPARE(drawn(members, columns), u"\nMira K.\n"_s);
        owned.setEntity(u"group:default/payments"_s);
        QCOMPARE(owned.directCount(), 3);
        QVERIFY(drawn(owned, columns).contains(u"ledger-api | Ledger Team"_s));
        // What is owned directly comes first.
        QCOMPARE(owned.index(3, 0).data(items::MembersModel::ThroughRole).toString(), u"group:default/ledger-team"_s);
        groups.setEntity(u"user:default/sefa"_s);
        QCOMPARE(drawn(groups, columns), u"\nLedger Team\nPayments | Ledger Team\n"_s);
        groups.setEntity(u"group:default/payments"_s);
        QCOMPARE(drawn(groups), u"\nLedger Team\n"_s);
    }

    void problems()
    {
        items::ProblemsModel model(nullptr);
        Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const auto problem = [](const QString &path, int line, domain::Severity severity, const QString &message, const QString &ref) {
            domain::Problem made;
            made.path = path;
            made.line = line;
            made.severity = severity;
            made.message = message;
            made.entityRef = ref;
            return made;
        };
        model.setProblems({ problem(u"/b.yaml"_s, 3, domain::Severity::Error, u"bad name"_s, u"component:default/b"_s),
            problem(u"/a.yaml"_s, 10, domain::Severity::Warning, u"no owner"_s, u"component:default/a"_s),
            problem(u"/a.yaml"_s, 9, domain::Severity::Error, u"bad kind"_s, u"component:default/a"_s) });
        const QList<int> columns { int(items::ProblemsModel::Columns::File), int(items::ProblemsModel::Columns::Line), int(items::ProblemsModel::Columns::Message) };
        QCOMPARE(drawn(model, columns), u"\n/a.yaml | 9 | bad kind\n/a.yaml | 10 | no owner\n/b.yaml | 3 | bad name\n"_s);
        QCOMPARE(model.countOf(domain::Severity::Error), 2);
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                model.index(0, 0).siblingAtColumn(column).data(Qt::TextAlignmentRole));
        model.setMinimumSeverity(domain::Severity::Error);
        model.setText(u"kind"_s);
        QCOMPARE(drawn(model, columns), u"\n/a.yaml | 9 | bad kind\n"_s);
        model.setText(u"bad file:b.yaml"_s);
        QCOMPARE(drawn(model, columns), u"\n/b.yaml | 3 | bad name\n"_s);
        model.setText(u"kind:component -name"_s); // Neither is in the catalog.
        QCOMPARE(drawn(model, columns), u"\n/a.yaml | 9 | bad kind\n"_s);
        model.setText({});
        model.setMinimumSeverity(domain::Severity::Info);
        model.sort(int(items::ProblemsModel::Columns::Line), Qt::DescendingOrder);
        QCOMPARE(model.index(0, 0).data(items::ProblemsModel::LineRole).toInt(), 10);
        model.setEntity(u"component:default/b"_s);
        QCOMPARE(model.rowCount(), 1);
    }

    void userStateIsKept()
    {
        QTemporaryDir folder;
        const auto open = [&] { return mirror::Mirror::open(folder.path(), {}); };
        items::SavedView view { u"Mine"_s, {}, u"owner"_s, 2, true, { u"name"_s, u"owner"_s } };
        view.filter.text = u"is:mine"_s;
        view.filter.selected.insert(search::Facet::Kind, { u"API"_s });
        {
            auto mirror = open();
            QVERIFY(mirror.has_value());
            items::UserState user(mirror->get());
            user.setStarred(u"api:default/a"_s, true);
            user.setStarred(u"api:default/b"_s, true);
            user.setStarred(u"api:default/a"_s, false);
            for (int i = 0; i < 60; ++i)
                user.visited(u"api:default/v%1"_s.arg(i));
            user.visited(u"api:default/v20"_s);
            user.saveView({ u"Mine"_s, {}, {}, 0, false, {} });
            user.setMe(u"user:default/mira"_s);
            user.saveView(view);
            (*mirror)->flush();
        }
        auto mirror = open();
        QVERIFY(mirror.has_value());
        items::UserState user(mirror->get());
        QCOMPARE(user.me(), u"user:default/mira"_s);
        QCOMPARE((*mirror)->value(u"me"_s).toString(), u"user:default/mira"_s);
        QCOMPARE(user.starred(), QStringList { u"api:default/b"_s });
        QCOMPARE(user.recent().size(), size_t(50));
        QCOMPARE(user.recentRefs().front(), u"api:default/v20"_s);
        QCOMPARE(user.recentRefs().count(u"api:default/v20"_s), 1);
        QCOMPARE(user.savedViews().size(), size_t(1));
        QVERIFY(user.savedViews().front() == view);
        user.removeView(u"Mine"_s);
        QVERIFY(user.savedViews().empty());
    }

    void palette()
    {
        items::UserState user(nullptr);
        items::PaletteModel model(*m_live, &user);
        Tester tester(&model, Tester::FailureReportingMode::Fatal);
        model.setActions({ { u"sync.now"_s, u"Sync now"_s, u"F5"_s, u"Reads every source"_s, u"sync"_s, true } });
        model.setText(u"ledger"_s);
        QVERIFY(model.rowCount() > 5);
        QCOMPARE(model.firstHitRow(), 0);
        QVERIFY(!model.index(0, 0).data(items::PaletteModel::HeaderRole).toBool());
        QVERIFY(!model.index(0, 0).data(items::MatchRole).value<QList<int>>().isEmpty());
        QVERIFY(model.figure().contains(QString::number(model.totalOf(search::PaletteScope::Everything))));
        int headers = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex at = model.index(row, 0);
            if (at.data(items::PaletteModel::HeaderRole).toBool()) {
                ++headers;
                QVERIFY(!(at.flags() & Qt::ItemIsSelectable));
                QVERIFY(at.data(items::CountRole).toInt() > 0);
            }
        }
        QVERIFY(headers >= 1);
        model.setText(u">sync"_s);
        QCOMPARE(model.scope(), search::PaletteScope::Actions);
        QCOMPARE(drawn(model), u"\nSync now\n"_s);
        QCOMPARE(model.index(0, 0).data(items::PaletteModel::ActionRole).toString(), u"sync.now"_s);
        model.setText(u"@ledger"_s);
        QCOMPARE(model.index(0, 0).data(items::PaletteModel::SubtitleRole).toString(), u"1 people, 4 entities"_s);
        user.visited(u"api:default/fx-quotes"_s);
        model.setText({});
        QCOMPARE(model.index(0, 0).data(items::RefRole).toString(), u"api:default/fx-quotes"_s);
        model.setInlineLimit(2);
        QSignalSpy answered(&model, &items::PaletteModel::answered);
        model.setText(u"sea"_s);
        model.setText(u"seat"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(answered.count(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"seat-map"_s);
    }

    void paletteBeyondTheCatalog()
    {
        QTemporaryDir folder;
        auto opened = mirror::Mirror::open(folder.path(), {});
        QVERIFY(opened);
        mirror::Mirror &mirror = **opened;
        const QString site = u"component:default/ledger"_s;
        {
            auto pull = mirror.beginPull(u"c"_s, u"all"_s, {});
            QVERIFY(pull);
            domain::Entity api;
            api.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"API"_s },
                { u"metadata"_s, QJsonObject { { u"name"_s, u"payments-api"_s } } },
                { u"spec"_s, QJsonObject { { u"type"_s, u"openapi"_s },
                      { u"definition"_s, uR"({"openapi":"3.0.0","info":{"title":"P","version":"1"},"paths":{
                          "/refunds":{"post":{"summary":"Give money back","responses":{"200":{"description":"ok"}}}},
                          "/refunds/{id}":{"get":{"responses":{"200":{"description":"ok"}}}}}})"_s } } } };
            (*pull)->put(api);
            domain::DocPage page;
            page.site = site;
            page.path = u"guide/"_s;
            page.title = u"Guide"_s;
            domain::Block heading;
            heading.kind = domain::Block::Kind::Heading;
            heading.level = 2;
            heading.id = u"refunds"_s;
            heading.runs.resize(1);
            heading.runs.front().text = u"Refunds"_s;
            domain::Block text;
            text.runs.resize(1);
            text.runs.front().text = u"How a refund is made."_s;
            page.document.blocks = { heading, text };
            (*pull)->put(page.toRecord());
            QVERIFY((*pull)->complete());
            QVERIFY(mirror.finishIndexing());
            mirror.flush();
        }
        search::LiveIndex live(mirror);
        items::UserState user(nullptr);
        items::PaletteModel model(live, &user);
        Tester tester(&model, Tester::FailureReportingMode::Fatal);
        using Model = items::PaletteModel;
        model.setMirror(mirror);
        const auto rowsOf = [&](search::PaletteScope scope) {
            QStringList rows;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex at = model.index(row, 0);
                if (at.data(Model::ScopeRole).toInt() == int(scope) && !at.data(Model::HeaderRole).toBool())
                    rows += at.data().toString();
            }
            return rows;
        };
        // The first question begins the reading of the definitions.
        model.setText(u"a who has POST /refunds"_s);
        QTRY_COMPARE(rowsOf(search::PaletteScope::Apis), QStringList { u"POST /refunds"_s });
        QCOMPARE(model.scope(), search::PaletteScope::Apis);
        QCOMPARE(model.index(0, 0).data(Model::TargetRole).toString(), u"api:default/payments-api"_s);
        QCOMPARE(model.index(0, 0).data(Model::TargetPlaceRole).toString(), u"POST /refunds"_s);
        QCOMPARE(model.index(0, 0).data(Model::SubtitleRole).toString(), u"payments-api: Give money back"_s);
        model.setText(u"a refnds"_s); // A letter is missing.
        QCOMPARE(model.totalOf(search::PaletteScope::Apis), 2);

        QSignalSpy extended(&model, &Model::extended);
        QSignalSpy answered(&model, &Model::answered);
        model.setText(u"refund"_s);
        QCOMPARE(answered.count(), 1); // At once, without documents.
        QVERIFY(rowsOf(search::PaletteScope::Docs).isEmpty());
        QVERIFY(rowsOf(search::PaletteScope::Text).isEmpty());
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(extended.count(), 2); // Documents, and the text of entities.
        QCOMPARE(answered.count(), 1);
        QCOMPARE(rowsOf(search::PaletteScope::Docs), QStringList { u"Guide › Refunds"_s });
        QCOMPARE(model.totalOf(search::PaletteScope::Docs), 1);
        QCOMPARE(rowsOf(search::PaletteScope::Text), QStringList { u"payments-api"_s });
        QCOMPARE(model.totalOf(search::PaletteScope::Everything), 4);

        for (const QString &typed : { u"d refund"_s, u"#refund"_s }) {
            model.setText(typed);
            QTRY_COMPARE(model.totalOf(search::PaletteScope::Docs), 1);
            QCOMPARE(model.scope(), search::PaletteScope::Docs);
            const QModelIndex hit = model.index(0, 0);
            QCOMPARE(hit.data(Model::TargetRole).toString(), site);
            QCOMPARE(hit.data(Model::TargetPlaceRole).toString(), u"guide/#refunds"_s);
            QCOMPARE(hit.data(Model::SubtitleRole).toString(), u"ledger: How a refund is made."_s);
            QVERIFY(hit.data(items::MatchRole).value<QList<int>>().contains(8)); // "R" of Refunds.
        }
        // What is found by its name is not found once more by its text.
        model.setText(u"payments"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(rowsOf(search::PaletteScope::Entities) + rowsOf(search::PaletteScope::Everything), QStringList { u"payments-api"_s });
        QVERIFY(rowsOf(search::PaletteScope::Text).isEmpty());
        model.setText(u"d"_s); // A letter alone looks for names.
        QCOMPARE(model.scope(), search::PaletteScope::Everything);
    }

    void csvCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"ledger"_s << u"ledger"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"say \"hi\""_s << u"\"say \"\"hi\"\"\""_s;
        QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("formula") << u"=HYPERLINK(\"http://x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("number") << u"-12.5"_s << u"-12.5"_s;
        QTest::newRow("minus") << u"-x"_s << u"'-x"_s;
    }

    void csvCells()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(items::csvCell(text), cell);
    }

    void exports()
    {
        items::EntityTableModel list(*m_live, nullptr);
        list.setText(u"kind:api"_s);
        QCOMPARE(items::exportModel(list, items::ExportFormat::Csv, { 0, 4 }), QByteArray("Entity ref,Name,Type\r\napi:default/fx-quotes,fx-quotes,openapi\r\napi:default/ledger-grpc,ledger-grpc,grpc\r\n"));
        list.setGrouping(items::EntityTableModel::Grouping::Owner);
        QCOMPARE(items::exportModel(list, items::ExportFormat::Csv, { 0 }), QByteArray("Entity ref,Group,Name\r\napi:default/ledger-grpc,Ledger Team,ledger-grpc\r\napi:default/fx-quotes,Payments,fx-quotes\r\n"));
        const QJsonArray json = QJsonDocument::fromJson(items::exportModel(list, items::ExportFormat::Json)).array();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json.at(0).toObject().value("name"_L1).toString(), u"ledger-grpc"_s);
        QCOMPARE(json.at(0).toObject().value("ref"_L1).toString(), u"api:default/ledger-grpc"_s);
        QCOMPARE(json.at(0).toObject().value("group"_L1).toString(), u"Ledger Team"_s);
        domain::Entity entity;
        entity.body = { { u"kind"_s, u"API"_s }, { u"metadata"_s, QJsonObject { { u"name"_s, u"x"_s }, { u"tags"_s, QJsonArray { u"a"_s, u"b"_s } } } } };
        const std::array<domain::Entity, 1> entities { entity };
        QCOMPARE(items::exportEntities(entities, items::ExportFormat::Csv).split('\n').at(1), QByteArray("API,x,\"a, b\",\r"));
        QCOMPARE(QJsonDocument::fromJson(items::exportEntities(entities, items::ExportFormat::Json)).array().at(0).toObject().value("kind"_L1).toString(), u"API"_s);
    }

    /// Another program reads it: neither the moment of the export nor the language of the window is in it.
    void exportsAreData()
    {
        search::LiveIndex live(testing::snapshotOf({ u"Component ledger-api title=Ledger changed=1700000000000 seen=1700000060000 orphan="_s }));
        items::EntityTableModel list(live, nullptr);
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        QCOMPARE(items::exportModel(list, items::ExportFormat::Csv, { 0, 10, 11, 12 }),
            QByteArray("~Entity ref,~Name,~Changed,~Problems,~Seen\r\n"
                       "component:default/ledger-api,Ledger,2023-11-14T22:13:20Z,orphan,2023-11-14T22:14:20Z\r\n"));
        list.setGrouping(items::EntityTableModel::Grouping::Owner);
        const QJsonDocument json = QJsonDocument::fromJson(items::exportModel(list, items::ExportFormat::Json, { 0, 2, 10 }));
        QCOMPARE(json.toJson(QJsonDocument::Compact),
            QByteArray("[{\"changed\":\"2023-11-14T22:13:20Z\",\"group\":\"\",\"name\":\"Ledger\",\"owner\":\"\","
                       "\"ref\":\"component:default/ledger-api\"}]"));
    }

    void ages()
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000);
        const auto age = [&](qint64 seconds) { return items::ageText(now.addSecs(-seconds), now); };
        QCOMPARE(age(5), u"now"_s);
        QCOMPARE(age(150), u"2m"_s);
        QCOMPARE(age(3 * 3600), u"3h"_s);
        QCOMPARE(age(5 * 86400), u"5d"_s);
        QCOMPARE(age(120 * 86400), u"17w"_s);
        QCOMPARE(age(1100 * 86400), u"3y"_s);
        QCOMPARE(items::ageText({}, now), QString());
    }

private:
    std::unique_ptr<search::LiveIndex> m_live;
};

QTEST_MAIN(ItemModelsTest)
#include "tst_itemmodels.moc"
