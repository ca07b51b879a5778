// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/runtree.h"

#include "models/items/buildwording.h"
#include "ui/kit/icons.h"
#include "ui/kit/times.h"
#include "ui/panes/builds/buildlook.h"
#include "ui/panes/common/columnchoice.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::BuildsModel;
using items::BuildWording;
using RunColumns = BuildsModel::Columns;
using domain::BuildState;

namespace {

    constexpr int roomForBy = 560;
    constexpr int leastBranch = 120, mostBranch = 240;
    constexpr int barWidth = 4; // With its gap.
    constexpr int usualWidth = 92;
    constexpr int flakyWidth = 220; // At most, with its glyph.
    constexpr int nameWidth = 180;  // What a name may have for itself before what is flaky is cut.
    constexpr int factsWidth = 60;  // Facts that would have less are left out: a few letters say nothing.
    constexpr int wordsWidth = 96;  // With less there is the glyph alone; words are in the tool tip.

} // namespace

bool RunDelegate::isGroup(const QModelIndex &index) const { return index.data(items::GroupRole).toBool(); }

RowCell RunDelegate::cell(const QModelIndex &index) const
{
    RowCell cell;
    if (isGroup(index))
        return cell; // Painted by the row.
    cell.text = index.data(Qt::DisplayRole).toString();
    if (index.data(BuildsModel::MoreRole).toBool()) {
        cell.ink = RowCell::Ink::Link;
        return cell;
    }
    switch (RunColumns(index.column())) {
    case RunColumns::Run:
        cell.status = statusOf(BuildState(index.data(BuildsModel::StateRole).toInt()));
        cell.ink = RowCell::Ink::Secondary;
        cell.style.figures = true;
        break;
    case RunColumns::Branch:
        cell.style.role = TextRole::Mono;
        if (!index.data(BuildsModel::DefaultRole).toBool())
            cell.iconName = u"branch"_s;
        break;
    case RunColumns::Title: break;
    case RunColumns::By: cell.ink = RowCell::Ink::Secondary; break;
    case RunColumns::Took:
        cell.alignRight = true;
        cell.style.figures = true;
        break;
    case RunColumns::Age:
        cell.text = shortAge(index.data(items::AgeRole).toDateTime());
        cell.alignRight = true;
        cell.style.figures = true;
        cell.ink = RowCell::Ink::Secondary;
        break;
    case RunColumns::Count: break;
    }
    return cell;
}

void RunDelegate::paintSpark(QPainter *painter, const QRect &area, const builds::RunSpark &spark, const Theme &theme) const
{
    const Colours &c = theme.colours();
    qint64 longest = 1;
    for (const auto &bar : spark.bars)
        longest = std::max(longest, bar.took);
    const int width = theme.scaled(barWidth);
    int x = area.right() + 1 - int(spark.bars.size()) * width;
    for (const auto &bar : spark.bars) {
        // What is broken stands full height: it is found without its colour.
        const bool broken = builds::isBroken(bar.state);
        const int height = broken || bar.took == 0 ? area.height() : std::max(2, int(double(bar.took) / double(longest) * area.height()));
        const QColor colour = broken ? c.failed.glyph : bar.state == BuildState::Running ? c.running.glyph : bar.state == BuildState::Passed ? c.textDisabled : c.borderStrong;
        if (bar.state == BuildState::Passed || broken || bar.state == BuildState::Running)
            painter->fillRect(x, area.bottom() + 1 - height, width - 1, height, colour);
        else
            painter->fillRect(x, area.bottom() - 1, width - 1, 2, colour);
        x += width;
    }
}

