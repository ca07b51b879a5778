// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/outwardnotice.h"

#include "ui/kit/announce.h"
#include "ui/kit/banner.h"
#include "ui/kit/outward.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

OutwardNotice::OutwardNotice(PaneContext context, Banner *banner)
    : QObject(banner)
    , m_banner(banner)
{
    connect(&context.outward, &Outward::failed, this, [this](const QString &sentence, const QString &place) {
        m_place = place;
        m_banner->show(Banner::Kind::Warning, sentence, place, place.isEmpty() ? QString() : tr("Copy"));
        m_banner->setClosable(true);
        announce(m_banner, sentence);
    });
    connect(banner, &Banner::pressed, this, [this] {
        QGuiApplication::clipboard()->setText(m_place);
        m_banner->hide();
    });
}

} // namespace callboard::ui
