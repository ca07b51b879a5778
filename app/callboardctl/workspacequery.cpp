// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/domain/yamlwriter.h"
#include "models/items/export.h"
#include "models/sync/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

QStringList valued(const QStringList &more = {})
{
    return QStringList { u"workspace"_s } + selectionOptions() + more;
}

QJsonArray toArray(const std::vector<QJsonObject> &objects)
{
    QJsonArray array;
    for (const QJsonObject &object : objects)
        array.append(object);
    return array;
}

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

QString firstTarget(const domain::Entity &entity, QLatin1StringView type)
{
    const auto it = std::ranges::find(entity.relations, type, &domain::Relation::type);
    return it == entity.relations.end() ? QString() : it->targetRef;
}

QJsonObject toJson(const domain::Provenance &provenance)
{
    return { { u"connection"_s, provenance.connectionId }, { u"feed"_s, provenance.feedId },
        { u"principal"_s, provenance.principal }, { u"seenAt"_s, provenance.seenAt.toUTC().toString(Qt::ISODate) } };
}

QJsonObject toJson(const sync::Workspace::Source &source)
{
    QJsonObject json { { u"location"_s, source.location }, { u"document"_s, source.document }, { u"line"_s, source.firstLine } };
    if (!source.localPath.isEmpty())
        json.insert(u"path"_s, source.localPath);
    return json;
}

} // namespace

ExitCode query(const QStringList &given)
{
    const Arguments arguments(given, {}, valued());
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto selection = select(*mirror, arguments);
    if (!selection)
        return UsageOrIo;
    for (const QString &hint : selection->hints)
        complain(u"callboardctl: "_s + hint);
    if (arguments.has(u"json"_s)) {
        printJson({ { u"items"_s, toArray(selection->served) }, { u"totalItems"_s, selection->total } });
        return Good;
    }
    for (const QJsonObject &served : selection->served) {
        const domain::Entity entity = domain::Entity::fromJson(served);
        printLine(u"%1\t%2\t%3"_s.arg(entity.ref().toString(), firstTarget(entity, "ownedBy"_L1), entity.displayName()));
    }
    return Good;
}

ExitCode show(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 1)
        return badUsage(u"show which entity? For example component:default/ledger-api"_s);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto ref = resolve(*mirror->snapshot(), arguments.rest().first());
    if (!ref)
        return ProblemsFound;
    const auto entity = mirror->entity(*ref);
    if (!entity) {
        complain(u"callboardctl: there is no %1 in this catalog"_s.arg(*ref));
        return ProblemsFound;
    }
    QJsonObject answer { { u"entity"_s, entity->toJson() } };
    if (const auto provenance = mirror->provenance(*ref))
        answer.insert(u"provenance"_s, toJson(*provenance));
    if (const auto source = sync::sourceOf(*mirror, *ref))
        answer.insert(u"source"_s, toJson(*source));
    if (arguments.has(u"json"_s))
        printJson(answer);
    else
        write(domain::toYaml(answer).toUtf8());
    return Good;
}

ExitCode exportEntities(const QStringList &given)
{
    const Arguments arguments(given, {}, valued({ u"format"_s }));
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QString format = arguments.has(u"json"_s) ? u"json"_s : arguments.value(u"format"_s);
    if (!QStringList { QString(), u"csv"_s, u"json"_s, u"yaml"_s }.contains(format))
        return badUsage(u"a format is csv, json or yaml"_s);
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto selection = select(*mirror, arguments);
    if (!selection)
        return UsageOrIo;
    if (format == "yaml"_L1) {
        for (const QJsonObject &served : selection->served)
            write("---\n" + domain::toYaml(served).toUtf8());
        return Good;
    }
    if (format == "csv"_L1) {
        std::vector<domain::Entity> entities;
        for (const QJsonObject &served : selection->served)
            entities.push_back(domain::Entity::fromJson(served));
        write(items::exportEntities(entities, items::ExportFormat::Csv));
        return Good;
    }
    write(QJsonDocument(toArray(selection->served)).toJson(QJsonDocument::Compact) + '\n');
    return Good;
}

} // namespace callboard::ctl
