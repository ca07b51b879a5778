// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apipane.h"

#include "models/apis/request.h"
#include "models/items/apiwording.h"
#include "models/search/liveindex.h"
#include "ui/kit/codeview.h"
#include "ui/kit/commands.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/links.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/api/apichanges.h"
#include "ui/panes/api/apidelegate.h"
#include "ui/panes/api/apidetail.h"
#include "ui/panes/api/codeloader.h"
#include "ui/panes/api/tryitdialog.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/common/openers.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ApiItemsModel;
using items::ApiWording;

namespace {

    constexpr int narrow = 560; ///< Below: everything under each other.
    constexpr int broad = 940;  ///< From here on: everything beside each other.
    constexpr int manyRows = 400; ///< Groups stay shut in longer lists.

} // namespace

ApiPane::ApiPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_reading(context.workspace.mirror())
    , m_choice(new QComboBox)
    , m_relations(new QWidget)
    , m_filterBox(new FilterBox)
    , m_list(new GroupTree)
    , m_left(new QWidget)
    , m_tabs(new QTabWidget)
    , m_detail(new ApiDetail)
    , m_changes(new ApiChanges(m_reading))
    , m_right(new QWidget)
    , m_find(new QLineEdit)
    , m_problems(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Warning))
    , m_code(new CodeView)
    , m_loader(new CodeLoader(m_code))
    , m_outer(new QSplitter)
    , m_inner(new QSplitter)
{
    makeList();
    makeCode();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_detail, tr("Details"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_inner->addWidget(m_tabs);
    m_inner->addWidget(m_right);
    m_outer->addWidget(m_left);
    m_outer->addWidget(m_inner);
    for (QSplitter *splitter : { m_outer, m_inner })
        splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *choiceRow = new QHBoxLayout;
    choiceRow->setContentsMargins(8, 4, 8, 0);
    choiceRow->addWidget(m_choice);
    column->addLayout(choiceRow);
    column->addWidget(m_relations);
    column->addWidget(m_outer, 1);
    setSmall(m_choice);
    m_choice->setAccessibleName(tr("Which API"));
    m_choice->hide();
    new FlowLayout(m_relations, 8, 2);
    m_relations->setContentsMargins(10, 4, 10, 4);

    connect(&m_reading, &ApiReading::done, this, &ApiPane::take);
    connect(m_choice, &QComboBox::activated, this, [this] { load(m_choice->currentData().toString()); });
    connect(m_filterBox, &FilterBox::textChanged, this, [this](const QString &text) {
        m_items.setFilter(text);
        if (!text.isEmpty() || m_items.shownCount() <= manyRows)
            m_list->expandAll();
        select(m_itemId);
    });
    m_filterBox->leaveTo(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(ApiItemsModel::ItemIdRole).toString(); !id.isEmpty())
            showItem(id);
    });
    context.commands.bind(findCommand(), this, [this] { m_find->setFocus(); });
    context.commands.bind(nextProblemCommand(), m_code, [this] { stepProblem(1); });
    context.commands.bind(previousProblemCommand(), m_code, [this] { stepProblem(-1); });
    connect(m_detail, &ApiDetail::itemWanted, this, &ApiPane::select);
    connect(m_detail, &ApiDetail::lineWanted, m_loader, [this](int line) { m_loader->goTo(line); });
    connect(m_detail, &ApiDetail::tryWanted, this, &ApiPane::tryIt);
    connect(m_detail, &ApiDetail::curlWanted, this, &ApiPane::copyCurl);
    connect(m_changes, &ApiChanges::itemWanted, this, [this](const QString &id) {
        m_tabs->setCurrentWidget(m_detail);
        select(id);
    });
    connect(&context.index, &search::LiveIndex::changed, this, [this] {
        refreshChoices();
        showRelations();
        if (!m_ref.isEmpty())
            m_reading.read(m_ref); // another version may have come
    });
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &ApiPane::describe);
    connect(&context.workspace, &sync::Workspace::networkChanged, this, &ApiPane::describe);
    connect(this, &Pane::statusActionTriggered, this, [this] { showCatalog(this->context()); });
    addCommands();
    setTarget(context.focus.target());
    describe();
}

ApiPane::~ApiPane()
{
    for (const QString &command : std::as_const(m_commands))
        context().commands.remove(command);
}

