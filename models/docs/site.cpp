// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/site.h"

#include "models/docs/sitebuilder.h"

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

/// A folder "docs" without a mkdocs.yml: TechDocs writes one then, with the entity's name (techdocs-node, generateMkdocsYml).
domain::Result<BuiltSite> buildDefaultSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink)
{
    const QString path = options.folder.isEmpty() ? u"mkdocs.yml"_s : options.folder + u"/mkdocs.yml"_s;
    auto config = readMkDocsConfig("site_name: none\nplugins: [techdocs-core]\n", path);
    if (!config)
        return std::unexpected(config.error());
    auto site = MkDocsBuilder(files, path, std::move(*config), options).build(sink);
    if (site)
        site->name.clear(); // It is called as its entity.
    return site;
}

bool hasMarkdown(SiteFiles &files, const QString &folder)
{
    const auto found = files.list(folder);
    return found && std::ranges::any_of(*found, [](const QString &file) { return file.endsWith(".md"_L1, Qt::CaseInsensitive); });
}

} // namespace

domain::Result<BuiltSite> buildSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink)
{
    for (const QLatin1StringView name : {"mkdocs.yml"_L1, "mkdocs.yaml"_L1}) {
        const QString path = options.folder.isEmpty() ? QString(name) : options.folder + u'/' + name;
        const domain::Result<QByteArray> text = files.read(path);
        if (!text && text.error().code != domain::ErrorCode::NotFound)
            return std::unexpected(text.error());
        if (!text)
            continue;
        domain::Result<MkDocsConfig> config = readMkDocsConfig(*text, path, [&](const QString &parent) -> domain::Result<QByteArray> {
            const std::optional<QString> file = joinedPath(options.folder, parent);
            if (!file)
                return domain::fail(domain::ErrorCode::Forbidden, u"out of the repository"_s, parent);
            return files.read(*file);
        });
        if (!config)
            return std::unexpected(config.error());
        return MkDocsBuilder(files, path, std::move(*config), options).build(sink);
    }
    auto plain = buildPlainSite(files, options, sink);
    const bool isNothing = !plain && plain.error().code == domain::ErrorCode::NotFound;
    if (isNothing && hasMarkdown(files, options.folder.isEmpty() ? u"docs"_s : options.folder + u"/docs"_s))
        return buildDefaultSite(files, options, sink);
    return plain;
}

} // namespace callboard::docs
