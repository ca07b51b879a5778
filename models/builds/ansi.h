// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace callboard::builds {

/// How a terminal would show a text (ECMA-48, SGR).
struct AnsiStyle {
    /// A colour: by place in the 256 of xterm, or as it is.
    struct Colour {
        enum class Kind : quint8 { None, Palette, Rgb };
        Kind kind = Kind::None;
        quint32 value = 0; ///< 0 to 255, or 0xrrggbb.
        bool operator==(const Colour &) const = default;
    };
    Colour text, ground;
    bool bold = false, faint = false, italic = false, underline = false, inverse = false, strike = false;
    bool operator==(const AnsiStyle &) const = default;
};

/// One line without its escapes.
struct AnsiLine {
    struct Span {
        qsizetype start = 0, length = 0;
        AnsiStyle style;
        bool operator==(const Span &) const = default;
    };
    QString text;
    std::vector<Span> spans; ///< Of what is not plain, in order.
    bool cut = false;        ///< There was more.
};

/// Parses one line of what a program wrote to a terminal. Colours are kept; every other escape and control character is dropped, what
/// makes text run backwards is shown as a replacement character, a tab goes to the next multiple of eight,
/// and a carriage return begins the line anew. Total; any bytes.
/// Carries nothing over from the line before. `most`: units of text.
AnsiLine parseAnsi(QByteArrayView line, qsizetype most = 4'000);

/// What of a log a person's own terminal may be given: text in UTF-8, ends of lines, tabs and colours. Without all else, a log could set its
/// title, write over what is on it, or have it type. Total; any bytes. A sequence that is cut at the end is text.
QByteArray harmlessAnsi(QByteArrayView bytes);

} // namespace callboard::builds
