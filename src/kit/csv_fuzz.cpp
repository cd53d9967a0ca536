#include "kit/fuzzed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  kit::try_csv({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
