// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/docsdesk.h"

#include "ui/kit/commands.h"
#include "ui/panes/docs/articlepage.h"

#include <QJsonObject>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    constexpr auto lookKey = "docs.look"_L1;
}

DocsDesk &DocsDesk::of(PaneContext context)
{
    if (auto *known = context.commands.findChild<DocsDesk *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new DocsDesk(context);
}

void DocsDesk::open(const QString &site, const QString &page, Focus::How how)
{
    const domain::DocSite *asked = m_library.site(site);
    if (!asked || asked->aliasOf.isEmpty()) {
        Q_EMIT openRequested(site, page, how);
        return;
    }
    const QString shown = asked->aliasOf;
    QString path = page.isEmpty() ? asked->aliasPath : page;
    // People write "guide" for what is "guide/" to MkDocs.
    const auto places = m_library.placesOf(shown);
    if (!path.isEmpty() && !path.endsWith(u'/') && std::ranges::contains(places, QString(path + u'/'), &items::DocNavPlace::path))
        path += u'/';
    Q_EMIT openRequested(shown, path, how);
}

DocsDesk::DocsDesk(PaneContext context)
    : QObject(&context.commands)
    , m_context(context)
    , m_library(context.workspace.mirror())
    , m_reading(context.workspace.mirror(), m_library)
    , m_feedback(context.workspace.mirror())
{
    const QJsonObject look = context.workspace.mirror().value(lookKey).toObject();
    m_percent = std::clamp(look["percent"_L1].toInt(100), 70, 250);
    m_width = std::max(0, look["width"_L1].toInt(usualWidth));
    const auto forget = [this] {
        m_freshness.reset();
        m_provenance.clear();
        Q_EMIT freshnessChanged();
    };
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, forget);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, forget);
    connect(&context.workspace, &sync::Workspace::networkChanged, this, forget);
}

ArticlePage *DocsDesk::current() const
{
    return m_current;
}

void DocsDesk::setCurrent(ArticlePage *page)
{
    if (m_current == page)
        return;
    m_current = page;
    Q_EMIT currentChanged();
}

void DocsDesk::setLook(int percent, int width)
{
    if (percent == m_percent && width == m_width)
        return;
    m_percent = percent;
    m_width = width;
    [[maybe_unused]] const auto kept
        = m_context.workspace.mirror().setValue(lookKey, QJsonObject { { u"percent"_s, percent }, { u"width"_s, width } });
    Q_EMIT lookChanged();
}

domain::Provenance DocsDesk::provenance(const QString &site)
{
    const auto known = m_provenance.constFind(site);
    if (known != m_provenance.cend())
        return *known;
    // A site came with the feeds of the connection that its entity came from, or with one of its own.
    const auto found = m_context.workspace.mirror().provenance(site).value_or(domain::Provenance {});
    m_provenance.insert(site, found);
    return found;
}

bool DocsDesk::isOld(const QString &site)
{
    if (!m_freshness)
        m_freshness.emplace(m_context.workspace, domain::recordtype::docSite);
    const domain::Provenance from = provenance(site);
    return from.seenAt.isValid() && m_freshness->isStale(from);
}

bool DocsDesk::isKept(const QString &site) const
{
    return m_context.workspace.keepsDocs(site);
}

void DocsDesk::setKept(const QString &site, bool kept)
{
    if (m_context.workspace.setKeepDocs(site, kept))
        Q_EMIT keptChanged();
}

void DocsDesk::want(const items::DocAddress &address)
{
    m_context.workspace.setDocInterest(address.site, address.path);
}

} // namespace callboard::ui::panes
