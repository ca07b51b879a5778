// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/problems/problemspane.h"

#include "models/items/keyedselection.h"
#include "ui/kit/commands.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/outward.h"
#include "ui/kit/rowdelegate.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/common/listfilters.h"
#include "ui/panes/common/tableexport.h"
#include "ui/panes/entity/pagerows.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ProblemsModel;
using ProblemColumns = items::ProblemsModel::Columns;

namespace {

    constexpr int roomForEntity = 620;
    constexpr int roomForRule = 480;
    constexpr int roomForFile = 420; // With less, only the end of a path would be read, which many have in common.

    class ProblemDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell = RowDelegate::cell(index);
            switch (ProblemColumns(index.column())) {
            case ProblemColumns::Severity:
                cell.text.clear();
                cell.status = PageRows::statusOf(domain::Severity(index.data(ProblemsModel::SeverityRole).toInt()));
                break;
            case ProblemColumns::Message:
                break;
            case ProblemColumns::File:
                cell.ink = RowCell::Ink::Secondary;
                cell.elide = Qt::ElideLeft;
                break;
            case ProblemColumns::Line:
                cell.ink = RowCell::Ink::Secondary;
                cell.alignRight = true;
                if (index.data(ProblemsModel::LineRole).toInt() == 0)
                    cell.text.clear();
                break;
            default:
                cell.ink = RowCell::Ink::Secondary;
            }
            return cell;
        }
    };

} // namespace

