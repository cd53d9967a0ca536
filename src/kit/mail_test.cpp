#include "kit/mail.h"

#include <gtest/gtest.h>

#include <vector>

#include "kit/failure.h"

namespace kit {
namespace {

Mail letter() {
  return {"performance@ambleford.example", "p.shah@ambleford.example", "Figures are due: 2", "Two figures wait.",
          "<p>Two figures wait.</p>",      "abc@ambleford.example",    {1'750'000'000}};
}

TEST(AMail, HasBothPartsAndItsHeaders) {
  const auto text = message_of(letter());
  EXPECT_TRUE(text.starts_with(
      "Date: Sun, 15 Jun 2025 15:06:40 +0000\r\nFrom: performance@ambleford.example\r\nTo: p.shah@ambleford.example\r\nSubject: Figures are due: 2\r\n"
      "Message-ID: <abc@ambleford.example>\r\nAuto-Submitted: auto-generated\r\n"))
      << text;
  EXPECT_LT(text.find("text/plain"), text.find("text/html"));
  EXPECT_EQ(message_of(letter()), text) << "the same letter is the same message, however often it is tried";
}

TEST(AMail, NeverTakesALineEndIntoAHeader) {
  for (const auto& ending : std::vector<std::string>{"\r\n", "\n", "\r", std::string(1, '\0'), "\x1b", "\x7f"}) {
    const auto forged = "x" + ending + "Bcc: everyone@elsewhere.example";
    for (const auto field : {&Mail::from, &Mail::to, &Mail::subject, &Mail::message_id}) {
      auto mail = letter();
      mail.*field = forged;
      EXPECT_THROW(message_of(mail), Failure);
    }
  }
}

TEST(AMail, WritesASubjectInAnyLanguageInLinesThatAreShortEnough) {
  auto mail = letter();
  mail.subject = "Came back: Ysgolion a’u disgyblion, 100 % =?utf-8?Q?x?= 👩‍👩‍👧‍👦 " + std::string(200, 'n');
  const auto text = message_of(mail);
  const auto begins = text.find("Subject: "), ends = text.find("\r\nMessage-ID");
  for (std::size_t i = begins; i < ends;) {
    const auto end = text.find("\r\n", i);
    EXPECT_LE(end - i, 78u);
    i = end + 2;
    EXPECT_TRUE(i >= ends || text[i] == ' ');
  }
  EXPECT_EQ(text.find("=?utf-8?Q?x?="), text.npos) << "what looks like an encoded word is text";
}

TEST(AMail, KeepsItsLinesShortAndItsTextWhole) {
  auto mail = letter();
  mail.plain = std::string(500, 'a') + "\n = é \n.\n..two dots \nFrom here";
  const auto text = message_of(mail);
  for (std::size_t i = 0; i < text.size();) {
    const auto end = text.find("\r\n", i);
    ASSERT_NE(end, text.npos);
    EXPECT_LE(end - i, 100u);
    i = end + 2;
  }
  EXPECT_NE(text.find(" =3D =C3=A9=20\r\n.\r\n"), text.npos);
}

TEST(AMail, CarriesAFileBesideItsTextInShortLines) {
  auto mail = letter();
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i % 256);
  mail.attachment = {"quarterly.pdf", "application/pdf", bytes};
  const auto text = message_of(mail);
  EXPECT_LT(text.find("multipart/mixed"), text.find("multipart/alternative"));
  EXPECT_LT(
      text.find("text/html"),
      text.find(
          "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"quarterly.pdf\"\r\n\r\nAAECAwQF"));
  for (std::size_t i = 0; i < text.size();) {
    const auto end = text.find("\r\n", i);
    ASSERT_NE(end, text.npos);
    EXPECT_LE(end - i, 100u);
    i = end + 2;
  }
  mail.attachment->name = "a\r\nBcc: everyone@elsewhere.example";
  EXPECT_THROW(message_of(mail), Failure);
}

}  // namespace
}  // namespace kit
