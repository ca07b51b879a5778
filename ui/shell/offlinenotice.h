// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QObject>

namespace callboard::ui {

class Banner;

/// Says over the board that something a person asked for needs the network, and offers to use it. Nothing else about being
/// offline is said there: the status line does that.
class OfflineNotice final : public QObject {
    Q_OBJECT
public:
    OfflineNotice(PaneContext context, Banner *banner);

private:
    void show();
    void act();

    PaneContext m_context;
    Banner *m_banner;
    bool m_shown = false;
    bool m_pending = false;
};

} // namespace callboard::ui
