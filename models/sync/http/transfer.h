// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/networkthread.h"

#include <QNetworkReply>

namespace callboard::sync {

/// One reply on the network thread: carries what it brings into its exchange, and deletes itself and the reply in the end.
class Transfer final : public QObject {
public:
    /// The most that Qt takes from the socket at once; above this, a stream waits for its reader.
    static constexpr qint64 window = 1 << 20;

    Transfer(QNetworkReply *reply, std::shared_ptr<Exchange> exchange, const NetworkThread::Wire &wire, QObject *parent);
    ~Transfer() override;

    void read();
    void abandon();

    std::function<void()> onDone; ///< Called once, when nothing more will come.

private:
    void readHead();
    void finish();
    void tooLarge(qint64 size);
    bool isServersWord() const;
    std::optional<Exchange::Failure> failure() const;

    QNetworkReply *m_reply;
    std::shared_ptr<Exchange> m_exchange;
    const std::shared_ptr<const NetworkSetup> m_setup;
    const bool m_stream;
    const qint64 m_mostBytes;
    const bool m_bodyless; ///< HEAD: Content-Length is of a body that does not come.
    bool m_hasHead = false;
    qint64 m_announced = -1; ///< Bytes of the body, where they are told and count.
    bool m_done = false;
    QStringList m_tlsErrors;
};

} // namespace callboard::sync
