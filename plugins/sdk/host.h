// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostsignin.h"

#include <mutex>

namespace callboard::sdk {

/// One host as one connection sees it: where it is, how one signs in there, which projects of the catalog are its, and who we are. An
/// integration derives its own, which knows the vendor's ways. Thread-safe, as must be what is derived.
class CALLBOARD_SDK_EXPORT Host {
public:
    virtual ~Host();
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    /// Where what was typed is no address, each request ends with that error.
    const HostApi &api() const { return m_api; }
    /// Its pages; empty where what was typed is no address.
    const QUrl &web() const { return m_web; }
    /// The projects that `context.entities()` name; none where what was typed is no address.
    std::vector<HostedProject> projects(const PullContext &context) const;
    /// As Connection has them.
    Result<std::vector<SignInMethod>> signInMethods() const;
    virtual Result<ProbeReport> probe(PullContext &context) = 0;
    virtual Result<QString> principal(PullContext &context) = 0;

protected:
    /// What an integration knows of its host.
    struct Facts {
        Result<QUrl> web; ///< As `hostAddress` reads it.
        std::function<QUrl(const QUrl &web)> api = {}; ///< Where the API is; where nothing is given, at the same address.
        std::function<OAuthClient(const QUrl &web)> client = {}; ///< Without its id, which is typed. Nothing: no sign-in with the browser.
        HostSignIn::Identify identify;
        HostSignIn::Guests guests = HostSignIn::Guests::Refused;
        Headers always = {}; ///< Of each request to the API.
    };
    Host(const QJsonObject &settings, const Facts &facts);

    /// What `facts.client` and `facts.identify` bring; for those that sign in otherwise too. See HostApi::SignIn.
    virtual Result<HostApi::Identity> signIn(PullContext &context, const QByteArray &refused) const;
    /// Best first; none by default. Asked only where there is an address.
    virtual std::vector<SignInMethod> methods() const;
    /// The project that an entity names; empty for one of another host. Asked only where there is an address.
    virtual QString projectOf(const AskedEntity &entity) const = 0;
    const HostSignIn &way() const { return m_way; }
    /// Another API of the host, with the same sign-in; for members of what is derived, as it asks this object.
    HostApi apiAt(const std::function<QUrl(const QUrl &web)> &address, const Headers &always) const;

private:
    HostApi::SignIn signer() const;

    QUrl m_web;
    HostSignIn m_way;
    HostApi m_api;
};

/// Who the connection's person is, asked for once for each who signs in: a token that was renewed belongs to the same person, another that
/// was typed perhaps not. Thread-safe.
template <typename Person>
class KnownPerson final {
public:
    /// `ask` answers Result<Person>; an error is not remembered.
    template <typename Ask>
    Result<Person> of(const Result<HostApi::Identity> &identity, const Ask &ask)
    {
        if (!identity)
            return std::unexpected(identity.error());
        const QByteArray owner = ownerOf(*identity);
        {
            const std::lock_guard lock(m_mutex);
            if (m_person && m_owner == owner)
                return *m_person;
        }
        Result<Person> person = ask();
        if (!person)
            return person;
        const std::lock_guard lock(m_mutex);
        m_person = *person;
        m_owner = owner;
        return person;
    }

private:
    std::mutex m_mutex;
    std::optional<Person> m_person; ///< For `m_owner`.
    QByteArray m_owner;
};

} // namespace callboard::sdk
