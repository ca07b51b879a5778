// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/docfeedback.h"
#include "models/items/doclibrary.h"
#include "models/items/docreading.h"
#include "ui/kit/focus.h"
#include "ui/kit/pane.h"
#include "ui/panes/common/freshness.h"

#include <QPointer>

#include <optional>

namespace callboard::ui::panes {

class ArticlePage;

/// What the Docs pane and the pages in the centre share: one for a window.
class DocsDesk final : public QObject {
    Q_OBJECT
public:
    static constexpr int narrowWidth = 560;
    static constexpr int usualWidth = 704;
    static constexpr int allWidth = 0;

    /// The one of this window; made with the first call.
    static DocsDesk &of(PaneContext context);

    items::DocLibrary &library() { return m_library; }
    items::DocReading &reading() { return m_reading; }
    items::DocFeedbackStore &feedback() { return m_feedback; }

    /// Opens a page of a site: its path there, with an anchor or without. The shell obeys.
    /// Of a site that shows another one's pages, that one's.
    void open(const QString &site, const QString &page, Focus::How how = Focus::How::Here);

    /// The article that has the centre; null for another page.
    ArticlePage *current() const;
    void setCurrent(ArticlePage *page);

    int textPercent() const { return m_percent; }
    int readingWidth() const { return m_width; }
    void setLook(int percent, int width); ///< Kept.

    /// Whether a site is not as current as it should be; the pull that last confirmed it.
    bool isOld(const QString &site);
    domain::Provenance provenance(const QString &site);
    /// All of it is to be here, whoever owns it.
    bool isKept(const QString &site) const;
    void setKept(const QString &site, bool kept);
    /// Somebody looks at this page: it is fetched, or asked after.
    void want(const items::DocAddress &address);

Q_SIGNALS:
    void openRequested(const QString &site, const QString &page, callboard::ui::Focus::How how);
    void currentChanged(); ///< Or what can be done with it.
    void lookChanged();
    void keptChanged();
    void freshnessChanged();

private:
    explicit DocsDesk(PaneContext context);

    PaneContext m_context;
    items::DocLibrary m_library;
    items::DocReading m_reading;
    items::DocFeedbackStore m_feedback;
    QPointer<ArticlePage> m_current;
    std::optional<Freshness> m_freshness;
    QHash<QString, domain::Provenance> m_provenance;
    int m_percent = 100;
    int m_width = usualWidth;
};

} // namespace callboard::ui::panes
