/**
 * Whether a figure is unusual, and why: comparisons, control charts, early warning, and the plain sentence that goes with them.
 *
 * <p>Everything here takes numbers and gives numbers: no areas, indicators, clocks or queries. All types are immutable. The
 * distributions, intervals and quantiles come from Apache Commons Statistics; only the rules that it lacks are written out.
 *
 * <p>How often each rule raises a false alarm when nothing has changed. Many figures are looked at every month, so this decides
 * how much a reader can trust the word "ongewoon":
 *
 * <table>
 * <caption>False alarms a judgement</caption>
 * <tr><th>Judgement</th><th>Rule</th><th>False alarms</th></tr>
 * <tr><td>two counts ({@link nl.mjpmonitor.warehouse.statistics.PoissonComparison})</td>
 *     <td>exact test, as strict as 2(√later - √earlier) beyond 3</td><td>at most 3.4 %</td></tr>
 * <tr><td>same month of earlier years ({@link nl.mjpmonitor.warehouse.statistics.SeasonalBaseline})</td>
 *     <td>exact prediction range</td><td>at most 0.27 % for counts without extra spread</td></tr>
 * <tr><td>control chart ({@link nl.mjpmonitor.warehouse.statistics.ControlChart})</td>
 *     <td>three sigma and runs</td><td>up to 1 % by the limits, up to 2.5 % with the run rules (simulated, on counts)</td></tr>
 * <tr><td>areas ({@link nl.mjpmonitor.warehouse.statistics.FunnelLimits})</td>
 *     <td>exact, three sigma</td><td>at most 0.27 % an area</td></tr>
 * <tr><td>early warning ({@link nl.mjpmonitor.warehouse.statistics.Ears})</td>
 *     <td>C1, C2: 0.1 %; C3: 2.5 %</td><td>nominal; more on small counts</td></tr>
 * </table>
 *
 * <p>Not here, on purpose: near-repeat patterns (Knox), hot spot prediction and space-time scans. They need the place and day of
 * each offence, and the warehouse has counts by buurt and month only; an address never leaves its source. On the few cases of one
 * municipality they would point at streets rather than at patterns.
 *
 * <p>"Sigma" rules are stated as tail probabilities of the normal distribution: two sigma is 4.55 %, three sigma 0.27 %, two-sided.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.statistics;
