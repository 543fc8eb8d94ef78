// A telephone number in its one normal form, E.164 ("+15550100123"). Everything that stores or
// compares a number goes through here, so that "(555) 010-0003" in a file and "+15550100003" on the
// wire meet. Possible, not valid, decides: a number is refused only when it can't be one.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace people {

class PhoneNumber {
 public:
  /// Any common way of writing one: "(555) 010-0003", "555.010.0003", "+1 555 010 0003",
  /// "1-555-010-0003", "tel:+15550100003", "0044 20 …", "011 44 …", "+44 (0)20 …". Without a
  /// country code it is read in the North American plan (ten digits, or eleven with a leading 1).
  /// Extensions are refused: they can't be texted; so are the keypad spellings of "anonymous". The
  /// Problem's field is "phone" and it never repeats what was entered.
  static base::Result<PhoneNumber> parse(std::string_view text);

  /// What the provider put into From or To. Nothing but `+` and 7 to 15 digits that is not one of
  /// the keypad spellings of "anonymous" (+266696687 and its kin; twilio.md 1.8) may ever match a
  /// person.
  static bool is_caller_id(std::string_view text);

  const std::string& e164() const { return e164_; }
  /// "(555) 010-0003" for the North American plan, else "+44 2079460000": ungrouped after the
  /// country code.
  std::string for_people() const;
  /// "…0003": enough to recognise one's own number, too little to call it.
  std::string masked() const;

  friend auto operator<=>(const PhoneNumber&, const PhoneNumber&) = default;

 private:
  explicit PhoneNumber(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

/// A number as people write it; what is none stays as it is.
std::string number_for_people(const std::string& text);

}  // namespace people
