// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"
#include "models/insights/usagesharer.h"
#include "models/notices/inbox.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/proxylogins.h"
#include "models/sync/settingscheck.h"
#include "plugins/sdk/integration.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QNetworkProxy>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using Field = sync::IntegrationInfo::Field;

namespace {

constexpr auto signInId = "signIn"_L1;
// No token of any server is longer, and no password; what is, is none.
constexpr qint64 longestSecret = 64 << 10;

QJsonValue typedValue(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return text == "true"_L1  ? QJsonValue(true)
        : text == "false"_L1  ? QJsonValue(false)
        : isNumber            ? QJsonValue(number)
                              : QJsonValue(text);
}

const Field *fieldOf(const sync::IntegrationInfo &integration, const QString &id)
{
    const auto at = std::ranges::find(integration.fields, id, &Field::id);
    return at == integration.fields.end() ? nullptr : &*at;
}

/// The field that a path or address on the command line is for: the first needed one of those types.
const Field *placeField(const sync::IntegrationInfo &integration)
{
    const auto at = std::ranges::find_if(integration.fields, [](const Field &field) {
        return field.required && (field.type == Field::Type::Folder || field.type == Field::Type::Url);
    });
    return at == integration.fields.end() ? nullptr : &*at;
}

/// A terminal shows what is typed into it, to whoever looks on and to what records it: not meanwhile (termios(3)). After Ctrl+C the shell puts
/// its terminal right again.
class WithoutEcho final {
public:
    WithoutEcho()
    {
        if (::isatty(STDIN_FILENO) == 0 || ::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        quiet.c_lflag |= ECHONL;
        m_isQuiet = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~WithoutEcho()
    {
        if (m_isQuiet)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    Q_DISABLE_COPY_MOVE(WithoutEcho)
    bool isQuiet() const { return m_isQuiet; }

private:
    termios m_before {};
    bool m_isQuiet = false;
};

/// One line, from standard input alone: what is on a command line can be read by everybody on the machine. `what`: for the complaint.
domain::Result<QString> readSecret(const QString &what)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return domain::fail(ErrorCode::Storage, u"standard input cannot be read"_s);
    const WithoutEcho terminal;
    if (terminal.isQuiet())
        complain(u"Type the %1; it is not shown."_s.arg(what));
    QByteArray bytes = input.readLine(longestSecret);
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    const QString secret = QString::fromUtf8(bytes);
    bytes.fill('\0');
    if (secret.trimmed().isEmpty())
        return domain::fail(ErrorCode::Invalid, u"no %1 came from standard input"_s.arg(what));
    return secret;
}

/// Runs `ask` with something to call when it is done, and waits for that. For programs without an event loop of their own.
template<typename T>
domain::Result<T> waitFor(const std::function<void(std::function<void(domain::Result<T>)>)> &ask)
{
    std::optional<domain::Result<T>> answer;
    QEventLoop loop;
    ask([&](domain::Result<T> given) {
        answer = std::move(given);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

/// What `connect` was asked to add.
struct Wanted {
    sync::IntegrationInfo integration;
    QString name;
    QJsonObject settings;
    sync::Secrets secrets;
    bool withOAuth = false;
    bool onOtherDevice = false; ///< By the device flow.
};

/// Empty, or why the arguments make no sense.
QString takeSettings(Wanted &wanted, const Arguments &arguments)
{
    for (const QString &pair : arguments.values(u"set"_s)) {
        const QString id = pair.section(u'=', 0, 0);
        const Field *field = fieldOf(wanted.integration, id);
        if (field && field->type == Field::Type::Secret)
            return u"\"%1\" is a secret: it is read with --token-stdin, never from the command line"_s.arg(id);
        wanted.settings.insert(id, field && field->type == Field::Type::Text ? QJsonValue(pair.section(u'=', 1)) : typedValue(pair.section(u'=', 1)));
    }
    wanted.onOtherDevice = arguments.has(u"device"_s);
    const QString way = wanted.onOtherDevice && arguments.value(u"sign-in"_s).isEmpty() ? u"oauth"_s : arguments.value(u"sign-in"_s);
    if (way.isEmpty())
        return {};
    if (wanted.onOtherDevice && way != "oauth"_L1)
        return u"--device is a way to --sign-in oauth, not %1"_s.arg(way);
    if (way != "guest"_L1 && way != "token"_L1 && way != "oauth"_L1)
        return u"--sign-in is one of guest, token, oauth; not \"%1\""_s.arg(way);
    if (!wanted.integration.network)
        return u"nobody signs in at \"%1\""_s.arg(wanted.integration.id);
    wanted.withOAuth = way == "oauth"_L1;
    wanted.settings.insert(signInId, way);
    return {};
}

QString takePlace(Wanted &wanted, QStringList rest)
{
    const Field *place = placeField(wanted.integration);
    if (!place)
        return rest.isEmpty() ? QString() : u"\"%1\" takes no path; settings are given as --set NAME=VALUE"_s.arg(wanted.integration.id);
    if (rest.isEmpty())
        return wanted.settings.contains(place->id)
            ? QString()
            : u"connect %1 needs %2"_s.arg(wanted.integration.id, place->type == Field::Type::Url ? u"an address"_s : u"the path of a folder"_s);
    QString given = rest.first();
    if (place->type == Field::Type::Folder) {
        if (!QFileInfo(given).isDir())
            return u"connect %1 needs the path of a folder"_s.arg(wanted.integration.id);
        given = QDir(given).absolutePath();
    }
    wanted.settings.insert(place->id, given);
    if (wanted.name.isEmpty())
        wanted.name = place->type == Field::Type::Url ? QUrl(given).host() : QDir(given).dirName();
    return {};
}

domain::Result<void> takeToken(Wanted &wanted)
{
    const auto field = std::ranges::find(wanted.integration.fields, Field::Type::Secret, &Field::type);
    if (field == wanted.integration.fields.end())
        return domain::fail(ErrorCode::Invalid, u"\"%1\" takes no token"_s.arg(wanted.integration.id));
    const auto token = readSecret(u"token"_s);
    if (!token)
        return std::unexpected(token.error());
    wanted.secrets.insert(field->id, token->trimmed());
    if (fieldOf(wanted.integration, signInId) && !wanted.settings.contains(signInId))
        wanted.settings.insert(signInId, u"token"_s);
    return {};
}

domain::Result<sdk::SignInMethod> findOAuth(sync::Workspace &workspace, const Wanted &wanted, QObject &receiver)
{
    const auto methods = waitFor<std::vector<sdk::SignInMethod>>([&](auto done) {
        workspace.signInMethods(wanted.integration.id, wanted.settings, wanted.secrets, &receiver, done);
    });
    if (!methods)
        return std::unexpected(methods.error());
    const auto at = std::ranges::find_if(*methods, [&](const sdk::SignInMethod &method) {
        return method.kind == sdk::SignInMethod::Kind::OAuth && (!wanted.onOtherDevice || sync::isOnOtherDevice(method));
    });
    if (at == methods->end() && wanted.onOtherDevice)
        return domain::fail(ErrorCode::Unsupported, u"it offers no sign-in on another device (no device_authorization_endpoint)"_s);
    if (at == methods->end())
        return domain::fail(ErrorCode::Unsupported, u"one cannot sign in there in a browser"_s);
    if (!at->unavailable.isEmpty())
        return domain::fail(ErrorCode::Unsupported, at->unavailable);
    return *at;
}

domain::Result<void> signIn(sync::Workspace &workspace, const QString &id, const sdk::SignInMethod &method, QObject &receiver)
{
    const auto prompt = [](const sync::SignInPrompt &shown) {
        if (shown.slower)
            complain(u"The server asks for patience: it may take some seconds longer."_s);
        else if (shown.userCode.isEmpty())
            complain(u"To sign in, open this address in a browser on this machine:\n  %1"_s.arg(shown.url.toString(QUrl::FullyEncoded)));
        else
            complain(u"To sign in, open %1 in any browser and type the code %2"_s.arg(shown.url.toString(QUrl::FullyEncoded), shown.userCode));
    };
    auto done = waitFor<void>([&](auto settled) { workspace.signIn(id, method, &receiver, prompt, settled); });
    if (!done && done.error().code == ErrorCode::Forbidden)
        done.error().detail = u"the sign-in was declined (%1)"_s.arg(done.error().detail);
    else if (!done && done.error().code == ErrorCode::Timeout && sync::isOnOtherDevice(method))
        done.error().detail = u"the code has expired: nobody signed in with it in time"_s;
    return done;
}

/// A secret that no keychain took is gone when this program ends: whoever counts on it must know. Whether one took it.
bool warnIfNotKept(sync::Workspace &workspace, QObject &receiver)
{
    const auto state = waitFor<sync::SecretStore::State>([&](auto done) {
        workspace.secretState(&receiver, [done](sync::SecretStore::State found) { done(found); });
    });
    const bool isKept = *state == sync::SecretStore::State::Available;
    if (!isKept)
        complain(u"callboardctl: no open keychain here: the secret is forgotten when this command ends, and the window will ask for it"_s);
    return isKept;
}

ExitCode connectWanted(sync::Workspace &workspace, Wanted &wanted, bool json)
{
    QObject receiver;
    sdk::SignInMethod method;
    if (wanted.withOAuth) {
        const auto found = findOAuth(workspace, wanted, receiver);
        if (!found)
            return complainOf(found.error());
        method = *found;
        wanted.settings.insert(signInId, method.id);
        // What came by --token-stdin is the secret of the application then.
        if (!method.oauth.secretField.isEmpty() && !wanted.secrets.isEmpty())
            wanted.secrets = { { method.oauth.secretField, wanted.secrets.begin().value() } };
    }
    const sync::SyncReport report(workspace, sync::SyncReport::Counted::Everything);
    const auto id = workspace.addConnection(wanted.integration.id, wanted.name, wanted.settings, wanted.secrets);
    if (!id)
        return complainOf(id.error());
    if (wanted.withOAuth) {
        // Nobody has signed in yet: what is being pulled now can only be refused.
        workspace.cancelPulls(*id);
        if (const auto done = signIn(workspace, *id, method, receiver); !done) {
            complainOf(done.error());
            (void)workspace.removeConnection(*id);
            return UsageOrIo;
        }
        workspace.pullNow(*id);
    }
    const ExitCode how = finishSync(workspace, report, *id, json);
    if (wanted.withOAuth || !wanted.secrets.isEmpty())
        (void)warnIfNotKept(workspace, receiver);
    return how;
}

/// Nobody else says so on a command line: a person may have meant https.
void warnIfReadOnTheWay(const Wanted &wanted)
{
    for (const Field &field : wanted.integration.fields) {
        const QUrl url(wanted.settings.value(field.id).toString());
        if (field.type == Field::Type::Url && sync::isReadOnTheWay(url))
            complain(u"callboardctl: %1 is not encrypted: others on the way can read what is sent, a token too"_s.arg(url.toString(QUrl::RemoveUserInfo)));
    }
}

/// As the proxy is named where it asks: with its port.
domain::Result<QString> proxyNamed(const QString &address)
{
    const auto proxy = sync::readProxy(address);
    if (!proxy)
        return std::unexpected(proxy.error());
    if (!*proxy || (*proxy)->type() == QNetworkProxy::NoProxy)
        return domain::fail(ErrorCode::Invalid, u"which proxy? For example: http://proxy.example.org:3128"_s);
    return sync::proxyName(**proxy);
}

/// Empty, or why the arguments make no sense.
QString whatIsWrongWithProxy(const Arguments &arguments)
{
    if (!arguments.error().isEmpty())
        return arguments.error();
    const QString deed = arguments.rest().value(0);
    if (arguments.rest().size() != 2 || (deed != "login"_L1 && deed != "forget"_L1))
        return u"proxy login ADDRESS --user NAME --password-stdin, or proxy forget ADDRESS"_s;
    const bool isLogin = deed == "login"_L1;
    if (isLogin && arguments.value(u"user"_s).isEmpty())
        return u"proxy login needs --user NAME"_s;
    if (isLogin && !arguments.has(u"password-stdin"_s))
        return u"a proxy's password is read from standard input, never from the command line: --password-stdin"_s;
    if (!isLogin && (arguments.has(u"password-stdin"_s) || !arguments.value(u"user"_s).isEmpty()))
        return u"proxy forget takes an address alone"_s;
    return {};
}

} // namespace

ExitCode connectSource(const QStringList &given)
{
    const Arguments arguments(given, { u"safe-mode"_s, u"token-stdin"_s, u"device"_s }, { u"workspace"_s, u"name"_s, u"set"_s, u"sign-in"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    QStringList rest = arguments.rest();
    if (rest.isEmpty() || rest.size() > 2)
        return badUsage(u"connect what? For example: connect folder PATH, connect backstage URL, or connect sample"_s);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const QString integrationId = rest.takeFirst();
    const auto integrations = workspace->integrations();
    const auto found = std::ranges::find(integrations, integrationId, &sync::IntegrationInfo::id);
    if (found == integrations.end())
        return complainOf({ ErrorCode::NotFound, u"there is no integration \"%1\" here"_s.arg(integrationId), 0, {}, integrationId });
    Wanted wanted { .integration = *found, .name = arguments.value(u"name"_s), .settings = {}, .secrets = {} };
    if (const QString wrong = takeSettings(wanted, arguments); !wrong.isEmpty())
        return badUsage(wrong);
    if (const QString wrong = takePlace(wanted, rest); !wrong.isEmpty())
        return badUsage(wrong);
    warnIfReadOnTheWay(wanted);
    if (arguments.has(u"token-stdin"_s)) {
        if (const auto taken = takeToken(wanted); !taken)
            return badUsage(taken.error().detail);
    }
    return connectWanted(*workspace, wanted, arguments.has(u"json"_s));
}

ExitCode disconnectSource(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 1)
        return badUsage(u"disconnect which connection? \"callboardctl sources\" lists them"_s);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const QString id = arguments.rest().first();
    const auto before = workspace->mirror().snapshot();
    if (const auto removed = workspace->removeConnection(id); !removed)
        return complainOf(removed.error());
    notices::Inbox(&workspace->mirror(), &QDateTime::currentDateTimeUtc).forget({ id });
    workspace->mirror().flush();
    auto &log = insights::UsageLog::of(workspace->mirror());
    insights::forgetConnection(log, workspace->mirror(), id, before, workspace->mirror().snapshot());
    log.flush();
    if (arguments.has(u"json"_s))
        printJson({ { u"removed"_s, id }, { u"entities"_s, qint64(workspace->mirror().snapshot()->size()) } });
    else
        printLine(u"%1 and all that it brought is removed"_s.arg(id));
    return Good;
}

ExitCode signInToProxy(const QStringList &given)
{
    const Arguments arguments(given, { u"password-stdin"_s }, { u"workspace"_s, u"user"_s });
    if (const QString wrong = whatIsWrongWithProxy(arguments); !wrong.isEmpty())
        return badUsage(wrong);
    const auto proxy = proxyNamed(arguments.rest().at(1));
    if (!proxy)
        return badUsage(proxy.error().detail);
    const bool isLogin = arguments.has(u"password-stdin"_s);
    const auto password = isLogin ? readSecret(u"password"_s) : domain::Result<QString>();
    if (!password)
        return badUsage(password.error().detail);
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const QString user = arguments.value(u"user"_s);
    if (const auto set = workspace->setProxyLogin(*proxy, user, *password); !set)
        return complainOf(set.error());
    // What waited for it is for `sync` or the window to pull.
    workspace->cancelPulls();
    QObject receiver;
    if (isLogin && !warnIfNotKept(*workspace, receiver))
        return UsageOrIo;
    const auto kept = waitFor<void>([&](auto settled) { workspace->whenProxyLoginKept(*proxy, &receiver, settled); });
    if (!kept)
        return complainOf(kept.error());
    if (arguments.has(u"json"_s))
        printJson({ { u"proxy"_s, *proxy }, { u"user"_s, isLogin ? QJsonValue(user) : QJsonValue() } });
    else
        printLine(isLogin ? u"%1 is told that you are %2, and the password that the keychain has"_s.arg(*proxy, user) : u"%1 is told nothing any more"_s.arg(*proxy));
    return Good;
}

} // namespace callboard::ctl
