// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/kit/pane.h"
#include "ui/panes/map/mapworker.h"

class QStackedWidget;

namespace callboard::ui {
class Banner;
}

namespace callboard::ui::panes {

class MapCanvas;
class MapControls;
class MapLists;
class MapTable;

/// The relations of the entity in focus as a drawing, with the same relations as a table beside it; of all, the estate rolled up.
class MapPane final : public Pane {
    Q_OBJECT
public:
    explicit MapPane(PaneContext context, QWidget *parent = nullptr);
    ~MapPane() override;

    QString id() const override { return QStringLiteral("map"); }
    QString title() const override { return tr("Map"); }
    QString iconName() const override { return QStringLiteral("graph"); }
    void setTarget(const FocusTarget &target) override;
    bool cancel() override;
    QWidget *focusWidgetOfPane() override;
    QList<QAction *> headerActions() const override { return m_actions; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    MapCanvas &canvas() { return *m_canvas; }
    MapControls &controls() { return *m_controls; }
    MapLists &lists() { return *m_lists; }
    MapTable &table() { return *m_table; }
    bool isTable() const;
    void setTable(bool table); ///< The relations as rows, in the place of the drawing.
    const graph::MapOptions &options() const { return m_options; }
    void setOptions(const graph::MapOptions &options); ///< Also shows them in the controls.
    bool isBusy() const;

    enum class Format { Svg, Png, Dot };
    /// Writes the map as it is drawn; what went wrong is told over it.
    void exportTo(Format format, const QString &fileName);

Q_SIGNALS:
    void exported(const QString &fileName, bool good);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void ask();
    void showScene(const MapScenePtr &scene);
    void fail(const domain::Error &error);
    void describe();
    void describeNothing();
    void refreshAsOf();
    void activate(int node);
    void openMenu(int node, const QPoint &place);
    void find(const QString &text);
    void findNext();
    void findWay(const QString &to);
    void showWay(const QString &toRef);
    void markImpact();
    void askWhereTo(Format format);
    void goTo(const QString &ref);

    graph::MapOptions m_options;
    graph::MapOptions m_usual; ///< Those for anything but people, who are looked at by relations of their own.
    MapWorker m_worker;
    MapControls *m_controls;
    MapCanvas *m_canvas;
    MapLists *m_lists;
    MapTable *m_table;
    QStackedWidget *m_middle;
    QAction *m_tableAction = nullptr;
    Banner *m_note;
    QList<QAction *> m_actions;
    QStringList m_commands;
    bool m_asked = false; ///< What is shown, or on its way, is what was chosen.
    bool m_impactMarked = false;
    quint64 m_lookRevision = 0;
};

} // namespace callboard::ui::panes
