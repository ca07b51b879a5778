// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/catalog/entitylistpane.h"

class QSplitter;

namespace callboard::items {
struct SavedView;
}

namespace callboard::ui::panes {

class FacetColumn;
class WhoAreYou;

/// Every entity there is: filtered, faceted, grouped; what is mine, and views kept under a name.
class CatalogPane final : public EntityListPane {
    Q_OBJECT
public:
    explicit CatalogPane(PaneContext context, QWidget *parent = nullptr);
    ~CatalogPane() override;

    QString id() const override { return QStringLiteral("catalog"); }
    QString title() const override { return tr("Catalog"); }
    QString iconName() const override { return QStringLiteral("component"); }
    void setTarget(const FocusTarget &target) override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    FacetColumn *facets() { return m_facets; }
    WhoAreYou *whoAreYou() { return m_who; }
    /// Shows what a query of the plain language selects, whatever was filtered before.
    void showQuery(const QString &query);
    void saveViewAs(const QString &name);
    void showView(const QString &name);

protected:
    void fillListMenu(QMenu *menu) override;
    PaneStatus nothingShown() const override;
    bool clearFilter() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void registerCommands();
    void registerMenuCommands();
    void registerViews();
    void bringForward();
    void askViewName();
    void fillViewsMenu();
    void setFacetsWanted(bool wanted);
    void showFacets();
    void refreshWho();
    void setMe(const QString &userRef);

    QSplitter *m_splitter;
    FacetColumn *m_facets;
    WhoAreYou *m_who;
    QWidget *m_header;
    QAction *m_facetsAction;
    QAction *m_viewsAction;
    QStringList m_viewCommands;
    bool m_facetsWanted = true;
};

} // namespace callboard::ui::panes
