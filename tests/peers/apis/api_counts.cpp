// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// api_counts: reads lines of JSON {"type": "openapi", "file": "…"} or {"type": …, "text": "…"} and answers each with a line of
// counts: what is in the definition, by our readers. With --time, how long each took as well, and p50 and p95 at the end.
#include "models/apis/definition.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

namespace {

QJsonObject countsOf(const ApiDefinition &definition)
{
    QHash<QString, int> counts;
    for (const Item &item : definition.items) {
        ++counts[name(item.kind)];
        counts[u"parameters"_s] += int(item.parameters.size());
        counts[u"responses"_s] += int(item.responses.size());
        const Schema *schema = item.kind == ItemKind::Operation || item.schema == noSchema ? nullptr : &definition.schemas[size_t(item.schema)];
        const bool isNamed = item.kind == ItemKind::Type || item.kind == ItemKind::Interface || item.kind == ItemKind::Input
            || (item.kind == ItemKind::Message && definition.format == ApiFormat::Protobuf);
        if (schema && isNamed)
            counts[u"members"_s] += int(schema->properties.size());
        if (schema && item.kind == ItemKind::Enum)
            counts[u"values"_s] += int(schema->values.size());
    }
    QJsonObject json { { u"format"_s, QString(name(definition.format)) }, { u"errors"_s, definition.hasErrors() } };
    if (definition.hasErrors())
        json.insert(u"problem"_s, u"%1: %2"_s.arg(definition.problems.front().at.line).arg(definition.problems.front().message));
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        json.insert(count.key(), count.value());
    return json;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isTimed = argc > 1 && std::string_view(argv[1]) == "--time";
    std::vector<double> times;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    while (true) {
        const QByteArray line = input.readLine();
        if (line.isEmpty())
            break;
        const QJsonObject asked = QJsonDocument::fromJson(line).object();
        QByteArray text = asked["text"_L1].toString().toUtf8();
        if (asked.contains("file"_L1)) {
            QFile file(asked["file"_L1].toString());
            if (!file.open(QIODevice::ReadOnly))
                return 2;
            text = file.readAll();
        }
        QElapsedTimer timer;
        timer.start();
        const auto definition = parseApi(asked["type"_L1].toString(), text);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        QJsonObject answer = definition ? countsOf(*definition) : QJsonObject { { u"errors"_s, true } };
        if (isTimed)
            answer.insert(u"ms"_s, times.back());
        const QByteArray json = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(json.constData(), 1, size_t(json.size()), stdout);
        std::fflush(stdout);
    }
    if (isTimed && !times.empty()) {
        std::ranges::sort(times);
        const auto at = [&](double part) { return times[std::min(times.size() - 1, size_t(part * double(times.size())))]; };
        std::fprintf(stderr, "%zu definitions opened: p50 %.2f ms, p95 %.2f ms, longest %.2f ms\n", times.size(), at(0.5), at(0.95), times.back());
    }
    return 0;
}
