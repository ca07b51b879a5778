// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/buildsmodel.h"

#include "models/items/buildwording.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace callboard::items {

using namespace Qt::StringLiterals;
using builds::noRun;
using builds::RunGroup;
using builds::RunRow;
using domain::BuildState;

namespace {

constexpr qsizetype fewNamed = 2; ///< Of what is flaky, where there is one line for it.

} // namespace

BuildsModel::BuildsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
}

BuildsModel::Content BuildsModel::Content::of(std::shared_ptr<const builds::RunEstate> estate, const builds::RunQuestion &question, builds::RunGrouping grouping)
{
    Content content { std::move(estate), question, grouping, {} };
    if (content.estate)
        content.listing = builds::listRuns(*content.estate, builds::filterRuns(*content.estate, question), grouping);
    return content;
}

void BuildsModel::show(Content content)
{
    if (content.estate == m_estate && content.grouping == m_grouping && content.listing == m_listing) {
        m_question = std::move(content.question);
        return;
    }
    beginResetModel();
    if (content.grouping != m_grouping)
        m_whole.clear();
    m_estate = std::move(content.estate);
    m_question = content.question;
    m_grouping = content.grouping;
    m_listing = std::move(content.listing);
    m_shown.clear();
    for (const RunGroup &group : m_listing.groups)
        m_shown.push_back(shownOf(group));
    endResetModel();
}

BuildsModel::Shown BuildsModel::shownOf(const RunGroup &group) const
{
    const quint32 most = m_whole.contains(group.key) ? mostShown : fewShown;
    Shown shown { std::min(most, group.others - group.begin), std::min(most, group.end - group.others), false };
    shown.more = most == fewShown && shown.defaults + shown.others < group.size();
    return shown;
}

void BuildsModel::setNow(const QDateTime &now)
{
    m_now = now.toMSecsSinceEpoch();
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, int(Columns::Took), parent), index(rows - 1, int(Columns::Age), parent));
    }
}

const RunGroup *BuildsModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == 0 ? &m_listing.groups[size_t(index.row())] : nullptr;
}

RunRow BuildsModel::runAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return noRun;
    const size_t number = index.internalId() - 1;
    const RunGroup &group = m_listing.groups[number];
    const Shown &shown = m_shown[number];
    const auto row = quint32(index.row());
    if (row < shown.defaults)
        return m_listing.rows[group.begin + row];
    if (isHeading(index))
        return noRun;
    const quint32 other = row - shown.defaults - quint32(shown.hasHeading());
    return other < shown.others ? m_listing.rows[group.others + other] : noRun;
}

bool BuildsModel::isHeading(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return false;
    const Shown &shown = m_shown[index.internalId() - 1];
    return shown.hasHeading() && quint32(index.row()) == shown.defaults;
}

Qt::ItemFlags BuildsModel::flags(const QModelIndex &index) const
{
    return isHeading(index) ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : QAbstractItemModel::flags(index);
}

QVariant BuildsModel::headingData(const QModelIndex &index, int role) const
{
    const QString &group = m_listing.groups[index.internalId() - 1].key;
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? QVariant(tr("Other branches and pull requests")) : QVariant();
    case HeadingRole:
    case GroupRole: return true;
    case GroupKeyRole: return QString(group + u"\nothers"_s);
    default: return {};
    }
}

builds::RunSpark BuildsModel::spark(const QModelIndex &index) const
{
    const RunGroup *group = groupAt(index);
    return group ? builds::sparkOf(runs(), m_listing, *group, m_now) : builds::RunSpark();
}

QModelIndex BuildsModel::indexOfRun(const QString &key) const
{
    if (!m_estate || key.isEmpty())
        return {};
    const RunRow wanted = runs().findKey(key);
    for (int group = 0; wanted != noRun && group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            if (runAt(index(row, 0, parent)) == wanted)
                return index(row, 0, parent);
        }
    }
    return {};
}

void BuildsModel::showMore(const QModelIndex &index)
{
    const QModelIndex parent = index.internalId() == 0 ? index.siblingAtColumn(0) : index.parent();
    const RunGroup *group = groupAt(parent);
    if (!group || !m_shown[size_t(parent.row())].more)
        return;
    // Rows come between others: the row for more goes, then both kinds grow at their ends.
    const auto number = size_t(parent.row());
    const RunGroup at = *group;
    Shown &shown = m_shown[number];
    m_whole.insert(at.key);
    const Shown whole = shownOf(at);
    beginRemoveRows(parent, shown.rows() - 1, shown.rows() - 1);
    shown.more = false;
    endRemoveRows();
    if (whole.others > shown.others) {
        beginInsertRows(parent, shown.rows(), shown.rows() + int(whole.others - shown.others) - 1);
        shown.others = whole.others;
        endInsertRows();
    }
    if (whole.defaults > shown.defaults) {
        beginInsertRows(parent, int(shown.defaults), int(whole.defaults) - 1);
        shown.defaults = whole.defaults;
        endInsertRows();
    }
}

