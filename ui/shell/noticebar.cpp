// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include "ui/kit/banner.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/links.h"
#include "ui/panes/docs/docsdesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::ui {

NoticeBar::NoticeBar(PaneContext context, Banner *banner)
    : QObject(banner)
    , m_context(context)
    , m_notices(context.workspace.mirror())
    , m_banner(banner)
{
    for (const domain::Notice &notice : m_notices.all())
        m_known.insert(notice.id);
    connect(&context.workspace.mirror(), &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        if (type == domain::recordtype::notice)
            look();
    });
    connect(banner, &Banner::pressed, this, &NoticeBar::open);
    connect(banner, &Banner::closed, this, &NoticeBar::dismiss);
}

void NoticeBar::look()
{
    const auto all = m_notices.all();
    // What was read elsewhere, or made place for a newer one, is no news any more.
    const auto shown = std::ranges::find(all, m_shown.id, &domain::Notice::id);
    if (!m_shown.id.isEmpty() && (shown == all.end() || shown->readAt.isValid())) {
        m_shown = {};
        m_banner->hide();
    }
    const domain::Notice *latest = nullptr;
    for (const domain::Notice &notice : all) {
        const bool isNew = !m_known.contains(notice.id);
        m_known.insert(notice.id);
        if (isNew && !latest && !notice.readAt.isValid())
            latest = &notice;
    }
    if (!latest)
        return;
    m_shown = *latest;
    m_banner->show(Banner::Kind::Note, m_shown.title, QString(m_shown.description).replace(u'\n', " · "_L1), parseLink(m_shown.link) ? tr("Open") : QString());
    m_banner->setClosable(true);
}

void NoticeBar::open()
{
    if (const auto link = parseLink(m_shown.link); link && link->kind == Link::Kind::Doc)
        panes::DocsDesk::of(m_context).open(link->ref, link->text);
    else if (link && link->kind == Link::Kind::Entity)
        m_context.focus.open(link->ref);
    m_banner->hide();
    dismiss();
}

void NoticeBar::dismiss()
{
    const QString id = std::exchange(m_shown, {}).id;
    if (!id.isEmpty())
        std::ignore = m_notices.setRead({ id }, QDateTime::currentDateTimeUtc());
}

} // namespace callboard::ui
