// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mkdocsconfig.h"

#include "models/catalog/yaml.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

/// Python's tags name functions, and those of MkDocs read the environment: both become plain values, on their lines.
QByteArray withoutTags(QByteArrayView text)
{
    QString yaml = QString::fromUtf8(text);
    static const QRegularExpression applyFlow(uR"(!!python/object/apply:([\w.]+)[ \t]*\{)"_s);
    static const QRegularExpression applyBlock(uR"re(!!python/object/apply:([\w.]+)[ \t]*\r?\n([ \t]+)(?=\S))re"_s);
    static const QRegularExpression name(uR"re(!!python/(?:name|object/apply|object):([\w.]+)[ \t]*(?:''|"")?)re"_s);
    static const QRegularExpression environment(uR"(!ENV[ \t]+(?=[A-Za-z_])([A-Za-z0-9_]+))"_s);
    static const QRegularExpression other(uR"(!(?:ENV|relative)\b[ \t]*)"_s);
    yaml.replace(applyFlow, u"{function: \"\\1\", "_s);
    yaml.replace(applyBlock, u"\n\\2function: \"\\1\"\n\\2"_s);
    yaml.replace(name, u"\"\\1\""_s);
    yaml.replace(environment, u"null"_s);
    yaml.replace(other, QString());
    return yaml.toUtf8();
}

struct Parsed {
    QJsonObject values;
    catalog::YamlPlaces places;
    catalog::Position start;
    int shift = 0; ///< Lines that were put before the text.
};

QString placed(const QString &file, catalog::Position at, int shift, const QString &message)
{
    return u"%1:%2:%3: %4"_s.arg(file).arg(std::max(1, at.line - shift)).arg(at.column).arg(message);
}

domain::Result<Parsed> parse(QByteArrayView text, const QString &file)
{
    // MkDocs reads YAML 1.1: "on" and "yes" are true.
    QByteArray yaml = withoutTags(text);
    int shift = 0;
    if (yaml.startsWith("\xef\xbb\xbf"))
        yaml = yaml.mid(3);
    if (!yaml.startsWith('%')) {
        const bool marked = yaml.startsWith("---");
        yaml.prepend(marked ? "%YAML 1.1\n" : "%YAML 1.1\n---\n");
        shift = marked ? 1 : 2;
    }
    for (catalog::YamlDocument &document : catalog::readYaml(yaml)) {
        if (document.error)
            return domain::fail(domain::ErrorCode::Invalid, placed(file, document.error->at, shift, document.error->message), file);
        if (document.isEmpty())
            continue;
        if (!document.value.isObject())
            return domain::fail(domain::ErrorCode::Invalid, placed(file, document.start, shift, u"expected keys and values"_s), file);
        return Parsed {document.value.toObject(), std::move(document.places), document.start, shift};
    }
    return Parsed {};
}

/// A text; of an environment variable's list of defaults the last.
QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : textOf(value.toArray().last());
    return value.isDouble() || value.isBool() ? value.toVariant().toString() : value.toString();
}

QStringList linesOf(const QJsonValue &value)
{
    return textOf(value).split(u'\n', Qt::SkipEmptyParts);
}

/// Deep, as MkDocs merges a file into the one that it inherits.
QJsonObject merged(QJsonObject base, const QJsonObject &over)
{
    for (auto it = over.begin(); it != over.end(); ++it) {
        const QJsonValue before = base.value(it.key());
        base.insert(it.key(), before.isObject() && it->isObject() ? QJsonValue(merged(before.toObject(), it->toObject())) : QJsonValue(it.value()));
    }
    return base;
}

class ConfigReader final {
public:
    ConfigReader(const Parsed &parsed, QString file)
        : m_parsed(parsed)
        , m_file(std::move(file))
    {
    }
    domain::Result<MkDocsConfig> read();

private:
    using Options = std::vector<std::pair<QString, QJsonObject>>;

