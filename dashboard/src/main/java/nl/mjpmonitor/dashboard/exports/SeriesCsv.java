package nl.mjpmonitor.dashboard.exports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A series as comma-separated values after RFC 4180, in UTF-8: a heading and a record a period, numbers with a decimal point. A value
 * that is not there is empty and its status says why, in the words of the API. Nothing about the series stands between the records.
 */
public final class SeriesCsv {

    private static final List<String> HEADINGS = List.of(
            "indicator",
            "gebied",
            "gebiedsnaam",
            "periode",
            "eerste_maand",
            "laatste_maand",
            "waarde",
            "eenheid",
            "status",
            "circa",
            "herkomst",
            "ondergrens",
            "bovengrens",
            "peildatum");

    private SeriesCsv() {}

    /**
     * The file.
     *
     * @param peildatum moment of which the figures are, as text
     */
    public static String of(Indicator indicator, Area area, List<IndicatorPoint> points, String peildatum) {
        StringWriter text = new StringWriter();
        try (CSVPrinter records = new CSVPrinter(text, CSVFormat.RFC4180)) {
            records.printRecord(HEADINGS);
            for (IndicatorPoint point : points) {
                records.printRecord(record(indicator, area, point, peildatum));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> record(Indicator indicator, Area area, IndicatorPoint point, String peildatum) {
        return List.of(
                indicator.id().value(),
                area.code().value(),
                area.name(),
                point.period().label(),
                point.period().firstMonth().toString(),
                point.period().lastMonth().toString(),
                value(point.value()),
                indicator.unit().name().toLowerCase(Locale.ROOT),
                status(point.value()),
                point.marks().approximate() ? "ja" : "nee",
                provenance(point),
                point.marks()
                        .margin()
                        .map(Margin::lower)
                        .map(BigDecimal::toPlainString)
                        .orElse(""),
                point.marks()
                        .margin()
                        .map(Margin::upper)
                        .map(BigDecimal::toPlainString)
                        .orElse(""),
                peildatum);
    }

    private static String value(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(long count, var _) -> Long.toString(count);
            case IndicatorValue.Measured(BigDecimal measured, var _) -> measured.toPlainString();
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> "";
        };
    }

    private static String status(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(var _, ValueStatus status) ->
                status.name().toLowerCase(Locale.ROOT);
            case IndicatorValue.Measured(var _, ValueStatus status) ->
                status.name().toLowerCase(Locale.ROOT);
            case IndicatorValue.Unknown _ -> "onbekend";
            case IndicatorValue.Suppressed _ -> "onderdrukt";
            case IndicatorValue.NotApplicable _ -> "niet-van-toepassing";
        };
    }

    private static String provenance(IndicatorPoint point) {
        return switch (point.marks().provenance()) {
            case PUBLISHED_YEAR -> "gepubliceerd-jaar";
            case PUBLISHED_PERIOD -> "gepubliceerd-periode";
            case UNMARKED -> "";
            case DEMONSTRATION -> "demonstratie";
        };
    }
}
