// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentaccess.h"

#include "ui/kit/documentcopy.h"
#include "ui/kit/documentview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using LeafKind = DocumentFlow::LeafKind;
using Stop = DocumentFlow::Stop;

namespace {

/// A heading, or something that can be pressed.
class DocumentPart final : public QAccessibleInterface, public QAccessibleActionInterface, public QAccessibleAttributesInterface {
public:
    DocumentPart(DocumentView *view, int heading, int stop)
        : m_view(view)
        , m_heading(heading)
        , m_stop(stop)
    {
    }

    bool isValid() const override
    {
        return m_view && (m_heading >= 0 ? m_heading < int(flow().headings.size()) : m_stop < int(flow().stops.size()));
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description && m_stop >= 0 && stop().kind == Stop::Kind::Link)
            return flow().links[size_t(stop().index)].target;
        if (kind == QAccessible::Description && m_stop >= 0 && stop().kind == Stop::Kind::Diagram)
            return flow().leaves[size_t(stop().leaf)].text;
        if (kind != QAccessible::Name)
            return {};
        return m_heading >= 0 ? flow().headings[size_t(m_heading)].heading.text : stopText();
    }
    QRect rect() const override
    {
        const int leaf = leafOf();
        DocumentLayout &layout = m_view->documentLayout();
        const QRectF area = m_stop >= 0 ? layout.stopRect(m_stop) : QRectF(0, layout.top(leaf), layout.width(), layout.height(leaf));
        const QRect inView = m_view->viewportRect(area);
        return { m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size() };
    }
    QAccessible::Role role() const override
    {
        if (m_heading >= 0)
            return QAccessible::Heading;
        switch (stop().kind) {
        case Stop::Kind::Link: return QAccessible::Link;
        case Stop::Kind::Tab: return QAccessible::PageTab;
        case Stop::Kind::Image:
        case Stop::Kind::Diagram: return QAccessible::Graphic;
        case Stop::Kind::Source:
        case Stop::Kind::Fold:
        case Stop::Kind::Copy: break;
        }
        return QAccessible::PushButton;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto &leaf = flow().leaves[size_t(leafOf())];
        state.invisible = leaf.hidden || (m_stop >= 0 && !flow().isStopShown(stop()));
        if (m_stop < 0)
            return state;
        state.focusable = true;
        state.focused = m_view->hasFocus() && m_view->focusedStop() == m_stop;
        state.linked = stop().kind == Stop::Kind::Link;
        if (stop().kind == Stop::Kind::Fold) {
            state.expandable = true;
            state.expanded = flow().boxes[size_t(stop().index)].open;
            state.collapsed = !state.expanded;
        }
        if (stop().kind == Stop::Kind::Tab)
            state.selected = flow().boxes[size_t(leaf.box)].chosen == stop().index;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface && m_stop >= 0)
            return static_cast<QAccessibleActionInterface *>(this);
        if (type == QAccessible::AttributesInterface && m_heading >= 0)
            return static_cast<QAccessibleAttributesInterface *>(this);
        return nullptr;
    }
    QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_view->activateStop(m_stop);
        else if (name == setFocusAction())
            m_view->focusStop(m_stop);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    QList<QAccessible::Attribute> attributeKeys() const override { return { QAccessible::Attribute::Level }; }
    QVariant attributeValue(QAccessible::Attribute key) const override
    {
        return key == QAccessible::Attribute::Level ? QVariant(flow().headings[size_t(m_heading)].heading.level) : QVariant();
    }

private:
    const DocumentFlow &flow() const { return m_view->flow(); }
    const Stop &stop() const { return flow().stops[size_t(m_stop)]; }
    int leafOf() const { return m_heading >= 0 ? flow().headings[size_t(m_heading)].leaf : stop().leaf; }
    QString stopText() const
    {
        const auto &leaf = flow().leaves[size_t(stop().leaf)];
        switch (stop().kind) {
        case Stop::Kind::Copy: return DocumentView::tr("Copy this code");
        case Stop::Kind::Source: return m_view->documentLayout().sourceWord(stop().index);
        case Stop::Kind::Diagram: {
            const auto &diagram = flow().boxes[size_t(stop().index)].diagram;
            return diagram ? diagram->kind : QString();
        }
        case Stop::Kind::Image: return flow().images[size_t(stop().index)].text;
        case Stop::Kind::Fold: return leaf.text;
        case Stop::Kind::Link:
        case Stop::Kind::Tab: break;
        }
        return readText(flow(), leaf, stop().start, stop().start + stop().length);
    }

    QPointer<DocumentView> m_view;
    int m_heading;
    int m_stop;
};

