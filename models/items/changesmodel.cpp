// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changesmodel.h"

#include "models/items/changewording.h"

#include <QLocale>

#include <algorithm>
#include <ranges>

namespace callboard::items {

using namespace Qt::StringLiterals;
using mirror::ChangeKind;

namespace {

/// More rows than this say only what kind of change it was: nobody reads them all at once.
constexpr int mostDescribed = 300;

QString summaryOf(const mirror::Mirror &mirror, const ChangedEntity &entity)
{
    if (entity.before == 0 || entity.latest == ChangeKind::Removed)
        return {};
    const auto before = mirror.versionBody(entity.before);
    const auto after = mirror.versionBody(entity.version);
    if (!before || !after)
        return {};
    return ChangeWording::summary(EntityDiff::summaryOf(&*before, &*after));
}

/// What the first change of the day came after.
qint64 versionBefore(const mirror::Mirror &mirror, const QString &ref, qint64 first)
{
    const auto history = mirror.history(ref);
    if (!history)
        return 0;
    const auto version = std::ranges::find(*history, first, &mirror::Version::id);
    return version == history->end() ? 0 : version->before;
}

void describe(const mirror::Mirror &mirror, std::vector<ChangedDay> &days, int described, const std::stop_token &stop)
{
    for (ChangedDay &day : days) {
        for (ChangedEntity &entity : day.entities) {
            if (described-- <= 0 || stop.stop_requested())
                return;
            entity.before = versionBefore(mirror, entity.ref, entity.before);
            entity.summary = summaryOf(mirror, entity);
        }
    }
}

ChangedEntity changedEntity(const mirror::EntityChange &change, const mirror::Snapshot &snapshot)
{
    ChangedEntity entity;
    entity.ref = change.ref;
    const mirror::Row row = snapshot.find(change.ref);
    entity.present = row != mirror::noRow;
    entity.kind = entity.present ? snapshot.kind(row).toString() : change.ref.section(u':', 0, 0);
    entity.name = entity.present ? snapshot.displayName(row).toString() : change.ref.section(u'/', -1);
    entity.what = ChangeWording::kind(change.kind);
    entity.connections = QStringList { change.connectionId };
    entity.at = change.at;
    entity.version = change.version;
    entity.before = change.version; // Of the first change, until it is looked up.
    entity.latest = change.kind;
    return entity;
}

void addEarlier(ChangedEntity &entity, const mirror::EntityChange &change)
{
    ++entity.times;
    entity.before = change.version;
    if (!entity.connections.contains(change.connectionId))
        entity.connections.append(change.connectionId);
    if (const QString what = ChangeWording::kind(change.kind); !entity.what.contains(what))
        entity.what += u", "_s + what;
}

} // namespace

std::vector<ChangedDay> changesByDay(const mirror::Mirror *mirror, const mirror::Changes &changes,
    const mirror::Snapshot &snapshot, int described, const std::stop_token &stop)
{
    std::vector<ChangedDay> days;
    QHash<QString, size_t> ofDay; // Ref: its place in the last day.
    for (const mirror::EntityChange &change : changes.list) {
        const QDate date = change.at.toLocalTime().date();
        if (days.empty() || days.back().date != date) {
            days.push_back({ date, {} });
            ofDay.clear();
        }
        std::vector<ChangedEntity> &entities = days.back().entities;
        if (const auto known = ofDay.constFind(change.ref); known != ofDay.cend()) {
            addEarlier(entities[*known], change);
        } else {
            ofDay.insert(change.ref, entities.size());
            entities.push_back(changedEntity(change, snapshot));
        }
    }
    if (mirror)
        describe(*mirror, days, described, stop);
    return days;
}

struct ChangesModel::Answer {
    quint64 asked = 0;
    std::vector<ChangedDay> days;
    mirror::Changes facts;
    std::optional<domain::Error> failure;
};

ChangesModel::ChangesModel(const mirror::Mirror *mirror, QObject *parent)
    : QAbstractItemModel(parent)
    , m_mirror(mirror)
{
    m_pool.setMaxThreadCount(1);
}

ChangesModel::~ChangesModel()
{
    m_stop.request_stop();
}

void ChangesModel::load(const mirror::ChangesQuery &asked)
{
    if (!m_mirror)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_loading = true;
    m_pool.start([this, asked, number = ++m_asked, stop = m_stop.get_token()] {
        Answer answer { number, {}, {}, {} };
        auto changes = m_mirror->changes(asked, stop);
        if (changes) {
            answer.days = changesByDay(m_mirror, *changes, *m_mirror->snapshot(), mostDescribed, stop);
            changes->list.clear();
            answer.facts = *std::move(changes);
        } else {
            answer.failure = changes.error();
        }
        if (!stop.stop_requested()) {
            QMetaObject::invokeMethod(
                this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
        }
    });
}

void ChangesModel::clear()
{
    m_stop.request_stop();
    ++m_asked;
    m_loading = false;
    m_failure.reset();
    m_facts = {};
    setDays({});
}

void ChangesModel::take(Answer answer)
{
    if (answer.asked != m_asked)
        return;
    m_loading = false;
    m_failure = answer.failure;
    if (!m_failure) {
        m_facts = std::move(answer.facts);
        setDays(std::move(answer.days));
    }
    Q_EMIT loaded();
}

void ChangesModel::setDays(std::vector<ChangedDay> days)
{
    m_all = std::move(days);
    update();
}

void ChangesModel::setText(const QString &text)
{
    m_filter.setText(text);
    update();
}

void ChangesModel::setCatalog(search::IndexPtr index, search::PersonalPtr personal)
{
    if (m_filter.setCatalog(std::move(index), std::move(personal)))
        update();
}

void ChangesModel::setConnectionNames(const QHash<QString, QString> &byId)
{
    if (m_names == byId)
        return;
    m_names = byId;
    for (int day = 0; day < rowCount(); ++day) {
        const QModelIndex parent = index(day, 0);
        Q_EMIT dataChanged(index(0, int(Columns::Source), parent), index(rowCount(parent) - 1, int(Columns::Source), parent));
    }
}

/// In one step: what came on top moves everything below it.
void ChangesModel::update()
{
    std::vector<ChangedDay> next;
    for (const ChangedDay &day : m_all) {
        ChangedDay narrowed { day.date, {} };
        std::ranges::copy_if(day.entities, std::back_inserter(narrowed.entities), [this](const ChangedEntity &entity) {
            return m_filter.isEmpty() || m_filter.holds({ { entity.ref }, { entity.name, entity.ref, entity.what, entity.summary }, {} });
        });
        if (!narrowed.entities.empty())
            next.push_back(std::move(narrowed));
    }
    if (next == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(next);
    endResetModel();
}

const ChangedEntity *ChangesModel::entityAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_shown[size_t(index.internalId() - 1)].entities[size_t(index.row())];
}

namespace {

int countOf(const std::vector<ChangedDay> &days)
{
    size_t count = 0;
    for (const ChangedDay &day : days)
        count += day.entities.size();
    return int(count);
}

} // namespace

int ChangesModel::entityCount() const { return countOf(m_shown); }

int ChangesModel::allCount() const { return countOf(m_all); }

// The internal id of a day is 0, of an entity that of its day plus one.
QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ChangesModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_shown[size_t(parent.row())].entities.size());
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && Columns(section) == Columns::At)
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Entity: return tr("Entity");
    case Columns::Change: return tr("What changed");
    case Columns::Source: return tr("Source");
    case Columns::At: return tr("When");
    case Columns::Count: break;
    }
    return {};
}

