#include "kit/gunzip.h"

#include <zlib.h>

#include "kit/failure.h"

namespace kit {

struct Gunzip::Inside {
  z_stream stream{};
  bool within = false;  // a member that has begun and not ended
  Inside() {
    if (inflateInit2(&stream, 15 + 16) != Z_OK) throw Failure("A packed file could not be opened: no memory.");
  }
  ~Inside() { inflateEnd(&stream); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

Gunzip::Gunzip(std::istream& in, std::uint64_t limit) : in_(in), limit_(limit) {
  in_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
  const auto got = static_cast<std::size_t>(in_.gcount());
  const bool packed = got >= 2 && packed_[0] == '\x1f' && packed_[1] == '\x8b';
  if (!packed) {
    setg(packed_.data(), packed_.data(), packed_.data() + got);
    return;
  }
  inside_ = std::make_unique<Inside>();
  inside_->stream.next_in = reinterpret_cast<unsigned char*>(packed_.data());
  inside_->stream.avail_in = static_cast<unsigned>(got);
  inside_->within = true;
}

Gunzip::~Gunzip() = default;

Gunzip::int_type Gunzip::end(const char* why) {
  if (why) fault_ = why;
  return traits_type::eof();
}

bool Gunzip::refill() {
  in_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
  return in_.gcount() > 0;
}

Gunzip::int_type Gunzip::underflow() {
  if (inside_) return unpack() ? traits_type::to_int_type(*gptr()) : end(nullptr);
  if (!refill()) return end(nullptr);
  setg(packed_.data(), packed_.data(), packed_.data() + in_.gcount());
  return traits_type::to_int_type(*gptr());
}

// A packed file may be several, one after the other.
bool Gunzip::unpack() {
  auto& stream = inside_->stream;
  while (fault_.empty()) {
    if (stream.avail_in == 0) {
      if (!refill()) {
        if (inside_->within) end("The packed file is cut short: its end is missing.");
        return false;
      }
      stream.next_in = reinterpret_cast<unsigned char*>(packed_.data());
      stream.avail_in = static_cast<unsigned>(in_.gcount());
    }
    if (!inside_->within) inflateReset(&stream), inside_->within = true;
    stream.next_out = reinterpret_cast<unsigned char*>(plain_.data());
    stream.avail_out = static_cast<unsigned>(plain_.size());
    const int said = inflate(&stream, Z_NO_FLUSH);
    if (said != Z_OK && said != Z_STREAM_END && said != Z_BUF_ERROR) return end("The packed file is broken and cannot be unpacked."), false;
    if (said == Z_STREAM_END) inside_->within = false;
    const auto made = plain_.size() - stream.avail_out;
    if ((given_ += made) > limit_) return end("The packed file holds more than may be unpacked."), false;
    if (made > 0) return setg(plain_.data(), plain_.data(), plain_.data() + made), true;
  }
  return false;
}

}  // namespace kit
