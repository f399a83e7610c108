#pragma once

#include <string>
#include <vector>

#include "approval_desk.h"
#include "budget_desk.h"
#include "claim_desk.h"
#include "login_desk.h"
#include "mayday/desk/desk.h"
#include "message_desk.h"
#include "reconciler.h"
#include "routes.h"
#include "trip_desk.h"

namespace mayday {

/// Everything the desk is made of, the most basic first.
struct Desk::Parts {
  Parts(World& where, Origins& callers, const Plan& plan, InnerPoints inside, DeskHooks tell);

  /// One exchange: whom it is for, what is done, what is written down.
  Task<Response> serve(Request request, Route route, std::string value);
  /// A request to `/admin` when nobody else wants to answer it.
  Task<Response> administer(Request request);

  void note_intercepted(const Exchange& x, const Reply& reply);
  void change(const json::object& changes);
  Task<DeskReconciliation> reconcile();
  Task<DeskReplay> replay_messages();
  void clear_token_cache();

  World& world;
  Origins& origins;
  InnerPoints points;
  DeskHooks hooks;
  std::vector<Department> departments;

  DeskSettings settings;
  AccessLog log;
  Meters meters;
  VendorCalls calls;

  HesiClient hesi;
  HesiDocuments documents;
  AirlineClient airline;
  HotelClient hotel;
  PaymentClient payment;

  Sessions sessions;
  ClaimBook claims;
  TripBook trips;

  LoginDesk login_desk;
  ClaimDesk claim_desk;
  ApprovalDesk approval_desk;
  TripDesk trip_desk;
  BudgetDesk budget_desk;
  MessageDesk message_desk;
  Reconciler reconciler;
  Router router;

 private:
  Task<Response> act(Route route, Session who, Request request, std::string value, Caller caller);
  Response change_settings(const Request& request);
  Task<Response> run_action(std::string action);
  void take_effect(const std::string& name, const json::value& value);
  Task<void> roll_out_auth(json::value version, int rollout);
  std::string manager_of(const std::string& department) const;

  std::vector<std::string_view> patterns_ = route_patterns();
  int auth_rollouts_ =
      0;  ///< The number of the newest one; older ones that are under way come to nothing.
  int reconciliations_ = 0;
  int replays_ = 0;
};

}  // namespace mayday
