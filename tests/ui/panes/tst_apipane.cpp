// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apipane.h"

#include "models/items/apischemamodel.h"
#include "tests/kit/scriptedserver.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/codeview.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/api/apichanges.h"
#include "ui/panes/api/apidetail.h"
#include "ui/panes/api/tryitdialog.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTimer>
#include <QTreeView>
#include <QTreeWidget>

#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;
using testkit::World;

namespace {

QByteArray file(const QString &name)
{
    QFile opened(QStringLiteral(CALLBOARD_TEST_DATA "/apis/") + name);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(opened.fileName()));
    return opened.readAll();
}

domain::Entity api(const QString &name, const QString &type, const QByteArray &definition)
{
    QJsonObject body { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"API"_s }, { u"metadata"_s, QJsonObject { { u"name"_s, name } } },
        { u"spec"_s,
            QJsonObject { { u"type"_s, type }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, u"payments"_s },
                { u"definition"_s, QString::fromUtf8(definition) } } } };
    domain::Entity entity;
    entity.body = body;
    return entity;
}

std::vector<domain::Entity> company(const QByteArray &refunds)
{
    const QByteArray shop = R"({"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"desk"},"spec":{"type":"service"}})";
    return { api(u"refunds"_s, u"openapi"_s, refunds), api(u"shop"_s, u"graphql"_s, file(u"shop.graphql"_s)), api(u"empty"_s, u"openapi"_s, {}),
        World::entity(shop, { { u"providesApi"_s, u"api:default/refunds"_s }, { u"consumesApi"_s, u"api:default/shop"_s } }) };
}

} // namespace

class TestApiPane final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void showsAnApi();
    void choosesAmongThoseOfAComponent();
    void saysWhatIsMissing();
    void goesFromItemToLineAndBack();
    void opensSchemasThroughCircles();
    void saysWhatChanged();
    void opensALongOneWithoutAPause();
    void sendsOnlyWhenAsked();
    void isAllReachableByKeyboard();
};

void TestApiPane::showsAnApi()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.resize(1200, 700);
    pane.show();
    world.focus().go({ ui::FocusTarget::Kind::Entity, u"api:default/refunds"_s });
    pane.setTarget(world.focus().target());
    QTRY_COMPARE(pane.list()->model()->rowCount(), 3); // refunds, webhooks, types
    QCOMPARE(pane.status().state, ui::PaneStatus::State::Filled);
    QVERIFY(pane.secondary().contains("OpenAPI 3.1.0"_L1));
    QTRY_COMPARE(pane.code()->toPlainText(), QString::fromUtf8(file(u"refunds.openapi.yaml"_s)));
    pane.filterBox()->setText(u"state"_s);
    Q_EMIT pane.filterBox()->textChanged(u"state"_s);
    const auto *model = pane.list()->model();
    QStringList shown;
    for (int group = 0; group < model->rowCount(); ++group) {
        for (int row = 0; row < model->rowCount(model->index(group, 0)); ++row)
            shown.append(model->index(row, 0, model->index(group, 0)).data().toString());
    }
    QVERIFY(shown.contains(u"State"_s) && shown.contains(u"GET /refunds"_s) && !shown.contains(u"Money"_s));
    pane.openItem(u"api:default/refunds"_s, u"type Money"_s); // hidden by the filter: it gives way
    QCOMPARE(pane.currentItem(), u"type Money"_s);
}

void TestApiPane::choosesAmongThoseOfAComponent()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.setTarget({ ui::FocusTarget::Kind::Entity, u"component:default/desk"_s });
    QTRY_VERIFY(!pane.isLoading());
    QCOMPARE(pane.choice()->count(), 2);
    QCOMPARE(pane.shownRef(), u"api:default/refunds"_s);
    pane.choice()->setCurrentIndex(1);
    Q_EMIT pane.choice()->activated(1);
    QTRY_COMPARE(pane.subject(), u"shop"_s);
    QTRY_VERIFY(pane.secondary().startsWith("GraphQL"_L1));
}

