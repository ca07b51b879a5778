// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/packer.h"

#include "models/catalog/yaml_numbers.h"

#include <QJsonDocument>

#include <zstd.h>

#include <algorithm>

namespace callboard::catalog {

namespace {

constexpr int level = 1;
// More makes the packed texts no smaller; of each a part, so that the dictionary knows more than one file.
constexpr qsizetype sampleBytes = 32 * 1024;
constexpr qsizetype sampleOfOne = 4 * 1024;

constexpr qsizetype shortNumber = 15; ///< Characters in which a number without an exponent is the same to everyone.

// The first byte says how the rest lies.
constexpr char plainMark = 'p';
constexpr char aloneMark = 'z';
constexpr char dictionaryMark = 'd';

struct Free {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

} // namespace

struct Packer::Dictionary {
    explicit Dictionary(const QByteArray &sample)
        : packing(ZSTD_createCDict(sample.constData(), size_t(sample.size()), level))
        , unpacking(ZSTD_createDDict(sample.constData(), size_t(sample.size())))
    {
    }
    std::unique_ptr<ZSTD_CDict, Free> packing;
    std::unique_ptr<ZSTD_DDict, Free> unpacking;
};

Packer::Packer() = default;
Packer::~Packer() = default;

void Packer::learn(QByteArrayView text)
{
    const std::lock_guard lock(m_mutex);
    if (m_owned)
        return;
    m_sample += text.first(std::min(sampleOfOne, text.size()));
    if (m_sample.size() < sampleBytes)
        return;
    m_owned = std::make_unique<const Dictionary>(m_sample);
    m_sample = {};
    m_dictionary = m_owned.get();
}

QByteArray Packer::pack(QByteArrayView text)
{
    const Dictionary *dictionary = m_dictionary;
    if (!dictionary)
        learn(text);
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    QByteArray room(qsizetype(ZSTD_compressBound(size_t(text.size()))), Qt::Uninitialized);
    const size_t size = dictionary
        ? ZSTD_compress_usingCDict(context.get(), room.data(), size_t(room.size()), text.data(), size_t(text.size()), dictionary->packing.get())
        : ZSTD_compressCCtx(context.get(), room.data(), size_t(room.size()), text.data(), size_t(text.size()), level);
    const bool smaller = !ZSTD_isError(size) && qsizetype(size) < text.size();
    const QByteArrayView kept = smaller ? QByteArrayView(room).first(qsizetype(size)) : text;
    QByteArray packed; // Of its very size: these are kept by the hundred thousand.
    packed.reserve(kept.size() + 1);
    packed += !smaller ? plainMark : dictionary ? dictionaryMark : aloneMark;
    packed += kept;
    return packed;
}

QByteArray Packer::unpack(QByteArrayView packed) const
{
    if (packed.isEmpty())
        return {};
    const QByteArrayView rest = packed.sliced(1);
    if (packed.front() == plainMark)
        return rest.toByteArray();
    thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    QByteArray text(qsizetype(ZSTD_getFrameContentSize(rest.data(), size_t(rest.size()))), Qt::Uninitialized);
    const size_t size = packed.front() == dictionaryMark
        ? ZSTD_decompress_usingDDict(context.get(), text.data(), size_t(text.size()), rest.data(), size_t(rest.size()), m_dictionary.load()->unpacking.get())
        : ZSTD_decompressDCtx(context.get(), text.data(), size_t(text.size()), rest.data(), size_t(rest.size()));
    Q_ASSERT(!ZSTD_isError(size) && qsizetype(size) == text.size());
    return text;
}

QByteArray exactJson(const QJsonObject &object)
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Qt leaves out a mark of byte order at the beginning of a text that it reads, of JSON and of CBOR, unless it is escaped. Backstage keeps it.
    json.replace("\"\xef\xbb\xbf", "\"\\ufeff");
    return json;
}

QByteArray javaScriptJson(const QJsonObject &object)
{
    const QByteArray json = exactJson(object);
    QByteArray written;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const qsizetype begin = i;
        if (json[i] == '"') {
            while (json[++i] != '"')
                i += json[i] == '\\' ? 1 : 0;
        } else if (json[i] == '-' || (json[i] >= '0' && json[i] <= '9')) {
            while (QByteArrayView("+-.0123456789e").contains(json[i + 1]))
                ++i;
            const QByteArrayView number = QByteArrayView(json).sliced(begin, i + 1 - begin);
            if (number.size() <= shortNumber && !number.contains('+'))
                continue;
            written += QByteArrayView(json).sliced(copied, begin - copied);
            written += yaml::numberToString(number.toDouble()).toLatin1();
            copied = i + 1;
        }
    }
    return copied == 0 ? json : written + QByteArrayView(json).sliced(copied);
}

PackedText PackedText::compressed(const QByteArray &text, std::shared_ptr<Packer> packer)
{
    PackedText packed(packer->pack(text));
    packed.m_packer = std::move(packer);
    return packed;
}

QByteArray PackedText::bytes() const
{
    return m_packer ? m_packer->unpack(m_bytes) : m_bytes;
}

} // namespace callboard::catalog
