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

void requireBounded(const std::vector<MkDocsNavItem> &items, int depth)
{
    require(depth <= 42);
    for (const MkDocsNavItem &item : items) {
        require(item.isSection ? item.target.isEmpty() && item.title : item.children.empty());
        requireBounded(item.children, depth + 1);
    }
}

} // namespace

/// A mkdocs.yml; what it inherits from is itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    int reads = 0;
    const auto inherit = [&](const QString &) -> domain::Result<QByteArray> {
        ++reads;
        return text.toByteArray();
    };
    const auto config = readMkDocsConfig(text, u"mkdocs.yml"_s, inherit);
    require(reads <= 8);
    if (!config) {
        require(config.error().code == domain::ErrorCode::Invalid && config.error().detail.contains(u':'));
        return 0;
    }
    require(!config->siteName.isEmpty() && !config->docsDir.isEmpty());
    require(config->editUri.isEmpty() || config->editUri.endsWith(u'/'));
    if (config->nav)
        requireBounded(*config->nav, 0);
    // All that is named can be loaded, whatever its options are.
    MarkdownOptions options;
    options.extensions = config->extensions;
    require(renderMarkdown(u"# Title\n\n*a* `b` [c](d.md)\n\n- e\n"_s, options).has_value());
    return 0;
}
