/** The demo's orders by who placed them: what a caller proves them by. */
export const seed = (number: string) => ({ number, email: 'customer@email.com' });
export const maya = (number: string) => ({ number, email: 'maya.torres@example.com' });
export const daniel = (number: string) => ({ number, email: 'daniel.okafor@example.com' });
export const priya = (number: string) => ({ number, email: 'priya.raman@example.org' });
export const walter = (number: string) => ({ number, email: 'w.lindqvist@example.net' });
export const grace = (number: string) => ({ number, email: 'grace_kim@example.com' });
export const oliver = (number: string) => ({ number, email: 'oliver.marchand@example.org' });
export const amelia = (number: string) => ({ number, email: 'amelia.hughes@example.net' });
