package nl.mjpmonitor.dashboard.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SeriesCsvTest {

    private static final Indicator INDICATOR = IndicatorCatalogue.load().require(new IndicatorId("woninginbraak"));
    private static final Area AREA =
            new Area(new AreaCode("BU09350006"), "Wyck, \"oost\"", AreaKind.BUURT, Optional.empty(), 4_000);

    @Test
    void everyPeriodIsARecordThatReadsBack() throws IOException {
        List<CSVRecord> records = read(SeriesCsv.of(
                INDICATOR,
                AREA,
                List.of(
                        new IndicatorPoint(
                                Period.year(2022),
                                new IndicatorValue.Measured(new BigDecimal("1234.5"), ValueStatus.DEFINITIEF),
                                new PointMarks(
                                        true,
                                        Provenance.DEMONSTRATION,
                                        Optional.of(new Margin(new BigDecimal("1200"), new BigDecimal("1300.25"))))),
                        IndicatorPoint.of(Period.month(2023, 5), new IndicatorValue.Counted(7, ValueStatus.VOORLOPIG))),
                "2024-02-06T22:59:59.999Z"));

        assertThat(records).hasSize(2);
        assertThat(records.getFirst().toMap())
                .containsEntry("gebiedsnaam", "Wyck, \"oost\"")
                .containsEntry("waarde", "1234.5")
                .containsEntry("circa", "ja")
                .containsEntry("herkomst", "demonstratie")
                .containsEntry("ondergrens", "1200")
                .containsEntry("bovengrens", "1300.25");
        assertThat(records.getLast().toMap())
                .containsEntry("periode", "2023-05")
                .containsEntry("eerste_maand", "2023-05")
                .containsEntry("waarde", "7")
                .containsEntry("status", "voorlopig")
                .containsEntry("peildatum", "2024-02-06T22:59:59.999Z");
    }

    @Test
    void whatIsNotThereIsEmptyAndSaysWhy() throws IOException {
        List<CSVRecord> records = read(SeriesCsv.of(
                INDICATOR,
                AREA,
                List.of(
                        IndicatorPoint.of(Period.year(2021), new IndicatorValue.Unknown()),
                        IndicatorPoint.of(Period.year(2022), new IndicatorValue.Suppressed())),
                "nu"));

        assertThat(records).extracting(record -> record.get("waarde")).containsOnly("");
        assertThat(records).extracting(record -> record.get("status")).containsExactly("onbekend", "onderdrukt");
    }

    @Test
    void linesEndAsTheStandardSays() {
        String file = SeriesCsv.of(INDICATOR, AREA, List.of(), "nu");

        assertThat(file).startsWith("indicator,gebied,").endsWith("\r\n").doesNotContain("\n\n");
    }

    private static List<CSVRecord> read(String file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(file), format)) {
            return parser.getRecords();
        }
    }
}
