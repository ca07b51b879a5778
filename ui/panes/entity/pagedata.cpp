// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/pagedata.h"

#include "ui/kit/outward.h"
#include "ui/panes/entity/wording.h"

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    QString managedBy(const domain::Entity &entity)
    {
        return entity.annotation(u"backstage.io/managed-by-location"_s);
    }

    std::vector<domain::Problem> problemsOf(const mirror::Mirror &mirror, const QString &ref)
    {
        std::vector<domain::Problem> problems;
        if (const auto records = mirror.records(QString(domain::recordtype::problem), ref))
            for (const domain::Record &record : *records)
                problems.push_back(domain::Problem::fromRecord(record));
        return problems;
    }

    std::optional<domain::CloneState> cloneAround(
        const mirror::Mirror &mirror, const QString &connectionId, const QString &path)
    {
        if (path.isEmpty())
            return std::nullopt;
        const auto records = mirror.records(QString(domain::recordtype::clone), {}, connectionId);
        if (!records)
            return std::nullopt;
        std::optional<domain::CloneState> best; // Clones nest: the innermost has the file.
        for (const domain::Record &record : *records) {
            domain::CloneState clone = domain::CloneState::fromRecord(record);
            if (path.startsWith(clone.path + u'/') && (!best || clone.path.size() > best->path.size()))
                best = std::move(clone);
        }
        return best;
    }

} // namespace

QString localPathOf(const domain::Entity &entity)
{
    const QString location = managedBy(entity);
    return location.startsWith("file:"_L1) ? location.mid(5) : QString();
}

QString webUrlOf(const domain::Entity &entity)
{
    const QUrl view = openableUrl(entity.annotation(u"backstage.io/view-url"_s));
    if (!view.isEmpty())
        return view.toString();
    const QString location = managedBy(entity);
    return location.startsWith("url:"_L1) ? openableUrl(location.mid(4)).toString() : QString();
}

int PageData::line() const { return source ? source->firstLine : 1; }

QString connectionName(const sync::Workspace &workspace, const QString &connectionId)
{
    const auto connections = workspace.connections();
    const auto found = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
    return found == connections.end() || found->name.isEmpty() ? connectionId : found->name;
}

domain::Result<PageData> PageData::read(sync::Workspace &workspace, const QString &ref, const Freshness *freshness)
{
    const mirror::Mirror &mirror = workspace.mirror();
    auto entity = mirror.entity(ref);
    if (!entity)
        return std::unexpected(entity.error());
    const mirror::SnapshotPtr snapshot = mirror.snapshot();
    PageData data;
    data.entity = std::move(*entity);
    data.content = PageContent::of(data.entity, *snapshot);
    if (const auto provenance = mirror.provenance(ref))
        data.provenance = *provenance;
    data.connectionName = panes::connectionName(workspace, data.provenance.connectionId);
    data.stale = freshness ? freshness->isStale(data.provenance) : Freshness(workspace).isStale(data.provenance);
    data.problems = problemsOf(mirror, ref);
    if (auto history = mirror.history(ref))
        data.history = std::move(*history);
    data.source = workspace.source(ref);
    data.localPath = data.source && !data.source->localPath.isEmpty() ? data.source->localPath : localPathOf(data.entity);
    data.webUrl = webUrlOf(data.entity);
    data.clone = cloneAround(mirror, data.provenance.connectionId, data.localPath);
    return data;
}

} // namespace callboard::ui::panes
