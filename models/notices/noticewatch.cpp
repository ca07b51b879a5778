// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/noticewatch.h"

#include "models/notices/buildlook.h"

#include <QJsonArray>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::notices {

namespace recordtype = domain::recordtype;

namespace {

const QString buildsKey = u"notices.builds"_s;
const QString reviewsKey = u"notices.reviews"_s;
const QString catalogKey = u"notices.catalog"_s;
const QString knownKey = u"notices.known"_s; ///< Connections whose first sync a look has seen whole, by what it brought.
/// Batches of a pull land close together; a push is on the screen within two seconds all the same.
constexpr auto soon = 250ms;

Entry entryOf(const QString &connectionId, const domain::Record &record, const Concern &concern)
{
    const domain::Notice notice = domain::Notice::fromRecord(record);
    // What a portal or host sends to one person is meant for them, whatever it is about.
    const bool isMine = !notice.toEverybody || concern.isMine(notice.entityRef);
    return { connectionId, notice, isMine, concern.isStarred(notice.entityRef) };
}

/// The program's own notices name where they come from in their id.
QString connectionOf(const QString &noticeId) { return noticeId.section(u'|', 1, 1); }

QStringList without(QStringList connections, const QStringList &erased)
{
    connections.removeIf([&erased](const QString &connection) { return erased.contains(connection); });
    return connections;
}

/// Who removes a connection knows what goes with it, and nothing stays of that.
Told withoutRemoved(Told told, const QStringList &connections)
{
    const auto isRemoved = [&connections](const QString &noticeId) { return !connections.contains(connectionOf(noticeId)); };
    std::erase_if(told.entries, [&](const Entry &entry) { return isRemoved(entry.notice.id); });
    const QJsonObject absent = told.known["gone"_L1].toObject();
    QJsonObject left;
    for (auto it = absent.begin(); it != absent.end(); ++it) {
        if (!isRemoved(it.value().toString()))
            left.insert(it.key(), it.value());
    }
    if (left.size() < absent.size()) {
        QJsonObject known = told.known.toObject();
        known.insert(u"gone"_s, left);
        told.known = known;
    }
    return told;
}

} // namespace

struct NoticeWatch::Asked {
    int parts = 0;
    Person person;
    QStringList connections;
    bool knowsSynced = false; ///< Whether anybody says what was synced.
    Synced synced;
    QDateTime now;
    QJsonValue builds, reviews, catalog;
    QJsonObject known;
    std::shared_ptr<BuildLook> buildLook;
    QStringList erased;
};

struct NoticeWatch::Answer {
    int parts = 0;
    std::vector<Entry> entries;
    QStringList synced;
    std::optional<std::vector<SeenRun>> runs;
    std::vector<SeenReview> reviews;
    std::vector<Entry> told;
    QStringList gone;
    QHash<QString, QJsonValue> known;
    QStringList erased;
};

NoticeWatch::NoticeWatch(mirror::Mirror &mirror, Inbox &inbox, Sources sources, Now now, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_inbox(inbox)
    , m_sources(std::move(sources))
    , m_now(std::move(now))
    , m_soon(new QTimer(this))
    , m_builds(std::make_shared<BuildLook>())
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

void NoticeWatch::setDelay(std::chrono::milliseconds delay) { m_soon->setInterval(delay); }

void NoticeWatch::lookAtAll() { markDirty(Notices | Builds | Reviews | Catalog); }

void NoticeWatch::forget(const QString &connectionId)
{
    m_erased.append(connectionId);
    lookAtAll();
}

void NoticeWatch::markDirty(int parts)
{
    m_dirty |= parts;
    if (!m_busy && !m_soon->isActive())
        m_soon->start();
}

/// A first sync that brought nothing changes no record.
void NoticeWatch::noteSynced()
{
    if (!m_sources.synced)
        return;
    const Synced now = m_sources.synced();
    const int parts = (now.notices != m_synced.notices ? Notices : 0) | (now.builds != m_synced.builds ? Builds : 0) | (now.reviews != m_synced.reviews ? Reviews : 0);
    if (parts != 0)
        markDirty(parts);
}

void NoticeWatch::start()
{
    Asked asked { std::exchange(m_dirty, 0), m_sources.person(), m_sources.connections(), bool(m_sources.synced), {}, m_now(), m_mirror.value(buildsKey),
        m_mirror.value(reviewsKey), m_mirror.value(catalogKey), m_mirror.value(knownKey).toObject(), m_builds,
        std::exchange(m_erased, {}) };
    leaveOut(asked.erased, asked);
    // Before the records are read: all that the first sync of these brought is among them.
    if (m_sources.synced) {
        asked.synced = m_sources.synced();
        if (asked.parts & Notices)
            m_synced.notices = asked.synced.notices;
        if (asked.parts & Builds)
            m_synced.builds = asked.synced.builds;
        if (asked.parts & Reviews)
            m_synced.reviews = asked.synced.reviews;
    }
    // One look at a time: what was told by the one is known to the next.
    m_busy = true;
    m_pool.start([this, asked = std::move(asked), stop = m_stop.get_token()] {
        Answer answer = look(asked, m_mirror, stop);
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, answer = std::move(answer)]() mutable { take(std::move(answer)); }, Qt::QueuedConnection);
    });
}

