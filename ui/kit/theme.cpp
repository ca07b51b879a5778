// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// What desktops without a font setting answer; a named face is the user's choice and stays.
bool isGeneric(const QString &family)
{
    static const QStringList generic { u"sans"_s, u"sans serif"_s, u"sans-serif"_s, u"monospace"_s,
        u"dejavu sans"_s, u"dejavu sans mono"_s, u""_s };
    return generic.contains(family.toLower());
}

QFont systemFont(QFontDatabase::SystemFont which, const QString &preferred)
{
    QFont font = QFontDatabase::systemFont(which);
    if (isGeneric(font.family()) && QFontDatabase::hasFamily(preferred))
        font.setFamily(preferred);
    return font;
}

QPalette::ColorGroup groups[] { QPalette::Active, QPalette::Inactive, QPalette::Disabled };

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_tokens(Tokens::builtIn())
    , m_colours(&m_tokens.light)
    , m_uiFont(systemFont(QFontDatabase::GeneralFont, u"Inter"_s))
    , m_monoFont(systemFont(QFontDatabase::FixedFont, u"JetBrains Mono"_s))
{
    m_monoFont.setFeature(QFont::Tag("calt"), 0);
    // Advances in fractions of a pixel: rounded ones tear small text apart at its hyphens.
    m_uiFont.setHintingPreference(QFont::PreferVerticalHinting);
    m_monoFont.setHintingPreference(QFont::PreferVerticalHinting);
    const auto *hints = QGuiApplication::styleHints();
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this] { update(); });
    m_mode = wantedMode();
    m_colours = &colours(m_mode);
}

Theme::~Theme() = default;

const Theme &Theme::of(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *ours = qobject_cast<const CallboardStyle *>(style))
        return ours->theme();
    if (const auto *ours = qobject_cast<const CallboardStyle *>(QApplication::style()))
        return ours->theme();
    static const Theme fallback;
    return fallback;
}

Theme::Mode Theme::wantedMode() const
{
    switch (m_choice) {
    case ThemeChoice::Light: return Mode::Light;
    case ThemeChoice::Dark: return Mode::Dark;
    case ThemeChoice::HighContrast: return Mode::HighContrast;
    case ThemeChoice::System: break;
    }
    // Before Qt 6.10 the platform's contrast wish is only in GTK's theme name and this variable.
    if (qEnvironmentVariable("GTK_THEME").contains("HighContrast"_L1))
        return Mode::HighContrast;
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Mode::Dark
                                                                                 : Mode::Light;
}

const Colours &Theme::colours(Mode mode) const
{
    switch (mode) {
    case Mode::Light: break;
    case Mode::Dark: return m_tokens.dark;
    case Mode::HighContrast: return m_tokens.highContrast;
    }
    return m_tokens.light;
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    update();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    ++m_revision;
    Q_EMIT densityChanged();
}

void Theme::setTextPercent(int percent)
{
    percent = qBound(80, percent, 200);
    if (m_textPercent == percent)
        return;
    m_textPercent = percent;
    ++m_revision;
    Q_EMIT changed();
}

void Theme::update()
{
    const Mode mode = wantedMode();
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_colours = &colours(mode);
    ++m_revision;
    Q_EMIT changed();
}

TypeStep Theme::step(TextRole role) const
{
    const Metrics &m = m_tokens.metrics;
    switch (role) {
    case TextRole::Caption: return m.caption;
    case TextRole::Dense: return m.dense;
    case TextRole::Body: break;
    case TextRole::Article: return m.article;
    case TextRole::Heading3: return m.heading3;
    case TextRole::Heading2: return m.heading2;
    case TextRole::Heading1: return m.heading1;
    case TextRole::Figure: return m.figure;
    case TextRole::Mono: return m.mono;
    }
    return m.body;
}

QFont Theme::font(TextRole role, QFont::Weight weight) const
{
    QFont font = role == TextRole::Mono ? m_monoFont : m_uiFont;
    font.setPixelSize(scaled(step(role).size));
    font.setWeight(weight);
    return font;
}

int Theme::lineHeight(TextRole role) const
{
    return scaled(step(role).line);
}

int Theme::rowHeight() const
{
    const auto &row = m_tokens.metrics.row;
    return scaled(m_density == Density::Compact ? row.compact : row.comfortable);
}

QPalette Theme::palette() const
{
    const Colours &c = *m_colours;
    QPalette p;
    for (const auto group : groups) {
        const bool off = group == QPalette::Disabled;
        const QColor text = off ? c.textDisabled : c.text;
        p.setColor(group, QPalette::Window, c.house);
        p.setColor(group, QPalette::WindowText, text);
        p.setColor(group, QPalette::Base, c.board);
        p.setColor(group, QPalette::AlternateBase, c.wings);
        p.setColor(group, QPalette::Text, text);
        p.setColor(group, QPalette::PlaceholderText, c.textSecondary);
        p.setColor(group, QPalette::Button, off ? c.wings : c.slip);
        p.setColor(group, QPalette::ButtonText, text);
        p.setColor(group, QPalette::BrightText, c.failed.text);
        p.setColor(group, QPalette::Highlight,
            group == QPalette::Active ? c.selection : c.selectionInactive);
        p.setColor(group, QPalette::HighlightedText, text);
        p.setColor(group, QPalette::Accent, c.accent);
        p.setColor(group, QPalette::Link, c.link);
        p.setColor(group, QPalette::LinkVisited, c.link);
        p.setColor(group, QPalette::ToolTipBase, c.slip);
        p.setColor(group, QPalette::ToolTipText, c.text);
        p.setColor(group, QPalette::Light, c.slip);
        p.setColor(group, QPalette::Midlight, c.borderSubtle);
        p.setColor(group, QPalette::Mid, c.borderStrong);
        p.setColor(group, QPalette::Dark, c.borderControl);
        p.setColor(group, QPalette::Shadow, c.borderStrong);
    }
    return p;
}

} // namespace callboard::ui
