// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/columnchoice.h"

#include "models/items/entityroles.h"
#include "ui/kit/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::ColumnChoice)
    };

    QString titleOf(const QHeaderView &header, int column) { return header.model()->headerData(column, Qt::Horizontal).toString(); }

} // namespace

void fillColumnMenu(QMenu &menu, const QHeaderView &header, int fixed, const std::function<void(int, bool)> &choose, const std::function<void()> &usual)
{
    for (int column = 0; column < header.count(); ++column) {
        QAction *action = menu.addAction(titleOf(header, column));
        action->setCheckable(true);
        action->setChecked(!header.isSectionHidden(column));
        action->setEnabled(column != fixed);
        QObject::connect(action, &QAction::toggled, &header, [choose, column](bool shown) { choose(column, shown); });
    }
    menu.addSeparator();
    QObject::connect(menu.addAction(Say::tr("Usual columns")), &QAction::triggered, &header, usual);
}

QString sortText(const QString &title, bool isSorted, Qt::SortOrder order)
{
    if (!isSorted)
        return title;
    return order == Qt::AscendingOrder ? Say::tr("%1, ascending").arg(title) : Say::tr("%1, descending").arg(title);
}

ColumnChoice::ColumnChoice(QHeaderView &header, std::vector<int> roomFor)
    : QObject(&header)
    , m_header(header)
{
    for (const int room : roomFor)
        m_columns.push_back({ room, header.sectionSize(int(m_columns.size())) });
    header.setSectionsMovable(true);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(&m_header);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_header.mapToGlobal(at));
    });
}

void ColumnChoice::fit(int width)
{
    m_width = width;
    for (int column = 0; column < int(m_columns.size()); ++column) {
        Column &each = m_columns[size_t(column)];
        each.hasRoom = each.roomFor == 0 || each.isAsked || width >= Theme::of(&m_header).scaled(each.roomFor);
        m_header.setSectionHidden(column, !each.isWanted || !each.hasRoom);
    }
}

QList<int> ColumnChoice::wanted() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        if (const int column = m_header.logicalIndex(visual); m_columns[size_t(column)].isWanted)
            columns += column;
    }
    return columns;
}

QList<int> ColumnChoice::givingWay() const
{
    QList<int> columns = wanted();
    columns.removeIf([this](int column) { return m_columns[size_t(column)].hasRoom; });
    return columns;
}

void ColumnChoice::refit()
{
    fit(m_width);
    Q_EMIT changed();
}

void ColumnChoice::setWanted(int column, bool wanted)
{
    if (column == 0)
        return;
    m_columns[size_t(column)].isWanted = wanted;
    m_columns[size_t(column)].isAsked = wanted;
    refit();
}

void ColumnChoice::useUsual()
{
    for (int column = 0; column < int(m_columns.size()); ++column) {
        Column &each = m_columns[size_t(column)];
        each.isWanted = true;
        each.isAsked = false;
        m_header.moveSection(m_header.visualIndex(column), column);
        m_header.setSectionHidden(column, false); // One that is hidden is not resized.
        m_header.resizeSection(column, each.usualWidth);
    }
    if (m_header.isSortIndicatorClearable())
        m_header.setSortIndicator(-1, Qt::AscendingOrder);
    refit();
}

void ColumnChoice::fillMenu(QMenu &menu)
{
    fillColumnMenu(menu, m_header, 0, [this](int column, bool shown) { setWanted(column, shown); }, [this] { useUsual(); });
}

void ColumnChoice::fillSortMenu(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const int sorted = m_header.sortIndicatorSection();
    const bool isAscending = m_header.sortIndicatorOrder() == Qt::AscendingOrder;
    if (m_header.isSortIndicatorClearable()) {
        QAction *none = menu.addAction(Say::tr("As it comes"));
        none->setCheckable(true);
        none->setChecked(sorted < 0);
        group->addAction(none);
        connect(none, &QAction::triggered, this, [this] { m_header.setSortIndicator(-1, Qt::AscendingOrder); });
    }
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        if (m_header.isSectionHidden(column))
            continue;
        QAction *action = menu.addAction(sortText(titleOf(m_header, column), column == sorted, m_header.sortIndicatorOrder()));
        action->setCheckable(true);
        action->setChecked(column == sorted);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, column, again = column == sorted && isAscending] {
            m_header.setSortIndicator(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
}

QStringList ColumnChoice::keys() const
{
    QStringList keys;
    for (int column = 0; column < m_header.count(); ++column)
        keys += m_header.model()->headerData(column, Qt::Horizontal, items::ColumnKeyRole).toString();
    return keys;
}

QJsonObject ColumnChoice::saveState() const
{
    QJsonArray wanted, asked;
    const QStringList keys = this->keys();
    for (size_t column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column].isWanted)
            wanted.append(keys[qsizetype(column)]);
        if (m_columns[column].isAsked)
            asked.append(keys[qsizetype(column)]);
    }
    return { { u"of"_s, QJsonArray::fromStringList(keys) }, { u"wanted"_s, wanted }, { u"asked"_s, asked },
        { u"header"_s, QString::fromLatin1(m_header.saveState().toBase64()) } };
}

void ColumnChoice::restoreState(const QJsonObject &state)
{
    const QStringList keys = this->keys();
    if (state["of"_L1].toArray() != QJsonArray::fromStringList(keys))
        return;
    m_header.restoreState(QByteArray::fromBase64(state["header"_L1].toString().toLatin1()));
    for (size_t column = 0; column < m_columns.size(); ++column) {
        m_columns[column].isWanted = column == 0 || state["wanted"_L1].toArray().contains(keys[qsizetype(column)]);
        m_columns[column].isAsked = m_columns[column].isWanted && state["asked"_L1].toArray().contains(keys[qsizetype(column)]);
    }
    refit();
}

} // namespace callboard::ui::panes
