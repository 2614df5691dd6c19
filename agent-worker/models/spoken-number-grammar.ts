/** Said one by one far more often than in pairs or doubled: how much more. */
const digitByDigit = 30;

/** The rules (JSGF) of digits in the ways people say them, for runs of up to `longest`: <n1>, <n2>, … */
export function digitRules(longest: number): string[] {
  const runs = Array.from({ length: longest }, (_, index) => runRule(index + 1));
  return [
    '<d> = zero | oh | one | two | three | four | five | six | seven | eight | nine;',
    '<unit> = one | two | three | four | five | six | seven | eight | nine;',
    '<teen> = ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen;',
    '<tens> = twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety;',
    '<pair> = <teen> | <tens> [ <unit> ] | double <d>;',
    ...runs,
  ];
}

function runRule(length: number): string {
  const rest = (taken: number) => (length > taken ? ` <n${length - taken}>` : '');
  const ways = [`/${digitByDigit}/ <d>${rest(1)}`];
  if (length >= 2) ways.push(`/1/ <pair>${rest(2)}`);
  if (length >= 3) ways.push(`/1/ triple <d>${rest(3)}`);
  return `<n${length}> = ${ways.join(' | ')};`;
}

/** `ORD-#####` → "[ o r d [ dash ] ] <n5>", its letters said one by one. */
export function orderNumberRule(formats: readonly string[]): string {
  return formats
    .map((format) => {
      const prefix = Array.from(format.replace(/#{2,}.*$/, '').toLowerCase(), soundOf).filter((sound) => sound !== '');
      return `( ${prefix.length === 0 ? '' : `[ ${prefix.join(' ')} ] `}<n${digitsIn(format)}> )`;
    })
    .join(' | ');
}

export function digitsIn(format: string): number {
  return /#{2,}/.exec(format)?.[0].length ?? 1;
}

function soundOf(character: string): string {
  if (character === '#') return '[ hashtag | hash | pound | number ]';
  if (character === '-') return '[ dash | hyphen ]';
  return /[a-z]/.test(character) ? character : '';
}
