// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/sampleusage.h"

#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard::sample {

using namespace Qt::StringLiterals;
using domain::UsageDeed;
using domain::UsageEvent;

namespace {

constexpr int daysUsed = 183;

struct Person {
    QLatin1StringView name;
    int joinedDaysAgo; ///< More than there are days: was there before.
    int visits;        ///< On a working day, about.
};
constexpr std::array people {
    Person { "mira.k"_L1, 400, 9 }, Person { "tobin.a"_L1, 400, 7 }, Person { "sefa.o"_L1, 400, 5 }, Person { "ines.v"_L1, 400, 6 },
    Person { "jonas.w"_L1, 400, 3 }, Person { "pia.l"_L1, 400, 4 }, Person { "ravi.s"_L1, 150, 6 }, Person { "noor.h"_L1, 128, 5 },
    Person { "yuki.t"_L1, 97, 4 }, Person { "elif.d"_L1, 71, 7 }, Person { "sam.b"_L1, 52, 3 }, Person { "greta.n"_L1, 24, 5 },
    Person { "dov.m"_L1, 5, 4 },
};
// The most used first: what is asked for is near the front.
constexpr std::array entities { "component:default/ledger-api"_L1, "component:default/fare-engine"_L1, "component:default/payout-router"_L1,
    "api:default/payout-rest"_L1, "component:default/ticket-web"_L1, "system:default/settlement"_L1, "component:default/ledger-worker"_L1,
    "api:default/fare-quotes"_L1, "component:default/berth-planner"_L1, "component:default/crew-app"_L1, "system:default/fares"_L1,
    "resource:default/bank-sftp"_L1, "component:default/manifest-api"_L1, "component:default/identity-broker"_L1, "component:default/seat-map"_L1 };
// Those of the almanac, the harbour map and the toolkit of the web nobody reads.
constexpr std::array docs { "component:default/engineering-handbook"_L1, "component:default/ledger-api"_L1, "component:default/fare-engine"_L1,
    "component:default/settlement-batch"_L1, "component:default/berth-planner"_L1, "component:default/identity-broker"_L1 };
constexpr std::array pages { ""_L1, "runbook/"_L1, "design/"_L1 };
constexpr std::array panes { "catalog"_L1, "docs"_L1, "builds"_L1, "map"_L1, "api"_L1, "inbox"_L1, "reviews"_L1, "problems"_L1 };
constexpr std::array templates { "template:default/go-service"_L1, "template:default/rotate-secret"_L1, "template:default/openapi-service"_L1,
    "template:default/docs-site"_L1 };
constexpr std::array actions { "star"_L1, "rerun"_L1, "markRead"_L1, "refresh"_L1 };
struct Search {
    QLatin1StringView text;
    int hits;
};
constexpr std::array searches { Search { "ledger"_L1, 14 }, Search { "payout runbook"_L1, 3 }, Search { "fare rules"_L1, 6 },
    Search { "refund after midnight"_L1, 0 }, Search { "berth"_L1, 5 }, Search { "on-call phone"_L1, 0 }, Search { "settlement freeze"_L1, 2 },
    Search { "ship stability api"_L1, 0 }, Search { "crew roster"_L1, 4 } };

/// One of them, those in front more often.
template<typename List>
const auto &oneOf(const List &list, QRandomGenerator &random)
{
    const auto size = quint32(list.size());
    return list[size_t(quint64(random.bounded(size)) * random.bounded(size) / size)];
}

/// What one look at the portal is made of.
void visit(std::vector<UsageEvent> &events, const QString &person, qint64 at, QRandomGenerator &random)
{
    const auto add = [&](UsageDeed deed, const QString &what, const QString &about = {}, qint64 hits = -1) {
        events.push_back({ at, deed, what, about, person, hits });
        at += 1000 * (5 + random.bounded(90));
    };
    add(UsageDeed::OpenedPane, oneOf(panes, random));
    const quint32 mood = random.bounded(100);
    if (mood < 30) {
        const Search &search = oneOf(searches, random);
        add(UsageDeed::Searched, search.text, {}, search.hits);
    }
    if (mood < 75)
        add(UsageDeed::OpenedEntity, u"catalog"_s, oneOf(entities, random));
    if (mood >= 60 && mood < 90)
        add(UsageDeed::OpenedDoc, oneOf(pages, random), oneOf(docs, random));
    if (mood >= 92)
        add(UsageDeed::RanAction, oneOf(actions, random), oneOf(entities, random));
    if (mood == 91)
        add(UsageDeed::RanTemplate, {}, oneOf(templates, random));
}

domain::UsageDay usageOf(QDate date, int daysAgo)
{
    domain::UsageDay day { date, {} };
    QRandomGenerator random(quint32(date.toJulianDay()));
    const bool isWeekend = date.dayOfWeek() > 5;
    const qint64 begin = QDateTime(date, QTime(6, 30), QTimeZone::UTC).toMSecsSinceEpoch();
    for (const Person &person : people) {
        // Drawn for everybody, there or not, so that one who joins changes nobody else's day.
        QRandomGenerator own(random.generate());
        if (daysAgo > person.joinedDaysAgo || own.bounded(100) >= (isWeekend ? 6 : 86))
            continue;
        const int visits = isWeekend ? 1 : 1 + int(own.bounded(quint32(person.visits * 2)));
        for (int i = 0; i < visits; ++i)
            visit(day.events, u"user:default/"_s + person.name, begin + 1000LL * own.bounded(10 * 3600), own);
    }
    std::ranges::stable_sort(day.events, {}, &UsageEvent::at);
    return day;
}

} // namespace

std::vector<domain::UsageDay> sampleUsage(const QDateTime &now)
{
    std::vector<domain::UsageDay> all;
    const QDate today = now.toUTC().date();
    for (int daysAgo = daysUsed - 1; daysAgo >= 0; --daysAgo) {
        domain::UsageDay day = usageOf(today.addDays(-daysAgo), daysAgo);
        if (daysAgo == 0)
            std::erase_if(day.events, [&](const UsageEvent &event) { return event.at > now.toMSecsSinceEpoch(); });
        if (!day.events.empty())
            all.push_back(std::move(day));
    }
    return all;
}

} // namespace callboard::sample
