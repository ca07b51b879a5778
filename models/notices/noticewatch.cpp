// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/noticewatch.h"

#include "models/notices/catalogchanges.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::notices {

namespace recordtype = domain::recordtype;

namespace {

const QString buildsKey = u"notices.builds"_s;
const QString reviewsKey = u"notices.reviews"_s;
const QString catalogKey = u"notices.catalog"_s;
/// Batches of a pull land close together; a push is on the screen within two seconds all the same.
constexpr auto soon = 250ms;

Entry entryOf(const QString &connectionId, const domain::Record &record, const Concern &concern)
{
    const domain::Notice notice = domain::Notice::fromRecord(record);
    // What a portal or host sends to one person is meant for them, whatever it is about.
    const bool isMine = !notice.toEverybody || concern.isMine(notice.entityRef);
    return { connectionId, notice, isMine, concern.isStarred(notice.entityRef) };
}

/// Of runs that are over only the latest of each default branch says how things stand.
std::vector<SeenRun> current(const std::vector<SeenRun> &runs)
{
    std::vector<SeenRun> kept;
    QHash<QString, size_t> latest;
    for (const SeenRun &seen : runs) {
        if (!seen.isMine)
            continue;
        if (!domain::isFinished(seen.run.state)) {
            kept.push_back(seen);
            continue;
        }
        if (!seen.run.isDefaultBranch || !saysHowItIs(seen.run.state))
            continue;
        const QString key = branchKey(seen.connectionId, seen.run);
        const auto known = latest.constFind(key);
        if (known == latest.cend()) {
            latest.insert(key, kept.size());
            kept.push_back(seen);
        } else if (isEarlier(kept[*known].run, seen.run)) {
            kept[*known] = seen;
        }
    }
    return kept;
}

} // namespace

struct NoticeWatch::Asked {
    int parts = 0;
    Person person;
    QStringList connections, synced;
    QDateTime now;
    QJsonValue builds, reviews, catalog;
};

struct NoticeWatch::Answer {
    int parts = 0;
    std::vector<Entry> entries;
    QStringList synced;
    std::vector<SeenRun> runs;
    std::vector<SeenReview> reviews;
    std::vector<Entry> told;
    QStringList gone;
    QHash<QString, QJsonValue> known;
};

NoticeWatch::NoticeWatch(mirror::Mirror &mirror, Inbox &inbox, Sources sources, Now now, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_inbox(inbox)
    , m_sources(std::move(sources))
    , m_now(std::move(now))
    , m_soon(new QTimer(this))
{
    m_pool.setMaxThreadCount(1);
    m_soon->setSingleShot(true);
    m_soon->setInterval(soon);
    connect(m_soon, &QTimer::timeout, this, &NoticeWatch::start);
    connect(&mirror, &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        if (type == recordtype::notice)
            markDirty(Notices);
        else if (type == recordtype::buildRun)
            markDirty(Builds);
        else if (type == recordtype::review)
            markDirty(Reviews);
    });
    connect(&mirror, &mirror::Mirror::feedStateChanged, this, &NoticeWatch::noteSynced);
    // Who owns what may have changed with it.
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, &NoticeWatch::lookAtAll);
    lookAtAll();
}

NoticeWatch::~NoticeWatch() { m_stop.request_stop(); }

void NoticeWatch::lookAtAll() { markDirty(Notices | Builds | Reviews | Catalog); }

void NoticeWatch::markDirty(int parts)
{
    m_dirty |= parts;
    if (!m_busy && !m_soon->isActive())
        m_soon->start();
}

/// A first sync that brought nothing changes no record.
void NoticeWatch::noteSynced()
{
    if (m_sources.synced && m_sources.synced() != m_synced)
        markDirty(Notices);
}

