// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads frames from standard input (a line with a number of bytes, then the bytes) and answers each
// with one line of JSON: [{"line":1,"value":…} | {"line":1,"error":"…","at":[line,column]}, …].
#include "models/catalog/yaml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace {

QJsonObject describe(const callboard::catalog::YamlDocument &document)
{
    QJsonObject result{{u"line"_s, document.start.line}, {u"column"_s, document.start.column}};
    if (document.error) {
        result[u"error"_s] = document.error->message;
        result[u"at"_s] = QJsonArray{document.error->at.line, document.error->at.column};
    } else {
        result[u"value"_s] = document.value;
    }
    return result;
}

} // namespace

// The standard streams, not QFile: Qt reads a pipe without blocking, and a frame that is still on its way comes back short.
int main()
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return 2;
    for (std::string line; std::getline(std::cin, line);) {
        bool isNumber = false;
        const qsizetype size = QByteArray::fromStdString(line).trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return 2;
        QByteArray text(size, Qt::Uninitialized);
        if (!std::cin.read(text.data(), size))
            return 2;
        QJsonArray documents;
        for (const auto &document : callboard::catalog::readYaml(text))
            documents.append(describe(document));
        output.write(QJsonDocument(documents).toJson(QJsonDocument::Compact) + '\n');
        output.flush();
    }
}
