// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/doctreemodel.h"

#include "models/search/entitymatcher.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::items {

using domain::DocNavEntry;
using domain::DocSite;

namespace {

constexpr size_t mostRecent = 8;

int pagesIn(const std::vector<DocNavEntry> &entries)
{
    int count = 0;
    for (const DocNavEntry &entry : entries)
        count += (entry.isPage ? 1 : 0) + pagesIn(entry.children);
    return count;
}

} // namespace

struct DocTreeModel::Node {
    Kind kind = Kind::Group;
    QString title;
    QString key; ///< Unique in the tree, and the same after a reset.
    DocAddress address;
    QString link;
    QString second; ///< Found: where it is.
    QString snippet; ///< Found: what is there.
    int pages = 0;
    Node *parent = nullptr;
    int row = 0;
    bool filled = true;
    std::vector<DocNavEntry> nav; ///< Until it is filled.
    std::vector<std::unique_ptr<Node>> children;

    Node &add(Kind childKind, const QString &childTitle, const QString &childKey)
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->title = childTitle;
        child->key = key + u'\n' + childKey;
        child->parent = this;
        child->row = int(children.size());
        child->address.site = address.site;
        children.push_back(std::move(child));
        return *children.back();
    }
};

DocTreeModel::DocTreeModel(mirror::Mirror &mirror, DocLibrary &library, DocReading &reading, UserState &user, QObject *parent)
    : QAbstractItemModel(parent)
    , m_mirror(mirror)
    , m_library(library)
    , m_reading(reading)
    , m_user(user)
    , m_root(makeRoot())
{
    connect(&library, &DocLibrary::sitesChanged, this, [this] { rebuild(); });
    connect(&user, &UserState::personalChanged, this, [this] { rebuild(); });
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, [this] { rebuild(); });
    connect(&reading, &DocReading::changed, this, [this] {
        // What was read last moves up; marks elsewhere change in place.
        rebuild();
    });
}

DocTreeModel::~DocTreeModel() = default;

void DocTreeModel::rebuild()
{
    if (m_showsFound)
        return;
    beginResetModel();
    m_root = makeRoot();
    endResetModel();
}

std::unique_ptr<DocTreeModel::Node> DocTreeModel::makeRoot()
{
    auto root = std::make_unique<Node>();
    if (m_showsFound) {
        for (const DocFound &found : m_found) {
            Node &node = root->add(Kind::Found, found.title, found.address.key() + u'#' + found.address.anchor);
            node.address = found.address;
            node.snippet = found.snippet;
            node.second = found.heading.isEmpty() ? found.siteName : QString(found.siteName + u" › "_s + found.heading);
        }
        return root;
    }
    const auto snapshot = m_mirror.snapshot();
    const auto personal = m_user.personal(snapshot);
    std::vector<const DocSite *> mine, starred, all;
    for (const DocSite &site : m_library.sites()) {
        all.push_back(&site);
        const mirror::Row row = snapshot->find(site.entityRef);
        if (row != mirror::noRow && personal && personal->has(row, search::Personal::Mine))
            mine.push_back(&site);
        if (m_user.isStarred(site.entityRef))
            starred.push_back(&site);
    }
    const auto addGroup = [&](const QString &title, const QString &key, const std::vector<const DocSite *> &sites) {
        if (!sites.empty())
            addSites(root->add(Kind::Group, title, key), sites);
    };
    addGroup(tr("Mine"), u"mine"_s, mine);
    addGroup(tr("Starred"), u"starred"_s, starred);
    const auto reads = m_reading.recent();
    if (!reads.empty()) {
        Node &group = root->add(Kind::Group, tr("Recently read"), u"recent"_s);
        for (size_t at = 0; at < std::min(reads.size(), mostRecent); ++at) {
            Node &node = group.add(Kind::Page, reads[at].title, reads[at].address.key());
            node.address = reads[at].address;
        }
        group.pages = int(group.children.size());
    }
    addGroup(tr("All"), u"all"_s, all);
    return root;
}

void DocTreeModel::addSites(Node &group, const std::vector<const DocSite *> &sites) const
{
    for (const DocSite *site : sites) {
        Node &node = group.add(Kind::Site, site->name.isEmpty() ? site->entityRef.section(u'/', -1) : site->name, site->entityRef);
        node.address = { site->entityRef, {}, {} };
        node.pages = site->pages;
        node.nav = site->nav;
        node.filled = false;
    }
    group.pages = int(sites.size());
}

void DocTreeModel::fill(Node &node) const
{
    if (std::exchange(node.filled, true))
        return;
    const auto nav = std::exchange(node.nav, {});
    addNav(node, nav);
}

void DocTreeModel::addNav(Node &node, const std::vector<DocNavEntry> &entries) const
{
    for (const DocNavEntry &entry : entries) {
        const Kind kind = entry.isPage ? Kind::Page : entry.link.isEmpty() ? Kind::Section : Kind::Link;
        Node &child = node.add(kind, entry.title, entry.isPage ? QString(u"p:"_s + entry.path) : QString(u"s:"_s + QString::number(node.children.size()) + entry.title));
        child.address.path = entry.path;
        child.link = entry.link;
        child.pages = pagesIn(entry.children);
        child.nav = entry.children;
        child.filled = entry.children.empty();
    }
}

void DocTreeModel::setFound(std::vector<DocFound> found)
{
    if (m_showsFound && found == m_found)
        return;
    beginResetModel();
    m_found = std::move(found);
    m_showsFound = true;
    m_root = makeRoot();
    endResetModel();
}

