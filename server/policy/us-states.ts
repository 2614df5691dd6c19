/** The states, territories and military areas of the United States, with the first three digits of their ZIP codes (USPS, L002). */
const states: Readonly<Record<string, { readonly name: string; readonly prefixes: string }>> = {
  AL: { name: 'Alabama', prefixes: '350-369' },
  AK: { name: 'Alaska', prefixes: '995-999' },
  AZ: { name: 'Arizona', prefixes: '850-865' },
  AR: { name: 'Arkansas', prefixes: '716-729' },
  CA: { name: 'California', prefixes: '900-961' },
  CO: { name: 'Colorado', prefixes: '800-816' },
  CT: { name: 'Connecticut', prefixes: '060-069' },
  DE: { name: 'Delaware', prefixes: '197-199' },
  DC: { name: 'District of Columbia', prefixes: '200-205 569' },
  FL: { name: 'Florida', prefixes: '320-339 341-342 344 346-347 349' },
  GA: { name: 'Georgia', prefixes: '300-319 398-399' },
  HI: { name: 'Hawaii', prefixes: '967-968' },
  ID: { name: 'Idaho', prefixes: '832-838' },
  IL: { name: 'Illinois', prefixes: '600-629' },
  IN: { name: 'Indiana', prefixes: '460-479' },
  IA: { name: 'Iowa', prefixes: '500-528' },
  KS: { name: 'Kansas', prefixes: '660-679' },
  KY: { name: 'Kentucky', prefixes: '400-427' },
  LA: { name: 'Louisiana', prefixes: '700-714' },
  ME: { name: 'Maine', prefixes: '039-049' },
  MD: { name: 'Maryland', prefixes: '206-219' },
  MA: { name: 'Massachusetts', prefixes: '010-027 055' },
  MI: { name: 'Michigan', prefixes: '480-499' },
  MN: { name: 'Minnesota', prefixes: '550-567' },
  MS: { name: 'Mississippi', prefixes: '386-397' },
  MO: { name: 'Missouri', prefixes: '630-658' },
  MT: { name: 'Montana', prefixes: '590-599' },
  NE: { name: 'Nebraska', prefixes: '680-693' },
  NV: { name: 'Nevada', prefixes: '889-898' },
  NH: { name: 'New Hampshire', prefixes: '030-038' },
  NJ: { name: 'New Jersey', prefixes: '070-089' },
  NM: { name: 'New Mexico', prefixes: '870-884' },
  NY: { name: 'New York', prefixes: '005 063 100-149' },
  NC: { name: 'North Carolina', prefixes: '270-289' },
  ND: { name: 'North Dakota', prefixes: '580-588' },
  OH: { name: 'Ohio', prefixes: '430-459' },
  OK: { name: 'Oklahoma', prefixes: '730-731 734-749' },
  OR: { name: 'Oregon', prefixes: '970-979' },
  PA: { name: 'Pennsylvania', prefixes: '150-196' },
  RI: { name: 'Rhode Island', prefixes: '028-029' },
  SC: { name: 'South Carolina', prefixes: '290-299' },
  SD: { name: 'South Dakota', prefixes: '570-577' },
  TN: { name: 'Tennessee', prefixes: '370-385' },
  TX: { name: 'Texas', prefixes: '733 750-799 885' },
  UT: { name: 'Utah', prefixes: '840-847' },
  VT: { name: 'Vermont', prefixes: '050-054 056-059' },
  VA: { name: 'Virginia', prefixes: '201 220-246' },
  WA: { name: 'Washington', prefixes: '980-994' },
  WV: { name: 'West Virginia', prefixes: '247-268' },
  WI: { name: 'Wisconsin', prefixes: '530-549' },
  WY: { name: 'Wyoming', prefixes: '820-831' },
  AS: { name: 'American Samoa', prefixes: '967' },
  GU: { name: 'Guam', prefixes: '969' },
  MP: { name: 'Northern Mariana Islands', prefixes: '969' },
  PR: { name: 'Puerto Rico', prefixes: '006-007 009' },
  VI: { name: 'Virgin Islands', prefixes: '008' },
  AA: { name: 'Armed Forces Americas', prefixes: '340' },
  AE: { name: 'Armed Forces Europe', prefixes: '090-098' },
  AP: { name: 'Armed Forces Pacific', prefixes: '962-966' },
};

/** `TX` for "tx" and "Texas"; undefined for what is no state. */
export function stateCode(text: string): string | undefined {
  const wanted = text.trim().toUpperCase().replaceAll('.', '');
  return Object.keys(states).find((code) => code === wanted || states[code]?.name.toUpperCase() === wanted);
}

/** Whether a five-digit ZIP code can lie in the state of this code. */
export function isZipOfState(zip: string, code: string): boolean {
  const prefix = zip.slice(0, 3);
  return (states[code]?.prefixes ?? '').split(' ').some((range) => {
    const [first = '', last = first] = range.split('-');
    return first !== '' && first <= prefix && prefix <= last;
  });
}
