// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/inbox/noticedesk.h"
#include "ui/shell/desktopnotifier.h"

namespace callboard::ui {

/// What of the inbox pops up on the desktop, and what its buttons do.
class NoticePopups final : public QObject {
    Q_OBJECT
public:
    static constexpr QLatin1StringView summaryName { "summary" };

    explicit NoticePopups(panes::NoticeDesk &desk, QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    Popup popupOf(const notices::Announcement &announcement) const;

Q_SIGNALS:
    /// Somebody wants to see it: the window is to come to the front, and a notice to be opened, or with none the inbox.
    void openRequested(const QString &key, const QByteArray &activation);
    /// The desktop shows no notifications: another way has to do.
    void failed(const callboard::ui::Popup &popup);

private:
    void show(const notices::Announcement &announcement);
    void onInvoked(const QString &name, const QString &action, const QByteArray &activation);
    void withdrawSettled();
    bool isUnsettled(const QString &key) const;

    panes::NoticeDesk &m_desk;
    DesktopNotifier m_notifier;
    QStringList m_summarised; ///< Keys of what the summary that is shown tells of.
};

} // namespace callboard::ui
