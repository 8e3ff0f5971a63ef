import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { WindowProfile } from '../aws/activeProfile.ts';
import { profileStatusText } from './profileStatusText.ts';

export interface ProfileStatusView extends Disposable {
  /** What the status bar shows; undefined while it shows nothing. */
  shown(): string | undefined;
}

/** Milliseconds between two looks at the time that is left. */
const tick = 20_000;

/** Shows the active profile in the status bar, with the time its credentials have left. */
export function showProfile(activeProfile: Pick<WindowProfile, 'status' | 'onChange'>): ProfileStatusView {
  const item = window.createStatusBarItem('iamRoles.profile', StatusBarAlignment.Left, 50);
  item.name = 'AWS Profile';
  item.command = 'iamRoles.profileActions';
  let timer: NodeJS.Timeout | undefined;
  let shown: string | undefined;

  const show = () => {
    clearTimeout(timer);
    const status = activeProfile.status();
    const text = profileStatusText(status, Date.now());
    shown = text?.text;
    if (text === undefined) return item.hide();
    item.text = text.text;
    item.tooltip = text.tooltip;
    item.accessibilityInformation = { label: text.label, role: 'button' };
    item.backgroundColor = text.isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
    if (status.expiration !== undefined) timer = setTimeout(show, tick);
  };
  const takeOff = activeProfile.onChange(show);
  show();
  return {
    shown: () => shown,
    dispose() {
      takeOff();
      clearTimeout(timer);
      item.dispose();
    },
  };
}
