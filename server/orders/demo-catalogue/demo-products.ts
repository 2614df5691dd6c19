import type { ItemKind } from '../../store-profile/policy-numbers.ts';

export interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly cents: number;
  readonly variant?: Record<string, string>;
  readonly isFinalSale?: true;
  readonly isPersonalised?: true;
}

const apparel = (sku: string, name: string, cents: number): DemoProduct => {
  const [, colour = '', size = ''] = / - (.+), Size (.+)$/.exec(name) ?? [];
  return { sku, name, kind: 'apparel', cents, variant: { colour, size } };
};

export const classicTee = apparel('TEE-NVY-M', 'Classic Tee - Navy, Size M', 2999);
export const whiteTee = apparel('TEE-WHT-L', 'Classic Tee - White, Size L', 2999);
export const joggerPants = apparel('JOG-BLK-L', 'Jogger Pants - Black, Size L', 4999);
export const oxfordShirt = apparel('OXF-SKY-S', 'Oxford Shirt - Sky Blue, Size S', 5900);
export const rainJacket = apparel('RNJ-OLV-M', 'Rain Jacket - Olive, Size M', 12900);
export const woolSweater = apparel('WSW-CHR-XL', 'Wool Sweater - Charcoal, Size XL', 8950);
export const runningShoes = apparel('RUN-GRY-9', 'Running Shoes - Grey, Size 9', 9500);
export const linenDress: DemoProduct = {
  ...apparel('LDR-SND-M', 'Linen Dress - Sand, Size M', 3900),
  isFinalSale: true,
};
export const headphones: DemoProduct = {
  sku: 'HPH-BLK',
  name: 'Wireless Headphones - Black',
  kind: 'electronics',
  cents: 14900,
  variant: { colour: 'Black' },
};
export const speaker: DemoProduct = {
  sku: 'SPK-TEAL',
  name: 'Portable Speaker - Teal',
  kind: 'electronics',
  cents: 7900,
  variant: { colour: 'Teal' },
};
export const vase: DemoProduct = { sku: 'VAS-STN', name: 'Stoneware Vase', kind: 'fragile', cents: 4400 };
export const glassSet: DemoProduct = { sku: 'GLS-4', name: 'Wine Glasses, Set of 4', kind: 'fragile', cents: 3600 };
export const toteBag: DemoProduct = { sku: 'TOT-CNV', name: 'Canvas Tote', kind: 'general', cents: 2400 };
export const candle: DemoProduct = { sku: 'CND-CDR', name: 'Cedar Candle', kind: 'general', cents: 1800 };
export const giftCard: DemoProduct = { sku: 'GFT-50', name: 'Gift Card, $50', kind: 'gift_card', cents: 5000 };
export const engravedMug: DemoProduct = {
  sku: 'MUG-ENG',
  name: 'Engraved Mug',
  kind: 'fragile',
  cents: 2800,
  isPersonalised: true,
};
