// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentview.h"

#include "ui/kit/documentaccess.h"
#include "ui/kit/documentcopy.h"
#include "ui/kit/style.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using LeafKind = DocumentFlow::LeafKind;
using Stop = DocumentFlow::Stop;

namespace {

constexpr int sideRoom = 32;
constexpr int narrowSideRoom = 16;
constexpr int narrow = 520;
constexpr int upperRoom = 14;
constexpr int lowerRoom = 48;
constexpr int lineStep = 44;
constexpr int keptAround = 120;          ///< Leaves that stay laid out before and after those in view.
constexpr int mostRefined = 5000;        ///< In longer pages the heights of what was not seen stay guesses.
constexpr qint64 refineMilliseconds = 3; ///< At a time, between two events.
constexpr int copiedMilliseconds = 1500;

} // namespace

DocumentView::DocumentView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_layout(std::make_unique<DocumentLayout>(DocumentFlow::of({})))
    , m_diagrams(new DocumentDiagrams(this))
    , m_refineTimer(new QTimer(this))
    , m_dragTimer(new QTimer(this))
{
    installDocumentAccessibility();
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Article"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(viewport(), Surface::Board);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(lineStep);
    m_refineTimer->setSingleShot(true);
    connect(m_diagrams, &DocumentDiagrams::drawn, this, &DocumentView::takeDiagrams);
    connect(m_refineTimer, &QTimer::timeout, this, [this] { refine(); });
    m_dragTimer->setInterval(30);
    connect(m_dragTimer, &QTimer::timeout, this, [this] { stepDrag(); });
    layOutAnew();
}

DocumentView::~DocumentView() = default;

void DocumentView::setImages(DocumentImages *images)
{
    if (m_images)
        disconnect(m_images, nullptr, this, nullptr);
    m_images = images;
    if (!m_images)
        return;
    connect(m_images, &DocumentImages::changed, this, [this](const QString &source) {
        m_layout->imageChanged(source);
        layVisible();
        viewport()->update();
    });
}

void DocumentView::setDocument(const domain::Document &document, const DocumentHead &head)
{
    m_layout = std::make_unique<DocumentLayout>(DocumentFlow::of(document, head));
    m_layout->setImageSize([this](const DocumentFlow::Image &image) { return imageSize(image); });
    m_anchor = m_caret = {};
    m_hits.clear();
    m_hit = m_focused = m_hovered = m_copied = m_hoveredScroller = m_currentHeading = m_askedHeading = -1;
    m_drag = {};
    m_y = 0;
    layOutAnew();
    wantDiagrams();
    if (!m_wanted.isEmpty())
        find(std::exchange(m_wanted, {}));
    documentAccessibilityChanged(this);
}

void DocumentView::setTextPercent(int percent)
{
    percent = std::clamp(percent, leastPercent, mostPercent);
    if (m_percent == percent)
        return;
    m_percent = percent;
    layOutAnew();
}

void DocumentView::setReadingWidth(int px)
{
    if (m_readingWidth == px)
        return;
    m_readingWidth = px;
    layOutAnew();
}

// Layout

qreal DocumentView::sideMargin() const
{
    return viewport()->width() < narrow ? narrowSideRoom : sideRoom;
}

QPointF DocumentView::origin() const
{
    const qreal left = layoutDirection() == Qt::RightToLeft ? viewport()->width() - sideMargin() - m_layout->width() : sideMargin();
    return { std::round(left), upperRoom - std::round(m_y) };
}

QRectF DocumentView::exposed() const
{
    return QRectF(viewport()->rect()).translated(-origin());
}

QRect DocumentView::viewportRect(const QRectF &inColumn) const
{
    return inColumn.translated(origin()).toAlignedRect();
}

QPointF DocumentView::columnPoint(const QPointF &inViewport) const
{
    return inViewport - origin();
}

void DocumentView::layOutAnew()
{
    const QJsonObject here = place();
    const Theme &theme = Theme::of(this);
    const qreal room = std::max(160.0, viewport()->width() - 2 * sideMargin());
    const qreal measure = m_readingWidth > 0 ? std::min(room, m_readingWidth * m_percent / 100.0 * theme.textPercent() / 100.0) : room;
    m_layout->setLook(theme, m_percent, std::floor(measure));
    m_refined = 0;
    setPlace(here);
    viewport()->update();
}

