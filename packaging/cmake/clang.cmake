# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The sanitizer and fuzzer presets need clang, which distributions name with or without its version.
find_program(CALLBOARD_CLANG NAMES clang++-19 clang++-20 clang++-21 clang++ REQUIRED)
set(CMAKE_CXX_COMPILER ${CALLBOARD_CLANG})
