// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/walk.h"

#include "plugins/folder/repository.h"
#include "plugins/sdk/glob.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace callboard::folder {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::fail;
using sdk::Glob;

namespace {

constexpr int deepest = 32;
// A file larger than this is not looked into for an apiVersion; real descriptors are a thousandth of it.
constexpr qint64 longestLook = 1024 * 1024;

bool isYamlName(const QString &name)
{
    return name.endsWith(".yaml"_L1) || name.endsWith(".yml"_L1);
}

/// `${{ values.name }}` or `{{cookiecutter.name}}`: a path that only exists once a template has run.
bool isTemplatedName(const QString &name)
{
    return name.contains("{{"_L1) || name.contains("{%"_L1);
}

bool declaresBackstage(const QByteArray &text)
{
    static const QRegularExpression line(
        uR"((?:^|\n)apiVersion:[ \t]*['"]?(?:[a-z]+\.)?backstage\.io/)"_s);
    return line.match(QString::fromUtf8(text)).hasMatch();
}

/// The folders that the steps of a Template fetch from, relative to its file.
QStringList fetchedFolders(const QByteArray &text)
{
    QStringList folders;
    if (!text.contains("scaffolder.backstage.io/") || !text.contains("Template"))
        return folders;
    static const QRegularExpression url(uR"((?:^|\n)[ \t]+(?:-[ \t]+)?url:[ \t]*['"]?(\.{1,2}/[^'"\s#]+))"_s);
    for (auto matches = url.globalMatch(QString::fromUtf8(text)); matches.hasNext();)
        folders.append(matches.next().captured(1));
    return folders;
}

class Walker final {
public:
    Walker(const Settings &settings, std::stop_token stop, const WalkHooks &hooks)
        : m_settings(settings)
        , m_stop(std::move(stop))
        , m_hooks(hooks)
    {
    }

    domain::Result<Survey> run();

private:
    void enterOuterClone();
    void visit(const QString &folder, int depth, int clone);
    int enterClone(const QString &workTree);
    void visitFile(const QString &folder, const QString &name, int clone);
    bool isIgnored(const QString &path, int clone) const;
    void dropSkeletons();
    Clone describe(const Repository &repository) const;

    const Settings &m_settings;
    std::stop_token m_stop;
    const WalkHooks &m_hooks;
    Survey m_survey;
    std::vector<Repository> m_repositories; ///< Beside m_survey.clones.
    QStringList m_skeletons;
    int m_outer = -1;
};

// The chosen folder may be a part of a repository: its clone lies further up.
void Walker::enterOuterClone()
{
    const QString workTree = Repository::workTreeAround(m_settings.folder);
    if (workTree.isEmpty() || workTree == m_settings.folder)
        return;
    const int clone = enterClone(workTree);
    if (clone >= 0 && !isIgnored(m_settings.folder + u'/', clone)) {
        m_outer = clone;
        return;
    }
    m_survey.clones.clear();
    m_repositories.clear();
}

domain::Result<Survey> Walker::run()
{
    const QFileInfo root(m_settings.folder);
    if (m_settings.folder.isEmpty() || !root.isDir())
        return fail(ErrorCode::NotFound, u"there is no folder %1"_s.arg(m_settings.folder), m_settings.folder);
    if (!root.isReadable())
        return fail(ErrorCode::Forbidden, u"the folder %1 cannot be read"_s.arg(m_settings.folder), m_settings.folder);
    enterOuterClone();
    visit(m_settings.folder, 0, m_outer);
    if (m_stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    dropSkeletons();
    std::ranges::sort(m_survey.descriptors, {}, &Survey::File::path);
    return std::move(m_survey);
}

Clone Walker::describe(const Repository &repository) const
{
    Clone clone;
    clone.workTree = repository.workTree();
    clone.gitFolder = repository.gitFolder();
    const QString url = repository.remoteUrl();
    clone.remote = parseRemote(url);
    if (clone.remote && clone.remote->type == HostType::Unknown) {
        const HostType byContent = typeByContent(clone.workTree);
        const HostType type = byContent == HostType::Unknown ? m_settings.otherHosts : byContent;
        if (const auto known = parseRemote(url, type))
            clone.remote = known;
    }
    const QString current = repository.currentBranch();
    const QString byDefault = repository.defaultBranch();
    clone.linkBranch = m_settings.currentBranch || byDefault.isEmpty() ? current : byDefault;
    if (clone.linkBranch.isEmpty())
        clone.linkBranch = repository.head();
    clone.isDefaultBranch = byDefault.isEmpty() || clone.linkBranch == byDefault;
    clone.branches = { clone.linkBranch, current, byDefault };
    return clone;
}

int Walker::enterClone(const QString &workTree)
{
    auto repository = Repository::open(workTree);
    if (!repository)
        return -1;
    m_survey.clones.push_back(describe(*repository));
    m_repositories.push_back(std::move(*repository));
    return int(m_survey.clones.size()) - 1;
}

bool Walker::isIgnored(const QString &path, int clone) const
{
    if (clone < 0)
        return false;
    const QString &workTree = m_survey.clones[size_t(clone)].workTree;
    return m_repositories[size_t(clone)].isIgnored(path.mid(workTree.size() + 1));
}

void Walker::visit(const QString &folder, int depth, int clone)
{
    if (m_stop.stop_requested())
        return;
    if (m_hooks.enter)
        m_hooks.enter(folder);
    ++m_survey.folders;
    if (m_hooks.progress && m_survey.folders % 64 == 0)
        m_hooks.progress(m_survey.folders);

    std::error_code error;
    fs::directory_iterator entries(fs::path(QFile::encodeName(folder).constData()), fs::directory_options::none, error);
    if (error) {
        m_survey.unreadable.append(folder);
        return;
    }
    QStringList folders;
    QStringList files;
    bool isWorkTree = false;
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        if (error)
            break;
        const QString name = QFile::decodeName(entries->path().filename().c_str());
        if (name == ".git"_L1) {
            isWorkTree = true;
            continue;
        }
        std::error_code ignored;
        // Links are not followed: they lead in circles, or out of the folder.
        if (entries->is_symlink(ignored))
            continue;
        if (entries->is_directory(ignored)) {
            if (!isForeignFolder(name) && !isTemplatedName(name) && name != "skeleton"_L1)
                folders.append(name);
        } else if (isYamlName(name) || m_settings.isDescriptorName(name)) {
            files.append(name);
        }
    }
    if (isWorkTree && !(clone >= 0 && m_survey.clones[size_t(clone)].workTree == folder)) {
        if (const int own = enterClone(folder); own >= 0)
            clone = own;
    }
    for (const QString &name : std::as_const(files))
        visitFile(folder, name, clone);
    if (depth >= m_settings.depth)
        return;
    for (const QString &name : std::as_const(folders)) {
        // In a clone a hidden folder is tracked or ignored like any other; elsewhere it is some program's own.
        if (name.startsWith(u'.') && clone < 0 && name != ".backstage"_L1 && name != ".github"_L1)
            continue;
        const QString path = folder + u'/' + name;
        // A nested clone is often ignored by the repository around it, and is looked into all the same.
        if (!isIgnored(path + u'/', clone) || QFileInfo::exists(path + u"/.git"_s))
            visit(path, depth + 1, clone);
    }
}

void Walker::visitFile(const QString &folder, const QString &name, int clone)
{
    const QString path = folder + u'/' + name;
    const bool named = m_settings.isDescriptorName(name);
    const bool mayBeTemplate = named || m_settings.anyDescriptor || name.contains("template"_L1);
    if (isTemplatedName(name) || (!named && !mayBeTemplate))
        return;
    const auto text = isYamlName(name) ? readFile(path, longestLook) : domain::Result<QByteArray>(QByteArray());
    if (text) {
        for (const QString &fetched : fetchedFolders(*text)) {
            const QString skeleton = QDir::cleanPath(folder + u'/' + fetched);
            if (skeleton != folder && !folder.startsWith(skeleton + u'/'))
                m_skeletons.append(skeleton + u'/');
        }
    }
    if (named || (m_settings.anyDescriptor && text && declaresBackstage(*text)))
        m_survey.descriptors.push_back({ path, clone });
}

void Walker::dropSkeletons()
{
    std::erase_if(m_survey.descriptors, [this](const Survey::File &file) {
        return std::ranges::any_of(m_skeletons, [&](const QString &skeleton) { return file.path.startsWith(skeleton); });
    });
}

} // namespace

Settings Settings::from(const QJsonObject &form)
{
    Settings settings;
    QString folder = form["folder"_L1].toString();
    if (folder == "~"_L1 || folder.startsWith("~/"_L1))
        folder.replace(0, 1, QDir::homePath());
    if (!folder.isEmpty())
        settings.folder = QDir::cleanPath(QDir(folder).absolutePath());
    settings.names = form["names"_L1].toString(u"catalog-info.yaml;catalog-info.yml"_s).split(u';', Qt::SkipEmptyParts);
    for (QString &name : settings.names)
        name = name.trimmed();
    settings.anyDescriptor = form["anyDescriptor"_L1].toBool();
    settings.depth = std::clamp(form["depth"_L1].toInt(settings.depth), 0, deepest);
    settings.currentBranch = form["branch"_L1].toString() == "current"_L1;
    settings.otherHosts = hostTypeOf(form["hostType"_L1].toString());
    return settings;
}

bool Settings::isDescriptorName(const QString &fileName) const
{
    return std::ranges::any_of(names, [&](const QString &name) {
        return Glob::hasWildcard(name) ? Glob(name).matches(fileName) : name == fileName;
    });
}

QString Clone::locationOf(const QString &absolutePath) const
{
    const QString path = absolutePath.mid(workTree.size() + 1);
    const QString url = remote && !linkBranch.isEmpty() ? remote->fileUrl(path, linkBranch, isDefaultBranch) : QString();
    return url.isEmpty() ? QString(u"file:"_s + absolutePath) : QString(u"url:"_s + url);
}

int Survey::cloneAround(const QString &absolutePath) const
{
    int best = -1;
    for (size_t i = 0; i < clones.size(); ++i) {
        const QString &workTree = clones[i].workTree;
        const bool inside = absolutePath == workTree || absolutePath.startsWith(workTree + u'/');
        if (inside && (best < 0 || workTree.size() > clones[size_t(best)].workTree.size()))
            best = int(i);
    }
    return best;
}

QString Survey::locationOf(const File &file) const
{
    return file.clone < 0 ? QString(u"file:"_s + file.path) : clones[size_t(file.clone)].locationOf(file.path);
}

domain::Result<Survey> walk(const Settings &settings, std::stop_token stop, const WalkHooks &hooks)
{
    return Walker(settings, std::move(stop), hooks).run();
}

bool isForeignFolder(const QString &name)
{
    static const QStringList foreign { u"node_modules"_s, u"bower_components"_s, u"vendor"_s, u"site-packages"_s, u"__pycache__"_s, u".hg"_s, u".svn"_s };
    return foreign.contains(name);
}

domain::Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, u"there is no file %1"_s.arg(path), path);
    // Only ordinary files: a pipe or a device would never end.
    if (!info.isFile())
        return fail(ErrorCode::Invalid, u"%1 is not a file"_s.arg(path), path);
    if (info.size() > maxBytes)
        return fail(ErrorCode::Invalid, u"%1 is larger than %2 bytes"_s.arg(path).arg(maxBytes), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Forbidden, u"%1: %2"_s.arg(path, file.errorString()), path);
    // Not `maxBytes`: QIODevice::read keeps a buffer of what it was asked for, and thousands of these are kept at once.
    return file.read(info.size());
}

} // namespace callboard::folder
