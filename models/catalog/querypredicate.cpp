// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/querypredicate.h"
#include "models/catalog/queryjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::catalog {

using domain::ErrorCode;
using domain::Result;
using domain::fail;

namespace {

constexpr int deepestPredicate = 64;

std::unexpected<domain::Error> invalid(const QString &detail)
{
    return fail(ErrorCode::Invalid, detail);
}

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString() + u'"';
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isNull() || value.isUndefined() ? u"null"_s : value.toVariant().toString();
}

bool isPrimitive(const QJsonValue &value)
{
    return value.isString() || value.isDouble() || value.isBool();
}

Predicate condition(Predicate::Op op, const QString &key, const QStringList &values = {})
{
    return { op, key.toLower(), values, {} };
}

/// Turns a predicate in JSON into conditions, with Backstage's own complaints.
class PredicateReader {
public:
    Result<Predicate> read(const QJsonValue &value, int depth = 0)
    {
        if (depth > deepestPredicate)
            return invalid(u"Invalid filter predicate: nested deeper than %1 levels"_s.arg(deepestPredicate));
        if (isPrimitive(value)) {
            return invalid(u"Invalid filter predicate: top-level primitive values are not supported. Wrap the value in a "
                           "field expression, e.g. { \"kind\": %1 }"_s.arg(asText(value)));
        }
        if (!value.isObject())
            return invalid(u"Invalid filter predicate: expected an object, but got %1"_s.arg(asText(value)));
        const QJsonObject object = value.toObject();
        for (const auto &[name, op] : { std::pair(u"$all"_s, Predicate::Op::All), std::pair(u"$any"_s, Predicate::Op::Any) }) {
            if (object.contains(name))
                return readList(object, name, op, depth);
        }
        if (object.contains("$not"_L1))
            return readNot(object, depth);
        return readFields(object);
    }

private:
    Result<Predicate> readList(const QJsonObject &object, const QString &name, Predicate::Op op, int depth)
    {
        if (object.size() != 1)
            return invalid(u"Operator %1 must be the only key in the predicate, wrap in $all to combine with other conditions"_s.arg(name));
        if (!object.value(name).isArray())
            return invalid(u"Invalid filter predicate: %1 takes an array"_s.arg(name));
        Predicate list { op, {}, {}, {} };
        for (const QJsonValue &item : object.value(name).toArray()) {
            Result<Predicate> child = read(item, depth + 1);
            if (!child)
                return child;
            list.children.push_back(std::move(*child));
        }
        return list;
    }

    Result<Predicate> readNot(const QJsonObject &object, int depth)
    {
        if (object.size() != 1)
            return invalid(u"Operator $not must be the only key in the predicate, wrap in $all to combine with other conditions"_s);
        Result<Predicate> child = read(object.value("$not"_L1), depth + 1);
        if (!child)
            return child;
        return Predicate { Predicate::Op::Not, {}, {}, { std::move(*child) } };
    }

    Result<Predicate> readFields(const QJsonObject &object)
    {
        Predicate all;
        for (auto at = object.begin(); at != object.end(); ++at) {
            if (at.key().startsWith(u'$'))
                return invalid(u"Invalid filter predicate: unknown operator %1"_s.arg(at.key()));
            Result<Predicate> one = readField(at.key(), at.value());
            if (!one)
                return one;
            all.children.push_back(std::move(*one));
        }
        if (all.children.size() == 1)
            return Predicate(all.children.front());
        return all;
    }

    Result<Predicate> readField(const QString &key, const QJsonValue &value)
    {
        if (isPrimitive(value))
            return condition(Predicate::Op::In, key, { primitiveText(value).toLower() });
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            // The first that has the right shape counts, and what else is there is not looked at.
            if (object.value("$exists"_L1).isBool())
                return condition(object.value("$exists"_L1).toBool() ? Predicate::Op::Exists : Predicate::Op::Missing, key);
            if (const std::optional<QStringList> values = primitives(object.value("$in"_L1)))
                return condition(Predicate::Op::In, key, *values);
            if (object.contains("$contains"_L1))
                return readContains(key, object.value("$contains"_L1));
            if (object.value("$hasPrefix"_L1).isString())
                return condition(Predicate::Op::HasPrefix, key, { object.value("$hasPrefix"_L1).toString().toLower() });
        }
        return invalid(u"Invalid filter predicate value for field \"%1\": expected a primitive value, $exists, $in, $hasPrefix, "
                       "or $contains operator, but got %2"_s.arg(key.toLower(), asText(value)));
    }

    static std::optional<QStringList> primitives(const QJsonValue &value)
    {
        if (!value.isArray())
            return std::nullopt;
        QStringList texts;
        for (const QJsonValue &item : value.toArray()) {
            if (!isPrimitive(item))
                return std::nullopt;
            texts.append(primitiveText(item).toLower());
        }
        return texts;
    }

    Result<Predicate> readContains(const QString &key, const QJsonValue &target)
    {
        if (isPrimitive(target))
            return condition(Predicate::Op::In, key, { primitiveText(target).toLower() });
        if (!target.isObject())
            return invalid(u"Unsupported $contains target for field \"%1\": %2"_s.arg(key.toLower(), asText(target)));
        if (key.toLower() != "relations"_L1)
            return invalid(u"Object form of $contains is not supported for field \"%1\""_s.arg(key.toLower()));
        return readRelation(target.toObject());
    }

    Result<Predicate> readRelation(const QJsonObject &target)
    {
        QString type;
        std::optional<QStringList> refs;
        bool sawType = false;
        for (auto at = target.begin(); at != target.end(); ++at) {
            const QString key = at.key().toLower();
            if ((key == "type"_L1 && sawType) || (key == "targetref"_L1 && refs))
                return invalid(u"Duplicate key \"%1\" in $contains for \"relations\""_s.arg(at.key()));
            if (key == "type"_L1) {
                sawType = true;
                type = at.value().toString();
            } else if (key == "targetref"_L1) {
                Result<QStringList> read = readTargets(at.value());
                if (!read)
                    return std::unexpected(read.error());
                refs = *read;
            } else {
                return invalid(u"Unsupported key \"%1\" in $contains for \"relations\". Only \"type\" and \"targetRef\" are supported"_s.arg(at.key()));
            }
        }
        if (type.isEmpty())
            return invalid(u"The $contains operator for \"relations\" requires a \"type\" string property"_s);
        const QString field = u"relations."_s + type;
        return refs ? condition(Predicate::Op::In, field, *refs) : condition(Predicate::Op::Exists, field);
    }

    static Result<QStringList> readTargets(const QJsonValue &value)
    {
        if (value.isString())
            return QStringList { value.toString().toLower() };
        const QJsonObject object = value.toObject();
        const QJsonArray list = object.value("$in"_L1).toArray();
        const bool isList = object.size() == 1 && object.value("$in"_L1).isArray()
            && std::all_of(list.begin(), list.end(), [](const QJsonValue &item) { return item.isString(); });
        if (!isList)
            return invalid(u"Unsupported value in $contains for \"relations\": expected a string or { \"$in\": [strings] }, but got %1"_s.arg(asText(value)));
        if (list.isEmpty())
            return invalid(u"Empty \"$in\" array for $contains on \"relations\" is not allowed"_s);
        QStringList refs;
        for (const QJsonValue &item : list)
            refs.append(item.toString().toLower());
        return refs;
    }
};

