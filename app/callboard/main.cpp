// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/options.h"
#include "app/callboard/pictures.h"
#include "app/callboard/session.h"
#include "app/callboard/startuptimer.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/shell/firstrun.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace callboard;

namespace {

constexpr int usageError = 2;

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

int refuse(const domain::Error &error, bool toPerson)
{
    std::fprintf(stderr, "callboard: %s\n", qPrintable(ui::sentenceText(error)));
    if (toPerson) {
        QMessageBox box(QMessageBox::NoIcon, u"Callboard"_s, ui::sentence(error).what);
        box.setInformativeText(ui::sentence(error).remedy);
        QObject::connect(&box, &QDialog::finished, qApp, &QApplication::quit);
        box.open();
        QApplication::exec();
    }
    return usageError;
}

void show(app::Session &session, const app::Options &options)
{
    auto &window = session.window();
    if (options.size.isValid())
        window.resize(options.size);
    window.show();
    if (!options.url.isEmpty())
        window.showNotice(QCoreApplication::translate("main", "This version cannot connect to a portal yet."),
            QCoreApplication::translate("main", "%1 was not opened. A folder of clones or the sample portal can be.").arg(options.url));
    if (session.workspace().connections().empty() && !session.workspace().isSafeMode() && !options.timeStartup)
        QTimer::singleShot(0, &window, [&window] { window.openFirstRun(); });
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    auto options = app::Options::parse(rawArguments(argc, argv));
    if (!options) {
        std::fprintf(stderr, "callboard: %s\n", qPrintable(options.error().detail));
        return usageError;
    }
    if (!options->helpText.isEmpty()) {
        std::fputs(qPrintable(options->helpText), stdout);
        return 0;
    }
    prepareDisplay(*options);
    QCoreApplication::setOrganizationName(u"Callboard"_s);
    QCoreApplication::setApplicationName(u"callboard"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(CALLBOARD_VERSION));
    QGuiApplication::setDesktopFileName(u"io.callboard.Callboard"_s);
    QApplication application(argc, argv);
    installTranslations(application, options->language);
    QApplication::setWindowIcon(ui::applicationIcon());

    const bool drawing = !options->pictures.isEmpty();
    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    // Pictures must not depend on what somebody chose on this machine, nor change it.
    std::unique_ptr<QSettings> settings;
    if (!drawing)
        settings = std::make_unique<QSettings>();
    auto session = app::Session::open({ options->workspaceDirectory(), options->safeMode, !drawing, options->theme }, theme, settings.get());
    if (!session)
        return refuse(session.error(), !drawing);
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
    show(**session, *options);
    return QApplication::exec();
}