void NoticeWatch::start()
{
    // Before the records are read: all that the first sync of these brought is among them.
    if ((m_dirty & Notices) && m_sources.synced)
        m_synced = m_sources.synced();
    Asked asked { std::exchange(m_dirty, 0), m_sources.person(), m_sources.connections(), m_synced, m_now(), m_mirror.value(buildsKey), m_mirror.value(reviewsKey),
        m_mirror.value(catalogKey) };
    // One look at a time: what was told by the one is known to the next.
    m_busy = true;
    m_pool.start([this, asked = std::move(asked), stop = m_stop.get_token()] {
        Answer answer = look(asked, m_mirror, stop);
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, answer = std::move(answer)]() mutable { take(std::move(answer)); }, Qt::QueuedConnection);
    });
}

NoticeWatch::Answer NoticeWatch::look(const Asked &asked, const mirror::Mirror &mirror, const std::stop_token &stop)
{
    Answer answer;
    answer.parts = asked.parts;
    answer.synced = asked.synced;
    const Concern concern = Concern::of(*mirror.snapshot(), asked.person.me, asked.person.starred);
    const auto each = [&](QLatin1StringView type, const auto &visit) {
        for (const QString &connection : asked.connections) {
            const auto records = stop.stop_requested() ? domain::Result<std::vector<domain::Record>>() : mirror.records(QString(type), {}, connection);
            for (const domain::Record &record : records.value_or(std::vector<domain::Record>()))
                visit(connection, record);
        }
    };
    const auto tell = [&](const QString &key, Told told) {
        answer.told.insert(answer.told.end(), told.entries.begin(), told.entries.end());
        answer.gone += told.gone;
        answer.known.insert(key, told.known);
    };
    if (asked.parts & Notices)
        each(recordtype::notice, [&](const QString &connection, const domain::Record &record) { answer.entries.push_back(entryOf(connection, record, concern)); });
    if (asked.parts & Builds) {
        std::vector<SeenRun> runs;
        each(recordtype::buildRun, [&](const QString &connection, const domain::Record &record) {
            const auto run = domain::BuildRun::fromRecord(record);
            runs.push_back({ connection, run, concern.isMine(run.entityRefs), concern.isStarred(run.entityRefs) });
        });
        answer.runs = current(runs);
        if (!runs.empty() || asked.builds.isObject())
            tell(buildsKey, buildChanges(asked.builds, std::move(runs), asked.now));
    }
    if (asked.parts & Reviews) {
        each(recordtype::review, [&](const QString &connection, const domain::Record &record) {
            const auto review = domain::Review::fromRecord(record);
            answer.reviews.push_back({ connection, review, concern.isMine(review.entityRefs), concern.isStarred(review.entityRefs) });
        });
        if (!answer.reviews.empty() || asked.reviews.isObject())
            tell(reviewsKey, reviewChanges(asked.reviews, answer.reviews, asked.now));
    }
    if (asked.parts & Catalog)
        tell(catalogKey, catalogChanges(asked.catalog, mirror, concern, asked.now, stop));
    return answer;
}

void NoticeWatch::take(Answer answer)
{
    m_busy = false;
    QHash<QString, QJsonValue> known;
    for (auto it = answer.known.cbegin(); it != answer.known.cend(); ++it) {
        if (m_mirror.value(it.key()) != it.value())
            known.insert(it.key(), it.value());
    }
    m_inbox.tell(answer.told, answer.gone, known);
    if (answer.parts & Notices)
        m_inbox.setEntries(std::move(answer.entries), m_sources.synced ? std::optional(answer.synced) : std::nullopt);
    if (answer.parts & Builds)
        m_runs = std::move(answer.runs);
    if (answer.parts & Reviews) {
        m_reviews = std::move(answer.reviews);
        Q_EMIT reviewsChanged();
    }
    if (Situation situation = situationOf(m_runs, m_reviews); situation != m_situation) {
        m_situation = std::move(situation);
        Q_EMIT situationChanged();
    }
    if (m_dirty != 0)
        m_soon->start();
    Q_EMIT looked();
}

} // namespace callboard::notices
