package nl.mjpmonitor.warehouse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignalSentencesTest {

    private static final SignalSentences SENTENCES = new SignalSentences(IndicatorCatalogue.load(), Areas.load());

    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("periode", "2026-10"),
            Map.entry("aantal", "41"),
            Map.entry("ondergrens", "18"),
            Map.entry("bovengrens", "34"),
            Map.entry("gemiddelde", "25.5"),
            Map.entry("maanden", "36"),
            Map.entry("dagen", "10"),
            Map.entry("verwacht", "0.1521"),
            Map.entry("kans", "0.4"),
            Map.entry("meldingen", "6"),
            Map.entry("venster", "28"),
            Map.entry("categorie", "drugs"),
            Map.entry("stap", "LWO"),
            Map.entry("norm", "60"),
            Map.entry("soort", "omlaag"),
            Map.entry("zekerheid", "zeker"),
            Map.entry("doel", "32"),
            Map.entry("tot-en-met", "2026-10"),
            Map.entry("minuten", "180"),
            Map.entry("grens", "15"),
            Map.entry("grens-regel", "10"),
            Map.entry("laatst", "2026-11-21T08:00:00Z"));

    @Test
    void aMonthIsSaidWithWhatIsNormalForIt() {
        assertThat(sentence(SignalRule.MONTH_OUTSIDE_LIMITS, FIGURES).nl())
                .isEqualTo(
                        "Diefstal/inbraak woning, Maastricht, oktober 2026. Het aantal is 41. Normaal zijn dat er 18 tot"
                                + " 34. Dat is ongewoon hoog. Dit is vergeleken met 36 eerdere maanden. 2020 en 2021 tellen daarin"
                                + " niet mee. Het cijfer kan later nog worden bijgewerkt.");
        assertThat(sentence(SignalRule.MONTH_OUTSIDE_LIMITS, FIGURES).en())
                .startsWith("Domestic burglary, Maastricht, October 2026. The number is 41. Normal is 18 to 34. That is"
                        + " unusually high.");
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasASentenceInBothLanguagesWithoutAnythingLeftToFillIn(SignalRule rule) {
        LocalizedText sentence = sentence(rule, FIGURES);

        assertThat(sentence.nl()).isNotBlank().doesNotContain("{", "}", "''");
        assertThat(sentence.en()).isNotBlank().doesNotContain("{", "}", "''").isNotEqualTo(sentence.nl());
        assertThat(sentence.nl().split("\\. "))
                .as("short sentences")
                .allSatisfy(one -> assertThat(one.split(" ")).hasSizeLessThanOrEqualTo(25));
    }

    @ParameterizedTest
    @CsvSource({"ten-minste,zeker", "ten-minste,waarschijnlijk", "ten-hoogste,zeker", "ten-hoogste,waarschijnlijk"})
    void everyKindOfTargetHasASentence(String kind, String certainty) {
        Map<String, String> figures = new HashMap<>(FIGURES);
        figures.put("soort", kind);
        figures.put("zekerheid", certainty);
        figures.put("periode", "2026");

        assertThat(sentence(SignalRule.TARGET_OUT_OF_REACH, figures).nl()).contains("41", "32", "oktober 2026");
        assertThat(sentence(SignalRule.TARGET_OUT_OF_REACH, figures).en()).contains("41", "32", "October 2026");
    }

    @ParameterizedTest
    @EnumSource
    void aFigureThatLacksIsSaid(SignalRule rule) {
        for (String figure : rule.figures()) {
            Map<String, String> without = new HashMap<>(FIGURES);
            without.remove(figure);
            assertThatThrownBy(() -> sentence(rule, without))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(rule.id())
                    .hasMessageContaining(figure);
        }
    }

    @Test
    void numbersAndDurationsAreWrittenAsPeopleDo() {
        assertThat(sentence(SignalRule.BURGLARY_SERIES, FIGURES).nl()).contains("0,152", "0,4 keer op 1.000");
        assertThat(sentence(SignalRule.BURGLARY_SERIES, FIGURES).en()).contains("0.152");
        assertThat(sentence(SignalRule.FEED_SILENT, FIGURES).nl())
                .contains("kwam 3 uur niets", "21 november 2026 09:00", "15 minuten");
    }

    private static LocalizedText sentence(SignalRule rule, Map<String, String> figures) {
        return SENTENCES.sentence(rule, "woninginbraak", "GM0935", figures);
    }
}
