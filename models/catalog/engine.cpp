// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/engine.h"

#include "models/catalog/filestore.h"
#include "models/catalog/parallel.h"

#include <QJsonArray>

#include <algorithm>
#include <deque>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Problem;
using domain::Severity;
using Outcome = DocumentResult::Outcome;

namespace {

/// A document with the file it stands in and the root it came from.
struct Emission {
    FileResultPtr file;
    size_t index = 0;
    QString origin;

    const DocumentResult &document() const { return file->documents[index]; }
};

/// The entities as they were when they were last good, by the file they stand in and their ref.
class LastGood final {
public:
    void keep(const Emission &emission)
    {
        auto [at, end] = m_byRef.equal_range(emission.document().ref);
        at = std::find_if(at, end, [&](const Emission &known) { return known.file->location == emission.file->location; });
        if (at == end)
            m_byRef.insert(emission.document().ref, emission);
        else
            *at = emission;
    }
    std::optional<Emission> find(const QString &location, const QString &ref) const
    {
        const auto [begin, end] = m_byRef.equal_range(ref);
        const auto at = std::find_if(begin, end, [&](const Emission &known) { return known.file->location == location; });
        return at == end ? std::nullopt : std::optional(*at);
    }
    void clear() { m_byRef.clear(); }

private:
    QMultiHash<QString, Emission> m_byRef; ///< By the ref alone, which the document has anyway: a key of both would be a string of its own.
};

QString sentence(const Violation &violation)
{
    return violation.field.isEmpty() ? violation.message : QString(violation.field + u": " + violation.message);
}

bool isMap(const DocumentResult &document)
{
    const auto unreadable = [](const Violation &violation) {
        return violation.rule == u"Yaml" || violation.rule == u"NotAnObject";
    };
    return document.outcome != Outcome::Empty
        && std::none_of(document.violations.begin(), document.violations.end(), unreadable);
}

QJsonObject statusItem(const QString &message)
{
    return { { u"type"_s, u"backstage.io/catalog-processing"_s }, { u"level"_s, u"error"_s },
        { u"message"_s, QString(u"InputError: " + message) },
        { u"error"_s, QJsonObject { { u"name"_s, u"InputError"_s }, { u"message"_s, message } } } };
}

QString withoutFile(const domain::Error &error, const QString &target)
{
    if (error.code == ErrorCode::NotFound)
        return u"there is nothing at %1"_s.arg(target);
    return u"%1 cannot be read: %2"_s.arg(target, error.detail);
}

QJsonObject withOrigin(QJsonObject body, const QString &origin)
{
    QJsonObject metadata = body[u"metadata"].toObject();
    QJsonObject annotations = metadata[u"annotations"].toObject();
    if (annotations.value(annotation::managedByOriginLocation).toString() == origin)
        return body;
    annotations.insert(annotation::managedByOriginLocation, origin);
    metadata.insert(u"annotations"_s, annotations);
    body.insert(u"metadata"_s, metadata);
    return body;
}

} // namespace

domain::Entity ProcessedCatalog::entity(const ProcessedEntity &processed) const
{
    return { .body = withOrigin(processed.body.unpacked(), processed.origin), .relations = relations.of(processed.ref),
        .statusItems = processed.statusItems };
}

/// What outlives a run.
struct Engine::Data {
    explicit Data(EngineOptions given)
        : options(std::move(given))
        , store(options, nullptr)
    {
    }

    const EngineOptions options;
    FileStore store;
    QHash<QString, std::vector<Emission>> goodEmissions; ///< Of the last good reading, by the Location's key.
    LastGood goodEntities;
};

namespace {

/// One run: follows the Locations from the roots, then puts the catalog together.
class Run final {
public:
    Run(const EngineOptions &options, FileStore &store, QHash<QString, std::vector<Emission>> &goodEmissions,
        LastGood &goodEntities, std::stop_token stop, const Engine::Progress &progress)
        : m_options(options)
        , m_store(store)
        , m_goodEmissions(goodEmissions)
        , m_goodEntities(goodEntities)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    ProcessedCatalog run(const std::vector<Descriptor> &roots)
    {
        takeRoots(roots);
        while (!m_queue.empty() && !m_stop.stop_requested()) {
            std::deque<Place> level = std::move(m_queue);
            m_queue.clear();
            loadLevel(level);
            for (const Place &place : level)
                emitPlace(place);
        }
        m_made.stopped = m_stop.stop_requested();
        if (!m_made.stopped)
            assemble();
        return std::move(m_made);
    }

private:
    /// Something that is read: a root, or a Location entity.
    struct Place {
        QString key;    ///< Stable between runs.
        QString origin; ///< Location ref of the root.
        QString type;   ///< Of the targets.
        LocationRef base;
        LocationTargets asked;
        std::optional<Emission> entity; ///< Unset for a root.
        QString localPath; ///< Of a root's file.
    };

