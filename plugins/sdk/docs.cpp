// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/docs.h"

#include <QDir>
#include <QHash>
#include <QSet>

namespace callboard::sdk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto refKey = "backstage.io/techdocs-ref"_L1;
constexpr auto entityKey = "backstage.io/techdocs-entity"_L1;
constexpr auto entityPathKey = "backstage.io/techdocs-entity-path"_L1;
constexpr auto adrKey = "backstage.io/adr-location"_L1;
constexpr auto sourceKey = "backstage.io/source-location"_L1;
constexpr auto managedKey = "backstage.io/managed-by-location"_L1;

struct Location {
    QString type;
    QString target;
};

Location locationIn(const AskedEntity &entity, QLatin1StringView key)
{
    const QString text = entity.annotations[key].toString();
    return { text.section(u':', 0, 0), text.section(u':', 1) };
}

/// `relative` from the folder that `base` is, or is in; with a slash at its end. Empty where it leads out of a host.
QString resolved(const Location &base, const QString &relative)
{
    QString folder;
    if (base.type == "url"_L1) {
        const QUrl from(base.target);
        if (!from.isValid() || QUrl(relative).isRelative() == false)
            return {};
        folder = from.resolved(QUrl(relative, QUrl::TolerantMode)).toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
    } else if (base.type == "file"_L1) {
        const QString from = base.target.left(base.target.lastIndexOf(u'/') + 1);
        folder = QDir::cleanPath(from + relative);
    }
    if (!folder.isEmpty() && !folder.endsWith(u'/'))
        folder += u'/';
    return folder;
}

/// Where `dir:` begins: the source, if it is said, else the descriptor.
Location baseOf(const AskedEntity &entity)
{
    const Location source = locationIn(entity, sourceKey);
    return source.type == "url"_L1 || source.type == "file"_L1 ? source : locationIn(entity, managedKey);
}

QString folderOf(const AskedEntity &entity)
{
    const Location ref = locationIn(entity, refKey);
    if (ref.type == "dir"_L1) {
        const QString relative = ref.target.isEmpty() ? u"."_s : ref.target;
        return resolved(baseOf(entity), relative.endsWith(u'/') || relative == "."_L1 ? relative : relative + u'/');
    }
    if (ref.type == "url"_L1)
        return ref.target.endsWith(u'/') ? ref.target : ref.target + u'/';
    return {};
}

/// How the large hosts name the page on which a file is changed; empty for others.
QString editTemplateOf(const QString &folder)
{
    if (!folder.startsWith("http"_L1))
        return {};
    QString edit = folder;
    for (const auto &[shown, changed] : { std::pair { "/-/tree/"_L1, "/-/edit/"_L1 }, { "/-/blob/"_L1, "/-/edit/"_L1 },
             { "/src/branch/"_L1, "/_edit/"_L1 }, { "/tree/"_L1, "/edit/"_L1 }, { "/blob/"_L1, "/edit/"_L1 } }) {
        if (const qsizetype at = edit.indexOf(shown); at > 0)
            return edit.replace(at, shown.size(), changed) + u"{path}"_s;
    }
    return {};
}

/// Decision records that are not where the rest is: a folder of their own.
void setRecords(DocSource &source, const AskedEntity &entity)
{
    QString records = entity.annotations[adrKey].toString();
    if (records.startsWith("url:"_L1))
        records.remove(0, 4);
    while (records.endsWith(u'/'))
        records.chop(1);
    if (records.isEmpty())
        return;
    if (records.startsWith("http"_L1)) {
        if (!source.folder.isEmpty() && records.startsWith(source.folder)) {
            source.adrFolder = records.sliced(source.folder.size());
        } else if (source.folder.isEmpty()) {
            source.folder = records.left(records.lastIndexOf(u'/') + 1);
            source.adrFolder = records.sliced(source.folder.size());
        }
        return;
    }
    if (source.folder.isEmpty())
        source.folder = resolved(baseOf(entity), u"."_s);
    source.adrFolder = QDir::cleanPath(records);
    if (source.adrFolder.startsWith(".."_L1) || source.adrFolder.startsWith(u'/'))
        source.adrFolder.clear();
}

/// Of several entities in one folder, whose README it is.
int rankOf(const QString &ref)
{
    static const QStringList kinds { u"component"_s, u"system"_s, u"domain"_s, u"resource"_s, u"api"_s };
    return int(kinds.indexOf(ref.section(u':', 0, 0)));
}

} // namespace

QStringList docAnnotations()
{
    return { QString(refKey), QString(entityKey), QString(entityPathKey), QString(adrKey), QString(sourceKey), QString(managedKey) };
}

QString descriptorTargetOf(const AskedEntity &entity)
{
    const Location location = locationIn(entity, managedKey);
    return location.type == "url"_L1 || location.type == "file"_L1 ? location.target : QString();
}

std::optional<domain::DocSite> docAliasOf(const AskedEntity &entity)
{
    const auto other = domain::EntityRef::parse(entity.annotations[entityKey].toString());
    if (!other)
        return std::nullopt;
    domain::DocSite site;
    site.entityRef = entity.ref;
    site.aliasOf = other->canonical();
    site.aliasPath = entity.annotations[entityPathKey].toString();
    while (site.aliasPath.startsWith(u'/'))
        site.aliasPath.removeFirst();
    return site;
}

std::vector<DocSource> docSourcesOf(const std::vector<AskedEntity> &entities)
{
    QHash<QString, QString> found; // Folder to the entity whose site it is.
    QHash<QString, DocSource> sources;
    const auto add = [&](const QString &ref, DocSource source) {
        source.editTemplate = editTemplateOf(source.folder);
        found.insert(source.folder, ref);
        sources.insert(ref, std::move(source));
    };
    for (const AskedEntity &entity : entities) {
        if (docAliasOf(entity))
            continue;
        DocSource source { entity.ref, folderOf(entity) };
        setRecords(source, entity);
        if (!source.folder.isEmpty())
            add(entity.ref, std::move(source));
    }
    QHash<QString, QString> bare;
    for (const AskedEntity &entity : entities) {
        const QString folder = resolved(locationIn(entity, managedKey), u"."_s);
        if (folder.isEmpty() || found.contains(folder) || sources.contains(entity.ref) || rankOf(entity.ref) < 0 || docAliasOf(entity))
            continue;
        const QString before = bare.value(folder);
        const bool first = before.isEmpty() || std::pair(rankOf(entity.ref), entity.ref) < std::pair(rankOf(before), before);
        if (first)
            bare.insert(folder, entity.ref);
    }
    for (auto entry = bare.cbegin(); entry != bare.cend(); ++entry)
        add(entry.value(), { entry.value(), entry.key() });
    std::vector<DocSource> ordered;
    for (const AskedEntity &entity : entities) {
        if (sources.contains(entity.ref))
            ordered.push_back(sources.take(entity.ref));
    }
    return ordered;
}

} // namespace callboard::sdk
