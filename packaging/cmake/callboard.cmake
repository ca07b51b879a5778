# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The helper functions of the build, and the flags every target shares.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# No C++20 modules here; looking for them costs a preprocessor run per file and keeps ccache from helping.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CALLBOARD_PLUGIN_DIR ${PROJECT_BINARY_DIR}/plugins/callboard)

include(GNUInstallDirs)

# Both only save time, so a machine without them builds all the same.
find_program(CALLBOARD_CCACHE ccache)
if(CALLBOARD_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ccache)
endif()
find_program(CALLBOARD_MOLD mold)
if(CALLBOARD_MOLD AND NOT DEFINED CMAKE_LINKER_TYPE)
    set(CMAKE_LINKER_TYPE MOLD)
endif()

# Warnings are errors with the compilers we know; a newer one has new warnings, and must build all the same.
set(werror -Werror)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 15)
    OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 20))
    set(werror "")
endif()

# Tests go without -Wconversion: QTRY_COMPARE and QTRY_VERIFY of Qt 6.8 trip over it. What a test itself does costs little; to
# compile it costs most of a build, and half of that is optimising it. Some C libraries warn of checks that need optimisation.
set(is_test $<BOOL:$<TARGET_PROPERTY:CALLBOARD_IS_TEST>>)
add_library(callboard_flags INTERFACE)
target_compile_options(callboard_flags INTERFACE
    -Wall -Wextra $<$<NOT:${is_test}>:-Wconversion> -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual ${werror}
    -fstack-protector-strong -fno-plt "$<${is_test}:-O0;-U_FORTIFY_SOURCE>")
target_compile_definitions(callboard_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    $<$<AND:$<NOT:${is_test}>,$<CONFIG:Release,RelWithDebInfo>>:_FORTIFY_SOURCE=2>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # std::expected and QStringBuilder make GCC 14 warn inside its own headers; and it takes a source file for a header where
    # several are compiled as one, and warns of what that file keeps to itself.
    target_compile_options(callboard_flags INTERFACE -Wno-maybe-uninitialized -Wno-subobject-linkage)
endif()

# callboard_add_library(NAME [SHARED] SOURCES a.cpp … LINK dep … [PRIVATE_LINK dep …])
# One layer of the program. Includes are written from the top of the tree: "models/domain/entity.h".
function(callboard_add_library name)
    cmake_parse_arguments(arg "SHARED" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    if(arg_SHARED)
        add_library(${name} SHARED ${arg_SOURCES})
        target_compile_definitions(${name} PRIVATE ${name}_EXPORTS)
        install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
    else()
        add_library(${name} STATIC ${arg_SOURCES})
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK} callboard_flags)
endfunction()

# callboard_compile_alone(FILE …)
# Several files of a library are compiled as one (presets release and asan; dev, which is for editing, compiles each): what they
# keep to themselves must differ in its names. These files have names in common that suit each of them.
function(callboard_compile_alone)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# callboard_add_integration(ID SOURCES … METADATA file.json [RESOURCES dir-or-qrc …] [LINK dep …])
# One integration: a MODULE that links the SDK and nothing else of ours. Its metadata file is read by the host
# without loading the library; SDK version and id are written into it here, so that they cannot drift.
# A module cannot be linked: tests and fuzzers link ID_parts, which is all of it but the file that makes it one.
function(callboard_add_integration id)
    cmake_parse_arguments(arg "" "METADATA" "SOURCES;LINK" ${ARGN})
    set(parts ${arg_SOURCES})
    list(FILTER parts EXCLUDE REGEX "${id}integration\\.(cpp|h)$")
    list(REMOVE_ITEM arg_SOURCES ${parts})
    add_library(${id}_parts OBJECT ${parts})
    target_include_directories(${id}_parts PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${id}_parts PUBLIC callboard_sdk ${arg_LINK} PRIVATE callboard_flags)
    add_library(${id} MODULE ${arg_SOURCES})
    set(CALLBOARD_INTEGRATION_ID ${id})
    configure_file(${arg_METADATA} ${CMAKE_CURRENT_BINARY_DIR}/metadata/integration.json @ONLY)
    target_include_directories(${id} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/metadata ${PROJECT_SOURCE_DIR})
    set_target_properties(${id} PROPERTIES AUTOMOC ON PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${CALLBOARD_PLUGIN_DIR}
        AUTOMOC_MOC_OPTIONS "-I${CMAKE_CURRENT_BINARY_DIR}/metadata")
    set_property(TARGET ${id} APPEND PROPERTY AUTOGEN_TARGET_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/metadata/integration.json)
    target_link_libraries(${id} PRIVATE ${id}_parts callboard_flags)
    set_property(GLOBAL APPEND PROPERTY CALLBOARD_INTEGRATIONS ${id})
    install(TARGETS ${id} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/callboard)
endfunction()

