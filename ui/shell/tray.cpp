// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "ui/kit/commands.h"
#include "ui/kit/times.h"
#include "ui/kit/icons.h"
#include "ui/panes/inbox/noticedesk.h"

#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::ui {

namespace {

// Shorter readings than this are nobody's business.
constexpr auto longReading = 3s;
constexpr auto settling = 200ms;
constexpr qsizetype longestHead = 90;
constexpr int sizes[] { 16, 22, 24, 32, 44, 48 };

QLatin1StringView nameOf(TraySign sign)
{
    switch (sign) {
    case TraySign::Syncing: return "syncing"_L1;
    case TraySign::Failing: return "fail"_L1;
    case TraySign::Offline: return "offline"_L1;
    case TraySign::Paused: return "paused"_L1;
    case TraySign::Running: return "running"_L1;
    case TraySign::Waiting: return "waiting"_L1;
    case TraySign::Ok: break;
    }
    return "ok"_L1;
}

} // namespace

TraySign traySign(const Standing &standing, bool readsForLong, const notices::Situation &situation)
{
    using State = Standing::State;
    if (standing.state == State::Failing || situation.failing > 0)
        return TraySign::Failing;
    if (standing.state == State::Offline)
        return TraySign::Offline;
    if (situation.approvals + situation.reviews > 0)
        return TraySign::Waiting;
    if (standing.state == State::Paused)
        return TraySign::Paused;
    if (situation.running > 0)
        return TraySign::Running;
    return standing.state == State::Reading && readsForLong ? TraySign::Syncing : TraySign::Ok;
}

QString situationText(const notices::Situation &situation)
{
    QStringList parts;
    if (situation.failing > 0)
        parts.append(Tray::tr("%n build(s) fail", nullptr, situation.failing));
    if (situation.running > 0)
        parts.append(Tray::tr("%n build(s) run", nullptr, situation.running));
    if (situation.approvals > 0)
        parts.append(Tray::tr("%n approval(s) needed", nullptr, situation.approvals));
    if (situation.reviews > 0)
        parts.append(Tray::tr("%n review(s) wait for you", nullptr, situation.reviews));
    return parts.join(u", "_s);
}

QPixmap trayPixmap(TraySign sign, bool onDark, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(u":/callboard/icons/tray/"_s + (onDark ? u"dark/"_s : u"light/"_s) + nameOf(sign) + u".svg"_s)
        .render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

QIcon trayIcon(TraySign sign, bool onDark)
{
    QIcon icon;
    for (const int size : sizes)
        icon.addPixmap(trayPixmap(sign, onDark, size));
    return icon;
}

QString withoutMarkup(QString text) { return text.replace(u'<', u'‹').replace(u'>', u'›'); }

QString trayToolTip(const QString &workspace, const Standing &standing, bool readsForLong, const notices::Situation &situation)
{
    QStringList lines { Tray::tr("Callboard, %1").arg(workspace) };
    if (const QString work = situationText(situation); !work.isEmpty())
        lines.append(work);
    if (!standing.worst.isEmpty())
        lines.append(standing.worst);
    if (standing.state == Standing::State::Reading && readsForLong)
        lines.append(Tray::tr("Reading the sources"));
    lines.append(standingText(standing));
    return withoutMarkup(lines.join(u'\n'));
}

namespace {

QString lineText(const notices::Situation::Line &line)
{
    QString text = line.text.size() > longestHead ? QString(line.text.left(longestHead) + u'…') : line.text;
    text.replace(u'&', u"&&"_s);
    // What stands behind a tabulator stands at the right.
    if (line.since.isValid())
        text += u'\t' + shortAge(line.since);
    return text;
}

} // namespace

Tray::Tray(PaneContext context, TrayGround ground, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_ground(ground)
    , m_icon(new QSystemTrayIcon(this))
    , m_menu(std::make_unique<QMenu>())
    , m_head(new QAction(this))
    , m_quiet(new QAction(icon(u"bell"_s), tr("Quiet for an hour"), this))
    , m_soon(new QTimer(this))
{
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT activated();
    });
    connect(m_head, &QAction::triggered, this, &Tray::standingActivated);
    m_soon->setSingleShot(true);
    connect(m_soon, &QTimer::timeout, this, &Tray::refresh);
    const auto soon = [this] {
        if (!m_soon->isActive() || m_soon->remainingTimeAsDuration() > settling)
            m_soon->start(settling);
    };
    auto &workspace = m_context.workspace;
    connect(&workspace, &sync::Workspace::pullStarted, this, soon);
    connect(&workspace, &sync::Workspace::pullFinished, this, soon);
    connect(&workspace, &sync::Workspace::connectionsChanged, this, soon);
    connect(&workspace, &sync::Workspace::networkChanged, this, soon);
    connect(&workspace, &sync::Workspace::allPausedChanged, this, soon);
    connect(&workspace.mirror(), &mirror::Mirror::snapshotChanged, this, soon);
    connect(&workspace.mirror(), &mirror::Mirror::feedStateChanged, this, soon);
    auto &desk = panes::NoticeDesk::of(m_context);
    connect(&desk.watch(), &notices::NoticeWatch::situationChanged, this, soon);
    m_quiet->setCheckable(true);
    const auto showQuiet = [this, &desk] { m_quiet->setChecked(desk.quietUntil().isValid()); };
    connect(&desk, &panes::NoticeDesk::quietChanged, this, showQuiet);
    showQuiet(); // It may be of before a restart.
    connect(m_quiet, &QAction::triggered, this, &Tray::quietRequested);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Tray::draw);
    // How long something is so goes on while nothing changes.
    connect(m_menu.get(), &QMenu::aboutToShow, this, [this] {
        for (qsizetype at = 0; at < std::min(m_lines.size(), qsizetype(m_situation.lines.size())); ++at)
            m_lines[at]->setText(lineText(m_situation.lines[size_t(at)]));
    });
    fillMenu();
    refresh();
    draw();
    m_icon->setContextMenu(m_menu.get());
    m_icon->show();
}

