// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/descriptorfiles.h"

#include "models/catalog/yaml.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

bool isYamlName(const QString &name)
{
    return name.endsWith(u".yaml") || name.endsWith(u".yml");
}

bool isDescriptorName(const QString &name)
{
    return isYamlName(name) && (name.startsWith(u"catalog-info") || name == u"backstage.yaml" || name == u"backstage.yml");
}

bool namesBackstageVersion(const QByteArray &text)
{
    if (!text.contains("backstage.io/"))
        return false;
    static const QRegularExpression line(
        uR"(^\s*apiVersion:\s*["']?(scaffolder\.)?backstage\.io/)"_s, QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(text)).hasMatch();
}

class Walker final {
public:
    Walker(std::vector<DescriptorFile> &found, QString border, std::stop_token stop)
        : m_found(found)
        , m_border(std::move(border))
        , m_stop(std::move(stop))
    {
    }

    void enter(const QString &folder)
    {
        const QDir dir(folder);
        const auto filter = QDir::Dirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot;
        for (const QFileInfo &entry : dir.entryInfoList(filter, QDir::NoSort)) {
            if (m_stop.stop_requested())
                return;
            if (entry.isDir()) {
                if (!entry.isSymLink() && !isForeign(entry.fileName()))
                    enter(entry.filePath());
            } else if (isYamlName(entry.fileName()) && (!entry.isSymLink() || leadsInto(m_border, entry.filePath()))) {
                take(entry.filePath(), entry.fileName());
            }
        }
    }

private:
    static bool isForeign(const QString &name)
    {
        return name == u".git" || name == u".hg" || name == u".svn" || name == u"node_modules";
    }

    void take(const QString &path, const QString &name)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            if (isDescriptorName(name))
                m_found.push_back({ path, {}, file.errorString() });
            return;
        }
        QByteArray text = file.readAll();
        if (isDescriptor(name, text))
            m_found.push_back({ path, std::move(text) });
    }

    std::vector<DescriptorFile> &m_found;
    QString m_border; ///< What a repository has in it may not lead out of here.
    std::stop_token m_stop;
};

/// The folders that the Templates of a file fetch from, where they are beside it.
void addFetchedFolders(const DescriptorFile &file, QStringList &folders)
{
    if (!file.text.contains("Template") || !file.text.contains("fetch:"))
        return;
    for (const YamlDocument &document : readYaml(file.text)) {
        if (document.value[u"kind"].toString() != u"Template")
            continue;
        const QJsonArray steps = document.value[u"spec"][u"steps"].toArray();
        for (const QJsonValue &step : steps) {
            const QString url = step[u"input"][u"url"].toString();
            const bool local = !url.isEmpty() && !url.contains(u"://"_s) && !url.contains(u"${{"_s);
            if (!local || !step[u"action"].toString().startsWith(u"fetch:"))
                continue;
            const QString folder = QDir::cleanPath(QFileInfo(file.path).path() + u'/' + url) + u'/';
            // A template that fetches the folder it stands in is still a template.
            if (!file.path.startsWith(folder))
                folders.append(folder);
        }
    }
}

bool isTemplatedPath(const QString &path)
{
    return path.contains(u"/skeleton/"_s) || path.contains(u"{{"_s) || path.contains(u"{%"_s);
}

} // namespace

bool isDescriptor(const QString &fileName, const QByteArray &text)
{
    return isYamlName(fileName) && (isDescriptorName(fileName) || namesBackstageVersion(text));
}

std::vector<DescriptorFile> findDescriptors(const QString &folder, std::stop_token stop)
{
    const QString root = QDir(folder).absolutePath();
    std::vector<DescriptorFile> found;
    const QString repository = repositoryOf(root);
    Walker(found, repository.isEmpty() ? root : repository, stop).enter(root);
    QStringList fetched;
    for (const DescriptorFile &file : found)
        addFetchedFolders(file, fetched);
    std::erase_if(found, [&](const DescriptorFile &file) {
        const QString below = file.path.mid(root.size());
        return isTemplatedPath(below)
            || std::any_of(fetched.begin(), fetched.end(), [&](const QString &f) { return file.path.startsWith(f); });
    });
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return found;
}

QStringList rootDescriptors(const QString &repositoryFolder)
{
    QStringList found;
    for (const QLatin1StringView name : { "catalog-info.yaml"_L1, "catalog-info.yml"_L1 }) {
        const QString path = QDir(repositoryFolder).filePath(name);
        if (QFileInfo(path).isFile())
            found.append(path);
    }
    return found;
}

bool isFileAt(const QString &path)
{
    return !path.contains(QChar(u'\0')) && QFileInfo(path).isFile();
}

bool leadsInto(const QString &folder, const QString &path)
{
    const QString real = path.contains(QChar(u'\0')) ? QString() : QFileInfo(path).canonicalFilePath();
    const QString border = QFileInfo(folder).canonicalFilePath();
    return real.isEmpty() || real == border || real.startsWith(border.endsWith(u'/') ? border : QString(border + u'/'));
}

QString repositoryOf(const QString &path)
{
    const QFileInfo info(path);
    QDir dir(info.isDir() ? path : info.path());
    do {
        if (QFileInfo::exists(dir.filePath(u".git"_s)))
            return dir.absolutePath();
    } while (dir.cdUp());
    return {};
}

} // namespace callboard::catalog
