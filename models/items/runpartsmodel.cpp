// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runpartsmodel.h"

#include "models/items/buildwording.h"

#include <algorithm>

namespace callboard::items {

using namespace Qt::StringLiterals;
using domain::BuildState;

namespace {

constexpr size_t mostCases = 500;

BuildState stateOf(domain::Severity severity)
{
    return severity == domain::Severity::Error ? BuildState::Failed : severity == domain::Severity::Warning ? BuildState::Waiting : BuildState::Unknown;
}

} // namespace

RunPartsModel::RunPartsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

int RunPartsModel::add(Node node)
{
    const int number = int(m_nodes.size());
    std::vector<int> &siblings = node.parent < 0 ? m_roots : m_nodes[size_t(node.parent)].children;
    node.row = int(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

/// Its stage, and which attempt of several it is.
QString RunPartsModel::placeOf(const domain::BuildJob &job)
{
    QStringList said { job.stage };
    if (job.isRetried)
        said += tr("attempt %1, ran again").arg(job.attempt);
    else if (job.attempt > 1)
        said += tr("attempt %1").arg(job.attempt);
    said.removeAll(QString());
    return said.join(u" · "_s);
}

void RunPartsModel::addJobs()
{
    for (size_t i = 0; i < m_detail.jobs.size(); ++i) {
        const domain::BuildJob &job = m_detail.jobs[i];
        const builds::GanttBar &bar = m_gantt.jobs[i];
        const QString place = bar.isKept ? tr("of an earlier attempt") : placeOf(job);
        const int number = add({ .kind = Kind::Job, .name = job.name, .detail = job.vendorState, .secondary = place, .state = job.state,
            .queued = bar.queued, .begin = bar.begin, .end = bar.end, .critical = bar.critical, .job = int(i) });
        for (const domain::BuildStep &step : job.steps) {
            const auto since = [&](const QDateTime &time) { return time.isValid() && !bar.isKept ? time.toMSecsSinceEpoch() - m_gantt.start : qint64(-1); };
            Node node { .kind = Kind::Step, .name = step.name, .state = step.state, .begin = since(step.startedAt), .end = since(step.finishedAt), .job = int(i), .parent = number };
            if (node.begin >= 0 && node.end < 0 && step.state == BuildState::Running)
                node.end = m_now - m_gantt.start;
            add(std::move(node));
        }
    }
}

void RunPartsModel::addAnnotations()
{
    if (m_detail.annotations.empty())
        return;
    const int heading = add({ .kind = Kind::Heading, .name = tr("Annotations, %n", nullptr, int(m_detail.annotations.size())) });
    for (const domain::BuildAnnotation &annotation : m_detail.annotations) {
        const auto job = std::ranges::find(m_detail.jobs, annotation.jobId, &domain::BuildJob::id);
        const QString place = annotation.line > 0 ? annotation.path + u':' + QString::number(annotation.line) : annotation.path;
        add({ .kind = Kind::Annotation, .name = annotation.title.isEmpty() ? annotation.message.section(u'\n', 0, 0) : annotation.title,
            .detail = place.isEmpty() ? annotation.message : place + u'\n' + annotation.message, .secondary = place, .state = stateOf(annotation.severity),
            .job = job == m_detail.jobs.end() ? -1 : int(job - m_detail.jobs.begin()), .parent = heading });
    }
}

void RunPartsModel::addTests()
{
    int failed = 0;
    int all = 0;
    for (const domain::TestSuite &suite : m_detail.tests) {
        failed += suite.failed + suite.errored;
        all += suite.passed + suite.failed + suite.errored + suite.skipped;
    }
    if (all == 0)
        return;
    const int heading = add({ .kind = Kind::Heading, .name = failed > 0 ? tr("Failed tests, %1 of %2").arg(failed).arg(all) : tr("Tests, all %1 passed").arg(all) });
    size_t cases = 0;
    for (const domain::TestSuite &suite : m_detail.tests) {
        const bool bad = suite.failed + suite.errored > 0;
        const int number = add({ .kind = Kind::Suite, .name = suite.name,
            .detail = tr("%1 passed, %2 failed, %3 errored, %4 skipped").arg(suite.passed).arg(suite.failed).arg(suite.errored).arg(suite.skipped),
            .secondary = bad ? tr("%n failed", nullptr, suite.failed + suite.errored) : QString(), .state = bad ? BuildState::Failed : BuildState::Passed,
            .begin = 0, .end = qint64(suite.seconds * 1000), .parent = heading });
        for (const domain::TestSuite::Case &test : suite.failures) {
            if (++cases > mostCases)
                break;
            add({ .kind = Kind::Case, .name = test.name, .detail = test.message, .state = BuildState::Failed, .begin = 0, .end = qint64(test.seconds * 1000), .parent = number });
        }
    }
}

void RunPartsModel::addCoverage()
{
    const auto isTold = [](const domain::BuildJob &job) { return job.coverage && !job.isRetried; };
    if (!m_detail.coverage && std::ranges::none_of(m_detail.jobs, isTold))
        return;
    const QString name = m_detail.coverage ? tr("Coverage, %1").arg(BuildWording::coverage(*m_detail.coverage)) : tr("Coverage");
    const int heading = add({ .kind = Kind::Heading, .name = name });
    for (size_t i = 0; i < m_detail.jobs.size(); ++i) {
        const domain::BuildJob &job = m_detail.jobs[i];
        if (isTold(job))
            add({ .kind = Kind::Coverage, .name = job.name, .secondary = BuildWording::coverage(*job.coverage), .state = job.state,
                .job = int(i), .parent = heading });
    }
}

void RunPartsModel::setDetail(const domain::BuildDetail &detail, qint64 now, qint64 since)
{
    if (detail == m_detail && since == m_since && !m_nodes.empty() && std::ranges::none_of(detail.jobs, [](const domain::BuildJob &job) { return job.state == BuildState::Running; }))
        return;
    beginResetModel();
    m_detail = detail;
    m_now = now;
    m_since = since;
    m_gantt = builds::ganttOf(detail, now, since);
    m_nodes.clear();
    m_roots.clear();
    addJobs();
    addAnnotations();
    addTests();
    addCoverage();
    endResetModel();
}

const domain::BuildJob *RunPartsModel::jobAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int job = node(index).job;
    return job < 0 ? nullptr : &m_detail.jobs[size_t(job)];
}

QModelIndex RunPartsModel::mostTelling() const
{
    const auto first = [&](auto test) -> QModelIndex {
        for (const int root : m_roots) {
            const Node &at = m_nodes[size_t(root)];
            if (at.kind == Kind::Job && !m_detail.jobs[size_t(at.job)].isRetried && test(at.state))
                return createIndex(at.row, 0, quintptr(root));
        }
        return {};
    };
    for (const auto &test : { +[](BuildState state) { return builds::isBroken(state); }, +[](BuildState state) { return state == BuildState::Running; } }) {
        if (const QModelIndex found = first(test); found.isValid())
            return found;
    }
    if (!m_detail.jobs.empty())
        return index(int(m_detail.jobs.size()) - 1, 0);
    return m_detail.annotations.empty() ? QModelIndex() : index(0, 0, index(0, 0)); // Why it has none, mostly.
}

QModelIndex RunPartsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &siblings = parent.isValid() ? node(parent).children : m_roots;
    return createIndex(row, column, quintptr(siblings[size_t(row)]));
}

QModelIndex RunPartsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || node(index).parent < 0)
        return {};
    const int parent = node(index).parent;
    return createIndex(m_nodes[size_t(parent)].row, 0, quintptr(parent));
}

int RunPartsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_roots.size());
    return parent.column() == 0 ? int(node(parent).children.size()) : 0;
}

int RunPartsModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

QVariant RunPartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && Columns(section) == Columns::Took)
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Name: return tr("Job");
    case Columns::Took: return tr("Took");
    case Columns::Time: return tr("When");
    case Columns::Count: break;
    }
    return {};
}

QVariant RunPartsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = node(index);
    const auto column = Columns(index.column());
    const QString took = at.begin >= 0 && at.end >= at.begin ? BuildWording::duration(at.end - at.begin) : QString();
    switch (role) {
    case Qt::DisplayRole:
        if (column == Columns::Name)
            return at.name;
        if (column == Columns::Took)
            return took;
        // What the bar draws, in words: for exports and who cannot see it.
        return at.begin >= 0 && at.kind == Kind::Job ? QVariant(tr("from %1").arg(BuildWording::duration(at.begin))) : QVariant();
    case Qt::AccessibleTextRole: {
        if (column != Columns::Name || at.kind == Kind::Heading)
            return {};
        QStringList said { at.name, BuildWording::state(at.state) };
        if (at.kind == Kind::Coverage || (at.kind == Kind::Job && m_detail.jobs[size_t(at.job)].isRetried))
            said += at.secondary;
        if (at.critical)
            said += tr("on the critical path");
        return said.join(u", "_s);
    }
    case Qt::ToolTipRole: {
        QStringList lines;
        if (at.kind != Kind::Heading)
            lines = { at.name, at.kind == Kind::Annotation ? QString() : BuildWording::state(at.state), at.detail.left(2'000) };
        if (at.kind == Kind::Job && at.queued >= 0 && at.begin >= at.queued)
            lines += tr("waited %1").arg(BuildWording::duration(at.begin - at.queued));
        if (at.critical)
            lines += m_gantt.pathIsGuessed ? tr("on the critical path, as far as times tell") : tr("on the critical path");
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::TextAlignmentRole: return column == Columns::Took ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return column == Columns::Took ? QVariant(at.end - at.begin) : QVariant(at.name);
    case RefRole: return QString(QString::number(int(at.kind)) + u'\n' + QString::number(at.job) + u'\n' + at.name);
    case GroupRole: return at.kind == Kind::Heading;
    case GroupKeyRole: return at.kind == Kind::Heading ? QVariant(at.name) : QVariant();
    case DescriptionRole: return at.secondary;
    case KindRole: return int(at.kind);
    case StateRole: return int(at.state);
    case BeginRole: return at.begin;
    case EndRole: return at.end;
    case QueuedRole: return at.queued;
    case CriticalRole: return at.critical;
    case JobRole: return at.job;
    case DetailRole: return at.detail;
    default: return {};
    }
}

} // namespace callboard::items
