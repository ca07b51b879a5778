// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mermaidtext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace callboard::docs::mermaid {

using namespace Qt::StringLiterals;

namespace {

using Step = SequenceDiagram::Step;
using Kind = SequenceDiagram::Step::Kind;
using ArrowHead = SequenceDiagram::Head;

constexpr size_t mostParticipants = 40;
constexpr size_t mostSteps = 600;

struct Arrow {
    QLatin1StringView token;
    bool dotted;
    ArrowHead head;
    bool bothWays;
};
// https://mermaid.js.org/syntax/sequenceDiagram.html#supported-arrow-types; longer ones first.
constexpr std::array arrows {
    Arrow {"<<-->>"_L1, true, ArrowHead::Filled, true},
    Arrow {"<<->>"_L1, false, ArrowHead::Filled, true},
    Arrow {"-->>"_L1, true, ArrowHead::Filled, false},
    Arrow {"->>"_L1, false, ArrowHead::Filled, false},
    Arrow {"-->"_L1, true, ArrowHead::None, false},
    Arrow {"->"_L1, false, ArrowHead::None, false},
    Arrow {"--x"_L1, true, ArrowHead::Cross, false},
    Arrow {"-x"_L1, false, ArrowHead::Cross, false},
    Arrow {"--)"_L1, true, ArrowHead::Open, false},
    Arrow {"-)"_L1, false, ArrowHead::Open, false},
};

bool isWord(QStringView word, QLatin1StringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; }

class SequenceReader final {
public:
    explicit SequenceReader(const Source &source)
        : m_source(source)
    {
    }

    domain::Result<SequenceDiagram> read()
    {
        m_diagram.title = shown(m_source.title);
        for (const Statement &statement : m_source.lines) {
            m_line = statement.line;
            // As in Mermaid: a semicolon ends a statement wherever it stands, "#" begins a comment.
            for (const QStringView part : QStringView(statement.text).split(u';', Qt::SkipEmptyParts)) {
                const qsizetype comment = part.indexOf(u'#');
                const QStringView text = (comment < 0 ? part : part.first(comment)).trimmed();
                if (!text.isEmpty())
                    readStatement(text);
                if (m_error)
                    return std::unexpected(*m_error);
            }
        }
        if (!m_open.empty())
            return std::unexpected(problem(m_line, u"%1 without end"_s.arg(m_open.back())));
        if (m_diagram.participants.empty())
            return std::unexpected(problem(m_line, u"nothing to draw"_s));
        keepBoxesTogether();
        return std::move(m_diagram);
    }

private:
    void fail(const QString &message)
    {
        if (!m_error)
            m_error = problem(m_line, message);
    }

    void readStatement(QStringView text)
    {
        qsizetype end = 0;
        while (end < text.size() && !text[end].isSpace() && text[end] != u':')
            ++end;
        const QStringView word = text.first(end);
        const QStringView rest = text.sliced(end).trimmed();
        static constexpr std::array blocks {"loop"_L1, "alt"_L1, "opt"_L1, "par"_L1, "par_over"_L1, "critical"_L1, "break"_L1, "rect"_L1};
        static constexpr std::array parts {"else"_L1, "and"_L1, "option"_L1};
        static constexpr std::array ignored {"link"_L1, "links"_L1, "properties"_L1, "details"_L1};
        const auto isOne = [&](const auto &names) { return std::ranges::any_of(names, [&](QLatin1StringView name) { return isWord(word, name); }); };
        if (hasArrow(text))
            readMessage(text);
        else if (isWord(word, "participant"_L1) || isWord(word, "actor"_L1))
            declare(rest, isWord(word, "actor"_L1));
        else if (isWord(word, "create"_L1))
            create(rest);
        else if (isWord(word, "destroy"_L1))
            add({.kind = Kind::Destroy, .from = participant(rest)});
        else if (isWord(word, "activate"_L1) || isWord(word, "deactivate"_L1))
            add({.kind = isWord(word, "activate"_L1) ? Kind::Activate : Kind::Deactivate, .from = participant(rest)});
        else if (isWord(word, "note"_L1))
            readNote(rest);
        else if (isWord(word, "autonumber"_L1))
            readNumbers(rest);
        else if (isWord(word, "box"_L1))
            openBox(rest);
        else if (isOne(blocks))
            open(word, rest);
        else if (isOne(parts))
            addPart(word, rest);
        else if (isWord(word, "end"_L1) && rest.isEmpty())
            close();
        else if (isWord(word, "title"_L1))
            m_diagram.title = shown(rest.startsWith(u':') ? rest.sliced(1) : rest);
        else if (!isOne(ignored))
            fail(u"did not expect \"%1\""_s.arg(text.left(30)));
    }

