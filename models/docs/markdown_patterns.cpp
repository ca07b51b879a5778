// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

constexpr int quickSteps = 4000;
constexpr int patientSteps = 500'000;

QRegularExpression regexOf(const QString &pattern, bool ignoreCase, int steps)
{
    QRegularExpression::PatternOptions options
        = QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, ignoreCase);
    return QRegularExpression(u"(*LIMIT_MATCH=%1)(*LIMIT_DEPTH=5000)"_s.arg(steps) + pattern, options);
}

} // namespace

QRegularExpression pythonRegex(const QString &pattern, bool ignoreCase)
{
    QRegularExpression regex = regexOf(pattern, ignoreCase, patientSteps);
    regex.optimize();
    return regex;
}

BoundedRegex::BoundedRegex(const QString &pattern, bool ignoreCase)
    : m_quick(regexOf(pattern, ignoreCase, quickSteps))
    , m_patient(regexOf(pattern, ignoreCase, patientSteps)) // Compiled when it is first needed.
{
    m_quick.optimize();
}

QRegularExpressionMatch BoundedRegex::match(
    Engine &engine, const QString &data, qsizetype from, QRegularExpression::MatchOptions options) const
{
    if (engine.slowMatches() >= Engine::mostSlowMatches)
        return {};
    const QRegularExpressionMatch match = m_quick.match(data, from, QRegularExpression::NormalMatch, options | uncheckedMatch);
    // A match that ran into its limit is not valid.
    if (match.isValid() || !engine.mayTryLonger())
        return match;
    return m_patient.match(data, from, QRegularExpression::NormalMatch, options | uncheckedMatch);
}

bool isTrue(const QJsonObject &config, QLatin1StringView name, bool otherwise)
{
    const QJsonValue value = config.value(name);
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    if (!value.isString())
        return value.isUndefined() ? otherwise : false;
    const QString word = value.toString().toLower();
    return !QStringList {u"false"_s, u"no"_s, u"n"_s, u"off"_s, u"0"_s, u"none"_s, QString()}.contains(word);
}

RegexPattern::RegexPattern(Engine &engine, const QString &pattern, QString hint, bool ignoreCase)
    : InlinePattern(engine)
    , m_regex(pattern, ignoreCase)
    , m_hint(std::move(hint))
{
}

Candidate RegexPattern::next(const QString &data, qsizetype from)
{
    if (from > data.size() || !m_engine.spend(data.size() - from > 4096 ? data.size() - from : 0))
        return {};
    const QRegularExpressionMatch match = m_regex.match(m_engine, data, from);
    if (!match.hasMatch())
        return {};
    return {match.capturedStart(), match.capturedEnd(), match.capturedTexts()};
}

namespace {

/// Code in backticks: `(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)(`+)(.+?)(?<!`)\2(?!`))`
class BacktickPattern : public InlinePattern {
public:
    using InlinePattern::InlinePattern;

    bool begin(const QString &data) override
    {
        m_runs.clear();
        m_next.clear();
        for (qsizetype at = data.indexOf(u'`'); at >= 0; at = data.indexOf(u'`', at)) {
            const qsizetype length = countOf(data, u'`', at);
            m_runs.push_back({at, length});
            at += length;
        }
        for (size_t i = 0; i < m_runs.size(); ++i)
            m_next[m_runs[i].length].push_back(m_runs[i].start);
        return !m_runs.empty();
    }

    Candidate next(const QString &data, qsizetype from) override
    {
        auto run = std::ranges::lower_bound(m_runs, from, {}, &Run::start);
        for (; run != m_runs.end(); ++run) {
            qsizetype slashes = 0;
            while (run->start - slashes > 0 && data[run->start - slashes - 1] == u'\\')
                ++slashes;
            if (slashes > 0 && slashes % 2 == 0 && run->start - slashes >= from)
                return {run->start - slashes, run->start, {u"escape"_s}};
            // Behind a backslash the first backtick is none.
            const qsizetype skip = run->start > 0 && data[run->start - 1] == u'\\' ? 1 : 0;
            for (qsizetype length = run->length - skip; length > 0; --length) {
                const auto lengths = m_next.constFind(length);
                if (lengths == m_next.constEnd())
                    continue;
                const auto close = std::ranges::upper_bound(*lengths, run->start);
                if (close != lengths->end())
                    return {run->start + skip, *close + length, {QString(), QString::number(length)}};
            }
        }
        return {};
    }

    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        if (candidate.groups.size() == 1)
            return text(candidate.start, candidate.end, escapes(candidate.end - candidate.start));
        const qsizetype length = candidate.groups[1].toLongLong();
        const QStringView code = QStringView(data).sliced(candidate.start + length, candidate.end - candidate.start - 2 * length);
        return node(candidate.start, candidate.end, make(code));
    }

protected:
    virtual Element *make(QStringView code)
    {
        Element *made = m_engine.tree.make("code"_L1);
        made->setText(codeEscape(stripped(code)), true);
        return made;
    }

private:
    struct Run {
        qsizetype start;
        qsizetype length;
    };
    static QString escapes(qsizetype slashes)
    {
        QString out;
        for (qsizetype i = 0; i < slashes / 2; ++i)
            out += stx + "92"_L1 + etx;
        return out;
    }

