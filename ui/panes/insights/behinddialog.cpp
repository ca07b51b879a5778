// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/behinddialog.h"

#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/tableexport.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

void BehindModel::setList(BehindList list)
{
    beginResetModel();
    m_list = std::move(list);
    for (BehindList::Row &row : m_list.rows)
        row.cells.resize(m_list.heads.size());
    endResetModel();
}

int BehindModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_list.rows.size()); }

int BehindModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_list.heads.size()); }

QVariant BehindModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BehindList::Row &row = m_list.rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return row.cells[index.column()];
    case Qt::UserRole: return row.ref;
    default: return {};
    }
}

QVariant BehindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_list.heads.size() ? m_list.heads[section] : QVariant();
}

BehindDialog::BehindDialog(PaneContext context, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_view(new QTableView)
    , m_count(new TextLabel(tr("Being counted…"), TextRole::Caption, TextLabel::Ink::Secondary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    const Theme &theme = Theme::of(this);
    resize(theme.scaled(720), theme.scaled(440));
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&m_model);
    sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    sorted->setSortLocaleAware(true);
    m_view->setModel(sorted);
    (new RowDelegate(m_view))->attach(m_view);
    m_view->setAccessibleName(title);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto *save = new QPushButton(tr("Export…"));
    auto *close = new QPushButton(tr("Close"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(save);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    connect(m_view, &QTableView::activated, this, &BehindDialog::openRow);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(save, &QPushButton::clicked, this, [this] { exportTable(this, *m_view->model(), visibleColumns(*m_view->horizontalHeader()), u"insights"_s); });
    save->setAutoDefault(false);
    close->setAutoDefault(false);
    m_view->setFocus();
}

void BehindDialog::setList(BehindList list)
{
    m_filled = true;
    if (!list.title.isEmpty())
        setWindowTitle(list.title);
    const QString count = tr("%n row(s).", nullptr, int(list.rows.size()));
    m_count->setText(list.note.isEmpty() ? count : count + u' ' + list.note);
    m_model.setList(std::move(list));
    const int columns = m_model.columnCount();
    for (int column = 0; column + 1 < columns; ++column)
        m_view->setColumnWidth(column, width() / columns);
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
}

void BehindDialog::openRow(const QModelIndex &index)
{
    const QString ref = index.data(Qt::UserRole).toString();
    if (ref.isEmpty() || m_context.workspace.mirror().snapshot()->find(ref) == mirror::noRow)
        return;
    m_context.focus.open(ref);
    close();
}

} // namespace callboard::ui::panes