// The internal id of a group is 0, of a run that of its group plus one.
QModelIndex BuildsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex BuildsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int BuildsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_listing.groups.size());
    return parent.internalId() != 0 || parent.column() != 0 ? 0 : m_shown[size_t(parent.row())].rows();
}

int BuildsModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

QVariant BuildsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList keys { u"run"_s, u"branch"_s, u"title"_s, u"by"_s, u"took"_s, u"age"_s };
    if (role == ColumnKeyRole)
        return keys.value(section);
    if (role == Qt::TextAlignmentRole)
        return section >= int(Columns::Took) ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Run: return tr("Run");
    case Columns::Branch: return tr("Branch");
    case Columns::Title: return tr("Commit");
    case Columns::By: return tr("By");
    case Columns::Took: return tr("Took");
    case Columns::Age: return tr("Age");
    case Columns::Count: break;
    }
    return {};
}

QString BuildsModel::flakyName(const builds::FlakyPart &part) const
{
    return BuildWording::flakyPart(runs(), m_estate->flakiness().part(part.part), m_grouping != builds::RunGrouping::Service);
}

/// "integration tests, lint, and 2 more"; empty: nothing is.
QString BuildsModel::flakyNames(const RunGroup &group, qsizetype most) const
{
    const auto flaky = m_listing.flakyOf(group);
    QStringList names;
    for (const builds::FlakyPart &part : flaky.first(std::min(flaky.size(), size_t(most))))
        names += flakyName(part);
    if (flaky.size() > size_t(most))
        names += tr("%n more", nullptr, int(flaky.size()) - int(most));
    return names.join(u", "_s);
}

/// All that is flaky, a line each.
QString BuildsModel::flakyStory(const RunGroup &group) const
{
    constexpr size_t most = 10;
    const auto flaky = m_listing.flakyOf(group);
    const auto fullName = [this](const builds::FlakyPart &part) {
        const auto &of = m_estate->flakiness().part(part.part);
        const QString pipeline = runs().text(of.pipeline).toString();
        return of.job.isEmpty() || pipeline.isEmpty() ? flakyName(part) : tr("%1 in %2", "a job, and its pipeline").arg(flakyName(part), pipeline);
    };
    QStringList lines { tr("Passed and failed on the same commit:") };
    for (const builds::FlakyPart &part : flaky.first(std::min(flaky.size(), most)))
        lines += tr("%1, on %n commit(s), last %2", nullptr, part.commits).arg(fullName(part), BuildWording::number(runs(), part.latest));
    if (flaky.size() > most)
        lines += tr("%n more", nullptr, int(flaky.size() - most));
    return lines.join(u'\n');
}

QVariant BuildsModel::groupData(const RunGroup &group, int column, int role) const
{
    const QString name = !group.name.isEmpty() ? group.name
        : m_grouping == builds::RunGrouping::Owner ? tr("No owner")
        : m_grouping == builds::RunGrouping::Branch ? tr("No branch")
                                                    : tr("No service");
    const auto facts = [&] {
        QStringList said { tr("%n run(s)", nullptr, int(group.size())) };
        if (group.brokenDefault > 0)
            said += tr("%n failing", nullptr, group.brokenDefault);
        if (const int others = group.broken - group.brokenDefault; others > 0)
            said += tr("%n failing on branches", nullptr, others);
        if (group.active > 0)
            said += tr("%n under way", nullptr, group.active);
        return said.join(u", "_s);
    };
    switch (role) {
    case Qt::DisplayRole: return column == 0 ? QVariant(name) : QVariant();
    case DescriptionRole: return facts();
    case Qt::AccessibleTextRole:
        if (column != 0)
            return {};
        if (group.flakyBegin == group.flakyEnd)
            return QStringList { name, BuildWording::state(group.state), facts() }.join(u", "_s);
        return QStringList { name, BuildWording::state(group.state), facts(), tr("flaky: %1").arg(flakyNames(group, fewNamed)) }.join(u", "_s);
    case Qt::ToolTipRole: return group.flakyBegin == group.flakyEnd ? QVariant() : QVariant(flakyStory(group));
    case FlakyRole: return flakyNames(group, fewNamed);
    case GroupRole: return true;
    case GroupKeyRole: return group.key;
    case CountRole: return int(group.size());
    case StateRole: return int(group.state);
    default: return {};
    }
}

