// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changewording.h"

namespace callboard::items {

using namespace Qt::StringLiterals;
using mirror::ChangeKind;

QString ChangeWording::kind(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added: return tr("Added");
    case ChangeKind::Returned: return tr("Came back");
    case ChangeKind::Body: return tr("Descriptor changed");
    case ChangeKind::Relations: return tr("Relations changed");
    case ChangeKind::Removed: return tr("Removed");
    }
    return {};
}

QString ChangeWording::field(const FieldChange &change, int most)
{
    const QString path = dottedPath(change.pointer);
    switch (change.kind) {
    case FieldChange::Kind::Added: return tr("%1: added %2").arg(path, shortValue(change.after, most));
    case FieldChange::Kind::Removed: return tr("%1: removed %2").arg(path, shortValue(change.before, most));
    case FieldChange::Kind::Changed: break;
    }
    const QString before = shortValue(change.before, most), after = shortValue(change.after, most);
    // Long texts that begin alike say nothing here.
    return before == after ? tr("%1: changed").arg(path) : tr("%1: %2 → %3").arg(path, before, after);
}

QString ChangeWording::summary(const EntityDiff &diff, int parts)
{
    constexpr int shortest = 32;
    QStringList said;
    const int fields = std::min(int(diff.fields.size()), parts);
    for (int i = 0; i < fields; ++i)
        said.append(field(diff.fields[size_t(i)], shortest));
    if (const int more = int(diff.fields.size()) - fields; more > 0 && diff.moreFields)
        said.append(tr("more than %n further field(s)", nullptr, more));
    else if (more > 0)
        said.append(tr("%n further field(s)", nullptr, more));
    if (const int added = int(diff.relationsAdded.size()); added > 0)
        said.append(tr("%n relation(s) added", nullptr, added));
    if (const int removed = int(diff.relationsRemoved.size()); removed > 0)
        said.append(tr("%n relation(s) removed", nullptr, removed));
    return said.join(u" · "_s);
}

QStringList ChangeWording::lines(const EntityDiff &diff)
{
    constexpr int longest = 200;
    QStringList said;
    for (const FieldChange &change : diff.fields)
        said.append(field(change, longest));
    if (diff.moreFields)
        said.append(tr("…and further fields"));
    for (const domain::Relation &relation : diff.relationsAdded)
        said.append(tr("relation added: %1 %2").arg(relation.type, relation.targetRef));
    for (const domain::Relation &relation : diff.relationsRemoved)
        said.append(tr("relation removed: %1 %2").arg(relation.type, relation.targetRef));
    return said;
}

} // namespace callboard::items
