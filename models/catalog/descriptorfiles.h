// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace callboard::catalog {

/// A file that describes entities, with its text.
struct DescriptorFile {
    QString path; ///< Absolute.
    QByteArray text;
    QString error = {}; ///< Why it could not be read; empty when it was.
};

/// Whether a file is a descriptor by its name (catalog-info*.yaml, backstage.yaml) or by a line `apiVersion:` of one of
/// Backstage's groups.
bool isDescriptor(const QString &fileName, const QByteArray &text);

/// All descriptors under a folder, sorted by path. Version control's own folders and node_modules are not entered,
/// links to folders not followed, nor links to files outside of the repository (of the folder, where it is in none).
/// What belongs to a template's skeleton is left out: below a folder that a Template fetches from, below one called `skeleton`,
/// or with a templated path segment; such files are no entities until scaffolded. What cannot be read is told where its name
/// alone says that it is a descriptor.
std::vector<DescriptorFile> findDescriptors(const QString &folder, std::stop_token stop = {});

/// The descriptors that stand for a repository: `catalog-info.yaml` and `catalog-info.yml`, those that are there.
QStringList rootDescriptors(const QString &repositoryFolder);

/// Whether a file is at a path that a descriptor names. No path holds a NUL: Qt warns of one and cuts it off.
bool isFileAt(const QString &path);

/// Whether what is at a path lies in a folder, links followed. True where nothing is there.
bool leadsInto(const QString &folder, const QString &path);

/// The nearest folder at or above a file that is a git work tree; empty where there is none.
QString repositoryOf(const QString &path);

} // namespace callboard::catalog
