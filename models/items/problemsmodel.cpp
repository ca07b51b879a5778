// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemsmodel.h"

#include "models/items/problemwording.h"
#include "models/mirror/mirror.h"
#include "models/search/catalogindex.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace callboard::items {

using domain::Problem;
using domain::Severity;

namespace {

QString fileOf(const Problem &problem)
{
    return problem.path.isEmpty() ? problem.location : problem.path;
}

bool isBefore(const Problem &a, const Problem &b)
{
    return std::tuple(fileOf(a), a.document, a.line, a.column, a.message) < std::tuple(fileOf(b), b.document, b.line, b.column, b.message);
}

} // namespace

ProblemsModel::ProblemsModel(mirror::Mirror *mirror, QObject *parent)
    : QAbstractTableModel(parent)
    , m_mirror(mirror)
    , m_filter(filterKeys())
{
    if (!mirror)
        return;
    connect(mirror, &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        if (type == domain::recordtype::problem)
            reload();
    });
    reload();
}

void ProblemsModel::reload()
{
    const domain::Result<std::vector<domain::Record>> records = m_mirror->records(QString(domain::recordtype::problem));
    if (!records) {
        qWarning("cannot read problems: %s", qPrintable(records.error().detail));
        return;
    }
    std::vector<Problem> problems;
    problems.reserve(records->size());
    for (const domain::Record &record : *records)
        problems.push_back(Problem::fromRecord(record));
    setProblems(std::move(problems));
}

void ProblemsModel::setProblems(std::vector<Problem> problems)
{
    m_all = std::move(problems);
    m_sentences.clear();
    std::sort(m_all.begin(), m_all.end(), isBefore);
    update();
}

void ProblemsModel::setEntity(const QString &canonicalRef)
{
    m_entity = canonicalRef;
    update();
}

void ProblemsModel::setText(const QString &text)
{
    m_filter.setText(text);
    update();
}

void ProblemsModel::setCatalog(search::IndexPtr index, search::PersonalPtr personal)
{
    if (m_filter.setCatalog(std::move(index), std::move(personal)))
        update();
}

QStringList ProblemsModel::filterKeys() { return { u"rule"_s, u"file"_s }; }

void ProblemsModel::setMinimumSeverity(Severity severity)
{
    m_minimum = severity;
    update();
}

int ProblemsModel::countOf(Severity severity) const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [&](const Problem &problem) {
        return problem.severity == severity && (m_entity.isEmpty() || problem.entityRef == m_entity);
    }));
}

bool ProblemsModel::isShown(const Problem &problem) const
{
    if (problem.severity < m_minimum || (!m_entity.isEmpty() && problem.entityRef != m_entity))
        return false;
    if (m_filter.isEmpty())
        return true;
    const QString file = fileOf(problem);
    return m_filter.holds({ { problem.entityRef }, { sentence(problem), problem.message, problem.rule, file, problem.entityRef },
        { { u"rule"_s, problem.rule }, { u"file"_s, file } } });
}

const QString &ProblemsModel::sentence(const Problem &problem) const
{
    auto known = m_sentences.find(problem.message);
    if (known == m_sentences.end())
        known = m_sentences.insert(problem.message, ProblemWording::sentence(problem));
    return *known;
}

void ProblemsModel::update()
{
    std::vector<Problem> next;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(next), [this](const Problem &problem) { return isShown(problem); });
    if (m_sortColumn >= 0) {
        std::stable_sort(next.begin(), next.end(), [this](const Problem &a, const Problem &b) {
            const Problem &first = m_sortOrder == Qt::AscendingOrder ? a : b;
            const Problem &second = m_sortOrder == Qt::AscendingOrder ? b : a;
            const Columns column = Columns(m_sortColumn);
            if (column == Columns::Severity)
                return first.severity > second.severity;
            if (column == Columns::Line)
                return first.line < second.line;
            return search::compareNaturally(display(first, column).toString(), display(second, column).toString()) < 0;
        });
    }
    // What stays in place at both ends keeps its rows, and with them selection and current row.
    const size_t head = size_t(std::mismatch(m_shown.begin(), m_shown.end(), next.begin(), next.end()).first - m_shown.begin());
    const size_t limit = std::min(m_shown.size(), next.size()) - head;
    size_t tail = 0;
    while (tail < limit && m_shown[m_shown.size() - 1 - tail] == next[next.size() - 1 - tail])
        ++tail;
    if (m_shown.size() > head + tail) {
        beginRemoveRows({}, int(head), int(m_shown.size() - tail - 1));
        m_shown.erase(m_shown.begin() + std::ptrdiff_t(head), m_shown.end() - std::ptrdiff_t(tail));
        endRemoveRows();
    }
    if (next.size() > head + tail) {
        beginInsertRows({}, int(head), int(next.size() - tail - 1));
        m_shown = std::move(next);
        endInsertRows();
    }
}

void ProblemsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    update();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns::Count);
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && Columns(section) == Columns::Line)
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Severity: return tr("Severity");
    case Columns::Message: return tr("Problem");
    case Columns::Rule: return tr("Rule");
    case Columns::Field: return tr("Field");
    case Columns::File: return tr("File");
    case Columns::Line: return tr("Line");
    case Columns::Entity: return tr("Entity");
    case Columns::Count: break;
    }
    return {};
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Problem &problem = m_shown[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(problem, Columns(index.column()));
    case Qt::ToolTipRole: return Columns(index.column()) == Columns::File ? fileOf(problem) : problem.message;
    case Qt::TextAlignmentRole: return Columns(index.column()) == Columns::Line ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return Columns(index.column()) == Columns::Line ? QVariant(problem.line) : display(problem, Columns(index.column()));
    case SeverityRole: return int(problem.severity);
    case PathRole: return problem.path;
    case LocationRole: return problem.location;
    case LineRole: return problem.line;
    case ColumnRole: return problem.column;
    case DocumentRole: return problem.document;
    case RefRole: return problem.entityRef;
    case KindRole: return problem.entityRef.section(u':', 0, 0);
    default: return {};
    }
}

QVariant ProblemsModel::display(const Problem &problem, Columns column) const
{
    switch (column) {
    case Columns::Severity:
        switch (problem.severity) {
        case Severity::Error: return tr("Error");
        case Severity::Warning: return tr("Warning");
        case Severity::Info: return tr("Note");
        }
        return {};
    case Columns::Message: return sentence(problem);
    case Columns::Rule: return problem.rule;
    case Columns::Field: return problem.field;
    case Columns::File: return fileOf(problem);
    case Columns::Line: return problem.line > 0 ? QVariant(problem.line) : QVariant();
    case Columns::Entity: return problem.entityRef;
    case Columns::Count: break;
    }
    return {};
}

QHash<int, QByteArray> ProblemsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({ { SeverityRole, "severity" }, { PathRole, "path" }, { LineRole, "line" }, { RefRole, "ref" } });
    return names;
}

} // namespace callboard::items
