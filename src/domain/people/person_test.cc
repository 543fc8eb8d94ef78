#include "domain/people/person.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace people {
namespace {

TEST(Role, IsReadInAnyCase) {
  EXPECT_EQ(parse_role("HR"), Role::hr);
  EXPECT_EQ(parse_role(" Human  Resources "), Role::hr);
  EXPECT_EQ(parse_role("Manager"), Role::manager);
  EXPECT_EQ(parse_role("ADMIN"), Role::administrator);
  for (const char* text : {"", "boss", "manager+hr", "employe", "hr\xFF"}) {
    EXPECT_FALSE(parse_role(text)) << text;
  }
}

TEST(Role, IsReadFromItsCode) {
  for (const Role role : {Role::employee, Role::manager, Role::hr, Role::administrator}) {
    EXPECT_EQ(parse_role(code_of(role)), role);
  }
}

TEST(Language, IsReadByCodeAndByName) {
  for (const char* text :
       {"es", "ES", "Spanish", "español", "ESPAÑOL", "espan\u0303ol", "es-MX", " es "}) {
    EXPECT_EQ(parse_language(text), Language::es) << text;
  }
  for (const char* text : {"en", "EN", "English", "inglés", "en-US", "en_GB"}) {
    EXPECT_EQ(parse_language(text), Language::en) << text;
  }
  for (const char* text : {"", "fr", "esp", "english-US", "e"}) {
    EXPECT_FALSE(parse_language(text)) << text;
  }
}

TEST(Language, IsReadFromItsCode) {
  for (const Language language : {Language::en, Language::es}) {
    EXPECT_EQ(parse_language(code_of(language)), language);
  }
}

TEST(Name, IsShortenedForColleagues) {
  EXPECT_EQ(short_name("Ana Ruiz"), "Ana R");
  EXPECT_EQ(short_name("  Ana   María\u00A0Ruiz "), "Ana R");
  EXPECT_EQ(short_name("Zoë Ångström"), "Zoë Å");
  EXPECT_EQ(short_name("Ana"), "Ana");
  EXPECT_EQ(short_name(""), "");
}

TEST(Name, IsCalledByItsFirstWord) {
  EXPECT_EQ(first_name_of("Ana Ruiz"), "Ana");
  EXPECT_EQ(first_name_of(" Ana"), "Ana");
  EXPECT_EQ(first_name_of(""), "");
  EXPECT_TRUE(rc::check("never empty for a non-empty name", [](const std::string& name) {
    RC_PRE(!name.empty());
    RC_ASSERT(!first_name_of(name).empty());
    RC_ASSERT(!short_name(name).empty());
  }));
  EXPECT_EQ(first_name_of("  "), "  ");
}

}  // namespace
}  // namespace people
