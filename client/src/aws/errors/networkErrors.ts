/** What a failure on the way to AWS says, as far as Node tells. */
interface NetworkFailure {
  /** Node's, such as `ENOTFOUND`. */
  readonly code: string;
  /** The endpoint or host that was called. */
  readonly host: string;
}

interface NetworkError {
  /** For the log and for `details.code`. */
  readonly code: string;
  say(failure: NetworkFailure): string;
}

const checkEndpoint = 'check the network, and the endpoint and Region of the profile';

const refused: NetworkError = {
  code: 'connectionRefused',
  say: ({ host }) =>
    `Nothing answers at ${host}: start what should listen there, or correct the profile's endpoint_url.`,
};
const unknownHost: NetworkError = {
  code: 'hostNotFound',
  say: ({ host }) => `The name ${host} is not found: ${checkEndpoint}.`,
};
const noAnswer: NetworkError = {
  code: 'noAnswer',
  say: ({ host }) => `${host} did not answer in time: ${checkEndpoint}, and a proxy that may be needed.`,
};
const unreachable: NetworkError = {
  code: 'unreachable',
  say: ({ host }) => `${host} cannot be reached from here: connect to the network, then try again.`,
};
const broken: NetworkError = {
  code: 'connectionLost',
  say: ({ host }) => `The connection to ${host} was lost: try again; what was asked for may have been done.`,
};
const certificate: NetworkError = {
  code: 'certificate',
  say: ({ host, code }) =>
    `The certificate of ${host} is not trusted (${code}): behind a proxy that opens TLS, name its certificate authority in NODE_EXTRA_CA_CERTS or in the system's store.`,
};

/** By Node's error code, or by the SDK's name for a timeout. */
const networkErrors: Readonly<Record<string, NetworkError>> = {
  ECONNREFUSED: refused,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  ETIMEDOUT: noAnswer,
  ESOCKETTIMEDOUT: noAnswer,
  TimeoutError: noAnswer,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  ECONNRESET: broken,
  EPIPE: broken,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  CERT_HAS_EXPIRED: certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate,
};

/** Undefined for an error that is not of the network. `endpoint` is the custom one, if any. */
export function networkErrorOf(
  error: unknown,
  endpoint: string | undefined,
): { readonly code: string; readonly message: string } | undefined {
  const { code, name, hostname, address, port } = Object(error);
  const known = networkErrors[String(code)] ?? networkErrors[String(name)];
  if (known === undefined) return undefined;
  const where = address === undefined ? 'AWS' : `${address}:${port}`;
  const host = endpoint ?? (typeof hostname === 'string' ? hostname : where);
  return { code: known.code, message: known.say({ code: String(code ?? name), host }) };
}
