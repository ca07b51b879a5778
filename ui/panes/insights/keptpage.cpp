// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/keptpage.h"

#include "ui/kit/rowdelegate.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/insights/insightscards.h"
#include "ui/panes/insights/sharebox.h"
#include "ui/panes/insights/usagesharing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using insights::KeptUse;

namespace {

    constexpr int pageRows = 500;
    constexpr int looksEvery = 1'000; ///< Milliseconds, at most, while something is recorded.
    constexpr int sureFor = 5'000; ///< Milliseconds in which a second press erases everything.

} // namespace

KeptModel::KeptModel(insights::UsageLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{
    m_pool.setMaxThreadCount(1);
    connect(&log, &insights::UsageLog::changed, this, [this] {
        if (m_asked > 0)
            reload();
    });
}

KeptModel::~KeptModel() = default;

void KeptModel::reload()
{
    if (m_reading)
        m_again = true; // A storm of changes costs one reading more.
    else
        read(0);
}

void KeptModel::read(qint64 before)
{
    m_reading = true;
    m_pool.start([this, before, asked = ++m_asked] {
        const quint64 epoch = m_log.epoch(); // Before the rows: what is erased meanwhile is read again.
        auto rows = m_log.page(before, pageRows);
        const auto state = before == 0 ? m_log.state() : insights::UsageLogState {};
        QMetaObject::invokeMethod(this, [this, before, asked, epoch, rows = std::move(rows), state]() mutable {
            m_reading = false;
            if (!rows)
                Q_EMIT failed(rows.error());
            else if (before == 0) {
                takeNewest(epoch, std::move(*rows));
                if (state)
                    Q_EMIT counted(*state);
            } else
                take(asked, std::move(*rows));
            if (std::exchange(m_again, false))
                read(0);
        }, Qt::QueuedConnection);
    });
}

/// What was recorded since goes above the rest, so that what is selected stays; only after an erasing all is new.
void KeptModel::takeNewest(quint64 epoch, std::vector<KeptUse> rows)
{
    const qint64 known = m_rows.empty() ? 0 : m_rows.front().id;
    const auto old = std::ranges::find_if(rows, [known](const KeptUse &row) { return row.id <= known; });
    if (epoch != m_epoch || m_rows.empty() || old == rows.end()) {
        beginResetModel();
        m_rows = std::move(rows);
        m_complete = int(m_rows.size()) < pageRows;
        m_epoch = epoch;
        endResetModel();
    } else if (old != rows.begin()) {
        beginInsertRows({}, 0, int(old - rows.begin()) - 1);
        m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(old));
        endInsertRows();
    }
}

void KeptModel::take(quint64 asked, std::vector<KeptUse> rows)
{
    if (asked != m_asked)
        return;
    m_complete = int(rows.size()) < pageRows;
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int KeptModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int KeptModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Columns::Count); }

QVariant KeptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const insights::UsageEvent &event = m_rows[size_t(index.row())].event;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(event.at, QTimeZone::UTC);
    switch (Columns(index.column())) {
    case Columns::When: return role == Qt::ToolTipRole ? exactTime(at) : QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    case Columns::Deed: return deedText(event.deed);
    case Columns::What: return event.deed == domain::UsageDeed::OpenedPane && role == Qt::DisplayRole ? paneTitle(event.what) : event.what;
    case Columns::About: return event.about;
    case Columns::Found: return event.hits < 0 ? QString() : QLocale().toString(event.hits);
    case Columns::Count: break;
    }
    return {};
}

QVariant KeptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::When: return tr("When");
    case Columns::Deed: return tr("Done");
    case Columns::What: return tr("What");
    case Columns::About: return tr("About");
    case Columns::Found: return tr("Found");
    case Columns::Count: break;
    }
    return {};
}

bool KeptModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && !m_complete && !m_reading && !m_rows.empty(); }

void KeptModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(m_rows.back().id);
}

