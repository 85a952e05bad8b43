# A room is a folder below src/, built as one static library `room_NAME`; its tests are the
# files tests/NAME/**/*_test.cpp, built as one program `test_NAME`.

# tellfirst_room(NAME [USES libraries...]): call in the order of src/ROOMS, lowest first.
function(tellfirst_room name)
    cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(NOT sources)  # its door is drawn, its verbs are still to come
        add_library(room_${name} INTERFACE)
        target_link_libraries(room_${name} INTERFACE tellfirst_flags ${ARG_USES})
        return()
    endif()
    add_library(room_${name} STATIC ${sources})
    target_include_directories(room_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(room_${name} PUBLIC tellfirst_flags ${ARG_USES})
    if(name STREQUAL "kernel")
        target_precompile_headers(room_kernel PRIVATE ${CMAKE_SOURCE_DIR}/src/kernel/pch.hpp)
    else()
        target_precompile_headers(room_${name} REUSE_FROM room_kernel)
    endif()
endfunction()

# tellfirst_tests(NAME [USES libraries...]): one test program over the room of that name. All but
# kernel's may use tests/support (a fresh database and its house).
function(tellfirst_tests name)
    cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*_test.cpp)
    if(NOT sources)
        return()
    endif()
    add_executable(test_${name} ${CMAKE_CURRENT_SOURCE_DIR}/support/main.cpp ${sources})
    target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(test_${name} PRIVATE room_${name} rapidcheck ${ARG_USES})
    if(NOT name STREQUAL "kernel")
        target_link_libraries(test_${name} PRIVATE test_support)
    endif()
    target_precompile_headers(test_${name} REUSE_FROM room_kernel)
    add_test(NAME unit.${name} COMMAND test_${name} --no-intro --no-version)
endfunction()

# tellfirst_fuzz(NAME SOURCE [USES ...]): a libFuzzer target; only where the sanitisers are on.
function(tellfirst_fuzz name source)
    if(NOT TELLFIRST_SANITIZE)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "USES" ${ARGN})
    add_executable(fuzz_${name} ${source})
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(fuzz_${name} PRIVATE ${ARG_USES})
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} -max_total_time=10 -timeout=5 -rss_limit_mb=2048)
endfunction()
