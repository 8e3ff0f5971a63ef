const accessKeyId = /\b((?:AKIA|ASIA)[A-Z0-9]{8,})\b/g;

/** Values that follow these names, in XML, JSON, query strings, headers and prose. */
const named =
  /\b(secret_?access_?key|aws_secret_access_key|(?:x-amz-)?(?:aws_)?(?:session|security|signin)_?-?token|token_?code|external_?id|signature)(["']?\s*[=:>]\s*["']?)([^\s"'<>&,;]+)/gi;

const authorization = /\bauthorization(["']?\s*[=:]\s*["']?)[^"'<>\n]+/gi;
/** How AWS quotes what it found invalid. */
const invalidValue = /\bValue '[^']*' at '(tokenCode|externalId|secretAccessKey|sessionToken)'/gi;

/** AWS's words without what must not be shown or logged; of access key ids the last four characters stay. */
export function redact(text: string): string {
  return text
    .replace(authorization, 'Authorization$1…')
    .replace(named, '$1$2…')
    .replace(invalidValue, "Value '…' at '$1'")
    .replace(accessKeyId, (id: string) => `…${id.slice(-4)}`);
}
