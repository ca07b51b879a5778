// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// One way to read a mark: `**strong**`, `***strong* em**`.
struct Reading {
    enum Builder {
        Single,  ///< <a>2</a>
        Double,  ///< <a><b>2</b>3</a>
        Double2, ///< <a>2<b>3</b></a>
    };
    BoundedRegex regex;
    Builder builder;
    QString outer;
    QString inner;
    bool recursive = false; ///< What is inside may be any of the readings, not only one that comes later.
};

Reading reading(const QString &pattern, Reading::Builder builder, const QString &tags, bool recursive = false)
{
    return {BoundedRegex(pattern), builder, tags.section(u',', 0, 0), tags.section(u',', 1), recursive};
}

/// Marks that may nest in each other (PatternSequenceProcessor of pymdownx, AsteriskProcessor of Python-Markdown).
class MarkPattern final : public TriggerPattern {
public:
    MarkPattern(Engine &engine, QChar mark, std::shared_ptr<const std::vector<Reading>> readings)
        : TriggerPattern(engine, mark)
        , m_readings(std::move(readings))
    {
    }

    bool begin(const QString &data) override
    {
        // One mark alone opens nothing.
        const qsizetype first = data.indexOf(m_trigger);
        return first >= 0 && data.indexOf(m_trigger, first + 1) >= 0;
    }

    Outcome handle(const Candidate &candidate, const QString &data) override
    {
        for (size_t index = 0; index < m_readings->size(); ++index) {
            const QRegularExpressionMatch match = tryReading(index, data, candidate.start);
            if (match.hasMatch())
                return node(match.capturedStart(), match.capturedEnd(), build(match, index, 0));
        }
        return {};
    }

private:
    QRegularExpressionMatch tryReading(size_t index, const QString &data, qsizetype at) const
    {
        const qsizetype rest = data.size() - at;
        if (rest > 2048 && !m_engine.spend(rest))
            return {};
        return (*m_readings)[index].regex.match(m_engine, data, at, QRegularExpression::AnchorAtOffsetMatchOption);
    }

    Element *build(const QRegularExpressionMatch &match, size_t index, int depth)
    {
        const Reading &way = (*m_readings)[index];
        Element *outer = m_engine.tree.make(way.outer);
        if (way.builder == Reading::Single) {
            nested(match.captured(2), outer, nullptr, way.recursive, index, depth);
            return outer;
        }
        Element *inner = m_engine.tree.make(way.inner);
        if (way.builder == Reading::Double) {
            nested(match.captured(2), inner, nullptr, way.recursive, index, depth);
            outer->append(inner);
            if (way.regex.captureCount() == 3)
                nested(match.captured(3), outer, inner, way.recursive, index, depth);
        } else {
            nested(match.captured(2), outer, nullptr, way.recursive, index, depth);
            outer->append(inner);
            nested(match.captured(3), inner, nullptr, way.recursive, index, depth);
        }
        return outer;
    }

    void nested(const QString &data, Element *parent, Element *last, bool recursive, size_t index, int depth)
    {
        qsizetype offset = 0;
        const auto put = [&](qsizetype end) {
            const QString text = data.mid(offset, end - offset);
            if (text.isEmpty())
                return;
            (last ? last->tail : parent->text) = text;
        };
        qsizetype at = data.indexOf(m_trigger);
        while (at >= 0 && at < data.size() && depth < maxDepth) {
            bool matched = false;
            // As there: the loop goes on with later readings behind what was found.
            for (size_t i = recursive ? 0 : index + 1; i < m_readings->size(); ++i) {
                const QRegularExpressionMatch match = tryReading(i, data, at);
                if (!match.hasMatch())
                    continue;
                put(match.capturedStart());
                Element *made = build(match, i, depth + 1);
                parent->append(made);
                last = made;
                offset = at = match.capturedEnd();
                matched = true;
            }
            at = data.indexOf(m_trigger, matched ? at : at + 1);
        }
        put(data.size());
    }

    static constexpr int maxDepth = 30;

    std::shared_ptr<const std::vector<Reading>> m_readings;
};

