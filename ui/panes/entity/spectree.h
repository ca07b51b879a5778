// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QJsonObject;
class QStandardItemModel;

namespace callboard::ui::panes {

/// The spec of an entity of a kind we have no page for, as it is: a tree of keys and values.
class SpecTree final : public QTreeView {
    Q_OBJECT
public:
    explicit SpecTree(QWidget *parent = nullptr);
    void show(const QJsonObject &spec);

private:
    QStandardItemModel *m_model;
};

} // namespace callboard::ui::panes
