// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/keyedselection.h"

#include "models/items/entityroles.h"

#include <QAbstractItemModel>
#include <QItemSelectionModel>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

/// Groups are told from rows, which may be named alike.
constexpr QChar groupMark = u'\u0001';

/// More than this is not worth carrying row by row.
constexpr qsizetype mostCarried = 20'000;

QString keyOf(const QModelIndex &index)
{
    if (!index.isValid())
        return {};
    const QModelIndex first = index.siblingAtColumn(0);
    if (first.data(GroupRole).toBool())
        return groupMark + first.data(GroupKeyRole).toString();
    return first.data(RefRole).toString();
}

QModelIndex findUnder(const QAbstractItemModel &model, const QModelIndex &parent, const QString &key)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex at = model.index(row, 0, parent);
        if (keyOf(at) == key)
            return at;
        if (const QModelIndex below = findUnder(model, at, key); below.isValid())
            return below;
    }
    return {};
}

} // namespace

KeyedSelection::KeyedSelection(QAbstractItemModel *model, QItemSelectionModel *selection, Hooks hooks, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
    , m_hooks(std::move(hooks))
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &KeyedSelection::save);
    connect(model, &QAbstractItemModel::modelReset, this, &KeyedSelection::restore);
}

void KeyedSelection::save()
{
    m_selected.clear();
    m_current = m_top = QString();
    if (!m_model || !m_selection)
        return;
    m_current = keyOf(m_selection->currentIndex());
    m_currentColumn = std::max(0, m_selection->currentIndex().column());
    QSet<QString> seen;
    for (const QItemSelectionRange &range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom() && m_selected.size() < mostCarried; ++row) {
            const QString key = keyOf(m_model->index(row, 0, range.parent()));
            if (!key.isEmpty() && !seen.contains(key)) {
                seen.insert(key);
                m_selected.append(key);
            }
        }
    }
    if (m_hooks.topIndex)
        m_top = keyOf(m_hooks.topIndex());
    saveExpanded();
}

void KeyedSelection::saveExpanded()
{
    m_expanded.clear();
    if (!m_hooks.isExpanded)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex at = m_model->index(row, 0);
        if (m_hooks.isExpanded(at))
            m_expanded.append(keyOf(at));
    }
}

void KeyedSelection::restore()
{
    if (!m_model || !m_selection)
        return;
    restoreExpanded();
    restoreSelection();
    if (const QModelIndex top = find(m_top); top.isValid() && m_hooks.scrollTo)
        m_hooks.scrollTo(top);
}

void KeyedSelection::restoreExpanded()
{
    if (!m_hooks.expand || m_expanded.isEmpty())
        return;
    const QSet<QString> keys(m_expanded.begin(), m_expanded.end());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex at = m_model->index(row, 0);
        if (keys.contains(keyOf(at)))
            m_hooks.expand(at);
    }
}

void KeyedSelection::restoreSelection()
{
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (const QString &key : std::as_const(m_selected)) {
        if (const QModelIndex at = find(key); at.isValid())
            selection.append(QItemSelectionRange(at, at.siblingAtColumn(lastColumn)));
    }
    if (!selection.isEmpty())
        m_selection->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const QModelIndex current = find(m_current); current.isValid())
        m_selection->setCurrentIndex(current.siblingAtColumn(std::min(m_currentColumn, lastColumn)), QItemSelectionModel::NoUpdate);
}

QModelIndex KeyedSelection::find(const QString &key) const
{
    if (key.isEmpty())
        return {};
    if (m_finder && !key.startsWith(groupMark))
        return m_finder(key);
    if (key.startsWith(groupMark)) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (const QModelIndex at = m_model->index(row, 0); keyOf(at) == key)
                return at;
        }
        return {};
    }
    return findUnder(*m_model, {}, key);
}

} // namespace callboard::items
