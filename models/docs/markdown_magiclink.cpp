// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

class BareLinkPattern final : public RegexPattern {
public:
    BareLinkPattern(Engine &engine, bool hideProtocol)
        : RegexPattern(engine,
              uR"(((?:(?<=\b)|(?<=_))(?:(?:ht|f)tps?://[^_\W][-\w]*(?:\.[-\w.]+)*|(w{3}\.)[^_\W][-\w]*(?:\.[-\w.]+)*)/?[-\w.?,!'(){}\[\]/+&@%$#=:"|~;]*(?:[^_\W]|[-/#@$+=])))"_s,
              QString(), true)
        , m_hideProtocol(hideProtocol)
    {
    }
    bool begin(const QString &data) override
    {
        return data.contains("://"_L1) || data.contains("www."_L1, Qt::CaseInsensitive);
    }
    bool isForbiddenInLinks() const override { return true; }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString link = candidate.groups[1];
        Element *made = m_engine.tree.make("a"_L1);
        const bool bare = !candidate.groups.value(2).isEmpty();
        made->setText(m_hideProtocol && !bare ? link.mid(link.indexOf("://"_L1) + 3) : link, true);
        made->set(u"href"_s, m_engine.plain(bare ? u"http://"_s + link : link));
        return node(candidate.start, candidate.end, made);
    }

private:
    bool m_hideProtocol;
};

class HiddenAutolinkPattern final : public RegexPattern {
public:
    HiddenAutolinkPattern(Engine &engine, bool hideProtocol)
        : RegexPattern(engine, u"<((?:ht|f)tps?://[^<>]*)>"_s, u"<"_s, true)
        , m_hideProtocol(hideProtocol)
    {
    }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString link = candidate.groups[1];
        Element *made = m_engine.tree.make("a"_L1);
        made->set(u"href"_s, m_engine.plain(link));
        made->setText(m_hideProtocol ? link.mid(link.indexOf("://"_L1) + 3) : link, true);
        return node(candidate.start, candidate.end, made);
    }

private:
    bool m_hideProtocol;
};

class BareMailPattern final : public RegexPattern {
public:
    explicit BareMailPattern(Engine &engine)
        : RegexPattern(engine,
              uR"(((?<![-/\+@a-z\d_])(?:[-+a-z\d_]([-a-z\d_+]|\.(?!\.))*)(?<!\.)@(?:[-a-z\d_]+\.)(?:(?:[-a-z\d_]|(?<!\.)\.(?!\.))*)[a-z]\b(?![-@])))"_s,
              u"@"_s, true)
    {
    }
    bool isForbiddenInLinks() const override { return true; }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString address = m_engine.plain(candidate.groups[1]);
        Element *made = m_engine.tree.make("a"_L1);
        made->setText(address, true);
        made->set(u"href"_s, u"mailto:"_s + address);
        return node(candidate.start, candidate.end, made);
    }
};

/// A host of repositories, and how it names what is in one.
struct Provider {
    QString name;
    QString url;
    QString issue;
    QString pull;
    QString commit;
    QString compare;
    qsizetype hash = 7;
};

Provider providerOf(const QString &name)
{
    if (name == "gitlab"_L1)
        return {u"GitLab"_s, u"https://gitlab.com"_s, u"/-/issues/"_s, u"/-/merge_requests/"_s, u"/-/commit/"_s, u"/-/compare/"_s, 8};
    if (name == "bitbucket"_L1)
        return {u"Bitbucket"_s, u"https://bitbucket.org"_s, u"/issues/"_s, u"/pull-requests/"_s, u"/commits/commit/"_s,
            u"/branches/commits/"_s, 7};
    return {u"GitHub"_s, u"https://github.com"_s, u"/issues/"_s, u"/pull/"_s, u"/commit/"_s, u"/compare/"_s, 7};
}

