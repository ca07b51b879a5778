// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/folderreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace callboard::folder {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::fail;
using sdk::Glob;

namespace {

constexpr int mostListed = 10'000;

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

/// Files below `folder` that match; hidden and foreign folders and links left out.
void collect(const QString &folder, const Glob &glob, int depth, QStringList &found)
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(fs::path(QFile::encodeName(folder).constData()), error)) {
        std::error_code ignored;
        const QString name = QFile::decodeName(entry.path().filename().c_str());
        const QString path = folder + u'/' + name;
        if (entry.is_symlink(ignored) || found.size() > mostListed)
            continue;
        if (!entry.is_directory(ignored)) {
            if (glob.matches(path))
                found.append(path);
        } else if (depth > 0 && !name.startsWith(u'.') && !isForeignFolder(name)) {
            collect(path, glob, depth - 1, found);
        }
    }
}

} // namespace

FolderReader::FolderReader(Settings settings, SurveyNow survey)
    : m_settings(std::move(settings))
    , m_survey(std::move(survey))
{
}

std::optional<FolderReader::Place> FolderReader::placeOf(const Survey &survey, const QString &url) const
{
    if (url.startsWith(u'/')) {
        const QString path = QDir::cleanPath(url);
        return Place { path, survey.cloneAround(path) };
    }
    for (size_t i = 0; i < survey.clones.size(); ++i) {
        const Clone &clone = survey.clones[i];
        const auto path = clone.remote ? clone.remote->pathOf(url, clone.branches) : std::nullopt;
        if (path)
            return Place { QDir::cleanPath(clone.workTree + u'/' + *path), int(i) };
    }
    return std::nullopt;
}

// A clone that the chosen folder is a part of may be read whole: its files are those a hosted portal would read.
QString FolderReader::outermost(const Survey &survey, const Place &place) const
{
    if (place.clone >= 0 && isBelow(m_settings.folder, survey.clones[size_t(place.clone)].workTree))
        return survey.clones[size_t(place.clone)].workTree;
    return m_settings.folder;
}

domain::Result<void> FolderReader::confine(const Survey &survey, const Place &place) const
{
    const QString border = outermost(survey, place);
    if (!isBelow(place.path, border))
        return fail(ErrorCode::Forbidden, u"%1 is outside of the folder %2"_s.arg(place.path, border), place.path);
    // By address, a file of its own repository only; links are followed to where they really lead.
    const QString real = QFileInfo(place.path).canonicalFilePath();
    if (!real.isEmpty() && !isBelow(real, QFileInfo(border).canonicalFilePath()))
        return fail(ErrorCode::Forbidden, u"%1 leads outside of the folder %2"_s.arg(place.path, border), place.path);
    if (place.clone >= 0 && !isBelow(place.path, survey.clones[size_t(place.clone)].workTree))
        return fail(ErrorCode::Forbidden, u"%1 is outside of its repository"_s.arg(place.path), place.path);
    if (isBelow(place.path.mid(border.size()), u"/.git"_s) || place.path.contains("/.git/"_L1))
        return fail(ErrorCode::Forbidden, u"%1 belongs to git itself"_s.arg(place.path), place.path);
    return {};
}

sdk::Result<QByteArray> FolderReader::read(const QString &url)
{
    const auto survey = m_survey();
    const auto place = placeOf(*survey, url);
    if (!place)
        return fail(ErrorCode::NotFound, u"no clone in %1 belongs to %2"_s.arg(m_settings.folder, url), url);
    if (const auto inside = confine(*survey, *place); !inside)
        return std::unexpected(inside.error());
    {
        const std::lock_guard lock(m_mutex);
        m_asked.insert(place->path);
    }
    return readFile(place->path);
}

sdk::Result<QStringList> FolderReader::list(const QString &pattern)
{
    const auto survey = m_survey();
    const auto place = placeOf(*survey, pattern);
    if (!place)
        return fail(ErrorCode::NotFound, u"no clone in %1 belongs to %2"_s.arg(m_settings.folder, pattern), pattern);
    const Glob glob(place->path);
    if (const auto inside = confine(*survey, { glob.base(), place->clone }); !inside)
        return std::unexpected(inside.error());
    {
        const std::lock_guard lock(m_mutex);
        if (!m_patternTexts.contains(place->path)) {
            m_patternTexts.insert(place->path);
            m_patterns.push_back(glob);
        }
    }
    QStringList paths;
    collect(glob.base(), glob, place->path.contains("**"_L1) ? m_settings.depth + 8 : int(place->path.count(u'/')), paths);
    if (paths.size() > mostListed)
        return fail(ErrorCode::Invalid, u"%1 selects more than %2 files"_s.arg(pattern).arg(mostListed), pattern);
    paths.sort();
    if (pattern.startsWith(u'/'))
        return paths;
    QStringList urls;
    for (const QString &path : std::as_const(paths))
        urls.append(survey->clones[size_t(place->clone)].locationOf(path).section(u':', 1));
    return urls;
}

QString FolderReader::localPath(const QString &url) const
{
    const auto survey = m_survey();
    const auto place = placeOf(*survey, url);
    if (!place || !confine(*survey, *place) || !QFileInfo::exists(place->path))
        return {};
    return place->path;
}

bool FolderReader::wasAskedFor(const QString &absolutePath) const
{
    const std::lock_guard lock(m_mutex);
    return m_asked.contains(absolutePath)
        || std::ranges::any_of(m_patterns, [&](const Glob &glob) { return glob.matches(absolutePath); });
}

} // namespace callboard::folder
