# Tests of the whole program: in a browser, from the command line, and killed while it works. CTest runs them beside the
# unit tests; `ctest -L browser` (journey, chaos) runs one sort alone.
