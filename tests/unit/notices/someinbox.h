// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/notices/inbox.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

namespace callboard::test {

/// An inbox over a mirror of its own, which can be closed and opened as the program is. The test says what time it is.
class SomeInbox final {
public:
    SomeInbox() { open(); }

    notices::Inbox *operator->() { return m_inbox.get(); }
    notices::Inbox &operator*() { return *m_inbox; }
    mirror::Mirror &mirror() { return *m_mirror; }
    void reopen()
    {
        m_inbox.reset();
        m_mirror.reset();
        open();
    }
    /// Everything pops up.
    void announceAll()
    {
        notices::NoticeRules rules = m_inbox->rules();
        rules.rules = { { notices::What::Any, notices::Whose::Anyone, notices::Level::Low, { true, true, false } } };
        m_inbox->setRules(rules);
    }
    QStringList keysIn(notices::Folder folder) const
    {
        QStringList keys;
        for (const notices::Item &item : m_inbox->items()) {
            if (m_inbox->isIn(item, folder))
                keys.append(item.key);
        }
        return keys;
    }
    /// What a connection tells of itself, some minutes ago.
    notices::Entry entry(const QString &connection, const QString &id, int minutesAgo = 1) const
    {
        notices::Entry one { connection, {}, true, false };
        one.notice.id = id;
        one.notice.title = QStringLiteral("Notice ") + id;
        one.notice.severity = QStringLiteral("normal");
        one.notice.createdAt = now.addSecs(-60 * minutesAgo);
        return one;
    }
    /// What the program tells itself.
    notices::Entry own(const QString &id, const QString &kind, QLatin1StringView topic, int minutesAgo = 1) const
    {
        notices::Entry one = entry({}, id, minutesAgo);
        one.notice.kind = kind;
        one.notice.topic = topic;
        return one;
    }

    QDateTime now { QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC };

private:
    void open()
    {
        auto mirror = mirror::Mirror::open(m_folder.path(), {});
        if (!mirror)
            qFatal("no mirror");
        m_mirror = std::move(*mirror);
        m_inbox = std::make_unique<notices::Inbox>(m_mirror.get(), [this] { return now; });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<mirror::Mirror> m_mirror;
    std::unique_ptr<notices::Inbox> m_inbox;
};

} // namespace callboard::test
