/** What `scripts/schemas.mts` compiles from the schemas with ajv. */
export interface ShapeFault {
  readonly keyword: string;
  /** JSON Pointer to the value that is at fault. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** After a call that returns false, `errors` holds every fault; the next call replaces it. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ShapeFault[] | null;
}

export declare const trust: Validator;
/** Identity, session and service control policies, and permissions boundaries. */
export declare const permissions: Validator;
export declare const resource: Validator;
export declare const rcp: Validator;
export declare const settingsFile: Validator;
