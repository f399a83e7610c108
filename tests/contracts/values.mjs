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
export function bodyOf(text, type, schema) {
  const essence = type.split(';')[0].trim().toLowerCase();
  if (essence.endsWith('json')) return JSON.parse(text);
  if (essence === 'application/x-www-form-urlencoded') return formOf(new URLSearchParams(text), schema);
  if (essence === 'multipart/form-data') return formOf(partsOf(text, type), schema);
  return text;
}

function formOf(fields, schema) {
  return Object.fromEntries([...fields].map(([name, text]) =>
    [name, scalar(text, schema.properties?.[name] ?? {})]));
}

/**
 * Names and contents of a form's parts. Node's own reader takes a boundary in the middle of a line for one and
 * wants a line to end after the last; RFC 2046 does neither.
 */
function partsOf(text, type) {
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(type)?.[1];
  const [, ...parts] = `\r\n${text}`.split(`\r\n--${boundary}`);
  if (!parts.pop()?.startsWith('--')) throw new Error('its last part does not end');
  return parts.map((part) => {
    const [head, ...content] = part.split('\r\n\r\n');
    return [/\bname="([^"]*)"/.exec(head)?.[1], content.join('\r\n\r\n')];
  });
}

/** A text that is not of the schema's type stays a text, which the schema then refuses. */
function scalar(text, schema) {
  if (schema.type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (schema.type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
