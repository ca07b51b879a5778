// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"
#include "tests/kit/scriptedserver.h"
#include "tests/ui/panes/world.h"
#include "ui/kit/style.h"
#include "ui/panes/insights/insightspane.h"
#include "ui/panes/insights/keptpage.h"
#include "ui/panes/insights/sharebox.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <atomic>

using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using insights::UsageDeed;

namespace {

const QString person = u"user:default/mira"_s;

QByteArray tokenOf(const QString &subject)
{
    const QJsonObject claims { { u"sub"_s, subject }, { u"exp"_s, QDateTime::currentSecsSinceEpoch() + 3600 } };
    const auto part = [](const QByteArray &text) { return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
    return part("{}") + '.' + part(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + ".x";
}

/// What of a portal sharing needs, by the rules of @red-hat-developer-hub/backstage-plugin-adoption-insights-backend 1.0.2: users only, a
/// list of events of its schema; and the catalog's names.
class Portal {
public:
    enum class Mood { Good, Busy, Silent, Gone };
    Portal()
        : m_server([this](const Received &request) { return answer(request); })
    {
    }
    QString address() { return m_server.url(u"/"_s).toString().chopped(1); }
    /// The lists that reached it, taken or not.
    QList<QJsonArray> posts() const
    {
        QList<QJsonArray> all;
        for (const Received &request : m_server.received()) {
            if (request.method == "POST" && request.path() == "/api/adoption-insights/events")
                all.append(QJsonDocument::fromJson(request.body).array());
        }
        return all;
    }
    std::atomic<Mood> mood = Mood::Good;
    std::atomic<int> misshapen = 0; ///< Events that the backend would not take.

private:
    static bool isText(const QJsonValue &value) { return value.isString() && !value.toString().isEmpty(); }
    static bool isFlat(const QJsonValue &value)
    {
        const QJsonObject object = value.toObject();
        return value.isObject() && std::ranges::all_of(object, [](const QJsonValue &each) { return each.isString() || each.isDouble() || each.isBool(); });
    }
    static bool isEvent(const QJsonValue &event)
    {
        const QJsonValue context = event["context"_L1];
        return isText(event["action"_L1]) && isText(event["subject"_L1]) && isFlat(event["attributes"_L1]) && isFlat(context) && isText(context["userName"_L1])
            && isText(context["userId"_L1]) && isText(context["pluginId"_L1])
            && QDateTime::fromString(context["timestamp"_L1].toString(), Qt::ISODateWithMs).isValid()
            && (event["value"_L1].isUndefined() || event["value"_L1].isDouble());
    }
    static Reply json(int status, const QByteArray &body) { return Reply::answer(status, body, { { "Content-Type", "application/json; charset=utf-8" } }); }
    Reply answer(const Received &request)
    {
        if (request.path() == "/api/catalog/entities/by-refs")
            return json(200, R"({"items":[{"kind":"Component","metadata":{"namespace":"default","name":"Ledger-UI"}},null]})");
        if (request.path() == "/api/adoption-insights/health")
            return json(200, R"({"status":"ok"})");
        if (request.path() != "/api/adoption-insights/events" || request.method != "POST")
            return json(404, R"({"error":{"name":"NotFoundError","message":"no"}})");
        switch (mood) {
        case Mood::Busy: return Reply::answer(429, R"({"error":{"name":"TooManyRequests"}})", { { "Content-Type", "application/json" }, { "Retry-After", "1" } });
        case Mood::Silent: return Reply::stall();
        case Mood::Gone: return Reply::reset();
        case Mood::Good: break;
        }
        for (const QJsonValue event : QJsonDocument::fromJson(request.body).array()) {
            if (!isEvent(event))
                ++misshapen;
        }
        return json(200, R"({"success":true,"message":"Event received"})");
    }

    ScriptedServer m_server;
};

} // namespace

/// Sharing one's own use, switched on in the real page, with the real integration, against a portal on the loopback.
class TestSharing final : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<testkit::World> world;
    std::unique_ptr<Portal> portal;
    std::unique_ptr<InsightsPane> pane;
    QString id;

    insights::UsageLog &log() { return insights::UsageLog::of(world->mirror()); }
    KeptPage &page() { return pane->keptPage(); }
    ShareBox &box() { return *page().shareBox(id); }
    void connectAs(const QByteArray &token)
    {
        const auto added = world->workspace().addConnection(u"backstage"_s, u"Harbour portal"_s,
            { { u"url"_s, portal->address() }, { u"signIn"_s, u"token"_s } }, { { u"token"_s, QString::fromLatin1(token) } });
        QVERIFY(added);
        id = *added;
        QVERIFY(world->workspace().waitForIdle(60s));
        auto pull = world->mirror().beginPull(id, u"catalog"_s, u"tester"_s);
        QVERIFY(pull);
        for (const QString &name : { u"Ledger-UI"_s, u"fares"_s }) {
            const QJsonObject entity { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
                { u"metadata"_s, QJsonObject { { u"name"_s, name } } }, { u"spec"_s, QJsonObject() } };
            (*pull)->put(testkit::World::entity(QJsonDocument(entity).toJson()));
        }
        QVERIFY((*pull)->complete());
        world->mirror().flush();
        QTRY_VERIFY_WITH_TIMEOUT(world->mirror().snapshot()->find(u"component:default/fares"_s) != mirror::noRow, 60'000);
    }
    void openPage()
    {
        pane = std::make_unique<InsightsPane>(world->context());
        pane->resize(1100, 800);
        pane->sections()->setCurrentIndex(3);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    }
    void open(const QString &name)
    {
        log().record(UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/"_s + name);
        log().flush();
    }
    void press(QWidget *widget)
    {
        widget->setFocus();
        QVERIFY(widget->hasFocus());
        QTest::keyClick(widget, Qt::Key_Space);
    }
    void switchOn()
    {
        QTRY_VERIFY_WITH_TIMEOUT(box().shareSwitch()->isEnabled(), 60'000);
        press(box().shareSwitch());
        QTRY_VERIFY_WITH_TIMEOUT(box().searchesSwitch()->isVisible() && insights::isSharing(log(), id), 60'000);
    }
    /// Waits until the page shows so many lines, and sends them.
    void send(int lines)
    {
        QTRY_COMPARE_WITH_TIMEOUT(box().model().rowCount(), lines, 60'000);
        press(box().sendButton());
    }
    QStringList subjects() const
    {
        QStringList all;
        for (const QJsonArray &post : portal->posts()) {
            for (const QJsonValue event : post)
                all.append(event["subject"_L1].toString());
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setChoice(ThemeChoice::Light);
        CallboardStyle::install(m_theme);
    }
    void cleanupTestCase() { QApplication::setStyle(u"fusion"_s); }
    void init()
    {
        portal = std::make_unique<Portal>();
        world = std::make_unique<testkit::World>();
        world->fill(testkit::World::company());
    }
    void cleanup()
    {
        pane.reset();
        world.reset();
        portal.reset();
    }

    void isOfferedWhereItCanBe()
    {
        openPage();
        QVERIFY(page().findChildren<ShareBox *>().isEmpty());
        QVERIFY(page().explanation().contains("sent nowhere"_L1));
        connectAs(tokenOf(person));
        QTRY_VERIFY_WITH_TIMEOUT(page().shareBox(id), 60'000);
        QVERIFY(!box().shareSwitch()->isChecked());
        QVERIFY(!box().searchesSwitch()->isVisible());
        // Nobody agrees to what is not told: where it goes, and as whom.
        QTRY_VERIFY_WITH_TIMEOUT(box().shareSwitch()->isEnabled(), 60'000);
        QVERIFY(box().termsText().contains(portal->address()) && box().termsText().contains(person));
        QVERIFY(!box().shareSwitch()->accessibleDescription().isEmpty());
        world->workspace().setIntegrationEnabled(u"backstage"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(!page().shareBox(id), 60'000);
    }

    /// Off, and on with lines that wait.
    void looksGoodInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high-contrast") << ThemeChoice::HighContrast;
    }
    void looksGoodInEveryTheme()
    {
        QFETCH(const ThemeChoice, choice);
        const QString folder = qEnvironmentVariable("CALLBOARD_PICTURES");
        if (folder.isEmpty())
            QSKIP("SKIPPED: only pictures, and CALLBOARD_PICTURES is not set");
        m_theme.setChoice(choice);
        CallboardStyle::install(m_theme);
        const auto light = qScopeGuard([this] {
            m_theme.setChoice(ThemeChoice::Light);
            CallboardStyle::install(m_theme);
        });
        const QString theme = QString::fromLatin1(QTest::currentDataTag());
        connectAs(tokenOf(person));
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(page().shareBox(id) && box().shareSwitch()->isEnabled(), 60'000);
        QVERIFY(pane->grab().save(folder + u"/sharing-off-%1.png"_s.arg(theme)));
        switchOn();
        open(u"fares"_s);
        send(1);
        QTRY_VERIFY_WITH_TIMEOUT(box().standingText().contains("1 line(s) went"_L1), 60'000);
        for (const QString &name : { u"ledger-ui"_s, u"fares"_s, u"ledger-api"_s, u"ledger-ui"_s })
            open(name);
        press(box().searchesSwitch());
        press(box().listButton());
        QTRY_COMPARE_WITH_TIMEOUT(box().model().rowCount(), 3, 60'000);
        QVERIFY(pane->grab().save(folder + u"/sharing-%1.png"_s.arg(theme)));
    }

    void aServiceCannotShare()
    {
        connectAs("a-service's-token");
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(box().termsText().contains("cannot be switched on"_L1), 60'000);
        QVERIFY(!box().shareSwitch()->isEnabled());
    }

    void onlyWhatIsShownGoes()
    {
        connectAs(tokenOf(person));
        open(u"fares"_s);
        openPage();
        switchOn();
        QVERIFY(page().explanation().contains("only what you share"_L1));
        QVERIFY(portal->posts().isEmpty());
        open(u"ledger-ui"_s);
        open(u"ledger-api"_s); // The company's, of another source.
        log().record(UsageDeed::OpenedDoc, u"guide/"_s, u"component:default/fares"_s);
        log().record(UsageDeed::Searched, u"fees"_s, {}, 3);
        log().record(UsageDeed::OpenedPane, u"map"_s);
        press(box().listButton());
        QAbstractItemModelTester tester(&box().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE_WITH_TIMEOUT(box().model().rowCount(), 2, 60'000);
        QVERIFY(box().view()->isVisible());
        QCOMPARE(box().model().index(0, int(SharedModel::Columns::What)).data().toString(), u"component:default/ledger-ui"_s);
        QVERIFY(portal->posts().isEmpty());
        QJsonArray shown;
        for (const QJsonObject &event : box().model().sent())
            shown.append(event);
        send(2);
        QTRY_COMPARE_WITH_TIMEOUT(portal->posts().size(), 1, 60'000);
        QCOMPARE(portal->posts().front(), shown);
        QCOMPARE(subjects(), (QStringList { u"/catalog/default/component/Ledger-UI"_s, u"/docs/default/component/fares/guide/"_s }));
        QTRY_COMPARE_WITH_TIMEOUT(box().model().rowCount(), 0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(box().standingText().contains("2 line(s) went"_L1) && box().standingText().contains("Nothing waits"_L1), 60'000);
        QCOMPARE(portal->misshapen.load(), 0);
    }

    void searchesAreAChoiceOfTheirOwn()
    {
        connectAs(tokenOf(person));
        openPage();
        switchOn();
        log().record(UsageDeed::Searched, u"before"_s, {}, 3);
        log().flush();
        QTest::qWait(2); // Into another millisecond.
        press(box().searchesSwitch());
        QTRY_VERIFY_WITH_TIMEOUT(box().termsText().contains("whatever you search for"_L1), 60'000);
        QTest::qWait(2);
        log().record(UsageDeed::Searched, u"after"_s, {}, 3);
        send(1);
        QTRY_COMPARE_WITH_TIMEOUT(subjects(), QStringList { u"after"_s }, 60'000);
        press(box().searchesSwitch());
        log().record(UsageDeed::Searched, u"no more"_s, {}, 3);
        open(u"fares"_s);
        send(1);
        QTRY_COMPARE_WITH_TIMEOUT(subjects().size(), 2, 60'000);
        QVERIFY(!subjects().contains(u"no more"_s));
    }

    void nothingGoesTwice()
    {
        connectAs(tokenOf(person));
        openPage();
        switchOn();
        // Refused: it waits, and the page says why.
        open(u"fares"_s);
        portal->mood = Portal::Mood::Busy;
        send(1);
        QTRY_VERIFY_WITH_TIMEOUT(box().standingText().contains("slow down"_L1), 60'000);
        portal->mood = Portal::Mood::Good;
        send(1);
        QTRY_VERIFY_WITH_TIMEOUT(box().standingText().contains("1 line(s) went"_L1), 60'000);
        QCOMPARE(portal->posts().size(), 2);
        // Lost on the way: nobody knows, and it is not sent again.
        open(u"fares"_s);
        portal->mood = Portal::Mood::Gone;
        send(1);
        QTRY_VERIFY_WITH_TIMEOUT(box().standingText().contains("nobody knows"_L1), 60'000);
        QCOMPARE(portal->posts().size(), 3);
        portal->mood = Portal::Mood::Good;
        open(u"ledger-ui"_s);
        send(1);
        QTRY_COMPARE_WITH_TIMEOUT(portal->posts().size(), 4, 60'000);
        QCOMPARE(subjects().last(), u"/catalog/default/component/Ledger-UI"_s);
        QCOMPARE(portal->posts().last().size(), 1);
    }

    /// Also while a portal does not answer.
    void endsAtOnce()
    {
        connectAs(tokenOf(person));
        openPage();
        switchOn();
        open(u"fares"_s);
        portal->mood = Portal::Mood::Silent;
        send(1);
        QTRY_COMPARE_WITH_TIMEOUT(portal->posts().size(), 1, 60'000);
        press(box().shareSwitch());
        QVERIFY(!insights::isSharing(log(), id));
        QVERIFY(!box().shareSwitch()->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(page().explanation().contains("sent nowhere"_L1), 60'000);
        portal->mood = Portal::Mood::Good;
        open(u"fares"_s);
        switchOn();
        open(u"ledger-ui"_s);
        send(1);
        QTRY_COMPARE_WITH_TIMEOUT(portal->posts().size(), 2, 60'000);
        QCOMPARE(subjects().last(), u"/catalog/default/component/Ledger-UI"_s);
        QCOMPARE(portal->posts().last().size(), 1);
    }

    void goesWithItsConnection()
    {
        connectAs(tokenOf(person));
        openPage();
        switchOn();
        open(u"fares"_s);
        open(u"ledger-api"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page().model().rowCount(), 2, 60'000);
        QVERIFY(world->workspace().removeConnection(id));
        QTRY_VERIFY_WITH_TIMEOUT(!page().shareBox(id), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(page().model().rowCount(), 1, 60'000);
        QCOMPARE(page().model().row(0).event.about, u"component:default/ledger-api"_s);
        QVERIFY(!insights::isSharing(log(), id));
        QVERIFY(portal->posts().isEmpty());
    }
};

QTEST_MAIN(TestSharing)
#include "tst_sharing.moc"
