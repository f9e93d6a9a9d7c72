package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

    private final FigureFormat format = new FigureFormat(Locale.forLanguageTag("nl"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "13; 13; 13",
                "13.0; 13; 13,0",
                "7.25; 7,3; 7,3",
                "-0.5; −0,5; −0,5",
                "1169.04; 1.169; 1.169,0",
                "1E+3; 1.000; 1.000"
            })
    void aDecimalInAColumnKeepsItsZeroAndOneInASentenceDoesNot(BigDecimal value, String said, String inColumn) {
        assertThat(format.decimal(value)).isEqualTo(said);
        assertThat(format.inColumn(value)).isEqualTo(inColumn);
    }
}