    /// An entity that holds its ref.
    struct Claim {
        Emission emission;
        std::vector<QString> errors; ///< Of a Location: what could not be read.
        bool followed = false;
        bool lastGood = false; ///< As it was in an earlier run; its place does not read cleanly now.
    };

    // Roots

    void takeRoots(const std::vector<Descriptor> &roots)
    {
        QSet<QString> seen;
        for (const Descriptor &root : roots) {
            if (seen.contains(root.location))
                continue;
            seen.insert(root.location);
            m_store.addRoot(root);
            const auto location = LocationRef::parse(root.location).value_or(LocationRef { QString(), root.location });
            Place place { root.location, root.location, location.type, location, {}, std::nullopt, root.localPath };
            place.asked.targets.push_back({ location.target, QString(), {} });
            m_queue.push_back(std::move(place));
        }
        m_total = qsizetype(m_queue.size());
    }

    // Reading

    LocationRef targetOf(const Place &place, const LocationTargets::Target &target) const
    {
        if (!place.entity)
            return place.base;
        return { place.type, absoluteTarget(m_options.hosts, place.base, place.type, target.written) };
    }

    static QString keyOf(const LocationRef &target) { return target.type + u':' + target.target; }

    void loadLevel(const std::deque<Place> &level)
    {
        std::vector<LocationRef> wanted;
        for (const Place &place : level) {
            for (const auto &target : place.asked.targets) {
                const LocationRef ref = targetOf(place, target);
                if (isReadable(place, ref) && !m_loaded.contains(keyOf(ref))) {
                    m_loaded.insert(keyOf(ref), {});
                    wanted.push_back(ref);
                }
            }
        }
        m_total = std::max<qsizetype>(m_total, m_done + qsizetype(wanted.size()));
        std::vector<FileStore::Loaded> results(wanted.size());
        const std::thread::id caller = std::this_thread::get_id();
        std::atomic<qsizetype> done = 0;
        const qsizetype step = std::max<qsizetype>(1, qsizetype(wanted.size()) / 50);
        forEachInParallel(wanted.size(), m_options.threads, m_stop, [&](size_t i) {
            results[i] = m_store.load(wanted[i]);
            const qsizetype now = ++done;
            if (m_progress && now % step == 0 && std::this_thread::get_id() == caller)
                m_progress(m_done + now, m_total);
        });
        m_done += qsizetype(wanted.size());
        for (size_t i = 0; i < wanted.size(); ++i)
            m_loaded.insert(keyOf(wanted[i]), std::move(results[i]));
    }

    /// Backstage reads what a URL leads to, and from a file further files; never a file from a URL.
    static bool isReadable(const Place &place, const LocationRef &target)
    {
        return !place.entity || ((target.type == u"url" || target.type == place.base.type) && !endsInSlash(target));
    }

    static bool endsInSlash(const LocationRef &target)
    {
        return target.type == u"file" && target.target.endsWith(u'/');
    }

    // Emitting

    void emitPlace(const Place &place)
    {
        std::vector<Emission> found;
        QStringList errors;
        for (const auto &target : place.asked.targets)
            readTarget(place, target, found, errors);
        if (!errors.isEmpty())
            noteFailure(place, errors);
        if (errors.isEmpty()) {
            if (m_options.keepLastGood)
                m_goodEmissions.insert(place.key, found);
        } else if (!m_options.keepNeighbours) {
            found.clear();
        }
        for (const Emission &emission : found)
            claim(place, emission);
        if (!errors.isEmpty() && m_options.keepLastGood)
            claimLastGood(place, found, errors);
    }

    /// What this place brought when it last read cleanly and does not bring now: a document that is not YAML any more
    /// cannot say which entity it was. Kept, with what is wrong in its status.
    void claimLastGood(const Place &place, const std::vector<Emission> &found, const QStringList &errors)
    {
        QSet<QString> brought;
        for (const Emission &emission : found)
            brought.insert(emission.document().ref);
        for (const Emission &emission : m_goodEmissions.value(place.key)) {
            const QString ref = emission.document().ref;
            if (brought.contains(ref) || m_claims.contains(ref))
                continue;
            claim(place, emission);
            Claim &kept = m_claims[ref];
            kept.errors.assign(errors.begin(), errors.end());
            kept.lastGood = true;
        }
    }