    domain::Error problem(const QString &pointer, const QString &message) const
    {
        return {domain::ErrorCode::Invalid,
            placed(m_file, m_parsed.places.find(pointer, m_parsed.start), m_parsed.shift, message), 0, std::nullopt, m_file};
    }
    domain::Result<std::vector<MkDocsNavItem>> readNav(const QJsonValue &value, const QString &pointer, int depth) const;
    domain::Result<MkDocsNavItem> readNavItem(const QJsonValue &value, const QString &pointer, int depth) const;
    domain::Result<Options> readOptions(const QString &key, const QString &what) const;
    void readRepository();
    void addTechDocs(const QJsonObject &options);
    void addExtension(const QString &name);

    const Parsed &m_parsed;
    QString m_file;
    MkDocsConfig m_config;
    QStringList m_names;
    QHash<QString, QJsonObject> m_options;
};

domain::Result<MkDocsNavItem> ConfigReader::readNavItem(const QJsonValue &value, const QString &pointer, int depth) const
{
    MkDocsNavItem item;
    if (value.isString()) {
        item.target = value.toString();
        return item;
    }
    const QJsonObject pair = value.toObject();
    if (!value.isObject() || pair.size() != 1)
        return std::unexpected(problem(pointer, u"expected an entry of nav to be a file, or one title with a file or a list"_s));
    const QString key = pair.begin().key();
    const QJsonValue content = pair.begin().value();
    item.title = key;
    if (content.isString()) {
        item.target = content.toString();
        return item;
    }
    domain::Result<std::vector<MkDocsNavItem>> children = readNav(content, pointer + u'/' + key, depth + 1);
    if (!children)
        return std::unexpected(children.error());
    item.isSection = true;
    item.children = std::move(*children);
    return item;
}

domain::Result<std::vector<MkDocsNavItem>> ConfigReader::readNav(const QJsonValue &value, const QString &pointer, int depth) const
{
    if (depth > 40)
        return std::unexpected(problem(pointer, u"nav is nested too deeply"_s));
    std::vector<MkDocsNavItem> items;
    // A mapping below a title is wrong, but MkDocs goes on with it.
    if (value.isObject() && depth > 0) {
        const QJsonObject pairs = value.toObject();
        for (auto it = pairs.begin(); it != pairs.end(); ++it) {
            domain::Result<MkDocsNavItem> item = readNavItem(QJsonObject {{it.key(), it.value()}}, pointer, depth);
            if (!item)
                return std::unexpected(item.error());
            items.push_back(std::move(*item));
        }
        return items;
    }
    if (!value.isArray())
        return std::unexpected(problem(pointer, u"expected nav to be a list"_s));
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        domain::Result<MkDocsNavItem> item = readNavItem(entries[i], pointer + u'/' + QString::number(i), depth);
        if (!item)
            return std::unexpected(item.error());
        items.push_back(std::move(*item));
    }
    return items;
}

/// A list of names, or of one name with options each, or a mapping of both.
domain::Result<ConfigReader::Options> ConfigReader::readOptions(const QString &key, const QString &what) const
{
    Options all;
    const QJsonValue value = m_parsed.values.value(key);
    if (value.isUndefined() || value.isNull())
        return all;
    const auto addAll = [&all](const QJsonObject &pairs) {
        for (auto it = pairs.begin(); it != pairs.end(); ++it)
            all.emplace_back(it.key(), it->toObject());
    };
    if (value.isObject()) {
        addAll(value.toObject());
        return all;
    }
    if (!value.isArray())
        return std::unexpected(problem(u'/' + key, u"expected a list of "_s + what));
    qsizetype index = 0;
    for (const QJsonValue &item : value.toArray()) {
        if (item.isString())
            all.emplace_back(item.toString(), QJsonObject());
        else if (item.isObject() && item.toObject().size() == 1)
            addAll(item.toObject());
        else
            return std::unexpected(problem(u'/' + key + u'/' + QString::number(index), u"expected the name of one of the "_s + what));
        ++index;
    }
    return all;
}

