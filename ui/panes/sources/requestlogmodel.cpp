// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/requestlogmodel.h"

#include "ui/kit/times.h"

#include <QLocale>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using sync::RequestLine;

namespace {

    bool isSame(const RequestLine &a, const RequestLine &b)
    {
        return a.at == b.at && a.took == b.took && a.status == b.status && a.wireBytes == b.wireBytes && a.method == b.method
            && a.connectionId == b.connectionId && a.url == b.url;
    }

    bool isFailed(const RequestLine &line)
    {
        return line.error || line.status >= 400;
    }

} // namespace

void RequestLogModel::setLines(const std::vector<RequestLine> &lines)
{
    // What the log has dropped at its old end is dropped here; what came is put before.
    std::vector<RequestLine> latestFirst(lines.rbegin(), lines.rend());
    size_t added = 0;
    if (!m_lines.empty()) {
        while (added < latestFirst.size() && !isSame(latestFirst[added], m_lines.front()))
            ++added;
    } else {
        added = latestFirst.size();
    }
    const size_t kept = latestFirst.size() - added;
    const bool continues = kept <= m_lines.size()
        && std::equal(latestFirst.begin() + qsizetype(added), latestFirst.end(), m_lines.begin(), isSame);
    if (!continues || (kept == 0 && !m_lines.empty())) {
        beginResetModel();
        m_lines.assign(latestFirst.begin(), latestFirst.end());
        endResetModel();
        return;
    }
    if (kept < m_lines.size()) {
        beginRemoveRows({}, int(kept), int(m_lines.size()) - 1);
        m_lines.resize(kept);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_lines.insert(m_lines.begin(), latestFirst.begin(), latestFirst.begin() + qsizetype(added));
        endInsertRows();
    }
}

void RequestLogModel::setConnectionNames(const QHash<QString, QString> &byId)
{
    if (m_names == byId)
        return;
    m_names = byId;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, int(Columns::Source)), index(rowCount() - 1, int(Columns::Source)));
}

QString RequestLogModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < int(Columns::Count); ++column)
        cells.append(index(row, column).data().toString());
    return cells.join(u'\t');
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RequestLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns::Count);
}

QString RequestLogModel::text(const RequestLine &line, Columns column) const
{
    switch (column) {
    case Columns::Time: return QLocale().toString(line.at.toLocalTime().time(), u"HH:mm:ss.zzz"_s);
    case Columns::Method: return QString::fromLatin1(line.method);
    case Columns::Status:
        if (line.error)
            return line.status ? u"%1 %2"_s.arg(line.status).arg(domain::name(*line.error)) : QString(domain::name(*line.error));
        return line.notModified ? tr("%1 unchanged").arg(line.status) : QString::number(line.status);
    case Columns::Address: return line.url;
    case Columns::Bytes: return QLocale().toString(line.wireBytes);
    case Columns::Took: return QLocale().toString(qint64(line.took.count()));
    case Columns::Source: return m_names.value(line.connectionId, line.connectionId);
    case Columns::Count: break;
    }
    return {};
}

QVariant RequestLogModel::sortKey(const RequestLine &line, Columns column)
{
    switch (column) {
    case Columns::Time: return line.at;
    case Columns::Status: return line.status;
    case Columns::Bytes: return line.wireBytes;
    case Columns::Took: return qint64(line.took.count());
    default: return {};
    }
}

QVariant RequestLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RequestLine &line = m_lines[size_t(index.row())];
    const auto column = Columns(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::ToolTipRole: return column == Columns::Time ? exactTime(line.at) : text(line, column);
    case Qt::TextAlignmentRole:
        return column == Columns::Bytes || column == Columns::Took ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: {
        const QVariant key = sortKey(line, column);
        return key.isValid() ? key : QVariant(text(line, column));
    }
    case FailedRole: return isFailed(line);
    default: return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isNumber = Columns(section) == Columns::Bytes || Columns(section) == Columns::Took;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Time: return tr("Time");
    case Columns::Method: return tr("Method");
    case Columns::Status: return tr("Status");
    case Columns::Address: return tr("Address");
    case Columns::Bytes: return tr("Bytes");
    case Columns::Took: return tr("ms");
    case Columns::Source: return tr("Source");
    case Columns::Count: break;
    }
    return {};
}

} // namespace callboard::ui::panes
