// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/casetwins.h"

#include "models/catalog/schema.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <functional>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

/// FNV-1a over UTF-16 code units.
quint64 mixed(quint64 hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    return hash;
}

/// A path, as hashes: many long ones take no room.
struct PathHash {
    quint64 exact = 0xcbf29ce484222325ULL;
    quint64 folded = exact;

    PathHash with(const QString &member) const
    {
        return { mixed(mixed(exact, u"."), member), mixed(mixed(folded, u"."), member.toLower()) };
    }
};

/// Goes through the paths that a backend indexes, in the same way each time, until it is told of one that it is wanted. As deep as
/// what JSON and YAML are read from may be.
class PathWalk final {
public:
    using IsWanted = std::function<bool(PathHash)>;

    bool run(const QJsonObject &entity, const IsWanted &isWanted)
    {
        m_isWanted = isWanted;
        return visitOwnRows(entity) || visitObject(entity, {});
    }

    /// Of the one that was wanted.
    QString path() const { return m_path.join(u'.'); }
    QString pointer() const
    {
        QString pointer;
        for (const QString &segment : m_pointer)
            pointer += u'/' + pointerSegment(segment);
        return pointer;
    }

private:
    /// What is indexed by itself, whatever it holds.
    bool visitOwnRows(const QJsonObject &entity)
    {
        for (const QString &name : { u"name"_s, u"namespace"_s, u"uid"_s }) {
            if (visitRow(u"metadata"_s, name))
                return true;
        }
        const QJsonArray relations = entity.value("relations"_L1).toArray();
        for (const QJsonValue &relation : relations) {
            if (visitRow(u"relations"_s, relation["type"_L1].toString()))
                return true;
        }
        return false;
    }

    bool visitRow(const QString &of, const QString &name)
    {
        m_path = m_pointer = { of, name };
        if (m_isWanted(PathHash().with(of).with(name)))
            return true;
        m_path.clear();
        m_pointer.clear();
        return false;
    }

    bool isIndexedApart(const QString &name) const
    {
        static const QSet<QString> ofRoot { u"attachments"_s, u"relations"_s, u"status"_s };
        static const QSet<QString> ofMetadata { u"name"_s, u"namespace"_s, u"uid"_s, u"etag"_s };
        if (m_path.isEmpty())
            return ofRoot.contains(name);
        return m_path.size() == 1 && m_path.first() == "metadata"_L1 && ofMetadata.contains(name);
    }

    bool visit(const QJsonValue &value, PathHash at)
    {
        if (value.isObject())
            return visitObject(value.toObject(), at);
        return value.isArray() ? visitArray(value.toArray(), at) : m_isWanted(at);
    }

    bool visitObject(const QJsonObject &object, PathHash at)
    {
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString name = member.key();
            if (isIndexedApart(name))
                continue;
            m_path.append(name);
            m_pointer.append(name);
            if (visit(member.value(), at.with(name)))
                return true;
            m_path.removeLast();
            m_pointer.removeLast();
        }
        return false;
    }

    bool visitArray(const QJsonArray &array, PathHash at)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue item = array.at(i);
            m_pointer.append(QString::number(i));
            if (visit(item, at) || (item.isString() && visitItem(item.toString(), at)))
                return true;
            m_pointer.removeLast();
        }
        return false;
    }

    /// A text in a list is a path of its own, too: the first of those that differ only in capitals.
    bool visitItem(const QString &item, PathHash at)
    {
        const PathHash own = at.with(item);
        if (m_items.contains(own.folded))
            return false;
        m_items.insert(own.folded);
        m_path.append(item);
        if (m_isWanted(own))
            return true;
        m_path.removeLast();
        return false;
    }

    IsWanted m_isWanted;
    QStringList m_path, m_pointer; ///< Of what is visited.
    QSet<quint64> m_items;
};

} // namespace

std::optional<CaseTwins> caseTwins(const QJsonObject &entity)
{
    QHash<quint64, quint64> known; // folded, exact
    quint64 folded = 0;
    const auto isTwin = [&](PathHash at) {
        folded = at.folded;
        const auto found = known.constFind(at.folded);
        if (found != known.cend())
            return *found != at.exact;
        known.insert(at.folded, at.exact);
        return false;
    };
    PathWalk second;
    if (!second.run(entity, isTwin))
        return std::nullopt;
    PathWalk first;
    first.run(entity, [&](PathHash at) { return at.folded == folded; });
    return CaseTwins { second.pointer(), second.path(), first.path() };
}

} // namespace callboard::catalog
