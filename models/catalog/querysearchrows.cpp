// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/casetwins.h"
#include "models/catalog/queryjson.h"
#include "models/catalog/querypredicate.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::catalog {

namespace {

constexpr qsizetype longestKey = 200;
constexpr qsizetype longestValue = 200;
constexpr int deepestBody = 200; ///< Descriptors end at 100; this only keeps the stack bounded.

struct RawRow {
    QString key;
    QJsonValue value;
};

bool isSpecial(const QString &path)
{
    static const QSet<QString> special { u"attachments"_s, u"relations"_s, u"status"_s, u"metadata.name"_s,
        u"metadata.namespace"_s, u"metadata.uid"_s, u"metadata.etag"_s };
    return special.contains(path);
}

class Traversal {
public:
    std::vector<RawRow> run(const QJsonObject &root)
    {
        visit({}, root, 0);
        return std::move(m_rows);
    }

private:
    void visit(const QString &path, const QJsonValue &value, int depth)
    {
        if (isSpecial(path) || depth > deepestBody)
            return;
        if (value.isArray())
            visitArray(path, value.toArray(), depth);
        else if (value.isObject())
            visitObject(path, value.toObject(), depth);
        else
            m_rows.push_back({ path, value });
    }

    void visitArray(const QString &path, const QJsonArray &array, int depth)
    {
        for (const QJsonValue &item : array) {
            visit(path, item, depth + 1);
            if (!item.isString())
                continue;
            const QString key = path + u'.' + item.toString();
            if (const QString folded = key.toLower(); !m_seenItems.contains(folded)) {
                m_seenItems.insert(folded);
                m_rows.push_back({ key, true });
            }
        }
    }

    void visitObject(const QString &path, const QJsonObject &object, int depth)
    {
        for (auto at = object.begin(); at != object.end(); ++at)
            visit(path.isEmpty() ? at.key() : QString(path + u'.' + at.key()), at.value(), depth + 1);
    }

    std::vector<RawRow> m_rows;
    QSet<QString> m_seenItems;
};

std::vector<RawRow> rawRows(const QJsonObject &served)
{
    std::vector<RawRow> raw = Traversal().run(served);
    const QJsonObject metadata = served.value("metadata"_L1).toObject();
    raw.push_back({ u"metadata.name"_s, metadata.value("name"_L1) });
    raw.push_back({ u"metadata.namespace"_s, metadata.value("namespace"_L1) });
    raw.push_back({ u"metadata.uid"_s, metadata.value("uid"_L1) });
    if (metadata.value("namespace"_L1).toString().isEmpty())
        raw.push_back({ u"metadata.namespace"_s, u"default"_s });
    for (const QJsonValue &relation : served.value("relations"_L1).toArray()) {
        const QJsonObject edge = relation.toObject();
        raw.push_back({ u"relations."_s + edge.value("type"_L1).toString(), edge.value("targetRef"_L1) });
    }
    return raw;
}

} // namespace

domain::Result<SearchRows> SearchRows::of(const QJsonObject &served)
{
    if (const std::optional<CaseTwins> twins = caseTwins(served))
        return domain::fail(domain::ErrorCode::Invalid,
            u"Entity has duplicate keys that vary only in casing, '%1'"_s.arg(twins->path.toLower()));
    SearchRows rows;
    for (const RawRow &row : rawRows(served))
        rows.add(row.key.toLower(), row.value);
    return rows;
}

void SearchRows::add(const QString &key, const QJsonValue &value)
{
    if (key.size() > longestKey)
        return;
    Value row;
    row.isNull = value.isNull() || value.isUndefined();
    if (!row.isNull) {
        row.original = primitiveText(value);
        row.folded = row.original.toLower();
        row.isNull = row.folded.size() > longestValue;
    }
    if (row.isNull)
        row.original = row.folded = QString();
    std::vector<Value> &known = m_rows[key];
    const bool isKnown = std::any_of(known.begin(), known.end(),
        [&](const Value &other) { return other.isNull == row.isNull && other.folded == row.folded; });
    if (!isKnown)
        known.push_back(std::move(row));
}

const std::vector<SearchRows::Value> &SearchRows::values(const QString &foldedKey) const
{
    static const std::vector<Value> none;
    const auto at = m_rows.constFind(foldedKey);
    return at == m_rows.constEnd() ? none : *at;
}

} // namespace callboard::catalog
