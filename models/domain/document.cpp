// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/document.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <optional>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 64;

using Kind = Block::Kind;
constexpr std::array kindNames {
    "p"_L1, "h"_L1, "code"_L1, "list"_L1, "item"_L1, "quote"_L1, "table"_L1, "row"_L1, "cell"_L1, "admonition"_L1, "details"_L1,
    "tabs"_L1, "tab"_L1, "dl"_L1, "dt"_L1, "dd"_L1, "figure"_L1, "rule"_L1, "footnotes"_L1, "footnote"_L1, "group"_L1,
};
static_assert(kindNames.size() == size_t(Kind::Group) + 1);

void put(QJsonObject &json, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

void put(QJsonObject &json, QLatin1StringView key, int value, int usual)
{
    if (value != usual)
        json.insert(key, value);
}

/// Plain text is the usual case, and a string alone.
QJsonValue toJson(const Run &run)
{
    Run plain;
    plain.text = run.text;
    if (run == plain)
        return run.text;
    QJsonObject json { { u"t"_s, run.text } };
    put(json, "s"_L1, run.style, 0);
    put(json, "l"_L1, run.link);
    put(json, "title"_L1, run.title);
    put(json, "id"_L1, run.id);
    put(json, "i"_L1, run.image);
    put(json, "w"_L1, run.width, 0);
    put(json, "h"_L1, run.height, 0);
    return json;
}

Run runFromJson(const QJsonValue &value)
{
    Run run;
    if (value.isString()) {
        run.text = value.toString();
        return run;
    }
    const auto json = value.toObject();
    run.text = json["t"_L1].toString();
    run.style = quint16(json["s"_L1].toInt());
    run.link = json["l"_L1].toString();
    run.title = json["title"_L1].toString();
    run.id = json["id"_L1].toString();
    run.image = json["i"_L1].toString();
    run.width = json["w"_L1].toInt();
    run.height = json["h"_L1].toInt();
    return run;
}

QJsonArray toJson(const std::vector<Block> &blocks);

QJsonObject toJson(const Block &block)
{
    QJsonObject json { { u"k"_s, kindNames[size_t(block.kind)] } };
    put(json, "level"_L1, block.level, 0);
    put(json, "id"_L1, block.id);
    put(json, "text"_L1, block.text);
    put(json, "language"_L1, block.language);
    put(json, "title"_L1, block.title);
    put(json, "flavour"_L1, block.flavour);
    put(json, "first"_L1, block.firstLine, 0);
    put(json, "start"_L1, block.start, 1);
    put(json, "head"_L1, block.headerRows, 0);
    put(json, "columns"_L1, block.columnSpan, 1);
    put(json, "rows"_L1, block.rowSpan, 1);
    put(json, "check"_L1, int(block.check), 0);
    put(json, "align"_L1, int(block.align), 0);
    put(json, "ordered"_L1, block.ordered, 0);
    put(json, "open"_L1, block.open, 0);
    if (!block.marked.isEmpty()) {
        QJsonArray marked;
        for (const auto line : block.marked)
            marked.append(line);
        json.insert("marked"_L1, marked);
    }
    if (!block.runs.empty()) {
        QJsonArray runs;
        for (const auto &run : block.runs)
            runs.append(toJson(run));
        json.insert("r"_L1, runs);
    }
    if (!block.children.empty())
        json.insert("c"_L1, toJson(block.children));
    return json;
}

QJsonArray toJson(const std::vector<Block> &blocks)
{
    QJsonArray json;
    for (const auto &block : blocks)
        json.append(toJson(block));
    return json;
}

std::vector<Block> blocksFromJson(const QJsonArray &array, int depth);

std::optional<Block> blockFromJson(const QJsonObject &json, int depth)
{
    const auto name = json["k"_L1].toString();
    const auto kind = std::ranges::find(kindNames, name);
    if (kind == kindNames.end())
        return {};
    Block block;
    block.kind = Kind(kind - kindNames.begin());
    block.level = std::clamp(json["level"_L1].toInt(), 0, 6);
    block.id = json["id"_L1].toString();
    block.text = json["text"_L1].toString();
    block.language = json["language"_L1].toString();
    block.title = json["title"_L1].toString();
    block.flavour = json["flavour"_L1].toString();
    block.firstLine = json["first"_L1].toInt();
    block.start = json["start"_L1].toInt(1);
    block.headerRows = json["head"_L1].toInt();
    block.columnSpan = std::max(1, json["columns"_L1].toInt(1));
    block.rowSpan = std::max(1, json["rows"_L1].toInt(1));
    block.check = Block::Check(std::clamp(json["check"_L1].toInt(), 0, 2));
    block.align = Block::Align(std::clamp(json["align"_L1].toInt(), 0, 3));
    block.ordered = json["ordered"_L1].toInt() != 0;
    block.open = json["open"_L1].toInt() != 0;
    for (const auto &line : json["marked"_L1].toArray())
        block.marked.append(line.toInt());
    for (const auto &run : json["r"_L1].toArray())
        block.runs.push_back(runFromJson(run));
    block.children = blocksFromJson(json["c"_L1].toArray(), depth + 1);
    return block;
}

std::vector<Block> blocksFromJson(const QJsonArray &array, int depth)
{
    std::vector<Block> blocks;
    if (depth > deepest)
        return blocks;
    for (const auto &value : array) {
        if (auto block = blockFromJson(value.toObject(), depth))
            blocks.push_back(std::move(*block));
    }
    return blocks;
}

void collectHeadings(const std::vector<Block> &blocks, std::vector<DocHeading> &found)
{
    for (const auto &block : blocks) {
        if (block.kind == Kind::Heading)
            found.push_back({ block.level, block.id, plainText(block.runs) });
        collectHeadings(block.children, found);
    }
}

void addLine(QString &text, const QString &line)
{
    if (line.isEmpty())
        return;
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

} // namespace

QJsonObject Document::toJson() const
{
    return { { u"blocks"_s, domain::toJson(blocks) } };
}

Document Document::fromJson(const QJsonObject &json)
{
    return { blocksFromJson(json["blocks"_L1].toArray(), 0) };
}

std::vector<DocHeading> headings(const Document &document)
{
    std::vector<DocHeading> found;
    collectHeadings(document.blocks, found);
    return found;
}

QString plainText(const std::vector<Run> &runs)
{
    QString text;
    for (const auto &run : runs)
        text += run.text;
    return text;
}

QString plainText(const Block &block)
{
    QString text = block.title;
    addLine(text, plainText(block.runs));
    addLine(text, block.text);
    for (const auto &child : block.children)
        addLine(text, plainText(child));
    return text;
}

} // namespace callboard::domain
