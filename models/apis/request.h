// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/definition.h"

#include <QUrl>

namespace callboard::apis {

/// A value to fill in for a request.
struct RequestField {
    QString name;
    QString in; ///< "server", "path", "query", "header", "cookie"
    QString value; ///< What is suggested: example, default, or first choice; may be empty.
    QStringList choices;
    QString typeText;
    QString description;
    bool required = false;
    bool isList = false; ///< Values parted by commas.
    bool explode = false;
    QString style;
    bool isUsed = true; ///< Optional ones begin unused where nothing is suggested.
};

/// What somebody fills in to try an operation of OpenAPI, or a query or mutation of GraphQL.
struct RequestForm {
    QString name; ///< "POST /refunds", "query product"
    QString method;
    QString path;
    QStringList servers;
    QString server; ///< The chosen one.
    std::vector<RequestField> fields;
    QStringList mediaTypes;
    QString mediaType; ///< The chosen one; empty for no body.
    QString body;
    QString accept;
    /// GraphQL over HTTP: the body is made of these, and `body` stays empty.
    struct GraphQl {
        QString query;
        QString variables; ///< A JSON object; empty for none.
    };
    std::optional<GraphQl> graphQl;
};

/// Whether a request can be made of it: an operation of OpenAPI, a query or mutation of GraphQL.
bool canRequest(const ApiDefinition &definition, const Item &item);

/// The form of an operation, filled with its examples and defaults. `isWritable` in mind: what is only read is left out of a body.
/// Credentials are never filled in: header parameters that carry them are left out.
RequestForm requestForm(const ApiDefinition &definition, const Item &operation);

/// Of GraphQL: the field with all its arguments as variables, and of what it gives the scalars, and those of the objects in it. What
/// needs arguments of its own is left out. Variables hold what is required.
RequestForm::GraphQl graphQlRequest(const ApiDefinition &definition, const Item &operation);

/// A body made of a schema: examples and defaults where there are any, else one value of each type. As indented JSON.
QString sampleBody(const ApiDefinition &definition, SchemaId schema);

/// Exactly what would be sent.
struct BuiltRequest {
    QString method;
    QUrl url;
    std::vector<std::pair<QString, QString>> headers;
    QByteArray body;
};

/// Invalid, with what is missing or wrong: a required field without a value, an address that is none, a header with a line break.
domain::Result<BuiltRequest> build(const RequestForm &form);

/// As a command for a POSIX shell, each word quoted where it needs to be.
QString asCurl(const BuiltRequest &request);

} // namespace callboard::apis
