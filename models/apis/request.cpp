// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

/// The text of a value of JSON: of a string what it says, of a list its values parted by commas.
QString plainText(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + json.toUtf8() + ']');
    const QJsonValue value = document.array().first();
    if (value.isString())
        return value.toString();
    if (!value.isArray())
        return json;
    QStringList all;
    for (const QJsonValue one : value.toArray())
        all.append(one.isString() ? one.toString() : QString::fromUtf8(QJsonDocument(QJsonArray { one }).toJson(QJsonDocument::Compact)).sliced(1).chopped(1));
    return all.join(u',');
}

/// What a header that says who one is is called. OpenAPI 3 says itself that such parameters are to be ignored (Parameter Object, `name`).
bool isCredential(const QString &header)
{
    static constexpr QLatin1StringView names[] { "authorization"_L1, "proxy-authorization"_L1, "cookie"_L1, "accept"_L1, "content-type"_L1 };
    return std::ranges::any_of(names, [&](QLatin1StringView known) { return header.compare(known, Qt::CaseInsensitive) == 0; });
}

RequestField fieldOf(const ApiDefinition &definition, const Parameter &parameter)
{
    RequestField field;
    field.name = parameter.name;
    field.in = parameter.in;
    field.required = parameter.required;
    field.description = parameter.description;
    field.explode = parameter.explode;
    field.style = parameter.style;
    field.typeText = definition.typeText(parameter.schema);
    if (const Schema *schema = definition.resolved(parameter.schema)) {
        field.isList = schema->items != noSchema;
        const Schema *values = field.isList ? definition.resolved(schema->items) : schema;
        for (const EnumValue &value : values ? values->values : std::vector<EnumValue>())
            field.choices.append(value.name);
        if (field.choices.isEmpty() && schema->type == "boolean"_L1)
            field.choices = { u"true"_s, u"false"_s };
        field.value = !schema->byDefault.isEmpty() ? schema->byDefault : schema->examples.value(0);
    }
    if (!parameter.example.isEmpty())
        field.value = parameter.example;
    field.value = plainText(field.value);
    if (field.value.isEmpty() && field.required)
        field.value = field.choices.value(0);
    field.isUsed = field.required;
    return field;
}

class Sampler final {
public:
    explicit Sampler(const ApiDefinition &definition) : m_definition(definition) { }

    QString of(SchemaId id, int depth = 0)
    {
        const Schema *schema = m_definition.resolved(id);
        constexpr int deepest = 6;
        if (!schema || isFull())
            return u"null"_s;
        ++m_count;
        if (depth > deepest || isOpen(schema))
            return u"null"_s;
        if (!schema->examples.isEmpty())
            return schema->examples.front();
        if (!schema->byDefault.isEmpty())
            return schema->byDefault;
        if (!schema->constant.isEmpty())
            return schema->constant;
        if (!schema->values.empty())
            return schema->type == "integer"_L1 || schema->type == "number"_L1 ? schema->values.front().name : quoted(schema->values.front().name);
        m_open.push_back(schema);
        const QString text = composed(*schema, depth);
        m_open.pop_back();
        return text;
    }

private:
    /// More than a person would read, and what keeps many types that name each other from growing without end.
    bool isFull() const { return m_count >= 500; }
    /// A type within itself, as a product's related products: once is enough.
    bool isOpen(const Schema *schema) const { return std::ranges::contains(m_open, schema); }

    QString composed(const Schema &schema, int depth)
    {
        if (schema.items != noSchema) {
            const Schema *items = m_definition.resolved(schema.items);
            return isFull() || isOpen(items) ? u"[]"_s : QString(u'[' + of(schema.items, depth + 1) + u']');
        }
        if (!schema.oneOf.empty())
            return of(schema.oneOf.front(), depth + 1);
        if (!schema.anyOf.empty())
            return of(schema.anyOf.front(), depth + 1);
        if (!schema.properties.empty() || !schema.allOf.empty() || schema.type.startsWith("object"_L1)) {
            QStringList members;
            addMembers(schema, members, depth);
            return u'{' + members.join(u',') + u'}';
        }
        return scalar(schema);
    }

    static QString quoted(const QString &text)
    {
        const QByteArray json = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(json.sliced(1).chopped(1));
    }

    void addMembers(const Schema &schema, QStringList &members, int depth)
    {
        if (depth > 8)
            return;
        for (const SchemaId part : schema.allOf) {
            const Schema *other = m_definition.resolved(part);
            if (!other || isFull() || isOpen(other))
                continue;
            ++m_count;
            m_open.push_back(other);
            addMembers(*other, members, depth + 1);
            m_open.pop_back();
        }
        for (const Property &property : schema.properties) {
            const Schema *own = m_definition.resolved(property.schema);
            if (isFull() || (isOpen(own) && !property.required))
                continue;
            if (own && !own->readOnly && (property.required || depth < 3))
                members.append(quoted(property.name) + u':' + of(property.schema, depth + 1));
        }
    }

