import type { Catalog } from '../catalog/catalog.ts';
import type { DetectedPolicy } from '../policy/detectPolicyType.ts';
import type { PolicyDocument } from '../policy/model.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { type Node, pathOf } from '../syntax/node.ts';
import type { SyntaxProblem } from '../syntax/syntaxProblem.ts';
import type {
  Check,
  CheckContext,
  CheckedElements,
  CheckSettings,
  Finding,
  RelatedPlace,
  Report,
  Reporter,
} from './check.ts';
import { checkPlans, rememberSound, soundTextsOf } from './checkPlan.ts';
import { findNoPolicy } from './noPolicy.ts';
import { walkPolicy } from './policyWalk.ts';

/**
 * All findings of a document's policies, in order of the text, and what is wrong with one that should hold a policy and
 * does not. The same input always gives the same findings.
 */
export function checkFile(file: PolicyFile, catalog: Catalog, settings: CheckSettings): Finding[] {
  if (file.policies.length === 0) return findNoPolicy(file, settings);
  const whole = file.policies.some((one) => one.located.escapes === 0);
  return file.policies.flatMap((detected, index) => {
    const own = detected.located.problems;
    const problems = whole && index === 0 ? [...file.problems, ...own] : own;
    return checkPolicy(detected, problems, catalog, settings);
  });
}

/** The findings of one policy. */
function checkPolicy(
  { policy, located }: DetectedPolicy,
  problems: readonly SyntaxProblem[],
  catalog: Catalog,
  settings: CheckSettings,
): Finding[] {
  const findings: Finding[] = [];
  let running: Check | undefined;
  const report: Reporter = (found) => {
    if (running !== undefined) findings.push(toFinding(running, found, policy));
  };
  const context: CheckContext = { catalog, policy, settings, report };
  const plans = checkPlans(policy.kind.type);
  const soundTexts = soundTextsOf(catalog, policy.kind.type);
  const syntaxReported = settings.editorReportsJsonSyntax === true && located.escapes === 0;
  const judge = (check: Check, element: CheckedElements[keyof CheckedElements]): void => {
    if (syntaxReported && check.code === 'JSON_SYNTAX_ERROR') return;
    running = check;
    run(check, element, context);
  };
  walkPolicy(policy, problems, catalog, (name, element) => {
    const plan = plans.get(name);
    if (plan === undefined) return;
    if ('text' in element && plan.byText.length > 0 && !soundTexts.get(name)?.has(element.text)) {
      const before = findings.length;
      for (const check of plan.byText) judge(check, element);
      if (findings.length === before) rememberSound(soundTexts, name, element.text);
    }
    for (const check of plan.others) judge(check, element);
  });
  return findings.sort(
    (one, other) => one.start - other.start || one.end - other.end || compare(one.code, other.code),
  );
}

/** `element` is of the kind that `check` asks for: they were paired by its name. */
function run(check: Check, element: CheckedElements[keyof CheckedElements], context: CheckContext): void {
  (check.check as (element: unknown, context: CheckContext) => void)(element, context);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function toFinding(check: Check, report: Report, policy: PolicyDocument): Finding {
  const { start, end } = report.span ?? report.node;
  return {
    code: check.code,
    severity: check.severity,
    message: report.message,
    start,
    end,
    path: pathOf(report.node, policy.node),
    related: (report.related ?? []).map((node) => relatedPlace(node, policy)),
    fixes: report.fixes ?? noFixes,
  };
}

const noFixes = () => [];

function relatedPlace(node: Node, policy: PolicyDocument): RelatedPlace {
  return { start: node.start, end: node.end, path: pathOf(node, policy.node) };
}
