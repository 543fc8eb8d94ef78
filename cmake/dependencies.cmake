# What Callout is built with; script/bootstrap installs it. See docs/decisions/ for the why.
set(CALLOUT_SANITIZE "" CACHE STRING "Sanitizers for the whole build, for example address,undefined")
set(CALLOUT_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# libstdc++ 12's stable_sort uses what its own headers call deprecated; only clang says so.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  list(APPEND CALLOUT_WARNINGS -Wno-deprecated-declarations)
endif()

# What is shipped is optimised; the tests of it need not be, and take a third less to compile.
set(CALLOUT_TEST_OPTIONS "$<$<CONFIG:RelWithDebInfo>:-O1;-g1>")

add_link_options(-fuse-ld=mold)
if(CALLOUT_SANITIZE)
  add_compile_options(-fsanitize=${CALLOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CALLOUT_SANITIZE})
endif()

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS headers json url)
find_package(CLI11 REQUIRED)
find_package(CURL REQUIRED)
find_package(date REQUIRED)
find_package(GTest REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(LibXml2 REQUIRED)  # for tests only
find_package(OpenSSL REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(rapidcheck REQUIRED)
find_package(spdlog REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
add_library(sodium ALIAS PkgConfig::sodium)

find_library(CSV_LIBRARY csv REQUIRED)
add_library(csv INTERFACE)
target_link_libraries(csv INTERFACE ${CSV_LIBRARY})

find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
add_library(mustache INTERFACE)
target_include_directories(mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE_DIR})

# SQLite from source: Debian's 3.40.1 can lose a commit when two connections meet in the WAL reset
# (mended in 3.51.3). The defines are ours, not the npm package's, which would weaken the WAL's sync.
set(SQLITE_SOURCE ${PROJECT_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3)
if(NOT EXISTS ${SQLITE_SOURCE}/sqlite3.c)
  message(FATAL_ERROR "SQLite's source is not there yet: run script/bootstrap first")
endif()
add_library(sqlite3 STATIC ${SQLITE_SOURCE}/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${SQLITE_SOURCE})
target_compile_definitions(sqlite3 PRIVATE
  SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION)
target_compile_options(sqlite3 PRIVATE -w -O2 -fno-sanitize=undefined)
target_link_libraries(sqlite3 PUBLIC Threads::Threads m)
