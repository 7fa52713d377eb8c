/** A heading of a column or row for others than the authority itself. */
const isOfOthers = (name: string): boolean => /england|national|neighbour|region|comparator|\bsn\b|\bsimilar\b/iu.test(name);

/** A heading for a goal, not for what was reached. */
export const isGoal = (name: string): boolean => /target|forecast|\bplan(?:ned)?\b/iu.test(name);

/** A heading for what is reckoned from other cells: a change, a rank, a rating. */
export const isReckoned = (name: string): boolean =>
  /change|difference|variance|increase|decrease|\+\/-|movement|direction|trend|\brank|\brating|\brag\b/iu.test(name);

/** A heading for the time before that of the table. */
const isEarlier = (name: string): boolean => /previous|last year/iu.test(name);

/** A heading under which the authority's own level of the time stands. */
export const isOwnLevel = (name: string): boolean => !isOfOthers(name) && !isGoal(name) && !isReckoned(name) && !isEarlier(name);
