// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettebox.h"

#include "models/apis/definition.h"
#include "models/insights/usagelog.h"
#include "models/items/palettemodel.h"
#include "models/items/userstate.h"
#include "ui/kit/commands.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/links.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/docs/docsdesk.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shell/palettepreview.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr search::PaletteScope scopes[] { search::PaletteScope::Everything, search::PaletteScope::Entities, search::PaletteScope::Docs,
    search::PaletteScope::Apis, search::PaletteScope::Text, search::PaletteScope::Actions, search::PaletteScope::People };

/// What a line is of, whatever row it stands in.
QStringList identityOf(const QModelIndex &index)
{
    using Model = items::PaletteModel;
    return { index.data(Model::ScopeRole).toString(), index.data(Model::ActionRole).toString(), index.data(items::RefRole).toString(),
        index.data(Model::TargetRole).toString(), index.data(Model::TargetPlaceRole).toString() };
}

QRegion roundedRegion(const QSize &size, qreal radius)
{
    QPainterPath outline;
    outline.addRoundedRect(QRectF(QPointF(), QSizeF(size)), radius, radius);
    return outline.toFillPolygon().toPolygon();
}

QWidget *hint(const QStringList &keys, const QString &text)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(new KeyCaps(keys));
    row->addWidget(new TextLabel(text, TextRole::Caption, TextLabel::Ink::Secondary));
    return widget;
}

} // namespace

PaletteBox::PaletteBox(PaneContext context, QWidget *window)
    : QFrame(window)
    , m_context(context)
    , m_model(new items::PaletteModel(context.index, &context.user, this))
    , m_inside(new QWidget)
    , m_edit(new QLineEdit)
    , m_list(new QListView)
    , m_preview(new PalettePreview(context))
    , m_figure(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_asOf(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    setObjectName("palette"_L1);
    setAccessibleName(tr("Go to anything"));
    setSurface(this, Surface::Slip);
    setAttribute(Qt::WA_StyledBackground, false);
    setAttribute(Qt::WA_OpaquePaintEvent); // Or each key paints what lies under it as well.
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(m_inside);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSearchRow());
    column->addWidget(makeScopeRow());
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFooter());
    hide();

    connect(m_edit, &QLineEdit::textChanged, m_model, &items::PaletteModel::setText);
    connect(m_model, &items::PaletteModel::answered, this, [this] { onAnswered(); });
    connect(m_model, &items::PaletteModel::extended, this, [this] { onExtended(); });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &PaletteBox::rememberChoice);
    const auto follow = [this](auto progress, search::PaletteScope scope) {
        connect(&m_context.workspace.mirror(), progress, this, [this, scope] {
            if (isVisible())
                m_model->noteIndexed(scope);
        });
    };
    follow(&mirror::Mirror::textIndexProgress, search::PaletteScope::Text);
    follow(&mirror::Mirror::docTextIndexProgress, search::PaletteScope::Docs);
    m_model->setMirror(context.workspace.mirror());
    m_model->setReading(&panes::DocsDesk::of(context).reading());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { onChosen(); });
    connect(m_list, &QListView::clicked, this, [this] { run(Focus::How::Here); });
    connect(m_preview, &PalettePreview::openRequested, this, [this](Focus::How how) { run(how); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now) && now->window() == this->window())
            hide();
    });
}

PaletteBox::~PaletteBox() = default;

QWidget *PaletteBox::makeSearchRow()
{
    const Theme &theme = Theme::of(this);
    auto *widget = new SurfaceWidget(int(Surface::None), Qt::BottomEdge);
    widget->setFixedHeight(theme.scaled(46));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(new IconLabel(u"search"_s, 20, IconLabel::Ink::Accent));
    m_edit->setFrame(false);
    m_edit->setFont(theme.font(TextRole::Heading2));
    m_edit->setPlaceholderText(tr("Go to anything in %1").arg(m_context.workspace.name()));
    m_edit->setAccessibleName(tr("Go to anything"));
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    m_edit->installEventFilter(this);
    row->addWidget(m_edit, 1);
    row->addWidget(m_figure);
    setFocusProxy(m_edit);
    return widget;
}

