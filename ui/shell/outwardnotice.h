// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui {

class Banner;

/// Says over the board what no other program would open, with the address to copy.
class OutwardNotice final : public QObject {
    Q_OBJECT
public:
    /// `banner` shows it, is its own, and owns this.
    OutwardNotice(PaneContext context, Banner *banner);

private:
    Banner *m_banner;
    QString m_place;
};

} // namespace callboard::ui
