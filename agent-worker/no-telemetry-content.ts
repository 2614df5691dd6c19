/**
 * The framework puts what is said into its traces unless this is set before it is loaded; job processes inherit it.
 * Imported first, for its effect.
 */
process.env['OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'] = 'false';
