// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/bodydecoder.h"

#include <zlib.h>

#include <array>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr int gzipWindow = 15 + 16; ///< zlib.h, inflateInit2: 16 more for the gzip format.
constexpr size_t pieceSize = 64 << 10;
/// Deflate shrinks at most 1032-fold. Real JSON, even one line repeated, stays under a hundred; only what was made to hurt goes beyond.
constexpr qint64 bombSize = 8 << 20, bombRatio = 300;

} // namespace

domain::Result<std::unique_ptr<BodyDecoder>> BodyDecoder::forCoding(const QByteArray &coding)
{
    const QByteArray name = coding.trimmed().toLower();
    const bool gzip = name == "gzip" || name == "x-gzip";
    if (!gzip && !name.isEmpty() && name != "identity")
        return fail(ErrorCode::BadResponse, u"the answer is in the coding \"%1\", which was not asked for"_s.arg(QString::fromLatin1(name.left(40))));
    std::unique_ptr<BodyDecoder> decoder(new BodyDecoder(gzip));
    if (gzip && inflateInit2(decoder->m_zip.get(), gzipWindow) != Z_OK)
        return fail(ErrorCode::Internal, u"zlib cannot begin"_s);
    return decoder;
}

BodyDecoder::BodyDecoder(bool gzip)
    : m_zip(gzip ? std::make_unique<z_stream_s>() : nullptr)
{
}

BodyDecoder::~BodyDecoder()
{
    if (m_zip)
        inflateEnd(m_zip.get());
}

domain::Result<bool> BodyDecoder::decode(QByteArrayView encoded, const Sink &sink)
{
    if (encoded.isEmpty())
        return true;
    return m_zip ? inflate(encoded, sink) : sink(encoded);
}

domain::Result<bool> BodyDecoder::inflate(QByteArrayView encoded, const Sink &sink)
{
    std::array<char, pieceSize> piece;
    m_begun = true;
    m_in += encoded.size();
    m_zip->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(encoded.data())); // zlib reads only.
    m_zip->avail_in = uInt(encoded.size());
    do {
        if (m_ended) {
            inflateReset(m_zip.get());
            m_ended = false;
        }
        m_zip->next_out = reinterpret_cast<Bytef *>(piece.data());
        m_zip->avail_out = uInt(piece.size());
        const int state = ::inflate(m_zip.get(), Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return fail(ErrorCode::BadResponse, u"the compressed answer is damaged"_s);
        m_ended = state == Z_STREAM_END;
        const auto made = qsizetype(piece.size() - m_zip->avail_out);
        m_out += made;
        if (m_out > bombSize && m_out > m_in * bombRatio)
            return fail(ErrorCode::BadResponse, u"the compressed answer swells beyond all measure"_s);
        if (made > 0) {
            const auto more = sink(QByteArrayView(piece.data(), made));
            if (!more || !*more)
                return more;
        }
    } while (m_zip->avail_in > 0 || (m_zip->avail_out == 0 && !m_ended));
    return true;
}

domain::Result<void> BodyDecoder::finish() const
{
    if (m_zip && m_begun && !m_ended)
        return fail(ErrorCode::BadResponse, u"the compressed answer breaks off"_s);
    return {};
}

} // namespace callboard::sync
