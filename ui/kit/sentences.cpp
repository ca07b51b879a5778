// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/sentences.h"

#include "models/sync/proxylogins.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct SentenceTexts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::Sentences)
};

/// "host.example" in front of a sentence, or a word that stands for it.
QString who(const domain::Error &error)
{
    return error.source.isEmpty() ? SentenceTexts::tr("The source") : error.source;
}

QString withStatus(const QString &text, int status)
{
    return status ? SentenceTexts::tr("%1 (%2).").arg(text).arg(status) : text + u'.';
}

QString detailOr(const domain::Error &error, const QString &otherwise)
{
    return error.detail.isEmpty() ? otherwise : error.detail;
}

Sentence rateLimited(const domain::Error &error)
{
    const QString what = SentenceTexts::tr("%1 asks us to slow down.").arg(who(error));
    if (!error.retryAfter)
        return { what, SentenceTexts::tr("It is tried again by itself.") };
    const int minutes = int((error.retryAfter->count() + 59) / 60);
    return { what, SentenceTexts::tr("It is tried again in %n min.", nullptr, minutes) };
}

Sentence storage(const domain::Error &error)
{
    return { SentenceTexts::tr("The mirror could not be written."),
        detailOr(error, SentenceTexts::tr("Is the disk full, or the folder read-only?")) };
}

QString gitWhat(domain::ErrorCode code)
{
    using domain::ErrorCode;
    switch (code) {
    case ErrorCode::Unauthorised: return SentenceTexts::tr("Git was not let in: unlock the SSH key, or sign in with git once on the command line.");
    case ErrorCode::Offline: return SentenceTexts::tr("The host could not be reached.");
    case ErrorCode::NotFound: return SentenceTexts::tr("The repository or the branch is not there any more.");
    case ErrorCode::Timeout: return SentenceTexts::tr("It took too long.");
    default: return {};
    }
}

Sentence lateSignIn(const domain::Error &error, SignInStage stage)
{
    switch (stage) {
    case SignInStage::Asking: return { SentenceTexts::tr("%1 did not answer in time.").arg(who(error)), SentenceTexts::tr("Try again.") };
    case SignInStage::Browser: return { SentenceTexts::tr("Nobody signed in in time."), SentenceTexts::tr("Try again.") };
    case SignInStage::Code: break;
    }
    return { SentenceTexts::tr("The code has expired."), SentenceTexts::tr("Nobody signed in with it in time: try again for a new one.") };
}

} // namespace

Sentence sentence(const domain::Error &error)
{
    using domain::ErrorCode;
    switch (error.code) {
    case ErrorCode::Cancelled: return { SentenceTexts::tr("Stopped before it was done."), {} };
    case ErrorCode::Offline:
        if (const auto proxy = sync::proxyThatAsks(error))
            return { SentenceTexts::tr("The proxy %1 asks for a user and a password.").arg(*proxy),
                SentenceTexts::tr("Give them once, and they are kept in the keychain. If you gave them already, it did not take them.") };
        return { SentenceTexts::tr("%1 cannot be reached.").arg(who(error)),
            SentenceTexts::tr("What was read before stays here.") };
    case ErrorCode::Timeout:
        return { SentenceTexts::tr("%1 did not answer in time.").arg(who(error)),
            SentenceTexts::tr("It is tried again by itself.") };
    case ErrorCode::Tls:
        return { SentenceTexts::tr("%1 cannot prove who it is.").arg(who(error)),
            detailOr(error, SentenceTexts::tr("Check its certificate, or add the authority that signed it.")) };
    case ErrorCode::Unauthorised:
        if (error.httpStatus == 0) // No server said so: there was nothing to show to one, or the sign-in has ended.
            return { SentenceTexts::tr("Not signed in there (any more)."), SentenceTexts::tr("Sign in again, or give it a token that holds.") };
        return { withStatus(SentenceTexts::tr("The token was refused"), error.httpStatus),
            SentenceTexts::tr("It may have expired: make a new one.") };
    case ErrorCode::Forbidden:
        if (error.source == "keychain"_L1)
            return { SentenceTexts::tr("The keychain is locked, or refuses."), SentenceTexts::tr("Unlock it; what waits for it is pulled then.") };
        return { withStatus(SentenceTexts::tr("%1 does not let you read this").arg(who(error)), error.httpStatus),
            detailOr(error, SentenceTexts::tr("Ask its owner for the right to read.")) };
    case ErrorCode::NotFound:
        if (isSecretMissing(error))
            return { SentenceTexts::tr("Its secret is not here (any more)."), SentenceTexts::tr("Sign in again. Without a keychain that lasts until you quit.") };
        return { SentenceTexts::tr("%1 was not found.").arg(
                     error.source.isEmpty() ? detailOr(error, SentenceTexts::tr("It")) : error.source),
            // One that names it again has nothing to add.
            error.source.isEmpty() || error.detail.contains(error.source) ? QString() : error.detail };
    case ErrorCode::RateLimited: return rateLimited(error);
    case ErrorCode::Conflict:
        return { SentenceTexts::tr("Somebody else changed this meanwhile."), SentenceTexts::tr("Read it again, then try once more.") };
    case ErrorCode::BadResponse:
        return { withStatus(SentenceTexts::tr("%1 gave an answer that makes no sense").arg(who(error)), error.httpStatus),
            error.detail };
    case ErrorCode::Invalid: return { detailOr(error, SentenceTexts::tr("This is not valid.")), {} };
    case ErrorCode::Storage: return storage(error);
    case ErrorCode::Unsupported:
        return { detailOr(error, SentenceTexts::tr("This version of Callboard cannot do that.")), {} };
    case ErrorCode::Internal: break;
    }
    return { SentenceTexts::tr("Something went wrong inside Callboard."), error.detail };
}

bool isSecretMissing(const domain::Error &error) { return error.code == domain::ErrorCode::NotFound && error.source == "keychain"_L1; }

QString gitSentenceText(const domain::Error &error, const QString &clone)
{
    const QString said = SentenceTexts::tr("%1 (%2)").arg(error.detail, clone);
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
            return { withStatus(SentenceTexts::tr("%1 refuses the sign-in").arg(who(error)), error.httpStatus), SentenceTexts::tr("Ask its owner to let this program sign in.") };
        return { SentenceTexts::tr("The sign-in was declined."), SentenceTexts::tr("Whoever was asked said no, or may not use this program there.") };
    case ErrorCode::Timeout: return lateSignIn(error, stage);
    case ErrorCode::Unauthorised:
        return { withStatus(SentenceTexts::tr("%1 did not accept the sign-in").arg(who(error)), error.httpStatus),
            SentenceTexts::tr("Try again. If it goes on so, ask its owner to let this program sign in.") };
    case ErrorCode::Offline: return { sentence(error).what, SentenceTexts::tr("Check its address and the network, then try again.") };
    case ErrorCode::NotFound:
        return { withStatus(SentenceTexts::tr("%1 has no sign-in at its address").arg(who(error)), error.httpStatus), SentenceTexts::tr("Check its address.") };
    case ErrorCode::RateLimited: return { sentence(error).what, SentenceTexts::tr("Wait a while, then try again.") };
    case ErrorCode::BadResponse:
        return { sentence(error).what, SentenceTexts::tr("Try again. If it goes on so, this may tell its owner why: %1").arg(error.detail) };
    default: return sentence(error);
    }
}

QString text(const Sentence &sentence)
{
    return sentence.remedy.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.remedy;
}

QString sentenceText(const domain::Error &error) { return text(sentence(error)); }

} // namespace callboard::ui
