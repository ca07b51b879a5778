// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/modeloptions.h"

namespace callboard::ctl {

using namespace Qt::StringLiterals;

std::expected<catalog::ValidationOptions, QString> validationOptions(const Arguments &arguments)
{
    catalog::ValidationOptions options;
    const QString model = arguments.value(u"model"_s);
    if (model == u"alpha")
        options.model = catalog::Model::Alpha;
    else if (!model.isEmpty() && model != u"default")
        return std::unexpected(u"--model is \"default\" or \"alpha\", not \"%1\""_s.arg(model));
    options.allowedKinds = arguments.values(u"allow-kind"_s);
    return options;
}

} // namespace callboard::ctl
