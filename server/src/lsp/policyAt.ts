import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import type { DetectedPolicy } from '../policy/detectPolicyType.ts';
import type { PolicyAtPosition, PolicyFinding } from '../protocol.ts';
import { rangeOf } from './lspRange.ts';

/** A policy as the protocol's own requests give it. */
export function policyAt(document: TextDocument, { policy, source }: DetectedPolicy): PolicyAtPosition {
  return { ...policy.kind, source, range: rangeOf(document, policy.node) };
}

/** A finding as the protocol's own requests give it. */
export function findingAt(document: TextDocument, finding: Finding): PolicyFinding {
  const { code, severity, message } = finding;
  return { code, severity, message, range: rangeOf(document, finding) };
}
