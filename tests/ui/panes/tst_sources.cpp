// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/proxylogins.h"
#include "tests/kit/scriptedserver.h"
#include "tests/ui/panes/world.h"
#include "tests/unit/sync/fakenetwork.h"
#include "ui/panes/sources/requestlog.h"
#include "ui/panes/sources/sourcecard.h"
#include "ui/panes/sources/sourcespane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QTimeZone>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;
using namespace std::chrono_literals;
using testkit::World;
using Columns = RequestLogModel::Columns;

namespace {

sync::RequestLine request(int second, const QString &url, int status = 200, std::optional<domain::ErrorCode> error = {})
{
    sync::RequestLine line;
    line.at = QDateTime({ 2026, 1, 2 }, { 3, 4, second }, QTimeZone::utc());
    line.connectionId = u"portal-1"_s;
    line.method = "GET";
    line.url = url;
    line.status = status;
    line.error = error;
    line.wireBytes = 1000 + second;
    line.took = std::chrono::milliseconds(10 * second);
    return line;
}

QString words(const QWidget &widget)
{
    QStringList found;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            found.append(label->text());
    }
    return found.join(u'\n');
}

FeedView feed(FeedView::State state)
{
    FeedView view;
    view.id = u"catalog"_s;
    view.name = u"Catalog"_s;
    view.state = state;
    view.next.connectionId = u"portal-1"_s;
    view.next.feedId = view.id;
    return view;
}

SourceView source(const FeedView &feed)
{
    SourceView view;
    view.id = u"portal-1"_s;
    view.name = u"Ours"_s;
    view.kind = u"Portal"_s;
    view.network = true;
    view.feeds = { feed };
    return view;
}

} // namespace

class SourcesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void rowsStayWhileTheyChange()
    {
        World world;
        SourcesPane pane(world.context());
        pane.resize(280, 600);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QTemporaryDir clones;
        const auto sample = world.workspace().addConnection(u"sample"_s, u"Quayline"_s, {});
        const auto folder = world.workspace().addConnection(u"folder"_s, u"Clones"_s, { { u"folder"_s, clones.path() } });
        QVERIFY(sample && folder);
        QTRY_VERIFY(pane.card(*folder)); // Many changes at once are shown once.
        SourceCard *card = pane.card(*folder);
        QVERIFY(card->feed(u"catalog"_s) && card->feed(u"clones"_s));
        QPushButton *button = card->firstButton();
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        QVERIFY(world.workspace().waitForIdle(60s));
        QTRY_VERIFY(words(*card).contains(u"just now"_s));
        QVERIFY(world.workspace().renameConnection(*folder, u"Working copies"_s));
        QVERIFY(world.workspace().setPaused(*folder, true));
        QVERIFY(world.workspace().removeConnection(*sample));
        QTRY_VERIFY(!pane.card(*sample));
        QCOMPARE(pane.card(*folder), card);
        QVERIFY(button->hasFocus());
        QTRY_COMPARE(card->accessibleName(), u"Working copies"_s);
        QTRY_VERIFY(words(*card).contains(u"paused"_s));
    }

    void troubleIsASentenceInItsRow()
    {
        World world;
        SourcesPane pane(world.context());
        pane.resize(420, 600);
        pane.show();
        auto clones = std::make_unique<QTemporaryDir>();
        const auto folder = world.workspace().addConnection(u"folder"_s, u"Clones"_s, { { u"folder"_s, clones->path() } });
        QVERIFY(world.workspace().waitForIdle(20s));
        clones.reset();
        world.workspace().pullNow();
        QVERIFY(world.workspace().waitForIdle(20s));
        QTRY_VERIFY(pane.card(*folder));
        QTRY_VERIFY2(words(*pane.card(*folder)).contains(u"was not found"_s), qPrintable(words(*pane.card(*folder))));
        QCOMPARE(pane.count(), 1);
    }

    void whatCouldNotBeSavedIsSaidAndStays()
    {
        World world;
        SourcesPane pane(world.context());
        pane.resize(420, 600);
        pane.show();
        const auto sample = world.workspace().addConnection(u"sample"_s, u"Quayline"_s, {});
        QVERIFY(world.workspace().waitForIdle(60s));
        QTRY_VERIFY(pane.card(*sample));
        // Where the file is to be, there is a folder.
        const QString path = QDir(world.workspace().mirror().directory()).filePath(u"connections.json"_s);
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in the way"_s));
        Q_EMIT pane.card(*sample)->pauseRequested(true);
        QTRY_COMPARE(pane.status().state, ui::PaneStatus::State::Failed);
        QVERIFY(!QTest::qWaitFor([&] { return pane.status().state != ui::PaneStatus::State::Failed; }, 600));
    }

    void whatWaitsAndWhatCanBeDoneIsThere()
    {
        SourceView shown = source(feed(FeedView::State::Good));
        shown.actions = { { u"register"_s, u"Register a descriptor"_s, u"Adds it."_s } };
        shown.waiting = { u"Star component:default/a"_s, u"Refresh component:default/b"_s };
        SourceCard card(shown);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QVERIFY2(words(card).contains(u"Star component:default/a"_s) && words(card).contains(u"Refresh component:default/b"_s), qPrintable(words(card)));
        QSignalSpy asked(&card, &SourceCard::actionRequested);
        const auto buttons = card.findChildren<QPushButton *>();
        const auto it = std::ranges::find_if(buttons, [](const QPushButton *one) { return one->text().startsWith(u"Register a descriptor"_s); });
        QVERIFY(it != buttons.end());
        (*it)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), u"register"_s);
        shown.waiting.clear();
        shown.actions.clear();
        card.showSource(shown);
        QVERIFY(!words(card).contains(u"component:default/a"_s));
    }

    void signingInIsOfferedWhereItIsRefused()
    {
        FeedView refused = feed(FeedView::State::Failed);
        refused.error = domain::Error { domain::ErrorCode::Unauthorised, {}, 401, {}, u"portal.example"_s };
        SourceView shown = source(refused);
        shown.wantsSignIn = true;
        SourceCard card(shown);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QSignalSpy signIn(&card, &SourceCard::signInRequested);
        auto buttons = card.feed(u"catalog"_s)->findChildren<QPushButton *>();
        buttons.removeIf([](const QPushButton *one) { return !one->isVisible(); });
        QCOMPARE(buttons.size(), 1);
        buttons[0]->click();
        QCOMPARE(signIn.size(), 1);
        card.showSource(source(feed(FeedView::State::Good)));
        QVERIFY(!buttons[0]->isVisible());
    }

    void aProxyThatAsksIsNamedAndTold()
    {
        FeedView refused = feed(FeedView::State::Failed);
        refused.error = sync::proxyAsks(u"http://proxy.example:3128"_s);
        SourceCard card(source(refused));
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QVERIFY(words(card).contains(u"The proxy http://proxy.example:3128 asks for a user and a password."_s));
        QPushButton *button = nullptr;
        for (auto *one : card.findChildren<QPushButton *>()) {
            if (one->text() == u"Sign in to the proxy…")
                button = one;
        }
        QVERIFY(button && button->isVisibleTo(&card));
        QSignalSpy asked(&card, &SourceCard::proxyLoginRequested);
        button->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"http://proxy.example:3128"_s);
        const QString unread = u"The keychain failed to say what it keeps for that proxy; it is asked again when Callboard starts the next time."_s;
        QVERIFY(!words(card).contains(unread));
        refused.proxyUnread = true;
        card.showSource(source(refused));
        QVERIFY(words(card).contains(unread));
        refused.proxyUnread = false;
        refused.error = domain::Error { domain::ErrorCode::Offline, {}, 0, {}, u"portal.example"_s };
        card.showSource(source(refused));
        QVERIFY(!button->isVisibleTo(&card));
    }

    void aLongRefusalIsAskedAboutInItsPlace()
    {
        SourceView refused = source(feed(FeedView::State::Failed));
        SourceCard card(refused);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        const auto shown = [&](const QString &accessibleName) -> QPushButton * {
            for (auto *one : card.findChildren<QPushButton *>()) {
                if (one->accessibleName() == accessibleName && one->isVisible())
                    return one;
            }
            return nullptr;
        };
        QVERIFY(!shown(u"Erase what Ours brought"_s));
        refused.refusedSince = QDateTime({ 2026, 1, 2 }, { 12, 0 }, QTimeZone::utc());
        card.showSource(refused);
        QVERIFY(words(card).contains(QLocale().toString(refused.refusedSince.toLocalTime().date(), QLocale::ShortFormat)));
        QSignalSpy erase(&card, &SourceCard::eraseRequested);
        QSignalSpy keep(&card, &SourceCard::keepRequested);
        QVERIFY(shown(u"Erase what Ours brought"_s) && shown(u"Keep what Ours brought"_s));
        shown(u"Erase what Ours brought"_s)->click();
        shown(u"Keep what Ours brought"_s)->click();
        QCOMPARE(erase.size(), 1);
        QCOMPARE(keep.size(), 1);
    }

    void oneFeedIsAskedForAlone()
    {
        FeedView running = feed(FeedView::State::Running);
        running.running = sync::PullProgress { u"portal-1"_s, u"catalog"_s, 30, 60, u"page 3"_s };
        SourceCard card(source(running));
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QVERIFY(words(card).contains(u"30 of 60 page 3"_s));
        QSignalSpy cancelled(&card, &SourceCard::cancelRequested);
        QSignalSpy pulled(&card, &SourceCard::pullRequested);
        for (auto *button : card.feed(u"catalog"_s)->findChildren<QToolButton *>())
            button->click();
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled[0][0].toString(), u"catalog"_s);
        card.showSource(source(feed(FeedView::State::Good)));
        card.feed(u"catalog"_s)->findChild<QToolButton *>()->click();
        QCOMPARE(pulled.size(), 1);
        QCOMPARE(pulled[0][0].toString(), u"catalog"_s);
    }

    void nextRunsAndCostsAreWords()
    {
        FeedView view = feed(FeedView::State::Good);
        view.next.at = QDateTime::currentDateTimeUtc().addSecs(8 * 60);
        QCOMPARE(nextRunText(view), u"next in 8 min"_s);
        // A pull asks in turns: what is idle waits for longer than the next one.
        view.report = sync::PullReport { u"portal-1"_s, u"catalog"_s, {}, 10ms, 0, 0, {}, 90s };
        QCOMPARE(nextRunText(view), u"next in 8 min"_s);
        view.report->round = 40min + 1s;
        QCOMPARE(nextRunText(view), u"next in 8 min, what is idle every 41 min"_s);
        view.report->round = 4h + 40min;
        QCOMPARE(nextRunText(view), u"next in 8 min, what is idle every 5 h"_s);
        view.report.reset();
        view.next.live = true;
        QCOMPARE(nextRunText(view), QString()); // The badge says it.
        view.next.waiting = true;
        QCOMPARE(nextRunText(view), u"waiting for its turn"_s);
        QCOMPARE(costText(view), QString());
        view.report = sync::PullReport { u"portal-1"_s, u"catalog"_s, {}, 1234ms, 12, 34'000, {} };
        QVERIFY2(costText(view).contains(u"12 request"_s) && costText(view).contains(u"33.2 kB"_s) && costText(view).contains(u"took 1.2 s"_s),
            qPrintable(costText(view)));
        sync::HostTraffic host;
        host.host = u"portal.example"_s;
        host.limit = 60;
        host.remaining = 48;
        host.requestsToday = 120;
        host.bytesToday = 1'200'000;
        const QString text = trafficText(host);
        QVERIFY2(text.startsWith(u"portal.example: 48 of 60 requests left"_s), qPrintable(text));
        host.restingUntil = QDateTime::currentDateTimeUtc().addSecs(600);
        QVERIFY(trafficText(host).contains(u"rests until"_s));
    }

    /// An API is often on another host than the address in the form. What was never asked has no budget, whatever the form says.
    void theBudgetIsOfTheHostThatWasAsked()
    {
        test::ScriptedServer api([](const test::Received &) {
            const QByteArray reset = QByteArray::number(QDateTime::currentSecsSinceEpoch() + 600);
            return test::Reply::answer(200, "[]", { { "X-RateLimit-Limit", "60" }, { "X-RateLimit-Remaining", "48" }, { "X-RateLimit-Reset", reset } });
        });
        test::ScriptedServer page([&api](const test::Received &) { return test::Reply::redirect(302, api.url(u"/"_s).toEncoded()); });
        QTemporaryDir folder;
        sync::Workspace::Options options;
        options.directory = folder.path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        options.secrets = std::make_shared<sync::RunSecrets>();
        const auto workspace = std::move(*sync::Workspace::open(options));
        QUrl neverAsked = api.url(u"/"_s);
        neverAsked.setScheme(u"ftp"_s);
        const auto asks = workspace->addConnection(u"reader"_s, u"Asks"_s, { { u"url"_s, page.url(u"/notes"_s).toString() } });
        const auto asksNobody = workspace->addConnection(u"reader"_s, u"Asks nobody"_s, { { u"url"_s, neverAsked.toString() } });
        QVERIFY(asks && asksNobody);
        QVERIFY(workspace->waitForIdle(60s));

        const std::vector<SourceView> sources = readSources(*workspace);
        QCOMPARE(sources.size(), size_t(2));
        SourceCard card(sources[0]);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        const QString shown = words(card);
        QVERIFY2(shown.contains(u"127.0.0.1:%1: 48 of 60 requests left"_s.arg(api.port())), qPrintable(shown));
        QVERIFY2(shown.contains(u"127.0.0.1:%1: today"_s.arg(page.port())), qPrintable(shown));
        QVERIFY(sources[1].hosts.empty());
    }

    /// Downloads lead to hosts of any number of names.
    void ofManyHostsAFewAreShown()
    {
        SourceView shown = source(feed(FeedView::State::Good));
        for (int at = 0; at < 5; ++at) {
            sync::HostTraffic host;
            host.host = u"h%1.example"_s.arg(at);
            shown.hosts.push_back(host);
        }
        const QStringList lines = trafficLines(shown);
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[2].startsWith(u"h2.example"_s) && lines[3].startsWith(u"and 2 other host"_s), qPrintable(lines.join(u'\n')));
        shown.hosts.resize(3);
        QCOMPARE(trafficLines(shown).size(), 3);
    }

    void whyItIsNotReadByItselfIsSaid()
    {
        QTemporaryDir folder;
        test::FakeNetwork *network = nullptr;
        sync::Workspace::Options options;
        options.directory = folder.path();
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/overnetwork"_s };
        options.secrets = std::make_shared<sync::RunSecrets>();
        options.network = [&network] {
            auto made = std::make_unique<test::FakeNetwork>();
            network = made.get();
            return made;
        };
        const auto workspace = std::move(*sync::Workspace::open(options));
        const auto far = workspace->addConnection(u"overnetwork"_s, u"Far"_s, {});
        QVERIFY(far && network && workspace->waitForIdle(60s));
        const auto held = [&] { return readSources(*workspace).front().held; };
        QCOMPARE(held(), QString());
        network->say([](sync::NetworkFacts &facts) { facts.metered = true; });
        QCOMPARE(held(), u"Read rarely: the network is metered"_s);
        workspace->network().setPolicy({ sync::Background::ByHand, sync::Background::Rarely });
        QCOMPARE(held(), u"Read only when you ask: the network is metered"_s);
        SourceCard card(readSources(*workspace).front());
        QVERIFY2(words(card).contains(held()), qPrintable(words(card)));
        network->say([](sync::NetworkFacts &facts) {
            facts.metered = false;
            facts.powerSaver = true;
        });
        QCOMPARE(held(), u"Read rarely: power is being saved"_s);
        workspace->setAllPaused(true);
        QCOMPARE(held(), u"All sources are paused: it is read only when you ask"_s);
        QVERIFY(workspace->setPaused(*far, true)); // Its own pause is said by its name.
        QCOMPARE(held(), QString());
    }

    void theLogGrowsInPlace()
    {
        RequestLogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        std::vector<sync::RequestLine> lines { request(1, u"https://p/a"_s), request(2, u"https://p/b"_s) };
        model.setLines(lines);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, int(Columns::Address)).data().toString(), u"https://p/b"_s);
        const QPersistentModelIndex first(model.index(1, 0));
        lines.push_back(request(3, u"https://p/c"_s, 404));
        model.setLines(lines);
        QCOMPARE(first.row(), 2);
        QVERIFY(model.index(0, 0).data(RequestLogModel::FailedRole).toBool());
        lines.erase(lines.begin());
        lines.push_back(request(4, u"https://p/d"_s, 0, domain::ErrorCode::Offline));
        model.setLines(lines);
        QVERIFY(!first.isValid());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, int(Columns::Status)).data().toString(), u"Offline"_s);
        model.setLines({ request(9, u"https://p/z"_s) });
        QCOMPARE(model.rowCount(), 1);
        model.setLines({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theLogIsFilteredAndCopied()
    {
        World world;
        RequestLog log(world.workspace());
        log.show();
        QVERIFY(QTest::qWaitForWindowExposed(&log));
        QVERIFY(!log.table()->isVisible()); // Nothing yet, and it says so.
        log.model().setLines({ request(1, u"https://p/entities"_s), request(2, u"https://p/locations"_s, 500) });
        QTest::keyClicks(log.filter(), u"LOCA"_s);
        QCOMPARE(log.table()->model()->rowCount(), 1);
        log.copySelected();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"GET\t500\thttps://p/locations\t"_s), qPrintable(copied));
        QVERIFY(!copied.contains(u"entities"_s));
    }

    void connectionsAreTakenAlong()
    {
        World world, other;
        QTemporaryDir folder;
        QVERIFY(world.workspace().addConnection(u"sample"_s, u"Quayline"_s, {}));
        QVERIFY(world.workspace().waitForIdle(60s));
        SourcesPane from(world.context());
        const QString file = folder.filePath(u"connections.json"_s);
        QSignalSpy exported(&from, &SourcesPane::exported);
        from.exportTo(file);
        QTRY_COMPARE(exported.size(), 1);
        SourcesPane to(other.context());
        to.importFrom(file);
        QTRY_VERIFY(to.findChild<QMessageBox *>());
        QCOMPARE(other.workspace().connections().size(), size_t(1));
        QCOMPARE(other.workspace().connections()[0].name, u"Quayline"_s);
        to.importFrom(folder.filePath(u"none.json"_s));
        QTRY_COMPARE(to.status().state, ui::PaneStatus::State::Failed);
    }

    /// A file may come from anybody, and names whom to ask.
    void anImportReadsNothingBeforeThePersonSaysSo_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("pressed");
        QTest::newRow("read them") << QMessageBox::AcceptRole;
        QTest::newRow("leave them") << QMessageBox::RejectRole;
    }
    void anImportReadsNothingBeforeThePersonSaysSo()
    {
        QFETCH(const QMessageBox::ButtonRole, pressed);
        World world;
        QTemporaryDir one, two;
        const auto entry = [](const QString &name, const QTemporaryDir &at, bool paused) {
            return QJsonObject { { u"integration"_s, u"folder"_s }, { u"name"_s, name }, { u"paused"_s, paused },
                { u"settings"_s, QJsonObject { { u"folder"_s, at.path() } } } };
        };
        QFile file(one.filePath(u"sent.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject { { u"format"_s, u"callboard-connections"_s }, { u"version"_s, 1 },
            { u"connections"_s, QJsonArray { entry(u"<b>One</b>"_s, one, false), entry(u"Two"_s, two, true) } } }).toJson());
        file.close();
        SourcesPane pane(world.context());
        QSignalSpy started(&world.workspace(), &sync::Workspace::pullStarted);
        pane.importFrom(file.fileName());
        QTRY_VERIFY(pane.findChild<QMessageBox *>());
        const auto paused = [&] {
            QList<bool> all;
            for (const sync::ConnectionInfo &connection : world.workspace().connections())
                all.append(connection.paused);
            return all;
        };
        QCOMPARE(paused(), (QList<bool> { true, true }));
        auto *box = pane.findChild<QMessageBox *>();
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY2(box->text().contains(QString(one.path() + u" (<b>One</b>)"_s)), qPrintable(box->text()));
        QVERIFY(box->text().contains(u"They are paused"_s));
        QCOMPARE(started.size(), 0);
        const auto buttons = box->buttons();
        const auto button = std::ranges::find_if(buttons, [&](QAbstractButton *one) { return box->buttonRole(one) == pressed; });
        QVERIFY(button != buttons.end());
        (*button)->click();
        // What was paused where the file was made stays so.
        const bool begins = pressed == QMessageBox::AcceptRole;
        QCOMPARE(paused(), (QList<bool> { !begins, true }));
        QVERIFY(world.workspace().waitForIdle(60s));
        QCOMPARE(started.isEmpty(), !begins);
    }

    void whereAFileIsWrittenMayBeSlow()
    {
        World world;
        QTemporaryDir folder;
        SourcesPane pane(world.context());
        QSignalSpy exported(&pane, &SourcesPane::exported);
        // No thread has time for it yet.
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        const auto restored = qScopeGuard([&] { pool.setMaxThreadCount(threads); });
        QSemaphore free;
        pool.setMaxThreadCount(1);
        pool.start([&free] { free.acquire(); });
        const QString file = folder.filePath(u"connections.json"_s), nowhere = folder.filePath(u"none/connections.json"_s);
        pane.exportTo(file);
        pane.exportTo(nowhere);
        pane.importFrom(nowhere);
        QVERIFY(!QFile::exists(file));
        QVERIFY(pane.status().state != ui::PaneStatus::State::Failed);
        free.release();
        QTRY_COMPARE(exported.size(), 2);
        QCOMPARE(exported[0], (QVariantList { file, true }));
        QCOMPARE(exported[1], (QVariantList { nowhere, false }));
        QVERIFY(QFile::exists(file));
        QCOMPARE(pane.status().state, ui::PaneStatus::State::Failed);
    }
};

QTEST_MAIN(SourcesTest)
#include "tst_sources.moc"
