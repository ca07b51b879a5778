// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/buildsdesk.h"

#include "ui/kit/commands.h"

#include <QAction>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto scheme = "callboard-run"_L1;

} // namespace

BuildsDesk &BuildsDesk::of(PaneContext context)
{
    if (auto *known = context.commands.findChild<BuildsDesk *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new BuildsDesk(context);
}

BuildsDesk::BuildsDesk(PaneContext context)
    : QObject(&context.commands)
    , m_context(context)
{
}

void BuildsDesk::open(const QString &runKey)
{
    m_wanted = runKey;
    if (QAction *show = m_context.commands.action(u"builds.show"_s))
        show->trigger();
    Q_EMIT openRequested();
}

QUrl BuildsDesk::linkTo(const QString &runKey)
{
    QUrl link;
    link.setScheme(scheme);
    link.setPath(runKey, QUrl::DecodedMode);
    return link;
}

QString BuildsDesk::runOf(const QUrl &link)
{
    return link.scheme() == scheme ? link.path(QUrl::FullyDecoded) : QString();
}

} // namespace callboard::ui::panes
