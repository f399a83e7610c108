#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/mp11/algorithm.hpp>
#include <pugixml.hpp>
#include <type_traits>

#include "mayday/ledger/events.h"
#include "mayday/reports/junit_xml.h"
#include "mayday/reports/report_html.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/summary_markdown.h"
#include "mayday/reports/timeline_csv.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::string_literals;

const std::vector<std::string>& corpus() {
  static const std::vector<std::string> all = {
      "<script>alert(1)</script>",
      "</script><script>alert(1)</script>",
      "</title></svg></style><script>x</script>",
      "<img src=x onerror=alert(1)>",
      "\" onmouseover=\"alert(1)",
      "' onfocus='alert(1)' autofocus='",
      "<svg/onload=alert(1)>",
      "<iframe srcdoc='<script>x</script>'>",
      "<a href=javascript:alert(1)>x</a>",
      "<!--",
      "--><b>",
      "]]>",
      "<![CDATA[x",
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
      "&lt;script&gt; &amp; &#x3c;script&#x3e;",
      "a\0b"s,
      "\x1b[31mred\x1b[0m\x07",
      "one\r\n2026-03-01 forged line",
      "\r\n::error::forged",
      "safe\xE2\x80\xAEtxt.exe",
      "zero\xE2\x80\x8Bwidth\xEF\xBB\xBF",
      "\xFF\xFE\xC0\xAF\xED\xA0\x80 broken",
      "\xEF\xBF\xBE noncharacter",
      "=HYPERLINK(\"http://evil.example\",\"x\")",
      "+cmd|' /C calc'!A0",
      "@SUM(1+9)*cmd|' /C calc'!A0",
      "\t=1+1",
      "＝1＋1",
      "| a | b |\n|---|---|",
      "![x](http://evil.example/p.png) [y](javascript:x) <http://evil.example>",
      "`code` **bold** # heading\n- item @everyone",
      "{{7*7}} ${7*7} <%= 7*7 %>",
      std::string(9000, '<'),
  };
  return all;
}

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
  return events;
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
  std::string page = report_html(poisoned_card(GetParam()), poisoned_events(GetParam()));
  EXPECT_EQ(count(page, "<script"), 1U);
  EXPECT_EQ(count(page, "<style"), 1U);
  for (const char* tag : {"<img", "<iframe", "<object", "<link", "<base", "<form", "<!--", "<![",
                          "<b>x", "<a href=j"})
    EXPECT_EQ(count(page, tag), 0U) << tag;
  EXPECT_EQ(count(page, "<!DOCTYPE"), 1U);
  expect_visible(page);
}

TEST_P(Hostile, TextAddsNoAttributeToThePage) {
  // The body is parsed as XML, which is stricter than HTML: anything unescaped would not parse.
  std::string page = report_html(poisoned_card(GetParam()), poisoned_events(GetParam()));
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
      EXPECT_STREQ(found.attribute().value(), "#timeline");
    }
  }
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
  std::string text = summary_markdown(poisoned_card(GetParam()), Language::en);
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
  bool broken = GetParam().starts_with("\xFF");
  EXPECT_EQ(name == GetParam(), !broken);
  if (broken) {
    EXPECT_THAT(name, HasSubstr("\xEF\xBF\xBD"));
  }
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

INSTANTIATE_TEST_SUITE_P(Corpus, Hostile, ::testing::ValuesIn(corpus()));

}  // namespace
}  // namespace mayday
