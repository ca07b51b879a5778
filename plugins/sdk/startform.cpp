// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/startform.h"

#include "plugins/sdk/hostjson.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::sdk {

using namespace Qt::StringLiterals;
using domain::fail;

namespace {

constexpr qsizetype mostFields = 100;
constexpr qsizetype mostChoices = 500;

QString singleText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

FormField workflowInput(const QString &name, const QJsonObject &described, const std::function<QStringList()> &environments)
{
    FormField field = formField(name, described);
    const QString type = described["type"_L1].toString();
    field.required = described["required"_L1].toBool();
    if (type == "boolean"_L1) {
        field.type = FormField::Type::Boolean;
        field.required = false;
    } else if (type == "environment"_L1) {
        field.choices = environments();
        // Which one is for the person to say, where the workflow does not.
        if (field.defaultValue.toString().isEmpty() && !field.choices.isEmpty())
            field.choices.prepend(QString());
    } else if (type != "choice"_L1) {
        field.choices.clear();
    }
    if (!field.choices.isEmpty())
        field.type = FormField::Type::Choice;
    return field;
}

} // namespace

Result<QJsonObject> namedValues(const QJsonValue &given)
{
    if (given.isObject())
        return given.toObject();
    const QString text = given.toString().trimmed();
    if (text.startsWith(u'{')) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(text.toUtf8(), &error);
        return document.isObject() ? Result<QJsonObject>(document.object()) : fail(ErrorCode::Invalid, u"the values are no JSON: %1"_s.arg(error.errorString()));
    }
    static const QRegularExpression separator(u"[\n;]"_s);
    QJsonObject values;
    for (const QString &line : text.split(separator, Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (!line.contains(u'=') || name.isEmpty())
            return fail(ErrorCode::Invalid, u"\"%1\" names no value: write NAME=value"_s.arg(line.trimmed()));
        values.insert(name, line.section(u'=', 1).trimmed());
    }
    return values;
}

QJsonObject asTexts(const QJsonObject &values)
{
    QJsonObject texts;
    for (auto value = values.begin(); value != values.end(); ++value)
        texts.insert(value.key(), singleText(value.value()));
    return texts;
}

FormField formField(const QString &id, const QJsonObject &described)
{
    FormField field { .id = id.left(200) };
    field.label = field.id;
    field.help = textOf(described["description"_L1], 1000).simplified();
    field.defaultValue = singleText(described["default"_L1]);
    for (const QJsonValue option : described["options"_L1].toArray()) {
        if (field.choices.size() < mostChoices)
            field.choices.append(singleText(option));
    }
    return field;
}

QList<std::pair<QString, QJsonValue>> membersAt(const YamlDocument &document, const QStringList &path)
{
    QJsonValue at = document.value;
    QString pointer;
    const auto below = [](const QString &key) -> QString { return u'/' + QString(key).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1); };
    for (const QString &key : path) {
        at = at[key];
        pointer += below(key);
    }
    const QJsonObject object = at.toObject();
    std::vector<std::pair<qint64, QString>> places;
    for (auto member = object.begin(); member != object.end(); ++member)
        places.emplace_back(document.place ? document.place(QString(pointer + below(member.key()))) : 0, member.key());
    std::ranges::stable_sort(places);
    QList<std::pair<QString, QJsonValue>> members;
    for (const auto &[place, key] : places) {
        if (members.size() < mostFields)
            members.emplaceBack(key, object[key]);
    }
    return members;
}

Result<std::vector<FormField>> workflowInputs(const std::vector<YamlDocument> &documents, const std::function<QStringList()> &environments)
{
    // "on" is a word, a list of words, or an object by words.
    const QJsonValue on = documents.empty() ? QJsonValue() : documents.front().value["on"_L1];
    const bool isNamed = on.toString() == "workflow_dispatch"_L1 || on.toArray().contains(u"workflow_dispatch"_s) || on.toObject().contains("workflow_dispatch"_L1);
    if (!isNamed)
        return fail(ErrorCode::Unsupported, u"this workflow cannot be started by hand there: it has no trigger workflow_dispatch"_s);
    std::vector<FormField> fields;
    for (const auto &[name, described] : membersAt(documents.front(), { u"on"_s, u"workflow_dispatch"_s, u"inputs"_s }))
        fields.push_back(workflowInput(name, described.toObject(), environments));
    return fields;
}

} // namespace callboard::sdk
