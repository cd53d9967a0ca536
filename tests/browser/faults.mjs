// Gathers what is wrong in many places, so that one run shows all of it.
export function noFaults(found) {
  if (found.length === 0) return;
  const where = new Map();
  for (const [place, fault] of found) where.set(fault, [...(where.get(fault) ?? []), place]);
  const some = (places) => places.slice(0, 4).join(', ') + (places.length > 4 ? ` and ${places.length - 4} more` : '');
  const lines = [...where].map(([fault, places]) => `${fault}\n    at ${some(places)}`);
  const error = new Error(`${where.size} faults\n${lines.join('\n')}`);
  error.stack = '';
  throw error;
}
