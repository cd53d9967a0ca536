#include "kit/json.h"

#include <gtest/gtest.h>

namespace kit {
namespace {

std::string said(std::string_view text) {
  const auto read = read_json(text);
  return read ? "" : read.refusals().all().front().sentence;
}

TEST(Json, KeepsTheDigitsOfANumber) {
  const auto read = read_json(R"({"a": 92.50, "b": -0.1250, "c": 9007199254740993, "d": 1e3, "e": 123456789012345678901234567890})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->find("a")->text, "92.50");
  EXPECT_EQ(read->find("b")->text, "-0.1250");
  EXPECT_EQ(read->find("c")->text, "9007199254740993");
  EXPECT_EQ(read->find("d")->text, "1e3");
  EXPECT_EQ(read->find("e")->text, "123456789012345678901234567890");
  EXPECT_EQ(read->find("f"), nullptr);
}

TEST(Json, ReadsListsObjectsAndTextsWithinEachOther) {
  const auto read = read_json(
      "[{\"note\": \"Tab\\tand \\u00a3\\ud83d\\ude00\", \"none\": null, \"yes\": true, \"in\": {\"x\": [1, [2]]}}, []]");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->items.size(), 2u);
  const auto& first = read->items[0];
  EXPECT_EQ(first.find("note")->text, "Tab\tand \xC2\xA3\xF0\x9F\x98\x80");
  EXPECT_EQ(first.find("none")->kind, Json::Kind::nothing);
  EXPECT_EQ(first.find("yes")->text, "true");
  EXPECT_EQ(first.find("in")->find("x")->items[1].items[0].text, "2");
  EXPECT_EQ(read->items[1].kind, Json::Kind::list);
}

TEST(Json, SaysWhereItCannotBeRead) {
  EXPECT_EQ(said("{\"a\": 1,\n \"b\" 2}"),
            "This cannot be read as JSON from line 2, character 6. Check the commas, quotes and brackets there.");
  for (const char* bad : {"", "[1,]", "{\"a\":1", "nul", "[1] 2", "{a:1}", "\"\xFF\"", "01", "'x'"}) EXPECT_NE(said(bad), "") << bad;
  EXPECT_NE(said(std::string(1000, '[')), "");
}

TEST(Json, RefusesAFieldThatIsThereTwiceAndNul) {
  EXPECT_EQ(said(R"({"a": 1, "a": 2})"), "The field ‘a’ is there twice. Send it once.");
  EXPECT_EQ(said(R"({"a": "x\u0000y"})"), "A text holds the character NUL. Leave it out.");
}

TEST(PackedJson, KeepsTheNumbersOfAFieldAndWhereEachListEnds) {
  const auto read = read_json(R"({"name": "A", "at": [[[1, 2], [3, -4.5]], [[5, 6]]], "also": {"at": []}})", {"at"});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->tree.find("name")->text, "A");
  EXPECT_EQ(read->tree.find("at")->text, "0");
  ASSERT_EQ(read->nests.size(), 2u);
  EXPECT_EQ(read->nests[0].numbers, (std::vector<double>{1, 2, 3, -4.5, 5, 6}));
  EXPECT_EQ(read->nests[0].ends, (std::vector<std::vector<std::uint32_t>>{{2}, {2, 3}, {2, 4, 6}}));
  EXPECT_EQ(read->nests[1].depth(), 1u);
}

TEST(PackedJson, RefusesWhatIsNoNumberAndNumbersAtTwoDepths) {
  for (const char* bad : {R"({"at": [1, "2"]})", R"({"at": [1, [2]]})", R"({"at": [[1], 2]})", R"({"at": [null]})",
                          R"({"at": [{"x": 1}]})", R"({"at": 7})"}) {
    const auto read = read_json(bad, {"at"});
    ASSERT_FALSE(read) << bad;
    EXPECT_EQ(read.refusals().all()[0].sentence,
              "Among coordinates stands something that is no number. Only numbers in lists belong there.")
        << bad;
  }
}

}  // namespace
}  // namespace kit
