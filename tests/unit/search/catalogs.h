// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small catalogs for tests of matching, filtering and models.
#include "models/mirror/snapshot.h"
#include "models/search/catalogindex.h"
#include "tests/kit/synthetic.h"

#include <QString>

namespace callboard::testing {

/// A catalog described in lines: `Kind namespace/name key=value …` with the keys title, type, lifecycle, owner, system, tags (comma),
/// text (description, `_` for spaces), repo, problem, orphan, changed, seen, and rel:<type>=<ref>. Owner and system make relations.
inline mirror::NarrowEntity narrow(const QString &line)
{
    using namespace Qt::StringLiterals;
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    mirror::NarrowEntity entity;
    entity.kind = words.value(0);
    entity.ns = words.value(1).contains(u'/') ? words.value(1).section(u'/', 0, 0) : u"default"_s;
    entity.name = words.value(1).section(u'/', -1);
    entity.ref = QString(entity.kind + u':' + entity.ns + u'/' + entity.name).toLower();
    entity.connection = u"test"_s;
    for (const QString &word : words.sliced(2)) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1).replace(u'_', u' ');
        if (key == "title"_L1)
            entity.title = value;
        else if (key == "type"_L1)
            entity.type = value;
        else if (key == "lifecycle"_L1)
            entity.lifecycle = value;
        else if (key == "text"_L1)
            entity.description = value;
        else if (key == "repo"_L1)
            entity.repository = value;
        else if (key == "tags"_L1)
            entity.tags = value.split(u',');
        else if (key == "owner"_L1)
            entity.relations.push_back({ u"ownedBy"_s, value });
        else if (key == "system"_L1)
            entity.relations.push_back({ u"partOf"_s, value });
        else if (key == "problem"_L1)
            entity.flags |= mirror::Snapshot::HasProblems;
        else if (key == "orphan"_L1)
            entity.flags |= mirror::Snapshot::Orphan;
        else if (key == "changed"_L1)
            entity.changedAt = value.toLongLong();
        else if (key == "seen"_L1)
            entity.seenAt = value.toLongLong();
        else if (key.startsWith("rel:"_L1))
            entity.relations.push_back({ key.sliced(4), value });
    }
    return entity;
}

inline mirror::SnapshotPtr snapshotOf(const QStringList &lines, quint64 revision = 1)
{
    mirror::SnapshotBuilder builder;
    for (const QString &line : lines)
        builder.add(narrow(line));
    return builder.finish(revision);
}

inline mirror::SnapshotPtr syntheticSnapshot(quint32 size, quint32 seed = 1)
{
    const testkit::Synthetic catalog(size, seed);
    mirror::SnapshotBuilder builder(size);
    domain::Provenance provenance;
    provenance.connectionId = QStringLiteral("synthetic");
    provenance.seenAt = QDateTime::currentDateTimeUtc();
    for (quint32 i = 0; i < size; ++i)
        builder.add(mirror::NarrowEntity::from(catalog.entity(i), provenance));
    return builder.finish(1);
}

/// The catalog that most tests talk about.
inline QStringList companyLines()
{
    return {
        QStringLiteral("Group payments title=Payments type=team rel:parentOf=group:default/ledger-team rel:hasMember=user:default/mira"),
        QStringLiteral("Group ledger-team title=Ledger_Team type=squad rel:childOf=group:default/payments rel:hasMember=user:default/sefa"),
        QStringLiteral("Group web type=team"),
        QStringLiteral("User mira title=Mira_K. rel:memberOf=group:default/payments"),
        QStringLiteral("User sefa title=Sefa_O. rel:memberOf=group:default/ledger-team"),
        QStringLiteral("System settlement title=Settlement owner=group:default/payments"),
        QStringLiteral("Component ledger-api type=service lifecycle=production owner=group:default/ledger-team system=system:default/settlement tags=go,tier-1 text=Double_entry_for_every_ticket rel:dependsOn=resource:default/ledger-db changed=3000"),
        QStringLiteral("Component ledger-worker type=service lifecycle=production owner=group:default/ledger-team system=system:default/settlement tags=go changed=2000"),
        QStringLiteral("Component ledger-replay type=service lifecycle=experimental owner=group:default/payments problem= changed=1000"),
        QStringLiteral("Component seat-map type=website lifecycle=deprecated owner=group:default/web tags=typescript orphan="),
        QStringLiteral("Component faresEngine title=Fares_Engine type=library lifecycle=production owner=group:default/nobody"),
        QStringLiteral("API ledger-grpc type=grpc lifecycle=production owner=group:default/ledger-team"),
        QStringLiteral("API fx-quotes type=openapi lifecycle=production owner=group:default/payments text=Quotes_for_the_ledger"),
        QStringLiteral("Resource ledger-db type=database owner=group:default/ledger-team"),
        QStringLiteral("Location generated-1 type=url"),
    };
}

/// Display names of rows, for messages and comparisons.
template<typename Rows>
QStringList namesOf(const search::CatalogIndex &index, const Rows &rows)
{
    QStringList names;
    for (const auto &row : rows)
        names.append(index.snapshot().name(row).toString());
    return names;
}

} // namespace callboard::testing
