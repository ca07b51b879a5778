// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/substitute.h"

#include "models/catalog/schema.h"
#include "models/catalog/yaml_node.h"
#include "models/catalog/yaml_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// UTF-8, as JavaScript decodes a buffer.
QByteArray utf8Of(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? bytes : yaml::repaired(bytes);
}

bool isJsonDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Behind the number that begins at `i`; -1 where JSON has no such number.
qsizetype numberEnd(QByteArrayView json, qsizetype i)
{
    const auto skip = [&](QByteArrayView any) {
        const bool isThere = i < json.size() && any.contains(json[i]);
        i += isThere ? 1 : 0;
        return isThere;
    };
    const auto digits = [&] {
        const qsizetype from = i;
        while (i < json.size() && isJsonDigit(json[i]))
            ++i;
        return i > from;
    };
    skip("-");
    if (!digits() || (skip(".") && !digits()))
        return -1;
    if (skip("eE")) {
        skip("+-");
        if (!digits())
            return -1;
    }
    return i;
}

/// Behind the text that begins at `i`; -1 where JSON has no such text.
qsizetype textEnd(QByteArrayView json, qsizetype i)
{
    while (++i < json.size()) {
        if (json[i] == '"')
            return i + 1;
        if (uchar(json[i]) < 0x20)
            return -1;
        if (json[i] == '\\' && (++i == json.size() || !QByteArrayView("\"\\/bfnrtu").contains(json[i])))
            return -1;
    }
    return i;
}

/// Where a text or a number stands that JSON does not have. Qt reads line ends in a text, any letter behind a backslash, and `1.`.
qsizetype noJsonAt(QByteArrayView json)
{
    for (qsizetype i = 0; i < json.size();) {
        const bool isNumber = json[i] == '-' || isJsonDigit(json[i]);
        const qsizetype end = json[i] == '"' ? textEnd(json, i) : isNumber ? numberEnd(json, i) : i + 1;
        if (end < 0)
            return i;
        i = end;
    }
    return -1;
}

/// In words of our own: Qt's are in the language of whoever reads, and problems are kept.
QString complaint(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::NoError: break;
    case QJsonParseError::UnterminatedObject: return u"the closing `}` is missing"_s;
    case QJsonParseError::UnterminatedArray: return u"the closing `]` is missing"_s;
    case QJsonParseError::UnterminatedString: return u"the closing \" is missing"_s;
    case QJsonParseError::MissingNameSeparator: return u"a `:` is missing behind a name"_s;
    case QJsonParseError::MissingValueSeparator: return u"a `,` is missing between two values"_s;
    case QJsonParseError::MissingObject: return u"a name or a value is missing"_s;
    case QJsonParseError::IllegalValue: return u"JSON has no such value"_s;
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber: return u"JSON has no such number"_s;
    case QJsonParseError::IllegalEscapeSequence: return u"JSON has no such escape"_s;
    case QJsonParseError::IllegalUTF8String: return u"the text is not UTF-8"_s;
    case QJsonParseError::DeepNesting: return u"it is nested too deep"_s;
    case QJsonParseError::DocumentTooLarge: return u"it is too long"_s;
    case QJsonParseError::GarbageAtEnd: return u"more follows than one value"_s;
    }
    return {};
}

/// QJsonDocument takes only maps and lists at the root; JSON has any value there.
Result<QJsonValue> fromJson(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + bytes + ']', &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Invalid,
            u"it is not JSON: %1 at character %2"_s.arg(complaint(error.error)).arg(std::max(0, error.offset)));
    if (const qsizetype at = noJsonAt(bytes); at >= 0)
        return fail(ErrorCode::Invalid, u"it is not JSON: JSON has no such text or number as at character %1"_s.arg(at + 1));
    if (document.array().size() != 1)
        return fail(ErrorCode::Invalid, u"it does not hold one JSON value"_s);
    return document.array().first();
}

Result<QJsonValue> fromYaml(const QByteArray &bytes)
{
    const std::vector<YamlDocument> documents = readYaml(bytes);
    if (documents.size() != 1)
        return fail(ErrorCode::Invalid,
            u"it must hold exactly one YAML document, and holds %1"_s.arg(documents.size()));
    const YamlDocument &document = documents.front();
    if (document.error)
        return fail(ErrorCode::Invalid,
            u"it is not YAML: %1 (line %2)"_s.arg(document.error->message).arg(document.error->at.line));
    return document.value.isUndefined() ? QJsonValue(QJsonValue::Null) : document.value;
}

