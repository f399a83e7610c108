#include "mayday/reports/figures.h"
#include "page.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

/// What the colours of the phases mean.
std::string legend() {
  std::string out = "<p class=\"legend\">";
  for (const char* phase : {"detect", "declare", "locate", "mitigate", "recover", "verify"})
    out += "<span class=\"key " + std::string(phase) + "\">" + both(name_of("phase", phase)) +
           "</span> ";
  return out + "<span class=\"key normal\">" + label("normal-path") +
         "</span> <span class=\"key other\">" + label("other-path") +
         "</span> <span class=\"key bad\">" + label("bad-journeys") +
         "</span> <span class=\"key wrong\">" + label("wrong-dot") + "</span></p>\n";
}

}  // namespace

std::string timeline_section(const std::vector<Moment>& story) {
  Table table("moments-table", word("moments"), {"at", "lane", "who", "what", "note"});
  for (const Moment& moment : story)
    table.row({clock(moment.at), both(name_of("lane", moment.lane)), both(moment.who, 80),
               both(moment.what, 80), both(moment.detail, 160)});
  return section("timeline",
                 "<div id=\"chart\" hidden=\"hidden\"></div>\n<div id=\"legend\" "
                 "hidden=\"hidden\">" +
                     legend() + "</div>\n<details id=\"story\" open=\"open\"><summary>" +
                     label("moments") + " (" + std::to_string(story.size()) + ")</summary>" +
                     table.html() + "</details>\n");
}

}  // namespace mayday