/// What comes into view is laid out. Where it begins above the upper edge, what is seen stays where it is: the page moves by as
/// much as it grew.
void DocumentView::layVisible()
{
    const int room = viewport()->height();
    int first = 0;
    int last = 0;
    for (bool settled = false; !settled;) {
        settled = true;
        first = m_layout->leafAt(m_y - upperRoom);
        last = first;
        for (int leaf = first; leaf < m_layout->count() && m_layout->top(leaf) + upperRoom < m_y + room; ++leaf) {
            const bool above = m_layout->top(leaf) + upperRoom < m_y;
            const qreal more = m_layout->lay(leaf);
            last = leaf;
            if (above && more != 0) {
                m_y = std::max(0.0, m_y + more);
                settled = false;
                break;
            }
        }
    }
    m_layout->keepOnly(first - keptAround, last + keptAround);
    updateBars();
    refineSoon();
    if (m_layout->wantsColours())
        loadColoursSoon();
}

void DocumentView::updateBars()
{
    const qreal whole = m_layout->totalHeight() + upperRoom + lowerRoom;
    QScrollBar *bar = verticalScrollBar();
    const QSignalBlocker quiet(bar);
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(0, int(std::ceil(whole)) - viewport()->height()));
    m_y = std::clamp(m_y, 0.0, qreal(bar->maximum()));
    bar->setValue(int(std::round(m_y)));
    bar->update();
}

void DocumentView::setTop(qreal y)
{
    m_y = std::max(0.0, y);
    layVisible();
    updateHeading();
    viewport()->update();
}

void DocumentView::scrollContentsBy(int, int)
{
    m_askedHeading = -1;
    m_y = verticalScrollBar()->value();
    layVisible();
    updateHeading();
    viewport()->update();
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOutAnew();
    else
        layVisible();
}

void DocumentView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        layOutAnew();
}

/// Heights that were only guessed are made right while nothing else is to do, so that the bar tells the truth.
void DocumentView::refineSoon()
{
    if (isVisible() && m_refined < m_layout->count() && m_layout->count() <= mostRefined && !m_refineTimer->isActive())
        m_refineTimer->start(20);
}

void DocumentView::refine()
{
    QElapsedTimer clock;
    clock.start();
    for (; m_refined < m_layout->count() && clock.elapsed() < refineMilliseconds; ++m_refined) {
        const LeafKind kind = m_layout->flow().leaves[size_t(m_refined)].kind;
        if (kind == LeafKind::CodeLine || kind == LeafKind::BoxEnd || kind == LeafKind::Rule)
            continue;
        const bool above = m_layout->top(m_refined) + upperRoom < m_y;
        const qreal more = m_layout->lay(m_refined);
        if (above)
            m_y = std::max(0.0, m_y + more);
    }
    const int first = m_layout->leafAt(m_y - upperRoom);
    const int last = m_layout->leafAt(m_y + viewport()->height());
    m_layout->keepOnly(first - keptAround, last + keptAround);
    updateBars();
    refineSoon();
}

void DocumentView::loadColoursSoon()
{
    if (std::exchange(m_loadingColours, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_loadingColours = false;
        m_layout->loadColours();
        layVisible();
        viewport()->update();
    });
}

QSizeF DocumentView::imageSize(const DocumentFlow::Image &image) const
{
    const auto found = m_images ? m_images->find(image.source) : DocumentImages::Found {};
    if (found.state == DocumentImages::State::Ready && !found.image.isNull()) {
        const QSizeF own = found.image.deviceIndependentSize();
        if (image.width > 0)
            return { qreal(image.width), image.height > 0 ? image.height : own.height() * image.width / own.width() };
        return image.height > 0 ? QSizeF(own.width() * image.height / own.height(), image.height) : own;
    }
    if (found.state != DocumentImages::State::NotAsked && image.width > 0 && image.height > 0)
        return { qreal(image.width), qreal(image.height) };
    const QString text = image.text.isEmpty() ? image.source.section(u'/', -1) : image.text;
    const DocumentType &type = m_layout->type();
    return { std::min(type.scaled(320), type.textWidth(text, false) + type.scaled(34)), type.scaled(22) };
}

// Painting

DocumentMarks DocumentView::marks() const
{
    return { std::min(m_anchor, m_caret), std::max(m_anchor, m_caret), m_hits, m_hit, hasFocus() ? m_focused : -1, m_hovered, m_copied, m_hoveredScroller };
}

void DocumentView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::of(this).colours().board);
    painter.translate(origin());
    const QRectF area = exposed();
    const int first = m_layout->leafAt(area.top());
    const int last = m_layout->leafAt(area.bottom());
    const DocumentMarks over = marks();
    DocumentPainter(painter, *m_layout, m_images, over).paint(first, last, area, true);
    if (m_layout->wantsColours())
        loadColoursSoon();
}

