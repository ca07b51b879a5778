// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/pagerows.h"

#include "models/items/buildwording.h"
#include "models/items/problemwording.h"
#include "ui/kit/icons.h"
#include "ui/kit/outward.h"
#include "ui/kit/times.h"
#include "ui/panes/builds/buildlook.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/entity/wording.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    Cell plain(const QString &text, Cell::Look look = Cell::Look::Primary)
    {
        Cell cell;
        cell.text = text;
        cell.look = look;
        cell.toolTip = text;
        return cell;
    }

    Cell quiet(const QString &text)
    {
        return plain(text, Cell::Look::Secondary);
    }

    Cell number(const QString &text)
    {
        Cell cell = plain(text, Cell::Look::Secondary);
        cell.right = true;
        return cell;
    }

    Cell age(const QDateTime &at)
    {
        Cell cell = quiet(shortAge(at));
        cell.right = true;
        cell.toolTip = exactTime(at);
        return cell;
    }

    Cell entityCell(const RelatedEntity &entity)
    {
        Cell cell;
        cell.text = entity.name;
        cell.icon = kindIconName(entity.kind);
        cell.ref = entity.ref;
        cell.missing = entity.missing;
        cell.toolTip = entity.ref;
        return cell;
    }

    Cell mono(const QString &text)
    {
        return plain(text, Cell::Look::Mono);
    }

} // namespace

Status PageRows::statusOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Error:
        return Status::Failed;
    case domain::Severity::Warning:
        return Status::Warning;
    case domain::Severity::Info:
        break;
    }
    return Status::None;
}

TableContent PageRows::facts(const std::vector<FactRow> &facts)
{
    TableContent table { { tr("Name"), tr("Value") }, {}, { 2, 3 } };
    for (const FactRow &fact : facts) {
        Cell value = plain(fact.value, fact.mono ? Cell::Look::Mono : Cell::Look::Primary);
        value.icon = fact.ref.isEmpty() ? QString() : kindIconName(fact.icon);
        value.ref = fact.ref;
        value.url = fact.url;
        table.rows.push_back({ quiet(fact.label), value });
    }
    return table;
}

TableContent PageRows::links(const std::vector<FactRow> &links)
{
    TableContent table { { tr("Link"), tr("Address") }, {}, { 1, 1 } };
    for (const FactRow &link : links) {
        Cell title = plain(link.label);
        title.icon = link.icon;
        title.url = link.url;
        title.toolTip = link.value;
        Cell address = quiet(link.url.isEmpty() ? link.value : QString(link.url.host() + link.url.path()));
        address.toolTip = link.value;
        address.elide = Qt::ElideMiddle; // Many begin alike.
        table.rows.push_back({ title, address });
    }
    return table;
}

TableContent PageRows::related(const std::vector<RelatedEntity> &rows, bool verbs)
{
    TableContent table { { tr("Name"), tr("Owner") }, {}, { 3, 2 } };
    if (verbs)
        table = { { tr("Name"), tr("Relation"), tr("Type") }, {}, { 4, 2, 2 } };
    for (const RelatedEntity &row : rows) {
        if (verbs)
            table.rows.push_back({ entityCell(row), quiet(row.verb), quiet(row.type) });
        else
            table.rows.push_back({ entityCell(row), quiet(row.owner.isEmpty() ? row.type : row.owner) });
    }
    return table;
}

TableContent PageRows::relatedWide(const std::vector<RelatedEntity> &rows)
{
    TableContent table { { tr("Relation"), tr("Name"), tr("Kind"), tr("Type"), tr("Owner") }, {}, { 0, 4, 0, 2, 3 } };
    for (const RelatedEntity &row : rows)
        table.rows.push_back(
            { quiet(row.verb), entityCell(row), quiet(row.kind), quiet(row.type), quiet(row.owner) });
    return table;
}

TableContent PageRows::entities(const std::vector<RelatedEntity> &rows)
{
    TableContent table { { tr("Name"), tr("Kind"), tr("Type"), tr("Owner") }, {}, { 4, 0, 2, 3 } };
    for (const RelatedEntity &row : rows)
        table.rows.push_back({ entityCell(row), quiet(row.kind), quiet(row.type), quiet(row.owner) });
    return table;
}

QString PageRows::problemPlace(const domain::Problem &problem)
{
    const QString file = problem.path.isEmpty() ? problem.location.section(u'/', -1) : QFileInfo(problem.path).fileName();
    return problem.line > 0 ? QString(file + u':' + QString::number(problem.line)) : file;
}

TableContent PageRows::problems(const std::vector<domain::Problem> &problems)
{
    TableContent table { { tr("Problem"), tr("Place") }, {}, { 1, 0 } };
    for (const domain::Problem &problem : problems) {
        Cell message = plain(items::ProblemWording::sentence(problem));
        message.toolTip = problem.message;
        message.glyph = statusOf(problem.severity);
        Cell place = mono(problemPlace(problem));
        place.right = true;
        place.toolTip = problem.path.isEmpty() ? problem.location : problem.path;
        table.rows.push_back({ message, place });
    }
    return table;
}

