// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docfeedback.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::domain {

namespace {

constexpr std::array feedbackStates { "noted"_L1, "sent"_L1, "answered"_L1 };

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

Record DocFeedback::toRecord() const
{
    return { QString(recordtype::docFeedback), id, site,
        QJsonObject {
            { u"path"_s, path },
            { u"anchor"_s, anchor },
            { u"title"_s, title },
            { u"version"_s, version },
            { u"passage"_s, passage },
            { u"text"_s, text },
            { u"state"_s, feedbackStates[size_t(state)] },
            { u"at"_s, timeText(at) },
            { u"answeredAt"_s, timeText(answeredAt) },
        } };
}

DocFeedback DocFeedback::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    const auto state = std::ranges::find(feedbackStates, body["state"_L1].toString());
    return { .id = record.key,
        .site = record.entityRef,
        .path = body["path"_L1].toString(),
        .anchor = body["anchor"_L1].toString(),
        .title = body["title"_L1].toString(),
        .version = body["version"_L1].toString(),
        .passage = body["passage"_L1].toString(),
        .text = body["text"_L1].toString(),
        .state = state == feedbackStates.end() ? State::Noted : State(state - feedbackStates.begin()),
        .at = QDateTime::fromString(body["at"_L1].toString(), Qt::ISODateWithMs),
        .answeredAt = QDateTime::fromString(body["answeredAt"_L1].toString(), Qt::ISODateWithMs) };
}

} // namespace callboard::domain
