// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/items/apiwording.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using apis::ApiDefinition;
using items::ApiWording;

namespace {

QString typeOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "proto"_L1)
        return u"grpc"_s;
    return suffix == "graphql"_L1 || suffix == "gql"_L1 || suffix == "graphqls"_L1 ? u"graphql"_s : QString();
}

/// A definition from a file, or of an entity, at one of its versions with `@VERSION`. Nothing after a complaint.
std::optional<ApiDefinition> definitionOf(const Arguments &arguments, const QString &what)
{
    if (QFileInfo(what).isFile()) {
        QFile file(what);
        constexpr qint64 longest = 64 << 20;
        if (!file.open(QIODevice::ReadOnly)) {
            complain(u"callboardctl: %1: %2"_s.arg(what, file.errorString()));
            return std::nullopt;
        }
        const auto definition = apis::parseApi(typeOf(what), file.read(longest + 1));
        if (!definition)
            complainOf(definition.error());
        return definition ? std::optional(*definition) : std::nullopt;
    }
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return std::nullopt;
    const qsizetype at = what.lastIndexOf(u'@');
    bool isVersion = false;
    const qint64 version = at < 0 ? 0 : QStringView(what).sliced(at + 1).toLongLong(&isVersion);
    const auto ref = resolve(*mirror->snapshot(), isVersion ? what.first(at) : what);
    if (!ref)
        return std::nullopt;
    const auto entity = isVersion ? mirror->versionBody(version) : mirror->entity(*ref);
    if (!entity || entity->ref().canonical() != *ref) {
        complain(u"callboardctl: there is no %1 in this workspace"_s.arg(what));
        return std::nullopt;
    }
    if (apis::definitionText(entity->spec()).isEmpty()) {
        complain(u"callboardctl: %1 has no definition"_s.arg(what));
        return std::nullopt;
    }
    const auto definition = apis::parseApi(entity->spec());
    if (!definition)
        complainOf(definition.error());
    return definition ? std::optional(*definition) : std::nullopt;
}

QJsonObject toJson(const ApiDefinition &definition)
{
    QJsonArray items, problems;
    QJsonObject counts;
    for (const apis::Item &item : definition.items) {
        const QString kind = apis::name(item.kind);
        counts.insert(kind, counts[kind].toInt() + 1);
        QJsonObject json { { u"id"_s, item.id }, { u"kind"_s, kind }, { u"name"_s, item.name }, { u"line"_s, item.at.line }, { u"column"_s, item.at.column } };
        if (!item.group.isEmpty())
            json.insert(u"group"_s, item.group);
        if (!item.summary.isEmpty())
            json.insert(u"summary"_s, item.summary);
        if (item.deprecated)
            json.insert(u"deprecated"_s, true);
        if (!item.uses.isEmpty())
            json.insert(u"uses"_s, QJsonArray::fromStringList(item.uses));
        items.append(json);
    }
    for (const apis::Problem &problem : definition.problems) {
        problems.append(QJsonObject { { u"line"_s, problem.at.line }, { u"column"_s, problem.at.column }, { u"message"_s, problem.message },
            { u"severity"_s, problem.isError ? u"error"_s : u"warning"_s } });
    }
    return { { u"format"_s, QString(apis::name(definition.format)) }, { u"language"_s, definition.language }, { u"title"_s, definition.title },
        { u"version"_s, definition.version }, { u"counts"_s, counts }, { u"items"_s, items }, { u"problems"_s, problems },
        { u"imports"_s, QJsonArray::fromStringList(definition.imports) } };
}

ExitCode show(const Arguments &arguments, const QStringList &rest)
{
    if (rest.size() != 1)
        return badUsage(u"api show takes one file or entity"_s);
    const auto definition = definitionOf(arguments, rest.first());
    if (!definition)
        return UsageOrIo;
    if (arguments.has(u"json"_s)) {
        printJson(toJson(*definition));
    } else {
        printLine(u"%1 %2 (%3)"_s.arg(definition->title, definition->version, definition->language));
        for (const apis::Item &item : definition->items) {
            printLine(u"%1\t%2\t%3%4\t%5"_s.arg(QString::number(item.at.line), QString(apis::name(item.kind)), item.name,
                item.deprecated ? u" (deprecated)"_s : QString(), item.summary));
        }
        for (const apis::Problem &problem : definition->problems)
            complain(u"%1:%2:%3: %4"_s.arg(rest.first(), QString::number(problem.at.line), QString::number(problem.at.column), problem.message));
    }
    return definition->hasErrors() ? ProblemsFound : Good;
}

