// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/listfilters.h"

#include "models/search/listfilter.h"
#include "ui/panes/catalog/querysuggestions.h"

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    QStringList offered(const search::CatalogIndex &index, const QStringList &ownKeys, const QString &word)
    {
        const QString sign = word.startsWith(u'-') ? u"-"_s : QString();
        const QString typed = word.sliced(sign.size());
        QStringList fitting;
        for (const QString &key : ownKeys) {
            if (!typed.isEmpty() && key.startsWith(typed, Qt::CaseInsensitive))
                fitting += sign + key + u':';
        }
        for (const QString &one : suggestionsFor(index, word)) {
            // Keys that need whole entities mean nothing here.
            if (!one.endsWith(u':') || search::ListFilter::isToken(one + u'x', {}) || one.endsWith("is:"_L1))
                fitting += one;
        }
        return fitting;
    }

} // namespace

void prepareListFilter(FilterBox &box, const search::LiveIndex &index, const QStringList &ownKeys)
{
    box.setTokenTest([ownKeys](const QString &word) { return search::ListFilter::isToken(word, ownKeys); });
    box.setSuggest([&index, ownKeys](const QString &word) { return offered(*index.index(), ownKeys, word); });
}

} // namespace callboard::ui::panes
