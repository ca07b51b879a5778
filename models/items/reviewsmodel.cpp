// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/reviewsmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using domain::BuildState;
using domain::Review;
using notices::SeenReview;

ReviewsModel::ReviewsModel(Names names, QObject *parent)
    : QAbstractItemModel(parent)
    , m_names(std::move(names))
    , m_filter(filterKeys())
{
}

ReviewsModel::Group ReviewsModel::groupOf(const Review &review, const QDateTime &now)
{
    if (notices::waitsForMe(review))
        return Group::WaitsForMe;
    if (notices::isToMend(review))
        return domain::isBroken(review.checks) ? Group::MineFailing : Group::MineToMend;
    if (review.updatedAt.isValid() && review.updatedAt.daysTo(now) >= staleAfterDays)
        return Group::Stale;
    return review.isMine ? Group::MineWaits : Group::Others;
}

QString ReviewsModel::nameOf(Group group)
{
    switch (group) {
    case Group::WaitsForMe: return tr("Waiting for my review");
    case Group::MineFailing: return tr("Mine, checks fail");
    case Group::MineToMend: return tr("Mine, to be mended");
    case Group::MineWaits: return tr("Mine, waiting for others");
    case Group::Stale: return tr("Stale: nothing for two weeks");
    case Group::Others: break;
    }
    return tr("Others");
}

QString ReviewsModel::wordFor(BuildState checks)
{
    switch (checks) {
    case BuildState::Passed: return tr("passed");
    case BuildState::Failed: return tr("failed");
    case BuildState::Errored: return tr("errored");
    case BuildState::Running: return tr("running");
    case BuildState::Queued: return tr("queued");
    case BuildState::Waiting: return tr("waiting");
    case BuildState::Cancelled: return tr("cancelled");
    case BuildState::Skipped: return tr("skipped");
    case BuildState::Unknown: break;
    }
    return {};
}

QString ReviewsModel::wordFor(Review::Verdict verdict)
{
    switch (verdict) {
    case Review::Verdict::Approved: return tr("approved");
    case Review::Verdict::ChangesRequested: return tr("changes wanted");
    case Review::Verdict::Commented: return tr("commented");
    case Review::Verdict::None: break;
    }
    return {};
}

void ReviewsModel::setReviews(const std::vector<SeenReview> &reviews, const QDateTime &now)
{
    for (auto &group : m_all)
        group.clear();
    for (const SeenReview &seen : reviews) {
        if (seen.review.state == Review::State::Open)
            m_all[size_t(groupOf(seen.review, now))].push_back(seen);
    }
    // What waits longest comes first.
    for (auto &group : m_all) {
        std::ranges::sort(group, [](const SeenReview &one, const SeenReview &other) {
            return std::tuple(one.review.createdAt, one.review.key()) < std::tuple(other.review.createdAt, other.review.key());
        });
    }
    update();
}

void ReviewsModel::setText(const QString &text)
{
    m_filter.setText(text);
    update();
}

void ReviewsModel::setCatalog(search::IndexPtr index, search::PersonalPtr personal)
{
    if (m_filter.setCatalog(std::move(index), std::move(personal)))
        update();
}

QStringList ReviewsModel::filterKeys()
{
    return { u"author"_s, u"branch"_s, u"checks"_s, u"label"_s, u"project"_s, u"reviewer"_s, u"verdict"_s };
}

QString ReviewsModel::entityOf(const Review &review) const
{
    const QString ref = review.entityRefs.value(0);
    const QString name = m_names.entity ? m_names.entity(ref) : QString();
    return name.isEmpty() ? ref.section(u'/', -1) : name;
}

QString ReviewsModel::ownerOf(const Review &review) const { return m_names.owner ? m_names.owner(review.entityRefs.value(0)) : QString(); }

bool ReviewsModel::matches(const Review &review) const
{
    if (m_filter.isEmpty())
        return true;
    const QString labels = review.labels.join(u' '), reviewers = review.reviewers.join(u' ');
    // By the name that is the same in every language, and by the word that is seen.
    const QString checks = domain::buildStateName(review.checks) + u' ' + wordFor(review.checks) + (review.hasConflicts ? u" conflicts "_s + tr("conflicts") : QString());
    const QString verdict = domain::verdictName(review.verdict) + u' ' + wordFor(review.verdict);
    return m_filter.holds({ review.entityRefs, { review.title, review.key(), review.author, reviewers, entityOf(review), ownerOf(review), review.branch, labels },
        { { u"author"_s, review.author }, { u"branch"_s, review.branch }, { u"checks"_s, checks }, { u"label"_s, labels }, { u"project"_s, review.key() },
            { u"reviewer"_s, reviewers }, { u"verdict"_s, verdict } } });
}

