import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../../client/src/rolePage/graph/graphOf.ts';
import { layoutGraph, nodeSize } from '../../../../client/src/rolePage/graph/layoutGraph.ts';
import { neighboursOf } from '../../../../client/src/rolePage/graph/neighbours.ts';
import type { RoleGraph } from '../../../../client/src/rolePage/graph/roleGraph.ts';
import { accessTo, largePage, pageWith, policyNamed, principal, service } from './pages.ts';

/** `Role orders -> has -> Inline policy read` */
function edgesOf({ nodes, edges }: RoleGraph): readonly string[] {
  const named = new Map(nodes.map(({ id, caption, title }) => [id, `${caption} ${title}`]));
  return edges.map(
    ({ from, to, label, conditional }) =>
      `${named.get(from)} ${conditional ? '..' : '->'} ${label} ${named.get(to)}`,
  );
}

const read = service('Amazon S3', {
  levels: [
    { level: 'Read', granted: 5, kept: 5, all: 5 },
    { level: 'Write', granted: 1, kept: 1, all: 9 },
  ],
  resources: { every: false, names: ['arn:aws:s3:::amzn-s3-demo-bucket/*'], except: [], more: 0 },
});

const small = pageWith({
  trust: {
    ...policyNamed('trust'),
    principals: [principal('Amazon EC2'), principal('account 444455556666', true)],
  },
  policies: [
    policyNamed('read'),
    policyNamed('AdministratorAccess', { kind: 'AWS managed policy', detail: 'arn:aws:iam::aws:policy/X' }),
  ],
  boundary: policyNamed('limits', { findings: [{ code: 'X', severity: 'WARNING', message: 'x' }] }),
  access: accessTo(
    [read, service('Amazon SQS', { policies: [0, 1], unconditional: false })],
    [{ resource: 'arn:aws:iam::444455556666:role/deploy', policies: [1] }],
  ),
  instanceProfiles: [{ name: 'web', instances: ['i-1', 'i-2'] }],
  trustingRoles: ['arn:aws:iam::111122223333:role/next'],
});

describe('the graph of a role', () => {
  it('leads from principals over the role and its policies to services, resources and roles', () => {
    expect(edgesOf(graphOf(small))).toEqual([
      'AWS principal Amazon EC2 -> may assume Role orders',
      'AWS principal account 444455556666 .. may assume under conditions Role orders',
      'Instance profile web -> contains Role orders',
      'Role orders -> contains Inline policy read',
      'Role orders -> has AWS managed policy AdministratorAccess',
      'Role orders -> is limited by Permissions boundary limits',
      'Role orders -> is trusted by Role that trusts it next',
      'Inline policy read -> allows Service Amazon S3',
      'Inline policy read .. allows Service Amazon SQS',
      'AWS managed policy AdministratorAccess .. allows Service Amazon SQS',
      'Service Amazon S3 -> on Resource s3: amzn-s3-demo-bucket/*',
      'AWS managed policy AdministratorAccess -> allows to assume Role it may assume deploy',
    ]);
    const details = Object.fromEntries(graphOf(small).nodes.map(({ title, detail }) => [title, detail]));
    expect(details).toMatchObject({
      'Amazon S3': 'some Write, all Read',
      web: '2 instances',
      limits: '1 finding',
      deploy: 'account 444455556666',
    });
  });

  it('is the role alone where there is nothing else', () => {
    expect(graphOf(pageWith())).toMatchObject({ nodes: [{ kind: 'role' }], edges: [] });
  });

  it('has 40 nodes at most, and one edge between two, whatever the role has', () => {
    const { nodes, edges } = graphOf(largePage());
    expect(nodes.length).toBeLessThanOrEqual(40);
    expect(nodes.length).toBeGreaterThan(30);
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
    expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length);
    expect(nodes.find(({ id }) => id === 'policy6')).toMatchObject({ title: '24 more policies' });
    expect(nodes.find(({ id }) => id === 'policy6')?.about).toMatch(/^policy 6, policy 7, /);
  });

  it('groups services by their heaviest access level where they are many', () => {
    const services = graphOf(largePage()).nodes.filter(({ kind }) => kind === 'service');
    expect(services.map(({ title, detail }) => `${title}, ${detail}`)).toEqual([
      '43 services, up to Permissions management',
      '43 services, up to Write',
      '43 services, up to Tagging',
      '43 services, up to Read',
      '42 services, up to List',
      '43 services, up to Other',
      '43 services, nothing within the boundary',
    ]);
  });

  it('says everything in one node', () => {
    const whole = { level: 'Read', granted: 5, kept: 5, all: 5 } as const;
    const services = Array.from({ length: 50 }, (_, index) => service(`S${index}`, { levels: [whole] }));
    const page = pageWith({
      policies: [policyNamed('all')],
      access: { ...accessTo(services), everything: true },
    });
    expect(edgesOf(graphOf(page))).toContain('Inline policy all -> allows Services Every service');
  });
});

describe('the layout', () => {
  const placed = layoutGraph(graphOf(small));

  it('goes from left to right, and no node covers another', () => {
    for (const { width, height, nodes, edges } of [placed, layoutGraph(graphOf(largePage()))]) {
      const byId = new Map(nodes.map((node) => [node.id, node]));
      for (const { from, to } of edges)
        expect((byId.get(to)?.x ?? 0) - (byId.get(from)?.x ?? 0)).toBeGreaterThan(nodeSize.width);
      const covering = nodes.flatMap((one, index) =>
        nodes
          .slice(index + 1)
          .filter(({ x, y }) => Math.abs(x - one.x) < nodeSize.width && Math.abs(y - one.y) < nodeSize.height)
          .map(({ id }) => `${one.id} ${id}`),
      );
      expect(covering).toEqual([]);
      for (const { x, y } of nodes) {
        expect(x + nodeSize.width / 2).toBeLessThanOrEqual(width);
        expect(y + nodeSize.height / 2).toBeLessThanOrEqual(height);
      }
    }
  });

  it('lets the arrow keys reach every node from the role', () => {
    for (const graph of [placed, layoutGraph(graphOf(largePage()))]) {
      const reached = new Set(['role']);
      for (const id of reached) {
        const node = graph.nodes.find((one) => one.id === id);
        for (const next of Object.values(node === undefined ? {} : neighboursOf(node, graph)))
          reached.add(next);
      }
      expect(graph.nodes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
    }
  });

  it('has nothing to the right of the last', () => {
    const resource = placed.nodes.find(({ kind }) => kind === 'resource');
    expect(resource && neighboursOf(resource, placed).right).toBeUndefined();
    expect(resource && neighboursOf(resource, placed).left).toBe('service0');
  });
});
