# How this project's libraries, tests and benchmarks are declared.

set(MAYDAY_WARNINGS
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND MAYDAY_WARNINGS -Wduplicated-cond -Wlogical-op)
  if(MAYDAY_SANITIZE)
    # g++ 12 takes Boost's variant and std::regex for uninitialised once the sanitizers are in.
    list(APPEND MAYDAY_WARNINGS -Wno-maybe-uninitialized)
  endif()
else()
  # clang takes a local name in a nested class for one that hides a member of the class around it, and
  # minds string literals beyond 64 KiB, which is what the embedded contracts are.
  list(APPEND MAYDAY_WARNINGS -Wno-shadow -Wno-overlength-strings)
endif()

# mayday_library(NAME base SOURCES a.cc PUBLIC mayday::x PRIVATE Boost::y)
# One library a folder; its public headers are include/mayday/NAME/*.h, each of which must compile alone.
function(mayday_library)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target mayday_${ARG_NAME})
  file(GLOB headers CONFIGURE_DEPENDS include/mayday/${ARG_NAME}/*.h)
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    target_compile_options(${target} PRIVATE ${MAYDAY_WARNINGS})
  else()
    add_library(${target} INTERFACE)
    target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS include FILES ${headers})
    target_link_libraries(${target} INTERFACE ${ARG_PUBLIC})
  endif()
  add_library(mayday::${ARG_NAME} ALIAS ${target})
endfunction()

# mayday_test(NAME base_test SOURCES time_test.cc LINK mayday::base [TIMEOUT 300])
# Tests of the parts, labelled `unit`; the target `unit_tests` builds them all.
function(mayday_test)
  cmake_parse_arguments(ARG "" "NAME;TIMEOUT" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_executable(${ARG_NAME} EXCLUDE_FROM_ALL ${ARG_SOURCES})
  target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_options(${ARG_NAME} PRIVATE ${MAYDAY_WARNINGS})
  target_compile_definitions(${ARG_NAME} PRIVATE MAYDAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME})
  set_tests_properties(${ARG_NAME} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS unit)
  add_dependencies(unit_tests ${ARG_NAME})
endfunction()
