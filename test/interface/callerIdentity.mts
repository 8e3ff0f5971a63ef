/** Run in a terminal: asks AWS as whom this environment acts. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const { Arn } = await new STSClient().send(new GetCallerIdentityCommand());
console.log(`acts as ${Arn}`);