/// Marks that stand alone between white space are text.
class LoneMarkPattern final : public RegexPattern {
public:
    LoneMarkPattern(Engine &engine, const QString &marks)
        : RegexPattern(engine, u"((?:^|(?<=\\s))(?:"_s + marks + u")(?=\\s|$))"_s, QString())
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        return text(candidate.start, candidate.end, candidate.groups[1]);
    }
};

using Readings = std::vector<Reading>;

std::shared_ptr<const Readings> plainStars()
{
    static const auto readings = std::make_shared<const Readings>(Readings {
        reading(uR"((\*)\1{2}(.+?)\1(.*?)\1{2})"_s, Reading::Double, u"strong,em"_s),
        reading(uR"((\*)\1{2}(.+?)\1{2}(.*?)\1)"_s, Reading::Double, u"em,strong"_s),
        reading(uR"((\*)\1(?!\1)([^*]+?)\1(?!\1)(.+?)\1{3})"_s, Reading::Double2, u"strong,em"_s),
        reading(uR"((\*{2})(.+?)\1)"_s, Reading::Single, u"strong"_s),
        reading(uR"((\*)([^\*]+)\1)"_s, Reading::Single, u"em"_s),
    });
    return readings;
}

std::shared_ptr<const Readings> plainUnderscores()
{
    static const auto readings = std::make_shared<const Readings>(Readings {
        reading(uR"((_)\1{2}(.+?)\1(.*?)\1{2})"_s, Reading::Double, u"strong,em"_s),
        reading(uR"((_)\1{2}(.+?)\1{2}(.*?)\1)"_s, Reading::Double, u"em,strong"_s),
        reading(uR"((?<!\w)(\_)\1(?!\1)(.+?)(?<!\w)\1(?!\1)(.+?)\1{3}(?!\w))"_s, Reading::Double2, u"strong,em"_s),
        reading(uR"((?<!\w)(_{2})(?!_)(.+?)(?<!_)\1(?!\w))"_s, Reading::Single, u"strong"_s),
        reading(uR"((?<!\w)(_)(?!_)(.+?)(?<!_)\1(?!\w))"_s, Reading::Single, u"em"_s),
    });
    return readings;
}

/// The eight readings that pymdownx has for a mark of one and of two; "@" stands for the mark, and what differs between marks and
/// between its clever and its plain way is handed in.
struct Grammar {
    QString mark; ///< As a regular expression.
    QString one;  ///< Tag of `*x*`.
    QString two;  ///< Tag of `**x**`.
};

Readings fill(const Grammar &grammar, const std::vector<std::pair<QString, QString>> &patterns)
{
    Readings readings;
    for (const auto &[pattern, shape] : patterns) {
        QString filled = pattern;
        filled.replace(u"@"_s, grammar.mark);
        QString tags = shape.section(u':', 1, 1);
        tags.replace(u"1"_s, grammar.one).replace(u"2"_s, grammar.two);
        const Reading::Builder builder = shape.startsWith(u'S') ? Reading::Single : shape.startsWith(u'd') ? Reading::Double2 : Reading::Double;
        readings.push_back(reading(filled, builder, tags, shape.endsWith(u'r')));
    }
    return readings;
}

/// Asterisks and underscores between which white space counts but words do not.
Readings betterPlain(const Grammar &grammar)
{
    const QString c = uR"((@|(?:(?<=\s)@|[^@])+?))"_s;
    const QString c2 = uR"(((?:[^@]|(?<!@{2})@)+?))"_s;
    return fill(grammar,
        {
            {uR"((@{3})(?!\s)(@{1,2}|[^@]+?)(?<!\s)\1)"_s, u"D:2,1"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@{2})"_s + c + uR"((?<!\s)@)"_s, u"D:1,2"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@)"_s + c + uR"((?<!\s)@{2})"_s, u"D:2,1"_s},
            {uR"((@{2})(?![\s@]))"_s + c + uR"(@(?![\s@]))"_s + c + uR"((?<!\s)@{3})"_s, u"d:2,1"_s},
            {uR"((@{2})(?!\s))"_s + c2 + uR"((?<!\s)\1)"_s, u"S:2"_s},
            {uR"((?<!@)(@)(?![@\s]))"_s + c + uR"(@{2})"_s + c + uR"(@{3})"_s, u"d:1,2"_s},
            {uR"((?<!@)(@)(?![@\s])((?:[^@]|@{2,})+?)(?<![@\s])(@)(?!@))"_s, u"S:1:r"_s},
            {uR"((@)(?!\s))"_s + c + uR"((?<!\s)\1)"_s, u"S:1"_s},
        });
}

