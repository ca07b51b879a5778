// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/inputs.h"

#include "plugins/sdk/hostjson.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>
#include <QHash>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Type = sdk::FormField::Type;

namespace {

struct InputsWords {
    Q_DECLARE_TR_FUNCTIONS(Jenkins)
};

constexpr size_t mostInputs = 50, mostFields = 200;

/// Why a kind of parameter is not taken from here. What a Pipeline does with a password nobody here can see: it has it as plain text.
QString refusalOf(const QString &type)
{
    static const QStringList known { u"StringParameterDefinition"_s, u"TextParameterDefinition"_s, u"BooleanParameterDefinition"_s,
        u"ChoiceParameterDefinition"_s };
    if (known.contains(type))
        return {};
    if (type == "PasswordParameterDefinition"_L1)
        return InputsWords::tr("It asks for a password, which is given in Jenkins alone.");
    return InputsWords::tr("It asks for something that can only be given in Jenkins (%1).").arg(type);
}

// Source: pipeline-stage-view-plugin, com.cloudbees.workflow.rest.external.InputParameterDefExt.
sdk::FormField fieldOf(const QJsonValue &served, const QString &type)
{
    const QJsonValue definition = served["definition"_L1];
    sdk::FormField field = sdk::formField(sdk::textOf(served["name"_L1], 200), { { u"description"_s, served["description"_L1] },
        { u"options"_s, definition["choices"_L1] }, { u"default"_s, definition["defaultVal"_L1] } });
    if (type == "BooleanParameterDefinition"_L1)
        field.type = Type::Boolean;
    else if (!field.choices.isEmpty())
        field.type = Type::Choice;
    return field;
}

void readFields(PendingInput &input, const QJsonArray &served)
{
    for (const QJsonValue one : served) {
        const QString type = sdk::textOf(one["type"_L1], 200);
        const sdk::FormField field = fieldOf(one, type);
        const bool isTooMuch = field.id.isEmpty() || input.fields.size() >= mostFields;
        QString refusal = refusalOf(type);
        if (isTooMuch)
            refusal = InputsWords::tr("It asks for more than can be given from here: answer it in Jenkins.");
        if (input.refusal.isEmpty())
            input.refusal = refusal;
        if (refusal.isEmpty())
            input.fields.push_back(field);
    }
}

/// Two steps may ask the same, and one may ask nothing.
void nameApart(std::vector<PendingInput> &inputs)
{
    QHash<QString, int> times;
    for (const PendingInput &input : inputs)
        ++times[input.label];
    for (PendingInput &input : inputs) {
        if (input.label.isEmpty())
            input.label = input.id;
        else if (times.value(input.label) > 1)
            input.label = u"%1 (%2)"_s.arg(input.label, input.id);
    }
}

} // namespace

std::vector<PendingInput> readInputs(const QJsonArray &pending)
{
    std::vector<PendingInput> inputs;
    for (const QJsonValue served : pending) {
        PendingInput input { sdk::textOf(served["id"_L1]), sdk::lineOf(served["message"_L1]), {}, false, {} };
        if (input.id.isEmpty() || inputs.size() >= mostInputs)
            continue;
        readFields(input, served["inputs"_L1].toArray());
        // An old one names another address, for what asks for nothing.
        input.isForm = !input.fields.empty() || served["proceedUrl"_L1].toString().contains("/wfapi/inputSubmit?"_L1);
        inputs.push_back(std::move(input));
    }
    nameApart(inputs);
    return inputs;
}

// Source: pipeline-input-step-plugin, InputStepExecution.parseValue: what is not sent has no value, whatever its default is.
sdk::Result<QByteArray> filledIn(const PendingInput &input, const QJsonObject &given)
{
    QJsonObject others = given;
    QJsonArray parameters;
    for (const sdk::FormField &field : input.fields) {
        const QJsonValue value = given.contains(field.id) ? given[field.id] : field.defaultValue;
        others.remove(field.id);
        const QString text = value.toVariant().toString();
        const QJsonValue sent = field.type == Type::Boolean ? QJsonValue(text == "true"_L1) : QJsonValue(text);
        parameters.append(QJsonObject { { u"name"_s, field.id }, { u"value"_s, sent } });
    }
    if (!others.isEmpty())
        return fail(ErrorCode::Invalid, u"it does not ask for \"%1\""_s.arg(others.keys().join(u"\", \""_s)));
    return QJsonDocument(QJsonObject { { u"parameter"_s, parameters } }).toJson(QJsonDocument::Compact);
}

} // namespace callboard::jenkins
