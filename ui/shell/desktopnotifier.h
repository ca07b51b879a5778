// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace callboard::ui {

/// What pops up.
struct Popup {
    QString title; ///< Plain text.
    QString body;  ///< Plain text; may be empty.
    enum class Urgency { Low, Normal, Critical };
    Urgency urgency = Urgency::Normal;
    bool sound = false;
    QList<std::pair<QString, QString>> actions; ///< Id and text. "default": the notification itself is pressed.
};

/// The notifications of the desktop (org.freedesktop.Notifications, Desktop Notifications Specification 1.2). Never waits: all calls are
/// asynchronous. A desktop that wants no disturbance keeps that promise itself, since all of it goes through its own service.
class DesktopNotifier final : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);
    ~DesktopNotifier() override; ///< What is shown is taken back: nobody would hear of its actions.

    /// Shows it under this name; what was shown under the name before is replaced.
    void show(const QString &name, const Popup &popup);
    void withdraw(const QString &name);
    QStringList shown() const; ///< Names; those of which the desktop has not answered yet are among them.

Q_SIGNALS:
    /// `activation`: what lets a window come to the front on Wayland; may be empty.
    void invoked(const QString &name, const QString &action, const QByteArray &activation);
    /// The desktop has no such service, or refused.
    void failed(const QString &name, const callboard::ui::Popup &popup);

private Q_SLOTS: // By name: signals of the bus call them.
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);

private:
    struct Shown {
        uint id = 0; ///< 0 until the service has answered.
        bool calling = false;
        bool gone = false; ///< Withdrawn meanwhile.
        std::optional<Popup> next; ///< To replace it with, once it has answered.
        QByteArray activation;
    };
    void askCapabilities();
    void send(const QString &name, const Popup &popup);
    void answered(const QString &name, const Popup &popup, uint id);
    void close(uint id);
    QString nameOf(uint id) const;

    QDBusConnection m_bus;
    QHash<QString, Shown> m_shown;
    std::optional<QStringList> m_capabilities;
    QList<std::pair<QString, Popup>> m_early; ///< Before the capabilities were known.
    bool m_asking = false;
};

} // namespace callboard::ui
