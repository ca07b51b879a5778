// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palettemodel.h"

#include "models/items/docreading.h"
#include "models/items/userstate.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace callboard::items {

using mirror::Snapshot;
using search::Field;
using search::PaletteScope;
using search::Row;
using search::noRow;

namespace {

int countEdges(const Snapshot &snapshot, Row row, QStringView type)
{
    return int(std::ranges::count_if(snapshot.edges(row), [&](const Snapshot::Edge &edge) { return snapshot.string(edge.type) == type; }));
}

QList<int> unitsOf(const QList<search::DocMark> &marks, int from = 0)
{
    QList<int> units;
    for (const search::DocMark &mark : marks) {
        for (int unit = mark.start; unit < mark.start + mark.length; ++unit)
            units.append(from + unit);
    }
    return units;
}

} // namespace

PaletteModel::PaletteModel(search::LiveIndex &index, UserState *user, QObject *parent)
    : QAbstractListModel(parent)
    , m_live(index)
    , m_user(user)
    , m_workerSearch(std::make_shared<search::PaletteSearch>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_catchUp.setSingleShot(true);
    connect(&m_catchUp, &QTimer::timeout, this, &PaletteModel::catchUp);
    m_answer.index = index.index();
    connect(&m_live, &search::LiveIndex::changed, this, &PaletteModel::refresh);
    refresh();
}

void PaletteModel::setMirror(const mirror::Mirror &mirror)
{
    m_documentSearch = new search::LiveDocSearch(mirror, this);
    connect(m_documentSearch, &search::LiveDocSearch::answered, this, &PaletteModel::takeDocuments);
    m_textSearch = new search::LiveTextSearch(mirror, this);
    connect(m_textSearch, &search::LiveTextSearch::answered, this, &PaletteModel::takeText);
    m_apis = new PaletteApis(mirror, this);
    connect(m_apis, &PaletteApis::changed, this, &PaletteModel::refresh);
    refresh();
}

void PaletteModel::prepare()
{
    if (!m_documentSearch)
        return;
    std::ignore = m_apis->entries();
    m_documentSearch->prepare();
    m_textSearch->prepare();
}

void PaletteModel::setReading(const DocReading *reading)
{
    m_reading = reading;
    m_readingIsOther = true;
    if (reading)
        connect(reading, &DocReading::changed, this, [this] { m_readingIsOther = true; });
}

bool PaletteModel::isBusy() const { return m_busy || m_documentsAreDue || m_textsAreDue || (m_apis && m_apis->isReading()); }

PaletteModel::~PaletteModel()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PaletteModel::setActions(std::vector<search::PaletteAction> actions)
{
    m_search.setActions(actions);
    m_workerSearch = std::make_shared<search::PaletteSearch>();
    m_workerSearch->setActions(std::move(actions));
    refresh();
}

void PaletteModel::setText(const QString &typed)
{
    m_text = typed;
    refresh();
}

void PaletteModel::setScope(PaletteScope scope)
{
    m_scope = scope;
    refresh();
}

PaletteScope PaletteModel::scope() const
{
    return search::PaletteInput::parse(m_text, m_scope).scope;
}

search::PersonalPtr PaletteModel::personal(const search::IndexPtr &index) const
{
    return m_user ? m_user->personal(index->snapshotPtr()) : nullptr;
}

void PaletteModel::refresh()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = {};
    const search::PaletteInput input = search::PaletteInput::parse(m_text, m_scope);
    const search::IndexPtr index = m_live.index();
    const bool isLarge = index->size() > m_inlineLimit;
    if (isLarge)
        dropFurther(); // The lines stay until the worker has others: none of them may name what is asked for anew.
    askFurther(input);
    if (isLarge) {
        refreshOnWorker(input);
        return;
    }
    m_busy = false;
    take(m_search.run(index, input, personal(index).get()));
}

void PaletteModel::refreshOnWorker(const search::PaletteInput &input)
{
    m_busy = true;
    m_pool.clear();
    const search::IndexPtr index = m_live.index();
    m_pool.start([this, input, index, personal = personal(index), engine = m_workerSearch, generation = m_generation,
                     stop = m_stop.get_token()] {
        search::PaletteAnswer answer = engine->run(index, input, personal.get(), {}, stop);
        if (answer.cancelled)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, generation, answer = std::move(answer)]() mutable {
                if (generation != m_generation)
                    return;
                m_busy = false;
                take(std::move(answer));
            },
            Qt::QueuedConnection);
    });
}

void PaletteModel::take(search::PaletteAnswer answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    rebuild();
    endResetModel();
    Q_EMIT answered();
}

