// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectionstore.h"
#include "models/sync/connectiontransfer.h"
#include "models/sync/scheduler.h"
#include "models/sync/settingscheck.h"
#include "models/sync/workspace.h"
#include "tests/kit/memorykeychain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Field = IntegrationInfo::Field;
using Code = FieldError::Code;

namespace {

IntegrationInfo portal()
{
    IntegrationInfo info;
    info.id = u"portal"_s;
    info.network = true;
    info.fields = {
        { .id = u"url"_s, .label = u"Address"_s, .help = {}, .type = Field::Type::Url, .defaultValue = {}, .required = true, .choices = {} },
        { .id = u"token"_s, .label = u"Token"_s, .help = {}, .type = Field::Type::Secret, .defaultValue = {}, .required = false, .choices = {} },
        { .id = u"page"_s, .label = u"Page"_s, .help = {}, .type = Field::Type::Number, .defaultValue = 500, .required = false, .choices = {}, .least = 1, .most = 1000 },
        { .id = u"mode"_s, .label = u"Mode"_s, .help = {}, .type = Field::Type::Choice, .defaultValue = {}, .required = false, .choices = { u"a"_s, u"b"_s } },
        { .id = u"folder"_s, .label = u"Folder"_s, .help = {}, .type = Field::Type::Folder, .defaultValue = {}, .required = false, .choices = {} },
    };
    return info;
}

} // namespace

/// Connections as people handle them: looked over before they are saved, taken to another machine, pulled feed by feed.
class TestConnections final : public QObject {
    Q_OBJECT

    static Workspace::Options optionsWith(const QString &directory, std::shared_ptr<SecretStore> secrets, const QString &fixture = u"good"_s)
    {
        Workspace::Options options;
        options.directory = directory;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u'/' + fixture };
        options.secrets = std::move(secrets);
        return options;
    }

    static std::unique_ptr<Workspace> openFixture(const QString &directory, const QString &fixture)
    {
        auto options = optionsWith(directory, {}, fixture);
        options.schedule = false;
        auto workspace = Workspace::open(options);
        return workspace ? std::move(*workspace) : nullptr;
    }

    static QStringList idsIn(const QString &directory)
    {
        QStringList ids;
        const auto file = readJsonFile(QDir(directory).filePath(u"connections.json"_s));
        for (const QJsonValue &entry : file ? (*file)[u"connections"_s].toArray() : QJsonArray())
            ids.append(entry[u"id"_s].toString());
        return ids;
    }

