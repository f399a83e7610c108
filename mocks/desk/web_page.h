#pragma once

#include <string_view>

namespace mayday {

/// The script of the desk's one web page.
inline constexpr std::string_view kAppScript = R"js("use strict";
async function ask(path) {
  const session = sessionStorage.getItem("session");
  const answer = await fetch("/api" + path, {headers: {authorization: "Bearer " + session}});
  if (!answer.ok) throw new Error(path + ": " + answer.status);
  return answer.json();
}
)js";

}  // namespace mayday
