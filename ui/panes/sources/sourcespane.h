// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/connectiontransfer.h"
#include "ui/kit/pane.h"

#include <QPointer>

class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace callboard::ui::panes {

class Gathered;
class RequestLog;
class SourceCard;
struct SourceView;

/// Every connection with its feeds: when each last succeeded, when it runs next, what went wrong, what it costs; and what can
/// be done about it.
class SourcesPane final : public Pane {
    Q_OBJECT
public:
    explicit SourcesPane(PaneContext context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("sources"); }
    QString title() const override { return tr("Sources"); }
    QString iconName() const override { return QStringLiteral("sync"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QList<QAction *> headerActions() const override { return m_actions; }

    SourceCard *card(const QString &connectionId) const;
    /// The log of requests, in a window of its own; of all connections with an empty id.
    RequestLog *openRequestLog(const QString &connectionId = {});
    /// On another thread; `exported` says how it went.
    void exportTo(const QString &fileName);
    /// Read on another thread.
    void importFrom(const QString &fileName);

Q_SIGNALS:
    void addRequested(); ///< "Add a connection…" was pressed.
    void editRequested(const QString &connectionId);
    void signInRequested(const QString &connectionId);
    void exported(const QString &fileName, bool well);

private:
    void makeActions();
    /// What changed of each source; with `timesToo` also what only the time changes.
    void refresh(int mostNew, bool timesToo = false);
    void refreshHeader(qsizetype sources);
    void onStatusAction();
    bool isKeychainLocked() const;
    SourceCard *makeCard(const SourceView &source);
    void removeConnection(const QString &connectionId, const QString &name);
    void complain(const domain::Error &error);
    void complainUnlessSaved(const domain::Result<void> &done);
    void chooseFile(bool toWrite);
    void import(const QJsonObject &connections);
    static QString importText(const sync::ImportReport &report);
    void beginImported(const std::vector<sync::ImportReport::Added> &added);

    QList<QAction *> m_actions;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QTimer *m_tick;  ///< Relative times grow while nothing happens.
    Gathered *m_refreshing; ///< Many changes at once are shown once.
    QList<SourceCard *> m_cards;
    std::optional<domain::Error> m_trouble; ///< Of what was last done here, until something else is.
    QPointer<RequestLog> m_log;
};

} // namespace callboard::ui::panes