ProblemsPane::ProblemsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_model(&context.workspace.mirror())
    , m_filterBox(new FilterBox(this))
    , m_table(new QTableView(this))
    , m_next(new QAction(icon(u"chevron-down"_s), tr("Next problem"), this))
    , m_previous(new QAction(icon(u"chevron-up"_s), tr("Previous problem"), this))
    , m_exportAction(new QAction(icon(u"export"_s), tr("Export what is shown…"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_filterBox->setPlaceholder(tr("filter: owner:payments rule:name"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the problems"));
    prepareTable();

    attachListFilter(*m_filterBox, m_model, context, ProblemsModel::filterKeys());
    m_filterBox->leaveTo(m_table);
    connect(m_table, &QTableView::doubleClicked, this, &ProblemsPane::open);
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_exportAction, &QAction::triggered, this,
        [this] { exportTable(this, m_model, visibleColumns(*m_table->horizontalHeader()), u"problems"_s); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProblemsPane::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ProblemsPane::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ProblemsPane::refresh);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &ProblemsPane::refresh);
    connect(&context.workspace, &sync::Workspace::pullFinished, this, &ProblemsPane::refresh);
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &ProblemsPane::refresh);
    connect(this, &Pane::statusActionTriggered, this, [this] {
        if (!m_filterBox->text().isEmpty())
            m_filterBox->clear();
        else
            this->context().workspace.pullNow();
    });
    registerCommands();
    refresh();
}

ProblemsPane::~ProblemsPane()
{
    for (const QLatin1StringView id : { "problem.next"_L1, "problem.previous"_L1, "problem.edit"_L1 })
        context().commands.remove(id);
}

void ProblemsPane::prepareTable()
{
    m_table->setHorizontalHeader(new ShortHeader({ { int(ProblemColumns::Severity), QString() } }, m_table));
    m_table->setModel(&m_model);
    (new ProblemDelegate(m_table))->attach(m_table);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    QHeaderView *head = m_table->horizontalHeader();
    head->setMinimumSectionSize(24);
    head->setSectionsMovable(true);
    head->setSortIndicatorClearable(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    head->setSectionResizeMode(int(ProblemColumns::Message), QHeaderView::Stretch);
    const std::pair<ProblemColumns, int> widths[] { { ProblemColumns::Severity, 28 }, { ProblemColumns::Rule, 110 }, { ProblemColumns::File, 130 },
        { ProblemColumns::Line, 44 }, { ProblemColumns::Entity, 170 } };
    for (const auto &[column, width] : widths)
        head->resizeSection(int(column), width);
    head->setSectionHidden(int(ProblemColumns::Field), true);
    auto *keyed = new items::KeyedSelection(&m_model, m_table->selectionModel(),
        { .topIndex = [this] { return m_table->indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { m_table->scrollTo(index, QAbstractItemView::PositionAtTop); },
            .isExpanded = {},
            .expand = {} },
        this);
    Q_UNUSED(keyed)
}

void ProblemsPane::registerCommands()
{
    Commands &commands = context().commands;
    commands.add({ u"problem.next"_s, tr("Ne&xt problem"), u"go"_s, u"warning"_s, { QKeySequence(Qt::Key_F8) },
                     tr("Opens the place of the next problem.") },
        this, [this] { step(1); });
    commands.add({ u"problem.previous"_s, tr("Pre&vious problem"), u"go"_s, u"warning"_s,
                     { QKeySequence(Qt::SHIFT | Qt::Key_F8) }, tr("Opens the place of the problem before.") },
        this, [this] { step(-1); });
    commands.bind(exportCommand(), m_table, m_exportAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(commands.bind(copyCommand(), m_table, [this] { copySelection(); }));
    m_table->addAction(commands.add({ u"problem.edit"_s, tr("Open the problem in the e&ditor"), u"go"_s, u"docs"_s, {},
                                        tr("Opens the file of the problem in your editor, at its line.") },
        this, [this] { edit(m_table->currentIndex()); }));
}

void ProblemsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // What is wrong and where comes first; the rest is in the tool tip of the row.
    m_table->setColumnHidden(int(ProblemColumns::Entity), width() < roomForEntity);
    m_table->setColumnHidden(int(ProblemColumns::Rule), width() < roomForRule);
    m_table->setColumnHidden(int(ProblemColumns::File), width() < roomForFile);
}

QWidget *ProblemsPane::focusWidgetOfPane()
{
    return m_table;
}

QWidget *ProblemsPane::headerWidget()
{
    return m_filterBox;
}

void ProblemsPane::refresh()
{
    const QLocale locale;
    const int errors = m_model.countOf(domain::Severity::Error);
    const int warnings = m_model.countOf(domain::Severity::Warning);
    QStringList counts;
    if (errors > 0)
        counts += tr("%n error(s)", nullptr, errors);
    if (warnings > 0)
        counts += tr("%n warning(s)", nullptr, warnings);
    setSubject(title(), counts.join(", "_L1));
    setCount(errors);
    const Freshness freshness(context().workspace);
    setAsOf(freshness.asOf(), freshness.isOld());
    m_next->setEnabled(m_model.rowCount() > 0);
    m_previous->setEnabled(m_model.rowCount() > 0);
    if (m_model.rowCount() > 0)
        setStatus({});
    else if (m_model.totalCount() > 0)
        setStatus({ PaneStatus::State::Empty, tr("No problem fits this filter"),
            tr("Clear it to see all %1.").arg(locale.toString(m_model.totalCount())), tr("Clear the filter"), u"filter"_s });
    else if (!freshness.hasCompleted())
        setStatus({ PaneStatus::State::Empty, tr("Nothing was checked yet"),
            tr("Descriptors are checked whenever a source is read."), tr("Sync now"), u"warning"_s });
    else
        setStatus({ PaneStatus::State::Empty, tr("No descriptor has a problem"),
            tr("Each is checked again whenever its source is read."), tr("Check again"), u"check"_s });
}

void ProblemsPane::step(int by)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const int now = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : (by > 0 ? -1 : 0);
    const QModelIndex next = m_model.index((now + by + rows) % rows, int(ProblemColumns::Message));
    m_table->setCurrentIndex(next);
    m_table->scrollTo(next);
    open(next);
}

void ProblemsPane::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const domain::Problem &problem = m_model.problemAt(index.row());
    context().focus.openPlace(problem.path, problem.line, problem.entityRef);
}

void ProblemsPane::edit(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const domain::Problem &problem = m_model.problemAt(index.row());
    context().outward.edit(problem.path, problem.line);
}

void ProblemsPane::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const domain::Problem &problem = m_model.problemAt(index.row());
        const QString place = problem.path.isEmpty() ? problem.location : problem.path;
        lines += place + u':' + QString::number(problem.line) + u": "_s + m_model.sentenceAt(index.row());
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool ProblemsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Pane::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const QString text = key->text();
    const bool types = modifiers <= Qt::ShiftModifier && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
    const bool clears = key->key() == Qt::Key_Escape && !m_filterBox->text().isEmpty();
    if (!enter && !types && !clears)
        return Pane::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter) {
        open(m_table->currentIndex());
    } else if (clears) {
        m_filterBox->clear();
    } else {
        m_filterBox->edit()->setFocus();
        m_filterBox->edit()->insert(text == u"/" ? QString() : text);
    }
    return true;
}

QJsonObject ProblemsPane::saveState() const
{
    return { { u"header"_s, QString::fromLatin1(m_table->horizontalHeader()->saveState().toBase64()) },
        { u"text"_s, m_filterBox->text() } };
}

void ProblemsPane::restoreState(const QJsonObject &state)
{
    m_table->horizontalHeader()->restoreState(QByteArray::fromBase64(state.value("header"_L1).toString().toLatin1()));
    m_filterBox->setText(state.value("text"_L1).toString());
    m_model.setText(m_filterBox->text());
}

} // namespace callboard::ui::panes