    void readTarget(const Place &place, const LocationTargets::Target &target, std::vector<Emission> &found, QStringList &errors)
    {
        const LocationRef ref = targetOf(place, target);
        if (!isReadable(place, ref)) {
            const QString why = endsInSlash(ref)
                ? u"\"%1\" is a folder; name a file in it"_s.arg(target.written)
                : u"a Location of type \"%1\" cannot be followed from here; write \"type: url\", or leave the type out"_s.arg(
                      place.type);
            noteTarget(place, target, why, u"LocationType"_s);
            errors.append(why);
            return;
        }
        const FileStore::Loaded &loaded = *m_loaded.constFind(keyOf(ref));
        if (loaded.error) {
            if (loaded.error->code == ErrorCode::NotFound && place.asked.optional)
                return;
            const QString why = withoutFile(*loaded.error, ref.target);
            noteTarget(place, target, why, u"Unreadable"_s);
            errors.append(why);
            return;
        }
        for (const FileResultPtr &file : loaded.files)
            takeFile(place, file, found, errors);
    }

    void takeFile(const Place &place, const FileResultPtr &file, std::vector<Emission> &found, QStringList &errors)
    {
        for (size_t i = 0; i < file->documents.size(); ++i) {
            const DocumentResult &document = file->documents[i];
            if (document.outcome == Outcome::Refused) {
                for (const Violation &violation : document.violations)
                    errors.append(sentence(violation));
            } else if (document.outcome != Outcome::Empty) {
                found.push_back({ file, i, place.origin });
            }
        }
        if (file->isRefused())
            noteRefused(*file);
    }

    /// A file is reported once, by however many Locations it is read.
    void noteRefused(const FileResult &file)
    {
        if (m_refusedFiles.contains(file.location))
            return;
        m_refusedFiles.insert(file.location);
        for (const DocumentResult &document : file.documents) {
            if (document.outcome == Outcome::Refused)
                addProblems(file, document, Severity::Error);
        }
    }

    void noteFailure(const Place &place, const QStringList &errors)
    {
        if (place.entity) {
            const QString ref = place.entity->document().ref;
            m_claims[ref].errors.assign(errors.begin(), errors.end());
            return; // rejected when the catalog is put together
        }
        Rejection rejection { place.key, place.localPath, 0, {}, errors, m_loaded.value(keyOf(place.base)).error.has_value() };
        for (const FileResultPtr &file : m_loaded.value(keyOf(place.base)).files) {
            const auto bad = std::find_if(file->documents.begin(), file->documents.end(),
                [](const DocumentResult &d) { return d.outcome == Outcome::Refused; });
            rejection.document = bad == file->documents.end() ? 0 : bad->document;
            rejection.isDescriptor = std::any_of(file->documents.begin(), file->documents.end(), isMap);
        }
        m_made.rejected.push_back(std::move(rejection));
    }

    void noteTarget(const Place &place, const LocationTargets::Target &target, const QString &why, const QString &rule)
    {
        Problem problem { Severity::Error, rule, why, target.field, place.key, {}, 0, 0, 0, {} };
        if (place.entity) {
            const Emission &entity = *place.entity;
            problem.location = entity.file->location;
            problem.path = entity.file->localPath;
            problem.document = entity.document().document;
            problem.line = target.at.line;
            problem.column = target.at.column;
            problem.entityRef = entity.document().ref;
        }
        m_made.problems.push_back(std::move(problem));
    }

    // Claiming

    void claim(const Place &place, const Emission &emission)
    {
        const DocumentResult &document = emission.document();
        if (place.entity && place.entity->document().ref == document.ref)
            return; // a Location does not bring itself
        const auto known = m_claims.find(document.ref);
        if (known == m_claims.end()) {
            m_claims.insert(document.ref, { emission, {}, false, false });
            m_order.push_back(document.ref);
            follow(document.ref);
            return;
        }
        const Emission &holder = known->emission;
        if (holder.file->location != emission.file->location) {
            noteConflict(emission, holder);
            return;
        }
        if (holder.index == emission.index)
            return;
        if (holder.index < emission.index)
            replace(document.ref, emission);
    }

    /// Two documents of one file with one ref: Backstage keeps the last.
    void replace(const QString &ref, const Emission &emission)
    {
        Claim &claim = m_claims[ref];
        const DocumentResult &old = claim.emission.document();
        addProblem(*claim.emission.file, old, Severity::Warning,
            { Stage::Policy, u"Duplicate"_s, u"/metadata/name"_s,
                u"%1 is described again further down in this file, and that one counts; rename or remove one"_s.arg(ref),
                old.start.line, old.start.column });
        claim.emission = emission;
        claim.followed = false;
        follow(ref);
    }

