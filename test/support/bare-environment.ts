/** Settings of Orderline itself, as .env.example lists them. */
const productSettings =
  /^(OPENAI|STT|TTS|LIVEKIT|STORE|PHONE|TWILIO|SMTP|MAIL|GMAIL|SEND|CALLS_PER)_|^(MODEL|TEMPERATURE|DATABASE_URL|REDIS_URL|PORT|HOST|PUBLIC_URL|ALLOWED_ORIGINS|TRUST_PROXY|WORKER_KEY|TOKEN_SECRET|PAGES_DIR|WIDGET_DIR|IDLE_JOBS|LOG_LEVEL)$/;
/** What vitest and npm put there for themselves. */
const runnerSettings = /^(VITEST|TEST$|NODE_ENV$|npm_)/;

/**
 * This machine's environment without any setting of Orderline: a developer's own key or database must not change what
 * a test sees, nor be charged for it.
 */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !productSettings.test(name) && !runnerSettings.test(name)),
  );
}
