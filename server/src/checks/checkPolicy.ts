import type { EntryMeaning } from '../access/entryMeaning.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { DetectedPolicy } from '../policy/detectPolicyType.ts';
import type { PolicyDocument } from '../policy/model.ts';
import type { PolicyFile } from '../policy/readDocument.ts';
import { type Node, pathOf } from '../syntax/node.ts';
import type { SyntaxProblem } from '../syntax/syntaxProblem.ts';
import type {
  CheckContext,
  CheckDescription,
  CheckedElements,
  CheckSettings,
  Finding,
  RelatedPlace,
  Report,
  Reporter,
} from './check.ts';
import { type CheckPlan, checkPlans } from './checkPlan.ts';
import type { CheckOf } from './defineCheck.ts';
import { foldLargePolicy } from './largePolicy.ts';
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
  const plans = checkPlans(catalog, policy.kind.type);
  const syntaxReported = settings.editorReportsJsonSyntax === true && located.escapes === 0;
  const findings: Finding[] = [];
  let running: CheckDescription | undefined;
  const report: Reporter = (found) => {
    if (running === undefined || (syntaxReported && running.code === 'JSON_SYNTAX_ERROR')) return;
    findings.push(toFinding(running, found, policy));
  };
  const context: CheckContext = { catalog, policy, settings, report };
  const run = <Name extends keyof CheckedElements>(
    checks: readonly CheckOf<Name>[],
    element: CheckedElements[Name],
  ): void => {
    for (const check of checks) {
      running = check;
      check.check(element, context);
    }
  };
  const judgeText = <Name extends keyof CheckedElements>(
    plan: CheckPlan<Name>,
    element: CheckedElements[Name],
    { soundFor }: EntryMeaning,
  ): void => {
    if (soundFor.includes(plan)) return;
    const before = findings.length;
    run(plan.byText, element);
    if (findings.length === before) soundFor.push(plan);
  };
  walkPolicy(policy, problems, catalog, {
    wants: (name, { soundFor }) => plans[name].others.length > 0 || !soundFor.includes(plans[name]),
    visit(name, element) {
      const plan = plans[name];
      if ('meaning' in element) judgeText(plan, element, element.meaning);
      run(plan.others, element);
    },
  });
  findings.sort(
    (one, other) => one.start - other.start || one.end - other.end || compare(one.code, other.code),
  );
  return foldLargePolicy(findings);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function toFinding(check: CheckDescription, report: Report, policy: PolicyDocument): Finding {
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