bool DocumentView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int stop = m_layout->stopAt(columnPoint(help->pos()));
        const QString text = stop >= 0 ? toolTipOf(stop) : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport(), viewportRect(m_layout->stopRect(stop)));
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void DocumentView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (event->angleDelta().y() != 0) {
            setTextPercent(m_percent + (event->angleDelta().y() > 0 ? 10 : -10));
            Q_EMIT textPercentChanged(m_percent);
        }
        event->accept();
        return;
    }
    const bool sideways = event->modifiers() & Qt::ShiftModifier || std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    const int box = sideways ? scrollerAt(columnPoint(event->position())) : -1;
    if (box < 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    m_layout->setScroll(box, m_layout->scrollOf(box) - (delta.x() != 0 ? delta.x() : delta.y()));
    viewport()->update();
    event->accept();
}

// Places

void DocumentView::goToLeaf(int leaf, qreal offset)
{
    m_layout->lay(leaf);
    setTop(m_layout->top(leaf) + offset);
}

bool DocumentView::goToAnchor(const QString &id)
{
    if (id.isEmpty()) {
        setTop(0);
        return true;
    }
    const auto found = m_layout->flow().anchors.constFind(id);
    if (found == m_layout->flow().anchors.cend())
        return false;
    const int leaf = *found;
    if (m_layout->flow().leaves[size_t(leaf)].hidden)
        relayFolded(leaf);
    const auto heading = std::ranges::find(m_layout->flow().headings, leaf, &DocumentFlow::Heading::leaf);
    if (heading != m_layout->flow().headings.end()) {
        goToHeading(int(heading - m_layout->flow().headings.begin()));
        return true;
    }
    goToLeaf(leaf, m_layout->type().scaled(m_layout->flow().leaves[size_t(leaf)].above));
    return true;
}

void DocumentView::goToHeading(int index)
{
    if (index < 0 || index >= int(m_layout->flow().headings.size()))
        return;
    const int leaf = m_layout->flow().headings[size_t(index)].leaf;
    if (m_layout->flow().leaves[size_t(leaf)].hidden)
        relayFolded(leaf);
    m_askedHeading = index;
    goToLeaf(leaf, leaf == 0 ? 0 : m_layout->type().scaled(m_layout->flow().leaves[size_t(leaf)].above));
}

void DocumentView::stepHeading(int by)
{
    const int count = int(m_layout->flow().headings.size());
    if (count > 0)
        goToHeading(std::clamp(m_currentHeading + by, 0, count - 1));
}

std::vector<domain::DocHeading> DocumentView::headings() const
{
    std::vector<domain::DocHeading> all;
    for (const auto &heading : m_layout->flow().headings)
        all.push_back(heading.heading);
    return all;
}

void DocumentView::updateHeading()
{
    int current = -1;
    const auto &headings = m_layout->flow().headings;
    if (m_askedHeading >= 0 && m_askedHeading < int(headings.size())) {
        current = m_askedHeading;
    } else {
        for (size_t at = 0; at < headings.size(); ++at) {
            const int leaf = headings[at].leaf;
            if (m_layout->flow().leaves[size_t(leaf)].hidden)
                continue;
            if (m_layout->top(leaf) + m_layout->flow().leaves[size_t(leaf)].above > m_y + lineStep / 2)
                break;
            current = int(at);
        }
    }
    if (current != m_currentHeading) {
        m_currentHeading = current;
        Q_EMIT currentHeadingChanged(current);
    }
}

QJsonObject DocumentView::place() const
{
    if (m_layout->width() <= 0)
        return {};
    const int leaf = m_layout->leafAt(m_y - upperRoom);
    const qreal height = std::max(1.0, m_layout->height(leaf));
    return { { u"leaf"_s, leaf }, { u"part"_s, m_y <= 0 ? -1 : (m_y - upperRoom - m_layout->top(leaf)) / height } };
}

void DocumentView::setPlace(const QJsonObject &place)
{
    const int leaf = std::clamp(place["leaf"_L1].toInt(), 0, m_layout->count() - 1);
    const double part = place["part"_L1].toDouble(-1);
    m_layout->lay(leaf);
    const qreal y = leaf == 0 && part < 0 ? 0 : m_layout->top(leaf) + upperRoom + std::clamp(part, -1.0, 1.0) * m_layout->height(leaf);
    setTop(y);
}

