// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "models/sync/pendingactions.h"
#include "ui/kit/commands.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/standing.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QTimer>

#include <span>

using namespace Qt::StringLiterals;

namespace callboard::ui {

// StatusButton

StatusButton::StatusButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void StatusButton::setStatus(std::optional<Status> status)
{
    m_status = status;
    update();
}

QSize StatusButton::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int glyph = m_status ? theme.scaled(12) + 6 : 0;
    return { QFontMetrics(theme.font(TextRole::Dense)).horizontalAdvance(text()) + glyph + 8, theme.scaled(20) };
}

QSize StatusButton::minimumSizeHint() const
{
    return { 20, sizeHint().height() };
}

void StatusButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const bool ring = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (underMouse() || ring)
        paintBox(&painter, rect().adjusted(0, 2, 0, -2), 3, underMouse() ? c.selectionInactive : QColor(),
            ring ? c.focusRing : QColor(), 2);
    QRect text = rect().adjusted(4, 0, -4, 0);
    if (m_status) {
        const int side = theme.scaled(12);
        const QRect square(text.left(), (height() - side) / 2, side, side);
        paintStatus(&painter, QStyle::visualRect(layoutDirection(), rect(), square), *m_status, c, c.house);
        text.setLeft(square.right() + 6);
    }
    const QFont font = theme.font(TextRole::Dense);
    painter.setFont(font);
    painter.setPen(m_status == Status::Running ? c.running.text : c.textSecondary);
    text = QStyle::visualRect(layoutDirection(), rect(), text);
    painter.drawText(text, int(Qt::AlignVCenter), QFontMetrics(font).elidedText(this->text(), Qt::ElideRight, text.width() + 2));
}

// StatusLine