    std::vector<Run> m_runs;
    QHash<qsizetype, std::vector<qsizetype>> m_next;
};

/// The same with a language in front: `#!python code`, `:::python code`.
class InlineHilitePattern final : public BacktickPattern {
public:
    InlineHilitePattern(Engine &engine, const QJsonObject &config)
        : BacktickPattern(engine)
        , m_config(config)
    {
    }

protected:
    Element *make(QStringView code) override
    {
        static const QRegularExpression prefix = pythonRegex(uR"(^(?:\:{3,}|\#!)([\w#.+-]*)\s+(?=.))"_s);
        const QRegularExpressionMatch match = prefix.matchView(code);
        Element *made = m_engine.tree.make("code"_L1);
        QString language;
        if (match.hasMatch()) {
            language = match.captured(1);
            code = code.sliced(match.capturedEnd());
        }
        if (!language.isEmpty())
            made->set(u"class"_s, m_engine.highlight.languagePrefix + language + " highlight"_L1);
        made->setText(m_engine.stash(codeEscape(stripped(code))));
        return made;
    }

private:
    QJsonObject m_config;
};

class EscapePattern final : public TriggerPattern {
public:
    explicit EscapePattern(Engine &engine)
        : TriggerPattern(engine, u"\\"_s)
    {
    }
    Candidate next(const QString &data, qsizetype from) override
    {
        const qsizetype start = data.indexOf(u'\\', from);
        return start < 0 || start + 1 >= data.size() ? Candidate() : Candidate {start, start + 2, {}};
    }
    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        const QChar c = data[candidate.start + 1];
        if (!m_engine.escapedChars.contains(c))
            return nothing(candidate.start, candidate.end);
        return text(candidate.start, candidate.end, stx + QString::number(c.unicode()) + etx);
    }
};

/// `<(\/?[a-zA-Z][^<>@ ]*( [^<>]*)?|!--(?:(?!<!--|-->).)*--)>`
class HtmlPattern final : public TriggerPattern {
public:
    HtmlPattern(Engine &engine, bool strict = false)
        : TriggerPattern(engine, u"<"_s)
        , m_strict(strict)
    {
    }
    Candidate next(const QString &data, qsizetype from) override
    {
        for (qsizetype start = data.indexOf(u'<', from); start >= 0; start = data.indexOf(u'<', start + 1)) {
            const qsizetype end = data.mid(start + 1, 3) == "!--"_L1 ? commentEnd(data, start) : tagEnd(data, start);
            if (end > 0 && !(m_strict && end < data.size() && data[end] == u'>'))
                return {start, end, {}};
        }
        return {};
    }
    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        const QString html = m_engine.markup(data.sliced(candidate.start, candidate.end - candidate.start));
        return text(candidate.start, candidate.end, m_engine.stash(unescaped(html)));
    }

private:
    static qsizetype commentEnd(const QString &data, qsizetype start)
    {
        // It ends before another one begins, and only up to there is looked for its end.
        const qsizetype another = data.indexOf("<!--"_L1, start + 4);
        const QStringView inside = QStringView(data).sliced(std::min(start + 4, data.size()));
        const qsizetype end = (another < 0 ? inside : inside.first(another - start - 4)).indexOf("-->"_L1);
        return end < 0 ? -1 : start + 4 + end + 3;
    }
    static qsizetype tagEnd(const QString &data, qsizetype start)
    {
        qsizetype at = start + 1;
        if (at < data.size() && data[at] == u'/')
            ++at;
        if (at >= data.size() || !isAsciiLetter(data[at]))
            return -1;
        while (at < data.size() && data[at] != u'<' && data[at] != u'>' && data[at] != u'@' && data[at] != u' ')
            ++at;
        if (at < data.size() && data[at] == u' ') {
            while (at < data.size() && data[at] != u'<' && data[at] != u'>')
                ++at;
        }
        return at < data.size() && data[at] == u'>' ? at + 1 : -1;
    }

    bool m_strict;
};

