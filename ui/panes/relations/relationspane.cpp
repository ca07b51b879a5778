// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/relations/relationspane.h"

#include "models/search/liveindex.h"
#include "ui/kit/commands.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/rowdelegate.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/common/listfilters.h"
#include "ui/panes/common/openers.h"
#include "ui/panes/common/tableexport.h"
#include "ui/panes/entity/wording.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using RelationColumns = items::RelationsModel::Columns;

namespace {

    constexpr int roomForKind = 400; // With less, the icon says it.

    class RelationDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        bool isGroup(const QModelIndex &index) const override { return index.data(items::GroupRole).toBool(); }

        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell = RowDelegate::cell(index);
            if (isGroup(index)) {
                cell.style.weight = QFont::DemiBold;
                cell.text = index.column() == 0
                    ? Wording::relationTitle(index.data(items::RelationsModel::RelationRole).toString(), {})
                    : QString();
                if (index.column() == 0)
                    cell.secondary = QString::number(index.data(items::CountRole).toInt());
                return cell;
            }
            if (index.column() != int(RelationColumns::Name)) {
                cell.ink = RowCell::Ink::Secondary;
                return cell;
            }
            cell.iconName = kindIconName(index.data(items::KindRole).toString());
            if (index.data(items::DanglingRole).toBool()) {
                cell.ink = RowCell::Ink::Secondary;
                cell.badge = RelationsPane::tr("missing");
                cell.badgeStatus = Status::Warning;
            } else {
                cell.ink = RowCell::Ink::Link;
            }
            return cell;
        }
    };

} // namespace

RelationsPane::RelationsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_model(context.index)
    , m_filterBox(new FilterBox(this))
    , m_tree(new GroupTree(this))
    , m_mapAction(new QAction(icon(u"graph"_s), tr("Show as a map"), this))
    , m_filterAction(new QAction(icon(u"filter"_s), tr("Filter"), this))
    , m_exportAction(new QAction(icon(u"export"_s), tr("Export what is shown…"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBox);
    column->addWidget(m_tree, 1);
    m_filterBox->setPlaceholder(tr("filter by name, kind, owner"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the relations"));
    m_filterBox->hide();
    m_filterAction->setCheckable(true);

    m_shown.setSourceModel(&m_model);
    m_tree->setModel(&m_shown);
    (new RelationDelegate(m_tree))->attach(m_tree);
    m_tree->setAccessibleName(tr("Relations"));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->installEventFilter(this);
    m_tree->header()->setMinimumSectionSize(24);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(int(RelationColumns::Name), QHeaderView::Stretch);
    m_tree->header()->resizeSection(int(RelationColumns::Kind), 84);
    m_tree->header()->resizeSection(int(RelationColumns::Owner), 100);
    m_tree->header()->setSectionHidden(int(RelationColumns::Type), true);
    m_tree->header()->setSectionHidden(int(RelationColumns::Lifecycle), true);
    m_tree->header()->setSectionHidden(int(RelationColumns::Description), true);

    connect(&m_model, &QAbstractItemModel::modelReset, this, &RelationsPane::refresh);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { open(index, Focus::How::Here); });
    attachListFilter(*m_filterBox, m_shown, context);
    connect(m_filterBox, &FilterBox::textChanged, this, &RelationsPane::refresh);
    connect(m_filterBox, &FilterBox::downPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_filterBox, &FilterBox::escapePressed, this, [this] { m_filterAction->setChecked(false); });
    connect(m_filterAction, &QAction::toggled, this, &RelationsPane::showFilter);
    connect(m_mapAction, &QAction::triggered, this, [this] {
        if (QAction *map = this->context().commands.action(u"relations.map"_s))
            map->trigger();
    });
    connect(m_exportAction, &QAction::triggered, this,
        [this] { exportTable(this, m_shown, visibleColumns(*m_tree->header()), u"relations"_s); });
    context.commands.bind(exportCommand(), m_tree, m_exportAction);
    context.commands.bind(copyCommand(), m_tree, [this] { copySelection(false); });
    context.commands.bind(copyReferenceCommand(), m_tree, [this] { copySelection(true); });
    connect(&context.index, &search::LiveIndex::changed, this, &RelationsPane::refresh);
    connect(this, &Pane::statusActionTriggered, this, [this] {
        if (!m_filterBox->text().isEmpty())
            m_filterBox->clear();
        else if (m_ref.isEmpty())
            showCatalog(this->context());
        else
            this->context().workspace.pullNow();
    });
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &RelationsPane::refreshAsOf);
    connect(&context.workspace, &sync::Workspace::networkChanged, this, &RelationsPane::refreshAsOf);
    refreshAsOf();
    setTarget(context.focus.target());
}

RelationsPane::~RelationsPane() = default;

void RelationsPane::setTarget(const FocusTarget &target)
{
    const QString ref = target.kind == FocusTarget::Kind::Entity ? target.ref : QString();
    if (ref == m_ref && !ref.isEmpty())
        return;
    m_ref = ref;
    m_refreshed = false;
    m_model.setEntity(ref);
    if (!m_refreshed) // The model had nothing to tell.
        refresh();
}

void RelationsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_tree->setColumnHidden(int(RelationColumns::Kind), width() < roomForKind);
}

