/** Lines that run in the same channel get tracks of their own, so that no two lie on each other. */
export interface Channel {
  /** A track that is free from `from` to `to`, both in any unit that grows along the channel. */
  take(from: number, to: number): number;
  readonly count: () => number;
}

export function createChannel(): Channel {
  const tracks: { readonly from: number; readonly to: number }[][] = [];
  return {
    take(one, other) {
      const range = { from: Math.min(one, other), to: Math.max(one, other) };
      const isFree = (track: readonly { readonly from: number; readonly to: number }[]): boolean =>
        track.every(({ from, to }) => to < range.from || from > range.to);
      const found = tracks.findIndex(isFree);
      if (found !== -1) {
        tracks[found]?.push(range);
        return found;
      }
      tracks.push([range]);
      return tracks.length - 1;
    },
    count: () => tracks.length,
  };
}

/** Channels by number, made when they are asked for. */
export function createChannels(): { at(index: number): Channel; countAt(index: number): number } {
  const channels = new Map<number, Channel>();
  return {
    at(index) {
      const channel = channels.get(index) ?? createChannel();
      channels.set(index, channel);
      return channel;
    },
    countAt: (index) => channels.get(index)?.count() ?? 0,
  };
}
