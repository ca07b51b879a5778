// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/docsanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qsizetype mostFiles = 20'000;
constexpr qsizetype longestLine = 64 << 10;

bool isUsable(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return !path.isEmpty() && path.size() <= 1024
        && std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; });
}

} // namespace

bool isPage(const QString &path)
{
    return path.endsWith(".html"_L1);
}

domain::Result<DocsMetadata> readDocsMetadata(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(ErrorCode::BadResponse, u"the site's metadata is no object"_s);
    const QJsonObject object = document.object();
    DocsMetadata metadata;
    const qint64 built = object["build_timestamp"_L1].toInteger();
    if (built > 0)
        metadata.builtAt = QDateTime::fromMSecsSinceEpoch(built, QTimeZone::UTC);
    metadata.build = QString::number(built) + u'/' + object["etag"_L1].toString();
    metadata.name = object["site_name"_L1].toString();
    metadata.description = object["site_description"_L1].toString();
    for (const QJsonValue value : object["files"_L1].toArray()) {
        const QString path = value.toString();
        if (isUsable(path) && !isOfTheme(path) && metadata.files.size() < mostFiles)
            metadata.files.append(path);
    }
    std::ranges::stable_partition(metadata.files, isPage);
    return metadata;
}

QStringList pagesInSearchIndex(const QByteArray &body)
{
    QStringList pages;
    QSet<QString> seen;
    for (const QJsonValue entry : QJsonDocument::fromJson(body).object()["docs"_L1].toArray()) {
        const QString file = fileOfPage(entry["location"_L1].toString().section(u'#', 0, 0));
        if (isUsable(file) && !seen.contains(file) && pages.size() < mostFiles) {
            seen.insert(file);
            pages.append(file);
        }
    }
    return pages;
}

bool isOfTheme(const QString &path)
{
    // Of Material for MkDocs and of MkDocs' own themes.
    static constexpr std::array folders { "assets/javascripts/"_L1, "assets/stylesheets/"_L1, "assets/fonts/"_L1, "assets/external/"_L1,
        "search/"_L1, "webfonts/"_L1, "fonts/"_L1 };
    static constexpr std::array endings { ".js"_L1, ".css"_L1, ".map"_L1, ".woff"_L1, ".woff2"_L1, ".ttf"_L1, ".eot"_L1, ".xml"_L1, ".xml.gz"_L1 };
    static const QStringList names { u"404.html"_s, u"techdocs_metadata.json"_s, u"assets/images/favicon.png"_s, u"img/favicon.ico"_s,
        u"objects.inv"_s };
    return names.contains(path) || std::ranges::any_of(folders, [&](QLatin1StringView folder) { return path.startsWith(folder); })
        || std::ranges::any_of(endings, [&](QLatin1StringView ending) { return path.endsWith(ending); });
}

QString fileOfPage(const QString &pagePath)
{
    return pagePath.isEmpty() || pagePath.endsWith(u'/') ? pagePath + u"index.html"_s : pagePath;
}

DocsEvents::DocsEvents(Handler handler)
    : m_handler(std::move(handler))
{
}

void DocsEvents::feed(QByteArrayView piece)
{
    for (const char c : piece) {
        if (c == '\n' && m_afterReturn) {
            m_afterReturn = false;
            continue;
        }
        m_afterReturn = c == '\r';
        if (c == '\n' || c == '\r')
            line(std::exchange(m_line, {}));
        else if (m_line.size() < longestLine)
            m_line += c;
    }
}

void DocsEvents::line(const QByteArray &line)
{
    if (line.isEmpty()) {
        if (!m_data.isEmpty())
            m_handler(m_event.isEmpty() ? QByteArray("message") : m_event, m_data);
        m_event.clear();
        m_data.clear();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = colon < 0 ? line : line.first(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value.removeFirst();
    if (name == "event")
        m_event = value;
    else if (name == "data" && m_data.size() < longestLine)
        m_data += m_data.isEmpty() ? value : '\n' + value;
}

QString withoutColours(const QByteArray &jsonText)
{
    static const QRegularExpression colours(u"\\x1b\\[[0-9;]*[A-Za-z]"_s);
    QString text = QJsonDocument::fromJson('[' + jsonText + ']').array().at(0).toString();
    // The time that the backend's logger puts behind.
    static const QRegularExpression stamp(u" \\{\"timestamp\":\"[^\"]*\"\\}$"_s);
    return text.remove(colours).remove(stamp).simplified();
}

QByteArray DocsState::toBytes() const
{
    QJsonObject all;
    for (auto site = sites.cbegin(); site != sites.cend(); ++site) {
        QJsonObject files;
        for (auto file = site->files.cbegin(); file != site->files.cend(); ++file)
            files.insert(file.key(), file.value());
        all.insert(site.key(), QJsonObject { { u"build"_s, site->build }, { u"files"_s, files }, { u"whole"_s, site->whole }, { u"alias"_s, site->alias } });
    }
    return QJsonDocument(QJsonObject { { u"sites"_s, all } }).toJson(QJsonDocument::Compact);
}

DocsState DocsState::fromBytes(const QByteArray &bytes)
{
    DocsState state;
    const QJsonObject all = QJsonDocument::fromJson(bytes).object()["sites"_L1].toObject();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QJsonObject json = entry.value().toObject();
        Site site { json["build"_L1].toString(), {}, json["whole"_L1].toBool(), json["alias"_L1].toString() };
        const QJsonObject files = json["files"_L1].toObject();
        for (auto file = files.begin(); file != files.end(); ++file)
            site.files.insert(file.key(), file.value().toString());
        state.sites.insert(entry.key(), std::move(site));
    }
    return state;
}

} // namespace callboard::backstage
