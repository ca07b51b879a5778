# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles with clazy (a clang that knows Qt) where it is there, else with clang; clang-tidy and clang-format follow
# in packaging/cmake/checks.cmake.
find_program(CALLBOARD_CLAZY NAMES clazy)
find_program(CALLBOARD_CLANG NAMES clang++-19 clang++-20 clang++-21 clang++ REQUIRED)
if(CALLBOARD_CLAZY)
    set(CMAKE_CXX_COMPILER ${CALLBOARD_CLAZY})
else()
    set(CMAKE_CXX_COMPILER ${CALLBOARD_CLANG})
endif()
