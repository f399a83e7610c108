#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>
#include <type_traits>

#include "corpus.h"
#include "mayday/ledger/events.h"
#include "mayday/reports/github_annotations.h"
#include "mayday/reports/junit_xml.h"
#include "mayday/reports/report_html.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/summary_markdown.h"
#include "mayday/reports/terminal_summary.h"
#include "mayday/reports/timeline_csv.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::string_literals;

// Puts the same text into every string of a described struct, however deep; lists get an item
// first.
template <class T>
void poison(T& value, const std::string& with);

template <class T>
void poison(std::vector<T>& values, const std::string& with) {
  if (values.empty()) values.emplace_back();
  for (T& value : values) poison(value, with);
}

template <class T>
void poison(T& value, const std::string& with) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = with;
  } else if constexpr (boost::describe::has_describe_members<T>::value) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) { poison(value.*member.pointer, with); });
  }
}

Scorecard poisoned_card(const std::string& with) {
  Scorecard card = sample_card();
  poison(card, with);
  return card;
}

std::vector<Event> poisoned_events(const std::string& with) {
  std::vector<Event> events = sample_events();
  for (const char* kind :
       {"declare", "grade", "locate", "notice", "ticket", "claim", "desk", "strange"}) {
    events::Action action{
        with, "team", kind, {{"title", with}, {"text", with}, {with, with}, {"to", with}},
        with, with,   {}};
    events.push_back(make_event(Instant{50min}, action));
  }
  auto add = [&](auto event) {
    poison(event, with);
    events.push_back(make_event(Instant{51min}, event));
  };
  add(events::Armed{});
  add(events::Bit{});
  add(events::Ended{});
  add(events::Journey{});
  add(events::Alert{});
  add(events::Vendor{});
  add(events::Inject{});
  add(events::Pause{});
  add(events::Close{});
  add(events::Books{});
  add(events::Reconciled{});
  events.push_back(make_event(
      Instant{52min},
      events::Action{with, "facilitator", "hint", {{"cost", 5}, {"text", with}}, with, with, {}}));
  return events;
}

EarlierRun poisoned_run(const std::string& with) {
  EarlierRun run;
  for (std::string* text : {&run.read_from, &run.scenario, &run.model, &run.profile, &run.world,
                            &run.starts, &run.verdict, &run.letter})
    *text = with;
  run.bars = {{with, true, 100}};
  run.faults = {{with, {{"t_sym", Instant{1min}}, {"t_det", Instant{2min}}}}};
  return run;
}

std::string poisoned_page(const std::string& with) {
  return report_html(poisoned_card(with), poisoned_events(with), poisoned_run(with));
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

bool is_utf8(const std::string& text) {
  boost::system::error_code error;
  json::parse(json::serialize(json::string(text)), error);
  return !error;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++found;
  return found;
}

/// Nothing in it hides, turns direction, or talks to a terminal. `line_ends` are ours.
void expect_visible(const std::string& text) {
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\r') {
      ADD_FAILURE() << "a control character " << static_cast<int>(byte);
      return;
    }
  }
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\x8B")));
  EXPECT_THAT(text, Not(HasSubstr("\xED\xA0\x80")));
  EXPECT_THAT(text, Not(HasSubstr("\xEF\xBF\xBE")));
}

/// What is not in an attribute: there alone XML forbids "]]>".
std::string outside_quotes(const std::string& xml) {
  std::string out;
  bool quoted = false;
  for (char c : xml) {
    if (c == '"') quoted = !quoted;
    if (!quoted) out += c;
  }
  return out;
}

class Hostile : public ::testing::TestWithParam<std::string> {};

TEST_P(Hostile, TextIsPlainInThePage) {
  // Whatever the strings say, the page holds exactly the elements of its own making.
  std::string page = poisoned_page(GetParam());
  EXPECT_EQ(count(page, "<script"), 2U);  // the data and the code
  EXPECT_EQ(count(page, "<style"), 1U);
  for (const char* tag :
       {"<img", "<iframe", "<object", "<link", "<base", "<form", "<!--", "<![", "<a href=j"})
    EXPECT_EQ(count(page, tag), 0U) << tag;
  EXPECT_EQ(count(page, "<!DOCTYPE"), 1U);
  expect_visible(page);
}

TEST_P(Hostile, TextAddsNoAttributeToThePage) {
  // The body is parsed as XML, which is stricter than HTML: anything unescaped would not parse.
  std::string page = poisoned_page(GetParam());
  std::string body = page.substr(page.find("<body>"), page.find("<script>") - page.find("<body>"));
  pugi::xml_document document;
  pugi::xml_parse_result result = document.load_string(body.append("</body>").c_str());
  ASSERT_TRUE(result) << result.description() << " at "
                      << body.substr(static_cast<std::size_t>(result.offset), 80);
  for (const pugi::xpath_node& found : document.select_nodes("//@*")) {
    std::string name = found.attribute().name();
    EXPECT_FALSE(name.starts_with("on") || name == "style" || name == "src" || name == "srcdoc")
        << name;
    if (name == "href") {
      EXPECT_EQ(
          std::string(found.attribute().value()).find_first_not_of("#abcdefghijklmnopqrstuvwxyz"),
          std::string::npos);
    }
  }
}