void ApiPane::makeList()
{
    auto *column = new QVBoxLayout(m_left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(8, 4, 8, 4);
    m_filterBox->setFixedHeight(Theme::of(this).scaled(Theme::of(this).metrics().control.small));
    filterRow->addWidget(m_filterBox);
    column->addLayout(filterRow);
    column->addWidget(m_list, 1);
    m_filterBox->setPlaceholder(tr("filter by name, tag, type"));
    m_filterBox->edit()->setAccessibleName(tr("Filter the operations, types and messages"));
    m_list->setModel(&m_items);
    m_list->setHeaderHidden(true);
    (new ApiItemDelegate(m_list))->attach(m_list);
    m_list->setAccessibleName(tr("Operations, types and messages"));
    m_list->setRootIsDecorated(true);
    m_list->setIndentation(12);
    m_list->installEventFilter(this);
}

void ApiPane::makeCode()
{
    auto *column = new QVBoxLayout(m_right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    m_find->setPlaceholderText(tr("find in the definition"));
    m_find->setAccessibleName(tr("Find in the definition"));
    m_find->setClearButtonEnabled(true);
    setSmall(m_find);
    row->addWidget(m_find, 1);
    row->addWidget(m_problems);
    column->addLayout(row);
    column->addWidget(m_code, 1);
    m_code->installEventFilter(this);
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::textEdited, this, [this] {
        // From where the match began, so that typing on does not jump ahead.
        QTextCursor cursor = m_code->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_code->setTextCursor(cursor);
        find(false);
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier); });
}

void ApiPane::addCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QString &help, auto run) {
        if (context().commands.find(id))
            return; // of another pane of this window
        m_commands.append(id);
        context().commands.add({ id, text, {}, u"api"_s, {}, help }, this, run);
    };
    add(u"api.tryIt"_s, tr("Try this operation…"), tr("Builds a request from the API’s definition; nothing is sent before you say so."), [this] { tryIt(); });
    add(u"api.copyCurl"_s, tr("Copy this operation as curl"), tr("Puts a command for a shell on the clipboard."), [this] { copyCurl(); });
    add(u"api.goToLine"_s, tr("Show where this stands in the definition"), tr("Goes from an operation, type or message to its line."), [this] { goToItemLine(); });
    add(u"api.itemAtLine"_s, tr("Show what stands at this line of the definition"), tr("Goes from a line to the operation, type or message that it is of."),
        [this] { itemAtCursor(); });
    add(u"api.nextProblem"_s, tr("Next problem in the definition"), tr("Goes to the next line with a problem."), [this] { stepProblem(1); });
    add(u"api.changes"_s, tr("Compare the API with an earlier version"), tr("Says what was added, removed and changed, and what of it breaks."),
        [this] { m_tabs->setCurrentWidget(m_changes); });
    add(u"api.copyLink"_s, tr("Copy a link to this operation"), tr("Puts a callboard: link to the operation, type or message on the clipboard."), [this] {
        if (!m_ref.isEmpty())
            QGuiApplication::clipboard()->setText(withWorkspace(apis::apiLink(m_ref, m_itemId), this->context().workspace));
    });
}

QWidget *ApiPane::focusWidgetOfPane()
{
    return m_list;
}

bool ApiPane::isLoading() const
{
    return m_reading.isBusy() || m_loader->isLoading();
}

void ApiPane::setTarget(const FocusTarget &target)
{
    const QString ref = target.kind == FocusTarget::Kind::Entity ? target.ref : QString();
    if (ref == m_focusRef && !ref.isEmpty())
        return;
    m_focusRef = ref;
    refreshChoices();
    const QString first = m_choice->count() > 0 ? m_choice->itemData(0).toString() : QString();
    if (first != m_ref || first.isEmpty())
        load(first);
}

