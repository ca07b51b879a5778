// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apichanges.h"

#include "models/items/apiwording.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ApiWording;

ApiChanges::ApiChanges(ApiReading &reading, QWidget *parent)
    : QWidget(parent)
    , m_reading(reading)
    , m_versions(new QComboBox)
    , m_summary(new TextLabel({}, TextRole::Dense))
    , m_tree(new QTreeWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(8);
    auto *label = new TextLabel(tr("Since"), TextRole::Dense, TextLabel::Ink::Secondary);
    label->setBuddy(m_versions);
    m_versions->setAccessibleName(tr("Compare with"));
    setSmall(m_versions);
    row->addWidget(label);
    row->addWidget(m_versions);
    row->addWidget(m_summary, 1);
    column->addLayout(row);
    m_tree->setAccessibleName(tr("Changes in the definition"));
    m_tree->setHeaderLabels({ tr("What changed"), tr("How") });
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_tree, 1);
    connect(m_versions, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            compare();
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const QString id = (item->parent() ? item->parent() : item)->data(0, Qt::UserRole).toString();
        if (!id.isEmpty())
            Q_EMIT itemWanted(id);
    });
    connect(&reading, &ApiReading::compared, this, [this](const std::shared_ptr<const ReadComparison> &found) { take(*found); });
}

void ApiChanges::show(ReadApiPtr api)
{
    m_api = std::move(api);
    m_filling = true;
    m_versions->clear();
    m_tree->clear();
    m_summary->clear();
    if (m_api) {
        for (const ReadApi::Version &version : m_api->versions)
            m_versions->addItem(exactTime(version.at), version.id);
    }
    m_filling = false;
    m_versions->setEnabled(m_versions->count() > 0);
    if (m_versions->count() > 0)
        compare();
    else if (m_api && m_api->definition)
        m_summary->setText(tr("This is the only version that was seen here. The next one is compared with it."));
}

QString ApiChanges::summary() const
{
    return m_summary->text();
}

void ApiChanges::compare()
{
    if (m_api && m_api->definition && m_versions->currentIndex() >= 0)
        m_reading.compare(m_api->ref, m_versions->currentData().toLongLong(), m_api->definition);
}

void ApiChanges::take(const ReadComparison &found)
{
    if (!m_api || found.ref != m_api->ref || found.version != m_versions->currentData().toLongLong())
        return;
    m_tree->clear();
    if (found.error) {
        m_summary->setText(sentenceText(*found.error));
        return;
    }
    m_summary->setText(ApiWording::summary(found.comparison));
    QList<QTreeWidgetItem *> rows;
    for (const apis::ItemChange &change : found.comparison.changes) {
        auto *row = new QTreeWidgetItem({ change.name, change.breaking ? tr("%1, breaking").arg(ApiWording::change(change.kind)) : ApiWording::change(change.kind) });
        row->setData(0, Qt::UserRole, change.kind == apis::ItemChange::Kind::Removed ? QString() : change.id);
        if (change.breaking)
            row->setIcon(0, icon(u"warning"_s));
        for (const apis::Difference &one : change.differences) {
            auto *detail = new QTreeWidgetItem(row, { ApiWording::difference(one), one.breaking ? tr("breaking") : QString() });
            detail->setToolTip(0, ApiWording::difference(one));
            if (one.breaking)
                detail->setIcon(0, icon(u"warning"_s));
        }
        rows.append(row);
    }
    m_tree->addTopLevelItems(rows);
    for (QTreeWidgetItem *row : std::as_const(rows))
        row->setExpanded(true);
    Q_EMIT shown();
}

} // namespace callboard::ui::panes
