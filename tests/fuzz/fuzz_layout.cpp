// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layoutstate.h"

#include <cstdint>
#include <cstdlib>

using namespace callboard::ui;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto state = parseLayout(QByteArrayView(data, qsizetype(size)));
    if (!state)
        return 0;
    const auto again = parseLayout(writeLayout(*state));
    if (!again || !(*again == *state))
        std::abort();
    return 0;
}