    void noteConflict(const Emission &emission, const Emission &holder)
    {
        const QString key = emission.file->location + u'#' + QString::number(emission.index);
        if (m_conflicts.contains(key))
            return;
        m_conflicts.insert(key);
        const DocumentResult &document = emission.document();
        addProblem(*emission.file, document, Severity::Warning,
            { Stage::Policy, u"Conflict"_s, u"/metadata/name"_s,
                u"%1 is already described at %2, and that one counts; rename one, or give it a namespace of its own"_s.arg(
                    document.ref, holder.file->location),
                document.start.line, document.start.column });
    }

    void follow(const QString &ref)
    {
        Claim &claim = m_claims[ref];
        const DocumentResult &document = claim.emission.document();
        if (claim.followed || !document.location)
            return;
        claim.followed = true;
        const auto base = LocationRef::parse(claim.emission.file->location);
        if (!base)
            return;
        const QString type = document.location->type.isEmpty() ? base->type : document.location->type;
        m_queue.push_back({ claim.emission.file->location + u' ' + ref, claim.emission.origin, type, *base,
            *document.location, claim.emission, {} });
        m_total += qsizetype(document.location->targets.size());
    }

    // Putting together

    void assemble()
    {
        m_made.entities.reserve(m_order.size());
        for (const QString &ref : m_order)
            settle(ref);
        m_made.relations.settle();
        std::ranges::sort(m_made.entities, {}, &ProcessedEntity::ref);
    }

    void settle(const QString &ref)
    {
        const Claim &claim = m_claims[ref];
        const DocumentResult &document = claim.emission.document();
        addProblems(*claim.emission.file, document,
            document.outcome == Outcome::Good ? Severity::Warning : Severity::Error);
        QStringList errors(claim.errors.begin(), claim.errors.end());
        if (document.outcome != Outcome::Good) {
            for (const Violation &violation : document.violations)
                errors.append(sentence(violation));
        }
        if (errors.isEmpty()) {
            if (m_options.keepLastGood)
                m_goodEntities.keep(claim.emission);
            serve(claim.emission, {});
            return;
        }
        m_made.rejected.push_back(
            { claim.emission.file->location, claim.emission.file->localPath, document.document, ref, errors, true });
        if (document.outcome == Outcome::Good && (m_options.keepNeighbours || claim.lastGood)) {
            serve(claim.emission, errors);
        } else if (const auto good = m_goodEntities.find(claim.emission.file->location, ref)) {
            serve(*good, errors);
        }
    }

    void serve(const Emission &emission, const QStringList &errors)
    {
        const DocumentResult &document = emission.document();
        ProcessedEntity made;
        made.ref = document.ref;
        made.body = document.body;
        made.origin = emission.origin;
        for (const QString &error : errors)
            made.statusItems.append(statusItem(error));
        made.location = emission.file->location;
        made.localPath = emission.file->localPath;
        made.document = document.document;
        made.line = document.start.line;
        m_made.entities.push_back(std::move(made));
        for (const auto &[field, target] : document.references.unpacked()) {
            m_made.relations.add(document.ref, field->outgoing, target);
            m_made.relations.add(target, field->incoming, document.ref);
        }
    }

    void addProblems(const FileResult &file, const DocumentResult &document, Severity severity)
    {
        for (const Violation &violation : document.violations)
            addProblem(file, document, severity, violation);
    }

    void addProblem(
        const FileResult &file, const DocumentResult &document, Severity severity, const Violation &violation)
    {
        m_made.problems.push_back({ severity, violation.rule, violation.message, violation.field, file.location,
            file.localPath, document.document, violation.line, violation.column, document.ref });
    }

    const EngineOptions &m_options;
    FileStore &m_store;
    QHash<QString, std::vector<Emission>> &m_goodEmissions;
    LastGood &m_goodEntities;
    std::stop_token m_stop;
    const Engine::Progress &m_progress;
    qsizetype m_done = 0;
    qsizetype m_total = 0;
    std::deque<Place> m_queue;
    QHash<QString, FileStore::Loaded> m_loaded;
    QHash<QString, Claim> m_claims;
    std::vector<QString> m_order;
    QSet<QString> m_refusedFiles;
    QSet<QString> m_conflicts;
    ProcessedCatalog m_made;
};

} // namespace

Engine::Engine(EngineOptions options)
    : d(std::make_unique<Data>(std::move(options)))
{
}

Engine::~Engine() = default;

ProcessedCatalog Engine::process(
    const std::vector<Descriptor> &roots, SourceReader *reader, std::stop_token stop, const Progress &progress)
{
    d->store.setReader(reader);
    d->store.beginRun();
    Run run(d->options, d->store, d->goodEmissions, d->goodEntities, std::move(stop), progress);
    ProcessedCatalog made = run.run(roots);
    if (!made.stopped)
        d->store.endRun();
    return made;
}

void Engine::clear()
{
    d->store.clear();
    d->goodEmissions.clear();
    d->goodEntities.clear();
}

} // namespace callboard::catalog
