// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/validate.h"

#include "models/catalog/advice.h"
#include "models/catalog/casetwins.h"
#include "models/catalog/fieldformat.h"
#include "models/catalog/kinds.h"
#include "models/catalog/relations.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using Rule = SchemaError::Rule;

namespace {

/// JavaScript lists keys that are array indexes first, in numeric order, then the others as they were written.
void sortAsWritten(const YamlDocument &document, const QString &pointer, QStringList &keys)
{
    const auto index = [](const QString &key) {
        bool ok = false;
        const uint value = key.toUInt(&ok);
        return ok && QString::number(value) == key ? qint64(value) : qint64(-1);
    };
    const auto place = [&](const QString &key) {
        const Position at = document.at(QString(pointer + u'/' + pointerSegment(key)));
        return std::pair(at.line, at.column);
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const QString &a, const QString &b) {
        const qint64 left = index(a);
        const qint64 right = index(b);
        if (left >= 0 || right >= 0)
            return right < 0 || (left >= 0 && left < right);
        return place(a) < place(b);
    });
}

Violation fromSchema(Stage stage, const QString &rule, const SchemaError &error, const QJsonValue &entity)
{
    return { stage, rule, error.field(), adviceFor(error, entity), 0, 0 };
}

class Validator final {
public:
    Validator(const QJsonValue &entity, const ValidationOptions &options, const YamlDocument *document)
        : m_entity(entity)
        , m_options(options)
    {
        if (document)
            m_context.order = [document](const QString &at, QStringList &keys) { sortAsWritten(*document, at, keys); };
    }

    Verdict run()
    {
        checkEnvelope();
        checkPolicies();
        checkKind();
        checkRelations();
        checkTwins();
        return finished();
    }

private:
    // One list per stage; what Backstage names first stands first. Later stages repeat much of what earlier ones said.
    void add(Violation violation)
    {
        const bool known = std::any_of(m_found.begin(), m_found.end(), [&](const Violation &other) {
            return other.field == violation.field
                && (other.message == violation.message || other.rule == violation.rule
                    || violation.stage == Stage::Relation || violation.rule == u"FieldFormat");
        });
        if (!known)
            m_found.push_back(std::move(violation));
    }

    void addAll(Stage stage, const QString &rule, const std::vector<SchemaError> &errors)
    {
        for (const SchemaError &error : errors)
            add(fromSchema(stage, rule, error, m_entity));
    }

    void checkEnvelope()
    {
        const auto errors = check(envelopeSchema(), m_entity, m_context);
        m_refused |= !errors.empty();
        addAll(Stage::Envelope, u"Envelope"_s, errors);
    }

    void checkPolicies()
    {
        const auto errors = check(entitySchema(), m_entity, m_context);
        m_refused |= !errors.empty();
        addAll(Stage::Policy, u"SchemaValid"_s, errors);
        for (const QLatin1StringView key : { "relations"_L1, "status"_L1 }) {
            if (m_entity[key].isUndefined())
                continue;
            m_refused = true;
            add({ Stage::Policy, u"UnknownField"_s, u'/' + key,
                u"\"%1\" is made by the catalog and may not be written; remove it"_s.arg(key), 0, 0 });
        }
        auto formats = checkFieldFormats(m_entity.toObject(), m_context);
        m_refused |= !formats.empty();
        for (Violation &violation : formats)
            add(std::move(violation));
    }

    QString kindName() const { return m_entity[u"kind"].toString(); }

    /// The common case of a validator that answers "not mine", without asking it.
    bool isClearlyOther(const KindSchema &kind) const
    {
        const auto text = [&](QLatin1StringView key) { return m_entity[key]; };
        const QJsonValue kindValue = text("kind"_L1);
        const QJsonValue version = text("apiVersion"_L1);
        const auto plain = [](const QJsonValue &v) { return v.isUndefined() || (v.isString() && !v.toString().isEmpty()); };
        if (!plain(kindValue) || !plain(version))
            return false;
        return (kindValue.isString() && kindValue.toString() != kind.kind)
            || (version.isString() && !kind.apiVersions.contains(version.toString()));
    }