/// At the end of so much room, of which the group's name needs so much; tells how wide it is.
RowCell RunDelegate::flakyCell(const QString &names, int room, int name, const Theme &theme, int *width) const
{
    RowCell flaky;
    flaky.status = Status::Warning;
    flaky.text = tr("flaky: %1").arg(names);
    flaky.ink = RowCell::Ink::Warning;
    const int glyph = theme.scaled(12);
    const int wanted = glyph + 6 + qCeil(cache().advance(theme, flaky.text, flaky.style)) + 1;
    const int most = std::min(theme.scaled(flakyWidth), room - std::min(name, theme.scaled(nameWidth)) - 12);
    *width = std::min(wanted, most);
    if (*width < std::min(wanted, theme.scaled(wordsWidth))) {
        *width = glyph;
        flaky.text.clear();
    }
    return flaky;
}

void RunDelegate::paintGroup(
    QPainter *painter, const QRect &area, const BuildsModel &model, const QModelIndex &index, const Theme &theme, const QColor &ground, Qt::LayoutDirection direction) const
{
    QRect room = area;
    // From the end of the row, gap behind it.
    const auto take = [&room, &area, direction](int width, int gap) {
        const QRect taken(room.right() + 1 - width, room.top(), width, room.height());
        room.setRight(room.right() - width - gap);
        return QStyle::visualRect(direction, area, taken);
    };
    const builds::RunSpark spark = model.spark(index);
    const int sparkWidth = theme.scaled(barWidth) * 30;
    if (room.width() > theme.scaled(420) && !spark.bars.empty()) {
        RowCell usual;
        usual.text = spark.usual < 0 ? QString() : tr("p50 %1").arg(BuildWording::duration(spark.usual));
        usual.ink = RowCell::Ink::Secondary;
        usual.alignRight = true;
        usual.style.figures = true;
        paintCell(painter, take(theme.scaled(usualWidth), 6), usual, theme, ground, direction);
    }
    if (room.width() > theme.scaled(300))
        paintSpark(painter, take(sparkWidth, 8).adjusted(0, 4, 0, -4), spark, theme);
    RowCell name;
    name.status = statusOf(BuildState(index.data(BuildsModel::StateRole).toInt()));
    name.text = index.data(Qt::DisplayRole).toString();
    name.secondary = index.data(items::DescriptionRole).toString();
    name.style.weight = QFont::DemiBold;
    const int needed = theme.scaled(12) + 6 + qCeil(cache().advance(theme, name.text, name.style)) + 1;
    if (const QString names = index.data(BuildsModel::FlakyRole).toString(); !names.isEmpty()) {
        int width = 0;
        const RowCell flaky = flakyCell(names, room.width(), needed, theme, &width);
        paintCell(painter, take(width, 12), flaky, theme, ground, direction);
    }
    if (room.width() - needed < theme.scaled(factsWidth))
        name.secondary.clear();
    paintCell(painter, QStyle::visualRect(direction, area, room), name, theme, ground, direction);
}

void RunDelegate::paintHeading(
    QPainter *painter, const QRect &area, const QString &text, const Theme &theme, const QColor &ground, Qt::LayoutDirection direction) const
{
    RowCell heading;
    heading.text = text;
    heading.ink = RowCell::Ink::Secondary;
    heading.style.role = TextRole::Caption;
    paintCell(painter, area, heading, theme, ground, direction);
}

RunTree::RunTree(BuildsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new RunDelegate(this))
{
    setModel(&model);
    m_delegate->attach(this);
    setAccessibleName(tr("Builds"));
    setIndentation(14);
    setSelectionMode(SingleSelection);
    QHeaderView *head = header();
    head->setStretchLastSection(false);
    head->setSectionsMovable(true);
    head->setMinimumSectionSize(36);
    head->setSectionResizeMode(int(RunColumns::Title), QHeaderView::Stretch);
    const std::pair<RunColumns, int> widths[] { { RunColumns::Run, 122 }, { RunColumns::Branch, leastBranch }, { RunColumns::By, 80 }, { RunColumns::Took, 72 }, { RunColumns::Age, 44 } };
    for (const auto &[column, width] : widths)
        head->resizeSection(int(column), Theme::of(this).scaled(width));
    m_branchWidth = head->sectionSize(int(RunColumns::Branch));
    m_usual = head->saveState();
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this, [this, head](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(head->mapToGlobal(at));
    });
}

