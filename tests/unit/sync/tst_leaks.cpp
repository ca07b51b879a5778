// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plants secrets, goes through everything that handles them, well and badly, and then looks for them wherever the program
// writes: files of every kind, logs, what it says, and what the system shows of its processes. A new way in or out of
// the program gets its line in `everythingThatMayGoWrong` or `saidByTheProgram`.
#include "models/mirror/codec.h"
#include "models/sync/httpclient.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/workspace.h"
#include "tests/kit/memorykeychain.h"
#include "tests/kit/portalserver.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <zstd.h>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace callboard::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString fixedToken = u"PLANTED-static-8hWq2L"_s;
const QString password = u"PLANTED-password-4kTz9"_s;

/// A secret as it could lie about: plain, as UTF-16, in Base64 wherever it begins, and percent-encoded.
QList<QByteArray> formsOf(const QString &secret)
{
    const QByteArray plain = secret.toUtf8();
    QList<QByteArray> forms { plain, QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2) };
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray shifted = QByteArray(shift, 'x') + plain;
        const QByteArray encoded = shifted.toBase64();
        forms.append(encoded.sliced(4, encoded.size() - 8));
    }
    return forms;
}

class Search {
public:
    explicit Search(const QStringList &secrets)
    {
        for (const QString &secret : secrets)
            m_secrets.insert(secret, formsOf(secret));
    }
    void lookAt(const QString &where, const QByteArray &bytes)
    {
        ++looked;
        for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it) {
            if (std::ranges::any_of(it.value(), [&](const QByteArray &form) { return bytes.contains(form); }))
                found.append(where + u": "_s + it.key());
        }
    }
    void lookInto(const QString &folder)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            lookAt(file.fileName(), file.fileName().toUtf8() + '\n' + bytes);
            lookIntoFrames(file.fileName(), bytes);
            if (bytes.startsWith("SQLite format 3"))
                lookIntoTables(file.fileName());
        }
    }
    /// What is compressed within a file, wherever it begins.
    void lookIntoFrames(const QString &where, QByteArrayView bytes)
    {
        constexpr QByteArrayView magic("\x28\xb5\x2f\xfd");
        for (qsizetype at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
            const size_t size = ZSTD_findFrameCompressedSize(bytes.data() + at, size_t(bytes.size() - at));
            if (ZSTD_isError(size))
                continue;
            if (const auto plain = mirror::decode(QByteArray('z' + bytes.sliced(at, qsizetype(size)).toByteArray())))
                lookAt(where + u", within"_s, *plain);
        }
    }
    /// A long value lies in pieces in a database's file, and whole in its tables.
    void lookIntoTables(const QString &path)
    {
        const SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
        SQLite::Statement tables(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'");
        while (tables.executeStep()) {
            SQLite::Statement rows(database, "SELECT * FROM \"" + tables.getColumn(0).getString() + '"');
            while (rows.executeStep()) {
                for (int column = 0; column < rows.getColumnCount(); ++column) {
                    const std::string value = rows.getColumn(column).getString();
                    const QByteArrayView bytes(value.data(), qsizetype(value.size()));
                    if (const auto plain = mirror::decode(bytes))
                        lookAt(path + u": "_s + QString::fromStdString(tables.getColumn(0).getString()), *plain);
                }
            }
        }
    }
    void lookAtProcesses()
    {
        for (const QString &process : QDir(u"/proc"_s).entryList({ u"[0-9]*"_s }, QDir::Dirs)) {
            for (const QString &what : { u"cmdline"_s, u"environ"_s }) {
                QFile file(u"/proc/%1/%2"_s.arg(process, what));
                if (file.open(QIODevice::ReadOnly))
                    lookAt(file.fileName(), file.readAll());
            }
        }
    }
    int looked = 0;
    QStringList found;

private:
    QMap<QString, QList<QByteArray>> m_secrets;
};

