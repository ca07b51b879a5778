// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/engine.h"

#include "models/catalog/targets.h"

#include <algorithm>
#include <deque>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Problem;
using domain::Severity;
using Outcome = DocumentResult::Outcome;

namespace {

/// A document that claims its ref, and the root it came from.
struct Emission {
    DocumentAt at;
    quint32 ref = 0;    ///< A name, as is:
    quint32 origin = 0; ///< Location ref.
    bool leads = false; ///< It is a good Location.
};

/// What a place brought when it last read cleanly, and of a Location the document that it was then.
struct GoodReading {
    std::vector<FileResultPtr> files;
    DocumentAt location;
};
/// By the place's key: of Locations, and of roots that do not read cleanly now.
using GoodReadings = QHash<QString, GoodReading>;

QString sentence(const Violation &violation)
{
    return violation.field.isEmpty() ? violation.message : QString(violation.field + u": " + violation.message);
}

QString withoutFile(const domain::Error &error, const QString &target)
{
    if (error.code == ErrorCode::NotFound)
        return u"there is nothing at %1"_s.arg(target);
    return u"%1 cannot be read: %2"_s.arg(target, error.detail);
}

} // namespace

/// What outlives a run.
struct Engine::Data {
    explicit Data(EngineOptions given)
        : options(std::move(given))
        , store(options, nullptr)
    {
    }

    const EngineOptions options;
    FileStore store;
    GoodReadings good;
};

namespace {

/// One run: follows the Locations from the roots, then puts the catalog together.
class Run final {
public:
    Run(const EngineOptions &options, FileStore &store, GoodReadings &good, std::stop_token stop, const Engine::Progress &progress)
        : m_options(options)
        , m_store(store)
        , m_good(good)
        , m_stop(std::move(stop))
        , m_targets(store, options.threads, m_stop, progress)
    {
    }

    ProcessedCatalog run(const std::vector<Descriptor> &roots)
    {
        takeRoots(roots);
        while (!m_queue.empty() && !isStopped()) {
            std::deque<Place> level = std::move(m_queue);
            m_queue.clear();
            std::erase_if(level, [this](const Place &place) { return isReplaced(place); });
            loadLevel(level);
            for (const Place &place : level)
                emitPlace(place);
        }
        if (!isStopped())
            assemble();
        return std::move(m_made);
    }

private:
    /// Something that is read: a root, or a Location entity.
    struct Place {
        QString key;    ///< Stable between runs.
        quint32 origin; ///< Location ref of the root, a name.
        QString type;   ///< Of the targets.
        LocationRef base;
        LocationTargets asked;
        std::optional<Emission> entity; ///< Unset for a root.
        QString localPath; ///< Of a root's file.
    };

    /// An entity that holds its ref.
    struct Claim {
        Emission emission;
        QStringList errors; ///< Of a Location: what could not be read.
        bool followed = false;
        bool lastGood = false; ///< As it was in an earlier run; its place does not read cleanly now.
    };