void PaletteModel::rebuild()
{
    m_lines.clear();
    for (const search::PaletteSection &section : m_answer.sections) {
        const bool hasHeader = section.scope != PaletteScope::Everything && m_answer.sections.size() > 1;
        if (hasHeader)
            m_lines.push_back({ true, section.scope, section.total, {} });
        for (const search::PaletteHit &hit : section.hits)
            m_lines.push_back({ false, section.scope, section.total, hit });
    }
    addParts();
    const std::vector<Line> documents = documentLines();
    m_lines.insert(m_lines.end(), documents.begin(), documents.end());
    const std::vector<Line> texts = textLines();
    m_lines.insert(m_lines.end(), texts.begin(), texts.end());
}

int PaletteModel::totalOf(PaletteScope scope) const
{
    switch (scope) {
    case PaletteScope::Docs: return m_documents.total;
    case PaletteScope::Apis: return m_partAnswer.total;
    case PaletteScope::Text: return m_texts.total;
    case PaletteScope::Everything: return m_answer.total() + m_documents.total + m_partAnswer.total + m_texts.total;
    default: return m_answer.totals[size_t(scope)];
    }
}

bool PaletteModel::isTotalLeast(PaletteScope scope) const
{
    const auto isAsked = [scope](PaletteScope of) { return scope == of || scope == PaletteScope::Everything; };
    return (m_documents.totalIsLeast && isAsked(PaletteScope::Docs)) || (m_texts.totalIsLeast && isAsked(PaletteScope::Text));
}

QString PaletteModel::figure() const
{
    const double milliseconds = scope() == PaletteScope::Docs ? m_documents.milliseconds
        : scope() == PaletteScope::Text                       ? m_texts.milliseconds
                                                              : m_answer.milliseconds;
    const QString took = QLocale().toString(milliseconds, 'f', 1);
    return isTotalLeast(scope()) ? tr("at least %n results in %1 ms", nullptr, totalOf(scope())).arg(took)
                                 : tr("%n results in %1 ms", nullptr, totalOf(scope())).arg(took);
}

int PaletteModel::firstHitRow() const
{
    const auto at = std::find_if(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.isHeader; });
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

QString PaletteModel::scopeName(PaletteScope scope)
{
    switch (scope) {
    case PaletteScope::Everything: return tr("Everything");
    case PaletteScope::Entities: return tr("Entities");
    case PaletteScope::Actions: return tr("Actions");
    case PaletteScope::People: return tr("People");
    case PaletteScope::Docs: return tr("Docs");
    case PaletteScope::Apis: return tr("In APIs");
    case PaletteScope::Text: return tr("In the text");
    }
    return {};
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines[size_t(index.row())];
    if (role == HeaderRole)
        return line.isHeader;
    if (role == ScopeRole)
        return int(line.scope);
    if (line.isHeader) {
        switch (role) {
        case Qt::DisplayRole: return scopeName(line.scope);
        case Qt::AccessibleTextRole: return tr("%1, %n results", nullptr, line.total).arg(scopeName(line.scope));
        case CountRole: return line.total;
        case CountTextRole: return QString(QString::number(line.total) + (isTotalLeast(line.scope) ? u"+"_s : QString()));
        default: return {};
        }
    }
    if (line.document >= 0)
        return documentData(m_documents.hits[size_t(line.document)], role);
    if (line.text >= 0)
        return textData(m_texts.hits[size_t(line.text)], line.hit.row, role);
    if (line.part >= 0)
        return partData(m_parts->at(size_t(m_partAnswer.hits[size_t(line.part)].entry)), role);
    return line.hit.row == noRow ? actionData(m_search.actions()[size_t(line.hit.action)], role) : entityData(line.hit.row, role);
}

QVariant PaletteModel::entityData(Row row, int role) const
{
    const Snapshot &snapshot = m_answer.index->snapshot();
    switch (role) {
    case Qt::DisplayRole: return snapshot.displayName(row).toString();
    case Qt::AccessibleTextRole: return QString(snapshot.kind(row) % u' ' % snapshot.displayName(row) % u", " % subtitle(row));
    case Qt::ToolTipRole:
    case RefRole: return snapshot.ref(row).toString();
    case KindRole: return snapshot.kind(row).toString();
    case NameRole: return snapshot.name(row).toString();
    case TypeRole: return snapshot.type(row).toString();
    case FlagsRole: return int(snapshot.flags(row));
    case MatchRole: return highlights(snapshot.displayName(row).toString());
    case SubtitleRole: return subtitle(row);
    case SubtitleMatchRole: return highlights(subtitle(row));
    case DescriptionRole: return snapshot.description(row);
    case StarredRole: return m_user && m_user->isStarred(snapshot.ref(row).toString());
    case EnabledRole: return true;
    case ActionRole: return QString();
    default: return {};
    }
}

