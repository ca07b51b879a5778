// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/commands.h"
#include "app/callboardctl/folderroots.h"
#include "app/callboardctl/modeloptions.h"
#include "models/catalog/weburl.h"

#include <QFileInfo>
#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::catalog;
using Roots = RepositoryFolder::Roots;

namespace {

int lineOf(const ProcessedCatalog &made, const Rejection &rejection)
{
    for (const domain::Problem &problem : made.problems) {
        if (problem.location == rejection.location && problem.document == rejection.document)
            return problem.line;
    }
    return 0;
}

/// A file that was found and cannot be read, or turns out to be no descriptor, is told apart, under `files`, as `lint` does;
/// one that was asked for by name is rejected like any other.
void printAsJson(const ProcessedCatalog &made, const RepositoryFolder &folder, const std::vector<DescriptorFile> &unreadable, bool named)
{
    QJsonArray entities;
    for (const ProcessedEntity &entity : made.entities)
        entities.append(made.entity(entity).toJson());
    QJsonArray rejected;
    QJsonArray files;
    for (const DescriptorFile &file : unreadable)
        files.append(QJsonObject { { u"path"_s, folder.shown({}, file.path) }, { u"error"_s, file.error }, { u"line"_s, 0 } });
    for (const Rejection &rejection : made.rejected) {
        if (!rejection.isDescriptor && !named) {
            files.append(QJsonObject { { u"path"_s, folder.shown(rejection.location, rejection.localPath) },
                { u"error"_s, rejection.errors.join(u' ') }, { u"line"_s, lineOf(made, rejection) } });
            continue;
        }
        QJsonObject item { { u"path"_s, folder.shown(rejection.location, rejection.localPath) },
            { u"document"_s, rejection.document }, { u"errors"_s, QJsonArray::fromStringList(rejection.errors) } };
        if (!rejection.entityRef.isEmpty())
            item.insert(u"entityRef"_s, rejection.entityRef);
        rejected.append(item);
    }
    printJson({ { u"entities"_s, entities }, { u"rejected"_s, rejected }, { u"files"_s, files } });
}

QLatin1StringView name(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Info:
        return "note"_L1;
    case domain::Severity::Warning:
        return "warning"_L1;
    case domain::Severity::Error:
        return "error"_L1;
    }
    return {};
}

void printForPeople(const ProcessedCatalog &made, const RepositoryFolder &folder)
{
    for (const ProcessedEntity &entity : made.entities)
        printLine(entity.ref);
    for (const domain::Problem &problem : made.problems)
        complain(u"%1:%2:%3: %4: %5 [%6]"_s.arg(folder.shown(problem.location, problem.path))
                .arg(std::max(1, problem.line))
                .arg(std::max(1, problem.column))
                .arg(name(problem.severity), problem.message, problem.rule));
    complain(u"%1 entities, %2 rejected"_s.arg(made.entities.size()).arg(made.rejected.size()));
}

/// Empty, or why there is no folder to look into.
QString whatIsWrongWith(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return u"%1 is not a folder"_s.arg(path);
    // To look into a folder, its list has to be read and its files be reached (path_resolution(7)).
    return info.isReadable() && info.isExecutable() ? QString() : u"%1 cannot be read: permission denied"_s.arg(path);
}

std::expected<RepositoryFolder::Found, QString> chosenRoots(const RepositoryFolder &folder, const Arguments &arguments)
{
    const QStringList named = arguments.values(u"root"_s);
    if (!named.isEmpty())
        return folder.roots(named);
    return folder.roots(arguments.has(u"all"_s) ? Roots::All : Roots::OfRepositories);
}

} // namespace

ExitCode catalog(const QStringList &given)
{
    const Arguments arguments(
        given, { u"roots"_s, u"all"_s }, { u"base-url"_s, u"root"_s, u"model"_s, u"allow-kind"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 1)
        return badUsage(u"catalog needs one folder"_s);
    if (arguments.has(u"roots"_s) && arguments.has(u"all"_s))
        return badUsage(u"--roots and --all exclude each other"_s);
    const auto validation = validationOptions(arguments);
    if (!validation)
        return badUsage(validation.error());
    const QString path = arguments.rest().first();
    if (const QString wrong = whatIsWrongWith(path); !wrong.isEmpty()) {
        complain(u"callboardctl: "_s + wrong);
        return UsageOrIo;
    }
    const QString base = arguments.value(u"base-url"_s);
    if (!base.isEmpty() && !WebUrl::parse(base))
        return badUsage(u"--base-url \"%1\" is not a URL"_s.arg(base));

    const auto folder = base.isEmpty() ? RepositoryFolder::cloned(path) : RepositoryFolder::served(path, base);
    EngineOptions options;
    options.model = validation->model;
    options.allowedKinds = validation->allowedKinds;
    options.hosts = folder->hosts();
    Engine engine(options);
    const auto found = chosenRoots(*folder, arguments);
    if (!found) {
        complain(u"callboardctl: "_s + found.error());
        return UsageOrIo;
    }
    for (const DescriptorFile &file : found->unreadable)
        complain(u"callboardctl: %1 cannot be read: %2"_s.arg(file.path, file.error));
    const ProcessedCatalog made = engine.process(found->roots, &folder->reader());
    if (arguments.has(u"json"_s))
        printAsJson(made, *folder, found->unreadable, !arguments.values(u"root"_s).isEmpty());
    else
        printForPeople(made, *folder);
    // What was not looked at may not pass for good, nor for the whole catalog.
    if (!found->unreadable.empty())
        return UsageOrIo;
    return made.rejected.empty() ? Good : ProblemsFound;
}

} // namespace callboard::ctl