QWidget *PaletteBox::makeScopeRow()
{
    auto *widget = new SurfaceWidget(int(Surface::None), Qt::BottomEdge);
    widget->setFixedHeight(Theme::of(this).scaled(31));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(10, 0, 12, 0);
    row->setSpacing(4);
    for (const auto scope : scopes) {
        auto *tab = new ScopeTab(items::PaletteModel::scopeName(scope));
        connect(tab, &QAbstractButton::clicked, this, [this, scope] {
            m_model->setScope(scope);
            m_edit->setFocus();
        });
        m_tabs.append(tab);
        row->addWidget(tab);
    }
    row->addStretch(1);
    for (const auto &[key, text] : { std::pair { tr("Tab"), tr("next scope") }, std::pair { u"d"_s, tr("docs") }, std::pair { u"a"_s, tr("in APIs") },
             std::pair { u"t"_s, tr("in the text") }, std::pair { u"@"_s, tr("people") }, std::pair { u">"_s, tr("actions") } }) {
        auto *each = hint({ key }, text);
        each->layout()->setContentsMargins(6, 0, 0, 0);
        m_hints.append(each);
        row->addWidget(each);
    }
    return widget;
}

/// The scopes are read whole, their counts and the hints as long as there is room: not all languages are as short.
void PaletteBox::fitHints()
{
    const auto *row = static_cast<QHBoxLayout *>(m_tabs.first()->parentWidget()->layout());
    int room = width() - 2 - row->contentsMargins().left() - row->contentsMargins().right();
    const auto needed = [&](bool withCounts) {
        int width = 0;
        for (ScopeTab *tab : std::as_const(m_tabs)) {
            tab->setCountShown(withCounts);
            width += tab->sizeHint().width() + row->spacing();
        }
        return width;
    };
    room -= needed(true) <= room ? needed(true) : needed(false);
    for (QWidget *each : std::as_const(m_hints)) {
        room -= each->sizeHint().width() + row->spacing();
        each->setVisible(room >= 0);
    }
}

QWidget *PaletteBox::makeBody()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Results"));
    QPalette slip = m_list->palette();
    slip.setColor(QPalette::Base, Qt::transparent);
    m_list->setPalette(slip);
    m_list->viewport()->setAutoFillBackground(false);
    row->addWidget(m_list, 3);
    row->addWidget(m_preview, 2);
    return widget;
}

QWidget *PaletteBox::makeFooter()
{
    auto *widget = new SurfaceWidget(int(Surface::Wings), Qt::TopEdge);
    widget->setFixedHeight(Theme::of(this).scaled(29));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(14);
    row->addWidget(hint({ u"↑"_s, u"↓"_s }, tr("choose")));
    row->addWidget(hint({ tr("Enter") }, tr("open or run")));
    row->addWidget(hint({ tr("Ctrl"), tr("Enter") }, tr("open beside")));
    row->addWidget(hint({ tr("Alt"), tr("Enter") }, tr("in the browser")));
    row->addWidget(hint(keyCaps(m_context.commands.keysOf(copyCommand()).value(0)), tr("copy reference")));
    row->addStretch(1);
    row->addWidget(m_asOf);
    return widget;
}

void PaletteBox::takeActions()
{
    std::vector<search::PaletteAction> actions;
    for (const auto &command : m_context.commands.all()) {
        const QAction *action = m_context.commands.action(command.id);
        actions.push_back({ command.id, QString(command.text).remove(u'&'),
            action->shortcut().toString(QKeySequence::NativeText), command.help, command.iconName,
            action->isEnabled() });
    }
    m_model->setActions(std::move(actions));
}

