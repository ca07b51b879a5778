// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/kinds.h"

#include <QHash>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

SchemaPtr made(Schema schema)
{
    return std::make_shared<const Schema>(std::move(schema));
}

SchemaPtr objectType()
{
    return schema::ofTypes({ u"object"_s });
}

SchemaPtr mapOfTexts()
{
    return made({ .types = { u"object"_s }, .everyProperty = schema::anyText() });
}

SchemaPtr relationSchema()
{
    const SchemaPtr reference = made({ .types = { u"object"_s },
        .required = { u"kind"_s, u"namespace"_s, u"name"_s },
        .closed = true,
        .properties = { { u"kind"_s, schema::text() }, { u"namespace"_s, schema::text() }, { u"name"_s, schema::text() } } });
    const SchemaPtr word = made({ .types = { u"string"_s }, .minLength = 1, .wordPattern = true });
    return made({ .types = { u"object"_s },
        .required = { u"type"_s, u"targetRef"_s },
        .closed = true,
        .properties = { { u"type"_s, word }, { u"target"_s, reference }, { u"targetRef"_s, schema::text() } } });
}

SchemaPtr statusSchema()
{
    const SchemaPtr error = schema::object({ u"name"_s, u"message"_s },
        { { u"name"_s, schema::text() }, { u"message"_s, schema::anyText() }, { u"code"_s, schema::anyText() },
            { u"stack"_s, schema::anyText() } });
    const SchemaPtr item = schema::object({ u"type"_s, u"level"_s, u"message"_s },
        { { u"type"_s, schema::text() }, { u"level"_s, schema::textValues({ u"info"_s, u"warning"_s, u"error"_s }) },
            { u"message"_s, schema::anyText() }, { u"error"_s, error } });
    return schema::object({}, { { u"items"_s, schema::listOf(item) } });
}

SchemaPtr metadataSchema()
{
    const SchemaPtr link = schema::object({ u"url"_s },
        { { u"url"_s, schema::text() }, { u"title"_s, schema::text() }, { u"icon"_s, schema::text() },
            { u"type"_s, schema::text() } });
    return schema::object({ u"name"_s },
        { { u"uid"_s, schema::text() }, { u"etag"_s, schema::text() }, { u"name"_s, schema::text() },
            { u"namespace"_s, schema::text() }, { u"title"_s, schema::text() }, { u"description"_s, schema::anyText() },
            { u"labels"_s, mapOfTexts() }, { u"annotations"_s, mapOfTexts() }, { u"tags"_s, schema::textList() },
            { u"links"_s, schema::listOf(link) } });
}

SchemaPtr sharedEntitySchema()
{
    static const SchemaPtr shared = made({ .types = { u"object"_s },
        .required = { u"apiVersion"_s, u"kind"_s, u"metadata"_s },
        .closed = true,
        .properties = { { u"apiVersion"_s, schema::text() }, { u"kind"_s, schema::text() },
            { u"metadata"_s, metadataSchema() }, { u"spec"_s, objectType() },
            { u"relations"_s, schema::listOf(relationSchema()) }, { u"status"_s, statusSchema() } } });
    return shared;
}

KindSchema kindSchema(const QString &kind, const QStringList &apiVersions, SchemaPtr spec, const QString &specType = {})
{
    const SchemaPtr own = schema::object({ u"spec"_s },
        { { u"apiVersion"_s, schema::values(apiVersions) }, { u"kind"_s, schema::values({ kind }) },
            { u"spec"_s, std::move(spec) } });
    return { kind, apiVersions, made({ .allOf = { sharedEntitySchema(), own } }), specType };
}

SchemaProperties texts(const QStringList &names)
{
    SchemaProperties properties;
    for (const QString &name : names)
        properties.emplace_back(name, schema::text());
    return properties;
}

