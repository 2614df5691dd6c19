import { describe, expect, test } from 'vitest';
import { hearYesNo } from './hear-yes-no.ts';

describe('hears a yes', () => {
  test.each([
    'Yes, please.', 'yes please go ahead', "Yeah, that's fine.", 'yeah sure go ahead and do it', "yep, that's me",
    "yup that's the one", 'Yes, I would.', "yes I'd like that", 'uh yes', 'um, yeah', 'oh yes please', 'ok go ahead',
    "okay, let's do that", 'okay sounds good thank you', 'sure, that works', 'sure thing', 'absolutely',
    'definitely yes', 'of course', 'correct', 'that is correct', 'yes that is correct', "yes ma'am", 'yes yes yes',
    'mhm', 'go for it', 'yes, cancel it', 'yes cancel the order', 'yes, cancel my order please',
    'yes, I want to cancel it', 'yes, send it', 'yes text me the link', 'yes please text it to me',
    'yes send me the label', "that's right, yes", "yes, I'm sure", "I'm sure", 'yes I confirm', 'I confirm',
    'yes, do it', 'alright, yes', 'perfect, thanks', 'yes of course, thank you',
    'yes, that would be great, thanks so much', 'no, sorry, yes', "that'll work", 'yes indeed', 'right',
    'sure why not', 'yes I do', 'yes it is', 'okay yes', 'good', 'great', 'oh okay', 'please',
    'go ahead and cancel', "that's fine", 'um yes', 'hmm yes', 'hmm okay', 'ok thanks', 'absolutely fine',
    'that is right', 'I would like that very much', 'very good sir', 'yes yes go ahead', 'yes of course I do',
    'of course I do', 'I sure do', 'I said yes', 'yes I said yes', 'the answer is yes',
  ])('%s', (text) => expect(hearYesNo(text)).toBe('yes')); // prettier-ignore
});

describe('hears a no', () => {
  test.each([
    'No, thank you.', 'nope', "nah I'm good", "no don't", "no, don't do that", "don't cancel it",
    "no don't cancel my order", 'do not cancel', "please don't cancel it", 'no, keep it', 'no leave it as it is',
    'leave it', 'no I changed my mind', 'I changed my mind', "I've changed my mind", 'forget about it',
    'not right now', 'not today, thanks', "no that's wrong", "that's not it", "that's not my email",
    'that is incorrect', 'wrong', "no it isn't", "I don't want that", "I don't want to cancel", 'yes, I mean no',
    'yes, wait, no', 'yes actually no', "no thanks, that's all", "no, that's everything", "no that's it thank you",
    "I'm all set thanks", 'rather not', 'hell no', 'stop', 'cancel that, no', 'no no no', 'no way',
    'no, I never ordered that', "I'm good", 'of course not', 'I did not', 'it is not', "don't", "no that's okay",
    "no it's fine", "no I'm good thanks", 'no need', "I'm fine", "I'm okay thanks", 'no bye', 'that is not right',
    'I said no', 'the answer is no', 'no a refund',
  ])('%s', (text) => expect(hearYesNo(text)).toBe('no')); // prettier-ignore
});

describe('takes for no answer what is none', () => {
  test.each([
    'I am', 'I did', 'yes scratch that', 'I would rather', "I'd like to", 'I want to', 'you can', 'yes actually', 'yes make that', "you're great",
    'please cancel it', 'why not', 'keep it', 'keep the order', 'okay no', "that's all", "that's all thanks",
    'that will be all', 'I guess so', 'I suppose', 'kind of', 'sort of', "I'm not sure", 'yes but not today',
    "yes, if it's free", 'only if I get a refund', 'yes unless it already shipped',
    'sure, but how long does it take', 'yes and what about the shirt', 'yes and also change my address',
    'yes can you repeat that', 'okay what', 'okay wait', 'okay hold on', 'ok so what happens then', 'okay I see',
    'okay I understand', 'right, but', 'yeah no', "yeah, no, I don't know", 'yeah right', 'is that right',
    'is it okay', 'if I say yes what happens', 'do I have to say yes', 'she said yes', 'he says okay',
    'what do you mean yes', 'yes what', 'yes to what', 'say again', 'sorry', 'pardon', 'what', 'huh', 'hello',
    'are you there', 'one moment', 'hold on', 'let me think', 'let me check', 'give me a second',
    'can I think about it', 'how much is it', 'yes after the weekend', 'yes the blue one', 'yes only one of them',
    'yes for the shirt no for the pants', 'yes except the tie', 'fine whatever', 'whatever', 'great question',
    'good morning', 'sure is cold today', "you can't be serious", 'right now', 'okay then no', 'okay never mind',
    'exactly the opposite', 'definitely maybe', 'yes yes no', 'no yes', 'no worries', 'not a problem', 'not bad',
    'as if', 'yeah yeah whatever', 'yes sure but', 'yes I have a question', 'yes hello', 'hello yes',
    'yes this is john', 'yes speaking', 'I want to say yes', "I would but I can't", 'please hold', 'please wait',
    'please help', 'continue', 'go on', 'you may not', 'do it later', 'do it if you must', 'go ahead and explain',
    'yes but not now', 'yes I think', 'I think yes', 'yes probably', 'yes I guess', 'yes maybe later', 'yes later',
    'yeah but no', "yes I don't know", 'not yes', 'no not yes', "yes isn't it", 'yes is it free',
    'yes you can cancel the other one', 'yes the second one', 'yes cancel only the shirt', 'yes cancel the shirt',
    'yes cancel it and refund my card', 'yes cancel it tomorrow', 'okay cancel it', 'cancel it', 'return it',
    'please send it to my wife', 'yes send it to my work', "yes don't", 'no do it', 'no go ahead', 'no please do',
    "no that's fine", "that's okay", "it's fine", 'wait yes', 'hang on yes', 'sorry yes', 'sorry what',
    'oh sorry, yes', 'yes sorry', 'hmm', 'oh', 'okay bye', 'yes bye', 'thanks bye', 'perfectly fine',
    "that's right isn't it", "that can't be right", 'is that a problem', 'my answer is yes', 'you said yes',
    'you can say yes', 'people say yes', 'can I say yes', "let's say yes", 'say yes', "I'll say yes", 'yes or no',
    'yes slash no', 'one yes', 'yes to the first one', 'yes to all', 'both', 'neither', 'all of them', 'the first',
    'a refund', "I'd rather have a refund", "I'd prefer that", 'could you repeat that', 'come again',
    "I didn't catch that", "I don't follow", 'I do not understand yes',
  ])('%s', (text) => expect(hearYesNo(text)).toBe('unclear')); // prettier-ignore
});

test.each([
  "I didn't say yes", "don't say yes", 'I never said yes', 'hardly', "I can't", "don't you dare", "there's no need",
  'no, a replacement please',
])('takes "%s" for no yes', (text) => expect(hearYesNo(text)).not.toBe('yes')); // prettier-ignore

test('takes a wish for a yes only where it was what was asked', () => {
  const asked = "You'd like to cancel order ORD-12345. Shall I go ahead?";
  expect(hearYesNo('yes, cancel it', asked)).toBe('yes');
  expect(hearYesNo('yes, return it', asked)).toBe('unclear');
  expect(hearYesNo('yes, text it', 'Shall I send you the link?')).toBe('yes');
});