    static QString scalar(const Schema &schema)
    {
        const QString type = schema.type.section(u'|', 0, 0);
        if (type == "integer"_L1 || type == "number"_L1)
            return u"0"_s;
        if (type == "boolean"_L1)
            return u"true"_s;
        if (type != "string"_L1)
            return u"null"_s;
        static constexpr std::pair<QLatin1StringView, QLatin1StringView> formats[] { { "date"_L1, "2026-01-31"_L1 },
            { "date-time"_L1, "2026-01-31T12:00:00Z"_L1 }, { "uuid"_L1, "3fa85f64-5717-4562-b3fc-2c963f66afa6"_L1 }, { "email"_L1, "name@example.com"_L1 },
            { "uri"_L1, "https://example.com"_L1 } };
        for (const auto &[format, text] : formats) {
            if (schema.format == format)
                return u'"' + text + u'"';
        }
        return u"\"\""_s;
    }

    const ApiDefinition &m_definition;
    std::vector<const Schema *> m_open; ///< From the outermost to where it is.
    int m_count = 0;
};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool hasLineBreak(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

/// A value with `style` of OpenAPI 3, "Style Values": form, simple, spaceDelimited, pipeDelimited; of 2.0 csv, ssv, pipes, multi.
QString listText(const RequestField &field)
{
    QString separator = u","_s;
    if (field.style == "spaceDelimited"_L1 || field.style == "ssv"_L1)
        separator = u"%20"_s;
    else if (field.style == "pipeDelimited"_L1 || field.style == "pipes"_L1)
        separator = u"|"_s;
    QStringList parts;
    for (const QString &part : field.value.split(u','))
        parts.append(encoded(part.trimmed()));
    return parts.join(separator);
}

void addQuery(const RequestField &field, QStringList &query)
{
    const QString key = encoded(field.name) + u'=';
    if (!field.isList) {
        query.append(key + encoded(field.value));
    } else if (field.explode) {
        for (const QString &part : field.value.split(u','))
            query.append(key + encoded(part.trimmed()));
    } else {
        query.append(key + listText(field));
    }
}

QString shellWord(const QString &text)
{
    static const auto isPlain = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"-_./:@%+=,").contains(c)); };
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text;
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace

QString sampleBody(const ApiDefinition &definition, SchemaId schema)
{
    const QString json = Sampler(definition).of(schema);
    // Indented; keys keep their order only as they are written, so the text is laid out here.
    QString out;
    int depth = 0;
    bool isString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (isString) {
            out += c;
            if (c == u'\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == u'"')
                isString = false;
            continue;
        }
        if (c.isSpace())
            continue;
        const auto newLine = [&] { out += u'\n' + QString(depth * 2, u' '); };
        const bool isEmpty = i + 1 < json.size() && ((c == u'{' && json[i + 1] == u'}') || (c == u'[' && json[i + 1] == u']'));
        if (isEmpty) {
            out += c;
            out += json[++i];
        } else if (c == u'{' || c == u'[') {
            out += c;
            ++depth;
            newLine();
        } else if (c == u'}' || c == u']') {
            --depth;
            newLine();
            out += c;
        } else if (c == u',') {
            out += c;
            newLine();
        } else if (c == u':') {
            out += u": "_s;
        } else {
            isString = c == u'"';
            out += c;
        }
    }
    return out;
}

bool canRequest(const ApiDefinition &definition, const Item &item)
{
    if (definition.format == ApiFormat::GraphQl)
        return item.kind == ItemKind::Query || item.kind == ItemKind::Mutation;
    return definition.format == ApiFormat::OpenApi && item.kind == ItemKind::Operation;
}

