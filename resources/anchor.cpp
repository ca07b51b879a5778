// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A static library needs one object of its own; the resources come as objects beside it.
namespace callboard {
int resourcesAnchor();
int resourcesAnchor()
{
    return 0;
}
} // namespace callboard
