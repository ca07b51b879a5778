// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

struct z_stream_s;

namespace callboard::sync {

/// Undoes the content coding of one body (RFC 9110 section 8.4) piece by piece. What it holds never grows with the body: the
/// receiver of the pieces decides when there is enough of it.
class BodyDecoder final {
public:
    /// Returns false for "enough", or why it cannot go on.
    using Sink = std::function<domain::Result<bool>(QByteArrayView)>;

    /// `coding` is the value of Content-Encoding. BadResponse for one that was not asked for.
    static domain::Result<std::unique_ptr<BodyDecoder>> forCoding(const QByteArray &coding);
    ~BodyDecoder();
    Q_DISABLE_COPY_MOVE(BodyDecoder)

    /// What is asked for, as Accept-Encoding.
    static QByteArray accepted() { return QByteArrayLiteral("gzip"); }

    /// Hands over what these bytes become. False when the sink had enough. BadResponse for damaged data, and for a bomb.
    domain::Result<bool> decode(QByteArrayView encoded, const Sink &sink);
    /// Whether the body may end here.
    domain::Result<void> finish() const;

private:
    explicit BodyDecoder(bool gzip);
    domain::Result<bool> inflate(QByteArrayView encoded, const Sink &sink);

    std::unique_ptr<z_stream_s> m_zip; ///< Null: the bytes are the body.
    bool m_begun = false;
    bool m_ended = false; ///< At the end of a member; another may follow (RFC 1952 section 2.2).
    qint64 m_in = 0, m_out = 0;
};

} // namespace callboard::sync
