// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/gfm.h"

#include <md4c-html.h>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largest = 32 << 20;

void append(const MD_CHAR *text, MD_SIZE size, void *html)
{
    static_cast<QByteArray *>(html)->append(text, qsizetype(size));
}

} // namespace

domain::Result<QByteArray> gfmToHtml(QByteArrayView markdown)
{
    if (markdown.size() > largest)
        return domain::fail(domain::ErrorCode::Invalid, u"more than 32 MiB of Markdown"_s);
    QByteArray html;
    html.reserve(markdown.size() + markdown.size() / 4);
    if (md_html(markdown.data(), MD_SIZE(markdown.size()), append, &html, MD_DIALECT_GITHUB, 0) != 0)
        return domain::fail(domain::ErrorCode::Internal, u"the Markdown parser gave up"_s);
    return html;
}

} // namespace callboard::docs
