// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/desktopportal.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <utility>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;

/// A file goes as a descriptor: the portal looks where it really lies. Null where it cannot be opened.
QVariant descriptorOf(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const QDBusUnixFileDescriptor descriptor(file); // A copy of its own.
    ::close(file);
    return QVariant::fromValue(descriptor);
}

/// One question to the portal; removes itself once it is answered.
/// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.OpenURI.html and …portal.Request.html
class PortalRequest final : public QObject {
    Q_OBJECT
public:
    PortalRequest(const QDBusConnection &bus, const std::function<void()> &failed)
        : QObject(QCoreApplication::instance())
        , m_bus(bus)
        , m_failed(failed)
    {
        setObjectName(u"portalRequest"_s);
        static int asked = 0;
        m_token = u"callboard%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++asked);
    }

    bool ask(const QUrl &url)
    {
        const QVariant what = url.isLocalFile() ? descriptorOf(url.toLocalFile()) : QVariant(url.toString(QUrl::FullyEncoded));
        if (!what.isValid())
            return false;
        const QString method = !url.isLocalFile() ? u"OpenURI"_s : QFileInfo(url.toLocalFile()).isDir() ? u"OpenDirectory"_s : u"OpenFile"_s;
        // Before the call: the answer may come before the call's own reply.
        m_bus.connect(portal, handle(), u"org.freedesktop.portal.Request"_s, u"Response"_s, this, SLOT(onResponse(uint, QVariantMap)));
        QDBusMessage call = QDBusMessage::createMethodCall(portal, portalPath, u"org.freedesktop.portal.OpenURI"_s, method);
        call.setArguments({ QString(), what, QVariantMap { { u"handle_token"_s, m_token } } });
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            if (watcher->isError())
                end(true);
        });
        return true;
    }

private Q_SLOTS:
    /// 0: opened; 1: the person chose nothing; 2: it ended in another way.
    void onResponse(uint code, const QVariantMap &) { end(code > 1); }

private:
    /// What the portal will call this request, by its rules.
    QString handle() const
    {
        return u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(m_bus.baseService().sliced(1).replace(u'.', u'_'), m_token);
    }

    void end(bool failed)
    {
        if (failed && m_failed)
            std::exchange(m_failed, {})();
        deleteLater();
    }

    QDBusConnection m_bus;
    std::function<void()> m_failed;
    QString m_token;
};

bool askPortal(const QUrl &url, const QDBusConnection &bus, const std::function<void()> &failed)
{
    if (!bus.isConnected())
        return false;
    auto request = std::make_unique<PortalRequest>(bus, failed);
    return request->ask(url) && request.release();
}

} // namespace

bool openByDesktop(const QUrl &url, const QDBusConnection &bus, const std::function<void()> &failed)
{
    return QDesktopServices::openUrl(url) || askPortal(url, bus, failed);
}

} // namespace callboard::ui

#include "desktopportal.moc"
