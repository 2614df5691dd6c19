import { numberWords, ordinalWords } from './number-words.ts';

const streets: Record<string, string> = {
  St: 'Street', Ave: 'Avenue', Av: 'Avenue', Blvd: 'Boulevard', Rd: 'Road', Dr: 'Drive', Ln: 'Lane', Ct: 'Court', Pl: 'Place',
  Pkwy: 'Parkway', Hwy: 'Highway', Sq: 'Square', Ter: 'Terrace', Cir: 'Circle', Trl: 'Trail', Way: 'Way',
  Street: 'Street', Avenue: 'Avenue', Boulevard: 'Boulevard', Road: 'Road', Drive: 'Drive', Lane: 'Lane', Court: 'Court',
  Place: 'Place', Parkway: 'Parkway', Highway: 'Highway', Square: 'Square', Terrace: 'Terrace', Circle: 'Circle',
  Trail: 'Trail', Broadway: 'Broadway', Loop: 'Loop', Aly: 'Alley', Plz: 'Plaza', Plaza: 'Plaza', Expy: 'Expressway', Fwy: 'Freeway',
  Crt: 'Court', Xing: 'Crossing', Pt: 'Point', Rdg: 'Ridge',
}; // prettier-ignore
const rooms: Record<string, string> = {
  Apt: 'Apartment',
  Ste: 'Suite',
  Fl: 'Floor',
  Rm: 'Room',
  Bldg: 'Building',
  Unit: 'Unit',
  Dept: 'Department',
};
const directions: Record<string, string> = {
  N: 'North', S: 'South', E: 'East', W: 'West', NE: 'Northeast', NW: 'Northwest', SE: 'Southeast', SW: 'Southwest',
}; // prettier-ignore
const states: Record<string, string> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut',
  DE: 'Delaware', DC: 'D-C', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois', IN: 'Indiana',
  IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts',
  MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri', MT: 'Montana', NE: 'Nebraska', NV: 'Nevada',
  NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York', NC: 'North Carolina', ND: 'North Dakota',
  OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', PR: 'Puerto Rico', RI: 'Rhode Island',
  SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont', VA: 'Virginia',
  WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
  AB: 'Alberta', BC: 'British Columbia', MB: 'Manitoba', NB: 'New Brunswick', NL: 'Newfoundland', NS: 'Nova Scotia', ON: 'Ontario',
  PE: 'Prince Edward Island', QC: 'Quebec', SK: 'Saskatchewan', YT: 'Yukon', NT: 'Northwest Territories', NU: 'Nunavut',
}; // prettier-ignore

const without = (dot: string) => dot.replace(/\.$/, '');

/** "St" → "Street", also of what is written out already; undefined for what is no street. */
export const streetName = (word: string): string | undefined => streets[without(word)];
/** "Apt" → "Apartment" */
export const roomName = (word: string): string | undefined => rooms[without(word)];
/** "NW" → "Northwest" */
export const directionName = (word: string): string | undefined => directions[without(word)];
/** "TX" → "Texas", "ON" → "Ontario" */
export const stateName = (code: string): string | undefined => states[code];
/** "Texas" → "TX", in whatever letters it is written */
export const stateCode = (name: string): string | undefined =>
  Object.keys(states).find((code) => states[code]?.toLowerCase() === name.toLowerCase());

/** As Americans say it: 123 → "one twenty-three", 1200 → "twelve hundred", 1005 → "ten oh five", 45 → "forty-five". */
export function sayHouseNumber(digits: string): string {
  const value = Number(digits);
  if (value < 100 || value > 9_999) return value < 100 ? numberWords(value) : pairs(digits);
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (rest === 0) return value % 1_000 === 0 ? numberWords(value) : `${numberWords(hundreds)} hundred`;
  return `${numberWords(hundreds)} ${rest < 10 ? `oh ${numberWords(rest)}` : numberWords(rest)}`;
}

/** 12345 → "one two three four five": longer than a house number usually is */
function pairs(digits: string): string {
  return Array.from(digits, (digit) => numberWords(Number(digit))).join(' ');
}

/** "5th" → "Fifth", the name of a street */
export function sayStreetNumber(ordinal: string): string {
  const words = ordinalWords(Number.parseInt(ordinal, 10));
  return words.charAt(0).toUpperCase() + words.slice(1);
}
