# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The CI pane's list without a window, and logs.
add_executable(builds_bench builds_bench.cpp)
set_target_properties(builds_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_link_libraries(builds_bench PRIVATE callboard_builds callboard_notices callboard_flags)
add_test(NAME builds_bench_small COMMAND builds_bench --sizes 2000 --log 2 --rounds 1)
set_tests_properties(builds_bench_small PROPERTIES LABELS bench TIMEOUT 120)
