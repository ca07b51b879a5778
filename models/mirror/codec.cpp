// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/codec.h"

#include "models/mirror/narrow.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <zstd.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

constexpr char plainMark = 'p';
constexpr char zstdMark = 'z';
// Below this a frame's own bytes and the time to inflate cost more than the disk saved.
constexpr qsizetype worthCompressing = 512;
constexpr size_t largestBody = size_t(256) << 20;
constexpr qsizetype searchedTextLimit = 64 * 1024;

struct FreeContext {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

bool isBlobName(const QString &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

template<typename Visit>
void forEachString(const QJsonValue &value, const Visit &visit)
{
    if (value.isString()) {
        visit(value.toString());
    } else if (value.isArray()) {
        for (const QJsonValue item : value.toArray())
            forEachString(item, visit);
    } else if (value.isObject()) {
        for (const QJsonValue item : value.toObject())
            forEachString(item, visit);
    }
}

} // namespace

QByteArray encode(const QByteArray &plain)
{
    if (plain.size() >= worthCompressing) {
        thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
        QByteArray out(qsizetype(ZSTD_compressBound(size_t(plain.size()))) + 1, Qt::Uninitialized);
        out[0] = zstdMark;
        const size_t size = ZSTD_compressCCtx(context.get(), out.data() + 1, size_t(out.size() - 1),
            plain.constData(), size_t(plain.size()), 1);
        if (!ZSTD_isError(size) && qsizetype(size) < plain.size() * 4 / 5) {
            out.truncate(qsizetype(size) + 1);
            out.squeeze();
            return out;
        }
    }
    return plainMark + plain;
}

std::optional<QByteArray> decode(QByteArrayView stored)
{
    if (stored.isEmpty())
        return std::nullopt;
    const QByteArrayView rest = stored.sliced(1);
    if (stored.front() == plainMark)
        return rest.toByteArray();
    if (stored.front() != zstdMark)
        return std::nullopt;
    const auto size = ZSTD_getFrameContentSize(rest.data(), size_t(rest.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largestBody)
        return std::nullopt;
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    QByteArray plain(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompressDCtx(
        context.get(), plain.data(), size_t(plain.size()), rest.data(), size_t(rest.size()));
    if (ZSTD_isError(got) || got != size)
        return std::nullopt;
    return plain;
}

QByteArray contentHash(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160).first(16);
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray relationsToBytes(const std::vector<domain::Relation> &relations)
{
    QByteArray out;
    for (const domain::Relation &relation : relations)
        out += relation.type.toUtf8() + ' ' + relation.targetRef.toUtf8() + '\n';
    return out.isNull() ? QByteArray("") : out;
}

std::vector<domain::Relation> relationsFromBytes(QByteArrayView bytes)
{
    std::vector<domain::Relation> relations;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        if (const qsizetype space = line.indexOf(' '); space > 0)
            relations.push_back({ QString::fromUtf8(line.first(space)), QString::fromUtf8(line.sliced(space + 1)) });
    }
    return relations;
}

QJsonObject meaningOf(const QJsonObject &body)
{
    QJsonObject metadata = body["metadata"_L1].toObject();
    for (const QLatin1StringView key : { "etag"_L1, "uid"_L1, "generation"_L1 })
        metadata.remove(key);
    QJsonObject meaning = body;
    meaning.insert("metadata"_L1, metadata);
    return meaning;
}

PreparedEntity prepare(const domain::Entity &entity)
{
    const NarrowEntity narrow = NarrowEntity::from(entity, {});
    const QByteArray body = toBytes(entity.body);
    const QByteArray relations = relationsToBytes(entity.relations);
    PreparedEntity prepared;
    prepared.ref = narrow.ref.toStdString();
    prepared.narrow = pack(narrow);
    prepared.body = encode(body);
    prepared.bodyHash = contentHash(body);
    prepared.relations = encode(relations);
    prepared.relationsHash = contentHash(relations);
    if (!entity.statusItems.isEmpty())
        prepared.status = QJsonDocument(entity.statusItems).toJson(QJsonDocument::Compact);
    prepared.flags = narrow.flags;
    return prepared;
}

PreparedRecord prepare(const domain::Record &record)
{
    const QByteArray body = toBytes(record.body);
    const QByteArray meaning = body + '\n' + record.entityRef.toUtf8();
    PreparedRecord prepared { record.type.toStdString(), record.key.toStdString(),
        record.entityRef.toLower().toStdString(), encode(body), contentHash(meaning), {} };
    forEachString(record.body, [&](const QString &text) {
        if (isBlobName(text))
            prepared.blobs.push_back(text.toStdString());
    });
    return prepared;
}

QString searchableText(const QJsonObject &body)
{
    QJsonObject rest = body;
    QJsonObject metadata = rest["metadata"_L1].toObject();
    for (const QLatin1StringView key : { "name"_L1, "title"_L1, "description"_L1, "uid"_L1, "etag"_L1 })
        metadata.remove(key);
    rest.insert("metadata"_L1, metadata);
    rest.remove("apiVersion"_L1);
    QString text;
    forEachString(rest, [&text](const QString &part) {
        if (text.size() < searchedTextLimit)
            text += part.left(searchedTextLimit - text.size()) + u' ';
    });
    return text;
}

} // namespace callboard::mirror
