// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>

/// Logs that a host has in parts only, one of each step, put together into one that grows at its end.
namespace callboard::sdk {

/// Hands over what lies behind a byte of a text that comes in parts.
class LogRest final {
public:
    LogRest(qint64 from, const std::function<bool(QByteArrayView)> &onData)
        : m_from(from)
        , m_onData(onData)
    {
    }
    bool isBehind(qint64 bytes) const { return m_at + bytes <= m_from; }
    void skip(qint64 bytes) { m_at += bytes; }
    /// False: no more is wanted.
    bool give(QByteArrayView text)
    {
        const qint64 known = std::clamp<qint64>(m_from - m_at, 0, text.size());
        m_at += text.size();
        return known == text.size() || m_onData(text.sliced(known));
    }

private:
    qint64 m_from = 0, m_at = 0;
    const std::function<bool(QByteArrayView)> &m_onData;
};

/// The text of a part, in a group of its name that can be folded. While it grows it has no end.
inline QByteArray groupedLog(const QString &name, const QByteArray &text, bool hasEnded)
{
    QByteArray whole = "##[group]" + name.toUtf8() + '\n' + text;
    if (!hasEnded)
        return whole;
    if (!whole.endsWith('\n'))
        whole += '\n';
    return whole + "##[endgroup]\n";
}

/// How long parts are that grow no more, in bytes: what is behind them is read without asking for them again. Thread-safe.
class LogLengths final {
public:
    std::optional<qint64> of(const QString &part) const
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_lengths.constFind(part);
        return kept == m_lengths.cend() ? std::nullopt : std::optional(*kept);
    }
    void keep(const QString &part, qint64 bytes)
    {
        constexpr qsizetype most = 5000;
        const std::lock_guard lock(m_mutex);
        if (m_lengths.size() >= most)
            m_lengths.clear();
        m_lengths.insert(part, bytes);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, qint64> m_lengths;
};

} // namespace callboard::sdk