/// The page: one text, and its parts in reading order.
class DocumentAccess final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit DocumentAccess(DocumentView *view)
        : QAccessibleWidget(view, QAccessible::Document)
    {
    }
    ~DocumentAccess() override { forgetParts(); }

    void forget()
    {
        forgetParts();
        m_starts.clear();
        m_text.clear();
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    int childCount() const override { return int(parts().size()); }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? QAccessible::accessibleInterface(parts()[size_t(index)]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto found = std::ranges::find(parts(), QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)));
        return found == parts().end() ? -1 : int(found - parts().begin());
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (const QAccessible::Id id : parts()) {
            QAccessibleInterface *part = QAccessible::accessibleInterface(id);
            if (part && !part->state().invisible && part->rect().contains(x, y))
                return part;
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto headings = int(view()->flow().headings.size());
        return view()->focusedStop() >= 0 ? child(headings + view()->focusedStop()) : nullptr;
    }

    // Text
    void selection(int index, int *start, int *end) const override
    {
        *start = *end = 0;
        if (index != 0 || !view()->hasSelection())
            return;
        *start = offsetOf(std::min(view()->anchor(), view()->caret()));
        *end = offsetOf(std::max(view()->anchor(), view()->caret()));
    }
    int selectionCount() const override { return view()->hasSelection() ? 1 : 0; }
    void addSelection(int start, int end) override { view()->select(positionOf(start), positionOf(end)); }
    void removeSelection(int) override { view()->clearSelection(); }
    void setSelection(int, int start, int end) override { addSelection(start, end); }
    int cursorPosition() const override { return offsetOf(view()->caret()); }
    void setCursorPosition(int position) override
    {
        const DocumentPosition to = positionOf(position);
        view()->select(to, to);
        view()->bringIntoView(to);
    }
    QString text(int start, int end) const override { return text().mid(start, end - start); }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Value ? text() : QAccessibleWidget::text(kind); }
    int characterCount() const override { return int(text().size()); }
    QRect characterRect(int offset) const override
    {
        const DocumentPosition at = positionOf(offset);
        const auto rects = view()->documentLayout().rectsOf(at.leaf, at.offset, 1);
        if (rects.empty())
            return {};
        const QRect inView = view()->viewportRect(rects.front());
        return { view()->viewport()->mapToGlobal(inView.topLeft()), inView.size() };
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return offsetOf(view()->documentLayout().positionAt(view()->columnPoint(view()->viewport()->mapFromGlobal(point))));
    }
    void scrollToSubstring(int start, int) override { view()->bringIntoView(positionOf(start)); }
    QString attributes(int offset, int *start, int *end) const override
    {
        const DocumentPosition at = positionOf(offset);
        *start = offsetOf({ at.leaf, 0 });
        *end = *start + int(view()->flow().leaves[size_t(at.leaf)].text.size());
        return {};
    }

private:
    DocumentView *view() const { return static_cast<DocumentView *>(widget()); }

    /// Leaf by leaf, so that a place in the one is a place in the other.
    const QString &text() const
    {
        if (!m_starts.empty())
            return m_text;
        for (const auto &leaf : view()->flow().leaves) {
            m_starts.push_back(int(m_text.size()));
            m_text += leaf.hidden ? QString() : QString(leaf.text);
            m_text += u'\n';
        }
        return m_text;
    }
    int offsetOf(const DocumentPosition &position) const
    {
        text();
        return m_starts[std::min(size_t(position.leaf), m_starts.size() - 1)] + position.offset;
    }
    DocumentPosition positionOf(int offset) const
    {
        text();
        const auto after = std::ranges::upper_bound(m_starts, std::max(0, offset));
        const int leaf = std::max(0, int(after - m_starts.begin()) - 1);
        return { leaf, std::min(offset - m_starts[size_t(leaf)], int(view()->flow().leaves[size_t(leaf)].text.size())) };
    }
    /// Headings first, then what can be pressed.
    const std::vector<QAccessible::Id> &parts() const
    {
        const size_t wanted = view()->flow().headings.size() + view()->flow().stops.size();
        if (m_parts.size() == wanted)
            return m_parts;
        forgetParts();
        for (size_t at = 0; at < view()->flow().headings.size(); ++at)
            m_parts.push_back(QAccessible::registerAccessibleInterface(new DocumentPart(view(), int(at), -1)));
        for (size_t at = 0; at < view()->flow().stops.size(); ++at)
            m_parts.push_back(QAccessible::registerAccessibleInterface(new DocumentPart(view(), -1, int(at))));
        return m_parts;
    }
    void forgetParts() const
    {
        for (const QAccessible::Id id : std::exchange(m_parts, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

    mutable QString m_text;
    mutable std::vector<int> m_starts;
    mutable std::vector<QAccessible::Id> m_parts;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<DocumentView *>(object);
    return view ? new DocumentAccess(view) : nullptr;
}

} // namespace

void installDocumentAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void documentAccessibilityChanged(DocumentView *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *access = dynamic_cast<DocumentAccess *>(QAccessible::queryAccessibleInterface(view)))
        access->forget();
    QAccessibleEvent event(view, QAccessible::DocumentReload);
    QAccessible::updateAccessibility(&event);
}

void documentSelectionChanged(DocumentView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
    if (!interface || !interface->textInterface())
        return;
    int start = 0;
    int end = 0;
    interface->textInterface()->selection(0, &start, &end);
    QAccessibleTextSelectionEvent event(view, start, end);
    QAccessible::updateAccessibility(&event);
}

void documentFocusChanged(DocumentView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
    if (!interface || !interface->focusChild())
        return;
    QAccessibleEvent event(interface->focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace callboard::ui