/// The API itself, or what the entity in focus provides, then what it consumes.
void ApiPane::refreshChoices()
{
    const mirror::Snapshot &snapshot = context().index.snapshot();
    const mirror::Row row = m_focusRef.isEmpty() ? mirror::noRow : snapshot.find(m_focusRef);
    const QSignalBlocker blocker(m_choice);
    const QString chosen = m_ref;
    m_choice->clear();
    if (row != mirror::noRow && snapshot.kind(row).compare("api"_L1, Qt::CaseInsensitive) == 0) {
        m_choice->addItem(snapshot.displayName(row).toString(), snapshot.ref(row).toString());
    } else if (row != mirror::noRow) {
        for (const auto &[type, words] : { std::pair { "providesApi"_L1, tr("%1 (provided)") }, std::pair { "consumesApi"_L1, tr("%1 (consumed)") } }) {
            for (const auto &edge : snapshot.edges(row)) {
                if (snapshot.string(edge.type) == type && edge.row != mirror::noRow)
                    m_choice->addItem(words.arg(snapshot.displayName(edge.row)), snapshot.ref(edge.row).toString());
            }
        }
    }
    if (const int index = m_choice->findData(chosen); index >= 0)
        m_choice->setCurrentIndex(index);
    m_choice->setVisible(m_choice->count() > 1);
}

void ApiPane::load(const QString &ref)
{
    if (ref != m_ref) {
        m_api.reset();
        m_itemId.clear();
        m_items.setDefinition(nullptr);
        m_detail->show(nullptr, {});
        m_changes->show(nullptr);
        m_code->setSource({}, u"api.txt"_s);
    }
    m_ref = ref;
    m_reading.read(ref);
    showRelations();
    describe();
}

void ApiPane::openItem(const QString &ref, const QString &itemId)
{
    m_wanted = itemId;
    if (m_api && m_api->ref == ref) {
        select(itemId);
        return;
    }
    load(ref);
    if (const int index = m_choice->findData(ref); index >= 0)
        m_choice->setCurrentIndex(index);
}

void ApiPane::take(const ReadApiPtr &api)
{
    if (api->ref != m_ref)
        return;
    const bool isSame = m_api && m_api->text == api->text && m_api->versions.size() == api->versions.size();
    m_api = api;
    if (!isSame) {
        m_problemAt = -1;
        m_items.setDefinition(api->definition);
        if (m_items.shownCount() <= manyRows)
            m_list->expandAll();
        m_loader->load(api->text, api->fileName);
        std::vector<CodeView::Mark> marks;
        for (const apis::Problem &problem : api->definition ? api->definition->problems : std::vector<apis::Problem>())
            marks.push_back({ problem.at.line, problem.at.column, 0, problem.isError ? domain::Severity::Error : domain::Severity::Warning, problem.message });
        m_loader->setMarks(std::move(marks));
        m_changes->show(api);
        const QString chosen = m_wanted.isEmpty() ? m_itemId : m_wanted;
        showItem({});
        select(chosen);
    } else if (!m_wanted.isEmpty()) {
        select(m_wanted);
    }
    // While it was read there was no list for the keyboard to be in.
    const QWidget *keyboard = QApplication::focusWidget();
    const bool goesToList = !m_wanted.isEmpty() && keyboard && isAncestorOf(keyboard) && m_filterBox->text().isEmpty();
    m_wanted.clear();
    describe();
    if (goesToList)
        m_list->setFocus(Qt::OtherFocusReason);
    Q_EMIT shown();
}