QString ChangesModel::dayName(const QDate &date)
{
    const QDate today = QDate::currentDate();
    if (date == today)
        return tr("Today");
    if (date == today.addDays(-1))
        return tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

QVariant ChangesModel::display(const ChangedEntity &entity, Columns column) const
{
    switch (column) {
    case Columns::Entity: return entity.name;
    case Columns::Change: {
        const QString what = entity.summary.isEmpty() ? entity.what : entity.summary;
        return entity.times > 1 ? tr("%1 (%n times)", nullptr, entity.times).arg(what) : what;
    }
    case Columns::Source: {
        QStringList names;
        for (const QString &id : entity.connections)
            names.append(m_names.value(id, id));
        return names.join(u", "_s);
    }
    case Columns::At: {
        // Some locales' short times have seconds, which no row has room for.
        const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
        return QLocale().toString(entity.at.toLocalTime().time(), format);
    }
    case Columns::Count: break;
    }
    return {};
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChangedEntity *entity = entityAt(index);
    if (!entity) {
        const ChangedDay &day = m_shown[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole: return index.column() == 0 ? dayName(day.date) : QVariant();
        case GroupRole: return true;
        case GroupKeyRole: return day.date.toString(Qt::ISODate);
        case CountRole: return int(day.entities.size());
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole: return display(*entity, Columns(index.column()));
    case Qt::ToolTipRole:
        return Columns(index.column()) == Columns::At
            ? QLocale().toString(entity->at.toLocalTime(), QLocale::LongFormat)
            : QString(entity->ref + u'\n' + entity->what + (entity->summary.isEmpty() ? QString() : QString(u'\n' + entity->summary)));
    case Qt::TextAlignmentRole: return Columns(index.column()) == Columns::At ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return Columns(index.column()) == Columns::At ? QVariant(entity->at.toMSecsSinceEpoch()) : display(*entity, Columns(index.column()));
    case RefRole: return entity->ref;
    case KindRole: return entity->kind;
    case NameRole: return entity->name;
    case AgeRole: return entity->at;
    case GroupRole: return false;
    case GroupKeyRole: return m_shown[size_t(index.internalId() - 1)].date.toString(Qt::ISODate);
    case DanglingRole: return !entity->present;
    case VersionRole: return entity->version;
    case BeforeRole: return entity->before;
    case ChangeKindRole: return int(entity->latest);
    case SummaryRole: return entity->summary;
    case PresentRole: return entity->present;
    default: return {};
    }
}

} // namespace callboard::items
