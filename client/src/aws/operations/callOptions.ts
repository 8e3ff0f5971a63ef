/** Given to every call of an SDK client. */
export interface CallOptions {
  readonly abortSignal?: AbortSignal;
}
