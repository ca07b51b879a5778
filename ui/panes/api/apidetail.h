// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/apischemamodel.h"

#include <QWidget>

class QTreeView;
class QPushButton;

namespace callboard::ui {
class BadgeLabel;
class CodeView;
class TextLabel;
}

namespace callboard::ui::panes {

/// All that a definition says of one item; of the API as a whole while none is chosen.
class ApiDetail final : public QWidget {
    Q_OBJECT
public:
    explicit ApiDetail(QWidget *parent = nullptr);

    void show(items::ApiDefinitionPtr definition, const QString &itemId);
    using QWidget::show;
    QTreeView *tree() { return m_tree; }
    QPushButton *tryButton() { return m_try; }

Q_SIGNALS:
    void itemWanted(const QString &itemId);
    void lineWanted(int line);
    void tryWanted();
    void curlWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAbout();
    void showItem(const apis::Item &item);
    void expandFirstLevels();
    void activate(const QModelIndex &index);
    void showExample();

    items::ApiDefinitionPtr m_definition;
    QString m_itemId;
    items::ApiSchemaModel m_model;
    BadgeLabel *m_action;
    TextLabel *m_title;
    BadgeLabel *m_deprecated;
    TextLabel *m_text;
    QPushButton *m_try;
    QPushButton *m_curl;
    QPushButton *m_line;
    QTreeView *m_tree;
    QWidget *m_exampleBox;
    CodeView *m_example;
};

} // namespace callboard::ui::panes