SchemaProperties operator+(SchemaProperties a, const SchemaProperties &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

SchemaPtr profileSchema()
{
    return schema::object({}, texts({ u"displayName"_s, u"email"_s, u"picture"_s }));
}

SchemaPtr componentSpec()
{
    return schema::object({ u"type"_s, u"lifecycle"_s, u"owner"_s },
        texts({ u"type"_s, u"lifecycle"_s, u"owner"_s, u"system"_s, u"subcomponentOf"_s })
            + SchemaProperties { { u"providesApis"_s, schema::textList() }, { u"consumesApis"_s, schema::textList() },
                { u"dependsOn"_s, schema::textList() } });
}

SchemaPtr apiSpec()
{
    return schema::object({ u"type"_s, u"lifecycle"_s, u"owner"_s, u"definition"_s },
        texts({ u"type"_s, u"lifecycle"_s, u"owner"_s, u"system"_s, u"definition"_s }));
}

SchemaPtr mcpServerSpec()
{
    const SchemaPtr remote = schema::object({ u"type"_s, u"url"_s }, texts({ u"type"_s, u"url"_s }));
    return schema::object({ u"type"_s, u"lifecycle"_s, u"owner"_s, u"remotes"_s },
        SchemaProperties { { u"type"_s, made({ .constant = QJsonValue(u"mcp-server"_s) }) } }
            + texts({ u"lifecycle"_s, u"owner"_s, u"system"_s })
            + SchemaProperties { { u"remotes"_s, schema::listOf(remote, 1) } });
}

SchemaPtr resourceSpec()
{
    return schema::object({ u"type"_s, u"owner"_s },
        texts({ u"type"_s, u"owner"_s }) + SchemaProperties { { u"dependsOn"_s, schema::textList() } } + texts({ u"system"_s }));
}

SchemaPtr groupSpec()
{
    return schema::object({ u"type"_s, u"children"_s },
        { { u"type"_s, schema::text() }, { u"profile"_s, profileSchema() }, { u"parent"_s, schema::text() },
            { u"children"_s, schema::textList() }, { u"members"_s, schema::textList() } });
}

SchemaPtr locationSpec()
{
    return schema::object({},
        { { u"type"_s, schema::text() }, { u"target"_s, schema::text() }, { u"targets"_s, schema::textList() },
            { u"presence"_s, schema::textValues({ u"required"_s, u"optional"_s }) } });
}

SchemaPtr userSpec()
{
    return schema::object(
        { u"memberOf"_s }, { { u"profile"_s, profileSchema() }, { u"memberOf"_s, schema::textList() } });
}

SchemaPtr permissionsSchema()
{
    return schema::object({}, { { u"tags"_s, schema::listOf(schema::anyText()) } });
}

SchemaPtr templateParameters()
{
    const SchemaPtr step = schema::object({}, { { u"backstage:permissions"_s, permissionsSchema() } });
    return made({ .oneOf = { step, schema::listOf(step) } });
}

SchemaPtr templateStep()
{
    return schema::object({ u"action"_s },
        { { u"id"_s, schema::anyText() }, { u"name"_s, schema::anyText() }, { u"action"_s, schema::anyText() },
            { u"input"_s, objectType() }, { u"if"_s, schema::ofTypes({ u"string"_s, u"boolean"_s }) },
            { u"backstage:permissions"_s, permissionsSchema() } });
}

SchemaPtr templateOutput()
{
    const SchemaPtr condition = schema::ofTypes({ u"string"_s, u"boolean"_s });
    const SchemaPtr link = schema::object({},
        SchemaProperties { { u"if"_s, condition } } + texts({ u"url"_s, u"entityRef"_s, u"title"_s, u"icon"_s }));
    const SchemaPtr note = schema::object({},
        SchemaProperties { { u"if"_s, condition } } + texts({ u"title"_s, u"icon"_s })
            + SchemaProperties { { u"content"_s, schema::anyText() } });
    return made({ .types = { u"object"_s },
        .additional = schema::anyText(),
        .properties = { { u"links"_s, schema::listOf(link) }, { u"text"_s, schema::listOf(note) } } });
}

SchemaPtr templateSpec()
{
    const SchemaPtr labels = schema::object({},
        { { u"backButtonText"_s, schema::anyText() }, { u"createButtonText"_s, schema::anyText() },
            { u"reviewButtonText"_s, schema::anyText() } });
    const SchemaPtr decorators
        = schema::listOf(schema::object({}, { { u"id"_s, schema::anyText() }, { u"input"_s, objectType() } }));
    return schema::object({ u"type"_s, u"steps"_s },
        texts({ u"type"_s, u"owner"_s, u"lifecycle"_s })
            + SchemaProperties { { u"parameters"_s, templateParameters() },
                { u"secrets"_s, schema::object({}, { { u"schema"_s, objectType() } }) },
                { u"presentation"_s, schema::object({}, { { u"buttonLabels"_s, labels } }) },
                { u"EXPERIMENTAL_recovery"_s,
                    schema::object({}, { { u"EXPERIMENTAL_strategy"_s, schema::anyText() } }) },
                { u"formDecorators"_s, decorators }, { u"EXPERIMENTAL_formDecorators"_s, decorators },
                { u"steps"_s, schema::listOf(templateStep()) }, { u"output"_s, templateOutput() } });
}

SchemaPtr aiResourceSpec(const QString &type, const QStringList &moreRequired, const SchemaProperties &more)
{
    const SchemaPtr typeSchema = type.isEmpty() ? schema::text() : schema::textValues({ type });
    return schema::object(QStringList { u"type"_s, u"lifecycle"_s, u"owner"_s } + moreRequired,
        SchemaProperties { { u"type"_s, typeSchema } } + texts({ u"lifecycle"_s, u"owner"_s, u"system"_s }) + more);
}

std::vector<KindSchema> classicKinds()
{
    const QStringList versions { u"backstage.io/v1alpha1"_s, u"backstage.io/v1beta1"_s };
    return {
        kindSchema(u"API"_s, versions, apiSpec()),
        kindSchema(u"Component"_s, versions, componentSpec()),
        kindSchema(u"Resource"_s, versions, resourceSpec()),
        kindSchema(u"Group"_s, versions, groupSpec()),
        kindSchema(u"Location"_s, versions, locationSpec()),
        kindSchema(u"User"_s, versions, userSpec()),
        kindSchema(u"System"_s, versions, schema::object({ u"owner"_s }, texts({ u"owner"_s, u"domain"_s, u"type"_s }))),
        kindSchema(
            u"Domain"_s, versions, schema::object({ u"owner"_s }, texts({ u"owner"_s, u"subdomainOf"_s, u"type"_s }))),
        kindSchema(u"Template"_s, { u"scaffolder.backstage.io/v1beta3"_s }, templateSpec()),
    };
}

std::vector<KindSchema> alphaKinds()
{
    const QStringList versions { u"backstage.io/v1alpha1"_s };
    const SchemaPtr limited = made({ .types = { u"string"_s }, .minLength = 1, .maxLength = 500 });
    const SchemaPtr list = schema::textList();
    std::vector<KindSchema> kinds {
        kindSchema(u"API"_s, { u"backstage.io/v1alpha1"_s, u"backstage.io/v1beta1"_s }, mcpServerSpec(), u"mcp-server"_s),
        kindSchema(u"AiResource"_s, versions,
            aiResourceSpec(u"skill"_s, {},
                SchemaProperties { { u"disciplines"_s, list }, { u"categories"_s, list }, { u"agents"_s, list },
                    { u"dependsOn"_s, list } }
                    + texts({ u"allowedTools"_s, u"license"_s }) + SchemaProperties { { u"compatibility"_s, limited } }),
            u"skill"_s),
        kindSchema(u"AiResource"_s, versions,
            aiResourceSpec(u"rule"_s, { u"category"_s, u"rationale"_s },
                SchemaProperties { { u"disciplines"_s, list } } + texts({ u"category"_s, u"rationale"_s })),
            u"rule"_s),
        kindSchema(u"AiResource"_s, versions,
            aiResourceSpec(u"plugin"_s, { u"skills"_s }, SchemaProperties { { u"skills"_s, list } } + texts({ u"version"_s })),
            u"plugin"_s),
        kindSchema(u"AiResource"_s, versions,
            aiResourceSpec(
                u"marketplace"_s, { u"plugins"_s }, SchemaProperties { { u"plugins"_s, list } } + texts({ u"version"_s })),
            u"marketplace"_s),
        kindSchema(u"AiResource"_s, versions, aiResourceSpec({}, {}, {})),
    };
    const std::vector<KindSchema> classic = classicKinds();
    kinds.insert(kinds.end(), classic.begin(), classic.end());
    return kinds;
}

RelationField ownerField()
{
    return { u"owner"_s, u"Group"_s, u"ownedBy"_s, u"ownerOf"_s, {} };
}

RelationField partField(const QString &path, const QString &kind)
{
    return { path, kind, u"partOf"_s, u"hasPart"_s, {} };
}

RelationField dependsOnField()
{
    return { u"dependsOn"_s, {}, u"dependsOn"_s, u"dependencyOf"_s, {} };
}

RelationField dependencyOfField()
{
    return { u"dependencyOf"_s, {}, u"dependencyOf"_s, u"dependsOn"_s, {} };
}

using FieldsOfKinds = QHash<QString, std::vector<RelationField>>;

FieldsOfKinds classicRelations()
{
    return {
        { u"Component"_s,
            { ownerField(), partField(u"subcomponentOf"_s, u"Component"_s),
                { u"providesApis"_s, u"API"_s, u"providesApi"_s, u"apiProvidedBy"_s, {} },
                { u"consumesApis"_s, u"API"_s, u"consumesApi"_s, u"apiConsumedBy"_s, {} }, dependsOnField(),
                dependencyOfField(), partField(u"system"_s, u"System"_s) } },
        { u"API"_s, { ownerField(), partField(u"system"_s, u"System"_s) } },
        { u"Resource"_s,
            { ownerField(), dependsOnField(), dependencyOfField(), partField(u"system"_s, u"System"_s) } },
        { u"User"_s, { { u"memberOf"_s, u"Group"_s, u"memberOf"_s, u"hasMember"_s, {} } } },
        { u"Group"_s,
            { { u"parent"_s, u"Group"_s, u"childOf"_s, u"parentOf"_s, {} },
                { u"children"_s, u"Group"_s, u"parentOf"_s, u"childOf"_s, {} },
                { u"members"_s, u"User"_s, u"hasMember"_s, u"memberOf"_s, {} } } },
        { u"System"_s, { ownerField(), partField(u"domain"_s, u"Domain"_s) } },
        { u"Domain"_s, { ownerField(), partField(u"subdomainOf"_s, u"Domain"_s) } },
        { u"Template"_s, { ownerField() } },
    };
}

/// By spec.type; the catalog's alpha model drops references to kinds that a field may not name.
FieldsOfKinds aiResourceRelations()
{
    const QStringList self { u"AiResource"_s };
    RelationField owner = ownerField();
    owner.allowedKinds = { u"Group"_s, u"User"_s };
    RelationField system = partField(u"system"_s, u"System"_s);
    system.allowedKinds = { u"System"_s };
    const auto with = [&](std::vector<RelationField> more) {
        more.insert(more.begin(), { owner, system });
        return more;
    };
    return {
        { QString(), with({}) },
        { u"skill"_s, with({ { u"dependsOn"_s, u"AiResource"_s, u"dependsOn"_s, u"dependencyOf"_s, self } }) },
        { u"plugin"_s, with({ { u"skills"_s, u"AiResource"_s, u"hasPart"_s, u"partOf"_s, self } }) },
        { u"marketplace"_s, with({ { u"plugins"_s, u"AiResource"_s, u"hasPart"_s, u"partOf"_s, self } }) },
    };
}

} // namespace

