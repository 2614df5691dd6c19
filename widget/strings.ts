import type { CallErrorReason } from './call/call-error.ts';
import type { CallState } from './call/call-state.ts';
import type { MicrophoneRefusal } from './call/microphone.ts';

/** What failed, then what to do next. */
interface FailureWords {
  title: string;
  advice: string;
}

/** Every word the widget shows; a page may replace any of them through the `strings` property. */
export const defaultStrings = {
  label: 'Talk to support',
  heading: 'Order support',
  onACall: 'On a call',
  panelMissing: 'We could not reach support. Check your internet connection, then try again.',
  minimise: 'Minimise',
  close: 'Close',

  welcomeTitle: 'How can we help with your order?',
  welcomeText: 'Ask about the status of an order, its delivery or our policies. Have your order number at hand.',
  notice: 'You will be talking to an automated assistant. The conversation is transcribed and kept with your call.',
  microphoneExplanation: 'Your browser will ask to use your microphone. You can mute it, or type, at any time.',
  talk: 'Talk with microphone',
  typeInstead: 'Type instead',
  promptTitle: 'Allow the microphone?',
  promptText: 'Choose “Allow” in the question your browser shows. Nothing is heard before the call starts.',

  status: (state: CallState): string => {
    switch (state.phase) {
      case 'idle':
        return 'Automated assistant';
      case 'asking-microphone':
        return 'Waiting for your microphone';
      case 'connecting':
        return 'Connecting…';
      case 'waiting-for-agent':
        return 'Waiting for the assistant…';
      case 'listening':
        return 'Listening';
      case 'thinking':
        return 'Thinking…';
      case 'speaking':
        return 'Speaking';
      case 'reconnecting':
        return state.lost === 'agent' ? 'Getting the assistant back…' : 'Reconnecting…';
      case 'moved':
        return 'Moved to another tab';
      case 'no-agent':
        return 'Nobody is available';
      case 'ended':
        return 'Call ended';
      case 'failed':
        return 'Not connected';
    }
  },

  transcript: 'Conversation',
  you: 'You',
  assistant: 'Assistant',
  toLatest: 'Latest messages',
  sending: 'Sending…',
  notSent: 'Not sent.',
  sendAgain: 'Send again',
  message: 'Message',
  messagePlaceholder: 'Type a message',
  send: 'Send',
  charactersLeft: (count: number): string => `${count} characters left`,

  mute: 'Mute',
  muted: 'You are muted. The assistant cannot hear you; typing works.',
  useMicrophone: 'Use microphone',
  endCall: 'End call',
  soundBlocked: 'Your browser is holding back the sound.',
  turnSoundOn: 'Turn sound on',
  typingOnly: 'The assistant cannot hear speech right now. Type your answers; it will still talk to you.',

  noAgentTitle: 'Nobody can take your call right now',
  noAgentText: 'Leave a message and we will get back to you. If an assistant becomes free, your call goes on here.',
  yourMessage: 'Your message',
  yourContact: 'Your e-mail or phone number',
  leaveMessage: 'Leave message',
  leavingMessage: 'Sending…',
  messageLeftTitle: 'Message sent',
  messageLeft: 'Thank you. Your message is with our team, who will get back to you.',
  messageNotLeft: 'Your message could not be sent. It is still here: please try again.',
  messageIncomplete: 'Please write a message, and an e-mail address or phone number to reach you by.',

  endedTitle: 'Call ended',
  endedText: 'Thank you for calling. The conversation stays here until you leave this page.',
  startAgain: 'Start again',
  copyTranscript: 'Copy transcript',
  copied: 'Copied',
  notCopied: 'Could not copy',
  movedTitle: 'Your call moved to another tab',
  movedText: 'You can go on with it there, or bring it back to this page.',
  continueHere: 'Continue here',
  tryAgain: 'Try again',
  tryAgainIn: (seconds: number): string => `Try again in ${seconds} s`,

  failures: {
    unreachable: {
      title: 'We could not reach support',
      advice: 'Check your internet connection, then try again.',
    },
    busy: {
      title: 'Too many calls at the moment',
      advice: 'Please wait a little, then try again.',
    },
    unavailable: {
      title: 'Support is not available right now',
      advice: 'This is on our side and usually short. Please try again in a moment.',
    },
    'not-allowed': {
      title: 'Calls are not set up for this page',
      advice: 'Please use another way to contact the store. (For the developer: add this origin to ALLOWED_ORIGINS.)',
    },
    'call-ended': {
      title: 'This call is over',
      advice: 'Start a new one and we will take it from there.',
    },
    'media-blocked': {
      title: 'The audio connection was blocked',
      advice: 'A firewall or VPN may be in the way. Try another network, then try again.',
    },
    'connection-lost': {
      title: 'The connection was lost',
      advice: 'Check your internet connection, then try again: your call goes on where it was.',
    },
    unexpected: {
      title: 'Something went wrong',
      advice: 'Please try again. If it stays like this, use another way to contact the store.',
    },
  } satisfies Record<CallErrorReason, FailureWords> as Record<CallErrorReason, FailureWords>,

  microphoneRefusals: {
    denied:
      'The microphone is not allowed. Type here, or allow it in the browser’s site settings (beside the address).',
    'no-device': 'No microphone was found. Type here, or plug one in and try again.',
    busy: 'Another program is using the microphone. Type here, or close that program and try again.',
    insecure: 'This page is not secure (HTTPS), so the browser offers no microphone. You can type here.',
    unplugged: 'The microphone was disconnected. Type here, or plug it in and try again.',
    failed: 'The microphone could not be started. Type here, or try again.',
  } satisfies Record<MicrophoneRefusal, string> as Record<MicrophoneRefusal, string>,
};

export type Strings = typeof defaultStrings;
