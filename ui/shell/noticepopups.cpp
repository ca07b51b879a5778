// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticepopups.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using notices::Announcement;
using notices::Item;

namespace {

constexpr size_t mostTitles = 5;
constexpr qint64 anHour = 3600;

} // namespace

NoticePopups::NoticePopups(panes::NoticeDesk &desk, QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_notifier(std::move(bus))
{
    connect(&desk, &panes::NoticeDesk::announced, this, [this](const std::vector<Announcement> &announcements) {
        for (const Announcement &announcement : announcements)
            show(announcement);
    });
    connect(&desk.inbox(), &notices::Inbox::changed, this, &NoticePopups::withdrawSettled);
    connect(&m_notifier, &DesktopNotifier::invoked, this, &NoticePopups::onInvoked);
    connect(&m_notifier, &DesktopNotifier::failed, this, [this](const QString &, const Popup &popup) { Q_EMIT failed(popup); });
}

Popup NoticePopups::popupOf(const Announcement &announcement) const
{
    Popup popup;
    popup.sound = announcement.sound;
    if (announcement.isSummary) {
        popup.title = tr("%n notice(s)", nullptr, announcement.count);
        QStringList titles;
        for (const Item &item : announcement.items) {
            if (titles.size() == qsizetype(mostTitles))
                break;
            titles.append(item.notice.title);
        }
        if (announcement.count > int(titles.size()))
            titles.append(tr("and %1 more").arg(QLocale().toString(announcement.count - int(titles.size()))));
        popup.body = titles.join(u'\n');
        popup.actions = { { u"default"_s, tr("Open the inbox") } };
        return popup;
    }
    const Item &item = announcement.items.front();
    popup.title = item.notice.title;
    popup.body = item.notice.description;
    // What stays until somebody presses it away is for what its teller finds critical.
    popup.urgency = item.level == notices::Level::Critical ? Popup::Urgency::Critical
        : item.level == notices::Level::Low                ? Popup::Urgency::Low
                                                           : Popup::Urgency::Normal;
    // The first is a press on the notification itself; where a desktop makes a button of it, it has its name.
    popup.actions = { { u"default"_s, tr("Open") }, { u"later"_s, tr("In an hour") } };
    if (m_desk.canRerun(item))
        popup.actions.append({ u"rerun"_s, tr("Run again") });
    return popup;
}

void NoticePopups::show(const Announcement &announcement)
{
    if (announcement.items.empty())
        return;
    if (announcement.isSummary) {
        const bool goesOn = announcement.count > int(announcement.items.size());
        if (!goesOn)
            m_summarised.clear();
        for (const Item &item : announcement.items)
            m_summarised.append(item.key);
    }
    m_notifier.show(announcement.isSummary ? QString(summaryName) : announcement.items.front().key, popupOf(announcement));
}

void NoticePopups::onInvoked(const QString &name, const QString &action, const QByteArray &activation)
{
    if (name == summaryName) {
        Q_EMIT openRequested({}, activation);
        return;
    }
    const Item *item = m_desk.inbox().find(name);
    if (!item)
        return;
    if (action == "later"_L1)
        m_desk.inbox().snooze({ item->key }, QDateTime::currentDateTimeUtc().addSecs(anHour));
    else if (action == "rerun"_L1)
        m_desk.rerun(*item);
    else
        Q_EMIT openRequested(item->key, activation);
}

bool NoticePopups::isUnsettled(const QString &key) const
{
    const Item *item = m_desk.inbox().find(key);
    return item && !item->isRead && m_desk.inbox().isIn(*item, notices::Folder::Inbox);
}

/// What was read elsewhere, or in the window, need not be said any longer.
void NoticePopups::withdrawSettled()
{
    const auto isNews = [this](const QString &key) { return isUnsettled(key); };
    for (const QString &name : m_notifier.shown()) {
        const bool holds = name == summaryName ? std::ranges::any_of(m_summarised, isNews) : isNews(name);
        if (!holds)
            m_notifier.withdraw(name);
    }
}

} // namespace callboard::ui
