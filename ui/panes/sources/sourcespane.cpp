// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/sourcespane.h"

#include "ui/kit/card.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/freshness.h"

#include <QAction>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int tickMs = 30'000;

    QString keyOf(const QString &connectionId, const QString &feedId)
    {
        return connectionId + u'/' + feedId;
    }

    const sync::IntegrationInfo *findIntegration(const std::vector<sync::IntegrationInfo> &all, const QString &id)
    {
        const auto found = std::ranges::find(all, id, &sync::IntegrationInfo::id);
        return found == all.end() ? nullptr : &*found;
    }

    QPushButton *smallButton(const QString &text, const QString &name)
    {
        auto *button = new QPushButton(text);
        setSmall(button);
        button->setAccessibleName(name);
        return button;
    }

} // namespace

SourcesPane::SourcesPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_syncNow(new QAction(icon(u"sync"_s), tr("Sync all sources now"), this))
    , m_scroll(new QScrollArea(this))
    , m_tick(new QTimer(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Sources"));

    sync::Workspace &workspace = context.workspace;
    connect(m_syncNow, &QAction::triggered, this, [&workspace] { workspace.pullNow(); });
    connect(&workspace, &sync::Workspace::connectionsChanged, this, &SourcesPane::rebuild);
    connect(&workspace, &sync::Workspace::integrationsChanged, this, &SourcesPane::rebuild);
    connect(&workspace, &sync::Workspace::pullStarted, this, &SourcesPane::refreshFeeds);
    connect(&workspace, &sync::Workspace::pullFinished, this, &SourcesPane::refreshFeeds);
    connect(&workspace, &sync::Workspace::pullProgress, this, &SourcesPane::showProgress);
    connect(&workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &SourcesPane::refreshFeeds);
    connect(this, &Pane::statusActionTriggered, this, [this, &workspace] {
        if (workspace.connections().empty())
            Q_EMIT addRequested();
        else
            workspace.pullNow();
    });
    connect(m_tick, &QTimer::timeout, this, &SourcesPane::refreshFeeds);
    m_tick->start(tickMs);
    rebuild();
}

QWidget *SourcesPane::focusWidgetOfPane()
{
    return m_list ? m_list->nextInFocusChain() : m_scroll;
}

void SourcesPane::rebuild()
{
    const int scroll = m_scroll->verticalScrollBar()->value();
    const auto integrations = context().workspace.integrations();
    m_feeds.clear();
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    for (const sync::ConnectionInfo &connection : context().workspace.connections())
        column->addWidget(makeCard(connection, findIntegration(integrations, connection.integrationId)));
    column->addStretch(1);
    m_scroll->setWidget(m_list);
    setSurface(m_list, Surface::Board);
    m_scroll->verticalScrollBar()->setValue(scroll);
    refreshFeeds();
}

QWidget *SourcesPane::makeCard(const sync::ConnectionInfo &connection, const sync::IntegrationInfo *integration)
{
    const QString iconName = integration && hasIcon(integration->icon) ? integration->icon : u"sync"_s;
    auto *card = new Card(connection.name.isEmpty() ? connection.id : connection.name, iconName);
    const QString kind = integration ? integration->name : tr("integration missing");
    card->setTrailing(connection.paused ? tr("%1, paused").arg(kind) : kind);
    auto *content = new QWidget;
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(10, 8, 10, 10);
    body->setSpacing(6);
    if (integration)
        for (const sync::IntegrationInfo::Feed &feed : integration->feeds)
            addFeed(body, connection.id, feed.id, feed.name.isEmpty() ? feed.id : feed.name);
    body->addWidget(makeButtons(connection));
    card->setContent(content);
    return card;
}

QWidget *SourcesPane::makeButtons(const sync::ConnectionInfo &connection)
{
    sync::Workspace &workspace = context().workspace;
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    auto *pull = smallButton(tr("Sync now"), tr("Sync %1 now").arg(connection.name));
    connect(pull, &QPushButton::clicked, this, [&workspace, id = connection.id] { workspace.pullNow(id); });
    row->addWidget(pull);
    auto *pause = smallButton(connection.paused ? tr("Resume") : tr("Pause"),
        connection.paused ? tr("Resume %1").arg(connection.name) : tr("Pause %1").arg(connection.name));
    connect(pause, &QPushButton::clicked, this,
        [this, &workspace, id = connection.id, paused = connection.paused] {
            if (const auto done = workspace.setPaused(id, !paused); !done)
                setStatus({ PaneStatus::State::Failed, sentence(done.error()).what, sentence(done.error()).remedy, {}, {} });
        },
        Qt::QueuedConnection);
    row->addWidget(pause);
    row->addStretch(1);
    auto *remove = smallButton(tr("Remove…"), tr("Remove %1").arg(connection.name));
    setButtonRole(remove, ButtonRole::Danger);
    connect(remove, &QPushButton::clicked, this,
        [this, id = connection.id, name = connection.name] { removeConnection(id, name); }, Qt::QueuedConnection);
    row->addWidget(remove);
    return box;
}

void SourcesPane::addFeed(QVBoxLayout *body, const QString &connectionId, const QString &feedId, const QString &name)
{
    FeedLine line;
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    line.glyph = new StatusGlyph;
    row->addWidget(line.glyph);
    row->addWidget(new TextLabel(name, TextRole::Dense, TextLabel::Ink::Primary, QFont::Medium));
    row->addStretch(1);
    line.state = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary);
    row->addWidget(line.state);
    body->addLayout(row);
    line.error = new TextLabel({}, TextRole::Dense, TextLabel::Ink::Failed);
    line.error->setWordWrap(true);
    line.error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->addWidget(line.error);

    line.running = new QWidget;
    auto *progress = new QHBoxLayout(line.running);
    progress->setContentsMargins(18, 0, 0, 0);
    progress->setSpacing(8);
    line.bar = new QProgressBar;
    line.bar->setTextVisible(false);
    line.bar->setAccessibleName(tr("Progress of %1").arg(name));
    progress->addWidget(line.bar, 1);
    line.progress = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary);
    progress->addWidget(line.progress);
    auto *cancel = new IconButton(u"close"_s, tr("Cancel the sync of %1").arg(name));
    connect(cancel, &QToolButton::clicked, this, [this] { context().workspace.cancelPulls(); });
    progress->addWidget(cancel);
    line.running->hide();
    body->addWidget(line.running);
    m_feeds.insert(keyOf(connectionId, feedId), line);
}