void TestApiPane::saysWhatIsMissing()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.setTarget({});
    QCOMPARE(pane.status().state, ui::PaneStatus::State::Empty);
    pane.setTarget({ ui::FocusTarget::Kind::Entity, u"api:default/empty"_s });
    QTRY_COMPARE(pane.status().headline, u"empty has no definition"_s);
    pane.openItem(u"api:default/gone"_s, {});
    QTRY_COMPARE(pane.status().state, ui::PaneStatus::State::Empty);
    QTRY_VERIFY(pane.status().headline.contains("cannot be read"_L1));
}

void TestApiPane::goesFromItemToLineAndBack()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.resize(1200, 700);
    pane.openItem(u"api:default/refunds"_s, u"GET /refunds/{id}"_s);
    QTRY_COMPARE(pane.currentItem(), u"GET /refunds/{id}"_s);
    QTRY_VERIFY(!pane.isLoading());
    QCOMPARE(pane.code()->textCursor().block().text().trimmed(), u"get:"_s);
    QTextCursor cursor = pane.code()->textCursor();
    cursor.setPosition(pane.code()->toPlainText().indexOf("currency: {type"_L1));
    pane.code()->setTextCursor(cursor);
    world.commands().action(u"api.itemAtLine"_s)->trigger();
    QCOMPARE(pane.currentItem(), u"type Money"_s);
}

void TestApiPane::opensSchemasThroughCircles()
{
    const auto definition = std::make_shared<const apis::ApiDefinition>(apis::parseApi(u"openapi"_s, file(u"refunds.openapi.yaml"_s)).value());
    items::ApiSchemaModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // It fetches amid its own note of a reset, and complains of itself.
    model.setItem(definition, u"type Refund"_s);
    // Members → replaces → replaces → …: as deep as somebody goes on opening.
    QModelIndex at = model.index(0, 0);
    for (int depth = 0; depth < 10; ++depth) {
        if (model.canFetchMore(at))
            model.fetchMore(at);
        QModelIndex next;
        for (int row = 0; row < model.rowCount(at); ++row) {
            if (model.index(row, 0, at).data() == u"replaces"_s)
                next = model.index(row, 0, at);
        }
        QVERIFY2(next.isValid(), qPrintable(QString::number(depth)));
        QCOMPARE(next.siblingAtColumn(1).data().toString(), u"Refund"_s);
        at = next;
    }
}

void TestApiPane::saysWhatChanged()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    QByteArray later = file(u"refunds.openapi.yaml"_s);
    later.replace("{name: trace, in: header, schema", "{name: trace, in: header, required: true, schema");
    world.fill(company(later));
    ApiPane pane(world.context());
    QSignalSpy shown(pane.changes(), &ApiChanges::shown);
    pane.openItem(u"api:default/refunds"_s, {});
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(pane.changes()->versions()->count(), 1);
    QCOMPARE(pane.changes()->tree()->topLevelItemCount(), 1);
    QTreeWidgetItem *row = pane.changes()->tree()->topLevelItem(0);
    QCOMPARE(row->text(0), u"GET /refunds/{id}"_s);
    QCOMPARE(row->child(0)->text(0), u"parameter header trace is required now"_s);
    QCOMPARE(row->child(0)->text(1), u"breaking"_s);
    Q_EMIT pane.changes()->tree()->itemActivated(row, 0);
    QCOMPARE(pane.currentItem(), u"GET /refunds/{id}"_s);
}

