import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { parseToObject } from 'hcl2-parser';
import { describe, expect, it } from 'vitest';
import type { RolePlan } from '../../../../client/src/roles/plan.ts';
import { heredoc, quoted } from '../../../../client/src/roles/print/bash.ts';
import { templateOf } from '../../../../client/src/roles/print/cloudFormation.ts';
import { block } from '../../../../client/src/roles/print/hcl.ts';
import { printCdk } from '../../../../client/src/roles/print/printCdk.ts';
import { printCli } from '../../../../client/src/roles/print/printCli.ts';
import { printCloudFormation } from '../../../../client/src/roles/print/printCloudFormation.ts';
import { printTerraform } from '../../../../client/src/roles/print/printTerraform.ts';
import { inRepository } from '../../../../scripts/repository.mts';
import { changingPlan, guidePlan } from '../../../aws/samplePlans.ts';
import { hostilePlans, hostileText, isInstalled, outputOf, withFile } from './printed.ts';

const plans: readonly RolePlan[] = [
  guidePlan(),
  changingPlan(),
  withTags(guidePlan(), { null: 'a', for: 'b', true: 'c', if: 'd', Yes: 'e', no: 'f' }),
  ...fc.sample(hostilePlans, 30),
];
const slow = 300_000;

/** Words that a format may take for its own. */
function withTags(plan: RolePlan, tags: Readonly<Record<string, string>>): RolePlan {
  return {
    ...plan,
    steps: plan.steps.map((step) => (step.kind === 'createRole' ? { ...step, tags } : step)),
  };
}

function resourcesOf(plan: RolePlan) {
  return Object.fromEntries(
    templateOf(plan).resources.map(({ logicalId, type, properties }) => [
      logicalId,
      { Type: type, Properties: properties },
    ]),
  );
}

describe('bash', () => {
  it('reads every word as it was written', () => {
    const texts = fc.sample(hostileText, 500).map((text) => text.replaceAll('\0', ''));
    const script = `printf '%s\\0' ${texts.map(quoted).join(' ')}`;
    const read = withFile('words.sh', script, (path) => outputOf('bash', [path]));
    expect(read.split('\0').slice(0, -1)).toEqual(texts);
  });

  it('reads every document as it was written', () => {
    const texts = fc.sample(hostileText, 100).map((text) => text.replaceAll('\0', ''));
    const script = texts.map((text) => `${heredoc('document', text)}\nprintf '%s\\0' "$document"`).join('\n');
    const read = withFile('documents.sh', script, (path) => outputOf('bash', [path]));
    expect(read.split('\0').slice(0, -1)).toEqual(texts.map((text) => `${text}\n`));
  });

  it.each(plans)('takes the script of plan %#', (plan) => {
    withFile('plan.sh', printCli(plan), (path) => outputOf('bash', ['-n', path]));
  });
});

describe('CloudFormation', () => {
  const decode = `
import json, sys
from cfnlint.decode import cfn_yaml
print(json.dumps([cfn_yaml.load(path) for path in sys.argv[1:]]))`;

  it(
    'reads the resources of each plan',
    () => {
      withFile('decode.py', decode, (program, folder) => {
        const paths = plans.map((plan, index) => {
          writeFileSync(join(folder, `${index}.yaml`), printCloudFormation(plan));
          return join(folder, `${index}.yaml`);
        });
        const read: readonly { Resources: unknown }[] = JSON.parse(outputOf('python3', [program, ...paths]));
        expect(read.map(({ Resources }) => Resources)).toEqual(plans.map(resourcesOf));
      });
    },
    slow,
  );

  it(
    'is content with the guide',
    () => {
      withFile('guide.yaml', printCloudFormation(guidePlan()), (path) => outputOf('cfn-lint', [path]));
    },
    slow,
  );

  it('is told what it cannot do', () => {
    expect(printCloudFormation(guidePlan())).toMatch(
      /^# Create role orders-reader\n(?:#.*\n)*# - Associate instance profile orders-reader with instance/,
    );
  });
});