const std::vector<KindSchema> &kindSchemas(Model model)
{
    static const std::vector<KindSchema> classic = classicKinds();
    static const std::vector<KindSchema> alpha = alphaKinds();
    return model == Model::Alpha ? alpha : classic;
}

const std::vector<RelationField> &relationFields(const QString &kind, const QString &specType, Model model)
{
    static const FieldsOfKinds classic = classicRelations();
    static const FieldsOfKinds ai = aiResourceRelations();
    static const std::vector<RelationField> none;
    if (model == Model::Alpha && kind == u"AiResource") {
        const auto found = ai.constFind(specType);
        return found == ai.constEnd() ? *ai.constFind(QString()) : *found;
    }
    const auto found = classic.constFind(kind);
    return found == classic.constEnd() ? none : *found;
}

const std::vector<RelationField> &commonRelationFields()
{
    static const std::vector<RelationField> fields { ownerField(), partField(u"system"_s, u"System"_s),
        partField(u"domain"_s, u"Domain"_s), dependsOnField(), dependencyOfField(),
        { u"providesApis"_s, u"API"_s, u"providesApi"_s, u"apiProvidedBy"_s, {} },
        { u"consumesApis"_s, u"API"_s, u"consumesApi"_s, u"apiConsumedBy"_s, {} } };
    return fields;
}

const Schema &envelopeSchema()
{
    static const SchemaPtr shared = schema::object({ u"apiVersion"_s, u"kind"_s, u"metadata"_s },
        { { u"apiVersion"_s, schema::text() }, { u"kind"_s, schema::text() },
            { u"metadata"_s,
                schema::object({ u"name"_s }, { { u"name"_s, schema::text() }, { u"namespace"_s, schema::text() } }) } });
    return *shared;
}

const Schema &entitySchema()
{
    return *sharedEntitySchema();
}

} // namespace callboard::catalog