void TestApiPane::opensALongOneWithoutAPause()
{
    QByteArray large = "openapi: 3.0.0\ninfo: {title: Large, version: '1'}\npaths:\n";
    for (int i = 0; large.size() < 2'000'000; ++i) {
        large += "  /things/" + QByteArray::number(i) + ":\n    get:\n      summary: Thing " + QByteArray::number(i)
            + "\n      parameters:\n        - {name: a, in: query, schema: {type: string}}\n      responses:\n        '200': {description: Good}\n";
    }
    World world;
    world.fill({ api(u"large"_s, u"openapi"_s, large) });
    ApiPane pane(world.context());
    pane.resize(1200, 700);
    pane.show();
    // The longest turn of the event loop while it is read and its text put in; of the processor, not of the clock: what a turn
    // costs is ours, how long it takes is the machine's.
    const auto spent = [] {
        timespec now {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    };
    qint64 longest = 0, before = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { const qint64 now = spent(); longest = std::max(longest, now - std::exchange(before, now)); });
    pane.openItem(u"api:default/large"_s, {});
    before = spent();
    beat.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(pane.list()->model()->rowCount() > 0 && !pane.isLoading(), 60'000);
    QCOMPARE(pane.code()->blockCount(), int(large.count('\n')) + 1);
    qInfo("2 MB opened; longest turn of the event loop %lld ms", longest);
    QVERIFY2(longest < 200, qPrintable(QString::number(longest)));
}

void TestApiPane::sendsOnlyWhenAsked()
{
    test::ScriptedServer server([](const test::Received &) { return test::Reply::json(R"({"id":"r1"})"); });
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.openItem(u"api:default/refunds"_s, u"POST /refunds"_s);
    QTRY_COMPARE(pane.currentItem(), u"POST /refunds"_s);
    TryItDialog *dialog = pane.tryIt();
    QVERIFY(dialog);
    QVERIFY(!dialog->sendButton()->isEnabled()); // X-Tenant has no value yet
    dialog->setServer(server.url(u"/v2"_s).toString());
    dialog->setValue(u"X-Tenant"_s, u"acme"_s);
    QVERIFY(dialog->sendButton()->isEnabled());
    QVERIFY(dialog->preview().startsWith(u"POST "_s + server.url(u"/v2/refunds"_s).toString()));
    QVERIFY(dialog->preview().contains("X-Tenant: acme"_L1));
    QVERIFY(server.received().empty());
    QSignalSpy answered(dialog, &TryItDialog::answered);
    dialog->sendButton()->click();
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY2(dialog->report().startsWith("Status 200"_L1), qPrintable(dialog->report()));
    QVERIFY(dialog->answer()->toPlainText().contains("\"id\": \"r1\""_L1));
    QCOMPARE(server.received().size(), 1u);
    const test::Received request = server.received().front();
    QCOMPARE(request.header("x-tenant"), "acme");
    QVERIFY(dialog->preview().endsWith(QString::fromUtf8(request.body)));
    for (const auto &name : { "authorization", "cookie" })
        QVERIFY(request.header(name).isEmpty());
    world.workspace().setWorkOffline(true);
    dialog->setServer(u"https://elsewhere.example"_s);
    dialog->sendButton()->click();
    QTRY_COMPARE(answered.size(), 2);
    QVERIFY(!dialog->report().startsWith("Status"_L1));
    dialog->close();
}

void TestApiPane::isAllReachableByKeyboard()
{
    World world;
    world.fill(company(file(u"refunds.openapi.yaml"_s)));
    ApiPane pane(world.context());
    pane.resize(1200, 700);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    pane.openItem(u"api:default/refunds"_s, {});
    QTRY_VERIFY(pane.list()->model()->rowCount() > 0 && !pane.isLoading());
    pane.list()->setFocus();
    QTest::keyClick(pane.list(), Qt::Key_Home);
    QTest::keyClick(pane.list(), Qt::Key_Down);
    QCOMPARE(pane.currentItem(), u"POST /refunds"_s);
    QTest::keyClick(pane.list(), Qt::Key_Return);
    QTRY_VERIFY(pane.detail()->tree()->hasFocus());
    QTest::keyClick(pane.detail()->tree(), Qt::Key_Down);
    QVERIFY(pane.detail()->tree()->currentIndex().isValid());
    pane.list()->setFocus();
    QTest::keyClick(pane.list(), Qt::Key_Slash);
    QTRY_VERIFY(pane.filterBox()->edit()->hasFocus());
    for (const QWidget *widget : std::initializer_list<const QWidget *> { pane.list(), pane.detail()->tree(), pane.code(), pane.choice(), pane.changes()->tree() })
        QVERIFY(!widget->accessibleName().isEmpty());
    world.commands().action(u"api.copyCurl"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("-H 'X-Tenant: <X-Tenant>'"_L1));
}

QTEST_MAIN(TestApiPane)
#include "tst_apipane.moc"
