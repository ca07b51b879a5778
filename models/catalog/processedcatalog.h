// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/relationtable.h"
#include "models/domain/record.h"

#include <QHash>
#include <QJsonArray>

#include <memory>
#include <vector>

namespace callboard::catalog {

struct FileResult;
using FileResultPtr = std::shared_ptr<const FileResult>;

/// A document of a file that was processed.
struct DocumentAt {
    FileResultPtr file;
    quint32 index = 0; ///< From 0.

    bool operator==(const DocumentAt &) const = default;
};

/// A finished entity, and the place it was written.
struct ProcessedEntity {
    QString ref; ///< Canonical.
    QString origin;    ///< Location ref of the root that led to it.
    QJsonArray statusItems;
    QString location;      ///< Location ref of its file.
    QString localPath;     ///< Absolute, where the file is on this machine.
    int document = 0;      ///< In the file, from 0.
    int line = 1;          ///< First line of the document.
    FileResultPtr file;    ///< Holds its body.
};

/// The finished entities in forty bytes each; one is made when it is asked for. Filled, then settled, then asked.
class ProcessedEntities final {
public:
    /// With the names of the catalog, refs and origins among them.
    explicit ProcessedEntities(std::shared_ptr<const NameTable> names);
    void reserve(size_t count) { m_rows.reserve(count); }
    /// `ref` and `origin` are names; `errors` become status items.
    void add(const DocumentAt &at, int line, quint32 ref, quint32 origin, const QStringList &errors);
    void settle(); ///< Sorts by canonical ref.

    size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }
    ProcessedEntity at(size_t index) const;
    ProcessedEntity operator[](size_t index) const { return at(index); }

    struct Iterator {
        const ProcessedEntities *entities;
        size_t index;
        ProcessedEntity operator*() const { return entities->at(index); }
        Iterator &operator++()
        {
            ++index;
            return *this;
        }
        bool operator==(const Iterator &) const = default;
    };
    Iterator begin() const { return { this, 0 }; }
    Iterator end() const { return { this, size() }; }

private:
    struct Row {
        DocumentAt at;
        qint32 line;
        quint32 ref;
        quint32 origin;
    };
    std::shared_ptr<const NameTable> m_names;
    std::vector<Row> m_rows;
    QHash<quint32, QJsonArray> m_statusItems; ///< By ref, where there are any.
};

/// A document that did not become an entity, or a file that could not be taken in.
struct Rejection {
    QString location; ///< Of the file that holds the document (of a Location: its own file, not its target's).
    QString localPath;
    int document = 0;
    QString entityRef; ///< Canonical, where the document names one.
    QStringList errors; ///< One sentence each; what to do is in the matching problems.
    bool isDescriptor = true; ///< False: no document of the file is a map, so nothing in it could be an entity.
};

struct ProcessedCatalog {
    ProcessedEntities entities;
    RelationTable relations;               ///< Both ways.
    std::vector<domain::Problem> problems = {}; ///< Errors and warnings with their places, in the order of files.
    std::vector<Rejection> rejected = {};       ///< In the order in which they were met.
    bool stopped = false; ///< The stop was asked for: what is here is not the whole catalog.

    /// One of `entities` as Backstage serves it. Made when it is asked for: a hundred thousand of them at once are most of a gigabyte.
    domain::Entity entity(const ProcessedEntity &processed) const;
};

} // namespace callboard::catalog