/// `(&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)`
class EntityPattern final : public RegexPattern {
public:
    explicit EntityPattern(Engine &engine)
        : RegexPattern(engine, u"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);"_s, u"&"_s)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        return text(candidate.start, candidate.end, m_engine.stash(candidate.groups[0]));
    }
};

/// A text that becomes an empty element.
class ElementPattern final : public TriggerPattern {
public:
    ElementPattern(Engine &engine, const QString &trigger, QString tag)
        : TriggerPattern(engine, trigger)
        , m_tag(std::move(tag))
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        return node(candidate.start, candidate.end, m_engine.tree.make(m_tag));
    }

private:
    QString m_tag;
};

class NewLinePattern final : public TriggerPattern {
public:
    explicit NewLinePattern(Engine &engine)
        : TriggerPattern(engine, u"\n"_s)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        return node(candidate.start, candidate.end, m_engine.tree.make("br"_L1));
    }
};

/// pymdownx.escapeall: what follows a backslash is itself.
class EscapeAllPattern final : public TriggerPattern {
public:
    EscapeAllPattern(Engine &engine, bool hardBreak, bool nbsp)
        : TriggerPattern(engine, u"\\"_s)
        , m_hardBreak(hardBreak)
        , m_nbsp(nbsp)
    {
    }
    Candidate next(const QString &data, qsizetype from) override
    {
        for (qsizetype at = data.indexOf(u'\\', from); at >= 0 && at + 1 < data.size(); at = data.indexOf(u'\\', at + 1)) {
            if (data[at + 1] != u'\n' || m_hardBreak)
                return {at, at + 2, {}};
        }
        return {};
    }
    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        const QChar c = data[candidate.start + 1];
        if (m_nbsp && c == u' ')
            return text(candidate.start, candidate.end, m_engine.stash(u"&nbsp;"_s));
        if (c == u'<' || c == u'>' || c == u'&')
            return text(candidate.start, candidate.end, m_engine.stash(codeEscape(QStringView(data).sliced(candidate.start + 1, 1))));
        if (c == stx || c == etx || c.isSurrogate())
            return nothing(candidate.start, candidate.end);
        return text(candidate.start, candidate.end, stx + QString::number(c.unicode()) + etx);
    }

private:
    bool m_hardBreak;
    bool m_nbsp;
};

} // namespace

void addBasicPatterns(Engine &engine)
{
    engine.inlines.add(u"backtick"_s, 190, std::make_unique<BacktickPattern>(engine));
    engine.inlines.add(u"escape"_s, 180, std::make_unique<EscapePattern>(engine));
    engine.inlines.add(u"linebreak"_s, 100, std::make_unique<ElementPattern>(engine, u"  \n"_s, u"br"_s));
    engine.inlines.add(u"html"_s, 90, std::make_unique<HtmlPattern>(engine));
    engine.inlines.add(u"entity"_s, 80, std::make_unique<EntityPattern>(engine));
}

void addInlineHilite(Engine &engine, const QJsonObject &config)
{
    engine.inlines.add(u"backtick"_s, 190, std::make_unique<InlineHilitePattern>(engine, config));
}

void addLineBreaks(Engine &engine)
{
    engine.inlines.add(u"nl"_s, 5, std::make_unique<NewLinePattern>(engine));
}

void addEscapeAll(Engine &engine, const QJsonObject &config)
{
    const bool hardBreak = isTrue(config, "hardbreak"_L1, false);
    engine.inlines.add(u"escape"_s, 180, std::make_unique<EscapeAllPattern>(engine, hardBreak, isTrue(config, "nbsp"_L1, false)));
    if (hardBreak)
        engine.inlines.add(u"hardbreak"_s, 5.1, std::make_unique<ElementPattern>(engine, u"\\\n"_s, u"br"_s));
}

} // namespace callboard::docs::markdown