void DocumentView::bringIntoView(const DocumentPosition &position)
{
    if (m_layout->flow().leaves[size_t(position.leaf)].hidden)
        relayFolded(position.leaf);
    QRectF rect = m_layout->caretRect(position);
    const qreal upper = rect.top() + upperRoom;
    const qreal room = viewport()->height();
    if (upper < m_y + lineStep)
        setTop(upper - room / 4);
    else if (rect.bottom() + upperRoom > m_y + room - 8)
        setTop(rect.bottom() + upperRoom - room * 3 / 4);
    rect = m_layout->caretRect(position);
    if (const int box = m_layout->scrollerOf(position.leaf); box >= 0) {
        const QRectF around = m_layout->boxRect(box);
        if (rect.left() < around.left() + 24 || rect.right() > around.right() - 24)
            m_layout->setScroll(box, m_layout->scrollOf(box) + rect.left() - around.center().x());
    }
    viewport()->update();
}

void DocumentView::relayFolded(int leaf)
{
    m_layout->flow().reveal(leaf);
    m_layout->foldingChanged();
    layVisible();
}

// Find

void DocumentView::find(const QString &text)
{
    if (text == m_wanted)
        return;
    m_wanted = text;
    m_hits = findText(m_layout->flow(), text);
    m_hit = -1;
    if (!m_hits.empty()) {
        const int here = m_layout->leafAt(m_y - upperRoom);
        const auto next = std::ranges::lower_bound(m_hits, here, {}, &DocumentHit::leaf);
        m_hit = next == m_hits.end() ? 0 : int(next - m_hits.begin());
        showHit();
    }
    viewport()->update();
    Q_EMIT hitsChanged();
}

void DocumentView::stepHit(int by)
{
    if (m_hits.empty())
        return;
    const int count = int(m_hits.size());
    m_hit = ((m_hit + by) % count + count) % count;
    showHit();
    Q_EMIT hitsChanged();
}

void DocumentView::showHit()
{
    const DocumentHit &hit = m_hits[size_t(m_hit)];
    bringIntoView({ hit.leaf, hit.start });
}

// Selection

QString DocumentView::selectedText() const
{
    return plainTextOf(m_layout->flow(), std::min(m_anchor, m_caret), std::max(m_anchor, m_caret));
}

void DocumentView::copy()
{
    if (!hasSelection())
        return;
    auto *data = new QMimeData;
    data->setText(selectedText());
    data->setHtml(htmlOf(m_layout->flow(), std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)));
    QGuiApplication::clipboard()->setMimeData(data);
}

void DocumentView::select(const DocumentPosition &from, const DocumentPosition &to)
{
    m_anchor = from;
    setCaret(to, true);
}

void DocumentView::selectAll()
{
    select({}, { m_layout->count() - 1, int(m_layout->flow().leaves.back().text.size()) });
}

void DocumentView::clearSelection()
{
    setCaret(m_caret, false);
}

void DocumentView::activateStop(int index, Qt::KeyboardModifiers modifiers)
{
    const Stop stop = m_layout->flow().stops.at(size_t(index));
    DocumentFlow &flow = m_layout->flow();
    switch (stop.kind) {
    case Stop::Kind::Link: Q_EMIT linkActivated(flow.links[size_t(stop.index)].target, modifiers); return;
    case Stop::Kind::Image: {
        const QString source = flow.images[size_t(stop.index)].source;
        if (m_images && m_images->find(source).state == DocumentImages::State::NotAsked)
            m_images->ask(source);
        else
            Q_EMIT imageActivated(source);
        return;
    }
    case Stop::Kind::Copy:
        QGuiApplication::clipboard()->setText(flow.codeOf(stop.index));
        m_copied = stop.index;
        QTimer::singleShot(copiedMilliseconds, this, [this] {
            m_copied = -1;
            viewport()->update();
        });
        viewport()->update();
        return;
    case Stop::Kind::Diagram: openDiagram(stop.index); return;
    case Stop::Kind::Source:
        flow.showSource(stop.index, !flow.boxes[size_t(stop.index)].asSource);
        m_layout->setScroll(stop.index, 0);
        break;
    case Stop::Kind::Fold: flow.setOpen(stop.index, !flow.boxes[size_t(stop.index)].open); break;
    case Stop::Kind::Tab: flow.choose(flow.leaves[size_t(stop.leaf)].box, stop.index); break;
    }
    m_layout->foldingChanged();
    m_refined = 0;
    layVisible();
    updateHeading();
    viewport()->update();
    documentAccessibilityChanged(this);
}

} // namespace callboard::ui
