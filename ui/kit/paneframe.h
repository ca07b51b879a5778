// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QAbstractButton>

#include <QTimer>

class QHBoxLayout;
class QMenu;
class QProgressBar;
class QStackedWidget;

namespace callboard::ui {

class Banner;
class EmptyState;
class IconButton;
class TextLabel;

/// The time a pane's content is of; a dashed line under it when that is not current.
class AsOfLabel final : public QWidget {
    Q_OBJECT
public:
    explicit AsOfLabel(QWidget *parent = nullptr);
    void setTime(const QDateTime &asOf, bool stale);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QDateTime m_asOf;
    bool m_stale = false;
};

/// The pin of a pane header: hollow follows the focus, filled is pinned.
class PinButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PinButton(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// What surrounds the content of every pane: header of 28 px (pin, subject, secondary fact, as-of, at most three buttons,
/// the rest under ⋯), progress, banner, and the page shown while there is nothing to show.
class PaneFrame final : public QWidget {
    Q_OBJECT
public:
    explicit PaneFrame(Pane *pane, QWidget *parent = nullptr); ///< Takes the pane.
    ~PaneFrame() override;

    Pane &pane() const { return *m_pane; }
    bool isPinned() const { return m_pinned; }
    void setPinned(bool pinned);
    /// What the shell adds to the ⋯ menu (float, close); called each time it opens.
    void setMenuFiller(std::function<void(QMenu *)> fill) { m_fillMenu = std::move(fill); }
    void setTabified(bool tabified);          ///< Then the tab row draws the upper edge.
    void setKeyboardInside(bool inside);      ///< The accent line over a pane without tabs.
    void focusPane(Qt::FocusReason reason);

Q_SIGNALS:
    void pinnedChanged(bool pinned);
    void cancelRequested(); ///< The button beside the progress bar.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader();
    void rebuildButtons();
    void updateHeader();
    void fitHeader();
    void updateStatus();
    void showPane();
    void startLoading();
    void stopLoading();
    void openMenu();

    Pane *m_pane;
    QWidget *m_header;
    QHBoxLayout *m_headerRow;
    PinButton *m_pin = nullptr;
    TextLabel *m_subject = nullptr;
    TextLabel *m_secondary = nullptr;
    AsOfLabel *m_asOf;
    QWidget *m_buttons;
    IconButton *m_cancel;
    IconButton *m_more;
    QProgressBar *m_progress;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTimer m_loadingTimer;
    int m_loadingSteps = 0;
    bool m_pinned = false;
    bool m_tabified = false;
    bool m_keyboardInside = false;
    bool m_isAwaited = false; ///< The keyboard was sent to a pane that had nothing to show.
    std::function<void(QMenu *)> m_fillMenu;
};

} // namespace callboard::ui
