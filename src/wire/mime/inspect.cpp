#include "wire/mime/inspect.hpp"

#include "kernel/json.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::mime {

std::string inspect(std::string_view raw)
{
    return write_json(to_json(parse(raw)));
}

}  // namespace tellfirst::mime