private Q_SLOTS:
    void looksFieldsOver_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &field, const QJsonValue &value, const QString &code) {
            QTest::newRow(name) << field << value << code;
        };
        QFile plain(m_dir.filePath(u"plain.txt"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("no certificate\n") > 0);
        row("good", u"url"_s, u"https://portal.example"_s, {});
        row("with port and path", u"url"_s, u"http://[::1]:7007/portal"_s, {});
        row("missing", u"url"_s, u" "_s, u"Missing"_s);
        row("a word", u"url"_s, u"portal"_s, u"NotAnAddress"_s);
        row("no host", u"url"_s, u"https://"_s, u"NotAnAddress"_s);
        row("bad port", u"url"_s, u"https://portal.example:99999"_s, u"NotAnAddress"_s);
        row("file", u"url"_s, u"file:///etc/passwd"_s, u"NotHttp"_s);
        row("script", u"url"_s, u"javascript:alert(1)"_s, u"NotHttp"_s);
        row("password", u"url"_s, u"https://mira:secret@portal.example"_s, u"HoldsCredentials"_s);
        row("token as name", u"url"_s, u"https://secret@portal.example"_s, u"HoldsCredentials"_s);
        row("nothing but an at", u"url"_s, u"https://@portal.example"_s, u"HoldsCredentials"_s);
        row("an object", u"url"_s, QJsonObject(), u"WrongType"_s);
        row("number", u"page"_s, 1000, {});
        row("too small", u"page"_s, 0, u"OutOfRange"_s);
        row("too large", u"page"_s, 1001, u"OutOfRange"_s);
        row("text", u"page"_s, u"12"_s, u"NotANumber"_s);
        row("choice", u"mode"_s, u"b"_s, {});
        row("no choice", u"mode"_s, u"c"_s, u"NotAChoice"_s);
        row("folder", u"folder"_s, QDir::tempPath(), {});
        row("no folder", u"folder"_s, m_dir.filePath(u"none"_s), u"NoSuchFolder"_s);
        row("proxy", u"network.proxy"_s, u"http://proxy.example:3128"_s, {});
        row("socks", u"network.proxy"_s, u"socks5://proxy.example:1080"_s, {});
        row("socks that looks names up", u"network.proxy"_s, u"socks5h://proxy.example:1080"_s, {});
        row("older socks", u"network.proxy"_s, u"socks4://proxy.example:1080"_s, u"NotAProxy"_s);
        row("a path", u"network.proxy"_s, u"http://proxy.example:3128/wpad.dat"_s, u"NotAProxy"_s);
        row("socks with password", u"network.proxy"_s, u"socks5h://me:secret@proxy.example"_s, u"HoldsCredentials"_s);
        row("none", u"network.proxy"_s, u"none"_s, {});
        row("no proxy", u"network.proxy"_s, u"proxy.example:3128"_s, u"NotAProxy"_s);
        row("proxy with password", u"network.proxy"_s, u"http://me:secret@proxy.example"_s, u"HoldsCredentials"_s);
        row("no file", u"network.caFile"_s, m_dir.filePath(u"none.pem"_s), u"NoSuchFile"_s);
        row("a folder", u"network.clientKey"_s, QDir::tempPath(), u"NoSuchFile"_s);
        row("no pem", u"network.clientCertificate"_s, plain.fileName(), u"NotPem"_s);
    }

    void looksFieldsOver()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QJsonObject settings { { u"url"_s, u"https://portal.example"_s } };
        settings.insert(field, value);
        const auto errors = checkSettings(portal(), settings);
        QCOMPARE(errors.size(), code.isEmpty() ? 0 : 1);
        if (errors.empty())
            return;
        QCOMPARE(errors[0].fieldId, field);
        QCOMPARE(QString(name(errors[0].code)), code);
        QVERIFY(!describe(errors[0], portal()).contains(u"secret"_s));
    }

    /// By this it is told what was kept for which server, over versions of an integration as well.
    void serversAreNamedByTheirOrigins()
    {
        IntegrationInfo integration = portal();
        const auto of = [&](const QString &url, const QString &other = {}) {
            return serversOf(integration, { { u"url"_s, url }, { u"other"_s, other } });
        };
        QCOMPARE(of(u" https://mira:secret@Portal.example/docs?a=b "_s), u"https://portal.example:443"_s);
        QVERIFY(of(u"https://portal.example"_s) != of(u"http://portal.example"_s));
        QVERIFY(of(u"https://portal.example"_s) != of(u"https://portal.example:444"_s));
        QCOMPARE(of({}), u"-"_s);
        integration.fields.push_back(integration.fields.front()); // A newer version asks for one more.
        integration.fields.back().id = u"other"_s;
        QCOMPARE(of(u"https://portal.example"_s), u"https://portal.example:443"_s);
        QCOMPARE(of(u"https://portal.example"_s, u"http://ci.example:8080"_s), u"https://portal.example:443 http://ci.example:8080"_s);
    }

    void aPemIsKnownByItsMarker()
    {
        const QString path = m_dir.filePath(u"ca.pem"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# our authority\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        file.close();
        QVERIFY(checkSettings(portal(), { { u"url"_s, u"https://p.example"_s }, { u"network.caFile"_s, path } }).empty());
    }

    void exportHoldsNoSecret()
    {
        const ConnectionInfo one { u"portal-1"_s, u"portal"_s, u"Ours"_s,
            { { u"url"_s, u"https://me:hunter2@portal.example/x"_s }, { u"token"_s, u"hunter2"_s }, { u"page"_s, 7 },
                { u"network.proxy"_s, u"http://me:hunter2@proxy.example:3128"_s } },
            true };
        const QJsonObject file = exportOf({ one }, { portal() });
        QVERIFY(!QJsonDocument(file).toJson().contains("hunter2"));
        QCOMPARE(file[u"format"].toString(), u"callboard-connections"_s);
        QCOMPARE(file[u"version"].toInt(), 1);
        const QJsonObject entry = file[u"connections"][0].toObject();
        QCOMPARE(entry[u"integration"].toString(), u"portal"_s);
        QCOMPARE(entry[u"name"].toString(), u"Ours"_s);
        QCOMPARE(entry[u"settings"][u"url"].toString(), u"https://portal.example/x"_s);
        QCOMPARE(entry[u"settings"][u"page"].toInt(), 7);
        QVERIFY(entry[u"paused"].toBool());
    }

    void exportHoldsNoKeyOfAnAddress_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("exported");
        QTest::newRow("nothing in it") << u"https://ci.example/cc.xml"_s << u"https://ci.example/cc.xml"_s;
        QTest::newRow("a token") << u"https://ci.example/cc.xml?circle-token=planted"_s << u"https://ci.example/cc.xml"_s;
        QTest::newRow("beside others") << u"https://ci.example/cc.xml?guest=1&API_KEY=planted&branch=a%26b"_s << u"https://ci.example/cc.xml?guest=1&branch=a%26b"_s;
        QTest::newRow("encoded name") << u"https://ci.example/?%74oken=planted"_s << u"https://ci.example/"_s;
        QTest::newRow("signed") << u"https://store.example/f?sig=planted&X-Amz-Credential=planted&sv=1"_s << u"https://store.example/f?sv=1"_s;
        QTest::newRow("fragment") << u"https://portal.example/#access_token=planted"_s << u"https://portal.example/"_s;
        QTest::newRow("words in one") << u"https://ci.example/?accessKey=planted&APIKey=planted&apikey=planted&sessionid=planted&user_pass=planted&t=1"_s
                                      << u"https://ci.example/?t=1"_s;
        const QString harmless = u"https://ci.example/?assignee=a&design=b&compass=c&keyword=d&author=e&keyboard=f"_s;
        QTest::newRow("harmless words") << harmless << harmless;
        QTest::newRow("place in a page") << u"https://portal.example/x#teams"_s << u"https://portal.example/x#teams"_s;
        QTest::newRow("no address") << u"group:default/team?token=kind"_s << u"group:default/team?token=kind"_s;
    }
    void exportHoldsNoKeyOfAnAddress()
    {
        QFETCH(const QString, kept);
        const ConnectionInfo one { u"portal-1"_s, u"portal"_s, u"Ours"_s, { { u"url"_s, kept } }, false };
        const QJsonObject file = exportOf({ one }, { portal() });
        QTEST(file[u"connections"][0][u"settings"][u"url"].toString(), "exported");
        QVERIFY(!QJsonDocument(file).toJson().contains("planted"));
    }

    /// What a person looks at before anything is read: whom it asks, and through whom. Letters that only look alike are seen.
    void placesAreTold_data()
    {
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QStringList>("places");
        const auto at = [](const QString &url) { return QJsonObject { { u"url"_s, url } }; };
        QTest::newRow("server") << at(u"https://portal.example:8443/a/b?c=d#e"_s) << QStringList { u"https://portal.example:8443"_s };
        QTest::newRow("look-alike") << at(u"https://p\u043ertal.example/"_s) << QStringList { u"https://xn--prtal-jye.example"_s };
        const QString server = u"https://p.example"_s, proxy = u"socks5://far.example:1080"_s;
        QTest::newRow("proxy") << QJsonObject { { u"url"_s, server }, { u"network.proxy"_s, proxy } } << QStringList { server, proxy };
        QTest::newRow("no proxy") << QJsonObject { { u"url"_s, server }, { u"network.proxy"_s, u"none"_s } } << QStringList { server };
        QTest::newRow("nothing") << QJsonObject() << QStringList();
    }
    void placesAreTold()
    {
        QFETCH(const QJsonObject, settings);
        QTEST(placesOf(portal(), settings), "places");
    }

    void importTakesWhatTheFormKnows()
    {
        const auto entry = [](const QJsonObject &settings, const QString &integration = u"portal"_s) {
            return QJsonObject { { u"integration"_s, integration }, { u"name"_s, u" a\nb "_s }, { u"settings"_s, settings } };
        };
        const QJsonObject file { { u"format"_s, u"callboard-connections"_s }, { u"version"_s, 1 },
            { u"connections"_s, QJsonArray {
                entry({ { u"url"_s, u"https://p.example"_s }, { u"token"_s, u"planted"_s }, { u"other"_s, 1 }, { u"signIn"_s, u"guest"_s } }),
                entry({ { u"url"_s, u"file:///etc"_s } }), entry({}, u"stranger"_s), 7 } } };
        ImportReport report;
        const auto taken = importOf(file, { portal() }, report);
        QVERIFY(taken);
        QCOMPARE(taken->size(), size_t(1));
        QCOMPARE(taken->front().name, u"a b"_s);
        QCOMPARE(taken->front().settings, (QJsonObject { { u"url"_s, u"https://p.example"_s }, { u"signIn"_s, u"guest"_s } }));
        QCOMPARE(report.refused.size(), size_t(3));
        QVERIFY(report.refused[0].reason.contains(u"Address"_s));
        QVERIFY(report.refused[1].reason.contains(u"stranger"_s));
    }

    void importRefusesOtherFiles()
    {
        ImportReport report;
        QCOMPARE(importOf({}, {}, report).error().code, domain::ErrorCode::Invalid);
        const QJsonObject newer { { u"format"_s, u"callboard-connections"_s }, { u"version"_s, 2 } };
        QCOMPARE(importOf(newer, {}, report).error().code, domain::ErrorCode::Unsupported);
        QJsonArray many;
        for (int i = 0; i < 201; ++i)
            many.append(QJsonObject());
        const QJsonObject flood { { u"format"_s, u"callboard-connections"_s }, { u"version"_s, 1 }, { u"connections"_s, many } };
        QCOMPARE(importOf(flood, {}, report).error().code, domain::ErrorCode::Invalid);
    }

    void connectionsMoveToAnotherMachine()
    {
        QTemporaryDir first, second;
        const auto from = openFixture(first.path(), u"good"_s);
        QVERIFY(from->addConnection(u"good"_s, u"One"_s, { { u"place"_s, u"pier"_s } }));
        const auto two = from->addConnection(u"good"_s, u"Two"_s, { { u"place"_s, u"quay"_s } });
        QVERIFY(from->setPaused(*two, true));
        QVERIFY(from->waitForIdle(20s));
        const QJsonObject file = from->exportConnections();

        const auto to = openFixture(second.path(), u"good"_s);
        QSignalSpy started(to.get(), &Workspace::pullStarted);
        const auto report = to->importConnections(file);
        QVERIFY(report);
        QCOMPARE(report->added.size(), size_t(2));
        QCOMPARE(report->added[0].name, u"One"_s);
        QCOMPARE(report->added[0].secretFields, QStringList { u"token"_s });
        QVERIFY(!report->added[0].wasPaused && report->added[1].wasPaused);
        QCOMPARE(to->connections().size(), size_t(2));
        QCOMPARE(to->connections()[0].settings[u"place"].toString(), u"pier"_s);
        // Somebody else may have written the file: nothing is read from what it names, not even when all is, before a person says so.
        QVERIFY(to->connections()[0].paused && to->connections()[1].paused);
        to->pullNow();
        QVERIFY(to->waitForIdle(20s));
        QCOMPARE(started.size(), 0);
        QVERIFY(to->setPaused(report->added[0].id, false));
        to->pullNow();
        QCOMPARE(started.size(), 1);
        QCOMPARE(started[0][0].toString(), report->added[0].id);
        QVERIFY(to->waitForIdle(20s));
        const auto again = to->importConnections(file);
        QVERIFY(again && again->added.empty());
        QCOMPARE(again->skipped, (QStringList { u"One"_s, u"Two"_s }));
    }

    void oneFeedIsPulledAndCancelledAlone()
    {
        QTemporaryDir directory;
        const auto workspace = openFixture(directory.path(), u"waits"_s);
        QSignalSpy started(workspace.get(), &Workspace::pullStarted);
        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        const auto id = workspace->addConnection(u"waits"_s, u"Waits"_s, {});
        QCOMPARE(started.size(), 2);
        workspace->cancelPulls(*id, u"others"_s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][1].toString(), u"others"_s);
        QCOMPARE(workspace->running().size(), size_t(1));
        QCOMPARE(workspace->running()[0].feedId, u"notes"_s);

        workspace->pullNow(*id, u"others"_s);
        QCOMPARE(started.size(), 3);
        QCOMPARE(started[2][1].toString(), u"others"_s);
        workspace->cancelPulls(*id);
        QVERIFY(workspace->waitForIdle(20s));
        QCOMPARE(finished.size(), 3);
        const auto reports = workspace->lastPulls();
        QCOMPARE(reports.size(), size_t(2));
        for (const PullReport &report : reports) {
            QCOMPARE(report.connectionId, *id);
            QVERIFY(report.error && report.error->code == domain::ErrorCode::Cancelled);
            QVERIFY(report.startedAt.isValid());
            QCOMPARE(report.requests, 0);
        }
    }

    void nextRunsAreTold()
    {
        QTemporaryDir directory;
        auto options = optionsWith(directory.path(), {});
        const auto workspace = *Workspace::open(options);
        QSignalSpy finished(workspace.get(), &Workspace::pullFinished);
        const auto id = workspace->addConnection(u"good"_s, u"One"_s, {});
        QTRY_COMPARE(finished.size(), 1);
        const auto runs = workspace->nextRuns();
        QCOMPARE(runs.size(), size_t(1));
        QCOMPARE(runs[0].feedId, u"notes"_s);
        // An interval of 60 s, and a tenth either way.
        const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(runs[0].at);
        QVERIFY2(left > 50'000 && left <= 66'000, qPrintable(QString::number(left)));
        QVERIFY(!runs[0].live && !runs[0].waiting);
        QVERIFY(workspace->setPaused(*id, true));
        QVERIFY(!workspace->nextRuns()[0].at.isValid());
    }

    // As in the window: nothing waits for the disk, and what follows from a change waits for it.
    void changesAreSavedBehind()
    {
        QTemporaryDir directory;
        auto options = optionsWith(directory.path(), std::make_shared<RunSecrets>());
        QString one, two;
        {
            const auto workspace = *Workspace::open(options);
            QSignalSpy started(workspace.get(), &Workspace::pullStarted);
            one = *workspace->addConnection(u"good"_s, u"One"_s, {}, { { u"token"_s, u"hush"_s } });
            two = *workspace->addConnection(u"good"_s, u"Two"_s, {});
            QCOMPARE(workspace->connections().size(), size_t(2));
            QVERIFY(started.isEmpty());
            const QString key = SecretStore::keyOf(one, u"token"_s);
            QVERIFY(!options.secrets->read(key));
            workspace->cancelPulls(two); // Asked to wait for a sign-in.
            bool told = false;
            workspace->whenSaved(workspace.get(), [&](const domain::Result<void> &saved) { told = saved.has_value(); });
            QTRY_VERIFY(told);
            QCOMPARE(idsIn(directory.path()), (QStringList { one, two }));
            QCOMPARE(*options.secrets->read(key), u"hush"_s);
            QVERIFY(workspace->waitForIdle(20s));
            QCOMPARE(workspace->lastPulls().size(), size_t(1));
            QCOMPARE(workspace->lastPulls()[0].connectionId, one);
            QVERIFY(workspace->renameConnection(two, u"Quay"_s));
            QVERIFY(workspace->removeConnection(one));
            QCOMPARE(workspace->leavingConnections(), QStringList { one });
        } // Closed in the middle of it.
        QCOMPARE(idsIn(directory.path()), QStringList { two });
        QVERIFY(!options.secrets->read(SecretStore::keyOf(one, u"token"_s)));
        const auto workspace = *Workspace::open(options);
        QTRY_VERIFY(workspace->leavingConnections().isEmpty());
        QVERIFY(workspace->waitForIdle(20s));
        QCOMPARE(workspace->connections()[0].name, u"Quay"_s);
        QVERIFY(workspace->mirror().records(u"Note"_s, {}, one)->empty());
        QCOMPARE(*workspace->addConnection(u"good"_s, u"Three"_s, {}), u"good-3"_s); // No number is given twice.
    }

    // Killed when the file said that it is gone, and nothing was erased yet.
    void whatIsLeavingIsErasedAtTheNextStart()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(u"connections.json"_s);
        QString id;
        {
            const auto workspace = openFixture(directory.path(), u"good"_s);
            id = *workspace->addConnection(u"good"_s, u"One"_s, {});
            QVERIFY(workspace->waitForIdle(20s));
            workspace->mirror().flush();
            QCOMPARE(workspace->mirror().records(u"Note"_s)->size(), size_t(1));
        }
        QJsonObject file = *readJsonFile(path);
        file.insert(u"leaving"_s, file.take(u"connections"_s));
        QVERIFY(writeJsonFile(path, file));
        const auto workspace = openFixture(directory.path(), u"good"_s);
        QVERIFY(workspace->connections().empty());
        QCOMPARE(workspace->mirror().records(u"Note"_s)->size(), size_t(0));
        QVERIFY(!readJsonFile(path)->contains(u"leaving"_s));
    }

    // What a locked keychain has of a connection that is gone is for a start with an open one.
    void secretsOfWhatIsLeavingGoWhenTheyCan()
    {
        QTemporaryDir directory;
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        auto options = optionsWith(directory.path(), keychain);
        QString id;
        {
            const auto workspace = *Workspace::open(options);
            id = *workspace->addConnection(u"good"_s, u"One"_s, {}, { { u"token"_s, u"hush"_s } });
            QVERIFY(workspace->waitForIdle(20s));
            keychain->setState(SecretStore::State::Locked);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot erase what was kept of good-1"_s));
            QVERIFY(workspace->removeConnection(id));
            QVERIFY(workspace->waitForIdle(20s));
            QCOMPARE(workspace->mirror().records(u"Note"_s)->size(), size_t(0));
            QCOMPARE(workspace->leavingConnections(), QStringList { id });
        }
        QCOMPARE(keychain->values().size(), 1);
        keychain->setState(SecretStore::State::Available);
        options.schedule = false;
        const auto workspace = *Workspace::open(options);
        QVERIFY(workspace->leavingConnections().isEmpty());
        QVERIFY(keychain->values().isEmpty());
        QVERIFY(!readJsonFile(directory.filePath(u"connections.json"_s))->contains(u"leaving"_s));
    }

    // What was told to one server is told to no other, whatever happens in between.
    void whatWasKeptForAnotherServerIsForgotten()
    {
        QTemporaryDir directory;
        const auto keychain = std::make_shared<testkit::MemoryKeychain>();
        auto options = optionsWith(directory.path(), keychain);
        const QString path = directory.filePath(u"connections.json"_s);
        const auto isOutdated = [&] { return readJsonFile(path)->contains(u"outdated"_s); };
        QString id;
        {
            const auto workspace = *Workspace::open(options);
            id = *workspace->addConnection(u"good"_s, u"One"_s, { { u"url"_s, u"https://one.example"_s } }, { { u"token"_s, u"hush"_s } });
            QVERIFY(workspace->waitForIdle(20s));
            QVERIFY(workspace->editConnection(id, {}, { { u"url"_s, u"https://two.example"_s } }, { { u"token"_s, u"for two"_s } }));
            QVERIFY(workspace->waitForIdle(20s));
            QVERIFY(!isOutdated());
            QCOMPARE(*keychain->read(SecretStore::keyOf(id, u"token"_s), {}), u"for two"_s);
            keychain->setState(SecretStore::State::Locked);
            QVERIFY(workspace->editConnection(id, {}, { { u"url"_s, u"https://three.example"_s } }));
            QVERIFY(workspace->waitForIdle(20s));
            QVERIFY(isOutdated());
        }
        QCOMPARE(keychain->values().size(), 1);
        keychain->setState(SecretStore::State::Available);
        const auto workspace = *Workspace::open(options);
        QVERIFY(workspace->waitForIdle(20s));
        QVERIFY(keychain->values().isEmpty());
        QVERIFY(!isOutdated());
    }

    // Nothing that cannot be kept stays on the screen.
    void whatCannotBeSavedIsTakenBack()
    {
        QTemporaryDir directory;
        auto options = optionsWith(directory.filePath(u"here"_s), {});
        const auto workspace = *Workspace::open(options);
        const QString id = *workspace->addConnection(u"good"_s, u"One"_s, {});
        QVERIFY(workspace->waitForIdle(20s));
        // Where the file is to be, there is a folder: that stops root as well.
        const QString path = QDir(options.directory).filePath(u"connections.json"_s);
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in the way"_s));
        const auto isRefused = [&](const std::function<void()> &change) {
            change();
            std::optional<domain::Result<void>> told;
            workspace->whenSaved(workspace.get(), [&](const domain::Result<void> &saved) { told = saved; });
            return QTest::qWaitFor([&] { return told.has_value(); }, 20'000) && !*told && told->error().code == domain::ErrorCode::Storage;
        };
        QVERIFY(isRefused([&] { (void)workspace->addConnection(u"good"_s, u"Two"_s, {}); }));
        QCOMPARE(workspace->connections().size(), size_t(1));
        QVERIFY(isRefused([&] { (void)workspace->renameConnection(id, u"Other"_s); }));
        QCOMPARE(workspace->connections()[0].name, u"One"_s);
        QVERIFY(isRefused([&] { (void)workspace->setPaused(id, true); }));
        QVERIFY(!workspace->connections()[0].paused && workspace->nextRuns()[0].at.isValid());
        QVERIFY(isRefused([&] { (void)workspace->removeConnection(id); }));
        QCOMPARE(workspace->connections()[0].id, id);
        QVERIFY(workspace->leavingConnections().isEmpty());
        QVERIFY(workspace->waitForIdle(20s));
        QCOMPARE(workspace->mirror().records(u"Note"_s)->size(), size_t(1));
        QCOMPARE(workspace->nextRuns().size(), size_t(1));
    }

    void theKeychainIsAskedElsewhere()
    {
        QTemporaryDir directory;
        const auto workspace = openFixture(directory.path(), u"good"_s);
        bool told = false;
        QObject receiver;
        workspace->secretState(&receiver, [&](SecretStore::State) { told = true; });
        QVERIFY(!told);
        QTRY_VERIFY(told);
        auto gone = std::make_unique<QObject>();
        workspace->secretState(gone.get(), [](SecretStore::State) { QFAIL("nobody is there any more"); });
        gone.reset();
        QVERIFY(workspace->waitForIdle(20s));
        QTest::qWait(0);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
