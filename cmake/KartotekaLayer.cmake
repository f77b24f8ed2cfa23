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
    if(UNIX AND NOT APPLE AND BUILD_SHARED_LIBS)
        target_link_options(${name} PRIVATE -Wl,--no-undefined)
    endif()
endfunction()
