#include "mayday/drill/books.h"

#include <gtest/gtest.h>

namespace mayday {
namespace {

BookEntry entry(std::string what, std::string key, std::string state, std::int64_t minor = 68000) {
  return {std::move(what), std::move(key), "id", std::move(state), {minor, "CNY"}};
}

std::string compare(std::vector<BookEntry> desk, std::vector<BookEntry> vendor) {
  std::vector<VendorEntry> vendors;
  for (BookEntry& one : vendor) vendors.push_back({Member::hesi, std::move(one)});
  events::Books books = compare_books(desk, vendors);
  std::string rows;
  for (const events::BookRow& row : books.rows) rows += row.what + " " + row.id + ";";
  return rows;
}

TEST(Books, AgreeWhenBothSidesSayTheSame) {
  EXPECT_EQ(compare({entry("claim", "A", "approved"), entry("claim", "B", "open")},
                    {entry("claim", "A", "approved"), entry("claim", "B", "open")}),
            "");
}

TEST(Books, FindEveryKindOfDifference) {
  EXPECT_EQ(compare({entry("claim", "A", "approved")}, {}), "lost A;");
  EXPECT_EQ(compare({entry("claim", "A", "open")}, {}), "stuck A;");
  EXPECT_EQ(compare({entry("claim", "A", "approved")}, {entry("claim", "A", "open")}), "stuck A;");
  EXPECT_EQ(compare({entry("claim", "A", "open")}, {entry("claim", "A", "approved")}), "stuck A;");
  EXPECT_EQ(compare({entry("claim", "A", "approved")}, {entry("claim", "A", "rejected")}),
            "mismatch A;");
  EXPECT_EQ(compare({entry("flight", "A", "booked")},
                    {entry("flight", "A", "booked"), entry("flight", "A", "booked")}),
            "duplicate A;");
  EXPECT_EQ(compare({entry("payment", "A", "captured")},
                    {entry("payment", "A", "captured"), entry("payment", "A", "captured")}),
            "duplicate-payment A;");
  EXPECT_EQ(compare({entry("payment", "A", "captured")}, {entry("payment", "A", "captured", 1)}),
            "mismatch A;");
  EXPECT_EQ(compare({}, {entry("room", "A", "booked")}), "mismatch A;");
}

TEST(Books, ACancelledTwinOrAFailedPaymentIsNoDuplicate) {
  EXPECT_EQ(compare({entry("flight", "A", "booked")},
                    {entry("flight", "A", "cancelled"), entry("flight", "A", "booked")}),
            "");
  EXPECT_EQ(compare({entry("payment", "A", "captured")},
                    {entry("payment", "A", "failed"), entry("payment", "A", "captured")}),
            "");
}

TEST(Books, WhatNobodyKnowsIsStuckOnlyWhenTheVendorHasIt) {
  EXPECT_EQ(compare({entry("flight", "A", "unknown")}, {entry("flight", "A", "booked")}), "stuck A;");
  EXPECT_EQ(compare({entry("flight", "A", "unknown")}, {}), "");
}

TEST(Books, AnOrdersFlightAndRoomAreDifferentThings) {
  EXPECT_EQ(compare({entry("flight", "A", "booked"), entry("room", "A", "booked")},
                    {entry("flight", "A", "booked"), entry("room", "A", "booked")}),
            "");
}

}  // namespace
}  // namespace mayday
