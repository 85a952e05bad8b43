#include "console/built_in.hpp"

// The assembler copies the pack as it is: a compiler would take seconds to read a megabyte of
// numbers.
#ifdef TELLFIRST_CONSOLE_PACK
asm(".section .rodata\n"
    ".global tellfirst_console_begin\n"
    ".global tellfirst_console_end\n"
    "tellfirst_console_begin:\n"
    ".incbin \"" TELLFIRST_CONSOLE_PACK "\"\n"
    "tellfirst_console_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" char const tellfirst_console_begin[];
extern "C" char const tellfirst_console_end[];
#endif

namespace tellfirst::console {

std::string_view built_in()
{
#ifdef TELLFIRST_CONSOLE_PACK
    return {tellfirst_console_begin, tellfirst_console_end};
#else
    return {};
#endif
}

}  // namespace tellfirst::console