void DocTreeModel::clearFound()
{
    if (!std::exchange(m_showsFound, false))
        return;
    m_found.clear();
    rebuild();
}

std::vector<DocFound> DocTreeModel::byTitle(const QString &words, size_t limit)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<DocFound> found;
    for (const DocSite &site : m_library.sites()) {
        const QString siteName = m_library.titleOf(site.entityRef);
        for (const DocNavPlace &place : m_library.placesOf(site.entityRef)) {
            const QString in = place.title + u' ' + siteName;
            if (!std::ranges::all_of(wanted, [&](const QString &word) { return in.contains(word, Qt::CaseInsensitive); }))
                continue;
            found.push_back({ { site.entityRef, place.path, {} }, place.title, {}, siteName, {} });
            if (found.size() == limit)
                return found;
        }
    }
    return found;
}

QModelIndex DocTreeModel::find(const DocAddress &address)
{
    if (m_showsFound || m_root->children.empty())
        return {};
    const std::function<Node *(Node &)> pageIn = [&](Node &node) -> Node * {
        fill(node);
        for (const auto &child : node.children) {
            if (child->kind == Kind::Page && child->address.path == address.path)
                return child.get();
            if (Node *found = pageIn(*child))
                return found;
        }
        return nullptr;
    };
    for (const auto &group : m_root->children) {
        for (const auto &site : group->children) {
            if (site->kind != Kind::Site || site->address.site != address.site)
                continue;
            if (Node *found = pageIn(*site))
                return createIndex(found->row, 0, found);
        }
    }
    return {};
}

QModelIndex DocTreeModel::findKey(QStringView key) const
{
    // A key begins with that of the row above.
    Node *node = m_root.get();
    while (node) {
        fill(*node);
        Node *next = nullptr;
        for (const auto &child : node->children) {
            if (child->key == key)
                return createIndex(child->row, 0, child.get());
            if (key.startsWith(child->key) && key.sliced(child->key.size()).startsWith(u'\n'))
                next = child.get();
        }
        node = next;
    }
    return {};
}

// The model

DocTreeModel::Node *DocTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex DocTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    Node *node = nodeOf(parent);
    fill(*node);
    if (row < 0 || size_t(row) >= node->children.size() || column < 0 || column >= columnCount())
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex DocTreeModel::parent(const QModelIndex &child) const
{
    Node *parent = child.isValid() ? nodeOf(child)->parent : nullptr;
    return parent && parent != m_root.get() ? createIndex(parent->row, 0, parent) : QModelIndex();
}

int DocTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    Node *node = nodeOf(parent);
    fill(*node);
    return int(node->children.size());
}

bool DocTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return parent.column() <= 0 && (node->filled ? !node->children.empty() : !node->nav.empty());
}

int DocTreeModel::columnCount(const QModelIndex &) const
{
    return int(Columns::Count);
}

QString DocTreeModel::displayOf(const Node &node) const
{
    return node.second.isEmpty() ? node.title : QString(node.title + u", "_s + node.second);
}

QVariant DocTreeModel::siteData(const Node &node, int role) const
{
    const DocSite *site = node.kind == Kind::Site ? m_library.site(node.address.site) : nullptr;
    if (!site)
        return {};
    switch (role) {
    case Qt::ToolTipRole: {
        QStringList lines { site->entityRef };
        if (!site->description.isEmpty())
            lines.append(site->description);
        lines.append(tr("%n page(s)", nullptr, site->pages));
        if (site->builtAt.isValid())
            lines.append(tr("Changed %1").arg(QLocale().toString(site->builtAt.toLocalTime(), QLocale::ShortFormat)));
        lines.append(site->complete ? tr("All of it can be read offline.") : tr("Pages come when they are looked at."));
        return lines.join(u'\n');
    }
    case KeptRole: return site->complete;
    case BuiltRole: return site->builtAt;
    case OldRole: return m_isOld && m_isOld(site->entityRef);
    case DescriptionRole: return site->description;
    default: return {};
    }
}

QVariant DocTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const bool isPage = node.kind == Kind::Page || node.kind == Kind::Found || node.kind == Kind::Section;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == int(Columns::Title))
            return displayOf(node);
        return node.pages > 0 && node.kind != Kind::Page ? QVariant(QLocale().toString(node.pages)) : QVariant();
    case NameRole: return node.title;
    case DescriptionRole: return node.kind == Kind::Site ? siteData(node, role) : QVariant(node.second);
    case Qt::ToolTipRole: return node.kind == Kind::Site ? siteData(node, role) : node.snippet.isEmpty() ? QVariant() : QVariant(node.snippet);
    case RefRole:
    case GroupKeyRole: return node.key;
    case GroupRole: return node.kind == Kind::Group;
    case RowKindRole: return int(node.kind);
    case AddressRole: return isPage && node.kind != Kind::Section ? node.address.key() : QString();
    case TargetRole: return isPage && node.kind != Kind::Section ? QVariant(node.address.target()) : QVariant();
    case SiteRole: return node.address.site;
    case LinkRole: return node.link;
    case PagesRole:
    case CountRole: return node.pages;
    case NewRole: return node.kind == Kind::Page && m_reading.isNew(node.address);
    case ChangedRole: return node.kind == Kind::Page && m_reading.isChanged(node.address);
    case KeptRole:
    case BuiltRole:
    case OldRole: return siteData(node, role);
    default: return {};
    }
}

} // namespace callboard::items
