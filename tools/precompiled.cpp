// Holds the precompiled header that every folder uses (CMakeLists.txt).
