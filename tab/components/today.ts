/** Today in Stockholm, `yyyy-MM-dd`, wherever the browser is. */
export function todayInStockholm(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
}
