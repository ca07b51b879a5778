// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sourcesmodel.h"

#include "models/items/entitytablemodel.h"

#include <QLocale>

#include <algorithm>

namespace callboard::items {

using mirror::FeedState;

namespace {

bool isSameFeed(const FeedState &a, const FeedState &b)
{
    return a.connectionId == b.connectionId && a.feedId == b.feedId && a.principal == b.principal;
}

} // namespace

SourcesModel::SourcesModel(mirror::Mirror *mirror, QObject *parent)
    : QAbstractTableModel(parent)
    , m_mirror(mirror)
{
    if (!mirror)
        return;
    connect(mirror, &mirror::Mirror::feedStateChanged, this, &SourcesModel::reload);
    reload();
}

void SourcesModel::reload()
{
    domain::Result<std::vector<FeedState>> states = m_mirror->feedStates();
    if (!states) {
        qWarning("cannot read feed states: %s", qPrintable(states.error().detail));
        return;
    }
    setStates(std::move(*states));
}

void SourcesModel::setStates(std::vector<FeedState> states)
{
    std::stable_sort(states.begin(), states.end(), [](const FeedState &a, const FeedState &b) {
        return std::tie(a.connectionId, a.feedId) < std::tie(b.connectionId, b.feedId);
    });
    if (std::equal(states.begin(), states.end(), m_states.begin(), m_states.end(), isSameFeed)) {
        m_states = std::move(states);
        if (!m_states.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_states.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_states = std::move(states);
    endResetModel();
}

void SourcesModel::setConnectionNames(const QHash<QString, QString> &byId)
{
    m_names = byId;
    if (!m_states.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_states.size()) - 1, 0));
}

void SourcesModel::setFeedNames(const QHash<std::pair<QString, QString>, QString> &byConnectionAndFeed)
{
    m_feedNames = byConnectionAndFeed;
    if (!m_states.empty())
        Q_EMIT dataChanged(index(0, int(Columns::Feed)), index(int(m_states.size()) - 1, int(Columns::Feed)));
}

int SourcesModel::rowOf(const QString &connectionId, const QString &feedId) const
{
    const auto at = std::find_if(m_states.begin(), m_states.end(),
        [&](const FeedState &state) { return state.connectionId == connectionId && state.feedId == feedId; });
    return at == m_states.end() ? -1 : int(at - m_states.begin());
}

void SourcesModel::setProgress(const QString &connectionId, const QString &feedId, qint64 done, qint64 total, const QString &text)
{
    m_running.insert({ connectionId, feedId }, { done, total, text });
    if (const int row = rowOf(connectionId, feedId); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void SourcesModel::setFinished(const QString &connectionId, const QString &feedId)
{
    m_running.remove({ connectionId, feedId });
    if (const int row = rowOf(connectionId, feedId); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

const SourcesModel::Running *SourcesModel::running(const FeedState &state) const
{
    const auto at = m_running.constFind({ state.connectionId, state.feedId });
    return at == m_running.constEnd() ? nullptr : &*at;
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_states.size());
}

int SourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns::Count);
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Connection: return tr("Source");
    case Columns::Feed: return tr("Feed");
    case Columns::State: return tr("State");
    case Columns::LastSuccess: return tr("As of");
    case Columns::LastAttempt: return tr("Last tried");
    case Columns::Progress: return tr("Progress");
    case Columns::Count: break;
    }
    return {};
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FeedState &state = m_states[size_t(index.row())];
    const Running *run = running(state);
    switch (role) {
    case Qt::DisplayRole: return display(state, Columns(index.column()));
    case Qt::ToolTipRole:
        if (Columns(index.column()) == Columns::LastSuccess && state.lastSuccess.isValid())
            return QLocale().toString(state.lastSuccess.toLocalTime(), QLocale::LongFormat);
        return state.lastError ? state.lastError->detail : QString();
    case ConnectionIdRole: return state.connectionId;
    case FeedIdRole: return state.feedId;
    case ErrorCodeRole: return state.lastError ? int(state.lastError->code) : -1;
    case ErrorDetailRole: return state.lastError ? state.lastError->detail : QString();
    case RunningRole: return run != nullptr;
    case DoneRole: return run ? run->done : qint64(0);
    case TotalRole: return run ? run->total : qint64(0);
    case LastSuccessRole:
    case SeenRole: return state.lastSuccess;
    case LastAttemptRole: return state.lastAttempt;
    default: return {};
    }
}

QVariant SourcesModel::display(const FeedState &state, Columns column) const
{
    switch (column) {
    case Columns::Connection: return m_names.value(state.connectionId, state.connectionId);
    case Columns::Feed: return m_feedNames.value({ state.connectionId, state.feedId }, state.feedId);
    case Columns::State:
        if (running(state))
            return tr("reading");
        if (state.lastError)
            return tr("failed");
        return state.lastSuccess.isValid() ? tr("ready") : tr("not read yet");
    case Columns::LastSuccess: return ageText(state.lastSuccess);
    case Columns::LastAttempt: return ageText(state.lastAttempt);
    case Columns::Progress: {
        const Running *run = running(state);
        if (!run)
            return {};
        if (run->total > 0)
            return tr("%1 of %2").arg(QLocale().toString(run->done), QLocale().toString(run->total));
        return run->text.isEmpty() ? QLocale().toString(run->done) : run->text;
    }
    case Columns::Count: break;
    }
    return {};
}

} // namespace callboard::items