void RunTree::fit(int room)
{
    m_room = room;
    applyChoices();
    fitBranch(room);
}

void RunTree::applyChoices()
{
    // The first says which run it is, and has the groups.
    for (int column = 1; column < int(RunColumns::Count); ++column) {
        const Choice choice = m_choices[size_t(column)];
        const bool givesWay = column == int(RunColumns::By) && m_room < Theme::of(this).scaled(roomForBy);
        setColumnHidden(column, choice == Choice::Hidden || (choice == Choice::Usual && givesWay));
    }
}

void RunTree::fillColumnMenu(QMenu *menu)
{
    const auto choose = [this](int column, bool shown) {
        m_choices[size_t(column)] = shown ? Choice::Shown : Choice::Hidden;
        applyChoices();
    };
    panes::fillColumnMenu(*menu, *header(), int(RunColumns::Run), choose, [this] {
        m_choices.fill(Choice::Usual);
        header()->restoreState(m_usual);
        m_branchWidth = header()->sectionSize(int(RunColumns::Branch));
        fit(m_room);
    });
}

QString RunTree::keyOf(size_t column) const { return m_model.headerData(int(column), Qt::Horizontal, items::ColumnKeyRole).toString(); }

QJsonObject RunTree::saveColumns() const
{
    QJsonObject choices;
    for (size_t column = 0; column < m_choices.size(); ++column) {
        if (m_choices[column] != Choice::Usual)
            choices.insert(keyOf(column), m_choices[column] == Choice::Shown);
    }
    return choices;
}

void RunTree::restoreColumns(const QJsonObject &choices)
{
    for (size_t column = 0; column < m_choices.size(); ++column) {
        const QJsonValue isShown = choices[keyOf(column)];
        m_choices[column] = !isShown.isBool() ? Choice::Usual : isShown.toBool() ? Choice::Shown : Choice::Hidden;
    }
    applyChoices();
}

void RunTree::fitBranch(int room)
{
    if (header()->sectionSize(int(RunColumns::Branch)) != m_branchWidth)
        return; // Somebody has sized it.
    const Theme &theme = Theme::of(this);
    m_branchWidth = std::clamp(room / 5, theme.scaled(leastBranch), theme.scaled(mostBranch));
    header()->resizeSection(int(RunColumns::Branch), m_branchWidth);
}

void RunTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(items::GroupRole).toBool())
        return QTreeView::drawRow(painter, option, index);
    // Fill, lines and ring as every row has them; what it says goes over all columns.
    QTreeView::drawRow(painter, option, index);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const Qt::LayoutDirection direction = layoutDirection();
    const auto placed = [&row, direction](const QRect &rect) { return QStyle::visualRect(direction, row, rect); };
    if (index.data(BuildsModel::HeadingRole).toBool()) {
        painter->fillRect(row, c.board);
        paintHairline(painter, row.topLeft(), row.topRight(), c.borderSubtle);
        return m_delegate->paintHeading(painter, placed(row.adjusted(2 * indentation() + 6, 0, -6, 0)), index.siblingAtColumn(0).data().toString(), theme, c.board, direction);
    }
    const bool selected = selectionModel()->isSelected(index);
    const QColor ground = selected ? (hasFocus() ? c.selection : c.selectionInactive) : c.wings;
    painter->fillRect(row, ground);
    paintHairline(painter, row.topLeft(), row.topRight(), c.borderSubtle);
    paintHairline(painter, row.bottomLeft(), row.bottomRight(), c.borderSubtle);
    drawBranches(painter, placed(QRect(0, row.top(), indentation(), row.height())), index.siblingAtColumn(0));
    m_delegate->paintGroup(painter, placed(row.adjusted(indentation() + 6, 0, -6, 0)), m_model, index.siblingAtColumn(0), theme, ground, direction);
    if (hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0) && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(painter, QRectF(row).adjusted(1, 1, -1, -1), 0, Qt::transparent, c.focusRing, 2);
}

} // namespace callboard::ui::panes