    /// Once it is, the run stays so.
    bool isStopped() { return m_made.stopped = m_made.stopped || m_stop.stop_requested(); }

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
            Place place { root.location, m_names->idOf(root.location), location.type, location, {}, std::nullopt, root.localPath };
            place.asked.targets.push_back({ location.target, QString(), {} });
            m_queue.push_back(std::move(place));
        }
        m_targets.expect(qsizetype(m_queue.size()));
    }

    // Reading

    LocationRef targetOf(const Place &place, const LocationTargets::Target &target) const
    {
        if (!place.entity)
            return place.base;
        return { place.type, absoluteTarget(m_options.hosts, place.base, place.type, target.written) };
    }

    void loadLevel(const std::deque<Place> &level)
    {
        std::vector<LocationRef> wanted;
        for (const Place &place : level) {
            for (const auto &target : place.asked.targets) {
                LocationRef ref = targetOf(place, target);
                if (isReadable(place, ref))
                    wanted.push_back(std::move(ref));
            }
        }
        m_targets.load(wanted);
    }

    /// Backstage reads what a URL leads to, and from a file further files; never a file from a URL.
    static bool isReadable(const Place &place, const LocationRef &target)
    {
        return !place.entity || (isOfAllowedType(place) && !endsInSlash(target));
    }

    static bool isOfAllowedType(const Place &place) { return place.type == u"url" || place.type == place.base.type; }

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
        if (place.entity && place.asked.targets.empty() && !isOfAllowedType(place))
            refuseType(place, { {}, u"/spec/type"_s, documentAt(place.entity->at).start }, errors);
        if (!errors.isEmpty())
            noteFailure(place, errors);
        if (m_options.keepLastGood)
            keepReading(place, found, errors.isEmpty());
        if (!errors.isEmpty() && !m_options.keepNeighbours)
            found.clear();
        for (const Emission &emission : found)
            claim(place, emission);
        if (!errors.isEmpty() && m_options.keepLastGood)
            claimLastGood(place, found, errors);
    }

    void keepReading(const Place &place, const std::vector<Emission> &found, bool isClean)
    {
        if (isClean) {
            if (place.entity)
                m_nextGood.insert(place.key, { filesOf(found), place.entity->at });
        } else if (const auto known = m_good.constFind(place.key); known != m_good.cend()) {
            if (!m_nextGood.contains(place.key))
                m_nextGood.insert(place.key, *known);
        } else if (const FileResultPtr before = place.entity ? nullptr : m_store.before(place.key)) {
            if (!isRefused(documentsOf(before)))
                m_nextGood.insert(place.key, { { before }, {} });
        }
    }

    static std::vector<FileResultPtr> filesOf(const std::vector<Emission> &found)
    {
        std::vector<FileResultPtr> files;
        for (const Emission &emission : found) {
            if (files.empty() || files.back() != emission.at.file)
                files.push_back(emission.at.file);
        }
        return files;
    }

    /// What this place brought when it last read cleanly and does not bring now: a document that is not YAML any more
    /// cannot say which entity it was. Kept, with what is wrong in its status.
    void claimLastGood(const Place &place, const std::vector<Emission> &found, const QStringList &errors)
    {
        QSet<quint32> brought;
        for (const Emission &emission : found)
            brought.insert(emission.ref);
        std::vector<Emission> good;
        for (const FileResultPtr &file : formerFiles(place))
            takeDocuments(place, file, good);
        for (const Emission &emission : good) {
            if (brought.contains(emission.ref) || claimOf(emission.ref))
                continue;
            claim(place, emission);
            Claim &kept = *claimOf(emission.ref);
            kept.errors = errors;
            kept.lastGood = true;
        }
    }

    /// A target that cannot be read is what it was also where its neighbours never let the place read cleanly.
    std::vector<FileResultPtr> formerFiles(const Place &place)
    {
        std::vector<FileResultPtr> files;
        for (const auto &target : place.asked.targets) {
            const LocationRef ref = targetOf(place, target);
            if (m_options.keepNeighbours && isReadable(place, ref))
                addFormerFiles(unreadOf(place, ref), files);
        }
        const std::vector<FileResultPtr> clean = m_nextGood.value(place.key).files;
        files.insert(files.end(), clean.begin(), clean.end());
        return files;
    }

    void addFormerFiles(const std::vector<FileStore::Unread> &unread, std::vector<FileResultPtr> &files)
    {
        for (const FileStore::Unread &one : unread) {
            for (const QString &location : one.files) {
                if (FileResultPtr before = m_store.before(location))
                    files.push_back(std::move(before));
            }
        }
    }

    /// What of a target was not read, without what need not be there.
    std::vector<FileStore::Unread> unreadOf(const Place &place, const LocationRef &target) const
    {
        std::vector<FileStore::Unread> unread = m_targets.of(target).unread;
        std::erase_if(unread, [&](const FileStore::Unread &one) { return one.error.code == ErrorCode::NotFound && place.asked.optional; });
        return unread;
    }

    void readTarget(const Place &place, const LocationTargets::Target &target, std::vector<Emission> &found, QStringList &errors)
    {
        const LocationRef ref = targetOf(place, target);
        if (!isReadable(place, ref)) {
            refuseType(place, target, errors);
            return;
        }
        for (const FileStore::Unread &unread : unreadOf(place, ref)) {
            const QString why = withoutFile(unread.error, unread.target);
            noteTarget(place, target, why, u"Unreadable"_s);
            errors.append(why);
            m_unread += unread.files;
        }
        for (const FileResultPtr &file : m_targets.of(ref).files)
            takeFile(place, file, found, errors);
    }

    /// Backstage refuses a type even of a Location that names nothing.
    void refuseType(const Place &place, const LocationTargets::Target &target, QStringList &errors)
    {
        const QString why = isOfAllowedType(place)
            ? u"\"%1\" is a folder; name a file in it"_s.arg(target.written)
            : u"a Location of type \"%1\" cannot be followed from here; write \"type: url\", or leave the type out"_s.arg(place.type);
        noteTarget(place, target, why, u"LocationType"_s);
        errors.append(why);
    }

    void takeFile(const Place &place, const FileResultPtr &file, std::vector<Emission> &found, QStringList &errors)
    {
        takeDocuments(place, file, found);
        if (!isRefused(documentsOf(file)))
            return;
        for (const DocumentResult &document : documentsOf(file)) {
            for (const Violation &violation : document.violations) {
                if (document.outcome == Outcome::Refused)
                    errors.append(sentence(violation));
            }
        }
        noteRefused(file);
    }

    void takeDocuments(const Place &place, const FileResultPtr &file, std::vector<Emission> &found)
    {
        quint32 index = 0;
        for (const DocumentResult &document : documentsOf(file)) {
            if (document.outcome == Outcome::Failed || document.outcome == Outcome::Good)
                found.push_back({ { file, index }, m_names->idOf(document.ref), place.origin, document.location.has_value() });
            ++index;
        }
    }

    /// Until it is asked for another file's. What one file holds is asked for many times in a row.
    const std::vector<DocumentResult> &documentsOf(const FileResultPtr &file)
    {
        if (m_unpackedFile != file) {
            m_unpacked = file->documents.unpacked();
            m_unpackedFile = file;
        }
        return m_unpacked;
    }

    DocumentResult documentAt(const DocumentAt &at) { return documentsOf(at.file)[at.index]; }

    /// A file is reported once, by however many Locations it is read.
    void noteRefused(const FileResultPtr &file)
    {
        if (m_refusedFiles.contains(file->location))
            return;
        m_refusedFiles.insert(file->location);
        quint32 index = 0;
        for (const DocumentResult &document : documentsOf(file)) {
            for (const Violation &violation : document.violations) {
                if (document.outcome == Outcome::Refused)
                    addProblem({ file, index }, document, Severity::Error, violation);
            }
            ++index;
        }
    }

    void noteFailure(const Place &place, const QStringList &errors)
    {
        if (place.entity) {
            claimOf(place.entity->ref)->errors = errors;
            return; // rejected when the catalog is put together
        }
        const FileStore::Loaded &loaded = m_targets.of(place.base);
        Rejection rejection { place.key, place.localPath, 0, {}, errors, !loaded.unread.empty() };
        for (const FileResultPtr &file : loaded.files) {
            const std::vector<DocumentResult> &documents = documentsOf(file);
            const auto bad = std::ranges::find(documents, Outcome::Refused, &DocumentResult::outcome);
            rejection.document = bad == documents.end() ? 0 : int(bad - documents.begin());
            rejection.isDescriptor = std::ranges::any_of(documents, isMap);
        }
        m_made.rejected.push_back(std::move(rejection));
    }

    void noteTarget(const Place &place, const LocationTargets::Target &target, const QString &why, const QString &rule)
    {
        Problem problem { Severity::Error, rule, why, target.field, place.key, {}, 0, 0, 0, {} };
        if (place.entity) {
            const Emission &entity = *place.entity;
            problem.location = entity.at.file->location;
            problem.path = entity.at.file->localPath;
            problem.document = int(entity.at.index);
            problem.line = target.at.line;
            problem.column = target.at.column;
            problem.entityRef = m_names->at(entity.ref);
        }
        m_made.problems.push_back(std::move(problem));
    }

    // Claiming

    Claim *claimOf(quint32 ref)
    {
        const quint32 number = ref < m_claimOf.size() ? m_claimOf[ref] : 0;
        return number == 0 ? nullptr : &m_claims[number - 1];
    }

    void claim(const Place &place, const Emission &emission)
    {
        if (place.entity && place.entity->ref == emission.ref)
            return; // a Location does not bring itself
        Claim *known = claimOf(emission.ref);
        if (!known) {
            m_claimOf.resize(std::max<size_t>(m_claimOf.size(), emission.ref + 1));
            m_claims.push_back({ emission, {}, false, false });
            m_claimOf[emission.ref] = quint32(m_claims.size());
            follow(m_claims.back());
            return;
        }
        const DocumentAt &holder = known->emission.at;
        if (holder.file->location != emission.at.file->location)
            noteConflict(emission, *holder.file);
        else if (holder.index < emission.at.index)
            replace(*known, emission);
    }

    /// Two documents of one file with one ref: Backstage keeps the last.
    void replace(Claim &claim, const Emission &emission)
    {
        const DocumentResult old = documentAt(claim.emission.at);
        addProblem(claim.emission.at, old, Severity::Warning,
            { Stage::Policy, u"Duplicate"_s, u"/metadata/name"_s,
                u"%1 is described again further down in this file, and that one counts; rename or remove one"_s.arg(old.ref),
                old.start.line, old.start.column });
        claim.emission = emission;
        claim.followed = false;
        follow(claim);
    }

    void noteConflict(const Emission &emission, const FileResult &holder)
    {
        const QString key = emission.at.file->location + u'#' + QString::number(emission.at.index);
        if (m_conflicts.contains(key))
            return;
        m_conflicts.insert(key);
        const DocumentResult document = documentAt(emission.at);
        addProblem(emission.at, document, Severity::Warning,
            { Stage::Policy, u"Conflict"_s, u"/metadata/name"_s,
                u"%1 is already described at %2, and that one counts; rename one, or give it a namespace of its own"_s.arg(
                    document.ref, holder.location),
                document.start.line, document.start.column });
    }

    /// A Location that is described again further down in its file leads nowhere.
    bool isReplaced(const Place &place) { return place.entity && claimOf(place.entity->ref)->emission.at != place.entity->at; }

    /// Of the place that a Location is.
    QString keyOf(const Emission &location) const
    {
        return location.at.file->location + u' ' + m_names->at(location.ref);
    }

    void follow(Claim &claim)
    {
        const Emission &emission = claim.emission;
        if (claim.followed || !emission.leads)
            return;
        claim.followed = true;
        const auto base = LocationRef::parse(emission.at.file->location);
        if (!base)
            return;
        LocationTargets asked = *documentAt(emission.at).location;
        const QString type = asked.type.isEmpty() ? base->type : asked.type;
        m_targets.expect(qsizetype(asked.targets.size()));
        m_queue.push_back({ keyOf(emission), emission.origin, type, *base, std::move(asked), emission, {} });
    }

    // Putting together

    void assemble()
    {
        keepUnread();
        m_made.entities.reserve(m_claims.size());
        for (auto claim = m_claims.begin(); claim != m_claims.end() && !isStopped(); ++claim)
            settle(*claim);
        serveFormer();
        m_made.relations.settle();
        m_made.entities.settle();
        if (!isStopped())
            m_good = std::move(m_nextGood);
    }

    /// What a file last had in order is known by the file: one that cannot be read now may come back broken.
    void keepUnread()
    {
        for (const QString &location : m_unread)
            m_store.keep(location);
        for (const GoodReading &reading : std::as_const(m_nextGood))
            keepFiles(reading);
    }

    void keepFiles(const GoodReading &reading)
    {
        for (const FileResultPtr &file : reading.files)
            m_store.keep(file->location);
    }

    void settle(const Claim &claim)
    {
        const DocumentAt &at = claim.emission.at;
        const DocumentResult document = documentAt(at);
        QStringList errors = claim.errors;
        for (const Violation &violation : document.violations) {
            const bool refuses = document.outcome != Outcome::Good || violation.stage == Stage::Stitch;
            addProblem(at, document, refuses ? Severity::Error : Severity::Warning, violation);
            if (refuses)
                errors.append(sentence(violation));
        }
        if (errors.isEmpty()) {
            serve(claim.emission, document, {});
            return;
        }
        m_made.rejected.push_back({ at.file->location, at.file->localPath, int(at.index), document.ref, errors, true });
        if (document.outcome == Outcome::Good && (m_options.keepNeighbours || claim.lastGood)) {
            serve(claim.emission, document, errors);
        } else if (auto good = lastGood(claim.emission, document.ref)) {
            m_former.emplace_back(std::move(*good), std::move(errors));
        } else if (document.outcome == Outcome::Good && claim.errors.isEmpty()) {
            relate(claim.emission, document); // Backstage did so before it saw that it cannot serve it
        }
    }

    /// File by file: of a large one, many may break at once, and were good in many versions.
    void serveFormer()
    {
        std::ranges::sort(m_former, {}, [](const auto &former) { return former.first.at.file.get(); });
        for (auto former = m_former.begin(); former != m_former.end() && !isStopped(); ++former) {
            const DocumentResult document = documentAt(former->first.at);
            if (document.location.has_value() == former->first.leads)
                serve(former->first, document, former->second);
        }
    }

    /// A Location was good when all that it leads to could be read; any other entity when its document was.
    std::optional<Emission> lastGood(const Emission &now, const QString &ref)
    {
        const QString key = keyOf(now);
        for (const GoodReadings *readings : { &std::as_const(m_nextGood), &std::as_const(m_good) }) {
            if (const auto found = readings->constFind(key); found != readings->cend()) {
                const GoodReading good = *found;
                m_nextGood.insert(key, good);
                keepFiles(good);
                return Emission { good.location, now.ref, now.origin, true };
            }
        }
        const auto found = m_store.lastGood(now.at.file->location, ref);
        return found ? std::optional(Emission { *found, now.ref, now.origin, false }) : std::nullopt;
    }

    void serve(const Emission &emission, const DocumentResult &document, const QStringList &errors)
    {
        m_made.entities.add(emission.at, document.start.line, emission.ref, emission.origin, errors);
        relate(emission, document);
    }

    void relate(const Emission &emission, const DocumentResult &document)
    {
        for (const auto &[field, target] : document.references) {
            const quint32 other = m_names->idOf(target);
            m_made.relations.add(emission.ref, field->outgoing, other);
            m_made.relations.add(other, field->incoming, emission.ref);
        }
    }

    void addProblem(const DocumentAt &at, const DocumentResult &document, Severity severity, const Violation &violation)
    {
        m_made.problems.push_back({ severity, violation.rule, violation.message, violation.field, at.file->location,
            at.file->localPath, int(at.index), violation.line, violation.column, document.ref });
    }

    const EngineOptions &m_options;
    FileStore &m_store;
    GoodReadings &m_good;    ///< Of the runs before.
    GoodReadings m_nextGood; ///< Of the places that are still there.
    std::stop_token m_stop;
    Targets m_targets;
    std::deque<Place> m_queue;
    QStringList m_unread; ///< Location refs of files.
    FileResultPtr m_unpackedFile;
    std::vector<DocumentResult> m_unpacked; ///< Of that file.
    const std::shared_ptr<NameTable> m_names = std::make_shared<NameTable>();
    std::deque<Claim> m_claims;     ///< In the order in which they were made.
    std::vector<std::pair<Emission, QStringList>> m_former; ///< What is served as it was, with what is wrong now.
    std::vector<quint32> m_claimOf; ///< By ref: one more than the place in `m_claims`; 0: none.
    QSet<QString> m_refusedFiles;
    QSet<QString> m_conflicts;
    ProcessedCatalog m_made { .entities = ProcessedEntities(m_names), .relations = RelationTable(m_names) };
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
    Run run(d->options, d->store, d->good, std::move(stop), progress);
    ProcessedCatalog made = run.run(roots);
    if (!made.stopped)
        d->store.endRun();
    return made;
}

void Engine::clear()
{
    d->store.clear();
    d->good.clear();
}

} // namespace callboard::catalog
