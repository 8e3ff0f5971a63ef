import { describe, expect, it } from 'vitest';
import {
  isRegionalServicePrincipal,
  isServicePrincipal,
} from '../../../server/src/policy/servicePrincipal.ts';

describe('a service principal', () => {
  it.each([
    'ec2.amazonaws.com',
    'ec2.amazonaws.com.cn',
    's3.ap-east-1.amazonaws.com',
    'dynamodb.application-autoscaling.amazonaws.com',
    'alexa-appkit.amazon.com',
  ])('%s has the form', (text) => {
    expect(isServicePrincipal(text)).toBe(true);
  });

  it.each([
    '',
    'ec2',
    'EC2.amazonaws.com',
    '.amazonaws.com',
    'ec2.amazonaws.com.',
    'ec2.example.com',
    'ec2.*',
  ])('%j has not', (text) => {
    expect(isServicePrincipal(text)).toBe(false);
  });

  it.each([
    's3.eu-west-1.amazonaws.com',
    'dynamodb.us-gov-east-1.amazonaws.com',
    's3.cn-north-1.amazonaws.com.cn',
    'rds.eusc-de-east-1.amazonaws.eu',
  ])('%s has a Region', (text) => {
    expect(isRegionalServicePrincipal(text)).toBe(true);
  });

  it.each([
    's3.amazonaws.com',
    'S3.eu-west-1.amazonaws.com',
    'eu-west-1.amazonaws.com',
    's3.eu-west.amazonaws.com',
  ])('%s has none', (text) => {
    expect(isRegionalServicePrincipal(text)).toBe(false);
  });
});
