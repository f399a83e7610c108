#include "page.h"

#include "mayday/reports/language.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {

std::string both(const Text& text, std::size_t most) {
  const std::string& zh = in(text, Language::zh);
  const std::string& en = in(text, Language::en);
  if (zh == en) return html(zh, most);
  return R"(<span class="zh" lang="zh">)" + html(zh, most) +
         R"(</span><span class="en" lang="en">)" + html(en, most) + "</span>";
}

std::string label(std::string_view key) { return both(word(key)); }

std::string label_of_element(std::string_view element) {
  return both(name_of("element", element), 40);
}

std::string chip(std::string_view tone, std::string_view html_inside) {
  return R"(<span class="chip )" + std::string(tone) + R"(">)" + std::string(html_inside) +
         "</span>";
}

std::string fact(std::string_view key, const std::string& value) {
  return "<div><dt>" + label(key) + "</dt><dd>" + value + "</dd></div>";
}

std::string bad_count(std::int64_t count) {
  return count == 0 ? "0" : "<b class=\"loss\">" + std::to_string(count) + "</b>";
}

std::string_view tone_of_mark(std::string_view mark) {
  if (mark == "P") return "good";
  if (mark == "S") return "fair";
  if (mark == "M") return "weak";
  return mark == "U" ? "bad" : "plain";
}

std::string_view tone_of_verdict(std::string_view verdict) {
  if (verdict == "pass") return "good";
  return verdict == "fail" ? "bad" : "weak";
}

std::string or_none_yet(std::string_view text) {
  return text.empty() ? "<span class=\"quiet\">" + label("none-yet") + "</span>" : html(text, 80);
}

std::string section(std::string_view id, std::string_view heading, std::string_view html_inside) {
  std::string name(id);
  return "<section aria-labelledby=\"" + name + "\">\n<h2 id=\"" + name + "\">" +
         std::string(heading) + "</h2>\n" + std::string(html_inside) + "</section>\n";
}

std::string section(std::string_view name, std::string_view html_inside) {
  return section(name, label(name), html_inside);
}

Table::Table(std::string region_id, Text caption, std::vector<std::string_view> columns,
             std::size_t most)
    : id_(std::move(region_id)),
      caption_(std::move(caption)),
      columns_(std::move(columns)),
      most_(most) {}

void Table::row(const std::vector<std::string>& cells) {
  if (++count_ > most_) return;
  rows_ += "<tr>";
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::string content = i >= cells.size() || cells[i].empty() ? "–" : cells[i];
    rows_ += i == 0 ? R"(<th scope="row">)" + content + "</th>" : "<td>" + content + "</td>";
  }
  rows_ += "</tr>\n";
}

std::string Table::html() const {
  if (count_ == 0)
    return "<p class=\"quiet\">" + both(caption_) + ": " + label("nothing") + "</p>\n";
  std::string out = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id_ +
                    "\">\n<table><caption id=\"" + id_ + "\">" + both(caption_) +
                    "</caption>\n<thead><tr>";
  for (std::string_view column : columns_) out += R"(<th scope="col">)" + label(column) + "</th>";
  out += "</tr></thead>\n<tbody>\n" + rows_ + "</tbody></table></div>\n";
  if (count_ > most_) out += "<p class=\"quiet\">" + label("all-moments-in") + "</p>\n";
  return out;
}

}  // namespace mayday
