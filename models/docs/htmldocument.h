// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/htmllink.h"
#include "models/domain/docs.h"
#include "models/domain/result.h"

#include <QByteArrayView>

namespace callboard::docs {

/// HTML, a whole page or a part of one, as what Callboard shows: read as a browser reads it, and sanitised by building up from
/// an allow-list what a `Document` can hold. What Python-Markdown, pymdownx, Material for MkDocs and GitHub write is understood; of
/// what is not, the text stays. Scripts, styles, handlers, forms, frames and objects are left out, links and images that may not
/// be become text (`runLink`, `runImage`), a drawing in the page its title. UTF-8.
/// Invalid: more than 50 MiB, nested more than 2,000 deep, or more elements than 1 GiB of memory holds. Linear. Any thread.
domain::Result<domain::Document> documentFromHtml(QByteArrayView html, const HtmlPlace &place);

/// A page of a site that MkDocs built, with its theme around it.
struct BuiltPage {
    QString title;    ///< Of the page, without the site's name.
    QString siteName; ///< Empty where the theme does not say.
    domain::Document article;
    std::vector<domain::DocHeading> outline;
    std::vector<domain::DocNavEntry> nav; ///< The whole site's, as the page shows it; paths as `domain::DocPage::path`.
    QString editUrl;
};

/// The same for a whole page of a built site: Material for MkDocs (which TechDocs uses), MkDocs' own themes "mkdocs" and "readthedocs";
/// of another theme, `<main>` or `<article>` is the article. Errors as above.
domain::Result<BuiltPage> techdocsArticle(QByteArrayView html, const HtmlPlace &place);

} // namespace callboard::docs
