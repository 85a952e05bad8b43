#pragma once
// The files of templates/, built in (cmake/templates.cmake).
#include <string_view>

namespace tellfirst::pages::templates {

extern std::string_view const banner_js;
extern std::string_view const favicon_svg;
extern std::string_view const icons_svg;
extern std::string_view const incident_html;
extern std::string_view const page_css;
extern std::string_view const page_js;
extern std::string_view const portal_html;
extern std::string_view const shell_html;
extern std::string_view const sign_in_html;
extern std::string_view const status_html;
extern std::string_view const window_html;

}  // namespace tellfirst::pages::templates
