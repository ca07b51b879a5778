// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/articlepage.h"

#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "ui/kit/banner.h"
#include "ui/kit/diffview.h"
#include "ui/kit/documentview.h"
#include "ui/kit/icons.h"
#include "ui/kit/links.h"
#include "ui/kit/outward.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/docs/findbar.h"
#include "ui/panes/docs/imagebox.h"
#include "ui/panes/docs/mirrorimages.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::DocAddress;

namespace {

    constexpr int headerHeight = 28;
    constexpr int readAfter = 700;     ///< Milliseconds after which a page that is looked at counts as read.
    constexpr int roomForSide = 640;   ///< Narrower pages have the article alone.

} // namespace

ArticlePage::ArticlePage(PaneContext context, const DocAddress &address, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(DocsDesk::of(context))
    , m_title(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_where(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_asOf(new AsOfLabel)
    , m_previous(new IconButton(u"back"_s, tr("Page before")))
    , m_next(new IconButton(u"forward"_s, tr("Page after")))
    , m_star(new IconButton(u"star"_s, tr("Star")))
    , m_browse(new IconButton(u"external-link"_s, tr("Open in the browser")))
    , m_banner(new Banner)
    , m_changed(new Banner)
    , m_stack(new QStackedWidget)
    , m_view(new DocumentView)
    , m_diff(new DiffView)
    , m_empty(new EmptyState)
    , m_find(new FindBar(m_view))
    , m_side(new ArticleSide)
    , m_images(new MirrorImages(context.workspace.mirror(), context.outward, this))
    , m_readTimer(new QTimer(this))
{
    m_pool.setMaxThreadCount(1);
    m_view->setImages(m_images);
    m_view->setTextPercent(m_desk.textPercent());
    m_view->setReadingWidth(m_desk.readingWidth());
    auto *header = new SurfaceWidget(int(Surface::Board), Qt::BottomEdge);
    buildHeader(header);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_banner);
    column->addWidget(m_changed);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row, 1);
    auto *article = new QVBoxLayout;
    article->setSpacing(0);
    article->addWidget(m_find);
    article->addWidget(m_stack, 1);
    row->addLayout(article, 1);
    row->addWidget(m_side);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(m_empty);
    m_side->setFixedWidth(Theme::of(this).scaled(ArticleSide::usualWidth));
    m_banner->hide();
    m_changed->hide();
    m_changed->setClosable(true);
    m_readTimer->setSingleShot(true);
    m_readTimer->setInterval(readAfter);
    connectParts();
    setAddress(address);
}

ArticlePage::~ArticlePage()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ArticlePage::buildHeader(QWidget *header)
{
    header->setFixedHeight(Theme::of(this).scaled(headerHeight));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(10, 0, 6, 1);
    row->setSpacing(6);
    row->addWidget(new IconLabel(u"docs"_s, 14, IconLabel::Ink::Accent));
    m_title->setElide(Qt::ElideRight);
    m_where->setElide(Qt::ElideRight);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title);
    row->addWidget(m_where, 1);
    row->addWidget(m_asOf);
    auto *find = new IconButton(u"search"_s, tr("Find in this page"));
    auto *more = new IconButton(u"more"_s, tr("More for this page"));
    for (IconButton *button : { m_previous, m_next, find, m_star, m_browse, more }) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    m_star->setCheckable(true);
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(menu);
    });
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(find, &QToolButton::clicked, this, [this] { m_find->open(); });
    connect(m_previous, &QToolButton::clicked, this, [this] { stepPage(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { stepPage(1); });
    connect(m_browse, &QToolButton::clicked, this, [this] { browse(); });
    connect(m_star, &QToolButton::clicked, this, [this](bool on) { m_context.user.setStarred(m_address.site, on); });
}

void ArticlePage::connectParts()
{
    const auto go = [this](const QString &ref, Qt::KeyboardModifiers modifiers) {
        m_context.focus.open(ref, modifiers & Qt::ControlModifier ? Focus::How::Beside : Focus::How::Here);
    };
    connect(m_view, &DocumentView::linkActivated, this, &ArticlePage::onLink);
    connect(m_view, &DocumentView::imageActivated, this, &ArticlePage::openImage);
    connect(m_view, &DocumentView::diagramActivated, this, [this](const QImage &image, const QString &name) { showLarge(image, name, this); });
    connect(m_view, &DocumentView::currentHeadingChanged, m_side, &ArticleSide::setCurrentHeading);
    connect(m_view, &DocumentView::findRequested, this, [this] { m_find->open(); });
    connect(m_view, &DocumentView::textPercentChanged, this, [this](int percent) { m_desk.setLook(percent, m_desk.readingWidth()); });
    connect(m_view, &DocumentView::menuRequested, this, [this](QMenu *menu) {
        menu->addSeparator();
        fillMenu(menu);
    });
    connect(m_side, &ArticleSide::headingActivated, this, [this](int index) {
        showDifference(false);
        m_view->goToHeading(index);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_side, &ArticleSide::entityActivated, this, go);
    connect(m_side, &ArticleSide::pageActivated, this, [this](const QString &path, Qt::KeyboardModifiers modifiers) {
        m_desk.open(m_address.site, path, modifiers & Qt::ControlModifier ? Focus::How::Beside : Focus::How::Here);
    });
    connect(m_side, &ArticleSide::reportPressed, this, &ArticlePage::report);
    connect(m_side, &ArticleSide::rightPressed, this, [this] {
        m_banner->show(Banner::Kind::Note, tr("Thank you."), tr("This version of the page counts as read and right."));
        m_readTimer->start(0);
    });
    connect(m_side, &ArticleSide::feedbackActivated, this, &ArticlePage::showFeedback);
    connect(m_changed, &Banner::pressed, this, [this] { showDifference(!showsDifference()); });
    connect(m_changed, &Banner::closed, m_changed, &QWidget::hide);
    connect(m_empty, &EmptyState::pressed, this, [this] {
        m_desk.want(m_address);
        m_context.workspace.pullNow();
    });
    connect(m_readTimer, &QTimer::timeout, this, [this] {
        if (m_page && isVisible())
            m_desk.reading().read(*m_page);
    });
    connect(this, &ArticlePage::stateChanged, &m_desk, [this] {
        if (m_desk.current() == this)
            Q_EMIT m_desk.currentChanged();
    });
    connect(&m_desk, &DocsDesk::lookChanged, this, [this] {
        m_view->setTextPercent(m_desk.textPercent());
        m_view->setReadingWidth(m_desk.readingWidth());
    });
    connect(&m_desk, &DocsDesk::freshnessChanged, this, [this] {
        if (isVisible())
            showAge();
    });
    const auto reloadLater = [this] {
        if (isVisible())
            reload(true);
        else
            m_outdated = true;
    };
    connect(&m_desk.library(), &items::DocLibrary::pagesChanged, this, reloadLater);
    connect(&m_desk.library(), &items::DocLibrary::sitesChanged, this, reloadLater);
    connect(&m_desk.library(), &items::DocLibrary::assetsChanged, m_images, &MirrorImages::forgetMissing);
    connect(&m_desk.feedback(), &items::DocFeedbackStore::changed, this, [this] { m_side->setFeedback(m_desk.feedback().of(m_address)); });
    connect(&m_desk.reading(), &items::DocReading::changed, this, &ArticlePage::showWatched);
    connect(&m_context.user, &items::UserState::starredChanged, this, [this] { m_star->setChecked(m_context.user.isStarred(m_address.site)); });
}

QString ArticlePage::title() const
{
    if (m_page && !m_page->title.isEmpty())
        return m_page->title;
    for (const auto &place : m_desk.library().placesOf(m_address.site)) {
        if (place.path == m_address.path)
            return place.title;
    }
    return m_desk.library().titleOf(m_address.site);
}

QWidget *ArticlePage::focusWidgetOfPage()
{
    return m_stack->currentWidget() == m_empty ? static_cast<QWidget *>(m_empty) : m_stack->currentWidget();
}

void ArticlePage::setAddress(const DocAddress &address, bool restore)
{
    if (address == m_address)
        return;
    rememberPlace();
    const bool samePage = address.key() == m_address.key() && m_page;
    m_address = address;
    if (!samePage) {
        m_images->setSite(address.site);
        m_before = QString();
        reload(false);
    }
    const QJsonObject place = restore ? m_places.value(address.key() + u'#' + address.anchor) : QJsonObject();
    if (!place.isEmpty())
        m_view->setPlace(place);
    else if (!address.anchor.isEmpty() || samePage)
        m_view->goToAnchor(address.anchor);
    if (!samePage) {
        m_desk.want(m_address);
        Q_EMIT titleChanged();
        Q_EMIT stateChanged();
    }
}

void ArticlePage::rememberPlace()
{
    if (m_page)
        m_places.insert(m_address.key() + u'#' + m_address.anchor, m_view->place());
}

void ArticlePage::reload(bool keepPlace)
{
    m_outdated = false;
    auto page = m_desk.library().page(m_address);
    const bool had = m_page.has_value();
    if (page && had && *page == *m_page && keepPlace) {
        showHeader();
        return;
    }
    const QJsonObject place = keepPlace && had ? m_view->place() : QJsonObject();
    m_page = page ? std::optional(std::move(*page)) : std::nullopt;
    if (!m_page) {
        showMissing();
        return;
    }
    showPage();
    if (!place.isEmpty())
        m_view->setPlace(place);
    else if (keepPlace && !m_address.anchor.isEmpty())
        m_view->goToAnchor(m_address.anchor);
    if (keepPlace)
        Q_EMIT titleChanged();
}

void ArticlePage::showPage()
{
    // What was read before is kept by what is compared with it: to read this version now does not forget it.
    if (const QString before = m_desk.reading().textAsRead({ m_address.site, m_address.path, {} });
        !before.isEmpty() && before != items::DocReading::textOf(m_page->document)) {
        m_before = before;
        for (const auto &read : m_desk.reading().recent()) {
            if (read.address.key() == m_address.key())
                m_beforeAt = read.at;
        }
    }
    m_view->setDocument(m_page->document, headOf(*m_page));
    m_stack->setCurrentWidget(m_view);
    setAccessibleName(title());
    m_side->setHeadings(m_view->headings());
    m_side->setFeedback(m_desk.feedback().of(m_address));
    showWatched();
    showHeader();
    showChangedBanner();
    fillSideSoon();
    readSoon();
    Q_EMIT stateChanged();
}

void ArticlePage::showMissing()
{
    const domain::DocSite *site = m_desk.library().site(m_address.site);
    const QString name = m_desk.library().titleOf(m_address.site);
    if (!site)
        m_empty->setContent(u"docs"_s, tr("%1 has no documentation here").arg(name),
            tr("A folder of clones brings it where the entity names it (backstage.io/techdocs-ref), a portal where it has built it."), tr("Sync now"));
    else
        m_empty->setContent(u"docs"_s, tr("This page of %1 is not here yet").arg(name),
            tr("It was asked for, and appears here as soon as it has come. Without a network that is when there is one again."), tr("Ask again"));
    m_stack->setCurrentWidget(m_empty);
    m_side->setHeadings({});
    m_side->setMentioned({});
    m_side->setLinking({});
    m_changed->hide();
    showHeader();
    Q_EMIT stateChanged();
}

void ArticlePage::showHeader()
{
    const auto places = m_desk.library().placesOf(m_address.site);
    const auto here = std::ranges::find(places, m_address.path, &items::DocNavPlace::path);
    const QString site = m_desk.library().titleOf(m_address.site);
    m_title->setText(title());
    m_where->setText(here == places.end() ? site
                                          : tr("%1, page %2 of %3").arg(site).arg(here - places.begin() + 1).arg(places.size()));
    m_previous->setEnabled(here != places.end() && here != places.begin());
    m_next->setEnabled(here != places.end() && here + 1 != places.end());
    m_star->setChecked(m_context.user.isStarred(m_address.site));
    m_browse->setEnabled(canBrowse());
    showAge();
}

void ArticlePage::showAge()
{
    const domain::Provenance from = m_desk.provenance(m_address.site);
    const bool old = m_desk.isOld(m_address.site);
    m_asOf->setTime(from.seenAt, old);
    if (old && m_page)
        m_banner->show(Banner::Kind::Stale, tr("This is as it was %1").arg(relativeTime(from.seenAt)),
            tr("Its source could not be asked since. What is here can be read all the same."));
    else
        m_banner->hide();
}

void ArticlePage::showChangedBanner()
{
    if (m_before.isNull()) {
        m_changed->hide();
        return;
    }
    m_changed->show(Banner::Kind::Note, m_beforeAt.isValid() ? tr("This page changed since you read it %1").arg(relativeTime(m_beforeAt)) : tr("This page changed since you read it"), {},
        showsDifference() ? tr("Show the page") : tr("Show what changed"));
}

DocumentHead ArticlePage::headOf(const domain::DocPage &page)
{
    DocumentHead head;
    head.title = title();
    const auto plain = [&](const QString &text, const QString &link) {
        domain::Run run;
        run.text = text;
        run.link = link;
        head.above.push_back(run);
    };
    plain(m_desk.library().titleOf(page.site), linkTo(page.site));
    for (const auto &place : m_desk.library().placesOf(page.site)) {
        if (place.path != page.path)
            continue;
        for (const QString &section : place.sections)
            plain(u"  ›  "_s + section, {});
        break;
    }
    plain(u"  ›  "_s + title(), {});
    const auto &snapshot = m_context.index.snapshot();
    const mirror::Row row = snapshot.find(page.site);
    if (row != mirror::noRow && snapshot.ownerId(row) != 0) {
        const QString owner = snapshot.string(snapshot.ownerId(row)).toString();
        addFact(head.facts, u"group"_s, owner.section(u'/', -1), 0, linkTo(owner));
    }
    if (!page.status.isEmpty())
        addFact(head.facts, u"flag"_s, page.date.isEmpty() ? page.status : QString(page.status + u", "_s + page.date));
    addFact(head.facts, u"clock"_s, tr("%n min", nullptr, items::readingMinutes(page.document)));
    if (!page.source.isEmpty())
        addFact(head.facts, u"branch"_s, page.source, domain::Run::Small, page.editUrl);
    head.ownLinks = ownLinks(page.document.blocks);
    return head;
}

void ArticlePage::showWatched()
{
    m_side->setWatched(m_desk.reading().isWatched(m_address.key()), m_desk.reading().isWatched(m_address.site));
}

void ArticlePage::addFact(std::vector<domain::Run> &runs, const QString &iconName, const QString &text, quint16 style, const QString &link)
{
    domain::Run icon;
    icon.image = u"icon:"_s + iconName;
    runs.push_back(icon);
    domain::Run between;
    between.text = u"\u2005"_s;
    runs.push_back(between);
    domain::Run words;
    words.text = text;
    words.style = style;
    words.link = link;
    runs.push_back(words);
    domain::Run gap;
    gap.text = u"     "_s;
    runs.push_back(gap);
}

// Beside it

void ArticlePage::fillSideSoon()
{
    m_stop.request_stop();
    m_stop = {};
    QTimer::singleShot(0, this, [this, stop = m_stop.get_token()] {
        if (stop.stop_requested() || !m_page)
            return;
        fillMentioned();
        fillLinking();
    });
}

void ArticlePage::fillMentioned()
{
    static const QStringList kinds { u"component"_s, u"api"_s, u"resource"_s, u"system"_s, u"group"_s, u"domain"_s };
    const auto &snapshot = m_context.index.snapshot();
    std::vector<MentionedEntity> found;
    const auto take = [&](const QString &ref) {
        const mirror::Row row = snapshot.find(ref);
        if (row == mirror::noRow || snapshot.ref(row) == m_address.site)
            return false;
        const MentionedEntity entity { snapshot.ref(row).toString(), snapshot.displayName(row).toString(), snapshot.kind(row).toString() };
        if (!std::ranges::contains(found, entity))
            found.push_back(entity);
        return true;
    };
    for (const QString &name : items::possibleNames(m_page->document)) {
        if (name.contains(u':')) {
            take(name.contains(u'/') ? name : QString(name.section(u':', 0, 0) + ":default/"_L1 + name.section(u':', 1)));
            continue;
        }
        const QString rest = name.contains(u'/') ? name : QString(u"default/"_s + name);
        for (const QString &kind : kinds) {
            if (take(kind + u':' + rest))
                break;
        }
    }
    m_side->setMentioned(found);
}

/// Every page of the site is looked through: some milliseconds for forty of them, so a worker does it.
void ArticlePage::fillLinking()
{
    m_side->setLinking({});
    const auto places = m_desk.library().placesOf(m_address.site);
    m_pool.start([this, places, site = m_address.site, path = m_address.path, stop = m_stop.get_token(), &mirror = m_context.workspace.mirror()] {
        std::vector<items::DocNavPlace> linking;
        for (const auto &place : places) {
            if (stop.stop_requested())
                return;
            if (place.path == path)
                continue;
            const auto record = mirror.record(QString(domain::recordtype::docPage), domain::docKey(site, place.path));
            if (record && items::linkedPaths(domain::DocPage::fromRecord(*record)).contains(path))
                linking.push_back(place);
        }
        QMetaObject::invokeMethod(this, [this, linking = std::move(linking), stop] {
            if (!stop.stop_requested())
                m_side->setLinking(linking);
        });
    });
}

void ArticlePage::readSoon()
{
    if (isVisible() && m_page)
        m_readTimer->start();
}

void ArticlePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk.setCurrent(this);
    if (m_outdated)
        reload(true);
    else
        showAge(); // Time passed.
    readSoon();
}

void ArticlePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_readTimer->stop();
    if (m_desk.current() == this)
        m_desk.setCurrent(nullptr);
}

void ArticlePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(m_sideWanted && width() >= Theme::of(this).scaled(roomForSide));
}

void ArticlePage::toggleSide()
{
    m_sideWanted = !m_side->isVisible();
    m_side->setVisible(m_sideWanted);
}

// Links

void ArticlePage::onLink(const QString &target, Qt::KeyboardModifiers modifiers)
{
    const Focus::How how = modifiers & Qt::ControlModifier ? Focus::How::Beside : Focus::How::Here;
    if (const auto entity = parseLink(target); entity && entity->kind == Link::Kind::Entity) {
        m_context.focus.open(entity->ref, how);
        return;
    }
    if (target.startsWith("http:"_L1) || target.startsWith("https:"_L1)) {
        if (!openPortalLink(QUrl(target), how))
            m_context.outward.browse(QUrl(target));
        return;
    }
    if (target.startsWith("mailto:"_L1)) {
        m_context.outward.browse(QUrl(target));
        return;
    }
    const domain::DocLink link = domain::docLink(target, m_address.site, m_address.path);
    m_desk.open(link.site, DocAddress { link.site, link.path, link.anchor }.target(), how);
}

/// Links to a portal's own pages lead to what is here: /catalog/NAMESPACE/KIND/NAME and /docs/NAMESPACE/KIND/NAME/PATH.
ArticlePage::PortalLink ArticlePage::portalLink(const QUrl &url)
{
    const QStringList parts = url.path().split(u'/');
    const qsizetype at = parts.indexOf("catalog"_L1) >= 0 ? parts.indexOf("catalog"_L1) : parts.indexOf("docs"_L1);
    if (at < 0 || parts.size() < at + 4)
        return {};
    const QString ref = parts[at + 2].toLower() + u':' + parts[at + 1].toLower() + u'/' + parts[at + 3].toLower();
    if (parts[at] == "catalog"_L1)
        return { m_context.index.snapshot().find(ref) == mirror::noRow ? QString() : ref, {}, false };
    if (!m_desk.library().site(ref))
        return {};
    const QString path = parts.sliced(at + 4).join(u'/');
    return { ref, url.hasFragment() ? QString(path + u'#' + url.fragment()) : path, true };
}

bool ArticlePage::openPortalLink(const QUrl &url, Focus::How how)
{
    const PortalLink link = portalLink(url);
    if (link.ref.isEmpty())
        return false;
    if (link.isDocs)
        m_desk.open(link.ref, link.target, how);
    else
        m_context.focus.open(link.ref, how);
    return true;
}

/// Web addresses in a page that open here.
QStringList ArticlePage::ownLinks(const std::vector<domain::Block> &blocks)
{
    QStringList found;
    for (const domain::Block &block : blocks) {
        for (const domain::Run &run : block.runs) {
            if (run.link.startsWith("http"_L1) && !found.contains(run.link) && !portalLink(QUrl(run.link)).ref.isEmpty())
                found += run.link;
        }
        found += ownLinks(block.children);
    }
    return found;
}

void ArticlePage::openImage(const QString &source)
{
    const auto found = m_images->find(source);
    if (found.state == DocumentImages::State::Ready)
        showLarge(found.image, source.section(u'/', -1), this);
}

} // namespace callboard::ui::panes
