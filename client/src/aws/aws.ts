/** What `dist/aws.js` exports: the one bundle with the AWS SDK, loaded by the first AWS command. */

export { connect } from './connect.ts';
export { connectAs } from './createConnection.ts';
