// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QColor>

#include <array>

namespace callboard::ui {

/// What a status glyph, badge or banner says. Shape first, then a word, then colour.
enum class Status { Ok, Running, Warning, Failed, None, Stale, Queued };

struct StatusColours {
    QColor text;
    QColor fill;
    QColor glyph;
};

/// The colours of one theme, as resources/tokens.json has them.
struct Colours {
    QColor house, wings, board, slip, hover, code;
    QColor text, textSecondary, textDisabled, textOnAccent, link;
    QColor borderSubtle, borderStrong, borderControl;
    QColor accent, accentHover, accentPressed, accentTint;
    QColor focusRing;
    QColor selection, selectionInactive, textMark;
    StatusColours ok, running, warning, failed, none, stale;
    std::array<QColor, 8> chart;
    std::array<QColor, 6> heat;
    struct {
        QColor keyword, string, number, comment, type, function, key;
    } syntax;

    /// Queued shares the colours of None; its shape differs.
    const StatusColours &status(Status status) const;
};

/// A step of the type scale: size and line height in px at 96 dpi.
struct TypeStep {
    int size = 0;
    int line = 0;
};

/// Sizes in px at 96 dpi; they scale with the screen.
struct Metrics {
    TypeStep caption, dense, body, article, heading3, heading2, heading1, figure, mono;
    struct {
        int control, card, popup, small;
    } radius;
    struct {
        int compact, comfortable, tableHeader, facet, palette;
    } row;
    struct {
        int dockTab, paneHeader, toolBar, menuBar, statusBar, dockGap, scrollBar;
    } bar;
    struct {
        int small, normal, large, chip, badge;
    } control;
    struct {
        int small, medium, large, statusGlyph, statusGlyphLarge;
    } icon;
    int maximumTransition = 0; ///< Milliseconds.
};

struct Tokens {
    Colours light, dark, highContrast;
    Metrics metrics;

    /// Every token must be there: a missing or misspelt one is Invalid, and names its path.
    static domain::Result<Tokens> parse(QByteArrayView json);
    /// Those compiled into the program.
    static Tokens builtIn();
};

} // namespace callboard::ui
