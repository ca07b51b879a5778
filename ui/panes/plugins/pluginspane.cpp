// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/plugins/pluginspane.h"

#include "ui/kit/card.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/gathered.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using State = sync::IntegrationInfo::State;

namespace {

    constexpr std::chrono::milliseconds rest(100);

    Status statusOf(const sync::IntegrationInfo &info)
    {
        switch (info.state) {
        case State::Loaded:
            return Status::Ok;
        case State::Failed:
        case State::Refused:
            return Status::Failed;
        case State::Suspected:
            return Status::Warning;
        case State::Available:
        case State::DisabledByUser:
            break;
        }
        return Status::None;
    }

    bool needsEyes(const sync::IntegrationInfo &info)
    {
        return statusOf(info) == Status::Failed || statusOf(info) == Status::Warning;
    }

} // namespace

PluginsPane::PluginsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_scroll(new QScrollArea(this))
    , m_refreshing(new Gathered(rest, [this] { refresh(); }, this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Integrations"));
    sync::Workspace &workspace = context.workspace;
    for (const auto signal : { &sync::Workspace::integrationsChanged, &sync::Workspace::connectionsChanged })
        connect(&workspace, signal, this, [this] { m_refreshing->ask(); }, Qt::QueuedConnection);
    refresh();
}

void PluginsPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    refresh();
}

QWidget *PluginsPane::focusWidgetOfPane()
{
    return m_list ? m_list->nextInFocusChain() : m_scroll;
}

QString PluginsPane::stateText(const sync::IntegrationInfo &info)
{
    switch (info.state) {
    case State::Available:
        return tr("ready, not loaded yet");
    case State::Loaded:
        return tr("loaded");
    case State::DisabledByUser:
        return tr("switched off by you");
    case State::Refused:
        return tr("refused");
    case State::Failed:
        return tr("failed to load");
    case State::Suspected:
        return tr("was running when Callboard last ended badly");
    }
    return {};
}

void PluginsPane::refresh()
{
    const auto integrations = context().workspace.integrations();
    // After every pull somebody asks: mostly nothing is different, or nobody looks.
    if (QStringList now = contentOf(integrations); now != m_shown && (isVisible() || !m_list)) {
        m_shown = std::move(now);
        makeList(integrations);
    }
    setSubject(tr("%n integrations", nullptr, int(integrations.size())),
        context().workspace.isSafeMode() ? tr("safe mode: none is loaded") : QString());
    setCount(int(std::ranges::count_if(integrations, needsEyes)));
    setAsOf(QDateTime::currentDateTimeUtc()); // The program's own state: true whenever it is looked at.
    if (integrations.empty())
        setStatus({ PaneStatus::State::Empty, tr("No integrations are installed"),
            tr("They are found in the folders for plugins beside the program."), {}, u"settings"_s });
    else
        setStatus({});
}

/// What of the integrations and their connections may become different while the program runs.
QStringList PluginsPane::contentOf(const std::vector<sync::IntegrationInfo> &integrations) const
{
    QStringList content;
    for (const sync::IntegrationInfo &info : integrations)
        content << info.id << info.reason << QString::number(int(info.state)) << QString::number(info.enabled);
    for (const sync::ConnectionInfo &connection : context().workspace.connections())
        content << connection.integrationId << connection.name << QString::number(connection.paused);
    return content;
}

void PluginsPane::makeList(const std::vector<sync::IntegrationInfo> &integrations)
{
    const int scroll = m_scroll->verticalScrollBar()->value();
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    for (const sync::IntegrationInfo &info : integrations)
        column->addWidget(makeCard(info));
    column->addStretch(1);
    m_scroll->setWidget(m_list); // Deletes the list before.
    setSurface(m_list, Surface::Board);
    m_scroll->verticalScrollBar()->setValue(scroll);
}

QWidget *PluginsPane::makeCard(const sync::IntegrationInfo &info)
{
    auto *card = new Card(info.name.isEmpty() ? info.id : info.name,
        hasIcon(info.icon) ? info.icon : u"settings"_s);
    card->setTrailing(info.version);
    card->setAccessibleName(tr("%1 %2, %3").arg(info.name, info.version, stateText(info)));
    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(10, 8, 10, 10);
    body->setSpacing(6);
    if (!info.description.isEmpty()) {
        auto *description = new TextLabel(info.description, TextRole::Dense, TextLabel::Ink::Secondary);
        description->setWordWrap(true);
        body->addWidget(description);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(new StatusGlyph(statusOf(info)));
    auto *state = new TextLabel(stateText(info), TextRole::Dense);
    state->setElide(Qt::ElideRight);
    line->addWidget(state, 1);
    auto *enabled = new QCheckBox(tr("Enabled"));
    enabled->setChecked(info.enabled);
    enabled->setEnabled(info.state != State::Refused);
    enabled->setAccessibleName(tr("%1 enabled").arg(info.name));
    connect(enabled, &QCheckBox::toggled, this,
        [this, id = info.id](bool on) { context().workspace.setIntegrationEnabled(id, on); }, Qt::QueuedConnection);
    line->addWidget(enabled);
    body->addLayout(line);
    addReason(body, info);
    addConnections(body, info);
    card->setContent(content);
    return card;
}

void PluginsPane::addReason(QVBoxLayout *body, const sync::IntegrationInfo &info)
{
    if (!info.reason.isEmpty()) {
        auto *reason = new TextLabel(info.reason, TextRole::Dense,
            info.state == State::Suspected ? TextLabel::Ink::Warning : TextLabel::Ink::Failed);
        reason->setWordWrap(true);
        reason->setSelectable();
        body->addWidget(reason);
    }
    if (info.state == State::Suspected) {
        auto *again = new QPushButton(tr("Enable again"));
        setSmall(again);
        again->setAccessibleName(tr("Enable %1 again").arg(info.name));
        connect(again, &QPushButton::clicked, this,
            [this, id = info.id] { context().workspace.forgiveSuspicion(id); }, Qt::QueuedConnection);
        body->addWidget(again, 0, Qt::AlignLeft);
    }
}

void PluginsPane::addConnections(QVBoxLayout *body, const sync::IntegrationInfo &info)
{
    for (const sync::ConnectionInfo &connection : context().workspace.connections()) {
        if (connection.integrationId != info.id)
            continue;
        auto *line = new QHBoxLayout;
        line->setSpacing(6);
        line->addSpacing(18);
        line->addWidget(new IconLabel(u"sync"_s, 12));
        auto *name = new TextLabel(connection.paused ? tr("%1, paused").arg(connection.name) : connection.name,
            TextRole::Dense, TextLabel::Ink::Secondary);
        name->setElide(Qt::ElideRight);
        line->addWidget(name, 1);
        body->addLayout(line);
    }
}

} // namespace callboard::ui::panes
