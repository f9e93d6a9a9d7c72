package nl.mjpmonitor.warehouse.rows;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Columns of each table and the order in which their values are written. */
final class RowEncoding {

    private RowEncoding() {}

    static List<String> columns(WarehouseTable table) {
        return switch (table) {
            case CHANGE_EVENT ->
                List.of(
                        "source_system",
                        "source_table",
                        "key",
                        "_version",
                        "op",
                        "_is_deleted",
                        "row",
                        "source_at",
                        "_known_at",
                        "topic",
                        "partition",
                        "offset");
            case MONTHLY_COUNT ->
                List.of("measure", "area_code", "month", "known_at", "count", "unknown_count", "change_count");
            case REJECTED_EVENT ->
                List.of(
                        "topic",
                        "partition",
                        "offset",
                        "reason",
                        "detail",
                        "source_system",
                        "source_table",
                        "key",
                        "payload",
                        "known_at",
                        "state",
                        "state_note",
                        "_state_version");
            case FRESHNESS -> List.of("source_system", "source_at", "known_at");
            case HOTSPOT_LIFE ->
                List.of(
                        "hotspot_id",
                        "location_number",
                        "area_code",
                        "known_at",
                        "change_count",
                        "transitions",
                        "window_days",
                        "least_reports",
                        "least_days");
            case CASE_STEP_STATE ->
                List.of(
                        "case_key",
                        "step_key",
                        "step",
                        "pass_number",
                        "area_code",
                        "entered_on",
                        "left_on",
                        "stagnates_on",
                        "norm_days",
                        "outcomes",
                        "is_withdrawn",
                        "known_at",
                        "change_count");
            case SIGNAL ->
                List.of(
                        "signal_id",
                        "rule_id",
                        "subject",
                        "area_code",
                        "period",
                        "state",
                        "opened_at",
                        "over_at",
                        "figures",
                        "sentence_nl",
                        "sentence_en",
                        "known_at",
                        "_version");
            case TABLE_NOTICE ->
                List.of(
                        "source_system",
                        "source_table",
                        "notice",
                        "column_name",
                        "detail",
                        "is_open",
                        "topic",
                        "offset",
                        "known_at");
        };
    }

    static void write(WarehouseRow row, RowBinaryFormatSerializer out, OutputStream bytes) throws IOException {
        if (row instanceof ChangeEventRow change) {
            writeChangeEvent(change, out);
        } else if (row instanceof MonthlyCountRow count) {
            writeMonthlyCount(count, out);
        } else if (row instanceof RejectedEventRow rejected) {
            writeRejectedEvent(rejected, out);
        } else if (row instanceof FreshnessRow freshness) {
            writeFreshness(freshness, out);
        } else if (row instanceof HotspotLifeRow life) {
            writeHotspotLife(life, out);
        } else if (row instanceof CaseStepStateRow step) {
            writeCaseStepState(step, out);
        } else if (row instanceof SignalRow signal) {
            writeSignal(signal, out, bytes);
        } else if (row instanceof TableNoticeRow notice) {
            writeTableNotice(notice, out);
        }
    }

    private static void writeChangeEvent(ChangeEventRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.sourceSystem());
        out.writeString(row.sourceTable());
        out.writeString(row.key());
        out.writeInt64(row.lsn() << 32 | row.order());
        out.writeInt64(row.epoch() << 32 | row.lsn() >>> 32);
        out.writeString(row.op());
        out.writeBool(row.deleted());
        out.writeString(row.row());
        out.writeInt64(row.sourceAtMillis());
        out.writeInt64(row.knownAtMillis());
        out.writeString(row.topic());
        out.writeInt32(row.partition());
        out.writeInt64(row.offset());
    }

    private static void writeMonthlyCount(MonthlyCountRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.measure());
        out.writeString(row.areaCode());
        out.writeUInt16((int) row.monthEpochDay());
        out.writeInt64(row.knownAtMillis());
        out.writeInt64(row.count());
        out.writeInt64(row.unknownCount());
        out.writeInt64(row.changeCount());
    }

    private static void writeRejectedEvent(RejectedEventRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.topic());
        out.writeInt32(row.partition());
        out.writeInt64(row.offset());
        out.writeString(row.reason());
        out.writeString(row.detail());
        out.writeString(row.sourceSystem());
        out.writeString(row.sourceTable());
        out.writeString(row.key());
        out.writeString(row.payload());
        out.writeInt64(row.knownAtMillis());
        out.writeString("new");
        out.writeString("");
        out.writeInt64(0);
    }

    private static void writeFreshness(FreshnessRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.sourceSystem());
        out.writeInt64(row.sourceAtMillis());
        out.writeInt64(row.knownAtMillis());
    }

    private static void writeHotspotLife(HotspotLifeRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.hotspotId());
        out.writeString(row.location());
        out.writeString(row.areaCode());
        out.writeInt64(row.knownAtMillis());
        out.writeInt64(row.changeCount());
        out.writeString(row.transitions());
        out.writeUInt16(row.windowDays());
        out.writeUInt16(row.leastReports());
        out.writeUInt16(row.leastDays());
    }

    private static void writeCaseStepState(CaseStepStateRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.caseKey());
        out.writeString(row.stepKey());
        out.writeString(row.step());
        out.writeUInt16(row.passNumber());
        out.writeString(row.areaCode());
        out.writeInt32((int) row.enteredOnEpochDay());
        writeDay(row.leftOnEpochDay(), out);
        writeDay(row.stagnatesOnEpochDay(), out);
        out.writeUInt16(row.normDays());
        out.writeString(row.outcomes());
        out.writeBool(row.isWithdrawn());
        out.writeInt64(row.knownAtMillis());
        out.writeInt64(row.changeCount());
    }

    private static void writeTableNotice(TableNoticeRow row, RowBinaryFormatSerializer out) throws IOException {
        out.writeString(row.sourceSystem());
        out.writeString(row.sourceTable());
        out.writeString(row.notice());
        out.writeString(row.columnName());
        out.writeString(row.detail());
        out.writeBool(row.isOpen());
        out.writeString(row.topic());
        out.writeInt64(row.offset());
        out.writeInt64(row.knownAtMillis());
    }

    private static void writeDay(@Nullable Long epochDay, RowBinaryFormatSerializer out) throws IOException {
        if (epochDay == null) {
            out.writeNull();
        } else {
            out.writeNotNull();
            out.writeInt32(epochDay.intValue());
        }
    }

    private static void writeSignal(SignalRow row, RowBinaryFormatSerializer out, OutputStream bytes)
            throws IOException {
        out.writeString(row.signalId());
        out.writeString(row.ruleId());
        out.writeString(row.subject());
        out.writeString(row.areaCode());
        out.writeString(row.period());
        out.writeString(row.state());
        out.writeInt64(row.openedAtMillis());
        if (row.isOpen()) {
            out.writeNull();
        } else {
            out.writeNotNull();
            out.writeInt64(row.overAtMillis());
        }
        RowBinaryFormatSerializer.writeSize(bytes, row.figures().size());
        for (Map.Entry<String, String> figure : new TreeMap<>(row.figures()).entrySet()) {
            out.writeString(figure.getKey());
            out.writeString(figure.getValue());
        }
        out.writeString(row.sentenceNl());
        out.writeString(row.sentenceEn());
        out.writeInt64(row.knownAtMillis());
        out.writeInt64(row.version());
    }
}
