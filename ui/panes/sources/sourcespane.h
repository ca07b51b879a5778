// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QHash>

class QProgressBar;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace callboard::ui {
class TextLabel;
class StatusGlyph;
}

namespace callboard::ui::panes {

/// Every connection with its feeds: when each last succeeded, what went wrong, what runs now.
class SourcesPane final : public Pane {
    Q_OBJECT
public:
    explicit SourcesPane(PaneContext context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("sources"); }
    QString title() const override { return tr("Sources"); }
    QString iconName() const override { return QStringLiteral("sync"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QList<QAction *> headerActions() const override { return { m_syncNow }; }

Q_SIGNALS:
    /// "Add a connection…" was pressed.
    void addRequested();

private:
    struct FeedLine {
        StatusGlyph *glyph = nullptr;
        TextLabel *state = nullptr;
        TextLabel *error = nullptr;
        QProgressBar *bar = nullptr;
        TextLabel *progress = nullptr;
        QWidget *running = nullptr;
    };

    void rebuild();
    void refreshFeeds();
    void refreshHeader();
    void showProgress(const sync::PullProgress &progress);
    QWidget *makeCard(const sync::ConnectionInfo &connection, const sync::IntegrationInfo *integration);
    QWidget *makeButtons(const sync::ConnectionInfo &connection);
    void addFeed(QVBoxLayout *body, const QString &connectionId, const QString &feedId, const QString &name);
    void removeConnection(const QString &connectionId, const QString &name);

    QAction *m_syncNow;
    QScrollArea *m_scroll;
    QWidget *m_list = nullptr;
    QTimer *m_tick; ///< Relative times grow while nothing happens.
    QHash<QString, FeedLine> m_feeds; ///< By connection and feed.
};

} // namespace callboard::ui::panes
