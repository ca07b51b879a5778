// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

#include "models/docs/markdown_emoji.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// A match becomes texts (as they are, or HTML put aside) and groups of the match.
class ReplacePattern final : public RegexPattern {
public:
    using Make = std::function<QString(Engine &, const QStringList &)>;

    ReplacePattern(Engine &engine, const QString &pattern, const QString &hint, Make make)
        : RegexPattern(engine, pattern, hint)
        , m_make(std::move(make))
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        return text(candidate.start, candidate.end, m_make(m_engine, candidate.groups));
    }

private:
    Make m_make;
};

ReplacePattern::Make html(const QString &entity)
{
    return [entity](Engine &engine, const QStringList &) { return engine.stash(entity); };
}

QString ordinal(Engine &engine, const QStringList &groups)
{
    const QString tail = groups.value(2);
    return engine.stash(groups.value(1) + tail.chopped(2) + "<sup>"_L1 + tail.mid(1) + "</sup>"_L1);
}

QString fraction(Engine &engine, const QStringList &groups)
{
    static const QHash<QString, QString> fractions {{u"1/4"_s, u"¼"_s}, {u"1/2"_s, u"½"_s}, {u"3/4"_s, u"¾"_s}, {u"1/3"_s, u"⅓"_s},
        {u"2/3"_s, u"⅔"_s}, {u"1/5"_s, u"⅕"_s}, {u"2/5"_s, u"⅖"_s}, {u"3/5"_s, u"⅗"_s}, {u"4/5"_s, u"⅘"_s}, {u"1/6"_s, u"⅙"_s},
        {u"5/6"_s, u"⅚"_s}, {u"1/8"_s, u"⅛"_s}, {u"3/8"_s, u"⅜"_s}, {u"5/8"_s, u"⅝"_s}, {u"7/8"_s, u"⅞"_s}};
    return engine.stash(fractions.value(groups[0]));
}

QString arrow(Engine &engine, const QStringList &groups)
{
    return engine.stash(groups[0] == "-->"_L1 ? u"&rarr;"_s : groups[0] == "<--"_L1 ? u"&larr;"_s : u"&harr;"_s);
}

/// `:smile:`
class EmojiPattern final : public RegexPattern {
public:
    EmojiPattern(Engine &engine, const QJsonObject &config)
        : RegexPattern(engine, uR"(:[+\-\w]+:)"_s, u":"_s)
    {
        const QString index = config.value("emoji_index"_L1).toString();
        m_material = index.contains("material"_L1);
        m_index = index.contains("gemoji"_L1) ? EmojiIndex::Gemoji
            : index.contains("twemoji"_L1)    ? EmojiIndex::Twemoji
                                              : EmojiIndex::Emojione;
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString name = candidate.groups[0].mid(1, candidate.groups[0].size() - 2);
        const QString character = emoji(name, m_index);
        if (!character.isEmpty())
            return text(candidate.start, candidate.end, m_engine.stash(character));
        // The theme's icons are drawings without text.
        static const QRegularExpression icon(u"^(material|fontawesome|octicons|simple)-"_s);
        if (m_material && icon.match(name).hasMatch())
            return text(candidate.start, candidate.end, m_engine.stash(u"<span class=\"twemoji\"></span>"_s));
        return text(candidate.start, candidate.end, candidate.groups[0]);
    }

private:
    bool m_material;
    EmojiIndex m_index;
};

/// `$math$` and `\(math\)`, shown as they are written.
class MathPattern final : public RegexPattern {
public:
    MathPattern(Engine &engine, const QString &pattern, bool generic)
        : RegexPattern(engine, pattern, QString())
        , m_generic(generic)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        for (const qsizetype escape : {1, 4}) {
            if (const QString escapes = candidate.groups.value(escape); !escapes.isEmpty())
                return text(candidate.start, candidate.end, QString(escapes).replace("\\\\"_L1, stx + "92"_L1 + etx));
        }
        const QString math = candidate.groups.value(3).isEmpty() ? candidate.groups.value(6) : candidate.groups.value(3);
        Element *made = m_engine.tree.make("span"_L1);
        made->set(u"class"_s, u"arithmatex"_s);
        made->setText(m_generic ? u"\\("_s + math + u"\\)"_s : math, true);
        return node(candidate.start, candidate.end, made);
    }

private:
    bool m_generic;
};

