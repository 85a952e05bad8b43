# Checks of the sources, scenarios and lints: every entry of ctest that is not a C++ program.

set(TELLFIRST_BINARY ${CMAKE_BINARY_DIR}/tellfirst CACHE FILEPATH "the program that scenarios run")

foreach(what rooms shape docs)
    add_test(NAME check.${what} COMMAND ${CMAKE_SOURCE_DIR}/tools/check-${what})
    add_test(NAME check.${what}.itself
        COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/tools/check_${what}_test.py)
endforeach()

foreach(what format shell)
    add_test(NAME check.${what} COMMAND ${CMAKE_SOURCE_DIR}/tools/check-${what})
endforeach()

# Each scenario is a program of its own: it starts the peers that it needs and stops them.
file(GLOB scenarios CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/scenarios/*_test.py)
foreach(file ${scenarios})
    get_filename_component(name ${file} NAME_WE)
    string(REGEX REPLACE "_test$" "" name ${name})
    add_test(NAME scenario.${name} COMMAND /usr/bin/python3 ${file} --verbose)
    set_tests_properties(scenario.${name} PROPERTIES
        TIMEOUT 420
        ENVIRONMENT "TELLFIRST_BINARY=${TELLFIRST_BINARY};PYTHONDONTWRITEBYTECODE=1")
endforeach()

# Those that keep much run once more on the other database.
foreach(name main_job kill)
    add_test(NAME scenario.${name}.postgres
        COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/scenarios/${name}_test.py --verbose)
    set_tests_properties(scenario.${name}.postgres PROPERTIES
        TIMEOUT 420
        ENVIRONMENT "TELLFIRST_BINARY=${TELLFIRST_BINARY};PYTHONDONTWRITEBYTECODE=1;TELLFIRST_SCENARIO_ON=postgres")
endforeach()

if(TARGET tellfirst)
    add_test(NAME openapi.lint COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/openapi/lint
        ${TELLFIRST_BINARY} ${CMAKE_BINARY_DIR}/openapi)
    set_tests_properties(openapi.lint PROPERTIES TIMEOUT 300)
endif()

# The console: types, style and rules, then the real program in a browser; pages_*.test.ts are
# about what customers see.
add_test(NAME console.check COMMAND ${CMAKE_SOURCE_DIR}/script/web check ${TELLFIRST_BINARY})
file(GLOB browser_tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/tests/*.test.ts)
foreach(file ${browser_tests})
    get_filename_component(file ${file} NAME_WE)
    set(name console.${file})
    string(REGEX REPLACE "^console\\.pages_" "pages." name ${name})
    add_test(NAME ${name}
        COMMAND ${CMAKE_SOURCE_DIR}/script/web node --test tests/${file}.test.ts)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT 420
        ENVIRONMENT "TELLFIRST_BINARY=${TELLFIRST_BINARY}")
endforeach()
