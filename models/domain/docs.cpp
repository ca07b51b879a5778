// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"

#include <QJsonArray>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestNav = 32;

QJsonArray navToJson(const std::vector<DocNavEntry> &entries)
{
    QJsonArray array;
    for (const auto &entry : entries) {
        QJsonObject json { { u"title"_s, entry.title } };
        if (entry.isPage)
            json.insert("path"_L1, entry.path);
        if (!entry.link.isEmpty())
            json.insert("link"_L1, entry.link);
        if (!entry.children.empty())
            json.insert("children"_L1, navToJson(entry.children));
        array.append(json);
    }
    return array;
}

std::vector<DocNavEntry> navFromJson(const QJsonArray &array, int depth = 0)
{
    std::vector<DocNavEntry> entries;
    if (depth > deepestNav)
        return entries;
    for (const auto &value : array) {
        const auto json = value.toObject();
        entries.push_back({ json["title"_L1].toString(), json["path"_L1].toString(), json["link"_L1].toString(),
            json.contains("path"_L1), navFromJson(json["children"_L1].toArray(), depth + 1) });
    }
    return entries;
}

/// The path in `key`, which begins with the site's ref and a slash.
QString pathInKey(const QString &key, const QString &site)
{
    return key.startsWith(site + u'/') ? key.sliced(site.size() + 1) : QString();
}

} // namespace

QString docPagePath(const QString &filePath)
{
    if (filePath == "index.html"_L1)
        return {};
    return filePath.endsWith("/index.html"_L1) ? filePath.chopped(10) : filePath;
}

DocLink docLink(const QString &link, const QString &site, const QString &path)
{
    if (link.isEmpty())
        return {};
    if (link.startsWith("http:"_L1) || link.startsWith("https:"_L1) || link.startsWith("mailto:"_L1))
        return { DocLink::Kind::Web, {}, {}, {} };
    const qsizetype hash = link.indexOf(u'#');
    QString target = hash < 0 ? link : link.first(hash);
    DocLink found { DocLink::Kind::Page, site, path, hash < 0 ? QString() : link.sliced(hash + 1) };
    if (target.isEmpty())
        return found;
    if (target.startsWith(u'/')) {
        // The ref holds one slash of its own.
        const qsizetype end = target.indexOf(u'/', target.indexOf(u'/', 1) + 1);
        found.site = end < 0 ? target.sliced(1) : target.sliced(1, end - 1);
        target = end < 0 ? QString() : target.sliced(end + 1);
    }
    found.path = target == "./"_L1 ? QString() : target.replace("%23"_L1, "#"_L1).replace("%25"_L1, "%"_L1);
    return found;
}

QString linkToDocs(const QString &path, const QString &anchor, const QString &site)
{
    QString link = path;
    // Only what would be read as something else.
    link.replace(u'%', "%25"_L1).replace(u'#', "%23"_L1);
    if (!site.isEmpty())
        link.prepend(u'/' + site + u'/');
    else if (link.isEmpty())
        link = u"./"_s;
    return anchor.isEmpty() ? link : link + u'#' + anchor;
}

QString docKey(const QString &site, const QString &path)
{
    return site + u'/' + path;
}

Record DocSite::toRecord() const
{
    return { .type = recordtype::docSite, .key = entityRef, .entityRef = entityRef,
        .body = { { u"name"_s, name }, { u"description"_s, description }, { u"nav"_s, navToJson(nav) }, { u"flavour"_s, flavour },
            { u"sourceUrl"_s, sourceUrl }, { u"etag"_s, etag }, { u"builtAt"_s, builtAt.toString(Qt::ISODateWithMs) },
            { u"pages"_s, pages }, { u"complete"_s, complete }, { u"aliasOf"_s, aliasOf }, { u"aliasPath"_s, aliasPath } } };
}

DocSite DocSite::fromRecord(const Record &record)
{
    const auto &body = record.body;
    return { .entityRef = record.entityRef, .name = body["name"_L1].toString(), .description = body["description"_L1].toString(),
        .nav = navFromJson(body["nav"_L1].toArray()), .flavour = body["flavour"_L1].toString(),
        .sourceUrl = body["sourceUrl"_L1].toString(), .etag = body["etag"_L1].toString(),
        .builtAt = QDateTime::fromString(body["builtAt"_L1].toString(), Qt::ISODateWithMs), .pages = body["pages"_L1].toInt(),
        .complete = body["complete"_L1].toBool(), .aliasOf = body["aliasOf"_L1].toString(), .aliasPath = body["aliasPath"_L1].toString() };
}

Record DocPage::toRecord() const
{
    return { .type = recordtype::docPage, .key = docKey(site, path), .entityRef = site,
        .body = { { u"source"_s, source }, { u"title"_s, title }, { u"editUrl"_s, editUrl }, { u"status"_s, status },
            { u"date"_s, date }, { u"document"_s, document.toJson() } } };
}

DocPage DocPage::fromRecord(const Record &record)
{
    const auto &body = record.body;
    return { .site = record.entityRef, .path = pathInKey(record.key, record.entityRef), .source = body["source"_L1].toString(),
        .title = body["title"_L1].toString(), .editUrl = body["editUrl"_L1].toString(), .status = body["status"_L1].toString(),
        .date = body["date"_L1].toString(), .document = Document::fromJson(body["document"_L1].toObject()) };
}

Record DocAsset::toRecord() const
{
    return { .type = recordtype::docAsset, .key = docKey(site, path), .entityRef = site,
        .body = { { u"blob"_s, blob }, { u"bytes"_s, bytes } } };
}

DocAsset DocAsset::fromRecord(const Record &record)
{
    return { .site = record.entityRef, .path = pathInKey(record.key, record.entityRef), .blob = record.body["blob"_L1].toString(),
        .bytes = record.body["bytes"_L1].toInteger() };
}

} // namespace callboard::domain
