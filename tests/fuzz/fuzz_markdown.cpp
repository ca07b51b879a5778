// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mkdocsconfig.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::docs;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

MarkdownOptions optionsOf(QByteArrayView config)
{
    MarkdownOptions options;
    options.extensions = readMkDocsConfig(config, u"mkdocs.yml"_s)->extensions;
    // A snippet that names itself and others, which must end.
    options.snippet = [](const QString &path) -> std::optional<QString> {
        return path.size() > 40 ? std::nullopt : std::optional(u"*snippet*\n--8<-- \""_s + path + u"x\"\n"_s);
    };
    options.resolve = [](const QString &url) { return url; };
    return options;
}

const MarkdownOptions &options(uint8_t which)
{
    static const MarkdownOptions plain = optionsOf("site_name: x\n");
    static const MarkdownOptions techdocs = optionsOf("site_name: x\nplugins: [techdocs-core]\n");
    static const MarkdownOptions all = optionsOf(
        "site_name: x\nmarkdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, sane_lists, smarty, nl2br, "
        "wikilinks, codehilite, pymdownx.keys, pymdownx.arithmatex, pymdownx.escapeall, pymdownx.tabbed, pymdownx.magiclink]\n");
    return which % 3 == 0 ? plain : which % 3 == 1 ? techdocs : all;
}

} // namespace

/// The first byte chooses the extensions; what follows is a page.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView text(data + 1, qsizetype(size) - 1);
    const auto page = renderMarkdown(QString::fromUtf8(text), options(data[0]));
    require(page.has_value());
    // Placeholders stand for what was put aside; none may be seen.
    require(!page->html.contains(u"\u0002wzxhzdk:"_s));
    for (const MarkdownHeading &heading : page->headings)
        require(heading.level >= 1 && heading.level <= 6);
    return 0;
}
