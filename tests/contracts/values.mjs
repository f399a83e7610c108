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
  const kind = type.toLowerCase();
  if (kind.includes('json')) return JSON.parse(text);
  if (kind.includes('form')) return formOf(text, type, schema);
  return text;
}

async function formOf(text, type, schema) {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  const form = boundary ? partsOf(text, boundary) : [...new URLSearchParams(text)];
  return Object.fromEntries(form.map(([name, field]) => [name, scalar(field, schema.properties?.[name] ?? {})]));
}

// By hand, for Node's own reader takes fewer forms than RFC 2046 allows.
function partsOf(text, boundary) {
  const parts = `\r\n${text}`.split(`\r\n--${boundary}`);
  if (!parts.pop().startsWith('--')) throw new Error('the last boundary is missing');
  return parts.slice(1).map((part) => {
    const [head, body] = part.split(/\r\n\r\n(.*)/s);
    return [/name="([^"]*)"/i.exec(head)?.[1] ?? '', body ?? ''];
  });
}

/** A text that is not of the schema's type stays a text, which the schema then refuses. */
function scalar(text, schema) {
  if (schema.type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (schema.type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