# Without it, what AddressSanitizer finds has addresses and no names. Distributions name it with or without its version.
find_program(CALLBOARD_SYMBOLIZER NAMES llvm-symbolizer-19 llvm-symbolizer)
set(CALLBOARD_TEST_ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp")
if(CALLBOARD_SYMBOLIZER)
    list(APPEND CALLBOARD_TEST_ENVIRONMENT "ASAN_SYMBOLIZER_PATH=${CALLBOARD_SYMBOLIZER}")
endif()

# Qt6::Test without its definitions: they name each test's own folder, and no two tests could share what is precompiled.
find_package(Qt6 REQUIRED COMPONENTS Test GLOBAL)
add_library(callboard_qttest INTERFACE)
target_link_libraries(callboard_qttest INTERFACE $<LINK_ONLY:Qt6::Test>)
target_include_directories(callboard_qttest SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)

# callboard_add_test(NAME SOURCES … LINK … [LABELS …] [TIMEOUT seconds] [FOLDERS])
# One executable per subject, run by ctest, offscreen. With FOLDERS it is told where the project, its data and its build
# are; what names a folder is compiled anew in every clone, whatever the compiler cache holds.
function(callboard_add_test name)
    cmake_parse_arguments(arg "FOLDERS" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON CALLBOARD_IS_TEST ON
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    if(arg_FOLDERS)
        target_compile_definitions(${name} PRIVATE CALLBOARD_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
            CALLBOARD_SOURCE_DIR="${PROJECT_SOURCE_DIR}" CALLBOARD_BINARY_DIR="${PROJECT_BINARY_DIR}")
    endif()
    target_link_libraries(${name} PRIVATE ${arg_LINK} callboard_qttest callboard_flags)
    # moc's file of a test is empty nearly always: its classes are in the test itself. To load what is precompiled is all that it would cost.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false;CALLBOARD_KEYCHAIN=none;${CALLBOARD_TEST_ENVIRONMENT}"
        TIMEOUT $<IF:$<BOOL:${arg_TIMEOUT}>,${arg_TIMEOUT},120> LABELS "${arg_LABELS}")
endfunction()

# callboard_add_test_library(NAME SOURCES … LINK …)
# What several tests share, compiled once, as tests are.
function(callboard_add_test_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    # As executables are, with which it shares what is precompiled.
    set_target_properties(${name} PROPERTIES AUTOMOC ON CALLBOARD_IS_TEST ON POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${name} PRIVATE -fPIE)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE callboard_qttest callboard_flags)
endfunction()

# callboard_add_fuzzer(NAME SOURCES … LINK … CORPUS dir… [BY_HAND])
# A libFuzzer target under ASan and UBSan, run by tests/fuzz/run. `ctest -L fuzz` gives each thirty seconds.
function(callboard_add_fuzzer name)
    cmake_parse_arguments(arg "BY_HAND" "" "SOURCES;LINK;CORPUS" ${ARGN})
    if(NOT CALLBOARD_BUILD_FUZZERS)
        return()
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} callboard_flags)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    if(arg_BY_HAND)
        return()
    endif()
    add_test(NAME ${name} COMMAND ${PROJECT_SOURCE_DIR}/tests/fuzz/run $<TARGET_FILE:${name}> ${arg_CORPUS})
    set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 300 ENVIRONMENT "${CALLBOARD_TEST_ENVIRONMENT}")
endfunction()

# callboard_precompile_all()
# The heaviest headers are compiled once for all targets that are compiled alike, and not for each: libraries, programs and
# tests, with Widgets where they are linked. Called at the end, for every target that has our flags.
function(callboard_precompile_all)
    _callboard_targets_below(${PROJECT_SOURCE_DIR} targets)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(links ${target} LINK_LIBRARIES)
        get_target_property(is_test ${target} CALLBOARD_IS_TEST)
        if(NOT type MATCHES "EXECUTABLE|STATIC_LIBRARY|SHARED_LIBRARY|MODULE_LIBRARY|OBJECT_LIBRARY" OR NOT links MATCHES "callboard_flags")
            continue()
        endif()
        set(drawing core)
        if(links MATCHES "Qt6::Widgets|callboard_uikit|callboard_panes|callboard_ui")
            set(drawing widgets)
        endif()
        set(purpose library)
        if(is_test)
            set(purpose test)
            set_target_properties(${target} PROPERTIES UNITY_BUILD OFF) # Each has a file or two.
        elseif(type STREQUAL "EXECUTABLE")
            set(purpose program)
        endif()
        _callboard_headers(${purpose} ${drawing} owner)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endforeach()
endfunction()

function(_callboard_targets_below directory result)
    get_property(found DIRECTORY ${directory} PROPERTY BUILDSYSTEM_TARGETS)
    get_property(folders DIRECTORY ${directory} PROPERTY SUBDIRECTORIES)
    foreach(folder IN LISTS folders)
        _callboard_targets_below(${folder} further)
        list(APPEND found ${further})
    endforeach()
    set(${result} ${found} PARENT_SCOPE)
endfunction()

# The target that the others have their headers from.
function(_callboard_headers purpose drawing result)
    set(owner callboard_${purpose}_headers_${drawing})
    set(${result} ${owner} PARENT_SCOPE)
    if(TARGET ${owner})
        return()
    endif()
    set(source ${PROJECT_BINARY_DIR}/${owner}.cpp)
    file(GENERATE OUTPUT ${source} CONTENT "int main() { return 0; }\n")
    if(purpose STREQUAL "library")
        add_library(${owner} STATIC EXCLUDE_FROM_ALL ${source})
    else()
        add_executable(${owner} EXCLUDE_FROM_ALL ${source})
        set_target_properties(${owner} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    endif()
    set(module Core)
    if(drawing STREQUAL "widgets")
        set(module Widgets)
    endif()
    find_package(Qt6 REQUIRED COMPONENTS ${module})
    target_include_directories(${owner} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${owner} PRIVATE Qt6::${module} callboard_flags)
    target_precompile_headers(${owner} PRIVATE ${PROJECT_SOURCE_DIR}/packaging/cmake/pch_${drawing}.h)
    if(purpose STREQUAL "test")
        set_target_properties(${owner} PROPERTIES CALLBOARD_IS_TEST ON)
        target_link_libraries(${owner} PRIVATE callboard_qttest)
        target_precompile_headers(${owner} PRIVATE <QtTest/qtestcase.h>)
    endif()
endfunction()
