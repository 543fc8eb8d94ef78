// Sentences in the reader's language. The words stand in locales/<language>.json as ICU
// MessageFormat; code holds a message's id and typed arguments. The same files serve the web
// application.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/people/person.h"

namespace text {

/// A time on a wall clock, "4:58am" in both languages; minutes after midnight.
struct TimeOfDay {
  base::Minutes minutes;
};
/// A time as somebody wrote it: "leaving at 2" does not say which half of the day, so "2:00"; from
/// 13:00 on it does, so "2:00pm".
struct WrittenTime {
  base::Minutes minutes;
};
/// A day as people say it: "Mon Nov 23", "lun 23 nov".
struct SpokenDay {
  base::Day day;
};
/// A day in full, as a voice says it: "Monday, November 23", "lunes 23 de noviembre".
struct FullDay {
  base::Day day;
};

/// A number stands as its bare digits where the message has a plain {n}, so that receipt 1234 is
/// not read as "1,234"; {n, plural, …} and {n, number} follow the language.
struct Argument {
  std::string_view name;
  std::variant<std::string, std::int64_t, SpokenDay, FullDay, TimeOfDay, WrittenTime> value;
};

/// Immutable after construction and thread-safe.
class Catalogue {
 public:
  struct Source {
    std::string_view language;  // "en"
    std::string_view json;      // {"sms.receipt": "Call-out recorded, {name}: {day}. …", …}
  };
  /// Those of the web application ("web.…") are many, and the server never says them: it does not
  /// spend its start on parsing them. A test does.
  enum class Part { everything, what_the_server_says };
  /// Parses every message at once; each language must be there. A Problem names file, message and
  /// what is wrong; a message that one language lacks or that takes other arguments there is one.
  static base::Result<Catalogue> load(std::span<const Source> sources,
                                      Part part = Part::everything);
  /// What the server says, from the catalogues that travel in the binary. Throws std::logic_error
  /// if they were built with a fault.
  static Catalogue embedded();

  /// Throws std::out_of_range for an id that the catalogues do not have or an argument that is
  /// missing, std::invalid_argument for words where the message counts. Arguments beyond those are
  /// ignored.
  std::string say(people::Language language, std::string_view message,
                  std::initializer_list<Argument> arguments = {}) const;
  std::string say(people::Language language, std::string_view message,
                  std::span<const Argument> arguments) const;

  /// Every id, in order.
  std::vector<std::string> messages() const;

 private:
  struct Core;
  explicit Catalogue(std::shared_ptr<const Core> core) : core_(std::move(core)) {}
  std::shared_ptr<const Core> core_;
};

}  // namespace text
