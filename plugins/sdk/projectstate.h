// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

// What a pull of ProjectBuildsFeed leaves for the next one; for that feed alone.
namespace callboard::sdk::projectstate {

using namespace Qt::StringLiterals;

inline QDateTime timeIn(const QJsonValue &value) { return QDateTime::fromString(value.toString(), Qt::ISODateWithMs); }
inline QString text(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }

/// How a project last answered: what a server or the network got wrong in between says nothing of that.
enum class Standing {
    Answers, ///< Or nothing is known yet that would say otherwise.
    New,     ///< It was never asked.
    Refused, ///< Forbidden.
    Missing, ///< NotFound: gone, or never there.
};

/// What the cursor holds of one project.
struct Known {
    QDateTime asked;
    QDateTime answered;      ///< Since then changes are to be told; an ask that failed told none.
    QStringList refs;
    QJsonObject runs;        ///< Id to when it was queued: what is in the mirror.
    QJsonObject deployments; ///< The same.
    QJsonObject unfinished;  ///< The same, of those that have not ended: a host that tells changes only is silent about them.
    QJsonObject unlisted;    ///< Those of them that were not in the last answer, to when each was last asked for by its id; empty: never.
    QJsonObject verdicts;    ///< Id to how its attempts ended, as they were seen, from the first that was broken on.
    QJsonObject note;
    QDateTime noted;         ///< When what can change in the note was found.
    int tries = 0;           ///< Left to hear what happened there: the hint does not come again.
    Standing standing = Standing::New;

    static Known fromJson(const QJsonObject &json)
    {
        Known known { timeIn(json["asked"_L1]), timeIn(json["answered"_L1]), {}, json["runs"_L1].toObject(), json["deployments"_L1].toObject(),
            json["unfinished"_L1].toObject(), json["unlisted"_L1].toObject(), json["verdicts"_L1].toObject(), json["note"_L1].toObject(),
            timeIn(json["noted"_L1]), json["tries"_L1].toInt(), Standing(std::clamp(json["standing"_L1].toInt(), 0, int(Standing::Missing))) };
        for (const QJsonValue ref : json["refs"_L1].toArray())
            known.refs.append(ref.toString());
        return known;
    }
    QJsonObject toJson() const
    {
        return { { u"asked"_s, text(asked) }, { u"answered"_s, text(answered) }, { u"refs"_s, QJsonArray::fromStringList(refs) }, { u"runs"_s, runs },
            { u"deployments"_s, deployments }, { u"unfinished"_s, unfinished }, { u"unlisted"_s, unlisted }, { u"verdicts"_s, verdicts },
            { u"note"_s, note }, { u"noted"_s, text(noted) }, { u"tries"_s, tries }, { u"standing"_s, int(standing) } };
    }
    void settle(const QString &id)
    {
        unfinished.remove(id);
        unlisted.remove(id);
    }
};

constexpr double mostSaved = 20, mostOwed = 100; ///< Of State::saved.

struct State {
    QDateTime at;     ///< Of the last pull.
    QDateTime hinted; ///< When the host last told where something happened.
    QDateTime unhinted; ///< When it was last asked in vain; invalid once it told.
    double saved = 0; ///< Requests that idle projects may cost now; below 0: they cost more than that, and wait.
    QHash<QString, Known> projects;

    static State load(const QByteArray &cursor)
    {
        // qUncompress complains about nothing at all.
        const QJsonObject json = cursor.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(qUncompress(cursor)).object();
        State state { timeIn(json["at"_L1]), timeIn(json["hinted"_L1]), timeIn(json["unhinted"_L1]), std::clamp(json["saved"_L1].toDouble(), -mostOwed, mostSaved), {} };
        const QJsonObject projects = json["projects"_L1].toObject();
        for (auto it = projects.begin(); it != projects.end(); ++it)
            state.projects.insert(it.key(), Known::fromJson(it.value().toObject()));
        return state;
    }
    /// With what pulls that brought nothing have asked since: of what there is in the mirror they say nothing.
    void goOnFrom(const State &later)
    {
        if (!later.at.isValid())
            return;
        at = later.at;
        hinted = later.hinted;
        unhinted = later.unhinted;
        saved = later.saved;
        projects.insert(later.projects);
    }
    QByteArray save() const
    {
        QJsonObject all;
        for (auto it = projects.cbegin(); it != projects.cend(); ++it)
            all.insert(it.key(), it->toJson());
        const QJsonObject json { { u"at"_s, text(at) }, { u"hinted"_s, text(hinted) }, { u"unhinted"_s, text(unhinted) }, { u"saved"_s, saved },
            { u"projects"_s, all } };
        return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact), 1);
    }
};

} // namespace callboard::sdk::projectstate
