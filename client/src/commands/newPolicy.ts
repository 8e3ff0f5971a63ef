import { SnippetString, window, workspace } from 'vscode';

export const newTrustPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "\${1:ec2.amazonaws.com}" },
      "Action": "sts:AssumeRole"
    }
  ]
}
`;

export const newPermissionPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "\${1:s3:GetObject}",
      "Resource": "\${2:arn:aws:s3:::amzn-s3-demo-bucket/*}"
    }
  ]
}
`;

/** Opens an unsaved JSON document and fills the snippet in. */
export async function newPolicy(snippet: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'json', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}
