// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QObject>

namespace callboard::ui {

/// The one focus of a window, with its history. Panes ask for a place to go; the shell obeys.
class Focus final : public QObject {
    Q_OBJECT
public:
    enum class How { Here, Beside, Browser };

    explicit Focus(QObject *parent = nullptr);

    FocusTarget target() const { return m_history.value(m_at); }
    void go(const FocusTarget &target);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_history.size(); }
    void back();
    void forward();
    QList<FocusTarget> history() const { return m_history; }

    /// Opens an entity: focuses it and shows its page (here, in a further tab, or in the browser).
    void open(const QString &canonicalRef, How how = How::Here) { Q_EMIT openRequested(canonicalRef, how); }
    /// Opens what changed in an entity, at a version of it.
    void openChanges(const QString &canonicalRef, qint64 version) { Q_EMIT changesRequested(canonicalRef, version); }
    /// Opens a descriptor at a place: its entity's source page where there is one, else the editor.
    void openPlace(const QString &localPath, int line, const QString &entityRef)
    {
        Q_EMIT placeRequested(localPath, line, entityRef);
    }
    /// Opens an API at one of its operations, channels, types or messages: its id in the definition (`apis::Item::id`).
    void openApiItem(const QString &canonicalRef, const QString &itemId, How how = How::Here)
    {
        Q_EMIT apiItemRequested(canonicalRef, itemId, how);
    }

Q_SIGNALS:
    void changed(const callboard::ui::FocusTarget &target);
    void openRequested(const QString &canonicalRef, callboard::ui::Focus::How how);
    void changesRequested(const QString &canonicalRef, qint64 version);
    void placeRequested(const QString &localPath, int line, const QString &entityRef);
    void apiItemRequested(const QString &canonicalRef, const QString &itemId, callboard::ui::Focus::How how);

private:
    QList<FocusTarget> m_history { FocusTarget {} };
    int m_at = 0;
};

} // namespace callboard::ui
