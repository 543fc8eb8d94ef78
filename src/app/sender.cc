#include "app/sender.h"

namespace app {

std::string_view code_of(ErrorClass error) {
  switch (error) {
    case ErrorClass::permanent: return "permanent";
    case ErrorClass::retry: return "retry";
    case ErrorClass::opted_out: return "opted_out";
    case ErrorClass::configuration: return "configuration";
  }
  return "retry";
}

}  // namespace app
