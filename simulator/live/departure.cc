#include "departure.h"

#include "mayday/base/check.h"

namespace mayday {

Departure departure_of(const Reply& reply, AnswerShape shape) {
  std::string_view body = reply.response.body;
  switch (reply.delivery) {
    case Delivery::cut:
      if (has_body(reply.response, shape) && reply.cut_at < body.size())
        return {true, body.substr(0, reply.cut_at), reply.cut_resets ? Then::reset : Then::leave};
      [[fallthrough]];
    case Delivery::whole:
      if (!has_body(reply.response, shape)) body = {};
      return {true, body, shape.keep ? Then::stay : Then::leave};
    case Delivery::garbage:
      return {false, body, Then::leave};
    case Delivery::close:
      return {false, {}, Then::leave};
    case Delivery::reset:
      return {false, {}, Then::reset};
  }
  broken("unhandled Delivery");
}

}  // namespace mayday
