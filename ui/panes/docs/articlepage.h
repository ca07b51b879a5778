// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/panes/docs/articleside.h"
#include "ui/panes/docs/docsdesk.h"

#include <QThreadPool>

#include <stop_token>

class QMenu;
class QStackedWidget;

namespace callboard::ui {
class AsOfLabel;
class Banner;
class DiffView;
class DocumentView;
class EmptyState;
class IconButton;
class TextLabel;
struct DocumentHead;
}

namespace callboard::ui::panes {

class FindBar;
class MirrorImages;

/// A page of documentation, for the tabs of the centre. Going on to another page keeps the widgets.
class ArticlePage final : public QWidget {
    Q_OBJECT
public:
    ArticlePage(PaneContext context, const items::DocAddress &address, QWidget *parent = nullptr);
    ~ArticlePage() override;

    /// `restore`: to where the page was left, as going back does; else to its top or heading.
    void setAddress(const items::DocAddress &address, bool restore = false);
    const items::DocAddress &address() const { return m_address; }
    QString title() const; ///< For the tab.
    QString iconName() const { return QStringLiteral("docs"); }
    bool isHere() const { return m_page.has_value(); } ///< The page is in the mirror.
    const std::optional<domain::DocPage> &page() const { return m_page; }
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }

    DocumentView &view() { return *m_view; }
    FindBar &findBar() { return *m_find; }
    ArticleSide &side() { return *m_side; }
    QWidget *focusWidgetOfPage();

    // What the commands do (articleactions.cpp).
    void stepPage(int by);
    void edit();
    void browse();
    void copyLink();
    void print();
    void savePdf();
    bool writePdf(const QString &path, QString *error = nullptr);
    void report();
    void showDifference(bool shown);
    bool hasDifference() const { return !m_before.isNull(); }
    bool showsDifference() const;
    void zoom(int by);
    void toggleSide();
    bool canEdit() const { return m_page && !m_page->editUrl.isEmpty(); }
    bool canBrowse() const;
    QString ownerMail() const; ///< Of the entity's owner; empty where it has none.

Q_SIGNALS:
    void titleChanged();
    void stateChanged(); ///< What the commands can do is something else now.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader(QWidget *header);
    void connectParts();
    void reload(bool keepPlace);
    void showPage();
    void showMissing();
    void showHeader();
    void showAge();
    void showChangedBanner();
    void showWatched();
    void fillSideSoon();
    void fillMentioned();
    void fillLinking();
    void readSoon();
    DocumentHead headOf(const domain::DocPage &page);
    void addFact(std::vector<domain::Run> &runs, const QString &icon, const QString &text, quint16 style = 0, const QString &link = {});
    void onLink(const QString &target, Qt::KeyboardModifiers modifiers);
    struct PortalLink {
        QString ref; ///< Empty: it leads elsewhere.
        QString target;
        bool isDocs = false;
    };
    PortalLink portalLink(const QUrl &url);
    bool openPortalLink(const QUrl &url, Focus::How how);
    QStringList ownLinks(const std::vector<domain::Block> &blocks);
    void openImage(const QString &source);
    void rememberPlace();
    void showFeedback(const QString &id);
    void fillMenu(QMenu *menu);
    void beginFeedback(const items::DocFeedback &feedback);

    PaneContext m_context;
    DocsDesk &m_desk;
    items::DocAddress m_address;
    std::optional<domain::DocPage> m_page;
    QString m_before; ///< The text as it was read before, where it is another one now.
    QDateTime m_beforeAt;
    TextLabel *m_title;
    TextLabel *m_where;
    AsOfLabel *m_asOf;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_star;
    IconButton *m_browse;
    Banner *m_banner;
    Banner *m_changed;
    QStackedWidget *m_stack;
    DocumentView *m_view;
    DiffView *m_diff;
    EmptyState *m_empty;
    FindBar *m_find;
    ArticleSide *m_side;
    MirrorImages *m_images;
    QHash<QString, QJsonObject> m_places; ///< By key and anchor: where each was left.
    QTimer *m_readTimer;
    bool m_sideWanted = true;
    bool m_outdated = false;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::ui::panes