QString BuildsModel::display(RunRow row, Columns column) const
{
    const auto &run = runs().run(row);
    switch (column) {
    case Columns::Run: return BuildWording::number(runs(), row);
    case Columns::Branch: {
        const QString branch = runs().text(run.branch).toString();
        const QString request = runs().text(run.pullRequest).toString();
        return request.isEmpty() ? branch : branch.isEmpty() ? u'#' + request : tr("%1 (#%2)").arg(branch, request);
    }
    case Columns::Title: return run.title ? runs().text(run.title).toString() : runs().text(run.pipeline).toString();
    case Columns::By: return run.actor ? runs().text(run.actor).toString() : runs().text(run.trigger).toString();
    case Columns::Took: return BuildWording::duration(run.took(m_now));
    case Columns::Age: return {}; // Told by who shows it, from AgeRole.
    case Columns::Count: break;
    }
    return {};
}

QString BuildsModel::toolTip(RunRow row) const
{
    const auto &run = runs().run(row);
    QStringList lines { runs().text(run.project).toString() + u' ' + runs().text(run.pipeline) + u' ' + BuildWording::number(runs(), row) };
    const QString state = BuildWording::state(run.state);
    const QString vendor = runs().text(run.vendorState).toString();
    lines += vendor.isEmpty() || vendor == state ? state : tr("%1 (the host says “%2”)").arg(state, vendor);
    if (run.attempt > 1)
        lines += tr("attempt %1").arg(run.attempt);
    if (run.failedBefore)
        lines += tr("failed in an earlier attempt");
    if (run.commit)
        lines += runs().text(run.commit).first(std::min<qsizetype>(12, runs().text(run.commit).size())).toString();
    lines += BuildWording::cause(runs().text(run.trigger).toString(), runs().text(run.actor).toString());
    if (run.waited() >= 0)
        lines += tr("waited %1").arg(BuildWording::duration(run.waited()));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant BuildsModel::sortValue(RunRow row, Columns column) const
{
    const auto &run = runs().run(row);
    switch (column) {
    case Columns::Run: return run.number;
    case Columns::Took: return run.took(m_now);
    case Columns::Age: return run.begunAt();
    default: return display(row, column);
    }
}

QVariant BuildsModel::runData(RunRow row, const QModelIndex &index, int role) const
{
    const auto column = Columns(index.column());
    const auto &run = runs().run(row);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Columns::Age)
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.begunAt(), QTimeZone::UTC).toLocalTime(), QLocale::ShortFormat);
        return display(row, column);
    case Qt::AccessibleTextRole:
        return column == Columns::Run ? QVariant(QStringList { display(row, column), BuildWording::state(run.state) }.join(u", "_s)) : QVariant();
    case Qt::ToolTipRole: return toolTip(row);
    case Qt::TextAlignmentRole: return column >= Columns::Took ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return sortValue(row, column);
    case AgeRole: return run.begunAt() ? QVariant(QDateTime::fromMSecsSinceEpoch(run.begunAt(), QTimeZone::UTC)) : QVariant();
    case StateRole: return int(run.state);
    case RunKeyRole: return runs().key(row);
    case RefRole: return QString(m_listing.groups[index.internalId() - 1].key + u'\n' + runs().key(row)); // In each of its groups another row.
    case GroupRole: return false;
    case GroupKeyRole: return m_listing.groups[index.internalId() - 1].key;
    case DefaultRole: return run.isDefaultBranch;
    default: return {};
    }
}

QVariant BuildsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const RunGroup *group = groupAt(index))
        return groupData(*group, index.column(), role);
    if (const RunRow row = runAt(index); row != noRun)
        return runData(row, index, role);
    if (isHeading(index))
        return headingData(index, role);
    const size_t number = index.internalId() - 1;
    const RunGroup &group = m_listing.groups[number];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == int(Columns::Title) ? QVariant(tr("%n more", nullptr, int(group.size() - m_shown[number].defaults - m_shown[number].others))) : QVariant();
    case MoreRole: return true;
    case RefRole: return QString(group.key + u"\nmore"_s);
    case GroupRole: return false;
    case GroupKeyRole: return group.key;
    default: return {};
    }
}

} // namespace callboard::items