Readings betterSmartUnderscores(const Grammar &grammar)
{
    const QString c = uR"((.+?_*?))"_s;
    const QString l = uR"(((?:[^_]|(?<=[^\W_])_+?(?=[^\W_])|(?<=\s)_+?(?=\s))+?))"_s;
    return fill(grammar,
        {
            {uR"((?<!\w)(_{3})(?![\s_]))"_s + c + uR"((?<!\s)\1(?!\w))"_s, u"D:2,1"_s},
            {uR"((?<!\w)(_{3})(?![\s_]))"_s + l + uR"((?<!\s)_{2}(?!\w))"_s + l + uR"((?<!\s)_(?!\w))"_s, u"D:1,2"_s},
            {uR"((?<!\w)(_{3})(?![\s_]))"_s + l + uR"((?<!\s)_(?!\w))"_s + l + uR"((?<!\s)_{2}(?!\w))"_s, u"D:2,1"_s},
            {uR"((?<!\w)(_{2})(?![\s_]))"_s + l + uR"((?<!\w)_(?![\s_]))"_s + l + uR"((?<!\s)_{3}(?!\w))"_s, u"d:2,1"_s},
            {uR"((?<!\w)(_{2})(?![\s_]))"_s + c + uR"((?<!\s)\1(?!\w))"_s, u"S:2"_s},
            {uR"((?<!\w)(_)(?![\s_]))"_s + l + uR"((?<!\w)_{2}(?![\s_]))"_s + l + uR"((?<!\s)_{3}(?!\w))"_s, u"d:1,2"_s},
            {uR"((?<![\w_])(_)(?![_\s])((?:[^_]|_{2,})+?)(?<![_\s])(_)(?!\w))"_s, u"S:1:r"_s},
            {uR"((?<!\w)(_)(?![\s_]))"_s + c + uR"((?<!\s)\1(?!\w))"_s, u"S:1"_s},
        });
}

Readings betterSmartStars(const Grammar &grammar)
{
    const QString before = uR"((?:(?<=_)|(?<![\w\*])))"_s;
    const QString after = uR"((?:(?=_)|(?![\w\*])))"_s;
    const QString c = uR"((.+?\**?))"_s;
    const QString l = uR"(((?:[^\*]|(?<=\w)\*+?(?=\w)|(?<=\s)\*+?(?=\s))+?))"_s;
    return fill(grammar,
        {
            {before + uR"((\*{3})(?![\s\*]))"_s + c + uR"((?<!\s)\1)"_s + after, u"D:2,1"_s},
            {before + uR"((\*{3})(?![\s\*]))"_s + l + uR"((?<![\s\*])\*{2})"_s + after + l + uR"((?<![\s\*])\*)"_s + after, u"D:1,2"_s},
            {before + uR"((\*{3})(?![\s\*]))"_s + l + uR"((?<![\s\*])\*)"_s + after + l + uR"((?<![\s\*])\*{2})"_s + after, u"D:2,1"_s},
            {before + uR"((\*{2})(?![\s\*]))"_s + l + before + uR"(\*(?![\s\*]))"_s + l + uR"((?<![\s\*])\*{3})"_s + after, u"d:2,1"_s},
            {before + uR"((\*{2})(?![\s\*]))"_s + c + uR"((?<!\s)\1)"_s + after, u"S:2"_s},
            {before + uR"((\*)(?![\s\*]))"_s + l + before + uR"(\*{2}(?![\s\*]))"_s + l + uR"((?<!\s)\*{3})"_s + after, u"d:1,2"_s},
            {before + uR"((\*)(?![\*\s])((?:[^\*]|\*{2,})+?)(?<![\*\s])(\*))"_s + after, u"S:1:r"_s},
            {before + uR"((\*)(?![\s\*]))"_s + c + uR"((?<!\s)\1)"_s + after, u"S:1"_s},
        });
}

