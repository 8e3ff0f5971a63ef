/** IAM User Guide, Security best practices in IAM: Apply least-privilege permissions. */
export const leastPrivilegePage =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege';
