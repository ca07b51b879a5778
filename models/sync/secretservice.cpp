// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/secretservice.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

using State = SecretStore::State;

constexpr int promptMs = 300'000; // A person looks for a password.
constexpr auto service = "org.freedesktop.secrets"_L1;
constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;

QDBusMessage busCall(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage serviceCall(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(service, servicePath, serviceInterface, method);
    message.setArguments(arguments);
    return message;
}

bool isReply(const QDBusMessage &message) { return message.type() == QDBusMessage::ReplyMessage; }

QString pathIn(const QDBusMessage &message, int index)
{
    const QString path = message.arguments().value(index).value<QDBusObjectPath>().path();
    return path == "/"_L1 ? QString() : path; // The specification's word for none.
}

/// QtKeychain takes KWallet before everything else on a KDE desktop (its keychain_unix.cpp); 6 and 5 differ by name only.
QString walletOfDesktop()
{
    const bool kde = qgetenv("XDG_CURRENT_DESKTOP") == "KDE" || qEnvironmentVariableIsSet("KDE_FULL_SESSION");
    const QByteArray version = qgetenv("KDE_SESSION_VERSION");
    return kde && (version == "6" || version == "5") ? u"kwalletd"_s + QString::fromLatin1(version) : QString();
}

QDBusMessage walletCall(const QString &method, const QVariantList &arguments)
{
    const QString wallet = walletOfDesktop();
    auto message = QDBusMessage::createMethodCall(u"org.kde."_s + wallet, u"/modules/"_s + wallet, u"org.kde.KWallet"_s, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

SecretService::SecretService(QObject *parent)
    : QObject(parent)
{
}

void SecretService::call(const QDBusMessage &message, const Reply &reply, int limitMs)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, limitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [reply](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        reply(finished->reply());
    });
}

void SecretService::askState(const Answer &answer)
{
    if (!QDBusConnection::sessionBus().isConnected())
        answer(State::Absent);
    else if (walletOfDesktop().isEmpty())
        askService(answer);
    else
        askWallet(answer);
}

void SecretService::askWallet(const Answer &answer)
{
    call(walletCall(u"networkWallet"_s, {}), [this, answer](const QDBusMessage &name) {
        if (!isReply(name))
            return askService(answer); // As QtKeychain goes on, too.
        m_wallet = name.arguments().value(0).toString();
        call(walletCall(u"isOpen"_s, { m_wallet }), [answer](const QDBusMessage &open) {
            const bool isOpen = isReply(open) && open.arguments().value(0).toBool();
            answer(isOpen ? State::Available : State::Locked);
        });
    });
}

// Asked of the bus first: a call to a name that nobody has would wait for somebody to take it.
void SecretService::askService(const Answer &answer)
{
    call(busCall(u"NameHasOwner"_s, { QString(service) }), [this, answer](const QDBusMessage &owned) {
        if (!isReply(owned))
            return answer(State::Absent);
        if (owned.arguments().value(0).toBool())
            return askCollection(answer);
        call(busCall(u"ListActivatableNames"_s, {}), [this, answer](const QDBusMessage &names) {
            if (isReply(names) && names.arguments().value(0).toStringList().contains(service))
                askCollection(answer);
            else
                answer(State::Absent);
        });
    });
}

void SecretService::askCollection(const Answer &answer)
{
    call(serviceCall(u"ReadAlias"_s, { u"default"_s }), [this, answer](const QDBusMessage &alias) {
        if (!isReply(alias))
            return answer(State::Refused);
        m_collection = pathIn(alias, 0);
        // Nothing was ever kept here: the first secret makes a collection, with a password of the person's choice.
        if (m_collection.isEmpty())
            return answer(State::Locked);
        auto get = QDBusMessage::createMethodCall(service, m_collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        get.setArguments({ u"org.freedesktop.Secret.Collection"_s, u"Locked"_s });
        call(get, [answer](const QDBusMessage &locked) {
            const QVariant value = locked.arguments().value(0).value<QDBusVariant>().variant();
            if (!isReply(locked) || !value.isValid())
                return answer(State::Refused);
            answer(value.toBool() ? State::Locked : State::Available);
        });
    });
}

void SecretService::unlock(const Answer &answer)
{
    askState([this, answer](State state) {
        if (state != State::Locked)
            return answer(state);
        if (m_collection.isEmpty() && !m_wallet.isEmpty()) {
            // KWallet shows its dialog by itself, and answers with a handle or less than nothing.
            return call(walletCall(u"open"_s, { m_wallet, qlonglong(0), u"Callboard"_s }), [answer](const QDBusMessage &opened) {
                answer(isReply(opened) && opened.arguments().value(0).toInt() >= 0 ? State::Available : State::Refused);
            }, promptMs);
        }
        const auto prompted = [this, answer](int index) {
            return [this, answer, index](const QDBusMessage &reply) {
                if (!isReply(reply))
                    return answer(State::Refused);
                const QString path = pathIn(reply, index);
                return path.isEmpty() ? askState(answer) : prompt(path, answer);
            };
        };
        if (m_collection.isEmpty()) {
            const QVariantMap properties { { u"org.freedesktop.Secret.Collection.Label"_s, u"Login"_s } };
            call(serviceCall(u"CreateCollection"_s, { properties, u"default"_s }), prompted(1));
        } else {
            call(serviceCall(u"Unlock"_s, { QVariant::fromValue(QList { QDBusObjectPath(m_collection) }) }), prompted(1));
        }
    });
}

void SecretService::prompt(const QString &path, const Answer &answer)
{
    m_prompting = answer;
    auto bus = QDBusConnection::sessionBus();
    // QtDBus connects signals of services by name only.
    bus.connect(service, path, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s, this, SLOT(promptCompleted(bool)));
    auto show = QDBusMessage::createMethodCall(service, path, u"org.freedesktop.Secret.Prompt"_s, u"Prompt"_s);
    show.setArguments({ QString() });
    call(show, [this](const QDBusMessage &shown) {
        if (!isReply(shown))
            promptCompleted(true);
    });
}

void SecretService::promptCompleted(bool dismissed)
{
    const Answer answer = std::exchange(m_prompting, {});
    if (!answer)
        return;
    if (dismissed)
        answer(State::Refused);
    else
        askState(answer);
}

} // namespace callboard::sync