void ConfigReader::readRepository()
{
    const QJsonObject &values = m_parsed.values;
    m_config.repoUrl = textOf(values.value("repo_url"_L1));
    m_config.editUriTemplate = textOf(values.value("edit_uri_template"_L1));
    m_config.editUri = textOf(values.value("edit_uri"_L1));
    if (!values.contains("edit_uri"_L1) && !m_config.repoUrl.isEmpty()) {
        const QString host = QUrl(m_config.repoUrl).host().toLower();
        if (host == "github.com"_L1 || host == "gitlab.com"_L1)
            m_config.editUri = u"edit/master/docs/"_s;
        else if (host == "bitbucket.org"_L1)
            m_config.editUri = u"src/default/docs/"_s;
    }
    if (!m_config.editUri.isEmpty() && !m_config.editUri.endsWith(u'/'))
        m_config.editUri += u'/';
}

void ConfigReader::addExtension(const QString &name)
{
    if (!m_names.contains(name))
        m_names += name;
}

/// What the plugin techdocs-core adds (https://github.com/backstage/mkdocs-techdocs-core, on_config). Its own options win over the
/// site's for what pymdownx.extra holds; for the others the site's are laid over them.
void ConfigReader::addTechDocs(const QJsonObject &pluginOptions)
{
    m_config.isMaterial = true;
    m_config.hasMonorepo = true;
    m_config.hasGitHubAlerts = true;
    QHash<QString, QJsonObject> asked = m_options;
    asked.insert(u"pymdownx.snippets"_s, {{u"restrict_base_path"_s, true}});
    const auto add = [this](const QString &name, const QJsonObject &options = {}) {
        m_names += name;
        if (!options.isEmpty())
            m_options.insert(name, options);
    };
    add(u"toc"_s, {{u"permalink"_s, true}});
    if (!pluginOptions.value("use_pymdownx_blocks"_L1).toBool()) {
        add(u"admonition"_s);
        add(u"pymdownx.details"_s);
        add(u"pymdownx.tabbed"_s, {{u"alternate_style"_s, true}});
    }
    add(u"pymdownx.caret"_s);
    add(u"pymdownx.critic"_s);
    add(u"pymdownx.emoji"_s, {{u"emoji_generator"_s, u"pymdownx.emoji.to_svg"_s}});
    for (const QLatin1StringView name : {"inlinehilite"_L1, "magiclink"_L1, "mark"_L1, "smartsymbols"_L1, "snippets"_L1})
        add(u"pymdownx."_s + name);
    add(u"pymdownx.highlight"_s, {{u"linenums"_s, true}, {u"pygments_lang_class"_s, true}});
    add(u"pymdownx.extra"_s);
    m_options.insert(u"pymdownx.betterem"_s, {{u"smart_enable"_s, u"all"_s}});
    add(u"pymdownx.tasklist"_s, {{u"custom_checkbox"_s, true}});
    add(u"pymdownx.tilde"_s);
    QJsonObject extra = m_options.value(u"pymdownx.extra"_s);
    for (const QLatin1StringView name : {"pymdownx.betterem"_L1, "pymdownx.superfences"_L1, "markdown.extensions.footnotes"_L1,
             "markdown.extensions.attr_list"_L1, "markdown.extensions.def_list"_L1, "markdown.extensions.tables"_L1,
             "markdown.extensions.abbr"_L1, "markdown.extensions.md_in_html"_L1}) {
        if (m_options.contains(name))
            extra.insert(name, m_options.take(name));
    }
    m_options.insert(u"pymdownx.extra"_s, extra);
    add(u"mdx_truly_sane_lists"_s);
    for (auto it = asked.begin(); it != asked.end(); ++it) {
        if (!m_options.contains(it.key()))
            continue;
        QJsonObject options = m_options.value(it.key());
        for (auto option = it->begin(); option != it->end(); ++option)
            options.insert(option.key(), option.value());
        m_options.insert(it.key(), options);
    }
}

