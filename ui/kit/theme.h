// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QWidget;

namespace callboard::ui {

/// The steps of the type scale.
enum class TextRole { Caption, Dense, Body, Article, Heading3, Heading2, Heading1, Figure, Mono };
enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class Density { Compact, Comfortable };

/// What everything is drawn from: colours, fonts and sizes of the theme in force. One object, made by the
/// composition root, handed to the style; widgets reach it through theirs (`Theme::of`).
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Mode { Light, Dark, HighContrast };
    Q_ENUM(Mode)

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// The theme a widget is drawn with; that of the application for null. Outside an application with a
    /// CallboardStyle (a bare test), a light one.
    static const Theme &of(const QWidget *widget);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice); ///< System follows light, dark and contrast of the desktop.
    Density density() const { return m_density; }
    void setDensity(Density density);
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent); ///< 80 to 200: text and what must hold it.

    Mode mode() const { return m_mode; }
    bool isDark() const { return m_mode != Mode::Light; }
    bool isHighContrast() const { return m_mode == Mode::HighContrast; }
    const Colours &colours() const { return *m_colours; }
    const Colours &colours(Mode mode) const;
    const Metrics &metrics() const { return m_tokens.metrics; }

    QFont font(TextRole role, QFont::Weight weight = QFont::Normal) const;
    int lineHeight(TextRole role) const;
    /// A size of the tokens under the chosen text size.
    int scaled(int px) const { return (px * m_textPercent + 50) / 100; }
    int rowHeight() const; ///< Of tables and trees, by density.
    QPalette palette() const;
    /// Grows with every change that makes a cached layout or pixmap wrong.
    quint64 revision() const { return m_revision; }

Q_SIGNALS:
    void changed(); ///< Colours or fonts.
    void densityChanged();

private:
    Mode wantedMode() const;
    void update();
    TypeStep step(TextRole role) const;

    Tokens m_tokens;
    const Colours *m_colours;
    ThemeChoice m_choice = ThemeChoice::System;
    Density m_density = Density::Compact;
    Mode m_mode = Mode::Light;
    int m_textPercent = 100;
    quint64 m_revision = 1;
    QFont m_uiFont;
    QFont m_monoFont;
};

} // namespace callboard::ui
