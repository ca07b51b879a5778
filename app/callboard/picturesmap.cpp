// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "ui/kit/paneframe.h"
#include "ui/panes/map/mapcanvas.h"
#include "ui/panes/map/mappane.h"
#include "ui/shell/panehost.h"

using namespace Qt::StringLiterals;

namespace callboard::app {

ui::panes::MapPane *Pictures::map() const
{
    return m_session.window().findChild<ui::panes::MapPane *>();
}

/// The relations map: of one entity, of a team, of the estate, and what an entity takes along.
void Pictures::planMap()
{
    m_steps.push_back([this] {
        // Room as in the design: the board alone.
        for (const auto &factory : m_session.window().panes().factories())
            m_session.window().panes().setShown(factory.id, false);
        m_session.focus().go({ ui::FocusTarget::Kind::Entity, richest(u"component") });
        m_session.window().panes().show(u"map"_s);
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"map"_s); });
    m_steps.push_back([this] {
        auto options = map()->options();
        options.colour = graph::MapOptions::Colour::Team;
        options.depth = 3;
        map()->setOptions(options);
    });
    m_steps.push_back([this] {
        if (const auto &scene = map()->canvas().scene(); scene && !scene->graph.nodes.empty())
            map()->canvas().setCurrent(scene->graph.nodeOf(scene->graph.nodes.back().ref));
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"map-colours"_s); });
    m_steps.push_back([this] {
        auto options = map()->options();
        options.colour = graph::MapOptions::Colour::None;
        options.depth = 2;
        map()->setOptions(options);
        m_session.focus().go({ ui::FocusTarget::Kind::Entity, richest(u"group") });
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"map-group"_s); });
    m_steps.push_back([this] { m_session.focus().go({ ui::FocusTarget::Kind::Entity, richest(u"domain") }); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"map-domain"_s); });
    m_steps.push_back([this] { m_session.focus().go({}); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"map-estate"_s); });
    m_steps.push_back([this] {
        m_session.window().panes().setShown(u"map"_s, false);
        m_session.window().resetLayout();
    });
}

} // namespace callboard::app
