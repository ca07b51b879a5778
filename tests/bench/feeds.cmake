# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The real window's event loop, while fifty feeds pull from servers that do all that servers can do wrong.
if(TARGET callboard_ui AND TARGET fixture_reader)
    add_executable(feeds_bench feeds_bench.cpp eventwatch.h)
    set_target_properties(feeds_bench PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_link_libraries(feeds_bench PRIVATE callboard_ui callboard_testkit callboard_testserver callboard_flags)
    target_compile_definitions(feeds_bench PRIVATE FIXTURES="${PROJECT_BINARY_DIR}/tests/unit/sync/fixtures")
    add_dependencies(feeds_bench fixture_reader)
    add_test(NAME feeds_bench_small COMMAND feeds_bench --entities 200 --seconds 1)
    set_tests_properties(feeds_bench_small PROPERTIES LABELS bench TIMEOUT 120 ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endif()
