package nl.mjpmonitor.warehouse.indicators;

/**
 * What the warehouse holds about one period of one request.
 *
 * @param coveredMonths months of the period that the source has delivered
 * @param count sum of the counts
 * @param unknownCount number of contributions whose count the source does not know
 */
record PeriodObservation(int coveredMonths, long count, long unknownCount) {}
