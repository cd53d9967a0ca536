# Tests of the whole program: in a browser, from the command line, and killed while it works. CTest runs them beside the
# unit tests; `ctest -L browser` (journey, chaos) runs one sort alone.
function(whole_program_test name label)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 600 ENVIRONMENT GOLDENTHREAD=$<TARGET_FILE:goldenthread>)
endfunction()

if(TARGET goldenthread)
  # Debian's own Python, for which the mail server of the tests is a package.
  find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
  foreach(part addresses importing keyboard reading signed_in entering many)
    whole_program_test(browser_${part} browser node tests/browser/run.mjs ${part})
  endforeach()
  whole_program_test(journey_in_and_out journey python3 tests/journeys/in_and_out.py)
  whole_program_test(journey_cases journey python3 tests/journeys/cases.py)
  foreach(engine sqlite postgres)
    whole_program_test(journey_races_${engine} journey ${DEBIAN_PYTHON} tests/journeys/races.py ${engine})
    whole_program_test(journey_many_${engine} journey ${DEBIAN_PYTHON} tests/journeys/many.py ${engine})
  endforeach()
  whole_program_test(journey_past_holes journey ${DEBIAN_PYTHON} tests/journeys/past_holes.py)
  whole_program_test(journey_who_may journey ${DEBIAN_PYTHON} tests/journeys/who_may.py)
  whole_program_test(documented journey python3 tools/check_docs.py)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/chaos/chaos.cmake OPTIONAL)
