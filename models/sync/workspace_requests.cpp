// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/address.h"
#include "models/sync/httpclient.h"
#include "models/sync/workspacedata.h"

#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace callboard::sync {

std::stop_source Workspace::sendOnce(
    const sdk::HttpRequest &request, QObject *context, std::function<void(domain::Result<sdk::HttpResponse>)> done)
{
    std::stop_source stop;
    // Made on this thread, so that what is called on it is called here.
    auto *relay = new QObject;
    auto deliver = [relay, receiver = QPointer<QObject>(context), done = std::move(done)](domain::Result<sdk::HttpResponse> answer) {
        QMetaObject::invokeMethod(relay, [relay, receiver, done, answer = std::move(answer)] {
            if (receiver)
                done(answer);
            relay->deleteLater();
        });
    };
    const QString host = request.url.host();
    if (!isThisMachine(request.url) && !network().mayUse()) {
        QMetaObject::invokeMethod(
            relay, [deliver, host] { deliver(domain::fail(domain::ErrorCode::Offline, u"the network may not be used now"_s, host)); }, Qt::QueuedConnection);
        return stop;
    }
    sdk::HttpRequest sent = request;
    sent.remember = false;
    // The client is held by the call: it may last a moment longer than the workspace.
    QThreadPool::globalInstance()->start([client = d->services.http, sent, deliver, token = stop.get_token()] {
        deliver(client->forCall({}, Urgency::Person, token)->send(sent));
    });
    return stop;
}

} // namespace callboard::sync
