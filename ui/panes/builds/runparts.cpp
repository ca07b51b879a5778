// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/runparts.h"

#include "ui/panes/builds/buildlook.h"

#include <QPainter>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::RunPartsModel;
using PartColumns = RunPartsModel::Columns;
using Kind = RunPartsModel::Kind;
using domain::BuildState;

RunPartsDelegate::RunPartsDelegate(const RunPartsModel &model, QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
{
}

bool RunPartsDelegate::isGroup(const QModelIndex &index) const { return index.data(items::GroupRole).toBool(); }

RowCell RunPartsDelegate::cell(const QModelIndex &index) const
{
    RowCell cell;
    if (index.column() == int(PartColumns::Time))
        return cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    if (isGroup(index)) {
        cell.style.weight = QFont::DemiBold;
        return cell;
    }
    if (index.column() == int(PartColumns::Took)) {
        cell.alignRight = true;
        cell.style.figures = true;
        cell.ink = RowCell::Ink::Secondary;
        return cell;
    }
    cell.status = statusOf(BuildState(index.data(RunPartsModel::StateRole).toInt()));
    cell.secondary = index.data(items::DescriptionRole).toString();
    const auto kind = Kind(index.data(RunPartsModel::KindRole).toInt());
    if (kind == Kind::Step)
        cell.ink = RowCell::Ink::Secondary;
    if (kind == Kind::Annotation)
        cell.secondaryElide = Qt::ElideLeft; // A path: its end tells it apart.
    return cell;
}

void RunPartsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const qint64 begin = index.data(RunPartsModel::BeginRole).toLongLong();
    const qint64 end = index.data(RunPartsModel::EndRole).toLongLong();
    const qint64 length = m_model.gantt().length;
    const auto kind = Kind(index.data(RunPartsModel::KindRole).toInt());
    if (index.column() != int(PartColumns::Time) || begin < 0 || length <= 0 || (kind != Kind::Job && kind != Kind::Step))
        return;
    const Theme &theme = Theme::of(option.widget);
    const Colours &c = theme.colours();
    const QRect room = option.rect.adjusted(6, 0, -6, 0);
    const auto placeOf = [&](qint64 at) { return room.left() + int(double(std::clamp<qint64>(at, 0, length)) / double(length) * room.width()); };
    const bool critical = index.data(RunPartsModel::CriticalRole).toBool();
    const int height = theme.scaled(kind == Kind::Step ? 4 : critical ? 12 : 6);
    const int top = room.center().y() - height / 2 + 1;
    if (const qint64 queued = index.data(RunPartsModel::QueuedRole).toLongLong(); kind == Kind::Job && queued >= 0 && queued < begin)
        painter->fillRect(placeOf(queued), room.center().y() + 1, placeOf(begin) - placeOf(queued), 1, c.borderStrong);
    const auto state = BuildState(index.data(RunPartsModel::StateRole).toInt());
    const bool broken = state == BuildState::Failed || state == BuildState::Errored;
    const QColor colour = broken ? c.failed.glyph : state == BuildState::Running ? c.running.glyph : critical ? c.accent : c.textDisabled;
    painter->fillRect(placeOf(begin), top, std::max(2, placeOf(std::max(begin, end)) - placeOf(begin)), height, colour);
}

} // namespace callboard::ui::panes
