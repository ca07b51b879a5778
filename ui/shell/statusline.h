// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"
#include "ui/kit/tokens.h"

#include <QAbstractButton>

class QMenu;
class QTimer;

namespace callboard::ui {

class StatusGlyph;
class TextLabel;
class Theme;

/// Plain text in the status bar that does something when pressed.
class StatusButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit StatusButton(QWidget *parent = nullptr);
    void setStatus(std::optional<Status> status);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Status> m_status;
};

/// The line under the board: how current everything is, what is being read, how much there is.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    StatusLine(PaneContext context, Theme &theme, QWidget *parent = nullptr);
    void refresh(); ///< At once; it follows what happens by itself, a moment later.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshPulls();
    void refreshWaiting();
    void fillWaiting();
    void refreshCounts();

    PaneContext m_context;
    Theme &m_theme;
    StatusButton *m_sources;
    StatusButton *m_pulls;
    StatusButton *m_waiting;
    QMenu *m_waitingMenu;
    TextLabel *m_entities;
    TextLabel *m_mirror;
    StatusButton *m_density;
    QTimer *m_soon;
};

} // namespace callboard::ui
