/** The parts of `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`. */
export function arnParts(arn: string): {
  readonly partition: string;
  readonly service: string;
  readonly account: string;
  readonly resource: string;
} {
  const [, partition = '', service = '', , account = '', ...resource] = arn.split(':');
  return { partition, service, account, resource: resource.join(':') };
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
export function partitionOf(region: string): string {
  const special = { 'cn-': 'aws-cn', 'us-gov-': 'aws-us-gov', 'eusc-': 'aws-eusc' };
  return Object.entries(special).find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}
