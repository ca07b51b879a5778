// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "ui/kit/commands.h"
#include "ui/kit/times.h"

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
    case TraySign::Ok: break;
    }
    return "ok"_L1;
}

} // namespace

TraySign traySign(const Standing &standing, bool readsForLong)
{
    switch (standing.state) {
    case Standing::State::Failing: return TraySign::Failing;
    case Standing::State::Offline: return TraySign::Offline;
    case Standing::State::Paused: return TraySign::Paused;
    case Standing::State::Reading: return readsForLong ? TraySign::Syncing : TraySign::Ok;
    case Standing::State::NoSources:
    case Standing::State::Well: break;
    }
    return TraySign::Ok;
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

QString trayToolTip(const QString &workspace, const Standing &standing)
{
    QStringList lines { Tray::tr("Callboard, %1").arg(workspace) };
    if (!standing.worst.isEmpty())
        lines.append(standing.worst);
    lines.append(standingText(standing));
    return lines.join(u'\n');
}

Tray::Tray(PaneContext context, TrayGround ground, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_ground(ground)
    , m_icon(new QSystemTrayIcon(this))
    , m_menu(std::make_unique<QMenu>())
    , m_head(new QAction(this))
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
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Tray::draw);
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
    }
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
    m_icon->setToolTip(trayToolTip(m_context.workspace.name(), standing));
    QString head = standing.worst.isEmpty() ? standingText(standing) : standing.worst;
    if (head.size() > longestHead)
        head = head.left(longestHead) + u'…';
    m_head->setText(head.replace(u'&', u"&&"_s));
    if (const TraySign sign = traySign(standing, forLong); sign != m_sign) {
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