void PaletteBox::popUp(const QString &text)
{
    if (isVisible() && text.isEmpty()) {
        hide();
        return;
    }
    if (!isVisible())
        m_before = QApplication::focusWidget();
    // First, or all the rest would search for the last text once more.
    m_edit->setText(text);
    m_model->setText(text);
    takeActions();
    const QDateTime asOf = m_context.workspace.mirror().asOf();
    m_asOf->setText(asOf.isValid() ? tr("searched offline, %1").arg(asOfText(asOf)) : tr("searched offline"));
    m_model->setScope(search::PaletteScope::Everything);
    place();
    show();
    raise();
    // Not as by a shortcut, which would select a prefix that was asked for.
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->end(false);
    m_answeredTo.reset(); // It begins at the best again.
    onAnswered();
    m_model->prepare();
}

void PaletteBox::place()
{
    const Theme &theme = Theme::of(this);
    const QSize room = parentWidget()->size();
    const QSize size(qMin(theme.scaled(940), room.width() - 32), qMin(theme.scaled(604), room.height() - 96));
    setGeometry((room.width() - size.width()) / 2, qMin(60, room.height() / 12), size.width(), size.height());
    // What fills the box to its edges must not fill its corners, nor paint over the line round them.
    const qreal radius = theme.metrics().radius.popup;
    setMask(roundedRegion(size, radius));
    m_inside->setMask(roundedRegion(size - QSize(2, 2), radius - 1));
    fitHints();
}

/// Documents or texts came after the rest: what is selected stays so.
void PaletteBox::onExtended()
{
    showFigures();
    const QModelIndex current = m_list->currentIndex();
    if (current.row() == m_model->firstHitRow() && chooseAgain()) // It was among what has only now come again.
        return;
    if (current.isValid())
        return;
    if (const int row = m_model->firstHitRow(); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void PaletteBox::showFigures()
{
    m_figure->setText(m_model->text().trimmed().isEmpty() ? QString() : m_model->figure());
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        m_tabs.at(i)->setCount(m_model->totalOf(scopes[i]), m_model->isTotalLeast(scopes[i]));
        m_tabs.at(i)->setChecked(m_model->scope() == scopes[i]);
    }
    fitHints();
}

void PaletteBox::onAnswered()
{
    showFigures();
    const std::pair question(m_model->text(), m_model->scope());
    if (std::exchange(m_answeredTo, question) != question)
        m_chosen.clear();
    if (!chooseAgain()) {
        if (const int row = m_model->firstHitRow(); row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollToTop();
    }
    onChosen();
}

/// What was chosen by itself is the best; what the person went to is theirs.
void PaletteBox::rememberChoice()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && current.row() != m_model->firstHitRow())
        m_chosen = identityOf(current);
}

/// Where the same question has another answer: the catalog is another, or an index went on. False where it is not in it.
bool PaletteBox::chooseAgain()
{
    for (int row = 0; !m_chosen.isEmpty() && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.data(items::PaletteModel::HeaderRole).toBool() || identityOf(index) != m_chosen)
            continue;
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
        return true;
    }
    return false;
}

void PaletteBox::onChosen()
{
    m_preview->show(m_list->currentIndex(), m_model->text().trimmed());
}

void PaletteBox::move(int by)
{
    m_chosen.clear(); // Wherever they go now is what they choose.
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    // Headers are read over, the ends stay ends.
    for (int steps = qAbs(by), step = by < 0 ? -1 : 1; steps > 0 && row + step >= 0 && row + step < count;) {
        row += step;
        if (m_model->index(row).flags() & Qt::ItemIsSelectable)
            --steps;
    }
    if (row >= 0 && row < count && (m_model->index(row).flags() & Qt::ItemIsSelectable)) {
        m_list->setCurrentIndex(m_model->index(row));
        // The header over the first hit comes with it.
        m_list->scrollTo(m_model->index(row == m_model->firstHitRow() ? 0 : row));
    }
}

void PaletteBox::nextScope(int by)
{
    constexpr int count = int(std::size(scopes));
    int at = 0;
    while (at < count - 1 && scopes[at] != m_model->scope())
        ++at;
    // A prefix goes before the tab: it is taken away, or Tab would do nothing.
    if (const qsizetype prefix = search::PaletteInput::prefixLength(m_edit->text()); prefix > 0)
        m_edit->setText(m_edit->text().sliced(prefix));
    m_model->setScope(scopes[(at + by + count) % count]);
}