Tray::~Tray() = default;

void Tray::setGround(TrayGround ground)
{
    m_ground = ground;
    draw();
}

void Tray::setWorkspaceMenu(QMenu *menu)
{
    m_workspaces = menu;
    fillMenu();
}

void Tray::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(m_head);
    m_menu->addActions(m_lines);
    const QList<QStringList> groups { { u"app.show"_s, u"go.palette"_s }, { u"sync.now"_s, u"sync.pauseAll"_s, u"sync.offline"_s },
        { u"app.settings"_s, u"program.quit"_s } };
    for (const QStringList &group : groups) {
        m_menu->addSeparator();
        if (m_workspaces && &group == &groups.back())
            m_menu->addMenu(m_workspaces);
        for (const QString &id : group) {
            if (QAction *action = m_context.commands.action(id))
                m_menu->addAction(action);
        }
        if (group.contains("sync.offline"_L1))
            m_menu->addAction(m_quiet);
    }
}

/// The worst first, each with how long it is so.
void Tray::fillLines()
{
    qDeleteAll(m_lines);
    m_lines.clear();
    for (const notices::Situation::Line &line : m_situation.lines) {
        using Kind = notices::Situation::Line::Kind;
        const QString name = line.kind == Kind::Failing ? u"build-fail"_s : line.kind == Kind::Running ? u"build-running"_s : line.kind == Kind::Review ? u"branch"_s : u"clock"_s;
        auto *action = new QAction(icon(name), lineText(line), this);
        connect(action, &QAction::triggered, this, [this, line] { Q_EMIT lineActivated(line); });
        m_lines.append(action);
    }
    fillMenu();
}

void Tray::refresh()
{
    const Standing standing = standingOf(m_context.workspace);
    const bool reads = standing.state == Standing::State::Reading;
    if (!reads)
        m_reading.invalidate();
    else if (!m_reading.isValid())
        m_reading.start();
    const bool forLong = reads && m_reading.durationElapsed() >= longReading;
    if (reads && !forLong)
        m_soon->start(std::chrono::ceil<std::chrono::milliseconds>(longReading - m_reading.durationElapsed()));
    if (const auto &situation = panes::NoticeDesk::of(m_context).watch().situation(); situation != m_situation) {
        m_situation = situation;
        fillLines();
    }
    m_icon->setToolTip(trayToolTip(m_context.workspace.name(), standing, forLong, m_situation));
    const QString work = situationText(m_situation);
    QString head = !standing.worst.isEmpty() ? standing.worst : work.isEmpty() ? standingText(standing) : work;
    if (head.size() > longestHead)
        head = head.left(longestHead) + u'…';
    m_head->setText(head.replace(u'&', u"&&"_s));
    if (const TraySign sign = traySign(standing, forLong, m_situation); sign != m_sign) {
        m_sign = sign;
        draw();
    }
}

bool Tray::onDark() const
{
    if (m_ground == TrayGround::AsSystem)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_ground == TrayGround::Dark;
}

void Tray::draw()
{
    m_icon->setIcon(trayIcon(m_sign, onDark()));
}

} // namespace callboard::ui
