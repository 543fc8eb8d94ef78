// A file of a web application in the forms it is kept in: plain, and compressed at build time.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace site {

/// One file as it was built into this binary: "index.html", "assets/index-4f2a.js"; beside it,
/// perhaps, the same with ".br" and ".gz" behind its name. What both point to must outlive the
/// routes.
struct Asset {
  std::string_view name;
  std::string_view bytes;
};

class File {
 public:
  /// `compressed`: of the same file, each under its name with ".br" or ".gz"; others are ignored.
  File(const Asset& plain, const std::vector<Asset>& compressed);

  /// In the form that the browser likes best; 304 when it has just that. `fields` go with it
  /// either way: how long it may be kept, what it may do.
  http::Response answer(const http::Request& request, std::vector<http::Field> fields) const;

 private:
  struct Form {
    std::string_view coding;  // empty: as it is
    std::string_view bytes;
    std::string tag;  // ETag: another for each form
  };
  const Form& form_for(const http::Request& request) const;

  std::string_view content_type_;
  std::vector<Form> forms_;  // the plain one first, then the best
};

}  // namespace site
