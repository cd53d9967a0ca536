#include "kit/browser.h"

#include <sodium.h>

#include <algorithm>
#include <limits>

#include "kit/devtools.h"
#include "kit/failure.h"
#include "kit/moment.h"

namespace kit {
namespace {

std::string decoded(const Json& answer) {
  const auto* data = answer.find("data");
  if (!data) throw Failure("The browser that makes the file answered without one.");
  std::string bytes(data->text.size(), '\0');
  std::size_t length = 0;
  if (::sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), data->text.data(),
                          data->text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    throw Failure("The file that the browser made cannot be read.");
  bytes.resize(length);
  return bytes;
}

const std::string& text_of(const Json& answer, std::string_view name) {
  const auto* found = answer.find(name);
  if (!found) throw Failure("The browser that makes the file does not answer as expected.");
  return found->text;
}

// The same page gives the same bytes on any day: both dates are of one length.
void set_dates(std::string& pdf, std::int64_t moment) {
  std::string digits;
  for (const char c : Moment{moment}.iso())
    if (c >= '0' && c <= '9') digits += c;
  digits.resize(14, '0');
  for (const std::string_view name : {"/CreationDate (D:", "/ModDate (D:"})
    for (auto at = pdf.find(name); at != std::string::npos; at = pdf.find(name, at + 1))
      if (at + name.size() + digits.size() <= pdf.size()) pdf.replace(at + name.size(), digits.size(), digits);
}

// The names of its elements go on counting while the browser lives: they begin at 1 again, in the same order and of the same length.
void set_names(std::string& pdf) {
  constexpr std::string_view name = "(node";
  constexpr std::size_t digits = 8;
  const auto each = [&](auto deal) {
    for (auto at = pdf.find(name); at != std::string::npos; at = pdf.find(name, at + 1)) {
      const auto from = at + name.size();
      if (pdf.find_first_not_of("0123456789", from) == from + digits && pdf[from + digits] == ')') deal(from);
    }
  };
  long least = std::numeric_limits<long>::max();
  each([&](std::size_t from) { least = std::min(least, std::stol(pdf.substr(from, digits))); });
  each([&](std::size_t from) {
    const auto number = std::to_string(std::stol(pdf.substr(from, digits)) - least + 1);
    pdf.replace(from, digits, std::string(digits - number.size(), '0') + number);
  });
}

constexpr std::string_view a4 =
    R"(,"paperWidth":8.27,"paperHeight":11.69,"marginTop":0.75,"marginBottom":0.75,"marginLeft":0.55,"marginRight":0.55)";

// One page of the browser, closed when it is done with.
class Tab {
 public:
  Tab(DevTools& tools, const std::string& html, const Watch& watch) : tools_(tools) {
    target_ = text_of(tools.ask("Target.createTarget", R"({"url":"about:blank"})", "", watch), "targetId");
    session_ = text_of(
        tools.ask("Target.attachToTarget", "{\"flatten\":true,\"targetId\":" + json_text(target_) + "}", "", watch),
        "sessionId");
    ask("Emulation.setScriptExecutionDisabled", R"({"value":true})", watch);
    ask("Network.enable", "{}", watch);
    ask("Network.setBlockedURLs", R"({"urls":["http://*","https://*","ws://*","wss://*","ftp://*","file://*"]})", watch);
    const auto tree = ask("Page.getFrameTree", "{}", watch);
    const auto* all = tree.find("frameTree");
    const auto* frame = all ? all->find("frame") : nullptr;
    if (!frame) throw Failure("The browser that makes the file shows no page.");
    ask("Page.setDocumentContent", "{\"frameId\":" + json_text(text_of(*frame, "id")) + ",\"html\":" + json_text(html) + "}", watch);
  }
  Json ask(std::string_view method, const std::string& parameters, const Watch& watch) {
    return tools_.ask(method, parameters, session_, watch);
  }
  void close(const Watch& watch) { tools_.ask("Target.closeTarget", "{\"targetId\":" + json_text(target_) + "}", "", watch); }

 private:
  DevTools& tools_;
  std::string target_, session_;
};

}  // namespace

struct Browser::Inside {
  std::string program;
  std::unique_ptr<DevTools> tools;

  template <class Work>
  auto with_tab(const std::string& html, const Watch& watch, Work work) {
    try {
      if (!tools || !tools->lives()) tools = std::make_unique<DevTools>(program);
      Tab tab(*tools, html, watch);
      auto made = work(tab);
      tab.close(watch);
      return made;
    } catch (...) {
      tools.reset();
      throw;
    }
  }
};

Browser::Browser(std::string program) : inside_(new Inside{std::move(program), nullptr}) {}
Browser::~Browser() = default;

std::string Browser::printed(const PrintedPage& page, std::int64_t moment, const Watch& watch) {
  return inside_->with_tab(page.html, watch, [&](Tab& tab) {
    auto pdf = decoded(tab.ask(
        "Page.printToPDF",
        R"({"printBackground":true,"generateTaggedPDF":true,"generateDocumentOutline":true,"displayHeaderFooter":true,"headerTemplate":)" +
            json_text(page.above) + ",\"footerTemplate\":" + json_text(page.below) + std::string(a4) + "}",
        watch));
    set_dates(pdf, moment);
    set_names(pdf);
    return pdf;
  });
}

std::vector<std::string> Browser::pictures(const std::string& html, const std::vector<Box>& boxes, const Watch& watch) {
  return inside_->with_tab(html, watch, [&](Tab& tab) {
    std::vector<std::string> all;
    for (const auto& box : boxes)
      all.push_back(decoded(
          tab.ask("Page.captureScreenshot",
                  R"({"format":"png","optimizeForSpeed":true,"captureBeyondViewport":true,"clip":{"x":)" +
                      std::to_string(box.left) + ",\"y\":" + std::to_string(box.top) + ",\"width\":" +
                      std::to_string(box.width) + ",\"height\":" + std::to_string(box.height) + ",\"scale\":2}}",
                  watch)));
    return all;
  });
}

void Browser::rest() { inside_->tools.reset(); }
std::size_t Browser::memory() const { return inside_->tools ? inside_->tools->memory() : 0; }

}  // namespace kit
