#pragma once
// The files of templates/, built in (cmake/templates.cmake).
#include <string_view>

namespace tellfirst::pages::templates {

extern std::string_view const age_html;
extern std::string_view const aid_html;
extern std::string_view const banner_js;
extern std::string_view const contact_html;
extern std::string_view const copy_js;
extern std::string_view const deliveries_html;
extern std::string_view const facts_html;
extern std::string_view const favicon_svg;
extern std::string_view const hand_on_html;
extern std::string_view const history_html;
extern std::string_view const icons_svg;
extern std::string_view const inbox_html;
extern std::string_view const incident_html;
extern std::string_view const incident_page_html;
extern std::string_view const issue_html;
extern std::string_view const issue_page_html;
extern std::string_view const lost_html;
extern std::string_view const page_css;
extern std::string_view const page_js;
extern std::string_view const past_html;
extern std::string_view const pledges_html;
extern std::string_view const portal_html;
extern std::string_view const preferences_html;
extern std::string_view const push_js;
extern std::string_view const saying_html;
extern std::string_view const series_html;
extern std::string_view const service_worker_js;
extern std::string_view const shell_html;
extern std::string_view const services_html;
extern std::string_view const sign_in_html;
extern std::string_view const status_html;
extern std::string_view const subscribe_html;
extern std::string_view const subscribe_js;
extern std::string_view const summary_html;
extern std::string_view const timeline_html;
extern std::string_view const try_next_html;
extern std::string_view const voice_html;
extern std::string_view const window_html;
extern std::string_view const window_page_html;

}  // namespace tellfirst::pages::templates
