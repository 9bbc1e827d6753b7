/**
 * For those who serve the package's files elsewhere than beside its scripts (or whose bundler does not bring them along): the
 * address of a copy of the package's folder, absolute or relative to the page. Before the first `init`; elements take it as
 * their attribute `assets-base`. Without an argument: beside the scripts again.
 */
export function setAssetsBase(url?: string | URL): void;
