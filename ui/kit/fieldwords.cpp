// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/fieldwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard::ui {

namespace {

struct FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::FieldWords)
};

} // namespace

QString fieldErrorText(const sync::FieldError &error, const sync::IntegrationInfo::Field &field)
{
    using Code = sync::FieldError::Code;
    switch (error.code) {
    case Code::Missing: return FieldTexts::tr("This is needed.");
    case Code::NotAnAddress: return FieldTexts::tr("This is not an address. One looks like https://portal.example.org.");
    case Code::NotHttp: return FieldTexts::tr("The address must begin with https:// or http://.");
    case Code::HoldsCredentials: return FieldTexts::tr("Leave name and password out: they would be written down with it.");
    case Code::NotANumber: return FieldTexts::tr("This is not a number.");
    case Code::OutOfRange:
        return FieldTexts::tr("From %1 to %2.").arg(QLocale().toString(field.least), QLocale().toString(field.most));
    case Code::NotAChoice: return FieldTexts::tr("Choose one of the list.");
    case Code::WrongType: return FieldTexts::tr("This cannot be read.");
    case Code::NoSuchFolder: return FieldTexts::tr("There is no such folder.");
    case Code::NoSuchFile: return FieldTexts::tr("There is no such file, or it cannot be read.");
    case Code::NotPem: return FieldTexts::tr("This file is not PEM: it has no line with BEGIN.");
    case Code::NotAProxy: return FieldTexts::tr("A proxy looks like http://host:port or socks5://host:port; “none” goes without one.");
    }
    return {};
}

QString secretStateText(sync::SecretStore::State state)
{
    using State = sync::SecretStore::State;
    switch (state) {
    case State::Available: return FieldTexts::tr("Kept in the keychain.");
    case State::Locked: return FieldTexts::tr("Kept in the keychain once it is unlocked; until then, until you quit.");
    case State::Refused: return FieldTexts::tr("Kept until you quit: the keychain refuses.");
    case State::Absent: return FieldTexts::tr("Kept until you quit: there is no keychain here.");
    }
    return {};
}

} // namespace callboard::ui
