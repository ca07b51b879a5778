// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/portalreader.h"

#include "plugins/sdk/glob.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace callboard::sample {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto resources = ":/integrations/sample"_L1;
constexpr auto organisation = "https://git.quayline.example/quayline/"_L1;
constexpr auto branch = "/src/branch/main/"_L1;

QString urlOf(const QString &repository, const QString &path)
{
    return organisation + repository + branch + path;
}

/// "repository/path" of an address of the company's; empty for any other.
QString fileOf(const QString &url)
{
    const qsizetype middle = url.indexOf(branch);
    if (!url.startsWith(organisation) || middle < 0)
        return {};
    const QString repository = url.mid(organisation.size(), middle - organisation.size());
    const QString path = url.mid(middle + branch.size());
    if (repository.isEmpty() || repository == ".."_L1 || repository.contains(u'/') || path.split(u'/').contains(".."_L1))
        return {};
    return repository + u'/' + path;
}

} // namespace

sdk::Result<QByteArray> PortalReader::read(const QString &url)
{
    const QString name = fileOf(url);
    QFile file(resources + u'/' + name);
    // A folder of resources opens, and reads as nothing.
    if (name.isEmpty() || !QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"%1 is not a file of the sample portal"_s.arg(url), u"git.quayline.example"_s);
    return file.readAll();
}

sdk::Result<QStringList> PortalReader::list(const QString &pattern)
{
    const QString wanted = fileOf(pattern);
    if (wanted.isEmpty())
        return fail(ErrorCode::NotFound, u"%1 is not a place in the sample portal"_s.arg(pattern), u"git.quayline.example"_s);
    const sdk::Glob glob(wanted);
    QStringList urls;
    QDirIterator files(resources + u'/' + glob.base(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().mid(resources.size() + 1);
        if (glob.matches(name))
            urls.append(urlOf(name.section(u'/', 0, 0), name.section(u'/', 1)));
    }
    urls.sort();
    return urls;
}

bool PortalReader::isOwn(const QString &url)
{
    return !fileOf(url).isEmpty();
}

QStringList PortalReader::roots()
{
    QStringList urls;
    for (const QString &repository : QDir(resources).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFile::exists(resources + u'/' + repository + u"/catalog-info.yaml"_s))
            urls.append(urlOf(repository, u"catalog-info.yaml"_s));
    }
    return urls;
}

} // namespace callboard::sample
