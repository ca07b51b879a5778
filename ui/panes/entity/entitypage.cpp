// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/entitypage.h"

#include "models/builds/liveruns.h"
#include "models/items/userstate.h"
#include "ui/kit/banner.h"
#include "ui/kit/codeview.h"
#include "ui/kit/icons.h"
#include "ui/kit/links.h"
#include "ui/kit/outward.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/docs/docsdesk.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/entity/changestab.h"
#include "ui/panes/entity/entityhead.h"
#include "ui/panes/entity/listtab.h"
#include "ui/panes/entity/overview.h"
#include "ui/panes/entity/pagemenu.h"
#include "ui/panes/entity/pagetabs.h"
#include "ui/panes/entity/sourcetab.h"
#include "ui/panes/entity/spectree.h"
#include "ui/panes/entity/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

EntityPage::EntityPage(PaneContext context, const QString &ref, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_body(new SurfaceWidget(int(Surface::Board)))
    , m_column(new QVBoxLayout(m_body))
    , m_head(new EntityHead)
    , m_menu(new QMenu(this))
    , m_tabs(new PageTabs)
    , m_missing(new EmptyState(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    outer->addWidget(m_missing);
    m_missing->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(12, 6, 12, 12);
    m_column->setSpacing(8);
    m_column->addWidget(m_head);
    m_column->addWidget(m_tabs);
    m_scroll->setWidget(m_body);
    setSurface(this, Surface::Board);
    m_head->setMenu(m_menu);
    connectParts();
    setRef(ref);
}

EntityPage::~EntityPage() = default;

void EntityPage::connectParts()
{
    connect(m_head, &EntityHead::entityActivated, this, &EntityPage::openEntity);
    connect(m_head, &EntityHead::urlActivated, this, &EntityPage::openUrl);
    connect(m_head, &EntityHead::filterRequested, this, &EntityPage::filterRequested);
    connect(m_head, &EntityHead::copyRefRequested, this, &EntityPage::copyRef);
    connect(m_head, &EntityHead::starToggled, this,
        [this] { m_context.user.setStarred(m_ref, !m_context.user.isStarred(m_ref)); });
    connect(m_head, &EntityHead::focusRequested, this,
        [this] { m_context.focus.go({ FocusTarget::Kind::Entity, m_ref }); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        if (!m_data)
            return;
        fillEntityMenu(m_menu, *m_data, m_context);
        EntityActions::of(m_context).addTo(m_menu, m_ref);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &EntityPage::showCurrentTab);
    connect(&m_context.focus, &Focus::changed, this, &EntityPage::refreshPin);
    connect(&m_context.user, &items::UserState::starredChanged, this, &EntityPage::showStar);
    connect(&m_context.workspace, &sync::Workspace::pendingActionsChanged, this, &EntityPage::showStar);
    const auto renew = [this] {
        if (isVisible())
            reload();
        else
            m_outdated = true;
    };
    connect(&m_context.workspace.mirror(), &mirror::Mirror::snapshotChanged, this, renew);
    connect(&m_context.workspace.mirror(), &mirror::Mirror::recordsChanged, this, [renew](const QString &type) {
        if (type == domain::recordtype::clone)
            renew();
    });
    connect(&DocsDesk::of(m_context).library(), &items::DocLibrary::sitesChanged, this, renew);
    connect(&builds::LiveRuns::of(m_context.workspace.mirror()), &builds::LiveRuns::changed, this, [this] {
        m_filled.remove(u"overview"_s);
        if (isVisible())
            showCurrentTab();
    });
    const auto forget = [this] {
        m_freshness.reset();
        if (isVisible())
            refreshAge();
    };
    connect(&m_context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, forget);
    connect(&m_context.workspace, &sync::Workspace::connectionsChanged, this, forget);
    connect(&m_context.workspace, &sync::Workspace::networkChanged, this, forget);
    connect(m_missing, &EmptyState::pressed, this, [this] { m_context.workspace.pullNow(); });
}

QString EntityPage::title() const
{
    return m_data ? m_data->content.title : m_ref.section(u'/', -1);
}

QString EntityPage::iconName() const
{
    return kindIconName(m_data ? m_data->content.kind : m_ref.section(u':', 0, 0));
}

bool EntityPage::hasProblems() const
{
    return m_data && std::ranges::any_of(m_data->problems, [](const domain::Problem &problem) {
        return problem.severity == domain::Severity::Error;
    });
}

void EntityPage::setRef(const QString &canonicalRef)
{
    if (canonicalRef == m_ref)
        return;
    rememberView();
    m_ref = canonicalRef;
    reload();
    recallView();
    Q_EMIT titleChanged();
}

void EntityPage::reload()
{
    m_outdated = false;
    if (!m_freshness)
        m_freshness.emplace(m_context.workspace);
    auto data = PageData::read(m_context.workspace, m_ref, &*m_freshness);
    if (!data) {
        showMissing(data.error());
        return;
    }
    const bool sameEntity = m_data && m_data->content.ref == data->content.ref;
    const QString tab = sameEntity ? currentTab() : QString();
    const int scroll = m_scroll->verticalScrollBar()->value();
    m_data = std::move(*data);
    m_missing->hide();
    if (m_gone)
        m_gone->hide();
    m_scroll->show();
    m_filled.clear();
    if (const domain::DocSite *site = DocsDesk::of(m_context).library().site(m_ref))
        m_data->content.links.insert(m_data->content.links.begin(),
            { tr("Documentation, %n page(s)", nullptr, site->pages), {}, u"docs"_s, {}, QUrl(linkToDoc(m_ref, {})), false, false });
    m_head->show(m_data->content, m_data->connectionName, m_data->provenance.seenAt, m_data->stale);
    showStar();
    refreshPin();
    setAccessibleName(m_ref);
    fillTabs();
    if (const int index = m_tabs->indexOf(tab); index > 0)
        m_tabs->setCurrentIndex(index);
    showCurrentTab();
    if (sameEntity)
        m_scroll->verticalScrollBar()->setValue(scroll);
}

void EntityPage::showMissing(const domain::Error &error)
{
    m_data.reset();
    m_scroll->hide();
    const bool unknown = error.code == domain::ErrorCode::NotFound;
    m_missing->setContent(iconName(),
        unknown ? tr("%1 is not in the catalog").arg(m_ref) : tr("%1 cannot be read").arg(m_ref),
        unknown ? tr("It may be in a source that has not been read yet, or it was removed there.")
                : sentenceText(error),
        unknown ? tr("Sync now") : QString());
    m_missing->show();
    showGone();
}

void EntityPage::showGone()
{
    const auto history = m_context.workspace.mirror().history(m_ref);
    if (!m_gone) {
        m_gone = new ChangesTab(m_context.workspace, this);
        layout()->addWidget(m_gone);
    }
    m_gone->setVisible(history && !history->empty());
    if (history && !history->empty())
        m_gone->show(m_ref, *history);
}

void EntityPage::showStar()
{
    m_head->setStarred(m_context.user.isStarred(m_ref), m_context.workspace.isStarWaiting(m_ref));
}

void EntityPage::fillTabs()
{
    const PageContent &content = m_data->content;
    QList<PageTabs::Page> pages;
    pages.push_back({ u"overview"_s, tr("Overview") });
    if (!content.definition.isEmpty())
        pages.push_back({ u"definition"_s, tr("Definition") });
    if (!content.parameters.empty())
        pages.push_back({ u"parameters"_s, tr("Parameters"), int(content.parameters.size()) });
    if (!content.steps.empty())
        pages.push_back({ u"steps"_s, tr("Steps"), int(content.steps.size()) });
    if (content.isGroup)
        pages.push_back({ u"members"_s, tr("Members") });
    if (content.isGroup || content.isUser)
        pages.push_back({ u"owned"_s, tr("Owned") });
    if (const int apis = apiCount(content); apis > 0)
        pages.push_back({ u"apis"_s, tr("APIs"), apis });
    if (content.relationCount() > 0)
        pages.push_back({ u"relations"_s, tr("Relations"), content.relationCount() });
    if (!content.knownKind)
        pages.push_back({ u"spec"_s, tr("Spec") });
    pages.push_back({ u"source"_s, tr("Source") });
    pages.push_back({ u"changes"_s, tr("Changes"), m_data->history.size() > 1 ? int(m_data->history.size()) - 1 : -1 });
    const QSignalBlocker blocker(m_tabs);
    m_tabs->setPages(pages);
}

int EntityPage::apiCount(const PageContent &content)
{
    size_t count = 0;
    for (const QStringView type : { u"providesApi", u"consumesApi" })
        if (const RelationGroup *group = content.group(type))
            count += group->rows.size();
    return int(count);
}

void EntityPage::showCurrentTab()
{
    if (!m_data)
        return;
    const QString id = currentTab();
    QWidget *shown = widgetOf(id);
    if (!m_filled.contains(id)) {
        fillTab(id);
        m_filled.insert(id);
    }
    for (QWidget *widget : std::as_const(m_widgets))
        widget->setVisible(widget == shown);
}

QWidget *EntityPage::widgetOf(const QString &id)
{
    QWidget *&widget = m_widgets[id];
    if (widget)
        return widget;
    if (id == "overview"_L1)
        widget = makeOverview();
    else if (id == "source"_L1)
        widget = new SourceTab;
    else if (id == "changes"_L1)
        widget = new ChangesTab(m_context.workspace);
    else if (id == "definition"_L1)
        widget = makeDefinition();
    else if (id == "spec"_L1)
        widget = new SpecTree;
    else
        widget = makeList(m_tabs->tabText(m_tabs->currentIndex()));
    m_column->addWidget(widget, 1);
    return widget;
}

QWidget *EntityPage::makeOverview()
{
    auto *overview = new Overview;
    overview->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(overview, &Overview::entityActivated, this, &EntityPage::openEntity);
    connect(overview, &Overview::urlActivated, this, &EntityPage::openUrl);
    connect(overview, &Overview::problemActivated, this, &EntityPage::openProblem);
    return overview;
}

QWidget *EntityPage::makeDefinition()
{
    auto *code = new CodeView;
    code->setMinimumHeight(codeHeight);
    code->setAccessibleName(tr("API definition"));
    return code;
}

QWidget *EntityPage::makeList(const QString &name)
{
    auto *list = new ListTab(name);
    connect(list, &ListTab::entityActivated, this, &EntityPage::openEntity);
    connect(list, &ListTab::urlActivated, this, &EntityPage::openUrl);
    return list;
}

void EntityPage::fillTab(const QString &id)
{
    QWidget *widget = m_widgets.value(id);
    const mirror::SnapshotPtr snapshot = m_context.workspace.mirror().snapshot();
    if (auto *overview = qobject_cast<Overview *>(widget))
        overview->show(*m_data, *snapshot, *builds::LiveRuns::of(m_context.workspace.mirror()).index());
    else if (auto *source = qobject_cast<SourceTab *>(widget))
        source->show(*m_data);
    else if (auto *changes = qobject_cast<ChangesTab *>(widget))
        changes->show(m_ref, m_data->history);
    else if (auto *code = qobject_cast<CodeView *>(widget))
        code->setSource(m_data->content.definition, m_data->content.definitionFile);
    else if (auto *tree = qobject_cast<SpecTree *>(widget))
        tree->show(m_data->entity.spec());
    else if (auto *list = qobject_cast<ListTab *>(widget))
        fillList(id, list);
}

void EntityPage::fillList(const QString &id, ListTab *list)
{
    const PageContent &content = m_data->content;
    if (id == "parameters"_L1)
        list->show({ PageRows::parameters(content.parameters), {} });
    else if (id == "steps"_L1)
        list->show({ PageRows::steps(content.steps), {} });
    else if (id == "members"_L1)
        fillSwitched(list, membersOf, [](int n) { return tr("%n person(s)", nullptr, n); });
    else if (id == "owned"_L1)
        fillSwitched(list, ownedEntities, [](int n) { return tr("%n entities", nullptr, n); });
    else
        fillRelated(list, id == "apis"_L1);
}

void EntityPage::fillRelated(ListTab *list, bool apisOnly)
{
    std::vector<RelatedEntity> rows;
    for (const RelationGroup &group : m_data->content.relations)
        if (!apisOnly || group.type == "providesApi"_L1 || group.type == "consumesApi"_L1)
            rows.insert(rows.end(), group.rows.begin(), group.rows.end());
    const auto missing = std::ranges::count(rows, true, &RelatedEntity::missing);
    list->show({ PageRows::relatedWide(rows),
        missing > 0 ? tr("%n missing from the catalog", nullptr, int(missing)) : QString() });
}

void EntityPage::fillSwitched(ListTab *list,
    std::vector<RelatedEntity> (*rowsOf)(const mirror::Snapshot &, mirror::Row, bool), QString (*summary)(int))
{
    list->showSwitched(m_data->content.isUser ? tr("Through groups too") : tr("Through sub-groups too"), [this, rowsOf, summary](bool transitive) {
        const mirror::SnapshotPtr snapshot = m_context.workspace.mirror().snapshot();
        const mirror::Row row = snapshot->find(m_ref);
        const auto rows = row == mirror::noRow ? std::vector<RelatedEntity> {} : rowsOf(*snapshot, row, transitive);
        return ListTab::Content { PageRows::entities(rows), summary(int(rows.size())) };
    });
}

void EntityPage::showSource(int line)
{
    showTab(u"source"_s);
    if (auto *source = qobject_cast<SourceTab *>(m_widgets.value(u"source"_s)))
        source->goToLine(line);
}

void EntityPage::showChanges(qint64 version)
{
    showTab(u"changes"_s);
    auto *changes = m_data ? qobject_cast<ChangesTab *>(m_widgets.value(u"changes"_s)) : m_gone;
    if (changes)
        changes->select(version);
}

void EntityPage::showTab(const QString &id)
{
    if (const int index = m_tabs->indexOf(id); index >= 0)
        m_tabs->setCurrentIndex(index);
}

QString EntityPage::currentTab() const
{
    return m_tabs->currentId();
}

QWidget *EntityPage::focusWidgetOfPage()
{
    return m_missing->isVisible() ? static_cast<QWidget *>(m_missing) : m_tabs;
}

void EntityPage::openEntity(const QString &ref, Qt::KeyboardModifiers modifiers)
{
    const Focus::How how = modifiers & Qt::ControlModifier ? Focus::How::Beside
        : modifiers & Qt::AltModifier                      ? Focus::How::Browser
                                                           : Focus::How::Here;
    m_context.focus.open(ref, how);
}

void EntityPage::openUrl(const QUrl &url)
{
    if (const auto link = parseLink(url.toString(QUrl::FullyEncoded)); link && link->kind == Link::Kind::Doc) {
        DocsDesk::of(m_context).open(link->ref, link->text, QGuiApplication::keyboardModifiers() & Qt::ControlModifier ? Focus::How::Beside : Focus::How::Here);
        return;
    }
    if (const QString run = BuildsDesk::runOf(url); !run.isEmpty())
        return BuildsDesk::of(m_context).open(run);
    m_context.outward.browse(url);
}

void EntityPage::openProblem(int index)
{
    if (!m_data || index < 0 || size_t(index) >= m_data->problems.size())
        return;
    showSource(m_data->problems[size_t(index)].line);
}

void EntityPage::copyRef()
{
    QGuiApplication::clipboard()->setText(m_ref);
}

void EntityPage::refreshPin()
{
    const FocusTarget target = m_context.focus.target();
    m_head->setFocused(target.kind == FocusTarget::Kind::Entity && target.ref == m_ref);
}

void EntityPage::rememberView()
{
    if (!m_ref.isEmpty() && m_data)
        m_views[m_ref] = { currentTab(), m_scroll->verticalScrollBar()->value() };
}

void EntityPage::recallView()
{
    const View view = m_views.value(m_ref);
    if (!view.tab.isEmpty())
        showTab(view.tab);
    if (view.scroll > 0) // The range of the bar is known once the layout has run.
        m_body->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(view.scroll);
}

void EntityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_freshness.reset(); // Time passed.
    if (m_outdated)
        reload();
    else
        showCurrentTab(); // Builds may have moved on.
    refreshAge();
}

void EntityPage::refreshAge()
{
    if (!m_data)
        return;
    if (!m_freshness)
        m_freshness.emplace(m_context.workspace);
    m_data->stale = m_freshness->isStale(m_data->provenance);
    m_head->setAge(m_data->provenance.seenAt, m_data->stale);
    if (auto *source = qobject_cast<SourceTab *>(m_widgets.value(u"source"_s)))
        source->setAge(m_data->provenance.seenAt, m_data->stale);
}

QJsonObject EntityPage::saveState() const
{
    return { { u"ref"_s, m_ref }, { u"tab"_s, currentTab() }, { u"scroll"_s, m_scroll->verticalScrollBar()->value() } };
}

void EntityPage::restoreState(const QJsonObject &state)
{
    const QString ref = state.value("ref"_L1).toString();
    if (ref.isEmpty())
        return;
    m_views[ref] = { state.value("tab"_L1).toString(), state.value("scroll"_L1).toInt() };
    if (ref == m_ref)
        recallView();
    else
        setRef(ref);
}

} // namespace callboard::ui::panes
