#include "kit/gunzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <sstream>

namespace kit {
namespace {

std::string packed(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string made(deflateBound(&stream, text.size()) + 64, '\0'), in = text;
  stream.next_in = reinterpret_cast<unsigned char*>(in.data());
  stream.avail_in = static_cast<unsigned>(in.size());
  stream.next_out = reinterpret_cast<unsigned char*>(made.data());
  stream.avail_out = static_cast<unsigned>(made.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  made.resize(stream.total_out);
  deflateEnd(&stream);
  return made;
}

struct Read {
  std::string text, fault;
};
Read read(const std::string& bytes, std::uint64_t limit = Gunzip::usual_limit) {
  std::istringstream in(bytes);
  Gunzip unpacked(in, limit);
  std::istream out(&unpacked);
  std::ostringstream text;
  text << out.rdbuf();
  return {text.str(), unpacked.fault()};
}

const std::string much = [] {
  std::string made;
  for (int i = 0; i < 100000; ++i) made += "row " + std::to_string(i * 7919 % 100003) + ",1\n";
  return made;
}();

TEST(APackedFile, IsReadAsWhatIsInIt) {
  EXPECT_EQ(read(packed(much)).text, much);
  EXPECT_EQ(read(packed("a,b\n") + packed("1,2\n")).text, "a,b\n1,2\n") << "several, one after the other";
}

TEST(APackedFile, IsReadAsItIsWhenItIsNotPacked) {
  for (const auto& text : {std::string(), std::string("a"), std::string("\x1f"), much}) {
    EXPECT_EQ(read(text).text, text);
    EXPECT_EQ(read(text).fault, "");
  }
}

TEST(APackedFile, SaysThatItIsBroken) {
  const auto whole = packed(much);
  EXPECT_EQ(read(whole.substr(0, whole.size() / 2)).fault, "The packed file is cut short: its end is missing.");
  auto flipped = whole;
  flipped[flipped.size() / 2] ^= 0x55;
  EXPECT_NE(read(flipped).fault, "");
  EXPECT_EQ(read(packed(std::string(1 << 22, 'a')), 1 << 20).fault, "The packed file holds more than may be unpacked.");
}

}  // namespace
}  // namespace kit