    void add(Step step)
    {
        if (m_diagram.steps.size() >= mostSteps)
            return fail(u"more than 600 steps"_s);
        if (step.text.size() > longestText)
            return fail(u"a text that is too long"_s);
        m_diagram.steps.push_back(std::move(step));
    }

    // Participants

    int participant(QStringView name)
    {
        const QString id = name.trimmed().toString();
        if (id.isEmpty()) {
            fail(u"expected a participant"_s);
            return 0;
        }
        if (const auto known = m_known.constFind(id); known != m_known.constEnd())
            return *known;
        if (m_diagram.participants.size() >= mostParticipants) {
            fail(u"more than 40 participants"_s);
            return 0;
        }
        m_diagram.participants.push_back({id, shown(id), false, m_box});
        m_known.insert(id, int(m_diagram.participants.size()) - 1);
        return int(m_diagram.participants.size()) - 1;
    }

    int declare(QStringView text, bool isActor)
    {
        static const QRegularExpression alias(u"^(.*?)\\s+as\\s+(.*)$"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression properties(u"@\\{[^}]*\\}"_s);
        const QString plain = text.toString().remove(properties).trimmed();
        const QRegularExpressionMatch match = alias.match(plain);
        const int index = participant(match.hasMatch() ? match.captured(1) : plain);
        if (m_error)
            return 0;
        SequenceDiagram::Participant &one = m_diagram.participants[size_t(index)];
        one.isActor = isActor;
        if (match.hasMatch())
            one.text = shown(match.captured(2)).left(longestText);
        if (m_box >= 0)
            one.box = m_box;
        return index;
    }

    void create(QStringView text)
    {
        const bool isActor = text.startsWith("actor"_L1, Qt::CaseInsensitive);
        const qsizetype blank = text.indexOf(u' ');
        if (blank < 0)
            return fail(u"expected a participant to create"_s);
        const int created = declare(text.sliced(blank + 1), isActor);
        add({.kind = Kind::Create, .from = created});
    }

    void openBox(QStringView text)
    {
        // A colour, which is not taken over, may come before the title.
        static const QRegularExpression colour(u"^(?:rgba?\\s*\\([^)]*\\)|hsla?\\s*\\([^)]*\\)|transparent|aqua|black|blue|gray|grey|green|lime|maroon|navy|olive|orange|pink|purple|red|silver|teal|white|yellow|(?:light|dark|medium|pale)[a-z]+)\\b\\s*"_s,
            QRegularExpression::CaseInsensitiveOption);
        QString title = text.toString();
        if (const QRegularExpressionMatch match = colour.match(title); match.hasMatch())
            title = title.sliced(match.capturedEnd());
        if (m_box >= 0)
            return fail(u"a box in a box"_s);
        m_diagram.boxes.push_back(shown(title));
        m_box = int(m_diagram.boxes.size()) - 1;
        m_open.push_back(u"box"_s);
    }

    /// Those of one box stand beside each other, where the first of them does.
    void keepBoxesTogether()
    {
        std::vector<int> order;
        for (size_t i = 0; i < m_diagram.participants.size(); ++i) {
            if (std::ranges::contains(order, int(i)))
                continue;
            order.push_back(int(i));
            for (size_t k = i + 1; m_diagram.participants[i].box >= 0 && k < m_diagram.participants.size(); ++k) {
                if (m_diagram.participants[k].box == m_diagram.participants[i].box)
                    order.push_back(int(k));
            }
        }
        std::vector<int> place(order.size());
        std::vector<SequenceDiagram::Participant> sorted;
        for (const int index : order) {
            place[size_t(index)] = int(sorted.size());
            sorted.push_back(std::move(m_diagram.participants[size_t(index)]));
        }
        m_diagram.participants = std::move(sorted);
        for (Step &step : m_diagram.steps) {
            for (int *end : {&step.from, &step.to})
                *end = *end < 0 ? -1 : place[size_t(*end)];
            if (step.kind == Kind::Note && step.from > step.to)
                std::swap(step.from, step.to);
        }
    }

    // Messages

    static const Arrow *arrowAt(QStringView text, qsizetype at)
    {
        for (const Arrow &arrow : arrows) {
            if (text.sliced(at).startsWith(arrow.token))
                return &arrow;
        }
        return nullptr;
    }
    /// Where the arrow is; before the text, and not at the beginning. -1 for none.
    static qsizetype arrowIn(QStringView text)
    {
        const qsizetype colon = text.indexOf(u':');
        const qsizetype end = colon < 0 ? text.size() : colon;
        for (qsizetype at = 1; at < end; ++at) {
            if ((text[at] == u'-' || text[at] == u'<') && arrowAt(text, at))
                return at;
        }
        return -1;
    }
    static bool hasArrow(QStringView text) { return arrowIn(text) > 0; }

    static QStringView withoutWrap(QStringView text)
    {
        text = text.trimmed();
        for (const QLatin1StringView prefix : {"wrap:"_L1, "nowrap:"_L1}) {
            if (text.startsWith(prefix))
                return text.sliced(prefix.size()).trimmed();
        }
        return text;
    }

    void readMessage(QStringView text)
    {
        const qsizetype at = arrowIn(text);
        const Arrow &arrow = *arrowAt(text, at);
        QStringView rest = text.sliced(at + arrow.token.size()).trimmed();
        const QChar sign = rest.isEmpty() ? QChar() : rest.front();
        if (sign == u'+' || sign == u'-')
            rest = rest.sliced(1);
        const qsizetype colon = rest.indexOf(u':');
        Step step {.kind = Kind::Message, .dotted = arrow.dotted, .bothWays = arrow.bothWays, .head = arrow.head};
        step.from = participant(text.first(at));
        step.to = participant(colon < 0 ? rest : rest.first(colon));
        step.text = colon < 0 ? QString() : shown(withoutWrap(rest.sliced(colon + 1)));
        if (m_numbers) {
            step.number = m_number;
            m_number += m_numberStep;
        }
        const int from = step.from;
        const int to = step.to;
        add(std::move(step));
        if (sign == u'+')
            add({.kind = Kind::Activate, .from = to});
        else if (sign == u'-')
            add({.kind = Kind::Deactivate, .from = from});
    }

    void readNumbers(QStringView text)
    {
        m_numbers = !isWord(text, "off"_L1);
        const QStringList words = text.toString().simplified().split(u' ', Qt::SkipEmptyParts);
        bool ok = false;
        if (!words.isEmpty()) {
            if (const int first = words[0].toInt(&ok); ok)
                m_number = std::clamp(first, 0, 100'000);
        }
        if (words.size() > 1) {
            if (const int step = words[1].toInt(&ok); ok)
                m_numberStep = std::clamp(step, 1, 1000);
        }
    }

    void readNote(QStringView text)
    {
        static const QRegularExpression form(u"^(left of|right of|over)\\s+([^:]+?)\\s*:(.*)$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = form.match(text.toString().simplified());
        if (!match.hasMatch())
            return fail(u"expected \"left of\", \"right of\" or \"over\", participants and a text"_s);
        const QString side = match.captured(1).toLower();
        const QStringList over = match.captured(2).split(u',');
        Step step {.kind = Kind::Note};
        step.side = side == "over"_L1 ? Step::Side::Over : side == "left of"_L1 ? Step::Side::Left : Step::Side::Right;
        step.from = participant(over.first());
        step.to = over.size() > 1 ? participant(over[1]) : step.from;
        step.text = shown(withoutWrap(match.captured(3)));
        add(std::move(step));
    }

    // Blocks

    void open(QStringView word, QStringView text)
    {
        if (m_open.size() >= size_t(deepest))
            return fail(u"nested too deeply"_s);
        m_open.push_back(word.toString().toLower());
        const bool isColour = isWord(word, "rect"_L1);
        add({.kind = Kind::Open, .text = isColour ? QString() : shown(withoutWrap(text)), .word = m_open.back() == "par_over"_L1 ? u"par"_s : m_open.back()});
    }

    void addPart(QStringView word, QStringView text)
    {
        const QLatin1StringView of = isWord(word, "else"_L1) ? "alt"_L1 : isWord(word, "and"_L1) ? "par"_L1 : "critical"_L1;
        if (m_open.empty() || !m_open.back().startsWith(of))
            return fail(u"%1 outside of %2"_s.arg(word, of));
        add({.kind = Kind::Part, .text = shown(withoutWrap(text)), .word = word.toString().toLower()});
    }

    void close()
    {
        if (m_open.empty())
            return fail(u"an end too many"_s);
        const QString closed = m_open.back();
        m_open.pop_back();
        if (closed == "box"_L1)
            m_box = -1;
        else
            add({.kind = Kind::Close});
    }

    const Source &m_source;
    SequenceDiagram m_diagram;
    std::optional<domain::Error> m_error;
    QHash<QString, int> m_known;
    std::vector<QString> m_open;
    int m_box = -1;
    int m_line = 1;
    bool m_numbers = false;
    int m_number = 1;
    int m_numberStep = 1;
};

} // namespace

domain::Result<SequenceDiagram> readSequence(const Source &source)
{
    return SequenceReader(source).read();
}

} // namespace callboard::docs::mermaid
