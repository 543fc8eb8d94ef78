#include "domain/callout/attestation.h"

namespace callout {

std::string attested_as(std::string_view verdict) {
  constexpr std::string_view passed = "TN-Validation-Passed-";
  if (!verdict.starts_with(passed)) return {};
  return std::string(verdict.substr(passed.size(), 1));
}

}  // namespace callout
