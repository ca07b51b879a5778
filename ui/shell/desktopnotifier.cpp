// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestBody = 800;
constexpr int asTheDesktopLikes = -1;

QDBusMessage call(const QString &method) { return QDBusMessage::createMethodCall(service, path, service, method); }

/// On one line and without what moves the text of others about: titles come from outside.
QString cleaned(QString text, qsizetype longest)
{
    for (QChar &character : text) {
        const auto category = character.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            character = character == u'\n' ? u'\n' : u' ';
    }
    return text.size() > longest ? text.left(longest) + u'…' : text;
}

} // namespace

DesktopNotifier::DesktopNotifier(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
    // Another service knows nothing of what the one before showed, and may be able to do other things.
    auto *watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        m_capabilities.reset();
        m_shown.clear();
    });
}

DesktopNotifier::~DesktopNotifier()
{
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.id != 0)
            close(shown.id);
    }
}

QStringList DesktopNotifier::shown() const
{
    QStringList names;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (!it->gone)
            names.append(it.key());
    }
    for (const auto &[name, popup] : m_early) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

void DesktopNotifier::show(const QString &name, const Popup &popup)
{
    if (!m_bus.isConnected()) {
        Q_EMIT failed(name, popup);
        return;
    }
    if (!m_capabilities) {
        m_early.append({ name, popup });
        askCapabilities();
        return;
    }
    send(name, popup);
}

void DesktopNotifier::askCapabilities()
{
    if (std::exchange(m_asking, true))
        return;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        const auto early = std::exchange(m_early, {});
        if (reply.isError()) {
            for (const auto &[name, popup] : early)
                Q_EMIT failed(name, popup);
            return;
        }
        m_capabilities = reply.value();
        for (const auto &[name, popup] : early)
            send(name, popup);
    });
}

void DesktopNotifier::send(const QString &name, const Popup &popup)
{
    Shown &shown = m_shown[name];
    shown.gone = false;
    if (shown.calling) {
        shown.next = popup;
        return;
    }
    shown.calling = true;
    // The body may hold markup where the service says so; whoever wrote the text did not mean any.
    const QString body = cleaned(popup.body, longestBody);
    QStringList actions;
    if (m_capabilities->contains("actions"_L1)) {
        for (const auto &[id, text] : popup.actions)
            actions << id << text;
    }
    QVariantMap hints { { u"desktop-entry"_s, u"io.callboard.Callboard"_s },
        { u"urgency"_s, QVariant::fromValue(uchar(popup.urgency)) } };
    if (popup.sound)
        hints.insert(u"sound-name"_s, u"message-new-instant"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    QDBusMessage message = call(u"Notify"_s);
    message << u"Callboard"_s << shown.id << u"io.callboard.Callboard"_s << cleaned(popup.title, longestTitle).replace(u'\n', u' ')
            << (m_capabilities->contains("body-markup"_L1) ? body.toHtmlEscaped() : body) << actions << hints << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, name, popup] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(name, popup, reply.isError() ? 0 : reply.value());
    });
}

void DesktopNotifier::answered(const QString &name, const Popup &popup, uint id)
{
    const auto shown = m_shown.find(name);
    if (shown == m_shown.end()) {
        // The service went and came back meanwhile.
        if (id != 0)
            close(id);
        return;
    }
    shown->calling = false;
    shown->id = id;
    if (id == 0) {
        m_shown.erase(shown);
        Q_EMIT failed(name, popup);
        return;
    }
    if (shown->gone) {
        m_shown.erase(shown);
        close(id);
        return;
    }
    if (const auto next = std::exchange(shown->next, std::nullopt))
        send(name, *next);
}

void DesktopNotifier::withdraw(const QString &name)
{
    m_early.removeIf([&](const auto &early) { return early.first == name; });
    const auto shown = m_shown.find(name);
    if (shown == m_shown.end())
        return;
    if (shown->calling) {
        shown->gone = true;
        shown->next.reset();
        return;
    }
    const uint id = shown->id;
    m_shown.erase(shown);
    close(id);
}

void DesktopNotifier::close(uint id)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message << id;
    message.setAutoStartService(false);
    m_bus.send(message);
}

QString DesktopNotifier::nameOf(uint id) const
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it->id == id && id != 0)
            return it.key();
    }
    return {};
}

void DesktopNotifier::onActivationToken(uint id, const QString &token)
{
    if (const QString name = nameOf(id); !name.isEmpty())
        m_shown[name].activation = token.toUtf8();
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    const QString name = nameOf(id);
    if (name.isEmpty())
        return; // Another program's.
    const QByteArray activation = m_shown.value(name).activation;
    withdraw(name);
    Q_EMIT invoked(name, action, activation);
}

void DesktopNotifier::onClosed(uint id, uint)
{
    const QString name = nameOf(id);
    if (name.isEmpty())
        return;
    Shown &shown = m_shown[name];
    shown.id = 0;
    if (!shown.calling)
        m_shown.remove(name);
}

} // namespace callboard::ui
