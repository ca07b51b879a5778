// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/entitydiff.h"

#include "models/domain/yamlwriter.h"
#include "models/mirror/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace callboard::items {

using namespace Qt::StringLiterals;
using domain::Entity;
using domain::Relation;

namespace {

/// Deeper differences are one difference.
constexpr int deepest = 32;

QString escaped(QString name)
{
    return name.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

class Fields final {
public:
    explicit Fields(EntityDiff &diff)
        : m_diff(diff)
    {
    }

    void compare(const QString &pointer, const QJsonValue &before, const QJsonValue &after, int depth = 0)
    {
        if (m_diff.moreFields || before == after)
            return;
        if (depth < deepest && before.isObject() && after.isObject()) {
            const QJsonObject a = before.toObject(), b = after.toObject();
            QStringList names = a.keys() + b.keys();
            names.sort();
            names.removeDuplicates();
            for (const QString &name : std::as_const(names))
                compare(pointer + u'/' + escaped(name), a.value(name), b.value(name), depth + 1);
        } else if (before.isArray() && after.isArray() && arePlain(before.toArray()) && arePlain(after.toArray())) {
            comparePlain(pointer, before.toArray(), after.toArray());
        } else if (depth < deepest && before.isArray() && after.isArray() && before.toArray().size() == after.toArray().size()) {
            const QJsonArray a = before.toArray(), b = after.toArray();
            for (qsizetype i = 0; i < a.size(); ++i)
                compare(pointer + u'/' + QString::number(i), a[i], b[i], depth + 1);
        } else {
            add(pointer, before, after);
        }
    }

private:
    static bool arePlain(const QJsonArray &list)
    {
        return std::ranges::none_of(list, [](const QJsonValue &item) { return item.isObject() || item.isArray(); });
    }

    /// Tags and the like: what came and what went; where neither did, the order.
    void comparePlain(const QString &pointer, const QJsonArray &before, const QJsonArray &after)
    {
        if (before.size() > qsizetype(EntityDiff::mostFields) || after.size() > qsizetype(EntityDiff::mostFields)) {
            add(pointer, before, after);
            return;
        }
        const size_t known = m_diff.fields.size();
        for (const QJsonValue &item : before) {
            if (!after.contains(item))
                add(pointer, item, QJsonValue(QJsonValue::Undefined));
        }
        for (const QJsonValue &item : after) {
            if (!before.contains(item))
                add(pointer, QJsonValue(QJsonValue::Undefined), item);
        }
        if (m_diff.fields.size() == known)
            add(pointer, before, after);
    }

    void add(const QString &pointer, const QJsonValue &before, const QJsonValue &after)
    {
        if (m_diff.fields.size() >= EntityDiff::mostFields) {
            m_diff.moreFields = true;
            return;
        }
        const auto kind = before.isUndefined() ? FieldChange::Kind::Added
            : after.isUndefined()              ? FieldChange::Kind::Removed
                                               : FieldChange::Kind::Changed;
        m_diff.fields.push_back({ kind, pointer, before, after });
    }

    EntityDiff &m_diff;
};

QJsonValue meaning(const Entity *entity)
{
    return entity ? QJsonValue(mirror::meaningOf(entity->body)) : QJsonValue(QJsonValue::Undefined);
}

std::vector<Relation> sortedRelations(const Entity *entity)
{
    std::vector<Relation> relations = entity ? entity->relations : std::vector<Relation>();
    std::ranges::sort(relations);
    return relations;
}

} // namespace

EntityDiff EntityDiff::summaryOf(const Entity *before, const Entity *after)
{
    EntityDiff diff;
    if (before && after)
        Fields(diff).compare({}, meaning(before), meaning(after));
    const std::vector<Relation> a = sortedRelations(before), b = sortedRelations(after);
    std::ranges::set_difference(a, b, std::back_inserter(diff.relationsRemoved));
    std::ranges::set_difference(b, a, std::back_inserter(diff.relationsAdded));
    return diff;
}

EntityDiff EntityDiff::of(const Entity *before, const Entity *after)
{
    EntityDiff diff = summaryOf(before, after);
    diff.text = domain::LineDiff::of(comparableText(before), comparableText(after));
    return diff;
}

QString comparableText(const Entity *entity)
{
    if (!entity)
        return {};
    std::map<QString, QJsonArray> targets;
    for (const Relation &relation : sortedRelations(entity))
        targets[relation.type].append(relation.targetRef);
    QJsonObject relations;
    for (const auto &[type, refs] : targets)
        relations.insert(type, refs);
    QJsonObject whole = mirror::meaningOf(entity->body);
    if (!relations.isEmpty())
        whole.insert(u"relations"_s, relations);
    return domain::toYaml(whole);
}

QString shortValue(const QJsonValue &value, int most)
{
    QString text;
    if (value.isString()) {
        text = value.toString();
    } else if (!value.isUndefined()) {
        const QString list = QString::fromUtf8(QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact));
        text = list.mid(1, list.size() - 2);
    }
    text = text.left(most * 4).simplified();
    if (text.size() <= most)
        return text;
    qsizetype end = most - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.left(end) + u'…';
}

QString dottedPath(const QString &pointer)
{
    QString path;
    for (QString name : pointer.split(u'/').mid(1)) {
        name.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (!path.isEmpty())
            path += u'.';
        path += name.contains(u'.') ? QString(u'"' + name + u'"') : name;
    }
    return path;
}

} // namespace callboard::items
