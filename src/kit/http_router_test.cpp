#include <gtest/gtest.h>

#include "kit/failure.h"
#include "kit/http.h"

namespace kit {
namespace {

Router routes() {
  Router router;
  for (const char* pattern : {"/", "/indicators", "/indicators/{code}", "/indicators/new", "/indicators/{code}/figures",
                              "/data/catalogue.csv", "/{page}/about", "/indicators/{code}.xlsx", "/indicators/{code}.about.json"}) {
    router.add(Method::get, pattern, [name = std::string(pattern)](const Request&) { return Response::html(name); });
  }
  router.add(Method::post, "/indicators/{indicator}/check", [](const Request&) { return Response::html("checked"); });
  return router;
}

struct Asked {
  std::string route, code, format, path;
};

Asked asked(const std::string& target, Method method = Method::get) {
  static const Router router = routes();
  Request request;
  request.target = target;
  request.path = url_decoded(target.substr(0, target.find('?'))).value();
  const auto found = router.find(method, request);
  if (!found.answer) return {found.other_method ? "by the other method" : "nothing", "", "", ""};
  return {request.route, request.value("code"), request.format, request.path};
}

TEST(FindingARoute, PrefersTheMostLiteral) {
  EXPECT_EQ(asked("/indicators/new").route, "/indicators/new");
  EXPECT_EQ(asked("/indicators/BBF07").route, "/indicators/{code}");
  EXPECT_EQ(asked("/indicators/about").route, "/indicators/{code}");
  EXPECT_EQ(asked("/plan/about").route, "/{page}/about");
  EXPECT_EQ(asked("/").route, "/");
}

TEST(FindingARoute, TakesValuesFromTheAddress) {
  EXPECT_EQ(asked("/indicators/BBF07/figures").code, "BBF07");
  EXPECT_EQ(asked("/indicators/N%2FA%201/figures").code, "N/A 1");
  EXPECT_EQ(asked("/indicators/v1.2").code, "v1.2");
}

TEST(FindingARoute, TakesTheFormatFromTheEnding) {
  EXPECT_EQ(asked("/indicators/BBF07.json?as-at=x").format, "json");
  EXPECT_EQ(asked("/indicators/BBF07.json?as-at=x").code, "BBF07");
  EXPECT_EQ(asked("/indicators/BBF07.csv").path, "/indicators/BBF07");
  EXPECT_EQ(asked("/indicators.csv").route, "/indicators");
  EXPECT_EQ(asked("/.json").route, "/");
  EXPECT_EQ(asked("/.json").path, "/");
  EXPECT_EQ(asked("/indicators").format, "html");
}

TEST(FindingARoute, LeavesAFileNameThatIsARouteWhole) {
  EXPECT_EQ(asked("/data/catalogue.csv").route, "/data/catalogue.csv");
  EXPECT_EQ(asked("/data/catalogue.csv").format, "html");
}

TEST(FindingARoute, TakesAValueWithAnEndingOfItsOwn) {
  EXPECT_EQ(asked("/indicators/BBF07.xlsx").route, "/indicators/{code}.xlsx");
  EXPECT_EQ(asked("/indicators/BBF07.xlsx").code, "BBF07");
  EXPECT_EQ(asked("/indicators/BBF07.about.json").route, "/indicators/{code}.about.json");
  EXPECT_EQ(asked("/indicators/BBF07.about.json").code, "BBF07");
  EXPECT_EQ(asked("/indicators/.xlsx").route, "/indicators/{code}");
  EXPECT_EQ(asked("/indicators/BBF07.xlsx/figures").code, "BBF07.xlsx");
}

TEST(FindingARoute, TellsNothingHereFromNotByThisMethod) {
  EXPECT_EQ(asked("/nowhere").route, "nothing");
  EXPECT_EQ(asked("/indicators/").route, "nothing");
  EXPECT_EQ(asked("//").route, "nothing");
  EXPECT_EQ(asked("/indicators", Method::post).route, "by the other method");
  EXPECT_EQ(asked("/indicators/A/check").route, "by the other method");
}

TEST(FindingARoute, RefusesTwoRoutesOfOneAddress) {
  auto router = routes();
  EXPECT_THROW(router.add(Method::get, "/indicators/{other}", nullptr), Defect);
}

}  // namespace
}  // namespace kit
