/** The room's own vocabulary, shared by the widget and the worker. */

/** What everyone says, as LiveKit streams it. */
export const transcriptionTopic = 'lk.transcription';
/** What the visitor types. */
export const chatTopic = 'lk.chat';
/** LiveKit's own attribute on the agent: `listening`, `thinking`, `speaking`. */
export const agentStateAttribute = 'lk.agent.state';
/** The agent's attribute that says whether it understands speech: `yes`, or `no` when only typing is understood. */
export const hearsSpeechAttribute = 'orderline.hears_speech';
/** The name under which workers register, and rooms dispatch. */
export const agentName = 'orderline';
