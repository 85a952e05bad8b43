# What every file of ours is compiled with. Warnings are errors; hardening is not an option.
add_library(tellfirst_flags INTERFACE)

target_compile_options(tellfirst_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    -Wno-missing-designated-field-initializers  # members have defaults; naming the few that differ is the point
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    -fPIE
    -pthread                                    # GMime asks for it, and the precompiled header must agree
    -Xclang -fno-pch-timestamp)                 # lets ccache reuse files that see the precompiled header
target_link_options(tellfirst_flags INTERFACE -fuse-ld=mold -pie -Wl,-z,relro,-z,now,-z,noexecstack)

target_compile_definitions(tellfirst_flags INTERFACE
    _GLIBCXX_ASSERTIONS
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=3>)

if(TELLFIRST_SANITIZE)
    # -O1: the sanitised tests run half as long as at -O0 and still show whole stacks.
    target_compile_options(tellfirst_flags INTERFACE
        -O1 -gline-tables-only -fno-omit-frame-pointer
        -fsanitize=address,undefined -fno-sanitize-recover=all)
    target_link_options(tellfirst_flags INTERFACE -fsanitize=address,undefined)
endif()
