/** What is made when it is first asked for, and kept: a start does not wait for what most days nobody reads. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
