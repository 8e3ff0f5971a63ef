import { readFileSync } from 'node:fs';
import { getLanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { inRepository } from '../../scripts/repository.mts';

/** This project's own JSON Schema of identity-based policies, for the peers to validate against. */
export const identitySchema = JSON.parse(
  readFileSync(inRepository('schemas/identity-policy.schema.json'), 'utf8'),
);

const service = getLanguageService({});
service.configure({
  allowComments: false,
  schemas: [{ uri: 'schema://identity', fileMatch: ['*'], schema: identitySchema }],
});

/** What VS Code's JSON service makes of a document: parsed, and validated against the schema. */
export async function validateAsJson(document: TextDocument): Promise<number> {
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.length;
}
