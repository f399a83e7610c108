// What stands in a request or an answer as text, read into the values that schemas speak of.

/** The value of a parameter or header; undefined when it is not there. */
export function valueOf(parameter, texts) {
  if (texts.length === 0) return undefined;
  const {schema} = parameter;
  if (schema.type !== 'array') return scalar(texts.at(-1), schema);
  const exploded = parameter.explode ?? parameter.in === 'query';
  const items = exploded ? texts : texts.flatMap((text) => text.split(','));
  return items.map((item) => scalar(item, schema.items));
}

/** The value of a body of this media type; throws when it cannot be read as one. */
export async function bodyOf(text, type, schema) {
  if (type.includes('json')) return JSON.parse(text);
  if (type.includes('form')) return formOf(text, type, schema);
  return text;
}

// Node reads a form only if its type is in lower case and a line ends after the last part; RFC 2046 asks for
// neither.
async function formOf(text, type, schema) {
  const [essence, ...parameters] = type.split(';').map((part) => part.trim());
  const boundary = parameters.find((part) => /^boundary=/i.test(part))?.replace(/^boundary/i, 'boundary');
  const header = [essence.toLowerCase(), boundary].filter(Boolean).join('; ');
  const whole = boundary ? `${text}\r\n` : text;
  const form = await new Response(whole, {headers: {'content-type': header}}).formData();
  const fields = {};
  for (const [name, field] of form) {
    fields[name] = typeof field === 'string' ? scalar(field, schema.properties?.[name] ?? {}) : await field.text();
  }
  return fields;
}

/** A text that is not of the schema's type stays a text, which the schema then refuses. */
function scalar(text, schema) {
  if (schema.type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (schema.type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
