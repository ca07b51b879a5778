// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QDateTime>
#include <QIcon>
#include <QJsonObject>
#include <QWidget>

#include <functional>

class QAction;

namespace callboard::items {
class UserState;
}
namespace callboard::search {
class LiveIndex;
}

namespace callboard::ui {

class Commands;
class Focus;
class Outward;

/// What the panes are looking at: one entity, "mine", or all.
struct FocusTarget {
    enum class Kind { All, Mine, Entity };
    Kind kind = Kind::All;
    QString ref; ///< Canonical, for Kind::Entity.

    bool operator==(const FocusTarget &) const = default;
};

/// What a pane is handed when it is made. References outlive the pane.
struct PaneContext {
    sync::Workspace &workspace;
    Commands &commands;
    Focus &focus;
    search::LiveIndex &index;  ///< The index of the current catalog: one for the window.
    items::UserState &user;    ///< Starred, recent, saved views: one for the window.
    Outward &outward;          ///< To other programs of the desktop: one for the window.
};

/// What state a pane shows itself in; the pane frame draws banner, header and empty page from it.
struct PaneStatus {
    enum class State { Filled, Empty, Stale, Failed, Loading };
    State state = State::Filled;
    QString headline;   ///< Empty, Stale, Failed: one sentence that names the subject.
    QString detail;     ///< What fills it, or the remedy.
    QString actionText; ///< Text of the one button; empty for none.
    QString icon;       ///< Icon name from resources ("flag").

    bool operator==(const PaneStatus &) const = default;
};

/// A dockable view of one question. The shell puts it into a frame with header (pin, subject, secondary fact,
/// as-of, buttons) and dock; a pane only fills its content.
class Pane : public QWidget {
    Q_OBJECT
public:
    explicit Pane(PaneContext context, QWidget *parent = nullptr);
    ~Pane() override;

    virtual QString id() const = 0;    ///< Stable, never translated: "catalog".
    virtual QString title() const = 0; ///< Translated.
    virtual QString iconName() const = 0;
    virtual bool followsFocus() const { return true; }
    /// Whether it follows at once even behind a tab; others wait there until the focus rests.
    virtual bool followsUnseen() const { return false; }
    /// Shows this; called when the focus changes and the pane is not pinned.
    virtual void setTarget(const FocusTarget &target) { Q_UNUSED(target) }
    /// Where the keyboard goes when the pane is entered.
    virtual QWidget *focusWidgetOfPane() { return this; }
    /// At most three for the header; further ones go under its menu.
    virtual QList<QAction *> headerActions() const { return {}; }

    /// A widget for the header in place of the subject (the catalog's filter box); owned by the pane.
    virtual QWidget *headerWidget() { return nullptr; }

    /// Stops what this pane itself is busy with, as its Loading status told; false where that is none of its own.
    virtual bool cancel() { return false; }

    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &) { }

    QString subject() const { return m_subject; }
    QString secondary() const { return m_secondary; }
    QDateTime asOf() const { return m_asOf; }
    /// Whether that is not as current as it should be: its time is dashed.
    bool isOld() const { return m_isOld; }
    PaneStatus status() const { return m_status; }
    /// Shown behind the title of the dock, as a badge: what wants attention. 0 for none.
    int count() const { return m_count; }

Q_SIGNALS:
    void headerChanged();
    void countChanged();
    void headerActionsChanged(); ///< `headerActions` answers otherwise now.
    void statusChanged();
    void statusActionTriggered(); ///< The button of the empty, stale or failed state was pressed.

protected:
    PaneContext context() const { return m_context; }
    void setSubject(const QString &subject, const QString &secondary = {});
    void setAsOf(const QDateTime &asOf, bool isOld = false);
    void setStatus(const PaneStatus &status);
    void setCount(int count);

private:
    PaneContext m_context;
    QString m_subject;
    QString m_secondary;
    QDateTime m_asOf;
    bool m_isOld = false;
    PaneStatus m_status;
    int m_count = 0;
};

/// How the shell makes a pane, and what it shows of it before it does.
struct PaneFactory {
    enum class Area {
        Left, Right, Bottom,
        Centre, ///< Among the pages, for what wants room: shown when somebody asks for it.
    };
    QString id;       ///< Stable: also the object name of its dock.
    QString title;    ///< Translated.
    QString iconName;
    Area area = Area::Right;
    bool shown = true; ///< In the layout a new user gets.
    std::function<Pane *(PaneContext)> make; ///< The caller owns the pane.
};

} // namespace callboard::ui
