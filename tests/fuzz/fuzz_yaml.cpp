// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

qsizetype linesIn(QByteArrayView text)
{
    return text.count('\n') + 1;
}

/// Asks for the place of everything, as a validator does: each must be in the text.
void askPlaces(const YamlDocument &document, const QJsonValue &value, const QString &pointer, qsizetype lines, int &budget)
{
    if (--budget < 0)
        return;
    const Position at = document.at(pointer);
    require(at.line >= 1 && at.column >= 1 && at.line <= lines);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            QString key = member.key();
            key.replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
            askPlaces(document, member.value(), pointer + u'/' + key, lines, budget);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            askPlaces(document, array[i], pointer + u'/' + QString::number(i), lines, budget);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, qsizetype(size));
    for (const YamlDocument &document : readYaml(text)) {
        if (document.error) {
            require(document.value.isUndefined() && !document.error->message.isEmpty());
            require(document.error->at.line >= 1 && document.error->at.line <= linesIn(text));
        }
        int budget = 300;
        askPlaces(document, document.value, {}, linesIn(text), budget);
    }
    return 0;
}
