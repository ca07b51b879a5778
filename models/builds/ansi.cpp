// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/ansi.h"

#include <algorithm>
#include <span>

namespace callboard::builds {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';
constexpr int mostParameters = 32;
constexpr qsizetype tabWidth = 8;

/// Letters that only change how others are shown, and could make a log say what it does not.
bool isDirection(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e || unit == 0x200f || unit == 0x061c;
}

class Parser final {
public:
    Parser(QByteArrayView bytes, qsizetype most)
        : m_bytes(bytes)
        , m_most(most)
    {
    }

    AnsiLine run()
    {
        while (m_at < m_bytes.size() && !m_line.cut) {
            const char c = m_bytes[m_at];
            if (c == escape)
                takeEscape();
            else if (uchar(c) < 0x20 || c == 0x7f)
                takeControl(c);
            else
                takeText();
        }
        return std::move(m_line);
    }

private:
    void takeControl(char c)
    {
        ++m_at;
        if (c == '\t')
            append(QString(tabWidth - (m_returned ? 0 : m_line.text.size()) % tabWidth, QChar::Space));
        else if (c == '\r')
            m_returned = true;
    }

    void takeText()
    {
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && uchar(m_bytes[m_at]) >= 0x20 && m_bytes[m_at] != 0x7f)
            ++m_at;
        QString text = QString::fromUtf8(m_bytes.sliced(begin, m_at - begin));
        text.removeIf([](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xa0; });
        for (QChar &c : text) {
            if (isDirection(c.unicode()))
                c = QChar::ReplacementCharacter;
            else if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
                c = QChar::Space;
        }
        append(text);
    }

    void append(const QString &text)
    {
        if (text.isEmpty())
            return;
        if (m_returned) {
            m_line.text.clear();
            m_line.spans.clear();
            m_returned = false;
        }
        const qsizetype start = m_line.text.size();
        qsizetype room = m_most - start;
        if (text.size() > room) {
            m_line.cut = true;
            if (room > 0 && text[room - 1].isHighSurrogate())
                --room;
        }
        m_line.text += text.first(std::min(text.size(), room));
        const qsizetype length = m_line.text.size() - start;
        if (length <= 0 || m_style == AnsiStyle())
            return;
        if (!m_line.spans.empty() && m_line.spans.back().style == m_style && m_line.spans.back().start + m_line.spans.back().length == start)
            m_line.spans.back().length += length;
        else
            m_line.spans.push_back({ start, length, m_style });
    }

