// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/paneframe.h"

#include "ui/kit/banner.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr int mostButtons = 3;
constexpr int roomForOwn = 150;  // Of a pane's own part of the header, as a filter: with less, the second fact gives way.
constexpr int roomForFact = 40;  // Of the second fact: with less, it says nothing.
// Short work shows nothing; what takes longer shows that it goes on, then how to stop it.
constexpr int stepMilliseconds = 120;
constexpr int barAfter = 500 / stepMilliseconds;
constexpr int cancelAfter = 2000 / stepMilliseconds;

/// A pane and its empty state fill what room there is. Asked how high they would be for a width, all their sentences were
/// shaped, several times for each change in the window, also those of the page that is not shown.
class Pages final : public QStackedWidget {
public:
    bool hasHeightForWidth() const override { return false; }
};

} // namespace

// AsOfLabel

AsOfLabel::AsOfLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void AsOfLabel::setTime(const QDateTime &asOf, bool stale)
{
    const QString text = asOfText(asOf);
    if (text == m_text && asOf == m_asOf && stale == m_stale) // Told with every change of a pane.
        return;
    m_text = text;
    m_asOf = asOf;
    m_stale = stale;
    setToolTip(exactTime(asOf));
    setAccessibleName(stale ? tr("%1, not current").arg(m_text) : m_text);
    setVisible(!m_text.isEmpty());
    updateGeometry();
    update();
}

QSize AsOfLabel::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { QFontMetrics(theme.font(TextRole::Caption)).horizontalAdvance(m_text) + 1,
        theme.lineHeight(TextRole::Caption) };
}

void AsOfLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(m_stale ? c.stale.text : c.textSecondary);
    painter.drawText(rect(), int(Qt::AlignVCenter), m_text);
    if (m_stale)
        paintStaleUnderline(&painter, QRectF(0, 0, width(), height() - 2), c);
}

// PinButton

PinButton::PinButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    const auto name = [this] {
        setAccessibleName(isChecked() ? tr("Pinned. Press to follow the focus.")
                                      : tr("Follows the focus. Press to pin."));
        setToolTip(isChecked() ? tr("Pinned to what it shows") : tr("Follows the focus"));
    };
    name();
    connect(this, &QAbstractButton::toggled, this, name);
}

QSize PinButton::sizeHint() const
{
    const int side = Theme::of(this).scaled(14);
    return { side, Theme::of(this).scaled(22) };
}

void PinButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintPin(&painter, QRectF(rect()).center(), isChecked(), theme.colours());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(&painter, rect(), 3, {}, theme.colours().focusRing, 2);
}

// PaneFrame

PaneFrame::PaneFrame(Pane *pane, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
    , m_header(new SurfaceWidget(int(Surface::Board), Qt::BottomEdge))
    , m_headerRow(new QHBoxLayout(m_header))
    , m_asOf(new AsOfLabel)
    , m_buttons(new QWidget)
    , m_cancel(new IconButton(u"stop"_s, tr("Stop")))
    , m_more(new IconButton(u"more"_s, tr("More")))
    , m_progress(new QProgressBar)
    , m_banner(new Banner)
    , m_stack(new Pages)
    , m_empty(new EmptyState)
{
    setSurface(this, Surface::Board);
    setAttribute(Qt::WA_StyledBackground, false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(pane->title());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(m_header);
    m_progress->setFixedHeight(4);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    m_progress->hide();
    column->addWidget(m_progress);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(pane);
    m_stack->addWidget(m_empty);

    m_loadingTimer.setInterval(stepMilliseconds);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
        ++m_loadingSteps;
        m_progress->setVisible(m_loadingSteps >= barAfter);
        m_cancel->setVisible(m_loadingSteps >= cancelAfter);
        m_progress->setValue(m_loadingSteps);
        m_progress->update();
    });
    connect(m_banner, &Banner::pressed, pane, &Pane::statusActionTriggered);
    connect(m_empty, &EmptyState::pressed, pane, &Pane::statusActionTriggered);
    connect(m_cancel, &IconButton::clicked, this, &PaneFrame::cancelRequested);
    connect(m_more, &IconButton::clicked, this, [this] { openMenu(); });
    connect(pane, &Pane::headerChanged, this, [this] { updateHeader(); });
    connect(pane, &Pane::statusChanged, this, [this] {
        updateStatus();
        updateHeader();
    });
    connect(pane, &Pane::headerActionsChanged, this, [this] { rebuildButtons(); });
    rebuildButtons();
    updateHeader();
    updateStatus();
}