/// Carets and tildes: what one of them holds has no white space.
Readings scriptPlain(const Grammar &grammar)
{
    const QString c = uR"((@|[^\s]+?))"_s;
    const QString c2 = uR"(((?:[^@]|(?<!@{2})@)+?))"_s;
    return fill(grammar,
        {
            {uR"((@{3})(?!\s)(@{1,2}|[^@\s]+?)(?<!\s)\1)"_s, u"D:2,1"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@{2})"_s + c + uR"((?<!\s)@)"_s, u"D:1,2"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@)"_s + c2 + uR"((?<!\s)@{2})"_s, u"D:2,1"_s},
            {uR"((@{2})(?![\s@]))"_s + c2 + uR"(@(?![\s@]))"_s + c + uR"((?<!\s)@{3})"_s, u"d:2,1"_s},
            {uR"((@{2})(?!\s))"_s + c2 + uR"((?<!\s)\1)"_s, u"S:2"_s},
            {uR"((?<!@)(@)(?![@\s]))"_s + c + uR"(@{2})"_s + c + uR"(@{3})"_s, u"d:1,2"_s},
            {uR"((?<!@)(@)(?![@\s])((?:[^@\s]|@{2,})+?)(?<![@\s])(@)(?!@))"_s, u"S:1:r"_s},
            {uR"((@)(?!\s))"_s + c + uR"((?<!\s)\1)"_s, u"S:1"_s},
        });
}

Readings scriptSmart(const Grammar &grammar)
{
    const QString before = uR"((?:(?<=_)|(?<![\w@])))"_s;
    const QString after = uR"((?:(?=_)|(?![\w@])))"_s;
    const QString c = uR"((@|[^\s]+?))"_s;
    const QString s = uR"((.+?@*?))"_s;
    const QString l = uR"(((?:[^@]|(?<=\w)@+?(?=\w)|(?<=\s)@+?(?=\s))+?))"_s;
    return fill(grammar,
        {
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)\1)"_s, u"D:2,1"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@{2})"_s + after + c + uR"((?<!\s)@)"_s, u"D:1,2"_s},
            {uR"((@{3})(?![\s@]))"_s + c + uR"((?<!\s)@)"_s + after + l + uR"((?<!\s)@{2})"_s, u"D:2,1"_s},
            {uR"((?<!@)(@{2})(?![\s@]))"_s + l + before + uR"(@(?![\s@]))"_s + c + uR"((?<!\s)@{3})"_s, u"d:2,1"_s},
            {before + uR"((@{2})(?![\s@]))"_s + s + uR"((?<!\s)\1)"_s + after, u"S:2"_s},
            {uR"((?<!@)(@)(?![\s@]))"_s + c + before + uR"(@{2}(?![\s@]))"_s + c + uR"((?<!\s)@{3})"_s, u"d:1,2"_s},
            {uR"((?<!@)(@)(?![@\s])((?:[^@\s]|@{2,})+?)(?<![@\s])(@)(?!@))"_s, u"S:1:r"_s},
            {uR"((@)(?!\s))"_s + c + uR"((?<!\s)\1)"_s, u"S:1"_s},
        });
}

/// Compiled once for each way of writing them.
std::shared_ptr<const Readings> shared(const QString &name, const std::function<Readings()> &make)
{
    static thread_local QHash<QString, std::shared_ptr<const Readings>> known;
    auto &readings = known[name];
    if (!readings)
        readings = std::make_shared<const Readings>(make());
    return readings;
}