TableContent PageRows::changes(const std::vector<mirror::Version> &history)
{
    TableContent table { { tr("Change"), tr("Age") }, {}, { 1, 0 } };
    std::vector<mirror::Version> newestFirst = history;
    std::ranges::sort(newestFirst, std::greater {}, &mirror::Version::id);
    for (const mirror::Version &version : newestFirst) {
        const bool first = version.id == newestFirst.back().id;
        Cell what = plain(version.removed ? tr("Removed")
                : first                   ? tr("First seen")
                : version.relationsOnly   ? tr("Relations changed")
                                          : tr("Descriptor changed"));
        what.icon = version.relationsOnly ? u"graph"_s : u"history"_s;
        table.rows.push_back({ what, age(version.at) });
    }
    return table;
}

TableContent PageRows::builds(const builds::RunIndex &index, const std::vector<builds::RunRow> &rows)
{
    using items::BuildWording;
    TableContent table { { tr("Build"), tr("Branch"), tr("Result"), tr("Age") }, {}, { 0, 2, 3, 0 } };
    for (const builds::RunRow row : rows) {
        const auto &run = index.run(row);
        Cell name = plain(QStringList { index.text(run.pipeline).toString(), BuildWording::number(index, row) }.join(u' ').trimmed());
        name.glyph = panes::statusOf(run.state);
        name.url = BuildsDesk::linkTo(index.key(row));
        name.toolTip = index.text(run.title).toString();
        const qint64 took = run.took(QDateTime::currentMSecsSinceEpoch());
        const QString state = BuildWording::state(run.state);
        table.rows.push_back({ name, mono(index.text(run.branch).toString()), quiet(took < 0 ? state : tr("%1, %2", "result and duration of a build").arg(state, BuildWording::duration(took))),
            run.begunAt() ? age(QDateTime::fromMSecsSinceEpoch(run.begunAt(), QTimeZone::UTC)) : quiet({}) });
    }
    return table;
}

TableContent PageRows::provenance(const PageData &data)
{
    TableContent table { { tr("Name"), tr("Value") }, {}, { 2, 3 } };
    const auto add = [&](const QString &label, Cell value) { table.rows.push_back({ quiet(label), std::move(value) }); };
    add(tr("Connection"), plain(data.connectionName));
    Cell seen = plain(relativeTime(data.provenance.seenAt));
    seen.toolTip = exactTime(data.provenance.seenAt);
    add(tr("Confirmed"), seen);
    if (!data.provenance.principal.isEmpty())
        add(tr("Seen as"), plain(data.provenance.principal));
    if (!data.localPath.isEmpty()) {
        Cell file = mono(data.localPath);
        add(tr("File"), file);
    }
    if (!data.webUrl.isEmpty()) {
        Cell web = mono(data.webUrl);
        web.url = openableUrl(data.webUrl);
        add(tr("Web"), web);
    }
    if (data.clone) {
        QStringList state { data.clone->branch.isEmpty() ? tr("detached") : data.clone->branch };
        if (data.clone->ahead > 0)
            state += tr("%n ahead", nullptr, data.clone->ahead);
        if (data.clone->behind > 0)
            state += tr("%n behind", nullptr, data.clone->behind);
        if (data.clone->dirty > 0)
            state += tr("%n changed", nullptr, data.clone->dirty);
        Cell clone = plain(state.join(", "_L1));
        clone.icon = u"branch"_s;
        add(tr("Clone"), clone);
    }
    return table;
}

TableContent PageRows::ownedCounts(const std::vector<OwnedCount> &counts)
{
    TableContent table { { tr("Kind"), tr("Directly"), tr("With sub-groups") }, {}, { 3, 2, 2 } };
    for (const OwnedCount &count : counts) {
        Cell kind = plain(count.plural);
        kind.icon = kindIconName(count.kind);
        table.rows.push_back({ kind, number(tr("%1 directly").arg(QLocale().toString(count.direct))),
            number(tr("%1 in all").arg(QLocale().toString(count.transitive))) });
    }
    return table;
}

TableContent PageRows::parameters(const std::vector<TemplateParameter> &parameters)
{
    TableContent table { { tr("Page"), tr("Parameter"), tr("Type"), tr("Meaning") }, {}, { 3, 3, 2, 5 } };
    for (const TemplateParameter &parameter : parameters) {
        Cell name = mono(parameter.required ? QString(parameter.name + u" *"_s) : parameter.name);
        name.toolTip = parameter.required ? tr("%1, required").arg(parameter.name) : parameter.name;
        QString meaning = parameter.title;
        if (!parameter.description.isEmpty())
            meaning = meaning.isEmpty() ? parameter.description : QString(meaning + u": "_s + parameter.description);
        table.rows.push_back({ quiet(parameter.page), name, quiet(parameter.type), plain(meaning) });
    }
    return table;
}

TableContent PageRows::steps(const std::vector<TemplateStep> &steps)
{
    TableContent table { { tr("Step"), tr("Action"), tr("Id") }, {}, { 4, 3, 2 } };
    for (const TemplateStep &step : steps)
        table.rows.push_back({ plain(step.name.isEmpty() ? step.id : step.name), mono(step.action), mono(step.id) });
    return table;
}

} // namespace callboard::ui::panes
