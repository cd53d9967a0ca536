#!/bin/bash
# Throws mangled files at each reader for so many seconds (60). What breaks one is kept in build/fuzz/found and shown.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
cmake -S . -B build/fuzz -G Ninja -DCMAKE_C_COMPILER=clang-14 -DCMAKE_CXX_COMPILER=clang++-14 -DGOLDENTHREAD_FUZZ=ON \
  -DGOLDENTHREAD_TESTS=OFF >/dev/null
ninja -C build/fuzz fuzz_programs
mkdir -p build/fuzz/found
for program in build/fuzz/*_fuzz; do
  name=$(basename "$program" _fuzz)
  echo "== $name, $seconds seconds"
  mkdir -p "build/fuzz/grown/$name" "tests/fuzz/$name"
  "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$name-" "build/fuzz/grown/$name" "tests/fuzz/$name" 2>&1 | grep -vE '^#[0-9]+' | tail -25
done