void ReviewsModel::update()
{
    beginResetModel();
    m_shown.clear();
    for (int group = 0; group < groups; ++group) {
        Shown shown { Group(group), {} };
        std::ranges::copy_if(m_all[size_t(group)], std::back_inserter(shown.reviews), [&](const SeenReview &seen) { return matches(seen.review); });
        if (!shown.reviews.empty())
            m_shown.push_back(std::move(shown));
    }
    sortShown();
    endResetModel();
}

void ReviewsModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    update();
}

void ReviewsModel::sortShown()
{
    if (m_sortColumn < 0 || m_sortColumn >= int(Columns::Count))
        return;
    const auto column = Columns(m_sortColumn);
    const auto less = [](const QVariant &one, const QVariant &other) {
        return one.typeId() == QMetaType::QString ? one.toString().localeAwareCompare(other.toString()) < 0 : one.toLongLong() < other.toLongLong();
    };
    for (Shown &shown : m_shown) {
        std::ranges::stable_sort(shown.reviews, [&](const SeenReview &one, const SeenReview &other) {
            const QVariant first = sortKey(one.review, column), second = sortKey(other.review, column);
            return m_sortOrder == Qt::AscendingOrder ? less(first, second) : less(second, first);
        });
    }
}

/// What wants eyes comes first: a number for what has an order of its own.
QVariant ReviewsModel::sortKey(const Review &review, Columns column) const
{
    switch (column) {
    case Columns::Checks: {
        static constexpr std::array order { BuildState::Running, BuildState::Queued, BuildState::Waiting, BuildState::Passed, BuildState::Cancelled, BuildState::Skipped };
        if (domain::isBroken(review.checks))
            return 0;
        return review.hasConflicts ? 1 : int(2 + (std::ranges::find(order, review.checks) - order.begin()));
    }
    case Columns::Verdict: {
        static constexpr std::array order { Review::Verdict::ChangesRequested, Review::Verdict::None, Review::Verdict::Commented, Review::Verdict::Approved };
        return int(std::ranges::find(order, review.verdict) - order.begin());
    }
    case Columns::Size: return review.additions + review.deletions;
    case Columns::Age: return review.createdAt.toMSecsSinceEpoch();
    default: return display(review, column).toString();
    }
}

/// As a program reads it; nothing where that is what is shown.
QString ReviewsModel::exported(const Review &review, Columns column)
{
    switch (column) {
    case Columns::Checks: return domain::buildStateName(review.checks) + (review.hasConflicts ? u", conflicts"_s : QString());
    case Columns::Verdict: return domain::verdictName(review.verdict);
    case Columns::Size: return u"%1/%2"_s.arg(review.additions).arg(review.deletions);
    case Columns::Age: return review.createdAt.toString(Qt::ISODate);
    default: return {};
    }
}

const SeenReview *ReviewsModel::reviewAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_shown[size_t(index.internalId() - 1)].reviews[size_t(index.row())];
}

int ReviewsModel::reviewCount() const
{
    size_t count = 0;
    for (const Shown &shown : m_shown)
        count += shown.reviews.size();
    return int(count);
}

int ReviewsModel::count(Group group) const { return int(m_all[size_t(group)].size()); }

// The internal id of a group is 0, of a review that of its group plus one.
QModelIndex ReviewsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ReviewsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(int(index.internalId() - 1), 0, quintptr(0));
}

int ReviewsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_shown[size_t(parent.row())].reviews.size());
}

int ReviewsModel::columnCount(const QModelIndex &) const { return int(Columns::Count); }

QVariant ReviewsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && (Columns(section) == Columns::Size || Columns(section) == Columns::Age))
        return int(Qt::AlignRight | Qt::AlignVCenter); // As what stands below it.
    static const QStringList keys { u"title"_s, u"checks"_s, u"verdict"_s, u"size"_s, u"entity"_s, u"owner"_s, u"reviewers"_s, u"labels"_s, u"created"_s, u"number"_s, u"author"_s };
    if (orientation == Qt::Horizontal && role == ColumnKeyRole)
        return keys.value(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Columns(section)) {
    case Columns::Title: return tr("Review");
    case Columns::Checks: return tr("Checks");
    case Columns::Verdict: return tr("Verdict");
    case Columns::Size: return tr("Size");
    case Columns::Entity: return tr("Entity");
    case Columns::Owner: return tr("Owner");
    case Columns::Reviewers: return tr("Reviewers");
    case Columns::Labels: return tr("Labels");
    case Columns::Age: return tr("Age");
    case Columns::Number: return tr("Number");
    case Columns::Author: return tr("Author");
    case Columns::Count: break;
    }
    return {};
}

