import { describe, expect, test } from 'vitest';
import { EnvironmentReader } from '../environment-reader.ts';
import { messagingConfigOf } from './messaging-config.ts';

function read(environment: NodeJS.ProcessEnv) {
  const reader = new EnvironmentReader(environment);
  return { ...messagingConfigOf(reader), problems: reader.problems };
}

const twilio = {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+12125550100',
};

test('without any setting nothing leaves', () => {
  expect(read({})).toEqual({ sms: undefined, email: undefined, onlyTo: undefined, timeoutMs: 30_000, problems: [] });
});

describe('texts', () => {
  test('leave by Twilio, from a number, a short code or a messaging service', () => {
    expect(read(twilio)).toMatchObject({
      sms: { from: '+12125550100', apiUrl: 'https://api.twilio.com' },
      problems: [],
    });
    for (const from of ['12345', `MG${'0a'.repeat(16)}`]) {
      expect(read({ ...twilio, TWILIO_FROM: from })).toMatchObject({ sms: { from }, problems: [] });
    }
  });

  test('need all of it', () => {
    expect(read({ TWILIO_ACCOUNT_SID: 'AC1' }).problems).toEqual([
      expect.stringMatching(/^TWILIO_FROM is missing/),
      expect.stringMatching(/^TWILIO_AUTH_TOKEN is missing/),
    ]);
    expect(read({ ...twilio, TWILIO_FROM: 'Juniper' }).problems).toEqual([
      expect.stringMatching(/^TWILIO_FROM is not a number/),
    ]);
  });
});

describe('e-mail', () => {
  test('leaves by Gmail with an app password, which Google writes in four groups', () => {
    const { email, problems } = read({ GMAIL_USER: 'me@gmail.example', GMAIL_APP_PASSWORD: 'abcd efgh ijkl mnop' });
    expect(problems).toEqual([]);
    expect(email).toEqual({
      host: 'smtp.gmail.com',
      port: 465,
      isSecure: true,
      from: 'me@gmail.example',
      login: { by: 'password', user: 'me@gmail.example', password: 'abcdefghijklmnop' },
    });
  });

  test('leaves by Gmail with what gmail:connect brings', () => {
    const environment = {
      GMAIL_USER: 'me@gmail.example',
      GMAIL_CLIENT_ID: 'id',
      GMAIL_CLIENT_SECRET: 'secret',
      GMAIL_REFRESH_TOKEN: 'token',
      MAIL_FROM: 'Juniper Row <orders@juniper.example>',
    };
    expect(read(environment)).toMatchObject({
      email: {
        from: 'Juniper Row <orders@juniper.example>',
        login: { by: 'oauth2', refreshToken: 'token', tokenUrl: 'https://oauth2.googleapis.com/token' },
      },
      problems: [],
    });
  });

  test('leaves by any server', () => {
    const MAIL_FROM = 'orders@juniper.example';
    expect(read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM }).email).toMatchObject({
      host: 'mail.example',
      port: 587,
      isSecure: false,
      login: undefined,
    });
    expect(read({ SMTP_URL: 'smtps://u%40x:p%2Fw@mail.example:2465', MAIL_FROM }).email).toMatchObject({
      port: 2465,
      isSecure: true,
      login: { by: 'password', user: 'u@x', password: 'p/w' },
    });
  });

  test.each([
    [{ GMAIL_USER: 'me@gmail.example' }, /^GMAIL_APP_PASSWORD is missing, or GMAIL_CLIENT_ID/],
    [{ GMAIL_APP_PASSWORD: 'x' }, /^GMAIL_USER is missing/],
    [{ SMTP_URL: 'smtp://mail.example' }, /^MAIL_FROM is missing/],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, /^MAIL_FROM is missing or no/],
    [{ SMTP_URL: 'mail.example' }, /^SMTP_URL is not a URL that starts with smtp:/],
  ])('%o says what is wrong', (environment, problem) => {
    expect(read(environment).problems.join('\n')).toMatch(problem);
  });
});

test('the list of a test is read as recipients are written', () => {
  const { onlyTo, problems } = read({ SEND_ONLY_TO: '(512) 555-0142, Me@Example.com,' });
  expect(onlyTo).toEqual(['+15125550142', 'me@example.com']);
  expect(problems).toEqual([]);
});

test('a list with a slip lets nobody else through', () => {
  const { onlyTo, problems } = read({ SEND_ONLY_TO: 'me' });
  expect(onlyTo).toEqual([]);
  expect(problems).toEqual(['SEND_ONLY_TO has an entry that is neither a phone number nor an e-mail address']);
});
