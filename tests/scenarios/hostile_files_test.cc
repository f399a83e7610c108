#include <gtest/gtest.h>
#include <sys/stat.h>

#include "files.h"

namespace mayday::test {
namespace {

/// The first line of what a person is told.
std::string first_line(const std::string& text) {
  std::string message = complaint_about_text(text);
  return message.substr(0, message.find('\n'));
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

constexpr std::size_t kMiB = 1024 * 1024;

TEST(HostileFiles, OverOneMebibyteAreNotEvenRead) {
  EXPECT_EQ(complaint_about_text(repeated("[", 10 * kMiB)),
            "drill.yaml:1:1: the file has 10485760 bytes; at most 1048576 are read");
}

TEST(HostileFiles, OfBracketsOrCommasAreRefusedBeforeTheParserStoresThem) {
  EXPECT_EQ(first_line(repeated("[", kMiB)),
            "drill.yaml:1:40001: the file has more than 40000 brackets and commas");
  EXPECT_EQ(first_line(repeated("{a: ", kMiB / 4)),
            "drill.yaml:1:160001: the file has more than 40000 brackets and commas");
  EXPECT_EQ(first_line("[" + repeated("a,", kMiB / 3)),
            "drill.yaml:1:80001: the file has more than 40000 brackets and commas");
  EXPECT_EQ(first_line(repeated("[\n", kMiB / 2)),
            "drill.yaml:40001:1: the file has more than 40000 brackets and commas");
}

TEST(HostileFiles, MayNestSixteenLevelsAndNoMore) {
  std::string nested = "scenario: " + repeated("[", 15) + repeated("]", 15) + "\n";
  EXPECT_EQ(first_line(nested),
            "drill.yaml:1:11: a scenario's name is written as one word, not as a list or a map");
  std::string deeper = "scenario: " + repeated("[", 16) + repeated("]", 16) + "\n";
  EXPECT_EQ(first_line(deeper), "drill.yaml:1:26: nested more than 16 levels deep");
}

TEST(HostileFiles, NestedByBlocksAreRefusedAsWell) {
  EXPECT_EQ(first_line(repeated("- ", kMiB / 2)),
            "drill.yaml:1:33: nested more than 16 levels deep");
  EXPECT_EQ(first_line(repeated("? ", kMiB / 2)),
            "drill.yaml:1:3: a key must be one word, not a list or a map");
}

TEST(HostileFiles, HaveAtMostTwentyThousandParts) {
  EXPECT_EQ(first_line(repeated("- a\n", 20'001)),
            "drill.yaml:20000:3: the file has more than 20000 parts");
}

TEST(HostileFiles, AreRefusedForABombOfAliases) {
  std::string bomb = "a: &a [lol, lol]\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    char before = static_cast<char>(c - 1);
    bomb += std::string{c} + ": &" + c + " [*" + before + ", *" + before + ", *" + before + "]\n";
  }
  EXPECT_EQ(first_line(bomb), "drill.yaml:1:4: anchors (&name) are not part of the language");
}

TEST(HostileFiles, AreRefusedForAnAliasOfThemselves) {
  EXPECT_EQ(first_line("&a [*a]\n"),
            "drill.yaml:1:1: anchors (&name) are not part of the language");
}

TEST(HostileFiles, AreRefusedForATagOnAnything) {
  for (const char* tagged : {"! word", "!!map {a: b}", "!<x> [a]", "!e ~"})
    EXPECT_EQ(first_line("scenario: " + std::string(tagged) + "\n"),
              "drill.yaml:1:11: tags (!name) are not part of the language")
        << tagged;
}

TEST(HostileFiles, InUtf16AreToldToBecomeUtf8) {
  EXPECT_EQ(complaint_about_text(std::string("\xFF\xFE"
                                             "s\0c\0",
                                             6)),
            "drill.yaml:1:1: the file is UTF-16; save it as UTF-8");
  EXPECT_EQ(first_line(std::string("s\0c\0", 4)),
            "drill.yaml:1:2: the file holds a NUL byte; a scenario is plain UTF-8 text");
}

TEST(HostileFiles, MayNotHoldBrokenUtf8) {
  for (const char* bytes :
       {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8"})
    EXPECT_EQ(
        first_line("a: " + std::string(bytes) + "\n"),
        "drill.yaml:1:4: the file holds a byte that is not UTF-8; a scenario is plain UTF-8 text");
}

TEST(HostileFiles, MayNotHideCharactersEvenEscaped) {
  EXPECT_EQ(first_line("scenario: \"a\\0b\"\n"), "drill.yaml:1:11: this text holds a NUL byte");
  EXPECT_EQ(first_line("scenario: \"a\\u200bb\"\n"),
            "drill.yaml:1:11: this text holds an invisible character (U+200B)");
  EXPECT_EQ(first_line("\"scen\\u202eario\": a\n"),
            "drill.yaml:1:1: this text holds a character that turns the text's direction (U+202E)");
}

TEST(HostileFiles, MayBeginWithTheMarkThatSomeEditorsPutFirst) {
  EXPECT_EQ(complaint_about_text("\xEF\xBB\xBF" + small_scenario()), "");
}

TEST(HostileFiles, MayEndTheirLinesAsWindowsDoes) {
  std::string text;
  for (char c : small_scenario()) text += c == '\n' ? "\r\n" : std::string{c};
  EXPECT_EQ(complaint_about_text(text), "");
}

TEST(HostileFiles, ThatAreEmptyAreCalledSo) {
  EXPECT_EQ(complaint_about_text(""), "drill.yaml:1:1: the file is empty");
  EXPECT_EQ(first_line("\n\n"), "drill.yaml:1:1: the file holds nothing but comments");
}

TEST(HostileFiles, ThatAreNoFilesAreCalledSo) {
  Folder folder;
  EXPECT_EQ(complaint_about(folder.path() + "/none.yaml", with_library()),
            "none.yaml: there is no such file");
  std::filesystem::create_directory(folder.path() + "/folder.yaml");
  EXPECT_EQ(complaint_about(folder.path() + "/folder.yaml", with_library()),
            "folder.yaml: this is a folder, not a file");
  // A named pipe without a writer would be waited for for ever.
  ASSERT_EQ(mkfifo((folder.path() + "/pipe.yaml").c_str(), 0600), 0);
  EXPECT_EQ(complaint_about(folder.path() + "/pipe.yaml", with_library()),
            "pipe.yaml: this is not a regular file");
}

TEST(HostileFiles, ThatNobodyMayReadAreCalledSo) {
  Folder folder;
  std::string path = folder.write("secret.yaml", small_scenario());
  std::filesystem::permissions(path, std::filesystem::perms::none);
  if (std::ifstream(path)) GTEST_SKIP() << "this user reads everything";
  EXPECT_EQ(complaint_about(path, with_library()), "secret.yaml: the file cannot be read");
}

TEST(HostileFiles, CutOffAnywhereAreRefusedWithAPlaceOrRead) {
  std::string whole = read_file(kLibrary + "/hesi-approval-timeout.yaml");
  for (std::size_t length = 1; length < whole.size(); length += 29) {
    std::string message = complaint_about_text(whole.substr(0, length));
    if (message.empty()) continue;
    EXPECT_TRUE(message.starts_with("drill.yaml:")) << message;
    EXPECT_NE(message.find('^'), std::string::npos) << message;
  }
}

TEST(HostileFiles, WithOneByteChangedAreRefusedWithAPlaceOrRead) {
  std::string whole = small_scenario();
  for (std::size_t at = 0; at < whole.size(); at += 5) {
    for (char c : {'[', '}', ':', '&', '*', '!', '"', '\n', '\t', '\0', '\x80', '%', '|', '-'}) {
      std::string changed = whole;
      changed[at] = c;
      std::string message = complaint_about_text(changed);
      EXPECT_TRUE(message.empty() || message.starts_with("drill.yaml:")) << message;
    }
  }
}

}  // namespace
}  // namespace mayday::test
