// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/announcer.h"
#include "models/notices/noticewatch.h"
#include "models/sync/workspace.h"
#include "ui/kit/pane.h"

class QTimer;

namespace callboard::ui::panes {

/// What the inbox, the reviews, the tray and the desktop's notifications share: one for a window, there also while the window is
/// not. Sends what is done with notices to where they came from.
class NoticeDesk final : public QObject {
    Q_OBJECT
public:
    /// The one of this window; made with the first call.
    static NoticeDesk &of(PaneContext context);

    notices::Inbox &inbox() { return m_inbox; }
    notices::NoticeWatch &watch() { return m_watch; }

    /// Shows what a notice is about: the page of documentation, the entity, else its address in the browser. It is read by that.
    void open(const notices::Item &item);
    void openInBrowser(const notices::Item &item);
    /// The address for the browser; empty where there is none. A portal's own paths become addresses of the portal.
    QUrl addressOf(const notices::Item &item) const;

    /// Whether the run that a notice tells of can be run again where it ran; asks first there what has to be asked.
    bool canRerun(const notices::Item &item) const;
    void rerun(const notices::Item &item);

    /// Nothing pops up until then, in UTC; an invalid time takes it back. It holds over a restart.
    void setQuietUntil(const QDateTime &until);
    QDateTime quietUntil() const; ///< Invalid: nobody asked for quiet, or it is over.
    bool isQuiet() const; ///< That, or the quiet hours.

    struct Later {
        QString text; ///< "Tomorrow, 09:00"
        QDateTime at; ///< UTC
    };
    /// Times that a notice may be put aside until; `now` in the person's zone.
    static std::vector<Later> laterChoices(const QDateTime &now);

Q_SIGNALS:
    void announced(const std::vector<callboard::notices::Announcement> &announcements);
    /// Something done with a notice was refused where it came from; it holds here. A sentence.
    void refused(const QString &why);
    void quietChanged(); ///< Of `quietUntil`: also when it is over.

private:
    explicit NoticeDesk(PaneContext context);

    void tellSource(const QString &connectionId, const QString &actionId, const std::vector<domain::Record> &records);
    void noteOwn(const QString &actionId, const std::vector<domain::Record> &records);
    std::optional<sync::IntegrationInfo::Action> actionOf(const QString &connectionId, const QString &actionId, QLatin1StringView scope) const;
    std::optional<sync::IntegrationInfo::Action> noticeAction(const QString &connectionId, const QString &actionId) const;
    static QString connectionOfRun(const notices::Item &item);
    void announce();
    void settle();
    void forgetErased();
    void schedule();

    PaneContext m_context;
    notices::Inbox m_inbox;
    notices::NoticeWatch m_watch;
    notices::Announcer m_announcer;
    QTimer *m_wake;
    QTimer *m_announce;
    QTimer *m_quietEnd;
    QStringList m_leaving; ///< Connections that are being erased.
};

} // namespace callboard::ui::panes
