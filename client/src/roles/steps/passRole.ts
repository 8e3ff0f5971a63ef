import { roleArn } from '../arn.ts';
import type { Permission } from '../permission.ts';
import type { PlanScope } from '../plan.ts';

/** Who puts a role into an instance profile or on an instance passes it to EC2. */
export function passRoleToEc2(roleName: string, plan: PlanScope): Permission {
  const china = plan.target.partition === 'aws-cn';
  const service = china ? ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] : 'ec2.amazonaws.com';
  return {
    action: 'iam:PassRole',
    resource: roleArn(roleName, plan),
    condition: { StringEquals: { 'iam:PassedToService': service } },
  };
}
