import type { Check } from '../check.ts';
import { dynamodbAttributesWithoutSelect } from './dynamodb-attributes-without-select.ts';
import { irrelevantConditionKeyInPolicy } from './irrelevant-condition-key-in-policy.ts';
import { s3PrefixInNegativeContext } from './s3-prefix-in-negative-context.ts';

export const serviceChecks: readonly Check[] = [
  irrelevantConditionKeyInPolicy,
  dynamodbAttributesWithoutSelect,
  s3PrefixInNegativeContext,
];
