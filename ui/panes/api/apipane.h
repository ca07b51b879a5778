// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/apiitemsmodel.h"
#include "ui/kit/pane.h"
#include "ui/panes/api/apireading.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace callboard::ui {
class CodeView;
class FilterBox;
class LinkLabel;
class TextLabel;
}

namespace callboard::ui::panes {

class ApiChanges;
class ApiDetail;
class CodeLoader;
class TryItDialog;

/// The API in focus, or those that a component provides and consumes: its operations, channels, types and messages, each with all
/// that is said of it; the definition itself beside it; what changed; and a request to try.
class ApiPane final : public Pane {
    Q_OBJECT
public:
    explicit ApiPane(PaneContext context, QWidget *parent = nullptr);
    ~ApiPane() override;

    QString id() const override { return QStringLiteral("api"); }
    QString title() const override { return tr("API"); }
    QString iconName() const override { return QStringLiteral("api"); }
    void setTarget(const FocusTarget &target) override;
    QWidget *focusWidgetOfPane() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    /// Shows an item of an API, whatever is in focus; the API as a whole with an empty id.
    void openItem(const QString &ref, const QString &itemId);
    bool isLoading() const;
    QString shownRef() const { return m_ref; }
    QString currentItem() const { return m_itemId; }
    QTreeView *list() { return m_list; }
    FilterBox *filterBox() { return m_filterBox; }
    QComboBox *choice() { return m_choice; }
    ApiDetail *detail() { return m_detail; }
    ApiChanges *changes() { return m_changes; }
    CodeView *code() { return m_code; }
    QTabWidget *tabs() { return m_tabs; }
    TryItDialog *tryIt(); ///< Opens it for the current operation; null where there is none.

Q_SIGNALS:
    void shown(); ///< A definition was read and is there, but for a long text of it.

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList();
    void makeCode();
    void addCommands();
    void refreshChoices();
    void load(const QString &ref);
    void take(const ReadApiPtr &api);
    void describe();
    void showRelations();
    void select(const QString &itemId);
    void showItem(const QString &itemId);
    void itemAtCursor();
    void goToItemLine();
    void stepProblem(int by);
    void find(bool backward);
    void copyCurl();
    void arrange();
    const apis::Item *current() const;

    QString m_focusRef; ///< The entity in focus.
    QString m_ref;      ///< The API that is shown or read.
    QString m_itemId;
    QString m_wanted; ///< An item to choose once its API is read.
    ReadApiPtr m_api;
    ApiReading m_reading;
    items::ApiItemsModel m_items;
    QComboBox *m_choice;
    QWidget *m_relations;
    FilterBox *m_filterBox;
    QTreeView *m_list;
    QWidget *m_left;
    QTabWidget *m_tabs;
    ApiDetail *m_detail;
    ApiChanges *m_changes;
    QWidget *m_right;
    QLineEdit *m_find;
    TextLabel *m_problems;
    CodeView *m_code;
    CodeLoader *m_loader;
    QSplitter *m_outer;
    QSplitter *m_inner;
    QPointer<TryItDialog> m_tryIt;
    QStringList m_commands;
    int m_problemAt = -1;
};

} // namespace callboard::ui::panes
