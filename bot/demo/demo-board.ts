/** The board that local mode starts with (`domain.md` (v)). Invented, as are its people and figures. */
export const demoBoard = {
  id: 'sjovik-talludden',
  name: 'Sjövik-Talluddens stadsdelsnämnd',
} as const;
