// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "models/items/doctreemodel.h"
#include "models/items/palettemodel.h"
#include "ui/kit/paneframe.h"
#include "ui/panes/docs/articlepage.h"
#include "ui/panes/docs/docspane.h"
#include "ui/shell/documents.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/panehost.h"

#include <QTreeView>

using namespace Qt::StringLiterals;

namespace callboard::app {

bool Pictures::areDocsSettled() const
{
    if (!m_readsDocs)
        return true;
    const auto *article = m_session.window().documents().currentArticle();
    const auto *palette = m_session.window().findChild<items::PaletteModel *>();
    return m_session.workspace().mirror().docTextIndexedAll() && !(article && article->isBusy()) && !(palette && palette->isBusy());
}

/// Documentation: the pane with a site open beside an article, and what the palette finds in pages.
void Pictures::planDocs()
{
    m_steps.push_back([this] {
        m_readsDocs = true;
        m_session.window().panes().show(u"docs"_s);
        ui::panes::DocsDesk::of(m_session.context()).open(u"component:default/ledger-api"_s, u"runbooks/replay/"_s);
    });
    m_steps.push_back([this] {
        shoot(&m_session.window(), u"docs"_s);
        // Room as in the design: the article, and the pane beside it.
        for (const auto &factory : m_session.window().panes().factories())
            m_session.window().panes().setShown(factory.id, factory.id == "docs"_L1);
    });
    m_steps.push_back([this] {
        if (auto *pane = m_session.window().findChild<ui::panes::DocsPane *>(); pane && pane->model().rowCount() > 0)
            pane->tree()->scrollToTop();
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"docs-article"_s); });
    m_steps.push_back([this] {
        ui::panes::DocsDesk::of(m_session.context()).open(u"component:default/ledger-api"_s, QString());
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"docs-front"_s); });
    m_steps.push_back([this] { m_session.window().openPalette(u"d replay a day"_s); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"palette-docs"_s); });
    m_steps.push_back([this] {
        m_session.window().openPalette().hide();
        m_session.window().resetLayout();
        m_readsDocs = false;
    });
}

} // namespace callboard::app
