// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/options.h"
#include "app/callboard/pictures.h"
#include "app/callboard/session.h"
#include "app/callboard/startuptimer.h"
#include "models/domain/processmemory.h"
#include "models/sync/instance.h"
#include "models/sync/wishes.h"
#include "models/sync/workspaces.h"
#include "ui/kit/icons.h"
#include "ui/kit/readerlayout.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/shell/desktop.h"
#include "ui/shell/firstrun.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QThread>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace callboard;

namespace {

constexpr int usageError = 2;
constexpr auto patienceWithTwin = 5s;

QStringList rawArguments(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || !qEnvironmentVariable("QT_QPA_PLATFORM").isEmpty();
}

/// Without a display there is still something to show: pictures.
void prepareDisplay(app::Options &options)
{
    if (options.scale > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    if (!options.pictures.isEmpty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (hasDisplay())
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    options.pictures = QDir::temp().filePath(u"callboard-pictures"_s);
    std::fprintf(stderr, "callboard: there is no display here, so the window is drawn into pictures in %s\n",
        qPrintable(options.pictures));
}

void installTranslations(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    auto *qt = new QTranslator(&application);
    // Qt has no Indonesian of its own; ours stands in.
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || qt->load(locale, u"qtbase"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(qt);
    auto *own = new QTranslator(&application);
    // English has a file too: for plurals.
    if (own->load(locale, u"callboard"_s, u"_"_s, u":/i18n"_s) || own->load(u":/i18n/callboard_en.qm"_s))
        QApplication::installTranslator(own);
}

domain::Result<void> connectSources(app::Session &session, const app::Options &options)
{
    if (options.sample)
        return session.connectTo(u"sample"_s, QCoreApplication::translate("main", "Sample portal"), {});
    if (!options.folder.isEmpty())
        return session.connectTo(u"folder"_s, QDir(options.folder).dirName(), { { u"folder"_s, options.folder } });
    return {};
}

/// Opening meets one conflict only: somebody else holds the workspace. `heard`: what they said to this start.
ui::Sentence sentenceOf(const domain::Error &error, sync::Instance::Answer heard)
{
    if (error.code != domain::ErrorCode::Conflict)
        return ui::sentence(error);
    if (heard == sync::Instance::Answer::Silent)
        return { QCoreApplication::translate("main", "Callboard has this workspace open already, and does not answer."),
            QCoreApplication::translate("main", "It may be busy or stuck: wait for it, or end it and start again. (%1)").arg(error.detail) };
    return { QCoreApplication::translate("main", "This workspace is in use by another program."),
        QCoreApplication::translate("main", "callboardctl may be writing to it: wait until it is done, or open another one with --workspace. (%1)").arg(error.detail) };
}

int refuse(const domain::Error &error, bool toPerson, sync::Instance::Answer heard = sync::Instance::Answer::Nobody)
{
    const ui::Sentence sentence = sentenceOf(error, heard);
    std::fprintf(stderr, "callboard: %s %s\n", qPrintable(sentence.what), qPrintable(sentence.remedy));
    if (toPerson) {
        QMessageBox box(QMessageBox::NoIcon, u"Callboard"_s, sentence.what);
        box.setInformativeText(sentence.remedy);
        QObject::connect(&box, &QDialog::finished, qApp, &QApplication::quit);
        box.open();
        QApplication::exec();
    }
    return usageError;
}

QString folderOf(const app::Options &options)
{
    const QString directory = options.workspaceDirectory();
    return directory.isEmpty() ? sync::Workspace::defaultDirectory() : directory;
}

/// Hands what this start was for to the process that has the workspace open, if there is one.
sync::Instance::Answer handOver(const app::Options &options)
{
    if (!options.pictures.isEmpty() || options.timeStartup)
        return sync::Instance::Answer::Nobody;
    QByteArray activation = qgetenv("XDG_ACTIVATION_TOKEN");
    if (activation.isEmpty())
        activation = qgetenv("DESKTOP_STARTUP_ID");
    return sync::Instance::handOver(folderOf(options), { options.link.isEmpty() ? options.url : options.link, activation });
}

/// Another start of the same moment may hold the workspace and not listen yet: it is given some seconds. One that listens and does not
/// answer was waited for already. `heard`: what the last one to be asked said; Taken where there is nothing left to open.
domain::Result<std::unique_ptr<app::Session>> openSession(
    const app::Options &options, ui::Theme &theme, QSettings *settings, sync::Instance::Answer &heard)
{
    using Answer = sync::Instance::Answer;
    const app::Session::Choice choice { options.workspaceDirectory(), options.safeMode, options.pictures.isEmpty(), options.theme };
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        auto session = app::Session::open(choice, theme, settings);
        const bool held = !session && session.error().code == domain::ErrorCode::Conflict && options.pictures.isEmpty();
        if (!held || heard != Answer::Nobody || waited.durationElapsed() > patienceWithTwin)
            return session;
        // There is no window yet that could wait for anything.
        QThread::sleep(100ms);
        heard = handOver(options);
        if (heard == Answer::Taken)
            return session;
    }
}

/// Where a portal's address was given that is not connected yet.
void offerPortal(app::Session &session, const QString &url)
{
    ui::MainWindow &window = session.window();
    if (!url.isEmpty() && !session.isConnectedTo(QUrl(url)))
        QTimer::singleShot(0, &window, [&window, url] { window.openFirstRun().openPortal(url); });
}

/// What another start was for. A link says "callboard:", and everything else is a portal's address.
void answerCall(app::Session &session, ui::Desktop &desktop, const sync::Instance::Call &call)
{
    const QString scheme = QUrl(call.link).scheme();
    const bool isPortal = scheme == "http"_L1 || scheme == "https"_L1;
    desktop.open(isPortal ? QString() : call.link, call.activation);
    offerPortal(session, isPortal ? call.link : QString());
}

void show(app::Session &session, const app::Options &options)
{
    auto &window = session.window();
    if (options.size.isValid())
        window.resize(options.size);
    if (!options.url.isEmpty())
        offerPortal(session, options.url);
    else if (session.workspace().connections().empty() && !session.workspace().isSafeMode() && !options.timeStartup)
        QTimer::singleShot(0, &window, [&window] { window.openFirstRun(); });
}

/// The program with its window or without one, until it is quit.
int live(app::Session &session, const app::Options &options, sync::Instance &instance, QString &renameTo)
{
    if (options.timeStartup) {
        show(session, options);
        session.window().show();
        return QApplication::exec();
    }
    const bool hidden = options.hidden && options.link.isEmpty() && options.url.isEmpty();
    ui::Desktop desktop({ session.context(), session.preferences(), [&session]() -> ui::MainWindow & { return session.window(); } });
    QObject::connect(&instance, &sync::Instance::called, &desktop,
        [&session, &desktop](const sync::Instance::Call &call) { answerCall(session, desktop, call); });
    QObject::connect(&instance, &sync::Instance::asked, &session.workspace(),
        [&session, &instance](sync::Instance::Wish wish, const QString &connectionId, const auto &answer) {
            sync::grant(session.workspace(), wish, connectionId, &instance, answer);
        });
    // Its first showing is what a start is for: sources, size, first run.
    if (!hidden)
        show(session, options);
    desktop.begin(hidden);
    if (!options.link.isEmpty())
        desktop.open(options.link, {});
    const int result = QApplication::exec();
    renameTo = desktop.renameTo();
    return result;
}

/// When nobody has it open any more. Under its new name, or its old one where that could not be.
void renameAndStartAgain(const QString &from, const QString &to)
{
    const auto renamed = sync::renameWorkspace(from, to);
    if (!renamed)
        std::fprintf(stderr, "callboard: %s\n", qPrintable(renamed.error().detail));
    QProcess::startDetached(QCoreApplication::applicationFilePath(), { u"--workspace"_s, renamed ? to : from });
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    domain::arrangeHeaps();
    auto options = app::Options::parse(rawArguments(argc, argv));
    if (!options) {
        std::fprintf(stderr, "callboard: %s\n", qPrintable(options.error().detail));
        return usageError;
    }
    if (!options->helpText.isEmpty()) {
        std::fputs(qPrintable(options->helpText), stdout);
        return 0;
    }
    auto heard = handOver(*options);
    if (heard == sync::Instance::Answer::Taken)
        return 0;
    prepareDisplay(*options);
    QCoreApplication::setOrganizationName(u"Callboard"_s);
    QCoreApplication::setApplicationName(u"callboard"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(CALLBOARD_VERSION));
    QGuiApplication::setDesktopFileName(u"io.callboard.Callboard"_s);
    QApplication application(argc, argv);
    application.installEventFilter(new ui::ReaderLayout(&application));
    installTranslations(application, options->language);
    QApplication::setWindowIcon(ui::applicationIcon());

    const bool drawing = !options->pictures.isEmpty();
    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    // Pictures must not depend on what somebody chose on this machine, nor change it.
    std::unique_ptr<QSettings> settings;
    if (!drawing)
        settings = std::make_unique<QSettings>();
    auto session = openSession(*options, theme, settings.get(), heard);
    if (heard == sync::Instance::Answer::Taken)
        return 0;
    if (!session)
        return refuse(session.error(), !drawing, heard);
    if (const auto connected = connectSources(**session, *options); !connected) {
        if (drawing)
            return refuse(connected.error(), false);
        (*session)->window().showNotice(ui::sentence(connected.error()).what, ui::sentence(connected.error()).remedy);
    }

    if (drawing) {
        app::Pictures pictures(**session, theme, *options);
        int result = 0;
        QObject::connect(&pictures, &app::Pictures::finished, &application, [&result](bool ok) {
            result = ok ? 0 : usageError;
            QApplication::quit();
        });
        QTimer::singleShot(0, &pictures, &app::Pictures::start);
        QApplication::exec();
        return result;
    }
    std::unique_ptr<app::StartupTimer> timer;
    if (options->timeStartup)
        timer = std::make_unique<app::StartupTimer>(**session, sinceStart);
    sync::Instance instance;
    if (!options->timeStartup) {
        if (const auto listening = instance.listen(folderOf(*options)); !listening)
            std::fprintf(stderr, "callboard: a second start cannot be noticed: %s\n", qPrintable(listening.error().detail));
    }
    QString renameTo;
    const int result = live(**session, *options, instance, renameTo);
    if (!renameTo.isEmpty()) {
        const QString name = (*session)->workspace().name();
        timer.reset();
        session->reset();
        renameAndStartAgain(name, renameTo);
    }
    return result;
}
