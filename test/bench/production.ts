/** Imported first: outside of production LiveKit's client writes each thing that it does among the figures. */
process.env['NODE_ENV'] ??= 'production';