/// Subject, time and state.
void ApiPane::describe()
{
    const Freshness freshness(context().workspace);
    setAsOf(m_api ? m_api->seenAt : QDateTime(), m_api && freshness.isStale(m_api->connectionId, m_api->seenAt));
    if (m_ref.isEmpty()) {
        setSubject(tr("No API in focus"));
        const bool hasEntity = !m_focusRef.isEmpty();
        setStatus({ PaneStatus::State::Empty, hasEntity ? tr("This entity provides and consumes no API") : tr("No API is in focus"),
            tr("Choose an API, or a component that provides one, and its operations and types are listed here."), tr("Show the catalog"), u"api"_s });
        return;
    }
    if (!m_api) {
        setStatus({ PaneStatus::State::Loading, {}, {}, {}, u"api"_s });
        return;
    }
    if (m_api->error) {
        setSubject(m_ref);
        setStatus({ PaneStatus::State::Empty, tr("%1 cannot be read").arg(m_api->name.isEmpty() ? m_ref : m_api->name), sentenceText(*m_api->error), {}, u"api"_s });
        return;
    }
    if (!m_api->definition) {
        setSubject(m_api->name);
        setStatus({ PaneStatus::State::Empty, tr("%1 has no definition").arg(m_api->name), tr("Its descriptor names none, or it could not be read where it lies."),
            {}, u"api"_s });
        return;
    }
    const apis::ApiDefinition &definition = *m_api->definition;
    QStringList facts;
    if (definition.format == apis::ApiFormat::Unknown)
        facts.append(m_api->type.isEmpty() ? tr("text") : m_api->type);
    else
        facts.append(definition.language);
    if (m_items.totalCount() > 0)
        facts.append(tr("%n items", nullptr, m_items.totalCount()));
    setSubject(m_api->name, facts.join(u" · "));
    const int errors = int(std::ranges::count(definition.problems, true, &apis::Problem::isError));
    const int warnings = int(definition.problems.size()) - errors;
    QStringList found;
    if (errors > 0)
        found.append(tr("%n problem(s)", nullptr, errors));
    if (warnings > 0)
        found.append(tr("%n warning(s)", nullptr, warnings));
    m_problems->setText(found.join(u" · "));
    m_problems->setToolTip(definition.problems.empty() ? QString() : definition.problems.front().message);
    m_problems->setVisible(!found.isEmpty());
    m_tabs->setTabText(m_tabs->indexOf(m_changes), m_api->versions.empty() ? tr("Changes") : tr("Changes %1").arg(m_api->versions.size()));
    m_left->setVisible(m_items.totalCount() > 0);
    m_tabs->setVisible(definition.format != apis::ApiFormat::Unknown);
    setStatus({});
}

