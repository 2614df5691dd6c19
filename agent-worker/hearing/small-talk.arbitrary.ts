import fc from 'fast-check';
import { spokenDigits } from './spoken.arbitrary.ts';

const lines = [
  'hi there', 'how are you today', 'can you hear me', 'are you there', 'is this a real person', 'I am fine thank you', 'sorry I was on mute',
  'where is my order', 'I want to check on my order', 'my order has not arrived', 'when will it get here', 'it was supposed to come yesterday',
  'I ordered the wrong one', 'I want to return something', 'how do I return it', 'the shirt is too small', 'the pants are too long for me',
  'it came broken', 'one of the cups is broken', 'both of them are damaged', 'I want my money back', 'can I talk to someone', 'you are not helping',
  'this is the third time I call', 'I already called twice', 'nobody called me back', 'what is your return policy', 'do you ship to Canada',
  'how long does it take', 'is it free', 'do I have to pay for it', 'I changed my mind', 'I would like a different color', 'do you have it in blue',
  'I do not have the number in front of me', 'I can not find the email', 'let me look for it', 'hold on one second', 'give me a minute',
  'just a moment please', 'I will call back later', 'why is it so late', 'I see', 'oh I see', 'oh okay', 'for me and you', 'you and I', 'why are you asking',
  'it was a gift for my mother', 'my son ordered it', 'I moved to a new place', 'I am moving in two weeks', 'I need it by Friday', 'we are a family of four',
  'I have one more question', 'two things', 'first of all thank you', 'that is all', 'goodbye', 'see you', 'no', 'yes', 'maybe', 'what', 'say that again',
  'one more time please', 'I am on my way home', 'I bought it at the store on Main Street', 'look at the website', 'at the moment I am at work',
  'double check it please', 'I ordered a double', 'a triple pack', 'it says out for delivery', 'it is stuck in customs', 'the box was empty', 'oh no',
]; // prettier-ignore
const months = 'January February March April May June July August September October November December'.split(' ');
const year = fc.constantFrom('2025', '2026', 'twenty twenty-six', 'twenty twenty five');
const month = fc.constantFrom(...months);
const ordinal = fc.constantFrom('3rd', 'third', '8', 'eighth', 'twenty-second', '31st');
const price = fc.constantFrom(
  '29.99',
  '109.97',
  'twenty-nine ninety-nine',
  'one hundred and nine',
  'twelve hundred',
  '1,126',
  'fifty',
);
const few = fc.constantFrom('two', '3', 'a couple of', 'four', '5', 'ten', 'twelve', 'thirty');

const digits = (count: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${count - 1}}$`)).chain(spokenDigits);
const filled = (template: string): fc.Arbitrary<string> => {
  const parts = template.split(/(\{\w+\})/).map((part) => {
    switch (part) {
      case '{zip}':
        return digits(5);
      case '{phone}':
        return fc.oneof(digits(10), fc.constantFrom('512-555-0142', '(512) 555-0142', '+1 512 555 0142'));
      case '{card}':
        return fc.constantFrom(
          '4111 1111 1111 1111',
          'four one one one one one one one one one one one one one one one',
        );
      case '{four}':
        return digits(4);
      case '{price}':
        return price;
      case '{few}':
        return few;
      case '{month}':
        return month;
      case '{day}':
        return ordinal;
      case '{year}':
        return year;
      default:
        return fc.constant(part);
    }
  });
  return fc.tuple(...parts).map((said) => said.join(''));
};

const templates = [
  'my zip is {zip}', 'my zip code is {zip}', 'the zip code is {zip}', 'zip {zip}', 'I live in Austin, Texas {zip}', 'it ships to Austin, TX {zip}',
  '{zip} is my zip code', 'the postal code is {zip}', 'my phone number is {phone}', 'call me at {phone}', 'you can reach me at {phone}', 'my cell is {phone}',
  '{phone} is my phone number', '{phone}', 'text me at {phone}', 'my card number is {card}', 'my card ends in {four}', 'it is the Visa ending in {four}',
  'the last four of my card are {four}', 'I live at {zip} Main Street', 'the address is {four} Oak Ridge Drive', 'my house number is {four}',
  'I paid {price} dollars', 'it cost {price} dollars', 'it was {price} bucks', 'the total was ${price}', 'you charged me ${price}', 'I want my ${price} back',
  'I bought {few} shirts', 'I ordered {few} of them', 'it has been {few} days', 'I waited {few} weeks', 'it is {few} minutes late', 'about {few} people asked',
  'I ordered it on {month} {day}', 'it came on {month} {day}, {year}', 'it was delivered on the {day} of {month}', 'I bought it in {year}', 'since {month} {year}',
  'I need a size {few}', 'I am a size {few} and a half', 'it is {few} inches too long', 'the invoice is {zip}', 'my customer number is {zip}',
  'the tracking number is {phone}', 'my reference is {zip}', 'the coupon code is {four}', 'gift card number {card}',
]; // prettier-ignore

/** What callers say that holds neither an order number nor an e-mail address, however full of numbers it is. */
export const smallTalk: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', 'um ', 'well, ', 'yeah ', 'hi, ', 'so '),
    fc.oneof(fc.constantFrom(...lines), ...templates.map(filled)),
    fc.constantFrom('', '.', ' please', ', thanks', ', you know'),
  )
  .map((parts) => parts.join(''));