    /// A validator whose only complaint about kind and apiVersion is that they are others: "not mine".
    static bool isOther(const std::vector<SchemaError> &errors)
    {
        bool any = false;
        for (const SchemaError &error : errors) {
            if (error.pointer != u"/kind" && error.pointer != u"/apiVersion")
                continue;
            if (error.rule != Rule::Enum)
                return false;
            any = true;
        }
        return any;
    }

    bool isTyped(const KindSchema &kind) const
    {
        const QString type = m_entity[u"spec"][u"type"].toString();
        if (kind.specType.isEmpty()) {
            const auto &all = kindSchemas(m_options.model);
            return std::none_of(all.begin(), all.end(), [&](const KindSchema &other) {
                return !other.specType.isEmpty() && other.kind == kind.kind && other.specType == type;
            });
        }
        return kind.specType == type;
    }

    void checkKind()
    {
        bool recognised = false;
        for (const KindSchema &kind : kindSchemas(m_options.model)) {
            if (isClearlyOther(kind) || !isTyped(kind))
                continue;
            const auto errors = check(*kind.schema, m_entity, m_context);
            if (isOther(errors))
                continue;
            m_refused |= !errors.empty();
            addAll(Stage::Kind, kind.kind, errors);
            recognised = true;
            break;
        }
        if (recognised)
            return;
        if (m_options.allowedKinds.contains(kindName(), Qt::CaseInsensitive)) {
            m_ownKind = true;
            return;
        }
        m_knownKind = false;
        m_refused = true;
        add({ Stage::Kind, u"UnknownKind"_s, u"/kind"_s,
            adviceForKind(kindName(), m_entity[u"apiVersion"].toString(), m_options.model), 0, 0 });
    }

    void checkRelations()
    {
        if (!m_entity[u"metadata"].isObject() || !m_knownKind)
            return;
        for (Violation &violation : ownRelations(m_entity.toObject(), m_options.model, m_ownKind).violations)
            add(std::move(violation));
    }

    void checkTwins()
    {
        const auto twins = m_refused ? std::nullopt : caseTwins(m_entity.toObject());
        if (twins)
            add({ Stage::Stitch, u"CaseTwins"_s, twins->pointer,
                u"\"%1\" and \"%2\" differ only in capitals, and a portal shows no entity that has both; rename one"_s.arg(
                    twins->other, twins->path),
                0, 0 });
    }

    /// At most `maxViolations`, but never without the first one of a stage.
    Verdict finished()
    {
        Verdict verdict;
        verdict.valid = !m_refused;
        verdict.knownKind = m_knownKind;
        std::vector<size_t> kept;
        const auto keep = [&](auto wanted) {
            for (size_t i = 0; i < m_found.size() && kept.size() < maxViolations; ++i) {
                if (std::find(kept.begin(), kept.end(), i) == kept.end() && wanted(i))
                    kept.push_back(i);
            }
        };
        keep([&](size_t i) { return i == 0 || m_found[i].stage != m_found[i - 1].stage; });
        keep([](size_t) { return true; });
        std::sort(kept.begin(), kept.end());
        for (const size_t i : kept)
            verdict.violations.push_back(std::move(m_found[i]));
        return verdict;
    }

    const QJsonValue &m_entity;
    const ValidationOptions &m_options;
    SchemaContext m_context;
    std::vector<Violation> m_found;
    bool m_refused = false;
    bool m_knownKind = true;
    bool m_ownKind = false;
};

} // namespace

Verdict validate(const QJsonValue &entity, const ValidationOptions &options, const YamlDocument *document)
{
    Verdict verdict = Validator(entity, options, document).run();
    if (document)
        locate(verdict.violations, *document);
    return verdict;
}

void locate(std::vector<Violation> &violations, const YamlDocument &document)
{
    for (Violation &violation : violations) {
        if (violation.line > 0)
            continue;
        const Position at = document.at(violation.field);
        violation.line = at.line;
        violation.column = at.column;
    }
}

QLatin1StringView name(Stage stage)
{
    switch (stage) {
    case Stage::Placeholder:
        return "placeholder"_L1;
    case Stage::Envelope:
        return "envelope"_L1;
    case Stage::Policy:
        return "policy"_L1;
    case Stage::Kind:
        return "kind"_L1;
    case Stage::Relation:
        return "relation"_L1;
    case Stage::Stitch:
        return "stitch"_L1;
    }
    return {};
}

} // namespace callboard::catalog
