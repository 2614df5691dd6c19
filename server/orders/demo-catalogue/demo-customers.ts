/** People who do not exist: e-mails at example domains, phones from the numbers set apart for fiction (555-01xx). */
export interface DemoCustomer {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly loyalty?: 'silver' | 'gold' | 'platinum';
  readonly address: DemoAddress;
}

export interface DemoAddress {
  readonly street: string;
  readonly street2?: string;
  readonly city: string;
  readonly state?: string;
  readonly zip: string;
  readonly country: string;
}

/** The seed's own example. */
export const seedCustomer: DemoCustomer = {
  name: 'Jordan Ellis',
  email: 'customer@email.com',
  phone: '+1 512 555 0142',
  address: { street: '123 Main St', city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
};
export const maya: DemoCustomer = {
  name: 'Maya Torres',
  email: 'maya.torres@example.com',
  phone: '+1 206 555 0117',
  loyalty: 'silver',
  address: { street: '418 Pike St', street2: 'Apt 6', city: 'Seattle', state: 'WA', zip: '98101', country: 'US' },
};
export const daniel: DemoCustomer = {
  name: 'Daniel Okafor',
  email: 'daniel.okafor@example.com',
  phone: '+1 312 555 0164',
  address: { street: '77 W Wacker Dr', city: 'Chicago', state: 'IL', zip: '60601', country: 'US' },
};
/** Loyal, and so with a longer window to return. */
export const priya: DemoCustomer = {
  name: 'Priya Raman',
  email: 'priya.raman@example.org',
  phone: '+1 617 555 0108',
  loyalty: 'gold',
  address: { street: '9 Beacon St', city: 'Boston', state: 'MA', zip: '02108', country: 'US' },
};
export const walter: DemoCustomer = {
  name: 'Walter Lindqvist',
  email: 'w.lindqvist@example.net',
  phone: '+1 612 555 0193',
  loyalty: 'platinum',
  address: { street: '2100 Park Ave', city: 'Minneapolis', state: 'MN', zip: '55404', country: 'US' },
};
/** Has given no phone: nothing can be texted. */
export const grace: DemoCustomer = {
  name: 'Grace Kim',
  email: 'grace_kim@example.com',
  address: { street: '640 Mission St', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' },
};
export const oliver: DemoCustomer = {
  name: 'Oliver Marchand',
  email: 'oliver.marchand@example.org',
  phone: '+1 416 555 0155',
  address: { street: '88 Queen St W', city: 'Toronto', state: 'ON', zip: 'M5H 2N2', country: 'CA' },
};
export const amelia: DemoCustomer = {
  name: 'Amelia Hughes',
  email: 'amelia.hughes@example.net',
  address: { street: '14 Upper St', city: 'London', zip: 'N1 0PN', country: 'GB' },
};
/** Receives a gift that Daniel bought; her own e-mail proves nothing. */
export const ruth: DemoCustomer = {
  name: 'Ruth Okafor',
  email: 'ruth.okafor@example.com',
  address: { street: '1650 Peachtree St', city: 'Atlanta', state: 'GA', zip: '30309', country: 'US' },
};