domain::Result<MkDocsConfig> ConfigReader::read()
{
    const QJsonObject &values = m_parsed.values;
    m_config.siteName = textOf(values.value("site_name"_L1));
    if (m_config.siteName.isEmpty())
        return std::unexpected(problem(QString(), u"site_name is required"_s));
    m_config.siteDescription = textOf(values.value("site_description"_L1));
    if (const QString folder = textOf(values.value("docs_dir"_L1)); !folder.isEmpty())
        m_config.docsDir = folder;
    if (values.contains("use_directory_urls"_L1))
        m_config.useDirectoryUrls = values.value("use_directory_urls"_L1).toBool(true);
    readRepository();
    m_config.excludeDocs = linesOf(values.value("exclude_docs"_L1));
    m_config.draftDocs = linesOf(values.value("draft_docs"_L1));
    m_config.notInNav = linesOf(values.value("not_in_nav"_L1));
    const QJsonValue validation = values.value("validation"_L1);
    const QString everywhere = validation["absolute_links"_L1].toString();
    m_config.absoluteLinksAreOfDocs = validation["links"_L1]["absolute_links"_L1].toString(everywhere) == "relative_to_docs"_L1;
    m_config.absoluteNavIsOfDocs = validation["nav"_L1]["absolute_links"_L1].toString(everywhere) == "relative_to_docs"_L1;
    const QJsonValue theme = values.value("theme"_L1);
    m_config.isMaterial = (theme.isObject() ? theme["name"_L1].toString() : theme.toString()) == "material"_L1;
    if (const QJsonValue nav = values.value("nav"_L1); !nav.isUndefined() && !nav.isNull() && nav != QJsonValue(QJsonArray())) {
        domain::Result<std::vector<MkDocsNavItem>> items = readNav(nav, u"/nav"_s, 0);
        if (!items)
            return std::unexpected(items.error());
        m_config.nav = std::move(*items);
    }
    const domain::Result<Options> extensions = readOptions(u"markdown_extensions"_s, u"markdown extensions"_s);
    const domain::Result<Options> plugins = readOptions(u"plugins"_s, u"plugins"_s);
    if (!extensions || !plugins)
        return std::unexpected(extensions ? plugins.error() : extensions.error());
    m_names = {u"toc"_s, u"tables"_s, u"fenced_code"_s};
    for (const auto &[name, options] : *extensions) {
        addExtension(name);
        if (!options.isEmpty())
            m_options.insert(name, options);
    }
    for (const auto &[name, options] : *plugins) {
        m_config.plugins += name;
        if (name == "techdocs-core"_L1)
            addTechDocs(options);
        m_config.hasMonorepo = m_config.hasMonorepo || name == "monorepo"_L1;
        m_config.hasGitHubAlerts = m_config.hasGitHubAlerts || name == "gh-admonitions"_L1;
    }
    for (const QString &name : std::as_const(m_names))
        m_config.extensions.push_back({name, m_options.value(name)});
    return std::move(m_config);
}

} // namespace

domain::Result<MkDocsConfig> readMkDocsConfig(QByteArrayView text, const QString &file,
    const std::function<domain::Result<QByteArray>(const QString &)> &inherit)
{
    domain::Result<Parsed> parsed = parse(text, file);
    if (!parsed)
        return std::unexpected(parsed.error());
    // A file may inherit from one that inherits; a circle ends at the bound.
    QString parent = textOf(parsed->values.value("INHERIT"_L1));
    for (int depth = 0; !parent.isEmpty() && inherit && depth < 8; ++depth) {
        const domain::Result<QByteArray> bytes = inherit(parent);
        if (!bytes)
            return domain::fail(domain::ErrorCode::Invalid, u"%1:1:1: cannot read %2, which INHERIT names"_s.arg(file, parent), file);
        domain::Result<Parsed> above = parse(*bytes, parent);
        if (!above)
            return std::unexpected(above.error());
        parent = textOf(above->values.value("INHERIT"_L1));
        parsed->values = merged(above->values, parsed->values);
    }
    return ConfigReader(*parsed, file).read();
}

} // namespace callboard::docs
