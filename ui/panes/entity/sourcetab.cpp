// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/sourcetab.h"

#include "models/items/problemwording.h"
#include "ui/kit/codeview.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/sentences.h"
#include "ui/kit/widgets.h"
#include "ui/panes/entity/celltable.h"
#include "ui/panes/entity/pagemenu.h"
#include "ui/panes/entity/pagerows.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    constexpr int codeHeight = 240;

    std::vector<CodeView::Mark> marksOf(const std::vector<domain::Problem> &problems)
    {
        std::vector<CodeView::Mark> marks;
        for (const domain::Problem &problem : problems)
            if (problem.line > 0)
                marks.push_back({ problem.line, problem.column, 0, problem.severity, items::ProblemWording::sentence(problem) });
        return marks;
    }

    /// A file whose path we are told has its own name; of a location the last part of the path is one.
    QString fileNameOf(const sync::Workspace::Source &source)
    {
        const QString place = source.localPath.isEmpty() ? source.location : source.localPath;
        const QString name = place.section(u'?', 0, 0).section(u'/', -1);
        return name.contains(u'.') ? name : u"catalog-info.yaml"_s;
    }
}

SourceTab::SourceTab(QWidget *parent)
    : QWidget(parent)
    , m_place(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_asOf(new AsOfLabel)
    , m_code(new CodeView)
    , m_problems(new CellTable)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_place->setElide(Qt::ElideMiddle);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_place, 1);
    head->addWidget(m_asOf);
    column->addLayout(head);
    m_code->setMinimumHeight(codeHeight);
    column->addWidget(m_code, 1);
    m_problems->setAccessibleName(tr("Problems in this file"));
    column->addWidget(m_problems);
    connect(m_problems, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        goToLine(m_shown[size_t(index.row())].line);
    });
    connect(m_problems, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        goToLine(m_shown[size_t(index.row())].line);
    });
}

void SourceTab::show(const PageData &data)
{
    const domain::Result<sync::Workspace::Source> &source = data.source;
    m_code->setAccessibleName(tr("Source of %1").arg(data.content.ref));
    m_shown = data.problems;
    if (source && !source->text.isEmpty()) {
        m_place->setText(source->localPath.isEmpty() ? source->location : source->localPath);
        m_code->setSource(QString::fromUtf8(source->text), fileNameOf(*source));
        m_code->setMarks(marksOf(data.problems));
        if (source->firstLine > 1)
            m_code->goToLine(source->firstLine);
    } else {
        // A portal hands out finished entities; their text stays with it.
        m_place->setText(source || source.error().code == domain::ErrorCode::NotFound
                ? tr("As %1 serves it; the descriptor’s own text is not here.").arg(data.connectionName)
                : sentenceText(source.error()));
        m_code->setSource(entityAsJson(data.entity), u"entity.json"_s);
        m_code->setMarks({});
    }
    setAge(data.provenance.seenAt, data.stale);
    const TableContent table = PageRows::problems(data.problems);
    m_problems->setRows(table.headers, table.rows, table.weights);
    m_problems->setVisible(!data.problems.empty());
}

void SourceTab::setAge(const QDateTime &seenAt, bool stale)
{
    m_asOf->setTime(seenAt, stale);
}

void SourceTab::goToLine(int line)
{
    if (line > 0)
        m_code->goToLine(line);
}

} // namespace callboard::ui::panes
