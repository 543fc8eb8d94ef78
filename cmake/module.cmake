# module(<name> IN <folder> [USES <module>...] [HIDES <target>...] [TESTED_WITH <target>...])
#
# A folder is a module: one library, one namespace, one test program. It can include its own headers
# and those of the modules it USES, which must be declared above it; for any other header the
# compiler says "no such file". HIDES names what only its .cc files need, TESTED_WITH what only its
# tests need. main.cc is left to the program that it starts.
function(module name)
  cmake_parse_arguments(arg "" "IN" "USES;HIDES;TESTED_WITH" ${ARGN})
  foreach(used ${arg_USES} ${arg_HIDES} ${arg_TESTED_WITH})
    if(NOT TARGET ${used})
      message(FATAL_ERROR "${name} uses ${used}, which is not declared above it")
    endif()
  endforeach()

  # An include root in which only this module exists.
  set(root ${PROJECT_BINARY_DIR}/include/${name})
  cmake_path(GET arg_IN PARENT_PATH parent)
  file(MAKE_DIRECTORY ${root}/${parent})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${arg_IN} ${root}/${arg_IN} SYMBOLIC)

  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${root}/${arg_IN}/*.h)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/${arg_IN}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cc$")

  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${root} FILES ${headers})
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE ${arg_HIDES})
  target_compile_options(${name} PRIVATE ${CALLOUT_WARNINGS})

  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} ${arg_HIDES} ${arg_TESTED_WITH} GTest::gtest_main rapidcheck)
    target_include_directories(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/test/support)
    target_compile_definitions(${name}_test PRIVATE CALLOUT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
    target_compile_options(${name}_test PRIVATE ${CALLOUT_TEST_OPTIONS})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
  endif()
endfunction()
