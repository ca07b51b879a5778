// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/ownnotices.h"
#include "ui/kit/pane.h"

#include <QSet>

namespace callboard::ui {

class Banner;

/// Says over the board what the program itself has to tell (`mirror::OwnNotices`) while the window is there: the latest that is
/// new. Opened or closed there, it is read.
class NoticeBar final : public QObject {
    Q_OBJECT
public:
    NoticeBar(PaneContext context, Banner *banner);

private:
    void look();
    void open();
    void dismiss();

    PaneContext m_context;
    mirror::OwnNotices m_notices;
    Banner *m_banner;
    QSet<QString> m_known; ///< By id: shown, or there before the window was.
    domain::Notice m_shown;
};

} // namespace callboard::ui