struct Statement {
    QString key;
    bool hasValues = false;
    QStringList values;
};

Result<std::vector<Statement>> readStatements(const QString &filter)
{
    std::vector<Statement> statements;
    for (const QString &part : filter.split(u',')) {
        const QString text = part.trimmed();
        if (text.isEmpty())
            continue;
        const qsizetype equals = text.indexOf(u'=');
        const QString key = equals < 0 ? text : text.first(equals).trimmed();
        if (key.isEmpty())
            return invalid(u"Invalid filter, '%1' is not a valid statement (expected a string on the form a=b or a= or a)"_s.arg(text));
        auto at = std::find_if(statements.begin(), statements.end(), [&](const Statement &known) { return known.key == key; });
        if (at == statements.end())
            at = statements.insert(statements.end(), Statement { key, false, {} });
        if (equals >= 0) {
            at->hasValues = true;
            at->values.append(text.sliced(equals + 1).trimmed().toLower());
        }
    }
    return statements;
}

Predicate fromStatements(const std::vector<Statement> &statements)
{
    Predicate all;
    for (const Statement &statement : statements) {
        all.children.push_back(statement.hasValues ? condition(Predicate::Op::In, statement.key, statement.values)
                                                   : condition(Predicate::Op::Exists, statement.key));
    }
    return all.children.size() == 1 ? Predicate(all.children.front()) : all;
}

} // namespace

bool Predicate::matches(const SearchRows &rows) const
{
    const auto anyValue = [&](auto test) {
        const std::vector<SearchRows::Value> &found = rows.values(key);
        return std::any_of(found.begin(), found.end(), [&](const SearchRows::Value &value) { return !value.isNull && test(value.folded); });
    };
    switch (op) {
    case Op::All:
        return std::all_of(children.begin(), children.end(), [&](const Predicate &child) { return child.matches(rows); });
    case Op::Any:
        return std::any_of(children.begin(), children.end(), [&](const Predicate &child) { return child.matches(rows); });
    case Op::Not: return !children.front().matches(rows);
    case Op::Exists: return rows.has(key);
    case Op::Missing: return !rows.has(key);
    case Op::In: return anyValue([&](const QString &value) { return values.contains(value); });
    case Op::HasPrefix: return anyValue([&](const QString &value) { return value.startsWith(values.front()); });
    }
    return false;
}

Result<Predicate> parseFilterParams(const QStringList &filters)
{
    Predicate any { Predicate::Op::Any, {}, {}, {} };
    for (const QString &filter : filters) {
        const Result<std::vector<Statement>> statements = readStatements(filter);
        if (!statements)
            return std::unexpected(statements.error());
        if (!statements->empty())
            any.children.push_back(fromStatements(*statements));
    }
    if (any.children.empty())
        return Predicate {};
    return any.children.size() == 1 ? Predicate(any.children.front()) : any;
}

Result<Predicate> parsePredicate(const QJsonValue &predicate)
{
    return PredicateReader().read(predicate);
}

QJsonObject toJson(const Predicate &predicate)
{
    const auto list = [&] {
        QJsonArray children;
        for (const Predicate &child : predicate.children)
            children.append(toJson(child));
        return children;
    };
    switch (predicate.op) {
    case Predicate::Op::All: return { { u"$all"_s, list() } };
    case Predicate::Op::Any: return { { u"$any"_s, list() } };
    case Predicate::Op::Not: return { { u"$not"_s, toJson(predicate.children.front()) } };
    case Predicate::Op::Exists: return { { predicate.key, QJsonObject { { u"$exists"_s, true } } } };
    case Predicate::Op::Missing: return { { predicate.key, QJsonObject { { u"$exists"_s, false } } } };
    case Predicate::Op::HasPrefix: return { { predicate.key, QJsonObject { { u"$hasPrefix"_s, predicate.values.front() } } } };
    case Predicate::Op::In:
        if (predicate.values.size() == 1)
            return { { predicate.key, predicate.values.front() } };
        return { { predicate.key, QJsonObject { { u"$in"_s, QJsonArray::fromStringList(predicate.values) } } } };
    }
    return {};
}

} // namespace callboard::catalog
