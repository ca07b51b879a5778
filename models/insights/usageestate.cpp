// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/insights/usageselection.h"
#include "models/mirror/mirror.h"
#include "models/mirror/recordscan.h"

#include <QRegularExpression>
#include <QSet>

namespace callboard::insights {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSaving = 10LL * 365 * 24 * 60; // Minutes: ten years; more is a slip or a joke.

} // namespace

// ISO 8601-1, 5.5.2.4. Months and years have no length of their own.
qint64 minutesOfDuration(QStringView text)
{
    static const QRegularExpression form(
        u"^P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,9})(?:[.,]\\d{1,9})?S)?)?$"_s);
    const auto match = form.matchView(text.trimmed());
    if (!match.hasMatch())
        return -1;
    constexpr std::array<qint64, 5> seconds { 7 * 86'400, 86'400, 3'600, 60, 1 };
    qint64 sum = 0;
    bool any = false;
    for (int part = 1; part <= 5; ++part) {
        if (match.capturedView(part).isEmpty())
            continue;
        any = true;
        sum += match.capturedView(part).toLongLong() * seconds[size_t(part) - 1];
    }
    return any && sum / 60 <= longestSaving ? sum / 60 : -1;
}

domain::Result<std::vector<KnownDoc>> readDocs(const QString &mirrorDirectory, const mirror::Snapshot &catalog, const std::stop_token &stop)
{
    std::vector<KnownDoc> docs;
    QSet<QString> seen; // Several connections may have one.
    const auto read = mirror::scanRecords(mirrorDirectory, QString(domain::recordtype::docSite), [&](const mirror::StoredRecord &stored) {
        const domain::Record record = stored.unpack();
        const domain::DocSite site = domain::DocSite::fromRecord(record);
        if (!site.aliasOf.isEmpty() || seen.contains(record.key))
            return;
        seen.insert(record.key);
        const mirror::Row row = catalog.find(record.key);
        docs.push_back({ record.key, row != mirror::noRow ? catalog.displayName(row).toString() : site.name });
    }, stop);
    if (!read)
        return std::unexpected(read.error());
    return docs;
}

UsageEstate estateOf(const UsageIndexPtr &index, const mirror::Mirror &mirror)
{
    UsageEstate estate { index, mirror.snapshot(), {}, {} };
    auto docs = readDocs(mirror.directory(), *estate.catalog);
    estate.docs = std::make_shared<const std::vector<KnownDoc>>(docs ? std::move(*docs) : std::vector<KnownDoc>());
    auto saved = std::make_shared<QHash<QString, qint64>>();
    for (mirror::Row row = 0; row < estate.catalog->size(); ++row) {
        if (estate.catalog->kind(row).compare(u"template", Qt::CaseInsensitive) != 0)
            continue;
        const QString ref = estate.catalog->ref(row).toString();
        const auto entity = mirror.entity(ref);
        // Source: Backstage, "Time Saved" of software templates, metadata.annotations["backstage.io/time-saved"].
        if (const qint64 minutes = entity ? minutesOfDuration(entity->annotation(u"backstage.io/time-saved"_s)) : -1; minutes >= 0)
            saved->insert(ref, minutes);
    }
    estate.minutesSaved = std::move(saved);
    return estate;
}

qint64 beginOf(QDate day, const QTimeZone &zone) { return day.startOfDay(zone).toMSecsSinceEpoch(); }

QDate UsageTime::stepOf(QDate day, UsageStep step)
{
    switch (step) {
    case UsageStep::Week: return day.addDays(1 - day.dayOfWeek());
    case UsageStep::Month: return { day.year(), day.month(), 1 };
    case UsageStep::Day: break;
    }
    return day;
}

std::vector<QDate> UsageTime::steps() const
{
    constexpr int mostSteps = 5000; // Of more nobody sees one.
    std::vector<QDate> days;
    if (!from.isValid() || !to.isValid())
        return days;
    for (QDate day = stepOf(from, step); day <= to && days.size() < mostSteps;) {
        days.push_back(day);
        day = step == UsageStep::Month ? day.addMonths(1) : day.addDays(step == UsageStep::Week ? 7 : 1);
    }
    return days;
}

UsageSelection::UsageSelection(const UsageEstate &estate, const UsageQuestion &question)
    : m_index(*estate.index)
    , m_catalog(*estate.catalog)
    , m_kind(question.kind.toLower())
    , m_byOwner(!question.team.isEmpty() && question.teamOf == UsageQuestion::TeamOf::Owned)
{
    if (question.time.from.isValid() && question.time.to.isValid() && question.time.from <= question.time.to) {
        m_begin = m_index.firstAt(beginOf(question.time.from, question.zone));
        m_end = m_index.firstAt(beginOf(question.time.to.addDays(1), question.zone));
    }
    const mirror::Row team = question.team.isEmpty() ? mirror::noRow : m_catalog.find(question.team);
    const std::vector<mirror::Row> teams = team == mirror::noRow ? std::vector<mirror::Row>() : std::vector { team };
    if (m_byOwner)
        m_owned = m_catalog.ownedBy(teams);
    if (!question.team.isEmpty() && !m_byOwner) {
        m_people.assign(m_index.stringCount(), 0);
        const std::vector<mirror::Row> groups = m_catalog.withSubgroups(teams);
        const auto allow = [this](QStringView ref) {
            if (const StringId id = m_index.find(ref))
                m_people[id] = 1;
        };
        allow(question.team.toLower()); // A user stands for themselves.
        const StringId hasMember = m_catalog.findString(u"hasMember");
        for (const mirror::Row group : groups) {
            for (const mirror::Snapshot::Edge &edge : m_catalog.edges(group)) {
                if (hasMember && edge.type == hasMember)
                    allow(m_catalog.string(edge.target));
            }
        }
    }
    if (!m_kind.isEmpty() || m_byOwner) {
        m_abouts.assign(m_index.stringCount(), 0);
        // Of all texts only refs have a colon; looking a text up that is none finds nothing.
        for (StringId id = 1; id < m_index.stringCount(); ++id)
            m_abouts[id] = includesDoc(m_index.text(id).toString());
    }
    m_all = m_people.empty() && m_abouts.empty();
}

bool UsageSelection::includesDoc(const QString &ref) const
{
    if (!m_kind.isEmpty() && !(ref.startsWith(m_kind) && ref.size() > m_kind.size() && ref[m_kind.size()] == u':'))
        return false;
    if (!m_byOwner)
        return true;
    const mirror::Row row = m_catalog.find(ref);
    return row != mirror::noRow && m_owned[row];
}

QString titleOf(const UsageEstate &estate, UsageRanking ranking, StringId subject, UsageRow last)
{
    const UsageIndex &index = *estate.index;
    switch (ranking) {
    case UsageRanking::Searches:
    case UsageRanking::FoundNothing: return index.text(index.what(last)).toString().simplified();
    case UsageRanking::Panes:
    case UsageRanking::Actions: return index.text(subject).toString();
    default: break;
    }
    const QString ref = index.text(subject).toString();
    const mirror::Row row = estate.catalog->find(ref);
    if (row != mirror::noRow)
        return estate.catalog->displayName(row).toString();
    const auto parsed = domain::EntityRef::parse(ref);
    return parsed ? parsed->name : ref;
}

} // namespace callboard::insights
