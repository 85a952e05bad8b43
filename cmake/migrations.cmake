# Builds migrations/NNNN_words.sql into a library as db::all_migrations(). Where the dialects
# differ, NNNN_words.sqlite.sql and NNNN_words.postgres.sql stand instead of the one file.
#
# This file is both: included, it gives tellfirst_embed_migrations(); run as a script
# (cmake -D FROM=folder -D TO=file.cpp -P), it writes the file.

function(tellfirst_embed_migrations target)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/all_migrations.cpp)
    add_custom_command(
        OUTPUT ${generated}
        COMMAND ${CMAKE_COMMAND} -D FROM=${CMAKE_SOURCE_DIR}/migrations -D TO=${generated}
                -P ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
        COMMENT "migrations built in")
    target_sources(${target} PRIVATE ${generated})
endfunction()

# One raw string literal; C++ compilers need not take more than 65,536 bytes.
function(tellfirst_read_sql file out)
    file(READ ${file} text)
    string(LENGTH "${text}" length)
    if(length GREATER 60000)
        message(FATAL_ERROR "${file} is too long for one migration: split it")
    endif()
    set(${out} "R\"sql(${text})sql\"" PARENT_SCOPE)
endfunction()

function(tellfirst_write_migrations from to)
    file(GLOB files RELATIVE ${from} ${from}/*.sql)
    set(names "")
    foreach(file IN LISTS files)
        if(NOT file MATCHES "^[0-9][0-9][0-9][0-9]_[a-z0-9_]+(\\.sqlite|\\.postgres)?\\.sql$")
            message(FATAL_ERROR "migrations/${file} is not named NNNN_words.sql")
        endif()
        string(REGEX REPLACE "\\..*$" "" name ${file})
        list(APPEND names ${name})
    endforeach()
    list(REMOVE_DUPLICATES names)
    list(SORT names)

    set(texts "")
    set(rows "")
    set(last "")
    foreach(name IN LISTS names)
        string(SUBSTRING ${name} 0 4 digits)
        string(SUBSTRING ${name} 5 -1 words)
        if(digits STREQUAL last)
            message(FATAL_ERROR "two migrations have the number ${digits}")
        endif()
        set(last ${digits})
        string(REPLACE "_" " " words ${words})
        string(REGEX REPLACE "^0+" "" number ${digits})
        if(EXISTS ${from}/${name}.sql)
            tellfirst_read_sql(${from}/${name}.sql text)
            string(APPEND texts "constexpr std::string_view sql_${digits} =\n${text};\n\n")
            string(APPEND rows "    {${number}, \"${words}\", sql_${digits}, sql_${digits}},\n")
        else()
            tellfirst_read_sql(${from}/${name}.sqlite.sql sqlite)
            tellfirst_read_sql(${from}/${name}.postgres.sql postgres)
            string(APPEND texts "constexpr std::string_view sqlite_${digits} =\n${sqlite};\n\n")
            string(APPEND texts "constexpr std::string_view postgres_${digits} =\n${postgres};\n\n")
            string(APPEND rows
                "    {${number}, \"${words}\", sqlite_${digits}, postgres_${digits}},\n")
        endif()
    endforeach()

    file(WRITE ${to} "// Written by cmake/migrations.cmake from migrations/.
#include \"db/migrations.hpp\"

namespace tellfirst::db {
namespace {

${texts}constexpr Migration migrations[] = {
${rows}};

}  // namespace

std::span<Migration const> all_migrations()
{
    return migrations;
}

}  // namespace tellfirst::db
")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    tellfirst_write_migrations(${FROM} ${TO})
endif()
