const form =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazonaws\.eu|amazon\.com|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/**
 * Whether a text has the form of a service principal: labels in lower case before a domain of AWS, as in
 * `ec2.amazonaws.com` and `s3.ap-east-1.amazonaws.com`. Whether the service exists is not asked. Source: IAM User
 * Guide, AWS service principals (reference_policies_elements_principal.html).
 */
export function isServicePrincipal(text: string): boolean {
  return form.test(text);
}

const regionalForm =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,4}(-[a-z]+)+-\d+\.(amazonaws\.com(\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/**
 * Whether a text has the form of a service principal with its Region, as in `s3.eu-west-1.amazonaws.com`. Whether
 * the service and the Region exist is not asked. Source: AWS KMS Developer Guide, kms:ViaService (conditions-kms.html).
 */
export function isRegionalServicePrincipal(text: string): boolean {
  return regionalForm.test(text);
}
