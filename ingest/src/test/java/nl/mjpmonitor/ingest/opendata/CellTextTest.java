package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
    private static final TableDefinition.MeasureColumn ANYTHING =
            new TableDefinition.MeasureColumn("a", "a", List.of(), null, null, null, false, true);
    private static final CellText COMMA = new CellText(DecimalMark.COMMA, CellValue.NOT_APPLICABLE);
    private static final CellText POINT = CellText.raw();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "COMMA|7,3|7.3|DEFINITIVE",
                "COMMA|7,30|7.3|DEFINITIVE",
                "COMMA|805590|805590|DEFINITIVE",
                "COMMA|805 590|805590|DEFINITIVE",
                "COMMA|805\u00a0590,50|805590.5|DEFINITIVE",
                "COMMA|-12|-12|DEFINITIVE",
                "COMMA|0|0|DEFINITIVE",
                "COMMA|0,0|0|DEFINITIVE",
                "COMMA|100|100|DEFINITIVE",
                "COMMA|123*|123|PROVISIONAL",
                "COMMA|123 **|123|PROVISIONAL",
                "COMMA|.||UNKNOWN",
                "COMMA|x||UNKNOWN",
                "COMMA|||NOT_APPLICABLE",
                "POINT|     7.3|7.3|DEFINITIVE",
                "POINT|       .||UNKNOWN",
                "POINT|NA||UNKNOWN",
                "POINT|||UNKNOWN"
            })
    void readsFiguresAndSymbols(DecimalMark mark, String text, String figure, CellStatus status) throws Exception {
        CellText texts = mark == DecimalMark.COMMA ? COMMA : POINT;
        assertThat(texts.read(text == null ? "" : text, ANYTHING, false)).isEqualTo(new CellValue(figure, status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">=80 | AT_LEAST",
                "≥ 80 | AT_LEAST",
                "<= 80 | AT_MOST",
                "≤80 | AT_MOST",
                "ca. 80 | ABOUT",
                "80 | EXACTLY"
            })
    void readsHowAFigureIsMeant(String text, Qualifier qualifier) throws Exception {
        assertThat(COMMA.read(text, ANYTHING, false))
                .isEqualTo(new CellValue("80", CellStatus.DEFINITIVE).with(qualifier));
    }

    @Test
    void doesNotGuessWhetherMoreThanLeavesOutTheNumberItself() {
        assertThatThrownBy(() -> COMMA.read("> 80", ANYTHING, false)).hasMessageContaining("is not a number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMA | 7.3",
                "COMMA | 1.234",
                "COMMA | 1.234,5",
                "COMMA | 12 34",
                "COMMA | -",
                "COMMA | n.v.t.",
                "COMMA | 7,",
                "COMMA | ,7",
                "COMMA | 1e5",
                "COMMA | 12%",
                "POINT | 7,3",
                "POINT | 1,234",
                "POINT | ..",
                "POINT | 0x1F",
                "POINT | NaN",
                "POINT | *"
            })
    void refusesWhatCouldBeReadInTwoWaysOrInNone(DecimalMark mark, String text) {
        CellText texts = mark == DecimalMark.COMMA ? COMMA : POINT;
        assertThatThrownBy(() -> texts.read(text, ANYTHING, false))
                .isInstanceOf(CellText.UnreadableTextException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void refusesFiguresThatTheMeasureCannotHave() {
        TableDefinition.MeasureColumn mark =
                new TableDefinition.MeasureColumn("a", "a", List.of(), BigDecimal.ONE, BigDecimal.TEN, 1, false, false);
        assertThat(mark.objection(new BigDecimal("7.3"))).isEmpty();
        assertThat(mark.objection(new BigDecimal("10.0"))).isEmpty();
        assertThat(mark.objection(new BigDecimal("0.9"))).contains("is below 1");
        assertThat(mark.objection(new BigDecimal("73"))).contains("is above 10");
        assertThat(mark.objection(new BigDecimal("7.35"))).contains("has more than 1 decimals");
    }
}
