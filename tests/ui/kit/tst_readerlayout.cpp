// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/readerlayout.h"

#include <QApplication>
#include <QDBusVirtualObject>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace callboard::ui;

namespace {

class Tree final : public QTreeView {
public:
    int layouts = 0;
    void doItemsLayout() override
    {
        ++layouts;
        QTreeView::doItemsLayout();
    }
};

/// As Qt's bridge to AT-SPI: a question reaches it as an event. Keeps whether the tree was laid out by then.
class Bridge final : public QDBusVirtualObject {
public:
    explicit Bridge(const Tree &tree) : m_tree(tree) {}
    int layoutsWhenAsked = -1;
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return false; }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::MetaCall)
            return QDBusVirtualObject::event(event);
        layoutsWhenAsked = m_tree.layouts;
        return true;
    }

private:
    const Tree &m_tree;
};

} // namespace

class TestReaderLayout final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsIsLaidOutBeforeAnAnswer()
    {
        ReaderLayout layout;
        qApp->installEventFilter(&layout);
        QStandardItemModel model(3, 1);
        Tree tree;
        tree.setModel(&model);
        tree.show();
        QTRY_VERIFY(tree.layouts > 0);
        Bridge bridge(tree);
        QEvent question(QEvent::MetaCall);
        QCoreApplication::sendEvent(&bridge, &question);
        const int before = tree.layouts;
        QCOMPARE(bridge.layoutsWhenAsked, before); // Nothing waited.
        model.appendRow(new QStandardItem(u"new"_s));
        QCOMPARE(tree.layouts, before); // It waits for the event loop.
        QCoreApplication::sendEvent(&bridge, &question);
        QCOMPARE(bridge.layoutsWhenAsked, before + 1);
        // And only then: other events leave it to the event loop.
        model.appendRow(new QStandardItem(u"newer"_s));
        QEvent other(QEvent::User);
        QCoreApplication::sendEvent(&bridge, &other);
        QCOMPARE(tree.layouts, before + 1);
        QTRY_COMPARE(tree.layouts, before + 2);
    }
};

QTEST_MAIN(TestReaderLayout)
#include "tst_readerlayout.moc"
