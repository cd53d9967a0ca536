# The program killed while it writes, on each database. GOLDENTHREAD_KILLS says how often; 50 times unless it does.
if(TARGET goldenthread)
  foreach(engine sqlite postgres)
    whole_program_test(chaos_kill_${engine} chaos python3 tests/chaos/kill_test.py ${engine})
    whole_program_test(chaos_cycle_kill_${engine} chaos ${DEBIAN_PYTHON} tests/chaos/cycle_kill_test.py ${engine})
    set_tests_properties(chaos_kill_${engine} chaos_cycle_kill_${engine} PROPERTIES TIMEOUT 3600)
  endforeach()
endif()