/// `$$math$$`, `\[math\]` and `\begin{x}math\end{x}` as a block.
class MathProcessor final : public BlockProcessor {
public:
    MathProcessor(Engine &engine, const QString &pattern, bool generic)
        : BlockProcessor(engine)
        , m_regex(pythonRegex(pattern))
        , m_generic(generic)
    {
    }
    bool test(Element *, QStringView block) override
    {
        if (!block.startsWith(u'$') && !block.startsWith(u'\\'))
            return false;
        m_match = m_regex.match(block.toString());
        return m_match.hasMatch();
    }
    bool run(Element *parent, Blocks &blocks) override
    {
        blocks.pop_back();
        QString math;
        for (const char *group : {"math", "math2", "math3"}) {
            if (m_regex.namedCaptureGroups().contains(QLatin1StringView(group)) && math.isEmpty())
                math = m_match.captured(QLatin1StringView(group));
        }
        Element *made = m_engine.tree.child(parent, "div"_L1);
        made->set(u"class"_s, u"arithmatex"_s);
        made->setText(m_generic ? u"\\[\n"_s + math + u"\n\\]"_s : math, true);
        return true;
    }

private:
    QRegularExpression m_regex;
    QRegularExpressionMatch m_match;
    bool m_generic;
};

bool asks(const QJsonObject &config, QLatin1StringView option, const QString &value)
{
    return !config.contains(option) || config.value(option).toVariant().toStringList().contains(value);
}

} // namespace

void addSmartSymbols(Engine &engine, const QJsonObject &config)
{
    const auto add = [&](QLatin1StringView option, const QString &pattern, const QString &hint, ReplacePattern::Make make) {
        if (isTrue(config, option, true))
            engine.smartSymbols.add(option, 30, std::make_unique<ReplacePattern>(engine, pattern, hint, std::move(make)));
    };
    add("trademark"_L1, uR"(\(tm\))"_s, u"(tm)"_s, html(u"&trade;"_s));
    add("copyright"_L1, uR"(\(c\))"_s, u"(c)"_s, html(u"&copy;"_s));
    add("registered"_L1, uR"(\(r\))"_s, u"(r)"_s, html(u"&reg;"_s));
    add("plusminus"_L1, uR"(\+/-)"_s, u"+/-"_s, html(u"&plusmn;"_s));
    add("arrows"_L1, uR"(<-{2}>|(?<!-)-{2}>|<-{2}(?!-))"_s, u"--"_s, arrow);
    add("notequal"_L1, u"=/="_s, u"=/="_s, html(u"&ne;"_s));
    add("fractions"_L1, uR"((?<!\d)(?:1/4|1/2|3/4|1/3|2/3|1/5|2/5|3/5|4/5|1/6|5/6|1/8|3/8|5/8|7/8)(?!\d))"_s, u"/"_s, fraction);
    add("ordinal_numbers"_L1, uR"(\b((?:[1-9][0-9]*)?)((?<=1)(?:1|2|3)th|1st|2nd|3rd|[04-9]th)\b)"_s, QString(), ordinal);
    add("care_of"_L1, uR"(\bc/o\b)"_s, u"c/o"_s, html(u"&#8453;"_s));
}

