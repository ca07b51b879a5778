// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

/// Paths and addresses as MkDocs reckons with them.
namespace callboard::docs {

/// Joins and takes out "." and ".."; nothing where that leads out of the root. "" is the root.
std::optional<QString> joinedPath(const QString &folder, const QString &path);
/// The folder a path lies in, without a slash at its end.
QString folderOf(const QString &path);
QString nameOf(const QString &path);
/// "setup" of "guide/setup.md"; "index" of a README.
QString stemOf(const QString &path);
/// Without the extension, as os.path.splitext has it.
QString withoutExtension(const QString &path);
bool isMarkdownFile(const QString &path);
/// The file that a page or other file is built to.
QString builtPath(const QString &source, bool directoryUrls);
/// Its address relative to the site's root: "" for the front page, "guide/setup/", "img/a.png".
QString addressOf(const QString &source, bool directoryUrls);
/// An address relative to another one, both percent-encoded already or both not (mkdocs.utils.get_relative_url).
QString relativeAddress(const QString &address, const QString &from);
QString percentEncoded(const QString &path);
/// What MkDocs makes of a folder's or file's name: "how-to guides" → "How to guides".
QString titleOfName(const QString &name);

/// Lines in the manner of .gitignore (https://git-scm.com/docs/gitignore).
class IgnoreRules final {
public:
    IgnoreRules() = default;
    explicit IgnoreRules(const QStringList &lines);
    bool matches(const QString &path) const; ///< The last line that is about a path decides.

private:
    struct Rule {
        QStringList parts; ///< Between slashes; "**" for any number.
        bool negated = false;
        bool foldersOnly = false;
        bool anchored = false;
    };
    static bool matchesRule(const Rule &rule, const QStringList &path);
    QList<Rule> m_rules;
};

} // namespace callboard::docs
