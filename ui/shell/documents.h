// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/shell/trail.h"

#include <QTabWidget>

#include <functional>

namespace callboard::ui {

class EmptyState;
class PaneFrame;
namespace panes {
class ArticlePage;
class EntityPage;
}

/// The centre: pages of entities and of their documentation as tabs. Opening one goes on in the tab that is open, or in the last one of
/// its kind, as a browser does; beside makes a further tab. Without any, says how to begin.
class Documents final : public QWidget {
    Q_OBJECT
public:
    explicit Documents(PaneContext context, QWidget *parent = nullptr);

    void open(const QString &ref, bool beside) { open(TrailStep { { FocusTarget::Kind::Entity, ref } }, beside); }
    /// An entity, or a page of its documentation. `restore`: to where that was left, as going back does.
    void open(const TrailStep &target, bool beside, bool restore = false);
    /// The page of an entity behind the pane that is in front, which stays there.
    void openBehind(const QString &ref);
    /// A pane has its place among the pages. Closing its tab keeps the pane, which stays whose it was.
    void showPane(PaneFrame *frame, const QString &title, const QString &iconName);
    void closePane(PaneFrame *frame);
    PaneFrame *currentPane() const; ///< Null while a page is in front.
    panes::EntityPage *current() const; ///< Null for an article, too.
    panes::ArticlePage *currentArticle() const;
    TrailStep currentTarget() const;
    QString currentRef() const; ///< Of an article: of the entity it belongs to.
    QString currentTitle() const;
    /// Of all tabs: canonical refs, "docs:" with the key of the page, and "pane:" with the id of a pane.
    QStringList refs() const;
    int currentIndex() const; ///< Among `refs`.
    /// `showPane` puts a pane of this id among the pages, behind the last of them; one that is not there any more is left out.
    void restore(const QStringList &refs, int current, const std::function<void(const QString &)> &showPane = {});
    void closeCurrent();
    void closeOthers();
    void step(int by); ///< To the tab after or before, around the end.
    int count() const { return m_tabs->count(); }
    void setKeyboardInside(bool inside);
    void focusPage(Qt::FocusReason reason);
    /// What stands there while nothing is open.
    void setInvitation(const QString &headline, const QString &detail, const QString &button);
    QMenu *tabMenu(int index);

Q_SIGNALS:
    void currentTargetChanged(const callboard::ui::TrailStep &target);
    void invitationAccepted();
    void filterRequested(const QString &filter);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openEntity(const QString &ref, bool beside);
    void openArticle(const TrailStep &target, bool beside, bool restore);
    panes::EntityPage *addPage(const QString &ref, int at);
    panes::ArticlePage *addArticle(const TrailStep &target, int at);
    template<typename Page>
    Page *reusable() const;
    TrailStep targetAt(int index) const;
    void closePage(int index);
    int tabOf(const QString &ref) const;
    void describe(QWidget *page);
    void updateEmpty();

    PaneContext m_context;
    QTabWidget *m_tabs;
    EmptyState *m_empty;
    bool m_restoring = false;
};

} // namespace callboard::ui
