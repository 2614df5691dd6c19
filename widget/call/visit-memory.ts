/** What a reload must not forget. */
export interface RememberedVisit {
  visitToken: string;
  /** The visitor was speaking, so the microphone is taken up again where that needs no prompt. */
  usedMicrophone: boolean;
  isPanelOpen: boolean;
}

export interface VisitMemory {
  load(): RememberedVisit | undefined;
  /** Adds to what is remembered. */
  keep(part: Partial<RememberedVisit>): void;
  forget(): void;
}

/** In sessionStorage, which lives as long as the tab: one entry for each server. */
export function sessionVisitMemory(server: URL): VisitMemory {
  const key = `orderline:${server.href}`;
  const stored = () => JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<RememberedVisit>;
  return {
    load: () =>
      attempt(() => {
        const { visitToken, usedMicrophone = false, isPanelOpen = true } = stored();
        return visitToken === undefined ? undefined : { visitToken, usedMicrophone, isPanelOpen };
      }),
    keep: (part) => attempt(() => sessionStorage.setItem(key, JSON.stringify({ ...stored(), ...part }))),
    forget: () => attempt(() => sessionStorage.removeItem(key)),
  };
}

/** Storage throws where the browser or a sandbox forbids it; a call works without, it only does not survive a reload. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
