// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/export.h"

#include "models/items/entityroles.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
bool beginsFormula(const QString &text)
{
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
}

bool isNumber(const QString &text)
{
    bool good = false;
    text.toDouble(&good);
    return good;
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    quoted.reserve(cells.size());
    for (const QString &cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(u',') + u"\r\n"_s;
}

struct Table {
    QStringList headers;
    QStringList keys; ///< Of JSON; one a header.
    std::vector<QStringList> rows;
};

QByteArray csvOf(const Table &table)
{
    QString text = csvLine(table.headers);
    for (const QStringList &row : table.rows)
        text += csvLine(row);
    return text.toUtf8();
}

QByteArray jsonOf(const Table &table)
{
    QJsonArray array;
    for (const QStringList &row : table.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(table.keys[i], row[i]);
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

/// What a row has: the model's columns, and what goes before them.
struct Shape {
    bool withRef = false;
    bool withGroup = false;
    QList<int> columns;
};

Table emptyTable(const QAbstractItemModel &model, const Shape &shape)
{
    Table table;
    const auto add = [&table](const QString &header, const QString &key) {
        table.headers.append(header);
        table.keys.append(key.isEmpty() ? header : key);
    };
    if (shape.withRef)
        add(model.headerData(0, Qt::Horizontal, RefRole).toString(), u"ref"_s);
    if (shape.withGroup)
        add(QCoreApplication::translate("callboard::items::Export", "Group"), u"group"_s);
    for (const int column : shape.columns)
        add(model.headerData(column, Qt::Horizontal).toString(), model.headerData(column, Qt::Horizontal, ColumnKeyRole).toString());
    return table;
}

QString cellOf(const QModelIndex &index)
{
    const QVariant exported = index.data(ExportRole);
    return exported.isValid() ? exported.toString() : index.data().toString();
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, const QString &group, const Shape &shape, Table &table)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex first = model.index(row, 0, parent);
        if (model.rowCount(first) > 0 || first.data(GroupRole).toBool()) {
            addRows(model, first, cellOf(first), shape, table);
            continue;
        }
        QStringList cells;
        if (shape.withRef)
            cells.append(first.data(RefRole).toString());
        if (shape.withGroup)
            cells.append(group);
        for (const int column : shape.columns)
            cells.append(cellOf(model.index(row, column, parent)));
        table.rows.push_back(cells);
    }
}

bool hasGroups(const QAbstractItemModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowCount(model.index(row, 0)) > 0)
            return true;
    }
    return false;
}

void flatten(const QString &path, const QJsonValue &value, QMap<QString, QString> &fields)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            flatten(path.isEmpty() ? at.key() : QString(path + u'.' + at.key()), at.value(), fields);
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const bool isPlain = std::none_of(array.begin(), array.end(), [](const QJsonValue &item) { return item.isObject() || item.isArray(); });
        QStringList items;
        for (const QJsonValue &item : array)
            items.append(item.toVariant().toString());
        fields.insert(path, isPlain ? items.join(u", "_s) : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
        return;
    }
    fields.insert(path, value.toVariant().toString());
}

Table tableOf(std::span<const domain::Entity> entities)
{
    std::vector<QMap<QString, QString>> flat;
    QMap<QString, bool> paths;
    for (const domain::Entity &entity : entities) {
        QMap<QString, QString> fields;
        flatten({}, entity.toJson(), fields);
        for (const QString &path : fields.keys())
            paths.insert(path, true);
        flat.push_back(std::move(fields));
    }
    Table table;
    table.headers = paths.keys();
    for (const QMap<QString, QString> &fields : flat) {
        QStringList cells;
        for (const QString &path : std::as_const(table.headers))
            cells.append(fields.value(path));
        table.rows.push_back(cells);
    }
    return table;
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = text;
    if (beginsFormula(cell) && !isNumber(cell))
        cell.prepend(u'\'');
    const bool mustQuote = std::any_of(cell.begin(), cell.end(), [](QChar unit) { return unit == u',' || unit == u'"' || unit == u'\n' || unit == u'\r'; });
    if (!mustQuote)
        return cell;
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

QByteArray exportModel(const QAbstractItemModel &model, ExportFormat format, const QList<int> &columns)
{
    Shape shape { model.headerData(0, Qt::Horizontal, RefRole).isValid(), hasGroups(model), columns };
    for (int column = 0; columns.isEmpty() && column < model.columnCount(); ++column)
        shape.columns.append(column);
    Table table = emptyTable(model, shape);
    addRows(model, {}, {}, shape, table);
    return format == ExportFormat::Csv ? csvOf(table) : jsonOf(table);
}

QByteArray exportEntities(std::span<const domain::Entity> entities, ExportFormat format)
{
    if (format == ExportFormat::Csv)
        return csvOf(tableOf(entities));
    QJsonArray array;
    for (const domain::Entity &entity : entities)
        array.append(entity.toJson());
    return QJsonDocument(array).toJson();
}

} // namespace callboard::items
