// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/command.h"

#include "models/catalog/packer.h"

#include <cstdio>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

/// Controls of ECMA-48, of which a terminal takes the C1 set in UTF-8 too, and the marks that turn what is read around (Unicode, UAX #9).
bool steersTerminals(QChar c)
{
    const char16_t u = c.unicode();
    const bool isControl = (u < 0x20 && u != '\n' && u != '\t') || (u >= 0x7f && u < 0xa0);
    return isControl || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

void printJson(const QJsonObject &value)
{
    write(stdout, catalog::javaScriptJson(value) + '\n');
}

QString harmless(QString text)
{
    for (QChar &c : text) {
        if (steersTerminals(c))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void printLine(const QString &line)
{
    write(stdout, harmless(line).toUtf8() + '\n');
}

void complain(const QString &line)
{
    write(stderr, harmless(line).toUtf8() + '\n');
}

ExitCode badUsage(const QString &what)
{
    complain(u"callboardctl: %1. \"callboardctl help\" shows all commands."_s.arg(what));
    return UsageOrIo;
}

Arguments::Arguments(const QStringList &given, const QStringList &flags, const QStringList &valued)
{
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString &argument = given[i];
        if (argument == u"--") {
            m_rest += given.mid(i + 1);
            return;
        }
        if (!argument.startsWith(u"--")) {
            m_rest.append(argument);
            continue;
        }
        const QString name = argument.mid(2).section(u'=', 0, 0);
        const bool inlined = argument.contains(u'=');
        if (valued.contains(name)) {
            if (!inlined && i + 1 >= given.size()) {
                m_error = u"--%1 needs a value"_s.arg(name);
                return;
            }
            m_values.append({ name, inlined ? argument.section(u'=', 1) : given[++i] });
        } else if (!inlined && (name == u"json" || flags.contains(name))) {
            m_flags.append(name);
        } else {
            m_error = u"there is no option %1 here"_s.arg(argument);
            return;
        }
    }
}

QString Arguments::value(const QString &name) const
{
    const QStringList all = values(name);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Arguments::values(const QString &name) const
{
    QStringList found;
    for (const auto &[key, text] : m_values) {
        if (key == name)
            found.append(text);
    }
    return found;
}

} // namespace callboard::ctl
