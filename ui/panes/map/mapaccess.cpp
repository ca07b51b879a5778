// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapaccess.h"

#include "ui/panes/map/mapcanvas.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    class NodeAccess final : public QAccessibleInterface, public QAccessibleActionInterface {
    public:
        NodeAccess(MapCanvas *canvas, int node)
            : m_canvas(canvas)
            , m_node(node)
        {
        }

        bool isValid() const override { return m_canvas && m_canvas->scene() && m_node < int(m_canvas->scene()->graph.nodes.size()); }
        QObject *object() const override { return nullptr; }
        QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
        QAccessibleInterface *child(int) const override { return nullptr; }
        int childCount() const override { return 0; }
        int indexOfChild(const QAccessibleInterface *) const override { return -1; }
        QAccessibleInterface *childAt(int, int) const override { return nullptr; }
        QWindow *window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }
        QAccessible::Role role() const override { return QAccessible::ListItem; }

        QAccessible::State state() const override
        {
            QAccessible::State state;
            state.focusable = state.selectable = true;
            if (isValid()) {
                state.focused = state.selected = m_canvas->current() == m_node;
                state.focused = state.focused && m_canvas->hasFocus();
            }
            return state;
        }

        QRect rect() const override
        {
            if (!isValid())
                return {};
            const QRect area = m_canvas->toView(m_canvas->scene()->layout.nodes[size_t(m_node)]).toAlignedRect();
            return { m_canvas->viewport()->mapToGlobal(area.topLeft()), area.size() };
        }

        QString text(QAccessible::Text which) const override
        {
            if (!isValid())
                return {};
            if (which == QAccessible::Name)
                return nodeTitle(m_canvas->scene()->graph.nodes[size_t(m_node)]);
            return which == QAccessible::Description ? nodeDescription(*m_canvas->scene(), m_node) : QString();
        }
        void setText(QAccessible::Text, const QString &) override { }

        void *interface_cast(QAccessible::InterfaceType type) override
        {
            return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
        }
        QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
        QStringList keyBindingsForAction(const QString &) const override { return {}; }
        void doAction(const QString &action) override
        {
            if (!isValid())
                return;
            m_canvas->setCurrent(m_node);
            if (action == pressAction())
                Q_EMIT m_canvas->activated(m_node);
            else
                m_canvas->setFocus(Qt::OtherFocusReason);
        }

    private:
        QPointer<MapCanvas> m_canvas;
        int m_node;
    };

    class CanvasAccess final : public QAccessibleWidget {
    public:
        explicit CanvasAccess(MapCanvas *canvas)
            : QAccessibleWidget(canvas, QAccessible::List)
            , m_canvas(canvas)
        {
        }
        ~CanvasAccess() override
        {
            for (const QAccessible::Id id : std::as_const(m_nodes))
                QAccessible::deleteAccessibleInterface(id);
        }

        int childCount() const override { return m_canvas && m_canvas->scene() ? int(m_canvas->scene()->graph.nodes.size()) : 0; }
        QAccessibleInterface *child(int index) const override
        {
            if (index < 0 || index >= childCount())
                return nullptr;
            if (const auto known = m_nodes.constFind(index); known != m_nodes.constEnd())
                return QAccessible::accessibleInterface(*known);
            auto *made = new NodeAccess(m_canvas, index);
            m_nodes.insert(index, QAccessible::registerAccessibleInterface(made));
            return made;
        }
        int indexOfChild(const QAccessibleInterface *child) const override
        {
            for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node) {
                if (QAccessible::accessibleInterface(node.value()) == child)
                    return node.key();
            }
            return -1;
        }
        QAccessibleInterface *childAt(int x, int y) const override
        {
            if (childCount() == 0)
                return nullptr;
            return child(m_canvas->scene()->nodeAt(m_canvas->toMap(m_canvas->viewport()->mapFromGlobal(QPoint(x, y)))));
        }
        QAccessibleInterface *focusChild() const override { return m_canvas && m_canvas->hasFocus() ? child(m_canvas->current()) : nullptr; }

    private:
        QPointer<MapCanvas> m_canvas;
        mutable QHash<int, QAccessible::Id> m_nodes;
    };

    QAccessibleInterface *makeAccess(const QString &, QObject *object)
    {
        auto *canvas = qobject_cast<MapCanvas *>(object);
        return canvas ? new CanvasAccess(canvas) : nullptr;
    }

} // namespace

void installMapAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace callboard::ui::panes
