// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <array>

namespace callboard::testkit {

/// A made-up catalog of any size in the shape of a real one: a tree of groups, one person in ten entities,
/// domains, systems, components, APIs, resources and templates, with a power law in who depends on whom.
/// The same size and seed give the same catalog; every entity can be made alone.
class Synthetic final {
public:
    explicit Synthetic(quint32 size, quint32 seed = 1);

    quint32 size() const { return m_size; }
    QString kind(quint32 index) const;
    QString name(quint32 index) const;
    QString ref(quint32 index) const; ///< Canonical.
    /// Whole, with the relations of its own making only (the catalog derives the reverse ones).
    domain::Entity entity(quint32 index) const;

private:
    enum Part { Groups, Users, Domains, Systems, Components, Apis, Resources, Templates, PartCount };
    struct Dice;

    Part partOf(quint32 index) const;
    quint32 count(Part part) const { return m_begin[part + 1] - m_begin[part]; }
    quint32 ordinal(quint32 index) const { return index - m_begin[partOf(index)]; }
    QString refOf(Part part, quint32 ordinal) const { return ref(m_begin[part] + ordinal); }
    QString popular(Part part, Dice &dice) const;
    QString owner(Dice &dice) const;
    QString parentGroup(quint32 ordinal) const;

    QJsonObject metadata(quint32 index, Dice &dice) const;
    QJsonObject annotations(quint32 index, Dice &dice) const;
    void fill(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const;
    void fillGroup(domain::Entity &entity, QJsonObject &spec, quint32 index) const;
    void fillUser(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const;
    void fillOwned(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const;
    void relate(domain::Entity &entity, QJsonObject &spec, quint32 index, Dice &dice) const;

    quint32 m_size;
    quint32 m_seed;
    std::array<quint32, PartCount + 1> m_begin {};
};

} // namespace callboard::testkit
