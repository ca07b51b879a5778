# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The Insights pane without a window.
add_executable(insights_bench insights_bench.cpp)
set_target_properties(insights_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_link_libraries(insights_bench PRIVATE callboard_insights callboard_flags)
add_test(NAME insights_bench_small COMMAND insights_bench --sizes 5000 --rounds 1)
set_tests_properties(insights_bench_small PROPERTIES LABELS bench TIMEOUT 120)