/// `#12`, `!12`, `user/repo#12`, `user/repo@hash`
class RepositoryReferencePattern final : public RegexPattern {
public:
    RepositoryReferencePattern(Engine &engine, const QJsonObject &config, bool inner)
        : RegexPattern(engine,
              inner ? uR"((?:(?<![a-zA-Z])((?:\#|!|\?)[1-9][0-9]*)|((?<![@/])\b[a-f\d]{40}))\b)"_s
                    : uR"((?<![@/])(?:(\b[a-zA-Z\d](?:[-a-zA-Z\d_]{0,37}[a-zA-Z\d])?)/)?(\b[-._a-zA-Z\d]{0,99}[a-zA-Z\d])(?:((?:\#|!|\?)[1-9][0-9]*)|(@[a-f\d]{40}))\b)"_s,
              QString())
        , m_user(config.value("user"_L1).toString())
        , m_repository(config.value("repo"_L1).toString())
        , m_provider(providerOf(config.value("provider"_L1).toString(u"github"_s)))
        , m_inner(inner)
    {
    }
    bool isForbiddenInLinks() const override { return true; }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString user = m_inner || candidate.groups.value(1).isEmpty() ? m_user : candidate.groups.value(1);
        const QString repository = m_inner ? m_repository : candidate.groups.value(2);
        if (user.isEmpty() || repository.isEmpty())
            return {};
        const QString issue = candidate.groups.value(m_inner ? 1 : 3);
        QString commit = candidate.groups.value(m_inner ? 2 : 4);
        const bool mine = user == m_user && repository == m_repository;
        const QString prefix = mine ? QString() : user == m_user ? repository : user + u'/' + repository;
        const QString base = m_provider.url + u'/' + user + u'/' + repository;
        Element *made = m_engine.tree.make("a"_L1);
        if (!issue.isEmpty()) {
            made->setText(prefix + issue, true);
            made->set(u"href"_s,
                base + (issue[0] == u'#' ? m_provider.issue : issue[0] == u'!' ? m_provider.pull : u"/discussions/"_s) + issue.mid(1));
        } else {
            commit = commit.startsWith(u'@') ? commit.mid(1) : commit;
            made->setText((prefix.isEmpty() ? QString() : prefix + u'@') + commit.left(m_provider.hash), true);
            made->set(u"href"_s, base + m_provider.commit + commit);
        }
        return node(candidate.start, candidate.end, made);
    }

private:
    QString m_user;
    QString m_repository;
    Provider m_provider;
    bool m_inner;
};

/// `@user` and `@user/repo`
class MentionPattern final : public RegexPattern {
public:
    MentionPattern(Engine &engine, const QJsonObject &config, bool repository)
        : RegexPattern(engine,
              repository ? uR"((?<![a-zA-Z])@([a-zA-Z\d](?:[-a-zA-Z\d_]{0,37}[a-zA-Z\d])?)\b/([-._a-zA-Z\d]{0,99}[a-zA-Z\d])\b)"_s
                         : uR"((?<![a-zA-Z])@([a-zA-Z\d](?:[-a-zA-Z\d_]{0,37}[a-zA-Z\d])?)\b)"_s,
              u"@"_s)
        , m_provider(providerOf(config.value("provider"_L1).toString(u"github"_s)))
    {
    }
    bool isForbiddenInLinks() const override { return true; }
    Outcome handle(const Candidate &candidate, const QString &) override
    {
        const QString repository = candidate.groups.value(2);
        const QString path = candidate.groups[1] + (repository.isEmpty() ? QString() : u'/' + repository);
        Element *made = m_engine.tree.make("a"_L1);
        made->setText(repository.isEmpty() ? u'@' + path : path, true);
        made->set(u"href"_s, m_provider.url + u'/' + path);
        return node(candidate.start, candidate.end, made);
    }

private:
    Provider m_provider;
};

} // namespace

void addMagicLink(Engine &engine, const QJsonObject &config)
{
    const bool hide = isTrue(config, "hide_protocol"_L1, false);
    engine.inlines.add(u"autolink"_s, 120, std::make_unique<HiddenAutolinkPattern>(engine, hide));
    engine.inlines.add(u"magic-link"_s, 85, std::make_unique<BareLinkPattern>(engine, hide));
    engine.inlines.add(u"magic-mail"_s, 84.9, std::make_unique<BareMailPattern>(engine));
    if (!isTrue(config, "repo_url_shorthand"_L1, false))
        return;
    engine.escapedChars += u'@';
    engine.inlines.add(u"magic-repo"_s, 79.8, std::make_unique<MentionPattern>(engine, config, true));
    engine.inlines.add(u"magic-mention"_s, 79.6, std::make_unique<MentionPattern>(engine, config, false));
    engine.inlines.add(u"magic-refs"_s, 79.4, std::make_unique<RepositoryReferencePattern>(engine, config, false));
    engine.inlines.add(u"magic-micro-refs"_s, 79.3, std::make_unique<RepositoryReferencePattern>(engine, config, true));
}

} // namespace callboard::docs::markdown
