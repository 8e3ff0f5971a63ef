/** The id of a running instance of moto with this `Name` tag. The extension has no call for it. */
export async function runInstance(url: string, tag: string, region = 'us-east-1'): Promise<string> {
  const body = new URLSearchParams({
    Action: 'RunInstances',
    Version: '2016-11-15',
    ImageId: 'ami-12c6146b',
    MinCount: '1',
    MaxCount: '1',
    'TagSpecification.1.ResourceType': 'instance',
    'TagSpecification.1.Tag.1.Key': 'Name',
    'TagSpecification.1.Tag.1.Value': tag,
  });
  const headers = {
    Authorization: `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/${region}/ec2/aws4_request`,
  };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const id = /<instanceId>(i-[0-9a-f]+)</.exec(await answer.text())?.[1];
  if (id === undefined) throw new Error('moto started no instance.');
  return id;
}