/// Who provides and who consumes it.
void ApiPane::showRelations()
{
    m_relations->hide(); // Shown once with all in it: each child that is shown alone lays the whole window out.
    auto *flow = m_relations->layout();
    while (QLayoutItem *item = flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const mirror::Snapshot &snapshot = context().index.snapshot();
    const mirror::Row row = m_ref.isEmpty() ? mirror::noRow : snapshot.find(m_ref);
    constexpr int most = 6;
    for (const auto &[type, words] : { std::pair { "apiProvidedBy"_L1, tr("provided by") }, std::pair { "apiConsumedBy"_L1, tr("consumed by") } }) {
        int count = 0;
        for (const auto &edge : row == mirror::noRow ? mirror::Snapshot::Edges() : snapshot.edges(row)) {
            if (snapshot.string(edge.type) != type)
                continue;
            if (count == 0)
                flow->addWidget(new TextLabel(words, TextRole::Caption, TextLabel::Ink::Secondary));
            if (++count > most)
                continue;
            const QString ref = snapshot.string(edge.target).toString();
            const QString name = edge.row == mirror::noRow ? ref : snapshot.displayName(edge.row).toString();
            auto *link = new LinkLabel(name, edge.row == mirror::noRow ? QString() : kindIconName(snapshot.kind(edge.row).toString()));
            link->setEnabled(edge.row != mirror::noRow);
            connect(link, &QAbstractButton::clicked, this, [this, ref] { context().focus.open(ref); });
            flow->addWidget(link);
        }
        if (count > most)
            flow->addWidget(new TextLabel(tr("and %n more", nullptr, count - most), TextRole::Caption, TextLabel::Ink::Secondary));
    }
    m_relations->setVisible(flow->count() > 0);
}

void ApiPane::select(const QString &itemId)
{
    if (itemId.isEmpty())
        return;
    QModelIndex index = m_items.indexOf(itemId);
    if (!index.isValid() && m_api && m_api->definition && m_api->definition->find(itemId) && !m_filterBox->text().isEmpty()) {
        m_filterBox->clear(); // hides what is wanted
        index = m_items.indexOf(itemId);
    }
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

void ApiPane::showItem(const QString &itemId)
{
    if (itemId == m_itemId && !itemId.isEmpty())
        return;
    m_itemId = itemId;
    m_detail->show(m_api ? m_api->definition : nullptr, itemId);
    if (!itemId.isEmpty())
        goToItemLine();
}

const apis::Item *ApiPane::current() const
{
    return m_api && m_api->definition ? m_api->definition->find(m_itemId) : nullptr;
}

void ApiPane::goToItemLine()
{
    if (const apis::Item *item = current())
        m_loader->goTo(item->at.line, item->at.column);
}

/// The last item that begins at or before the line.
void ApiPane::itemAtCursor()
{
    if (!m_api || !m_api->definition)
        return;
    const int line = m_loader->textLine(m_code->textCursor().blockNumber() + 1);
    const apis::Item *best = nullptr;
    for (const apis::Item &item : m_api->definition->items) {
        if (item.at.line <= line && (!best || item.at.line >= best->at.line))
            best = &item;
    }
    if (best)
        select(best->id);
}

void ApiPane::stepProblem(int by)
{
    const auto *problems = m_api && m_api->definition ? &m_api->definition->problems : nullptr;
    if (!problems || problems->empty())
        return;
    const int count = int(problems->size());
    m_problemAt = m_problemAt < 0 ? (by > 0 ? 0 : count - 1) : (m_problemAt + by + count) % count;
    const apis::Problem &problem = (*problems)[size_t(m_problemAt)];
    m_loader->goTo(problem.at.line, problem.at.column);
    m_problems->setText(tr("%1 of %2: %3").arg(m_problemAt + 1).arg(count).arg(problem.message.left(80)));
    m_problems->setToolTip(problem.message);
}

void ApiPane::find(bool backward)
{
    const QString text = m_find->text();
    if (text.isEmpty())
        return;
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_code->find(text, flags))
        return;
    QTextCursor cursor = m_code->textCursor();
    cursor.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    m_code->setTextCursor(cursor);
    m_code->find(text, flags);
}

void ApiPane::copyCurl()
{
    const apis::Item *item = current();
    if (!item || !apis::canRequest(*m_api->definition, *item))
        return;
    const apis::RequestForm form = apis::requestForm(*m_api->definition, *item);
    if (const auto request = apis::build(TryItDialog::withPlaceholders(form)))
        QGuiApplication::clipboard()->setText(apis::asCurl(*request));
}

TryItDialog *ApiPane::tryIt()
{
    const apis::Item *item = current();
    if (!item || !apis::canRequest(*m_api->definition, *item))
        return nullptr;
    delete m_tryIt;
    m_tryIt = new TryItDialog(context().workspace, m_api->name, apis::requestForm(*m_api->definition, *item), this);
    m_tryIt->setAttribute(Qt::WA_DeleteOnClose);
    m_tryIt->open();
    return m_tryIt;
}

void ApiPane::arrange()
{
    const bool isNarrow = width() < narrow;
    const bool isBroad = width() >= broad;
    const auto outer = isNarrow ? Qt::Vertical : Qt::Horizontal;
    const auto inner = isBroad ? Qt::Horizontal : Qt::Vertical;
    if (m_outer->orientation() == outer && m_inner->orientation() == inner && m_outer->property("arranged").toBool())
        return;
    m_outer->setProperty("arranged", true);
    m_outer->setOrientation(outer);
    m_inner->setOrientation(inner);
    m_outer->setSizes(isNarrow ? QList<int> { height() / 3, 2 * height() / 3 } : QList<int> { std::min(280, width() / 3), width() - std::min(280, width() / 3) });
    m_inner->setSizes({ 1000, isBroad ? 800 : 600 });
}

void ApiPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    arrange();
}

bool ApiPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return Pane::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool filters = watched == m_list && key->key() == Qt::Key_Slash && modifiers == Qt::NoModifier;
    const bool opens = isEnter && modifiers == Qt::NoModifier && (watched == m_list || watched == m_code);
    const bool tries = isEnter && modifiers == Qt::ControlModifier && watched == m_list;
    const bool leaves = key->key() == Qt::Key_Escape && watched == m_find;
    if (!filters && !opens && !tries && !leaves)
        return Pane::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (filters)
        m_filterBox->edit()->setFocus();
    else if (tries)
        tryIt();
    else if (leaves)
        m_code->setFocus();
    else if (watched == m_code)
        itemAtCursor();
    else if (m_list->currentIndex().data(items::GroupRole).toBool())
        m_list->setExpanded(m_list->currentIndex(), !m_list->isExpanded(m_list->currentIndex()));
    else
        m_detail->tree()->setFocus();
    return true;
}

QJsonObject ApiPane::saveState() const
{
    return { { u"api"_s, m_ref }, { u"item"_s, m_itemId } };
}

void ApiPane::restoreState(const QJsonObject &state)
{
    const QString ref = state["api"_L1].toString();
    if (!ref.isEmpty() && ref == m_ref)
        openItem(ref, state["item"_L1].toString());
}

} // namespace callboard::ui::panes
