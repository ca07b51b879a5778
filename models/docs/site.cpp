// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/site.h"

#include "models/docs/sitebuilder.h"

namespace callboard::docs {

using namespace Qt::StringLiterals;

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
    return buildPlainSite(files, options, sink);
}

} // namespace callboard::docs
