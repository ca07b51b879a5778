// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagereport.h"

#include <QRandomGenerator>

namespace callboard::testing {

/// Events as a company has them: few people do most, few things are used most, some searches find nothing.
inline std::vector<domain::UsageEvent> randomUsage(size_t count, int people, int entities, quint32 seed, qint64 from, qint64 to)
{
    using namespace Qt::StringLiterals;
    using domain::UsageDeed;
    QRandomGenerator random(seed);
    const auto few = [&](int of) { return int(quint64(random.bounded(quint32(of))) * random.bounded(quint32(of)) / quint32(of)); };
    QStringList persons, refs, queries;
    for (int i = 0; i < people; ++i)
        persons.append(u"user:default/person-%1"_s.arg(i));
    for (int i = 0; i < entities; ++i)
        refs.append(u"%1:default/thing-%2"_s.arg(i % 7 == 0 ? u"api"_s : u"component"_s).arg(i));
    for (int i = 0; i < entities / 2 + 3; ++i)
        queries.append((i % 2 ? u"Query %1"_s : u"query  %1 "_s).arg(i / 2));
    std::vector<domain::UsageEvent> events;
    events.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        domain::UsageEvent event;
        event.at = from + qint64(random.generateDouble() * double(to - from)) / 1000 * 1000;
        event.deed = UsageDeed(random.bounded(quint32(domain::usageDeeds)));
        event.person = random.bounded(50) == 0 ? QString() : persons[few(people)];
        switch (event.deed) {
        case UsageDeed::OpenedPane: event.what = u"pane-%1"_s.arg(few(12)); break;
        case UsageDeed::Searched:
            event.what = queries[few(int(queries.size()))];
            event.hits = qint64(random.bounded(4)) - 1;
            break;
        case UsageDeed::RanTemplate: event.about = u"template:default/make-%1"_s.arg(few(9)); break;
        case UsageDeed::RanAction:
        case UsageDeed::ActedOn: event.what = u"act-%1"_s.arg(few(8)); [[fallthrough]];
        case UsageDeed::OpenedEntity:
        case UsageDeed::OpenedDoc: event.about = refs[few(entities)]; break;
        }
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace callboard::testing
