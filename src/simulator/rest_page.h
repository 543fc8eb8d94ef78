// Lists of the REST API, a page at a time (twilio.md 5).
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/rest_door.h"

namespace simulator {

/// The page that the query asks for: PageSize (50 unless said, 1 to 1000), Page, PageToken. A token
/// names the item next to the page, so that pages neither repeat nor skip when something new comes
/// meanwhile. `sids`: of the whole list; `render` is called for those on the page, by their place
/// in it.
http::Response page_answer(const Asked& asked, std::string_view key,
                           const std::vector<std::string_view>& sids,
                           const std::function<boost::json::object(std::size_t)>& render);

}  // namespace simulator
