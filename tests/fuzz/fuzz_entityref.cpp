// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entityref.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using callboard::domain::EntityRef;

namespace {

void check(QStringView text, const EntityRef::Defaults &defaults)
{
    const auto ref = EntityRef::parse(text, defaults);
    if (!ref)
        return;
    const auto again = EntityRef::parse(ref->toString());
    if (!again || !(*again == *ref) || again->toString() != ref->toString())
        std::abort();
    const auto shortest = EntityRef::parse(ref->humanised(defaults), defaults);
    if (!shortest || !(*shortest == *ref) || qHash(*shortest) != qHash(*ref))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    check(text, {});
    check(text, {.kind = u"Component"_s, .ns = u"default"_s});
    check(text, {.kind = u"group"_s, .ns = u"Payments"_s});
    return 0;
}
