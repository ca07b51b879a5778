// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Dynamic properties by which widgets tell the style what they are. Set through the functions in style.h.
namespace callboard::ui::property {
inline constexpr char role[] = "callboard-role";
inline constexpr char small[] = "callboard-small";
inline constexpr char surface[] = "callboard-surface";
inline constexpr char invalid[] = "callboard-invalid";
/// On a tab bar: the pane under it has the keyboard.
inline constexpr char keyboard[] = "callboard-keyboard";
/// On a tab bar inside a page: no surface of its own, the accent line below (as in the entity page).
inline constexpr char inlineTabs[] = "callboard-inline-tabs";
/// On a tab bar: int, how little room there is. 1: less around the words; 2: icons only on the tab in front.
inline constexpr char cramped[] = "callboard-cramped";
} // namespace callboard::ui::property
