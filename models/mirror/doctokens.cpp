// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/doctokens.h"

#include <QString>

#include <array>
#include <optional>

namespace callboard::mirror {

namespace {

enum class Sort : quint8 { Other, Word, Alone, Apostrophe, Joint, Joiner };

Sort sortBeyondAscii(char16_t unit)
{
    if (unit == 0x2019)
        return Sort::Apostrophe;
    if (QChar::isSurrogate(unit))
        return Sort::Word; // What it is would need both halves; rare in names and prose alike.
    if (!QChar::isLetterOrNumber(unit) && !QChar::isMark(unit))
        return Sort::Other;
    switch (QChar::script(unit)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai: return Sort::Alone;
    default: return Sort::Word;
    }
}

/// Joints part an identifier into names ("backstage.io/orphan"), joiners a name into words ("ledger-api").
Sort sortOf(char16_t unit)
{
    static constexpr auto ascii = [] {
        std::array<Sort, 128> sorts {};
        for (char16_t c = u'0'; c <= u'9'; ++c)
            sorts[c] = Sort::Word;
        for (char16_t c = u'a'; c <= u'z'; ++c)
            sorts[c] = sorts[c - 32] = Sort::Word;
        for (const char16_t c : { u'-', u'_', u'.' })
            sorts[c] = Sort::Joiner;
        for (const char16_t c : { u'/', u':', u'@', u'#', u'=' })
            sorts[c] = Sort::Joint;
        sorts[u'\''] = Sort::Apostrophe;
        return sorts;
    }();
    return unit < 128 ? ascii[unit] : sortBeyondAscii(unit);
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

void appendFolded(std::string &term, QStringView text)
{
    if (isAscii(text)) {
        for (const QChar c : text) {
            const char16_t unit = c.unicode();
            if (unit != u'\'')
                term += char(unit >= u'A' && unit <= u'Z' ? unit + 32 : unit);
        }
        return;
    }
    QString folded;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark() && sortOf(c.unicode()) != Sort::Apostrophe)
            folded += c;
    }
    term += folded.toCaseFolded().toStdString();
}

struct Run {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Splits runs of text into tokens; keeps one buffer for all of them.
class Splitter {
public:
    Splitter(QStringView text, const std::function<void(const DocToken &)> &visit)
        : m_text(text)
        , m_visit(visit)
    {
    }

    void run()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            const Sort sort = sortAt(at);
            if (sort == Sort::Alone) {
                emitToken({ at, at + 1 }, false);
                ++m_position;
                ++at;
            } else if (sort == Sort::Word) {
                at = identifier(at);
            } else {
                ++at;
            }
        }
    }

private:
    Sort sortAt(qsizetype at) const { return at < m_text.size() ? sortOf(m_text[at].unicode()) : Sort::Other; }

    /// From a word's first letter to the end of all that hangs together with it.
    qsizetype identifier(qsizetype from)
    {
        qsizetype end = from;
        bool joined = false;
        bool joints = false;
        while (true) {
            while (sortAt(end) == Sort::Word)
                ++end;
            const Sort sort = sortAt(end);
            if (sortAt(end + 1) != Sort::Word || sort == Sort::Other || sort == Sort::Alone)
                break;
            joined |= sort != Sort::Apostrophe;
            joints |= sort == Sort::Joint;
            ++end;
        }
        if (joined)
            emitToken({ from, end }, true);
        for (qsizetype at = from; at < end;)
            at = name({ at, end }, joints) + 1;
        return end;
    }

    /// Up to the next joint: "managed-by-url" in "argocd.argoproj.io/managed-by-url".
    qsizetype name(Run room, bool isPart)
    {
        qsizetype end = room.start;
        bool joined = false;
        for (; end < room.end && sortAt(end) != Sort::Joint; ++end)
            joined |= sortAt(end) == Sort::Joiner;
        if (isPart && joined)
            emitToken({ room.start, end }, true);
        for (qsizetype at = room.start; at < end;)
            at = word({ at, end }) + 1;
        return end;
    }

    qsizetype word(Run room)
    {
        qsizetype end = room.start;
        while (end < room.end && sortAt(end) != Sort::Joiner)
            ++end;
        emitToken({ room.start, end }, false);
        humps({ room.start, end });
        ++m_position;
        return end;
    }

    /// "PaymentTimeout", "HTTPServer".
    void humps(Run word)
    {
        qsizetype from = word.start;
        bool any = false;
        for (qsizetype at = word.start + 1; at <= word.end; ++at) {
            const bool last = at == word.end;
            const bool begins = !last && m_text[at].isUpper()
                && (m_text[at - 1].isLower() || m_text[at - 1].isDigit() || (at + 1 < word.end && m_text[at + 1].isLower()));
            if (!begins && !(last && any))
                continue;
            any = true;
            if (at - from > 1)
                emitToken({ from, at }, false);
            from = at;
        }
    }

    void emitToken(Run run, bool whole)
    {
        if (run.end - run.start > longestTerm)
            return;
        m_term.clear();
        appendFolded(m_term, m_text.sliced(run.start, run.end - run.start));
        if (!m_term.empty() && qsizetype(m_term.size()) <= longestTerm)
            m_visit({ m_term, run.start, run.end - run.start, m_position, whole });
    }

    QStringView m_text;
    const std::function<void(const DocToken &)> &m_visit;
    std::string m_term;
    int m_position = 0;
};

} // namespace

void forEachToken(QStringView text, const std::function<void(const DocToken &)> &visit)
{
    Splitter(text, visit).run();
}

std::string foldedTerm(QStringView text)
{
    std::string term;
    appendFolded(term, text);
    return term;
}

} // namespace callboard::mirror
