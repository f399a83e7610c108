#include "multipart.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::size_t kFileMax = 31'457'280;
/// What the gateway lets through at all; "far above 30 MB", says the vendor.
constexpr std::size_t kGatewayMax = 2 * kFileMax;
constexpr std::size_t kNameMax = 255;

bool good_name(std::string_view name) {
  std::size_t dot = name.rfind('.');
  bool extended = dot != std::string_view::npos && dot > 0 && dot + 1 < name.size();
  return extended && name.size() <= kNameMax &&
         name.find_first_of("?\\/*<>:\"|") == std::string_view::npos;
}

const FormPart* part_named(const std::vector<FormPart>& parts, std::string_view name) {
  for (const FormPart& part : parts)
    if (part.name == name) return &part;
  return nullptr;
}

Response kept(Tenant& tenant, const std::string& name, bool empty) {
  std::string id = tenant.files.opaque("file");
  JsonText out;
  out.open().name("value").open().text("key", "openapi-" + id.substr(4) + "-" + name);
  out.text("fileId", id).text("fileName", name).flag("empty", empty).close().close();
  return ok(std::move(out));
}

Handled upload_attachment(Tenant& tenant, const Exchange& x, Instant) {
  if (x.request.body.size() > kGatewayMax) return plain(413, "413 Request Entity Too Large");
  auto parts = read_form_data(x.request.headers.get("content-type"), x.request.body);
  const FormPart* name = parts ? part_named(*parts, "name") : nullptr;
  const FormPart* file = parts ? part_named(*parts, "file") : nullptr;
  if (file == nullptr) return error(412, "null pointer: file");  // the real one leaks one, too
  if (name == nullptr || !good_name(name->content)) return error(400, "文件名不合法");
  if (file->content.size() > kFileMax) return error(412, "文件大小不能超过30MB");
  return Handled::writing(
      [&tenant, called = std::string(name->content), empty = file->content.empty()](Instant) {
        return kept(tenant, called, empty);
      });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2/attachment/upload", "uploadAttachment", upload_attachment, nullptr,
     kWrite},
};

}  // namespace

OperationList attachment_operations() { return kOperations; }

}  // namespace mayday::hesi
