// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/lint.h"

#include "app/callboardctl/commands.h"
#include "app/callboardctl/modeloptions.h"
#include "models/catalog/parallel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

namespace {

/// One file as it is printed: its path relative to the argument it came from.
struct Job {
    DescriptorFile file;
    QString shownPath;
    LintedFile linted;
};

bool collect(const QString &argument, std::vector<Job> &jobs)
{
    const QFileInfo info(argument);
    if (info.isDir()) {
        const QString root = QDir(argument).absolutePath();
        std::vector<DescriptorFile> found = findDescriptors(argument);
        if (found.empty())
            complain(u"callboardctl: there is no descriptor under %1: no catalog-info*.yaml, and no other YAML file with "
                     "\"apiVersion: backstage.io/…\""_s.arg(argument));
        for (DescriptorFile &file : found) {
            const QString shown = QDir(root).relativeFilePath(file.path);
            jobs.push_back({ std::move(file), shown, {} });
        }
        return true;
    }
    QFile file(argument);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(u"callboardctl: %1: %2"_s.arg(argument, file.errorString()));
        return false;
    }
    jobs.push_back({ { info.absoluteFilePath(), file.readAll() }, argument, {} });
    return true;
}

QJsonObject toJson(const Violation &violation)
{
    return { { u"rule"_s, violation.rule }, { u"stage"_s, name(violation.stage) }, { u"field"_s, violation.field },
        { u"message"_s, violation.message }, { u"line"_s, violation.line }, { u"column"_s, violation.column } };
}

QJsonObject toJson(const QString &path, const LintedDocument &document)
{
    QJsonArray violations;
    for (const Violation &violation : document.verdict.violations)
        violations.append(toJson(violation));
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return { { u"path"_s, path }, { u"document"_s, document.document }, { u"line"_s, document.start.line },
        { u"kind"_s, orNull(document.kind) }, { u"name"_s, orNull(document.name) },
        { u"namespace"_s, orNull(document.ns) }, { u"valid"_s, document.verdict.valid },
        { u"violations"_s, violations } };
}

void printAsJson(const std::vector<Job> &jobs)
{
    QJsonArray documents;
    QJsonArray files;
    for (const Job &job : jobs) {
        for (const LintedDocument &document : job.linted.documents)
            documents.append(toJson(job.shownPath, document));
        for (const LintedFailure &failure : job.linted.failures)
            files.append(QJsonObject { { u"path"_s, job.shownPath }, { u"document"_s, failure.document },
                { u"rule"_s, failure.rule }, { u"error"_s, failure.message }, { u"line"_s, failure.at.line },
                { u"column"_s, failure.at.column } });
    }
    printJson({ { u"documents"_s, documents }, { u"files"_s, files } });
}

void printForPeople(const std::vector<Job> &jobs)
{
    qsizetype documents = 0;
    qsizetype problems = 0;
    const auto say = [&](const QString &path, int line, int column, QString message, const QString &rule) {
        message.replace(u'\n', u"\\n"_s); // a problem is one line, whatever is in a value
        printLine(u"%1:%2:%3: error: %4 [%5]"_s.arg(path).arg(line).arg(column).arg(message, rule));
        ++problems;
    };
    for (const Job &job : jobs) {
        documents += qsizetype(job.linted.documents.size() + job.linted.failures.size());
        for (const LintedFailure &failure : job.linted.failures)
            say(job.shownPath, failure.at.line, failure.at.column, failure.message, failure.rule);
        for (const LintedDocument &document : job.linted.documents) {
            for (const Violation &violation : document.verdict.violations)
                say(job.shownPath, violation.line, violation.column, violation.message, violation.rule);
        }
    }
    complain(u"%1 documents in %2 files, %3 problems"_s.arg(documents).arg(jobs.size()).arg(problems));
}

} // namespace

ExitCode lint(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"model"_s, u"allow-kind"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().isEmpty())
        return badUsage(u"lint needs a file or a folder"_s);
    const auto options = validationOptions(arguments);
    if (!options)
        return badUsage(options.error());

    std::vector<Job> jobs;
    for (const QString &path : arguments.rest()) {
        if (!collect(path, jobs))
            return UsageOrIo;
    }
    forEachInParallel(jobs.size(), 2, {}, [&](size_t i) { jobs[i].linted = catalog::lint(jobs[i].file, *options); });
    if (arguments.has(u"json"_s))
        printAsJson(jobs);
    else
        printForPeople(jobs);
    const bool good = std::all_of(jobs.begin(), jobs.end(), [](const Job &job) { return job.linted.isGood(); });
    return good ? Good : ProblemsFound;
}

} // namespace callboard::ctl
