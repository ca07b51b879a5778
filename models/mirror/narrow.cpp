// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/narrow.h"

#include <QUrl>

#include <array>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype descriptionLength = 160;

// Neighbours are each other's inverse. The order is part of the packed format: append only.
constexpr std::array<std::string_view, 14> relationTypes { "ownedBy", "ownerOf", "providesApi",
    "apiProvidedBy", "consumesApi", "apiConsumedBy", "dependsOn", "dependencyOf", "parentOf",
    "childOf", "memberOf", "hasMember", "partOf", "hasPart" };
constexpr int textColumns = 9;
constexpr quint32 otherType = 0; // A packed code is the index above plus one.

void putNumber(QByteArray &out, quint32 value)
{
    while (value >= 0x80) {
        out.append(char(value | 0x80));
        value >>= 7;
    }
    out.append(char(value));
}

void putText(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    putNumber(out, quint32(utf8.size()));
    out.append(utf8);
}

quint32 codeOf(const QString &type)
{
    for (quint32 i = 0; i < relationTypes.size(); ++i) {
        if (type == QLatin1StringView(relationTypes[i]))
            return i + 1;
    }
    return otherType;
}

QString firstCharacters(const QString &description)
{
    QString text = description.left(descriptionLength * 4).simplified().left(descriptionLength);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

bool isTrue(const QString &annotation)
{
    return annotation == "true"_L1;
}

QString repositoryOfUrl(const QString &location)
{
    const QUrl url(location);
    if (url.host().isEmpty())
        return location;
    const QString path = url.path();
    // The part of a path where hosts go from the repository into its tree.
    for (const QLatin1StringView mark : { "/-/"_L1, "/blob/"_L1, "/tree/"_L1, "/raw/"_L1,
             "/edit/"_L1, "/src/"_L1, "/browse/"_L1 }) {
        if (const qsizetype at = path.indexOf(mark); at > 0)
            return url.scheme() % u"://"_s % url.authority() % path.left(at);
    }
    QString trimmed = path;
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    return url.scheme() % u"://"_s % url.authority() % trimmed;
}

} // namespace

PackedReader::PackedReader(std::string_view packed)
    : m_rest(packed)
    , m_ok(!packed.empty() && static_cast<unsigned char>(packed.front()) == packedFormat)
{
    if (m_ok)
        m_rest.remove_prefix(1);
    else
        m_rest = {};
}

quint32 PackedReader::number()
{
    quint32 value = 0;
    for (int shift = 0; shift < 35 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= quint32(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    m_ok = false;
    return 0;
}

std::string_view PackedReader::text()
{
    const quint32 length = number();
    if (length > m_rest.size()) {
        m_ok = false;
        m_rest = {};
        return {};
    }
    const std::string_view text = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return text;
}

QByteArray pack(const NarrowEntity &entity)
{
    QByteArray out;
    out.reserve(256 + entity.description.size() + qsizetype(entity.relations.size()) * 40);
    out.append(char(packedFormat));
    for (const QString *text : { &entity.ref, &entity.kind, &entity.ns, &entity.name, &entity.title,
             &entity.type, &entity.lifecycle, &entity.description, &entity.repository })
        putText(out, *text);
    putNumber(out, quint32(entity.tags.size()));
    for (const QString &tag : entity.tags)
        putText(out, tag);
    putNumber(out, quint32(entity.relations.size()));
    for (const domain::Relation &relation : entity.relations) {
        const quint32 code = codeOf(relation.type);
        putNumber(out, code);
        if (code == otherType)
            putText(out, relation.type);
        putText(out, relation.targetRef);
    }
    return out;
}

std::vector<domain::Relation> unpackRelations(QByteArrayView packed)
{
    PackedReader in({ packed.data(), size_t(packed.size()) });
    for (int column = 0; column < textColumns; ++column)
        in.text();
    for (quint32 n = in.number(); n > 0 && in.ok(); --n)
        in.text(); // Tags.
    std::vector<domain::Relation> relations;
    for (quint32 n = in.number(); n > 0 && in.ok(); --n) {
        const quint32 code = in.number();
        const std::string_view type = code == otherType ? in.text() : relationTypeOf(code);
        const std::string_view target = in.text();
        if (in.ok())
            relations.push_back({ QString::fromUtf8(type), QString::fromUtf8(target) });
    }
    return relations;
}

std::string_view relationTypeOf(quint32 code)
{
    return code >= 1 && code <= relationTypes.size() ? relationTypes[code - 1] : std::string_view();
}

std::string_view inverseOf(std::string_view relationType)
{
    for (size_t i = 0; i < relationTypes.size(); ++i) {
        if (relationType == relationTypes[i])
            return relationTypes[i ^ 1];
    }
    return {};
}

QString repositoryOf(const domain::Entity &entity)
{
    for (const QString &key :
        { u"backstage.io/source-location"_s, u"backstage.io/managed-by-location"_s }) {
        const QString location = entity.annotation(key);
        if (location.startsWith("url:"_L1))
            return repositoryOfUrl(location.mid(4));
        if (location.startsWith("file:"_L1)) {
            const QString path = location.mid(5);
            return path.left(path.lastIndexOf(u'/'));
        }
    }
    const QString slug = entity.annotation(u"github.com/project-slug"_s);
    return slug.isEmpty() ? QString() : QString(u"https://github.com/"_s % slug);
}

NarrowEntity NarrowEntity::from(
    const domain::Entity &entity, const domain::Provenance &provenance)
{
    const QJsonObject metadata = entity.metadata();
    const QJsonObject spec = entity.spec();
    NarrowEntity narrow;
    narrow.ref = entity.ref().canonical();
    narrow.kind = entity.kind();
    narrow.ns = entity.ns();
    narrow.name = entity.name();
    narrow.title = metadata["title"_L1].toString();
    if (narrow.title.isEmpty())
        narrow.title = spec["profile"_L1].toObject()["displayName"_L1].toString();
    narrow.type = spec["type"_L1].toString();
    narrow.lifecycle = spec["lifecycle"_L1].toString();
    narrow.description = firstCharacters(metadata["description"_L1].toString());
    narrow.repository = repositoryOf(entity);
    narrow.connection = provenance.connectionId;
    for (const QJsonValue tag : metadata["tags"_L1].toArray()) {
        if (tag.isString())
            narrow.tags.append(tag.toString());
    }
    narrow.relations = entity.relations;
    if (!entity.statusItems.isEmpty())
        narrow.flags |= Snapshot::HasProblems;
    if (isTrue(entity.annotation(u"backstage.io/orphan"_s)))
        narrow.flags |= Snapshot::Orphan;
    narrow.seenAt = provenance.seenAt.toMSecsSinceEpoch();
    narrow.changedAt = narrow.seenAt;
    return narrow;
}

} // namespace callboard::mirror