void addScript(Engine &engine, QChar mark, const Grammar &grammar, const QString &name, bool two, bool one, bool smart)
{
    if (two || one)
        engine.escapedChars += mark;
    if (one)
        engine.escapedChars += u' ';
    engine.inlines.add(u"not_tilde"_s, 70, std::make_unique<LoneMarkPattern>(engine, grammar.mark + u'+'));
    if (!two && !one)
        return;
    const QString key = name + QString::number(two) + QString::number(one) + QString::number(smart);
    engine.inlines.add(name, 65, std::make_unique<MarkPattern>(engine, mark, shared(key, [&] {
        Readings all = two && smart ? scriptSmart(grammar) : scriptPlain(grammar);
        if (two && one)
            return all;
        return Readings {two ? all[4] : all[7]};
    })));
}

} // namespace

void addEmphasis(Engine &engine)
{
    engine.inlines.add(u"not_strong"_s, 70, std::make_unique<LoneMarkPattern>(engine, uR"(\*{1,3}|_{1,3})"_s));
    engine.inlines.add(u"em_strong"_s, 60, std::make_unique<MarkPattern>(engine, u'*', plainStars()));
    engine.inlines.add(u"em_strong2"_s, 50, std::make_unique<MarkPattern>(engine, u'_', plainUnderscores()));
}

void addBetterEm(Engine &engine, const QJsonObject &config)
{
    const QString smart = config.value("smart_enable"_L1).toString(u"underscore"_s);
    const bool stars = smart == "all"_L1 || smart == "asterisk"_L1;
    const bool underscores = smart == "all"_L1 || smart == "underscore"_L1;
    engine.inlines.remove(u"em_strong"_s);
    engine.inlines.remove(u"em_strong2"_s);
    engine.inlines.add(u"not_strong"_s, 70, std::make_unique<LoneMarkPattern>(engine, uR"(\*+|_+)"_s));
    const Grammar star {uR"(\*)"_s, u"em"_s, u"strong"_s};
    const Grammar underscore {u"_"_s, u"em"_s, u"strong"_s};
    const auto readings = [&](const Grammar &grammar, bool clever, auto make) {
        return shared(u"better"_s + grammar.mark + QString::number(clever), [&] { return clever ? make(grammar) : betterPlain(grammar); });
    };
    engine.inlines.add(u"strong_em"_s, 50, std::make_unique<MarkPattern>(engine, u'*', readings(star, stars, betterSmartStars)));
    engine.inlines.add(
        u"strong_em2"_s, 40, std::make_unique<MarkPattern>(engine, u'_', readings(underscore, underscores, betterSmartUnderscores)));
}

void addCaret(Engine &engine, const QJsonObject &config)
{
    addScript(engine, u'^', {uR"(\^)"_s, u"sup"_s, u"ins"_s}, u"sup_ins"_s, isTrue(config, "insert"_L1, true),
        isTrue(config, "superscript"_L1, true), isTrue(config, "smart_insert"_L1, true));
}

void addTilde(Engine &engine, const QJsonObject &config)
{
    addScript(engine, u'~', {u"~"_s, u"sub"_s, u"del"_s}, u"sub_del"_s, isTrue(config, "delete"_L1, true),
        isTrue(config, "subscript"_L1, true), isTrue(config, "smart_delete"_L1, true));
}

void addMark(Engine &engine, const QJsonObject &config)
{
    engine.escapedChars += u'=';
    engine.inlines.add(u"not_tilde"_s, 70, std::make_unique<LoneMarkPattern>(engine, u"=+"_s));
    const bool smart = isTrue(config, "smart_mark"_L1, true);
    engine.inlines.add(u"mark"_s, 65, std::make_unique<MarkPattern>(engine, u'=', shared(u"mark"_s + QString::number(smart), [smart] {
        return Readings {reading(smart ? uR"((?:(?<=_)|(?<![\w=]))(={2})(?![\s=])((?:(?<=\s)=+?(?=\s)|.)+?=*?)(?<!\s)\1(?:(?=_)|(?![\w=])))"_s
                                       : uR"((={2})(?!\s)((?:[^=]|(?<!={2})=)+?)(?<!\s)\1)"_s,
            Reading::Single, u"mark"_s)};
    })));
}

} // namespace callboard::docs::markdown