    void takeEscape()
    {
        if (++m_at == m_bytes.size())
            return;
        switch (m_bytes[m_at++]) {
        case '[': return takeSequence();
        case ']': // Operating system command, and strings of devices, applications and privacy.
        case 'P':
        case '_':
        case '^':
        case 'X': return skipString();
        default: break;
        }
        // Others are intermediates and one final letter.
        --m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] >= 0x20 && m_bytes[m_at] <= 0x2f)
            ++m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] >= 0x30 && m_bytes[m_at] != 0x7f)
            ++m_at;
    }

    /// To its end, a bell or ESC \; one that never ends takes the line along.
    void skipString()
    {
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at++];
            if (c == bell)
                return;
            if (c == escape && m_at < m_bytes.size() && m_bytes[m_at] == '\\') {
                ++m_at;
                return;
            }
        }
    }

    void takeSequence()
    {
        std::vector<int> parameters { 0 };
        bool isPlain = true;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (uchar(c) < 0x20 || uchar(c) > 0x7e)
                return; // Broken off; what follows is text.
            ++m_at;
            if (c >= '0' && c <= '9') {
                parameters.back() = std::min(parameters.back() * 10 + (c - '0'), 99'999);
            } else if (c == ';' || c == ':') {
                if (int(parameters.size()) < mostParameters)
                    parameters.push_back(0);
            } else if (c >= 0x40) {
                if (c == 'm' && isPlain)
                    setStyle(parameters);
                return;
            } else {
                isPlain = false; // Private ones and intermediates.
            }
        }
    }

    void setStyle(std::span<const int> parameters)
    {
        for (size_t i = 0; i < parameters.size(); ++i) {
            const int code = parameters[i];
            if (code == 38 || code == 48)
                i += takeColour(code == 38 ? m_style.text : m_style.ground, parameters.subspan(i + 1));
            else
                setStyle(code);
        }
    }

    static size_t takeColour(AnsiStyle::Colour &colour, std::span<const int> rest)
    {
        if (rest.size() >= 2 && rest[0] == 5) {
            colour = { AnsiStyle::Colour::Kind::Palette, quint32(std::min(rest[1], 255)) };
            return 2;
        }
        if (rest.size() >= 4 && rest[0] == 2) {
            quint32 value = 0;
            for (size_t i = 1; i < 4; ++i)
                value = value << 8 | quint32(std::min(rest[i], 255));
            colour = { AnsiStyle::Colour::Kind::Rgb, value };
            return 4;
        }
        return rest.size();
    }

    void setStyle(int code)
    {
        using Kind = AnsiStyle::Colour::Kind;
        switch (code) {
        case 0: m_style = {}; return;
        case 1: m_style.bold = true; return;
        case 2: m_style.faint = true; return;
        case 3: m_style.italic = true; return;
        case 4: m_style.underline = true; return;
        case 7: m_style.inverse = true; return;
        case 9: m_style.strike = true; return;
        case 22: m_style.bold = m_style.faint = false; return;
        case 23: m_style.italic = false; return;
        case 24: m_style.underline = false; return;
        case 27: m_style.inverse = false; return;
        case 29: m_style.strike = false; return;
        case 39: m_style.text = {}; return;
        case 49: m_style.ground = {}; return;
        default: break;
        }
        if (code >= 30 && code <= 37)
            m_style.text = { Kind::Palette, quint32(code - 30) };
        else if (code >= 40 && code <= 47)
            m_style.ground = { Kind::Palette, quint32(code - 40) };
        else if (code >= 90 && code <= 97)
            m_style.text = { Kind::Palette, quint32(code - 90 + 8) };
        else if (code >= 100 && code <= 107)
            m_style.ground = { Kind::Palette, quint32(code - 100 + 8) };
    }

    QByteArrayView m_bytes;
    qsizetype m_most;
    qsizetype m_at = 0;
    AnsiLine m_line;
    AnsiStyle m_style;
    bool m_returned = false;
};

} // namespace

namespace {

/// Bytes of a sequence of SGR (ECMA-48, 8.3.117) at the beginning; 0 where none is there.
qsizetype coloursAt(QByteArrayView bytes)
{
    constexpr qsizetype longest = 64;
    if (!bytes.startsWith("\x1b["))
        return 0;
    for (qsizetype at = 2; at < std::min(bytes.size(), longest); ++at) {
        const char c = bytes[at];
        if (c == 'm')
            return at + 1;
        if (!((c >= '0' && c <= '9') || c == ';' || c == ':'))
            return 0;
    }
    return 0;
}

/// Bytes of a letter of UTF-8 at the beginning that steers: a control of the C1 set, or one that turns what is read around.
qsizetype steeringAt(QByteArrayView bytes)
{
    const auto is = [bytes](qsizetype at, uchar low, uchar high) { return at < bytes.size() && uchar(bytes[at]) >= low && uchar(bytes[at]) <= high; };
    if (is(0, 0xc2, 0xc2) && is(1, 0x80, 0x9f))
        return 2;
    const bool turns = is(0, 0xe2, 0xe2) && ((is(1, 0x80, 0x80) && is(2, 0xaa, 0xae)) || (is(1, 0x81, 0x81) && is(2, 0xa6, 0xa9)));
    return turns ? 3 : 0;
}

} // namespace

AnsiLine parseAnsi(QByteArrayView line, qsizetype most)
{
    return Parser(line, most).run();
}

QByteArray harmlessAnsi(QByteArrayView bytes)
{
    QByteArray kept;
    kept.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView rest = bytes.sliced(at);
        const uchar c = uchar(rest.front());
        if (const qsizetype colours = coloursAt(rest)) {
            kept.append(rest.first(colours));
            at += colours;
        } else if (const qsizetype steering = steeringAt(rest)) {
            at += steering;
        } else {
            if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\r' || c == '\t')
                kept.append(char(c));
            ++at;
        }
    }
    return kept;
}

} // namespace callboard::builds
