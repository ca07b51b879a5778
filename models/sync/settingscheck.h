// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

namespace callboard::sync {

/// What is wrong with one field of a form. Words are made in the UI.
struct FieldError {
    enum class Code {
        Missing,
        NotAnAddress,      ///< No URL with a host.
        NotHttp,           ///< Another scheme than http and https.
        HoldsCredentials,  ///< A name or password within a URL: it would end up in settings and logs.
        NotANumber,
        OutOfRange,        ///< See the field's `least` and `most`.
        NotAChoice,
        WrongType,         ///< No text where text belongs, and so on: only from files and command lines.
        NoSuchFolder,
        NoSuchFile,
        NotPem,            ///< The file holds no certificate or key in PEM.
        NotAProxy,
    };
    QString fieldId; ///< Of the form, or one of `networkFieldIds`.
    Code code = Code::Missing;

    bool operator==(const FieldError &) const = default;
};

/// The stable name of a code ("NotHttp"), for JSON and scripts.
QLatin1StringView name(FieldError::Code code);

/// The settings that every integration with `network` has beside its form: see ConnectionNetwork.
QStringList networkFieldIds();

/// Looks settings over before they are used, in the order of the form. Touches the disk for folders and files, never
/// the network. Secrets are not looked at: they are not in `settings`.
std::vector<FieldError> checkSettings(const IntegrationInfo &integration, const QJsonObject &settings);

/// Whether both ask the same servers, and nobody else would be told a secret: each address of the form has the same scheme, host
/// and port (RFC 6454 section 4). What was kept for the one counts for the other only then.
bool asksSameServers(const IntegrationInfo &integration, const QJsonObject &one, const QJsonObject &other);
/// The same in words, to be kept with what is meant for these servers: "https://portal.example:443"; "-" where no address was typed.
QString serversOf(const IntegrationInfo &integration, const QJsonObject &settings);

/// For people to look at before it is used: the servers that the addresses of the form name, folders, and a proxy. Without what else an
/// address holds, and with a host's name as it is asked for: letters that only look alike are seen.
QStringList placesOf(const IntegrationInfo &integration, const QJsonObject &settings);

/// Whether others on the way can read what is sent there, and what it answers: http, and to another machine.
bool isReadOnTheWay(const QUrl &url);

/// One sentence in English for logs and the command line; names the field by its label.
QString describe(const FieldError &error, const IntegrationInfo &integration);

/// Invalid with the first error described, or nothing.
domain::Result<void> requireGood(const IntegrationInfo &integration, const QJsonObject &settings);

} // namespace callboard::sync