describe('Terraform', () => {
  interface Parsed {
    readonly resource: Readonly<
      Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
    >;
  }

  function parsed(text: string): Parsed {
    const [tree, error] = parseToObject(text) as [Parsed | null, unknown];
    if (tree === null) throw new Error(`${String(error)}\n${text}`);
    return tree;
  }

  /** What `jsonencode` is given, of which the parser leaves the text. */
  function documentIn(value: unknown): unknown {
    const inner = /^\$\{jsonencode\(([\s\S]*)\)\}$/.exec(String(value))?.[1];
    const [tree] = parseToObject(`value = ${inner}`) as [{ value: unknown } | null, unknown];
    return tree?.value;
  }

  /** HCL composes what Unicode lets be written in two ways; IAM takes nothing of the kind. */
  function composed(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value).normalize('NFC'));
  }

  it.each(plans)('reads what plan %# says', (plan) => {
    const { resource } = parsed(printTerraform(plan));
    const read = Object.entries(resource).flatMap(([type, labelled]) =>
      Object.values(labelled).map(([attributes]) => ({ type, attributes: attributes ?? {} })),
    );
    for (const step of plan.steps) {
      if (step.kind === 'createRole') {
        const { attributes } = read.find(({ type }) => type === 'aws_iam_role') ?? {
          attributes: {} as Readonly<Record<string, unknown>>,
        };
        expect(attributes).toMatchObject({ name: step.name, path: step.path });
        expect(composed(attributes['description'] ?? '')).toBe(composed(step.description));
        expect(composed(attributes['tags'] ?? {})).toEqual(composed(step.tags));
        expect(composed(documentIn(attributes['assume_role_policy']))).toEqual(
          composed(JSON.parse(step.trustPolicy)),
        );
      }
      if (step.kind === 'putRolePolicy') {
        const policies = read.filter(({ type }) => type === 'aws_iam_role_policy');
        const own = policies.find(({ attributes }) => attributes['name'] === step.policyName);
        expect(composed(documentIn(own?.attributes['policy']))).toEqual(composed(JSON.parse(step.document)));
      }
    }
  });

  it('takes no text for an expression', () => {
    const value = {
      kind: 'value',
      value: { expression: 'file("/etc/passwd")', kind: 'expression' },
    } as const;
    expect(block('resource', ['a', 'b'], { tags: value })).toBe(
      'resource "a" "b" {\n  tags = {\n    expression = "file(\\"/etc/passwd\\")"\n    kind       = "expression"\n  }\n}',
    );
  });

  it.runIf(isInstalled('terraform'))(
    'formats the plans in the same way',
    () => {
      withFile('0.tf', '', (_path, folder) => {
        // How wide other characters are, versions of Unicode do not agree on; IAM takes none of them.
        const printed = plans.map(printTerraform).filter((text) => /^[\n -\u00ff]*$/.test(text));
        for (const [index, text] of printed.entries()) writeFileSync(join(folder, `${index}.tf`), text);
        expect(outputOf('terraform', ['fmt', '-check', '-diff', folder])).toBe('');
      });
    },
    slow,
  );
});

describe('The AWS CDK', () => {
  it(
    'compiles, and synthesizes what CloudFormation is given',
    () => {
      mkdirSync(inRepository('.cache'), { recursive: true });
      const folder = mkdtempSync(inRepository('.cache/cdk-'));
      try {
        const sources = plans.map((plan) => printCdk(plan));
        sources.forEach((source, index) => {
          writeFileSync(join(folder, `${index}.ts`), source);
          const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
          writeFileSync(join(folder, `${index}.cjs`), code);
        });
        const options =
          '--noEmit --strict --skipLibCheck --noUnusedParameters --module preserve --types node --ignoreConfig';
        outputOf(process.execPath, [
          inRepository('node_modules/typescript/bin/tsc'),
          ...options.split(' '),
          ...sources.map((_, index) => join(folder, `${index}.ts`)),
        ]);
        const driver = `for (let index = 0; index < ${plans.length}; index++) {
        process.env.CDK_OUTDIR = ${JSON.stringify(folder)} + '/out' + index;
        require('./' + index + '.cjs');
      }`;
        writeFileSync(join(folder, 'driver.cjs'), driver);
        outputOf(process.execPath, [join(folder, 'driver.cjs')]);
        for (const [index, plan] of plans.entries())
          expect(withTagsInOrder(templateIn(join(folder, `out${index}`)).Resources)).toEqual(
            withTagsInOrder(resourcesOf(plan)),
          );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    slow,
  );
});

/** The CDK puts tags in an order of its own. */
function withTagsInOrder(resources: unknown): unknown {
  return JSON.parse(JSON.stringify(resources), (key, value) =>
    key === 'Tags' ? value.map((tag: unknown) => JSON.stringify(tag)).sort() : value,
  );
}

function templateIn(folder: string): { readonly Resources: unknown } {
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const [stack] = Object.values<{ type: string; properties: { templateFile: string } }>(artifacts).filter(
    ({ type }) => type === 'aws:cloudformation:stack',
  );
  return JSON.parse(readFileSync(join(folder, stack?.properties.templateFile ?? ''), 'utf8'));
}