QVariant ReviewsModel::display(const Review &review, Columns column) const
{
    switch (column) {
    case Columns::Title: return review.title;
    case Columns::Checks:
        if (!review.hasConflicts)
            return wordFor(review.checks);
        return domain::isBroken(review.checks) ? tr("%1, conflicts").arg(wordFor(review.checks)) : tr("conflicts");
    case Columns::Verdict:
        if (review.verdict == Review::Verdict::Approved && review.approvals > 1)
            return tr("approved by %1").arg(QLocale().toString(review.approvals));
        return wordFor(review.verdict);
    case Columns::Size:
        if (review.additions == 0 && review.deletions == 0)
            return {}; // Its host does not tell.
        return u"+%1 −%2"_s.arg(QLocale().toString(review.additions), QLocale().toString(review.deletions));
    case Columns::Entity: return entityOf(review);
    case Columns::Owner: return ownerOf(review);
    case Columns::Reviewers: return review.reviewers.join(u", "_s);
    case Columns::Labels: return review.labels.join(u", "_s);
    case Columns::Number: return review.key();
    case Columns::Author: return review.author;
    case Columns::Age: return QLocale().toString(review.createdAt.toLocalTime(), QLocale::ShortFormat);
    case Columns::Count: break;
    }
    return {};
}

QString ReviewsModel::sizeTip(const Review &review)
{
    const QString comments = tr("%n comment(s)", nullptr, review.comments);
    return review.changedFiles == 0 ? comments : tr("%n file(s), %1", nullptr, review.changedFiles).arg(comments);
}

QStringList ReviewsModel::facts(const Review &review) const
{
    QStringList facts { review.key() + u" · "_s + review.author, review.branch + u" → "_s + review.targetBranch };
    for (const Columns column : { Columns::Checks, Columns::Verdict, Columns::Size, Columns::Entity, Columns::Owner, Columns::Reviewers, Columns::Labels }) {
        const QString said = display(review, column).toString();
        if (said.isEmpty())
            continue;
        const QString shown = column == Columns::Size ? QString(said + u", "_s + sizeTip(review)) : said;
        facts.append(tr("%1: %2").arg(headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString(), shown));
    }
    return facts;
}

QVariant ReviewsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SeenReview *seen = reviewAt(index);
    if (!seen) {
        const Shown &shown = m_shown[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole: return index.column() == 0 ? nameOf(shown.group) : QVariant();
        case GroupRole: return true;
        case GroupKeyRole: return QString::number(int(shown.group));
        case CountRole: return int(shown.reviews.size());
        default: return {};
        }
    }
    const Review &review = seen->review;
    const auto column = Columns(index.column());
    switch (role) {
    case Qt::DisplayRole: return display(review, column);
    case Qt::ToolTipRole:
        if (column == Columns::Age) {
            return tr("Asked %1, last changed %2").arg(QLocale().toString(review.createdAt.toLocalTime(), QLocale::LongFormat),
                QLocale().toString(review.updatedAt.toLocalTime(), QLocale::LongFormat));
        }
        if (column == Columns::Size)
            return sizeTip(review);
        return QString(review.title + u'\n' + facts(review).join(u'\n'));
    case Qt::AccessibleDescriptionRole: return column == Columns::Title ? QVariant(facts(review).join(u", "_s)) : QVariant();
    case Qt::TextAlignmentRole: return column == Columns::Size || column == Columns::Age ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole: return sortKey(review, column);
    case ExportRole: {
        const QString said = exported(review, column);
        return said.isEmpty() ? QVariant() : QVariant(said);
    }
    case RefRole: return QString(seen->connectionId + u'|' + review.key());
    case KindRole: return review.entityRefs.value(0).section(u':', 0, 0);
    case NameRole: return review.title;
    case AgeRole: return review.createdAt;
    case GroupRole: return false;
    case DescriptionRole: return QString(review.key() + u" · "_s + review.author);
    case ChecksRole: return int(review.checks);
    case VerdictRole: return int(review.verdict);
    case ConflictsRole: return review.hasConflicts;
    case DraftRole: return review.isDraft;
    case UpdatedRole: return review.updatedAt;
    default: return {};
    }
}

} // namespace callboard::items
