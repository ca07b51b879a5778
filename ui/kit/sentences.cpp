// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/sentences.h"

#include "models/sync/proxylogins.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::Sentences)
};

/// "host.example" in front of a sentence, or a word that stands for it.
QString who(const domain::Error &error)
{
    return error.source.isEmpty() ? Texts::tr("The source") : error.source;
}

QString withStatus(const QString &text, int status)
{
    return status ? Texts::tr("%1 (%2).").arg(text).arg(status) : text + u'.';
}

QString detailOr(const domain::Error &error, const QString &otherwise)
{
    return error.detail.isEmpty() ? otherwise : error.detail;
}

Sentence rateLimited(const domain::Error &error)
{
    const QString what = Texts::tr("%1 asks us to slow down.").arg(who(error));
    if (!error.retryAfter)
        return { what, Texts::tr("It is tried again by itself.") };
    const int minutes = int((error.retryAfter->count() + 59) / 60);
    return { what, Texts::tr("It is tried again in %n min.", nullptr, minutes) };
}

Sentence storage(const domain::Error &error)
{
    return { Texts::tr("The mirror could not be written."),
        detailOr(error, Texts::tr("Is the disk full, or the folder read-only?")) };
}

QString gitWhat(domain::ErrorCode code)
{
    using domain::ErrorCode;
    switch (code) {
    case ErrorCode::Unauthorised: return Texts::tr("Git was not let in: unlock the SSH key, or sign in with git once on the command line.");
    case ErrorCode::Offline: return Texts::tr("The host could not be reached.");
    case ErrorCode::NotFound: return Texts::tr("The repository or the branch is not there any more.");
    case ErrorCode::Timeout: return Texts::tr("It took too long.");
    default: return {};
    }
}

Sentence lateSignIn(const domain::Error &error, SignInStage stage)
{
    switch (stage) {
    case SignInStage::Asking: return { Texts::tr("%1 did not answer in time.").arg(who(error)), Texts::tr("Try again.") };
    case SignInStage::Browser: return { Texts::tr("Nobody signed in in time."), Texts::tr("Try again.") };
    case SignInStage::Code: break;
    }
    return { Texts::tr("The code has expired."), Texts::tr("Nobody signed in with it in time: try again for a new one.") };
}

} // namespace

Sentence sentence(const domain::Error &error)
{
    using domain::ErrorCode;
    switch (error.code) {
    case ErrorCode::Cancelled: return { Texts::tr("Stopped before it was done."), {} };
    case ErrorCode::Offline:
        if (const auto proxy = sync::proxyThatAsks(error))
            return { Texts::tr("The proxy %1 asks for a user and a password.").arg(*proxy),
                Texts::tr("Give them once, and they are kept in the keychain. If you gave them already, it did not take them.") };
        return { Texts::tr("%1 cannot be reached.").arg(who(error)),
            Texts::tr("What was read before stays here.") };
    case ErrorCode::Timeout:
        return { Texts::tr("%1 did not answer in time.").arg(who(error)),
            Texts::tr("It is tried again by itself.") };
    case ErrorCode::Tls:
        return { Texts::tr("%1 cannot prove who it is.").arg(who(error)),
            detailOr(error, Texts::tr("Check its certificate, or add the authority that signed it.")) };
    case ErrorCode::Unauthorised:
        return { withStatus(Texts::tr("The token was refused"), error.httpStatus),
            Texts::tr("It may have expired: make a new one.") };
    case ErrorCode::Forbidden:
        if (error.source == "keychain"_L1)
            return { Texts::tr("The keychain is locked, or refuses."), Texts::tr("Unlock it; what waits for it is pulled then.") };
        return { withStatus(Texts::tr("%1 does not let you read this").arg(who(error)), error.httpStatus),
            detailOr(error, Texts::tr("Ask its owner for the right to read.")) };
    case ErrorCode::NotFound:
        if (isSecretMissing(error))
            return { Texts::tr("Its secret is not here (any more)."), Texts::tr("Sign in again. Without a keychain that lasts until you quit.") };
        return { Texts::tr("%1 was not found.").arg(
                     error.source.isEmpty() ? detailOr(error, Texts::tr("It")) : error.source),
            // One that names it again has nothing to add.
            error.source.isEmpty() || error.detail.contains(error.source) ? QString() : error.detail };
    case ErrorCode::RateLimited: return rateLimited(error);
    case ErrorCode::Conflict:
        return { Texts::tr("Somebody else changed this meanwhile."), Texts::tr("Read it again, then try once more.") };
    case ErrorCode::BadResponse:
        return { withStatus(Texts::tr("%1 gave an answer that makes no sense").arg(who(error)), error.httpStatus),
            error.detail };
    case ErrorCode::Invalid: return { detailOr(error, Texts::tr("This is not valid.")), {} };
    case ErrorCode::Storage: return storage(error);
    case ErrorCode::Unsupported:
        return { detailOr(error, Texts::tr("This version of Callboard cannot do that.")), {} };
    case ErrorCode::Internal: break;
    }
    return { Texts::tr("Something went wrong inside Callboard."), error.detail };
}

bool isSecretMissing(const domain::Error &error) { return error.code == domain::ErrorCode::NotFound && error.source == "keychain"_L1; }

QString gitSentenceText(const domain::Error &error, const QString &clone)
{
    const QString said = Texts::tr("%1 (%2)").arg(error.detail, clone);
    const QString what = gitWhat(error.code);
    return what.isEmpty() ? said : text({ what, said });
}

Sentence signInSentence(const domain::Error &error, SignInStage stage)
{
    using domain::ErrorCode;
    if (error.source == "keychain"_L1 || sync::proxyThatAsks(error))
        return sentence(error);
    switch (error.code) {
    case ErrorCode::Forbidden:
        if (stage == SignInStage::Asking) // Nobody was asked yet who could say no.
            return { withStatus(Texts::tr("%1 refuses the sign-in").arg(who(error)), error.httpStatus), Texts::tr("Ask its owner to let this program sign in.") };
        return { Texts::tr("The sign-in was declined."), Texts::tr("Whoever was asked said no, or may not use this program there.") };
    case ErrorCode::Timeout: return lateSignIn(error, stage);
    case ErrorCode::Unauthorised:
        return { withStatus(Texts::tr("%1 did not accept the sign-in").arg(who(error)), error.httpStatus),
            Texts::tr("Try again. If it goes on so, ask its owner to let this program sign in.") };
    case ErrorCode::Offline: return { sentence(error).what, Texts::tr("Check its address and the network, then try again.") };
    case ErrorCode::NotFound:
        return { withStatus(Texts::tr("%1 has no sign-in at its address").arg(who(error)), error.httpStatus), Texts::tr("Check its address.") };
    case ErrorCode::RateLimited: return { sentence(error).what, Texts::tr("Wait a while, then try again.") };
    case ErrorCode::BadResponse:
        return { sentence(error).what, Texts::tr("Try again. If it goes on so, this may tell its owner why: %1").arg(error.detail) };
    default: return sentence(error);
    }
}

QString text(const Sentence &sentence)
{
    return sentence.remedy.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.remedy;
}

QString sentenceText(const domain::Error &error) { return text(sentence(error)); }

} // namespace callboard::ui
