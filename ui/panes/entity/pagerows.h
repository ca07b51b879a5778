// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runindex.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/pagedata.h"

#include <QCoreApplication>

namespace callboard::ui::panes {

/// What a table on the page shows: headings for screen readers, rows, and how its columns share the width.
struct TableContent {
    QStringList headers;
    std::vector<CellRow> rows;
    QList<int> weights;
};

/// Turns what is known of an entity into rows of small tables.
class PageRows final {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::PageRows)
public:
    static TableContent facts(const std::vector<FactRow> &facts);
    static TableContent links(const std::vector<FactRow> &links);
    /// Name, what it is or who has it; with the relation in words where `verbs`.
    static TableContent related(const std::vector<RelatedEntity> &rows, bool verbs = false);
    static TableContent relatedWide(const std::vector<RelatedEntity> &rows);
    static TableContent entities(const std::vector<RelatedEntity> &rows);
    static TableContent problems(const std::vector<domain::Problem> &problems);
    static TableContent changes(const std::vector<mirror::Version> &history);
    static TableContent provenance(const PageData &data);
    /// Runs of its builds, as links to the CI pane.
    static TableContent builds(const builds::RunIndex &index, const std::vector<builds::RunRow> &rows);
    static TableContent ownedCounts(const std::vector<OwnedCount> &counts);
    static TableContent parameters(const std::vector<TemplateParameter> &parameters);
    static TableContent steps(const std::vector<TemplateStep> &steps);
    static QString problemPlace(const domain::Problem &problem);
    static Status statusOf(domain::Severity severity);
};

} // namespace callboard::ui::panes
