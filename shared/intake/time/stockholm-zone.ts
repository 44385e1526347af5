import { IANAZone } from 'luxon';

const quarterMs = 15 * 60_000;
/** Some days' worth of quarters; then it begins anew. */
const mostKept = 1_000;

/**
 * Europe/Stockholm, where the offset of a quarter of an hour is asked for once: asking costs more than the rest of
 * resolving a time. Since 1970 every change of the clocks has fallen on a whole hour; what is older is always asked for.
 */
class StockholmZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(ts: number): number {
    if (!(ts >= 0)) return super.offset(ts);
    const quarter = Math.floor(ts / quarterMs);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = super.offset(ts);
    if (this.#offsets.size >= mostKept) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

export const stockholmZone = new StockholmZone('Europe/Stockholm');
