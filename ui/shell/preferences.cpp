// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "ui/kit/commands.h"

#include <QJsonDocument>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

// By the values of Closing, TrayGround and sync::Background.
const QStringList closingNames { u"ask"_s, u"tray"_s, u"quit"_s };
const QStringList groundNames { u"system"_s, u"light"_s, u"dark"_s };
const QStringList backgroundNames { u"usual"_s, u"rarely"_s, u"by-hand"_s };

int indexIn(const QStringList &names, const QVariant &value, int otherwise)
{
    const auto at = names.indexOf(value.toString());
    return at < 0 ? otherwise : int(at);
}

const QStringList themeNames { u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s };

} // namespace

Preferences::Preferences(QSettings *settings, Theme &theme, Commands &commands, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_commands(commands)
{
    if (!m_settings)
        return;
    load();
    connect(&theme, &Theme::changed, this, [this] { save(); });
    connect(&theme, &Theme::densityChanged, this, [this] { save(); });
    connect(&commands, &Commands::shortcutsChanged, this, [this] { save(); });
}

void Preferences::load()
{
    const qsizetype choice = themeNames.indexOf(m_settings->value("appearance/theme").toString());
    m_theme.setChoice(ThemeChoice(qMax<qsizetype>(0, choice)));
    m_theme.setDensity(m_settings->value("appearance/density").toString() == "comfortable"_L1
            ? Density::Comfortable
            : Density::Compact);
    m_theme.setTextPercent(m_settings->value("appearance/text", 100).toInt());
    loadDesktop();
    m_commands.restoreShortcuts(
        QJsonDocument::fromJson(m_settings->value("shortcuts").toByteArray()).object());
}

void Preferences::loadDesktop()
{
    m_showsTray = m_settings->value("desktop/tray", true).toBool();
    m_closing = Closing(indexIn(closingNames, m_settings->value("desktop/closing"), int(Closing::Ask)));
    m_ground = TrayGround(indexIn(groundNames, m_settings->value("desktop/trayGround"), int(TrayGround::AsSystem)));
    const int rarely = int(sync::Background::Rarely);
    m_policy.metered = sync::Background(indexIn(backgroundNames, m_settings->value("network/metered"), rarely));
    m_policy.powerSaver = sync::Background(indexIn(backgroundNames, m_settings->value("network/powerSaver"), rarely));
}

void Preferences::saveDesktop()
{
    if (m_settings) {
        m_settings->setValue("desktop/tray", m_showsTray);
        m_settings->setValue("desktop/closing", closingNames.at(int(m_closing)));
        m_settings->setValue("desktop/trayGround", groundNames.at(int(m_ground)));
        m_settings->setValue("network/metered", backgroundNames.at(int(m_policy.metered)));
        m_settings->setValue("network/powerSaver", backgroundNames.at(int(m_policy.powerSaver)));
    }
    Q_EMIT desktopChanged();
}

void Preferences::setShowsTray(bool shows)
{
    m_showsTray = shows;
    saveDesktop();
}

void Preferences::setClosing(Closing closing)
{
    m_closing = closing;
    saveDesktop();
}

void Preferences::setTrayGround(TrayGround ground)
{
    m_ground = ground;
    saveDesktop();
}

void Preferences::setNetworkPolicy(const sync::NetworkState::Policy &policy)
{
    m_policy = policy;
    saveDesktop();
}

void Preferences::overrideTheme(ThemeChoice choice)
{
    m_overridden = choice;
    m_theme.setChoice(choice);
}

void Preferences::save()
{
    if (m_overridden != m_theme.choice()) {
        m_overridden.reset();
        m_settings->setValue("appearance/theme", themeNames.at(int(m_theme.choice())));
    }
    m_settings->setValue(
        "appearance/density", m_theme.density() == Density::Comfortable ? u"comfortable"_s : u"compact"_s);
    m_settings->setValue("appearance/text", m_theme.textPercent());
    m_settings->setValue("shortcuts", QJsonDocument(m_commands.saveShortcuts()).toJson(QJsonDocument::Compact));
}

QString Preferences::editorCommand() const
{
    return m_settings ? m_settings->value("editor/command").toString() : QString();
}

void Preferences::setEditorCommand(const QString &command)
{
    if (m_settings)
        m_settings->setValue("editor/command", command);
}

} // namespace callboard::ui
