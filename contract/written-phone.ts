/** A phone number as people write it: "(512) 555-0142" where it is one of ten digits, with or without the country's 1. */
export const writtenPhone = (phone: string): string => phone.replace(/^(?:\+?1)?(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
