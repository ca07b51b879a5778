// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/pagedata.h"

#include <QHash>
#include <QWidget>

namespace callboard::builds {
class RunIndex;
}

namespace callboard::ui::panes {

class TableCard;
struct TableContent;

/// The first tab of a page: everything at a glance, in cards. Cards are kept between entities, so that
/// going to the next one only changes what they show.
class Overview final : public QWidget {
    Q_OBJECT
public:
    explicit Overview(QWidget *parent = nullptr);
    /// `runs`: of builds.
    void show(const PageData &data, const mirror::Snapshot &snapshot, const builds::RunIndex &runs);

Q_SIGNALS:
    void entityActivated(const QString &ref, Qt::KeyboardModifiers modifiers);
    void urlActivated(const QUrl &url);
    void problemActivated(int index);

private:
    TableCard *card(const QString &id, const QString &title, const QString &iconName);
    void put(const QString &id, const QString &title, const QString &iconName, const TableContent &content,
        const QString &trailing = {});
    void putFolding(const QString &id, const QString &title, const QString &iconName,
        const std::vector<FactRow> &facts);
    void putRelations(const PageContent &content);
    void putPeople(const PageContent &content, const mirror::Snapshot &snapshot);

    QHash<QString, TableCard *> m_cards;
    QList<TableCard *> m_order; ///< Cards of what is shown now, in the order of the page.
};

} // namespace callboard::ui::panes
