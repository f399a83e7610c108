#include "staff.h"

#include <array>
#include <cstdio>
#include <string>

namespace mayday::reader {
namespace {

// The tenant of the Hesi contract's fixtures.
constexpr const char* kCorporation = "Kq7DrillCorp00";

constexpr std::array kSurnames = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                  "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
                                  "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
                                  "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"};

// 40 surnames and 53 given names, 53 being prime: no name comes twice among the first 2,120 people.
constexpr std::array kGivenNames = {
    "伟",   "芳",   "娜",   "敏",   "静",   "磊",   "洋",   "艳",   "勇",   "军",   "杰",
    "涛",   "明",   "霞",   "平",   "志强", "秀英", "建国", "丽华", "晓燕", "海波", "雪梅",
    "文博", "子涵", "雨桐", "浩然", "思远", "佳怡", "俊杰", "欣妍", "宇轩", "梦琪", "嘉豪",
    "若曦", "天佑", "诗涵", "泽宇", "雅婷", "振华", "春兰", "国栋", "晓东", "红梅", "永康",
    "瑞霖", "安琪", "凯文", "立群", "书恒", "向阳", "亦凡", "清扬", "慧敏"};

constexpr std::array kDepartments = {
    "销售一部",   "销售二部", "市场部",     "研发一部", "研发二部",   "产品部",    "财务部",
    "人力资源部", "采购部",   "客户服务部", "法务部",   "信息技术部", "行政部",    "供应链部",
    "质量部",     "战略部",   "公共关系部", "审计部",   "培训部",     "海外业务部"};

std::string numbered(const char* format, std::size_t number) {
  char text[32];
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(number));
  return text;
}

std::string person_name(std::size_t i) {
  std::size_t round = i / kSurnames.size();
  return std::string(kSurnames[i % kSurnames.size()]) +
         kGivenNames[(round + i * 7) % kGivenNames.size()];
}

std::string department_name(std::size_t i) {
  if (i < kDepartments.size()) return kDepartments[i];
  return "业务" + std::to_string(i + 1) + "部";
}

}  // namespace

void add_staff(EstatePlan& estate, std::size_t staff, std::size_t departments) {
  std::string corporation = std::string(kCorporation) + ":";
  for (std::size_t i = 0; i < departments; ++i)
    estate.departments.push_back(
        {corporation + numbered("ID01drDep%02u", i + 1), department_name(i), ""});
  for (std::size_t i = 0; i < staff; ++i) {
    // The first of each department is its manager; the rest are dealt out in turn.
    Department& department = estate.departments[i % departments];
    Person person{corporation + numbered("ID01drStf%04u", i + 1), person_name(i),
                  numbered("D%u", 2001 + i), department.id, i < departments};
    if (person.manager) department.manager = person.id;
    estate.staff.push_back(std::move(person));
  }
}

}  // namespace mayday::reader
