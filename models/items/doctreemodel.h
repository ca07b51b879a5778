// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/docreading.h"
#include "models/items/entityroles.h"
#include "models/items/userstate.h"

#include <QAbstractItemModel>

namespace callboard::items {

/// A page that a search found, as a list shows it.
struct DocFound {
    DocAddress address;
    QString title;
    QString heading; ///< Where the page itself is not the hit.
    QString siteName;
    QString snippet;
    bool operator==(const DocFound &) const = default;
};

/// All documentation as a tree: the sites of what the person owns, those starred, pages lately read, and all; a site holds its
/// navigation, which is read when it is opened. While there is something to look for, the pages found instead.
class DocTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Title, State, Count };
    enum class Kind { Group, Site, Section, Page, Link, Found };
    enum Role {
        RowKindRole = FirstFreeRole, ///< int: Kind
        AddressRole,  ///< QString: `DocAddress::key` of pages.
        TargetRole,   ///< QString: of pages, path and anchor in the site.
        SiteRole,     ///< QString: the site a row belongs to.
        LinkRole,     ///< QString: http address, of a link to elsewhere.
        PagesRole,    ///< int: of sites and sections.
        NewRole,      ///< bool: a page that came since the site was first looked into.
        ChangedRole,  ///< bool: a page that is another one than was read.
        KeptRole,     ///< bool: of sites: all of it is here.
        BuiltRole,    ///< QDateTime, UTC: of sites, when they last changed; may be invalid.
        OldRole,      ///< bool: of sites: not as current as it should be.
    };

    DocTreeModel(mirror::Mirror &mirror, DocLibrary &library, DocReading &reading, UserState &user, QObject *parent = nullptr);
    ~DocTreeModel() override;

    void setOld(std::function<bool(const QString &site)> isOld) { m_isOld = std::move(isOld); }
    /// Shows these in place of the tree.
    void setFound(std::vector<DocFound> found);
    void clearFound();
    bool showsFound() const { return m_showsFound; }
    /// Pages of all sites whose title has these words, for want of a full text.
    std::vector<DocFound> byTitle(const QString &words, size_t limit = 60);
    /// The row of a page in its site under "all"; opens nothing.
    QModelIndex find(const DocAddress &address);
    /// The row of this RefRole or GroupKeyRole; fills only what is on the way there.
    QModelIndex findKey(QStringView key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    void rebuild();
    Node *nodeOf(const QModelIndex &index) const;
    void fill(Node &node) const;
    void addSites(Node &group, const std::vector<const domain::DocSite *> &sites) const;
    void addNav(Node &node, const std::vector<domain::DocNavEntry> &entries) const;
    std::unique_ptr<Node> makeRoot();
    QString displayOf(const Node &node) const;
    QVariant siteData(const Node &node, int role) const;

    mirror::Mirror &m_mirror;
    DocLibrary &m_library;
    DocReading &m_reading;
    UserState &m_user;
    std::function<bool(const QString &)> m_isOld;
    std::vector<DocFound> m_found;
    bool m_showsFound = false;
    std::unique_ptr<Node> m_root; ///< Made from all of the above.
};

} // namespace callboard::items