KeptPage::KeptPage(PaneContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_log(insights::UsageLog::of(context.workspace.mirror()))
    , m_sharer(usageSharing(context))
    , m_model(m_log)
    , m_switch(new QCheckBox(tr("Record what I do in Callboard")))
    , m_months(new QComboBox)
    , m_eraseSelected(new QPushButton(tr("Erase selected")))
    , m_eraseAll(new QPushButton(tr("Erase everything…")))
    , m_count(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_where(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_view(new QTableView)
    , m_shares(new QVBoxLayout)
    , m_lookSoon(new QTimer(this))
{
    m_where->setWordWrap(true);
    m_view->setModel(&m_model);
    (new RowDelegate(m_view))->attach(m_view);
    m_view->setAccessibleName(tr("What is kept"));
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    const Theme &theme = Theme::of(this);
    const int widths[] { 170, 140, 180, 220 };
    for (int column = 0; column < 4; ++column)
        m_view->setColumnWidth(column, theme.scaled(widths[column]));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 0);
    column->addWidget(m_where);
    column->addWidget(makeBar());
    column->addLayout(m_shares);
    column->addWidget(m_count);
    column->addWidget(m_view, 1);
    m_shares->setSpacing(10);
    m_lookSoon->setSingleShot(true);
    m_lookSoon->setInterval(looksEvery);
    connect(m_lookSoon, &QTimer::timeout, this, &KeptPage::lookAtShares);
    connect(&m_log, &insights::UsageLog::changed, this, [this] {
        if (!m_lookSoon->isActive())
            m_lookSoon->start();
    });
    connect(&m_sharer, &insights::UsageSharer::takersChanged, this, &KeptPage::fillShares);
    connect(&m_sharer, &insights::UsageSharer::changed, this, &KeptPage::explain);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &KeptPage::fillShares);
    connect(&context.workspace, &sync::Workspace::networkChanged, this, &KeptPage::lookAtShares);
    fillShares();
    connect(&m_log, &insights::UsageLog::optionsChanged, this, &KeptPage::showOptions);
    connect(&m_model, &KeptModel::counted, this, &KeptPage::showCount);
    connect(&m_model, &KeptModel::failed, this, [this](const domain::Error &error) { m_count->setText(sentenceText(error)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_eraseSelected->setEnabled(m_view->selectionModel()->hasSelection()); });
    showOptions();
}

QWidget *KeptPage::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, 8, 4);
    for (const int months : { 3, 6, 13, 36 })
        m_months->addItem(tr("keep %n month(s)", nullptr, months), months);
    m_months->setAccessibleName(tr("How long it is kept"));
    m_eraseSelected->setEnabled(false);
    for (QWidget *each : std::initializer_list<QWidget *> { m_switch, m_months, m_eraseSelected, m_eraseAll })
        row->addWidget(each);
    setButtonRole(m_eraseAll, ButtonRole::Danger);
    connect(m_switch, &QCheckBox::toggled, this, [this](bool on) {
        auto options = m_log.options();
        options.enabled = on;
        m_log.setOptions(options);
    });
    connect(m_months, &QComboBox::activated, this, [this] {
        auto options = m_log.options();
        options.months = m_months->currentData().toInt();
        m_log.setOptions(options);
    });
    connect(m_eraseSelected, &QPushButton::clicked, this, &KeptPage::eraseSelected);
    connect(m_eraseAll, &QPushButton::clicked, this, &KeptPage::eraseAll);
    return bar;
}

void KeptPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.reload();
    lookAtShares();
}

ShareBox *KeptPage::shareBox(const QString &connectionId) const
{
    for (int at = 0; at < m_shares->count(); ++at) {
        if (auto *box = qobject_cast<ShareBox *>(m_shares->itemAt(at)->widget()); box && box->connectionId() == connectionId)
            return box;
    }
    return nullptr;
}

QString KeptPage::explanation() const { return m_where->text(); }

/// A box that is there stays: somebody may be at it.
void KeptPage::fillShares()
{
    const QStringList takers = m_sharer.takers();
    for (int at = m_shares->count() - 1; at >= 0; --at) {
        auto *box = qobject_cast<ShareBox *>(m_shares->itemAt(at)->widget());
        if (!box || takers.contains(box->connectionId()))
            continue;
        m_shares->removeWidget(box);
        box->hide();
        box->deleteLater();
    }
    for (const sync::ConnectionInfo &connection : m_context.workspace.connections()) {
        if (ShareBox *box = shareBox(connection.id)) {
            box->setName(connection.name);
        } else if (takers.contains(connection.id)) {
            m_shares->addWidget(box = new ShareBox(m_sharer, connection.id, connection.name));
            if (isVisible())
                box->look();
        }
    }
    explain();
}

void KeptPage::lookAtShares()
{
    if (!isVisible())
        return;
    for (int at = 0; at < m_shares->count(); ++at) {
        if (auto *box = qobject_cast<ShareBox *>(m_shares->itemAt(at)->widget()))
            box->look();
    }
}

void KeptPage::explain()
{
    const bool shares = std::ranges::any_of(m_sharer.takers(), [this](const QString &id) { return m_sharer.state(id).on; });
    const QString kept = tr("Each line below is kept in a file of its own on this machine, readable by you alone. It says what was opened, searched, run and dealt with, and nothing else.");
    m_where->setText(kept + u' ' + (shares ? tr("Of these lines, only what you share goes anywhere.") : tr("It is sent nowhere.")));
}

void KeptPage::showOptions()
{
    const auto options = m_log.options();
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(options.enabled);
    if (m_months->findData(options.months) < 0)
        m_months->addItem(tr("keep %n month(s)", nullptr, options.months), options.months);
    m_months->setCurrentIndex(m_months->findData(options.months));
}

void KeptPage::showCount(const insights::UsageLogState &state)
{
    m_eraseAll->setEnabled(state.rows > 0);
    if (const auto failure = m_log.failure(); failure) {
        m_count->setText(tr("Nothing is recorded: %1").arg(sentenceText(*failure)));
        return;
    }
    m_count->setText(state.rows == 0 ? tr("Nothing is kept.")
                                     : tr("%1 lines, %2 on disk, since %3.").arg(QLocale().toString(state.rows), byteCount(state.bytes), exactTime(state.oldest)));
}

void KeptPage::eraseSelected()
{
    QList<qint64> ids;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        ids.append(m_model.row(index.row()).id);
    if (!ids.isEmpty())
        m_log.erase(ids);
}

/// What is erased is overwritten, and nobody can bring it back: so it takes two presses.
void KeptPage::eraseAll()
{
    if (!m_sure) {
        m_sure = true;
        m_eraseAll->setText(tr("Press again to erase everything"));
        QTimer::singleShot(sureFor, this, [this] {
            m_sure = false;
            m_eraseAll->setText(tr("Erase everything…"));
        });
        return;
    }
    m_sure = false;
    m_eraseAll->setText(tr("Erase everything…"));
    m_log.eraseAll();
}

} // namespace callboard::ui::panes