/// As if nothing had been known of these yet.
void NoticeWatch::leaveOut(const QStringList &erased, Asked &asked)
{
    if (erased.isEmpty())
        return;
    asked.builds = knownOf(without(asked.connections, erased), asked.builds);
    QJsonObject reviews = asked.reviews.toObject();
    for (auto story = reviews.begin(); story != reviews.end();)
        story = erased.contains(connectionOf(story.key())) ? reviews.erase(story) : std::next(story);
    if (asked.reviews.isObject())
        asked.reviews = reviews;
    const QStringList synced = asked.known.keys();
    for (const QString &what : synced) {
        QJsonArray left;
        for (const QJsonValue id : asked.known[what].toArray()) {
            if (!erased.contains(id.toString()))
                left.append(id);
        }
        asked.known.insert(what, left);
    }
}

/// What stood so when it was first read is no news. It is the look after the one that saw all of a first sync that tells news: what this one
/// finds may still be of it.
void NoticeWatch::tellFirstSyncsApart(const Asked &asked, const QString &what, const QStringList &synced, bool wasTold, std::vector<Entry> &entries, QJsonObject &known)
{
    if (!asked.knowsSynced)
        return;
    QStringList before;
    for (const QJsonValue id : asked.known[what].toArray())
        before.append(id.toString());
    // Of a workspace from before this was kept.
    if (!asked.known.contains(what) && wasTold)
        before = synced;
    for (Entry &entry : entries)
        entry.stoodBefore = entry.stoodBefore || !before.contains(connectionOf(entry.notice.id));
    QStringList after = synced;
    for (const QString &id : std::as_const(before)) {
        if (!after.contains(id) && asked.connections.contains(id))
            after.append(id);
    }
    after.sort();
    known.insert(what, QJsonArray::fromStringList(after));
}

NoticeWatch::Answer NoticeWatch::look(const Asked &asked, const mirror::Mirror &mirror, const std::stop_token &stop)
{
    Answer answer;
    answer.parts = asked.parts;
    answer.synced = asked.synced.notices;
    answer.erased = asked.erased;
    QJsonObject known = asked.known;
    const Concern concern = Concern::of(*mirror.snapshot(), asked.person.me, asked.person.starred);
    // What cannot be read is not gone: such a part stays as it is, until something of it changes.
    const auto each = [&](QLatin1StringView type, Part part, const auto &visit) {
        if (!(asked.parts & part))
            return false;
        for (const QString &connection : asked.connections) {
            const auto records = stop.stop_requested() ? domain::Result<std::vector<domain::Record>>() : mirror.records(QString(type), {}, connection);
            if (!records) {
                answer.parts &= ~part;
                return false;
            }
            for (const domain::Record &record : *records)
                visit(connection, record);
        }
        return true;
    };
    const auto tell = [&](const QString &key, Told told) {
        answer.told.insert(answer.told.end(), told.entries.begin(), told.entries.end());
        answer.gone += told.gone;
        answer.known.insert(key, told.known);
    };
    each(recordtype::notice, Notices, [&](const QString &connection, const domain::Record &record) { answer.entries.push_back(entryOf(connection, record, concern)); });
    if (asked.parts & Builds) {
        auto builds = asked.buildLook->look(mirror.directory(), asked.connections, concern, asked.builds, asked.now, stop);
        if (builds) {
            tellFirstSyncsApart(asked, u"builds"_s, asked.synced.builds, asked.builds.isObject(), builds->told.entries, known);
            answer.runs = std::move(builds->current);
            if (!builds->isEmpty || asked.builds.isObject())
                tell(buildsKey, std::move(builds->told));
        }
    }
    const bool readsReviews = each(recordtype::review, Reviews, [&](const QString &connection, const domain::Record &record) {
        const auto review = domain::Review::fromRecord(record);
        answer.reviews.push_back({ connection, review, concern.isMine(review.entityRefs), concern.isStarred(review.entityRefs) });
    });
    if (readsReviews) {
        Told told = reviewChanges(asked.reviews, answer.reviews, asked.now);
        tellFirstSyncsApart(asked, u"reviews"_s, asked.synced.reviews, asked.reviews.isObject(), told.entries, known);
        if (!answer.reviews.empty() || asked.reviews.isObject())
            tell(reviewsKey, std::move(told));
    }
    if (known != asked.known || !asked.erased.isEmpty())
        answer.known.insert(knownKey, known);
    if (asked.parts & Catalog) {
        const QStringList others = without(asked.connections, asked.erased);
        tell(catalogKey, withoutRemoved(catalogChanges(asked.catalog, mirror, concern, asked.now, stop), others));
    }
    return answer;
}

/// With a connection goes what was told of its builds and reviews, with the words of their commits and the names of people.
QStringList NoticeWatch::toldOfOthers() const
{
    const QStringList connections = m_sources.connections();
    QStringList ids;
    for (const Entry &entry : m_inbox.told()) {
        const bool hasSource = entry.notice.kind == "build"_L1 || entry.notice.kind == "review"_L1;
        if (hasSource && !connections.contains(connectionOf(entry.notice.id)))
            ids.append(entry.notice.id);
    }
    return ids;
}

void NoticeWatch::take(Answer answer)
{
    m_busy = false;
    QHash<QString, QJsonValue> known;
    for (auto it = answer.known.cbegin(); it != answer.known.cend(); ++it) {
        if (m_mirror.value(it.key()) != it.value())
            known.insert(it.key(), it.value());
    }
    if (!answer.erased.isEmpty())
        m_inbox.forget(answer.erased, Inbox::Source::Stays);
    answer.gone += toldOfOthers();
    m_inbox.tell(answer.told, answer.gone, known);
    if (answer.parts & Notices)
        m_inbox.setEntries(std::move(answer.entries), m_sources.synced ? std::optional(answer.synced) : std::nullopt);
    if (answer.runs)
        m_runs = *std::move(answer.runs);
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
