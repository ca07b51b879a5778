// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace callboard::catalog {

/// Which kinds are known.
enum class Model {
    Default, ///< As a default Backstage backend: the nine classic kinds and Template.
    Alpha,   ///< AiResource and the API type mcp-server too.
};

/// Where in Backstage's pipeline a rule is checked. The stages run in this order.
enum class Stage {
    Placeholder,
    Envelope,
    Policy,
    Kind,
    Relation,
    Stitch, ///< When it is put together for those who ask.
};

/// One rule that a document breaks.
struct Violation {
    Stage stage = Stage::Envelope;
    /// Machine name: "Envelope", "SchemaValid", "FieldFormat", "UnknownField", "Component", "UnknownKind", "EntityRef", "CaseTwins", "$text" …
    QString rule;
    QString field;   ///< JSON pointer; of a missing member, where it should be.
    QString message; ///< What is wrong and what to write instead.
    int line = 0;    ///< From 1; 0 where unknown.
    int column = 0;

    bool operator==(const Violation &) const = default;
};

struct ValidationOptions {
    Model model = Model::Default;
    QStringList allowedKinds; ///< An organisation's own kinds, accepted with any spec; without regard to case.
};

/// What one document breaks. `violations` holds at most `maxViolations`; for each stage that refuses the
/// document, what Backstage names first is among them and comes first within the stage.
struct Verdict {
    std::vector<Violation> violations;
    /// No violation but of the stages Relation and Stitch, which Backstage comes to only when it has taken the entity for valid.
    bool valid = true;
    bool knownKind = true;
};

inline constexpr int maxViolations = 6;

/// Answers as the validators of @backstage/catalog-model 1.10 and plugin-scaffolder-common 2.3 do.
/// `document`, where given, supplies the places (and the order in which keys were written).
Verdict validate(const QJsonValue &entity, const ValidationOptions &options, const YamlDocument *document = nullptr);

/// Completes lines and columns that are still unknown from the document's positions.
void locate(std::vector<Violation> &violations, const YamlDocument &document);

QLatin1StringView name(Stage stage);

} // namespace callboard::catalog
