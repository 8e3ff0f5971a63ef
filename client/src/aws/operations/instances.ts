import {
  AssociateIamInstanceProfileCommand,
  DisassociateIamInstanceProfileCommand,
  type EC2Client,
  paginateDescribeIamInstanceProfileAssociations,
  paginateDescribeInstances,
  ReplaceIamInstanceProfileAssociationCommand,
  type Instance as SdkInstance,
} from '@aws-sdk/client-ec2';
import type { AwsApi, Instance } from '../../roles/awsApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, required } from './results.ts';

/** Instances of Amazon EC2 and the instance profiles they have. */
export function instanceOperations(ec2: EC2Client, options: CallOptions) {
  return {
    async describeInstances() {
      const pages = paginateDescribeInstances({ client: ec2 }, {}, options);
      const reservations = await allOf(pages, (page) => page.Reservations);
      return reservations.flatMap(({ Instances = [] }) => Instances.map(instanceOf));
    },
    async describeIamInstanceProfileAssociations(instanceId) {
      const input =
        instanceId === undefined ? {} : { Filters: [{ Name: 'instance-id', Values: [instanceId] }] };
      const pages = paginateDescribeIamInstanceProfileAssociations({ client: ec2 }, input, options);
      const associations = await allOf(pages, (page) => page.IamInstanceProfileAssociations);
      return associations.map(({ AssociationId, InstanceId, IamInstanceProfile, State }) => ({
        id: required(AssociationId, 'an association’s id'),
        instanceId: required(InstanceId, 'an instance’s id'),
        instanceProfileArn: required(IamInstanceProfile?.Arn, 'an instance profile’s ARN'),
        state: required(State, 'an association’s state'),
      }));
    },
    async associateIamInstanceProfile(instanceId, instanceProfileName) {
      const input = { InstanceId: instanceId, IamInstanceProfile: { Name: instanceProfileName } };
      const answer = await ec2.send(new AssociateIamInstanceProfileCommand(input), options);
      return required(answer.IamInstanceProfileAssociation?.AssociationId, 'the association’s id');
    },
    async replaceIamInstanceProfileAssociation(associationId, instanceProfileName) {
      const input = { AssociationId: associationId, IamInstanceProfile: { Name: instanceProfileName } };
      const answer = await ec2.send(new ReplaceIamInstanceProfileAssociationCommand(input), options);
      return required(answer.IamInstanceProfileAssociation?.AssociationId, 'the association’s id');
    },
    async disassociateIamInstanceProfile(associationId) {
      await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId: associationId }), options);
    },
  } satisfies Partial<AwsApi>;
}

function instanceOf({ InstanceId, Tags, State, IamInstanceProfile }: SdkInstance): Instance {
  return {
    id: required(InstanceId, 'an instance’s id'),
    name: Tags?.find(({ Key }) => Key === 'Name')?.Value,
    state: required(State?.Name, 'an instance’s state'),
    instanceProfileArn: IamInstanceProfile?.Arn,
  };
}
