// Who works here, and in which roles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strong.h"
#include "base/time.h"
#include "domain/people/phone_number.h"

namespace people {

using UserId = base::Strong<struct UserTag>;      // who can sign in
using MemberId = base::Strong<struct MemberTag>;  // who can be absent; one each per person
using TeamId = base::Strong<struct TeamTag>;
using PositionId = base::Strong<struct PositionTag>;
using SiteId = base::Strong<struct SiteTag>;

enum class Role { employee, manager, hr, administrator };
enum class Language { en, es };

std::string_view code_of(Role role);                            // "hr"
std::optional<Role> parse_role(std::string_view text);          // any case; "HR", "Manager"
std::string_view code_of(Language language);                    // "es"
std::optional<Language> parse_language(std::string_view text);  // "es", "Spanish", "español", "EN"

/// An employee as the line sees one: what is needed to record an absence and to answer.
struct Employee {
  MemberId member;
  UserId user;
  std::string name;        // "Ana Ruiz"
  std::string first_name;  // "Ana"
  TeamId team;
  std::string team_name;
  std::optional<PositionId> position;
  std::string position_name;  // "RN"; empty without one
  std::string time_zone;      // of the person's site, else the team's, else the organisation's
  Language language = Language::en;
  std::optional<std::string> receipts_to;  // E.164 on file for receipts
  std::optional<std::string> email;
};

/// "Ana R": the first name and one letter, for texts to colleagues.
std::string short_name(std::string_view full_name);
/// The first word of a name: what the line calls a person. Never empty for a non-empty name.
std::string first_name_of(std::string_view full_name);

}  // namespace people
