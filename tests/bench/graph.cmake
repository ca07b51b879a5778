# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The relations map without a window: what is on it, and its layout by Graphviz.
add_executable(graph_bench graph_bench.cpp)
set_target_properties(graph_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_link_libraries(graph_bench PRIVATE callboard_graph callboard_search callboard_testkit callboard_flags)
add_test(NAME graph_bench_small COMMAND graph_bench --sizes 1000 --nodes 100 --rounds 1)
set_tests_properties(graph_bench_small PROPERTIES LABELS bench TIMEOUT 120)
