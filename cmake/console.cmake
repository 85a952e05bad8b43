# Packs the built console into the program. script/build makes build/web/dist before CMake runs and
# touches dist.stamp when something in it has changed; all presets share it. Where there is no
# stamp (a build of the C++ alone), nothing is packed and the server says so under /console/.

function(tellfirst_embed_console target)
    set(dist ${CMAKE_SOURCE_DIR}/build/web/dist)
    if(NOT EXISTS ${dist}.stamp)
        return()
    endif()
    add_executable(pack_console console/packer/main.cpp console/pack.cpp)
    target_link_libraries(pack_console PRIVATE room_wire)
    target_precompile_headers(pack_console REUSE_FROM room_kernel)
    set(pack ${CMAKE_CURRENT_BINARY_DIR}/console.pack)
    add_custom_command(
        OUTPUT ${pack}
        COMMAND pack_console ${dist} ${pack}
        DEPENDS pack_console ${dist}.stamp
        COMMENT "console packed")
    set_source_files_properties(console/built_in.cpp PROPERTIES
        OBJECT_DEPENDS ${pack}
        COMPILE_DEFINITIONS "TELLFIRST_CONSOLE_PACK=\"${pack}\"")
endfunction()
