# Builds templates/* into a library: templates/status.html.mustache becomes
# tellfirst::pages::templates::status_html, declared in src/pages/templates.hpp.
#
# This file is both: included, it gives tellfirst_embed_templates(); run as a script
# (cmake -D FROM=folder -D TO=file.cpp -P), it writes the file.

function(tellfirst_embed_templates target)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/templates/*)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/all_templates.cpp)
    add_custom_command(
        OUTPUT ${generated}
        COMMAND ${CMAKE_COMMAND} -D FROM=${CMAKE_SOURCE_DIR}/templates -D TO=${generated}
                -P ${CMAKE_SOURCE_DIR}/cmake/templates.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/templates.cmake
        COMMENT "templates built in")
    target_sources(${target} PRIVATE ${generated})
endfunction()

function(tellfirst_write_templates from to)
    file(GLOB files RELATIVE ${from} ${from}/*)
    list(SORT files)
    set(texts "")
    foreach(file IN LISTS files)
        file(READ ${from}/${file} text)
        string(LENGTH "${text}" length)
        if(length GREATER 60000)  # C++ compilers need not take more than 65,536 bytes
            message(FATAL_ERROR "templates/${file} is too long")
        endif()
        string(REGEX REPLACE "\\.mustache$" "" name ${file})
        string(REGEX REPLACE "[^a-z0-9]" "_" name ${name})
        string(APPEND texts "std::string_view const ${name} =\nR\"template(${text})template\";\n\n")
    endforeach()

    file(WRITE ${to} "// Written by cmake/templates.cmake from templates/.
#include \"pages/templates.hpp\"

namespace tellfirst::pages::templates {

${texts}}  // namespace tellfirst::pages::templates
")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    tellfirst_write_templates(${FROM} ${TO})
endif()
