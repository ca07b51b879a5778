// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QJsonValue>
#include <QTime>

#include <vector>

namespace callboard::notices {

/// What a notice tells of, as rules see it.
enum class What {
    Any, ///< In a rule: whatever it is.
    BuildBroke,
    BuildHealed,
    ReviewAsked,
    ReviewToMend,     ///< The person's own: checks fail, changes are wanted, it conflicts.
    ApprovalWaiting,
    CatalogDependant, ///< Something new depends on an entity.
    CatalogOwner,     ///< An entity has another owner.
    CatalogApi,       ///< An API changed so that it breaks who uses it.
    CatalogOrphan,    ///< Nothing brings an entity any more.
    CatalogGone,      ///< An entity is no longer in the catalog.
    CatalogDeprecated, ///< The lifecycle of an entity is "deprecated" now.
    Docs,
    Host,
    Portal,
};
inline constexpr int whats = int(What::Portal) + 1;
/// Stable, never translated: "buildBroke".
QString nameOf(What what);
What whatFrom(QStringView name); ///< Any for an unknown one.
What whatOf(const domain::Notice &notice);

/// Topics of the notices that the program makes itself; with the kind, they say what it is.
namespace topic {
inline constexpr QLatin1StringView broke("build.broke");
inline constexpr QLatin1StringView healed("build.healed");
inline constexpr QLatin1StringView reviewAsked("review.asked");
inline constexpr QLatin1StringView reviewToMend("review.mend");
inline constexpr QLatin1StringView approval("build.approval");
inline constexpr QLatin1StringView dependant("catalog.dependant");
inline constexpr QLatin1StringView owner("catalog.owner");
inline constexpr QLatin1StringView apiBroken("catalog.api");
inline constexpr QLatin1StringView orphan("catalog.orphan");
inline constexpr QLatin1StringView gone("catalog.gone");
inline constexpr QLatin1StringView deprecated("catalog.deprecated");
}

/// How urgent its teller finds it; grows.
enum class Level { Low, Normal, High, Critical };
Level levelOf(QStringView severity); ///< Normal for an unknown one.
QString nameOf(Level level);

enum class Whose { Anyone, Mine, MineOrStarred };
QString nameOf(Whose whose);

/// What becomes of a notice beside being in the inbox.
struct Effects {
    bool badge = false;
    bool popup = false; ///< The desktop's own notification.
    bool sound = false; ///< With the notification.
    bool operator==(const Effects &) const = default;
};

struct Rule {
    What what = What::Any;
    Whose whose = Whose::Anyone;
    Level atLeast = Level::Low;
    Effects effects;
    bool operator==(const Rule &) const = default;
};

/// What rules look at.
struct NoticeFacts {
    What what = What::Portal;
    Level level = Level::Normal;
    bool isMine = false;
    bool isStarred = false;
};

/// Between two times of the day in the person's own zone; over midnight where the end is not after the beginning.
struct QuietHours {
    bool on = false;
    QTime from { 18, 0 };
    QTime to { 8, 0 };
    QList<int> days { 1, 2, 3, 4, 5, 6, 7 }; ///< On which it begins, Monday is 1.
    bool wholeWeekend = false;               ///< Saturday and Sunday from midnight to midnight as well.

    /// `local` is in the person's zone.
    bool contains(const QDateTime &local) const;
    bool operator==(const QuietHours &) const = default;
};

/// The person's rules: the first that fits decides, and where none fits a notice only lies in the inbox.
struct NoticeRules {
    std::vector<Rule> rules = calm();
    QuietHours quiet;

    Effects effectsFor(const NoticeFacts &facts) const;
    QJsonValue toJson() const;
    static NoticeRules fromJson(const QJsonValue &json); ///< The calm ones for what is none.
    /// What a calm person would choose: to hear of one's own default branch that breaks or heals, of a review that is asked, and
    /// of somebody who needs an approval. The rest is counted, what its teller finds unimportant is not even that.
    static std::vector<Rule> calm();
    bool operator==(const NoticeRules &) const = default;
};

} // namespace callboard::notices
