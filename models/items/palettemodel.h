// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/items/paletteapis.h"
#include "models/search/livedocsearch.h"
#include "models/search/liveindex.h"
#include "models/search/palette.h"
#include "models/search/textsearch.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QTimer>

namespace callboard::items {

class DocReading;
class UserState;

/// The lines of the palette: hits, and a header row before each section (not selectable; `HeaderRole`). Up to `inlineLimit` entities an
/// answer is there when `setText` returns; above it comes from a worker, and the last one stays until then. Documents, and what stands in the
/// text of entities, always come from a worker: among everything they are appended, so that nothing moves under the person's hand.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        HeaderRole = FirstFreeRole, ///< bool: a section's header; DisplayRole names it, CountRole counts all of it.
        ScopeRole,                  ///< int: search::PaletteScope of the section.
        ActionRole,                 ///< QString: the id of an action; empty for entities.
        ShortcutRole,               ///< QString
        IconNameRole,               ///< QString, of an action.
        SubtitleRole,               ///< QString: owner and system; of groups the people and what they own; of actions the help.
        SubtitleMatchRole,          ///< QList<int>
        EnabledRole,                ///< bool
        TargetRole,                 ///< QString: ref of the entity whose document or API part it is; empty for others.
        CountTextRole,              ///< QString, of a header: "54", or "54+" where there may be more.
        TargetPlaceRole,            ///< QString: where in it: "guide/setup/#linux", or the id of the item in the API.
    };

    /// `user` may be null. Both outlive the model.
    PaletteModel(search::LiveIndex &index, UserState *user, QObject *parent = nullptr);
    ~PaletteModel() override;

    /// Where documents, parts of APIs and the text of entities are; without it there are none.
    void setMirror(const mirror::Mirror &mirror);
    /// What was read lately goes before what was not. Outlives the model; null for none.
    void setReading(const DocReading *reading);

    /// Has what the first key would wait for, or compete with, made by workers beforehand. For when the palette comes up.
    void prepare();
    /// The index of texts or of documents went on: what was asked there is asked again, soon. Among everything what is new comes behind what
    /// is there; of them alone there is another answer.
    void noteIndexed(search::PaletteScope scope);

    void setActions(std::vector<search::PaletteAction> actions);
    void setText(const QString &typed);
    QString text() const { return m_text; }
    void setScope(search::PaletteScope scope); ///< The tab; a prefix in the text goes before it.
    search::PaletteScope scope() const; ///< The one in force.
    void setInlineLimit(search::Row rows) { m_inlineLimit = rows; }

    int totalOf(search::PaletteScope scope) const;
    bool isTotalLeast(search::PaletteScope scope) const; ///< There may be more than `totalOf`.
    double milliseconds() const { return m_answer.milliseconds; }
    QString figure() const; ///< "31 results in 2.4 ms", "at least 31 results in 2.4 ms"
    bool isWithTypos() const { return m_answer.withTypos; }
    bool isBusy() const; ///< More is to come to what was asked.
    int firstHitRow() const; ///< The row to select at first; -1 when nothing fits.
    static QString scopeName(search::PaletteScope scope);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void answered(); ///< After the rows are those of a new answer.
    void extended(); ///< Documents or texts have come after it; rows before them are as they were.

private:
    struct Line {
        bool isHeader = false;
        search::PaletteScope scope = search::PaletteScope::Everything;
        int total = 0;
        search::PaletteHit hit;
        int document = -1; ///< In the answer of the documents.
        int part = -1;     ///< In the answer of the APIs.
        int text = -1;     ///< In the answer of the text.
    };
    void refresh();
    void refreshOnWorker(const search::PaletteInput &input);
    void dropFurther();
    void take(search::PaletteAnswer answer);
    void askFurther(const search::PaletteInput &input);
    void askText(const search::PaletteInput &input);
    void lookForText(const search::PaletteInput &input);
    void takeDocuments();
    void takeText();
    void takeFurther(search::PaletteScope from, const std::vector<Line> &lines);
    void catchUp();
    void takeLaterDocuments(const search::DocAnswer &answer);
    void takeLaterText(const search::TextAnswer &answer);
    void addLater(search::PaletteScope of, std::vector<Line> lines, int total);
    void rebuild();
    std::vector<Line> documentLines(size_t from = 0) const;
    std::vector<Line> textLines(size_t from = 0) const;
    bool isListed(search::Row row) const;
    void addParts();
    const search::DocPersonal &docPersonal();
    QVariant documentData(const search::DocHit &hit, int role) const;
    QVariant textData(const search::TextHit &hit, search::Row row, int role) const;
    QVariant partData(const search::PaletteEntry &entry, int role) const;
    search::PersonalPtr personal(const search::IndexPtr &index) const;
    QVariant entityData(search::Row row, int role) const;
    QVariant actionData(const search::PaletteAction &action, int role) const;
    QString subtitle(search::Row row) const;
    QVariant highlights(const QString &text) const;

    search::LiveIndex &m_live;
    UserState *m_user;
    const DocReading *m_reading = nullptr;
    bool m_readingIsOther = true; ///< Than what `m_docPersonal` was made from.
    QString m_text;
    search::PaletteScope m_scope = search::PaletteScope::Everything;
    search::Row m_inlineLimit = 150'000;
    search::PaletteSearch m_search;
    std::shared_ptr<search::PaletteSearch> m_workerSearch; ///< Touched by the worker only, but for replacing it.
    search::PaletteAnswer m_answer;
    std::vector<Line> m_lines;
    search::LiveDocSearch *m_documentSearch = nullptr;
    PaletteApis *m_apis = nullptr;
    search::DocAnswer m_documents;
    search::DocPersonal m_docPersonal;
    search::PersonalPtr m_docPersonalOf; ///< What it was made from.
    search::PaletteEntriesPtr m_parts; ///< What `m_partAnswer` is of.
    search::PaletteEntries::Answer m_partAnswer;
    bool m_documentsAreDue = false;
    bool m_documentsTrail = false, m_textsTrail = false; ///< Their index went on since they were asked.
    bool m_documentsAreLater = false, m_textsAreLater = false; ///< What is due is asked for the second time.
    QTimer m_catchUp;
    search::LiveTextSearch *m_textSearch = nullptr;
    search::TextAnswer m_texts;
    bool m_textsAreDue = false;
    quint64 m_generation = 0;
    bool m_busy = false;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::items
