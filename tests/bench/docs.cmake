# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(docs_bench docs_bench.cpp)
set_target_properties(docs_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_link_libraries(docs_bench PRIVATE callboard_search callboard_flags)
# Kept working; its figures are of no worth on a machine that runs other tests.
add_test(NAME docs_bench_small COMMAND docs_bench --sizes 200 --rounds 1)
set_tests_properties(docs_bench_small PROPERTIES LABELS bench TIMEOUT 120)