StatusLine::StatusLine(PaneContext context, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_theme(theme)
    , m_sources(new StatusButton)
    , m_pulls(new StatusButton)
    , m_waiting(new StatusButton)
    , m_waitingMenu(new QMenu(this))
    , m_entities(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_mirror(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_density(new StatusButton)
    , m_soon(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(10);
    row->addWidget(m_sources);
    row->addWidget(m_pulls);
    row->addWidget(m_waiting);
    row->addStretch(1);
    row->addWidget(m_entities);
    row->addWidget(m_mirror);
    row->addWidget(m_density);
    m_pulls->setStatus(Status::Running);
    m_pulls->setToolTip(tr("Press to stop reading"));

    // Progress comes in bursts; a line of text does not need each of them.
    m_soon->setSingleShot(true);
    m_soon->setInterval(100);
    connect(m_soon, &QTimer::timeout, this, [this] { refresh(); });
    const auto soon = [this] {
        if (!m_soon->isActive())
            m_soon->start();
    };
    auto &workspace = m_context.workspace;
    connect(&workspace, &sync::Workspace::pullStarted, this, soon);
    connect(&workspace, &sync::Workspace::pullProgress, this, soon);
    connect(&workspace, &sync::Workspace::pullFinished, this, soon);
    connect(&workspace, &sync::Workspace::connectionsChanged, this, soon);
    connect(&workspace, &sync::Workspace::networkChanged, this, soon);
    connect(&workspace, &sync::Workspace::allPausedChanged, this, soon);
    connect(&workspace.mirror(), &mirror::Mirror::snapshotChanged, this, soon);
    connect(&workspace.mirror(), &mirror::Mirror::feedStateChanged, this, soon);
    connect(&theme, &Theme::densityChanged, this, soon);
    m_waiting->setStatus(Status::Queued);
    connect(&workspace, &sync::Workspace::pendingActionsChanged, this, soon);
    connect(m_waitingMenu, &QMenu::aboutToShow, this, &StatusLine::fillWaiting);
    connect(m_waiting, &QAbstractButton::clicked, this,
        [this] { m_waitingMenu->popup(m_waiting->mapToGlobal(QPoint(0, -m_waitingMenu->sizeHint().height()))); });
    connect(m_pulls, &QAbstractButton::clicked, this, [this] { m_context.workspace.cancelPulls(); });
    connect(m_sources, &QAbstractButton::clicked, this, [this] {
        if (QAction *action = m_context.commands.action(u"pane.show.sources"_s))
            action->trigger();
    });
    connect(m_density, &QAbstractButton::clicked, this, [this] {
        if (QAction *action = m_context.commands.action(u"view.density"_s))
            action->trigger();
    });
    refresh();
}

QSize StatusLine::sizeHint() const
{
    return { 200, m_theme.scaled(m_theme.metrics().bar.statusBar) };
}

void StatusLine::refresh()
{
    using State = Standing::State;
    const Standing standing = standingOf(m_context.workspace);
    const bool ready = standing.state != State::Offline && m_context.workspace.mirror().snapshot()->size() > 0;
    m_sources->setText(ready ? QString(standingText(standing) + u" · "_s + tr("offline ready")) : standingText(standing));
    m_sources->setStatus(standing.state == State::NoSources ? Status::None
            : standing.state == State::Failing              ? Status::Failed
            : standing.state == State::Offline              ? Status::Stale
            : standing.asOf.isValid()                       ? Status::Ok
                                                            : Status::Queued);
    m_sources->setAccessibleName(m_sources->text());
    m_sources->setToolTip(standing.worst.isEmpty() ? exactTime(standing.asOf) : QString(standing.worst + u'\n' + exactTime(standing.asOf)));
    m_sources->updateGeometry();
    refreshPulls();
    refreshWaiting();
    refreshCounts();
}

void StatusLine::refreshPulls()
{
    const auto running = m_context.workspace.running();
    m_pulls->setVisible(!running.empty());
    if (running.empty())
        return;
    const auto &first = running.front();
    QString name = first.connectionId;
    for (const auto &connection : m_context.workspace.connections()) {
        if (connection.id == first.connectionId)
            name = connection.name;
    }
    QString text = first.total > 0 ? tr("Reading %1: %2 of %3").arg(name, QLocale().toString(first.done), QLocale().toString(first.total))
                                   : tr("Reading %1").arg(name);
    if (running.size() > 1)
        text += tr(", %n more", nullptr, int(running.size()) - 1);
    m_pulls->setText(text);
    m_pulls->setAccessibleName(tr("%1. Press to stop.").arg(text));
    m_pulls->updateGeometry();
}

void StatusLine::refreshWaiting()
{
    const auto pending = m_context.workspace.pendingActions();
    const auto waiting = int(std::ranges::count_if(pending, &sync::PendingAction::waiting));
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(tr("%n change(s) to send", nullptr, waiting));
    const bool anyOfAnother = std::ranges::any_of(pending, [this](const auto &action) { return m_context.workspace.isOfAnother(action); });
    const QString why = anyOfAnother ? QString(u'\n' + tr("What somebody else made waits until they sign in again.")) : QString();
    m_waiting->setToolTip(tr("Kept, and sent when the portal can be reached. Press to see them.") + why);
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setAccessibleDescription(m_waiting->toolTip());
    m_waiting->updateGeometry();
}

/// What waits, oldest first; each can be given up.
void StatusLine::fillWaiting()
{
    constexpr size_t most = 20;
    auto &workspace = m_context.workspace;
    m_waitingMenu->clear();
    m_waitingMenu->addAction(tr("&Try now"), this, [&workspace] { workspace.retryPending(); });
    m_waitingMenu->addSeparator();
    const auto integrations = workspace.integrations();
    const auto connections = workspace.connections();
    const auto pending = workspace.pendingActions();
    for (const auto &action : std::span(pending).first(std::min(most, pending.size()))) {
        QString name = action.request.actionId;
        const auto connection = std::ranges::find(connections, action.connectionId, &sync::ConnectionInfo::id);
        if (connection != connections.end()) {
            const auto integration = std::ranges::find(integrations, connection->integrationId, &sync::IntegrationInfo::id);
            if (integration != integrations.end()) {
                const auto declared = std::ranges::find(integration->actions, name, &sync::IntegrationInfo::Action::id);
                if (declared != integration->actions.end())
                    name = declared->name;
            }
        }
        QString text = tr("Give up: %1, %2").arg(name, action.request.entityRef);
        if (workspace.isOfAnother(action))
            text = tr("Give up: %1, %2 (of %3)").arg(name, action.request.entityRef, action.account.principal);
        m_waitingMenu->addAction(text, this, [&workspace, id = action.id] { workspace.cancelPending(id); });
    }
    if (pending.size() > most)
        m_waitingMenu->addAction(tr("and %n more", nullptr, int(pending.size() - most)))->setEnabled(false);
}

void StatusLine::refreshCounts()
{
    const auto snapshot = m_context.workspace.mirror().snapshot();
    m_entities->setText(tr("%Ln entities", nullptr, int(snapshot->size())));
    m_mirror->setText(tr("mirror %1").arg(byteCount(m_context.workspace.mirror().bytesOnDisk())));
    m_density->setText(m_theme.density() == Density::Compact ? tr("compact") : tr("comfortable"));
    m_density->setAccessibleName(tr("Row height: %1").arg(m_density->text()));
    m_density->setToolTip(tr("Switch between compact and comfortable rows"));
    m_density->updateGeometry();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().house);
}

} // namespace callboard::ui
