// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown.h"

#include "models/docs/markdown_blocks.h"
#include "models/docs/markdown_patterns.h"

#include <QRegularExpression>

namespace callboard::docs {

namespace markdown {

using namespace Qt::StringLiterals;

namespace {

QString shortName(QString name)
{
    for (const QLatin1StringView prefix : {"markdown.extensions."_L1, "pymdownx."_L1}) {
        if (name.startsWith(prefix))
            name = name.mid(prefix.size());
    }
    // "package.module:Class"
    return name.section(u':', 0, 0);
}

/// What `[ ]+\n` becomes behind a line's end: nothing but the line's end.
QString normalized(QString source)
{
    source.remove(stx).remove(etx);
    source.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    source += "\n\n"_L1;
    const QString expanded = expandTabs(source);
    QString out;
    out.reserve(expanded.size());
    qsizetype at = 0;
    while (at < expanded.size()) {
        const qsizetype blanks = at > 0 && expanded[at - 1] == u'\n' ? countOf(expanded, u' ', at) : 0;
        if (blanks > 0 && at + blanks < expanded.size() && expanded[at + blanks] == u'\n')
            at += blanks;
        out += expanded[at++];
    }
    return out;
}

bool isBlockHtml(const QString &html)
{
    if (!html.startsWith(u'<'))
        return false;
    qsizetype at = html.size() > 1 && html[1] == u'/' ? 2 : 1;
    const qsizetype first = at;
    while (at < html.size() && html[at] != u' ' && html[at] != u'>')
        ++at;
    if (at == first)
        return false;
    const QChar c = html[first];
    return c == u'!' || c == u'?' || c == u'@' || c == u'%' || isBlockLevel(QStringView(html).sliced(first, at - first));
}

} // namespace

Engine::Engine(const MarkdownOptions &asked)
    : options(asked)
    , blocks(*this)
    , escapedChars(u"\\`*_{}[]()>#+-.!"_s)
{
    loadBasics();
    for (const MarkdownExtension &extension : options.extensions)
        load(extension.name, extension.options);
    if (loaded.contains(u"superfences"_s))
        addFencedIndentedCode(*this);
}

Engine::~Engine() = default;

void Engine::loadBasics()
{
    addBlocks(*this);
    addLists(*this);
    addBasicPatterns(*this);
    addLinkPatterns(*this);
    addEmphasis(*this);
}

void Engine::load(const QString &fullName, const QJsonObject &asked)
{
    using Load = void (*)(Engine &, const QJsonObject &);
    static const QHash<QString, Load> loaders {
        {u"tables"_s, [](Engine &e, const QJsonObject &c) { addTables(e, c); }},
        {u"admonition"_s, [](Engine &e, const QJsonObject &) { addAdmonitions(e); }},
        {u"details"_s, [](Engine &e, const QJsonObject &) { addDetails(e); }},
        {u"tabbed"_s, [](Engine &e, const QJsonObject &c) { addTabs(e, c); }},
        {u"footnotes"_s, [](Engine &e, const QJsonObject &) { addFootnotes(e); }},
        {u"abbr"_s, [](Engine &e, const QJsonObject &c) { addAbbreviations(e, c); }},
        {u"def_list"_s, [](Engine &e, const QJsonObject &) { addDefinitionLists(e); }},
        {u"md_in_html"_s, [](Engine &e, const QJsonObject &) { addMarkdownInHtml(e); }},
        {u"sane_lists"_s, [](Engine &e, const QJsonObject &) { addSaneLists(e); }},
        {u"mdx_truly_sane_lists"_s, [](Engine &e, const QJsonObject &c) { addTrulySaneLists(e, c); }},
        {u"saneheaders"_s, [](Engine &e, const QJsonObject &) { addSaneHeaders(e); }},
        {u"nl2br"_s, [](Engine &e, const QJsonObject &) { addLineBreaks(e); }},
        {u"wikilinks"_s, [](Engine &e, const QJsonObject &c) { addWikiLinks(e, c); }},
        {u"smarty"_s, [](Engine &e, const QJsonObject &c) { addSmarty(e, c); }},
        {u"smartsymbols"_s, [](Engine &e, const QJsonObject &c) { addSmartSymbols(e, c); }},
        {u"betterem"_s, [](Engine &e, const QJsonObject &c) { addBetterEm(e, c); }},
        {u"caret"_s, [](Engine &e, const QJsonObject &c) { addCaret(e, c); }},
        {u"tilde"_s, [](Engine &e, const QJsonObject &c) { addTilde(e, c); }},
        {u"mark"_s, [](Engine &e, const QJsonObject &c) { addMark(e, c); }},
        {u"magiclink"_s, [](Engine &e, const QJsonObject &c) { addMagicLink(e, c); }},
        {u"emoji"_s, [](Engine &e, const QJsonObject &c) { addEmoji(e, c); }},
        {u"keys"_s, [](Engine &e, const QJsonObject &c) { addKeys(e, c); }},
        {u"arithmatex"_s, [](Engine &e, const QJsonObject &c) { addArithmatex(e, c); }},
        {u"inlinehilite"_s, [](Engine &e, const QJsonObject &c) { addInlineHilite(e, c); }},
        {u"escapeall"_s, [](Engine &e, const QJsonObject &c) { addEscapeAll(e, c); }},
    };
    const QString name = shortName(fullName);
    if (name == "extra"_L1) {
        const bool better = fullName.startsWith("pymdownx"_L1);
        const QStringList parts = better
            ? QStringList {u"pymdownx.betterem"_s, u"pymdownx.superfences"_s, u"markdown.extensions.footnotes"_s, u"markdown.extensions.attr_list"_s, u"markdown.extensions.def_list"_s, u"markdown.extensions.tables"_s, u"markdown.extensions.abbr"_s, u"markdown.extensions.md_in_html"_s}
            : QStringList {u"fenced_code"_s, u"footnotes"_s, u"attr_list"_s, u"def_list"_s, u"tables"_s, u"abbr"_s, u"md_in_html"_s};
        for (const QString &part : parts)
            load(part, asked.value(part).toObject());
        return;
    }
    loaded.insert(name);
    config.insert(name, asked);
    if (name == "superfences"_L1)
        loaded.remove(u"fenced_code"_s);
    else if (name == "fenced_code"_L1)
        loaded.remove(u"superfences"_s);
    if (name == "highlight"_L1 || name == "codehilite"_L1) {
        const QJsonValue numbers = asked.value("linenums"_L1);
        highlight.enabled = true;
        highlight.usePygments = isTrue(asked, "use_pygments"_L1, true);
        // As Python sees it: a word that is no empty one is true, "false" too.
        highlight.linenums = numbers.isString() ? !numbers.toString().isEmpty() : isTrue(asked, "linenums"_L1, false);
        highlight.linenumsOff = numbers.isBool() && !numbers.toBool();
        highlight.defaultLanguage = asked.value("default_lang"_L1).toString();
        highlight.autoTitle = isTrue(asked, "auto_title"_L1, false);
    }
    if (const Load loader = loaders.value(name))
        loader(*this, asked);
}

bool Engine::mayTryLonger()
{
    return ++m_slowMatches <= mostLongTries;
}

bool Engine::spend(qsizetype work)
{
    m_budget -= work;
    return m_budget >= 0;
}

QString Engine::stash(RawHtml html)
{
    raw.push_back(std::move(html));
    return rawPrefix + QString::number(raw.size() - 1) + etx;
}

namespace {

template<class Replace>
QString replacePlaceholders(const QString &text, QLatin1StringView prefix, const Replace &replace)
{
    qsizetype found = text.indexOf(prefix);
    if (found < 0)
        return text;
    QString out;
    qsizetype at = 0;
    for (; found >= 0; found = text.indexOf(prefix, at)) {
        const Placeholder placeholder = placeholderAt(text, found, prefix);
        out += QStringView(text).sliced(at, found - at);
        if (placeholder.number < 0) {
            out += prefix;
            at = found + prefix.size();
            continue;
        }
        replace(placeholder.number, out);
        at = placeholder.end;
    }
    return out + QStringView(text).sliced(at);
}

} // namespace

QString Engine::plain(const QString &text) const
{
    if (!inlineParser)
        return text;
    return replacePlaceholders(text, inlinePrefix, [this](qsizetype number, QString &out) {
        if (size_t(number) >= inlineParser->stash().size())
            return;
        const Stashed &stashed = inlineParser->stash()[size_t(number)];
        out += stashed.node ? innerText(stashed.node) : stashed.text;
    });
}

QString Engine::markup(const QString &text) const
{
    if (!inlineParser)
        return text;
    return replacePlaceholders(text, inlinePrefix, [this](qsizetype number, QString &out) {
        if (size_t(number) >= inlineParser->stash().size())
            return;
        const Stashed &stashed = inlineParser->stash()[size_t(number)];
        out += stashed.node ? serialize(stashed.node) : u'\\' + stashed.text;
    });
}

QString Engine::restore(const QString &text)
{
    // A piece of raw HTML may hold others. Each may be put back where it is named, but not without end.
    qsizetype left = (64 << 20) + text.size();
    const std::function<QString(const QString &, int)> put = [&](const QString &from, int depth) -> QString {
        if (!from.contains(rawPrefix) || depth > 20)
            return from;
        QString out;
        qsizetype at = 0;
        for (qsizetype found = from.indexOf(rawPrefix); found >= 0; found = from.indexOf(rawPrefix, at)) {
            const Placeholder placeholder = placeholderAt(from, found, rawPrefix);
            out += QStringView(from).sliced(at, found - at);
            at = placeholder.number < 0 ? found + rawPrefix.size() : placeholder.end;
            if (placeholder.number < 0 || size_t(placeholder.number) >= raw.size() || left < 0) {
                if (placeholder.number < 0)
                    out += rawPrefix;
                continue;
            }
            const RawHtml &item = raw[size_t(placeholder.number)];
            const QString html = item.element ? serialize(item.element) : item.html;
            left -= html.size();
            // Alone in a paragraph, a block takes the paragraph's place.
            const bool alone = out.endsWith("<p>"_L1) && QStringView(from).sliced(at).startsWith("</p>"_L1);
            if (alone && isBlockHtml(html)) {
                out.chop(3);
                at += 4;
            }
            out += put(html, depth + 1);
        }
        out += QStringView(from).sliced(at);
        return out;
    };
    return put(text, 0);
}

QStringList Engine::preprocess(const QString &source)
{
    QString text = source;
    const bool critical = loaded.contains(u"critic"_s);
    if (critical)
        text.remove(u'\u0001').remove(u'\u0004');
    if (loaded.contains(u"snippets"_s))
        text = includeSnippets(*this, text.split(u'\n'), config.value(u"snippets"_s)).join(u'\n');
    if (critical)
        text = viewCritic(*this, text, config.value(u"critic"_s).value("mode"_L1).toString(u"view"_s));
    text = normalized(text);
    if (critical)
        text.replace(u'\u0001', stx).replace(u'\u0004', etx);
    QStringList lines = text.split(u'\n');
    if (loaded.contains(u"superfences"_s))
        lines = extractFences(*this, lines, config.value(u"superfences"_s));
    else if (loaded.contains(u"fenced_code"_s))
        lines = extractFencedCode(*this, lines, loaded.contains(u"attr_list"_s));
    return extractHtml(*this, lines.join(u'\n'), loaded.contains(u"md_in_html"_s)).split(u'\n');
}

void Engine::treeProcessors(Element *root, MarkdownResult &result)
{
    if (loaded.contains(u"footnotes"_s)) {
        const QJsonObject notes = config.value(u"footnotes"_s);
        placeFootnotes(*this, root, notes.value("PLACE_MARKER"_L1).toString(u"///Footnotes Go Here///"_s),
            notes.value("BACKLINK_TITLE"_L1).toString(u"Jump back to footnote %d in the text"_s));
    }
    if (highlight.enabled)
        highlightIndented(*this, root);
    if (loaded.contains(u"tasklist"_s))
        markTasks(*this, root, config.value(u"tasklist"_s));
    InlineParser parser(*this, inlines);
    parser.run(root);
    if (loaded.contains(u"footnotes"_s))
        doubleFootnoteLinks(*this, root);
    prettify(root);
    if (loaded.contains(u"attr_list"_s))
        applyAttributeLists(root);
    if (loaded.contains(u"abbr"_s))
        applyAbbreviations(*this, root);
    InlineParser symbols(*this, smartSymbols);
    if (smartSymbols.size() > 0)
        symbols.run(root);
    InlineParser quotes(*this, smarty);
    if (smarty.size() > 0)
        quotes.run(root);
    inlineParser = nullptr;
    if (loaded.contains(u"toc"_s))
        makeContents(*this, root, config.value(u"toc"_s), result);
    result.title = titleOf(*this, root);
    for (Element *element : walk(root)) {
        if (!element->is("code"_L1))
            element->text = unescaped(element->text);
        element->tail = unescaped(element->tail);
        for (auto &[name, value] : element->attributes) {
            value = unescaped(value);
            const bool isTarget = (element->is("a"_L1) && name == "href"_L1) || (element->is("img"_L1) && name == "src"_L1);
            if (isTarget && options.resolve)
                value = options.resolve(value);
        }
    }
}

QString Engine::postprocess(const QString &text)
{
    QString html = restore(text);
    if (loaded.contains(u"footnotes"_s)) {
        html.replace("zz1337820767766393qq"_L1, config.value(u"footnotes"_s).value("BACKLINK_TEXT"_L1).toString(u"&#8617;"_s));
        html.replace("qq3936677670287331zz"_L1, "&#160;"_L1);
    }
    return restoreCritic(*this, html).replace(ampersand, "&"_L1);
}

MarkdownResult Engine::convert(const QString &source)
{
    MarkdownResult result;
    if (isBlank(source))
        return result;
    // Generous for what people write; a page made to be slow is read a little less cleverly instead.
    m_budget = (32 << 20) + 32 * qint64(source.size());
    const QStringList lines = preprocess(source.isValidUtf16() ? source : QString::fromUtf8(source.toUtf8()));
    Element *root = tree.make("div"_L1);
    blocks.parseChunk(root, keep(lines.join(u'\n')));
    treeProcessors(root, result);
    QString html = serialize(root);
    const qsizetype start = html.indexOf(u'>') + 1;
    html = stripped(html.mid(start, html.lastIndexOf("</div>"_L1) - start)).toString();
    result.html = stripped(postprocess(html)).toString();
    result.slowMatches = m_slowMatches;
    return result;
}

void prettify(Element *root)
{
    // Depth is bounded by the parser's.
    const std::function<void(Element *)> visit = [&visit](Element *element) {
        if (isBlockLevel(element->tag) && !element->is("pre"_L1)) {
            if (isBlank(element->text) && !element->children.empty() && isBlockLevel(element->children.front()->tag))
                element->text = u"\n"_s;
            for (Element *child : element->children) {
                if (isBlockLevel(child->tag))
                    visit(child);
            }
        }
        if (isBlank(element->tail))
            element->tail = u"\n"_s;
    };
    visit(root);
    for (Element *element : walk(root)) {
        if (element->is("br"_L1)) {
            element->tail = isBlank(element->tail) ? u"\n"_s : u'\n' + element->tail;
        } else if (isCode(element) && element->children.front()->children.empty()) {
            Element *code = element->children.front();
            code->setText(rightStripped(code->text).toString() + u'\n', true);
        }
    }
}

void markTasks(Engine &engine, Element *root, const QJsonObject &config)
{
    static const QRegularExpression regex = pythonRegex(uR"(^( *\[(x|X| )\] +)(.*))"_s);
    const bool custom = isTrue(config, "custom_checkbox"_L1, false);
    for (Element *item : walk(root)) {
        if (!item->is("li"_L1))
            continue;
        Element *first = item->children.empty() ? nullptr : item->children.front();
        Element *holder = !item->text.isEmpty() ? item : first && first->is("p"_L1) ? first : nullptr;
        const QRegularExpressionMatch match = holder ? regex.match(holder->text) : QRegularExpressionMatch();
        if (!match.hasMatch())
            continue;
        const QString box = u"<input type=\"checkbox\" disabled"_s
            + (match.captured(2).compare("x"_L1, Qt::CaseInsensitive) == 0 ? u" checked/>"_s : u"/>"_s);
        holder->text = engine.stash(QString(custom ? u"<label class=\"task-list-control\">"_s : QString()) + box
            + (custom ? u"<span class=\"task-list-indicator\"></span></label> "_s : u" "_s)) + match.captured(3);
        const auto addClass = [](Element *element, const QString &name) {
            QStringList classes = element->attribute("class"_L1).split(u' ', Qt::SkipEmptyParts);
            if (!classes.contains(name))
                element->set(u"class"_s, (classes << name).join(u' '));
        };
        addClass(item, u"task-list-item"_s);
        if (item->parent)
            addClass(item->parent, u"task-list"_s);
    }
}

} // namespace markdown

domain::Result<MarkdownResult> renderMarkdown(const QString &text, const MarkdownOptions &options)
{
    constexpr qsizetype largest = 32 << 20;
    if (text.size() > largest)
        return domain::fail(domain::ErrorCode::Invalid, QStringLiteral("more than 32 MiB of Markdown"));
    return markdown::Engine(options).convert(text);
}

} // namespace callboard::docs