QtMessageHandler before = nullptr;
QByteArray printed;
QMutex printedMutex;

void remember(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    {
        const QMutexLocker lock(&printedMutex);
        printed += message.toUtf8() + '\n';
    }
    before(type, context, message);
}

Workspace::Options optionsFor(const QString &directory, std::shared_ptr<SecretStore> secrets)
{
    Workspace::Options options;
    options.directory = directory;
    options.pluginDirs = { QStringLiteral(FIXTURES "/signingportal") };
    options.schedule = false;
    options.secrets = std::move(secrets);
    return options;
}

/// The test program again, for what ends it: with the static token in its input, where nobody else sees it.
int crashingChild()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QStringList lines = QString::fromUtf8(input.readAll()).split(u'\n');
    auto workspace = Workspace::open(optionsFor(lines.value(0), std::make_shared<MemoryKeychain>()));
    if (!workspace)
        return 2;
    const auto id = (*workspace)->addConnection(u"signingportal"_s, {}, { { u"url"_s, lines.value(1) } }, { { u"token"_s, lines.value(2) } });
    if (!id)
        return 2;
    sdk::SignInMethod method;
    method.id = u"oauth"_s;
    method.kind = sdk::SignInMethod::Kind::OAuth;
    method.oauth.issuer = QUrl(lines.value(1) + u"/id"_s);
    // The parent's server sends the browser straight back.
    (*workspace)->signIn(*id, method, workspace->get(), [](const SignInPrompt &prompt) { visit(QUrl(QString::fromUtf8(
        visit(prompt.url).split('\n').last()))); }, [](const domain::Result<void> &) { });
    std::ignore = QTest::qWaitFor([] { return false; }, 20'000);
    return 0;
}

} // namespace

class TestLeaks final : public QObject {
    Q_OBJECT

    enum class Mood { Good, Refusing, Repeating, Crashing };
    std::atomic<Mood> m_mood = Mood::Good;
    std::unique_ptr<PortalServer> m_portal;

