import { describe, expect, test } from 'vitest';
import { mended } from './mended.ts';

const identity = { type: 'identity' } as const;
const Resource = 'arn:aws:s3:::amzn-s3-demo-bucket/*';

describe('an action that does not exist', () => {
  test('goes where another entry says it already, by a pattern in any letter case', () => {
    const statement = { Effect: 'Allow', Action: ['S3:get*', 's3:GetObjct'], Resource };
    const title = 'Remove the entry, as S3:get* stands in the list';
    expect(mended('INVALID_ACTION', identity, statement)[title]).toMatchObject({ Action: ['S3:get*'] });
  });

  test('of an API becomes all the actions it needs, in their order', () => {
    const statement = { Effect: 'Allow', Action: ['s3:GetBucketAcl', 's3:CopyObject'], Resource };
    const [found] = Object.values(mended('INVALID_ACTION', identity, statement));
    expect(found).toMatchObject({ Action: ['s3:GetBucketAcl', 's3:GetObject', 's3:PutObject'] });
  });

  test('that is several in one string becomes a list', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject, s3:PutObject', Resource };
    expect(mended('INVALID_ACTION', identity, statement)).toEqual({
      'Write each action by itself': { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource },
    });
  });

  test('with a dot for its colon', () => {
    const statement = { Effect: 'Allow', Action: 's3.GetObject', Resource: '*' };
    expect(Object.keys(mended('INVALID_ACTION', identity, statement))).toEqual(['Change to s3:GetObject']);
  });

  test('of a trust policy becomes none that a trust policy cannot hold', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:GetSessionTokn',
    };
    expect(Object.keys(mended('INVALID_ACTION', { type: 'trust' }, statement))).not.toContain(
      'Change to sts:GetSessionToken',
    );
  });
});

describe('passing roles', () => {
  test('is asked for the service whose actions of the policy need it', () => {
    const statements = [
      {
        Effect: 'Allow',
        Action: 'glue:CreateJob',
        Resource: 'arn:aws:glue:eu-west-1:111122223333:job/orders',
      },
      { Sid: 'Pass', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
    ];
    const [title = ''] = Object.keys(mended('PASS_ROLE_WITH_STAR_IN_RESOURCE', identity, statements));
    expect(title).toBe('Add a condition on iam:PassedToService for glue.amazonaws.com');
  });

  test('gets a statement of its own beside other actions, without the Sid, with the conditions', () => {
    const condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    const statements = [
      {
        Sid: 'A',
        Effect: 'Allow',
        Action: ['iam:GetRole', 'iam:Pass*'],
        Resource: '*',
        Condition: condition,
      },
    ];
    const [found] = Object.values(mended('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', identity, statements));
    expect(found).toEqual([
      { Sid: 'A', Effect: 'Allow', Action: ['iam:GetRole'], Resource: '*', Condition: condition },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1', 'iam:PassedToService': 'ec2.amazonaws.com' },
        },
      },
    ]);
  });

  test('by a pattern for the whole of IAM is not written out', () => {
    const statement = { Effect: 'Allow', Action: 'iam:*', Resource: 'arn:aws:iam::111122223333:role/*' };
    expect(mended('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', identity, statement)).toEqual({});
  });
});
