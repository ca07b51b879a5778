# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the lint preset adds to a build: clang-tidy with every compilation, clang-format over every file.
find_program(CALLBOARD_CLANG_TIDY NAMES clang-tidy-19 clang-tidy-20 clang-tidy-21 clang-tidy REQUIRED)
find_program(CALLBOARD_CLANG_FORMAT NAMES clang-format-19 clang-format-20 clang-format-21 clang-format REQUIRED)
set(CMAKE_CXX_CLANG_TIDY ${CALLBOARD_CLANG_TIDY} --quiet)

file(GLOB_RECURSE CALLBOARD_FORMATTED CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/app/*.cpp ${PROJECT_SOURCE_DIR}/app/*.h
    ${PROJECT_SOURCE_DIR}/models/*.cpp ${PROJECT_SOURCE_DIR}/models/*.h
    ${PROJECT_SOURCE_DIR}/plugins/*.cpp ${PROJECT_SOURCE_DIR}/plugins/*.h
    ${PROJECT_SOURCE_DIR}/tests/*.cpp ${PROJECT_SOURCE_DIR}/tests/*.h
    ${PROJECT_SOURCE_DIR}/ui/*.cpp ${PROJECT_SOURCE_DIR}/ui/*.h)
add_custom_target(format-check ALL
    COMMAND ${CALLBOARD_CLANG_FORMAT} --dry-run --Werror ${CALLBOARD_FORMATTED}
    COMMENT "Checking the layout of the code" VERBATIM)
add_custom_target(format
    COMMAND ${CALLBOARD_CLANG_FORMAT} -i ${CALLBOARD_FORMATTED}
    COMMENT "Laying the code out" VERBATIM)
