// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitebuilder.h"

#include <QRegularExpression>

/// `!include` in nav: other sites of the repository as sections of this one (mkdocs-monorepo-plugin, parser.py and merger.py).
namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

void prefixTargets(std::vector<MkDocsNavItem> &items, const QString &alias)
{
    for (MkDocsNavItem &item : items) {
        if (item.isSection)
            prefixTargets(item.children, alias);
        else
            item.target = alias + u'/' + item.target;
    }
}

std::optional<QString> includedPath(const QString &target)
{
    constexpr QLatin1StringView statement("!include ");
    return target.startsWith(statement) ? std::optional(target.mid(statement.size()).trimmed()) : std::nullopt;
}

} // namespace

domain::Result<std::vector<MkDocsNavItem>> MkDocsBuilder::included(const QString &path)
{
    const auto refuse = [this](const QString &why) {
        return domain::fail(domain::ErrorCode::Invalid, m_configFile + u":1:1: "_s + why, m_configFile);
    };
    const std::optional<QString> file = joinedPath(m_folder, path);
    if (!file || !(path.endsWith(".yml"_L1) || path.endsWith(".yaml"_L1)))
        return refuse(u"%1, which nav includes, is no mkdocs.yml of this repository"_s.arg(path));
    const domain::Result<QByteArray> text = m_files.read(*file);
    if (!text)
        return refuse(u"%1, which nav includes, cannot be read"_s.arg(path));
    domain::Result<MkDocsConfig> config = readMkDocsConfig(*text, *file);
    if (!config)
        return std::unexpected(config.error());
    static const QRegularExpression aliasRegex(u"^[a-zA-Z0-9_\\-/]+$"_s);
    if (!aliasRegex.match(config->siteName).hasMatch() || !config->nav)
        return refuse(u"%1, which nav includes, needs a site_name of letters, digits, - _ and /, and a nav"_s.arg(path));
    const std::optional<QString> folder = joinedPath(folderOf(*file), config->docsDir);
    if (!folder)
        return refuse(u"docs_dir of %1 leads out of the repository"_s.arg(path));
    if (auto done = collectFolder(*folder, config->siteName); !done)
        return std::unexpected(done.error());
    prefixTargets(*config->nav, config->siteName);
    return std::move(*config->nav);
}

domain::Result<std::vector<MkDocsNavItem>> MkDocsBuilder::withIncludes(const std::vector<MkDocsNavItem> &items)
{
    std::vector<MkDocsNavItem> out;
    for (const MkDocsNavItem &item : items) {
        MkDocsNavItem made = item;
        domain::Result<std::vector<MkDocsNavItem>> children = std::vector<MkDocsNavItem>();
        if (const std::optional<QString> path = item.isSection ? std::nullopt : includedPath(item.target)) {
            children = included(*path);
            made.isSection = true;
            made.target.clear();
        } else if (item.isSection) {
            children = withIncludes(item.children);
        }
        if (!children)
            return std::unexpected(children.error());
        made.children = std::move(*children);
        out.push_back(std::move(made));
    }
    return out;
}

} // namespace callboard::docs
