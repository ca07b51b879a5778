// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/card.h"
#include "ui/panes/sources/sourceview.h"

class QProgressBar;
class QPushButton;

namespace callboard::ui {
class BadgeLabel;
class IconButton;
class StatusGlyph;
class TextLabel;
}

namespace callboard::ui::panes {

/// One feed: how it stands, when it runs next, what went wrong, how far it is. Shows what it is told, in place.
class FeedRow final : public QWidget {
    Q_OBJECT
public:
    explicit FeedRow(const FeedView &feed, QWidget *parent = nullptr);
    void showFeed(const FeedView &feed, bool offerSignIn);
    void showProgress(const sync::PullProgress &progress);

Q_SIGNALS:
    void pullRequested();
    void cancelRequested();
    void signInRequested();
    void proxyLoginRequested(const QString &proxy);

private:
    void makeTrouble(QVBoxLayout *column);
    void makeProgress(QVBoxLayout *column, const QString &name);
    void showTimes(const FeedView &feed);
    void showTip(const FeedView &feed);

    StatusGlyph *m_glyph;
    TextLabel *m_name;
    BadgeLabel *m_live;
    TextLabel *m_when;
    std::array<qint64, 3> m_tipOf {}; ///< Seconds since the epoch.
    IconButton *m_pull;
    TextLabel *m_detail;
    TextLabel *m_error = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_proxyLogin = nullptr;
    QString m_proxy; ///< That asks; empty for none.
    QWidget *m_running = nullptr;
    QProgressBar *m_bar = nullptr;
    TextLabel *m_progress = nullptr;
};

/// One connection: its feeds, its hosts, what can be done with it. Stays the same widget while what it shows changes, so that
/// neither focus nor scroll position are lost.
class SourceCard final : public Card {
    Q_OBJECT
public:
    explicit SourceCard(const SourceView &source, QWidget *parent = nullptr);
    const QString &id() const { return m_source.id; }
    const SourceView &source() const { return m_source; }
    void showSource(const SourceView &source);
    FeedRow *feed(const QString &feedId) const { return m_feeds.value(feedId); }
    QPushButton *firstButton() const { return m_pull; }

Q_SIGNALS:
    void pullRequested(const QString &feedId); ///< All, with an empty id.
    void cancelRequested(const QString &feedId);
    void pauseRequested(bool paused);
    void editRequested();
    void signInRequested();
    void proxyLoginRequested(const QString &proxy);
    void logRequested();
    void actionRequested(const QString &actionId);
    void removeRequested();
    void eraseRequested(); ///< What it brought.
    void keepRequested();

private:
    void makeFeeds();
    QWidget *makeButtons();
    QWidget *makeRefusal();
    void showRefusal();
    void showWaiting();
    void showActions();

    SourceView m_source;
    QVBoxLayout *m_feedColumn;
    QHash<QString, FeedRow *> m_feeds;
    QLayout *m_buttons = nullptr;
    QWidget *m_refusal = nullptr;
    TextLabel *m_refusalText = nullptr;
    QPushButton *m_erase = nullptr;
    QPushButton *m_keep = nullptr;
    QWidget *m_waiting;
    TextLabel *m_waitingText;
    TextLabel *m_hosts;
    QPushButton *m_pull;
    QPushButton *m_pause;
    QPushButton *m_edit;
    QPushButton *m_requests;
    QPushButton *m_remove;
    QList<QPushButton *> m_actionButtons;
    std::vector<SourceView::Action> m_shownActions;
};

} // namespace callboard::ui::panes
