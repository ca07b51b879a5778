// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panes.h"

#include "ui/panes/api/apipane.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/changes/changespane.h"
#include "ui/panes/docs/docspane.h"
#include "ui/panes/inbox/inboxpane.h"
#include "ui/panes/insights/insightspane.h"
#include "ui/panes/map/mappane.h"
#include "ui/panes/plugins/pluginspane.h"
#include "ui/panes/problems/problemspane.h"
#include "ui/panes/recent/recentpane.h"
#include "ui/panes/relations/relationspane.h"
#include "ui/panes/reviews/reviewspane.h"
#include "ui/panes/sources/sourcespane.h"
#include "ui/panes/starred/starredpane.h"

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Area = PaneFactory::Area;

namespace {

    template<typename PaneType>
    PaneFactory factory(const QString &id, const QString &title, const QString &iconName, Area area, bool shown)
    {
        return { id, title, iconName, area, shown, [](PaneContext context) -> Pane * { return new PaneType(context); } };
    }

} // namespace

std::vector<PaneFactory> allPanes()
{
    return {
        factory<CatalogPane>(u"catalog"_s, CatalogPane::tr("Catalog"), u"component"_s, Area::Left, true),
        factory<DocsPane>(u"docs"_s, DocsPane::tr("Docs"), u"docs"_s, Area::Left, true),
        factory<StarredPane>(u"starred"_s, StarredPane::tr("Starred"), u"star"_s, Area::Left, true),
        factory<RecentPane>(u"recent"_s, RecentPane::tr("Recent"), u"history"_s, Area::Left, true),
        factory<ChangesPane>(u"changes"_s, ChangesPane::tr("Changes"), u"clock"_s, Area::Left, true),
        factory<RelationsPane>(u"relations"_s, RelationsPane::tr("Relations"), u"graph"_s, Area::Right, true),
        factory<ProblemsPane>(u"problems"_s, ProblemsPane::tr("Problems"), u"warning"_s, Area::Bottom, true),
        factory<InboxPane>(u"inbox"_s, InboxPane::tr("Inbox"), u"bell"_s, Area::Bottom, true),
        factory<ReviewsPane>(u"reviews"_s, ReviewsPane::tr("Reviews"), u"branch"_s, Area::Bottom, true),
        factory<ApiPane>(u"api"_s, ApiPane::tr("API"), u"api"_s, Area::Right, true),
        factory<SourcesPane>(u"sources"_s, SourcesPane::tr("Sources"), u"sync"_s, Area::Right, true),
        factory<PluginsPane>(u"plugins"_s, PluginsPane::tr("Plugins"), u"settings"_s, Area::Right, false),
        factory<BuildsPane>(u"builds"_s, BuildsPane::tr("CI"), u"build-ok"_s, Area::Centre, false),
        factory<InsightsPane>(u"insights"_s, InsightsPane::tr("Insights"), u"chart"_s, Area::Centre, false),
        factory<MapPane>(u"map"_s, MapPane::tr("Map"), u"graph"_s, Area::Centre, false),
    };
}

} // namespace callboard::ui::panes