TEST_P(Hostile, TextStaysWithinThePagesData) {
  std::string data = between(poisoned_page(GetParam()), "id=\"data\">", "</script>");
  EXPECT_EQ(data.find_first_of("<>&"), std::string::npos);
  json::value read = json::parse(data);
  EXPECT_EQ(read.at("length"), Duration{2h} / 1ms);
  EXPECT_FALSE(read.at("moments").as_array().empty());
}

TEST_P(Hostile, TextKeepsTheXmlWellFormed) {
  std::string xml = junit_xml(poisoned_card(GetParam()));
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(xml.c_str(), pugi::parse_full));
  EXPECT_EQ(count(xml, "<!"), 0U);
  EXPECT_EQ(count(outside_quotes(xml), "]]>"), 0U);
  expect_visible(xml);
}

TEST_P(Hostile, TextIsPlainInMarkdown) {
  std::string text =
      summary_markdown(poisoned_card(GetParam()), Language::en, poisoned_run(GetParam()));
  EXPECT_EQ(count(text, "<"), 2U) << "only our own <sub>";
  EXPECT_EQ(count(text, "://"), 0U);
  EXPECT_EQ(count(text, "](") - count(text, "\\]("), 0U);
  EXPECT_EQ(count(text, "\n::error"), 0U);
  EXPECT_EQ(count(text, "@everyone"), 0U);
  expect_visible(text);
}

TEST_P(Hostile, TextIsNoFormulaAndNoNewRecordInASpreadsheet) {
  std::vector<Event> plain = poisoned_events("x");
  std::string csv = timeline_csv(poisoned_card(GetParam()), poisoned_events(GetParam()));
  EXPECT_EQ(count(csv, "\r\n"), count(timeline_csv(poisoned_card("x"), plain), "\r\n"));
  for (const char* start : {"\"=", "\"+", "\"-", "\"@", "\"\t", "\"＝", "\"＋"})
    EXPECT_EQ(count(csv, ","s + start), 0U) << start;
  expect_visible(csv);
}

TEST_P(Hostile, TextSurvivesInJsonWhereItIsUtf8) {
  std::string text = score_json(poisoned_card(GetParam()));
  json::value score = json::parse(text);
  std::string name(score.at("scenario").as_string());
  bool whole = is_utf8(GetParam());
  EXPECT_EQ(name == GetParam(), whole);
  if (!whole) {
    EXPECT_THAT(name, HasSubstr("\xEF\xBF\xBD"));
  }
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

/// Lines of a log, each without the white space before it, as a build server looks at them.
std::vector<std::string> lines_of(const std::string& log) {
  std::vector<std::string> lines;
  std::istringstream in(log);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line.substr(std::min(line.size(), line.find_first_not_of(" \t"))));
  return lines;
}

TEST_P(Hostile, TextGivesABuildServerNoCommand) {
  Scorecard card = poisoned_card(GetParam());
  std::string log = terminal_summary(card);
  EXPECT_EQ(lines_of(log).size(), lines_of(terminal_summary(poisoned_card("x"))).size());
  for (const std::string& line : lines_of(log)) EXPECT_FALSE(line.starts_with("::")) << line;
  EXPECT_EQ(count(log, "##["), 0U);
  EXPECT_EQ(count(log, "##vso["), 0U);
  expect_visible(log);
}

TEST_P(Hostile, TextStaysWithinItsAnnotation) {
  for (const char* verdict : {"pass", "fail", "void"}) {
    Scorecard card = poisoned_card(GetParam());
    Scorecard plain = poisoned_card("x");
    card.verdict = plain.verdict = verdict;
    std::string log = github_annotations(card, GetParam());
    std::vector<std::string> lines = lines_of(log);
    EXPECT_EQ(lines.size(), lines_of(github_annotations(plain, "x")).size());
    for (const std::string& line : lines) {
      EXPECT_TRUE(line.starts_with("::error file=") || line.starts_with("::warning file=") ||
                  line.starts_with("::notice file="))
          << line;
      EXPECT_EQ(count(line, "::"), 2U) << line;
    }
    expect_visible(log);
  }
}

/// For the tests that open them in a browser and hold them against the schema of JUnit.
TEST_P(Hostile, TextIsWrittenForTheBrowserAndTheSchema) {
  std::filesystem::create_directories(MAYDAY_WRITTEN);
  auto known = std::find(hostile_texts().begin(), hostile_texts().end(), GetParam());
  std::string stem = MAYDAY_WRITTEN "/hostile-" + std::to_string(known - hostile_texts().begin());
  std::ofstream(stem + ".html", std::ios::binary) << poisoned_page(GetParam());
  std::ofstream(stem + ".xml", std::ios::binary) << junit_xml(poisoned_card(GetParam()));
  EXPECT_TRUE(std::filesystem::exists(stem + ".xml"));
}

TEST(HostileTexts, AreSixty) { EXPECT_EQ(hostile_texts().size(), 60U); }

INSTANTIATE_TEST_SUITE_P(Corpus, Hostile, ::testing::ValuesIn(hostile_texts()));

}  // namespace
}  // namespace mayday