PaneFrame::~PaneFrame() = default;

void PaneFrame::buildHeader()
{
    const Theme &theme = Theme::of(this);
    m_header->setFixedHeight(theme.scaled(theme.metrics().bar.paneHeader));
    m_headerRow->setContentsMargins(8, 0, 5, 1);
    m_headerRow->setSpacing(5);
    if (m_pane->followsFocus()) {
        m_pin = new PinButton;
        m_headerRow->addWidget(m_pin);
        connect(m_pin, &QAbstractButton::toggled, this, [this](bool on) { setPinned(on); });
    }
    if (QWidget *own = m_pane->headerWidget()) {
        m_headerRow->addWidget(own, 1);
    } else {
        m_subject = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Primary, QFont::Medium);
        m_subject->setElide(Qt::ElideRight);
        m_headerRow->addWidget(m_subject);
    }
    m_secondary = new TextLabel({}, m_subject ? TextRole::Dense : TextRole::Caption, TextLabel::Ink::Secondary);
    m_secondary->setElide(Qt::ElideRight);
    m_headerRow->addWidget(m_secondary);
    if (m_subject)
        m_headerRow->addStretch(1);
    m_headerRow->addWidget(m_asOf);
    m_headerRow->addWidget(m_cancel);
    m_cancel->hide();
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(1);
    m_headerRow->addWidget(m_buttons);
    m_headerRow->addWidget(m_more);
}

void PaneFrame::rebuildButtons()
{
    const auto old = m_buttons->findChildren<IconButton *>(Qt::FindDirectChildrenOnly);
    for (IconButton *button : old) {
        button->hide();
        button->deleteLater();
    }
    int shown = 0;
    const auto actions = m_pane->headerActions();
    for (QAction *action : actions) {
        if (shown++ == mostButtons)
            break;
        m_buttons->layout()->addWidget(new IconButton(action));
    }
    m_buttons->setVisible(shown > 0);
    fitHeader();
}

void PaneFrame::updateHeader()
{
    if (m_subject)
        m_subject->setText(m_pane->subject());
    m_secondary->setText(m_pane->secondary());
    const auto state = m_pane->status().state;
    m_asOf->setTime(m_pane->asOf(), m_pane->isOld() || state == PaneStatus::State::Stale || state == PaneStatus::State::Failed);
    fitHeader();
}

/// What the pane is about, or its filter, is read before how much there is of it.
void PaneFrame::fitHeader()
{
    const QMargins margins = m_headerRow->contentsMargins();
    int room = width() - 2 - margins.left() - margins.right();
    for (const QWidget *each : std::initializer_list<const QWidget *> { m_pin, m_asOf, m_cancel, m_buttons, m_more }) {
        if (each && !each->isHidden())
            room -= each->sizeHint().width() + m_headerRow->spacing();
    }
    const Theme &theme = Theme::of(this);
    const int least = theme.scaled(roomForFact);
    const int wanted = m_secondary->sizeHint().width();
    // Beside the stretch that follows the subject there is one more gap.
    const int left = m_subject ? room - m_subject->sizeHint().width() - 2 * m_headerRow->spacing() : room - theme.scaled(roomForOwn) - m_headerRow->spacing();
    m_secondary->setVisible(!m_secondary->text().isEmpty() && left >= (m_subject ? std::min(wanted, least) : wanted));
    if (m_subject)
        m_secondary->setMaximumWidth(std::max(left, least));
}

void PaneFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

void PaneFrame::updateStatus()
{
    const PaneStatus status = m_pane->status();
    using State = PaneStatus::State;
    if (status.state == State::Loading)
        startLoading();
    else
        stopLoading();
    if (status.state == State::Empty) {
        m_empty->setContent(status.icon.isEmpty() ? m_pane->iconName() : status.icon, status.headline,
            status.detail, status.actionText);
        m_stack->setCurrentWidget(m_empty);
    } else {
        showPane();
    }
    if (status.state == State::Stale)
        m_banner->show(Banner::Kind::Stale, status.headline, status.detail, status.actionText);
    else if (status.state == State::Failed)
        m_banner->show(Banner::Kind::Failed, status.headline, status.detail, status.actionText);
    else
        m_banner->hide();
}

/// The keyboard that was sent here waited at what stood in the pane's place.
void PaneFrame::showPane()
{
    const QWidget *keyboard = QApplication::focusWidget();
    const bool waits = std::exchange(m_isAwaited, false) && keyboard && (keyboard == m_more || m_empty->isAncestorOf(keyboard));
    m_stack->setCurrentWidget(m_pane);
    if (waits)
        focusPane(Qt::OtherFocusReason);
}

void PaneFrame::startLoading()
{
    if (m_loadingTimer.isActive())
        return;
    m_loadingSteps = 0;
    m_loadingTimer.start();
}

void PaneFrame::stopLoading()
{
    m_loadingTimer.stop();
    m_progress->hide();
    m_cancel->hide();
}

void PaneFrame::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto actions = m_pane->headerActions();
    for (qsizetype i = mostButtons; i < actions.size(); ++i)
        menu->addAction(actions.at(i));
    if (!menu->isEmpty())
        menu->addSeparator();
    if (m_pin) {
        QAction *pin = menu->addAction(m_pinned ? tr("Follow the focus") : tr("Pin to what it shows"));
        connect(pin, &QAction::triggered, this, [this] { setPinned(!m_pinned); });
    }
    if (m_fillMenu)
        m_fillMenu(menu);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void PaneFrame::setPinned(bool pinned)
{
    if (m_pin)
        m_pin->setChecked(pinned);
    if (m_pinned == pinned)
        return;
    m_pinned = pinned;
    Q_EMIT pinnedChanged(pinned);
}

void PaneFrame::setTabified(bool tabified)
{
    if (m_tabified == tabified)
        return;
    m_tabified = tabified;
    layout()->setContentsMargins(1, tabified ? 0 : 1, 1, 1);
    update();
}

void PaneFrame::setKeyboardInside(bool inside)
{
    if (m_keyboardInside == inside)
        return;
    m_keyboardInside = inside;
    update();
    m_header->update();
}

void PaneFrame::focusPane(Qt::FocusReason reason)
{
    if (m_stack->currentWidget() == m_empty) {
        QWidget *button = m_empty->button();
        (button->isVisible() ? button : m_more)->setFocus(reason);
        m_isAwaited = true;
        return;
    }
    if (QWidget *target = m_pane->focusWidgetOfPane())
        target->setFocus(reason);
}

void PaneFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const Theme &theme = Theme::of(this);
    if (event->type() == QEvent::StyleChange)
        m_header->setFixedHeight(theme.scaled(theme.metrics().bar.paneHeader));
}

void PaneFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), c.board);
    const QRect r = rect();
    paintHairline(&painter, r.topLeft(), r.bottomLeft(), c.borderSubtle);
    paintHairline(&painter, r.topRight(), r.bottomRight(), c.borderSubtle);
    paintHairline(&painter, r.bottomLeft(), r.bottomRight(), c.borderSubtle);
    if (!m_tabified)
        painter.fillRect(r.left(), r.top(), r.width(), m_keyboardInside ? 2 : 1,
            m_keyboardInside ? c.accent : c.borderSubtle);
}

} // namespace callboard::ui
