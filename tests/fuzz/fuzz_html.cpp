// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmldocument.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

bool mayBeLink(const QString &link)
{
    if (link.isEmpty() || link.startsWith(u'#') || link.startsWith("https://"_L1) || link.startsWith("http://"_L1)
        || link.startsWith("mailto:"_L1))
        return true;
    const auto parts = domain::docLink(link, u"component:default/a"_s, {});
    return !parts.path.startsWith(u'/') && !QString("/"_L1 + parts.path + "/"_L1).contains("/../"_L1) && !parts.path.section(u'/', 0, 0).contains(u':');
}

void check(const std::vector<domain::Block> &blocks)
{
    for (const auto &block : blocks) {
        for (const auto &run : block.runs) {
            if (!mayBeLink(run.link) || !mayBeLink(run.image) || run.image.startsWith("mailto:"_L1))
                std::abort();
        }
        check(block.children);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView html(data, qsizetype(size));
    const docs::HtmlPlace place { u"guide/setup/"_s, u"https://portal.test"_s };
    if (const auto document = docs::documentFromHtml(html, place)) {
        check(document->blocks);
        if (domain::Document::fromJson(document->toJson()) != *document)
            std::abort();
    }
    if (const auto page = docs::techdocsArticle(html, place))
        check(page->article.blocks);
    return 0;
}
