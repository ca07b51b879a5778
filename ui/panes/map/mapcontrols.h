// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/mapscene.h"

#include <QScrollArea>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSlider;
class QVBoxLayout;

namespace callboard::ui {
class LinkLabel;
class TextLabel;
}

namespace callboard::ui::panes {

/// What is to be on the map, at its left: steps, direction, relations and kinds with how many of each there are, boxes, colours,
/// and questions to ask it.
class MapControls final : public QScrollArea {
    Q_OBJECT
public:
    explicit MapControls(QWidget *parent = nullptr);

    /// Shows these choices; nothing is emitted.
    void setOptions(const graph::MapOptions &options);
    /// The choices as they are now, in what is given; focus, limits and the like stay.
    void apply(graph::MapOptions &options) const;
    /// What there is to choose, and how many of each.
    void showScene(const MapScene &scene);
    QLineEdit *findEdit() const { return m_find; }
    void showFound(int count); ///< -1: nothing was looked for.
    QWidget *firstControl() const;

Q_SIGNALS:
    void changed();
    void findChanged(const QString &text);
    void findNext();
    void pathAsked(const QString &to);
    void impactAsked();
    void circlesAsked();

private:
    struct Row {
        QWidget *line;
        QCheckBox *box;
        TextLabel *count;
    };
    QVBoxLayout *section(const QString &title);
    void addAsk(QVBoxLayout *column);
    Row &row(QHash<QString, Row> &rows, QVBoxLayout *column, const QString &name, const QString &text);
    Row makeRow(QVBoxLayout *column, const QString &text);
    void showCounts(QHash<QString, Row> &rows, QVBoxLayout *column, const std::vector<graph::MapGraph::Count> &counts, bool types);
    void onChanged();

    QVBoxLayout *m_column;
    QLineEdit *m_find;
    TextLabel *m_found;
    QSlider *m_depth;
    TextLabel *m_depthText;
    QButtonGroup *m_direction;
    QVBoxLayout *m_typeColumn;
    QVBoxLayout *m_kindColumn;
    QHash<QString, Row> m_types, m_kinds;
    Row m_systemBoxes, m_domainBoxes, m_teamBoxes, m_implied;
    QComboBox *m_colour;
    QComboBox *m_rollUp;
    QWidget *m_rollUpLine;
    QWidget *m_stepsLine;
    LinkLabel *m_impact;
    LinkLabel *m_circles;
    TextLabel *m_impactCount;
    TextLabel *m_circleCount;
    QLineEdit *m_to;
    QStringList m_hiddenTypes, m_hiddenKinds;
    bool m_showing = false;
};

} // namespace callboard::ui::panes
