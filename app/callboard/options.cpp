// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/options.h"

#include "models/sync/workspaces.h"
#include "ui/kit/links.h"

#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

// Read before there is an application to translate for: plain English, as command lines are.
auto invalid(const QString &what)
{
    return domain::fail(domain::ErrorCode::Invalid, what);
}

domain::Result<ui::ThemeChoice> themeOf(const QString &name)
{
    if (name == "system"_L1)
        return ui::ThemeChoice::System;
    if (name == "light"_L1)
        return ui::ThemeChoice::Light;
    if (name == "dark"_L1)
        return ui::ThemeChoice::Dark;
    if (name == "high-contrast"_L1)
        return ui::ThemeChoice::HighContrast;
    return invalid(u"--theme is one of system, light, dark, high-contrast; not “%1”"_s.arg(name));
}

domain::Result<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 640 || size.height() < 400 || size.width() > 8000 || size.height() > 8000)
        return invalid(u"--size is WIDTHxHEIGHT, from 640x400; not “%1”"_s.arg(text));
    return size;
}

/// The folder of the workspace that a link names, where there is one of that name: a link comes from anywhere, and makes none. Else empty.
QString workspaceOf(const QString &link)
{
    const auto meant = ui::addressed(link);
    return meant && sync::isKnownWorkspace(meant->workspace) ? sync::workspaceDirectoryOf(meant->workspace).value_or(QString()) : QString();
}

domain::Result<void> takeSource(const QString &source, Options &options)
{
    if (ui::looksLikeLink(source)) {
        options.link = source;
        return {};
    }
    const QUrl url(source);
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) {
        options.url = source;
        return {};
    }
    const QFileInfo info(url.isLocalFile() ? url.toLocalFile() : source);
    if (!info.isDir())
        return invalid(u"There is no folder “%1”"_s.arg(source));
    options.folder = info.canonicalFilePath();
    return {};
}

} // namespace

domain::Result<Options> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A native desktop developer portal."_s);
    const auto option = [&](const QString &name, const QString &help, const QString &value = {}) {
        parser.addOption(value.isEmpty() ? QCommandLineOption(name, help) : QCommandLineOption(name, help, value));
    };
    parser.addOption({ { u"h"_s, u"help"_s }, u"Says this."_s });
    parser.addOption({ { u"v"_s, u"version"_s }, u"Says the version."_s });
    option(u"sample"_s, u"Opens the sample portal, in a workspace of its own."_s);
    option(u"workspace"_s, u"Opens the workspace of this name, or keeps everything in this folder (with a slash)."_s, u"NAME|DIR"_s);
    option(u"hidden"_s, u"Starts in the tray, without a window."_s);
    option(u"theme"_s, u"system, light, dark or high-contrast."_s, u"NAME"_s);
    option(u"pictures"_s, u"Draws every pane into PNG files in this folder, and ends."_s, u"DIR"_s);
    option(u"size"_s, u"Size of the window."_s, u"WxH"_s);
    option(u"scale"_s, u"Scale of everything, as 1.5."_s, u"N"_s);
    option(u"safe-mode"_s, u"Loads no integration."_s);
    option(u"language"_s, u"Language of the window, as fr."_s, u"CODE"_s);
    option(u"reverse"_s, u"Lays the window out from right to left."_s); // Qt's own; here so that it is not refused.
    QCommandLineOption timing(u"time-startup"_s, u"Prints how long the start took, and ends."_s);
    timing.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(timing);
    parser.addPositionalArgument(u"source"_s,
        u"A folder of clones, opened in a workspace of its own unless --workspace is given; a portal's address; or a callboard: link."_s,
        u"[FOLDER | URL | LINK]"_s);
    if (!parser.parse(arguments))
        return invalid(parser.errorText());

    Options options;
    if (parser.isSet(u"help"_s))
        options.helpText = parser.helpText();
    else if (parser.isSet(u"version"_s))
        options.helpText = u"callboard %1\n"_s.arg(QLatin1StringView(CALLBOARD_VERSION));
    if (!options.helpText.isEmpty())
        return options;
    options.sample = parser.isSet(u"sample"_s);
    options.safeMode = parser.isSet(u"safe-mode"_s);
    options.timeStartup = parser.isSet(u"time-startup"_s);
    options.language = parser.value(u"language"_s);
    options.hidden = parser.isSet(u"hidden"_s);
    if (parser.isSet(u"workspace"_s)) {
        const auto directory = sync::workspaceDirectoryOf(parser.value(u"workspace"_s));
        if (!directory)
            return invalid(directory.error().detail);
        options.workspace = *directory;
    }
    if (parser.isSet(u"pictures"_s))
        options.pictures = QDir(parser.value(u"pictures"_s)).absolutePath();
    if (parser.isSet(u"theme"_s)) {
        const auto theme = themeOf(parser.value(u"theme"_s));
        if (!theme)
            return std::unexpected(theme.error());
        options.theme = *theme;
    }
    if (parser.isSet(u"size"_s)) {
        const auto size = sizeOf(parser.value(u"size"_s));
        if (!size)
            return std::unexpected(size.error());
        options.size = *size;
    }
    if (parser.isSet(u"scale"_s)) {
        options.scale = parser.value(u"scale"_s).toDouble();
        if (options.scale < 0.5 || options.scale > 4)
            return invalid(u"--scale is from 0.5 to 4; not “%1”"_s.arg(parser.value(u"scale"_s)));
    }
    const QStringList sources = parser.positionalArguments();
    if (sources.size() > 1)
        return invalid(u"One source at a time; more can be added in the window"_s);
    if (!sources.isEmpty()) {
        if (const auto taken = takeSource(sources.first(), options); !taken)
            return std::unexpected(taken.error());
    }
    if (options.workspace.isEmpty() && !options.sample)
        options.workspace = workspaceOf(options.link);
    return options;
}

QString Options::workspaceDirectory() const
{
    if (!workspace.isEmpty() || (folder.isEmpty() && !sample))
        return workspace;
    const QString key = sample ? u"sample"_s : folder;
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const QString name = sample ? u"sample"_s : QDir(folder).dirName();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/callboard/tries/"_s + QString::fromLatin1(digest)
        + u'/' + name; // The last part is what people read.
}

} // namespace callboard::app