void addSmarty(Engine &engine, const QJsonObject &config)
{
    const QJsonObject substitutions = config.value("substitutions"_L1).toObject();
    const auto symbol = [&substitutions](const QString &name, const QString &otherwise) {
        return substitutions.value(name).toString(otherwise);
    };
    const auto add = [&](const QString &name, double priority, const QString &pattern, const QString &hint, ReplacePattern::Make make) {
        engine.smarty.add(name, priority, std::make_unique<ReplacePattern>(engine, pattern, hint, std::move(make)));
    };
    if (isTrue(config, "smart_ellipses"_L1, true))
        add(u"ellipses"_s, 10, uR"((?<!\.)\.{3}(?!\.))"_s, u"..."_s, html(symbol(u"ellipsis"_s, u"&hellip;"_s)));
    if (isTrue(config, "smart_quotes"_L1, true)) {
        const QString lsquo = symbol(u"left-single-quote"_s, u"&lsquo;"_s);
        const QString rsquo = symbol(u"right-single-quote"_s, u"&rsquo;"_s);
        const QString ldquo = symbol(u"left-double-quote"_s, u"&ldquo;"_s);
        const QString rdquo = symbol(u"right-double-quote"_s, u"&rdquo;"_s);
        const QString punctuation = uR"([!"#\$\%'()*+,-.\/:;<=>?\@\[\\\]\^_`{|}~])"_s;
        const QString close = uR"([^\ \t\r\n\[\{\(\-\x{2}\x{3}])"_s;
        const QString opening = uR"((\s|&nbsp;|--|–|—|&[mn]dash;|&#8211;|&#8212;))"_s;
        const auto before = [](const QString &entity) {
            return [entity](Engine &e, const QStringList &groups) { return groups.value(1) + e.stash(entity); };
        };
        const std::vector<std::pair<QString, ReplacePattern::Make>> patterns {
            {u"^'(?="_s + punctuation + uR"(\B))"_s, html(rsquo)},
            {u"^\"(?="_s + punctuation + uR"(\B))"_s, html(rdquo)},
            {uR"("'(?=\w))"_s, html(ldquo + lsquo)},
            {uR"('"(?=\w))"_s, html(lsquo + ldquo)},
            {uR"((?<!\w)'(?=\d{2}s))"_s, html(rsquo)},
            {opening + uR"('(?=\w))"_s, before(lsquo)},
            {u"(?<="_s + close + uR"()'(?!\s|s\b|\d))"_s, html(rsquo)},
            {uR"('(\s|s\b))"_s, [rsquo](Engine &e, const QStringList &groups) { return e.stash(rsquo) + groups.value(1); }},
            {u"'"_s, html(lsquo)},
            {opening + uR"("(?=\w))"_s, before(ldquo)},
            {uR"("(?=\s))"_s, html(rdquo)},
            {u"(?<="_s + close + u")\""_s, html(rdquo)},
            {u"\""_s, html(ldquo)},
        };
        int index = 0;
        for (const auto &[pattern, make] : patterns) {
            add(u"quotes-%1"_s.arg(index), 30 - index, pattern, pattern.contains(u"\"") && index != 0 ? u"\""_s : u"'"_s, make);
            ++index;
        }
    }
    if (isTrue(config, "smart_angled_quotes"_L1, false)) {
        add(u"left-angle"_s, 40, u"<<"_s, u"<<"_s, html(symbol(u"left-angle-quote"_s, u"&laquo;"_s)));
        add(u"right-angle"_s, 35, u">>"_s, u">>"_s, html(symbol(u"right-angle-quote"_s, u"&raquo;"_s)));
    }
    if (isTrue(config, "smart_dashes"_L1, true)) {
        add(u"em-dashes"_s, 50, u"(?<!-)---(?!-)"_s, u"---"_s, html(symbol(u"mdash"_s, u"&mdash;"_s)));
        add(u"en-dashes"_s, 45, u"(?<!-)--(?!-)"_s, u"--"_s, html(symbol(u"ndash"_s, u"&ndash;"_s)));
    }
    engine.escapedChars += u"\"'"_s;
}

void addEmoji(Engine &engine, const QJsonObject &config)
{
    engine.escapedChars += u':';
    engine.inlines.add(u"emoji"_s, 75, std::make_unique<EmojiPattern>(engine, config));
}

void addArithmatex(Engine &engine, const QJsonObject &config)
{
    engine.escapedChars += u'$';
    const bool generic = isTrue(config, "generic"_L1, false);
    QStringList inlines;
    if (asks(config, "inline_syntax"_L1, u"dollar"_s))
        inlines += isTrue(config, "smart_dollar"_L1, true)
            ? uR"((?:(?<!\\)((?:\\{2})+)(?=\$)|(?<!\\)(\$)(?!\s)((?:\\.|[^\\$])+?)(?<!\s)(?:\$)))"_s
            : uR"((?:(?<!\\)((?:\\{2})+)(?=\$)|(?<!\\)(\$)((?:\\.|[^\\$])+?)(?:\$)))"_s;
    if (asks(config, "inline_syntax"_L1, u"round"_s))
        inlines += uR"((?:(?<!\\)((?:\\{2})+?)(?=\\\()|(?<!\\)(\\\()((?:\\[^)]|[^\\])+?)(?:\\\))))"_s;
    if (!inlines.isEmpty())
        engine.inlines.add(u"arithmatex-inline"_s, 189.9,
            std::make_unique<MathPattern>(engine, u"(?:"_s + inlines.join(u'|') + u")"_s, generic));
    QStringList blocks;
    if (asks(config, "block_syntax"_L1, u"dollar"_s))
        blocks += uR"((?P<dollar>[$]{2})(?P<math>((?:\\.|[^\\])+?))(?P=dollar))"_s;
    if (asks(config, "block_syntax"_L1, u"square"_s))
        blocks += uR"(\\\[(?P<math3>(?:\\[^\]]|[^\\])+?)\\\])"_s;
    if (asks(config, "block_syntax"_L1, u"begin"_s))
        blocks += uR"((?P<math2>\\begin\{(?P<env>[a-z]+\*?)\}(?:\\.|[^\\])+?\\end\{(?P=env)\}))"_s;
    if (!blocks.isEmpty())
        engine.blocks.processors.add(u"arithmatex-block"_s, 79.9,
            std::make_unique<MathProcessor>(engine, u"^(?:"_s + blocks.join(u'|') + u")[ ]*$"_s, generic));
}

} // namespace callboard::docs::markdown
