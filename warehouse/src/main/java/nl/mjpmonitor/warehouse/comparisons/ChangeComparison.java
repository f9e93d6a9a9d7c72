package nl.mjpmonitor.warehouse.comparisons;

import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/**
 * A figure against an earlier one.
 *
 * @param base the earlier one
 * @param later the figure itself
 * @param outcome what changed
 * @param judgement whether chance explains the change; it gives the sentence to show
 */
public record ChangeComparison(IndicatorPoint base, IndicatorPoint later, Outcome outcome, Judgement judgement) {}
