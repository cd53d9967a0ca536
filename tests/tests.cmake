# Tests of the whole program: in a browser, from the command line, and killed while it works. CTest runs them beside the
# unit tests; `ctest -L browser` (journey, chaos) runs one sort alone.
function(whole_program_test name label)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 600 ENVIRONMENT GOLDENTHREAD=$<TARGET_FILE:goldenthread>)
endfunction()

if(TARGET goldenthread)
  # Debian's own Python, for which the mail server of the tests is a package.
  find_program(DEBIAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
  foreach(part addresses importing keyboard looks map reading rules signed_in entering many odd_words)
    whole_program_test(browser_${part} browser node tests/browser/run.mjs ${part})
  endforeach()
  set_tests_properties(browser_addresses PROPERTIES PROCESSORS 2)  # it asks how quickly pages are answered
  whole_program_test(journey_in_and_out journey python3 tests/journeys/in_and_out.py)
  whole_program_test(journey_cases journey python3 tests/journeys/cases.py)
  foreach(engine sqlite postgres)
    whole_program_test(journey_races_${engine} journey ${DEBIAN_PYTHON} tests/journeys/races.py ${engine})
    whole_program_test(journey_signing_in_${engine} journey ${DEBIAN_PYTHON} tests/journeys/signing_in.py ${engine})
    whole_program_test(journey_rights_${engine} journey ${DEBIAN_PYTHON} tests/journeys/rights.py ${engine})
    whole_program_test(journey_quarter_${engine} journey ${DEBIAN_PYTHON} tests/journeys/quarter.py ${engine})
    whole_program_test(journey_reports_${engine} journey ${DEBIAN_PYTHON} tests/journeys/reports.py ${engine})
    whole_program_test(journey_odd_words_${engine} journey ${DEBIAN_PYTHON} tests/journeys/odd_words.py ${engine})
    whole_program_test(journey_letters_go_${engine} journey ${DEBIAN_PYTHON} tests/journeys/letters_go.py ${engine})
    whole_program_test(journey_lg_inform_${engine} journey ${DEBIAN_PYTHON} tests/journeys/lg_inform.py ${engine})
    whole_program_test(journey_many_${engine} journey ${DEBIAN_PYTHON} tests/journeys/many.py ${engine})
    whole_program_test(journey_many_in_a_workbook_${engine} journey ${DEBIAN_PYTHON} tests/journeys/many_in_a_workbook.py ${engine})
    whole_program_test(journey_another_server_${engine} journey ${DEBIAN_PYTHON} tests/journeys/another_server.py ${engine})
  endforeach()
  whole_program_test(journey_report_files journey ${DEBIAN_PYTHON} tests/journeys/report_files.py)
  whole_program_test(journey_past_holes journey ${DEBIAN_PYTHON} tests/journeys/past_holes.py)
  whole_program_test(journey_past_holes_files journey ${DEBIAN_PYTHON} tests/journeys/past_holes_files.py)
  whole_program_test(journey_who_may journey ${DEBIAN_PYTHON} tests/journeys/who_may.py)
  whole_program_test(documented journey python3 tools/check_docs.py)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/chaos/chaos.cmake OPTIONAL)

# The longest begin first, or one of them is left over alone at the end: roughly their seconds, for a build that has not yet timed its own.
set(seconds browser_signed_in 150 browser_reading 120 journey_report_files 100 app_share_0 60 app_share_1 60 journey_quarter_postgres 60
  browser_odd_words 55 journey_reports_postgres 55 journey_lg_inform_postgres 50 journey_lg_inform_sqlite 50 work 45 browser_keyboard 40
  journey_quarter_sqlite 37 journey_reports_sqlite 32 council 30 kit 30 journey_in_and_out 27 chaos_cycle_kill_postgres 23
  journey_letters_go_postgres 23 collect 23 chaos_kill_postgres 22 browser_entering 20 browser_many 20 browser_rules 15)
while(seconds)
  list(POP_FRONT seconds name cost)
  if(TEST ${name})
    set_tests_properties(${name} PROPERTIES COST ${cost})
  endif()
endwhile()
