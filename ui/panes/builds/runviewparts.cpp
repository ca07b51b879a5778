// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run is made of: what is open of it, and what is copied.
#include "ui/panes/builds/runview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTreeView>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using domain::BuildState;
using items::RunPartsModel;

namespace {

    /// The same after a refresh. A heading's name tells how many are below it, which changes: it is known by what they are.
    QString partKey(const QModelIndex &at)
    {
        if (!at.data(items::GroupRole).toBool())
            return at.data(items::RefRole).toString();
        return u"heading\n"_s + QString::number(at.model()->index(0, 0, at).data(RunPartsModel::KindRole).toInt());
    }

} // namespace

void RunView::rememberParts()
{
    m_knownParts.clear();
    m_openParts.clear();
    const auto remember = [this](const auto &self, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex at = m_model.index(row, 0, parent);
            if (m_model.rowCount(at) == 0)
                continue;
            m_knownParts.insert(partKey(at));
            if (m_parts->isExpanded(at))
                m_openParts.insert(partKey(at));
            self(self, at);
        }
    };
    remember(remember, {});
}

/// What was there before is as the person left it.
void RunView::expandPart(const QModelIndex &at, bool usually)
{
    const QString key = partKey(at);
    m_parts->setExpanded(at, m_knownParts.contains(key) ? m_openParts.contains(key) : usually);
}

void RunView::expandParts()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex at = m_model.index(row, 0);
        const auto state = BuildState(at.data(RunPartsModel::StateRole).toInt());
        const bool isHeading = at.data(items::GroupRole).toBool();
        expandPart(at, isHeading || builds::isBroken(state) || state == BuildState::Running);
        if (!isHeading)
            continue;
        // Headings and annotations took no time: their words have the whole row.
        m_parts->setFirstColumnSpanned(row, {}, true);
        for (int child = 0; child < m_model.rowCount(at); ++child) {
            const QModelIndex under = m_model.index(child, 0, at);
            const bool isAnnotation = under.data(RunPartsModel::KindRole).toInt() == int(RunPartsModel::Kind::Annotation);
            m_parts->setFirstColumnSpanned(child, at, isAnnotation);
            if (m_model.rowCount(under) > 0)
                expandPart(under, true);
        }
    }
}

/// With what an annotation or a failed test says, and how much of the code a job's tests went through.
void RunView::copyPart() const
{
    const QModelIndex at = m_parts->currentIndex().siblingAtColumn(0);
    QStringList said { at.data().toString() };
    const auto kind = RunPartsModel::Kind(at.data(RunPartsModel::KindRole).toInt());
    if (kind != RunPartsModel::Kind::Job)
        said += at.data(kind == RunPartsModel::Kind::Coverage ? int(items::DescriptionRole) : int(RunPartsModel::DetailRole)).toString();
    said.removeAll(QString());
    if (!said.isEmpty())
        QGuiApplication::clipboard()->setText(said.join(u'\n'));
}

} // namespace callboard::ui::panes
