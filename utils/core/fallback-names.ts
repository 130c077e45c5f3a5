/** Stand-in until the provider map brings its names. */
export function placementName(provider: string, region: string | null, _locale: string): string {
  return region === null ? provider.toUpperCase() : `${provider.toUpperCase()} ${region}`;
}
