import { baseStyles } from '../base.styles.ts';
import { transcriptStyles } from '../transcript/transcript.styles.ts';
import { callStyles } from './call.styles.ts';
import { controlStyles } from './controls.styles.ts';
import { dialogStyles } from './dialog.styles.ts';

export const panelStyles = [baseStyles, controlStyles, dialogStyles, callStyles, transcriptStyles];
