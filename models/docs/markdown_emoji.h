// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard::docs::markdown {

/// Whose short names count: the sets of pymdownx.emoji differ in what they know.
enum class EmojiIndex { Emojione = 1, Gemoji = 2, Twemoji = 4 };

/// The characters that `:name:` stands for; empty for a name that is none.
QString emoji(const QString &name, EmojiIndex index);

} // namespace callboard::docs::markdown