bool PaletteBox::onKey(QKeyEvent *key)
{
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    switch (key->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(8); return true;
    case Qt::Key_PageUp: move(-8); return true;
    case Qt::Key_Tab: nextScope(1); return true;
    case Qt::Key_Backtab: nextScope(-1); return true;
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(modifiers & Qt::ControlModifier ? Focus::How::Beside
                : modifiers & Qt::AltModifier ? Focus::How::Browser
                                              : Focus::How::Here);
        return true;
    default: break;
    }
    if (!m_context.commands.matches(copyCommand(), *key) || m_edit->hasSelectedText())
        return false;
    copyReference();
    return true;
}

void PaletteBox::run(Focus::How how)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(items::PaletteModel::HeaderRole).toBool())
        return;
    const QString action = index.data(items::PaletteModel::ActionRole).toString();
    const QString ref = index.data(items::RefRole).toString();
    const QString target = index.data(items::PaletteModel::TargetRole).toString();
    const QString place = index.data(items::PaletteModel::TargetPlaceRole).toString();
    const bool isDocument = search::PaletteScope(index.data(items::PaletteModel::ScopeRole).toInt()) == search::PaletteScope::Docs;
    if (const QString asked = m_edit->text().trimmed(); !asked.isEmpty())
        insights::UsageLog::of(m_context.workspace.mirror()).record(insights::UsageDeed::Searched, asked, {}, m_model->totalOf(m_model->scope()));
    // What had the keyboard gets it back first: a command is about what was being looked at.
    hide();
    if (!action.isEmpty()) {
        if (QAction *run = m_context.commands.action(action); run && run->isEnabled())
            run->trigger();
    } else if (!ref.isEmpty()) {
        m_context.focus.open(ref, how);
    } else if (isDocument) {
        panes::DocsDesk::of(m_context).open(target, place, how);
    } else if (!target.isEmpty()) {
        m_context.focus.openApiItem(target, place, how);
    }
}

void PaletteBox::copyReference()
{
    const QModelIndex index = m_list->currentIndex();
    QString reference = index.data(items::RefRole).toString();
    const QString target = index.data(items::PaletteModel::TargetRole).toString();
    const QString place = index.data(items::PaletteModel::TargetPlaceRole).toString();
    if (search::PaletteScope(index.data(items::PaletteModel::ScopeRole).toInt()) == search::PaletteScope::Docs)
        reference = withWorkspace(linkToDoc(target, place), m_context.workspace);
    else if (!target.isEmpty())
        reference = withWorkspace(apis::apiLink(target, place), m_context.workspace);
    if (reference.isEmpty())
        return;
    QApplication::clipboard()->setText(reference);
    m_asOf->setText(tr("%1 copied").arg(reference));
}

bool PaletteBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent *>(event));
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Tab
            || key->matches(QKeySequence::Copy) || m_context.commands.matches(copyCommand(), *key) || key->key() == Qt::Key_Return)
            event->accept();
    }
    return QFrame::eventFilter(watched, event);
}

void PaletteBox::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    // Given up, as nothing was found.
    if (const QString asked = m_edit->text().trimmed(); !asked.isEmpty() && m_model->text() == m_edit->text() && m_model->firstHitRow() < 0 && !m_model->isBusy())
        insights::UsageLog::of(m_context.workspace.mirror()).record(insights::UsageDeed::Searched, asked, {}, 0);
    if (m_before && m_before->isVisible() && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_before->setFocus(Qt::PopupFocusReason);
}

void PaletteBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    // The corners are cut so that the board shows through; what is left of them is of the line.
    painter.fillRect(rect(), theme.colours().borderControl);
    paintBox(&painter, rect(), theme.metrics().radius.popup, theme.colours().slip, theme.colours().borderControl);
}

} // namespace callboard::ui