void SourcesPane::refreshFeeds()
{
    QHash<QString, mirror::FeedState> states;
    if (const auto read = context().workspace.mirror().feedStates())
        for (const mirror::FeedState &state : *read)
            states.insert(keyOf(state.connectionId, state.feedId), state);
    const auto running = context().workspace.running();
    for (auto it = m_feeds.cbegin(); it != m_feeds.cend(); ++it) {
        const mirror::FeedState state = states.value(it.key());
        const bool failed = state.lastError && state.lastError->code != domain::ErrorCode::Cancelled;
        const auto runs = std::ranges::find_if(running,
            [&](const sync::PullProgress &pull) { return keyOf(pull.connectionId, pull.feedId) == it.key(); });
        it->glyph->setStatus(runs != running.end()  ? Status::Running
                : failed                            ? Status::Failed
                : state.lastSuccess.isValid()       ? Status::Ok
                                                    : Status::Queued);
        it->state->setText(state.lastSuccess.isValid() ? relativeTime(state.lastSuccess) : tr("never synced"));
        it->state->setToolTip(exactTime(state.lastSuccess));
        it->error->setVisible(failed);
        if (failed)
            it->error->setText(tr("%1 (%2)").arg(sentenceText(*state.lastError), relativeTime(state.lastAttempt)));
        it->running->setVisible(runs != running.end());
        if (runs != running.end())
            showProgress(*runs);
    }
    refreshHeader();
}

void SourcesPane::refreshHeader()
{
    const Freshness freshness(context().workspace);
    const int sources = int(context().workspace.connections().size());
    setSubject(tr("%n source(s)", nullptr, sources));
    setAsOf(freshness.asOf());
    setCount(freshness.failure() ? 1 : 0);
    if (sources == 0)
        setStatus({ PaneStatus::State::Empty, tr("No source is connected"),
            tr("Point Callboard at a folder of clones or at the sample portal."), tr("Add a connection…"),
            u"sync"_s });
    else if (freshness.failure())
        setStatus({ PaneStatus::State::Failed, tr("%1 could not be read.").arg(freshness.failure()->connectionName),
            sentenceText(freshness.failure()->error), tr("Try again"), {} });
    else
        setStatus({});
}

void SourcesPane::showProgress(const sync::PullProgress &progress)
{
    const auto found = m_feeds.constFind(keyOf(progress.connectionId, progress.feedId));
    if (found == m_feeds.cend())
        return;
    found->running->show();
    // QProgressBar counts in int; a pull may count in bytes.
    const bool known = progress.total > 0;
    found->bar->setRange(0, known ? 1000 : 0);
    if (known)
        found->bar->setValue(int(qMin<qint64>(1000, progress.done * 1000 / progress.total)));
    const QLocale locale;
    QString text = progress.text;
    if (known)
        text = tr("%1 of %2 %3").arg(locale.toString(progress.done), locale.toString(progress.total), progress.text);
    found->progress->setText(text.trimmed());
}

void SourcesPane::removeConnection(const QString &connectionId, const QString &name)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Remove %1").arg(name),
        tr("Remove %1 and all that was read from it?").arg(name), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Its entities, history and files kept for offline use are erased. The source itself is not touched."));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    setButtonRole(remove, ButtonRole::Danger);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, remove, connectionId](QAbstractButton *pressed) {
        if (pressed != remove)
            return;
        if (const auto done = context().workspace.removeConnection(connectionId); !done)
            setStatus({ PaneStatus::State::Failed, sentence(done.error()).what, sentence(done.error()).remedy, {}, {} });
        box->close();
    });
    box->open();
}

} // namespace callboard::ui::panes
