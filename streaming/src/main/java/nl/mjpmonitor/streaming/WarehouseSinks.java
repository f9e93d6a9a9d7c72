package nl.mjpmonitor.streaming;

import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.rows.TableNoticeRow;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results of the workflow go.
 *
 * @param changeEvents the change log
 * @param monthlyCounts the counts
 * @param hotspotLives the lives of potential hotspots
 * @param caseStepStates the steps of cases
 * @param rejectedEvents what a person sees of rejected events
 * @param freshness how far each source has been heard
 * @param tableNotices what departs from the contract of a table
 * @param deadLetters rejected events as they came, to be replayed
 * @param signals the signals
 * @param signalMessages the same signals, for other systems
 */
public record WarehouseSinks(
        Sink<ChangeEventRow> changeEvents,
        Sink<MonthlyCountRow> monthlyCounts,
        Sink<HotspotLifeRow> hotspotLives,
        Sink<CaseStepStateRow> caseStepStates,
        Sink<RejectedEventRow> rejectedEvents,
        Sink<FreshnessRow> freshness,
        Sink<TableNoticeRow> tableNotices,
        Sink<RejectedEvent> deadLetters,
        Sink<SignalRow> signals,
        Sink<SignalRow> signalMessages) {}
