// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"

#include "models/search/mine.h"
#include "models/catalog/query.h"
#include "models/search/filter.h"
#include "models/sync/workspaces.h"

#include <QDateTime>
#include <QFileInfo>
#include <QUrlQuery>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

const QStringList byQueryOptions { u"filter"_s, u"query"_s, u"order-field"_s, u"full-text"_s, u"full-text-fields"_s,
    u"fields"_s, u"limit"_s, u"offset"_s };

QUrlQuery byQueryParameters(const Arguments &arguments)
{
    static const QList<std::pair<QString, QString>> names { { u"filter"_s, u"filter"_s }, { u"query"_s, u"query"_s },
        { u"order-field"_s, u"orderField"_s }, { u"full-text"_s, u"fullTextFilterTerm"_s },
        { u"full-text-fields"_s, u"fullTextFilterFields"_s }, { u"fields"_s, u"fields"_s }, { u"limit"_s, u"limit"_s },
        { u"offset"_s, u"offset"_s } };
    QUrlQuery query;
    for (const auto &[option, parameter] : names) {
        for (const QString &value : arguments.values(option))
            query.addQueryItem(parameter, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    return query;
}

std::optional<std::vector<QJsonObject>> readServed(const mirror::Mirror &mirror, const QStringList &refs)
{
    std::vector<QJsonObject> served;
    const auto visited = mirror.forEachEntity(refs, [&](const domain::Entity &entity) {
        served.push_back(entity.toJson());
        return true;
    });
    if (visited)
        return served;
    complainOf(visited.error());
    return std::nullopt;
}

std::optional<Selection> selectByQuery(const mirror::Mirror &mirror, const Arguments &arguments)
{
    const auto request = catalog::parseQueryRequest(byQueryParameters(arguments));
    if (!request) {
        badUsage(request.error().detail);
        return std::nullopt;
    }
    const auto all = readServed(mirror, {});
    if (!all)
        return std::nullopt;
    const auto answer = catalog::answer(*request, *all);
    if (!answer) {
        badUsage(answer.error().detail);
        return std::nullopt;
    }
    Selection selection;
    selection.total = answer->totalItems;
    for (const QJsonValue &item : answer->items)
        selection.served.push_back(item.toObject());
    return selection;
}

search::PersonalPtr personalOf(const mirror::Mirror &mirror, const mirror::Snapshot &snapshot)
{
    auto personal = std::make_shared<search::Personal>();
    personal->marks.resize(snapshot.size());
    const mirror::Row me = snapshot.find(mirror.value(u"me"_s).toString());
    if (me == mirror::noRow)
        return personal;
    const std::vector<bool> owned = search::mineOf(snapshot, me);
    for (size_t row = 0; row < owned.size(); ++row) {
        if (owned[row])
            personal->marks[row] |= search::Personal::Mine;
    }
    return personal;
}

std::optional<Selection> selectPlainly(const mirror::Mirror &mirror, const QString &text)
{
    const mirror::SnapshotPtr snapshot = mirror.snapshot();
    const search::IndexPtr index = search::CatalogIndex::build(snapshot);
    search::Filter filter;
    filter.text = text;
    search::FilterContext context;
    context.personal = personalOf(mirror, *snapshot);
    context.readBodies = [&](const QStringList &refs, const auto &visit, std::stop_token stop) {
        (void)mirror.forEachEntity(refs, visit, stop);
    };
    context.findText = [&](const QStringList &words, std::stop_token stop) {
        return mirror.fullText(words, mirror::Mirror::everyMatch, stop).value_or(QStringList());
    };
    context.now = QDateTime::currentMSecsSinceEpoch();
    context.wantCounts = false;
    const search::FilterResult found = search::FilterEngine().run(index, filter, context);
    Selection selection;
    selection.hints = found.hints;
    QStringList refs;
    for (const mirror::Row row : index->order(search::Order::Name)) {
        if (found.shown[row])
            refs.append(snapshot->ref(row).toString());
    }
    selection.total = refs.size();
    if (refs.isEmpty())
        return selection;
    auto served = readServed(mirror, refs);
    if (!served)
        return std::nullopt;
    selection.served = std::move(*served);
    return selection;
}

} // namespace

QString workspaceDirectory(const Arguments &arguments)
{
    const QString given = arguments.value(u"workspace"_s);
    return sync::workspaceDirectoryOf(given).value_or(QFileInfo(given).absoluteFilePath());
}

ExitCode complainOf(const domain::Error &error)
{
    complain(u"callboardctl: %1: %2"_s.arg(domain::name(error.code), error.detail));
    return UsageOrIo;
}

bool isThere(const Arguments &arguments)
{
    const QString directory = workspaceDirectory(arguments);
    if (QFileInfo::exists(directory + u"/mirror.sqlite"_s))
        return true;
    complain(u"callboardctl: there is no workspace in %1. \"callboardctl connect folder PATH\" makes one."_s.arg(directory));
    return false;
}

std::unique_ptr<mirror::Mirror> openForReading(const Arguments &arguments)
{
    if (!isThere(arguments))
        return nullptr;
    mirror::Mirror::Options options;
    options.readOnly = true;
    auto mirror = mirror::Mirror::open(workspaceDirectory(arguments), options);
    if (mirror)
        return std::move(*mirror);
    complainOf(mirror.error());
    return nullptr;
}

std::optional<QString> resolve(const mirror::Snapshot &snapshot, const QString &typed)
{
    domain::EntityRef::Defaults anyKind;
    anyKind.kind = u"*"_s;
    const auto ref = domain::EntityRef::parse(typed, anyKind);
    if (!ref) {
        badUsage(ref.error().detail);
        return std::nullopt;
    }
    if (ref->kind != "*"_L1)
        return ref->canonical();
    QStringList found;
    for (mirror::Row row = 0; row < snapshot.size(); ++row) {
        if (snapshot.name(row).compare(ref->name, Qt::CaseInsensitive) == 0 && snapshot.ns(row).compare(ref->ns, Qt::CaseInsensitive) == 0)
            found.append(snapshot.ref(row).toString());
    }
    if (found.size() == 1)
        return found.first();
    complain(found.isEmpty() ? u"callboardctl: there is no %1 in this catalog"_s.arg(typed)
                             : u"callboardctl: %1 may be one of: %2"_s.arg(typed, found.join(u", "_s)));
    return std::nullopt;
}

QStringList selectionOptions()
{
    return byQueryOptions;
}

std::optional<Selection> select(const mirror::Mirror &mirror, const Arguments &arguments)
{
    const bool byQuery = std::ranges::any_of(byQueryOptions, [&](const QString &option) { return !arguments.values(option).isEmpty(); });
    if (byQuery && !arguments.rest().isEmpty()) {
        badUsage(u"either a text or --filter and its companions, not both"_s);
        return std::nullopt;
    }
    return byQuery ? selectByQuery(mirror, arguments) : selectPlainly(mirror, arguments.rest().join(u' '));
}

} // namespace callboard::ctl