/// The key of an object that stands for a file; empty for any other object.
QString placeholderKey(const QJsonObject &object, bool takesApis)
{
    const QString key = object.size() == 1 ? object.constBegin().key() : QString();
    const bool ours = key == u"$text" || key == u"$json" || key == u"$yaml"
        || (takesApis && (key == u"$openapi" || key == u"$asyncapi"));
    return ours ? key : QString();
}

bool hasDollarKey(const QJsonObject &object)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.key().startsWith(u'$'))
            return true;
    }
    return false;
}

class Substituter final {
public:
    explicit Substituter(PlaceholderSource &source)
        : m_source(source)
    {
    }

    QJsonValue visit(const QJsonValue &value, const QString &pointer)
    {
        if (value.isArray())
            return visitArray(value.toArray(), pointer);
        if (!value.isObject())
            return value;
        const QJsonObject object = value.toObject();
        const QString key = placeholderKey(object, m_source.takesApis());
        if (!key.isEmpty())
            return replace(key, object.value(key), value, pointer);
        return hasDollarKey(object) ? value : visitObject(object, pointer);
    }

    Substituted made;

    /// Most documents hold none: they are not copied.
    bool holds(const QJsonValue &value) const
    {
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            return std::any_of(array.begin(), array.end(), [this](const QJsonValue &item) { return holds(item); });
        }
        if (!value.isObject())
            return false;
        const QJsonObject object = value.toObject();
        if (hasDollarKey(object))
            return !placeholderKey(object, m_source.takesApis()).isEmpty();
        return std::any_of(object.begin(), object.end(), [this](const QJsonValue &item) { return holds(item); });
    }

private:
    QJsonValue visitArray(QJsonArray array, const QString &pointer)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue item = array.at(i);
            if (holds(item))
                array.replace(i, visit(item, pointer + u'/' + QString::number(i)));
        }
        return array;
    }

    QJsonValue visitObject(QJsonObject object, const QString &pointer)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue item = it.value();
            if (holds(item))
                it.value() = visit(item, pointer + u'/' + pointerSegment(it.key()));
        }
        return object;
    }

    QJsonValue replace(const QString &key, const QJsonValue &name, const QJsonValue &whole, const QString &pointer)
    {
        const QString field = pointer + u'/' + key;
        if (!name.isString()) {
            refuse(key, field, u"%1 needs one line of text; write a URL or a path such as ./openapi.yaml"_s.arg(key));
            return whole;
        }
        const auto file = m_source.fetch(name.toString());
        if (!file) {
            refuse(key, field, u"%1 cannot take in \"%2\": %3"_s.arg(key, name.toString(), whyNot(name.toString(), file.error().detail)));
            return whole;
        }
        const bool text = key != u"$json" && key != u"$yaml";
        if (!file->known)
            return text ? QJsonValue(u"not-read"_s) : QJsonValue(QJsonObject()); // good as a name and as a tag, too
        const QByteArray bytes = utf8Of(file->bytes);
        if (text)
            return yaml::toQString({ bytes.data(), size_t(bytes.size()) });
        const auto value = key == u"$json" ? fromJson(bytes) : fromYaml(bytes);
        if (value)
            return *value;
        refuse(key, field, u"%1 cannot take in \"%2\": %3"_s.arg(key, name.toString(), value.error().detail));
        return whole;
    }

    /// A path that was written on Windows.
    static QString whyNot(QString name, const QString &detail)
    {
        if (!name.contains(u'\\') || name.contains(u"://"_s))
            return detail;
        return u"folders are parted by \"/\" here; write \"%1\""_s.arg(name.replace(u'\\', u'/'));
    }

    void refuse(const QString &rule, const QString &field, const QString &message)
    {
        made.violations.push_back({ Stage::Placeholder, rule, field, message, 0, 0 });
    }

    PlaceholderSource &m_source;
};

} // namespace

Substituted substitute(const QJsonValue &value, PlaceholderSource &source)
{
    Substituter substituter(source);
    substituter.made.value = substituter.holds(value) ? substituter.visit(value, QString()) : value;
    return std::move(substituter.made);
}

} // namespace callboard::catalog
