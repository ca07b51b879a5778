// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/requestlog.h"

#include "ui/kit/banner.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/common/tableexport.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using LogColumns = RequestLogModel::Columns;

namespace {

    constexpr int tickMs = 1000;

    class LogDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell = RowDelegate::cell(index);
            switch (LogColumns(index.column())) {
            case LogColumns::Address: cell.elide = Qt::ElideMiddle; break;
            case LogColumns::Status:
                if (index.data(RequestLogModel::FailedRole).toBool()) {
                    cell.status = Status::Failed;
                    cell.ink = RowCell::Ink::Failed;
                }
                break;
            case LogColumns::Bytes:
            case LogColumns::Took: cell.alignRight = true; [[fallthrough]];
            default: cell.ink = RowCell::Ink::Secondary;
            }
            return cell;
        }
    };

} // namespace

RequestLog::RequestLog(sync::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_filter(new QLineEdit)
    , m_source(new QComboBox)
    , m_table(new QTableView)
    , m_empty(new EmptyState)
    , m_counts(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_tick(new QTimer(this))
{
    setWindowTitle(tr("Request log"));
    setSurface(this, Surface::Board);
    resize(Theme::of(this).scaled(960), Theme::of(this).scaled(520));
    m_shown.setSourceModel(&m_model);
    m_shown.setSortRole(RequestLogModel::SortRole);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    prepareTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(makeFooter());

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown.setFilterFixedString(text);
        showCounts();
    });
    connect(m_source, &QComboBox::activated, this, &RequestLog::reload);
    connect(&workspace, &sync::Workspace::connectionsChanged, this, [this] {
        fillSources();
        reload();
    });
    connect(m_tick, &QTimer::timeout, this, &RequestLog::reload);
    m_tick->setInterval(tickMs);
    fillSources();
    reload();
    m_filter->setFocus();
}

QWidget *RequestLog::makeHeader()
{
    auto *header = new SurfaceWidget(int(Surface::Wings), Qt::BottomEdge);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_filter->setPlaceholderText(tr("filter by address, status, method"));
    m_filter->setAccessibleName(tr("Filter the requests"));
    m_filter->setClearButtonEnabled(true);
    m_source->setAccessibleName(tr("Source"));
    row->addWidget(m_filter, 1);
    row->addWidget(m_source);
    return header;
}

QWidget *RequestLog::makeFooter()
{
    auto *footer = new SurfaceWidget(int(Surface::Wings), Qt::TopEdge);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 10, 12, 10);
    row->setSpacing(8);
    auto *copy = new QPushButton(tr("Copy"));
    auto *exported = new QPushButton(tr("Export…"));
    auto *close = new QPushButton(tr("Close"));
    row->addWidget(m_counts, 1);
    for (QPushButton *button : { copy, exported, close }) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(copy, &QPushButton::clicked, this, &RequestLog::copySelected);
    connect(exported, &QPushButton::clicked, this,
        [this] { exportTable(this, m_shown, visibleColumns(*m_table->horizontalHeader()), u"requests"_s); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return footer;
}

void RequestLog::prepareTable()
{
    m_table->setModel(&m_shown);
    (new LogDelegate(this))->attach(m_table);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicator(int(LogColumns::Time), Qt::DescendingOrder);
    header->setSectionsMovable(true);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(LogColumns::Address), QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    for (const auto &[at, width] : { std::pair { LogColumns::Time, 100 }, { LogColumns::Method, 70 }, { LogColumns::Status, 150 },
             { LogColumns::Bytes, 80 }, { LogColumns::Took, 70 }, { LogColumns::Source, 130 } })
        header->resizeSection(int(at), theme.scaled(width));
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &RequestLog::copySelected);
}

void RequestLog::showConnection(const QString &connectionId)
{
    m_source->setCurrentIndex(qMax(0, m_source->findData(connectionId)));
    reload();
}

void RequestLog::fillSources()
{
    const QString chosen = m_source->currentData().toString();
    QHash<QString, QString> names;
    m_source->clear();
    m_source->addItem(tr("All sources"), QString());
    for (const sync::ConnectionInfo &connection : m_workspace.connections()) {
        names.insert(connection.id, connection.name);
        m_source->addItem(connection.name, connection.id);
    }
    m_source->setCurrentIndex(qMax(0, m_source->findData(chosen)));
    m_model.setConnectionNames(names);
}

void RequestLog::reload()
{
    m_model.setLines(m_workspace.requestLog(m_source->currentData().toString()));
    showCounts();
}

void RequestLog::showCounts()
{
    const int all = m_model.rowCount();
    const int shown = m_shown.rowCount();
    m_counts->setText(shown == all ? tr("%Ln request(s), the latest 500 at most. No headers, no bodies, no secrets.", nullptr, all)
                                   : tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(all)));
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_empty->setContent(u"history"_s, all == 0 ? tr("No request was made yet") : tr("No request matches"),
        all == 0 ? tr("What sources ask over the network in this run of the program shows here.") : tr("Other words, or another source, show more."));
}

void RequestLog::copySelected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(m_model.rowText(m_shown.mapToSource(row).row()));
    if (rows.isEmpty()) {
        for (int row = 0; row < m_shown.rowCount(); ++row)
            lines.append(m_model.rowText(m_shown.mapToSource(m_shown.index(row, 0)).row()));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RequestLog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_tick->start();
    reload();
}

void RequestLog::hideEvent(QHideEvent *event)
{
    m_tick->stop();
    QDialog::hideEvent(event);
}

} // namespace callboard::ui::panes
