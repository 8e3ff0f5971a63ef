/** Bucket ARNs as entries of a list, long enough together to bring an example to its quota. */
export function bucketArns(count: number): string {
  return entries(count, (index) => `arn:aws:s3:::amzn-s3-demo-bucket-${index}/*`);
}

/** Role ARNs as entries of a list. */
export function roleArns(count: number): string {
  return entries(count, (index) => `arn:aws:iam::111122223333:role/Deploy-${index}`);
}

function entries(count: number, entry: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `\n        "${entry(index)}"`).join(',');
}
