// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/shell/layoutstate.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSet>
#include <QTimer>

namespace callboard::ui {

class PaneFrame;

/// The row over a dock that stands alone: looks like a tab, is the handle to drag it by. Nothing while the dock is
/// one of several tabs, which have their own row.
class DockTitle final : public QWidget {
    Q_OBJECT
public:
    DockTitle(QDockWidget *dock, const QString &iconName);
    void setShown(bool shown);
    void setKeyboard(bool inside);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QDockWidget *m_dock;
    QString m_iconName;
    bool m_shown = true;
    bool m_keyboard = false;
};

/// The docks of a window: makes each pane when it is first seen, hands it the focus unless it is pinned, knows which one has
/// the keyboard, and keeps states of panes that are not there.
class PaneHost final : public QObject {
    Q_OBJECT
public:
    PaneHost(QMainWindow *window, PaneContext context, std::vector<PaneFactory> factories);
    ~PaneHost() override;

    const std::vector<PaneFactory> &factories() const { return m_factories; }
    QDockWidget *dock(const QString &id) const { return m_docks.value(id); }
    /// How panes of the centre are brought to the front and taken away; until it is set there are none.
    void setCentre(std::function<void(PaneFrame *, const PaneFactory &)> show, std::function<void(PaneFrame *)> close)
    {
        m_showInCentre = std::move(show);
        m_closeInCentre = std::move(close);
    }
    /// Null until the pane was first seen.
    PaneFrame *frame(const QString &id) const { return m_frames.value(id); }
    /// Makes it if need be; it looks at what the window looks at, also behind a tab.
    Pane *pane(const QString &id);
    /// Puts a pane of the centre among the pages, without giving it the keyboard. Does nothing for others.
    void showInCentre(const QString &id);

    void applyDefault(const QSize &window); ///< The layout of a new user.
    void save(LayoutState &state) const;
    void restore(const LayoutState &state); ///< Panes' own states; the docks are the window's.

    void show(const QString &id); ///< Raises it, and gives it the keyboard.
    bool isShown(const QString &id) const;
    void setShown(const QString &id, bool shown);
    QString paneWithKeyboard() const { return m_keyboardPane; }
    void togglePin();
    void toggleSide(Qt::DockWidgetArea side);
    /// The next or previous place for the keyboard in reading order, around; empty is the centre.
    QString neighbour(bool forward) const;
    void decorateSoon(); ///< After any change of the arrangement.

Q_SIGNALS:
    void keyboardMoved(const QString &paneId); ///< Empty: no pane has it.
    void shownChanged();
    void paneMade(callboard::ui::Pane *pane);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addDock(const PaneFactory &factory);
    void makeUnseen();
    PaneFrame *makeFrame(const QString &id);
    void place(const QString &id);
    void setTarget(PaneFrame *frame);
    void followFocus();
    void onSeen(const QString &id, bool seen);
    void decorate();
    void onFocusChanged(QWidget *now);
    QString titleOf(const QString &id) const;
    const PaneFactory *factory(const QString &id) const;
    bool isOfCentre(const QString &id) const;
    void fillMenu(QMenu *menu, const QString &id);

    QMainWindow *m_window;
    PaneContext m_context;
    std::vector<PaneFactory> m_factories;
    QHash<QString, QDockWidget *> m_docks;
    QHash<QString, PaneFrame *> m_frames;
    QHash<QString, PaneLayout> m_saved; ///< States of panes not made yet, or not there at all.
    QHash<int, QStringList> m_hiddenSides;
    std::function<void(PaneFrame *, const PaneFactory &)> m_showInCentre;
    std::function<void(PaneFrame *)> m_closeInCentre;
    QString m_keyboardPane;
    QSet<QString> m_seen;   ///< Docks that are in front.
    QHash<PaneFrame *, FocusTarget> m_handed; ///< What each was last told to look at.
    QTimer m_othersFollow;  ///< Those behind tabs look at the focus when it rests.
    bool m_decorating = false;
};

} // namespace callboard::ui