/// An entity, with the place in its text instead of whose it is.
QVariant PaletteModel::textData(const search::TextHit &hit, Row row, int role) const
{
    const QString place = hit.place.isEmpty() ? QString() : QString(hit.place % u": ");
    switch (role) {
    case SubtitleRole: return QString(place + hit.snippet);
    case SubtitleMatchRole: return QVariant::fromValue(unitsOf(hit.marks, int(place.size())));
    case DescriptionRole: return hit.snippet;
    case Qt::AccessibleTextRole: return QString(entityData(row, Qt::DisplayRole).toString() % u", " % place % hit.snippet);
    default: return entityData(row, role);
    }
}

QVariant PaletteModel::actionData(const search::PaletteAction &action, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return action.text;
    case Qt::AccessibleTextRole: return action.shortcut.isEmpty() ? action.text : QString(action.text % u", " % action.shortcut);
    case SubtitleRole:
    case Qt::ToolTipRole: return action.help;
    case ActionRole: return action.id;
    case ShortcutRole: return action.shortcut;
    case IconNameRole: return action.iconName;
    case MatchRole: return highlights(action.text);
    case EnabledRole: return action.enabled;
    case RefRole: return QString();
    default: return {};
    }
}

QVariant PaletteModel::documentData(const search::DocHit &hit, int role) const
{
    const QString head = hit.heading.isEmpty() || hit.heading == hit.pageTitle ? QString() : u" › "_s + hit.heading;
    const QString place = hit.siteName + u": "_s;
    switch (role) {
    case Qt::DisplayRole: return QString(hit.pageTitle + head);
    case Qt::AccessibleTextRole: return tr("%1, document of %2").arg(hit.pageTitle + head, hit.siteName);
    case MatchRole: return QVariant::fromValue(unitsOf(hit.titleMarks) + (head.isEmpty() ? QList<int>() : unitsOf(hit.headingMarks, int(hit.pageTitle.size()) + 3)));
    case SubtitleRole: return QString(place + hit.snippet);
    case SubtitleMatchRole: return QVariant::fromValue(unitsOf(hit.snippetMarks, int(place.size())));
    case DescriptionRole:
    case Qt::ToolTipRole: return hit.snippet;
    case IconNameRole: return u"docs"_s;
    case EnabledRole: return true;
    case TargetRole: return hit.site;
    case TargetPlaceRole: return hit.anchor.isEmpty() ? hit.path : QString(hit.path + u'#' + hit.anchor);
    case RefRole:
    case ActionRole: return QString();
    default: return {};
    }
}

QVariant PaletteModel::partData(const search::PaletteEntry &entry, int role) const
{
    const QString api = entry.ref.section(u'/', -1);
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::AccessibleTextRole: return tr("%1, %2 of %3").arg(entry.title, entry.kind, api);
    case MatchRole: return QVariant::fromValue(search::highlights(m_partAnswer.words, entry.title, search::Looseness::Pieces, m_partAnswer.withTypos));
    case SubtitleRole: return entry.subtitle.isEmpty() ? api : QString(api + u": "_s + entry.subtitle);
    case DescriptionRole:
    case Qt::ToolTipRole: return entry.subtitle;
    case IconNameRole: return u"api"_s;
    case TypeRole: return entry.kind;
    case EnabledRole: return true;
    case TargetRole: return entry.ref;
    case TargetPlaceRole: return entry.id;
    case RefRole:
    case ActionRole: return QString();
    default: return {};
    }
}

QString PaletteModel::subtitle(Row row) const
{
    const search::CatalogIndex &index = *m_answer.index;
    const Snapshot &snapshot = index.snapshot();
    if (snapshot.kind(row).compare(u"Group", Qt::CaseInsensitive) == 0) {
        const QString people = tr("%n people", nullptr, countEdges(snapshot, row, u"hasMember"));
        return tr("%1, %2").arg(people, tr("%n entities", nullptr, countEdges(snapshot, row, u"ownerOf")));
    }
    QStringList parts;
    const bool isTitled = !snapshot.title(row).isEmpty();
    if (isTitled && snapshot.title(row).compare(snapshot.name(row), Qt::CaseInsensitive) != 0)
        parts.append(snapshot.name(row).toString());
    for (const Field field : { Field::Owner, Field::System }) {
        if (const QString label = index.label(field, index.column(field).codes[row]); !label.isEmpty())
            parts.append(label);
    }
    if (parts.isEmpty())
        parts.append(snapshot.kind(row).toString());
    return parts.join(u", "_s);
}

QVariant PaletteModel::highlights(const QString &text) const
{
    return QVariant::fromValue(search::highlights(m_answer.words, text, search::Looseness::Scattered, m_answer.withTypos));
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_lines[size_t(index.row())].isHeader)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({ { HeaderRole, "header" }, { ActionRole, "action" }, { ShortcutRole, "shortcut" }, { SubtitleRole, "subtitle" },
        { RefRole, "ref" }, { KindRole, "kind" }, { MatchRole, "match" }, { TargetRole, "target" } });
    return names;
}

} // namespace callboard::items
