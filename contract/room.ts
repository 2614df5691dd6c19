/** The room's own vocabulary, shared by the widget and the worker. */

/** What everyone says, as LiveKit streams it. */
export const transcriptionTopic = 'lk.transcription';
/** LiveKit's own attributes of such a text: which segment of speech it belongs to, and whether that is complete. */
export const segmentIdAttribute = 'lk.segment_id';
export const finalAttribute = 'lk.transcription_final';
/** What the visitor types. */
export const chatTopic = 'lk.chat';
/**
 * On a typed text: its sender's own id for it. The worker answers with a final transcription of that id as soon as it has
 * it, and takes it once, however often it is sent.
 */
export const turnIdAttribute = 'orderline.turn_id';
/** LiveKit's own attribute on the agent: `listening`, `thinking`, `speaking`. */
export const agentStateAttribute = 'lk.agent.state';
/** The agent's attribute that says whether it understands speech: `yes`, or `no` when only typing is understood. */
export const hearsSpeechAttribute = 'orderline.hears_speech';
/** The name under which workers register, and rooms dispatch. */
export const agentName = 'orderline';