bool matches(const apis::ListedItem &item, const QStringList &terms)
{
    return std::ranges::all_of(terms, [&](const QString &term) {
        const auto holds = [&](const QString &text) { return text.contains(term, Qt::CaseInsensitive); };
        return holds(item.title) || holds(item.subtitle) || std::ranges::any_of(item.words, holds);
    });
}

ExitCode list(const Arguments &arguments, const QStringList &terms)
{
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    QJsonArray found;
    const auto visited = mirror->forEachEntity({}, [&](const domain::Entity &entity) {
        if (entity.kind().compare("api"_L1, Qt::CaseInsensitive) != 0)
            return true;
        const auto definition = apis::parseApi(entity.spec());
        if (!definition)
            return true;
        const QString ref = entity.ref().canonical();
        for (const apis::ListedItem &item : apis::items(*definition)) {
            if (!matches(item, terms))
                continue;
            if (arguments.has(u"json"_s)) {
                found.append(QJsonObject { { u"ref"_s, ref }, { u"id"_s, item.id }, { u"kind"_s, QString(apis::name(item.kind)) }, { u"title"_s, item.title },
                    { u"summary"_s, item.subtitle }, { u"link"_s, apis::apiLink(ref, item.id) } });
            } else {
                printLine(u"%1\t%2\t%3\t%4"_s.arg(ref, QString(apis::name(item.kind)), item.title, item.subtitle));
            }
        }
        return true;
    });
    if (!visited)
        return complainOf(visited.error());
    if (arguments.has(u"json"_s))
        printJson({ { u"items"_s, found } });
    return Good;
}

QJsonObject toJson(const apis::Comparison &comparison)
{
    static constexpr QLatin1StringView kinds[] { "added"_L1, "removed"_L1, "changed"_L1 };
    QJsonArray changes;
    for (const apis::ItemChange &change : comparison.changes) {
        QJsonArray differences;
        for (const apis::Difference &one : change.differences) {
            differences.append(QJsonObject { { u"change"_s, QString(apis::name(one.change)) }, { u"where"_s, one.where }, { u"subject"_s, one.subject },
                { u"before"_s, one.before }, { u"after"_s, one.after }, { u"breaking"_s, one.breaking }, { u"text"_s, ApiWording::difference(one) } });
        }
        changes.append(QJsonObject { { u"change"_s, QString(kinds[size_t(change.kind)]) }, { u"id"_s, change.id },
            { u"kind"_s, QString(apis::name(change.itemKind)) }, { u"breaking"_s, change.breaking }, { u"differences"_s, differences } });
    }
    return { { u"changes"_s, changes }, { u"breaking"_s, comparison.breaking() } };
}

ExitCode diff(const Arguments &arguments, const QStringList &rest)
{
    if (rest.size() != 2)
        return badUsage(u"api diff takes two files or entities, the earlier first; REF@VERSION is one of an entity's versions"_s);
    const auto before = definitionOf(arguments, rest[0]);
    const auto after = before ? definitionOf(arguments, rest[1]) : std::nullopt;
    if (!after)
        return UsageOrIo;
    const apis::Comparison comparison = apis::compare(*before, *after);
    if (comparison.isIncomparable) {
        complain(u"callboardctl: one is %1, the other %2"_s.arg(ApiWording::format(before->format), ApiWording::format(after->format)));
        return UsageOrIo;
    }
    if (arguments.has(u"json"_s)) {
        printJson(toJson(comparison));
    } else {
        for (const apis::ItemChange &change : comparison.changes) {
            printLine(u"%1 %2 %3"_s.arg(change.breaking ? u"!"_s : u" "_s, ApiWording::change(change.kind), change.id));
            for (const apis::Difference &one : change.differences)
                printLine(u"  %1 %2"_s.arg(one.breaking ? u"!"_s : u" "_s, ApiWording::difference(one)));
        }
        complain(u"callboardctl: "_s + ApiWording::summary(comparison));
    }
    return comparison.breaking() > 0 ? ProblemsFound : Good;
}

} // namespace

ExitCode api(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    QStringList rest = arguments.rest();
    const QString what = rest.isEmpty() ? QString() : rest.takeFirst();
    if (what == "show"_L1)
        return show(arguments, rest);
    if (what == "list"_L1)
        return list(arguments, rest);
    if (what == "diff"_L1)
        return diff(arguments, rest);
    return badUsage(u"api show FILE|REF, api list [TERMS], or api diff A B"_s);
}

} // namespace callboard::ctl
