// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"
#include "models/mirror/mirror.h"

#include <QTemporaryDir>

namespace callboard::ctl {

/// All folders below one that have a mkdocs.yml, by their path in it; "" is itself.
QStringList siteFolders(const QString &root);

/// Documentation to be read: that of a workspace, or what was just built from a folder and goes with this.
class DocShelf final {
public:
    /// `--folder DIR`: every folder below it with a mkdocs.yml is a site, named by its path. Else the workspace.
    /// Null after a complaint.
    static std::unique_ptr<DocShelf> open(const Arguments &arguments);
    static std::unique_ptr<DocShelf> ofFolder(const QString &folder);

    mirror::Mirror &mirror() { return *m_mirror; }
    /// The site's ref of what a person calls it: its ref, name or folder. Empty where there is none.
    QString siteOf(const QString &called) const;
    /// How it is shown: the folder, or the ref.
    QString nameOf(const QString &site) const { return m_folders.value(site, site); }
    double indexedPerSecond() const { return m_indexedPerSecond; } ///< 0 of a workspace.
    int pages() const { return m_pages; }

private:
    DocShelf() = default;
    bool build(const QString &folder);

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<mirror::Mirror> m_mirror;
    QHash<QString, QString> m_folders; ///< By site.
    double m_indexedPerSecond = 0;
    int m_pages = 0;
};

} // namespace callboard::ctl
