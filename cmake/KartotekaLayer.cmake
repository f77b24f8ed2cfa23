# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project has in common.
function(kartoteka_options target)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS_FOREACH QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060000)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${KARTOTEKA_WARNINGS_ARE_ERRORS}>:/WX>)
    else()
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
            $<$<BOOL:${KARTOTEKA_WARNINGS_ARE_ERRORS}>:-Werror>)
    endif()
endfunction()

# Sources of one folder are compiled ten at a time where CMAKE_UNITY_BUILD is on: most of what a file costs are
# the headers it reads, so that a layer takes a third of the time (docs/decisions/0063). By folder, so that a new file moves none of
# another folder; that each compiles by itself is for ./dev lint, which compiles them so.
function(kartoteka_read_together)
    set(together 10)
    foreach(source ${ARGN})
        if(NOT source MATCHES "\\.cpp$")
            continue()
        endif()
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
        string(MAKE_C_IDENTIFIER "${folder}" group)
        if(NOT DEFINED count_${group})
            set(count_${group} 0)
        endif()
        math(EXPR nth "${count_${group}} / ${together}")
        math(EXPR count_${group} "${count_${group}} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${nth})
    endforeach()
endfunction()

# A layer: a library that links only what stands below it. Shared in the developer preset, so that a
# call up a layer does not link.
function(kartoteka_layer name)
    cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK;PRECOMPILE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.h *.cpp)
    add_library(${name} ${sources})
    # ./dev lint compiles each header by itself.
    set(headers ${sources})
    list(FILTER headers INCLUDE REGEX "\\.h$")
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${headers})
    kartoteka_options(${name})
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
    kartoteka_read_together(${sources})
    set_target_properties(${name} PROPERTIES UNITY_BUILD_MODE GROUP)
    if(UNIX AND NOT APPLE AND BUILD_SHARED_LIBS)
        target_link_options(${name} PRIVATE -Wl,--no-undefined)
    endif()
endfunction()
