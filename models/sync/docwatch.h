// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

#include <QSet>

#include <stop_token>

namespace callboard::sync {

/// Looks after the documentation that somebody watches, and after what was said of pages: when a pull has changed a page, this
/// tells of it by a notice (`mirror::OwnNotices`) and answers the feedback on it. What was told of is kept in the mirror, so that
/// nothing is missed or told twice over a restart. Blocks: for a pull's thread.
class DocWatch final {
public:
    explicit DocWatch(mirror::Mirror &mirror);

    /// Before a pull: how what is watched since the last one is now.
    void begin();
    /// After it, whatever became of it: looks at these sites, of which a page came or went. Those that were not looked at because it
    /// was to stop: for the next time.
    QSet<QString> settle(QSet<QString> sites, const std::stop_token &stop = {});

    /// Sites (canonical refs) that are watched, or of which a page is.
    static QSet<QString> sites(const mirror::Mirror &mirror);

private:
    struct Known;
    struct Now;
    QStringList watched() const;
    Now look(const QString &watched) const;
    void tellOf(const QString &watched, const Known &before, const Now &now, const QSet<QString> &toldPages);
    void remember(const QString &watched, const Now &now);
    void settleSite(const QString &site, const QStringList &all);
    void settleOne(const QString &watched, const QSet<QString> &toldPages);
    void answerFeedback(const QString &site);

    mirror::Mirror &m_mirror;
};

} // namespace callboard::sync
