// What has been made from the facts and can be thrown away: pictures and rendered pages, kept for one version of the data.
// Bounded; the least recently used goes first. Two threads that want the same thing wait for one making of it.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <typeindex>
#include <typeinfo>

namespace kit {

class Memory {
 public:
  explicit Memory(std::size_t most_bytes);
  ~Memory();

  // The thing under `name` at `version`, made by `make` when it is not there. `bytes` says how large a made thing counts.
  template <class T>
  std::shared_ptr<const T> get(std::int64_t version, const std::string& name, const std::function<std::shared_ptr<const T>()>& make,
                               const std::function<std::size_t(const T&)>& bytes) {
    auto made = get_any(version, std::string(typeid(T).name()) + '\n' + name,
                        [&]() -> Any { auto t = make(); return {t, t ? bytes(*t) : 0}; });
    return std::static_pointer_cast<const T>(made);
  }
  // The same when it is there already; null otherwise, without waiting for a making of it.
  template <class T>
  std::shared_ptr<const T> find(std::int64_t version, const std::string& name) const {
    return std::static_pointer_cast<const T>(find_any(version, std::string(typeid(T).name()) + '\n' + name));
  }
  std::size_t bytes() const;  // of everything kept

 private:
  struct Any {
    std::shared_ptr<const void> thing;
    std::size_t bytes;
  };
  std::shared_ptr<const void> get_any(std::int64_t version, const std::string& name, const std::function<Any()>& make);
  std::shared_ptr<const void> find_any(std::int64_t version, const std::string& name) const;
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kit