QWidget *RelationsPane::focusWidgetOfPane()
{
    return m_tree;
}

void RelationsPane::refreshAsOf()
{
    const Freshness freshness(context().workspace);
    setAsOf(freshness.asOf(), freshness.isOld());
}

void RelationsPane::refresh()
{
    m_refreshed = true;
    for (int row = 0; row < m_shown.rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, m_shown.index(row, 0).data(items::GroupRole).toBool());
    m_tree->expandAll();
    if (m_ref.isEmpty()) {
        setSubject(tr("No entity in focus"));
        setStatus({ PaneStatus::State::Empty, tr("No entity is in focus"),
            tr("Choose one in the catalog, and all it is related to is listed here."), tr("Show the catalog"), u"graph"_s });
        return;
    }
    const mirror::Snapshot &snapshot = context().index.snapshot();
    const mirror::Row row = snapshot.find(m_ref);
    const QString name = row == mirror::noRow ? m_ref : snapshot.displayName(row).toString();
    const int edges = m_model.edgeCount();
    const int dangling = m_model.danglingCount();
    setSubject(name, dangling > 0 ? tr("%1, %2").arg(tr("%n relations", nullptr, edges), tr("%n missing", nullptr, dangling))
                                  : tr("%n relations", nullptr, edges));
    if (edges == 0)
        setStatus({ PaneStatus::State::Empty, tr("%1 is related to nothing").arg(name),
            tr("Relations come from the descriptors: owner, system, dependsOn, providesApis and others."), tr("Sync now"), u"graph"_s });
    else if (m_shown.rowCount() == 0)
        setStatus({ PaneStatus::State::Empty, tr("No relation of %1 fits this filter").arg(name), tr("Clear it to see them all."),
            tr("Clear the filter"), u"filter"_s });
    else
        setStatus({});
}

void RelationsPane::open(const QModelIndex &index, Focus::How how)
{
    const QString ref = index.data(items::RefRole).toString();
    if (!ref.isEmpty() && !index.data(items::DanglingRole).toBool())
        context().focus.open(ref, how);
    else if (index.data(items::GroupRole).toBool() && how == Focus::How::Here)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

void RelationsPane::copySelection(bool refs) const
{
    QStringList lines;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        if (refs) {
            lines += index.data(items::RefRole).toString();
            continue;
        }
        QStringList cells;
        for (const int column : visibleColumns(*m_tree->header()))
            cells += index.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RelationsPane::showFilter(bool shown)
{
    m_filterBox->setVisible(shown);
    if (shown) {
        m_filterBox->edit()->setFocus();
        return;
    }
    m_filterBox->clear();
    m_tree->setFocus();
}

bool RelationsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Pane::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool control = modifiers == Qt::ControlModifier;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool filters = key->key() == Qt::Key_Slash && modifiers == Qt::NoModifier;
    if (!enter && !filters)
        return Pane::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter)
        open(m_tree->currentIndex(), control ? Focus::How::Beside
                : modifiers == Qt::AltModifier ? Focus::How::Browser : Focus::How::Here);
    else
        m_filterAction->setChecked(true);
    return true;
}

QJsonObject RelationsPane::saveState() const
{
    return { { u"header"_s, QString::fromLatin1(m_tree->header()->saveState().toBase64()) } };
}

void RelationsPane::restoreState(const QJsonObject &state)
{
    m_tree->header()->restoreState(QByteArray::fromBase64(state.value("header"_L1).toString().toLatin1()));
}

} // namespace callboard::ui::panes
