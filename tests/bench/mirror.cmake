# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
add_executable(mirror_bench mirror_bench.cpp)
set_target_properties(mirror_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
target_link_libraries(mirror_bench PRIVATE callboard_mirror callboard_testkit callboard_flags)
add_test(NAME mirror_bench_small COMMAND mirror_bench --sizes 1000 --rounds 1)
set_tests_properties(mirror_bench_small PROPERTIES LABELS bench TIMEOUT 120)
