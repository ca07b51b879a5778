// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads frames from standard input (a line with a number of bytes, then the bytes) and answers each
// with one line of JSON: [{"line":1,"value":…} | {"line":1,"error":"…","at":[line,column]}, …].
#include "models/catalog/yaml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

int main()
{
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 2;
    for (;;) {
        bool isNumber = false;
        const qsizetype size = input.readLine().trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return 0;
        const QByteArray text = input.read(size);
        QJsonArray documents;
        for (const auto &document : callboard::catalog::readYaml(text))
            documents.append(describe(document));
        output.write(QJsonDocument(documents).toJson(QJsonDocument::Compact) + '\n');
        output.flush();
    }
}
