// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/kit/pane.h"
#include "ui/panes/entity/pagedata.h"

#include <QHash>
#include <QSet>

class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace callboard::ui {
class EmptyState;
}

namespace callboard::ui::panes {

class ChangesTab;
class EntityHead;
class ListTab;
class PageTabs;

/// The page of one entity, for the tabs of the centre. Going to another entity keeps the widgets and
/// changes what they show; only what is looked at is filled.
class EntityPage final : public QWidget {
    Q_OBJECT
public:
    EntityPage(PaneContext context, const QString &ref, QWidget *parent = nullptr);
    ~EntityPage() override;

    void setRef(const QString &canonicalRef);
    QString ref() const { return m_ref; }
    QString title() const; ///< For the tab.
    QString iconName() const;
    bool hasProblems() const;
    const PageData *data() const { return m_data ? &*m_data : nullptr; }

    /// Shows the descriptor at a line of its file.
    void showSource(int line);
    /// Shows what a version of the entity changed; of one that is gone too.
    void showChanges(qint64 version);
    void showTab(const QString &id);
    QString currentTab() const;
    QWidget *focusWidgetOfPage();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void titleChanged();
    /// A chip that is a filter was pressed: the catalog should show what it selects.
    void filterRequested(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    static constexpr int codeHeight = 240;

    struct View {
        QString tab;
        int scroll = 0;
    };

    void connectParts();
    void reload();
    void showMissing(const domain::Error &error);
    void showStar();
    void showGone();
    void fillTabs();
    static int apiCount(const PageContent &content);
    void showCurrentTab();
    QWidget *widgetOf(const QString &id);
    QWidget *makeOverview();
    QWidget *makeDefinition();
    QWidget *makeList(const QString &name);
    void fillTab(const QString &id);
    void fillList(const QString &id, ListTab *list);
    void fillRelated(ListTab *list, bool apisOnly);
    void fillSwitched(ListTab *list,
        std::vector<RelatedEntity> (*rowsOf)(const mirror::Snapshot &, mirror::Row, bool), QString (*summary)(int));
    void openEntity(const QString &ref, Qt::KeyboardModifiers modifiers);
    void openUrl(const QUrl &url);
    void openProblem(int index);
    void copyRef();
    void refreshPin();
    void refreshAge(); ///< Says anew of when it is, and whether that is current.
    void rememberView();
    void recallView();

    PaneContext m_context;
    QString m_ref;
    std::optional<Freshness> m_freshness; ///< Until a feed says otherwise.
    std::optional<PageData> m_data;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_column;
    EntityHead *m_head;
    QMenu *m_menu;
    PageTabs *m_tabs;
    EmptyState *m_missing;
    ChangesTab *m_gone = nullptr; ///< Under `m_missing`: what an entity was that is no longer there.
    QHash<QString, QWidget *> m_widgets; ///< By tab id; made when first looked at.
    QSet<QString> m_filled;              ///< Tabs that show the present entity.
    QHash<QString, View> m_views;        ///< Where each entity was left.
    bool m_outdated = false;             ///< The snapshot moved on while the page was hidden.
};

} // namespace callboard::ui::panes