    Reply notes(const Received &request)
    {
        const QByteArray heard = request.header("authorization") + ' ' + request.header("x-portal-token");
        switch (m_mood) {
        case Mood::Good: return Reply::answer(200, "a note", { { "ETag", "\"1\"" } });
        case Mood::Refusing: return Reply::answer(401, heard);
        case Mood::Repeating: return Reply::answer(500, "you sent me " + heard);
        case Mood::Crashing: return Reply::answer(200, "crash");
        }
        return Reply::reset();
    }
    QStringList secrets() const
    {
        return QStringList { fixedToken, password } + m_portal->signIn().accessTokens() + m_portal->signIn().refreshTokens() + m_portal->signIn().clientSecrets();
    }
    static domain::Result<void> signIn(Workspace &workspace, const QString &id, PortalServer &portal, bool sayYes = true)
    {
        sdk::SignInMethod method;
        method.id = u"oauth"_s;
        method.kind = sdk::SignInMethod::Kind::OAuth;
        method.oauth.issuer = QUrl(portal.address() + u"/id"_s);
        method.oauth.scopes = { u"openid"_s, u"offline_access"_s };
        std::optional<domain::Result<void>> done;
        workspace.signIn(id, method, &workspace,
            [&](const SignInPrompt &prompt) {
                if (sayYes)
                    visit(portal.signIn().redirectOf(prompt.url));
                else
                    workspace.cancelSignIn(id);
            },
            [&](const domain::Result<void> &result) { done = result; });
        std::ignore = QTest::qWaitFor([&] { return done.has_value(); }, 20'000);
        return done.value_or(domain::fail(ErrorCode::Timeout, u"it never ended"_s));
    }
    void everythingThatMayGoWrong(Workspace &workspace);
    static QByteArray saidByTheProgram(Workspace &workspace);

private Q_SLOTS:
    void initTestCase() { before = qInstallMessageHandler(remember); }
    void nothingIsFound();
    void theSearchFindsWhatIsThere();
};

void TestLeaks::everythingThatMayGoWrong(Workspace &workspace)
{
    // An address with a password in it, typed by somebody who does not know better.
    QString withPassword = m_portal->address();
    withPassword.insert(withPassword.indexOf(u"//"_s) + 2, u"mira:"_s + password + u'@');
    const auto refused = workspace.addConnection(u"signingportal"_s, {}, { { u"url"_s, withPassword } }, { { u"token"_s, fixedToken } });
    QVERIFY(!refused);
    QVERIFY(!refused.error().detail.contains(password));
    std::optional<domain::Result<sdk::ProbeReport>> probed;
    workspace.probe(u"signingportal"_s, { { u"url"_s, withPassword } }, { { u"token"_s, fixedToken } }, &workspace,
        [&](const domain::Result<sdk::ProbeReport> &report) { probed = report; });
    QTRY_VERIFY(probed);
    QVERIFY(!*probed);
    QVERIFY(!probed->error().detail.contains(password) && !probed->error().source.contains(password));

    const auto id = workspace.addConnection(u"signingportal"_s, u"Portal"_s, { { u"url"_s, m_portal->address() } }, { { u"token"_s, fixedToken } });
    QVERIFY(id);
    QVERIFY(workspace.waitForIdle(20s)); // Nobody has signed in.
    QCOMPARE(signIn(workspace, *id, *m_portal, false).error().code, ErrorCode::Cancelled);
    const auto signedIn = signIn(workspace, *id, *m_portal);
    QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
    QVERIFY(workspace.waitForIdle(20s));
    QCOMPARE(workspace.mirror().records(u"Note"_s)->size(), size_t(1));
    QCOMPARE(workspace.connections().front().settings["signIn"_L1].toString(), u"oauth"_s);

    for (const Mood mood : { Mood::Refusing, Mood::Repeating, Mood::Good }) {
        m_mood = mood;
        workspace.pullNow(*id);
        QVERIFY(workspace.waitForIdle(60s));
    }
    QVERIFY(m_portal->signIn().refreshTokens().size() >= 2); // The refusal had it renewed.
    QVERIFY(workspace.editConnection(*id, u"Edited"_s, { { u"url"_s, m_portal->address() } }, { { u"token"_s, QString(fixedToken + u'2') } }));
    QVERIFY(workspace.waitForIdle(20s));
    QCOMPARE(workspace.connections().front().settings["signIn"_L1].toString(), u"oauth"_s);
}

QByteArray TestLeaks::saidByTheProgram(Workspace &workspace)
{
    workspace.mirror().flush();
    QByteArray said;
    for (const ConnectionInfo &info : workspace.connections()) {
        said += workspace.log(info.id).join(u'\n').toUtf8();
        said += info.name.toUtf8() + QJsonDocument(info.settings).toJson();
    }
    for (const RequestLine &line : workspace.requestLog())
        said += line.url.toUtf8() + '\n';
    for (const mirror::FeedState &state : workspace.mirror().feedStates().value_or(std::vector<mirror::FeedState>()))
        said += state.lastError ? (state.lastError->detail + state.lastError->source).toUtf8() : QByteArray();
    for (const PullReport &report : workspace.lastPulls())
        said += report.error ? (report.error->detail + report.error->source).toUtf8() : QByteArray();
    for (const auto &record : workspace.mirror().records(u"Note"_s).value_or(std::vector<domain::Record>()))
        said += QJsonDocument(record.body).toJson();
    return said + QJsonDocument(workspace.exportConnections()).toJson();
}

void TestLeaks::nothingIsFound()
{
    QTemporaryDir home;
    m_portal = std::make_unique<PortalServer>([this](const Received &request) { return notes(request); });
    m_portal->signIn().behaviour.secretMethod = "client_secret_basic";
    const auto keychain = std::make_shared<MemoryKeychain>();
    QByteArray said;
    {
        auto workspace = Workspace::open(optionsFor(home.filePath(u"workspace"_s), keychain));
        QVERIFY(workspace);
        everythingThatMayGoWrong(**workspace);
        if (QTest::currentTestFailed())
            return;
        // What is searched is what was meant, down to the place of a secret that a server repeated.
        QTRY_VERIFY((said = saidByTheProgram(**workspace)).contains("the server said: you sent me Bearer \u2022\u2022\u2022"));
        Search whileOpen(secrets());
        whileOpen.lookInto(home.path());
        whileOpen.lookAtProcesses();
        QCOMPARE(whileOpen.found.join(u'\n'), QString());
        QVERIFY(whileOpen.looked > 10);

        // Removed, nothing stays behind, and the server knows.
        const QString id = (*workspace)->connections().front().id;
        QCOMPARE(keychain->values().size(), 2);
        QVERIFY((*workspace)->removeConnection(id));
        QTRY_VERIFY(keychain->values().isEmpty());
        QTRY_VERIFY(!m_portal->signIn().revoked().isEmpty());
    }
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LEAKS_CHILD"_s, u"1"_s);
    environment.insert(u"ASAN_OPTIONS"_s, u"handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0"_s);
    child.setProcessEnvironment(environment);
    m_mood = Mood::Crashing;
    child.start(QCoreApplication::applicationFilePath(), QStringList());
    child.write((home.filePath(u"crashed"_s) + u'\n' + m_portal->address() + u'\n' + fixedToken).toUtf8());
    child.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(child.state() == QProcess::NotRunning, 30'000);
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    Search search(secrets());
    search.lookAt(u"what the program says"_s, said);
    search.lookAt(u"what it printed"_s, printed);
    search.lookAt(u"what the crashed one printed"_s, child.readAll());
    search.lookInto(home.path());
    QCOMPARE(search.found.join(u'\n'), QString());
    QVERIFY(QFileInfo::exists(home.filePath(u"crashed/connections.json"_s)));
}

/// A search that finds nothing because it cannot find anything would be worth nothing.
void TestLeaks::theSearchFindsWhatIsThere()
{
    QTemporaryDir home;
    QFile file(home.filePath(u"deep.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100'000, '\0') + QByteArray("mira:" + fixedToken.toUtf8()).toBase64());
    file.close();
    Search search({ fixedToken, password });
    search.lookInto(home.path());
    QCOMPARE(search.found.size(), 1);
    search.lookAt(u"UTF-16"_s, QByteArray(reinterpret_cast<const char *>(password.utf16()), password.size() * 2));
    QCOMPARE(search.found.size(), 2);

    // Neither does what is compressed escape it, in the mirror as elsewhere.
    QByteArray noise;
    QRandomGenerator random(1);
    while (noise.size() < 60'000)
        noise += QByteArray::number(random.generate(), 16);
    const QByteArray stored = mirror::encode(noise + fixedToken.toUtf8() + noise);
    QCOMPARE(stored.front(), 'z');
    QFile packed(home.filePath(u"packed"_s));
    QVERIFY(packed.open(QIODevice::WriteOnly));
    packed.write(QByteArray(100, '\0') + stored.sliced(1));
    packed.close();
    Search within({ fixedToken });
    within.lookInto(home.path());
    QCOMPARE(within.found.size(), 2);
    QTemporaryDir folder;
    SQLite::Database database(folder.filePath(u"mirror.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE bodies (body BLOB)");
    SQLite::Statement insert(database, "INSERT INTO bodies VALUES (?)");
    insert.bindNoCopy(1, stored.constData(), int(stored.size()));
    insert.exec();
    Search inTables({ fixedToken });
    inTables.lookInto(folder.path());
    QCOMPARE(inTables.found.size(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("LEAKS_CHILD"))
        return crashingChild();
    TestLeaks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_leaks.moc"
