// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/pane.h"

namespace callboard::ui::panes {

/// Chips and suggestions of the plain language as lists about entities take it (`search::ListFilter`), with the list's own keys.
void prepareListFilter(FilterBox &box, const search::LiveIndex &index, const QStringList &ownKeys);

/// Has a pane's filter box narrow its model, and the model know the catalog that terms about entities ask. All outlive each other as
/// members of the pane do.
template<typename Model>
void attachListFilter(FilterBox &box, Model &model, const PaneContext &context, const QStringList &ownKeys = {})
{
    prepareListFilter(box, context.index, ownKeys);
    const auto follow = [&model, &index = context.index, &user = context.user] {
        model.setCatalog(index.index(), user.personal(index.index()->snapshotPtr()));
    };
    QObject::connect(&context.index, &search::LiveIndex::changed, &box, follow);
    QObject::connect(&context.user, &items::UserState::personalChanged, &box, follow);
    follow();
    QObject::connect(&box, &FilterBox::textChanged, &model, &Model::setText);
}

} // namespace callboard::ui::panes