RequestForm requestForm(const ApiDefinition &definition, const Item &operation)
{
    RequestForm form;
    if (definition.format == ApiFormat::GraphQl) {
        // https://graphql.github.io/graphql-over-http/draft/#sec-POST; a schema says nothing of where its server is.
        form.name = operation.action + u' ' + operation.name;
        form.method = u"POST"_s;
        form.accept = u"application/graphql-response+json, application/json"_s;
        form.mediaTypes = { u"application/json"_s };
        form.mediaType = form.mediaTypes.first();
        form.graphQl = graphQlRequest(definition, operation);
        return form;
    }
    form.name = operation.action + u' ' + operation.path;
    form.method = operation.action;
    form.path = operation.path;
    const auto &servers = operation.servers.empty() ? definition.servers : operation.servers;
    for (const Server &server : servers) {
        form.servers.append(server.url);
        for (const Server::Variable &variable : server.variables) {
            if (std::ranges::none_of(form.fields, [&](const RequestField &field) { return field.name == variable.name; }))
                form.fields.push_back({ variable.name, u"server"_s, variable.byDefault, variable.choices, {}, variable.description, true, false, false, {}, true });
        }
    }
    form.server = form.servers.value(0);
    for (const Parameter &parameter : operation.parameters) {
        if (parameter.in == "cookie"_L1 || (parameter.in == "header"_L1 && isCredential(parameter.name)))
            continue;
        form.fields.push_back(fieldOf(definition, parameter));
    }
    for (const Content &content : operation.body.contents)
        form.mediaTypes.append(content.mediaType);
    if (!operation.body.contents.empty()) {
        const auto json = std::ranges::find_if(operation.body.contents, [](const Content &content) { return content.mediaType.contains("json"_L1); });
        const Content &content = json == operation.body.contents.end() ? operation.body.contents.front() : *json;
        form.mediaType = content.mediaType;
        form.body = !content.examples.empty() ? content.examples.front().value : content.mediaType.contains("json"_L1) ? sampleBody(definition, content.schema) : QString();
    }
    for (const Response &response : operation.responses) {
        if (response.status.startsWith(u'2') && !response.contents.empty()) {
            form.accept = response.contents.front().mediaType;
            break;
        }
    }
    return form;
}

namespace {

/// Invalid where the variables are no JSON object.
domain::Result<QByteArray> bodyOf(const RequestForm &form)
{
    if (!form.graphQl)
        return form.body.toUtf8();
    QJsonObject body { { u"query"_s, form.graphQl->query } };
    if (!form.graphQl->variables.trimmed().isEmpty()) {
        const QJsonDocument variables = QJsonDocument::fromJson(form.graphQl->variables.toUtf8());
        if (!variables.isObject())
            return domain::fail(domain::ErrorCode::Invalid, u"The variables are no JSON object"_s);
        body.insert(u"variables"_s, variables.object());
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

domain::Result<BuiltRequest> build(const RequestForm &form)
{
    using domain::ErrorCode;
    BuiltRequest request;
    request.method = form.method;
    QString server = form.server;
    QString path = form.path;
    QStringList query;
    for (const RequestField &field : form.fields) {
        if (field.required && field.value.isEmpty() && field.in != "server"_L1)
            return domain::fail(ErrorCode::Invalid, u"%1 needs a value"_s.arg(field.name));
        if (!field.isUsed && !field.required)
            continue;
        if (field.in == "server"_L1) {
            server.replace(u'{' + field.name + u'}', field.value);
        } else if (field.in == "path"_L1) {
            path.replace(u'{' + field.name + u'}', field.isList ? listText(field) : encoded(field.value));
        } else if (field.in == "query"_L1) {
            addQuery(field, query);
        } else if (field.in == "header"_L1) {
            if (hasLineBreak(field.value) || hasLineBreak(field.name))
                return domain::fail(ErrorCode::Invalid, u"The header %1 cannot hold a line break"_s.arg(field.name));
            request.headers.emplace_back(field.name, field.value);
        }
    }
    while (server.endsWith(u'/'))
        server.chop(1);
    request.url = QUrl(server + path + (query.isEmpty() ? QString() : QString((path.contains(u'?') ? u'&' : u'?') + query.join(u'&'))), QUrl::StrictMode);
    const bool isWeb = request.url.scheme() == "http"_L1 || request.url.scheme() == "https"_L1;
    if (!request.url.isValid() || !isWeb || request.url.host().isEmpty())
        return domain::fail(ErrorCode::Invalid, u"%1 is no address that a request can go to"_s.arg(server.isEmpty() ? u"An empty server"_s : server));
    if (!request.url.userInfo().isEmpty())
        return domain::fail(ErrorCode::Invalid, u"The address holds a name or password: leave it out"_s);
    if (!form.accept.isEmpty())
        request.headers.emplace_back(u"Accept"_s, form.accept);
    const auto body = bodyOf(form);
    if (!body)
        return std::unexpected(body.error());
    if (!form.mediaType.isEmpty() && !body->isEmpty()) {
        request.headers.emplace_back(u"Content-Type"_s, form.mediaType);
        request.body = *body;
    }
    return request;
}

QString asCurl(const BuiltRequest &request)
{
    QStringList words { u"curl"_s };
    if (request.method == "HEAD"_L1)
        words.append(u"--head"_s);
    else if (request.method != "GET"_L1)
        words.append("-X "_L1 + shellWord(request.method));
    words.append(shellWord(QString::fromUtf8(request.url.toEncoded())));
    for (const auto &[name, value] : request.headers)
        words.append("-H "_L1 + shellWord(name + ": "_L1 + value));
    if (!request.body.isEmpty())
        words.append("--data-raw "_L1 + shellWord(QString::fromUtf8(request.body)));
    return words.join(" \\\n  "_L1);
}

} // namespace callboard::apis
