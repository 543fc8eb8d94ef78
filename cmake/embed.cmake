# embed(<name> FROM <folder> FILES <pattern>...)
#
# Files that travel inside the binary. Makes a library <name> with the header "embedded/<name>.h":
#   std::span<const embedded::File> embedded::<name>();   name relative to the folder, bytes, in order of name
function(embed name)
  cmake_parse_arguments(arg "" "FROM" "FILES" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/${arg_FROM})
  list(TRANSFORM arg_FILES PREPEND ${folder}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${patterns})
  list(SORT files)

  set(out ${PROJECT_BINARY_DIR}/embedded/${name})
  file(CONFIGURE OUTPUT ${out}/embedded/file.h @ONLY CONTENT [=[
#pragma once
#include <span>
#include <string_view>
namespace embedded {
struct File {
  std::string_view name;
  std::string_view bytes;
};
}  // namespace embedded
]=])
  file(CONFIGURE OUTPUT ${out}/embedded/${name}.h @ONLY CONTENT [=[
#pragma once
#include "embedded/file.h"
namespace embedded {
std::span<const File> @name@();
}
]=])

  set(symbols "")
  set(rows "")
  set(index 0)
  foreach(file ${files})
    set(symbol callout_${name}_${index})
    string(APPEND symbols "asm(\".section .rodata\\n.global ${symbol}\\n.global ${symbol}_end\\n\"\n"
      "    \"${symbol}:\\n.incbin \\\"${folder}/${file}\\\"\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${file}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(GENERATE OUTPUT ${out}/${name}.cc CONTENT
"#include \"embedded/${name}.h\"
#include <array>
#include <cstddef>
${symbols}
namespace embedded {
std::span<const File> ${name}() {
  static const std::array<File, ${index}> files{{
${rows}  }};
  return files;
}
}  // namespace embedded
")
  list(TRANSFORM files PREPEND ${folder}/ OUTPUT_VARIABLE inputs)
  set_source_files_properties(${out}/${name}.cc PROPERTIES OBJECT_DEPENDS "${inputs}")
  add_library(${name} STATIC ${out}/${name}.cc)
  target_include_directories(${name} PUBLIC ${out})
endfunction()
