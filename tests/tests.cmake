# Tests of the whole program: in a browser, from the command line, and killed while it works. CTest runs them beside the
# unit tests; `ctest -L browser` (journey, chaos) runs one sort alone.
function(whole_program_test name label)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 600 ENVIRONMENT GOLDENTHREAD=$<TARGET_FILE:goldenthread>)
endfunction()

if(TARGET goldenthread)
  foreach(part addresses importing keyboard reading)
    whole_program_test(browser_${part} browser node tests/browser/run.mjs ${part})
  endforeach()
  whole_program_test(journey_in_and_out journey python3 tests/journeys/in_and_out.py)
  whole_program_test(journey_cases journey python3 tests/journeys/cases.py)
  whole_program_test(documented journey python3 tools/check_docs.py)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/chaos/chaos.cmake OPTIONAL)
