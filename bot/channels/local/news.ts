/** A set of listeners to one kind of news. */
export function news<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    tell(value: T) {
      for (const heard of listeners) heard(value);
    },
    listen(heard: (value: T) => void) {
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
      };
    },
  };
}
