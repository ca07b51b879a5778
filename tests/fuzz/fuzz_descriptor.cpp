// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a descriptor through the whole engine: read, substituted, validated, related.
#include "models/catalog/engine.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Descriptor file;
    file.location = u"url:https://git.example.com/acme/shop/blob/main/catalog-info.yaml"_s;
    file.text = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    EngineOptions options;
    options.threads = 1;
    options.model = size % 2 ? Model::Alpha : Model::Default;
    options.keepUnknownKinds = size % 3 == 0;
    options.keepNeighbours = size % 5 == 0;
    Engine engine(options);
    const ProcessedCatalog first = engine.process({file}, nullptr);
    const ProcessedCatalog second = engine.process({file}, nullptr);
    // What is kept from one run to the next must not change what comes out.
    if (first.entities.size() != second.entities.size() || first.rejected.size() != second.rejected.size())
        std::abort();
    return 0;
}
