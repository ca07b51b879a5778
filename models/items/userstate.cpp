// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/userstate.h"

#include "models/search/mine.h"

#include "models/mirror/mirror.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using search::Personal;

namespace {

constexpr size_t mostRecent = 50;
constexpr int recencyStep = 5; ///< 255, 250, 245 … for the latest, the one before …

const QString starredKey = u"starred"_s;
const QString recentKey = u"recent"_s;
const QString meKey = u"me"_s;
const QString viewsKey = u"savedViews"_s;

QJsonObject toJson(const SavedView &view)
{
    return { { u"name"_s, view.name }, { u"filter"_s, view.filter.toJson() }, { u"grouping"_s, view.grouping },
        { u"sortColumn"_s, view.sortColumn }, { u"descending"_s, view.descending },
        { u"columns"_s, QJsonArray::fromStringList(view.columns) } };
}

SavedView viewFromJson(const QJsonObject &json)
{
    SavedView view { json.value("name"_L1).toString(), search::Filter::fromJson(json.value("filter"_L1).toObject()),
        json.value("grouping"_L1).toString(), json.value("sortColumn"_L1).toInt(), json.value("descending"_L1).toBool(), {} };
    for (const QJsonValue &column : json.value("columns"_L1).toArray())
        view.columns.append(column.toString());
    return view;
}

std::vector<quint8> marksOfMine(const mirror::Snapshot &snapshot, const QString &me)
{
    std::vector<quint8> marks(snapshot.size(), 0);
    const mirror::Row row = me.isEmpty() ? mirror::noRow : snapshot.find(me);
    if (row == mirror::noRow)
        return marks;
    const std::vector<bool> owned = search::mineOf(snapshot, row);
    for (mirror::Row i = 0; i < snapshot.size(); ++i) {
        if (owned[i])
            marks[i] = Personal::Mine;
    }
    return marks;
}

} // namespace

UserState::UserState(mirror::Mirror *mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    load();
}

void UserState::load()
{
    if (!m_mirror)
        return;
    m_me = m_mirror->value(meKey).toString();
    for (const QJsonValue &ref : m_mirror->value(starredKey).toArray())
        m_starred.append(ref.toString());
    m_starredSet = QSet<QString>(m_starred.begin(), m_starred.end());
    for (const QJsonValue &value : m_mirror->value(recentKey).toArray()) {
        const QJsonObject visit = value.toObject();
        m_recent.push_back({ visit.value("ref"_L1).toString(),
            QDateTime::fromMSecsSinceEpoch(visit.value("at"_L1).toInteger(), QTimeZone::UTC) });
    }
    for (const QJsonValue &view : m_mirror->value(viewsKey).toArray())
        m_views.push_back(viewFromJson(view.toObject()));
}

void UserState::store(const QString &key, const QJsonValue &value)
{
    if (!m_mirror)
        return;
    if (const domain::Result<void> stored = m_mirror->setValue(key, value); !stored)
        qWarning("cannot keep \"%s\": %s", qPrintable(key), qPrintable(stored.error().detail));
}

void UserState::setMe(const QString &canonicalUserRef)
{
    if (m_me == canonicalUserRef)
        return;
    m_me = canonicalUserRef;
    m_cachedFor.reset();
    store(meKey, m_me);
    Q_EMIT meChanged();
    m_cached.reset();
    Q_EMIT personalChanged();
}

void UserState::setStarred(const QString &ref, bool starred)
{
    if (ref.isEmpty() || isStarred(ref) == starred)
        return;
    if (starred) {
        m_starred.append(ref);
        m_starredSet.insert(ref);
    } else {
        m_starred.removeAll(ref);
        m_starredSet.remove(ref);
    }
    store(starredKey, QJsonArray::fromStringList(m_starred));
    m_cached.reset();
    Q_EMIT personalChanged();
    Q_EMIT starredChanged(ref);
}

void UserState::reloadStarred()
{
    QStringList now;
    for (const QJsonValue &ref : m_mirror ? m_mirror->value(starredKey).toArray() : QJsonArray())
        now.append(ref.toString());
    const QSet<QString> nowSet(now.begin(), now.end());
    const QSet<QString> changed = (nowSet - m_starredSet) + (m_starredSet - nowSet);
    m_starred = now;
    m_starredSet = nowSet;
    if (changed.isEmpty())
        return;
    m_cached.reset();
    Q_EMIT personalChanged();
    for (const QString &ref : changed)
        Q_EMIT starredChanged(ref);
}

QStringList UserState::recentRefs() const
{
    QStringList refs;
    for (const Visit &visit : m_recent)
        refs.append(visit.ref);
    return refs;
}

void UserState::visited(const QString &ref, const QDateTime &at)
{
    if (ref.isEmpty())
        return;
    std::erase_if(m_recent, [&](const Visit &visit) { return visit.ref == ref; });
    m_recent.insert(m_recent.begin(), Visit { ref, at.toUTC() });
    if (m_recent.size() > mostRecent)
        m_recent.resize(mostRecent);
    QJsonArray json;
    for (const Visit &visit : m_recent)
        json.append(QJsonObject { { u"ref"_s, visit.ref }, { u"at"_s, visit.at.toMSecsSinceEpoch() } });
    store(recentKey, json);
    m_cached.reset();
    Q_EMIT personalChanged();
    Q_EMIT recentChanged();
}

void UserState::clearRecent()
{
    m_recent.clear();
    store(recentKey, QJsonArray());
    m_cached.reset();
    Q_EMIT personalChanged();
    Q_EMIT recentChanged();
}

void UserState::saveView(const SavedView &view)
{
    const auto at = std::find_if(m_views.begin(), m_views.end(), [&](const SavedView &known) { return known.name == view.name; });
    if (at == m_views.end())
        m_views.push_back(view);
    else
        *at = view;
    QJsonArray json;
    for (const SavedView &known : m_views)
        json.append(toJson(known));
    store(viewsKey, json);
    Q_EMIT savedViewsChanged();
}

void UserState::removeView(const QString &name)
{
    std::erase_if(m_views, [&](const SavedView &view) { return view.name == name; });
    QJsonArray json;
    for (const SavedView &known : m_views)
        json.append(toJson(known));
    store(viewsKey, json);
    Q_EMIT savedViewsChanged();
}

search::PersonalPtr UserState::personal(const mirror::SnapshotPtr &snapshot) const
{
    const bool isSameCatalog = m_cachedFor.lock() == snapshot;
    if (m_cached && isSameCatalog)
        return m_cached;
    if (!isSameCatalog)
        m_cachedMine = marksOfMine(*snapshot, m_me);
    auto personal = std::make_shared<Personal>();
    personal->marks = m_cachedMine;
    personal->recency.assign(snapshot->size(), 0);
    for (const QString &ref : m_starred) {
        if (const mirror::Row row = snapshot->find(ref); row != mirror::noRow)
            personal->marks[row] |= Personal::Starred;
    }
    int recency = 255;
    for (const Visit &visit : m_recent) {
        if (const mirror::Row row = snapshot->find(visit.ref); row != mirror::noRow) {
            personal->marks[row] |= Personal::Recent;
            personal->recency[row] = quint8(recency);
        }
        recency -= recencyStep;
    }
    m_cachedFor = snapshot;
    m_cached = personal;
    return personal;
}

} // namespace callboard::items
