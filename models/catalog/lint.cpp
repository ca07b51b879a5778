// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/lint.h"

#include "models/catalog/advice.h"
#include "models/catalog/substitute.h"
#include "models/catalog/weburl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// Placeholders as they stand in a work tree on disk.
class DiskPlaceholders final : public PlaceholderSource {
public:
    explicit DiskPlaceholders(const QString &descriptorPath)
        : m_descriptor(descriptorPath)
    {
    }

    bool takesApis() const override { return true; }

    Result<File> fetch(const QString &value) override
    {
        if (WebUrl::parse(value))
            return File { {}, false };
        const auto path = resolve(value);
        if (!path)
            return std::unexpected(path.error());
        QFile file(*path);
        if (!isFileAt(*path) || !file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotFound, u"there is no such file; write its path relative to this descriptor"_s);
        return File { file.readAll(), true };
    }

private:
    /// `/` is the root of the repository, which only a work tree of git tells.
    Result<QString> resolve(const QString &value) const
    {
        const QString plain = decodeUriComponent(value.section(u'?', 0, 0).section(u'#', 0, 0)).value_or(value);
        const QString root = repositoryOf(m_descriptor);
        if (plain.startsWith(u'/') && root.isEmpty())
            return fail(ErrorCode::NotFound, u"\"/\" means the root of the repository, and this folder is in none"_s);
        const QString base = plain.startsWith(u'/') ? root : QFileInfo(m_descriptor).path();
        const QString path = QDir::cleanPath(base + u'/' + plain);
        if (!root.isEmpty() && (!path.startsWith(QString(root + u'/')) || !leadsInto(root, path)))
            return fail(ErrorCode::Forbidden, u"it is outside of the repository; copy the file into it"_s);
        return path;
    }

    QString m_descriptor;
};

LintedDocument lintEntity(
    const YamlDocument &document, int index, const ValidationOptions &options, PlaceholderSource &placeholders)
{
    LintedDocument linted { index, document.start, document.value[u"kind"].toString(),
        document.value[u"metadata"][u"name"].toString(), document.value[u"metadata"][u"namespace"].toString(), {} };
    Substituted made = substitute(document.value, placeholders);
    if (!made.violations.empty()) {
        // Without its files nothing more can be said of the document.
        made.violations.resize(std::min<size_t>(made.violations.size(), maxViolations));
        linted.verdict.violations = std::move(made.violations);
        linted.verdict.valid = false;
        locate(linted.verdict.violations, document);
        return linted;
    }
    linted.verdict = validate(made.value, options, &document);
    return linted;
}

} // namespace

bool LintedFile::isGood() const
{
    return failures.empty()
        && std::all_of(documents.begin(), documents.end(),
            [](const LintedDocument &document) { return document.verdict.violations.empty(); });
}

LintedFile lint(const DescriptorFile &file, const ValidationOptions &options)
{
    LintedFile linted { file.path, {}, {} };
    if (!file.error.isEmpty())
        linted.failures.push_back({ 0, u"Unreadable"_s, u"it cannot be read: %1"_s.arg(file.error), { 1, 1 } });
    DiskPlaceholders placeholders(file.path);
    const std::vector<YamlDocument> documents = readYaml(file.text);
    for (size_t i = 0; i < documents.size(); ++i) {
        const YamlDocument &document = documents[i];
        if (document.error)
            linted.failures.push_back({ int(i), u"Yaml"_s, document.error->message, document.error->at });
        else if (document.isEmpty())
            continue;
        else if (!document.value.isObject())
            linted.failures.push_back({ int(i), u"NotAnObject"_s, adviceForValue(document.value), document.start });
        else
            linted.documents.push_back(lintEntity(document, int(i), options, placeholders));
    }
    return linted;
}

} // namespace callboard::catalog
